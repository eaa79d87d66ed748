"""Who said it: a sieve from sure to unsure.

Contract: reads the blocks in order, once; for each quote the first rule that is sure decides:
a cue right behind or right before it, a cue in the sentence around it, the speaker who goes on, the
lead-in of a block quotation. What no rule tells is None, not a guess.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex
from attrs import frozen

from warparse.lexicon.lists import read_pairs
from warparse.segment.names import NameIndex
from warparse.segment.references import Memory, Reference, Shape, find_references, resolve
from warparse.span import Span

__all__ = ["Cue", "Passage", "attribute"]

_WINDOW: Final = 420
"""Characters around a quote in which its cue is looked for."""
_AUXILIARY: Final = (
    r"(?:\s*(?:,[^,“”\"]{1,90},)?\s+(?:has|have|had|also|later|then|earlier|previously|again|first|now|still|further|reportedly|publicly|recently|repeatedly"
    r"|immediately|angrily|simply|once|too|afterwards|separately|seemingly|apparently|allegedly|\p{Ll}+ly|who|went on to|is|was|been|being|in turn|on \p{Lu}\p{L}+day|this \p{L}+|today|yesterday))*"
)
_SENTENCE_END: Final = regex.compile(r"(?<=[\p{Ll}\d)”’\"'%\u0001][.!?…]|[.!?…][”’\"'])[\"'”’]?\s+(?=[\p{Lu}“‘\"'«\u0001])")
_HIDDEN: Final = "\u0001"


@frozen
class Passage:
    """A kept block as the sieve reads it."""

    start: int
    """Where it starts in the document."""
    text: str
    """Its text."""
    quotes: tuple[Span, ...]
    """The quoted words in it, as spans of its text."""
    whole: bool
    """Whether it is a block quotation."""
    fresh: bool
    """Whether it opens a post, so that nothing before it is remembered."""
    closed: bool = True
    """Whether its last quotation is closed."""


@frozen
class Cue:
    """A verb of saying with whom it belongs to."""

    start: int
    """Where the verb starts in the paragraph."""
    end: int
    """Where it ends."""
    subject: Reference | None
    """Its subject; None where the sentence does not give one beside it."""
    judges: bool
    """Whether the verb judges or names rather than says."""
    behind: bool = False
    """Whether the subject stands behind the verb ("said Jane Doe")."""


@cache
def _verbs() -> tuple[regex.Pattern[str], frozenset[str]]:
    pairs = read_pairs("speech_verbs")
    words = sorted({verb for verb, _ in pairs}, key=len, reverse=True)
    pattern = regex.compile(r"\b(?:" + "|".join(map(regex.escape, words)) + r"|according to|in the words of)\b")
    return pattern, frozenset(verb for verb, kind in pairs if kind == "judge")


def attribute(passages: list[Passage], index: NameIndex) -> list[list[tuple[str | None, str]]]:
    """Find the speaker of every quote.

    Args:
        passages: the kept blocks, in order.
        index: the document's names.

    Returns:
        For each passage, for each of its quotes, the speaker or None and the id of the rule that told.
    """
    mentions = sorted((span.start, span.end, entity.name) for entity in index.entities for span in entity.mentions)
    memory = Memory()
    told: list[list[tuple[str | None, str]]] = []
    at = 0
    above: Passage | None = None
    for passage in passages:
        stop = passage.start + len(passage.text)
        while at < len(mentions) and mentions[at][0] < passage.start:
            at += 1
        last = at
        while last < len(mentions) and mentions[last][0] < stop:
            last += 1
        if passage.fresh:
            memory = Memory()
        told.append(_attribute_one(passage, above, index, mentions[at:last], memory))
        above = passage
    return told


def _attribute_one(passage: Passage, above: Passage | None, index: NameIndex, mentions: list[tuple[int, int, str]], memory: Memory) -> list[tuple[str | None, str]]:
    if passage.whole:
        return [(memory.speaker, "speaker.lead-in") for _ in passage.quotes]
    reader = _Reader(passage, index, mentions, memory)
    answers = [reader.find_speaker(number, above) for number in range(len(passage.quotes))]
    reader.remember()
    return answers


class _Reader:
    """One paragraph, its references and cues, while its quotes are attributed."""

    def __init__(self, passage: Passage, index: NameIndex, mentions: list[tuple[int, int, str]], memory: Memory) -> None:
        self.passage = passage
        self.index = index
        self.memory = memory
        self.masked = _mask(passage.text, passage.quotes)
        self.references = find_references(self.masked, passage.start, index, mentions)
        self.cues = [self._read_cue(found) for found in _verbs()[0].finditer(self.masked)]
        self.breaks = [0, *(found.end() for found in _SENTENCE_END.finditer(self.masked)), len(self.masked)]
        self.last: str | None = None
        self.read = 0

    def _read_cue(self, found: regex.Match[str]) -> Cue:
        start, end = found.span()
        judges = found.group() in _verbs()[1]
        if found.group() in ("according to", "in the words of"):
            return Cue(start, end, self._reference_at(end, 6), judges=False, behind=True)
        before = self._reference_before(start)
        if before:
            return Cue(start, end, before, judges)
        after = self._reference_at(end, 1) if self.masked[max(0, start - 3) : start].strip(" ,") in ("", "”", '"', "’", "'") or self._follows_quote(start) else None
        return Cue(start, end, after, judges, behind=after is not None)

    def _follows_quote(self, at: int) -> bool:
        return any(0 <= at - end <= 4 for _, end in self.passage.quotes)

    def _reference_before(self, at: int) -> Reference | None:
        """Find the subject of a verb: a reference with nothing but adverbs and auxiliaries between."""
        for reference in reversed(self.references):
            if reference.end > at:
                continue
            if at - reference.end > 130:
                return None
            between = self.masked[reference.end : at].rstrip()
            if regex.fullmatch(_AUXILIARY, between) or regex.fullmatch(r",[^,“”\"]{1,110},", between) or regex.fullmatch(r",[^,“”\".]{1,80},[^,“”\".]{1,80},", between):
                return self._whole_subject(reference, at)
            if regex.search(r"[.!?;:–—]\s|\b(?:that|which|where|when)\b", between):
                return None
        return None

    def _whole_subject(self, reference: Reference, at: int) -> Reference:
        """Prefer the head of an apposition: "Jane Doe, the mayor, said" and "the mayor, Jane Doe, said" both mean Jane Doe."""
        if reference.shape is Shape.NAME:
            return reference
        for other in reversed(self.references):
            gap = self.masked[other.end : reference.start]
            if other.end <= reference.start and other.shape is Shape.NAME and gap.strip() in (",", ", the", ", a", ", an", ",the"):
                return other
            if other.end < reference.start - 60:
                break
        return reference

    def _reference_at(self, at: int, reach: int) -> Reference | None:
        """Find the reference that starts right behind a position, titles and states passed over."""
        for reference in self.references:
            if reference.start < at:
                continue
            between = self.masked[at : reference.start]
            words = between.split()
            if len(words) <= max(reach, 7) and not any(mark in between for mark in "“”\".;:") and len(between) < 90:
                titles = all(word in ("the", "a", "an", "The") or word[0].isupper() or word.islower() for word in words)
                if titles and (reference.shape is Shape.NAME or len(words) <= 1):
                    return reference
                if reference.shape is not Shape.NAME and reference.shape is not Shape.PRONOUN:
                    following = next((r for r in self.references if r.start >= reference.end and r.start - reference.end <= 2 and r.shape is Shape.NAME), None)
                    return following or reference
            return None
        return None

    def _sentence(self, position: int) -> tuple[int, int]:
        low, high = 0, len(self.masked)
        for left, right in zip(self.breaks, self.breaks[1:], strict=False):
            if left <= position < right or (position == right == len(self.masked)):
                low, high = left, right
        return max(low, position - _WINDOW), min(high, position + 2 * _WINDOW)

    def _name(self, cue: Cue) -> str | None:
        """Resolve the subject of a cue; of one without, the subject of the cue before it in the sentence."""
        if cue.subject is None:
            return None
        low, _ = self._sentence(cue.start)
        before = [r.text for r in self.references if low <= r.start < cue.subject.start and r.shape is Shape.NAME and self._is_subject(r)]
        return resolve(cue.subject, self.index, self.memory, before)

    def _is_subject(self, reference: Reference) -> bool:
        """Tell whether a name stands where a subject does: no preposition before it, a verb behind it."""
        before = self.masked[max(0, reference.start - 30) : reference.start].split()
        if before and before[-1].lower() in _PREPOSITIONS:
            return False
        after = regex.sub(r"^,[^,]{1,90},", "", self.masked[reference.end : reference.end + 130]).split()
        if after and after[0].lower() in ("already", "also", "later", "then", "now", "still", "recently", "reportedly"):
            after = after[1:]
        return bool(after) and bool(regex.match(r"(?:is|was|has|had|will|would|could|can|may|might|said|says|told|wrote|\p{Ll}+ed|\p{Ll}+s|went|met|made|took|gave|spoke|held|who)\b", after[0]))

    def find_speaker(self, number: int, above: Passage | None) -> tuple[str | None, str]:
        """Attribute one quote of the paragraph."""
        start, end = self.passage.quotes[number]
        self._advance(start)
        answer = self._behind(end, number) or self._before(start) or self._around(start, end)
        if answer is None and number and self._joined(number):
            answer = (self.last, "speaker.goes-on") if self.last else None
        if answer is None and not number and not self.masked[:start].strip(" “\"‘'«*_•"):
            known = self.memory.speaker
            answer = (known, "speaker.paragraph-before") if known and above is not None and above.quotes else None
        if answer is None and self.memory.speaker:
            answer = (self.memory.speaker, "speaker.recent")
        if answer is None:
            return None, ""
        self.last = answer[0]
        self.memory.speaker = answer[0] or self.memory.speaker
        return answer

    def _joined(self, number: int) -> bool:
        """Tell whether only the writer's words without another speaker stand between two quotes."""
        between = self.masked[self.passage.quotes[number - 1].end : self.passage.quotes[number].start]
        return len(between) < _WINDOW

    def _behind(self, end: int, number: int) -> tuple[str, str] | None:
        """The cue right behind: “...,” Jane Doe said; “...,” said Jane Doe."""
        stop = self.passage.quotes[number + 1].start if number + 1 < len(self.passage.quotes) else len(self.masked)
        tail = self.masked[end : end + 4]
        gap = regex.match(r"[”\"’'»“,.\s]*", self.masked[end : end + 8])
        limit = end + (gap.end() if gap else 0)
        if _is_stop(tail):
            return None
        _, sentence_end = self._sentence(min(limit, len(self.masked)))
        for cue in self.cues:
            if cue.start < end or cue.start > min(stop, sentence_end) or cue.subject is None:
                continue
            first = cue.start if cue.behind else min(cue.subject.start, cue.start)
            lead = self.masked[limit : max(limit, first)]
            appositive = not cue.behind and (len(lead.split()) <= 6 and "," not in lead and not regex.search(r"\b(?:and|but|that|which|to|of|in|on|with|for|as|at)\b", lead))
            if first <= limit + 1 or (appositive and lead[:1].islower() is False) or (appositive and lead.split()[:1] in (["the"], ["The"], ["a"], ["an"])):
                name = self._name(cue)
                return (name, "speaker.cue-behind") if name else None
            break
        return None

    def _before(self, start: int) -> tuple[str, str] | None:
        """The cue right before: Jane Doe said: “...”; she added that the plan was “...”."""
        low, _ = self._sentence(max(0, start - 2))
        near = [cue for cue in self.cues if low <= cue.start and cue.end <= start]
        for cue in reversed(near):
            if cue.behind and not self.masked[cue.start : cue.end].startswith(("acc", "in the")):
                continue
            name = self._name(cue)
            if name:
                return name, "speaker.cue-before"
        return None

    def _around(self, start: int, end: int) -> tuple[str, str] | None:
        """A cue later in the sentence: the frequency was “enormous”, the governor said."""
        _, high = self._sentence(start)
        for cue in self.cues:
            if end <= cue.start < high and cue.subject is not None:
                name = self._name(cue)
                if name:
                    return name, "speaker.cue-around"
        return None

    def _advance(self, stop: int) -> None:
        """Read the sentences before a position into memory: whom they are about."""
        for left, right in zip(self.breaks, self.breaks[1:], strict=False):
            if right > stop or left < self.read:
                continue
            self._learn(left, right)
            self.read = right

    def _learn(self, left: int, right: int) -> None:
        inside = [r for r in self.references if left <= r.start < right]
        person = next((r for r in inside if r.shape is Shape.NAME and self._is_subject(r)), None) or next((r for r in inside if r.shape is Shape.NAME), None)
        described = next((r for r in inside if r.shape is Shape.DESCRIPTION and not r.definite), None)
        pronoun = inside and inside[0].shape is Shape.PRONOUN and inside[0].text in ("he", "she")
        if person and not pronoun:
            self.memory.subject = person.text
        elif described:
            self.memory.subject = self.memory.body = resolve(described, self.index, self.memory, [])
        body = next((r for r in inside if r.shape is Shape.BODY), None)
        if body:
            self.memory.body = resolve(body, self.index, self.memory, [])
        for cue in self.cues:
            if left <= cue.start < right and cue.subject is not None and not cue.judges:
                self.memory.speaker = self._name(cue) or self.memory.speaker

    def remember(self) -> None:
        """Read the rest of the paragraph into memory."""
        self._advance(len(self.masked))
        if self.masked.rstrip("*_ ")[-1:] == ":":
            self._lead_in()

    def _lead_in(self) -> None:
        """Take the speaker of a lead-in: its last cue, or the first name in it."""
        low, _ = self._sentence(max(0, len(self.masked) - 2))
        for cue in reversed(self.cues):
            if cue.start >= low and (name := self._name(cue)):
                self.memory.speaker = name
                return
        inside = [r for r in self.references if r.start >= low and r.shape is not Shape.PRONOUN]
        named = next((r for r in reversed(inside) if r.shape is Shape.NAME and self._is_subject(r)), None) or next((r for r in inside if r.shape is Shape.NAME), None)
        if named or inside:
            self.memory.speaker = resolve(named or inside[0], self.index, self.memory, []) or self.memory.speaker


_PREPOSITIONS: Final = frozenset("by of to with from for against about on at in between and meeting meet met including like than told called tells urged accused".split())


def _is_stop(tail: str) -> bool:
    """Tell whether a sentence ends right at the closing mark, outside it: ...”. Next."""
    return bool(regex.match(r"[”\"’'»]\s?[.!?]", tail))


def _mask(text: str, quotes: tuple[Span, ...]) -> str:
    """Blank out quoted words, so that nobody speaks inside them; their last stop stays to end sentences."""
    pieces = []
    done = 0
    for start, end in quotes:
        pieces.append(text[done:start])
        final = text[end - 1] if text[end - 1] in ".!?…" else _HIDDEN
        pieces.append(_HIDDEN * (end - start - 1) + final)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
