"""Phrases of a word list in a text, found by one automaton.

Contract: only whole words count; upper and lower case and the two apostrophes are the same.
"""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from warparse.lexicon.lists import read_list

__all__ = ["find_phrase"]


@cache
def _automaton(name: str) -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    phrases = read_list(name)
    return ahocorasick_rs.AhoCorasick(list(phrases), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), phrases


def find_phrase(name: str, text: str) -> str | None:
    """Give the first phrase of the list `data/NAME.txt` that stands in a text; None if none does.

    >>> find_phrase("summary_words", "Here’s the latest from Kyiv"), find_phrase("summary_words", "Recapture")
    ("here's the latest", None)
    """
    automaton, phrases = _automaton(name)
    lowered = text.lower().replace("’", "'")
    for entry, start, end in automaton.find_matches_as_indexes(lowered):
        if not (start and lowered[start - 1].isalnum()) and not lowered[end : end + 1].isalnum():
            return phrases[entry]
    return None
