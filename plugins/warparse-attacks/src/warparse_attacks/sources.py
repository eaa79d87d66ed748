"""Who claims a count: what the document tells of it, unless that is a place or a thing, which says nothing.

Contract: a state may speak, by its name or its seat; of the other places none does that stands behind "in" or its like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import nouns, singular
from warparse_attacks.places import TELLING
from warparse_attacks.vocabulary import state_of, towns, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warparse.extract import Document, Sentence
    from warparse_attacks.scan import Token

__all__ = ["find_source"]

_PREPOSITIONS: Final = ("in", "at", "near", "across", "outside", "around", "inside")
_LEADING: Final = 3
"""Words that may stand between a preposition and a place's name."""
_CLAUSE: Final = 8
"""Tokens of a subject."""


def find_source(
    document: Document, sentence: Sentence, tokens: Sequence[Token], position: int, known: Mapping[str, str]
) -> str | None:
    """Give who claims the words at a position of a sentence, by the fullest name; None where the writer states them.

    Args:
        document: the document.
        sentence: the sentence.
        tokens: its tokens.
        position: where the count starts.
        known: who told of counts before, by the last words of their names in lower case.
    """
    source = document.teller(sentence, position)
    if source is None or _speaks(source, tokens):
        return source
    at = sentence.text.find(source)
    before = document.teller(sentence, at) if 0 < at < position else None  # who tells what a thing brought about
    if before is not None and before != source and _speaks(before, tokens):
        return before
    closing = _closing(tokens, position)
    return None if closing is None else known.get(closing, closing)


def _speaks(source: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a source can say something."""
    head, *rest = source.split(" in ")
    last = head.rpartition(" ")[2]
    if last != singular(last) and singular(last) in words("inside") - {"state"}:
        return False  # "population centres"
    if rest or last.islower() or state_of(source) is not None:
        return True
    return not (source.title() in towns() if source.isupper() else _is_placed(source.split(), tokens))


def _is_placed(name: list[str], tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence names something as where it happened, and nowhere as who says something."""
    placed = False
    for at in range(len(tokens) - len(name) + 1):
        if [token.word for token in tokens[at : at + len(name)]] != name:
            continue
        if any(token.low in TELLING for token in tokens[at + len(name) : at + len(name) + 2]):
            return False
        near = tokens[max(0, at - _LEADING) : at]
        placed = placed or any(token.low in _PREPOSITIONS for token in near)
    return placed


def _closing(tokens: Sequence[Token], position: int) -> str | None:
    """Give the person or institution of the clause that closes a sentence: ", the ministry said"."""
    for at, token in enumerate(tokens):
        if token.start < position or token.low not in TELLING:
            continue
        first = at
        while first > max(0, at - _CLAUSE) and tokens[first - 1].kind == "word":
            first -= 1
        if first < at and singular(tokens[at - 1].low) in nouns():
            return " ".join(word.word for word in tokens[first:at])
    return None
