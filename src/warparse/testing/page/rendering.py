"""Rendering: a plan in a style becomes a page of HTML, and what a right parser tells of it.

Contract: deterministic. The gold is exact over `text`, which holds the article block by block as the page shows it;
`keep` brings a parse of the page there, whatever text its own offsets count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from warparse.model import Article
from warparse.testing.choose import Rolled
from warparse.testing.gold import Record, strip_gold
from warparse.testing.grammar import make_article, make_live
from warparse.testing.page.around import listed, piece, words_of
from warparse.testing.page.compose import compose
from warparse.testing.page.composer import changed_at, key_of, told_time, written
from warparse.testing.page.families import make_page_style
from warparse.testing.page.nodes import Node, build, write
from warparse.testing.page.style import PageStyle
from warparse.testing.page.tell import told_of
from warparse.testing.plan import Plan, as_article, plain

if TYPE_CHECKING:
    from warparse.testing.page.composer import Composer
    from warparse.testing.page.nodes import Content
    from warparse.testing.plan import PostPlan

__all__ = ["RenderedPage", "pages", "render_page"]

_BELOW: Final = ("cards", "comments", "read", "related", "newsletter")
"""What stands around an article that stands below it; the rest stands above."""


@frozen(slots=False)
class RenderedPage:
    """A page of HTML, and what a right parser tells of it."""

    markup: str
    """The page."""
    url: str
    """Its address."""
    text: str
    """The article as the page shows it, its blocks one below the other."""
    gold: Record = field(repr=False)
    """Its gold in the interchange format, offsets into `text`."""
    metadata: Mapping[str, tuple[str, ...]]
    """What the page tells outside its text: values by the names of `Article.metadata`."""
    plan: Plan = field(repr=False)
    """What it was rendered from."""
    style: PageStyle = field(repr=False)
    """The style that it was rendered in."""

    @cached_property
    def article(self) -> Article:
        """The gold as an article; its records of facts are mappings."""
        return Article.from_dict(strip_gold(self.gold), text=self.text)


def render_page(plan: Plan, style: PageStyle) -> RenderedPage:
    """Render a plan as a page of HTML.

    Args:
        plan: what is published; a style for articles joins the posts of a live blog. A picture is shown once.
        style: how the site marks it up.

    >>> from warparse.testing import PageStyle, documents
    >>> page = render_page(documents("live blog", 1)[0].plan, PageStyle())
    >>> page.markup[:32], page.gold["posts"][0]["url"][-14:]
    ('<!DOCTYPE html><html lang="en-GB', '#block-1415000')
    """
    plan = _once(plan if style.live else as_article(plan))
    name = re.sub(r"\W+", "-", plan.site.lower())
    slug = "-".join(re.findall(r"[a-z]+", plain(plan.title).lower())[:5])
    url = f"https://{name}.example/live/{slug}"
    article, page = compose(plan, style, url)
    told = told_of(page)
    body = build("body", *_around(page, article))
    root = Node("html", (("lang", style.tellers.language),), (build("head", *told.head), body))
    markup = f"<!DOCTYPE html>{write(root, style.hand)}\n"
    return RenderedPage(markup, url, f"{page.writer.text}\n", _gold(page, told.metadata), told.metadata, plan, style)


def pages(family: str, count: int, *, first: int = 0) -> list[RenderedPage]:
    """Make the same pages of a family every time, to measure on.

    Args:
        family: one of `PAGE_FAMILIES`; its live blogs have three to eight posts.
        count: how many.
        first: the number of the first; every number is another page.

    >>> pages("semantic live", 1)[0].markup == pages("semantic live", 1)[0].markup
    True
    """
    made = []
    for number in range(first, first + count):
        chooser = Rolled(f"{family}{number}")
        style = make_page_style(chooser, family)
        plan = make_live(chooser, least=3, most=8) if style.live else make_article(chooser)
        made.append(render_page(plan, style))
    return made


def _once(plan: Plan) -> Plan:
    """Leave out pictures that were shown before."""
    shown = {plan.picture.caption} if plan.picture else set()
    posts: list[PostPlan] = []
    for post in plan.posts:
        picture = post.picture if post.picture and post.picture.caption not in shown else None
        shown |= {picture.caption} if picture else set()
        posts.append(evolve(post, picture=picture))
    return evolve(plan, posts=tuple(posts))


def _around(page: Composer, article: list[Content]) -> list[Content]:
    """Put the site around its article."""
    style, plan = page.style, page.plan
    above: list[Content] = [build("div.site-header", build("a[href=/]", plan.site))]
    if style.menu:
        above.append(listed(style.menu, ("News", "World", "Culture", "Sport", "Weather", "Opinion")))
    above += [piece(name) for name in style.around if name not in _BELOW]
    below = [piece(name) for name in style.around if name in _BELOW]
    if style.foot:
        below.append(listed(style.foot, words_of("legal")[0], "a[href=/legal]"))
    return [*above, *([build(style.main, *article)] if style.main else article), *below]


def _gold(page: Composer, metadata: dict[str, tuple[str, ...]]) -> Record:
    """Give the gold of a page: what its text holds, and what its markup tells of posts and pictures."""
    plan, style = page.plan, page.style
    gold = page.writer.gold(page.lines, [post.kind for post in plan.posts], plan.published.date())
    for number, post in enumerate(gold["posts"]):
        post.pop("optional", None)
        post.update(_of_entry(page, number) if style.live else _of_article(page, metadata))
    told = {image["caption"]: image for image in page.images}
    for figure in gold["figures"]:
        own = told[figure["caption"].replace(style.marks.apostrophe, "’")]
        figure.update(image=own["image"], alt=own["alt"])
    gold["published"] = plan.published.date().isoformat() if "published" in metadata else None
    gold["metadata"] = [{"name": name, "value": value, "origin": ""} for name in metadata for value in metadata[name]]
    return gold


def _of_entry(page: Composer, number: int) -> dict[str, Any]:
    style, post = page.style, page.plan.posts[number]
    full = style.tellers.data in ("full", "graph")
    shown = number < (style.shown or len(page.plan.posts))
    key = key_of(post, number, style)
    named = "author" in style.leading or full or any("author" in path for path in style.machine)
    changes = (style.updated, style.entry, *style.machine)
    changed = post.updated and (full or any("{changed}" in path for path in changes))
    headed = post.heading and ("heading" in style.leading or full)
    return {
        "heading": written(post.heading, style.marks) if headed else None,
        "authors": [post.author] if post.author and named else [],
        "updated": bool(post.updated and style.updated and shown),
        "published": told_time(post.time, style.zone),
        "modified": told_time(changed_at(post), style.zone) if changed else None,
        "url": f"{page.url}#{key}" if key else None,
    }


def _of_article(page: Composer, metadata: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    first, last = (next(iter(metadata.get(name, ())), None) for name in ("published", "modified"))
    return {"heading": None, "authors": [], "updated": False, "published": first, "modified": last, "url": page.url}
