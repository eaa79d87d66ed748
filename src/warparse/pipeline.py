"""The one way of the data: text or page to article. Only this file knows the order of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from warparse.assemble import assemble
from warparse.enrich import enrich, published_day
from warparse.extract.boilerplate import Boilerplate
from warparse.extract.registry import Registry
from warparse.extract.run import extract
from warparse.read.mend import mend
from warparse.read.source import Source
from warparse.segment.blocks import explain_line, segment

if TYPE_CHECKING:
    from datetime import date

    from warparse.model import Article
    from warparse.read.offsets import OffsetMap
    from warparse.read.page import Page
    from warparse.segment.known import Markup

__all__ = ["explain", "parse", "parse_html"]


def parse(
    text: str | Source | Page,
    *,
    name: str | None = None,
    url: str | None = None,
    published: date | None = None,
    infer_posts: bool = True,
    registry: Registry | None = None,
) -> Article:
    r"""Parse a scraped text into the article that the editor published.

    Args:
        text: the text, or a source or a page that a reader gave.
        name: what to call the document; for a text only.
        url: where it was scraped from; for a text only.
        published: the day of publication, if the caller knows it better than the text tells.
        infer_posts: also begin posts where only the words tell; False keeps to the layout's marks.
        registry: whose extractors read the article; None for the installed plugins.

    Returns:
        The article. Any text gives one: where nothing tells a page around it, all of it is paragraphs.

    >>> article = parse("Storm over the harbour\n\nThe port was closed on Friday, the mayor said.\n")
    >>> article.title
    'Storm over the harbour'
    """
    source, page = _open(text, name, url)
    mended, offsets = mend(source.text)
    registry = Registry.discover() if registry is None else registry
    boilerplate = Boilerplate(registry.noise_rules, registry.budget) if registry.noise_rules else None
    know = boilerplate.label if boilerplate else None
    segmented = segment(mended, know, _markup(page, offsets), live=_live(page))
    if page and published is None:
        published = published_day(page)
    article, readings = assemble(source, mended, offsets, segmented, published=published, infer_posts=infer_posts)
    if boilerplate and boilerplate.problems:
        article = evolve(article, problems=tuple(boilerplate.problems))
    return extract(enrich(article, page) if page else article, mended, offsets, readings, registry)


def parse_html(
    markup: str | bytes,
    *,
    name: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    published: date | None = None,
    infer_posts: bool = True,
    whole: bool = False,
    registry: Registry | None = None,
) -> Article:
    r"""Parse a page of HTML into the article that the editor published.

    Its rendered text becomes the article's source, and what its markup and its linked data know is used.

    Args:
        markup: the page as text, or as bytes.
        name: what to call the document.
        url: where it came from; relative addresses are completed with it.
        encoding: the encoding that came with the bytes, or the header that named it.
        published: the day of publication, if the caller knows it better than the page tells.
        infer_posts: as for `parse`; it counts where the markup shows no posts.
        whole: render all that the page shows, not only where it says that its article stands.
        registry: whose extractors read the article; None for the installed plugins.

    Returns:
        The article. Any markup gives one.

    >>> article = parse_html("<h1>Port shut</h1><p>It was shut on Friday, the mayor said.</p><nav>Menu</nav>")
    >>> article.title, [block.element.tag for block in article.blocks]
    ('Port shut', ['h1', 'p', 'nav'])
    """
    from warparse.read.page import read_page

    page = read_page(markup, name=name, url=url, encoding=encoding, whole=whole)
    return parse(page, published=published, infer_posts=infer_posts, registry=registry)


def _open(text: str | Source | Page, name: str | None, url: str | None) -> tuple[Source, Page | None]:
    if isinstance(text, str):
        return Source(text, name, url), None
    return (text, None) if isinstance(text, Source) else (text.source, text)


def _live(page: Page | None) -> bool | None:
    """Tell whether a page is a live blog: as it says itself; one that shows no entries is none if its headline doesn't call it one."""
    if page is None or page.live is not None:
        return page.live if page else None
    from warparse.segment.live import says_live

    headlines = [page.source.text[hint.start : hint.end] for hint in page.hints if hint.heading == 1]
    headlines += page.told("title")
    return None if not headlines or any(map(says_live, headlines)) else False


def _markup(page: Page | None, offsets: OffsetMap) -> Markup | None:
    if page is None:
        return None
    from warparse.segment.known import Markup

    return Markup(page.hints, offsets)


def explain(text: str | Source | Page, offset: int) -> list[tuple[str, int]]:
    r"""Explain the kind of the block at an offset: what its line told when it was weighed.

    `Article.why` names what decided; this does the work again and tells every piece of evidence about the line. What
    the lines beside it speak for comes on top.

    Args:
        text: the text, or a source or a page that a reader gave.
        offset: a code point of the text as handed in.

    Returns:
        Pieces of evidence, each with how much more it adds for the block's kind than for the next likely one,
        in thousandths; the greatest first, and below zero what spoke against it. Nothing between blocks.

    >>> grounds = explain("Storm over the harbour\n\nThe port was closed on Friday, the mayor said.\n", 30)
    >>> grounds[0][1] > 0 > grounds[-1][1]
    True
    """
    source, page = _open(text, None, None)
    mended, offsets = mend(source.text)
    return explain_line(mended, offsets.to_mended(offset), _markup(page, offsets), live=_live(page))
