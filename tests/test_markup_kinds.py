"""What a page's elements make of its lines, the rule that tells it, and where it does not hold."""

from __future__ import annotations

import pytest

from warparse import Block, BlockKind, Reason, parse_html

SENTENCE = "The port was closed on Friday after a storm, the mayor said, and ferries stay in the harbour until Sunday."
PROSE = f"<p>{SENTENCE}</p>" * 3
TITLE = "<h1>Storm over the harbour</h1>"


def block_of(page: str, words: str) -> Block:
    """Give the one block with some words."""
    (block,) = [block for block in parse_html(page).blocks if block.text == words]
    return block


@pytest.mark.parametrize(
    ("inside", "words", "kind", "reason", "rule"),
    [
        ("<h2>Ferries wait</h2>", "Ferries wait", "heading", None, "markup.heading"),
        ("<h2><a href=/x>More of the ferries</a></h2>", "More of the ferries", "noise", "promotion", "markup.links"),
        ("<p><a href=/x>Ferries wait for wind</a></p>", "Ferries wait for wind", "noise", "promotion", "markup.links"),
        ("<aside><p>Ferries in pictures</p></aside>", "Ferries in pictures", "noise", "promotion", "markup.aside"),
        ("<form><p>Your name</p></form>", "Your name", "noise", "interface", "markup.form"),
        ("<nav><ul><li>Ferries</ul></nav>", "Ferries", "noise", "navigation", "markup.nav"),
        ("<ul><li>Ferries wait</ul>", "Ferries wait", "list_item", None, "markup.item"),
        ("<p hidden>Words that nobody sees</p>", "Words that nobody sees", "noise", "other", "markup.hidden"),
        ("<table><tr><td>Ferries<td>12</table>", "Ferries | 12", "paragraph", None, "markup.table"),
        ("<blockquote><p>We wait for wind</p></blockquote>", "We wait for wind", "quote", None, "markup.quote"),
        ("<figure><figcaption>A ferry</figcaption></figure>", "A ferry", "caption", None, "markup.caption"),
        # a line of twelve words is a paragraph though no sentence ends in it; a short one is what it looks like
        (
            "<p>Ferries wait for the wind to fall and ships turn back south</p>",
            "Ferries wait for the wind to fall and ships turn back south",
            "paragraph",
            None,
            "markup.paragraph",
        ),
        ("<p>Ferries wait</p>", "Ferries wait", "heading", None, "weighed.body"),
        # inside the body no words stand between it and the headline
        ("<p class=standfirst>Ferries wait there.</p>", "Ferries wait there.", "paragraph", None, "markup.paragraph"),
    ],
)
def test_elements_inside_the_body(inside: str, words: str, kind: str, reason: str | None, rule: str) -> None:
    page = f"<article>{TITLE}<div class=article-body>{PROSE}{inside}{PROSE}</div></article>"
    block = block_of(page, words)
    assert (block.kind, block.reason, block.rule) == (BlockKind(kind), Reason(reason) if reason else None, rule)


@pytest.mark.parametrize(
    ("above", "words", "kind", "rule"),
    [
        ("<p class=standfirst>Ferries wait there.</p>", "Ferries wait there.", "standfirst", "markup.standfirst"),
        ("<p><a rel=author href=/a>Ada Lind</a></p>", "Ada Lind", "byline", "markup.author"),
        ("<time datetime=2025-05-03>3 May 2025</time>", "3 May 2025", "timestamp", "markup.time"),
        ("<header><a href=/a>News</a> <a href=/b>Sport</a></header>", "News Sport", "noise", "markup.header"),
    ],
)
def test_elements_between_headline_and_body(above: str, words: str, kind: str, rule: str) -> None:
    article = parse_html(f"<article>{TITLE}{above}<div class=article-body>{PROSE}</div></article>")
    (block,) = [block for block in article.blocks if block.text == words]
    assert (block.kind, block.rule) == (BlockKind(kind), rule)
    assert block.post is None
    assert [post.blocks[0].text for post in article.posts] == [SENTENCE]


@pytest.mark.parametrize(
    ("header", "menu"),
    [
        ("<p><a href=/a>Home</a> of the <a href=/b>Harbour</a></p>", True),
        ("<p>Home of the harbour and its <a href=/b>ferries</a></p>", False),
    ],
)
def test_a_header_is_a_menu_by_its_links_alone(header: str, menu: bool) -> None:
    page = f"<main><header>{header}{TITLE}</header><div class=article-body>{PROSE}</div></main>"
    first, title, *_ = parse_html(page).blocks
    assert (first.rule == "markup.header") is menu
    assert title.kind is BlockKind.TITLE


def test_writers_credited_in_a_footer_are_bylines_and_its_links_are_none() -> None:
    footer = (
        "<footer><p>Ada Lind is a reporter for the Herald</p><p>Reporting by Jean Morel</p><p>Terms of use</p></footer>"
    )
    article = parse_html(f"<article>{TITLE}<div class=article-body>{PROSE}</div>{footer}</article>")
    assert [(block.kind.value, block.rule) for block in article.blocks[-3:]] == [
        ("byline", "byline.biography"),
        ("byline", "byline.contribution"),
        ("noise", "markup.footer"),
    ]


def test_without_a_headline_nothing_stands_under_one() -> None:
    article = parse_html(
        f"<article><p class=standfirst>Ferries wait.</p><div class=article-body>{PROSE}</div></article>"
    )
    assert article.title is None
    assert all(block.kind is BlockKind.PARAGRAPH and block.post == 0 for block in article.blocks)


def test_above_a_marked_headline_nothing_is_text_though_the_page_marks_no_body() -> None:
    text = "".join(f"<div>{SENTENCE}</div>" for _ in range(3))
    article = parse_html(f"<div><p>Storm season begins</p>{TITLE}<div>{text}</div></div>")
    assert [block.kind.value for block in article.blocks] == ["noise", "title", *["paragraph"] * 3]
    assert [block.post for block in article.blocks] == [None, None, 0, 0, 0]
