"""Rendering: a plan in a layout becomes the text that a scraper leaves, and its gold.

Contract: deterministic. Every offset of the gold is taken while the text is written, so the gold is exact; it holds
what the page still shows, and marks as optional what the layout no longer tells (posts that nothing parts).
"""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from warparse.model import Article
from warparse.testing.choose import Rolled
from warparse.testing.chrome import dress
from warparse.testing.families import Layout, make_layout
from warparse.testing.gold import Record, Writer, strip_gold
from warparse.testing.grammar import make_article, make_live
from warparse.testing.plan import Plan, as_article
from warparse.testing.settings import set_page, shown_posts

__all__ = ["Rendered", "documents", "render"]


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


def documents(family: str, count: int, *, first: int = 0) -> list[Rendered]:
    """Make the same documents of a family every time, to measure on.

    Args:
        family: one of `FAMILIES`; its live blogs have three to eight posts.
        count: how many.
        first: the number of the first; every number is another document.

    >>> documents("wire", 1)[0].text == documents("wire", 1)[0].text
    True
    """
    made = []
    for number in range(first, first + count):
        chooser = Rolled(f"{family}{number}")
        layout = make_layout(chooser, family)
        plan = make_live(chooser, least=3, most=8) if layout.setting.live else make_article(chooser)
        made.append(render(plan, layout))
    return made
