"""One sentence on the way to its meetings: its grammar, its times, and what the article told before.

Contract: drafts become records only here, so that every record has its words, parties, status, place and time from
the same rules.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import define, field

from warparse.extract import Grammar, PieceKind
from warparse.lexicon.dates import find_times, resolve
from warparse.lexicon.nations import is_adjective
from warparse_meetings.circumstances import FAR, clause_start, find_place, find_time, is_place
from warparse_meetings.lists import list_start
from warparse_meetings.model import Format, Meeting, Status
from warparse_meetings.naming import HEADS
from warparse_meetings.parties import NONE, Group, Parties, unique
from warparse_meetings.words import envoys, find_home, short, verbs

if TYPE_CHECKING:
    from datetime import date

    from warparse.extract import Document, Sentence
    from warparse.lexicon.dates import TimePhrase
    from warparse_meetings.cast import Cast
    from warparse_meetings.memory import Memory

__all__ = ["Draft", "Scene"]

_PHONE: Final = re.compile(
    r"\b(?:tele)?phone[ds]?\b|\bby video\b|\bvideo[- ](?:link|call|conference)|\bvirtual(?:ly)?\b|\bhotline\b"
)
_BODIES: Final = frozenset(
    "sides countries nations ministries governments delegations armies parties teams negotiators envoys officials diplomats".split()
)
_SIDES: Final = frozenset("sides countries nations governments armies parties neighbours neighbors".split())
"""Words for those whom an article is about, whoever met last."""
_OFFICES: Final = frozenset("ministers presidents premiers generals".split())
_ONLY: Final = re.compile(r"\b(?:first|only|last|latest|second|third)\b")
_ALL: Final = re.compile(r"\s*(the two|the three|both)\b")
_COMING: Final = (Status.PLANNED, Status.PROPOSED, Status.POSTPONED, Status.CANCELLED, Status.DENIED)
_AHEAD: Final = re.compile(r"\b(?:tomorrow|next|coming|later (?:this|today)|soon)\b")


@define
class Draft:
    """An encounter while it is read."""

    head: int
    """The verb's or noun's piece."""
    format: Format
    start: int
    """Where its words start."""
    end: int
    """Where they end, so far."""
    stop: int
    """The piece with which its clause ends."""
    names: list[str] = field(factory=list)
    several: bool = False
    """Whether one name stands for several who meet."""
    status: Status = Status.HELD
    place: int | None = None
    final: int = 0
    """Where the words end that decide its status, if they stand behind it."""
    site: str | None = None
    """The words that tell where, if no noun phrase of their own does."""
    low: int = 0
    """Where the words in front of it start that may tell when."""
    told: bool = True
    """Whether it tells more than that there was something."""
    more: Draft | None = None
    """The encounter that shares its verb."""


class Scene:
    """One sentence."""

    def __init__(self, document: Document, sentence: Sentence, cast: Cast, memory: Memory) -> None:
        """Take up a sentence."""
        self.document = document
        self.sentence = sentence
        self.text = sentence.text
        self.low = (
            sentence.text.lower().replace("’", "'")
            if len(sentence.text.lower()) == len(sentence.text)
            else sentence.text
        )
        self.grammar: Grammar = document.grammar(sentence)
        self.parties = Parties(document, sentence, self.grammar, cast)
        self.cast = cast
        self.memory = memory
        self.taken: set[int] = set()
        """Pieces that belong to an encounter already."""
        self.waits = False
        """Whether it points to an encounter at a place of which nothing was told so far: "the Oslo talks"."""

    @cached_property
    def times(self) -> tuple[TimePhrase, ...]:
        """The phrases that tell when."""
        return find_times(self.text)

    @cached_property
    def phones(self) -> bool:
        """Whether the sentence tells of a telephone or video."""
        return bool(_PHONE.search(self.low))

    # -- parties ------------------------------------------------------------------------------

    def state(self, name: str) -> str | None:
        """Give the state for which a party stands; None where nothing tells."""
        if name not in self.cast.homes and {"envoy", "ambassador"} & self.document.roles_of(name):
            return None  # "the Ukraine envoy" and "the ambassador to Ukraine" come from elsewhere
        home = self.document.state_of(name) or self.cast.homes.get(name) or find_home(name)
        return short(home) if home else None

    def is_official(self, name: str) -> bool:
        """Tell whether a party represents somebody: a state, a body, a person with an office."""
        if name not in self.cast.people:
            return True
        return self.state(name) is not None or bool(self.document.roles_of(name) & envoys())

    def principal(self, name: str) -> str:
        """Give for whom somebody speaks: a spokesman for his state, anybody else for himself."""
        if name in self.cast.people and any(role.startswith("spokes") for role in self.document.roles_of(name)):
            return self.state(name) or name
        return name

    def are_official(self, names: list[str] | tuple[str, ...]) -> bool:
        """Tell whether one party at least represents somebody, so that the others do where nothing tells of them."""
        return any(self.is_official(name) for name in names)

    def against(self, name: str) -> tuple[str, ...]:
        """Give one side of the conflict, as it is named, and the other; nobody where it is none."""
        sides = self.cast.sides()
        state = name if name in sides else self.state(name)
        return (name, next(side for side in sides if side != state)) if state in sides else ()

    def topic(self) -> tuple[str, ...]:
        """Give whom the sentence before this in its paragraph is about; nobody where that is no party."""
        before = self.document.before(self.sentence)
        if before is None or before.paragraph.number != self.sentence.paragraph.number:
            return ()
        scene = Scene(self.document, before, self.cast, self.memory)
        verbs = (
            at for at, piece in enumerate(scene.grammar.pieces) if piece.kind in (PieceKind.VERB, PieceKind.HELPER)
        )
        verb = next((at for at in verbs if scene.grammar.subject(at) is not None), None)
        names = scene.subject(verb).names if verb is not None else ()
        told = len(names) == 1 and names[0][:1].isupper() and self.is_official(names[0])
        return names if told else ()

    def recall(self, noun: str) -> tuple[str, ...]:
        """Give who met before, as an expression means them: "the two leaders", "the delegations", "they".

        Args:
            noun: the expression in lower case.
        """
        number = 4 if "four" in noun else 3 if "three" in noun else 2 if "two" in noun or "both" in noun else 0
        last = noun.rpartition(" ")[2]
        if last in _SIDES and number in (0, 2) and (sides := self.cast.sides()):
            return sides
        without = self.cast.people if last in _BODIES else frozenset()
        names = self.memory.recall(number=number, without=without)
        names = names or self.memory.recall(number=number)
        if not names and (number == 2 or (number == 0 and last in _BODIES)):
            return self.cast.sides()
        if last in _BODIES or (
            last in _OFFICES and any(last[:-1] not in self.document.roles_of(name) for name in names)
        ):
            states = tuple(self.state(name) or name for name in names)
            return unique(states) if len(set(states)) == len(names) else names
        return names

    def at_home(self, names: tuple[str, ...]) -> bool:
        """Tell whether all parties belong to one state."""
        states = {self.state(name) for name in names}
        return len(names) > 1 and len(states) == 1 and None not in states

    def subject(self, at: int) -> Group:
        """Give who does what a verb tells; of an infinitive, who stands in front of its "to"."""
        grammar = self.grammar
        if grammar.kind(at) is PieceKind.NOUN and (words := self.pointing(at)):
            return self._antecedent(at) or Group((), at, back=True, words=words)
        to = grammar.group(at) - 1
        if grammar.word(to) == "from" and grammar.is_ing(at) and grammar.is_nominal(to - 1):
            return self.parties.read(to - 1, until=to)  # "banned Doe from going"
        if grammar.word(to) == "to" and grammar.is_nominal(to - 1):
            group = self._led(to, at)
            if group is None or group.names or group.back:
                return group or NONE
        subject = grammar.subject(at)
        group = self._acting(subject, at) if subject is not None and subject < at else NONE
        if not group.names and not group.back and (words := self.pointing(at)):
            group = Group((), at, back=True, words=words)
        if group.back and group.words in ("they", "both", "the two", "the three"):
            return self._antecedent(at) or group
        if group.names or group.back:
            return group
        return group if subject is not None and grammar.word(to) != "to" else self._above(at)

    def pointing(self, at: int) -> str:
        """Give the number right before a verb that stands for those named before: "when the two met"; empty if none does."""
        group = self.grammar.group(at)
        piece = self.grammar.pieces[at]
        end = piece.last if piece.kind is PieceKind.NOUN else self.grammar.pieces[group].start
        found = _ALL.match(self.low, self.opening(group), end)
        return found[1] if found else ""

    def _above(self, at: int) -> Group:
        """Give who does what a verb tells that hangs on another clause: "After meeting Doe, Roe", "is ready to meet"."""
        grammar = self.grammar
        to = grammar.group(at) - 1
        if grammar.is_ing(at) and grammar.kind(at - 1) is PieceKind.SUBORDINATOR:
            aside = grammar.kind(at - 2) is PieceKind.COMMA and grammar.is_nominal(at - 3)
            return self.parties.read(at - 3, until=at) if aside else self._main(at) if at == 1 else NONE
        if grammar.word(to) != "to":
            return NONE
        if grammar.kind(to - 1) is PieceKind.NOUN and grammar.kind(to - 2) is PieceKind.HELPER:
            ready = grammar.subject(to - 2)  # "Oslo is ready to meet"
            return self._acting(ready, to - 2) if ready is not None and ready < to - 2 else NONE
        above = next(
            (number for number in range(to - 1, max(to - 4, -1), -1) if grammar.kind(number) is PieceKind.VERB), None
        )
        return self.subject(above) if above is not None else NONE  # "accepted an invitation to visit"

    def _led(self, to: int, at: int) -> Group | None:
        """Give who stands in front of an infinitive's "to"; None where he is the only or first one to do it."""
        grammar = self.grammar
        if pair := self._pair(to - 1, at):
            return pair
        start = list_start(self.grammar, self.parties, to - 1)
        if _ONLY.search(self.low, grammar.pieces[start].start, grammar.pieces[to].start):
            return None  # "the first leader to visit"
        led = grammar.word(start - 1) if grammar.kind(start - 1) is PieceKind.PREPOSITION else ""
        return self.parties.read(start, until=to) if led in ("", "for", "on", "of") else NONE

    def _acting(self, subject: int, at: int) -> Group:
        """Give the subject of a verb with those that stand in its list."""
        if pair := self._pair(subject, at):
            return pair
        start = list_start(self.grammar, self.parties, subject)
        group = self.parties.read(start, until=at)
        if not group.names and not group.back and start != subject:
            group = self.parties.read(subject, until=at)
        return group

    def _pair(self, at: int, verb: int) -> Group | None:
        """Give the two whom a comma joins as in a headline: "Doe, Roe to meet"; None where there are no such."""
        grammar = self.grammar
        other = at - 2
        opens = other == 0 or grammar.kind(other - 1) is PieceKind.COLON
        heads = self.sentence.paragraph.kind in HEADS
        if (
            not opens
            or other < 0
            or not heads
            or grammar.kind(at - 1) is not PieceKind.COMMA
            or grammar.pieces[other].owned
        ):
            return None
        if grammar.kind(other) not in (PieceKind.NAME, PieceKind.NOUN) or grammar.kind(at) is PieceKind.PRONOUN:
            return None
        first, second = self.parties.one(other), self.parties.read(at, until=verb)
        if not first.names and is_adjective(self.words(other)):
            first = Group(self.parties.names_in(self.words(other)), other + 1)  # "Polish, Danish officials meet"
        if not first.names or not second.names or first.end < at - 1 or set(first.names) & set(second.names):
            return None
        return Group(unique((*first.names, *second.names)), second.end)

    def _main(self, at: int) -> Group:
        """Give the subject of the clause behind one that opens a sentence: "After meeting Doe, Roe said"."""
        grammar = self.grammar
        for number in range(at + 1, min(at + FAR, len(grammar))):
            if grammar.kind(number) in (PieceKind.VERB, PieceKind.HELPER) and not grammar.is_ing(number):
                subject = grammar.subject(number)
                behind = subject is not None and subject > at and grammar.kind(subject - 1) is PieceKind.COMMA
                return self.subject(number) if behind else NONE
        return NONE

    def _antecedent(self, at: int) -> Group | None:
        """Give whom "they" means in its own sentence: the several who act before, if there are any."""
        for number in range(at - 1, max(at - FAR, -1), -1):
            if self.grammar.kind(number) is not PieceKind.VERB:
                continue
            subject = self.grammar.subject(number)
            if subject is None or subject > number or self.grammar.kind(subject) is PieceKind.PRONOUN:
                continue
            found = self.parties.read(list_start(self.grammar, self.parties, subject), until=number)
            if found.several or len(found.names) > 1:
                return found
            other = self.parties.read(number + 1) if found.names and self.grammar.is_nominal(number + 1) else NONE
            if found.names and not other.names:
                beside = (piece for word, piece in self.grammar.complements(number) if word == "with")
                other = next((self.parties.read(piece) for piece in beside), NONE)
            if other.names:
                return Group(unique((*found.names, *other.names)), other.end)
        return None

    # -- a draft ------------------------------------------------------------------------------

    def by_phone(self, low: int, high: int) -> bool:
        """Tell whether words tell of a telephone or video."""
        return bool(_PHONE.search(self.low, low, high))

    def where(self, draft: Draft) -> int | None:
        """Give the noun phrase that tells where."""
        if draft.place is not None:
            return draft.place
        verb = verbs().get(self.grammar.word(draft.head))
        goes = draft.format is Format.VISIT or (verb is not None and verb.kind == "receive")
        place = find_place(self.grammar, draft.head, draft.stop, self.text, goes=goes)
        return place if place is not None or draft.site else self._fronted(draft.head)

    def _fronted(self, head: int) -> int | None:
        """Give the place with which a sentence opens whose main clause tells of the encounter: "In Oslo, Doe met Roe"."""
        grammar = self.grammar
        start = clause_start(grammar, head)
        if grammar.word(start - 1) == "where":
            place = start - 2 - (grammar.kind(start - 2) is PieceKind.COMMA)
            return place if place >= 0 and grammar.is_nominal(place) and is_place(grammar, place, self.text) else None
        opens = grammar.word(0) == "in" and grammar.kind(2) is PieceKind.COMMA and head > 2 and start == 0
        return 1 if opens and is_place(grammar, 1, self.text) else None

    def position(self, piece: int) -> int:
        """Give where a piece starts; the sentence's end behind the last."""
        return self.grammar.pieces[piece].start if piece < len(self.grammar) else len(self.text)

    def opening(self, piece: int) -> int:
        """Give where the words start that lead to a piece, times and adverbs with them."""
        return self.grammar.pieces[piece - 1].end if piece else 0

    def words(self, piece: int) -> str:
        """Give a noun phrase without its article."""
        found = self.grammar.pieces[piece]
        proper = found.start and self.text.startswith("The ", found.start)
        return self.text[found.start if proper else found.first : found.end].strip(" “”‘’\"'")

    def finish(self, draft: Draft) -> Meeting | None:
        """Make the record; None where too few meet."""
        names = unique(draft.names)
        several = draft.several or names in self.memory.groups
        if not names or (len(names) < 2 and not several) or self.at_home(names):
            return None
        place = self.where(draft)
        high = self.position(draft.stop)
        phrase = find_time(self.times, draft.low, draft.start, draft.end, high)
        status, when, first, last = self._date(draft, phrase)
        told = [phrase.end if phrase else 0, self.grammar.pieces[place].end if place is not None else 0]
        span = self.sentence.span(draft.start, max(draft.end, draft.final, *(end for end in told if end <= high)))
        where = self.words(place) if place is not None else draft.site
        self.memory.statuses[frozenset(names)] = status
        if draft.several and len(names) == 1:
            self.memory.groups.add(names)
        self.memory.told.append((names, draft.format, where))
        return Meeting(span.start, span.end, names, draft.format, status, where, when, first, last)

    def _date(self, draft: Draft, phrase: TimePhrase | None) -> tuple[Status, str | None, date | None, date | None]:
        """Give the status, the words that tell when, and the days that they mean."""
        if phrase is None or (phrase.preposition == "since" and draft.status is Status.HELD):
            return draft.status, None, None, None  # "their first call since 2022"
        apart = phrase.start >= draft.start or phrase.end <= draft.start
        start = phrase.start if apart and phrase.preposition != "for" else phrase.bare
        status = draft.status
        if status is Status.HELD and _AHEAD.search(self.low, phrase.start, phrase.end):
            status = Status.PLANNED
        first, last = resolve(phrase, self.document.day(self.sentence), ahead=status in _COMING) or (None, None)
        return status, self.text[start : phrase.end], first, last
