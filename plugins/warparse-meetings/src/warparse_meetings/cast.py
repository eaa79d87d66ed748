"""The people and institutions of an article, and the states that it is about.

Contract: worked out once for an article, and only as far as asked.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from warparse.model import NameKind
from warparse_meetings.words import adversaries, bodies, party_state, short

if TYPE_CHECKING:
    from warparse.extract import Document

__all__ = ["Cast"]

_OFTEN: Final = 4
"""Mentions of a state that may be one of two sides."""
_MORE: Final = 1.5
_TWICE: Final = 2
"""Mentions of each of two who are known to be in conflict."""
_CAPITALS: Final = re.compile(
    r"\b(?:United (?:States|Kingdom|Arab Emirates)|Saudi Arabia|(?:North|South) (?:Korea|Sudan)|Rapid Support Forces"
    r"|Syrian Democratic Forces|National Liberation Army|[A-Z][\w.]+)"
)
_SHORT: Final = {
    "RSF": "Rapid Support Forces",
    "SDF": "Syrian Democratic Forces",
    "ELN": "National Liberation Army",
}
"""Names by which news shortens those of armed parties."""


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
        """Give the two of whom "the two sides" tells; nothing where the article tells of no two above others.

        They are the two states of which it tells far more than of any other, else the pair in conflict of whom it tells
        most.
        """
        if self._sides is None:
            counts = self._count()
            pairs = sorted(
                ((min(counts[one], counts[other]), (one, other)) for one, other in adversaries()), reverse=True
            )
            (often, pair), (less, _) = pairs[0], pairs[1]
            self._sides = self._foremost(counts) or (pair if often >= _TWICE and often > less else ())
        return self._sides

    def armed(self) -> str | None:
        """Give the armed party of two sides: "the group"; None where both are states."""
        return next((side for side in self.sides() if party_state(side) is None), None)

    def government(self) -> str | None:
        """Give the state that fights the armed party: "the army"; None where there is none."""
        sides = self.sides()
        return next((side for side in sides if party_state(side)), None) if self.armed() else None

    def _count(self) -> Counter[str]:
        """Count how often the article names each state and body."""
        counts: Counter[str] = Counter()
        for number in range(len(self._document)):
            for words in _CAPITALS.findall(self._document.paragraph(number).text):
                state = party_state(words)
                if state is not None:
                    counts[short(state)] += 1
                elif words.lower() in bodies():
                    counts[short(words)] += 1
        for name, full in _SHORT.items():
            if counts[name] and counts[full]:
                counts[full] += counts.pop(name)
        return counts

    @staticmethod
    def _foremost(counts: Counter[str]) -> tuple[str, ...]:
        states = Counter({name: count for name, count in counts.items() if party_state(name)})
        (first, _), (second, often), (_, less) = [*states.most_common(3), *[("", 0)] * 3][:3]
        return (first, second) if often >= _OFTEN and often > _MORE * less else ()

    def find(self, surname: str) -> str | None:
        """Give the only person of a surname."""
        return self._surnames.get(surname)
