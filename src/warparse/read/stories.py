"""What stands in a page beside its own article and has no name: the next story below it, teasers of others.

Contract: changes nothing of the text, only where its lines stand: what belongs to another story becomes furniture.
Lines of a live blog's entries are left alone. Linear in the lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.read.roles import attributes_of

if TYPE_CHECKING:
    from bs4 import Tag

    from warparse.read.flow import Written

__all__ = ["set_apart"]

_TOLD: Final = 200
"""Characters of prose from which an article with the page's headline is the page's own."""
_PROSE: Final = 60
"""Characters from which a line may be prose."""
_PART: Final = 0.4
"""Part of a page's words that other stories may hold where its own article is not known."""
_LINKED: Final = 0.5
_DIGITS: Final = re.compile(r"[\w-]*\d[\w-]*")


def set_apart(lines: list[Written]) -> None:
    """Mark other stories as promotion."""
    for line in _other_stories(lines):
        line.place = line.place.within({"furniture": "promotion", "body": False})


def _other_stories(lines: list[Written]) -> list[Written]:
    """Give the lines of articles beside the one with the headline: those that are like it, and those that lead elsewhere."""
    stories: dict[int, list[Written]] = {}
    own: Tag | None = None
    for line in lines:
        place = line.place
        if place.story is not None:
            stories.setdefault(id(place.story), []).append(line)
        if own is None and place.heading == 1 and place.entry is None and not (place.hidden or place.furniture):
            own = place.story
    known = own is not None and _prose(stories[id(own)]) >= _TOLD
    others = [each for key, each in stories.items() if key != id(own) and _is_other(each, own if known else None)]
    found = [line for each in others for line in each]
    return found if known or _length(found) <= _PART * _length(lines) else []


def _is_other(lines: list[Written], own: Tag | None) -> bool:
    """Tell whether an article's lines are another story: its first heading leads elsewhere, or it has all that a story has.

    Chapters of one story may be articles too, but have no writer and no day of their own.
    """
    first = next((line for line in lines if line.place.heading), None)
    if first is None or any(line.place.entry is not None for line in lines):
        return False
    if first.links >= _LINKED:
        return True
    alike = first.place.heading == 1 or _names(first.place.story) == _names(own)
    return own is not None and alike and any(line.time or line.author for line in lines)


def _names(tag: Tag | None) -> str:
    """Give an element's name and classes, without those that number it."""
    return f"{tag.name} {_DIGITS.sub('', attributes_of(tag).get('class', ''))}" if tag is not None else ""


def _prose(lines: list[Written]) -> int:
    return sum(len(line.text) for line in lines if line.links < _LINKED and len(line.text) >= _PROSE)


def _length(lines: list[Written]) -> int:
    return sum(len(line.text) for line in lines)
