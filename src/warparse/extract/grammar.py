"""The grammar of a sentence for plugins: its pieces, and who does what to whom.

Contract: pieces come in order and do not overlap; every place is one of the sentence's text. Adverbs, numbers and
times are no pieces. Quoted words are read like the rest. Every question looks at a bounded number of pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple, final

from warparse.lexicon import words as w
from warparse.speech import chunks as c

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warparse.speech.chunks import Chunk
    from warparse.speech.clauses import Clauses

__all__ = ["Grammar", "Head", "Piece", "PieceKind", "make_piece"]


class PieceKind(StrEnum):
    """What a piece is."""

    NAME = "name"
    """A person by name, with what stands before it: "Foreign Minister Jane Doe"."""
    NOUN = "noun"
    """Any other noun phrase: "the EU's foreign policy chief", "Geneva"."""
    PRONOUN = "pronoun"
    VERB = "verb"
    """One word of a verb, or two ("pointed out")."""
    HELPER = "helper"
    """A form of "be" or "have", or "will" and its like."""
    PREPOSITION = "preposition"
    """Also the "to" of an infinitive."""
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    """ "that", "while", "before" with a clause, and their like."""
    RELATIVE = "relative"
    COMMA = "comma"
    DASH = "dash"
    COLON = "colon"
    STOP = "stop"
    OTHER = "other"


class Head(StrEnum):
    """What the last word of a noun phrase means."""

    NAME = "name"
    """A name: of a person where the piece is a `NAME`, else of a place or thing that no list knows."""
    STATE = "state"
    """A state or bloc, or its seat."""
    PEOPLE = "people"
    BODY = "body"
    """An institution: "ministry", or one that the article's index knows by its name."""
    PAPER = "paper"
    """What carries words: "statement"."""
    OTHER = "other"


class Piece(NamedTuple):
    """A piece of a sentence."""

    kind: PieceKind
    start: int
    """Where it starts in the sentence's text."""
    end: int
    """Where it ends there."""
    word: str
    """Its last word in lower case; of a name the whole name; empty for a mark."""
    head: Head = Head.OTHER
    """Of a noun phrase: what its last word means."""
    article: str = ""
    """Of a noun phrase: its article or possessive in lower case: "the", "his", "no"; empty if it has none."""
    first: int = 0
    """Of a noun phrase: where its words start behind the article."""
    last: int = 0
    """Of a noun phrase: where its last word or name starts."""
    owner: int = 0
    """Of a noun phrase: where the words end to which it belongs ("Ukraine" in "Ukraine's army"); 0 if to none."""
    name: str | None = None
    """The fullest name of the person or institution that the article's index knows; of a phrase that belongs to one, the
    owner's. None where it knows none."""
    owned: bool = False
    """Whether a possessive mark ends it, so that it owns the next."""


_KINDS: Final = {
    c.NAME: PieceKind.NAME,
    c.NOUN: PieceKind.NOUN,
    c.COMMA: PieceKind.COMMA,
    c.DASH: PieceKind.DASH,
    c.COLON: PieceKind.COLON,
    c.STOP: PieceKind.STOP,
    w.PRONOUN: PieceKind.PRONOUN,
    w.OBJECT: PieceKind.PRONOUN,
    w.PREPOSITION: PieceKind.PREPOSITION,
    w.CONJUNCTION: PieceKind.CONJUNCTION,
    w.SUBORDINATOR: PieceKind.SUBORDINATOR,
    w.RELATIVE: PieceKind.RELATIVE,
    w.BE: PieceKind.HELPER,
    w.AUXILIARY: PieceKind.HELPER,
    w.VERB: PieceKind.VERB,
    w.SAY: PieceKind.VERB,
    w.JUDGE: PieceKind.VERB,
    w.THINK: PieceKind.VERB,
    w.SOURCE: PieceKind.PREPOSITION,
}
_HEADS: Final = {
    c.CAPITAL: Head.NAME,
    c.STATE: Head.STATE,
    w.PEOPLE: Head.PEOPLE,
    w.BODY: Head.BODY,
    w.PAPER: Head.PAPER,
}
_SOMEBODY: Final = frozenset((Head.NAME, Head.STATE, Head.PEOPLE, Head.BODY))
_NOMINAL: Final = frozenset((PieceKind.NAME, PieceKind.NOUN, PieceKind.PRONOUN))
_LINKS: Final = frozenset(("and", "&", "or", "plus"))
_TRAILING: Final = frozenset(
    "late early later earlier again alone together separately directly anywhere soon briefly recently privately twice".split()
)
"""Adverbs that the noun phrase before them takes in."""
_REACH: Final = 24
"""Pieces over which a question goes."""


