"""What words name as a side of an encounter, and to whom a phrase belongs.

Contract: every look-up goes over a bounded number of words or pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import PieceKind
from warparse.lexicon.nations import is_adjective
from warparse.model import BlockKind
from warparse_meetings.words import blocs, bodies, is_international, media, party_state, short, word_class

if TYPE_CHECKING:
    from warparse.extract import Document, Grammar, Piece, Sentence
    from warparse_meetings.cast import Cast

__all__ = ["HEADS", "REACH", "WORD", "Naming", "unique"]

REACH: Final = 12
"""Pieces over which a look-up goes."""
HEADS: Final = frozenset((BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING))
"""Lines that announce the text behind them, mostly without articles."""
WORD: Final = re.compile(r"[^\W_][\w.’'&]*")
_ARRANGED: Final = re.compile(r"\S+[-–](?:brokered|mediated|sponsored|hosted|facilitated|backed|supported)\b")
"""Words that tell who brings others together."""
_SPLIT: Final = re.compile(r"[-–—/‑]")


def unique(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Give names without repeats, in order."""
    return tuple(dict.fromkeys(names))


class Naming:
    """Reads the words of one sentence."""

    def __init__(self, document: Document, sentence: Sentence, grammar: Grammar, cast: Cast) -> None:
        """Take up a sentence."""
        self.document = document
        self.sentence = sentence
        self.text = sentence.text
        self.grammar = grammar
        self.cast = cast
        self.known = cast.known
        self._until = 0
        self._meant: dict[int, tuple[str, ...]] = {}

    def reports(self, piece: Piece) -> bool:
        """Tell whether a phrase means those who report, who represent nobody."""
        words = {word.lower() for word in WORD.findall(self.text[piece.start : piece.end])}
        return bool(words & media())

    def speaker(self, *, several: bool, at: int) -> tuple[str, ...]:
        """Give who speaks of himself, or the state for which he does."""
        quote = self.document.quote_at(self.sentence, self.grammar.pieces[at].start)
        if quote is None or quote.speaker is None:
            return ()
        state = self.document.state_of(quote.speaker) if several else None
        return (short(state),) if state else (quote.speaker,)

    def meant(self, at: int) -> tuple[str, ...]:
        """Give whom the article means by an expression, where it knows a name for it."""
        if at not in self._meant:
            self._meant[at] = self._find_meant(at)
        return self._meant[at]

    def _find_meant(self, at: int) -> tuple[str, ...]:
        piece = self.grammar.pieces[at]
        name = self.document.who(self.sentence, piece.start, piece.end)
        if name is None:
            return ()
        state = party_state(name)
        if state and name not in self.known:
            return (short(state),)
        return (name,) if name in self.known else ()

    def owner(self, at: int) -> tuple[str, ...]:
        """Give to whom a noun phrase belongs: "his talks", "Macron's visit", "Russia's"."""
        piece = self.grammar.pieces[at]
        if piece.owner:
            words = self.text[piece.first : piece.owner]
            if piece.name and piece.name in self.known:
                return (self._owner_of(piece.name) or piece.name,)
            return self.names_in(words)
        if piece.article in ("his", "her", "its"):
            return self._owner_nearby(at) or self._possessor(piece) or self._owner_before(at)
        if piece.article in ("my", "our"):
            return self.speaker(several=piece.article == "our", at=at)
        return ()

    def _owner_nearby(self, at: int) -> tuple[str, ...]:
        """Give whose thing the sentence is about: "Doe's visit comes after his talks"; nobody where others are named since."""
        if self.grammar.pieces[at].article == "its":
            return ()
        for number in range(at - 1, max(at - REACH, -1), -1):
            piece = self.grammar.pieces[number]
            if piece.kind in (PieceKind.NAME, PieceKind.PRONOUN, PieceKind.STOP) or (
                piece.article in ("his", "her") and number
            ):
                return ()
            if piece.owner and piece.name in self.cast.people:
                return (piece.name,)
        return ()

    def _owner_before(self, at: int) -> tuple[str, ...]:
        """Give the last person named in front of "his" in its sentence, where nothing else tells."""
        for number in range(at - 1, max(at - REACH, -1), -1):
            name = self.grammar.pieces[number].name
            if name is not None and name in self.cast.people:
                return (name,)
        return ()

    def _possessor(self, piece: Piece) -> tuple[str, ...]:
        name = self.document.who(self.sentence, piece.start, piece.start + len(piece.article))
        if name is None:
            return ()
        state = party_state(name)
        return (short(state),) if state and name not in self.known else (name,) if name in self.known else ()

    def phrase(self, at: int) -> tuple[str, ...]:
        """Give the parties that the words of a noun phrase name before its noun: "the US-Russia talks"."""
        piece = self.grammar.pieces[at]
        return self.names_in(self.text[piece.owner or piece.first : piece.last])

    def names_in(self, words: str) -> tuple[str, ...]:
        """Give the states, bodies and known names in some words: "US-Russia", "Saudi", "Nato", "Hamas"."""
        bare = words.strip(" ‘’“”\"'").removesuffix("’s").removesuffix("'s")
        if state := party_state(bare):
            return (short(state),)
        if bare.lower() in bodies():
            return (short(bare),)
        if bare in self.known:
            return (self._owner_of(bare) or self._of_state(bare),)
        if bare in word_class("ruling"):
            state = self.cast.government()
            return (state,) if state else ()
        return self.parts(bare)

    def _owner_of(self, name: str) -> str | None:
        """Give the person whose thing a name is: "Doe’s Oval Office meeting"."""
        first, own, _ = name.replace("'", "’").partition("’s ")
        return self.cast.find(first) if own else None

    def _of_state(self, name: str) -> str:
        """Give the state of a body whose name begins with it: "U.S. Treasury"; any other known name as it is."""
        first, _, rest = name.partition(" ")
        state = party_state(first) if rest and name not in self.cast.people and name.lower() not in bodies() else None
        return short(state) if state and not is_international(name) else name

    def parts(self, words: str) -> tuple[str, ...]:
        """Give what the words of a phrase name one by one, the longest names first."""
        tokens = [part for token in _ARRANGED.sub("", words).split() for part in _SPLIT.split(token) if part]
        found: list[str] = []
        at = 0
        while at < len(tokens):
            for length in (4, 3, 2, 1):
                if at + length > len(tokens):
                    continue
                name = " ".join(tokens[at : at + length]).strip(",;:()‘’“”\"'").removesuffix("’s").removesuffix("'s")
                if found_name := self._name_of(name):
                    if at and found and is_adjective(tokens[at - 1]) and name.lower() in bodies() - blocs():
                        found.pop()  # "the Afghan Taliban"
                    found.append(found_name)
                    at += length - 1
                    break
            at += 1
        return unique(found)

    def _name_of(self, name: str) -> str | None:
        if not name[:1].isupper():
            return None
        if state := party_state(name):
            return short(state)
        if name.lower() in bodies() or name in self.known:
            return short(name)
        return self.cast.find(name)
