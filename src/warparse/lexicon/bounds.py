"""Words that bound a number: "at least", "up to", "nearly", "or more".

Contract: the words of `data/bounds.txt`, read beside a place in a text, longest first; cost does not depend on
the length of the text.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from warparse.lexicon.lists import read_pairs

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Bound", "Side", "bound_after", "bound_before"]

_LONGEST: Final = 32
"""Characters before a number that can hold its bound and what may stand between."""
_BETWEEN: Final = regex.compile(r"(?:another|(?:an )?additional|(?:a )?further|(?:an )?extra|the equivalent of)\s$")
"""Words that may stand between a bound and its number: "at least another 45"."""
_HELD: Final = {
    "over": "talks negotiations negotiating discussions deadlock standoff impasse divided split deal agreement battle"
    " tensions war haggling haggle lawsuit trial case resigned resign criticised criticized pressure doubts protest protests"
    " probe investigation inquiry vote voted row rows dispute disputes argument quarrel quarrels quarrelled quarreled feud fight fights fought controversy"
    " concern concerns question questions disagreement disagreements clash clashes clashed wrangle wrangling debate"
    " scandal outrage anger anxiety fears alarm sued charged arrested hand handed handing hands take took taken"
    " taking carry carried turn turned turning",
    "about": "talk talks talked talking speak speaks spoke spoken speaking ask asks asked know knows knew think"
    " question questions concern concerns worry worried complain complained lied dispute",
    "up to": "add adds added adding sum sums live lived",
    "under": "come came placed",
    "around": "",
    "some": "the these those",
}
"""Words before which a preposition is no bound: "a row over $5m", "talks about two ships"."""


class Side(Enum):
    """What a bound does to a number."""

    LOW = "low"
    """The number is the least."""
    HIGH = "high"
    """The number is the most."""
    NEAR = "near"
    """It is about that number."""


class Bound(NamedTuple):
    """A bound in a text."""

    start: int
    """Where its words start."""
    end: int
    """Where they end."""
    words: str
    """The words, in lower case, single spaces between them."""
    side: Side
    """What they do."""

    def limit(self, low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
        """Give the least and the most that are left of a number; None on the side that is open.

        Args:
            low: the least without the bound.
            high: the most without it.
        """
        if self.side is Side.LOW:
            return low, None
        if self.side is Side.HIGH:
            return None, high
        return low, high


@cache
def _phrases() -> tuple[dict[str, list[tuple[str, Side]]], dict[str, list[tuple[str, Side]]]]:
    """Give the phrases before a number by their last words, and those behind one by their first, longest first."""
    before: dict[str, list[tuple[str, Side]]] = {}
    after: dict[str, list[tuple[str, Side]]] = {}
    for told, words in read_pairs("bounds"):
        side = Side(told.split()[0])
        for phrase in words.split(", "):
            if told.endswith("after"):
                after.setdefault(phrase.split()[0], []).append((phrase, side))
            else:
                before.setdefault(phrase.split()[-1], []).append((phrase, side))
    for table in (before, after):
        for phrases in table.values():
            phrases.sort(key=lambda pair: -len(pair[0]))
    return before, after


_OPEN: Final = " \n\t\r\xa0\u202f\u2009("
"""What may stand between a bound and its number."""
_STEPS: Final = frozenset("another additional further extra of".split())
_NEXT: Final = regex.compile(r"\s?(?P<word>\+|-plus|[a-z]+)")


def bound_before(text: str, position: int, start: int = 0) -> Bound | None:
    """Give the bound whose words end right before a position; None where there is none.

    Args:
        text: a text.
        position: where the number, or the sign of its currency, starts.
        start: where to stop looking.

    >>> bound_before("It shot down at least another 45 drones.", 30)
    Bound(start=13, end=21, words='at least', side=<Side.LOW: 'low'>)
    >>> bound_before("a row over 45 seats", 11) is None
    True
    """
    first = max(start, position - _LONGEST)
    window = text[first:position].lower()
    if len(window) != position - first:  # a letter that grows in lower case: no bound holds one
        return None
    end = len(window.rstrip(_OPEN))
    last = _last_word(window, end)
    if last in _STEPS:
        skipped = _BETWEEN.search(window)
        if skipped:
            end = len(window[: skipped.start()].rstrip())
            last = _last_word(window, end)
    for phrase, side in _phrases()[0].get(last, ()):
        at = end - len(phrase)
        if at < 0 or not _same(window[at:end], phrase) or (at and window[at - 1].isalnum() and phrase[0].isalnum()):
            continue
        if at == 0 and first > start and text[first - 1].isalnum() and phrase[0].isalnum():
            continue
        return None if _is_held(phrase, text, first + at) else Bound(first + at, first + end, phrase, side)
    return None


def _last_word(window: str, end: int) -> str:
    """Give the last word before a place: what stands between it and white space, or a sign alone."""
    if end and window[end - 1] in "~≈<>":
        return window[end - 1]
    words = window[max(0, end - 14) : end].split()
    return words[-1].lstrip("\"'“‘(") if words else ""


def _same(found: str, phrase: str) -> bool:
    """Tell whether two texts are the same but for the kind of white space."""
    return found == phrase or found.split() == phrase.split()


def _is_held(phrase: str, text: str, at: int) -> bool:
    """Tell whether the words belong to what stands before them."""
    held = _held().get(phrase)
    return bool(held) and text[max(0, at - 24) : at].rstrip().rpartition(" ")[2].lower() in (held or ())


@cache
def _held() -> dict[str, frozenset[str]]:
    return {phrase: frozenset(words.split()) for phrase, words in _HELD.items()}


def bound_after(text: str, position: int) -> Bound | None:
    """Give the bound whose words start right behind a position; None where there is none.

    >>> bound_after("50 or more people", 2)
    Bound(start=3, end=10, words='or more', side=<Side.LOW: 'low'>)
    """
    found = _NEXT.match(text, position)
    if found is None:
        return None
    at = found.start("word")
    for phrase, side in _phrases()[1].get(found["word"], ()):
        end = at + len(phrase)
        if text.startswith(phrase, at) and not text[end : end + 1].isalnum() and not text.startswith(" than", end):
            return Bound(at, end, phrase.lstrip("-"), side)
    return None
