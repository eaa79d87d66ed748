"""Styles: how a site marks its articles up.

Contract: frozen values; every part of a page is a path (see `nodes`), with slots in braces that the page fills. Each
part can be taken from one style and put into another with `attrs.evolve`.
"""

from __future__ import annotations

from attrs import field, frozen

from warparse.testing.page.nodes import Hand
from warparse.testing.settings import CURLY, Marks

__all__ = ["Frame", "PageStyle", "Tellers"]


@frozen
class Frame:
    """How pictures are shown."""

    figure: str = "figure"
    """The element around a picture and its caption."""
    image: str = "img[src={url}][alt={alt}]"
    """The image: `{url}` is the address that counts, `{small}` that of a small copy, `{alt}` the alternative text."""
    caption: str = "figcaption"
    """The element of the caption."""
    credit: str = "span.credit"
    """The element of the credit inside the caption, or beside it if `apart`; empty where it is told by words alone."""
    form: str = "photograph"
    """How the credit is written: see `settings`; "bare" has no word before it."""
    apart: bool = False
    """Whether the credit stands on a line of its own."""
    alt: bool = True
    """Whether images have an alternative text."""
    label: str = ""
    """Words for screen readers before the caption; empty for none."""


@frozen
class Tellers:
    """Who tells of the page outside its text."""

    data: str = ""
    """Linked data: "full", "partial" (without text and updates), "graph" (full, in a graph), or none."""
    graph: bool = True
    """Whether Open Graph tells."""
    meta: bool = False
    """Whether other meta tags tell."""
    language: str = "en-GB"
    """The page's language tag."""
    section: str = "World"
    """The section that the page stands in."""
    tags: tuple[str, ...] = ("Ukraine", "Energy")
    """Its keywords."""


@frozen
class PageStyle:
    """One way from a plan to a page of HTML."""

    name: str = ""
    """The family's name."""
    live: bool = True
    """Whether for live blogs; an article's style joins the posts of one."""
    main: str = "main"
    """What is around the article, its headline included."""
    top: tuple[str, ...] = ("title", "standfirst", "byline", "stamp", "picture")
    """What stands above the text, in order; also "signature" (byline and stamp in one), "changed", "points"."""
    above: str = "header"
    """What is around it; empty for nothing."""
    title: str = "h1"
    """The headline."""
    standfirst: str = "div.standfirst>p"
    """The sentence under the headline."""
    byline: str = "div.byline"
    """Who wrote it."""
    writer: str = "a[rel=author][href=/by/{slug}]"
    """A writer's name."""
    stamp: str = "time[datetime={iso}]"
    """The page's time."""
    stamp_form: str = "%-d %B %Y %H.%M"
    """How it is written."""
    entries: str = "div.feed"
    """What is around all entries, or an article's text."""
    entry: str = "article#{key}"
    """An entry; `{key}` is its id, `{iso}` its time, `{changed}` that of its last change, `{seconds}` the time as a number."""
    key: str = "block-{code}"
    """How ids of entries are made; empty where they have none."""
    shown: int = 0
    """How many entries the page shows, the rest standing in its linked data alone; 0 for all."""
    order: tuple[str, ...] = ("lead", "text", "picture", "updated", "share")
    """What stands in an entry, in order."""
    lead: str = "header"
    """What is around its time, heading and writer; empty for nothing."""
    leading: tuple[str, ...] = ("time", "heading", "author")
    """What of these is shown, in order."""
    time: str = "time[datetime={iso}]"
    """An entry's time."""
    clock: str = "%H.%M"
    """How it is written."""
    heading: str = "h2"
    """An entry's heading, or one inside an article."""
    author: str = "span.author"
    """Who wrote an entry."""
    biography: str = ""
    """A line about the writer, beside a portrait; empty for neither."""
    text: str = ""
    """What is around an entry's text; empty for nothing."""
    paragraph: str = "p"
    """A paragraph; empty where only line breaks part them."""
    items: str = "ul"
    """What is around the items of a list."""
    item: str = "li"
    """An item."""
    initial: str = ""
    """What is around the first letter of a text; empty where nothing is."""
    quote: str = "blockquote"
    """A block quotation."""
    words: str = "p"
    """What is around its words; empty for nothing."""
    cite: str = ""
    """What names whom it quotes, inside it; empty where nothing does."""
    embed: bool = False
    """Whether block quotations are posts of a network, with their signatures."""
    updated: str = ""
    """What tells that an entry was changed; empty where nothing does."""
    updated_form: str = "Updated at %H.%M"
    """How that is written."""
    machine: tuple[str, ...] = ()
    """What an entry tells to machines alone: paths of `meta`."""
    link: str = ""
    """What is around a name inside some paragraphs: a link; empty for nothing."""
    frame: Frame = field(factory=Frame)
    """How pictures are shown."""
    share: str = ""
    """What is around the buttons of an entry; empty where it has none."""
    events: str = ""
    """What is around a list of links to the entries, above them; empty where there is none."""
    more: str = ""
    """The button below the last entry; empty where there is none."""
    menu: str = "nav>ul"
    """What is around the site's menu; empty where it has none."""
    foot: str = "footer"
    """What is around the legal lines below; empty where there are none."""
    around: tuple[str, ...] = ()
    """What else stands around the article: see `around`."""
    between: tuple[str, ...] = ()
    """What stands between the paragraphs, a piece here and a piece there: see `around`."""
    every: int = 3
    """Every how many parts of the text such a piece stands."""
    tellers: Tellers = field(factory=Tellers)
    """Who tells of the page outside its text."""
    marks: Marks = CURLY
    """Quotation marks."""
    zone: str = "+00:00"
    """The time zone as written behind times."""
    hand: Hand = field(factory=Hand)
    """How the markup is written."""
