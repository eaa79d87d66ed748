"""Laws that hold for every page.

Total: any markup, text or bytes, gives an article. Lossless: blocks are ordered, disjoint, and cover every character
of the rendered text that is not white space. Grounded: hints partition the text into its lines, entries and pictures
are named that exist. Deterministic: one page, one article, in every process. What is written comes back. Nothing that
no reader sees (scripts, templates, comments) stands in the text, and every visible word does. Linear: ten times the
page takes about ten times the work.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from growth import grows_evenly, is_thorough
from strategies import FRAGMENTS
from warparse import Article, parse_html
from warparse.export.jsonld import to_jsonld
from warparse.export.markdown import to_markdown
from warparse.export.schema import article_schema
from warparse.read.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

TAGS = [
    "<p>", "</p>", "<div>", "</div>", "<div class='live-post' id=p1>", "<article id=block-1 class=block>", "</article>",
    "<main>", "</main>", "<h1>", "</h1>", "<h2>", "</h2>", "<ul>", "<li>", "</ul>", "<blockquote>", "</blockquote>",
    "<blockquote class=twitter-tweet>", "<figure>", "<figcaption>", "</figure>", "<img src=a alt='Boats in the port'>",
    "<time datetime=2025-02-25T12:01Z>", "</time>", "<a href=b>", "<a rel=author href=c>", "</a>", "<span hidden>",
    "<span class=byline>", "</span>", "<nav>", "</nav>", "<aside class=newsletter>", "</aside>", "<footer>", "</footer>",
    "<table><tr><td>", "<td>", "</table>", "<q>", "</q>", "<cite>", "<br>", "<b>", "</i>", "<script>", "</script>", "<!--",
    "-->", "<template>", "</template>", "<style>", "</style>", "<svg>", "</svg>", "<a href='", '"', "<", ">", "&amp;", "&#0;",
    "<![CDATA[", "<?x", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<meta charset=utf-16>", "<title>", "\0", "\u202e", "\ufeff",
    '<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"headline": "Port shut again today"}]}</script>',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>',
]  # fmt: skip
pages = st.lists(st.sampled_from([*TAGS, *FRAGMENTS]), max_size=40).map("".join)
markups = pages | st.text(alphabet="<>/='\"!-&; apdivscript\n\0", max_size=120) | st.text(max_size=80)


@given(markups)
def test_blocks_partition_the_rendered_text(markup: str) -> None:
    article = parse_html(markup)
    text, done = article.source.text, 0
    for block in article.blocks:
        assert done <= block.start < block.end
        assert not text[done : block.start].strip()
        done = block.end
    assert not text[done:].strip()


@given(markups)
def test_hints_are_the_lines_of_the_text(markup: str) -> None:
    page = read_page(markup)
    assert [page.source.text[hint.start : hint.end] for hint in page.hints] == (
        page.source.text.split("\n") if page.source.text else []
    )
    assert all(hint.entry is None or 0 <= hint.entry < len(page.entries) for hint in page.hints)
    assert all(hint.picture is None or 0 <= hint.picture < len(page.pictures) for hint in page.hints)


@given(markups)
def test_posts_and_quotes_lie_in_the_text_and_in_their_parents(markup: str) -> None:
    article = parse_html(markup)
    done = 0
    for number, post in enumerate(article.posts):
        assert done <= post.start < post.end
        done = post.end
        assert post.blocks
        assert all(
            post.start <= block.start and block.end <= post.end and block.post == number for block in post.blocks
        )
    for quote in article.quotes:
        assert any(block.start <= quote.start < quote.end <= block.end for block in article.blocks)


@given(st.binary(max_size=80) | pages.map(lambda page: page.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_an_article(data: bytes) -> None:
    article = parse_html(data)
    assert parse_html(data) == article


@given(markups)
def test_what_is_written_comes_back_and_is_valid(markup: str) -> None:
    article = parse_html(markup)
    data = article.to_dict()
    assert Article.from_dict(data) == article
    assert not list(Draft202012Validator(article_schema()).iter_errors(data))
    json.dumps(to_jsonld(article))
    to_markdown(article)


@given(pages)
def test_what_the_whole_page_shows_holds_what_the_article_shows(markup: str) -> None:
    whole, cut = read_page(markup, whole=True), read_page(markup)
    assert set(cut.source.text.split()) <= set(whole.source.text.split()) | {"—", "|"}


@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</b>", "<li>", "<i>", "<td>", "</ul>"]), max_size=30))
def test_every_visible_word_is_rendered_once_in_order(tags: list[str]) -> None:
    markup = "".join(f"{tag}word{number} <!-- comment --><script>script</script>" for number, tag in enumerate(tags))
    told = read_page(markup).source.text.replace("|", " ").split()
    assert told == [f"word{number}" for number in range(len(tags))]


def test_every_process_gives_one_article() -> None:
    code = "import warparse, test_page_laws as laws; print(warparse.parse_html(''.join([*laws.TAGS, *laws.FRAGMENTS])).to_json())"
    told = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        told.add(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout)
    assert len(told) == 1


def updates(count: int) -> str:
    told = [
        {
            "@type": "BlogPosting",
            "headline": f"Ferry {n} leaves the harbour",
            "articleBody": f"It left at {n}.",
            "url": f"#p{n}",
        }
        for n in range(count)
    ]
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "Ferries", "liveBlogUpdate": told})
    return f'<script type="application/ld+json">{data}</script><main><h1>Ferries</h1></main>'


HOSTILE: dict[str, Callable[[int], str]] = {
    "nested divs": lambda n: "<div>" * n + "x" + "</div>" * n,
    "divs with words, never closed": lambda n: "<div>a " * n,
    "paragraphs never closed": lambda n: "<p>The port is shut. " * n,
    "lists never closed": lambda n: "<ul><li>a" * n,
    "tables never closed": lambda n: "<table><tr><td>a" * n,
    "rows": lambda n: f"<table>{'<tr><td>a<td>b' * n}",
    "crossed tags": lambda n: "<b><i>a</b></i>" * n,
    "ends of nothing": lambda n: "<i><b>" * 100 + "<div>" + "</b></p></i>" * n,
    "less-than signs": lambda n: "<" * n,
    "tags never closed": lambda n: "<a " * n,
    "quotation marks never closed": lambda n: '<a href="' * n,
    "quotation marks of two kinds": lambda n: "<a x='\">" * n,
    "equals signs": lambda n: f"<a {'= ' * n}",
    "comments never closed": lambda n: "<!--" * n,
    "comments": lambda n: "<!-- a -->" * n,
    "declarations": lambda n: "<!a <?b" * n,
    "scripts never closed": lambda n: "<script>" * n,
    "scripts": lambda n: "<script>a</script>" * n,
    "drawings never closed": lambda n: "<svg>a" * n,
    "templates in each other": lambda n: "<template>a" * n + "</template>" * n,
    "entities": lambda n: "&amp;" * n,
    "entity bomb": lambda n: '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + "&c;" * n,
    "null bytes": lambda n: "\0" * n,
    "right-to-left marks": lambda n: "<p>\u202e\u200f" * n,
    "attributes": lambda n: f"<p {'a=b ' * n}>x",
    "classes": lambda n: f"<p class='{'a-b ' * n}'>x",
    "classes all different": lambda n: "".join(f"<p class='c{k}x'>x" for k in range(n)),
    "figures": lambda n: "<figure><img src=a alt='a b c d'><figcaption>Boats</figcaption></figure>" * n,
    "images": lambda n: "<img alt='one two three four' src=x>" * n,
    "entries": lambda n: "<article id=block-1><time datetime=2025-01-01>12:00</time><p>The port was closed on Friday, and nobody came.</p></article>" * n,
    "entries in each other": lambda n: "<div class=live-post><time>12:00</time>" * n,
    "entries without a name": lambda n: "<title>Port live</title>" + "<div class=q><time>12:00</time><p>The port was closed on Friday, and nobody came.</p></div>" * n,
    "sign-ups": lambda n: "<div>" * 200 + "<p>News</p><input type=email>" * n,
    "stories": lambda n: "<article><h1>Port</h1><time>12:00</time><p>The port was closed on Friday, and nobody came to see it.</p></article>" * n,
    "hidden words": lambda n: f"<p>{'<span hidden>a</span>b' * n}",
    "writers": lambda n: f"<div class=byline>{'<a rel=author>Ada Lind</a>, ' * n}</div>",
    "embedded posts": lambda n: "<blockquote class=twitter-tweet><p>a</p>- b</blockquote>" * n,
    "meta tags": lambda n: "<meta name=author content='Ada Lind'>" * n,
    "updates of linked data": updates,
    "brackets of linked data": lambda n: f'<script type="application/ld+json">{"[" * n}</script>',
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_give_an_article_in_a_time_like_their_length(name: str) -> None:
    gc.collect()
    assert grows_evenly(parse_html, HOSTILE[name], 1000 if is_thorough() else 150)


def test_ten_thousand_nested_divs_keep_their_words_apart() -> None:
    article = parse_html("<div>The port is shut. " * 10_000)
    assert len(article.source.text.split("\n")) == 10_000


def test_thousands_of_updates_are_as_many_posts() -> None:
    assert len(parse_html(updates(3000)).posts) == 3000


@pytest.mark.slow
def test_a_page_of_twenty_megabytes_of_scripts_is_read() -> None:
    article = parse_html(
        f"<main><h1>Port shut</h1><script>{'a<b;' * 5_000_000}</script><p>It was shut on Friday.</p></main>"
    )
    assert article.source.text == "Port shut\nIt was shut on Friday."
