"""`warparse audit`: how much of a document was kept, how much was removed by which rule, and what no extractor took."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text

from warparse.cli.streams import plain, render
from warparse.export.audit import audit
from warparse.export.passed_over import NUMBERS, find_passed_over
from warparse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.cli.documents import Document
    from warparse.extract.registry import Registry
    from warparse.model import Article
    from warparse.read.page import Page
    from warparse.read.source import Source

__all__ = ["show_audit"]


_SHOWN: Final = 12
"""Words that are shown of those that an extractor passed over."""


def show_audit(document: Document, source: Source | Page, registry: Registry) -> str:
    """Write what was kept of a document, what each rule removed, and what no extractor took."""
    article = parse(source, registry=registry)
    counted = audit(article)
    head = Text(plain(document.name), "bold").append(
        f": {counted.kept:,} characters kept, {counted.removed:,} removed ({counted.share:.1%})", "not bold"
    )
    table = Table.grid(padding=(0, 2, 0, 0))
    for justify in ("left", "left", "right", "right"):
        table.add_column(justify=justify)
    for each in counted.removals:
        cells = (f"  {each.reason or ''}", each.rule or "(rule not told)", f"{each.blocks:,}", f"{each.characters:,}")
        table.add_row(*cells)
    titles = [Text(title, "dim") for title in ("  reason", "rule", "blocks", "characters")]
    removed = [_titled(table, titles)] if counted.removals else []
    return render(head, *removed, *_passed_over(article, registry))


def _passed_over(article: Article, registry: Registry) -> Iterator[Text]:
    """Tell the words that woke an extractor and stand in none of its records, and the numbers in no record at all."""
    if not registry.extractors:
        return
    for name, each in groupby(find_passed_over(article, registry), key=attrgetter("extractor")):
        words = list(each)
        line = Text(f"  {name}: ", "bold" if name != NUMBERS else "")
        line.append(
            f"{len(article.fields.get(name, ()))} read, {len(words)} words passed over: "
            if name != NUMBERS
            else f"{len(words)} in no record: "
        )
        told = ", ".join(f"{plain(' '.join(word.text.split()))} ({word.span.start})" for word in words[:_SHOWN])
        yield line.append(told + (" …" if len(words) > _SHOWN else ""), "dim")


def _titled(table: Table, titles: list[Text]) -> Table:
    """Give a table without lines a line of titles, which rich's grids don't have."""
    table.show_header = True
    for column, title in zip(table.columns, titles, strict=True):
        column.header = title
    return table
