"""The extractor: sentences in, records out.

Contract: a pure function of the document; sides are learnt from all its sentences before any record is made.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import define, field

from warparse.extract import Sentence
from warparse.lexicon.dates import find_times, resolve
from warparse.model import NameKind
from warparse_attacks.attackers import Attackers, side_of
from warparse_attacks.cues import GROUPS, MEANT, find_cues
from warparse_attacks.homes import Homes
from warparse_attacks.location import find_location, holding_place
from warparse_attacks.meaning import senses
from warparse_attacks.places import SIDES, TELLING, find_places, is_claimed
from warparse_attacks.record import Attack, Measure
from warparse_attacks.scan import scan
from warparse_attacks.sides import Sides
from warparse_attacks.sources import find_source
from warparse_attacks.tell import Finding, read_counts
from warparse_attacks.vocabulary import groups, is_group, state_of, words

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from datetime import date

    from warparse.extract import Document, Mention, Sentences
    from warparse.lexicon.dates import TimePhrase
    from warparse_attacks.cues import Cue
    from warparse_attacks.places import Place
    from warparse_attacks.scan import Token

__all__ = ["read_attacks"]

_ARMED: Final = frozenset(("weapon", "craft", "event", "blast", "equipment"))
_DEFENCE: Final = frozenset(("defence", "defense"))
_FIGHTING: Final = frozenset(("soldier", "fighter", "militant", "rebel", "insurgent", "peacekeeper", "gunman"))
_LONGEST: Final = 300
"""Tokens of a sentence that are read together."""
_ANSWERS: Final = frozenset("retaliation response reply revenge reprisal retaliating avenge answer anniversary".split())
"""Words behind which another attack is told of."""
_SPANS: Final = frozenset("hour hours day days week weeks month months year years".split())
_OPENING: Final = 80
"""Characters of a paragraph with which a place opens it."""
_MANY: Final = 24
"""Sentences of a paragraph that may open with places of their own."""
_SHORT: Final = 1000
"""Characters of a sentence before that are read."""
_BEFORE: Final = 8
"""Tokens before a person's name that tell for whom they speak."""
_NEARBY: Final = 12
"""Tokens on either side of a count in which what caused it stands."""


class _Read:
    """A sentence that was read, or a stretch of one that never ends."""

    def __init__(self, sentence: Sentence, tokens: list[Token], mentions: Sequence[Mention]) -> None:
        self.sentence = sentence
        self.tokens = tokens
        self.mentions = mentions
        self.cues: list[Cue] = find_cues(tokens)
        self.places: list[Place] = []


def _read(document: Document, sentence: Sentence) -> Iterator[_Read]:
    tokens, mentions = scan(sentence.text), document.mentions(sentence)
    for start in range(0, len(tokens), _LONGEST):
        part = tokens[start : start + _LONGEST]
        low = bisect_left(mentions, part[0].start, key=lambda mention: mention.end)
        high = bisect_left(mentions, part[-1].end, key=lambda mention: mention.start)
        yield _Read(sentence, part, mentions[low:high])


@define
class _Context:
    """What the sentences before told."""

    post: int | None = None
    paragraph: int = -1
    last: Finding | None = None
    record: Attack | None = None
    """The record of the last finding."""
    attacker: str | None = None
    group: str | None = None
    """The armed group that was named last."""
    speaking: str | None = None
    """The side that told of the last count."""
    place: str | None = None
    label: str | None = None
    """The region with which the paragraph opens, and of which all of it tells."""
    above: str | None = None
    """The place of the paragraph right before."""
    sources: dict[str, str] = field(factory=dict)
    """Who told of a count, by the last words of their names in lower case."""
    speakers: dict[str, str] = field(factory=dict)
    """The sides of people, by the words before their names."""


def read_attacks(document: Document, sentences: Sentences) -> Iterator[Attack]:
    """Give the attack counts of an article."""
    read = [each for sentence in sentences for each in _read(document, sentence)]
    if not any(_is_war(each.tokens) for each in read):
        return
    sides, context, homes = Sides(), _Context(), Homes()
    regions = _find_regions(read)
    for each in read:
        sides.learn(each.cues)
        each.places = _find_places(each, regions)
        homes.learn(each.tokens, each.places)
        _learn_speakers(each, context.speakers)
    for each in read:
        yield from _Records(document, each, sides, context, homes).read()


