"""What of a page is its article and what stands beside it, where no name tells: structure alone.

Each table holds near-misses beside what must be found.
"""

from __future__ import annotations

import pytest

from warparse import Article, BlockKind, Reason, parse_html
from warparse.read.page import read_page

PROSE = "The port was closed on Friday after a storm, the mayor said, and ferries stay in the harbour until Sunday."
OTHER = (
    "A warehouse full of paint burned in the old town on Tuesday, the fire service said, and two dockers died in it."
)
OWN = f"<article class=story><h1>Port shut after storm</h1><p>{PROSE}</p><p>Nobody was hurt. {PROSE}</p></article>"


def kept(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.NOISE]


def reasons(article: Article) -> dict[str, Reason | None]:
    return {block.text: block.reason for block in article.blocks}


@pytest.mark.parametrize(
    ("below", "other"),
    [
        # the next story of a page that goes on scrolling: alike, with a writer or a day of its own
        (f"<article class=story><h2>Fire</h2><p class=byline>By Tom Birk</p><p>{OTHER}</p></article>", True),
        (f"<article class=next><h1>Fire</h1><time datetime=2025-06-17>June 17</time><p>{OTHER}</p></article>", True),
        # a teaser: its heading leads to another page
        (f"<article class=card><h3><a href=/fire>Fire in the old town</a></h3><p>{OTHER}</p></article>", True),
        # chapters of one story have neither
        (f"<article class=story><h2>The night before</h2><p>{OTHER}</p></article>", False),
        (f"<article class=part><h2>The night before</h2><p>{OTHER}</p></article>", False),
        (f"<section class=story><h2>The night before</h2><p>{OTHER}</p></section>", False),
    ],
)
def test_another_story_below_is_no_part_of_the_article(below: str, *, other: bool) -> None:
    article = parse_html(f"<main>{OWN}{below}</main>")
    assert (OTHER in kept(article)) is not other
    assert PROSE in kept(article)


def test_articles_that_hold_most_of_a_page_are_its_text_where_none_holds_the_headline() -> None:
    parts = "".join(f"<article><h2><a href=/p{n}>Part {n}</a></h2><p>{n}. {PROSE}</p></article>" for n in range(3))
    assert f"2. {PROSE}" in parse_html(f"<h1>Port shut after storm</h1>{parts}").source.text
    assert [text for text in kept(parse_html(f"<h1>Port shut after storm</h1>{parts}")) if PROSE in text]


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        ("<div class=x1><h4>The evening letter</h4><p>All of it.</p><input type=email></div>", Reason.SUBSCRIPTION),
        ("<div class=x1><h4>The evening letter</h4><div><input name=user_email></div></div>", Reason.SUBSCRIPTION),
        ("<div class=x1><h4>The evening letter</h4><input type=search placeholder=email></div>", None),
        ("<div class=x1><h4>The evening letter</h4><p>He wrote it by hand.</p></div>", None),
    ],
)
def test_a_box_around_a_field_for_an_address_is_a_sign_up(box: str, reason: Reason | None) -> None:
    article = parse_html(f"<h1>Port shut</h1><div><p>{PROSE}</p>{box}<p>Then. {PROSE}</p></div>")
    assert reasons(article)["The evening letter"] is reason
    assert {PROSE, f"Then. {PROSE}"} <= set(kept(article))


def test_a_field_in_an_articles_own_element_takes_nothing_of_it() -> None:
    article = parse_html(f"<h1>Port shut</h1><article><p>{PROSE}</p><p>Trams run.</p><input type=email></article>")
    assert {PROSE, "Trams run."} <= set(kept(article))


def feed(count: int, name: str = "css-1a2b") -> str:
    return "".join(
        f'<div class="{name}"><div><time datetime="2025-03-04T{hour:02}:20:00Z">{hour:02}.20</time></div>'
        f"<p>{hour}. {PROSE}</p></div>"
        for hour in range(count)
    )


