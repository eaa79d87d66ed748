"""Whom an expression means as a side of an encounter: people, states, organisations, armed parties.

Contract: what represents nobody ("reporters", "families", "troops") is no party; every look-up goes over a bounded
number of pieces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.extract import Grammar, Head, PieceKind
from warparse.lexicon.nations import is_adjective
from warparse.lexicon.words import singular
from warparse_meetings.words import blocs, bodies, envoys, media, party_state, short

if TYPE_CHECKING:
    from warparse.extract import Document, Piece, Sentence
    from warparse_meetings.cast import Cast

__all__ = ["NONE", "Group", "Parties", "unique"]

_REACH: Final = 12
_WORD: Final = re.compile(r"[^\W_][\w.’'&]*")
_BELONGING: Final = frozenset(("of", "from", "for", "to", "in"))
_SPLIT: Final = re.compile(r"[-–—/‑]")
_REPORTING: Final = frozenset(
    ("reporter", "journalist", "correspondent", "editor", "presenter", "anchor", "interviewer", "actor", "singer")
)
_DEFINITE: Final = frozenset(("the", "both", "these", "those", "their", "all", "neither", "either", "each"))
_EVERYBODY: Final = frozenset(
    (
        "sides",
        "parties",
        "delegations",
        "negotiators",
        "mediators",
        "teams",
        "two",
        "countries",
        "governments",
        "ministries",
        "nations",
        "generals",
        "envoys",
        "leaders",
        "presidents",
        "ministers",
        "officials",
        "men",
        "pair",
        "them",
        "they",
        "both",
        "neighbours",
        "neighbors",
    )
)
"""Words that mean those who met before, where nothing tells whose they are."""
_SEATED: Final = frozenset(
    ("officials", "authorities", "government", "administration", "leadership", "regime", "junta")
)
"""Nouns whose "in" tells whose they are: "the government in Khartoum"."""
_COLLECTIVE: Final = frozenset(("council", "assembly", "committee", "board", "members", "states"))
_HEADS: Final = frozenset(
    (
        "leaders",
        "ministers",
        "chiefs",
        "presidents",
        "premiers",
        "ambassadors",
        "envoys",
        "heads",
        "colleagues",
        "counterparts",
    )
)
_OWNERS: Final = {"EU’s": "EU", "EU's": "EU", "bloc’s": "EU", "bloc's": "EU"}
_BLOCS: Final = frozenset(("European", "Europe", "Nordic", "Baltic", "Western", "Arab", "Gulf", "African", "Asian"))


class Group(NamedTuple):
    """The parties that one expression means."""

    names: tuple[str, ...]
    end: int
    """The piece behind it."""
    several: bool = False
    """Whether one expression stands for several who can meet among themselves: "EU foreign ministers", "Nato"."""
    back: bool = False
    """Whether it only points back to those who met before: "the two sides"."""
    words: str = ""
    """The expression in lower case, where it points back."""


NONE: Final = Group((), 0)
"""Nobody."""
_NOBODY: Final[tuple[str, ...]] = ()


def unique(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Give names without repeats, in order."""
    return tuple(dict.fromkeys(names))


