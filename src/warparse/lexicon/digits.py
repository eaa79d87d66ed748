"""Numbers in digits, as newspapers of many countries write them.

Contract: `read_digits` reads one number at a place, with its separators and decimals; what is written beside it
is nobody's business here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

import regex

__all__ = ["DIGIT_STARTS", "Digits", "read_digits"]

DIGIT_STARTS: Final = "0123456789½¼¾⅓⅔.,"
"""Characters that a number in digits may start with; a dot or comma only before a digit."""
# Thousands parted by commas (also the Indian way), spaces of all widths, apostrophes or dots, or not at all. A
# single group behind a dot is a fraction, "000" excepted. Every repeat excludes the character that ends it.
_NUMBER: Final = regex.compile(
    r"(?P<commas>[0-9]{1,3}(?:,[0-9]{2,3}){0,6},[0-9]{3}(?![0-9]))(?P<point>\.[0-9]{1,6}(?![0-9]))?"
    r"|(?P<spaces>[0-9]{1,3}(?:[\s\u2009\u202f\u2007][0-9]{3}){1,6}(?![0-9]))(?P<tail>[.,][0-9]{1,2}(?![0-9]))?"
    r"|(?P<quotes>[0-9]{1,3}(?:['’][0-9]{3}){1,6}(?![0-9]))(?P<cents>[.,][0-9]{1,2}(?![0-9]))?"
    r"|(?P<dots>[0-9]{1,3}(?:(?:\.[0-9]{3}){2,6}|(?:\.[0-9]{3})(?=,[0-9]{1,2}(?![0-9]))|\.000)(?![.]?[0-9]))"
    r"(?P<comma>,[0-9]{1,2}(?![0-9]))?"
    r"|(?P<plain>(?:[0-9]{1,24}+(?![0-9])(?:\.[0-9]{1,12}|,[0-9]{1,2}(?![0-9,]))?|\.[0-9]{1,12}+(?![0-9])))(?P<vulgar>[½¼¾⅓⅔])?"
    r"|(?P<only>[½¼¾⅓⅔])"
)
_RUN: Final = regex.compile(r"[0-9]{1,24}+(?![0-9])")
_SEPARATING: Final = frozenset(",. '’\n\t\r\xa0\u2009\u202f\u2007")
_VULGAR: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.3333333333"),
    "⅔": Decimal("0.6666666667"),
}


class Digits(NamedTuple):
    """A number in digits."""

    start: int
    """Where it starts in the text."""
    end: int
    """Where it ends."""
    value: Decimal
    """Its value, with the decimals as written."""
    bare: bool
    """Whether it is digits and nothing else, as a year is."""


def read_digits(text: str, position: int) -> Digits | None:
    """Read the number in digits that starts at a position; None where there is none.

    >>> read_digits("12,34,567.50 rupees", 0)
    Digits(start=0, end=12, value=Decimal('1234567.50'), bare=False)
    >>> read_digits("3,5 Mio", 0).value, read_digits("1 250 000", 0).value, read_digits("2½", 0).value
    (Decimal('3.5'), Decimal('1250000'), Decimal('2.5'))
    """
    run = _RUN.match(text, position)
    if run is not None:
        after = text[run.end() : run.end() + 2]
        if after[:1] not in _VULGAR and not (after[:1] in _SEPARATING and after[1:].isdecimal()):
            return Digits(position, run.end(), Decimal(run[0]), bare=True)  # nothing follows: most numbers
    return _full(text, position)


def _full(text: str, position: int) -> Digits | None:
    """Read a number with what may part its digits."""
    found = _NUMBER.match(text, position)
    if found is None:
        return None
    kind = found.lastgroup
    if kind in ("plain", "vulgar", "only"):
        whole = found["plain"] or "0"
        value = Decimal(whole.replace(",", "."))
        part = found["vulgar"] or found["only"]
        return Digits(position, found.end(), value + _VULGAR[part] if part else value, found[0].isdecimal())
    whole = found["commas"] or found["spaces"] or found["quotes"] or found["dots"]
    rest = found["point"] or found["tail"] or found["cents"] or found["comma"] or ""
    digits = "".join(char for char in whole if char.isdecimal())
    return Digits(position, found.end(), Decimal(digits + rest.replace(",", ".")), bare=False)