@pytest.mark.parametrize(
    ("title", "page", "posts"),
    [
        ("Port shut - live", feed(4), 4),
        ("Port shut: live updates", f"<div class=a>{feed(3)}</div><div class=a>{feed(3)}</div>", 6),
        ("Port shut", feed(4), 0),  # nothing calls it live
        ("Port shut - live", f"<p>{PROSE * 9}</p>{feed(4)}", 0),  # most of the prose is not in them
        ("Port shut - live", f"<p>{OTHER}</p>{feed(4, 'comment')}", 0),
    ],
)
def test_on_a_page_called_live_like_elements_with_times_and_most_of_the_prose_are_entries(
    title: str, page: str, posts: int
) -> None:
    assert len(read_page(f"<title>{title}</title><main><h1>{title}</h1>{page}</main>").entries) == posts


def test_paragraphs_that_are_divs_go_on_below_a_box() -> None:
    box = "<div class=x2><div>You may like</div><div><a href=/1>Who counts the bridges in the north</a></div></div>"
    body = "".join(f"<div class=x1>{n}. {PROSE}</div>" for n in range(3))
    article = parse_html(
        f"<div><h1>Port shut</h1><div>{body}{box}<div class=x1>The talks go on tomorrow.</div></div></div>"
    )
    assert kept(article)[-1] == "The talks go on tomorrow."


@pytest.mark.parametrize("names", [("chunk", "chunk"), ("body-1", "body-2"), ("top", "rest")])
def test_a_text_in_two_elements_is_one_text(names: tuple[str, str]) -> None:
    above, below = (
        f"<div class={name}>" + "".join(f"<p>{day}: {PROSE}</p>" for day in days) + "</div>"
        for name, days in zip(names, (("Monday", "Tuesday"), ("Wednesday", "Thursday")), strict=True)
    )
    article = parse_html(f"<main><h1>Port shut</h1>{above}<div class=slot>Advertisement</div>{below}</main>")
    assert [text.partition(":")[0] for text in kept(article)[1:]] == ["Monday", "Tuesday", "Wednesday", "Thursday"]


@pytest.mark.parametrize(
    ("head", "top", "below", "authors"),
    [
        ("", "<p class=byline>By Ada Lind and Jean Morel</p>", "", [("Ada Lind", "byline"), ("Jean Morel", "byline")]),
        ("", "<div class=x>By Ada Lind</div><p>4 March 2025</p>", "", [("Ada Lind", "byline")]),
        ("<meta name=author content='Tom Birk'>", "<p class=byline>By Ada Lind</p>", "", [("Tom Birk", "meta author")]),
        ("", "", "<p>Ada Lind contributed reporting from Port Anselm.</p>", []),  # who contributes is no writer
        ("", "", f"<h2>By Ada Lind’s house</h2><p>{OTHER}</p>", []),
        ("", "<p class=byline>Climate correspondent</p>", "", []),  # a job is no name
    ],
)
def test_a_byline_tells_the_writers_where_the_metadata_do_not(
    head: str, top: str, below: str, authors: list[tuple[str, str]]
) -> None:
    article = parse_html(f"<head>{head}</head><main><h1>Port shut</h1>{top}<p>{PROSE}</p><p>{PROSE}</p>{below}</main>")
    assert [(each.value, each.origin) for each in article.metadata if each.name == "author"] == authors


def test_a_byline_of_an_entry_names_no_writer_of_the_page() -> None:
    page = feed(3).replace("<p>", "<p class=byline>Ada Lind</p><p>")
    article = parse_html(f"<title>Port shut - live</title><main><h1>Port shut - live</h1>{page}</main>")
    assert article.told("author") == ()
    assert [post.authors for post in article.posts] == [("Ada Lind",)] * 3


@pytest.mark.parametrize(
    ("name", "line", "title"),
    [
        ("Two piers shut as truce ends - Hill Courier", "Two piers shut as truce ends", True),
        ("Two piers shut | News | Hill Courier", "Two piers shut", True),
        ("Two piers shut as truce ends", "Two piers shut as", False),  # cut off, not divided
        ("Courier - Two piers shut", "Courier", False),  # a name of one word
    ],
)
def test_a_headline_that_is_no_heading_is_known_by_the_pages_title(name: str, line: str, title: bool) -> None:
    page = f"<title>{name}</title><div>{line}</div><i>By Mira Stanko</i><br>12 May 2025<p>{PROSE}<p>{PROSE}"
    assert read_page(page).hints[0].heading == (1 if title else 0)


