"""A plan in a style: the elements of its page, with what was noted on the way.

Contract: pure; the site around the article is no part of it (see `rendering`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.testing.page.above import make_top
from warparse.testing.page.composer import Composer
from warparse.testing.page.entries import make_entries, make_events, make_text
from warparse.testing.page.nodes import build
from warparse.testing.page.pictures import make_figure

if TYPE_CHECKING:
    from warparse.testing.page.nodes import Content
    from warparse.testing.page.style import PageStyle
    from warparse.testing.plan import Plan

__all__ = ["compose"]


def compose(plan: Plan, style: PageStyle, url: str) -> tuple[list[Content], Composer]:
    """Make the elements of an article.

    Args:
        plan: what is published, an article where the style is for articles.
        style: how the site marks it up.
        url: the page's address.

    Returns:
        The elements, and the composer that noted their text and gold.
    """
    page = Composer(plan, style, url)
    made = make_top(page)
    if style.live and style.events:
        made.append(make_events(page))
    body: list[Content] = []
    if style.live:
        body += make_entries(page)
        if style.more:
            body.append(build(style.more, "Show more"))
    else:
        body += make_text(page, plan.posts[0], 0)
        if plan.posts[0].picture:
            body += make_figure(page, plan.posts[0].picture, 0)
    return [*made, build(style.entries, *body)], page
