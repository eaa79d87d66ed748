"""Linked data, metadata and the entries of live blogs: what is read of pages, and what only looks like it."""

from __future__ import annotations

import json

import pytest

from warparse import parse_html
from warparse.read.linked import read_linked
from warparse.read.page import read_page

PROSE = "The port was closed on Friday after a storm, the mayor said, and ferries stay in the harbour until Sunday."


def linked(*things: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(thing)}</script>' for thing in things)


@pytest.mark.parametrize(
    "script",
    ["", "{", '{"@type": "NewsArticle", "headline": ', "[" * 100_000, '{"a":' * 50_000, "nonsense", "\0", "9" * 10_000],
)
def test_broken_linked_data_are_told_and_cost_nothing_else(script: str) -> None:
    found = read_linked([script, '{"@type": "NewsArticle", "headline": "Port shut"}'])
    assert found.article is not None
    assert found.article.headline == "Port shut"
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Port shut"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Port shut"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Port\nshut",}',
        '{"@graph": [{"@type": ["NewsArticle"], "headline": ["Port shut"]}]}',
        '[{"@type": "http://schema.org/NewsArticle", "headline": {"@value": "Port shut"}}];',
    ],
)
def test_linked_data_in_many_shapes_are_read(script: str) -> None:
    found = read_linked([script])
    assert found.article is not None
    assert found.article.headline == "Port shut"
    assert not found.problems


@pytest.mark.parametrize(
    "thing",
    [1, None, [], {}, {"@type": 3}, {"@type": "NewsArticle", "headline": 5, "author": [[1]], "image": {"url": [3]}}],
)
def test_odd_shapes_of_linked_data_are_passed_over(thing: object) -> None:
    article = parse_html(linked(thing) + f"<p>{PROSE}</p>")
    assert article.source.text == PROSE
    assert not article.told("title")


def test_metadata_come_from_the_surest_teller() -> None:
    page = linked({"@type": "NewsArticle", "headline": "By data", "author": {"name": "Ada Lind"}})
    page += "<meta property=og:title content='By graph'><meta property=og:site_name content=Herald><meta name=author content='By meta'>"
    told = {
        each.name: (each.value, each.origin)
        for each in parse_html(f"{page}<title>By title</title><h1>By heading</h1>").metadata
    }
    assert told == {
        "title": ("By data", "json-ld NewsArticle.headline"),
        "author": ("Ada Lind", "json-ld NewsArticle.author"),
        "site": ("Herald", "meta og:site_name"),
    }


def entry(number: int, attributes: str, words: str = PROSE) -> str:
    return f"<article {attributes}><time datetime=2025-03-0{number}T10:00Z>10.0{number}</time><p>{words}</p></article>"


@pytest.mark.parametrize(
    ("page", "posts"),
    [
        ("".join(entry(n, f"id=block-{n} class=block") for n in (1, 2, 3)), 3),
        ("".join(entry(n, "itemprop=liveBlogUpdate") for n in (1, 2)), 2),
        ("".join(entry(n, f"class='live-post-{n}' data-id=a{n}") for n in (1, 2, 3)), 3),
        ("".join(entry(n, f"id=comment-{n} class=comment") for n in (1, 2, 3)), None),
        ("".join(entry(n, f"id=c{n} class=card", f"<h3><a href=/{n}>Port shut</a></h3>") for n in (1, 2, 3)), None),
        (entry(1, "id=block-1 class=block"), None),
    ],
)
def test_entries_of_live_blogs_are_told_from_what_looks_like_them(page: str, posts: int | None) -> None:
    found = read_page(f"<main><h1>Storm</h1>{page}</main>")
    assert len(found.entries) == (posts or 0)
    if posts:
        article = parse_html(f"<main><h1>Storm</h1>{page}</main>")
        assert [post.published.day for post in article.posts if post.published] == list(range(1, posts + 1))


SHAPES = {
    "times that are no time elements": '<li class="timeline__item"><div class="date">{n}h ago</div><div id="u{n}"><h2>{head}</h2><p>{text}</p></div></li>',
    "elements around each": '<div><div data-testid="live-blog-post" id="storm-{n}"><time datetime="2025-03-04">4 March</time><h3>{head}</h3><p>{text}</p></div></div>',
    "headings that lead to pages of their own": '<div class="liveblog-paragraph" id="e-{n}"><span data-timestamp="1741{n}">1{n}:41</span><h4><a href="/e/{n}">{head}</a></h4><p>{text}</p></div>',
    "generated classes": '<div id="post-{n}" class="sc-{n}x"><div class="sc-2"><div class="sc-time">1{n}:04</div><div class="sc-3"><h3>{head}</h3><p>{text}</p></div></div></div>',
    "no times at all": '<div class="live-update" id="u{n}"><h3>{head}</h3><p>{text}</p></div>',
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_entries_are_found_in_the_markup_of_many_publishers(shape: str) -> None:
    told = "".join(SHAPES[shape].format(n=n, head=f"Port shut for day {n}", text=PROSE) for n in range(1, 5))
    article = parse_html(f"<main><h1>Storm on the coast</h1><div class=feed>{told}</div></main>")
    assert [post.heading for post in article.posts] == [f"Port shut for day {n}" for n in range(1, 5)]
    assert all(post.url for post in article.posts)


@pytest.mark.parametrize(
    "section",
    [
        "<section id=s{n} class=story-section><h2>Why is port {n} shut?</h2><p>{text}</p></section>",
        "<div class=live-card><time>1{n}:04</time><a href=/live/{n}><h3>Port {n} shut: live</h3></a></div>",
        "<li class=comment id=c{n}><time datetime=2025-03-04>4 March</time><p>{text}</p></li>",
    ],
)
def test_sections_teasers_and_comments_are_no_entries(section: str) -> None:
    told = "".join(section.format(n=n, text=PROSE) for n in range(1, 5))
    assert not read_page(f"<main><h1>Storm on the coast</h1><p>{PROSE}</p>{told}</main>").entries


def updates(count: int) -> dict[str, object]:
    told = [
        {
            "@type": "BlogPosting",
            "headline": f"The {word} ferry leaves the harbour",
            "articleBody": f"The {word} of the ferries left the harbour at noon, the port said.",
            "datePublished": f"2025-03-04T{hour:02}:00:00+01:00",
            "url": f"https://example.org/live#p{hour}",
        }
        for hour, word in zip(range(count), ["first", "second", "third", "fourth"] * count, strict=False)
    ]
    return {"@type": "LiveBlogPosting", "headline": "Ferries live", "liveBlogUpdate": told}


def test_an_update_that_the_page_shows_is_one_post_of_both() -> None:
    shown = "".join(
        f"<section><h2>The {word} ferry leaves the harbour</h2><p>The {word} of the ferries left the harbour at noon, the port said.</p></section>"
        for word in ("first", "second", "third")
    )
    article = parse_html(f"{linked(updates(3))}<main><h1>Ferries live</h1>{shown}</main>")
    assert [post.heading for post in article.posts] == [
        f"The {word} ferry leaves the harbour" for word in ("first", "second", "third")
    ]
    assert [post.url for post in article.posts] == [f"https://example.org/live#p{hour}" for hour in range(3)]
    assert article.posts[1].published is not None
    assert article.posts[1].published.isoformat() == "2025-03-04T01:00:00+01:00"


def test_every_update_of_the_linked_data_becomes_a_post() -> None:
    article = parse_html(f"{linked(updates(24))}<main><h1>Ferries live</h1><p>Loading</p></main>")
    hours = [post.published.hour for post in article.posts if post.published]
    assert hours == list(range(24))
