"""Kept blocks as they are read for speakers, and the parts of a paragraph that a scraper broke.

Contract: pure functions of one passage or two neighbours; a joined passage keeps every character's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.words import AUXILIARY, CLASS, DETERMINER, SAY, classes
from warparse.model import BlockKind
from warparse.span import Span
from warparse.speech.quotes import find_block_quote, find_marked, find_open, is_continued, is_label

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Answer", "Passage", "goes_on", "join", "make_passages"]

_ASIDE: Final = (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TITLE)
_FINAL: Final = ".!?…:;)]”\"’'»"
_CLOSING: Final = "”\"’'»*_ "
_OPENING: Final = "“\"‘'«„*_>• "
_UNFINISHED: Final = frozenset((*range(DETERMINER, AUXILIARY + 1), SAY))
"""Classes of words with which no sentence ends."""
Answer = tuple[str | None, str]
"""A speaker, and the id of the rule that told; None and an empty id where none did."""


class Passage(NamedTuple):
    """A kept block as the sieve reads it."""

    start: int
    """Where it starts in the document."""
    text: str
    """Its text."""
    quotes: tuple[Span, ...]
    """The quoted words in it, as spans of its text."""
    kind: BlockKind
    """What it is."""
    fresh: bool
    """Whether it opens a post, so that nothing before it is remembered."""
    unclosed: bool = False
    """Whether its last quotation is never closed, as in one that goes on over paragraphs."""

    @property
    def aside(self) -> bool:
        """Whether it stands outside the flow of the prose, as headings and captions do."""
        return self.kind in _ASIDE


def make_passages(blocks: Iterable[tuple[int, str, BlockKind, int | None]]) -> list[Passage]:
    """Make passages of blocks: where each starts, its text, its kind and its post's number."""
    passages: list[Passage] = []
    mark, above = "", None
    for start, text, kind, post in blocks:
        fresh, above = post != above, post
        if kind is BlockKind.QUOTE:
            found = find_block_quote(text)
            spans, mark = [found] if found else [], ""
        else:
            goes = mark and (_breaks(passages[-1], text, kind, fresh=fresh) or is_continued(text, mark))
            within = mark if goes else ""
            spans = find_marked(text, within)
            mark = (within if within and spans == [Span(0, len(text))] else find_open(text, spans)) if spans else ""
            spans = [span for span in spans if (within and not span.start) or not is_label(text, span)]
        passages.append(Passage(start, text, tuple(spans), kind, fresh, bool(mark)))
    return passages


def goes_on(passage: Passage, following: Passage) -> bool:
    """Tell whether a scraper broke a sentence in two: at a link, or at the end of a printed line."""
    return _breaks(passage, following.text, following.kind, fresh=following.fresh)


def _breaks(passage: Passage, text: str, kind: BlockKind, *, fresh: bool) -> bool:
    above = passage.text
    if above[-1:] == "." or fresh or passage.kind is not BlockKind.PARAGRAPH or kind is not BlockKind.PARAGRAPH:
        return False
    above = above.rstrip()
    if not above or not text or above[-1] == ".":
        return False
    after = text.lstrip(_OPENING)[:1]
    bare = above.rstrip(_CLOSING)
    if above[-1] in _FINAL and bare[-1:] != ",":
        return above[-1] in "”\"’'»" and bare[-1:] not in ".!?…:" and (after.islower() or text[0] in ",.;")
    if after.islower() or text[0] in ",.;)":
        return True
    word = above.rpartition(" ")[2].lower()
    return bool(after) and (word[-1:] == "," or classes().get(word, -1) & CLASS in _UNFINISHED)


def join(passages: list[Passage]) -> Passage:
    """Put the parts of a broken paragraph together, each where it stands in the document."""
    first = passages[0]
    if len(passages) == 1:
        return first
    pieces: list[str] = []
    quotes: list[Span] = []
    length = 0
    for passage in passages:
        shift = passage.start - first.start
        pieces += (" " * (shift - length), passage.text)
        quotes += (Span(quote.start + shift, quote.end + shift) for quote in passage.quotes)
        length = shift + len(passage.text)
    return Passage(first.start, "".join(pieces), tuple(quotes), first.kind, first.fresh, passages[-1].unclosed)
