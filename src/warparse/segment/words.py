"""The words by which speakers are found: one scan of the document for all of them.

Contract: `scan` gives every listed word of the text in order, none inside another; only whole words
count. The automaton is built once in a process.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from functools import cache

from attrs import frozen

from warparse.lexicon.finder import Finder
from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.nations import is_adjective, nation_words

__all__ = ["Found", "Kind", "Word", "scan"]

_PRONOUNS = ("he", "she", "they", "it", "He", "She", "They", "It", "him", "her")
_PAPERS = ("statement", "report", "communique", "communiqué", "message", "document", "letter", "post", "readout")
_SOURCES = ("according to", "According to", "in the words of", "In the words of")
_BLOCS = ("Nato", "NATO", "Hamas", "Hezbollah", "Houthis", "Taliban")


class Kind(IntEnum):
    """What a listed word is."""

    VERB = 0
    """A verb of saying or judging."""
    SOURCE = 1
    """"According to"."""
    PRONOUN = 2
    PEOPLE = 3
    """A noun for people: "spokesman", "officials"."""
    BODY = 4
    """A noun for an institution: "ministry", "air force"."""
    PAPER = 5
    """A noun for what somebody issued: "statement"."""
    STATE = 6
    """A state, its adjective apart, or its seat of government."""


@frozen
class Word:
    """A listed word in the text."""

    start: int
    end: int
    kind: Kind


@frozen
class Found:
    """All listed words of a text."""

    words: list[Word]
    starts: list[int]

    def between(self, start: int, end: int) -> list[Word]:
        """Give the words that start in a stretch of the text."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@cache
def _finder() -> tuple[Finder, list[Kind]]:
    kinds: dict[str, Kind] = {}
    states = [word for word in nation_words() if not is_adjective(word) or word in ("US", "UN", "U.S.", "Vatican")]
    for kind, words in (
        (Kind.SOURCE, _SOURCES),
        (Kind.PRONOUN, _PRONOUNS),
        (Kind.VERB, [verb for verb, _ in read_pairs("speech_verbs")] + ["say"]),
        (Kind.PEOPLE, read_list("people_nouns")),
        (Kind.BODY, read_list("body_nouns")),
        (Kind.PAPER, _PAPERS),
        (Kind.STATE, [*states, *_BLOCS]),
    ):
        for word in words:
            kinds.setdefault(word, kind)
    return Finder(kinds), list(kinds.values())


def scan(text: str) -> Found:
    """Find every listed word of a text.

    >>> [text_kind.kind.name for text_kind in scan("He said the ministry knew.").words]
    ['PRONOUN', 'VERB', 'BODY']
    """
    finder, kinds = _finder()
    words = []
    for entry, start, end in finder.find(text):
        if (start and (text[start - 1].isalnum() or text[start - 1] in "-_@#")) or text[end : end + 1].isalnum():
            continue
        words.append(Word(start, end, kinds[entry]))
    return Found(words, [word.start for word in words])
