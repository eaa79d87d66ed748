"""What tells the currency of an amount, before or behind its number: a sign, a code, a word with its country.

Contract: reads at a place in a text, at a cost that does not depend on the length of the text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import regex

from warparse.lexicon.currencies import Unit, currencies_of, currency_names, currency_words, lower_case_words, signs

__all__ = ["read_sign_before", "read_unit_after"]

_ONE: Final = Decimal(1)
_LONGEST: Final = 6
"""Characters of the longest sign."""


def read_sign_before(text: str, position: int, start: int = 0) -> Unit | None:
    """Read the sign or code that ends at a position, or a space before it; None where there is none.

    Args:
        text: a text.
        position: where a number starts.
        start: where to stop looking.

    >>> unit = read_sign_before("worth NZ$16 million", 9)
    >>> unit.start, unit.end, unit.codes
    (6, 9, ('NZD',))
    """
    end = position - 1 if position > start and text[position - 1].isspace() else position
    table = signs()
    for length in range(min(_LONGEST, end - start), 0, -1):
        first = end - length
        unit = table.get(text[first:end])
        if unit is None:
            continue
        before = text[first - 1] if first > start else ""
        if text[first].isalnum() and (before.isalnum() or (before in ("-", ".", "’", "'", "_", "/") and before)):
            continue
        if " " in text[first:end] and (
            (text[first].islower() and end == position) or text[max(start, first - 4) : first].lower() == "the "
        ):
            continue  # "it costs us $5", "the US $5bn loan"
        if text[first] in "$£" and before.isupper():  # a dollar that the table does not know
            return None
        return unit._replace(start=first, end=end)
    return None


_TOKEN: Final = regex.compile(r"[\s-]?(?P<word>\p{L}[\p{L}.'’ʻ]{0,23})(?![\p{L}\p{N}])")
_FILLING: Final = frozenset("taxpayer taxpayers taxpayers' taxpayers’ tax aid additional extra more".split())
"""Words that may stand between a number and its currency: "billions of taxpayer dollars"."""
_EURO: Final = regex.compile(
    r"[\s-](?:zone|area|group|bloc|countr|member|nation|state|minister|finance|cup|championship|star|final|match|MP|ME)"
)
_DOLLAR: Final = regex.compile(r"[\s-](?:store|shop|index|bond|diplomacy|zone|peg|bloc|tree)")


def read_unit_after(text: str, position: int, *, of: bool = False) -> Unit | None:
    """Read the sign, code or words that tell the currency right behind a number; None where there are none.

    Args:
        text: a text.
        position: where the number ends.
        of: let the word "of" stand between, as behind "hundreds".

    >>> text = "16 billion Swedish kronor"
    >>> unit = read_unit_after(text, 10)
    >>> text[unit.start : unit.end], unit.codes
    ('Swedish kronor', ('SEK',))
    """
    sign, words = _sign_after(text, position), _words_after(text, position, of=of)
    if sign is None or words is None:
        return sign or words
    return words if words.end > sign.end else sign  # "CFA francs"


def _sign_after(text: str, position: int) -> Unit | None:
    table = signs()
    start = position + text[position : position + 1].isspace()
    for length in range(_LONGEST, 0, -1):
        sign = text[start : start + length]
        unit = table.get(sign)
        if unit is None or len(sign) < length or " " in sign:
            continue
        end = start + length
        after = text[end : end + 1]
        if after.isalnum() and (sign[-1].isalpha() or (after.isdigit() and start > position)):
            continue
        if unit.careful and unit.default is None:
            continue
        return unit._replace(start=start, end=end)
    return None


def _words_after(text: str, position: int, *, of: bool) -> Unit | None:
    words: list[str] = []
    first, end = position, position
    nouns = currency_words()
    for _ in range(5):
        found = _TOKEN.match(text, end)
        if found is None:
            return None
        end = found.end()
        word = found["word"]
        if not words:
            if of and word == "of":
                of = False
                continue
            if word.lower() in _FILLING:
                continue
            first = found.start("word")
        if words and word.lower() in _FILLING:
            continue
        bare = word.rstrip(".’'")
        unit = nouns.get(bare.lower()) if not words else None
        unit = unit or _named([*words, bare], nouns)
        words.append(word)
        cents = _cents_of(text, unit, found.end()) if unit is not None else None
        if cents is not None:
            return cents._replace(start=first)
        if unit is not None:
            stop = found.start("word") + len(bare)
            return _end_unit(text, unit, first, stop, bare)
        if len(words) == 4:
            break
    return None


def _cents_of(text: str, unit: Unit, end: int) -> Unit | None:
    """Give the part of a currency whose noun stands behind it: "euro cents"."""
    found = _TOKEN.match(text, end)
    word = found["word"].rstrip(".’'") if found else ""
    part = currency_words().get(word.lower())
    if found is None or part is None or part.part == _ONE or unit.part != _ONE:
        return None
    return Unit(0, found.start("word") + len(word), unit.codes, unit.default, part.part, part.word)


def _named(words: list[str], nouns: dict[str, Unit]) -> Unit | None:
    """Give the currency of several words: its name, or a country with a noun."""
    lower = [word.lower() for word in words]
    phrase = " ".join(lower)
    if phrase in nouns:
        return nouns[phrase]
    unit = nouns.get(lower[-1])
    code = currency_names().get(phrase)
    if code is not None and len(words) > 1:
        part = unit.part if unit else _ONE
        return Unit(0, 0, (code,), code, part, lower[-1])
    if unit is None or len(words) < 2:
        return None
    codes = currencies_of(" ".join(words[:-1]))
    told = tuple(code for code in codes if code in unit.codes)
    return Unit(0, 0, told, told[0], unit.part, unit.word) if told else None


def _end_unit(text: str, unit: Unit, start: int, end: int, word: str) -> Unit | None:
    """Place a unit, and refuse a noun that is a piece of something else."""
    lower = word.lower()
    if lower == "euro" and _EURO.match(text, end):
        return None
    if lower == "dollar" and _DOLLAR.match(text, end):
        return None
    if word != lower and lower in lower_case_words():
        return None
    if lower in ("pounds", "pound") and text.startswith(" sterling", end):
        return Unit(start, end + len(" sterling"), ("GBP",), "GBP", _ONE, unit.word)
    return unit._replace(start=start, end=end)
