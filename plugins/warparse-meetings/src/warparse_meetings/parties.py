"""Whom an expression means as a side of an encounter: people, states, organisations, armed parties.

Contract: what represents nobody ("reporters", "families", "troops") is no party; every look-up goes over a bounded
number of pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import Head, PieceKind
from warparse.lexicon.nations import is_adjective
from warparse.lexicon.words import singular
from warparse_meetings.describing import NONE, Describing, Group
from warparse_meetings.naming import HEADS, REACH, WORD, unique
from warparse_meetings.words import (
    blocs,
    bodies,
    envoys,
    is_international,
    is_public,
    media,
    party_state,
    word_class,
)

if TYPE_CHECKING:
    from warparse.extract import Document, Grammar, Piece, Sentence
    from warparse_meetings.cast import Cast

__all__ = ["NONE", "NUMBER", "Group", "Parties", "unique"]


NUMBER: Final = re.compile(r"\s(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b")
"""The number in the name of a group of states: "the Bucharest Nine"."""
_BEHIND_SHORT: Final = re.compile(r"\([A-Z]{2,6}\) ((?:[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*)(?: [A-Z][^\W\d_]+){1,3})$")
"""A name behind the letters that stand for a body: no two parts of it can match the same words."""
_NUMBERS: Final = ("two ", "three ", "four ")


_TITLE: Final = 3
"""Pieces of "secretary of state"."""
_PLAIN: Final = (Head.PEOPLE, Head.OTHER)


def _crosses_quote(words: str) -> bool:
    """Tell whether quoted words begin within some words and do not end there: "ensure “Moscow"."""
    return words.find("“") > 0 and "”" not in words


class Parties(Describing):
    """Reads expressions of one sentence."""

    def __init__(self, document: Document, sentence: Sentence, grammar: Grammar, cast: Cast) -> None:
        """Take up a sentence."""
        super().__init__(document, sentence, grammar, cast)
        self._read: dict[tuple[int, int], Group] = {}

    # -- lists --------------------------------------------------------------------------------

    def read(self, at: int, *, until: int = 0) -> Group:
        """Read a noun phrase with what hangs on it, and those that "and" and commas join to it.

        Args:
            at: the noun phrase.
            until: the verb whose subjects they are; 0 where they are none.
        """
        known = self._read.get((at, until))
        if known is None:
            known = self._read[at, until] = self._read_list(at, until)
        return known

    def _read_list(self, at: int, until: int) -> Group:
        self._until = until
        first = self.one(at)
        names, end, several, back = list(first.names), first.end, first.several, first.back
        for _ in range(REACH):
            following = self._following(end)
            if following < 0:
                break
            other = self.one(following)
            if (not other.names and not other.back) or (
                not until and self.is_parted(end) and self.is_parted(other.end)
            ):
                break
            names += other.names
            end, several, back = other.end, several or other.several, back or other.back
        return Group(unique(names), end, several, back, first.words)

    def is_parted(self, at: int) -> bool:
        """Tell whether words that are no piece, as those that tell when, stand in front of a piece."""
        pieces = self.grammar.pieces
        if not 0 < at < len(pieces):
            return False
        return any(map(str.isalnum, self.text[pieces[at - 1].end : pieces[at].start]))

    def _following(self, end: int) -> int:
        """Give the noun phrase that a list goes on with; -1 where it ends."""
        grammar = self.grammar
        link = end + (grammar.kind(end) is PieceKind.COMMA and grammar.kind(end + 1) is PieceKind.CONJUNCTION)
        linked = grammar.kind(link) is PieceKind.CONJUNCTION and grammar.word(link) in ("and", "&", "or", "plus")
        if not linked and not (grammar.kind(link) is PieceKind.COMMA and self._is_listed(link + 1)):
            return -1
        following = link + 1
        following += grammar.word(following) in ("with", "between")
        if not grammar.is_nominal(following) or (grammar.opens_clause(following) and following >= self._until):
            return -1
        return following

    def _is_listed(self, at: int) -> bool:
        """Tell whether a noun phrase behind a comma goes on with a list: of states, or one that "and" ends."""
        grammar = self.grammar
        if grammar.kind(at) not in (PieceKind.NAME, PieceKind.NOUN) or grammar.opens_clause(at):
            return False
        if titled := self._titled(at):
            return grammar.kind(titled.end) is PieceKind.CONJUNCTION and grammar.is_nominal(titled.end + 1)
        for name in range(at, at + REACH, 2):
            if grammar.kind(name) not in (PieceKind.NAME, PieceKind.NOUN):
                return False
            if grammar.kind(name + 1) is PieceKind.CONJUNCTION:
                return grammar.is_nominal(name + 2) and (name + 2 < self._until or not grammar.opens_clause(name + 2))
            if grammar.kind(name + 1) is not PieceKind.COMMA:
                if self.sentence.paragraph.kind in HEADS and name == at and grammar.kind(at) is PieceKind.NAME:
                    return grammar.kind(name + 1) in (None, PieceKind.PREPOSITION, PieceKind.STOP)
                last = grammar.pieces[at]
                joint = " and " in self.text[last.first : last.end]  # "Chad and the United Nations"
                states = (last.head is Head.STATE or joint) and grammar.pieces[at - 2].head is Head.STATE
                return states and name == at and grammar.kind(name + 1) not in (PieceKind.NOUN, PieceKind.NAME)
        return False

    # -- one expression -----------------------------------------------------------------------

    def one(self, at: int) -> Group:
        """Read one noun phrase or pronoun, with what hangs on it and what commas set beside it."""
        grammar = self.grammar
        piece = grammar.pieces[at]
        if piece.kind is PieceKind.PRONOUN:
            return self._pronoun(at)
        if piece.owned and at + 1 < len(grammar) and piece.kind is PieceKind.NOUN and piece.head is not Head.STATE:
            return Group((), at + 1)
        if piece.kind is PieceKind.NAME:
            names = self._person(piece)
            if at >= _TITLE and grammar.word(at - 1) == "state" and grammar.word(at - 2) == "of":
                self._named_home(at - _TITLE, names)  # "US secretary of state Jane Doe"
            return Group(names, self._over_apposition(self._over_state(at + 1, names)))
        if piece.kind is not PieceKind.NOUN or _crosses_quote(self.text[piece.first : piece.end]):
            return Group((), at + 1)
        if group := self._numbered(at):
            return group
        end, belonging = self._hanging(at)
        named = self._titled(at) or self._apposed(at, end)
        if named:
            return named
        return self._described(at, end, belonging)

    def _numbered(self, at: int) -> Group | None:
        """Read a group of states that a place and their number name: "the Bucharest Nine", "the leaders of" it too."""
        inner = at + 2 if self.grammar.word(at + 1) == "of" and self.grammar.word(at) in word_class("heads") else at
        if inner >= len(self.grammar) or self.grammar.pieces[inner].head is not Head.STATE:
            return None
        piece = self.grammar.pieces[inner]
        found = NUMBER.match(self.text, piece.end)
        if found is None or piece.owned:
            return None
        return Group((self.text[piece.first : found.end()],), inner + 1, several=True)

    def _titled(self, at: int) -> Group | None:
        """Read a name behind a long office: "UN envoy to Syria Jane Doe", "head of the council (NC) Jane Doe"."""
        grammar = self.grammar
        inner = grammar.pieces[at + 2] if at + 2 < len(grammar) else None
        if inner is None or grammar.pieces[at].head is not Head.PEOPLE or grammar.pieces[at].owned:
            return None
        lead = self.text[inner.first : inner.last].strip()
        if grammar.word(at + 1) in ("to", "for") and inner.kind is PieceKind.NAME:
            name = inner.name or self.text[inner.last : inner.end]
            return Group((name,), at + 3) if lead and party_state(lead) else None
        if grammar.word(at + 1) == "of" and inner.word == "state" and grammar.kind(at + 3) is PieceKind.NAME:
            return Group(
                self._named_home(at, self._person(grammar.pieces[at + 3])), at + 4
            )  # "secretary of state Jane Doe"
        found = _BEHIND_SHORT.search(self.text, inner.first, inner.end) if grammar.word(at + 1) == "of" else None
        return Group((found[1],), at + 3) if found else None

    def _person(self, piece: Piece) -> tuple[str, ...]:
        """Give a person, unless what stands before the name makes it somebody else ("Trump administration")."""
        name = piece.name or self.text[piece.last : piece.end]
        if home := party_state(self.text[piece.first : piece.owner or piece.last].strip()):
            self.cast.homes.setdefault(name, home)  # "Ukraine's Jane Doe", "President of Ukraine Jane Doe"
        lead = {word.lower() for word in WORD.findall(self.text[piece.start : piece.last])}
        words = {word.lower() for word in WORD.findall(name)}
        if lead & word_class("reporting") or words & media():
            return ()
        title = self.text[piece.first : piece.last].split()[-1:]
        crowned = " " not in name and title and title[0].lower() in word_class("crowned")
        return (f"{title[0]} {name}",) if crowned else (name,)

    def _pronoun(self, at: int) -> Group:
        word = self.grammar.word(at).replace("’", "'").partition("'")[0]  # "I'll"
        if word in ("i", "we", "me", "us"):
            return Group(self.speaker(several=word in ("we", "us"), at=at), at + 1)
        if word in ("he", "she", "him", "her", "it"):
            return Group(self.meant(at), at + 1)
        if word in ("they", "them", "both"):
            return Group((), at + 1, back=True, words=word)
        return Group((), at + 1)

    # -- descriptions -------------------------------------------------------------------------

    def _hanging(self, at: int) -> tuple[int, tuple[str, ...]]:
        """Give the piece behind a description, and the states and bodies to which it belongs."""
        grammar, end = self.grammar, at + 1
        found: list[str] = []
        if grammar.pieces[at].head not in (Head.PEOPLE, Head.BODY, Head.OTHER):
            return end, ()
        if grammar.pieces[at].head is Head.OTHER and not {grammar.word(at), singular(grammar.word(at))} & envoys():
            return end, ()
        while (
            grammar.word(end) in word_class("belonging")
            and grammar.kind(end) is PieceKind.PREPOSITION
            and grammar.is_nominal(end + 1)
        ):
            seated = grammar.word(at) in word_class("seated")
            if grammar.word(end) == "in" and (
                not seated or found or self.names_in(self.text[grammar.pieces[at].first : grammar.pieces[at].last])
            ):
                break
            inner = grammar.pieces[end + 1]
            if grammar.word(end) == "to" and inner.head is not Head.BODY:
                break
            if inner.kind is PieceKind.NAME and self._ends_title(inner):
                return end + 1, ()  # "secretary of state Jane Doe"
            names = (
                self._person(inner)
                if inner.kind is PieceKind.NAME
                else self.names_in(self.text[inner.first : inner.end])
            )
            found += names
            end += 2
            while names and (following := self._following(end)) >= 0:
                piece = grammar.pieces[following]
                more = self.names_in(self.text[piece.first : piece.end])
                closing = is_adjective(self.text[inner.first : inner.end])  # "Polish and Danish officers"
                if not more or piece.kind is not PieceKind.NOUN or (piece.head in _PLAIN and not closing):
                    break
                found += more
                end = following + 1
        return end, tuple(found)

    def _ends_title(self, piece: Piece) -> bool:
        """Tell whether what stands before a name is the rest of a title: "state Jane Doe"."""
        lead = self.text[piece.first : piece.last].split()
        return bool(lead) and (lead[-1].lower() == "state" or lead[-1].lower() not in envoys())

    def _apposed(self, at: int, end: int) -> Group | None:
        """Read the name that a comma sets beside a description: "the prime minister, Jane Doe,"."""
        grammar = self.grammar
        piece = grammar.pieces[at]
        if piece.head not in (Head.PEOPLE, Head.BODY, Head.OTHER):
            return None
        office = (
            piece.head is Head.PEOPLE and end == at + 3 and grammar.word(at + 1) == "of"
        )  # "secretary of state Jane Doe"
        if grammar.kind(end) is PieceKind.NAME and (office or end < self._until or not grammar.opens_clause(end)):
            return Group(self._named_home(at, self._person(grammar.pieces[end])), end + 1)
        name = end + 1
        if grammar.kind(end) is not PieceKind.COMMA or grammar.kind(name) is not PieceKind.NAME:
            return None
        if grammar.opens_clause(name) and name >= self._until:
            return None  # "we met the minister," Jane Doe said
        if piece.word[-1:] == "s" and not piece.word.endswith("ss"):
            group = self._names(name)
            return group if len(group.names) > 1 else None
        close = name + 1
        return Group(
            self._named_home(at, self._person(grammar.pieces[name])),
            close + (grammar.kind(close) is PieceKind.COMMA and not self._goes_on(close)),
        )

    def _named_home(self, at: int, person: tuple[str, ...]) -> tuple[str, ...]:
        """Learn from a description whence somebody comes: "the US diplomat, Jane Doe"; an envoy comes from elsewhere."""
        piece = self.grammar.pieces[at]
        lead = self.text[piece.first : piece.last]
        state = next((found for word in lead.split() if (found := party_state(word.removesuffix("’s")))), None)
        if person and state and piece.word not in ("envoy", "ambassador"):
            self.cast.homes.setdefault(person[0], state)
        return person

    def _names(self, at: int) -> Group:
        """Read names that stand beside a plural: "the presidents, Jane Doe and John Roe"."""
        names, end = list(self._person(self.grammar.pieces[at])), at + 1
        while (following := self._following(end)) >= 0 and self.grammar.kind(following) is PieceKind.NAME:
            names += self._person(self.grammar.pieces[following])
            end = following + 1
        return Group(unique(names), end)

    def _goes_on(self, comma: int) -> bool:
        """Tell whether a list goes on behind a comma."""
        return self.grammar.kind(comma + 1) is PieceKind.CONJUNCTION or self._is_listed(comma + 1)

    def _over_state(self, end: int, names: tuple[str, ...]) -> int:
        """Go over the state that tells from where somebody is: "President Jane Doe of Norway"."""
        if self.grammar.word(end) != "of" or not names or not self.grammar.is_nominal(end + 1):
            return end
        state = self.grammar.pieces[end + 1]
        if state.head is not Head.STATE or state.owned:
            return end
        if home := party_state(self.text[state.first : state.end]):
            self.cast.homes.setdefault(names[0], home)
        return end + 2

    def _over_apposition(self, end: int) -> int:
        """Go over a description that commas set beside a name: "Jane Doe, the envoy,"."""
        grammar = self.grammar
        if grammar.kind(end) is not PieceKind.COMMA or grammar.kind(end + 1) is not PieceKind.NOUN:
            return end
        if grammar.pieces[end + 1].head is not Head.PEOPLE or grammar.opens_clause(end + 1):
            return end
        close, _ = self._hanging(end + 1)
        if grammar.kind(close) is PieceKind.COMMA and not self._is_listed(end + 1):
            return close + 1
        return end

    def _described(self, at: int, end: int, belonging: tuple[str, ...]) -> Group:
        """Read a description by its last word, and by the states that it names."""
        piece = self.grammar.pieces[at]
        words = self.text[piece.first : piece.end]
        if self.reports(piece):
            return Group((), end)
        if piece.head in (Head.STATE, Head.NAME) or words.lower() in bodies() or ("." in words and party_state(words)):
            names = self.names_in(words)
            known = piece.name if piece.name and not piece.owner else None
            if known in self.cast.people and known is not None:
                return Group((known,), end)
            return Group(names, end, several=words.lower() in blocs())
        noun = piece.word.rpartition(" ")[2].replace("’", "'")
        if piece.head is Head.BODY and (body := self._body(at, end, belonging)):
            return body
        if piece.head is Head.BODY and piece.name and not piece.owner and piece.name in self.known:
            return Group((piece.name,) if is_public(words) else (), end, several=is_international(words))
        if (
            piece.owner
            and noun in word_class("collective")
            and (owners := self.owner(at))
            and owners[0].lower() in blocs()
        ):
            return Group(owners, end, several=True)
        if piece.head is Head.OTHER and is_adjective(words):
            following = self._following(end)
            if following >= 0 and self._apposed(following, self._hanging(following)[0]):
                return Group((), end)  # "the Polish and Danish ministers, Jane Doe and John Roe"
            listed = following >= 0 or (at and self.grammar.kind(at - 1) in (PieceKind.CONJUNCTION, PieceKind.COMMA))
            return Group(self.names_in(words) if listed or piece.article == "the" else (), end)
        counted = noun in word_class("everybody") and (piece.article == "both" or words.lower().startswith(_NUMBERS))
        armed = noun in word_class("armed") and piece.article == "the"
        if not {noun, singular(noun)} & envoys() and not counted and not armed and noun != "pair":
            return Group((), end)
        return self._envoys(at, end, belonging, noun)
