"""One number at a place: its digits or words, and the scale behind them.

Contract: `read_amount` reads the longest number that starts at a position ("two and a half million", "1.2bn",
"hundreds of thousands"); what surrounds it is looked at in `numbers`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

import regex

from warparse.lexicon.digits import DIGIT_STARTS, read_digits
from warparse.lexicon.lists import read_pairs

__all__ = ["Amount", "number_words", "read_amount", "read_scale"]

_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_HUNDRED: Final = Decimal(100)
_DOZEN: Final = Decimal(12)
_MOST: Final = 16
"""Words that one number may have."""
_WORD: Final = regex.compile(r"(?P<gap>[\s-]\s?)(?P<word>[A-Za-z]{1,12})(?![A-Za-z])")
_FIRST: Final = regex.compile(r"[A-Za-z]{1,12}(?![A-Za-z])")
_SCALE: Final = regex.compile(r"(?P<gap>[\s-]\s?)?(?P<word>[A-Za-z]{1,11})(?![\p{L}\p{N}])")
_AND_PART: Final = regex.compile(r"[\s-]and[\s-]a[\s-](?P<part>half|quarter)\b", regex.IGNORECASE)


class Amount(NamedTuple):
    """One number."""

    start: int
    """Where it starts in the text."""
    end: int
    """Where it ends, its scale included."""
    value: Decimal
    """Its value; of a vague one, the least."""
    scale: Decimal
    """The scale at its end ("million" is 1000000), 1 where there is none."""
    letters: str = ""
    """A scale of letters as written ("bn", "m"), empty where there is none or it is a word."""
    vague: bool = False
    """Whether it is left open ("dozens", "several million")."""
    bare: bool = False
    """Whether it is digits and nothing else, as a year is."""


class _Word(NamedTuple):
    kind: str
    value: Decimal
    end: int
    text: str


@cache
def number_words() -> dict[str, dict[str, Decimal]]:
    """Give the values of number words by kind, as `data/number_words.txt` tells.

    >>> number_words()["teen"]["twelve"], number_words()["short"]["bn"]
    (Decimal('12'), Decimal('1000000000'))
    """
    table: dict[str, dict[str, Decimal]] = {}
    for kind, words in read_pairs("number_words"):
        for entry in words.split(", "):
            word, value = entry.split()
            table.setdefault(kind, {})[word] = Decimal(value)
    return table


@cache
def _spoken() -> dict[str, tuple[str, Decimal]]:
    """Give the kind and value of each word that stands for itself."""
    table: dict[str, tuple[str, Decimal]] = {}
    for kind, words in number_words().items():
        if kind not in ("short", "glued"):
            for word, value in words.items():
                table.setdefault(word, (kind, value))
    return table


@cache
def _scales() -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """Give the scales that stand behind digits with a space, and without one."""
    words = number_words()
    spaced = {**words["short"], **words["scale"]}
    return spaced, {**words["glued"], **spaced}


def read_amount(text: str, position: int, *, loose: bool = False) -> Amount | None:
    """Read the number that starts at a position; None where none does.

    Args:
        text: a text.
        position: where the number starts.
        loose: take a single letter behind a space for a scale ("5 m"), as behind a currency sign.

    >>> read_amount("two and a half million people", 0).value
    Decimal('2500000')
    >>> read_amount("1.2bn", 0).value, read_amount("hundreds of thousands", 0).value
    (Decimal('1200000000'), Decimal('100000'))
    """
    char = text[position : position + 1]
    if char and char in DIGIT_STARTS:
        return _read_figures(text, position, loose=loose)
    if char.isascii() and char.isalpha():
        words = _read_spoken(text, position)
        return _parse(words, position) if words else None
    return None


def read_scale(text: str, position: int, *, loose: bool = False) -> tuple[int, Decimal, str] | None:
    """Read the scale right behind digits: its end, its value and its letters; None where there is none.

    Args:
        text: a text.
        position: where the digits end.
        loose: take a single letter behind a space too.

    >>> read_scale("5 million", 1), read_scale("5bn", 1)
    ((9, Decimal('1000000'), ''), (3, Decimal('1000000000'), 'bn'))
    """
    found = _SCALE.match(text, position)
    if found is None:
        return None
    spaced, glued = _scales()
    word = found["word"].lower()
    value = (spaced if found["gap"] and not loose else glued).get(word)
    if value is None or (word == "mm" and not loose):  # "155mm" is a width
        return None
    if found["gap"] and len(word) == 1 and text[found.end() : found.end() + 1] in ("'", "’", "-"):
        return None
    return found.end(), value, "" if len(word) > 3 else word


def _read_figures(text: str, position: int, *, loose: bool) -> Amount | None:
    digits = read_digits(text, position)
    if digits is None:
        return None
    end, value, scale, letters = digits.end, digits.value, _ONE, ""
    part = _AND_PART.match(text, end)
    if part:
        end, value = part.end(), value + number_words()["part"][part["part"].lower()]
    for _ in range(2):  # "1 lakh crore", "500 thousand million"
        found = read_scale(text, end, loose=loose)
        if found is None or (letters and scale != _ONE):
            break
        end, scale, letters = found[0], scale * found[1], found[2]
    bare = digits.bare and end == digits.end
    return Amount(position, end, _times(value, scale), scale, letters, vague=False, bare=bare)


def _times(value: Decimal, scale: Decimal) -> Decimal:
    """Multiply, without the fraction's zeros where the scale has taken it up."""
    if scale == _ONE:
        return value
    product = value * scale
    whole = product.to_integral_value()
    return whole if whole == product else product


