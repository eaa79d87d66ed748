"""Who says each quote of a paragraph, and what the paragraph leaves in memory.

Contract: the rules look only at the quote's own sentence; a cue without a subject tells nothing. All
look-ups go over a bounded number of chunks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.model import NameKind
from warparse.segment.memory import Reference, Shape
from warparse.segment.paragraph import Cue, Paragraph, is_plural
from warparse.segment.chunks import CAPITAL, COLON, COMMA, DASH, NAME, NOUN, QUOTE, STATE, STOP, Chunk
from warparse.segment.words import (
    AUXILIARY,
    BE,
    BODY,
    CONJUNCTION,
    ING,
    JUDGE,
    NUMBER,
    OBJECT,
    OTHER,
    PAPER,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    VERB,
    nouns,
    states,
)

if TYPE_CHECKING:
    from warparse.segment.memory import Memory

__all__ = ["NOBODY", "Reader"]

NOBODY: Final = ""
"""The name of a speaker of whom the text says that it does not tell."""
_REACH: Final = 40
"""Chunks on either side of a quote in which its cue may stand."""
_STEPS: Final = 8
"""Chunks between a quote and the cue that it hangs on."""
_HELPERS: Final = frozenset((AUXILIARY, BE))
_VERBS: Final = frozenset((VERB, SAY, JUDGE, THINK))
_NOMINAL: Final = frozenset((NAME, NOUN, PRONOUN))
_HUMAN: Final = frozenset((PEOPLE, BODY, STATE, PAPER))
_OWNERS: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
_NAMING: Final = frozenset(("named", "called"))
_MODALS: Final = frozenset("will would can could may might must shall should".split())
_NEW: Final = frozenset(("a", "an", "another", "one"))
_KNOWN: Final = frozenset(("the", "this", "that", "his", "her", "its", "their"))
_OUTER: Final = frozenset((SUBORDINATOR, SAY, JUDGE, THINK))
_ADDRESSED: Final = frozenset(
    "tell told ask asked inform informed remind reminded assure assured warn warned urge urged order ordered beg begged advise advised".split()
)
"""Verbs of saying with somebody spoken to for their object."""
_AGAINST: Final = frozenset(("while", "whereas", "although", "though"))
_APART: Final = frozenset(("that", "as", "while", "whereas", "although", "though"))


class Reader:
    """Reads one paragraph with what is remembered from above; used once."""

    def __init__(self, paragraph: Paragraph, memory: Memory) -> None:
        self.paragraph = paragraph
        self.chunks = paragraph.chunks
        self.memory = memory
        self.at = [number for number, chunk in enumerate(self.chunks) if chunk.kind == QUOTE]
        self.told: list[str | None] = []
        """Who says each of the quotes that were asked for."""
        self._read = 0
        self._heard = 0

    # -- whom a chunk means ------------------------------------------------------------------

    def refer(self, at: int) -> Reference | None:
        """Read a chunk as an expression that may be a speaker."""
        chunk = self.chunks[at]
        if chunk.kind == NOUN and self._kind(at + 2) == NAME and self.chunks[at + 1].word in _NAMING:
            return self.refer(at + 2)  # "a woman named Jane Doe"
        entity = chunk.entity
        if chunk.kind == NAME:
            return Reference(Shape.NAME, entity.name if entity else _loose(self.paragraph.text[chunk.last : chunk.end]))
        if chunk.kind in (PRONOUN, OBJECT):
            return Reference(Shape.PRONOUN, chunk.word)
        if chunk.kind != NOUN or chunk.owned:
            return None
        if not chunk.word:
            return Reference(Shape.DESCRIPTION, "", "", "one", plural=True) if chunk.article == "one" else None
        head = chunk.head
        owner = self.paragraph.text[chunk.first : chunk.owner] if chunk.owner else ""
        if head == PAPER:
            return self._refer_to_paper(at, owner)
        if self._is_named(at):
            return Reference(Shape.NAME, _loose(self.paragraph.text[chunk.first : chunk.end]))
        if head in (BODY, STATE, CAPITAL):
            shape = Shape.BODY
            if entity is not None and not owner:
                return Reference(shape, entity.name, chunk.word.rpartition(" ")[2])
        else:
            shape = Shape.DESCRIPTION
        words = self.paragraph.described(at)
        if chunk.owner and entity is not None and entity.kind is NameKind.PERSON:
            tail = len(words) - (chunk.owner - chunk.first)
            owner, words = entity.name, f"{entity.name}{self._mark(chunk)}{words[len(words) - tail :]}"
        return Reference(shape, words, chunk.word.rpartition(" ")[2], chunk.article, owner, is_plural(chunk))

    def _mark(self, chunk: Chunk) -> str:
        """Give the possessive's end of a chunk's owner if its words leave it out."""
        return "" if self.paragraph.text[chunk.owner : chunk.owner + 1] in "’'" else ""

    def _is_named(self, at: int) -> bool:
        """Tell whether an unknown name is a person's by the noun beside it: "their commander, Madyar, said"."""
        chunk = self.chunks[at]
        if chunk.head != CAPITAL or chunk.article or self._kind(at - 1) != COMMA:
            return False
        return self._kind(at - 2) == NOUN and self.chunks[at - 2].head == PEOPLE

    def _refer_to_paper(self, at: int, owner: str) -> Reference:
        """Read what carries words, with whose it is: "Kyiv's statement", "a letter from Kyiv", "its report"."""
        chunk = self.chunks[at]
        words = self.paragraph.text[chunk.first : chunk.last].split() if not chunk.owner else []
        source = None
        if chunk.owner:
            owner = chunk.entity.name if chunk.entity else owner
        elif self._kind(at + 1) == PREPOSITION and self.chunks[at + 1].word in ("from", "by", "of"):
            source = self.refer(at + 2) if self._kind(at + 2) in _NOMINAL else None
        elif words and (nouns().get(words[-1].lower()) == BODY or words[-1] in states()):
            owner = " ".join(words)  # "the army statement"
        elif chunk.article in _OWNERS:
            source = Reference(Shape.PRONOUN, _OWNERS[chunk.article])
        if source is not None and source.shape is not Shape.PAPER:
            owner = self.memory.resolve(source, []) or ""
        return Reference(Shape.PAPER, chunk.word, chunk.word, chunk.article, owner)

    def name(self, at: int) -> tuple[str, Shape] | None:
        """Name whom a chunk means, and how it refers."""
        reference = self.refer(at) if at >= 0 else None
        if reference is None:
            return None
        before: list[tuple[str, Shape, bool]] = []
        if reference.shape is Shape.PRONOUN or reference.article in _OWNERS:
            before = self._subjects_before(at, known=self._kind(at - 1) in (COMMA, QUOTE))
            if self.chunks[at].kind == OBJECT:
                before = before[:-1]  # nobody quotes themselves: "her spokesman quoted her"
        found = self.memory.resolve(reference, before)
        if not found:
            return None
        shape = reference.shape
        if shape is Shape.PRONOUN and (reference.text == "it" or found in self.memory.bodies):
            shape = Shape.BODY
        if shape is Shape.NAME and self._names_body(at):
            shape = Shape.BODY
        return found, shape

    def _names_body(self, at: int) -> bool:
        """Tell whether an unknown name is an institution's, by the noun beside it: "the company, Northern Star, said"."""
        chunk = self.chunks[at]
        if chunk.entity is not None:
            return False
        beside = self.chunks[at - 2] if at > 1 and self._kind(at - 1) == COMMA else None
        return beside is not None and beside.kind == NOUN and beside.head == BODY

    def _subjects_before(self, at: int, *, known: bool) -> list[tuple[str, Shape, bool]]:
        """Give who is a subject earlier in the sentence, the nearest last: the name, how it refers, whether several.

        Those that the sentence introduces ("a driver was killed, he said") are left out where `known`.
        """
        low, _ = self.paragraph.sentence(at)
        low = max(low, at - _REACH)
        speaking = {cue.subject for cue in self.paragraph.between(low, at)}
        acting = {self.paragraph.doer(i) for i in range(low, at) if self._kind(i) in _VERBS or self._kind(i) in _HELPERS}
        found: list[tuple[str, Shape, bool]] = []
        names = {i for i in acting if i >= 0 and self._kind(i) == NAME}
        for i in (*sorted(acting - speaking - names), *sorted(speaking | names)):
            chunk = self.chunks[i]
            if not low <= i < at or chunk.kind not in (NAME, NOUN) or chunk.owned:
                continue
            if known and chunk.article in _NEW and i not in speaking:
                continue
            if not self.paragraph.is_somebody(i) and not chunk.owner:
                continue
            reference = self.refer(i)
            if reference is not None and reference.shape is not Shape.PAPER:
                name = self.memory.resolve(reference, [])
                if name:
                    shape = reference.shape if self.paragraph.is_somebody(i) else Shape.BODY
                    found.append((name, shape, reference.plural))
        return found

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
            if first >= len(self.chunks) or not self.chunks[first].word:
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
            if cue.kind != SOURCE and not self.chunks[cue.at].flags & ING:
                quoting = cue.behind and cue.subject > cue.at and self.paragraph.subject(cue.at) == cue.subject
                fits = quoting or (first <= cue.subject < cue.at and self._reaches(first, cue.subject))
                if fits and (not soft or cue.kind == SAY):
                    return self._named(cue.subject)
                break
        if soft or not (self._ends_open(q) or self._kind(q + 1) == DASH):
            return None
        verb = next((i for i in range(first + 1, min(high, first + 12)) if self._kind(i) in _VERBS), -1)
        return self._named(self.paragraph.subject(verb)) if verb > 0 and self.paragraph.subject(verb) == first else None

    def _ends_open(self, q: int) -> bool:
        """Tell whether a quote's own mark shows that its sentence goes on: “...,” and what follows tells who."""
        return self.paragraph.text[self.chunks[q].end - 1] in ",?!"

    def _reaches(self, first: int, subject: int) -> bool:
        """Tell whether nothing but a noun phrase in apposition leads to a subject."""
        return first == subject or (
            self._kind(subject - 1) == COMMA
            and all(self._kind(i) in (NAME, NOUN, PREPOSITION) for i in range(first, subject - 1))
        )

    def before(self, number: int) -> str | None:
        """Ask the cue before a quote in its sentence: Jane Doe said: “...”; she called the plan “...”."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        cues = self.paragraph.between(max(low, q - _REACH), q)
        for number, cue in zip(range(len(cues) - 1, -1, -1), reversed(cues), strict=True):
            if self._is_closed(cue, q):
                continue
            if cue.subject < 0 and self.paragraph.is_passive(cue.at) and self._leads_straight(cue.at, q):
                return NOBODY  # "they were told to “go”"
            if number and (self._is_anothers(cue) or (cue.kind == SOURCE and cues[number - 1].subject >= 0)):
                continue
            if found := self._named(cue.subject):
                return found
        return None

    def _is_closed(self, cue: Cue, q: int) -> bool:
        """Tell whether a cue stands in a clause with "which" that a comma ends before a quote."""
        before = self._kind(cue.subject - 1) if cue.subject >= 0 else STOP
        return before == RELATIVE and self._kind(cue.subject - 2) == COMMA and any(
            self._kind(i) == COMMA for i in range(cue.at + 1, q)
        )

    def governed(self, number: int) -> bool:
        """Tell whether a quote hangs on a cue right before it, while what stands behind it is another clause."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        cues = self.paragraph.between(max(low, q - _STEPS), q)
        if not cues or cues[-1].subject < 0 or self._ends_open(q) or self._kind(q + 1) != COMMA:
            return False
        return not any(self._kind(i) in (COMMA, QUOTE, CONJUNCTION) for i in range(cues[-1].at + 1, q))

    def _leads_straight(self, at: int, q: int) -> bool:
        """Tell whether nothing but small words stands between a verb and a quote."""
        return all(self._kind(i) in (PREPOSITION, SUBORDINATOR) for i in range(at + 1, q))

    def _is_anothers(self, cue: Cue) -> bool:
        """Tell whether a cue stands in what another says: "the mayor said that Russia wants ...", "since Kyiv agreed"."""
        if cue.subject < 0 or self.chunks[cue.subject].kind == PRONOUN or cue.behind:
            return False
        before = self._kind(cue.subject - 1)
        modal = self._is_modal(cue.at) and not (self._kind(cue.at - 1) == PREPOSITION and cue.subject == cue.at - 2)
        if cue.kind == THINK or modal or (before in _OUTER and self._has_object(cue.at)):
            return before != CONJUNCTION and self.chunks[cue.subject - 1].word not in _AGAINST
        return before == SUBORDINATOR and self.chunks[cue.subject - 1].word not in _APART

    def _is_modal(self, at: int) -> bool:
        """Tell whether a verb is of what may or will be: "would respond"."""
        before = self.chunks[at - 1] if at else None
        return before is not None and (before.word in _MODALS or (before.kind == PREPOSITION and before.word == "to"))

    def _has_object(self, at: int) -> bool:
        """Tell whether a verb gives something rather than words: "had reported the contacts"."""
        return self._kind(at + 1) in (NAME, NOUN) and self.chunks[at].word.rstrip("s") not in _ADDRESSED

    def led(self, number: int) -> str | None:
        """Ask whom a sentence is about that leads to a quote by a colon alone: Jane Doe was blunt: “...”; or "for" whom it is so."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        if self._kind(q - 1) == COLON:
            return self._topic(max(low, q - _REACH), q)
        if self._kind(low) == PREPOSITION and self.chunks[low].word == "for" and self._kind(low + 1) == NAME:
            return self._named(low + 1)
        return None

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
            if self._kind(i) in _VERBS and not self.chunks[i].flags & ING:
                if self.paragraph.is_passive(i):
                    return None
                subject = self.paragraph.subject(i)
                if subject < 0:
                    continue
                chunk = self.chunks[subject]
                human = chunk.kind in (NAME, PRONOUN) or chunk.head in _HUMAN or chunk.head == CAPITAL or chunk.owner
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
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else STOP

    def _named(self, at: int) -> str | None:
        found = self.name(at)
        return found[0] if found else None

    def _topic(self, low: int, high: int) -> str | None:
        """Give whom a stretch is about: its first free name, else its first free noun for somebody."""
        free = [
            i
            for i in range(low, high)
            if self._kind(i) in (NAME, NOUN) and not self.chunks[i].owned and self._kind(i - 1) != PREPOSITION
        ]
        named = next((i for i in free if self._kind(i) == NAME), None)
        if named is None:
            named = next((i for i in free if self.chunks[i].head in _HUMAN or self.chunks[i].head == CAPITAL), None)
        return self._named(named) if named is not None else None

    # -- memory -------------------------------------------------------------------------------

    def catch_up(self, number: int) -> None:
        """Remember the paragraph up to the sentence of a quote, and who said the quotes before it."""
        while self._heard < number:
            self._advance(self.at[self._heard])
            speaker = self.told[self._heard]
            if speaker:
                self.memory.speaker = self.memory.focus = speaker
            self._heard += 1
        if number < len(self.at):
            self._advance(self.at[number])

    def _advance(self, stop: int) -> None:
        """Remember the sentences that end before a chunk."""
        while self._read < stop:
            _, high = self.paragraph.sentence(self._read)
            if high > stop:
                break
            self._learn(self._read, high)
            self._read = high + 1

    def finish(self) -> None:
        """Remember the whole paragraph."""
        self.catch_up(len(self.told))
        self._advance(len(self.chunks))
        self.lead_in()

    def adjoins(self, number: int) -> bool:
        """Tell whether nothing but the end of a sentence stands between the sentences of a quote and of the one before."""
        low, _ = self.paragraph.sentence(self.at[number])
        _, high = self.paragraph.sentence(self.at[number - 1])
        return low <= high + 1

    def _learn(self, low: int, high: int) -> None:
        """Remember of a sentence who is in it, who speaks in it, and whom it is about."""
        memory = self.memory
        memory.sentence += 1
        topic = self._learn_topic(low, high)
        said: tuple[str, Shape] | None = None
        for cue in self.paragraph.between(low, high):
            if cue.subject < 0 or (said and (cue.kind == SOURCE or self._is_anothers(cue))):
                continue
            if topic and cue.behind and self.paragraph.is_passive(cue.at):
                continue  # "the minister was asked by a senator"
            if said and not cue.behind and self.paragraph.is_embedded(cue.subject, cue.at):
                continue  # "she said her pupils had asked"
            said = self.name(cue.subject) or said
        for i in range(low, high):
            chunk = self.chunks[i]
            if chunk.kind == NAME:
                if chunk.entity is not None:
                    memory.meet(chunk.entity.name)
                if self._names_body(i):
                    memory.nouns[self.chunks[i - 2].word] = self.paragraph.text[chunk.first : chunk.end]
            elif chunk.owner and chunk.entity is not None and chunk.entity.kind is NameKind.PERSON:
                memory.meet(chunk.entity.name)
            elif chunk.kind == NOUN and chunk.first < chunk.last and not chunk.owned:
                if chunk.head == CAPITAL and not chunk.owner:
                    noun = self.paragraph.text[chunk.first : chunk.last].split()[-1].lower()
                    if nouns().get(noun) == BODY:
                        memory.nouns[noun] = self.paragraph.text[chunk.last : chunk.end]
                elif chunk.head == BODY and chunk.article not in _OWNERS and chunk.entity is None:
                    memory.passing[chunk.word] = self.paragraph.described(i)
            if chunk.kind == NOUN and chunk.head == PEOPLE and chunk.article not in _KNOWN and not self._is_apposed(i):
                reference = self.refer(i)
                if reference is not None:
                    memory.introduce(reference)
        if topic:
            name, shape = topic
            if shape in (Shape.BODY, Shape.PAPER):
                memory.mention_body(name)
            else:
                memory.turn_to(name)
        if said:
            memory.hear(*said)

    def _is_apposed(self, at: int) -> bool:
        """Tell whether a description stands beside the name that it describes."""
        return self._kind(at - 1) == COMMA and (self._kind(at - 2) == NAME or self._kind(at - 2) == COMMA)

    def _learn_topic(self, low: int, high: int) -> tuple[str, Shape] | None:
        """Give whom a sentence is about."""
        for i in range(low, min(high, low + _REACH)):
            kind = self._kind(i)
            if (kind in _VERBS or kind == BE) and not self.chunks[i].flags & ING:
                subject = self.paragraph.doer(i)
                if subject < low or self.paragraph.is_embedded(subject, i):
                    continue
                chunk = self.chunks[subject]
                if chunk.kind == NAME and chunk.entity is None and (kind != SAY and chunk.article):
                    break
                if chunk.kind in (NAME, PRONOUN) or chunk.head in _HUMAN or self._is_named(subject):
                    if is_plural(chunk) and chunk.kind == NOUN and chunk.head == PEOPLE:
                        return None
                    return self.name(subject)
                if kind == BE and self._kind(i + 1) == NAME:
                    return self.name(i + 1)
                break
        names = [i for i in range(low, high) if self._kind(i) == NAME and self.chunks[i].entity and not self.chunks[i].owned]
        if not names and (owner := self._owner(low, high)):
            return owner, Shape.NAME
        if names and (len(names) == 1 or self.memory.subject is None):
            return self.name(names[-1])
        return None

    def _owner(self, low: int, high: int) -> str | None:
        """Give the person whose eyes, house or hands a sentence is about."""
        for chunk in self.chunks[low : min(high, low + _STEPS)]:
            if chunk.kind == NOUN and chunk.owner and chunk.head == OTHER and chunk.entity is not None:
                return chunk.entity.name if chunk.entity.kind is NameKind.PERSON else None
        return None

    def lead_in(self) -> None:
        """Take whom a paragraph that ends with a colon is about for the speaker of what follows."""
        last = len(self.chunks) - 1
        if last < 1 or self._kind(last) != COLON:
            return
        low, high = self.paragraph.sentence(last)
        cues = self.paragraph.between(low, high)
        for cue in (*(cue for cue in reversed(cues) if cue.kind != SOURCE), *cues):
            if cue.subject >= 0 and (found := self.name(cue.subject)):
                self.memory.hear(*found)
                return
        if name := self._topic(low, high):
            self.memory.speaker = self.memory.focus = name


def _loose(words: str) -> str:
    """Give the name in words that the index does not know: from its first capital on."""
    parts = re.sub(r"[“”\"‘]|’(?!\w)", "", words).split()
    while len(parts) > 1 and parts[0][0].islower():
        parts.pop(0)
    return " ".join(parts)
