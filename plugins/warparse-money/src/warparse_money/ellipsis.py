"""Amounts that leave out the currency told just before: "from 410 million a year earlier", "now costs 950".

Contract: a number counts only beside an amount, and only where no noun stands behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    r"\b(?:costs?|costing|fetch(?:es|ed)?|charg(?:e|es|ed)|pay|pays|paid|earn(?:s|ed|ing)?|(?:sold|sells?|bought)\sfor|prices?\sof|priced\sat"
    r"|price\s(?:is|was)|worth)\s(?:now\s)?$"
)
_FROM: Final = regex.compile(
    r"\b(?:from|against|compared\s(?:with|to)|instead\sof|(?:more|less)\sthan\sthe|up\son)\s(?:the\s)?$"
)
_AND: Final = regex.compile(r",?\s(?:and|or)\s(?:about\s|around\s|some\s)?")
_TO: Final = regex.compile(r"\sto\s(?:\p{L}{1,20}\s){0,2}")


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
    ends = [each.end for each in amounts]
    starts = [each.start for each in mains]
    found = []
    for number in find_numbers(text):
        at = bisect_right(ends, number.start)
        if number.vague or number.low is None or (at < len(amounts) and amounts[at].start < number.end):
            continue
        place = bisect_left(starts, number.start)
        behind = mains[place] if place < len(mains) else None
        model = _model(text, number, mains[place - 1] if place else None, behind, before)
        if model is not None:
            per, after = read_rate(text, number.end)
            found.append(
                evolve(
                    model,
                    start=number.start,
                    end=number.end,
                    low=number.low,
                    high=number.high,
                    qualifier=number.qualifier,
                    per=per,
                    after=after,
                )
            )
    return found


def _model(text: str, number: Number, last: Found | None, behind: Found | None, before: Found | None) -> Found | None:
    """Give the amount whose currency a number shares; None where it is no amount.

    Args:
        text: the sentence.
        number: the number.
        last: the amount before it in the sentence.
        behind: the amount behind it.
        before: the last amount of the sentence before.
    """
    start = number.qualifier_start
    compared = _FROM.search(text, max(0, start - 24), start) is not None
    if behind is not None and _alike(number, behind):
        if compared and _TO.fullmatch(text, number.end, behind.start):
            return behind
        if behind.unit.word and _AND.fullmatch(text, number.end, behind.start) and _is_written(text, number):
            return behind
    like = last or before
    if like is None or like.unit.part != 1:
        return None
    if not is_free(text, number.end) and read_rate(text, number.end)[0] is None:
        return None
    if _PRICED.search(text, max(0, start - 24), start):
        return like
    if (number.low or 0) >= _BILLION and (like.low or like.high or 0) >= _BILLION:
        return like
    near = last is not None and start - last.after <= _NEAR
    return like if near and compared and _alike(number, like) else None


def _is_written(text: str, number: Number) -> bool:
    """Tell whether a number has a scale or separators, as few counts have."""
    return bool(number.letters) or any(mark in text[number.start : number.end] for mark in ",. ")


def _alike(number: Number, amount: Found) -> bool:
    """Tell whether two numbers are of one size, as what is compared is."""
    other = amount.low or amount.high
    return other is not None and number.low is not None and number.low < 100 * other and other < 100 * number.low
