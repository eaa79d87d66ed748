"""What stands above an article's text: headline, standfirst, writers, times, a picture, key points.

Contract: `make_top` gives elements in the style's order, and notes their lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.model import BlockKind
from warparse.testing.lines import Line
from warparse.testing.page.composer import iso
from warparse.testing.page.nodes import build
from warparse.testing.page.pictures import make_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.testing.page.composer import Composer
    from warparse.testing.page.nodes import Content, Node

__all__ = ["make_top"]


def make_top(page: Composer) -> list[Content]:
    """Make what stands above the text."""
    makers = {
        "title": _title,
        "standfirst": _standfirst,
        "byline": _byline,
        "stamp": _stamp,
        "signature": _signature,
        "changed": _changed,
        "picture": _picture,
        "points": _points,
    }
    made: list[Content] = [node for name in page.style.top for node in makers[name](page)]
    return [build(page.style.above, *made)] if page.style.above else made


def _title(page: Composer) -> Iterator[Node]:
    yield page.add(page.style.title, Line(BlockKind.TITLE, page.plan.title))


def _standfirst(page: Composer) -> Iterator[Node]:
    if page.plan.standfirst:
        yield page.add(page.style.standfirst, Line(BlockKind.STANDFIRST, page.plan.standfirst))


def _byline(page: Composer) -> Iterator[Node]:
    if page.plan.authors:
        page.write(Line(BlockKind.BYLINE, (f"By {' and '.join(page.plan.authors)}",)))
        yield build(page.style.byline, "By ", *_writers(page))


def _writers(page: Composer) -> Iterator[Content]:
    path = page.style.writer
    for number, name in enumerate(page.plan.authors):
        if number:
            yield " and "
        yield build(path.format(slug=name.lower().replace(" ", "-")), name) if path else name


def _stamp(page: Composer) -> Iterator[Node]:
    time = page.plan.published
    line = Line(BlockKind.TIMESTAMP, (f"{time:{page.style.stamp_form}}",))
    yield page.add(page.style.stamp, line, iso=iso(time, page.style.zone))


def _signature(page: Composer) -> Iterator[Node]:
    """Set writers and time beside each other, with a bar between."""
    yield build("div.article-meta", *_byline(page), " | ", *_stamp(page))


def _changed(page: Composer) -> Iterator[Node]:
    """Tell when the page was changed, if it was."""
    if page.changed != page.plan.published:
        line = Line(BlockKind.TIMESTAMP, (f"Updated {page.changed:{page.style.stamp_form}}",))
        yield page.add(page.style.stamp, line, iso=iso(page.changed, page.style.zone))


def _picture(page: Composer) -> Iterator[Node]:
    below = page.style.top[page.style.top.index("picture") :]
    outside = page.style.live or {"title", "byline", "signature"} & set(below)  # a body begins under its byline
    if page.plan.picture:
        yield from make_figure(page, page.plan.picture, None if outside else 0)


def _points(page: Composer) -> Iterator[Node]:
    if page.plan.points:
        items = [page.add("li", Line(BlockKind.LIST_ITEM, point, 0)) for point in page.plan.points]
        yield build("ul.key-points", *items)
