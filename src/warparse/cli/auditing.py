"""`warparse audit`: how much of a document was kept, and how much was removed by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from warparse.cli.streams import plain, render
from warparse.export.audit import audit
from warparse.pipeline import parse

if TYPE_CHECKING:
    from warparse.cli.documents import Document
    from warparse.read.page import Page
    from warparse.read.source import Source

__all__ = ["show_audit"]


def show_audit(document: Document, source: Source | Page) -> str:
    """Write what was kept of a document, and what each rule removed."""
    counted = audit(parse(source))
    head = Text(plain(document.name), "bold").append(
        f": {counted.kept:,} characters kept, {counted.removed:,} removed ({counted.share:.1%})", "not bold"
    )
    table = Table.grid(padding=(0, 2, 0, 0))
    for justify in ("left", "left", "right", "right"):
        table.add_column(justify=justify)
    for each in counted.removals:
        cells = (f"  {each.reason or ''}", each.rule or "(rule not told)", f"{each.blocks:,}", f"{each.characters:,}")
        table.add_row(*cells)
    if not counted.removals:
        return render(head)
    titles = [Text(title, "dim") for title in ("  reason", "rule", "blocks", "characters")]
    return render(head, _titled(table, titles))


def _titled(table: Table, titles: list[Text]) -> Table:
    """Give a table without lines a line of titles, which rich's grids don't have."""
    table.show_header = True
    for column, title in zip(table.columns, titles, strict=True):
        column.header = title
    return table
