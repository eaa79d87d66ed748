"""Amounts of money in a sentence: a number with what tells its currency.

Contract: `find_amounts` reads a text by itself; which of several currencies is meant is settled in `meaning`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import regex
from attrs import evolve, frozen

from warparse.lexicon.bounds import Side, bound_after, bound_before
from warparse.lexicon.currencies import CODE_WORDS, Unit, currencies
from warparse.lexicon.numbers import number_starts, read_joint, shared_scale
from warparse.lexicon.numerals import Amount, read_amount
from warparse.lexicon.units import read_sign_before, read_unit_after
from warparse_money.rates import is_free, read_rate

__all__ = ["Found", "find_amounts"]

_DIGITS: Final = frozenset("0123456789.,½¼¾⅓⅔")
_NOT_MONEY: Final = regex.compile(r"[\s-]?(?:%|per\s?cent)|\s?°", regex.IGNORECASE)
_IN_YEAR: Final = regex.compile(r"\b(?:in|constant|of|at|to|today's)\s$", regex.IGNORECASE)
_SPOKEN: Final = frozenset("dollar dollars euro euros pound pounds rupee rupees".split())
_EVEN: Final = regex.compile(r"[,.][-–—]{1,2}")
"""A dash for no cents: "50,- Kč"."""
_OF_COUNTRY: Final = regex.compile(r"\s(?P<country>US|U\.S\.|Cdn|CDN|Canadian|Australian)(?![\p{L}])")
_COUNTRIES: Final = {"US": "USD", "U.S.": "USD", "Cdn": "CAD", "CDN": "CAD", "Canadian": "CAD", "Australian": "AUD"}
_DOTTED: Final = regex.compile(r"[0-9]{2,3}\.[0-9]{3}")
_CONTINENTAL: Final = frozenset("EUR TRY IDR COP ARS CLP PYG VND BRL".split())
"""Currencies whose countries part thousands by dots, and which have no thousandths."""
_THOUSAND: Final = 1000
_YEAR: Final = 1900
_YEAR_END: Final = 2100
_CHANGES: Final = regex.compile(
    r"\b(?:(?P<moves>(?:up|down)(?!\sto\b)|higher|lower|rose|rise[ns]?|rising|fell|fall(?:s|en|ing)?|climb\w{0,3}|jump\w{0,3}"
    r"|drop\w{0,4}|slid|slip\w{0,4}|edged|ticked|eased|surged|sank|tumbled|plunged|declined|advanced|grew|grown)"
    r"|gain\w{0,3}|add(?:s|ed|ing)?|lost|lose[sn]?|losing|shed|increased|decreased|raised|cut|lowered|reduced|lifted"
    r"|hiked)\s(?:\p{L}+\s){0,3}$"
)
"""Words before an amount by which something changed: "rose $2 to $84"."""
_MANY: Final = 5
"""Times that what something changed to is what it changed by, where the verb alone does not tell."""
_NONE: Final = regex.compile(r"\b(?:not|no|every|single|last|each|any|nor|another|the)\s$", regex.IGNORECASE)
_ARTICLE: Final = regex.compile(r"an?(?=[\s-]\p{L})", regex.IGNORECASE)
_AND: Final = regex.compile(r"(?:,?\sand)?\s")


@frozen
class Found:
    """An amount in a text."""

    start: int
    """Where it starts, with its sign."""
    end: int
    """Where it ends, with its currency."""
    low: Decimal | None
    """The least; None on an open side."""
    high: Decimal | None
    """The most; None on an open side."""
    unit: Unit
    """What tells its currency."""
    qualifier: str | None = None
    """The words that bound it."""
    per: str | None = None
    """What it is paid for each of."""
    after: int = 0
    """Where what belongs to it ends, its rate included."""
    number: Amount | None = None
    """Its number, the last of a range."""


def find_amounts(text: str) -> list[Found]:
    """Find the amounts of money in a text, in order.

    >>> for found in find_amounts("It cost at least €20bn to €40bn a year, and 60 cents."):
    ...     print(found.low, found.high, found.unit.codes[0], found.qualifier, found.per)
    20000000000 None EUR at least year
    0.60 0.60 USD None None
    """
    found: list[Found] = []
    at = 0
    for first in number_starts(text):
        if first < at:
            continue
        read = _read_signed(text, first, at) or _read_named(text, first) or _read_single(text, first)
        if read is None:
            continue
        read = _finish(text, _add_parts(text, read))
        at = read.after
        found.append(read)
    return found


def _read_number(text: str, position: int, *, loose: bool = False) -> Amount | None:
    """Read a number; None where it is a percentage."""
    amount = read_amount(text, position, loose=loose)
    return None if amount is None or _NOT_MONEY.match(text, amount.end) else amount


def _dotted(text: str, amount: Amount, unit: Unit) -> Amount:
    """Give a number with its dot taken for a separator of thousands where its currency does so: "12.500 euros"."""
    if amount.scale == 1 and unit.codes[0] in _CONTINENTAL and _DOTTED.fullmatch(text[amount.start : amount.end]):
        return amount._replace(value=(amount.value * _THOUSAND).to_integral_value())
    return amount


def _read_signed(text: str, first: int, at: int) -> Found | None:
    """Read an amount whose sign stands before it: "$5m", "Rs 500 crore", "€20bn to €40bn"."""
    sign = read_sign_before(text, first, at)
    if sign is None:
        return None
    amount = _read_number(text, first, loose=True)
    if amount is None:
        return None
    amount = _dotted(text, amount, sign)
    if sign.careful and not _is_large(text, amount):
        return None
    end, unit = amount.end, sign
    low = high = amount.value
    second = _second_signed(text, sign, amount)
    if second is not None:
        low, high, end, amount = shared_scale(amount, second), second.value, second.end, second
    of_country = _OF_COUNTRY.match(text, end) if unit.codes[0] == "USD" else None
    if of_country is not None and is_free(text, of_country.end()):  # "$5m US", as Canadian papers write
        code = _COUNTRIES[of_country["country"]]
        end, unit = of_country.end(), unit._replace(end=of_country.end(), codes=(code,), default=code)
    closing = read_unit_after(text, end)
    if closing is not None and closing.part == 1 and _same_noun(sign, closing) and not _opens(text, closing):
        end, unit = closing.end, closing
    return Found(sign.start, end, low, None if amount.vague else high, unit, number=amount)


def _same_noun(sign: Unit, closing: Unit) -> bool:
    """Tell whether what stands behind an amount goes with its sign: any dollar with "$"."""
    if sign.codes == closing.codes:
        return True
    nouns = [{currencies()[code].names[0].rpartition(" ")[2] for code in unit.codes} for unit in (sign, closing)]
    return sign.codes[0] in ("USD", "GBP") and len(closing.codes) == 1 and nouns[0] == nouns[1]


def _opens(text: str, unit: Unit, *, wide: bool = True) -> bool:
    """Tell whether a sign behind an amount belongs to the number behind it."""
    after = text[unit.end : unit.end + 2]
    return after[:1].isdigit() or (wide and after.strip().isdigit())


def _is_large(text: str, amount: Amount) -> bool:
    """Tell whether a number is one that only money has: with a scale, separators or decimals, or of four digits."""
    written = text[amount.start : amount.end]
    if amount.scale > 1 or any(mark in written for mark in ",.\u2009\u202f "):
        return True
    return amount.value >= _THOUSAND and not (amount.bare and _YEAR <= amount.value < _YEAR_END)


def _is_meant(text: str, amount: Amount, unit: Unit) -> bool:
    """Tell whether a word behind a number that is something else as well is a currency there."""
    if amount.scale > 1:
        return True
    written = text[unit.start : unit.end]
    code = len(written) == 3 and written.isupper() and written not in CODE_WORDS
    return is_free(text, unit.end) and (code or _is_large(text, amount))


def _second_signed(text: str, sign: Unit, first: Amount) -> Amount | None:
    """Read the second amount of a range: "$3-4bn", "$20 to $40", "between £5m and £6m"."""
    joint = read_joint(text, sign.start, first.end)
    if joint is None:
        return None
    start = next(number_starts(text, joint.end, joint.end + 8), None)
    if start is None:
        return None
    again = read_sign_before(text, start, joint.end)
    if start != joint.end and (again is None or again.start != joint.end or again.codes != sign.codes):
        return None
    if joint.spaced and again is None:
        return None
    second = _read_number(text, start, loose=True)
    low = shared_scale(first, second) if second is not None else Decimal(0)
    if (
        second is None
        or low >= second.value
        or (joint.word == "to" and _is_change(text, sign.start, low, second.value))
    ):
        return None
    alone = again is None and second.scale == 1  # "between $500 and 600", but "$2 million to 20 villages"
    if alone and (first.scale > 1 or (joint.word and not (joint.word == "and" and is_free(text, second.end)))):
        return None
    return second


def _is_change(text: str, start: int, low: Decimal, high: Decimal) -> bool:
    """Tell whether an amount is what something changed by, and one behind it what it changed to."""
    found = _CHANGES.search(text, max(0, start - 40), start)
    return found is not None and (found["moves"] is not None or high >= _MANY * low)


def _read_named(text: str, first: int) -> Found | None:
    """Read an amount whose currency stands behind it: "16 billion kronor", "5 to 6 million euros", "100 €"."""
    if text[first] in _DIGITS and first and _is_inside(text, first):
        return None
    amount = read_amount(text, first)
    if amount is None:
        return None
    unit = _unit_of(text, amount)
    joint = read_joint(text, first, unit.end if unit else amount.end)
    second = read_amount(text, joint.end) if joint is not None else None
    if second is not None and joint is not None and shared_scale(amount, second) < second.value:
        closing = _unit_of(text, second)
        same = closing is not None and (unit is None or unit.codes == closing.codes)
        low = shared_scale(amount, second)
        change = joint.word == "to" and _is_change(text, first, low, second.value)
        if closing is not None and same and not change and not (joint.spaced and unit is None):
            high = None if second.vague else second.value
            return _named(text, first, low, high, closing, second)
    if unit is None:
        return None
    amount = _dotted(text, amount, unit)
    return _named(text, first, amount.value, None if amount.vague else amount.value, unit, amount)


def _named(text: str, start: int, low: Decimal, high: Decimal | None, unit: Unit, amount: Amount) -> Found | None:
    if unit.careful and not _is_meant(text, amount, unit):
        return None
    if low == 1 and text[start].isalpha() and _NONE.search(text, max(0, start - 9), start):
        return None  # "not one shekel"
    if text[unit.start - 1] == "-" and text[start : start + 2].lower() == "a ":
        start += 2  # "a million-dollar question"
    if amount.bare and _YEAR <= amount.value < _YEAR_END and _IN_YEAR.search(text, max(0, start - 12), start):
        return None  # "in 2022 dollars"
    if unit.part != 1:
        low, high = low * unit.part, None if high is None else high * unit.part
    return Found(start, unit.end, low, high, unit, number=amount)


def _read_single(text: str, first: int) -> Found | None:
    """Read "a dollar a day": one unit, where the text tells what it is paid for each of."""
    article = _ARTICLE.match(text, first)
    unit = read_unit_after(text, article.end()) if article else None
    if unit is None or unit.careful or not unit.word or read_rate(text, unit.end)[0] is None:
        return None
    return Found(first, unit.end, unit.part, unit.part, unit)


def _unit_of(text: str, amount: Amount) -> Unit | None:
    """Read the currency behind a number."""
    of = amount.vague or text[amount.end - 6 : amount.end] == "couple" or amount.scale > 1
    tail = _EVEN.match(text, amount.end)
    unit = read_unit_after(text, tail.end() if tail else amount.end, of=of)
    if unit is None or (not unit.word and _opens(text, unit, wide=amount.bare and amount.value >= _YEAR)):
        return None
    return unit


def _is_inside(text: str, first: int) -> bool:
    """Tell whether digits are a piece of a word, a model or a date."""
    before = text[first - 1]
    return before.isalnum() or (before in "-–/:.,'’" and first > 1 and text[first - 2].isalnum()) or before in "#№@&=_/"


def _add_parts(text: str, found: Found) -> Found:
    """Add the cents that follow: "5 dollars and 20 cents"."""
    gap = _AND.match(text, found.end)
    if gap is None or found.unit.part != 1 or found.low is None or found.low != found.high:
        return found
    amount = read_amount(text, gap.end())
    if amount is None or amount.scale > 1:
        return found
    unit = read_unit_after(text, amount.end)
    if unit is None and found.unit.word in _SPOKEN and gap[0] == " ":  # "2 dollars 23"
        spoken = (
            10 <= amount.value < 100 and amount.value % 1 == 0 and found.low < _THOUSAND and is_free(text, amount.end)
        )
        return (
            evolve(found, end=amount.end, low=(total := found.low + amount.value / 100), high=total)
            if spoken
            else found
        )
    if unit is None or unit.part == 1 or not set(unit.codes) & set(found.unit.codes):
        return found
    if amount.value * unit.part >= 1:
        return found
    total = found.low + amount.value * unit.part
    return evolve(found, end=unit.end, low=total, high=total)


def _finish(text: str, found: Found) -> Found:
    """Add the words that bound an amount, and what it is paid for each of."""
    per, after = read_rate(text, found.end)
    bound, behind = bound_before(text, found.start), bound_after(text, found.end)
    if bound is None or (behind is not None and bound.side is Side.NEAR):
        bound = behind
    if bound is None:
        return evolve(found, per=per, after=after)
    low, high = bound.limit(found.low, found.high)
    end = max(after, bound.end)
    if per is None:
        per, end = read_rate(text, end)
    if bound.side is Side.HIGH and found.high is None:
        low = found.low  # "up to several million": the size is all that is told
    return evolve(found, low=low, high=high, qualifier=bound.words, per=per, after=max(after, end))