@final
class Grammar:
    """The pieces of one sentence, and how they hang together; a piece is asked for by its number."""

    def __init__(self, clauses: Clauses, low: int, pieces: tuple[Piece, ...]) -> None:
        """Take up a sentence; `Document.grammar` does.

        Args:
            clauses: the chunks of its paragraph.
            low: the number of its first chunk there.
            pieces: its pieces, one for each chunk.
        """
        self.pieces = pieces
        """The pieces in order."""
        self._clauses = clauses
        self._low = low

    def __len__(self) -> int:
        """Give the number of pieces."""
        return len(self.pieces)

    def kind(self, at: int) -> PieceKind | None:
        """Give the kind of a piece; None where there is none."""
        return self.pieces[at].kind if 0 <= at < len(self.pieces) else None

    def word(self, at: int) -> str:
        """Give the word of a piece; empty where there is none."""
        return self.pieces[at].word if 0 <= at < len(self.pieces) else ""

    def is_nominal(self, at: int) -> bool:
        """Tell whether a piece is a name, a noun phrase or a pronoun."""
        return self.kind(at) in _NOMINAL

    def at(self, position: int) -> int:
        """Give the piece that holds a position of the sentence, or the first one behind it."""
        return bisect_right(self.pieces, position, key=lambda piece: piece.end)

    # -- verbs --------------------------------------------------------------------------------

    def subject(self, verb: int) -> int | None:
        """Give the subject of a verb, of a passive one too; None where the sentence tells none.

        Of an infinitive or a form in -ing it is that of the verb on which it hangs.
        """
        if not 0 <= verb < len(self.pieces):
            return None
        found = self._clauses.subject(self._low + verb) - self._low
        return found if 0 <= found < len(self.pieces) and found != verb else None

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Give all subjects of a verb that "and" and commas join ("X, Y and Z met")."""
        subject = self.subject(verb)
        if subject is None:
            return ()
        if subject > verb:
            return self.joined(subject)
        found = [subject]
        while len(found) < _REACH and (before := self._joined_before(found[-1])) is not None:
            found.append(before)
        return (*reversed(found[1:]), *(other for other in self.joined(subject) if other < verb))

    def _joined_before(self, at: int) -> int | None:
        """Give the noun phrase that "and" or a comma of a list joins to the one behind it."""
        link = at - 1
        if self.kind(link) is PieceKind.CONJUNCTION and self.word(link) in ("and", "&", "or"):
            other = link - 1 - (self.kind(link - 1) is PieceKind.COMMA)
        elif self.kind(link) is PieceKind.COMMA and self.kind(link + 2) in (PieceKind.COMMA, PieceKind.CONJUNCTION):
            other = link - 1
        else:
            return None
        return other if self.kind(other) in (PieceKind.NAME, PieceKind.NOUN) and not self.pieces[other].owned else None

    def is_passive(self, verb: int) -> bool:
        """Tell whether a verb is passive: a past form behind a form of "be", or before "by" with somebody behind it."""
        chunk = self._clauses.chunks[self._low + verb]
        if chunk.flags & w.ING:
            return False
        before = self._clauses.kinds[self._low + verb - 1] if verb else c.STOP
        if before == w.BE:
            return True
        if (
            self.word(verb + 1) != "by"
            or before == w.AUXILIARY
            or chunk.word in w.finite()
            or not self.is_nominal(verb + 2)
        ):
            return False
        agent = self.pieces[verb + 2]
        return agent.kind is not PieceKind.NOUN or agent.head in _SOMEBODY

    def is_ing(self, verb: int) -> bool:
        """Tell whether a verb ends in -ing."""
        return bool(self._clauses.chunks[self._low + verb].flags & w.ING)

    def group(self, verb: int) -> int:
        """Give the first piece of a verb's group: the first of the helpers in front of it, or itself."""
        first = verb
        while first > 0 and self.kind(first - 1) is PieceKind.HELPER:
            first -= 1
        return first

    def chain(self, verb: int) -> tuple[int, ...]:
        """Give the verbs on which a verb hangs in its clause, nearest first: "hopes" and "visit" over "visit to meet".

        The chain goes over helpers, "to", prepositions before a form in -ing, and one noun or pronoun before "to".
        """
        found: list[int] = []
        at = verb
        for _ in range(_REACH):
            before = self.group(at) - 1
            if self.word(before) != "to" and not (
                self.is_ing(at) and self.kind(before) in (PieceKind.PREPOSITION, PieceKind.VERB)
            ):
                break
            before -= self.kind(before) is PieceKind.PREPOSITION
            if self.kind(before) in _NOMINAL and self.kind(before - 1) is PieceKind.VERB:
                before -= 1
            if self.kind(before) is not PieceKind.VERB:
                break
            found.append(before)
            at = before
        return tuple(found)

    # -- noun phrases -------------------------------------------------------------------------

    def joined(self, at: int) -> tuple[int, ...]:
        """Give the noun phrases that "and" and commas join to one, itself first: "France, Germany and Poland"."""
        found = [at]
        while len(found) < _REACH:
            following = self._joined_after(found[-1], begun=len(found) > 1)
            if following is None:
                break
            found.append(following)
        return tuple(found)

    def _joined_after(self, at: int, *, begun: bool) -> int | None:
        """Give the noun phrase that is joined to the one before it, which a list may have begun before."""
        link = at + 1 + (self.kind(at + 1) is PieceKind.COMMA and self.kind(at + 2) is PieceKind.CONJUNCTION)
        linked = self.kind(link) is PieceKind.CONJUNCTION and self.word(link) in _LINKS
        if not linked and not (self.kind(link) is PieceKind.COMMA and self._is_listed(link + 1, begun=begun)):
            return None
        other = link + 1
        return other if self.is_nominal(other) and not self.opens_clause(other) else None

    def _is_listed(self, at: int, *, begun: bool) -> bool:
        """Tell whether a noun phrase behind a comma is one of a list, which "and" ends, and not set apart."""
        for name in range(at, at + _REACH, 2):
            if self.kind(name) not in (PieceKind.NAME, PieceKind.NOUN):
                return False
            if self.kind(name + 1) is PieceKind.CONJUNCTION:
                return self.is_nominal(name + 2) and not self.opens_clause(name + 2)
            if self.kind(name + 1) is not PieceKind.COMMA:
                return False
            if self.kind(name + 2) is PieceKind.CONJUNCTION:
                return (begun or name > at) and self.is_nominal(name + 3)
        return False

    def opens_clause(self, at: int) -> bool:
        """Tell whether a noun phrase is the subject of a verb right behind it."""
        verb = at + 1
        while self.kind(verb) is PieceKind.HELPER:
            verb += 1
        if self.kind(verb) is not PieceKind.VERB:
            verb -= 1
        if verb <= at or (self.kind(verb) is PieceKind.VERB and verb == at + 1 and self.is_ing(verb)):
            return False
        return self.subject(verb) == at

    def apposed(self, at: int) -> int | None:
        """Give the name that a comma sets beside a description: "the envoy, Jane Doe,"; None where there is none."""
        name = at + 2
        if self.kind(at + 1) is not PieceKind.COMMA or self.kind(at) is not PieceKind.NOUN:
            return None
        if self.kind(name) is PieceKind.NAME:
            return (
                name
                if self.kind(name + 1) is not PieceKind.CONJUNCTION or self.pieces[at].head is Head.PEOPLE
                else None
            )
        return None

    def complements(self, at: int) -> Iterator[tuple[str, int]]:
        """Give what prepositions hang behind a verb or noun phrase, up to the end of its clause.

        Yields:
            The preposition and the noun phrase behind it, in order: ("with", ...), ("in", ...).
        """
        for number in range(at + 1, min(at + _REACH, len(self.pieces))):
            kind = self.kind(number)
            if kind in (PieceKind.STOP, PieceKind.COLON, PieceKind.RELATIVE, PieceKind.SUBORDINATOR, PieceKind.DASH):
                return
            if kind in (PieceKind.VERB, PieceKind.HELPER) and number > at + 1:
                return
            if kind is PieceKind.PREPOSITION and self.is_nominal(number + 1):
                yield self.word(number), number + 1


