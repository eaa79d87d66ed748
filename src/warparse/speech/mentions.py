"""Whom the chunks of a paragraph mean.

Contract: an expression is read from its chunk and those beside it, and resolved by the subjects before it in its
sentence and by what is remembered from above.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import BODY, OBJECT, PAPER, PEOPLE, PREPOSITION, PRONOUN, RELATIVE, VERB, nouns, states
from warparse.model import NameKind
from warparse.speech.chunks import CAPITAL, COMMA, NAME, NOUN, QUOTE, STATE, Chunk
from warparse.speech.clauses import HELPERS, NOMINAL, NOUNS, STEPS, VERBS
from warparse.speech.paragraph import Paragraph, is_plural
from warparse.speech.references import OWNERS, Known, Reference, Shape

if TYPE_CHECKING:
    from warparse.speech.recall import Recall

__all__ = ["HUMAN", "REACH", "Mentions", "is_definite"]

REACH: Final = 40
"""Chunks on either side of a quote or a pronoun that are asked about it."""
HUMAN: Final = frozenset((PEOPLE, BODY, STATE, PAPER))
"""Heads of noun phrases for somebody who may speak."""
_INSTITUTIONS: Final = frozenset((BODY, STATE, CAPITAL))
_GIVING: Final = frozenset("give gives gave goes went identified introduced known name sign callsign nickname".split())
"""Words with which somebody gives a name."""
_SIGN: Final = re.compile(r"\b(?:name|nickname|call[ -]?sign|nom de guerre)\s$")
_NAMING: Final = frozenset(("named", "called"))
_NEW: Final = frozenset(("a", "an", "another", "one"))
_ISSUING: Final = frozenset(("from", "by", "of"))
_STRAY: Final = re.compile(r"[“”\"‘]|’(?!\w)")


class Mentions:
    """The expressions of one paragraph for people and institutions."""

    def __init__(self, paragraph: Paragraph, memory: Recall) -> None:
        """Take up a paragraph with what is remembered from above."""
        self.paragraph = paragraph
        self.text = paragraph.text
        self.chunks = paragraph.chunks
        self.kinds = paragraph.kinds
        self.memory = memory

    # -- expressions --------------------------------------------------------------------------

    def refer(self, at: int) -> Reference | None:
        """Read a chunk as an expression that may be a speaker."""
        chunk, kind = self.chunks[at], self.kinds[at]
        if kind == NAME:
            return Reference(Shape.NAME, chunk.entity.name if chunk.entity else self._plain(chunk.last, chunk.end))
        if kind in (PRONOUN, OBJECT):
            return Reference(Shape.PRONOUN, chunk.word)
        if kind != NOUN or chunk.owned:
            return None
        if self.kinds[at + 2] == NAME and self.chunks[at + 1].word in _NAMING:
            return self.refer(at + 2)  # "a woman named Jane Doe"
        if chunk.head == PEOPLE and (name := self._find_given_name(at)):
            return Reference(Shape.NAME, name)
        if not chunk.word:
            alone = chunk.article in ("one", "another")
            return Reference(Shape.DESCRIPTION, "", "", "one", plural=True) if alone else None
        if chunk.head == PAPER:
            return self._refer_to_paper(at)
        if self.is_person(at):
            return Reference(Shape.NAME, self._plain(chunk.first, chunk.end))
        return self._describe(at)

    def _find_given_name(self, at: int) -> str:
        """Find the only name that somebody gives: "a volunteer, who gave her name as Mavka"; empty if there is none."""
        first = at + 1 + (self.kinds[at + 1] == COMMA)
        if first >= len(self.chunks) or self.chunks[first].word not in ("who", "with"):
            return ""
        given = False
        for i in range(first + 1, min(first + STEPS, len(self.chunks))):
            chunk = self.chunks[i]
            given = given or chunk.word in _GIVING
            if chunk.kind in NOUNS and chunk.head == CAPITAL and not chunk.owned:
                led = given and (self.chunks[i - 1].word in ("as", "by") or self.chunks[i - 2].word in _GIVING)
                named = led or _SIGN.search(self.text[chunk.first : chunk.last].lower())
                return self._plain(chunk.last, chunk.end) if named else ""
        return ""

    def _describe(self, at: int) -> Reference:
        chunk = self.chunks[at]
        entity = chunk.entity
        noun = chunk.word.rpartition(" ")[2]
        shape = Shape.BODY if chunk.head in _INSTITUTIONS else Shape.DESCRIPTION
        if shape is Shape.BODY and entity is not None and not chunk.owner and chunk.article not in OWNERS:
            return Reference(shape, entity.name, noun)
        words = self.paragraph.described(at)
        owner = " ".join(self.text[chunk.first : chunk.owner].split()) if chunk.owner else ""
        if owner and entity is not None and entity.kind is NameKind.PERSON:
            owner, words = entity.name, entity.name + words[len(owner) :]
        return Reference(shape, words, noun, chunk.article, owner, is_plural(chunk))

    def _refer_to_paper(self, at: int) -> Reference:
        """Read what carries words, with whose it is: "Kyiv's statement", "a letter from Kyiv", "its report"."""
        chunk = self.chunks[at]
        owner, source = "", None
        words = self.text[chunk.first : chunk.last].split()
        if chunk.owner:
            owner = chunk.entity.name if chunk.entity else self.text[chunk.first : chunk.owner]
        elif self.kinds[at + 1] == PREPOSITION and self.chunks[at + 1].word in _ISSUING:
            source = self._refer_to_issuer(at + 2)
        elif words and (nouns().get(words[-1].lower()) == BODY or words[-1] in states()):
            owner = " ".join(words)  # "the army statement"
        elif chunk.article in OWNERS:
            source = Reference(Shape.PRONOUN, OWNERS[chunk.article])
        elif chunk.article in ("a", "an") and self.kinds[at - 1] == VERB:
            source = self._refer_to_issuer(self.paragraph.subject(at - 1))  # "the ministry issued a statement"
        if source is not None:
            pronoun = source.shape is Shape.PRONOUN
            owner = self.memory.resolve(source, self._known_before(at, told=False) if pronoun else []) or ""
        return Reference(Shape.PAPER, chunk.word, chunk.word, chunk.article, owner)

    def _refer_to_issuer(self, at: int) -> Reference | None:
        """Read a chunk as whoever issued something, which is no statement itself."""
        somebody = at >= 0 and self.kinds[at] in NOMINAL and self.chunks[at].head != PAPER
        return self.refer(at) if somebody else None

    def is_person(self, at: int) -> bool:
        """Tell whether an unknown name is a person's by the noun beside it: "their commander, Madyar, said"."""
        chunk = self.chunks[at]
        if chunk.head != CAPITAL or chunk.article or at < 1 or self.kinds[at - 1] != COMMA:
            return False
        return self.kinds[at - 2] == NOUN and self.chunks[at - 2].head == PEOPLE

    def names_body(self, at: int) -> bool:
        """Tell whether an unknown name is an institution's by the noun beside it: "the company, Northern Star, said"."""
        if self.chunks[at].entity is not None or at < 1 or self.kinds[at - 1] != COMMA:
            return False
        return self.kinds[at - 2] == NOUN and self.chunks[at - 2].head == BODY

    def _plain(self, start: int, end: int) -> str:
        """Give a name as it is written, without marks in it and from its first capital on."""
        parts = _STRAY.sub("", self.text[start:end]).split()
        while len(parts) > 1 and parts[0][0].islower():
            parts.pop(0)
        return " ".join(parts)

    def is_possessive(self, at: int, first: int, last: int) -> bool:
        """Tell whether a stretch of the text is nothing but the "his" or "its" with which a noun phrase begins."""
        if at >= len(self.chunks) or self.kinds[at] != NOUN:
            return False
        chunk = self.chunks[at]
        return chunk.article in OWNERS and first == chunk.start and last < chunk.start + len(chunk.article)

    def possessor(self, at: int) -> str | None:
        """Name to whom "his", "her" or "its" at a noun phrase's beginning points."""
        article = self.chunks[at].article
        if article not in OWNERS:
            return None
        reference = Reference(Shape.PRONOUN, OWNERS[article])
        return self.memory.resolve(reference, self._known_before(at, told=False))

    # -- names --------------------------------------------------------------------------------

    def name(self, at: int) -> tuple[str, Shape] | None:
        """Name whom a chunk means, and how it refers; None for no chunk or nobody."""
        reference = self.refer(at) if at >= 0 else None
        if reference is None:
            return None
        before: list[Known] = []
        if reference.shape is Shape.PRONOUN or reference.article in OWNERS or not reference.text:
            before = self._known_before(at, told=at > 0 and self.kinds[at - 1] in (COMMA, QUOTE))
            if self.kinds[at] == OBJECT:
                before = before[:-1]  # nobody quotes themselves: "her spokesman quoted her"
        found = self.memory.resolve(reference, before)
        if not found:
            return None
        shape = reference.shape
        if shape is Shape.PRONOUN:
            body = reference.text == "it" or found in self.memory.bodies
        else:
            body = shape is Shape.NAME and self.names_body(at)
        return found, Shape.BODY if body else shape

    def named(self, at: int) -> str | None:
        """Name whom a chunk means."""
        found = self.name(at)
        return found[0] if found else None

    def _known_before(self, at: int, *, told: bool) -> list[Known]:
        """Give who is a subject earlier in the sentence, names and those who speak last.

        Those whom the sentence only introduces ("a driver was killed, he said") are left out where `told`.
        """
        low, _ = self.paragraph.sentence(at)
        low = max(low, at - REACH)
        speaking = {cue.subject for cue in self.paragraph.between(low, at)}
        acting = {self.paragraph.doer(i) for i in range(low, at) if self.kinds[i] in VERBS or self.kinds[i] in HELPERS}
        verb = next((i for i in range(low, at) if self.kinds[i] in VERBS or self.kinds[i] in HELPERS), at)
        acting |= {i for i in range(low, verb) if self.kinds[i] in NOUNS and self.kinds[i + 1] == QUOTE}
        first = {i for i in acting if i >= 0 and self.kinds[i] == NAME} | speaking
        found: list[Known] = []
        for i in (*sorted(acting - first), *sorted(first)):
            if not low <= i < at or self.kinds[i] not in NOUNS or self.chunks[i].owned:
                continue
            if i > low and self.kinds[i - 1] == RELATIVE:
                continue  # "a summit, which Putin announced, is in his view ..."
            if told and self.chunks[i].article in _NEW and i not in speaking:
                continue
            known = self._know(i)
            if known is not None:
                found.append(known)
        return found

    def _know(self, at: int) -> Known | None:
        somebody = self.paragraph.is_somebody(at)
        known = (somebody or self.chunks[at].owner) and self.chunks[at].head != PAPER
        reference = self.refer(at) if known else None
        if reference is None:
            return None
        name = self.memory.resolve(reference, [])
        return Known(name, reference.shape if somebody else Shape.BODY, reference.plural) if name else None

    def topic(self, low: int, high: int) -> str | None:
        """Name whom a stretch is about: its first free name, else its first free noun for somebody."""
        free = [
            i
            for i in range(low, high)
            if self.kinds[i] in NOUNS and not self.chunks[i].owned and (not i or self.kinds[i - 1] != PREPOSITION)
        ]
        about = next((i for i in free if self.kinds[i] == NAME), None)
        if about is None:
            about = next((i for i in free if self.chunks[i].head in HUMAN or self.chunks[i].head == CAPITAL), None)
        return self.named(about) if about is not None else None


def is_definite(chunk: Chunk) -> bool:
    """Tell whether a noun phrase points back ("the official") rather than introduces."""
    return chunk.article in OWNERS or chunk.article in ("the", "this", "that")
