"""What an extractor gives is what it declares, and stands where it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from warparse.errors import FormatError
from warparse.export.schema import article_schema
from warparse.extract.extractor import NoiseRule
from warparse.model import BlockKind, Reason
from warparse.plain import from_plain, to_plain
from warparse.testing.checks.odd_texts import try_on_odd_texts
from warparse.testing.checks.pages import article_page, compared_something, live_page, paste
from warparse.testing.checks.plain_prose import TITLE
from warparse.testing.checks.promise import promise
from warparse.testing.checks.subject import CheckError, Companion

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.testing.checks.subject import Reading, Subject

__all__ = ["CHECKS"]


def _on_every_record(subject: Subject, law: Callable[[Reading, Any], None]) -> None:
    """Try a law on the records of the examples, then on those of odd texts."""

    def on(text: str) -> None:
        reading = subject.read(text)  # what it raises is another check's
        for record in reading.records:
            law(reading, record)

    on(article_page(subject).text)
    for example in subject.examples:
        on(example)
    try_on_odd_texts(subject, on)


@promise
def gives_its_class(subject: Subject) -> None:
    """Every record is of the class that the extractor declares, and of no other."""
    declared = subject.extractor.record

    def law(_: Reading, record: object) -> None:
        if type(record) is not declared:
            raise CheckError(f"gave a {type(record).__name__} where it declares {declared.__name__}")

    _on_every_record(subject, law)


@promise
def can_be_written_and_read(subject: Subject) -> None:
    """Every record comes back from JSON as it was, its attributes of the types that its class tells; it has a schema."""
    declared, name = subject.extractor.record, subject.extractor.name
    try:
        article_schema({name: declared})
    except TypeError as error:
        raise CheckError(f"{declared.__name__} has no JSON Schema: {error}") from error

    def law(_: Reading, record: object) -> None:
        try:
            back = from_plain(declared, json.loads(json.dumps(to_plain(record))))
        except (TypeError, ValueError, FormatError) as error:
            raise CheckError(f"{record!r} can't be written as JSON and read back: {error}") from error
        if back != record or repr(back) != repr(record):
            raise CheckError(f"{record!r} comes back as {back!r}")

    _on_every_record(subject, law)


@promise
def stands_in_the_article(subject: Subject) -> None:
    """Every record's span lies inside the input and holds more than white space."""

    def law(reading: Reading, record: Any) -> None:  # noqa: ANN401 - an extractor may have given anything
        text, start, end = reading.article.source.text, record.start, record.end
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
            raise CheckError(f"gave the span [{start}, {end}) in a text of {len(text)} characters")
        if not text[start:end].strip():
            raise CheckError(f"gave the span [{start}, {end}), which holds only white space")

    _on_every_record(subject, law)


@promise
def cuts_no_word(subject: Subject) -> None:
    """A span begins and ends with whole words and numbers, without white space at its ends."""
    texts = [*subject.examples, article_page(subject).text, live_page(subject, range(len(subject.examples))).text]
    for text in texts:
        for record in subject.read_soundly(text).records:
            start, end = record.start, record.end
            words = text[start:end]
            if words != words.strip():
                raise CheckError(f"the span of {words!r} has white space at its ends in\n  {_around(text, start, end)}")
            if _cuts(text, start) or _cuts(text, end):
                raise CheckError(f"the span of {words!r} cuts a word in\n  {_around(text, start, end)}")


def _cuts(text: str, at: int) -> bool:
    """Say whether a place lies between two letters, two digits, or inside a number with separators."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if left.isalpha() and right.isalpha():
        return not (left.islower() and right.isupper())  # lines that a scraper glued together
    if left in ",." and right.isdigit():
        return at > 1 and text[at - 2].isdigit()
    if right in ",." and left.isdigit():
        return text[at + 1 : at + 2].isdigit()
    return left.isdigit() and right.isdigit()


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(start - 40, 0) : end + 40].split())


@promise
def reads_nothing_in_noise(subject: Subject) -> None:
    """Nothing is read in lines that are no part of the article, whatever they say."""
    for number, example in enumerate(subject.examples):
        line = " ".join(example.split())
        others = [each for each in subject.examples if each not in example and example not in each]
        page = paste(
            [TITLE, "\n\n", *_paragraphs(subject, others), (number, line), "\n\n", subject.plain_sentences[-1]]
        )
        rule = NoiseRule("kit.noise", Reason.PROMOTION, line.__contains__)
        reading = subject.read_soundly(f"{page.text}\n", Companion(rules=[rule]))
        noise = [block for block in reading.article.blocks if block.kind is BlockKind.NOISE]
        for record in reading.records:
            if any(record.start < block.end and block.start < record.end for block in noise):
                words = page.text[record.start : record.end]
                raise CheckError(f"reads {words!r} in a line that is noise:\n  {line}")


def _paragraphs(subject: Subject, others: list[str]) -> list[str]:
    """Give paragraphs that wake the extractor: other examples, else a sentence that only names a trigger."""
    waking = others or [f"Somebody had written {subject.extractor.triggers[0].removesuffix('*')} on the wall."]
    plain = subject.plain_sentences
    return [part for turn, each in enumerate(waking) for part in (plain[turn % len(plain)], "\n\n", each, "\n\n")]


@promise
def reads_nothing_without_triggers(subject: Subject) -> None:
    """Where no trigger stands nothing is read, though one elsewhere has woken the extractor."""
    looked = 0
    for number, example in enumerate(subject.examples):
        bare = _without_triggers(subject, example)
        if not bare:
            continue
        looked += 1
        order = [number, *(each for each in range(len(subject.examples) + 2) if each != number)]
        page = live_page(subject, order, write=_instead(example, bare))
        waking = f"\n\n10.02\n\nLast of the day\n\n{example}\n"
        place = page.places[number]
        for record in subject.read_soundly(page.text + waking).records:
            if record.start < place.end and place.start < record.end:
                words = page.text[record.start : record.end]
                raise CheckError(f"reads {words!r} where no trigger stands:\n  {bare}")
    compared_something(looked, "the examples hold nothing but triggers")


def _instead(example: str, bare: str) -> Callable[[str], str]:
    return lambda each: bare if each == example else each


def _without_triggers(subject: Subject, example: str) -> str:
    """Give an example with its triggers struck out; nothing where no word is left."""
    bare = example
    while found := subject.find_triggers(bare):
        start, end = found[0]
        bare = bare[:start] + " " + bare[end:]
    bare = " ".join(bare.split())
    return bare if any(map(str.isalnum, bare)) else ""


CHECKS: Final = (
    gives_its_class,
    can_be_written_and_read,
    stands_in_the_article,
    cuts_no_word,
    reads_nothing_in_noise,
    reads_nothing_without_triggers,
)