def make_piece(chunk: Chunk, place: Callable[[int], int], text: str) -> Piece:
    """Make the piece of a chunk; an adverb that ends a noun phrase ("the minister late" on Friday) is left out.

    Args:
        chunk: the chunk.
        place: gives where a place of the chunk's passage stands in the sentence.
        text: the sentence's text, in which white space may be shorter than in the passage.
    """
    start = max(place(chunk.start), 0)
    end = min(place(max(chunk.end - 1, chunk.start)) + 1, len(text))
    kind = _KINDS.get(chunk.kind, PieceKind.OTHER)
    if kind is not PieceKind.NAME and kind is not PieceKind.NOUN:
        return Piece(kind, start, end, chunk.word)
    entity = chunk.entity or chunk.holder
    first, last = (min(max(place(inner), start), end) for inner in (chunk.first, chunk.last))
    owner = min(max(place(chunk.owner - 1) + 1, start), end) if chunk.owner else 0
    head = Head.NAME if kind is PieceKind.NAME else _HEADS.get(chunk.head, Head.OTHER)
    name = entity.name if entity is not None else None
    word = " ".join(chunk.word.split())  # of a name the whole name, white space as it was written
    if word in _TRAILING and kind is PieceKind.NOUN and (words := text[max(first, owner) : last].split()):
        word = words[-1].lower()
        end = last - (last - first - len(text[first:last].rstrip()))
        last = end - len(word)
        known = w.classes().get(word, 0) & w.CLASS
        head = _HEADS.get(known, Head.STATE if words[-1] in w.states() else Head.OTHER)
    return Piece(kind, start, end, word, head, chunk.article, first, last, owner, name, chunk.owned)
