"""Amounts in brackets that restate the one before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from warparse_money.rates import read_rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_money.amounts import Found

__all__ = ["find_equivalents", "find_rates", "starts_in_bracket"]

_HEDGES: Final = frozenset(
    "or about around approximately approx approx. roughly some nearly almost just over under more than less fewer close to"
    " the equivalent of equal worth currently today then at least up an estimated i.e. ie only well a little c. ca. circa"
    " equals as much many not time now = ~ ≈".split()
)
"""Words that may stand between a bracket and the amount in it."""
_MOST: Final = 6
"""Words that may stand between an amount and the bracket that restates it: "16bn kronor in aid ($1.6bn)"."""
_STOP: Final = regex.compile(r"[0-9()\[\].;:!?“”\"–—]")
_SAME: Final = regex.compile(r"[,;/]")


def find_equivalents(text: str, amounts: Sequence[Found]) -> dict[int, int]:
    """Give the place of the amount that each one in brackets restates, by its own place in the sequence.

    >>> from warparse_money.amounts import find_amounts
    >>> text = "It gave 16bn kronor ($1.6bn; £1.2bn), of which $5m (a third in cash)."
    >>> find_equivalents(text, find_amounts(text))
    {1: 0, 2: 0}
    """
    found: dict[int, int] = {}
    for number in range(1, len(amounts)):
        amount, last = amounts[number], amounts[number - 1]
        between = text[last.after : amount.start]
        opening = max(between.rfind("("), between.rfind("["))
        if opening < 0:
            if number - 1 in found and not _STOP.search(between.replace(";", ",")) and _plain(_SAME.sub(" ", between)):
                found[number] = found[number - 1]
            continue
        main = last
        told = between[:opening]
        if _plain(between[opening + 1 :]) and not _STOP.search(told) and len(told.split()) <= _MOST and "," not in told:
            at = found.get(number - 1, number - 1)
            main = amounts[at]
            if main.unit.word != amount.unit.word or _signs(text, main) != _signs(text, amount):
                found[number] = at
    return found


def find_rates(text: str, amounts: Sequence[Found], restated: dict[int, int]) -> dict[int, str]:
    """Give what amounts are paid for each of where that stands behind the bracket: "120 rupees ($0.43) a kilogram".

    Args:
        text: the text.
        amounts: the amounts in it.
        restated: what each one in brackets restates.
    """
    found: dict[int, str] = {}
    for number, main in restated.items():
        after = amounts[number].after
        if text[after : after + 1] in (")", "]") and (per := read_rate(text, after + 1)[0]):
            found[main] = per
    for number, main in restated.items():
        per = found.get(main) or amounts[main].per
        if per is not None and amounts[number].per is None:
            found[number] = per
    return {number: per for number, per in found.items() if amounts[number].per is None}


def starts_in_bracket(before: str, main: Found, text: str, amount: Found) -> bool:
    """Tell whether a sentence starts with a bracket that restates the amount at the end of the one before it.

    Args:
        before: the sentence before.
        main: its last amount.
        text: the sentence.
        amount: its first amount.
    """
    opening = text[: amount.start]
    ends = len(before[main.after :].strip()) == 0
    return ends and opening[:1] in ("(", "[") and _plain(opening[1:]) and main.unit.codes != amount.unit.codes


def _plain(words: str) -> bool:
    """Tell whether words only say how near an amount is."""
    return all(word.lower() in _HEDGES for word in words.split())


def _signs(text: str, amount: Found) -> str:
    return text[amount.unit.start : amount.unit.end]
