"""One paragraph read for its speakers: verbs of saying, each with its subject.

Contract: cues come in the paragraph's order; what tells a cue's subject lies within a bounded number of chunks.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.words import (
    BE,
    ING,
    JUDGE,
    OBJECT,
    PAPER,
    PEOPLE,
    PREPOSITION,
    RELATIVE,
    SAY,
    SOURCE,
    SUBORDINATOR,
    classes,
)
from warparse.speech.chunker import split_chunks
from warparse.speech.chunks import CAPITAL, COLON, COMMA, DASH, NAME, NOUN, QUOTE, STOP, Chunk
from warparse.speech.clauses import BREAKS, ENDS, HELPERS, NOMINAL, NOUNS, STEPS, VERBS, Clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.names.capitals import Run
    from warparse.names.entities import Entity
    from warparse.span import Span

__all__ = ["Cue", "Paragraph", "is_plural"]

_TELL: Final = frozenset(("tell", "tells", "told"))
"""Forms with somebody spoken to behind them, never a subject."""
_QUOTING: Final = frozenset(("quote", "quotes", "quoted", "quoting", "cites", "cited", "citing"))
_OWNED: Final = frozenset(("his", "her", "its", "their"))
_TELLING: Final = frozenset(("words", "account", "telling", "description", "view", "phrase"))
_CALLING: Final = frozenset(("for", "on", "upon"))
_APART: Final = frozenset((COMMA, DASH, STOP, COLON))
_BELONGING: Final = frozenset(("of", "for", "at", "from", "to"))
_PLACING: Final = frozenset((*_BELONGING, "in"))
_LINKS: Final = 2
"""Prepositions over which a description goes."""


class Cue(NamedTuple):
    """A verb of saying with whom it belongs to."""

    at: int
    """The number of its chunk."""
    kind: int
    """`SAY`, `JUDGE`, `THINK` or `SOURCE`."""
    subject: int
    """The number of its subject's chunk; -1 if none is told."""
    behind: bool
    """Whether the subject stands behind the verb ("said Jane Doe")."""


