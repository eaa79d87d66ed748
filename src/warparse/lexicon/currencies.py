"""Currencies: the tables of their signs, codes, words and names, and whose they are.

Contract: names, ISO codes, the digits of parts and the states that pay with each are those of Unicode CLDR
(`data/currencies.txt`, made by a script of the tables that Babel packs); signs and words beside them are data too.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from warparse.lexicon.finder import Finder
from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.nations import find_state, nation_words

__all__ = [
    "CODE_WORDS",
    "Currency",
    "Unit",
    "currencies",
    "currencies_of",
    "currency_names",
    "currency_words",
    "find_currency_places",
    "lower_case_words",
    "signs",
]

_ONE: Final = Decimal(1)


class Currency(NamedTuple):
    """A currency."""

    code: str
    """Its ISO 4217 code."""
    digits: int
    """Digits of its parts: 2 where a hundred make one."""
    names: tuple[str, ...]
    """Its English name, singular and plural."""
    sign: str | None
    """The sign that it shares with no other; None where there is none."""
    places: tuple[str, ...]
    """The states where it is legal tender; none where it is out of use."""


class Unit(NamedTuple):
    """What tells the currency of an amount."""

    start: int
    """Where it starts in the text."""
    end: int
    """Where it ends."""
    codes: tuple[str, ...]
    """The ISO codes that it may stand for."""
    default: str | None
    """The one that is meant where no country is told; None where then nobody knows."""
    part: Decimal = _ONE
    """What one of it is of the currency: 0.01 for cents."""
    word: str = ""
    """The currency's noun in lower case as it stands; empty for a sign or a code."""
    careful: bool = False
    """Whether it means something else as well, as "won" and "P" do, and counts with a large number only."""


@cache
def currencies() -> dict[str, Currency]:
    """Give every currency by its code, those out of use behind the others.

    >>> currencies()["SEK"].names, currencies()["SEK"].places
    (('Swedish krona', 'Swedish kronor'), ('Sweden',))
    """
    table = []
    for line in read_list("currencies"):
        code, digits, names, sign, places = line.split(" | ")
        told = () if places == "-" else tuple(places.split(", "))
        table.append(Currency(code, int(digits), tuple(names.split(", ")), None if sign == "-" else sign, told))
    return {currency.code: currency for currency in sorted(table, key=lambda each: not each.places)}


def _bare(word: str) -> str:
    """Give a word in lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


@cache
def currency_names() -> dict[str, str]:
    """Give the code of every name in lower case, with and without its accents, those in use first.

    >>> currency_names()["swedish kronor"]
    'SEK'
    """
    table: dict[str, str] = {}
    for currency in currencies().values():
        for name in currency.names:
            table.setdefault(name.lower(), currency.code)
            table.setdefault(_bare(name), currency.code)
    return table


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Give the currencies in use by the last words of their names, without accents."""
    table: dict[str, list[str]] = {}
    for currency in currencies().values():
        if currency.places:
            table.setdefault(_bare(currency.names[0].split()[-1]), []).append(currency.code)
    return {noun: tuple(codes) for noun, codes in table.items()}


@cache
def currency_words() -> dict[str, Unit]:
    """Give every currency word in lower case, with what it may stand for; spans are empty.

    >>> currency_words()["kronor"].default, currency_words()["pence"].part
    ('SEK', Decimal('0.01'))
    >>> currency_words()["kroner"].codes, currency_words()["kroner"].default
    (('DKK', 'NOK', 'SEK', 'ISK'), None)
    """
    table: dict[str, Unit] = {}
    for told, words in read_pairs("currency_words"):
        part, default, codes = _ONE, None, []
        for mark in told.split():
            if mark[0].isdigit():
                part = Decimal(mark)
            elif mark.isupper():
                codes.append(mark)
                default = default or (mark if len(codes) == 1 and "-" not in told.split() else None)
            elif mark != "-":
                codes += _nouns().get(_bare(mark), ())
        for word in words.split(", "):
            plain = word.rstrip("!")
            unit = Unit(0, 0, tuple(dict.fromkeys(codes)), default, part, plain, word.endswith("!!"))
            table.setdefault(plain, unit)
    return table


