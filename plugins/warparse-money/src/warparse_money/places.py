"""Where an article names places that have a currency, looked up without going over the text again.

Contract: one look at each sentence and one at the article; every question after that costs no more than the places
near it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from warparse.lexicon.currencies import find_currency_places
from warparse.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.model import Article

__all__ = ["Place", "Places", "among"]


class Place(NamedTuple):
    """A place, or a people, in a text."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends."""
    codes: tuple[str, ...]
    """Its currencies, its own first."""


class Places:
    """The places of a text."""

    def __init__(self, places: list[Place]) -> None:
        """Take up places in order."""
        self._places = places
        self._starts = [place.start for place in places]
        self.codes = frozenset(code for place in places for code in place.codes)
        """Every currency of theirs."""
        self._counted: dict[tuple[int, int, tuple[str, ...]], Counter[str]] = {}

    @classmethod
    def of_text(cls, text: str) -> Places:
        """Find the places of a text."""
        return cls([Place(at, at + len(name), codes) for at, name, codes in find_currency_places(text)])

    @classmethod
    def of_article(cls, article: Article) -> Places:
        """Find the places of an article, noise left out; they stand where they do in the input."""
        text = article.source.text
        found = []
        for block in article.blocks:
            if block.kind is not BlockKind.NOISE:
                for at, name, codes in find_currency_places(text[block.start : block.end]):
                    found.append(Place(block.start + at, block.start + at + len(name), codes))
        return cls(found)

    def before(self, position: int, start: int) -> Iterator[Place]:
        """Give the places that start between two positions, the last first."""
        yield from reversed(self._places[bisect_left(self._starts, start) : bisect_left(self._starts, position)])

    def first_after(self, position: int) -> Place | None:
        """Give the first place from a position on; None where there is none."""
        at = bisect_left(self._starts, position)
        return self._places[at] if at < len(self._places) else None

    def count(self, codes: tuple[str, ...], start: int, end: int) -> Counter[str]:
        """Count the places between two positions by which of some currencies is theirs."""
        key = (start, end, codes)
        if key not in self._counted:
            part = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            told = (among(place.codes, codes) for place in part)
            self._counted[key] = Counter(code for code in told if code is not None)
        return self._counted[key]


def among(codes: tuple[str, ...], meant: tuple[str, ...]) -> str | None:
    """Give the first of a place's currencies that a unit may stand for; None where none is.

    >>> among(("HTG", "USD"), ("USD", "AUD"))
    'USD'
    """
    return next((code for code in codes if code in meant), None)
