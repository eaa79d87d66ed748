"""Paragraphs read again for whom their expressions mean, as far as somebody asks.

Contract: what is told of a place depends on the text before it alone, never on what was asked before; every
paragraph is read at most once, and one sentence again for each question about an earlier one.
"""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from typing import TYPE_CHECKING

from warparse.speech.chunker import split_chunks
from warparse.speech.clauses import Clauses
from warparse.speech.paragraph import Paragraph
from warparse.speech.passages import Answer, Passage, goes_on, join
from warparse.speech.reader import Reader
from warparse.speech.recall import Recall

if TYPE_CHECKING:
    from warparse.names.index import NameIndex

__all__ = ["Readings"]


class Readings:
    """The paragraphs of a document, and what was remembered when each began."""

    def __init__(self, passages: list[Passage], told: list[list[Answer]], index: NameIndex) -> None:
        """Take up a document.

        Args:
            passages: its kept blocks, in order.
            told: the speaker of every quote of each.
            index: its names.
        """
        self.index = index
        self.passages: list[Passage] = []
        """The passages, those of a broken sentence joined."""
        self._parts: list[list[Passage]] = []
        self._told: list[list[str | None]] = []
        at = 0
        while at < len(passages):
            until = at + 1
            while until < len(passages) and goes_on(passages[until - 1], passages[until]):
                until += 1
            self.passages.append(join(passages[at:until]))
            self._parts.append(passages[at:until])
            self._told.append([speaker for answers in told[at:until] for speaker, _ in answers])
            at = until
        self._starts = [passage.start for passage in self.passages]
        self._runs = [run.start for run in index.runs]
        self._paragraphs: list[Paragraph] = []
        self._memories = [Recall(index=index)]
        self._reader: tuple[int, int, Reader] | None = None
        self._open: dict[int, Clauses] = {}

    def find(self, position: int) -> int:
        """Give the number of the passage that holds a position, or of the last one before it; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def parts(self, number: int) -> list[Passage]:
        """Give the passages that one was joined of; itself where it is whole."""
        return self._parts[number]

    def read(self, number: int, offset: int) -> tuple[Reader, int]:
        """Read a passage up to the sentence that holds an offset in it.

        Args:
            number: the passage.
            offset: a position in its text.

        Returns:
            The reader, which remembers what stands before the sentence, and the chunk that holds the offset,
            or the first one behind it.
        """
        while len(self._paragraphs) <= number:
            self._read_next()
        paragraph = self._paragraphs[number]
        at = paragraph.find(offset)
        low, _ = paragraph.sentence(at) if at < len(paragraph.chunks) else (at, at)
        if self._reader is None or self._reader[0] != number or self._reader[1] > low:
            reader = Reader(paragraph, _copied(self._memories[number]))
            reader.told = self._told[number]
        else:
            reader = self._reader[2]
        reader.read_to(low)
        self._reader = number, low, reader
        return reader, at

    def clauses(self, number: int) -> Clauses:
        """Give the chunks of a passage, quoted words read like the rest."""
        if number not in self._open:
            passage = self.passages[number]
            low, high = self._runs_of(passage)
            chunks = split_chunks(
                passage.text, (), passage.start, self.index.runs[low:high], self.index.named[low:high]
            )
            self._open[number] = Clauses(passage.text, chunks)
        return self._open[number]

    def _runs_of(self, passage: Passage) -> tuple[int, int]:
        """Give the first run of capitals of a passage, and the one behind its last."""
        low = bisect_right(self._runs, passage.start - 1)
        return low, bisect_right(self._runs, passage.start + len(passage.text), low)

    def speaker(self, number: int, offset: int) -> str | None:
        """Give the speaker of the quoted words that hold an offset of a passage's text; None outside quotes."""
        spans = self.passages[number].quotes
        return next(
            (told for span, told in zip(spans, self._told[number], strict=True) if span.start <= offset < span.end),
            None,
        )

    def _read_next(self) -> None:
        """Read the next passage whole, and keep what was remembered when it ended."""
        number = len(self._paragraphs)
        passage = self.passages[number]
        memory = self._memories[number]
        if passage.fresh and number:
            memory = self._memories[number] = Recall(index=self.index, former=_alone(memory))
        low, high = self._runs_of(passage)
        paragraph = Paragraph(
            passage.text, passage.start, passage.quotes, self.index.runs[low:high], self.index.named[low:high]
        )
        self._paragraphs.append(paragraph)
        memory = _copied(memory)
        if not passage.aside:
            reader = Reader(paragraph, memory)
            reader.told = self._told[number]
            reader.finish()
        self._memories.append(memory)


def _copied(memory: Recall) -> Recall:
    """Copy what is remembered, so that reading on leaves it as it was."""
    fresh = copy(memory)
    for name in ("people", "weights", "described", "bodies", "nouns", "passing"):
        setattr(fresh, name, copy(getattr(memory, name)))
    return fresh


def _alone(memory: Recall) -> Recall:
    """Copy what a post left in memory, without what stood above it."""
    fresh = _copied(memory)
    fresh.former = None
    return fresh
