"""What stands at the edges: other white space between words, broken characters, pieces that there are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen

from warparse import Extractor, Registry, parse
from warparse.extract.triggers import TriggerScan
from warparse.lexicon.finder import Finder
from warparse.testing.checks.subject import Companion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warparse.extract import Document, Sentences


@frozen
class Ship:
    """A ship."""

    start: int
    end: int


def registry_of(extract: Callable[[Document, Sentences], Iterable[Any]]) -> Registry:
    return Registry.of(Companion([Extractor("ships", Ship, ("frigate*",), extract)]))


@pytest.mark.parametrize("space", ["  ", "\u00a0 ", "\t"])
def test_other_white_space_between_words_changes_no_name(space: str) -> None:
    told = "Ferry talks\n\nJonas Berg met Ada Lind, 44, at the quay on Friday. Mara Stein, who had sailed, left."
    names = [name.name for name in parse(told).names]
    assert names == ["Jonas Berg", "Ada Lind", "Mara Stein"]
    assert [name.name for name in parse(told.replace(" ", space)).names] == names


@pytest.mark.parametrize("space", ["  ", "\u00a0 "])
@pytest.mark.parametrize("speaker", ["Ukrainian air force", "head of the port authority", "city’s fire brigade"])
def test_who_speaks_is_written_with_single_spaces(speaker: str, space: str) -> None:
    text = f"Storm over the coast\n\n“We shot down two of them,” the {speaker} said on Monday."
    assert [quote.speaker for quote in parse(text).quotes] == [speaker]
    assert [quote.speaker for quote in parse(text.replace(" ", space)).quotes] == [speaker]


def test_who_is_meant_is_told_with_single_spaces() -> None:
    seen: list[object] = []

    def look(document: Document, sentences: Sentences) -> list[Ship]:
        for sentence in sentences:
            pieces = [piece.word for piece in document.grammar(sentence).pieces]
            end = sentence.text.index(" sent")
            seen.append((pieces[0], document.who(sentence, 0, end), document.teller(sentence, len(sentence.text) - 1)))
        return []

    text = "Storm\n\nNorth Harbour Police sent two frigates to sea, the port authority said."
    for told in (text, text.replace(" ", "  "), text.replace(" ", "\u00a0 ")):
        parse(told, registry=registry_of(look))
    assert seen[0] == seen[1] == seen[2]
    assert seen[0] == ("north harbour police", "North Harbour Police", "port authority")


def test_grammar_tells_nothing_of_pieces_that_there_are_not() -> None:
    def look(document: Document, sentences: Sentences) -> list[Ship]:
        for sentence in sentences:
            grammar = document.grammar(sentence)
            assert [grammar.subject(at) for at in (-1, len(grammar), len(grammar) + 5)] == [None] * 3
        return []

    assert not parse(
        "Storm\n\nThe navy held two frigates in the bay on 18 February., ", registry=registry_of(look)
    ).problems


def test_listed_words_are_found_beside_broken_characters() -> None:
    assert Finder(["frigate"]).find("a \ud800 frigate \udc00") == [(0, 4, 11)]
    assert TriggerScan({"ships": ["frigate"]}).find("\ud83d\udea2 frigate")[0].start == 3
