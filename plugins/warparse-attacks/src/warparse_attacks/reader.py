"""The extractor: sentences in, records out.

Contract: a pure function of the document; sides are learnt from all its sentences before any record is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from warparse.lexicon.dates import find_times, resolve
from warparse.lexicon.leaders import leaders
from warparse.model import NameKind
from warparse_attacks.places import Place, find_places
from warparse_attacks.record import Attack, Measure
from warparse_attacks.scan import Token, scan
from warparse_attacks.sides import Cue, Sides, called, find_cues, find_doer
from warparse_attacks.tell import Finding, read_counts
from warparse_attacks.vocabulary import groups, state_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from warparse.extract import Document, Sentence, Sentences

__all__ = ["read_attacks"]

_SKY: Final = frozenset((Measure.INTERCEPTED, Measure.LOST, Measure.UNACCOUNTED))
_ATTACKING: Final = frozenset(("launch", "attack", "hit", "kill", "destroy", "injure", "take", "trap"))
_SAYING: Final = frozenset("said says say reported claimed told wrote added stated reports claims".split())
_NEAR: Final = 0
"""Paragraphs behind a place in which it still holds."""
_ROAMING: Final = frozenset(
    (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.HIT, Measure.EXPLOSIONS, Measure.DESTROYED)
)
"""Measures whose place may be told by a sentence before."""
_WHERE: Final = frozenset(
    (
        "in",
        "at",
        "over",
        "near",
        "around",
        "outside",
        "inside",
        "on",
        "off",
        "above",
        "across",
        "along",
        "of",
        "",
        "into",
        "throughout",
        "within",
        "between",
        "beside",
    )
)
_AIMED: Final = frozenset(("at", "on", "against", "in", "toward", "towards", "into", "", "over", "near", "across"))
_ABOVE: Final = frozenset(("over", "in", "near", "above", "off", "across", "around", "at", "outside"))


@define
class _Read:
    """A sentence that was read."""

    sentence: Sentence
    tokens: list[Token]
    cues: list[Cue]


@define
class _Context:
    """What the sentences before told."""

    post: int | None = None
    paragraph: int = -1
    last: Finding | None = None
    attacker: str | None = None
    place: str | None = None
    record: Attack | None = None
    speakers: dict[str, str] = field(factory=dict)
    """The sides of people, by the words before their names."""


def read_attacks(document: Document, sentences: Sentences) -> Iterator[Attack]:
    """Give the attack counts of an article."""
    read = [_Read(sentence, tokens, find_cues(tokens)) for sentence in sentences for tokens in [scan(sentence.text)]]
    sides = Sides()
    war = False
    for each in read:
        sides.learn(each.cues)
        war = war or _is_war(each.tokens)
    if not war:
        return
    context = _Context()
    for each in read:
        _learn_speakers(document, each, context.speakers)
    for each in read:
        yield from _Records(document, each, sides, context).read()


class _Records:
    """Makes the records of one sentence."""

    def __init__(self, document: Document, read: _Read, sides: Sides, context: _Context) -> None:
        self.document = document
        self.sentence = read.sentence
        self.tokens = read.tokens
        self.cues = read.cues
        self.sides = sides
        self.context = context
        self._places: list[Place] | None = None

    def read(self) -> Iterator[Attack]:
        """Give the records, and remember for the sentences behind."""
        context, paragraph = self.context, self.sentence.paragraph
        post = None if paragraph.post is None else paragraph.post.start
        if post != context.post:
            self.context.last = self.context.attacker = self.context.place = self.context.record = None
            context.post = post
        near = paragraph.number - context.paragraph <= 1
        findings = read_counts(self.tokens, context.last if near else None)
        findings = [finding for finding in findings if not self._is_nature(finding)]
        made: dict[int, Attack] = {}
        for finding in findings:
            record = self._make(finding, made)
            made[finding.at] = record
            yield record
        context.paragraph = paragraph.number
        if findings:
            context.last = findings[-1]
            context.record = made[findings[-1].at]
            context.attacker = context.record.attacker or context.attacker
        else:
            doers = [
                cue.side for cue in self.cues if cue.role in ("weapon", "doer") and cue.side not in ("enemy", "teller")
            ]
            context.attacker = doers[-1] if doers else context.attacker
        if place := self._own_place(findings):
            context.place = place

    def _is_nature(self, finding: Finding) -> bool:
        """Tell whether a crash or a flood did it, by the words near a count."""
        near: set[str] = set()
        for step in (-1, 1):
            at = finding.at + step
            while 0 <= at < len(self.tokens) and abs(at - finding.at) < 12 and self.tokens[at].kind not in (";", ":"):
                near.add(self.tokens[at].low)
                at += step
        return bool(near & words("nature")) and not near & words("war")

    def _own_place(self, findings: list[Finding]) -> str | None:
        """Give the place that holds for the sentences behind: no state, which is too wide for that."""
        first = findings[0].at if findings else 0
        placed = [
            place
            for place in self.places
            if place.preposition in _WHERE
            and not (place.claimed or place.within or place.listed)
            and state_of(place.name) is None
        ]
        behind = [place for place in placed if place.at > first]
        return (behind or placed)[0].name if placed else None

    @property
    def places(self) -> list[Place]:
        """The places of the sentence."""
        if self._places is None:
            taken = [
                (mention.start, mention.end)
                for mention in self.document.mentions(self.sentence)
                if mention.name.kind in (NameKind.PERSON, NameKind.ORGANISATION)
            ]
            self._places = find_places(self.tokens, self.sentence.text, taken)
        return self._places

    def _make(self, finding: Finding, made: dict[int, Attack]) -> Attack:
        count = finding.count
        parent = self._parent(finding, made)
        source = self.document.teller(self.sentence, count.start)
        if source is None and parent is not None and finding.parent is not None:
            source = parent.source
        when, first, last = self._when(finding)
        place = self._location(finding, parent)
        start, end = self.sentence.span(count.start, count.end)
        return Attack(
            start,
            end,
            finding.measure,
            count.low,
            count.high,
            count.qualifier,
            finding.name,
            self._attacker(finding, parent, source, place),
            place,
            source,
            when,
            first,
            last,
        )

    def _parent(self, finding: Finding, made: dict[int, Attack]) -> Attack | None:
        if finding.parent is None:
            return None
        return (
            made.get(finding.parent.at)
            if finding.parent.count in [f.count for f in [finding.parent]] and finding.parent.at in made
            else self.context.record
        )

    # -- who ------------------------------------------------------------------------------------

    def _attacker(self, finding: Finding, parent: Attack | None, source: str | None, place: str | None) -> str | None:
        teller = self._side_of(source)
        found = parent.attacker if parent is not None and not finding.count.kind else None
        if found is None:
            found = self._told_attacker(finding, teller)
        if found is None and parent is not None:
            found = parent.attacker
        if found is None and finding.count.side and finding.kind == "person":
            found = self.sides.opponent(finding.count.side)
        if found is None:
            found = self._guessed(finding, source, teller, place)
        return called(found)

    def _told_attacker(self, finding: Finding, teller: str | None) -> str | None:
        """Ask the sentence itself."""
        if finding.count.side and finding.kind in ("weapon", "craft", "event", "blast"):
            return finding.count.side
        doer, senses = self._doer(finding, teller)
        sky = finding.measure in _SKY
        stopped = bool(senses & {"intercept", "lose"})
        if doer is not None and not sky:
            if stopped:
                return self.sides.opponent(doer)
            if senses & _ATTACKING and (finding.role is None or finding.role.role != "subject"):
                return doer
        own = [token.low for token in self.tokens[max(0, finding.at - 8) : finding.at]]
        if teller is not None and "losses" in own and ({"own", "its", "his", "their"} & set(own)):
            return self.sides.opponent(teller)
        if finding.measure is Measure.CASUALTIES:
            losers = [cue for cue in self.cues if cue.at < finding.at]
            return self.sides.opponent(self._meant(losers[-1].side, teller)) if losers else None
        wanted = ("weapon",) if sky and doer is not None else ("weapon", "doer")
        weapons = [cue for cue in self.cues if cue.role in wanted and not self._is_victim(cue, finding)]
        weapons = [cue for cue in weapons if not (sky and cue.side == doer)]
        before = [cue for cue in weapons if cue.at < finding.at]
        near = max(before, default=None) or min(weapons, default=None)
        if near is not None:
            return self._meant(near.side, teller)
        if sky and doer is not None:
            return self.sides.opponent(doer)
        defenders = [cue for cue in self.cues if cue.role == "defender"]
        return self.sides.opponent(self._meant(defenders[-1].side, teller)) if defenders else None

    def _doer(self, finding: Finding, teller: str | None) -> tuple[str | None, set[str]]:
        """Give who does what a count's verb tells, and what that may be."""
        role = finding.role
        if role is None and (finding.measure is Measure.CAPTURED or finding.kind == "event"):
            verbs = [at for at in range(max(0, finding.at - 8), finding.at) if self.tokens[at].kind == "verb"]
            return (self._meant(find_doer(self.tokens, verbs[-1]), teller) if verbs else None), {"take"}
        if role is None or self.tokens[role.verb].kind != "verb":
            return None, set()
        options = self.tokens[role.verb].options
        senses = set(options[""].senses) if "" in options else set()
        return self._meant(find_doer(self.tokens, role.verb), teller), senses

    def _is_victim(self, cue: Cue, finding: Finding) -> bool:
        return finding.kind == "person" and cue.side == finding.count.side

    def _meant(self, side: str | None, teller: str | None) -> str | None:
        """Give the side that "enemy" or "its forces" means."""
        if side == "teller":
            return teller
        if side == "enemy":
            others = [
                cue.side
                for cue in self.cues
                if cue.role in ("victim", "defender") and cue.side not in ("enemy", "teller")
            ]
            return self.sides.opponent(teller or (others[0] if others else self.sides.home()))
        return side

    def _guessed(self, finding: Finding, source: str | None, teller: str | None, place: str | None) -> str | None:
        """Take the foe of those who tell their own losses, the attacker of the sentences before, or the usual one."""
        suffered = finding.measure not in (Measure.CAPTURED, Measure.LAUNCHED)
        before = self.context.attacker
        where = state_of(place) if place else None
        if suffered and where is not None and (foe := self.sides.opponent(where)):
            return foe
        if finding.measure in _SKY:
            return self.sides.opponent(teller) or before or self.sides.opponent(self.sides.home())
        people = finding.kind == "person" or not _is_military(source)
        if suffered and people and teller is not None and (before is None or before == teller):
            return self.sides.opponent(teller)
        return before or self.sides.dominant()

    def _side_of(self, source: str | None) -> str | None:
        """Give the side that a source speaks for, by its name or by the words before it."""
        if source is None:
            return None
        if source not in self.context.speakers:
            side = _state(source)
            if side is None and source.rpartition(" ")[2].lower() in ("army", "military", "ministry", "navy"):
                side = self.sides.home()
            if side is None and source in leaders():
                side = leaders()[source][0]
            return side
        return self.context.speakers[source]

    # -- where ----------------------------------------------------------------------------------

    def _location(self, finding: Finding, parent: Attack | None) -> str | None:
        measure = finding.measure
        allowed = _ABOVE if measure in _SKY else _AIMED if measure is Measure.LAUNCHED else _WHERE
        low, high = self._window(finding.at)
        places = [
            place for place in self.places if place.preposition in allowed and not place.claimed and not place.within
        ]
        if measure is Measure.LAUNCHED:
            high = self._clause_end(finding)
        own = [place for place in places if finding.at < place.at < high]
        if own:
            return None if own[0].listed else own[0].name
        if measure in _SKY:
            told = self._said_before(finding.at)
            first = next(at for at, token in enumerate(self.tokens) if token.count is not None)
            before = [
                place for place in places if told < place.at < first and place.preposition in ("over", "near", "in")
            ]
            return (
                before[-1].name
                if before and (before[-1].at < 2 or not finding.count.part)
                else self._parents(finding, parent)
            )
        part = finding.parent is not None and finding.count.part == "" and not finding.role
        stop = next(
            (at for at in range(finding.at, len(self.tokens)) if self.tokens[at].kind in (";", ":", "dash")),
            len(self.tokens),
        )
        later = [place for place in places if high <= place.at < stop and measure is not Measure.LAUNCHED]
        before = [place for place in places if place.at < finding.at]
        struck = before[-1:] if before and before[-1].preposition in ("", "on", "in", "at", "near") else []
        for found in (struck, later, before):
            if found and not part:
                return None if found[0].listed else found[0].name
        if parent is not None and measure in _ROAMING:
            return parent.location
        if measure in _ROAMING and self.sentence.paragraph.number - self.context.paragraph <= _NEAR:
            return self.context.place
        return None

    def _parents(self, finding: Finding, parent: Attack | None) -> str | None:
        """Give the place of the count that a count without a place of its own is part of."""
        return None

    def _said_before(self, at: int) -> int:
        """Give the last verb of saying in front of a count; -1 if there is none."""
        return max((number for number in range(at) if self.tokens[number].low in _SAYING), default=-1)

    def _clause_end(self, finding: Finding) -> int:
        """Give where the words behind a weapon's count end that can tell what it was aimed at."""
        start = max(finding.at, finding.role.verb if finding.role is not None else 0) + 1
        for at in range(start, len(self.tokens)):
            if self.tokens[at].kind in ("verb", "aux", "be", "sub", "rel", ";", ":", "mark"):
                return at
        return len(self.tokens)

    def _window(self, at: int) -> tuple[int, int]:
        """Give the tokens up to the counts beside one."""
        before = [number for number in range(at) if self.tokens[number].count is not None]
        after = [number for number in range(at + 1, len(self.tokens)) if self.tokens[number].count is not None]
        return (before[-1] if before else 0), (after[0] if after else len(self.tokens))

    # -- when -----------------------------------------------------------------------------------

    def _when(self, finding: Finding) -> tuple[str | None, date | None, date | None]:
        """Give the words nearest to a count that tell when, and the days that they mean."""
        phrases = find_times(self.sentence.text)
        if not phrases:
            return None, None, None
        start, end = finding.count.start, finding.count.end
        phrase = min(phrases, key=lambda one: one.start - end if one.start >= end else (start - one.end) * 2)
        days = resolve(phrase, self.document.day(self.sentence))
        first, last = days if days is not None else (None, None)
        return self.sentence.text[phrase.start : phrase.end], first, last