def test_linked_text_keeps_its_paragraphs() -> None:
    data = '{"@type":"NewsArticle","headline":"Port shut","articleBody":"One of the piers fell.\\n\\nNobody was hurt."}'
    page = read_page(f'<script type="application/ld+json">{data}</script><div id=root></div>')
    assert page.source.text == "Port shut\nOne of the piers fell.\nNobody was hurt."


@pytest.mark.parametrize(
    ("outer", "inner", "reason"),
    [
        ("newsletter-post", "newsletter-box", Reason.SUBSCRIPTION),  # the outer one holds the article, the inner is one
        ("newsletter-post", "related", Reason.PROMOTION),
        ("newsletter-post", "lead", None),
        ("post", "newsletter-box", Reason.SUBSCRIPTION),
    ],
)
def test_a_region_that_holds_the_article_says_nothing_of_those_in_it(
    outer: str, inner: str, reason: Reason | None
) -> None:
    text = f"<p>{PROSE}</p><p>{OTHER}</p><p>Then. {PROSE}</p>"
    article = parse_html(f"<div class={outer}><h1>Port shut</h1>{text}<div class={inner}><h4>The tide</h4></div></div>")
    assert {PROSE, OTHER, f"Then. {PROSE}"} <= set(kept(article))
    assert reasons(article)["The tide"] is reason


def test_a_day_and_counts_in_what_is_called_a_byline_are_no_writers() -> None:
    byline = "<div class=byline-row><a href=/lind>Ada Lind</a><div>Mar 04, 2025</div><div>31</div></div>"
    article = parse_html(f"<main><h1>Port shut</h1>{byline}<p>{PROSE}</p><p>{OTHER}</p></main>")
    told = {block.text: block.kind for block in article.blocks}
    assert told["Ada Lind"] is BlockKind.BYLINE
    assert told["Mar 04, 2025"] is BlockKind.TIMESTAMP
    assert told["31"] is BlockKind.NOISE
    assert article.told("author") == ("Ada Lind",)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<div style='visibility:hidden'><p>{PROSE}</p><p>{OTHER}</p></div><p>Loading.</p>", True),  # till scripts run
        (f"<p>{PROSE}</p><p>Then. {PROSE}</p><div hidden><p>{OTHER}</p></div>", False),
        (f"<p>{PROSE}</p><div style='display:none'><p>{OTHER}</p></div><p>Then. {PROSE}</p><p>{OTHER}</p>", True),
        (f"<p>{PROSE}</p>" + f"<span hidden>{OTHER}</span>" * 9 + f"<p>Then. {PROSE}</p>", False),
    ],
)
def test_what_a_page_hides_is_noise_unless_it_is_most_of_it(body: str, *, shown: bool) -> None:
    assert (OTHER in kept(parse_html(f"<main><h1>Port shut</h1>{body}</main>"))) is shown


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("14.20 GMT", BlockKind.TIMESTAMP),
        ("2:05pm", BlockKind.TIMESTAMP),
        ("14.20: the crane falls", BlockKind.HEADING),
        ("Chapter 14", BlockKind.HEADING),
    ],
)
def test_a_heading_that_is_an_hour_and_a_minute_is_a_time(heading: str, kind: BlockKind) -> None:
    article = parse_html(f"<main><h1>Port shut – live</h1><p>{OTHER}</p><h4>{heading}</h4><p>{PROSE}</p></main>")
    assert {block.text: block.kind for block in article.blocks}[heading] is kind


def test_what_is_called_a_biography_is_the_writers() -> None:
    bio = "Ada Lind has written about harbours for the Herald since 2009. She lives in Tavrin with two dogs."
    article = parse_html(
        f"<main><h1>Port shut</h1><p>{PROSE}</p><p>{OTHER}</p><div class=bio><p>{bio}</p></div></main>"
    )
    assert {block.text: block.kind for block in article.blocks}[bio] is BlockKind.BYLINE
