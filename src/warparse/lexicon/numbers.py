"""Numbers in words and digits: "57", "two and a half million", "between 15 and 20", "at least a dozen".

Contract: percentages, ordinals, years, times, days of a month and the numbers in names ("Kh-101", "Group of
Seven") are no numbers here; ages, distances and the like are, their nouns tell. Linear in the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from warparse.lexicon.bounds import bound_after, bound_before
from warparse.lexicon.lists import read_list
from warparse.lexicon.numerals import Amount, number_words, read_amount

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

__all__ = ["Joint", "Number", "find_numbers", "number_starts", "read_joint", "read_range", "shared_scale"]


class Number(NamedTuple):
    """A number, or a range of numbers."""

    start: int
    """Where it starts in the text, without the words that bound it."""
    end: int
    """Where it ends, its scale included."""
    low: Decimal | None
    """The least; None where that side is open ("up to 20")."""
    high: Decimal | None
    """The most; None where that side is open ("at least 55", "dozens")."""
    qualifier: str | None
    """The words that bound it, in lower case ("at least", "nearly"); None where there are none."""
    qualifier_start: int
    """Where those words start; the number's own start where there are none before it."""
    vague: bool = False
    """Whether no number is told, only its size ("dozens", "several million")."""
    letters: str = ""
    """A scale of letters as written ("bn", "m", which may be metres), empty where there is none or it is a word."""


_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?"
)
# A word, or where a number in digits may start.
_TOKEN: Final = regex.compile(r"\p{L}+|(?:[.,]?[0-9]++)++|[½¼¾⅓⅔]")
_JOINT: Final = regex.compile(
    r"(?P<dash>[-–—]|\s[-–]\s)|\s(?P<word>to|or|and|till|until)\s(?:(?:about|around|some)\s)?"
)
_BETWEEN: Final = regex.compile(r"\bbetween\s(?:(?:about|around|roughly|some|an\sestimated)\s)?$", regex.IGNORECASE)
_FROM: Final = regex.compile(r"\bfrom\s(?:[a-z]{1,9}\s){0,2}$", regex.IGNORECASE)
# What went from one number to another, no range; but "ranging from" is one whatever stands before it.
_CHANGE: Final = regex.compile(
    r"\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|up|down|increas\w{0,3}|decreas\w{0,3}|jump\w{0,3}|climb\w{0,3}|surg\w{1,3}"
    r"|soar\w{0,3}|gr[eo]w(?:n|s|ing|th)?|rais\w{1,3}|hik\w{1,3}|boost\w{0,3}|cut(?:s|ting)?|reduc\w{1,4}|lower\w{0,3}|lift\w{0,3}"
    r"|doubl\w{1,3}|tripl\w{1,3}|went|go(?:es|ne|ing)?|mov\w{1,3}|revis\w{1,3}|correct\w{0,3}|upgrad\w{1,3}|expand\w{0,3}|swell\w{0,3}"
    r"|bring\w{0,3}|brought|tak(?:e|es|ing|en)|took|chang\w{1,3}|shrink\w{0,3}|shrank|drop\w{0,4}|slid|slump\w{0,3}|extend\w{0,3}|toll)\b",
    regex.IGNORECASE,
)
_RANGING: Final = regex.compile(r"\b(?:rang|anything|anywhere|vary|vari)", regex.IGNORECASE)
_MONTH_NAMES: Final = frozenset(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# What makes digits a model, a date or a piece of something longer, behind them.
_BEHIND: Final = regex.compile(
    rf"\p{{L}}|[:/.][0-9]|,[0-9]|\s?[ap]\.?m\b|\s?(?:GMT|BST|UTC|EST|EDT|CET|CEST|EET|EEST|MSK|IST)\b"
    rf"|\s?°|\sdegrees?\b|\s(?:of\s)?(?:{_MONTHS})\b|[-–][0-9]|\so['’]?clock"
)
_JOINING: Final = "-–/:.,'’"
"""Marks between a letter or digit and digits that belong to it: "Kh-101", "12:30"."""
_DIGITAL: Final = frozenset("0123456789.,½¼¾⅓⅔")
_HOLDING: Final = "/:#№@&=_"
"""Marks before digits that are no number."""
_PERCENT: Final = regex.compile(r"[\s-]?(?:%|per\s?cent|pct\b|pc\b|percentage)", regex.IGNORECASE)
_SHARE: Final = regex.compile(
    r"-(?:first|second)\b|[\s-](?:third|fourth|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?\b"
    r"(?!\s(?:of|in|on)\s(?:January|February|March|April|May|June))",
)
_CAREFUL: Final = frozenset("over above under below beyond".split())
"""Words that bound a number or tell a place: "over five regions"."""


@cache
def _starters() -> frozenset[str]:
    """Give the words that a number may start with."""
    words = number_words()
    kinds = ("unit", "teen", "ten", "plural", "some", "part")
    return frozenset(word for kind in kinds for word in words[kind]) | {"a", "an"}


@cache
def _numbered() -> frozenset[str]:
    return frozenset(read_list("numbered_nouns"))


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Find the numbers of a text, in order.

    Args:
        text: a text; white space in it may be of any kind.
        start: where to start looking.
        end: where numbers must have started; the text's end where None.

    >>> for number in find_numbers("At least 55 of between 60 and 70 drones, nearly two dozen of them decoys"):
    ...     print(number.qualifier, number.low, number.high)
    at least 55 None
    None 60 70
    nearly 24 24
    >>> find_numbers("On 5 May 2022, 30% of Kh-101s")
    ()
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Number] = []
    at = start
    for first in number_starts(text, start, stop):
        if first < at:
            continue
        if text[first] in _DIGITAL and first and _is_inside(text, first):
            at = _skip(text, first)
            continue
        read = read_range(text, first)
        if read is not None:
            at = read.end
            if _counts(text, read):
                found.append(_bounded(text, read, start))
    return tuple(found)


