"""The plan of an article: what an editor publishes, before any site shows it and any scraper takes it.

Contract: frozen values, and nothing here knows a layout. A text is a tuple of pieces: plain words, words that
somebody said, and facts, each with what a right parser tells about it. Marks and offsets come with the layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias

from attrs import frozen

from warparse.model import BlockKind, PostKind, QuoteForm

__all__ = ["Fact", "Paragraph", "Picture", "Piece", "Pieces", "Plan", "PostPlan", "Said", "as_article", "plain"]


@frozen
class Fact:
    """Words that state a fact which an extractor reads."""

    words: str
    """The words, which the record's span holds."""
    extractor: str
    """The extractor whose record this is: "attacks", "money", "meetings"."""
    record: Mapping[str, Any]
    """What the record tells, without its offsets; `KEY_accept` lists other right answers."""
    restates: bool = False
    """Whether it tells the amount before it in another currency."""


@frozen
class Said:
    """Somebody's words, given as such: the layout puts quotation marks around them."""

    pieces: tuple[str | Fact, ...]
    """The words, facts among them."""
    speaker: str | None
    """The fullest name of who said them; None where the text does not tell."""
    form: QuoteForm
    """How they stand in the text; a block quotation has no marks."""
    accept: tuple[str, ...] = ()
    """Other right answers for the speaker; "-" stands for none."""
    closed: bool = True
    """Whether a closing mark follows; the words of one speaker over paragraphs have it in the last alone."""


Piece: TypeAlias = str | Said | Fact
Pieces: TypeAlias = tuple[Piece, ...]


@frozen
class Paragraph:
    """A paragraph of a post's body."""

    pieces: Pieces
    """Its text."""
    kind: BlockKind = BlockKind.PARAGRAPH
    """A paragraph, an item of a list, a block quotation, or a heading inside the post."""
    signature: str = ""
    """What follows a reprinted post of a network: "— Ada Lind (@adalind) May 8, 2022"."""


@frozen
class Picture:
    """A picture with its caption."""

    caption: str
    """What it shows: one sentence or more."""
    photographers: tuple[str, ...] = ()
    """Who took it."""
    agencies: tuple[str, ...] = ()
    """Who provided it."""


@frozen
class PostPlan:
    """One entry of a live blog, or the body of an article."""

    paragraphs: tuple[Paragraph, ...]
    """Its body; never empty."""
    kind: PostKind = PostKind.ENTRY
    """Entry, summary or article."""
    heading: Pieces = ()
    """Its heading; empty where the editor gave it none."""
    author: str | None = None
    """Who wrote it; None where it is not signed."""
    biography: str = ""
    """One line about the author."""
    time: datetime = datetime(2025, 3, 11, 9, 30)  # noqa: DTZ001  a page's own clock, whatever its zone
    """When it was published."""
    picture: Picture | None = None
    """Its picture."""
    updated: bool = False
    """Whether it was changed after publication."""
    gist: Pieces = ()
    """What it tells in other words, for those who sum it up."""


@frozen
class Plan:
    """An article or a live blog."""

    title: Pieces
    """The headline."""
    posts: tuple[PostPlan, ...]
    """Its posts, in the order of the page; an article has one."""
    live: bool = True
    """Whether it is a live blog."""
    standfirst: Pieces = ()
    """The sentence under the headline; empty if there is none."""
    authors: tuple[str, ...] = ()
    """Who wrote the article; of a live blog, who wrote most of it."""
    published: datetime = datetime(2025, 3, 11, 9, 30)  # noqa: DTZ001
    """When it was published."""
    place: str = ""
    """Where it was written from; empty if not told."""
    picture: Picture | None = None
    """The picture beside the headline."""
    points: tuple[Pieces, ...] = ()
    """What an article tells, a few words for each part of it."""
    site: str = "Harbour Post"
    """The outlet's name."""


def plain(pieces: Pieces) -> str:
    """Give the words of pieces without any marks.

    >>> plain(("He called it ", Said(("a mistake",), "Tom Falk", QuoteForm.FRAGMENT), "."))
    'He called it a mistake.'
    """
    return "".join(
        piece if isinstance(piece, str) else piece.words if isinstance(piece, Fact) else plain(piece.pieces)
        for piece in pieces
    )


def as_article(plan: Plan) -> Plan:
    """Make one article of a live blog: its posts become sections under their headings.

    Args:
        plan: a plan of either kind; an article is given back as it is.
    """
    if not plan.live:
        return plan
    body: list[Paragraph] = []
    for post in plan.posts:
        if post.heading and body:
            body.append(Paragraph(post.heading, BlockKind.HEADING))
        body.extend(post.paragraphs)
    first = plan.posts[0]
    whole = PostPlan(tuple(body), PostKind.ARTICLE, time=first.time, picture=first.picture)
    authors = plan.authors or tuple(dict.fromkeys(post.author for post in plan.posts if post.author))[:1]
    return Plan(
        plan.title,
        (whole,),
        live=False,
        standfirst=plan.standfirst,
        authors=authors,
        published=plan.published,
        place=plan.place,
        picture=plan.picture,
        site=plan.site,
    )