def _is_war(tokens: list[Token]) -> bool:
    """Tell whether a sentence holds words of war."""
    return any(
        token.count.kind in ("weapon", "craft", "event", "blast", "equipment")
        if token.count is not None
        else token.low in words("war") or token.low in words("strife")
        for token in tokens
    )


def _is_military(source: str | None) -> bool:
    """Tell whether a source is of the forces, which tell what they struck."""
    return bool(
        {"staff", "army", "military", "forces", "force", "navy", "command", "defence", "defense"}
        & set((source or "").lower().split())
    )


def _state(source: str | None) -> str | None:
    """Give the state or group that a source speaks for, by its name."""
    named = [name for name in groups() if source is not None and name in source]
    if named:
        return groups()[max(named, key=len)]
    for word in (source or "").split():
        if word[:1].isupper() and (side := state_of(word)):
            return side
    return None


def _learn_speakers(document: Document, read: _Read, speakers: dict[str, str]) -> None:
    """Learn which side people speak for: "Ukraine's president, Jane Doe"."""
    for mention in document.mentions(read.sentence):
        if mention.name.kind is not NameKind.PERSON or mention.name.name in speakers:
            continue
        before = [token for token in read.tokens if token.end <= mention.start][-8:]
        for token in reversed(before):
            if token.kind in ("verb", "mark", ";", ":"):
                break
            side = state_of(token.word) if token.capital else None
            if side is not None:
                speakers[mention.name.name] = side
                break
