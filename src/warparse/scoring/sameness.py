"""When two answers are the same: texts, spans, amounts, names.

Contract: small questions about two plain values; nothing is raised on values of an odd type within a text's place.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["bare", "iou", "is_same_amount", "is_same_name", "overlap", "span_of", "squash", "trim"]

_SPACE: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"[^\W_]+")
_UNTOLD: Final = "-"
"""Stands among accepted answers for None."""
# What a person's name may carry without being another name.
_TITLES: Final = frozenset(
    "mr mrs ms dr sir president prime minister governor foreign the a of s region oblast province".split()
)
_SHORT: Final = {
    "united states of america": "us",
    "united states": "us",
    "usa": "us",
    "u.s.": "us",
    "united kingdom": "uk",
    "britain": "uk",
    "great britain": "uk",
    "european union": "eu",
    "united nations": "un",
}
"""Powers by their whole names, and the short ones that mean the same."""


def squash(text: str | None) -> str:
    """Give a text with its white space folded; nothing for None."""
    return _SPACE.sub(" ", text or "").strip()


def bare(heading: str | None) -> str:
    """Give a heading without the marks of markup around it."""
    return squash(heading).strip("*#_•-– ")


def span_of(record: dict[str, Any]) -> tuple[int, int]:
    """Give where a record starts and ends."""
    return record["start"], record["end"]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Count the code points that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Give what two spans share over what they cover together, 0 to 1."""
    shared = overlap(a, b)
    return shared / ((a[1] - a[0]) + (b[1] - b[0]) - shared) if shared else 0.0


def is_same_amount(gold: object, pred: object) -> bool:
    """Say whether two exact decimals, told as text or number, are equal; what is no number equals nothing."""
    return _decimal(gold) == _decimal(pred)


def _decimal(value: object) -> Decimal | None:
    if value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return Decimal("NaN")


def is_same_name(gold: str | None, pred: str | None, accept: Iterable[str] = ()) -> bool:
    """Say whether two names mean the same.

    They do where their words are the same in any order, titles left out, or where the last word agrees and one's
    words are among the other's: "Ada Lind" is "Ada Maria Lind", and "Lind" is neither.

    Args:
        gold: the annotated name; None where nobody is told.
        pred: the name that a parser gave.
        accept: other names that are right; "-" among them stands for None.

    >>> is_same_name("President Ada Lind", "Ada Lind"), is_same_name("Ada Lind", "Lind")
    (True, False)
    """
    if pred is None:
        return gold is None or _UNTOLD in accept
    told = _words_of(pred)
    for candidate in (gold, *accept):
        due = _words_of(candidate)
        if due == told or set(due) == set(told):
            return True
        nested = set(due) <= set(told) or set(told) <= set(due)
        if due and told and due[-1] == told[-1] and nested and len(told) >= min(2, len(due)):
            return True
    return False


def _words_of(name: str | None) -> list[str]:
    plain = squash(name).lower().replace("’s", "").replace("'s", "").removeprefix("the ")
    words = _WORD.findall(_SHORT.get(plain, plain))
    return [word for word in words if word not in _TITLES] or words
