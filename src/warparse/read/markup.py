"""What a page's markup tells about its lines: facts, no verdict on them.

Contract: frozen values, cheap to make (a page has thousands of lines); what they mean for a line's kind is told in
`segment/known`. Offsets count code points of the page's rendered text.
"""

from __future__ import annotations

from datetime import datetime

from attrs import field, frozen

__all__ = ["Element", "Entry", "Hint", "Metadatum", "Picture"]


@frozen
class Element:
    """The element of a page that a line came from."""

    tag: str
    """Its name, in lower case: "p", "h2"."""
    id: str | None = None
    """Its own id, or that of the nearest element around it that has one; None if there is none."""
    path: str = ""
    """Where it stands: its nearest ancestors and itself, each with id or classes ("article#post-1>p.lead")."""
    line: int | None = None
    """Its line in the markup, the first being 1; None where the tree does not tell."""


@frozen
class Hint:
    """What the markup tells of one line of the rendered text."""

    start: int
    """First code point of the line."""
    end: int
    """One past its last code point."""
    element: Element
    """The block-level element that it was made of."""
    heading: int = 0
    """Level of the heading that it stands in, 1 to 6; 0 outside."""
    listed: bool = False
    """Whether it stands in an item of a list."""
    quoted: bool = False
    """Whether it stands in a block quotation or an embedded post of a social network."""
    captioned: bool = False
    """Whether it is a picture's caption, credit or alternative text."""
    picture: int | None = None
    """Index of the picture that it belongs to; None where it belongs to none."""
    credit: str = ""
    """The words of a caption that the page calls its credit; empty where it calls none so."""
    row: bool = False
    """Whether it is a row of a table of words and numbers."""
    time: bool = False
    """Whether all of it is a time."""
    moment: str | None = None
    """The machine-readable form of that time, as written; None if it has none."""
    author: bool = False
    """Whether all of it names writers."""
    standfirst: bool = False
    """Whether the page calls it a standfirst."""
    links: float = 0.0
    """The part of its characters that stand in links, 0 to 1."""
    hidden: bool = False
    """Whether the page does not show it."""
    landmark: str = ""
    """The innermost landmark around it: "nav", "aside", "header", "footer", "main", "article", "form", or nothing."""
    furniture: str = ""
    """Why the page's own names call it furniture: a reason of noise; empty where they don't."""
    entry: int | None = None
    """Index of the entry of a live blog that it stands in; None outside."""
    body: bool = False
    """Whether it stands in what the page calls the article's body."""
    paragraph: bool = False
    """Whether its element is a paragraph: a "p", or one of several alike beside each other that hold the body's prose."""


@frozen
class Entry:
    """One entry of a live blog as the page's markup or its linked data tell it."""

    url: str | None = None
    """Its address; None if not told."""
    published: datetime | None = None
    """When it was published; None if not told."""
    modified: datetime | None = None
    """When it was last changed; None if not told."""
    heading: str | None = None
    """Its headline in the linked data; None if not told there."""
    authors: tuple[str, ...] = ()
    """Who wrote it, as the linked data or the markup tell."""
    origin: str = ""
    """What told that it is an entry, in a few words for people."""


@frozen
class Picture:
    """A picture of the page."""

    url: str | None = None
    """Its address as written, the largest where there are several; None if not told."""
    alt: str | None = None
    """Its alternative text; None if it has none."""
    credit: str | None = None
    """Its credit where the markup or the linked data tell it apart; None if they don't."""


@frozen
class Metadatum:
    """One thing that a page tells about its article outside the text."""

    name: str
    """What it tells: title, standfirst, author, published, modified, language, site, canonical, section, tag, image."""
    value: str
    """What is told; times in ISO 8601."""
    origin: str = field(default="")
    """Where it was told: "json-ld NewsArticle.headline", "meta og:title", "time"."""