class _Records:
    """Makes the records of one sentence."""

    def __init__(self, document: Document, read: _Read, sides: Sides, context: _Context, homes: Homes) -> None:
        self._document = document
        self._sentence = read.sentence
        self._tokens = read.tokens
        self._cues = read.cues
        self._sides = sides
        self._context = context
        self._places = read.places
        self._homes = homes
        self._made: dict[int, Attack] = {}
        self._times: tuple[TimePhrase, ...] | None = None

    def read(self) -> Iterator[Attack]:
        """Give the records, and remember for the sentences behind."""
        context, paragraph = self._context, self._sentence.paragraph
        post = None if paragraph.post is None else paragraph.post.start
        if post != context.post:
            context.post = post
            context.last = context.record = context.attacker = context.speaking = context.group = context.place = None
        near = paragraph.number - context.paragraph <= 1
        if paragraph.number != context.paragraph:
            context.above, context.place = context.place if near else None, self._opening()
            context.label = context.place if context.place and self._is_labelled(context.place) else None
        found = read_counts(self._tokens, context.last if near else None)
        findings = [finding for finding in found if not _is_nature(self._tokens, finding.at)]
        if any(cue.side == "group" for cue in self._cues):
            context.group = self._group_before() or context.group
        told = (context.attacker, context.speaking, context.group)
        attackers = Attackers(self._tokens, self._cues, self._sides, *told, self._homes)
        for finding in findings:
            record = self._make(finding, attackers)
            self._made[id(finding)] = record
            yield record
        self._remember(findings)

    def _opening(self) -> str | None:
        """Give the place with which the paragraph opens, as "In Sumy Oblast, ..."."""
        return _find_opening(self._sentence.paragraph.text)

    def _is_labelled(self, name: str) -> bool:
        """Tell whether a paragraph tells of the region alone with which it opens."""
        behind = self._document.sentences(self._sentence.paragraph)[1:_MANY]
        others = (opening for sentence in behind if (opening := _find_opening(sentence.text)))
        return _is_region(name) and not any(map(_is_region, others))

    def _remember(self, findings: list[Finding]) -> None:
        context = self._context
        context.paragraph = self._sentence.paragraph.number
        if findings:
            context.last, context.record = findings[-1], self._made[id(findings[-1])]
            context.attacker = context.record.attacker or context.attacker
        else:
            acting = [cue.side for cue in self._cues if cue.role in ("weapon", "doer")]
            told = [side for side in acting if side not in MEANT]
            context.attacker = told[-1] if told else context.attacker
        context.group = self._last_group()
        context.place = holding_place(self._places, findings[0].at if findings else 0) or context.place

    def _last_group(self) -> str | None:
        """Give the armed group that was named last, up to the sentence's end."""
        return _find_group(self._cues) or self._context.group

    def _group_before(self) -> str | None:
        """Give the armed group that the sentence before names last, though it tells no count."""
        before = self._document.before(self._sentence)
        return _find_group(find_cues(scan(before.text)[:_LONGEST])) if before is not None else None

    def _make(self, finding: Finding, attackers: Attackers) -> Attack:
        count = finding.count
        parent = None
        if finding.parent is not None:
            parent = self._made.get(id(finding.parent), self._context.record)
        known = self._context.sources
        source = find_source(self._document, self._sentence, self._tokens, count.start, known)
        if source is not None:
            known[source.rpartition(" ")[2].lower()] = source
        if source is None and parent is not None:
            source = parent.source
        elif source in GROUPS:
            source = self._last_group() or source  # "the group said"
        place = self._locate(finding, parent)
        teller = side_of(source, self._context.speakers, self._sides)
        self._context.speaking = teller or self._context.speaking
        when, first, last = self._when(finding)
        return Attack(
            *self._sentence.span(count.start, count.end),
            measure=finding.measure,
            count_min=count.low,
            count_max=count.high,
            qualifier=count.qualifier,
            object=finding.name,
            attacker=attackers.find(finding, parent, source, teller, place),
            location=place,
            source=source,
            when=when,
            date_start=first,
            date_end=last,
        )

    def _locate(self, finding: Finding, parent: Attack | None) -> str | None:
        """Give the place of a count: its sentence's, else that of what it is part of, else its paragraph's."""
        place, goes_on = find_location(self._tokens, self._places, finding)
        if place is not None:
            return place
        if not goes_on:
            return self._context.label if parent is None and not self._places else None
        if parent is not None:
            return parent.location
        if self._context.place is None and finding.measure is Measure.MISSING and not self._places:
            return self._context.above  # who is missing is so where the paragraph before told of a strike
        return self._context.place or (None if self._places else self._place_before)

    @cached_property
    def _place_before(self) -> str | None:
        """The place that the sentence before tells in its paragraph, though it tells no count."""
        before = self._document.before(self._sentence)
        if before is None or before.paragraph.number != self._sentence.paragraph.number:
            return None
        read = next(_read(self._document, Sentence(before.text[:_SHORT], before.paragraph, before.offset)), None)
        return holding_place(_find_places(read, ()), 0) if read is not None else None

    def _when(self, finding: Finding) -> tuple[str | None, date | None, date | None]:
        """Give the words nearest to a count that tell when, and the days that they mean."""
        if self._times is None:
            self._times = tuple(phrase for phrase in self._find_times() if not self._is_of_telling(phrase))
        phrases = self._times
        if not phrases:
            return None, None, None
        start, end = finding.count.start, finding.count.end
        phrases = tuple(phrase for phrase in phrases if not self._is_of_another(finding, phrase))
        if not phrases:
            return None, None, None
        phrase = min(phrases, key=lambda one: one.start - end if one.start >= end else (start - one.end) * 2)
        days = resolve(phrase, self._document.day(self._sentence))
        first, last = days if days is not None else (None, None)
        text = self._sentence.text
        owning = text.startswith(("'s", "’s"), phrase.end)  # "in Wednesday's strikes"
        return text[phrase.bare if owning else phrase.start : phrase.end], first, last

    def _is_of_another(self, finding: Finding, phrase: TimePhrase) -> bool:
        """Tell whether a phrase tells when something else was: "fired 40 missiles in reply to an attack on Friday"."""
        between = [token.low for token in self._tokens if finding.count.end <= token.start < phrase.start]
        answered = not _ANSWERS.isdisjoint(between)
        return answered or any(two == "after" and one in _SPANS for one, two in pairwise(between))

    def _find_times(self) -> tuple[TimePhrase, ...]:
        return find_times(self._sentence.text, self._tokens[0].start, self._tokens[-1].end)

    def _is_of_telling(self, phrase: TimePhrase) -> bool:
        """Tell whether a phrase tells when something was said: "..., the ministry said on Monday"."""
        tokens = self._tokens
        at = next((at for at, token in enumerate(tokens) if token.end > phrase.start), len(tokens))
        behind = next((token.low for token in tokens[at:] if token.start >= phrase.end), "")
        return behind in TELLING or is_claimed(tokens, at)


