"""Many words found in one scan of a text.

Contract: the only caller of the automaton library; linear in the text, whatever the number of words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, final

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Finder", "fold_case"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_GROWING: Final = "\u0130"
"""The capital I with a dot: its lower case is two characters."""


def fold_case(text: str) -> str:
    """Give a text in lower case with straight apostrophes, every character in its place.

    >>> fold_case("The Mayor’s İ")
    "the mayor's İ"
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # the one letter that grows in lower case stays as it is
        lowered = _GROWING.join(part.lower() for part in text.split(_GROWING))
    return lowered.replace("’", "'")


@final
class Finder:
    """Finds listed words; made once, used for any number of texts."""

    def __init__(self, words: Iterable[str], *, overlapping: bool = False) -> None:
        """Make a finder of words, numbered from 0 as they come.

        Args:
            words: what to find.
            overlapping: give every match, also those inside another, in order of their ends; else those that
                start first, the longest of them, none inside another.
        """
        self._overlapping = overlapping
        kind = ahocorasick_rs.MatchKind.Standard if overlapping else ahocorasick_rs.MatchKind.LeftmostLongest
        self._automaton = ahocorasick_rs.AhoCorasick(list(words), matchkind=kind)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Give every match: the word's number, where it starts and where it ends.

        >>> Finder(["air", "air force"]).find("an air force")
        [(1, 3, 12)]
        """
        try:
            return self._automaton.find_matches_as_indexes(text, overlapping=self._overlapping)
        except UnicodeEncodeError:  # lone surrogates, which are part of no word
            plain = _SURROGATE.sub("\ufffd", text)
            return self._automaton.find_matches_as_indexes(plain, overlapping=self._overlapping)
