"""The same told otherwise is the same: further down the page, in other posts, in other marks, spaces and digits."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict, evolve

from warparse.model import BlockKind
from warparse.pipeline import parse
from warparse.span import Span
from warparse.testing.checks.pages import (
    Page,
    article_page,
    compare,
    compared_something,
    facts_of,
    live_page,
    no_strays,
)
from warparse.testing.checks.promise import promise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warparse.testing.checks.pages import Fact
    from warparse.testing.checks.subject import Subject

__all__ = ["CHECKS"]

_NOISE: Final = (
    "Sign up to our newsletter",
    "Advertisement",
    "Share",
    "Skip past newsletter promotion",
    "Accept all cookies",
    "Back to top",
)
"""Lines that every page's chrome has."""
_MARKS: Final = {"straight marks": '""', "angled marks": "«»", "low marks": "„“"}
"""Quotation marks other than “these”."""
_ANY_MARKS: Final = '“”"'
"""Quotation marks of examples."""
_SPACES: Final = {
    "two spaces": "  ",
    "a no-break space": "\u00a0",
    "a narrow no-break space": "\u202f",
    "a tab": "\t",
}
_NUMBER: Final = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![.,]?\d)")
"""A number with commas between its thousands."""
_SEPARATORS: Final = {"a space": " ", "a thin space": "\u2009", "a no-break space": "\u00a0", "nothing": ""}
_BESIDE: Final = ("There are 12,345 steps up to the lamp. {}", "{} There are 12,345 steps up to the lamp.")
"""An example in one paragraph with a number that is none of a year's."""
_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))")
_YEARS: Final = range(1500, 2200)
"""Numbers that are years where nothing stands between their digits."""
_UNREAD: Final = "the core takes no example with records for prose on the pages of this check"


@promise
def shifts_with_the_text(subject: Subject) -> None:
    """Text set before an article moves its records by that text's length, and changes nothing else in them."""
    page = article_page(subject)
    due, compared = facts_of(subject, page), 0
    plain = subject.plain_sentences[0]
    prefixes = {
        "blank lines": "\n\n\n",
        "a byte order mark": "\ufeff",
        "a line of chrome": f"{_NOISE[0]}\n\n",
        "a paragraph": f"{plain}\n\n",
        "a paragraph of other alphabets": f"🛶 {plain} Ωμέγα 🛶\n\n",
        "a paragraph with entities": f"Salt &amp; vinegar &ndash; {plain}\n\n",
        "a paragraph of broken characters": f"Itâ€™s so. {plain}\n\n",
        "a paragraph with marks of markdown": f"**{plain}** [Here](https://example.org/a)\n\n",
    }
    for told, prefix in prefixes.items():
        length = len(prefix)
        places = {number: Span(start + length, end + length) for number, (start, end) in page.places.items()}
        moved = facts_of(subject, Page(prefix + page.text, places))
        compared += compare(subject, due, moved, f"setting {told} before the text")
        no_strays(due, moved, f"setting {told} before the text")
    compared_something(compared, _UNREAD)


@promise
def reads_posts_in_any_order(subject: Subject) -> None:
    """Posts in another order give the same records."""
    order = list(range(len(subject.examples) + 2))
    due, compared = facts_of(subject, live_page(subject, order)), 0
    chance = random.Random(subject.seed)  # noqa: S311 - nothing is secret here
    orders = [order[::-1], order[1:] + order[:1]]
    orders += [chance.sample(order, len(order)) for _ in range(subject.profile.orders)]
    for other in orders:
        told = facts_of(subject, live_page(subject, other))
        compared += compare(subject, due, told, "another order of posts")
        no_strays(due, told, "another order of posts")
    compared_something(compared, _UNREAD)


@promise
def passes_over_noise(subject: Subject) -> None:
    """Chrome inserted between the paragraphs changes nothing."""
    due, compared = facts_of(subject, article_page(subject)), 0
    lines = [line for line in _NOISE if not subject.find_triggers(line)]
    for count in range(1, len(lines) + 1):
        page = article_page(subject, between=lines[-count:])
        if _are_noise(page.text, lines):
            told = facts_of(subject, page)
            compared += compare(subject, due, told, "chrome between the paragraphs")
            no_strays(due, told, "chrome between the paragraphs")
    compared_something(compared, _UNREAD)


def _are_noise(text: str, lines: list[str]) -> bool:
    return all(block.kind is BlockKind.NOISE for block in parse(text).blocks if block.raw in lines)


