"""Families of styles, modelled on how publishers mark their pages up: live blogs first, then articles.

Contract: a family leaves open what differs between sites of its kind (furniture, who tells of the page, the hand that
writes the markup); a chooser chooses that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve

from warparse.testing.page.nodes import Hand
from warparse.testing.page.style import Frame, PageStyle, Tellers
from warparse.testing.settings import CURLY, MARKS
from warparse.testing.words import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warparse.testing.choose import Chooser

__all__ = ["HANDS", "PAGE_FAMILIES", "UNSEEN", "make_page_style"]

UNSEEN: Final = ("script", "style", "comment", "template", "noscript", "frame", "drawing", "hidden", "unseen")
"""What may stand between paragraphs and is not shown."""
_SEEN: Final = ("advert", "newsletter", "related", "player")
_AROUND: Final = ("cards", "comments", "read", "crumbs", "ticker", "login", "skip", "newsletter")
HANDS: Final = (
    Hand(),
    Hand(closed=False),
    Hand(indented=True),
    Hand("'", entities="name"),
    Hand("", closed=False, entities="number"),
    Hand(capitals=True, strays=True, closed=False),
)
"""Hands that write markup, the plainest first, the worst last."""
_LAZY: Final = "img[src={small}][data-src={url}][alt={alt}]"
_SIZED: Final = "img[src={small}][srcset={small} 20w, {url} 1200w][alt={alt}]"


def make_page_style(chooser: Chooser, name: str | None = None) -> PageStyle:
    """Make a style.

    Args:
        chooser: who chooses what a family leaves open.
        name: one of `PAGE_FAMILIES`; None for any.

    Raises:
        KeyError: there is no such family.
    """
    name = name or chooser.pick(tuple(PAGE_FAMILIES))
    style = PAGE_FAMILIES[name]
    between = tuple(chooser.sample((*UNSEEN, *_SEEN), chooser.number(0, 5)))
    return evolve(
        style,
        name=name,
        hand=chooser.pick(HANDS),
        between=between,
        every=chooser.number(2, 4),
        around=tuple(chooser.sample(_AROUND, chooser.number(0, 4))),
        tellers=_tellers(chooser, style),
        marks=chooser.pick(tuple(MARKS.values())) if chooser.flag(0.3) else CURLY,
        zone=chooser.pick(("+00:00", "+01:00", "-05:00", "Z")),
        link="a[href=/topic]" if chooser.flag(0.5) else "",
    )


def _tellers(chooser: Chooser, style: PageStyle) -> Tellers:
    places = table("places")
    data = style.tellers.data or chooser.pick(("", "partial", "full", "graph"))
    graph, meta = chooser.flag(0.7), chooser.flag(0.5)
    language = chooser.pick(("en-GB", "en", "en-US"))
    tags = tuple(chooser.sample(places["tag"], chooser.number(0, 3)))
    return Tellers(data, graph, meta, language, chooser.pick(places["section"]), tags)


_SEMANTIC_LIVE: Final = PageStyle(
    entry="article.block#{key}",
    leading=("time", "heading", "author"),
    time="a[href=#{key}]>time[datetime={iso}]",
    updated="footer>time[datetime={changed}]",
    text="div.block-body",
    entries="div.live-blog[data-component=live-blog]",
    cite="footer",
    events="section.key-events",
    more="button.load-more",
)
_BROADCASTER_LIVE: Final = PageStyle(
    top=("title", "standfirst", "picture"),
    above="",
    standfirst="p.strapline",
    entries="ol.feed-list",
    entry="li.feed-post>article#{key}[data-testid=content-post]",
    key="asset-{code}",
    leading=("time", "heading", "author"),
    time="span.post-time>time[datetime={iso}]",
    heading="h3>span",
    author="div.contributor-author",
    biography="div.author-role",
    frame=Frame(image=_SIZED, credit="span.image-credit", label="Image caption, "),
    share="div.share-tools",
)
_MICRODATA_LIVE: Final = PageStyle(
    main="main[role=main]",
    entries="div.timeline[itemscope]",
    entry="div.item[itemprop=liveBlogUpdate][itemscope][itemtype=https://schema.org/BlogPosting]#{key}",
    key="entry-{code}",
    lead="",
    leading=("time", "heading"),
    time="span.hour",
    heading="h2[itemprop=headline]",
    text="div[itemprop=articleBody]",
    machine=(
        "meta[itemprop=datePublished][content={iso}]",
        "meta[itemprop=dateModified][content={changed}]",
        "meta[itemprop=author][content={author}]",
    ),
    frame=Frame("figure[itemprop=image]", credit="span[itemprop=copyrightHolder]", alt=False),
)
_DIV_LIVE: Final = PageStyle(
    main="div.page-wrap[role=main]",
    above="div.headline-wrap",
    entries="div.live-posts",
    entry="div.live-story-post#{key}[data-published={iso}]",
    key="h_{code}",
    order=("lead", "picture", "text", "updated", "share"),
    lead="div.post-head",
    leading=("time", "heading", "author"),
    time="div.post-time",
    clock="%-I:%M %p",
    author="div.byline",
    text="div.post-content",
    paragraph="div.paragraph",
    words="",
    frame=Frame("div.image", _LAZY, "div.image-caption", "div.image-credit", apart=True),
    share="div.social-share",
    updated="div.updated>time[datetime={changed}]",
)
_AMP_LIVE: Final = PageStyle(
    main="article",
    entries="amp-live-list>div[items]",
    entry="div.live-update#{key}[data-sort-time={seconds}]",
    key="p{code}",
    lead="",
    leading=("heading", "time"),
    time="time[datetime={iso}]",
    frame=Frame(
        "figure",
        "amp-img[src={url}][width=1200][height=800][layout=responsive][alt={alt}]",
        "figcaption",
        "small.credit",
    ),
)
_TIMELINE_LIVE: Final = PageStyle(
    entries="ul.timeline",
    entry="li.timeline-entry",
    key="",
    lead="",
    leading=("time", "heading"),
    time="strong>time[datetime={iso}]",
    clock="2 hours ago",
    item="li>p",
    embed=True,
    frame=Frame(caption="p.caption", credit="", form="brackets", alt=False),
    updated="p.edited>time[datetime={changed}]",
    updated_form="Updated %H:%M",
)
_HASHED_LIVE: Final = PageStyle(
    main="main.css-1a2b3c>div.css-x9",
    above="header.css-77",
    entries="div.css-live1",
    entry="section.css-1live>article.css-9k#{key}",
    key="post-{code}",
    leading=("time", "author", "heading"),
    time="p.css-2t>time[datetime={iso}]",
    author="span.css-3b[itemprop=author]",
    frame=Frame("div.css-im>figure", "picture>img[src={url}][alt={alt}]", "figcaption.css-4c", "span.css-credit"),
)
_NAMED_LIVE: Final = PageStyle(
    entries="div.content",
    entry="div#{key}",
    lead="",
    leading=("heading", "time"),
    time="p>time[datetime={iso}]",
    tellers=Tellers("full"),
)
_ARTICLE: Final = PageStyle(live=False, entries="div.article-body", main="article", heading="h2", updated="")
_SEMANTIC_ARTICLE: Final = evolve(
    _ARTICLE,
    main="main>article",
    cite="cite",
    initial="span.drop-cap",
    frame=Frame("figure>a[href=/gallery]"),
)
_PRESS_ARTICLE: Final = evolve(
    _ARTICLE,
    main="article.post",
    above="header.entry-header",
    title="h1.entry-title",
    standfirst="p.article-subtitle",
    top=("title", "standfirst", "signature"),
    byline="span.byline",
    stamp="time.entry-date[datetime={iso}]",
    item="li>p",
    embed=True,
    entries="div.entry-content",
    heading="h3",
    frame=Frame("figure.wp-caption", _LAZY, "figcaption.wp-caption-text", "", form="paren"),
)
_WIRE_ARTICLE: Final = evolve(
    _ARTICLE,
    main="main",
    top=("title", "byline", "stamp", "changed", "picture", "points"),
    byline="div.author-line",
    entries="div.article-body",
    paragraph="div[data-testid=paragraph]",
    frame=Frame("figure", _SIZED, "figcaption", "", form="capitals"),
)
_TABLOID_ARTICLE: Final = evolve(
    _ARTICLE,
    main="div.story[role=main]",
    above="div.story-head",
    top=("title", "standfirst", "picture", "byline", "stamp"),
    standfirst="h2.sub-title",
    byline="div.authors",
    entries="div.story-body",
    heading="h3",
    frame=Frame(
        "div.media>figure", "img[src={small}][data-original={url}][alt={alt}]", "figcaption", "span.credit", form="bare"
    ),
)
_AMP_ARTICLE: Final = evolve(
    _ARTICLE,
    above="",
    standfirst="h2.standfirst",
    frame=Frame("figure", "amp-img[src={url}][width=900][height=600][alt={alt}]", "figcaption", "span.credit"),
)
_OLD_ARTICLE: Final = evolve(
    _ARTICLE,
    main="",
    above="",
    top=("title", "byline", "stamp"),
    byline="p.byline",
    writer="",
    stamp="p>time[datetime={iso}]",
    entries="div#story",
    paragraph="",
    words="",
    menu="",
    foot="",
    frame=Frame("table>tr>td", "img[src={url}][width=600]", "p.caption", "", form="photo", alt=False),
)

PAGE_FAMILIES: Final[Mapping[str, PageStyle]] = {
    "semantic live": _SEMANTIC_LIVE,
    "broadcaster live": _BROADCASTER_LIVE,
    "microdata live": _MICRODATA_LIVE,
    "div live": _DIV_LIVE,
    "amp live": _AMP_LIVE,
    "timeline live": _TIMELINE_LIVE,
    "hashed live": _HASHED_LIVE,
    "named live": _NAMED_LIVE,
    "semantic article": _SEMANTIC_ARTICLE,
    "press article": _PRESS_ARTICLE,
    "wire article": _WIRE_ARTICLE,
    "tabloid article": _TABLOID_ARTICLE,
    "amp article": _AMP_ARTICLE,
    "old article": _OLD_ARTICLE,
}
"""The families of styles, each with what its sites have in common."""
