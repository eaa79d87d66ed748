"""Rendering: a plan in a layout becomes the text that a scraper leaves, and its gold.

Contract: deterministic. Every offset of the gold is taken while the text is written, so the gold is exact; it holds
what the page still shows, and marks as optional what the layout no longer tells (posts that nothing parts).
"""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from warparse.model import Article
from warparse.testing.chrome import dress
from warparse.testing.gold import Record, Writer, strip_gold
from warparse.testing.families import Layout
from warparse.testing.plan import Plan, as_article
from warparse.testing.settings import set_page, shown_posts

__all__ = ["Rendered", "render"]


@frozen(slots=False)
class Rendered:
    """A text as a scraper would leave it, and what a right parser tells of it."""

    text: str
    """The text."""
    gold: Record = field(repr=False)
    """Its gold in the interchange format; `optional` and `KEY_accept` say where more than one answer is right."""
    plan: Plan | None = field(default=None, repr=False)
    """What it was rendered from."""
    layout: Layout | None = None
    """The layout that it was rendered in."""

    @cached_property
    def article(self) -> Article:
        """The gold as an article; its records of facts are mappings."""
        return Article.from_dict(strip_gold(self.gold), text=self.text)


def render(plan: Plan, layout: Layout) -> Rendered:
    """Render a plan in a layout.

    Args:
        plan: what is published; a layout for articles joins the posts of a live blog.
        layout: how the site sets it, what is around it, what the scraper does to it.
    """
    plan = plan if layout.setting.live else as_article(plan)
    lines = dress(set_page(plan, layout.setting), layout.chrome, plan)
    for damage in layout.damage:
        lines = damage(lines)
    writer = Writer(layout.setting.marks)
    for line in lines:
        writer.add(line)
    kinds = [post.kind for post in shown_posts(plan, layout.setting)]
    return Rendered(writer.text + "\n", writer.gold(lines, kinds, plan.published.date()), plan, layout)
