"""The round trip of pages: what a plan tells, marked up in any style, is what the parse of its page tells.

What markup marks is exact: the words that are kept, posts with times, addresses and writers, figures with credits and
images, where quotes stand, metadata. Kinds that markup leaves open, speakers and forms are weighed: floors say how far,
on the same pages of each family every time. `python tests/test_page_round_trip.py` prints what is reached.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from warparse import Article, parse, parse_html
from warparse.extract.loading import installed
from warparse.extract.registry import Registry
from warparse.scoring import Tally, score_document
from warparse.testing import PAGE_FAMILIES, RenderedPage, keep, page_styles, pages, render_page, rendered_pages
from warparse.testing.page.around import PIECES
from warparse.testing.page.families import HANDS


if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.testing.page.nodes import Hand

COUNT = 12
"""Pages of each family."""
POST = ("start", "end", "kind", "heading", "authors", "updated", "published", "modified", "url")
FIGURE = ("start", "end", "caption", "credit", "photographers", "agencies", "image", "alt")
QUOTE = ("start", "end", "form", "speaker")
live_styles = st.sampled_from([name for name, style in PAGE_FAMILIES.items() if style.live]).flatmap(page_styles)
names = st.lists(st.sampled_from(sorted(PIECES)), max_size=4).map(tuple)
WEIGHED = {"div live": 0.98, "wire article": 0.98, "old article": 0.98}
"""Families whose paragraphs are no `p`, so that their kinds are weighed: what the project promises, blocks' F1."""
SPEAKERS, FORMS = 0.98, 0.98
"""What the speakers and forms of quotes reach in every family."""
FACTS = {"attacks": 0.93, "money": 0.96, "meetings": 0.85}
"""What installed extractors reach on pages, as on texts."""
AS_TEXT = 0.5
"""The share of pages whose text alone gives the same blocks and posts as their markup does."""


def parsed(page: RenderedPage, registry: Registry | None = None) -> tuple[str, dict[str, Any], Article]:
    article = parse_html(page.markup, url=page.url, registry=Registry() if registry is None else registry)
    return *keep(article), article


@cache
def known(family: str) -> list[tuple[RenderedPage, str, dict[str, Any], Article]]:
    """Parse the pages of a family, once for all tests."""
    return [(page, *parsed(page)) for page in pages(family, COUNT)]


def told(records: list[dict[str, Any]], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{key: record.get(key) for key in keys} for record in records]


def blocks_of(text: str, data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(block["kind"], text[block["start"] : block["end"]]) for block in data["blocks"]]


def spans_of(text: str, data: dict[str, Any]) -> list[tuple[int, int]]:
    """Give where quotes stand, without the comma or full stop that some publishers put inside the closing mark."""
    return [(quote["start"], quote["end"] - (text[quote["end"] - 1] in ".,")) for quote in data["quotes"]]


def posts_of(data: dict[str, Any], page: RenderedPage) -> list[dict[str, Any]]:
    """Give the posts; where an article begins with a picture under its byline, its start is left open."""
    posts = told(data["posts"], POST)
    first = next(block for block in page.gold["blocks"] if block["post"] is not None)
    if posts and not page.plan.live and first["kind"] == "caption":
        posts[0]["start"] = None
    return posts


def metadata_of(article: Article) -> dict[str, tuple[str, ...]]:
    return {each.name: article.told(each.name) for each in article.metadata}


# -- what markup marks is exact -------------------------------------------------------------------


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_every_word_of_the_article_is_kept_and_no_other(family: str) -> None:
    for page, text, _, _ in known(family):
        assert text == page.text


@pytest.mark.parametrize("family", [name for name in PAGE_FAMILIES if name not in WEIGHED])
def test_blocks_are_what_their_elements_say(family: str) -> None:
    for page, text, data, _ in known(family):
        assert blocks_of(text, data) == blocks_of(page.text, page.gold)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_posts_come_back_with_headings_times_addresses_and_writers(family: str) -> None:
    for page, _, data, _ in known(family):
        assert posts_of(data, page) == posts_of(page.gold, page)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_figures_come_back_with_credits_and_images(family: str) -> None:
    for page, _, data, _ in known(family):
        assert told(data["figures"], FIGURE) == told(page.gold["figures"], FIGURE)


@pytest.mark.parametrize("family", [name for name in PAGE_FAMILIES if name != "old article"])
def test_quotes_are_found_where_they_stand(family: str) -> None:
    for page, text, data, _ in known(family):
        assert spans_of(text, data) == spans_of(page.text, page.gold)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_metadata_come_back(family: str) -> None:
    for page, _, _, article in known(family):
        assert metadata_of(article) == page.metadata
        assert article.title == page.gold["title"]
        assert str(article.published) == str(page.gold["published"])


