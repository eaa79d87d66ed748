"""Settings: a plan set as a page, as the site's editor meant it, without furniture or damage.

Contract: `set_page` gives every line of the article in the order of the page. What a setting does not show (names,
headings, pictures) is not in the page, and so not in the gold either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from warparse.model import BlockKind, PostKind
from warparse.testing.lines import Credit, Line, Lines, Shown
from warparse.testing.plan import Paragraph, Picture, Pieces, Plan, PostPlan, Said, as_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

__all__ = ["CURLY", "MARKS", "Marks", "Setting", "caption_lines", "set_page", "shown_posts"]


@frozen
class Marks:
    """How a publisher marks somebody's words."""

    opening: str = "“"
    """What stands before them."""
    closing: str = "”"
    """What stands behind them."""
    heading_opening: str = "‘"
    """What stands before them in headings."""
    heading_closing: str = "’"
    """What stands behind them in headings."""
    apostrophe: str = "’"
    """The apostrophe."""
    inside: bool = False
    """Whether a comma or full stop after a fragment stands inside the closing mark."""


CURLY: Final = Marks()
MARKS: Final[Mapping[str, Marks]] = {
    "curly": CURLY,
    "american": Marks(heading_opening="‘", heading_closing="’", inside=True),
    "straight": Marks('"', '"', "'", "'", "'"),
    "single": Marks("‘", "’"),
    "single straight": Marks("'", "'", "'", "'", "'"),
    "guillemets": Marks("«", "»", "«", "»"),
    "spaced guillemets": Marks("« ", " »", "« ", " »"),
    "low": Marks("„", "“", "„", "“"),
}
"""Quotation marks by name."""


@frozen
class Setting:
    """How a site sets a page."""

    live: bool = True
    """Whether for live blogs; an article's setting joins the posts of one."""
    gap: str = "\n"
    """What parts paragraphs."""
    marks: Marks = CURLY
    """Quotation marks."""
    stamp: str = ""
    """How the page's own time is written, by an example; empty if it shows none."""
    stamp_first: bool = False
    """Whether the page's time stands above the headline."""
    page_byline: str = ""
    """How the page's writers are named: "by", "now" ("A (now); B (earlier)"), or not."""
    mark: str = "heading"
    """What begins a post: "heading", "stamp" (a time, then the heading), "dated" (a day and time inline), or nothing."""
    headings: bool = True
    """Whether headings are shown where times begin the posts."""
    names: str = "signed"
    """Whether posts are signed: the name twice, then a line about its bearer."""
    updated: str = ""
    """What closes a post that was changed; `{time}` is a time."""
    bullet: str = "• "
    """What begins an item of a list."""
    credit: str = "photograph"
    """How credits are written: see `_CREDITS`, or "own line"."""
    dateline: str = ""
    """What follows the place before the first paragraph: "(Reuters) -"."""
    key_points: bool = False
    """Whether the first words of the sections stand above as a list."""
    reporting: bool = False
    """Whether a line at the end says who reported."""
    subheads: bool = True
    """Whether an article shows headings inside."""
    standfirst: bool = True
    """Whether the sentence under the headline is shown."""
    pictures: bool = True
    """Whether pictures are shown."""
    recaps: bool = True
    """Whether summaries are shown."""
    tweets: bool = False
    """Whether block quotations are reprinted posts of a network, with their signatures."""


_CREDITS: Final = {
    "photograph": (" Photograph: ", "{people}/{agencies}", ""),
    "photo": (" Photo: ", "{people}/{agencies}", ""),
    "brackets": (" [", "{people}/{agencies}", "]"),
    "paren": (" (", "AP Photo/{people}", ")"),
    "capitals": (" ", "{agencies}/{people}", ""),
}
_DATED: Final = "%-d %B %Y %H.%M"
_STAMPS: Final = {
    "Tue 11 Mar 2025 19.40 GMT": "%a %-d %b %Y %H.%M GMT",
    "Published On 16 Feb 2025": "Published On %-d %b %Y",
    "Issued on: 14/01/2026 - 06:12": "Issued on: %d/%m/%Y - %H:%M",
    "16 February 2025": "%-d %B %Y",
    "Updated 28 January 2025 17:40": "Updated %-d %B %Y %H:%M",
}


def set_page(plan: Plan, setting: Setting) -> Lines:
    """Set a plan as a page."""
    plan = plan if setting.live else as_article(plan)
    lines = list(_head(plan, setting))
    for number, post in enumerate(shown_posts(plan, setting)):
        own = list(_set_post(plan, post, number, setting))
        if setting.mark == "dated":
            own[1:2] = [evolve(line, gap=" ") for line in own[1:2]]
        lines += own
    if setting.reporting and plan.authors:
        told = f"Reporting by {plan.authors[0]} in {plan.place}; Editing by Carl Venner"
        lines.append(Line(BlockKind.BYLINE, (told,), gap=setting.gap))
    return lines


