"""What a paragraph leaves in memory: who is named, who spoke, whom its sentences are about.

Contract: sentences are learned from in order, each once, and only when the memory asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.media import reports
from warparse.lexicon.words import (
    BE,
    BODY,
    CONJUNCTION,
    JUDGE,
    OTHER,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    nouns,
)
from warparse.model import NameKind
from warparse.speech.chunks import CAPITAL, COLON, COMMA, NAME, NOUN
from warparse.speech.clauses import STEPS, VERBS
from warparse.speech.mentions import HUMAN, REACH, Mentions, is_definite
from warparse.speech.paragraph import is_plural
from warparse.speech.references import Shape

if TYPE_CHECKING:
    from warparse.speech.chunks import Chunk
    from warparse.speech.paragraph import Cue, Paragraph
    from warparse.speech.recall import Recall

__all__ = ["Learner"]

_MODALS: Final = frozenset("will would can could may might must shall should".split())
_OUTER: Final = frozenset((SUBORDINATOR, SAY, JUDGE, THINK))
_ADDRESSED: Final = frozenset(
    "tell told ask asked inform informed remind reminded assure assured warn warned urge urged order ordered beg begged advise advised".split()
)
"""Verbs of saying with somebody spoken to for their object."""
_AGAINST: Final = frozenset(("while", "whereas", "although", "though"))
_APART: Final = _AGAINST | {"that", "as"}


class Learner(Mentions):
    """Learns from one paragraph; used once."""

    def __init__(self, paragraph: Paragraph, memory: Recall) -> None:
        """Take up a paragraph with what is remembered from above."""
        super().__init__(paragraph, memory)
        self.at = paragraph.quoted
        """The chunks of its quotes."""
        self.told: list[str | None] = []
        """Who says each of the quotes that were asked for."""
        self._read = 0
        self._heard = 0

    def catch_up(self, number: int) -> None:
        """Remember the paragraph up to the sentence of a quote, and who said the quotes before it."""
        while self._heard < number:
            self._hear()
        if number < len(self.at):
            self._advance(self.at[number])

    def _hear(self) -> None:
        """Remember who said the next quote."""
        self._advance(self.at[self._heard])
        speaker = self.told[self._heard]
        if speaker:
            self.memory.speaker = self.memory.focus = speaker
        self._heard += 1

    def read_to(self, low: int) -> None:
        """Remember the paragraph up to the sentence that begins with a chunk, quotes included."""
        while self._heard < len(self.at) and self.at[self._heard] < low:
            self._hear()
        self._advance(low)

    def finish(self) -> None:
        """Remember the whole paragraph, and whom its end leads to."""
        self.catch_up(len(self.told))
        self._advance(len(self.chunks))
        self._lead_in()

    def _advance(self, stop: int) -> None:
        """Remember the sentences that end before a chunk."""
        while self._read < stop:
            _, high = self.paragraph.sentence(self._read)
            if high > stop:
                break
            self._learn(self._read, high)
            self._read = high + 1

    # -- one sentence -------------------------------------------------------------------------

    def _learn(self, low: int, high: int) -> None:
        """Remember of a sentence who is in it, who speaks in it, and whom it is about."""
        memory = self.memory
        memory.sentence += 1
        topic = self._find_topic(low, high)
        said = self._find_speaker(low, high, known=topic is not None)
        for i in range(low, high):
            if self.kinds[i] == NAME or self.kinds[i] == NOUN:
                self._meet(i)
        if topic:
            name, shape = topic
            if shape in (Shape.BODY, Shape.PAPER):
                memory.turn_to_body(name)
            else:
                memory.turn_to(name)
        if said:
            memory.hear(*said)

    def _find_speaker(self, low: int, high: int, *, known: bool) -> tuple[str, Shape] | None:
        """Give who speaks last in a sentence, those left out who do so only in what another says."""
        said: tuple[str, Shape] | None = None
        for cue in self.paragraph.between(low, high):
            if cue.subject < 0 or (known and cue.behind and self.paragraph.is_passive(cue.at)):
                continue  # "the minister was asked by a senator"
            if (known or said) and reports(self.text[self.chunks[cue.subject].start : self.chunks[cue.subject].end]):
                continue  # "the minister asked for talks, Reuters reported"
            if said is None or not (cue.kind == SOURCE or self.is_anothers(cue) or self._is_inner(cue)):
                said = self.name(cue.subject) or said
        return said

    def _is_inner(self, cue: Cue) -> bool:
        """Tell whether a cue stands in a clause within another: "she said her pupils had asked"."""
        return not cue.behind and self.paragraph.is_embedded(cue.subject, cue.at)

    def _meet(self, at: int) -> None:
        """Remember the people and institutions that a noun phrase names, as a subject or in passing."""
        chunk, memory = self.chunks[at], self.memory
        entity, holder = chunk.entity, chunk.holder
        if holder is not None and holder.kind is NameKind.PERSON:
            memory.meet(holder.name)
        if chunk.kind == NAME:
            if entity is not None:
                memory.meet(entity.name)
            if self.names_body(at):
                memory.nouns[self.chunks[at - 2].word] = self.text[chunk.first : chunk.end]
        elif chunk.first < chunk.last and not chunk.owned:
            self._meet_body(at)
        if chunk.head == PEOPLE and chunk.kind == NOUN and not is_definite(chunk) and not self._is_apposed(at):
            reference = self.refer(at)
            if reference is not None:
                memory.introduce(reference)

    def _meet_body(self, at: int) -> None:
        chunk, memory = self.chunks[at], self.memory
        if chunk.head == CAPITAL and not chunk.owner:
            noun = self.text[chunk.first : chunk.last].split()[-1].lower()
            if nouns().get(noun) == BODY:
                memory.nouns[noun] = self.text[chunk.last : chunk.end]  # "the rights group Memorial"
        elif chunk.head == BODY and chunk.article and not chunk.owner and (name := self._name_beside(at)):
            memory.nouns[chunk.word] = name  # "Memorial, a rights group"
        elif chunk.head == BODY and not (is_definite(chunk) and chunk.article != "the") and chunk.entity is None:
            memory.passing[chunk.word] = self.paragraph.described(at)

    def _name_beside(self, at: int) -> str:
        """Give the institution's name that a comma parts from what it is; empty if there is none."""
        name = self.chunks[at - 2] if at > 1 and self.kinds[at - 1] == COMMA and self.kinds[at - 2] == NOUN else None
        if name is None or name.owned or not (name.entity or name.head == CAPITAL):
            return ""
        return name.entity.name if name.entity else self.text[name.first : name.end]

    def _is_apposed(self, at: int) -> bool:
        """Tell whether a description stands beside the name that it describes."""
        return at > 1 and self.kinds[at - 1] == COMMA and self.kinds[at - 2] in (NAME, COMMA)

    # -- whom a sentence is about -------------------------------------------------------------

    def _find_topic(self, low: int, high: int) -> tuple[str, Shape] | None:
        """Give whom a sentence is about: its main verb's subject, else the only one whom it names."""
        for i in range(low, min(high, low + REACH)):
            kind = self.kinds[i]
            if (kind not in VERBS and kind != BE) or self.paragraph.is_participle(i):
                continue
            subject = self.paragraph.doer(i)
            if subject < low or self.paragraph.is_embedded(subject, i):
                continue
            chunk = self.chunks[subject]
            if self._is_human(subject) and not (
                chunk.kind == NAME and not chunk.entity and kind != SAY and chunk.article
            ):
                several = chunk.head == PEOPLE and chunk.kind == NOUN and is_plural(chunk)
                return None if several else self.name(subject)
            if kind == BE and self.kinds[i + 1] == NAME:
                return self.name(i + 1)  # "among them was Jane Doe"
            break
        return self._find_only(low, high)

    def _is_human(self, at: int) -> bool:
        return self.kinds[at] in (NAME, PRONOUN) or self.chunks[at].head in HUMAN or self.is_person(at)

    def _find_only(self, low: int, high: int) -> tuple[str, Shape] | None:
        """Give the only person whom a sentence names, or whose eyes, house or hands it is about."""
        names = [i for i in range(low, high) if self.kinds[i] == NAME and self._is_known(self.chunks[i])]
        if len(names) == 1 or (names and self.memory.subject is None):
            return self.name(names[-1])
        if not names:
            for chunk in self.chunks[low : min(high, low + STEPS)]:
                if chunk.owner and chunk.head == OTHER and chunk.entity is not None:
                    return (chunk.entity.name, Shape.NAME) if chunk.entity.kind is NameKind.PERSON else None
        return None

    def _is_known(self, chunk: Chunk) -> bool:
        return chunk.entity is not None and not chunk.owned

    def _lead_in(self) -> None:
        """Take whom a paragraph that ends with a colon is about for the speaker of what follows."""
        last = len(self.chunks) - 1
        if last < 1 or self.kinds[last] != COLON:
            return
        low, high = self.paragraph.sentence(last)
        low = max(low, last - REACH)
        cues = self.paragraph.between(low, high)
        for cue in (*(cue for cue in reversed(cues) if cue.kind != SOURCE), *cues):
            if cue.subject >= 0 and (found := self.name(cue.subject)):
                self.memory.hear(*found)
                return
        if name := self.topic(low, high):
            self.memory.speaker = self.memory.focus = name

    # -- what another says --------------------------------------------------------------------

    def is_anothers(self, cue: Cue) -> bool:
        """Tell whether a cue stands in what another says: "the mayor said that Russia wants ...", "since Kyiv agreed"."""
        if cue.subject < 1 or self.kinds[cue.subject] == PRONOUN or cue.behind:
            return False
        before = self.kinds[cue.subject - 1]
        word = self.chunks[cue.subject - 1].word
        doing = before in _OUTER and (self._has_object(cue.at) or self._leads_to_deed(cue.at))
        if cue.kind == THINK or self._is_modal(cue) or doing:
            return before != CONJUNCTION and word not in _AGAINST
        return before == SUBORDINATOR and word not in _APART

    def _is_modal(self, cue: Cue) -> bool:
        """Tell whether a verb is of what may or will be: "would respond", "refused to respond"."""
        before = self.chunks[cue.at - 1]
        return before.word in _MODALS or (
            before.kind == PREPOSITION and before.word == "to" and cue.subject != cue.at - 2
        )

    def _leads_to_deed(self, at: int) -> bool:
        """Tell whether a verb is of what somebody will do: "the sides had agreed to meet"."""
        return self.kinds[at + 1] == PREPOSITION and self.chunks[at + 1].word == "to"

    def _has_object(self, at: int) -> bool:
        """Tell whether a verb gives something rather than words: "had reported the contacts"."""
        return self.kinds[at + 1] in (NAME, NOUN) and self.chunks[at].word.rstrip("s") not in _ADDRESSED
