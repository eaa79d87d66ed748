"""Who says each quote of a paragraph, and what the paragraph leaves in memory.

Contract: the rules look only at the quote's own sentence; a cue without a subject tells nothing. All
look-ups go over a bounded number of phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.segment.memory import Reference, Shape
from warparse.segment.paragraph import Cue, Paragraph, is_plural
from warparse.segment.references import CAPITAL, COLON, COMMA, DASH, NAME, NOUN, QUOTE, STATE, STOP, Phrase
from warparse.segment.words import (
    BE,
    BODY,
    ING,
    JUDGE,
    NUMBER,
    OBJECT,
    OTHER,
    PAPER,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    VERB,
)

if TYPE_CHECKING:
    from warparse.segment.memory import Memory

__all__ = ["Reader"]

_REACH: Final = 40
"""Phrases on either side of a quote in which its cue may stand."""
_VERBS: Final = frozenset((VERB, SAY, JUDGE, THINK))
_NOMINAL: Final = frozenset((NAME, NOUN, PRONOUN))
_HUMAN: Final = frozenset((PEOPLE, BODY, STATE, CAPITAL))


class Reader:
    """Reads one paragraph with what is remembered from above; used once."""

    def __init__(self, paragraph: Paragraph, memory: Memory) -> None:
        self.paragraph = paragraph
        self.phrases = paragraph.phrases
        self.memory = memory
        self.at = [number for number, phrase in enumerate(self.phrases) if phrase.kind == QUOTE]
        self._read = 0

    # -- whom a phrase means ------------------------------------------------------------------

    def refer(self, at: int) -> Reference | None:
        """Read a phrase as an expression that may be a speaker."""
        phrase = self.phrases[at]
        entity = phrase.entity
        if phrase.kind == NAME:
            words = self.paragraph.text[phrase.first : phrase.end]
            return Reference(Shape.NAME, entity.name if entity else _loose(words))
        if phrase.kind in (PRONOUN, OBJECT):
            return Reference(Shape.PRONOUN, phrase.word)
        if phrase.kind != NOUN or phrase.owned:
            return None
        head = phrase.head
        owner = self.paragraph.text[phrase.first : phrase.owner] if phrase.owner else ""
        if head == PAPER:
            return self._refer_to_paper(at, owner)
        if head in (BODY, STATE, CAPITAL):
            shape = Shape.BODY
            if entity is not None and not owner:
                return Reference(shape, entity.name, phrase.word.split()[-1])
        else:
            shape = Shape.DESCRIPTION
        words = self.paragraph.described(at)
        return Reference(shape, words, phrase.word.split()[-1], phrase.article, owner, is_plural(phrase))

    def _refer_to_paper(self, at: int, owner: str) -> Reference:
        phrase = self.phrases[at]
        if phrase.owner:
            owner = phrase.entity.name if phrase.entity else owner
        elif at + 2 < len(self.phrases) and self.phrases[at + 1].kind == PREPOSITION:
            if self.phrases[at + 1].word in ("from", "by", "of"):
                source = self.refer(at + 2) if self.phrases[at + 2].kind in _NOMINAL else None
                owner = (self.memory.resolve(source, []) or "") if source and source.shape is not Shape.PAPER else ""
        elif phrase.article in ("his", "her", "its", "their"):
            pronoun = {"his": "he", "her": "she", "its": "it", "their": "they"}[phrase.article]
            owner = self.memory.resolve(Reference(Shape.PRONOUN, pronoun), []) or ""
        return Reference(Shape.PAPER, phrase.word, phrase.word, phrase.article, owner)

    def name(self, at: int) -> tuple[str, Shape] | None:
        """Name whom a phrase means, and how it refers."""
        reference = self.refer(at) if at >= 0 else None
        if reference is None:
            return None
        before = self._subjects_before(at) if reference.shape is Shape.PRONOUN or reference.article in ("his", "her") else []
        found = self.memory.resolve(reference, before)
        return (found, reference.shape) if found else None

    def _subjects_before(self, at: int) -> list[str]:
        """Give the people who are subjects earlier in the sentence, the nearest last."""
        low, _ = self.paragraph.sentence(at)
        names = []
        for i in range(max(low, at - _REACH), at):
            phrase = self.phrases[i]
            if phrase.kind == NAME and not phrase.owned and self.phrases[i - 1].kind != PREPOSITION:
                names.append(phrase.entity.name if phrase.entity else _loose(self.paragraph.text[phrase.first : phrase.end]))
        return names

    # -- rules --------------------------------------------------------------------------------

    def leads(self, number: int) -> bool:
        """Tell whether a quote opens its paragraph."""
        return number == 0 and self.at[0] == 0

    def behind(self, number: int) -> str | None:
        """Ask the clause right behind a quote: “...,” Jane Doe said; “...,” said Jane Doe."""
        q = self.at[number]
        _, high = self.paragraph.sentence(q)
        first = q + 1
        if self._kind(first) == STOP:
            if first >= len(self.phrases) or not self.phrases[first].word:
                return None
            first += 1
            _, high = self.paragraph.sentence(first)
        soft = first > q + 1
        while self._kind(first) in (COMMA, DASH):
            first += 1
        kind = self._kind(first)
        if kind in _VERBS or kind == SOURCE:
            for cue in self.paragraph.between(first, first + 1):
                return self._named(cue.subject) if cue.behind else None
            subject = first + 1
            return self._named(subject) if self._kind(subject) == NAME and not soft else None
        if kind not in _NOMINAL:
            return None
        for cue in self.paragraph.between(first, min(high, first + _REACH)):
            if cue.kind != SOURCE and not self.phrases[cue.at].flags & ING:
                fits = first <= cue.subject < cue.at and self._reaches(first, cue.subject)
                if fits and (not soft or cue.kind == SAY):
                    return self._named(cue.subject)
                break
        if soft or not self._ends_open(q):
            return None
        verb = next((i for i in range(first + 1, min(high, first + 12)) if self._kind(i) in _VERBS), -1)
        return self._named(self.paragraph.subject(verb)) if verb > 0 and self.paragraph.subject(verb) == first else None

    def _ends_open(self, q: int) -> bool:
        """Tell whether a quote's own mark shows that its sentence goes on: “...,” and what follows tells who."""
        return self.paragraph.text[self.phrases[q].end - 1] in ",?!"

    def _reaches(self, first: int, subject: int) -> bool:
        """Tell whether nothing but one noun phrase and its appositions leads to a subject."""
        return all(self._kind(i) not in _VERBS and self._kind(i) not in (QUOTE, STOP) for i in range(first, subject))

    def before(self, number: int) -> str | None:
        """Ask the cue before a quote in its sentence: Jane Doe said: “...”; she called the plan “...”."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        for cue in reversed(self.paragraph.between(max(low, q - _REACH), q)):
            if found := self._named(cue.subject):
                return found
        return None

    def led(self, number: int) -> str | None:
        """Ask whom a sentence is about that leads to a quote by a colon alone: Jane Doe was blunt: “...”."""
        q = self.at[number]
        if self._kind(q - 1) != COLON:
            return None
        low, _ = self.paragraph.sentence(q)
        return self._topic(max(low, q - _REACH), q)

    def around(self, number: int) -> str | None:
        """Ask a cue later in the sentence: the shelling was “enormous”, the governor said."""
        q = self.at[number]
        _, high = self.paragraph.sentence(q)
        for cue in self.paragraph.between(q + 1, min(high, q + _REACH)):
            if found := self._named(cue.subject):
                return found
        return None

    def clause(self, number: int) -> str | None:
        """Ask whose deed a quote is built into: the line stopped all sailings “until further notice”."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        for i in range(q - 1, max(low, q - _REACH) - 1, -1):
            if self._kind(i) in _VERBS and not self.phrases[i].flags & ING:
                if self._kind(i - 1) == BE:
                    return None
                subject = self.paragraph.subject(i)
                if subject < 0:
                    continue
                phrase = self.phrases[subject]
                human = phrase.kind in (NAME, PRONOUN) or phrase.head in _HUMAN
                return self._named(subject) if human else None
        return None

    def alone(self, number: int) -> bool:
        """Tell whether a quote is a sentence by itself."""
        q = self.at[number]
        low, high = self.paragraph.sentence(q)
        return low == q and high <= q + 1

    def headed(self, number: int) -> str | None:
        """Ask the name with which a heading begins: Jane Doe: “...”."""
        for i in range(min(self.at[number], 8)):
            if self._kind(i) == COLON:
                return self._topic(0, i)
        return None

    def _kind(self, at: int) -> int:
        return self.phrases[at].kind if 0 <= at < len(self.phrases) else STOP

    def _named(self, at: int) -> str | None:
        found = self.name(at)
        return found[0] if found else None

    def _topic(self, low: int, high: int) -> str | None:
        """Give whom a stretch is about: its first free name, else its first free noun for somebody."""
        free = [
            i
            for i in range(low, high)
            if self._kind(i) in (NAME, NOUN) and not self.phrases[i].owned and self._kind(i - 1) != PREPOSITION
        ]
        named = next((i for i in free if self._kind(i) == NAME), None)
        if named is None:
            named = next((i for i in free if self.phrases[i].head in _HUMAN), None)
        return self._named(named) if named is not None else None

    # -- memory -------------------------------------------------------------------------------

    def advance(self, stop: int) -> None:
        """Remember the sentences that end before a phrase."""
        while self._read < stop:
            _, high = self.paragraph.sentence(self._read)
            if high > stop:
                break
            self._learn(self._read, high)
            self._read = high + 1

    def finish(self) -> None:
        """Remember the rest of the paragraph."""
        self.advance(len(self.phrases))

    def glance(self) -> None:
        """Remember only who is named, as of a heading."""
        for phrase in self.phrases:
            if phrase.kind == NAME and phrase.entity:
                self.memory.meet(phrase.entity.name)

    def _learn(self, low: int, high: int) -> None:
        """Remember of a sentence who is in it, who speaks in it, and whom it is about."""
        topic = self._learn_topic(low, high)
        said: tuple[str, Shape] | None = None
        for cue in self.paragraph.between(low, high):
            if cue.subject >= 0 and (found := self.name(cue.subject)):
                said = found
        for i in range(low, high):
            phrase = self.phrases[i]
            if phrase.kind == NAME:
                self.memory.meet(phrase.entity.name if phrase.entity else _loose(self.paragraph.text[phrase.first : phrase.end]))
            elif phrase.kind == NOUN and phrase.head == PEOPLE and phrase.article not in ("the", "his", "her", "its", "their"):
                reference = self.refer(i)
                if reference:
                    self.memory.introduce(reference)
        if topic:
            name, shape = topic
            if shape is Shape.BODY:
                self.memory.mention_body(name)
            else:
                self.memory.turn_to(name)
        if said:
            self.memory.hear(*said)

    def _learn_topic(self, low: int, high: int) -> tuple[str, Shape] | None:
        """Give whom a sentence is about."""
        for i in range(low, min(high, low + _REACH)):
            kind = self._kind(i)
            if (kind in _VERBS or kind == BE) and not self.phrases[i].flags & ING:
                subject = self.paragraph.subject(i)
                if subject < low:
                    continue
                phrase = self.phrases[subject]
                if phrase.kind in (NAME, PRONOUN) or phrase.head in _HUMAN:
                    if is_plural(phrase) and phrase.kind == NOUN and phrase.head == PEOPLE:
                        return None
                    return self.name(subject)
                break
        names = [i for i in range(low, high) if self._kind(i) == NAME and not self.phrases[i].owned]
        if names and (len(names) == 1 or self.memory.subject is None):
            return self.name(names[-1])
        return None


def _loose(words: str) -> str:
    """Give the name in words that the index does not know: from its first capital on."""
    parts = words.split()
    while len(parts) > 1 and parts[0][0].islower():
        parts.pop(0)
    return " ".join(parts)