def shown_posts(plan: Plan, setting: Setting) -> tuple[PostPlan, ...]:
    """Give the posts that a setting shows, in order: without summaries where it has none."""
    shown = tuple(post for post in plan.posts if setting.recaps or post.kind is not PostKind.SUMMARY)
    return shown or plan.posts


def _head(plan: Plan, setting: Setting) -> Iterator[Line]:
    stamp = (
        [Line(BlockKind.TIMESTAMP, (plan.published.strftime(_STAMPS[setting.stamp]),), gap=setting.gap)]
        if setting.stamp
        else []
    )
    if setting.stamp_first:
        yield from stamp
    yield Line(BlockKind.TITLE, plan.title, gap=setting.gap)
    if plan.standfirst and setting.standfirst:
        yield Line(BlockKind.STANDFIRST, plan.standfirst, gap=setting.gap)
    if setting.page_byline and plan.authors:
        others = " and ".join(plan.authors[1:])
        now = f"{plan.authors[0]} (now); {others} (earlier)" if others else plan.authors[0]
        name = now if setting.page_byline == "now" else f"By {' and '.join(plan.authors)}"
        yield Line(BlockKind.BYLINE, (name,), gap=setting.gap)
    if not setting.stamp_first:
        yield from stamp
    if plan.picture and setting.pictures:
        # an article's body begins with its picture, a live blog's with its first post
        yield from caption_lines(plan.picture, None if setting.live else 0, setting)
    if setting.key_points:
        for point in plan.points:
            yield Line(BlockKind.LIST_ITEM, point, 0, gap=setting.gap, before=setting.bullet)


def _set_post(plan: Plan, post: PostPlan, number: int, setting: Setting) -> Iterator[Line]:
    gap = setting.gap
    yield from _beginning(post, number, setting)
    if post.author and setting.names:
        yield Line(BlockKind.BYLINE, (post.author,), number, gap=gap)
        yield Line(BlockKind.BYLINE, (post.author,), number, gap=gap)
        yield Line(BlockKind.BYLINE, (post.biography,), number, gap=gap)
    body = [each for each in post.paragraphs if setting.subheads or each.kind is not BlockKind.HEADING]
    for place, paragraph in enumerate(body):
        line = _paragraph(paragraph, number, setting, post.time)
        if place == 0 and setting.dateline and plan.place:
            day = f"{post.time:%b} {post.time.day}"
            line = Line(line.kind, (f"{plan.place.upper()}, {day} {setting.dateline} ", *line.pieces), number, gap=gap)
        yield line
    if post.picture and setting.pictures:
        yield from caption_lines(post.picture, number, setting)
    if post.updated and setting.updated:
        told = setting.updated.format(time=f"{post.time:%H.%M}")
        yield Line(BlockKind.TIMESTAMP, (told,), number, gap=gap)


def _beginning(post: PostPlan, number: int, setting: Setting) -> Iterator[Line]:
    if setting.mark in ("stamp", "dated"):
        form = "%H.%M" if setting.mark == "stamp" else _DATED
        yield Line(BlockKind.TIMESTAMP, (f"{post.time:{form}}",), number, gap=setting.gap)
    if post.heading and setting.mark and setting.headings:
        yield Line(BlockKind.HEADING, post.heading, number, gap=setting.gap)


def _paragraph(paragraph: Paragraph, number: int, setting: Setting, time: datetime) -> Line:
    kind = paragraph.kind
    before = setting.bullet if kind is BlockKind.LIST_ITEM else ""
    after = ""
    if kind is BlockKind.QUOTE and setting.tweets:
        speaker = next((piece.speaker for piece in paragraph.pieces if isinstance(piece, Said)), None)
        after = f" — {speaker} (@{(speaker or 'nobody').replace(' ', '').replace('-', '')}) {time:%B} {time.day}, {time.year}"
    return Line(kind, paragraph.pieces, number, gap=setting.gap, before=before, after=after)


def caption_lines(picture: Picture, number: int | None, setting: Setting) -> Iterator[Line]:
    """Set a picture's caption and credit.

    Args:
        picture: the picture.
        number: the post that it stands in; None outside all posts.
        setting: how credits are written.
    """
    own = setting.credit == "own line"
    if setting.credit == "paren":
        picture = evolve(picture, agencies=("AP",))
    elif setting.credit in ("capitals", "own line"):
        picture = evolve(picture, agencies=("REUTERS",))
    names = {"people": " and ".join(picture.photographers), "agencies": "/".join(picture.agencies)}
    before, form, behind = _CREDITS["capitals" if own else setting.credit]
    credit = Credit(form.format(**names))
    pieces: Pieces | tuple[object, ...] = (
        (Shown(picture.caption),) if own else (Shown(picture.caption), before, credit, behind)
    )
    yield Line(BlockKind.CAPTION, tuple(pieces), number, gap=setting.gap, picture=picture)  # type: ignore[arg-type]
    if own:
        yield Line(BlockKind.CAPTION, (credit,), number, gap="\n", picture=picture)