def _find_opening(text: str) -> str | None:
    """Give the place with which some text opens."""
    opening = text[:_OPENING]
    return holding_place([place for place in find_places(scan(opening), opening, ()) if place.at == 0], 0)


def _is_region(name: str) -> bool:
    return name.rpartition(" ")[2].lower() in words("region")


def _find_group(cues: Sequence[Cue]) -> str | None:
    """Give the armed group that a sentence names last."""
    named = [cue.side for cue in cues if cue.side in groups().values() and cue.side != "Palestine"]
    return named[-1] if named else None


def _find_regions(read: list[_Read]) -> set[str]:
    """Give the names that the document uses of a part of the earth: "the occupied West Bank"."""
    found: set[str] = set()
    for each in read:
        ends = {token.end + 1 for token in each.tokens if token.low in SIDES}
        found.update(mention.name.name for mention in each.mentions if mention.start in ends)
    return found


def _find_places(read: _Read, regions: Container[str]) -> list[Place]:
    """Find the places of a sentence; people and institutions are none, but what a dateline writes in capitals is."""
    text = read.sentence.text
    taken = [
        (mention.start, mention.end)
        for mention in read.mentions
        if mention.name.name not in regions
        and (not mention.name.name.isupper() or text[mention.start : mention.end].isupper())
    ]
    return find_places(read.tokens, read.sentence.text, taken)


def _is_war(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence holds words of war."""
    return any(_tells_war(tokens, at) for at in range(len(tokens)))


def _tells_war(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a word of war, or those who wage it: "the defence ministry", "Hamas"."""
    token = tokens[at]
    if token.count is not None:
        return token.count.kind in _ARMED or token.count.name in _FIGHTING
    if token.low in words("war") or token.low in words("strife") or "attack" in senses(token):
        return True
    if token.low in _DEFENCE:
        return at + 1 < len(tokens) and tokens[at + 1].low in words("command")
    return token.capital and is_group(token.word)


def _is_nature(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a crash or a flood did it, by the words near a count."""
    near: set[str] = set()
    for step in (-1, 1):
        number = at + step
        while 0 <= number < len(tokens) and abs(number - at) < _NEARBY and tokens[number].kind not in (";", ":"):
            near.add(tokens[number].low)
            number += step
    return bool(near & words("nature")) and not near & words("war")


def _learn_speakers(read: _Read, speakers: dict[str, str]) -> None:
    """Learn which side people speak for: "Ukraine's president, Jane Doe"."""
    for mention in read.mentions:
        if mention.name.kind is not NameKind.PERSON or mention.name.name in speakers:
            continue
        before = [token for token in read.tokens if token.end <= mention.start][-_BEFORE:]
        for token in reversed(before):
            if token.kind in ("verb", "mark", ";", ":"):
                break
            side = state_of(token.word) if token.capital else None
            if side is not None:
                speakers[mention.name.name] = side
                break
