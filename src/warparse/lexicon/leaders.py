"""Heads of state and government whom texts name without their office.

Contract: general knowledge of `data/leaders.txt`, for what a text leaves out; what a text tells goes before it.
"""

from __future__ import annotations

from functools import cache

from warparse.lexicon.lists import read_list

__all__ = ["leaders", "surnames"]


@cache
def leaders() -> dict[str, tuple[str, str]]:
    """Give the state and office of every leader by name.

    >>> leaders()["Emmanuel Macron"]
    ('France', 'president')
    """
    table: dict[str, tuple[str, str]] = {}
    for line in read_list("leaders"):
        state, office, names = line.split(" | ")
        for name in names.split(", "):
            table.setdefault(name, (state, office))
    return table


@cache
def surnames() -> frozenset[str]:
    """Give the last words of the leaders' names."""
    return frozenset(name.rpartition(" ")[2] for name in leaders())
