"""The outline: what was found in a document, for people to read on a terminal.

Contract: total; as wide as the terminal and no wider; without colours it says as much as with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rich.table import Table
from rich.text import Text

from warparse.cli.streams import plain, render, width
from warparse.export.audit import audit
from warparse.model import BlockKind, Boundary, PostKind, QuoteForm
from warparse.plain import to_plain
from warparse.read.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from warparse.model import Article, Figure, Post, Quote

__all__ = ["outline"]

_MARGIN: Final = 6
"""Columns left of a post's contents."""
_LEAD_LINES: Final = 2
"""Lines of a post's first words."""
_SHOWN_RULES: Final = 12
"""Rules in the list of what was removed; the rest is summed up."""


def outline(article: Article) -> str:
    """Write an article's outline: its title, posts with quotes and figures, and what was removed as noise."""
    rows = Table.grid(padding=(0, 1, 0, 0))
    rows.add_column(justify="right", width=_MARGIN - 1)
    rows.add_column(width=width() - _MARGIN - 1, overflow="fold")
    for number, post in enumerate(article.posts, start=1):
        rows.add_row(Text(f"{number}", "bold"), _post_head(post))
        for line in (*_post_body(post), *_facts(article, post.start, post.end)):
            rows.add_row("", line)
        rows.add_row("", "")
    outside = [*_said(quote for quote in article.quotes if quote.post is None)]
    outside += _shown(figure for figure in article.figures if figure.post is None)
    outside += _facts_outside(article)
    if outside:
        rows.add_row("", Text("outside the posts", "dim"))
        for line in outside:
            rows.add_row("", line)
        rows.add_row("", "")
    return render(*_head(article), "", rows, *_removed(article), *_problems(article))


def _head(article: Article) -> Iterator[RenderableType]:
    yield Text(plain(article.title), "bold") if article.title else Text("(no title)", "dim")
    facts = [
        plain(article.source.name or "standard input"),
        f"published {article.published}" if article.published else "",
        _count(len(article.source), "character"),
        _count(len(article.posts), "post"),
        _count(len(article.quotes), "quote"),
        _count(len(article.figures), "figure"),
        *(f"{len(records):,} {plain(name)}" for name, records in article.fields.items()),
    ]
    yield Text(" · ".join(fact for fact in facts if fact), "dim")


def _post_head(post: Post) -> Text:
    if post.heading:
        return Text(plain(post.heading), "bold cyan")
    return Text("(no heading)" if post.kind is not PostKind.ARTICLE else "(the article)", "cyan")


def _post_body(post: Post) -> Iterator[Text]:
    times = [plain(block.text) for block in post.blocks if block.kind is BlockKind.TIMESTAMP][:1]
    facts = [
        *times,
        f"by {', '.join(map(plain, post.authors))}" if post.authors else "",
        "a summary" if post.kind is PostKind.SUMMARY else "",
        "updated" if post.updated else "",
        f"start inferred: {plain(post.evidence) or 'from its words'}" if post.boundary is Boundary.INFERRED else "",
    ]
    if any(facts):
        yield Text(" · ".join(fact for fact in facts if fact), "dim")
    prose = (block.text for block in post.blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
    lead = plain(next(prose, ""))
    if lead:
        yield Text(_shortened(lead, _LEAD_LINES * (width() - _MARGIN - 1) - 10))
    yield from _said(post.quotes)
    yield from _shown(post.figures)


def _said(quotes: Iterable[Quote]) -> Iterator[Text]:
    for quote in quotes:
        speaker = plain(quote.speaker or "?")
        form = "" if quote.form is QuoteForm.DIRECT else f" ({quote.form.value})"
        room = max(width() - _MARGIN - len(speaker) - len(form) - 8, width() * 3 // 4)
        words = Text(f"“{_shortened(plain(quote.text), room)}”", "green")
        yield words.append(" — ", "dim").append(speaker, "bold yellow" if quote.speaker else "dim").append(form, "dim")


def _shown(figures: Iterable[Figure]) -> Iterator[Text]:
    for figure in figures:
        credit = f" [{plain(figure.credit)}]" if figure.credit else ""
        room = max(width() - _MARGIN - len(credit) - 12, width() // 2)
        words = _shortened(plain(figure.caption), room) or "(no caption)"
        caption = Text("picture: ", "dim").append(words, "magenta")
        yield caption.append(credit, "dim")


def _facts(article: Article, start: int, end: int) -> Iterator[Text]:
    """Tell the records of a stretch of the input, by extractor."""
    for name, records in article.fields.items():
        for record in records:
            if start <= record.start < end:
                yield _fact(article, name, record)


def _facts_outside(article: Article) -> Iterator[Text]:
    inside = [(post.start, post.end) for post in article.posts]
    for name, records in article.fields.items():
        for record in records:
            if not any(start <= record.start < end for start, end in inside):
                yield _fact(article, name, record)


def _fact(article: Article, name: str, record: Any) -> Text:  # noqa: ANN401 - any extractor's record
    words = plain(_shortened(clean(article.source.text, record.start, record.end, marker=False).text, width() // 2))
    told = [
        f"{key} {'; '.join(map(str, value)) if isinstance(value, list) else value}"
        for key, value in to_plain(record).items()
        if value not in (None, [], "") and key not in ("start", "end")
    ]
    return Text(f"{plain(name)}: ", "dim").append(words, "bold blue").append(f"  {plain(', '.join(told))}", "dim")


def _removed(article: Article) -> Iterator[RenderableType]:
    counted = audit(article)
    whole = counted.kept + counted.removed
    yield Text(
        f"Removed as noise: {counted.removed:,} of {_count(whole, 'character')} ({counted.share:.0%}), "
        f"{_count(counted.blocks, 'block')}",
        "bold",
    )
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=12)
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column(overflow="fold", style="dim")
    for each in counted.removals[:_SHOWN_RULES]:
        table.add_row(each.reason or "", _count(each.blocks, "block"), f"{each.characters:,}", each.rule)
    rest = counted.removals[_SHOWN_RULES:]
    if rest:
        blocks, characters = sum(each.blocks for each in rest), sum(each.characters for each in rest)
        table.add_row(
            "others", _count(blocks, "block"), f"{characters:,}", f"{len(rest)} more rules: see warparse audit"
        )
    if counted.removals:
        yield table


def _problems(article: Article) -> Iterator[Text]:
    for problem in article.problems:
        yield Text(f"problem in {plain(problem.where)}: {plain(problem.message)}", "red")


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _shortened(text: str, room: int) -> str:
    """Cut a text to so many characters, at a word's end where one is near."""
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    space = cut.rfind(" ", len(cut) // 2)
    return f"{cut[:space] if space > 0 else cut}…"
