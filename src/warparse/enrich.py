"""What a page knows beyond its text, given to the article that was made of the text.

Contract: pure; blocks get their elements, posts their times and addresses, figures their images, and the article its
metadata and what in the page could not be read. No kind, span or speaker changes.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from attrs import evolve

from warparse.model import BlockKind, PostKind, Problem, link_posts
from warparse.read.markup import Metadatum
from warparse.read.metadata import NAMES
from warparse.read.times import read_time
from warparse.segment.bylines import find_authors
from warparse.segment.credits import split_credit

if TYPE_CHECKING:
    from datetime import date

    from warparse.model import Article, Block, Figure, Post
    from warparse.read.markup import Hint
    from warparse.read.page import Page

__all__ = ["enrich", "published_day"]


def published_day(page: Page) -> date | None:
    """Give the day on which a page says that its article was published, in the time zone that it names."""
    told = next(iter(page.told("published")), None)
    read = read_time(told)
    return read.date() if read else None


def enrich(article: Article, page: Page) -> Article:
    """Give an article what its page knows."""
    starts = [hint.start for hint in page.hints]

    def hint_of(start: int) -> Hint | None:
        at = bisect_right(starts, start) - 1
        return page.hints[at] if at >= 0 else None

    def with_element(block: Block) -> Block:
        hint = hint_of(block.start)
        return evolve(block, element=hint.element) if hint else block

    blocks = tuple(with_element(block) for block in article.blocks)
    figures = tuple(_with_image(figure, hint_of(figure.start), page) for figure in article.figures)
    posts = tuple(_with_times(post, hint_of(post.start), page) for post in article.posts)
    return evolve(
        article,
        title=article.title or next(iter(page.told("title")), None),
        blocks=blocks,
        figures=figures,
        posts=link_posts(posts, blocks, article.quotes, figures),
        problems=(*(Problem("json-ld", message) for message in page.problems), *article.problems),
        metadata=_with_writers(article, page),
    )


def _with_writers(article: Article, page: Page) -> tuple[Metadatum, ...]:
    """Give a page's metadata, with the writers that its byline names where nothing outside the text names any."""
    if page.told("author"):
        return page.metadata
    begun = article.posts[0].start if article.posts else len(article.source)
    bylines = [
        block.text
        for block in article.blocks
        if block.kind is BlockKind.BYLINE and block.post is None and block.start < begun
    ]
    names = dict.fromkeys(name for text in bylines for name in find_authors(text))
    told = (*page.metadata, *(Metadatum("author", name, "byline") for name in names))
    return tuple(sorted(told, key=lambda each: NAMES.index(each.name)))


def _with_image(figure: Figure, hint: Hint | None, page: Page) -> Figure:
    if hint is None or hint.picture is None:
        return figure
    picture = page.pictures[hint.picture]
    figure = evolve(figure, image=_complete(picture.url, page), alt=picture.alt)
    if figure.credit or not picture.credit:
        return figure
    credit = split_credit(picture.credit)
    return evolve(figure, credit=credit.text, photographers=credit.photographers, agencies=credit.agencies)


def _with_times(post: Post, hint: Hint | None, page: Page) -> Post:
    if post.kind is PostKind.ARTICLE:
        first, last = (read_time(next(iter(page.told(name)), None)) for name in ("published", "modified"))
        url = next(iter(page.told("canonical")), None) or page.source.url
        return evolve(post, published=first, modified=last, url=url)
    if hint is None or hint.entry is None:
        return post
    entry = page.entries[hint.entry]
    heading, authors = post.heading or entry.heading, post.authors or entry.authors
    modified = entry.modified if entry.modified != entry.published else None
    return evolve(
        post,
        heading=heading,
        authors=authors,
        published=entry.published,
        modified=modified,
        url=_complete(entry.url, page),
    )


def _complete(address: str | None, page: Page) -> str | None:
    """Complete an address with the page's own, as the caller or the page tells it."""
    base = page.source.url or next(iter(page.told("canonical")), None)
    try:
        return urljoin(base, address) if base and address else address
    except ValueError:  # an address that is none
        return address