@promise
def takes_any_quotation_marks(subject: Subject) -> None:
    """Other quotation marks change nothing."""
    due, compared = facts_of(subject, article_page(subject, write=_quoted_with("“”"))), 0
    for told, pair in _MARKS.items():
        other = facts_of(subject, article_page(subject, write=_quoted_with(pair)))
        compared += compare(subject, due, other, f"{told} for quotation marks", alike=_unquoted)
    compared_something(compared, "nothing is read inside quotation marks, and no example has any")


def _quoted_with(pair: str) -> Callable[[str], str]:
    """Write the quotations of an example in other marks; an example without any becomes one."""

    def write(example: str) -> str:
        marked, is_open = "", False
        for character in example:
            if character in _ANY_MARKS:
                is_open = character == "“" or (character == '"' and not is_open)
                marked += pair[0] if is_open else pair[1]
            else:
                marked += character
        if marked != example or any(mark in example for mark in _ANY_MARKS):
            return marked
        return f"{pair[0]}{example.strip().rstrip('.!?')},{pair[1]} the ferryman said."

    return write


def _unquoted(fact: Fact) -> Fact:
    """Give a fact without the quotation marks in its words and values."""
    marks = str.maketrans(dict.fromkeys("“”«»„", '"'))
    return evolve(fact, words=fact.words.translate(marks), values=fact.values.replace('\\"', '"').translate(marks))


@promise
def takes_any_white_space(subject: Subject) -> None:
    """Other white space between words, and other line ends, change nothing but places."""
    due, compared = facts_of(subject, article_page(subject), placed=False), 0
    for told, space in _SPACES.items():
        page = article_page(subject, write=_respaced(space))
        compared += compare(subject, due, facts_of(subject, page, placed=False), f"{told} between words")
    for newline in ("\r\n", "\r"):
        page = article_page(subject, newline=newline)
        compared += compare(subject, due, facts_of(subject, page, placed=False), f"lines that end with {newline!r}")
    compared_something(compared, _UNREAD)


def _respaced(space: str) -> Callable[[str], str]:
    """Put other white space between words; a number's digits stay together."""
    return lambda example: re.sub(r"(?<!\d) | (?!\d)", space, example)


@promise
def takes_any_digit_separators(subject: Subject) -> None:
    """The number "1,234" is the number "1 234" and the number "1234", in what is read and beside it."""
    numbered = [number for number, example in enumerate(subject.examples) if _NUMBER.search(example)]
    inside = _compare_separators(subject, str, numbered)
    if not inside and _tells_numbers(subject):
        compared_something(0, 'its records hold numbers, and no example with records has one like "1,234"')
    beside = sum(_compare_separators(subject, place.format, range(len(subject.examples))) for place in _BESIDE)
    compared_something(inside + beside, _UNREAD)


def _compare_separators(subject: Subject, write: Callable[[str], str], examples: Sequence[int]) -> int:
    """See that numbers written otherwise change nothing; give how many facts were compared.

    Args:
        subject: the extractor.
        write: sets a sentence with a number beside an example, or none.
        examples: the numbers of the examples.
    """
    due, compared = facts_of(subject, article_page(subject, write=write, examples=examples), placed=False), 0
    for told, separator in _SEPARATORS.items():
        page = article_page(subject, write=_reseparated(separator, write), examples=examples)
        other = facts_of(subject, page, placed=False)
        compared += compare(subject, due, other, f"{told} between thousands", alike=_without_separators)
    return compared


def _tells_numbers(subject: Subject) -> bool:
    """Say whether a record of the examples holds a number, which its words may tell."""
    records = subject.read_soundly(article_page(subject).text).records
    known = {"start", "end", *subject.offsets}
    return any(
        isinstance(value, int | float | Decimal) and not isinstance(value, bool)
        for record in records
        for name, value in asdict(record, recurse=False).items()
        if name not in known
    )


def _reseparated(separator: str, write: Callable[[str], str]) -> Callable[[str], str]:
    """Write an example, then another separator into its numbers; one that would be a year keeps its own."""

    def separate(match: re.Match[str]) -> str:
        bare = match[0].replace(",", "")
        return match[0] if not separator and int(bare) in _YEARS else match[0].replace(",", separator)

    return lambda example: _NUMBER.sub(separate, write(example))


def _without_separators(fact: Fact) -> Any:  # noqa: ANN401 - only compared
    return tuple(_BETWEEN_DIGITS.sub("", text) for text in (fact.words, fact.values))


CHECKS: Final = (
    shifts_with_the_text,
    reads_posts_in_any_order,
    passes_over_noise,
    takes_any_quotation_marks,
    takes_any_white_space,
    takes_any_digit_separators,
)
