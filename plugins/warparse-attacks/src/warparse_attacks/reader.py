"""The extractor: sentences in, records out.

Contract: a pure function of the document; sides are learnt from all its sentences before any record is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from warparse.lexicon.dates import find_times, resolve
from warparse.model import NameKind
from warparse_attacks.places import Place, find_places
from warparse_attacks.record import Attack, Measure
from warparse_attacks.scan import Token, scan
from warparse_attacks.sides import Cue, Sides, find_cues
from warparse_attacks.tell import Finding, read_counts
from warparse_attacks.vocabulary import state_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from warparse.extract import Document, Sentence, Sentences

__all__ = ["read_attacks"]

_SKY: Final = frozenset((Measure.INTERCEPTED, Measure.LOST, Measure.UNACCOUNTED))
_ROAMING: Final = frozenset(
    (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.HIT, Measure.EXPLOSIONS, Measure.DESTROYED)
)
"""Measures whose place may be told by a sentence before."""
_WHERE: Final = frozenset(("in", "at", "over", "near", "around", "outside", "inside", "on", "off", "above", "across", "along", "of", "", "into", "throughout", "within", "between", "beside"))
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


def read_attacks(document: Document, sentences: Sentences) -> Iterator[Attack]:
    """Give the attack counts of an article."""
    read = [_Read(sentence, tokens, find_cues(tokens)) for sentence in sentences for tokens in [scan(sentence.text)]]
    sides = Sides()
    war = False
    for each in read:
        sides.learn(each.cues)
        war = war or any(token.low in words("war") for token in each.tokens)
    if not war:
        return
    context = _Context()
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
        findings = [] if self._is_nature() else read_counts(self.tokens, context.last if near else None)
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
            doers = [cue.side for cue in self.cues if cue.role in ("weapon", "doer") and cue.side != "enemy"]
            context.attacker = doers[-1] if doers else context.attacker
        if place := self._own_place(findings):
            context.place = place

    def _is_nature(self) -> bool:
        low = {token.low for token in self.tokens}
        return bool(low & words("nature")) and not low & words("war")

    def _own_place(self, findings: list[Finding]) -> str | None:
        first = findings[0].at if findings else 0
        placed = [place for place in self.places if place.preposition in _WHERE]
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
        start, end = self.sentence.span(count.start, count.end)
        return Attack(
            start,
            end,
            finding.measure,
            count.low,
            count.high,
            count.qualifier,
            finding.name,
            self._attacker(finding, parent, source),
            self._location(finding, parent),
            source,
            when,
            first,
            last,
        )

    def _parent(self, finding: Finding, made: dict[int, Attack]) -> Attack | None:
        if finding.parent is None:
            return None
        return made.get(finding.parent.at) if finding.parent.count in [f.count for f in [finding.parent]] and finding.parent.at in made else self.context.record

    # -- who ------------------------------------------------------------------------------------

    def _attacker(self, finding: Finding, parent: Attack | None, source: str | None) -> str | None:
        found = self._told_attacker(finding, source)
        if found is None and parent is not None:
            found = parent.attacker
        if found is None:
            found = self.context.attacker
        if found is None:
            found = self._opposed(finding, source) or self.sides.only()
        return found

    def _told_attacker(self, finding: Finding, source: str | None) -> str | None:
        """Ask the sentence itself."""
        sky = finding.measure in _SKY
        side = finding.count.side
        if side and finding.kind in ("weapon", "craft", "event", "blast"):
            return side
        weapons = [cue for cue in self.cues if cue.role == "weapon"]
        doers = [cue for cue in self.cues if cue.role == "doer"]
        if sky:
            told = self._nearest(weapons + doers, finding.at, source)
            if told:
                return told
            defenders = [cue for cue in self.cues if cue.role == "defender"]
            return self._against(self._nearest(defenders, finding.at, source) or _state(source))
        if finding.role is not None and finding.measure in (Measure.CASUALTIES, Measure.DESTROYED, Measure.LAUNCHED):
            losers = [cue for cue in self.cues if cue.role == "defender" and cue.at < finding.at]
            if losers and not doers and not weapons:
                return self._against(self._name(losers[-1], source))
        told = self._nearest(doers + weapons, finding.at, source)
        if told:
            return told
        return self._against(side) if side else None

    def _nearest(self, cues: list[Cue], at: int, source: str | None) -> str | None:
        """Give the side named nearest in front, else nearest behind."""
        before = [cue for cue in cues if cue.at < at]
        cue = max(before, default=None) or min(cues, default=None)
        return self._name(cue, source) if cue is not None else None

    def _name(self, cue: Cue, source: str | None) -> str | None:
        if cue.side != "enemy":
            return cue.side
        victims = [other.side for other in self.cues if other.role in ("victim", "defender") and other.side != "enemy"]
        return self._against(victims[0] if victims else _state(source))

    def _against(self, side: str | None) -> str | None:
        return self.sides.opponent(side)

    def _opposed(self, finding: Finding, source: str | None) -> str | None:
        """Take the foe of those who report their own losses."""
        if finding.measure in (Measure.CAPTURED, Measure.LAUNCHED):
            return None
        victims = [cue.side for cue in self.cues if cue.role == "victim" and cue.side != "enemy"]
        return self._against(victims[0] if victims else _state(source))

    # -- where ----------------------------------------------------------------------------------

    def _location(self, finding: Finding, parent: Attack | None) -> str | None:
        measure = finding.measure
        allowed = _ABOVE if measure in _SKY else _AIMED if measure is Measure.LAUNCHED else _WHERE
        low, high = self._window(finding.at)
        places = [place for place in self.places if place.preposition in allowed]
        own = [place for place in places if finding.at < place.at < high]
        if own:
            return own[0].name
        part = finding.parent is not None and finding.count.part == "" and not finding.role
        if measure in _SKY:
            before = [place for place in places if place.at < low and place.preposition in ("over", "near", "in")]
            return before[0].name if before and before[0].at < 2 else None
        later = [place for place in places if place.at >= high]
        before = [place for place in places if place.at < finding.at]
        for found in (before[-1:] if before and before[-1].preposition in ("", "on", "in", "at") else [], later, before):
            if found and not part:
                return found[0].name
        if parent is not None and measure in _ROAMING:
            return parent.location
        if measure in _ROAMING and self.sentence.paragraph.number - self.context.paragraph <= 1:
            return self.context.place
        return None

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
        phrase = min(phrases, key=lambda one: (one.start - end if one.start >= end else (start - one.end) * 2))
        days = resolve(phrase, self.document.day(self.sentence))
        first, last = days if days is not None else (None, None)
        return self.sentence.text[phrase.start : phrase.end], first, last


def _state(source: str | None) -> str | None:
    """Give the state that a source speaks for, by its name."""
    for word in (source or "").split():
        if word[:1].isupper() and (side := state_of(word)):
            return side
    return None
