"""What stands behind an amount: what it is paid for each of ("a year", "per barrel", "-an-hour"), or a noun."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import regex

__all__ = ["is_free", "read_rate"]

_RATE: Final = regex.compile(
    r"(?P<per>[\s-]per[\s-]|\s?/\s?)(?P<any>\p{L}[\p{L}-]{0,19})"
    r"|(?P<each>[\s-](?:an?|every|each)[\s-])(?P<noun>\p{L}[\p{L}-]{0,19}+)"
    r"(?!\s(?:earlier|ago|later|before|on|from)\b)"
    r"|\s(?P<alone>annually|yearly|monthly|weekly|daily|hourly|apiece|nightly)\b"
)
_ALONE: Final = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "nightly": "night",
    "apiece": "piece",
}
_LATIN: Final = {"annum": "year", "capita": "person", "diem": "day", "mo": "month", "yr": "year", "hr": "hour"}


# What may stand behind a number that is no noun: a mark, or a word that begins something else.
_FREE: Final = regex.compile(
    r"\s?(?:[,.;:()\[\]!?”\"–—]|$)|\s(?:or|and|but|is|are|was|were|be|been|has|had|have|will|would|to|in|on|at|by|for|from"
    r"|as|that|which|who|if|when|while|before|after|this|last|next|now|then|today|yesterday|earlier|previously|under"
    r"|during|since|until|more|a\s(?:year|month|week|day|decade|head|piece)|one\s(?:year|month)|per|each|apiece|\w+ed|set)\b"
)


def is_free(text: str, position: int) -> bool:
    """Tell whether no noun stands behind an amount: a mark does, or a word that begins something else.

    >>> is_free("5 billion, he said", 9), is_free("5 billion people", 9)
    (True, False)
    """
    return _FREE.match(text, position) is not None


@cache
def _measures() -> frozenset[str]:
    """Give the nouns of which "a" tells a rate: those of time, measure and trade."""
    text = files("warparse_money").joinpath("data", "measures.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def read_rate(text: str, position: int) -> tuple[str | None, int]:
    """Read what an amount that ends at a position is paid for each of, and where that ends.

    >>> read_rate("$5 a barrel", 2), read_rate("$60bn-a-year plan", 5), read_rate("$5 a Russian officer got", 2)
    (('barrel', 11), ('year', 12), (None, 2))
    """
    found = _RATE.match(text, position)
    if found is None:
        return None, position
    if found["alone"]:
        return _ALONE[found["alone"]], found.end()
    name = "any" if found["any"] else "noun"
    word, end = found[name], found.end(name)
    if found[name[:0] + ("per" if name == "any" else "each")].endswith("-"):
        word = word.split("-")[0]
        end = found.start(name) + len(word)
    lower = word.lower()
    if name == "noun" and lower not in _measures():
        word = lower.split("-")[0]
        if word not in _measures():
            return None, position
        return word, found.start(name) + len(word)
    if name == "any" and lower in ("cent", "cents"):
        return None, position
    return _LATIN.get(lower, lower), end
