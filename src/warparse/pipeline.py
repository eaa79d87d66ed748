"""The one way of the data: text to article. Only this file knows the order of the steps."""

from __future__ import annotations

from datetime import date

from warparse.model import Article, Block, BlockKind, Reason
from warparse.read.mend import mend
from warparse.read.offsets import OffsetMap
from warparse.read.source import Source
from warparse.segment.blocks import Page, segment
from warparse.span import trim

__all__ = ["parse"]


def parse(
    text: str | Source,
    *,
    name: str | None = None,
    url: str | None = None,
    published: date | None = None,
    infer_posts: bool = True,
) -> Article:
    """Parse a scraped text."""
    source = text if isinstance(text, Source) else Source(text, name, url)
    mended, offsets = mend(source.text)
    page = segment(mended)
    blocks = _cover(source, page, offsets)
    return Article(source, published=published, blocks=blocks)


def _cover(source: Source, page: Page, offsets: OffsetMap) -> tuple[Block, ...]:
    """Make the blocks: the labelled lines, and what is invisible beside or between them.

    Characters of no width are not white space, so they belong to a block too: to the line that they
    stand on, or to one of their own.
    """
    text = source.text
    blocks: list[Block] = []
    done = 0
    spans = [(offsets.to_source(line.start), offsets.to_source(line.end)) for line in page.lines]
    for (start, end), label, following in zip(spans, page.labels, [*(s for s, _ in spans[1:]), len(text)], strict=True):
        while start > done and not text[start - 1].isspace():
            start -= 1
        blocks.extend(_invisible(source, done, start))
        while end < following and not text[end].isspace():
            end += 1
        blocks.append(Block(label.kind, start, end, None, label.reason, label.rule, label.evidence, source))
        done = end
    blocks.extend(_invisible(source, done, len(text)))
    return tuple(blocks)


def _invisible(source: Source, start: int, end: int) -> list[Block]:
    span = trim(source.text, start, end)
    if span.start == span.end:
        return []
    return [Block(BlockKind.NOISE, span.start, span.end, None, Reason.OTHER, "noise.invisible", "", source)]
