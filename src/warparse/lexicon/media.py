"""News agencies and other media, which mostly report what others say.

Contract: general knowledge of `data/media.txt`; case matters, since agencies are written in capitals or as names.
"""

from __future__ import annotations

from functools import cache

from warparse.lexicon.lists import read_pairs

__all__ = ["agencies", "reports"]


@cache
def agencies() -> frozenset[str]:
    """Give the news agencies whose names stand alone as bylines, each as it is written.

    >>> "Reuters" in agencies(), "Al Jazeera" in agencies()
    (True, False)
    """
    return frozenset(name for name, kind in read_pairs("media") if kind == "agency")


def reports(words: str) -> bool:
    """Tell whether words name a news medium, which mostly reports what others say.

    >>> reports("Russian state news agency TASS"), reports("the ministry")
    (True, False)
    """
    return f" {words}".endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(f" {name}" for name, _ in read_pairs("media"))
