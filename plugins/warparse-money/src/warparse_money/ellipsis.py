"""Amounts that leave out the currency told just before: "from 410 million a year earlier", "now costs 950".

Contract: a number counts only beside an amount, and only where no noun stands behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from warparse.lexicon.numbers import find_numbers
from warparse_money.rates import is_free, read_rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.lexicon.numbers import Number
    from warparse_money.amounts import Found

__all__ = ["find_elided"]

_BILLION: Final = 1_000_000_000
_NEAR: Final = 60
"""Characters between an amount and what it is compared with."""
_PRICED: Final = regex.compile(
    r"\b(?:costs?|costing|fetch(?:es|ed)?|charg(?:e|es|ed)|pay|pays|paid|(?:sold|sells?|bought)\sfor|prices?\sof|priced\sat"
    r"|price\s(?:is|was)|worth)\s(?:now\s)?$"
)
_FROM: Final = regex.compile(
    r"\b(?:from|against|compared\s(?:with|to)|instead\sof|(?:more|less)\sthan\sthe|up\son)\s(?:the\s)?$"
)
_AND: Final = regex.compile(r",?\s(?:and|or)\s(?:about\s|around\s|some\s)?")
_TO: Final = regex.compile(r"\sto\s(?:\p{L}+\s){0,2}$")


def find_elided(text: str, amounts: Sequence[Found], mains: Sequence[Found], before: Found | None) -> list[Found]:
    """Find the numbers of a sentence that are amounts in the currency of one beside them.

    Args:
        text: the sentence.
        amounts: the amounts in it that tell their currency.
        mains: those of them that restate no other.
        before: the last amount of the sentence before; None where that holds none.

    >>> from warparse_money.amounts import find_amounts
    >>> text = "It fell to 90 million euros in May from 410 million a year earlier, when 3 million fled."
    >>> amounts = find_amounts(text)
    >>> [text[found.start : found.end] for found in find_elided(text, amounts, amounts, None)]
    ['410 million']
    """
    if not amounts and before is None:
        return []
    found = []
    for number in find_numbers(text):
        if (
            number.vague
            or number.low is None
            or any(each.start < number.end and number.start < each.end for each in amounts)
        ):
            continue
        model = _model(text, number, mains, before)
        if model is not None:
            per, after = read_rate(text, number.end)
            low, high = number.low, number.high
            found.append(
                evolve(
                    model,
                    start=number.start,
                    end=number.end,
                    low=low,
                    high=high,
                    qualifier=number.qualifier,
                    per=per,
                    after=after,
                )
            )
    return found


def _model(text: str, number: Number, amounts: Sequence[Found], before: Found | None) -> Found | None:
    """Give the amount whose currency a number shares; None where it is no amount."""
    start = number.qualifier_start
    behind = next((each for each in amounts if each.start >= number.end), None)
    if (
        behind is not None
        and _FROM.search(text, max(0, start - 24), start)
        and _TO.search(text, number.end, behind.start)
    ):
        return behind if _alike(number, behind) else None
    if (
        behind is not None
        and behind.unit.word
        and _AND.fullmatch(text, number.end, behind.start)
        and _is_written(text, number)
    ):
        return behind if _alike(number, behind) else None
    if not is_free(text, number.end):
        return None
    last = next((each for each in reversed(amounts) if each.after <= start), before)
    if last is None or last.unit.part != 1:
        return None
    if _PRICED.search(text, max(0, start - 24), start):
        return last
    large = (number.low or 0) >= _BILLION and (last.low or last.high or 0) >= _BILLION
    if large:
        return last
    near = last is not before and start - last.after <= _NEAR
    return last if near and _alike(number, last) and _FROM.search(text, max(0, start - 24), start) else None


def _is_written(text: str, number: Number) -> bool:
    """Tell whether a number has a scale or separators, as few counts have."""
    return bool(number.letters) or any(mark in text[number.start : number.end] for mark in ",. ")


def _alike(number: Number, amount: Found) -> bool:
    """Tell whether two numbers are of one size, as what is compared is."""
    other = amount.low or amount.high
    return other is not None and number.low is not None and number.low < 100 * other and other < 100 * number.low
