"""An extractor survives: odd texts, tiny ones, large ones, and takes a time like the text's length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.testing.checks.odd_texts import try_on_odd_texts
from warparse.testing.checks.pages import article_page
from warparse.testing.checks.promise import promise
from warparse.testing.checks.subject import CheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.testing.checks.subject import Subject

__all__ = ["CHECKS"]

_MEGABYTE: Final = 1_000_000
_BUDGET: Final = 10.0
"""Seconds that warparse gives an extractor for a document unless it is told otherwise."""
_TIMES: Final = 8
"""How much longer the longer text is."""
_TOO_MUCH: Final = 16
"""Times the work that a text of eight times the length must not take: a quadratic step would take sixty-four."""
_UNMEASURABLE: Final = 0.015
"""Seconds below which the clock tells nothing."""
_RUNS: Final = 3
"""Runs of which one quiet one is enough."""
_MOST_TRIGGERS: Final = 200
"""Triggers that are tried alone."""


@promise
def reads_its_examples(subject: Subject) -> None:
    """Something is read in each example, alone and inside an article."""
    page = article_page(subject)
    inside = [(record.start, record.end) for record in subject.read_soundly(page.text).records]
    for number, example in enumerate(subject.examples):
        if not subject.read_soundly(example).records:
            raise CheckError(f"reads nothing in\n  {example}")
        place = page.places[number]
        if not any(place.start <= start and end <= place.end for start, end in inside):
            raise CheckError(f"reads nothing inside an article in\n  {example}")


@promise
def never_raises(subject: Subject) -> None:
    """Any text is read without an error."""
    try_on_odd_texts(subject, lambda text: _read(subject, text))


@promise
def survives_tiny_texts(subject: Subject) -> None:
    """A text of one character, one word, or an example broken off is read without an error."""
    for text in dict.fromkeys(_tiny_texts(subject)):
        subject.read_soundly(text)


def _tiny_texts(subject: Subject) -> Iterator[str]:
    yield ""
    yield from "a1.,“”\"'-–$€ \n\u200b\ud800"
    for trigger in subject.extractor.triggers[:_MOST_TRIGGERS]:
        word = trigger.removesuffix("*")
        yield from (word, word[0], word[-1], word.upper(), f"{word}.", f"“{word}”", f"1 {word}", f"\n{word}\n{word}")
    for example in subject.examples:
        yield from example.split()
        for start, end in subject.find_triggers(example):
            yield from (example[:start], example[:end], example[start:], example[end:], example[start:end])


@promise
def survives_a_megabyte(subject: Subject) -> None:
    """A text of a megabyte is read without an error, in less than the time that warparse gives for a document."""
    plain, examples = subject.plain_sentences, subject.examples
    every = 1 if subject.profile.name == "thorough" else 10
    mixed = ("\n\n".join([*plain[:every], example]) for example in examples)
    once = "\n\n".join(mixed) + "\n\n"
    text = once * (_MEGABYTE // len(once) + 1)
    seconds = subject.read_soundly(text).seconds
    if seconds > _BUDGET:
        raise CheckError(f"takes {seconds:.1f} seconds for a megabyte, of {_BUDGET:.0f} that it has for a document")


@promise
def takes_linear_time(subject: Subject) -> None:
    """A longer text takes longer in proportion, in many paragraphs, in one paragraph and in one sentence."""
    joined = " ".join(subject.examples) + " "
    triggers = [trigger.removesuffix("*") for trigger in subject.extractor.triggers[:4]]
    flat = " ".join(example.strip().rstrip(".!?") for example in subject.examples).replace(". ", " ") + ", and "
    shapes = {
        "paragraphs": "\n\n".join(subject.examples) + "\n\n",
        "one paragraph": joined.replace("\n", " "),
        "one sentence": flat.replace("\n", " "),
        "its triggers over and over": " ".join(triggers) + " ",
    }
    for shape, once in shapes.items():
        _see_growth(subject, once, shape)
    for piece in subject.hostile:
        _see_growth(subject, piece, f"{piece!r} over and over", f"{subject.examples[0]} ")


def _see_growth(subject: Subject, piece: str, shape: str, before: str = "") -> None:
    """Let a text grow until its reading can be measured, and set its multiple against it."""

    def make(size: int) -> str:
        return before + piece * (size // len(piece) + 1)

    size = 1000
    while (once := subject.time(make(size))) < _UNMEASURABLE and size < subject.profile.growth:
        size *= 2
    more = 0.0
    for _ in range(_RUNS):
        more = subject.time(make(size * _TIMES))
        if more <= max(once, _UNMEASURABLE) * _TOO_MUCH:
            return
        once = subject.time(make(size))
    told = f"{once:.3f} seconds for {size:,} characters, {more:.3f} for {size * _TIMES:,}"
    raise CheckError(f"takes more than in proportion to the text, in {shape}: {told}")


def _read(subject: Subject, text: str) -> None:
    subject.read_soundly(text)


CHECKS: Final = (reads_its_examples, never_raises, survives_tiny_texts, survives_a_megabyte, takes_linear_time)
