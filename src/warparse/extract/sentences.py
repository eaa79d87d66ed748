"""Sentences of an article as an extractor reads them: cleaned, and with a way back to the input.

Contract: frozen; every position of a sentence's text leads to one of the input, in order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from warparse.model import BlockKind, Post
from warparse.read.clean import Cleaned
from warparse.read.source import Source
from warparse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex


__all__ = ["Hit", "Paragraph", "Sentence"]


class Hit(NamedTuple):
    """A trigger word in a sentence."""

    trigger: str
    """The trigger as its extractor declares it."""
    start: int
    """Where it starts in the sentence's text."""
    end: int
    """Where it ends there."""


@frozen
class Paragraph:
    """Running words: a block, or several where a scraper broke a sentence."""

    text: str
    """The cleaned text, its blocks joined by a space."""
    kind: BlockKind
    """What its first block is."""
    post: Post | None
    """The post that it stands in; None outside all posts."""
    number: int
    """Its place among the article's paragraphs, the first being 0."""
    source: Source = field(repr=False, eq=False)
    """The input."""
    _cleaned: tuple[Cleaned, ...] = field(repr=False, eq=False)
    _starts: tuple[int, ...] = field(repr=False, eq=False)

    def to_source(self, position: int) -> int:
        """Give the code point of the input that a position in the text came from.

        Args:
            position: 0 to `len(text)`.
        """
        part = max(bisect_right(self._starts, position) - 1, 0)
        cleaned = self._cleaned[part]
        return cleaned.to_source(min(position - self._starts[part], len(cleaned.text)))

    def from_source(self, offset: int) -> int:
        """Give the position in the text of a code point of the input; of what is left out, where it stood."""
        part = max(bisect_right(self._cleaned, offset, key=lambda cleaned: cleaned.to_source(0)) - 1, 0)
        return self._starts[part] + self._cleaned[part].from_source(offset)

    def span(self, start: int, end: int) -> Span:
        """Give the span in the input of a piece of the text; an empty piece gives an empty span."""
        first = self.to_source(start)
        if end <= start:
            return Span(first, first)
        last = self.to_source(end - 1)
        copied = self.source.text[last] == self.text[end - 1]
        return Span(first, last + 1 if copied else max(self.to_source(end), last + 1))


@frozen
class Sentence:
    """One sentence."""

    text: str
    """The sentence, cleaned: white space is single spaces, entities are characters, marks of markdown are gone."""
    paragraph: Paragraph
    """The paragraph that it stands in."""
    offset: int
    """Where it starts in the paragraph's text."""
    hits: tuple[Hit, ...] = ()
    """The extractor's triggers in it, in order; none in a sentence that is only a neighbour."""
    _timeout: Callable[[], float | None] = field(default=lambda: None, repr=False, eq=False)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Give the span in the input of a piece of the sentence.

        Args:
            start: where the piece starts in `text`.
            end: where it ends there; the sentence's end where None.
        """
        stop = len(self.text) if end is None else end
        return self.paragraph.span(self.offset + start, self.offset + stop)

    def finditer(
        self, pattern: regex.Pattern[str], start: int = 0, end: int | None = None
    ) -> Iterator[regex.Match[str]]:
        """Find a pattern of the `regex` package, within what is left of the extractor's time.

        Raises:
            TimeoutError: the time ran out; let it pass, the run notes it.
        """
        return pattern.finditer(self.text, start, len(self.text) if end is None else end, timeout=self._timeout())