class Parties:
    """Reads expressions of one sentence."""

    def __init__(self, document: Document, sentence: Sentence, grammar: Grammar, cast: Cast) -> None:
        """Take up a sentence."""
        self.document = document
        self.sentence = sentence
        self.text = sentence.text
        self.grammar = grammar
        self.cast = cast
        self._known = cast.known
        self._until = 0

    # -- lists --------------------------------------------------------------------------------

    def read(self, at: int, *, until: int = 0) -> Group:
        """Read a noun phrase with what hangs on it, and those that "and" and commas join to it.

        Args:
            at: the noun phrase.
            until: the verb whose subjects they are; 0 where they are none.
        """
        self._until = until
        first = self.one(at)
        names, end, several, back = list(first.names), first.end, first.several, first.back
        for _ in range(_REACH):
            following = self._following(end)
            if following < 0:
                break
            other = self.one(following)
            if not other.names and not other.back:
                break
            names += other.names
            end, several, back = other.end, several or other.several, back or other.back
        return Group(unique(names), end, several, back, first.words)

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
        for name in range(at, at + _REACH, 2):
            if grammar.kind(name) not in (PieceKind.NAME, PieceKind.NOUN):
                return False
            if grammar.kind(name + 1) is PieceKind.CONJUNCTION:
                return grammar.is_nominal(name + 2) and (name + 2 < self._until or not grammar.opens_clause(name + 2))
            if grammar.kind(name + 1) is not PieceKind.COMMA:
                states = grammar.pieces[at].head is Head.STATE and grammar.pieces[at - 2].head is Head.STATE
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
            return Group(_NOBODY, at + 1)
        if piece.kind is PieceKind.NAME:
            return Group(self._person(piece), self._over_apposition(at + 1))
        if piece.kind is not PieceKind.NOUN:
            return Group(_NOBODY, at + 1)
        end, belonging = self._hanging(at)
        named = self._apposed(at, end)
        if named:
            return named
        return self._described(at, end, belonging)

    def _person(self, piece: Piece) -> tuple[str, ...]:
        """Give a person, unless what stands before the name makes it somebody else ("Trump administration")."""
        name = piece.name or self.text[piece.last : piece.end]
        if piece.owner and (home := party_state(self.text[piece.first : piece.owner])):
            self.cast.homes.setdefault(name, home)
        lead = {word.lower() for word in _WORD.findall(self.text[piece.start : piece.last])}
        words = {word.lower() for word in _WORD.findall(name)}
        return () if lead & _REPORTING or words & media() else (name,)

    def _reports(self, piece: Piece) -> bool:
        words = {word.lower() for word in _WORD.findall(self.text[piece.start : piece.end])}
        return bool(words & media())

    def _pronoun(self, at: int) -> Group:
        word = self.grammar.word(at)
        if word in ("i", "we", "me", "us"):
            return Group(self._speaker(several=word in ("we", "us"), at=at), at + 1)
        if word in ("he", "she", "him", "her", "it"):
            return Group(self._who(at), at + 1)
        if word in ("they", "them", "both"):
            return Group(_NOBODY, at + 1, back=True, words=word)
        return Group(_NOBODY, at + 1)

    def _speaker(self, *, several: bool, at: int) -> tuple[str, ...]:
        """Give who speaks of himself, or the state for which he does."""
        quote = self.document.quote_at(self.sentence, self.grammar.pieces[at].start)
        if quote is None or quote.speaker is None:
            return ()
        state = self.document.state_of(quote.speaker) if several else None
        return (short(state),) if state else (quote.speaker,)

    def _who(self, at: int) -> tuple[str, ...]:
        """Give whom the article means by an expression, where it knows a name for it."""
        piece = self.grammar.pieces[at]
        name = self.document.who(self.sentence, piece.start, piece.end)
        if name is None:
            return ()
        state = party_state(name)
        if state and name not in self._known:
            return (short(state),)
        return (name,) if name in self._known else ()

    def owner(self, at: int) -> tuple[str, ...]:
        """Give to whom a noun phrase belongs: "his talks", "Macron's visit", "Russia's"."""
        piece = self.grammar.pieces[at]
        if piece.owner:
            words = self.text[piece.first : piece.owner]
            if piece.name and piece.name in self._known:
                return (piece.name,)
            return self._words(words)
        if piece.article in ("his", "her", "its"):
            return self._owner_nearby(at) or self._possessor(piece) or self._owner_before(at)
        if piece.article in ("my", "our"):
            return self._speaker(several=piece.article == "our", at=at)
        return ()

    def _owner_nearby(self, at: int) -> tuple[str, ...]:
        """Give whose thing the sentence is about: "Doe's visit comes after his talks"; nobody where others are named since."""
        if self.grammar.pieces[at].article == "its":
            return ()
        for number in range(at - 1, max(at - _REACH, -1), -1):
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
        for number in range(at - 1, max(at - _REACH, -1), -1):
            name = self.grammar.pieces[number].name
            if name is not None and name in self.cast.people:
                return (name,)
        return ()

    def _possessor(self, piece: Piece) -> tuple[str, ...]:
        name = self.document.who(self.sentence, piece.start, piece.start + len(piece.article))
        if name is None:
            return ()
        state = party_state(name)
        return (short(state),) if state and name not in self._known else (name,) if name in self._known else ()

    # -- descriptions -------------------------------------------------------------------------

    def _hanging(self, at: int) -> tuple[int, tuple[str, ...]]:
        """Give the piece behind a description, and the states and bodies to which it belongs."""
        grammar, end = self.grammar, at + 1
        found: list[str] = []
        if grammar.pieces[at].head not in (Head.PEOPLE, Head.BODY, Head.OTHER):
            return end, ()
        if grammar.pieces[at].head is Head.OTHER and singular(grammar.word(at)) not in envoys():
            return end, ()
        while (
            grammar.word(end) in _BELONGING
            and grammar.kind(end) is PieceKind.PREPOSITION
            and grammar.is_nominal(end + 1)
        ):
            seated = grammar.word(at) in _SEATED
            if grammar.word(end) == "in" and (
                not seated or found or self._words(self.text[grammar.pieces[at].first : grammar.pieces[at].last])
            ):
                break
            inner = grammar.pieces[end + 1]
            if grammar.word(end) == "to" and inner.head is not Head.BODY:
                break
            if inner.kind is PieceKind.NAME and self._ends_title(inner):
                return end + 1, ()  # "secretary of state Jane Doe"
            names = (
                self._person(inner) if inner.kind is PieceKind.NAME else self._words(self.text[inner.first : inner.end])
            )
            found += names
            end += 2
            while names and (following := self._following(end)) >= 0:
                piece = grammar.pieces[following]
                more = self._words(self.text[piece.first : piece.end])
                if not more or piece.kind is not PieceKind.NOUN or piece.head in (Head.PEOPLE, Head.OTHER):
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
        if grammar.kind(end) is PieceKind.NAME and (end < self._until or not grammar.opens_clause(end)):
            return Group(self._person(grammar.pieces[end]), end + 1)
        name = end + 1
        if grammar.kind(end) is not PieceKind.COMMA or grammar.kind(name) is not PieceKind.NAME:
            return None
        if piece.word[-1:] == "s" and not piece.word.endswith("ss"):
            group = self._names(name)
            return group if len(group.names) > 1 else None
        close = name + 1
        return Group(
            self._person(grammar.pieces[name]),
            close + (grammar.kind(close) is PieceKind.COMMA and not self._goes_on(close)),
        )

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
        if self._reports(piece):
            return Group((), end)
        if piece.head in (Head.STATE, Head.NAME) or words.lower() in bodies():
            names = self._words(words)
            known = piece.name if piece.name and not piece.owner else None
            if known in self.cast.people and known is not None:
                return Group((known,), end)
            return Group(names, end, several=words.lower() in blocs())
        noun = piece.word.rpartition(" ")[2]
        if piece.head is Head.BODY and piece.name and not piece.owner and piece.name in self._known:
            return Group((piece.name,), end, several=True)
        if piece.owner and noun in _COLLECTIVE and (owners := self.owner(at)) and owners[0].lower() in blocs():
            return Group(owners, end, several=True)
        if piece.head is Head.OTHER and is_adjective(words):
            listed = self._following(end) >= 0 or (
                at and self.grammar.kind(at - 1) in (PieceKind.CONJUNCTION, PieceKind.COMMA)
            )
            return Group(self._words(words) if listed or piece.article == "the" else (), end)
        if singular(noun) not in envoys() and noun not in envoys():
            return Group((), end)
        return self._envoys(at, end, belonging, noun)

    def _envoys(self, at: int, end: int, belonging: tuple[str, ...], noun: str) -> Group:
        """Read a description of those who represent somebody."""
        piece = self.grammar.pieces[at]
        words = self.text[piece.first : piece.end]
        plural = noun != singular(noun) and not noun.endswith("ss")
        owners = self.owner(at)
        lead = words[: piece.last - piece.first]
        if not plural and piece.head is Head.PEOPLE and (found := self._who(at)) and found[0] in self.cast.people:
            return Group(found, end)
        states = unique([*self._adjectives(lead), *belonging])
        if plural and lead.startswith(("bloc’s", "bloc's")) and noun in _HEADS:
            return Group((self._bloc(lead, noun) or "EU",), end, several=True)
        if states or owners:
            if plural and (bloc := self._bloc(lead, noun)):
                return Group((bloc,), end, several=True)
            if owners and not states and piece.article:
                owners = tuple(short(state) if (state := self.document.state_of(owner)) else owner for owner in owners)
            bodily = bool(owners) and owners[0] in self._known and owners[0] not in self.cast.people
            several = (
                plural
                and noun in _HEADS
                and len(states or owners) == 1
                and (bodily or (bool(states) and (states[0].lower() in blocs())))
            )
            return Group(states or owners, end, several)
        if plural and (bloc := self._bloc(lead, noun)):
            return Group((bloc,), end, several=True)
        found = self._who(at) or (() if plural else self._holder(at, noun))
        if found:
            return Group(found, end)
        definite = piece.article in _DEFINITE or noun in ("negotiators", "mediators", "delegations")
        if plural and noun in _EVERYBODY and definite:
            return Group((), end, back=True, words=f"{piece.article} {words}".lower())
        return Group((), end)

    def _holder(self, at: int, noun: str) -> tuple[str, ...]:
        """Give the only holder of an office of which a speaker tells as his state's: "the president"."""
        quote = self.document.quote_at(self.sentence, self.grammar.pieces[at].start)
        state = self.document.state_of(quote.speaker) if quote is not None and quote.speaker else None
        piece = self.grammar.pieces[at]
        if state is None or piece.article != "the":
            return ()
        words = self.text[piece.first : piece.end].lower()
        found = self.document.holders(words if " " in words else noun, state)
        return found if len(found) == 1 else ()

    def _bloc(self, lead: str, noun: str) -> str | None:
        """Give a description of those who represent a bloc: "EU foreign ministers", "European leaders", "world leaders"."""
        words = lead.split()
        for at, word in enumerate(words):
            if word in _BLOCS or word in ("EU", "EU’s", "EU's", "bloc’s", "bloc's", "world"):
                told = (
                    " ".join((*words[at:], noun)).replace("European Union", "EU").replace(word, _OWNERS.get(word, word))
                )
                return told if noun in _HEADS else None
        return None

    def phrase(self, at: int) -> tuple[str, ...]:
        """Give the parties that the words of a noun phrase name before its noun: "the US-Russia talks"."""
        piece = self.grammar.pieces[at]
        return self._words(self.text[piece.owner or piece.first : piece.last])

    def _adjectives(self, words: str) -> list[str]:
        """Give the states and bodies that words name, in order."""
        return list(self._words(words))

    def _words(self, words: str) -> tuple[str, ...]:
        """Give the states, bodies and known names in some words: "US-Russia", "Saudi", "Nato", "Hamas"."""
        bare = words.strip(" ‘’“”\"'").removesuffix("’s").removesuffix("'s")
        if state := party_state(bare):
            return (short(state),)
        if bare.lower() in bodies():
            return (short(bare),)
        if bare in self._known:
            return (bare,)
        return self._parts(bare)

    def _parts(self, words: str) -> tuple[str, ...]:
        """Give what the words of a phrase name one by one, the longest names first."""
        tokens = [part for token in words.split() for part in _SPLIT.split(token) if part]
        found: list[str] = []
        at = 0
        while at < len(tokens):
            for length in (4, 3, 2, 1):
                if at + length > len(tokens):
                    continue
                name = " ".join(tokens[at : at + length]).strip(",;:()‘’“”\"'").removesuffix("’s").removesuffix("'s")
                if found_name := self._name_of(name):
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
        if name.lower() in bodies() or name in self._known:
            return short(name)
        return self.cast.find(name)
