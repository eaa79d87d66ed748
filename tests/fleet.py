"""A small plugin that reads ships, and a text with some: what the tests of the seam share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import frozen

import warparse
from warparse import Extractor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from warparse.extract import Document, Sentences

TEXT = """Storm over the harbour

The foreign minister, Ada Lind, came to the harbour on Monday. She sent two frigates to sea, &amp; **one** destroyer.

“The frigates are ready,” she said. Nothing else was told.

On Tuesday a frigate was lost near the cape with nine people on board, the navy said in a statement.
"""
WORD = regex.compile(r"frigates?|destroyer", regex.IGNORECASE)


@frozen
class Ship:
    """A ship."""

    start: int
    """First code point of the word."""
    end: int
    """One past its last."""
    word: str
    """The word."""


def find_ships(_: Document, sentences: Sentences) -> Iterator[Ship]:
    for sentence in sentences:
        for found in sentence.finditer(WORD):
            yield Ship(*sentence.span(*found.span()), found[0])


SHIPS = Extractor("ships", Ship, ("frigate", "frigates", "destroyer"), find_ships)


class Given:
    """A plugin made of what it gives."""

    def __init__(self, extractors: Iterable[object], rules: Iterable[object]) -> None:
        self.extractors, self.rules = list(extractors), list(rules)

    @warparse.hookimpl
    def warparse_extractors(self) -> list[object]:
        return self.extractors

    @warparse.hookimpl
    def warparse_noise_rules(self) -> list[object]:
        return self.rules


def plugin(*extractors: object, rules: Iterable[object] = (), name: str = "Plugin") -> object:
    """Make a plugin; a registry calls it after its class."""
    return type(name, (Given,), {})(extractors, rules)
