"""Examples set into pages: an article, a live blog, and the same told otherwise.

Contract: a page knows where each of its examples stands; what is around them is plain prose without a trigger, in
layouts that leave no doubt about where paragraphs and posts begin.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from warparse.model import BlockKind
from warparse.span import Span
from warparse.testing.checks.plain_prose import HEADINGS, TITLE
from warparse.testing.checks.subject import CheckError, NotApplicableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from warparse.model import Article
    from warparse.testing.checks.subject import Subject

__all__ = [
    "Fact",
    "Facts",
    "Page",
    "article_page",
    "compare",
    "compared_something",
    "facts_of",
    "live_page",
    "no_strays",
    "paste",
]

_PROSE = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])


@frozen
class Page:
    """A text with examples in it."""

    text: str
    """The text."""
    places: dict[int, Span]
    """Where each example stands, by its number."""


@frozen
class Fact:
    """A record, told by where it stands in its example and what it says."""

    start: int
    """Where it starts, counted from its example's start."""
    end: int
    """Where it ends."""
    words: str
    """Its words, white space folded."""
    values: str
    """Its other attributes, as JSON."""

    def __str__(self) -> str:
        """Tell it in one line."""
        return f"“{self.words}” at {self.start}: {self.values}"


@frozen
class Facts:
    """What was read on a page."""

    of: dict[int, tuple[Fact, ...]]
    """The records in each example that the core takes for prose on this page, by its number."""
    strays: tuple[str, ...] = field(default=())
    """The words of records that stand in no example."""


def paste(parts: Iterable[str | tuple[int, str]]) -> Page:
    """Join parts to a page.

    Args:
        parts: texts, and examples with their numbers.
    """
    text, places = "", {}
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            number, example = part
            places[number] = Span(len(text), len(text) + len(example))
            text += example
    return Page(text, places)


def article_page(
    subject: Subject,
    *,
    write: Callable[[str], str] = str,
    between: Sequence[str] = (),
    newline: str = "\n",
    examples: Iterable[int] | None = None,
) -> Page:
    """Make an article: a title, then plain paragraphs and examples by turns.

    Args:
        subject: whose examples.
        write: how to write an example.
        between: lines to set between the paragraphs, one after the other.
        newline: what ends a line.
        examples: the numbers of the examples; all where None.
    """
    chosen = range(len(subject.examples)) if examples is None else examples
    plain, blank = subject.plain_sentences, newline * 2
    parts: list[str | tuple[int, str]] = [TITLE, blank]
    for turn, number in enumerate(chosen):
        parts += [plain[turn % len(plain)], blank]
        if between:
            parts += [between[turn % len(between)], blank]
        parts += [(number, write(subject.examples[number]).replace("\n", newline)), blank]
    return paste([*parts, plain[-1], newline])


def live_page(subject: Subject, order: Sequence[int], *, write: Callable[[str], str] = str) -> Page:
    """Make a live blog: a lead, then a post with time, heading, plain prose and an example for each number.

    Args:
        subject: whose examples; a number beyond them is a post without one.
        order: the posts' order; each post keeps its heading and prose wherever it stands.
        write: how to write an example.
    """
    plain = subject.plain_sentences
    parts: list[str | tuple[int, str]] = [f"Harbour live: {TITLE[0].lower()}{TITLE[1:]}\n\n{plain[-1]}\n\n"]
    for turn, number in enumerate(order):
        hour, minute = divmod(23 * 60 - 7 * (turn + 1), 60)
        head = (
            f"{max(hour, 0):02}.{minute:02}\n\n{HEADINGS[number % len(HEADINGS)]}\n\n{plain[number % len(plain)]}\n\n"
        )
        parts.append(head)
        if number < len(subject.examples):
            parts += [(number, write(subject.examples[number])), "\n\n"]
    return paste(parts)


def facts_of(subject: Subject, page: Page, *companions: object, placed: bool = True) -> Facts:
    """Let the extractor read a page, and sort what it reads by example.

    Args:
        subject: the extractor.
        page: the page.
        companions: other plugins that read it too.
        placed: whether places count; where not, each fact stands at 0.

    Raises:
        CheckError: the extractor raised.
    """
    reading = subject.read_soundly(page.text, *companions)
    found: dict[int, list[Fact]] = {
        number: [] for number, place in page.places.items() if _is_prose(reading.article, place)
    }
    strays = []
    for record in reading.records:
        span = Span(record.start, record.end)
        words = " ".join(page.text[span.start : span.end].split())
        inside = [
            number for number, place in page.places.items() if place.start <= span.start and span.end <= place.end
        ]
        if not inside:
            strays.append(words)
        elif inside[0] in found:
            origin = page.places[inside[0]].start
            values = json.dumps(subject.values_of(record, origin if placed else None), ensure_ascii=False)
            at = (span.start - origin, span.end - origin) if placed else (0, 0)
            found[inside[0]].append(Fact(*at, words, values))
    return Facts({number: tuple(sorted(facts, key=str)) for number, facts in found.items()}, tuple(sorted(strays)))


def _is_prose(article: Article, place: Span) -> bool:
    """Say whether every block of a place is running prose; how the core cuts and labels is not the extractor's doing."""
    blocks = [block for block in article.blocks if block.start < place.end and block.end > place.start]
    inside = all(place.start <= block.start and block.end <= place.end for block in blocks)
    return bool(blocks) and inside and all(block.kind in _PROSE for block in blocks)


def compare(
    subject: Subject, due: Facts, told: Facts, change: str, *, alike: Callable[[Fact], Any] = lambda fact: fact
) -> int:
    """See that a page told otherwise gives the same facts.

    Args:
        subject: the extractor.
        due: the facts of the page as it was.
        told: the facts of the page told otherwise.
        change: what was changed, in a few words.
        alike: gives what of a fact must be the same.

    Returns:
        How many facts were compared.

    Raises:
        CheckError: some differ.
    """
    compared = 0
    for number in sorted(due.of.keys() & told.of.keys()):
        before, after = due.of[number], told.of[number]
        if sorted(map(repr, map(alike, before))) != sorted(map(repr, map(alike, after))):
            raise CheckError(
                f"{change} changes what is read in\n  {subject.examples[number]}\nbefore\n{_told(before)}\nafter\n{_told(after)}"
            )
        compared += len(before)
    return compared


def _told(facts: Iterable[Fact]) -> str:
    return "\n".join(f"  {fact}" for fact in facts) or "  nothing"


def no_strays(due: Facts, told: Facts, change: str) -> None:
    """See that a page told otherwise gives no record outside its examples that was not there before.

    Raises:
        CheckError: it does.
    """
    left = list(told.strays)
    for words in due.strays:
        if words in left:
            left.remove(words)
    if left:
        raise CheckError(f"{change} makes it read “{left[0]}” outside the examples")


def compared_something(compared: int, missing: str) -> None:
    """See that a check has looked at anything at all.

    Raises:
        NotApplicableError: it has not.
    """
    if not compared:
        raise NotApplicableError(f"there was nothing to look at: {missing}")
