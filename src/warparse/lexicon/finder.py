"""Many words found in one scan of a text.

Contract: the only caller of the automaton library. Matches come in order, none inside another, the
longest of those that start at one place; linear in the text, whatever the number of words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import ahocorasick_rs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Finder"]


@final
class Finder:
    """Finds listed words; made once, used for any number of texts."""

    def __init__(self, words: Iterable[str]) -> None:
        """Make a finder of words, numbered from 0 as they come."""
        self._automaton = ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Give every match: the word's number, where it starts and where it ends.

        Raises:
            UnicodeEncodeError: the text holds lone surrogates, which a mended text does not.

        >>> Finder(["air", "air force"]).find("an air force")
        [(1, 3, 12)]
        """
        return self._automaton.find_matches_as_indexes(text)
