"""The element of a page that holds its article's text, where the page does not name it, and what its paragraphs are.

Contract: changes nothing of the text, only what is known of where its lines stand. Linear in the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bs4 import Tag

    from warparse.read.flow import Written

__all__ = ["APART", "find_body"]

APART: Final = frozenset(("nav", "aside", "footer", "form"))
"""Landmarks that hold no text of an article."""
_PARTS: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote figcaption figure ul ol li pre".split())
"""Elements that are parts of what holds them."""
_LINKED: Final = 0.5
_MOST: Final = 0.75
"""Part of the prose that a body without a name holds: where less of it stands together, the rest may be text too."""
_REACH: Final = 6
"""Elements around a line among which the one that holds the prose is looked for."""
_SEVERAL: Final = 3
"""Elements alike with prose from which they are paragraphs."""
_PROSE: Final = 60
"""Characters from which a line may be prose."""
_NUMBERED: Final = re.compile(r"[\w-]*\d[\w-]*")


def find_body(lines: list[Written], *, known: bool) -> None:
    """Find the element that holds most of the prose, unless the body is known, and the elements in it that are paragraphs."""
    if not (known or any(line.place.body for line in lines)):
        _find_holder(lines)
    _find_paragraphs(lines)


def _find_holder(lines: list[Written]) -> None:
    """Find the element that holds most of the prose, with its like beside it."""
    held: dict[int, int] = {}
    names: dict[int, tuple[int, str, str]] = {}
    around: list[tuple[Written, list[int]]] = []
    alone = Counter(id(line.place.tag) for line in lines)
    for line in lines:
        place, tag = line.place, line.place.tag
        if tag is None or place.hidden or place.furniture or place.landmark in APART:
            continue
        ancestors = [each for _, each in zip(range(_REACH), chain((tag,), tag.parents), strict=False)]
        around.append((line, [id(each) for each in ancestors]))
        if line.links < _LINKED and len(line.text) >= _PROSE:
            part = tag.name in _PARTS or alone[id(tag)] == 1  # a div with one line is a paragraph by another name
            holder = ancestors[min(part, len(ancestors) - 1)]
            held[id(holder)] = held.get(id(holder), 0) + len(line.text)
            names[id(holder)] = _signature(holder)
    best = max(held, key=held.__getitem__, default=None)
    if best is None:
        return
    body = {each for each in held if each == best or (names[best][2] and names[each] == names[best])}
    if sum(held[each] for each in body) >= _MOST * sum(held.values()):
        for line, within in around:
            if not body.isdisjoint(within):
                line.place = line.place.within({"body": True})


def _find_paragraphs(lines: list[Written]) -> None:
    """Find the elements that are paragraphs by another name: several alike, beside each other, that hold prose of the body."""
    alike: dict[tuple[int, str, str], list[Written]] = {}
    for line in lines:
        tag = line.place.tag
        if tag is not None and line.place.body and tag.name not in _PARTS:
            alike.setdefault(_signature(tag), []).append(line)
    for group in alike.values():
        if sum(line.links < _LINKED and len(line.text) >= _PROSE for line in group) >= _SEVERAL:
            for line in group:
                line.paragraph = True


def _signature(tag: Tag) -> tuple[int, str, str]:
    """Give where an element stands, its name, and its classes without those that number it: pieces of one text have the same."""
    return id(tag.parent), tag.name, _NUMBERED.sub("", str(tag.attrs.get("class", ""))).strip()