def _read_spoken(text: str, position: int) -> list[_Word]:
    """Give the words from a position on that a number may be made of."""
    table = _spoken()
    found = _FIRST.match(text, position)
    words: list[_Word] = []
    while found is not None and len(words) < _MOST:
        word = found[0] if not words else found["word"]
        known = table.get(word.lower())
        if known is None:
            break
        words.append(_Word(*known, found.end(), word.lower()))
        found = _WORD.match(text, found.end())
    return words


def _parse(words: list[_Word], start: int) -> Amount | None:
    first = words[0]
    if first.kind == "link":
        return _parse_article(words, start) if first.text in ("a", "an") else None
    if first.kind == "plural":
        return _parse_plural(words, 0, start)
    if first.kind == "some":
        return _parse_some(words, 1, start)
    if first.kind == "part":
        return _parse_part(words, 1, first.value, start)
    if first.kind in ("unit", "teen", "ten"):
        if len(words) > 1 and words[1].text == "quarters":
            return _parse_part(words, 2, first.value * words[1].value, start)
        return _parse_plain(words, 0, start)
    return None


def _parse_article(words: list[_Word], start: int) -> Amount | None:
    """Parse what begins with "a": "a dozen", "a couple of million", "a few hundred", "a half-dozen"."""
    if len(words) < 2:
        return None
    second = words[1]
    if second.kind == "scale":
        return _parse_plain([_Word("unit", _ONE, words[0].end, "one"), *words[1:]], 0, start)
    if second.kind == "some":
        return _parse_some(words, 2, start)
    if second.kind == "part":
        return _parse_part(words, 2, second.value, start)
    if second.kind == "two":
        at = 3 if len(words) > 3 and words[2].text == "of" and words[3].kind == "scale" else 2
        return _scaled(words, at, second.value, start)
    return None


def _parse_some(words: list[_Word], at: int, start: int) -> Amount | None:
    """Parse what stands behind "several" or "a few", which alone tell no number."""
    if at < len(words) and words[at].kind == "plural":
        return _parse_plural(words, at, start)
    if at < len(words) and words[at].kind == "scale":
        return _scaled(words, at, _ONE, start)._replace(vague=True)
    return None


def _parse_part(words: list[_Word], at: int, part: Decimal, start: int) -> Amount | None:
    """Parse "half a million", "half-million", "three quarters of a billion"."""
    at += _says(words, at, "of")
    at += _says(words, at, "a") or _says(words, at, "an")
    if at < len(words) and words[at].kind == "scale":
        return _scaled(words, at, part, start)
    return None


