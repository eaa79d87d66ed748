"""Who is in a document: no two people share a surname, so that a surname tells who is meant.

Contract: makers choose people part by part and know nothing of other parts; here surnames that two people would
share are changed, in words, speakers and records alike.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, evolve, field

from warparse.testing.plan import Fact, Paragraph, Piece, Pieces, PostPlan, Said, plain
from warparse.testing.words import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Cast"]

_Value = TypeVar("_Value")


@define
class Cast:
    """The people of a document while it is being put together."""

    surnames: dict[str, str] = field(factory=dict)
    """Whom each surname means, by full name."""
    told: set[str] = field(factory=set)
    """Every paragraph so far: a newspaper says nothing twice."""

    def post(self, post: PostPlan) -> PostPlan:
        """Tell the people of a post apart from those of the posts before: one person runs through it."""
        heading, paragraphs = self.section(post.heading, post.paragraphs)
        return evolve(post, heading=heading, paragraphs=paragraphs)

    def items(self, post: PostPlan) -> PostPlan:
        """Tell the people of a summary apart: each item has its own."""
        return evolve(post, paragraphs=tuple(self._alone(paragraph) for paragraph in post.paragraphs))

    def section(self, heading: Pieces, paragraphs: tuple[Paragraph, ...]) -> tuple[Pieces, tuple[Paragraph, ...]]:
        """Tell the people of paragraphs apart that share the person whom the first of them introduces."""
        for old, new in self._changes(paragraphs[0]):
            heading = _rename(heading, old, new)
            paragraphs = tuple(_renamed(each, old, new) for each in paragraphs)
        return heading, (paragraphs[0], *(self._alone(each) for each in paragraphs[1:] if self._is_new(each)))

    def _is_new(self, paragraph: Paragraph) -> bool:
        text = plain(paragraph.pieces)
        known = text in self.told
        self.told.add(text)
        return not known

    def _alone(self, paragraph: Paragraph) -> Paragraph:
        for old, new in self._changes(paragraph):
            paragraph = _renamed(paragraph, old, new)
        return paragraph

    def _changes(self, paragraph: Paragraph) -> Iterator[tuple[str, str]]:
        """Tell whose surname in a paragraph another has already, by full name, and what to call them instead."""
        for name in _names(paragraph):
            surname = name.split(" ", 1)[1]
            if self.surnames.setdefault(surname, name) != name:
                free = next(each for each in _more_surnames() if each not in self.surnames)
                self.surnames[free] = f"{name.split()[0]} {free}"
                yield name, free


def _more_surnames() -> Iterator[str]:
    known = table("people")["surname"]
    yield from known
    yield from (f"{a}-{b}" for a in known for b in known)


@cache
def _full_name() -> re.Pattern[str]:
    people = table("people")
    first, last = ("|".join(map(re.escape, names)) for names in ((*people["woman"], *people["man"]), people["surname"]))
    return re.compile(rf"\b(?:{first}) (?:{last})\b")


def _names(paragraph: Paragraph) -> list[str]:
    return list(dict.fromkeys(_full_name().findall(plain(paragraph.pieces))))


def _renamed(paragraph: Paragraph, old: str, new: str) -> Paragraph:
    return evolve(paragraph, pieces=_rename(paragraph.pieces, old, new))


def _rename(pieces: Iterable[Piece], old: str, new: str) -> tuple[Any, ...]:
    return tuple(_rename_piece(piece, old, new) for piece in pieces)


def _rename_piece(piece: Piece, old: str, new: str) -> Piece:
    if isinstance(piece, Said):
        speaker = _swap(piece.speaker, old, new)
        return evolve(piece, pieces=_rename(piece.pieces, old, new), speaker=speaker)
    if isinstance(piece, Fact):
        record: Mapping[str, Any] = {key: _swap(value, old, new) for key, value in piece.record.items()}
        return evolve(piece, words=_swap(piece.words, old, new), record=record)
    changed: str = _swap(piece, old, new)
    return changed


def _swap(value: _Value, old: str, new: str) -> _Value:
    """Call somebody of the full name `old` by another surname, alone or behind the first name that is theirs."""
    if isinstance(value, list):
        return [_swap(each, old, new) for each in value]  # type: ignore[return-value]
    if isinstance(value, str):
        first, surname = old.split(" ", 1)
        others = _first_names() - {first}

        def changed(found: re.Match[str]) -> str:
            return found.group() if found[1] in others else found.group()[: -len(surname)] + new

        return re.sub(rf"\b(?:([A-Z]\w+) )?{re.escape(surname)}\b", changed, value)  # type: ignore[return-value]
    return value


@cache
def _first_names() -> frozenset[str]:
    people = table("people")
    return frozenset((*people["woman"], *people["man"]))