@given(rendered_pages())
def test_whatever_the_plan_and_the_style_a_page_comes_back(page: RenderedPage) -> None:
    text, data, article = parsed(page)
    assert text == page.text
    assert posts_of(data, page) == posts_of(page.gold, page)
    assert told(data["figures"], FIGURE) == told(page.gold["figures"], FIGURE)
    assert metadata_of(article) == page.metadata


# -- how it is written, and what stands beside it, changes nothing ---------------------------------


@given(rendered_pages(), st.sampled_from(HANDS))
def test_a_page_tells_the_same_whoever_writes_it(page: RenderedPage, hand: Hand) -> None:
    other = rendered_anew(page, hand=hand)
    assert where_ever(parsed(other)[1]) == where_ever(parsed(page)[1])


@given(rendered_pages(), names, names)
def test_furniture_and_what_nobody_sees_change_nothing(
    page: RenderedPage, between: tuple[str, ...], around: tuple[str, ...]
) -> None:
    bare = rendered_anew(page, between=(), around=())
    full = rendered_anew(page, between=between, around=around)
    assert where_ever(parsed(full)[1]) == where_ever(parsed(bare)[1])


@given(rendered_pages(live_styles), st.sampled_from(["partial", "full", "graph"]))
def test_posts_are_the_same_with_linked_data_and_without(page: RenderedPage, data: str) -> None:
    with_data, without = (rendered_anew(page, tellers=evolve(page.style.tellers, data=each)) for each in (data, ""))
    shown = tuple(key for key in POST if key not in ("authors", "modified"))  # which some styles tell there alone
    (text, one, _), (text_without, other, _) = parsed(with_data), parsed(without)
    assert text == text_without
    assert told(one["posts"], shown) == told(other["posts"], shown)
    assert [told(one[layer], ("start", "end")) for layer in ("quotes", "figures")] == [
        told(other[layer], ("start", "end")) for layer in ("quotes", "figures")
    ]


@given(rendered_pages(live_styles, least=3), st.sampled_from(["full", "graph"]))
def test_updates_that_only_the_linked_data_tell_are_posts(page: RenderedPage, data: str) -> None:
    cut = rendered_anew(page, shown=2, tellers=evolve(page.style.tellers, data=data))
    text, found, _ = parsed(cut)
    assert text == cut.text
    assert told(found["posts"], POST) == told(cut.gold["posts"], POST)


@given(rendered_pages())
def test_bytes_tell_what_text_tells(page: RenderedPage) -> None:
    assert parse_html(page.markup.encode(), url=page.url, registry=Registry()) == parsed(page)[2]


@given(rendered_pages())
def test_addresses_are_complete_where_the_page_alone_tells_its_own(page: RenderedPage) -> None:
    article = parse_html(page.markup, registry=Registry())
    assert [post.url for post in article.posts if page.style.live] == [
        post["url"] for post in page.gold["posts"] if page.style.live
    ]
    assert [figure.image for figure in article.figures] == [figure["image"] for figure in page.gold["figures"]]


def rendered_anew(page: RenderedPage, **changes: object) -> RenderedPage:
    assert page.plan is not None
    assert page.style is not None
    return render_page(page.plan, evolve(page.style, **changes))


def where_ever(data: dict[str, Any]) -> dict[str, Any]:
    """Give a parse without where in the markup its blocks stand, and why they are what they are."""
    blocks = [{key: block[key] for key in ("kind", "start", "end", "post")} for block in data["blocks"]]
    return {**data, "blocks": blocks}


# -- the page and its text ------------------------------------------------------------------------


@given(rendered_pages())
def test_a_page_and_its_text_tell_the_same_wherever_both_show_the_same_posts(page: RenderedPage) -> None:
    (text, of_page, _), (text_alone, of_text) = parsed(page), keep(parse(page.text, registry=Registry()))
    assume(blocks_of(text, of_page) == blocks_of(text_alone, of_text))
    assume(told(of_page["posts"], ("start", "end")) == told(of_text["posts"], ("start", "end")))
    assert told(of_page["quotes"], QUOTE) == told(of_text["quotes"], QUOTE)
    assert told(of_page["figures"], FIGURE[:3]) == told(of_text["figures"], FIGURE[:3])
    assert told(of_page["posts"], POST[:4]) == told(of_text["posts"], POST[:4])