def _scaled(words: list[_Word], at: int, value: Decimal, start: int) -> Amount:
    """Multiply by the scales from a place on, if there are any."""
    scale, after = _read_scales(words, at)
    return Amount(start, words[after - 1].end, _times(value, scale), scale)


def _read_scales(words: list[_Word], at: int) -> tuple[Decimal, int]:
    """Read up to two scales ("hundred thousand", "lakh crore"): their product and the place behind them."""
    scale, after = _ONE, at
    while after < min(len(words), at + 2) and words[after].kind == "scale":
        scale, after = scale * words[after].value, after + 1
    return scale, after


def _parse_plural(words: list[_Word], at: int, start: int) -> Amount:
    """Parse "dozens", "tens of thousands", "hundreds of billions"."""
    value, end = words[at].value, words[at].end
    while at + 2 < len(words) and words[at + 1].text == "of" and words[at + 2].kind == "plural":
        at += 2
        value, end = value * words[at].value, words[at].end
    return Amount(start, end, value, words[at].value, vague=True)


def _parse_plain(words: list[_Word], at: int, start: int) -> Amount | None:
    """Parse "fifty-five", "two hundred and five thousand", "two and a half million", "a million and a half"."""
    total, scale, last, done = Decimal(0), _ONE, _ONE, 0
    while (read := _read_group(words, at)) is not None:
        value, after = read
        scale, after = _read_scales(words, after)
        if done and value * scale >= last:
            break
        total, last, done = total + _times(value, scale), scale, after
        if scale in (_ONE, _DOZEN):
            break
        if _says(words, after, "and", "a", "half"):
            total, done = total + _times(_HALF, scale), after + 3
            break
        at = after + _says(words, after, "and")
    return Amount(start, words[done - 1].end, total, _last_scale(words[:done])) if done else None


def _last_scale(words: list[_Word]) -> Decimal:
    """Give the product of the scales that a number ends with, 1 where there are none."""
    scale = _ONE
    for word in reversed(words):
        if word.kind != "scale":
            break
        scale *= word.value
    return scale


def _says(words: list[_Word], at: int, *due: str) -> bool:
    return tuple(word.text for word in words[at : at + len(due)]) == due


def _read_group(words: list[_Word], at: int) -> tuple[Decimal, int] | None:
    """Read a number below a thousand, or one with a fraction: its value and the place behind it."""
    read = _read_small(words, at)
    if read is None:
        return None
    value, at = read
    if at < len(words) and words[at].value == _HUNDRED and words[at].kind == "scale":
        value, at = value * _HUNDRED, at + 1
        rest = _read_small(words, at + _says(words, at, "and"))
        if rest and not (rest[1] < len(words) and words[rest[1]].value == _HUNDRED):
            value, at = value + rest[0], rest[1]
    if _says(words, at, "and", "a", "half") or _says(words, at, "and", "a", "quarter"):
        return value + words[at + 2].value, at + 3
    if _says(words, at, "point"):
        return _read_point(words, at, value)
    return value, at


def _read_small(words: list[_Word], at: int) -> tuple[Decimal, int] | None:
    """Read a number below a hundred: its value and the place behind it."""
    if at >= len(words) or words[at].kind not in ("unit", "teen", "ten"):
        return None
    if words[at].kind == "ten" and at + 1 < len(words) and words[at + 1].kind == "unit":
        return words[at].value + words[at + 1].value, at + 2
    return words[at].value, at + 1


def _read_point(words: list[_Word], at: int, whole: Decimal) -> tuple[Decimal, int]:
    """Read the spoken decimals behind a whole number: "two point five"."""
    digits, after = "", at + 1
    while after < len(words) and words[after].kind in ("unit", "teen") and words[after].value < 10:
        digits += str(words[after].value)
        after += 1
    return (whole + Decimal(f"0.{digits}"), after) if digits else (whole, at)