class Paragraph(Clauses):
    """One paragraph as chunks and cues; made once and read from left to right."""

    def __init__(
        self, text: str, offset: int, quotes: tuple[Span, ...], runs: Sequence[Run], named: Sequence[Entity | None]
    ) -> None:
        """Read the chunks and cues of a paragraph.

        Args:
            text: the paragraph.
            offset: where it starts in the document.
            quotes: the quoted words in it, as spans of the text.
            runs: its runs of capitals, in order; they count from the document's start.
            named: whom each of them names.
        """
        super().__init__(text, split_chunks(text, quotes, offset, runs, named))
        self.cues: list[Cue] = []
        for number in self.telling:
            if self._carries_words(number) if self.kinds[number] == NOUN else not self._only_names(number):
                cue = self._read_cue(number)
                self.cues.append(cue)
                self._subjects[number] = cue.subject
        self._at = [cue.at for cue in self.cues]

    def between(self, low: int, high: int) -> list[Cue]:
        """Give the cues among some chunks."""
        return self.cues[bisect_left(self._at, low) : bisect_left(self._at, high)]

    # -- cues ---------------------------------------------------------------------------------

    def _read_cue(self, at: int) -> Cue:
        chunk = self.chunks[at]
        kind = chunk.kind
        if kind == NOUN:
            return Cue(at, SAY, at, behind=False)
        if kind == SOURCE:
            return Cue(at, kind, self.behind(at), behind=True)
        if chunk.word in _QUOTING and (quoted := self._read_quoting(at)):
            return quoted
        if self.is_passive(at):
            agent = self._agent(at)
            return Cue(at, kind, agent, behind=agent > 0)
        if not chunk.flags & ING and chunk.word not in _TELL:
            behind = self._inverted(at)
            if behind >= 0:
                return Cue(at, kind, behind, behind=True)
        return Cue(at, kind, self.subject(at), behind=False)

    def _inverted(self, at: int) -> int:
        """Find the subject behind a verb that follows a quote, or that commas part from a clause: ", said Jane Doe"."""
        before = self.kinds[at - 1]
        if before == QUOTE or (before == COMMA and self.kinds[at - 2] == QUOTE):
            return self.behind(at)
        if before not in _APART or self.kinds[at] != SAY:
            return -1
        behind = self.behind(at)
        if behind < 0 or not self.is_somebody(behind):
            return -1
        subject = self.parenthetical(at - 1) if before in BREAKS else -1
        return behind if subject < 0 or not self.is_somebody(subject) else -1

    def _read_quoting(self, at: int) -> Cue | None:
        """Read a verb of quoting: "her spokesman quoted her as saying", "she was quoted as saying"."""
        kinds = self.kinds
        if kinds[at + 1] == SUBORDINATOR and kinds[at + 2] == SAY:
            return Cue(at, SAY, self.doer(at), behind=False)
        if kinds[at + 1] not in (*NOUNS, OBJECT):
            return None
        for i in range(at + 2, min(at + 2 + STEPS, len(self.chunks))):
            if kinds[i] == SUBORDINATOR and self.chunks[i].word == "as":
                return Cue(at, SAY, at + 1, behind=True) if kinds[i + 1] == SAY else None
            if kinds[i] in ENDS or kinds[i] in VERBS:
                break
        return None

    def _only_names(self, at: int) -> bool:
        """Tell whether a verb only gives somebody's name: "a woman called Jane"."""
        if self.chunks[at].word != "called" or self.kinds[at - 1] != NOUN or self.chunks[at - 1].head != PEOPLE:
            return False
        named = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        return named is not None and (named.kind == NAME or named.head == CAPITAL) and not named.article

    def _carries_words(self, at: int) -> bool:
        """Tell whether a noun gives somebody's words as a verb does: "the mayor's claim that", "in her words"."""
        chunk = self.chunks[at]
        following = self.kinds[at + 1]
        link = self.chunks[at + 1].word if following in (PREPOSITION, SUBORDINATOR) else ""
        placed = (
            chunk.word in _TELLING and self.kinds[at - 1] == PREPOSITION and self.chunks[at - 1].word in ("in", "by")
        )
        if placed and link == "of":
            return True
        if (not chunk.owner and chunk.article not in _OWNED) or self.kinds[at - 1] == JUDGE:
            return False
        return placed or following in (QUOTE, COLON) or link in ("that", "as")

    def is_passive(self, at: int) -> bool:
        """Tell whether a verb is passive: behind a form of "be", or a judgment with nothing that it judges."""
        chunk = self.chunks[at]
        if self.kinds[at - 1] == BE and not chunk.flags & ING:
            return True
        if self.kinds[at + 1] not in (PREPOSITION, SUBORDINATOR):
            return False
        following = self.chunks[at + 1].word
        if following == "by" and not chunk.flags & ING:
            return self._agent(at) >= 0
        judged = chunk.kind == JUDGE or (chunk.word == "charged" and following == "with")
        if not judged or " " in chunk.word or (self.kinds[at + 1] == SUBORDINATOR and following != "as"):
            return False
        if following in _CALLING and chunk.word.startswith("call"):
            return False  # "called for", "called on"
        i = at - 1
        while self.kinds[i] in HELPERS and i > 0:
            i -= 1
        return self.kinds[i] not in NOMINAL or self.kinds[i - 1] not in (RELATIVE, SUBORDINATOR)

    def _agent(self, at: int) -> int:
        """Find by whom something is said: "was called a farce by the mayor"."""
        for by in range(at + 1, min(at + 5, len(self.chunks))):
            if self.kinds[by] == PREPOSITION and self.chunks[by].word == "by":
                agent = self.behind(by)
                return agent if self.is_somebody(agent) and self.chunks[agent].head != PAPER else -1
            if self.kinds[by] in ENDS and (by > at + 1 or self.kinds[by] != QUOTE):
                break
        return -1

    # -- descriptions -------------------------------------------------------------------------

    def described(self, at: int) -> str:
        """Give a noun phrase as it is written, its article left out, with what tells where the people or body belong.

        White space in it is single spaces.
        """
        chunk = self.chunks[at]
        if chunk.head == CAPITAL and chunk.kind == NOUN and not chunk.owner:
            return " ".join(self.text[chunk.last : chunk.end].split())  # "the rights group Memorial"
        links = _BELONGING if chunk.head == PEOPLE else _PLACING
        end = chunk.end
        for i in range(at, at + 2 * _LINKS, 2):
            links = links if i == at else _PLACING
            if (
                self.kinds[i + 1] != PREPOSITION
                or self.chunks[i + 1].word not in links
                or self.kinds[i + 2] not in NOUNS
            ):
                break
            other = self.chunks[i + 2]
            if other.head == PAPER or other.owned:
                break
            end = other.end
        words = " ".join(self.text[chunk.first : end].split())
        return words if chunk.article or not self._opens_sentence(at, words) else words[0].lower() + words[1:]

    def _opens_sentence(self, at: int, words: str) -> bool:
        """Tell whether a description has its capital from the sentence that it opens: "Officials in Kyiv said"."""
        if not words[:1].isupper() or (at and self.kinds[at - 1] not in (STOP, QUOTE)):
            return False
        first, *rest = words.split(maxsplit=2)
        if len(first) > 1 and first.isupper():
            return False
        return first.lower() in classes() and not (rest and rest[0][0].isupper())


def is_plural(chunk: Chunk) -> bool:
    """Tell whether a noun phrase means several."""
    return chunk.word.endswith("s") and not chunk.word.endswith("ss")
