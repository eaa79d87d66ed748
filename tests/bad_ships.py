"""Extractors of ships: one that keeps every promise, and for each check one or more that break it."""

from __future__ import annotations

import inspect
import random
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import regex
from attrs import evolve, frozen

import warparse
from warparse import Extractor
from warparse.testing.checks.subject import Companion
from warparse.testing.conformance import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from warparse.extract import Document, Sentences
    from warparse.extract.sentences import Sentence

EXAMPLES = (
    "The navy sent two frigates to the cape on Monday, the ministry said.",
    "At least 1,234 frigates were counted near the strait.",
    "“We have lost three frigates,” the admiral said.",
)
SHIP = regex.compile(r"(?:(\d{1,3}(?:[,\s]?\d{3})*|two|three|four)\s)?(frigates?)", regex.IGNORECASE)
WORDS = {"two": 2, "three": 3, "four": 4}


@frozen
class Ship:
    """A ship."""

    start: int
    """First code point of the words."""
    end: int
    """One past their last."""
    number: int | None
    """How many; None where not told."""
    source: str | None
    """Who says so; None where the writer does."""
    price: Decimal | None = None
    """What it cost; None where not told."""
    kinds: tuple[str, ...] = ()
    """Its kinds."""


def ships_in(document: Document, sentence: Sentence) -> Iterator[Ship]:
    for found in sentence.finditer(SHIP):
        told = found[1] and regex.sub(r"[,\s]", "", found[1].lower())
        number = WORDS.get(told) or (int(told) if told and told.isdigit() else None)
        quote = document.quote_at(sentence, found.start())
        yield Ship(*sentence.span(*found.span()), number, quote.speaker if quote else None)


def find_ships(document: Document, sentences: Sentences) -> Iterator[Ship]:
    for sentence in sentences:
        yield from ships_in(document, sentence)


GOOD: Extractor[Any] = Extractor("ships", Ship, ("frigate*",), find_ships)


def by_record(change: Callable[[Document, Sentence, Ship], Any]) -> Extractor[Any]:
    """Make an extractor that spoils each record of the good one."""

    def extract(document: Document, sentences: Sentences) -> Iterator[Any]:
        for sentence in sentences:
            for ship in ships_in(document, sentence):
                yield change(document, sentence, ship)

    return evolve(GOOD, extract=extract)


def by_document(read: Callable[[Document, list[Sentence]], Iterable[Any]]) -> Extractor[Any]:
    """Make an extractor that reads all its sentences at once."""
    return evolve(GOOD, extract=lambda document, sentences: read(document, list(sentences)))


def all_ships(document: Document, sentences: list[Sentence]) -> list[Ship]:
    return [ship for sentence in sentences for ship in ships_in(document, sentence)]


def blind_beside_a_title() -> Extractor[Any]:
    return by_document(lambda document, sentences: [] if document.article.title else all_ships(document, sentences))


def raises_at_the_end_of_a_text() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        for sentence in sentences:
            for hit in sentence.hits:
                assert sentence.text[hit.end]
        return all_ships(document, sentences)

    return by_document(read)


def skips() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        if not document.article.title:
            pytest.skip("no title")
        return all_ships(document, sentences)

    return by_document(read)


def leaves_the_process() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        if len(document.article.source) < 12:
            sys.exit("too short")
        return all_ships(document, sentences)

    return by_document(read)


def counts_to_three_hundred() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        if len(sentences) > 300:
            raise MemoryError
        return all_ships(document, sentences)

    return by_document(read)


def looks_back_at_everything() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        for number in range(len(sentences)):
            assert not any(regex.search("corvette", other.text) for other in sentences[:number])
        return all_ships(document, sentences)

    return by_document(read)


def compares_all_triggers_of_a_sentence() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        for sentence in sentences:
            for hit in sentence.hits:
                assert all(regex.match("frigate", sentence.text, pos=other.start) or hit for other in sentence.hits)
        return all_ships(document, sentences)

    return by_document(read)


@frozen
class Boat(Ship):
    """A ship of another class."""


def gives_another_class() -> Extractor[Any]:
    return by_record(lambda _, __, ship: Boat(ship.start, ship.end, ship.number, ship.source))


def gives_numbers_as_text() -> Extractor[Any]:
    return by_record(lambda _, __, ship: evolve(ship, number=str(ship.number)))  # type: ignore[arg-type]


def gives_lists() -> Extractor[Any]:
    return by_record(lambda _, __, ship: evolve(ship, kinds=["frigate"]))  # type: ignore[arg-type]


