"""Who claims what a sentence states: examples with near-misses beside them, and laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import frozen
from hypothesis import given, settings

import warparse
from strategies import texts
from warparse.extract import Extractor, Registry, hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.extract import Document, Sentences

CALM = settings(deadline=None, derandomize=True)
NEEDLE = "seven"


@frozen
class Claim:
    """Who claims the words at a place."""

    start: int
    end: int
    teller: str | None


def find(document: Document, sentences: Sentences) -> Iterator[Claim]:
    """Ask at every trigger who tells it."""
    for sentence in sentences:
        for hit in sentence.hits:
            yield Claim(*sentence.span(hit.start, hit.end), document.teller(sentence, hit.start))


class Plugin:
    """Asks who claims each "seven"."""

    @staticmethod
    @hookimpl
    def warparse_extractors() -> list[Extractor[Claim]]:
        return [Extractor("claims", Claim, (NEEDLE, "the", "said"), find)]


REGISTRY = Registry.of(Plugin)


def tellers(text: str) -> list[str | None]:
    """Give who claims each "seven" of a text."""
    article = warparse.parse(text, registry=REGISTRY)
    assert not article.problems
    return [claim.teller for claim in article.fields["claims"] if text[claim.start : claim.end].lower() == NEEDLE]


ABOVE = "The old harbour town was quiet again this week, and its ferries went to sea as they always had."
BELOW = "Fishermen mended their nets on the quay, and the market opened at eight, an hour later than it used to."
EXAMPLES: dict[str, list[str | None]] = {
    # -- before
    "The port authority said seven boats had sunk.": ["port authority"],
    "Ada Lind, the mayor, said on Monday that seven boats had sunk and seven more were missing.": ["Ada Lind"] * 2,
    "According to the coast guard, seven boats sank.": ["coast guard"],
    "Reuters reported that Norway's navy said seven boats had sunk.": ["Norway's navy"],
    "Citing the harbour master, an agency reports that seven boats sank.": ["harbour master"],
    "The navy, which said seven boats had sunk, gave no names.": ["navy"],
    # -- behind
    "Seven boats sank in the storm, the port authority said.": ["port authority"],
    "Seven boats sank in the storm, said Ada Lind, the mayor.": ["Ada Lind"],
    "Seven boats sank in the storm, according to the coast guard.": ["coast guard"],
    "Seven boats sank, the navy said in remarks carried by an agency.": ["navy"],
    "Four boats were saved; seven sank, according to the coast guard.": ["coast guard"],
    "Four boats were saved, the navy said, and seven of them reached the harbour.": ["navy"],
    # -- in quotes
    "“Seven boats sank,” Ada Lind said.": ["Ada Lind"],
    # -- headings and counts
    "## Norway: seven boats sunk in the storm": ["Norway"],
    "The mayor put the number of boats at seven.": ["mayor"],
    # -- the writer's own
    "Seven boats sank in the storm.": [None],
    "The mayor agreed to move seven boats.": [None],
    "The ferry has come back, the port authority said on Tuesday, after seven boats sank.": [None],
    "Seven boats sank, and the mayor said that the harbour would close.": [None],
    "According to preliminary data, seven boats sank.": [None],
    "## Live: seven boats sunk in the storm": [None],
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples(text: str) -> None:
    assert tellers(f"{ABOVE}\n\n{text}\n\n{BELOW}\n") == EXAMPLES[text]


def test_a_claim_goes_on_over_sentences_until_it_is_closed() -> None:
    assert tellers("The navy said the storm was over. Seven boats sank.") == ["navy"]
    assert tellers("The storm was over, the navy said. Seven boats sank.") == [None]


def test_the_report_of_a_staff_goes_on_over_paragraphs() -> None:
    report = "The General Staff reported that the night was quiet.\n\nIn the north, seven boats sank.\n"
    assert tellers(report + "\nIn the south, seven more did.\n") == ["General Staff"] * 2
    assert tellers(report + "\nThe mayor said nothing.\n\nIn the south, seven more did.\n") == ["General Staff", None]


def test_a_name_goes_before_a_description() -> None:
    text = f"{ABOVE}\n\nThe mayor, Ada Lind, opened the harbour.\n\nSeven boats sank, the mayor said."
    assert tellers(text) == ["Ada Lind"]


@CALM
@given(texts)
def test_any_text_has_answers_and_the_same_ones_again(text: str) -> None:
    first = warparse.parse(text, registry=REGISTRY)
    assert not first.problems
    assert first.fields == warparse.parse(text, registry=REGISTRY).fields
    assert all(claim.teller is None or claim.teller.strip() for claim in first.fields["claims"])