@cache
def lower_case_words() -> frozenset[str]:
    """Give the currency words that count in lower case only, since in capitals they are names.

    >>> "rand" in lower_case_words(), "rands" in lower_case_words(), "euro" in lower_case_words()
    (True, True, False)
    """
    return frozenset(
        word.rstrip("!") for _, words in read_pairs("currency_words") for word in words.split(", ") if word[-1] == "!"
    )


_COMMON: Final = frozenset("USD EUR GBP JPY CHF CNY INR UAH RUB PLN AUD CAD NZD".split())
"""Codes that are also written in lower case."""
CODE_WORDS: Final = frozenset("ALL TRY TOP CUP MAD PEN COP SOS BMD SDG BND".split())
"""Codes that are words or other short forms in capitals as well, before and behind numbers ("COP 29", "12 BMD")."""
_PLAIN: Final = _COMMON | frozenset(
    "SEK NOK DKK ISK ILS CZK HUF KRW HKD SGD TWD ZAR BRL MXN IDR MYR THB PKR LKR NPR BDT KES NGN EGP KZT".split()
)
"""Codes that are nothing else; others stand before large numbers only ("CRC 32", "BSD 3")."""


@cache
def signs() -> dict[str, Unit]:
    """Give every sign and code as it is written, with what it may stand for; spans are empty.

    >>> signs()["NZ$"].default, signs()["kr"].default, signs()["kr"].codes
    ('NZD', None, ('SEK', 'NOK', 'DKK', 'ISK'))
    """
    table: dict[str, Unit] = {}
    for told, written in read_pairs("currency_signs"):
        marks = told.split()
        part = Decimal(marks[0]) if marks[0][0].isdigit() else _ONE
        codes = tuple(mark for mark in marks if mark.isupper())
        default = None if "-" in marks or "!" in marks else codes[0]
        for sign in written.split(", "):
            known = table.get(sign)
            both = codes if known is None else (*known.codes, *codes)
            table[sign] = Unit(0, 0, both, default, part, "", "!" in marks or "large" in marks)
    for currency in currencies().values():
        if currency.sign:
            for sign in currency.sign.split(", "):
                table[sign] = Unit(0, 0, (currency.code,), currency.code)
        if currency.places or currency.code in ("BGN", "HRK"):
            unit = Unit(0, 0, (currency.code,), currency.code, careful=currency.code not in _PLAIN)
            table.setdefault(currency.code, unit)
            if currency.code in _COMMON:
                table.setdefault(currency.code.lower(), unit)
    return table


# -- whose a currency is ------------------------------------------------------------------------


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Give the currencies of every place and people by its name, the place's own first."""
    table: dict[str, list[str]] = {}
    for currency in currencies().values():
        for place in currency.places:
            table.setdefault(find_state(place) or place, []).append(currency.code)
        name = currency.names[0].rpartition(" ")[0]
        if currency.places and name:
            table.setdefault(name, []).append(currency.code)
    for code, words in read_pairs("currency_places"):
        for word in words.split(", "):
            table.setdefault(word, []).insert(0, code)
    for place, codes in table.items():  # a currency of many states goes behind that of one
        codes.sort(
            key=lambda code: len(currencies()[code].places) > 3 and code in ("USD", "EUR") and place != "United States"
        )
    return {place: tuple(dict.fromkeys(codes)) for place, codes in table.items()}


def currencies_of(place: str) -> tuple[str, ...]:
    """Give the currencies in use in a state, by its name, adjective or seat of government; none where unknown.

    >>> currencies_of("Swedish"), currencies_of("Haiti"), currencies_of("Narnia")
    (('SEK',), ('HTG', 'USD'), ())
    """
    table = _places()
    for word in dict.fromkeys((place, place.title(), place.upper())):
        state = find_state(word) or word
        if state in table:
            return table[state]
    return ()


@cache
def _place_finder() -> tuple[Finder, tuple[tuple[str, tuple[str, ...]], ...]]:
    words = sorted({*nation_words(), *_places()})
    known = tuple((word, codes) for word in words if (codes := _places().get(find_state(word) or word, ())))
    return Finder(word for word, _ in known), known


def find_currency_places(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """Find the places and peoples of a text that have a currency: where each starts, its name, its currencies.

    >>> find_currency_places("Norway and the Danes")
    [(0, 'Norway', ('NOK',)), (15, 'Danes', ('DKK',))]
    """
    finder, known = _place_finder()
    found = []
    for number, start, end in finder.find(text):
        if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
            continue
        found.append((start, *known[number]))
    return found