def number_starts(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Give every place where a number may start: digits behind no digit, and words that numbers start with.

    >>> list(number_starts("Two of 1,500 men paid RM5"))
    [0, 7, 24]
    """
    starters = _starters()
    for token in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, word = token.start(), token[0]
        if word[0].isalpha():
            if word.lower() in starters and not (first and text[first - 1].isdecimal()):
                yield first
        elif first and word[0] in ".," and text[first - 1].isalnum():
            yield first + 1  # "Rs.5,000"
        elif not first or not text[first - 1].isdecimal() or word[0] in "½¼¾⅓⅔":
            yield first


def read_range(text: str, position: int) -> Number | None:
    """Read the number or range of numbers that starts at a position, whatever stands around it.

    >>> read_range("5 to 6 million", 0)[1:4]
    (14, Decimal('5000000'), Decimal('6000000'))
    """
    first = read_amount(text, position)
    if first is None:
        return None
    second = _read_second(text, first)
    if second is None:
        high = None if first.vague else first.value
        return Number(position, first.end, first.value, high, None, position, first.vague, first.letters)
    low = shared_scale(first, second)
    high = None if second.vague else second.value
    vague = first.vague or second.vague
    return Number(position, second.end, low, high, None, position, vague, second.letters)


def shared_scale(first: Amount, second: Amount) -> Decimal:
    """Give the first value of a range, in the scale of the second where it has none of its own.

    >>> shared_scale(read_amount("5", 0), read_amount("6 million", 0))
    Decimal('5000000')
    """
    if first.scale == 1 and second.scale > 1 and first.value <= second.value / second.scale:
        low = first.value * second.scale
        return low.to_integral_value() if low == low.to_integral_value() else low
    return first.value


def _read_second(text: str, first: Amount) -> Amount | None:
    """Read the number that makes a range with one before it."""
    joint = read_joint(text, first.start, first.end)
    if joint is None or joint.spaced or (not joint.word and first.bare and _is_year(text, first)):
        return None
    second = read_amount(text, joint.end)
    if second is None or _PERCENT.match(text, second.end):
        return None
    low = shared_scale(first, second)
    return second if low < second.value and (joint.word != "or" or second.value <= 3 * low) else None


class Joint(NamedTuple):
    """What joins two numbers to a range."""

    end: int
    """Where it ends."""
    word: str
    """Its word in lower case ("to", "and", "or"); empty for a dash."""
    spaced: bool
    """Whether it is a dash with spaces around it."""


def read_joint(text: str, start: int, end: int) -> Joint | None:
    """Read what may join an amount to a second one in a range; None where nothing does.

    Args:
        text: a text.
        start: where the first amount starts, with its sign.
        end: where it ends.

    >>> read_joint("between $5m and $6m", 8, 11)
    Joint(end=16, word='and', spaced=False)
    >>> read_joint("rose from $5m to $6m", 10, 13) is None
    True
    """
    joint = _JOINT.match(text, end)
    if joint is None:
        return None
    word = (joint["word"] or "").lower()
    if word == "and":
        window = text[max(0, start - 32) : start]
        if not ("etween" in window.lower() and _BETWEEN.search(window)):
            return None
    elif word and word != "or":
        window = text[max(0, start - 80) : start]
        if _FROM.search(window[-32:]) and _CHANGE.search(window) and not _RANGING.search(window[-48:]):
            return None
    return Joint(joint.end(), word, joint[0] != joint[0].strip() and not word)


def _counts(text: str, number: Number) -> bool:
    """Tell whether a number stands for itself, and is no percentage, date, model or name."""
    start, end = number.start, number.end
    if _PERCENT.match(text, end) or _SHARE.match(text, end):
        return False
    if text[start].isalpha():
        return not _is_name(text, start)
    if _BEHIND.match(text, end):
        return False
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return False
    return not (_is_name(text, start) or _tells_year(text, start, end))


def _is_inside(text: str, start: int) -> bool:
    """Tell whether digits are a piece of a word, a model, a date or something longer, by what stands before them."""
    before = text[start - 1]
    if before in _JOINING:
        return start > 1 and (text[start - 2].isalnum() or before in _HOLDING)
    if before.isalnum():
        return True
    return before.isspace() and _word_before(text, start).rstrip(".") in _MONTH_NAMES


def _word_before(text: str, start: int) -> str:
    """Give the word before a place, in lower case; empty where a mark stands there."""
    words = text[max(0, start - 14) : start].split()
    return words[-1].lower() if words and text[start - 1].isspace() else ""


def _skip(text: str, start: int) -> int:
    """Give the end of the digits from a place on, with the marks between them."""
    while start < len(text) and (
        text[start].isdecimal() or (text[start] in ".,:/" and text[start + 1 : start + 2].isdecimal())
    ):
        start += 1
    return start


def _is_name(text: str, start: int) -> bool:
    """Tell whether a number belongs to the noun before it: "Group of Seven", "Article 5", "no one"."""
    noun = _word_before(text, start)
    if noun == "of":
        return text[max(0, start - 9) : start].lower().startswith("group of")
    if noun == "big":
        return text[start].isupper()
    return noun in _numbered() and (noun != "no" or text[start].isdecimal() or text[start : start + 3].lower() == "one")


def _is_year(text: str, amount: Amount) -> bool:
    return amount.end - amount.start == 4 and 1900 <= amount.value < 2100 and text[amount.start] in "12"


_YEARS: Final = regex.compile(r"(?:19|20)[0-9]{2}(?![0-9])")
_BEFORE_YEAR: Final = frozenset(
    "in since of by from until till during before after the early late mid to and for between year spring summer autumn"
    " fall winter through".split()
)


def _tells_year(text: str, start: int, end: int) -> bool:
    """Tell whether four digits are a year: no round number with a noun, and not bounded."""
    if end - start != 4 or not _YEARS.match(text, start):
        return False
    bound = bound_before(text, start)
    if bound is not None and bound.words not in _YEARLY:
        return False
    word = text[max(0, start - 10) : start].rstrip().rpartition(" ")[2].lower()
    plain = text[start + 2 : end] == "00" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    return not plain or word in _BEFORE_YEAR


_YEARLY: Final = frozenset("about around circa c. ca. over".split())


def _bounded(text: str, number: Number, start: int) -> Number:
    """Give a number with the words that bound it."""
    before = bound_before(text, number.start, start)
    careful = before is not None and before.words in _CAREFUL and number.high is not None and number.high <= 12
    bound = bound_after(text, number.end) if before is None or careful else before
    if bound is None:
        return number
    low, high = bound.limit(number.low, number.high)
    first = min(bound.start, number.start)
    return number._replace(low=low, high=high, qualifier=bound.words, qualifier_start=first)
