"""States: their names, adjectives and capitals.

Contract: every word leads to the name of one state, the first in its line of `data/nations.txt`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from warparse.lexicon.lists import read_list

__all__ = ["find_state", "is_adjective", "nation_words"]

_OWNING: Final = ("s", "’", "'")
"""Last letters of a possessive."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    seats: dict[str, str] = {}
    for line in read_list("nations"):
        for table, part in zip((names, adjectives, seats), line.split("|"), strict=True):
            for word in part.split(","):
                if word.strip():
                    table.setdefault(word.strip(), line.split("|")[0].split(",")[0].strip())
    return names, adjectives, seats


@cache
def _states() -> dict[str, str]:
    """Every word with its state; a name goes before an adjective, an adjective before a seat."""
    names, adjectives, seats = _tables()
    return {**seats, **adjectives, **names}


def find_state(word: str) -> str | None:
    """Give the state that a name, adjective or seat of government stands for.

    >>> find_state("Ukrainian"), find_state("Moscow’s"), find_state("Herald")
    ('Ukraine', 'Russia', None)
    """
    table = _states()
    found = table.get(word)
    if found is None and (word[-1:] in _OWNING or word.startswith("the ")):
        found = table.get(word.removeprefix("the ").removesuffix("’s").removesuffix("'s").rstrip("’'"))
    return found


def is_adjective(word: str) -> bool:
    """Tell whether a word is a state's adjective or its people ("Ukrainian", "Poles")."""
    return word in _tables()[1]


@cache
def nation_words() -> frozenset[str]:
    """Give every name, adjective and seat, each as it is written."""
    return frozenset().union(*_tables())
