"""Labelled lines to an article: blocks, names, posts, quotes and figures with spans in the input.

Contract: pure; every offset that leaves this file counts code points of the input as handed in.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from warparse.model import Article, Block, BlockKind, Figure, Name, Post, Quote, QuoteForm, Reason
from warparse.names.index import NameIndex, index_names
from warparse.read.clean import clean
from warparse.read.offsets import OffsetMap
from warparse.read.source import Source
from warparse.segment.credits import read_credit
from warparse.segment.figures import Drawn, find_figures
from warparse.segment.page import Page
from warparse.segment.posts import Draft, find_posts
from warparse.segment.stamps import find_day
from warparse.span import Span, trim
from warparse.speech.forms import find_form
from warparse.speech.passages import Answer, Passage, make_passages
from warparse.speech.readings import Readings
from warparse.speech.speakers import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

__all__ = ["assemble", "kept_texts", "people_of"]

_Placed = TypeVar("_Placed", Quote, Figure)


@frozen
class _Work:
    """What the steps below share."""

    source: Source
    text: str
    offsets: OffsetMap
    page: Page

    def span(self, start: int, end: int) -> Span:
        """Map a span of the mended text to the input."""
        return Span(self.offsets.to_source(start), self.offsets.to_source(end))


def assemble(
    source: Source, text: str, offsets: OffsetMap, page: Page, *, published: date | None, infer_posts: bool
) -> tuple[Article, Readings]:
    """Make the article of a segmented text, and what its paragraphs were read with."""
    work = _Work(source, text, offsets, page)
    drawn = find_figures(page)
    kept = kept_texts(page, drawn)
    index = index_names(kept.values())
    drafts = find_posts(page, people_of(page, index), infer=infer_posts)
    post_of = {line: number for number, draft in enumerate(drafts) for line in draft.lines}
    blocks, block_of = _make_blocks(work, post_of)
    labels = page.labels
    passages = make_passages(
        (start, words, labels[line].kind, post_of.get(line)) for line, (start, words) in kept.items()
    )
    told = attribute(passages, index)
    quotes = _make_quotes(work, list(kept), passages, told, post_of)
    figures = tuple(
        _make_figure(work, figure, post_of, [blocks[block_of[line]] for line in figure.lines]) for figure in drawn
    )
    posts = tuple(
        _make_post(draft, tuple(blocks[block_of[line]] for line in draft.lines), quoted, shown)
        for draft, quoted, shown in zip(
            drafts, _by_post(quotes, len(drafts)), _by_post(figures, len(drafts)), strict=True
        )
    )
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), None)
    names = tuple(
        Name(
            entity.name,
            entity.kind,
            entity.office.words if entity.office else None,
            tuple(work.span(*span) for span in entity.mentions),
        )
        for entity in index.entities
        if entity.mentions
    )
    article = Article(source, title, published or _find_published(page), blocks, posts, quotes, figures, names)
    return article, Readings(passages, told, index)


def kept_texts(page: Page, drawn: list[Drawn]) -> dict[int, tuple[int, str]]:
    """Give the text of every kept line, by its index; of captions the last copy without its credit."""
    last = {index for figure in drawn for index in figure.run[-1:]}
    kept = {}
    for index, (line, label) in enumerate(zip(page.lines, page.labels, strict=True)):
        if label.kind in (BlockKind.NOISE, BlockKind.BYLINE, BlockKind.TIMESTAMP):
            continue
        text = line.text
        if label.kind is BlockKind.CAPTION:
            if index not in last:
                continue
            credit = read_credit(text)
            text = text[: credit[0]] if credit else text
        kept[index] = (line.start, text)
    return kept


def people_of(page: Page, index: NameIndex) -> list[frozenset[str]]:
    """Give the people whom each line names in full."""
    starts = [line.start for line in page.lines]
    people: list[set[str]] = [set() for _ in page.lines]
    for entity in index.entities:
        for span in entity.mentions:
            line = bisect_right(starts, span.start) - 1
            offset = span.start - starts[line]
            if " " in page.lines[line].text[offset : offset + span.end - span.start].strip():
                people[line].add(entity.name)
    return [frozenset(names) for names in people]


def _make_blocks(work: _Work, post_of: dict[int, int]) -> tuple[tuple[Block, ...], dict[int, int]]:
    """Make the blocks: the labelled lines, and what is invisible beside or between them.

    Characters of no width are not white space, so they belong to a block too: to the line that they
    stand on, or to one of their own.
    """
    text = work.source.text
    blocks: list[Block] = []
    block_of: dict[int, int] = {}
    done = 0
    spans = [work.span(line.start, line.end) for line in work.page.lines]
    following = [*(span.start for span in spans[1:]), len(text)]
    for index, (span, label) in enumerate(zip(spans, work.page.labels, strict=True)):
        start, end = span
        while start > done and not text[start - 1].isspace():
            start -= 1
        blocks.extend(_invisible(work.source, done, start))
        while end < following[index] and not text[end].isspace():
            end += 1
        block_of[index] = len(blocks)
        blocks.append(
            Block(label.kind, start, end, post_of.get(index), label.reason, label.rule, label.evidence, work.source)
        )
        done = end
    blocks.extend(_invisible(work.source, done, len(text)))
    return tuple(blocks), block_of


def _invisible(source: Source, start: int, end: int) -> list[Block]:
    span = trim(source.text, start, end)
    if span.start == span.end:
        return []
    return [Block(BlockKind.NOISE, span.start, span.end, None, Reason.OTHER, "noise.invisible", "", source)]


def _make_quotes(
    work: _Work, lines: list[int], passages: list[Passage], told: list[list[Answer]], post_of: dict[int, int]
) -> tuple[Quote, ...]:
    quotes = []
    for line, passage, speakers in zip(lines, passages, told, strict=True):
        for quoted, (speaker, rule) in zip(passage.quotes, speakers, strict=True):
            form = (
                QuoteForm.BLOCK
                if passage.kind is BlockKind.QUOTE
                else find_form(
                    passage.text[quoted.start : quoted.end], passage.text[max(0, quoted.start - 80) : quoted.start]
                )
            )
            span = work.span(passage.start + quoted.start, passage.start + quoted.end)
            quotes.append(Quote(span.start, span.end, form, speaker, post_of.get(line), rule, work.source))
    return tuple(quotes)


def _make_figure(work: _Work, drawn: Drawn, post_of: dict[int, int], copies: list[Block]) -> Figure:
    last = copies[-len(drawn.run) :]
    caption = clean(work.source.text, *work.span(*drawn.caption)).text if drawn.caption else ""
    credit = drawn.credit
    return Figure(
        last[0].start,
        last[-1].end,
        caption,
        credit.text if credit else None,
        credit.photographers if credit else (),
        credit.agencies if credit else (),
        post_of.get(drawn.run[-1]),
        tuple(Span(block.start, block.end) for block in copies),
    )


def _by_post(items: Sequence[_Placed], count: int) -> list[tuple[_Placed, ...]]:
    """Group quotes or figures by the post that they stand in."""
    groups: list[list[_Placed]] = [[] for _ in range(count)]
    for item in items:
        if item.post is not None:
            groups[item.post].append(item)
    return [tuple(group) for group in groups]


def _make_post(draft: Draft, own: tuple[Block, ...], quotes: tuple[Quote, ...], figures: tuple[Figure, ...]) -> Post:
    heading = next((block.text for block, line in zip(own, draft.lines, strict=True) if line == draft.heading), None)
    return Post(
        start=own[0].start,
        end=own[-1].end,
        kind=draft.kind,
        heading=heading,
        authors=tuple(draft.authors),
        updated=draft.updated,
        boundary=draft.boundary,
        evidence=draft.evidence,
        blocks=own,
        quotes=quotes,
        figures=figures,
    )


def _find_published(page: Page) -> date | None:
    """Find the day of publication: the first full date that stands apart from prose."""
    for line, label in zip(page.lines, page.labels, strict=True):
        if label.kind is BlockKind.TIMESTAMP and (day := find_day(line.text)):
            return day
    return None
