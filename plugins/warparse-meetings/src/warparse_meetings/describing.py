"""Descriptions of those who represent somebody: "EU foreign ministers", "his team", "its intelligence service".

Contract: as `parties`; a description is read by its last word, by the states that it names, and by whom the article means.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from warparse.extract import Head, PieceKind
from warparse.lexicon.words import singular
from warparse_meetings.naming import HEADS, Naming, unique
from warparse_meetings.words import blocs, party_state, short, word_class

__all__ = ["NONE", "Describing", "Group"]

_OWNERS: Final = {"EU’s": "EU", "EU's": "EU", "bloc’s": "EU", "bloc's": "EU"}
_LEADING: Final = ("president", "prime minister", "premier", "chancellor")
_SAYING: Final = frozenset(("said", "says", "announced", "confirmed", "announces", "added"))


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


class Describing(Naming):
    """Reads descriptions of one sentence."""

    def one(self, at: int) -> Group:
        """Read one noun phrase or pronoun, with what hangs on it and what commas set beside it."""
        raise NotImplementedError

    def _body(self, at: int, end: int, belonging: tuple[str, ...]) -> Group | None:
        """Read a body by those whose it is: "its intelligence service", "a committee of Polish and Danish officers"."""
        piece = self.grammar.pieces[at]
        words = self.text[piece.first : piece.end]
        if " and " in words and len(joint := self.parts(words)) > 1:
            return Group(joint, end)  # "Ukraine and the United Nations"
        if not piece.name and piece.word.rpartition(" ")[2] in word_class("acting") and (owners := self.owner(at)):
            return Group(owners, end)
        joint_body = len(belonging) > 1 and piece.word.rpartition(" ")[2] in word_class("collective")
        return Group(belonging, end, several=True) if joint_body else None

    def _head(self, at: int) -> tuple[str, ...]:
        """Give for whom those come whom somebody leads: "a delegation led by the Norwegian minister, Jane Doe"."""
        grammar = self.grammar
        if (
            grammar.word(at + 1) not in ("led", "headed")
            or grammar.word(at + 2) != "by"
            or not grammar.is_nominal(at + 3)
        ):
            return ()
        names = self.one(at + 3).names
        return tuple(short(state) if (state := self.document.state_of(name)) else name for name in names[:1])

    def _sender(self, at: int) -> tuple[str, ...]:
        """Give the state of whoever tells of those who represent it: "Oslo said a delegation would come"."""
        grammar = self.grammar
        for verb in range(at - 1, max(at - 4, 0), -1):
            if grammar.word(verb) in _SAYING and grammar.kind(verb) is PieceKind.VERB:
                subject = grammar.subject(verb)
                names = self.one(subject).names if subject is not None and subject < verb else ()
                states = [state for name in names if (state := self.document.state_of(name) or party_state(name))]
                return (short(states[0]),) if len(states) == 1 else ()
        return ()

    def _envoys(self, at: int, end: int, belonging: tuple[str, ...], noun: str) -> Group:
        """Read a description of those who represent somebody."""
        piece = self.grammar.pieces[at]
        words = self.text[piece.first : piece.end]
        plural = noun != singular(noun) and not noun.endswith("ss")
        owners = self.owner(at)
        lead = words[: piece.last - piece.first]
        states = unique([*self.names_in(lead), *belonging])
        if not plural and piece.head is Head.PEOPLE:
            found = self._office_holder(at, states or owners) or (self._leader(lead) if noun == "leader" else ())
            if found:
                return Group(found, end)
        if plural and (bloc := self._bloc(lead, noun)):
            return Group((bloc,), end, several=True)
        if not states and plural and noun in word_class("heads") and (several := self._leaders(at)):
            return several
        if states or owners:
            return self._representatives(at, end, states, owners)
        if back := self._belongs_to_all(at, end):
            return Group((), end, back=True, words=back)
        found = self.meant(at) or (() if plural else self._holder(at, noun)) or self._party(at, noun)
        if found:
            return Group(found, end)
        bare = self.sentence.paragraph.kind in HEADS and not piece.article and piece.first == piece.last
        definite = bare or piece.article in word_class("definite") or noun in word_class("always")
        if (plural or noun == "pair") and noun in word_class("everybody") and definite:
            return Group((), end, back=True, words=f"{piece.article} {words}".lower())
        return Group((), end)

    def _leader(self, lead: str) -> tuple[str, ...]:
        """Give the only one who leads a state in the article: "the US leader"."""
        state = next((state for word in lead.split() if (state := party_state(word))), None)
        found = {name for office in _LEADING for name in self.document.holders(office, state)} if state else set()
        return tuple(found) if len(found) == 1 else ()

    def _leaders(self, at: int) -> Group | None:
        """Read those who lead several states that have one name: "leaders of the Baltic states"."""
        inner = (
            self.grammar.pieces[at + 2] if at + 2 < len(self.grammar) and self.grammar.word(at + 1) == "of" else None
        )
        if inner is None or inner.word not in ("states", "countries", "nations") or inner.article != "the":
            return None
        words = self.text[inner.first : inner.end]
        if not words[:1].isupper():
            return None
        told = self.text[self.grammar.pieces[at].first : inner.end]
        return Group((told[0].lower() + told[1:],), at + 3, several=True)

    def _belongs_to_all(self, at: int, end: int) -> str:
        """Give the expression that points back to whom a description belongs: "the two countries"; empty if none does."""
        piece = self.grammar.pieces[at]
        inner = self.grammar.pieces[at + 2] if end == at + 3 else None
        if inner is not None and inner.word in word_class("everybody") and inner.article in word_class("definite"):
            return self.text[inner.start : inner.end].lower()
        owner = self.text[piece.start : piece.owner].lower().rstrip("'’ ") if piece.owner else ""
        return owner if owner.rpartition(" ")[2] in word_class("everybody") else ""

    def _party(self, at: int, noun: str) -> tuple[str, ...]:
        """Give the party that "the group" means, or those who send "a delegation"."""
        article = self.grammar.pieces[at].article
        if noun in word_class("sent") and article in ("", "a", "an"):
            return self._head(at) or self._sender(at)
        party = None
        if article == "the" and noun in word_class("armed"):
            party = self.cast.armed()
        elif article == "the" and noun in word_class("ruling") and self.grammar.word(at) == noun:
            party = self.cast.government()
        return (party,) if party else ()

    def _office_holder(self, at: int, states: tuple[str, ...]) -> tuple[str, ...]:
        """Give the person whom a description means; nobody of another state than it names."""
        found = self.meant(at)
        if not found or found[0] not in self.cast.people:
            return ()
        if any(role.startswith(("spokes", "press")) for role in self.document.roles_of(found[0])):
            return ()  # "the Norwegian leader" is no spokesman and no press secretary
        home = self.document.state_of(found[0])
        told = states and states[0] not in self.cast.people
        return () if told and (home is None or short(home) not in states) else found

    def _representatives(self, at: int, end: int, states: tuple[str, ...], owners: tuple[str, ...]) -> Group:
        """Give whom a description names as those who are represented: "EU officials", "his team"."""
        piece = self.grammar.pieces[at]
        if owners and not states and piece.article:
            owners = tuple(short(state) if (state := self.document.state_of(owner)) else owner for owner in owners)
        names = states or owners
        bodily = not states and names[0] in self.known and names[0] not in self.cast.people
        several = piece.word.rpartition(" ")[2] in word_class("heads") and len(names) == 1
        return Group(names, end, several and (bodily or names[0].lower() in blocs()))

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
            if word in word_class("region") or word in ("EU", "EU’s", "EU's", "bloc’s", "bloc's", "world"):
                told = (
                    " ".join((*words[at:], noun)).replace("European Union", "EU").replace(word, _OWNERS.get(word, word))
                )
                return told if noun in word_class("heads") else None
        return None
