"""The people and institutions of an article, and the states that it is about.

Contract: worked out once for an article, and only as far as asked.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from warparse.model import NameKind
from warparse_meetings.words import party_state, short

if TYPE_CHECKING:
    from warparse.extract import Document

__all__ = ["Cast"]

_OFTEN: Final = 4
"""Mentions of a state that may be one of two sides."""
_MORE: Final = 1.5
_CAPITALS: Final = re.compile(r"\b[A-Z][A-Za-z.]+")


class Cast:
    """The people and institutions of an article."""

    def __init__(self, document: Document) -> None:
        """Take up an article."""
        self.known = {name.name: name for name in document.article.names}
        """All by their fullest names."""
        self.people = frozenset(name for name, entry in self.known.items() if entry.kind is NameKind.PERSON)
        self._document = document
        self._sides: tuple[str, ...] | None = None
        self.homes: dict[str, str] = {}
        """The states to which people belong, as expressions told it: "Poland's Jane Doe"."""
        self._surnames: dict[str, str | None] = {}
        for name in sorted(self.people):
            last = name.rpartition(" ")[2]
            self._surnames[last] = None if last in self._surnames else name

    def sides(self) -> tuple[str, ...]:
        """Give the two states of which the article tells far more than of any other; nothing where there are no such."""
        if self._sides is None:
            counts: Counter[str] = Counter()
            for number in range(len(self._document)):
                counts.update(filter(None, map(party_state, _CAPITALS.findall(self._document.paragraph(number).text))))
            (first, _), (second, often), (_, less) = [*counts.most_common(3), *[("", 0)] * 3][:3]
            self._sides = (short(first), short(second)) if often >= _OFTEN and often > _MORE * less else ()
        return self._sides

    def find(self, surname: str) -> str | None:
        """Give the only person of a surname."""
        return self._surnames.get(surname)
