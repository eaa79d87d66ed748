"""Phrases of a word list in a text, found by one automaton.

Contract: only whole words count; upper and lower case and the two apostrophes are the same.
"""

from __future__ import annotations

from functools import cache

from warparse.lexicon.finder import Finder
from warparse.lexicon.lists import read_list

__all__ = ["find_phrase"]


@cache
def _finder(name: str) -> tuple[Finder, tuple[str, ...]]:
    phrases = read_list(name)
    return Finder(phrases), phrases


def find_phrase(name: str, text: str) -> str | None:
    """Give the first phrase of the list `data/NAME.txt` that stands in a text; None if none does.

    >>> find_phrase("summary_words", "Here’s the latest from Kyiv"), find_phrase("summary_words", "Recapture")
    ("here's the latest", None)
    """
    finder, phrases = _finder(name)
    lowered = text.lower().replace("’", "'")
    for entry, start, end in finder.find(lowered):
        if not (start and lowered[start - 1].isalnum()) and not lowered[end : end + 1].isalnum():
            return phrases[entry]
    return None