@frozen
class Odd:
    """A record that no JSON can hold."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    words: set[str]
    """Words."""


def declares_a_set() -> Extractor[Any]:
    return evolve(by_record(lambda _, __, ship: Odd(ship.start, ship.end, {"a"})), record=Odd)


def ends_outside() -> Extractor[Any]:
    return by_record(lambda document, _, ship: evolve(ship, end=len(document.article.source) + 1))


def gives_a_space() -> Extractor[Any]:
    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        at = document.article.source.text.find(" ")
        return evolve(ship, start=at, end=at + 1) if at >= 0 else ship

    return by_record(change)


def off_by(start: int, end: int) -> Callable[[], Extractor[Any]]:
    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        limit = len(document.article.source)
        return evolve(ship, start=max(ship.start + start, 0), end=min(ship.end + end, limit))

    return lambda: by_record(change)


def reads_the_source() -> Extractor[Any]:
    def read(document: Document, _: list[Sentence]) -> list[Ship]:
        text = document.article.source.text
        return [Ship(*found.span(2), None, None) for found in SHIP.finditer(text)]

    return by_document(read)


def reads_every_paragraph() -> Extractor[Any]:
    def read(document: Document, _: list[Sentence]) -> Iterator[Ship]:
        for number in range(len(document)):
            for sentence in document.sentences(document.paragraph(number)):
                for found in regex.finditer(r"navy|strait|admiral", sentence.text):
                    yield Ship(*sentence.span(*found.span()), None, None)

    return by_document(read)


def counts_its_calls() -> Extractor[Any]:
    calls: list[int] = []

    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        calls.append(1)
        return [evolve(ship, number=len(calls)) for ship in all_ships(document, sentences)]

    return by_document(read)


def throws_dice() -> Extractor[Any]:
    return by_record(lambda _, __, ship: evolve(ship, number=random.randrange(1000)))  # noqa: S311 - it is meant to be bad


def leans_on_its_sibling() -> object:
    seen: list[int] = []

    def first(document: Document, sentences: Sentences) -> list[Ship]:
        seen.append(1)
        return all_ships(document, list(sentences))

    def second(document: Document, sentences: Sentences) -> list[Ship]:
        ships = all_ships(document, list(sentences))
        return [evolve(ship, number=len(seen)) for ship in ships]

    class Pair:
        @warparse.hookimpl
        def warparse_extractors(self) -> list[Extractor[Any]]:
            return [evolve(GOOD, name="a_first", extract=first), evolve(GOOD, extract=second)]

    return Pair()


def looks_who_reads_with_it() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        frames = (frame.frame.f_locals for frame in inspect.stack())
        beside = next(len(names["registry"].extractors) for names in frames if "registry" in names)
        return [evolve(ship, number=beside) for ship in all_ships(document, sentences)]

    return by_document(read)


def writes_into_the_article() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        for block in document.article.blocks:
            object.__setattr__(block, "rule", "mine")
        return all_ships(document, sentences)

    return by_document(read)


def counts_characters() -> Extractor[Any]:
    return by_record(lambda _, __, ship: evolve(ship, number=ship.start))


def looks_the_sentence_up() -> Extractor[Any]:
    """Make one that finds its offsets in the cleaned text, which is another one where anything was mended."""

    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        text = document.article.source.text
        at = text.replace("&amp;", "&").find(text[ship.start : ship.end])
        return evolve(ship, start=at, end=at + ship.end - ship.start) if at >= 0 else ship

    return by_record(change)


def numbers_its_records() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        return [evolve(ship, number=at) for at, ship in enumerate(all_ships(document, sentences))]

    return by_document(read)


def only_the_first_of_a_number() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        return sorted(all_ships(document, sentences), key=lambda ship: ship.start)[:2]

    return by_document(read)


def reads_what_stands_around() -> Extractor[Any]:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        text = document.article.source.text
        around = [Ship(*found.span(), None, None) for found in regex.finditer(r"\bSalt\b|\bcookies\b", text)]
        return all_ships(document, sentences) + around

    return by_document(read)


def cuts_numbers(*, first: bool) -> Callable[[], Extractor[Any]]:
    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        comma = document.article.source.text.find(",", ship.start, ship.end)
        if comma < 0:
            return ship
        return evolve(ship, start=comma + 1) if first else evolve(ship, end=comma)

    return lambda: by_record(change)


def counts_blocks() -> Extractor[Any]:
    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        blocks = document.article.blocks
        return evolve(ship, number=sum(block.end <= ship.start for block in blocks) - len(blocks))

    return by_record(change)


def knows_curved_marks_alone() -> Extractor[Any]:
    return by_record(lambda _, sentence, ship: evolve(ship, source="said" if "“" in sentence.text else None))


def reads_single_spaces_in_the_source() -> Extractor[Any]:
    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        known = regex.search(r"\w frigate", document.article.source.text[ship.start : ship.end])
        return evolve(ship, number=ship.number if known else None)

    return by_record(change)


def reads_commas_alone() -> Extractor[Any]:
    def change(document: Document, _: Sentence, ship: Ship) -> Ship:
        text = document.article.source.text[ship.start : ship.end]
        return evolve(ship, number=ship.number if "," in text or not any(map(str.isdigit, text)) else 1)

    return by_record(change)


class Yields:
    """A hook that is a generator."""

    @warparse.hookimpl
    def warparse_extractors(self) -> Iterator[Extractor[Any]]:
        yield GOOD


BAD: list[tuple[str, Callable[[], Any], str]] = [
    (ACCEPTED, Yields, "return a list"),
    (ACCEPTED, Companion, "gives no extractor"),
    (ACCEPTED, lambda: evolve(GOOD, triggers=()), "trigger"),
    (ACCEPTED, object, "implements no hook"),
    ("reads_its_examples", lambda: evolve(GOOD, extract=lambda *_: ()), "reads nothing in\n"),
    ("reads_its_examples", blind_beside_a_title, "reads nothing inside an article"),
    ("never_raises", raises_at_the_end_of_a_text, "raised IndexError"),
    ("never_raises", skips, "raised Skipped: no title"),
    ("survives_tiny_texts", raises_at_the_end_of_a_text, "raised IndexError"),
    ("survives_tiny_texts", leaves_the_process, "raised SystemExit"),
    ("survives_a_megabyte", counts_to_three_hundred, "raised MemoryError"),
    ("takes_linear_time", looks_back_at_everything, "more than in proportion"),
    ("takes_linear_time", compares_all_triggers_of_a_sentence, "more than in proportion"),
    ("gives_its_class", gives_another_class, "gave a Boat where it declares Ship"),
    ("can_be_written_and_read", gives_numbers_as_text, "can't be written"),
    ("can_be_written_and_read", gives_lists, "comes back as"),
    ("can_be_written_and_read", declares_a_set, "no JSON Schema"),
    ("stands_in_the_article", ends_outside, "in a text of"),
    ("stands_in_the_article", gives_a_space, "only white space"),
    ("cuts_no_word", off_by(1, 0), "cuts a word"),
    ("cuts_no_word", off_by(0, -1), "cuts a word"),
    ("cuts_no_word", off_by(0, 1), "white space at its ends"),
    ("cuts_no_word", off_by(-1, 0), "white space at its ends"),
    ("cuts_no_word", cuts_numbers(first=True), "cuts a word"),
    ("cuts_no_word", cuts_numbers(first=False), "cuts a word"),
    ("reads_nothing_in_noise", reads_the_source, "in a line that is noise"),
    ("reads_nothing_without_triggers", reads_every_paragraph, "where no trigger stands"),
    ("gives_the_same_again", counts_its_calls, "when it reads again"),
    ("gives_the_same_again", throws_dice, "when it reads again"),
    ("keeps_to_itself", leans_on_its_sibling, "beside the plugin's other extractors"),
    ("keeps_to_itself", looks_who_reads_with_it, "gives other records beside others"),
    ("leaves_the_article_as_it_is", writes_into_the_article, "changes the article"),
    ("shifts_with_the_text", counts_characters, "before the text changes what is read"),
    ("shifts_with_the_text", looks_the_sentence_up, "before the text"),
    ("shifts_with_the_text", reads_what_stands_around, "makes it read “Salt” outside the examples"),
    ("passes_over_noise", reads_what_stands_around, "makes it read “cookies” outside the examples"),
    ("reads_posts_in_any_order", numbers_its_records, "another order of posts"),
    ("reads_posts_in_any_order", only_the_first_of_a_number, "another order of posts"),
    ("passes_over_noise", counts_blocks, "chrome between the paragraphs"),
    ("takes_any_quotation_marks", knows_curved_marks_alone, "straight marks for quotation marks"),
    ("takes_any_white_space", reads_single_spaces_in_the_source, "two spaces between words"),
    ("takes_any_digit_separators", reads_commas_alone, "between thousands"),
]
