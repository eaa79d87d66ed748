"""Parts of pages that look like others: what each is, with near-misses beside it."""

from __future__ import annotations

import json

import pytest

from warparse import parse_html
from warparse.read.page import read_page

PROSE = "The port was closed on Friday after a storm, the mayor said, and ferries stay in the harbour until Sunday."
OTHER = "Two fishing boats are missing off the cape with nine men on board, and their families wait at the quay."


def kind_of(markup: str, text: str) -> str | None:
    """Give the kind of the block that begins with a text; None where there is none."""
    blocks = parse_html(markup).blocks
    return next((block.kind.value for block in blocks if block.text.startswith(text)), None)


FIGURE = "<figure><img src=a><figcaption>Boats behind the wall</figcaption></figure>"
BYLINE = "<p class=byline>By Ada Lind</p>"


@pytest.mark.parametrize(
    ("top", "inside"),
    [
        (f"{BYLINE}{FIGURE}", True),
        (f"<header>{BYLINE}{FIGURE}</header>", True),
        (f"<header>{BYLINE}<a href=/gallery>{FIGURE}</a></header>", True),
        (f"<p class=standfirst>Ferries wait for the wind</p>{FIGURE}", True),
        (f"{FIGURE}{BYLINE}", False),
        (f"<p class=standfirst>Ferries wait for the wind</p>{FIGURE}{BYLINE}", False),
    ],
)
def test_a_body_begins_with_the_picture_under_the_byline(top: str, inside: bool) -> None:
    page = (
        f"<main><h1>Storm over the harbour</h1>{top}<div class=article-body><p>{PROSE}</p><p>{OTHER}</p></div></main>"
    )
    article = parse_html(page)
    assert [figure.caption for figure in article.figures] == ["Boats behind the wall"]
    assert (article.figures[0].post is not None) is inside
    assert (article.posts[0].start == article.figures[0].start) is inside


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ("<main><h1>Storm over the harbour</h1>{}{}</main>", "list_item"),
        ("<main><header><h1>Storm over the harbour</h1>{}</header>{}</main>", "list_item"),
        ("<header>{}</header><main><h1>Storm over the harbour</h1>{}</main>", None),
    ],
)
def test_items_under_a_headline_are_the_articles(around: str, kind: str | None) -> None:
    points = "<ul><li>Ferries stay in the harbour</li><li>Two boats missing off the cape</li></ul>"
    page = around.format(points, f"<div class=article-body><p>{PROSE}</p><p>{OTHER}</p></div>")
    assert [kind_of(page, text) for text in ("Ferries stay", "Two boats")] == [kind, kind]


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<div>Port workers went home before noon. Nobody was hurt.</div>", "paragraph"),
        ("<div class=newsletter>Port workers went home before noon. Nobody was hurt.</div>", "noise"),
        ("<div><a href=/b>Port workers went home before noon. Nobody was hurt.</a></div>", "noise"),
    ],
)
def test_prose_of_a_body_is_a_paragraph_whatever_holds_it(element: str, kind: str) -> None:
    page = f"<main><h1>Storm over the harbour</h1><div class=article-body><div>{PROSE}</div>{element}<div>{OTHER}</div></div></main>"
    assert kind_of(page, "Port workers") == kind


def linked(**data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<h2 class=standfirst>Ferries wait for the wind</h2>", "standfirst"),
        ("<h2 class=article-subtitle>Ferries wait for the wind</h2>", "standfirst"),
        ("<h1 class=standfirst>Ferries wait for the wind</h1>", "title"),
        (f"<p>{PROSE}</p><h2>Ferries wait for the wind</h2>", "heading"),
    ],
)
def test_a_standfirst_may_be_set_as_a_heading(line: str, kind: str) -> None:
    headline = "" if "h1" in line else "<h1>Storm over the harbour</h1>"
    assert kind_of(f"<article>{headline}{line}<p>{PROSE}</p><p>{OTHER}</p></article>", "Ferries wait") == kind


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ("<div class=caption>Boats behind the wall</div>", ["Boats behind the wall"]),
        ("<div class=photo-caption>Boats <span class=credit>Ada Lind</span></div>", ["Boats Ada Lind"]),
        ("<div class=photo-credit>Ada Lind</div>", ["Boats in the old port", "Ada Lind"]),
        ("", ["Boats in the old port"]),
    ],
)
def test_a_picture_with_a_caption_needs_no_alternative_text(below: str, lines: list[str]) -> None:
    page = read_page(f"<div class=image><img src=a alt='Boats in the old port'>{below}</div><p>{PROSE}</p>")
    assert page.source.text.split("\n") == [*lines, PROSE]
    assert {hint.picture for hint in page.hints[:-1]} == {0}


def test_a_credit_without_a_picture_is_no_caption() -> None:
    hints = read_page(f"<p>{PROSE}</p><div class=credits>Ada Lind</div>").hints
    assert not hints[-1].captioned


def entries(first: str, second: str, *, attributes: str = "") -> str:
    return f"<main><h1>Storm live</h1><div class=live-post id=a {attributes}>{first}</div><div class=live-post id=b>{second}</div></main>"


@pytest.mark.parametrize(
    ("entry", "published", "modified"),
    [
        ("<time datetime=2025-03-01T09:00Z>9.00</time>{p}<p>Updated <time datetime=2025-03-01T09:10Z>9.10</time>", 0, 10),
        ("<b><time datetime=2025-03-01T09:00Z>9.00</time></b>{p}<p><time datetime=2025-03-01T09:10Z>Updated 9.10</time>", 0, 10),
        ("<p>Updated <time datetime=2025-03-01T09:10Z>9.10</time></p><time datetime=2025-03-01T09:00Z>9.00</time>{p}", 0, 10),
        ("<time datetime=2025-03-01T09:00Z>9.00</time>{p}", 0, None),
    ],
)  # fmt: skip
def test_only_words_before_a_time_make_it_a_changes(entry: str, published: int, modified: int | None) -> None:
    told = f"<time datetime=2025-03-01T08:00Z>8.00</time><p>{OTHER}</p>"
    post = parse_html(entries(entry.replace("{p}", f"<p>{PROSE}</p>"), told)).posts[0]
    assert post.published is not None
    assert post.published.minute == published
    assert (post.modified.minute if post.modified else None) == modified


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ("<time datetime=2025-03-01T10:00+01:00>10.00</time>", "2025-03-01T10:00:00+01:00"),
        ("<time datetime=2025-03-01T11:00+01:00>11.00</time>", "2025-03-01T09:00:00+00:00"),
        ("", "2025-03-01T09:00:00+00:00"),
    ],
)
def test_a_number_of_seconds_has_no_zone_but_its_times(element: str, told: str) -> None:
    page = entries(f"{element}<p>{PROSE}</p>", f"<p>{OTHER}</p>", attributes="data-timestamp=1740819600")
    published = parse_html(page).posts[0].published
    assert published is not None
    assert published.isoformat() == told


LINKS = (
    "<ul><li><a href=/1>Ferry crews end their strike</a></li><li><a href=/2>Choir sings below the square</a></li></ul>"
)


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        (f"<section><h2>Harbour and coast</h2>{LINKS}</section>", "noise"),
        (f"<section><h2>Harbour and coast</h2>{LINKS}<p>{OTHER}</p></section>", "heading"),
        (f"<section><h2>Harbour and coast</h2><p>{OTHER}</p>{LINKS}</section>", "heading"),
    ],
)
def test_a_heading_over_nothing_but_links_is_a_menus(box: str, kind: str) -> None:
    page = f"<main><h1>Storm over the harbour</h1><div class=article-body><p>{PROSE}</p>{box}<p>{PROSE} So it was.</p></div></main>"
    assert kind_of(page, "Harbour and coast") == kind


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("<a href=/a><time>9.30</time> Ferry crews end their strike</a>", ["9.30 Ferry crews end their strike"]),
        ("<time>9.30</time> <a href=/a>Ferry crews end their strike</a>", ["9.30", "Ferry crews end their strike"]),
        ("<a rel=author href=/a>Ada Lind</a> <a href=/b><time>9.30</time></a>", ["Ada Lind", "9.30"]),
    ],
)
def test_the_time_in_a_link_belongs_to_what_the_link_leads_to(line: str, lines: list[str]) -> None:
    assert read_page(f"<div>{line}</div>").source.text.split("\n") == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<p>{PROSE}</p><p>{OTHER}</p>", [PROSE, OTHER]),
        (f"<p>{PROSE}</p>", [PROSE, OTHER]),
        ("", [PROSE, OTHER]),
    ],
)
def test_of_linked_data_only_what_the_page_does_not_show_is_written(body: str, lines: list[str]) -> None:
    data = linked(**{"@type": "NewsArticle", "headline": "Storm", "articleBody": f"{PROSE}\n{OTHER}"})
    assert read_page(f"{data}<main><h1>Storm</h1>{body}</main>").source.text.split("\n") == ["Storm", *lines]


def test_updates_of_the_same_words_are_posts_of_their_own() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": "Port stays shut today", "articleBody": PROSE, "datePublished": time}
        for time in ("2025-03-01T09:00:00Z", "2025-03-01T10:00:00Z", "2025-03-01T11:00:00Z")
    ]
    data = linked(**{"@type": "LiveBlogPosting", "headline": "Storm", "liveBlogUpdate": updates})
    shown = "".join(
        f"<li class=live-post><time datetime=2025-03-01T{hour}:00:00Z>{hour}</time><h2>Port stays shut today</h2><p>{PROSE}</p></li>"
        for hour in (10, 11)
    )
    posts = parse_html(f"{data}<main><h1>Storm</h1><ul>{shown}</ul></main>").posts
    assert [post.published.hour for post in posts if post.published] == [10, 11, 9]


def test_teasers_inside_entries_make_them_no_teasers() -> None:
    teaser = "<div class=related><h3><a href=/b>Another story of the port</a></h3></div>"
    told = [f"<article id=e{n} class=entry><time datetime=2025-03-01T0{n}:00Z>{n}</time><h2>Port shut</h2><p>{PROSE}</p>{teaser}</article>" for n in (1, 2)]  # fmt: skip
    assert len(parse_html(f"<main><h1>Storm live</h1>{''.join(told)}</main>").posts) == 2
    leading = "".join(told).replace("<h2>Port shut</h2>", "<h2><a href=/c>Port shut</a></h2>")
    assert not read_page(f"<main><h1>Storm live</h1>{leading}</main>").entries


def test_what_a_page_repeats_does_not_hold_the_article() -> None:
    plea = "<div class=newsletter>Our letter tells you every Thursday what the tide brought in and what it took away.</div>"
    page = f"<main><h1>Storm over the harbour</h1><p>{PROSE}</p>{plea}<p>{OTHER}</p>{plea}{plea}</main>"
    assert kind_of(page, "Our letter") == "noise"


@pytest.mark.parametrize(
    ("words", "time"), [("14.22", True), ("2:22 pm", True), ("14.23", False), ("2.22", False), ("14.22 boats", False)]
)
def test_the_hour_and_minute_of_an_entry_are_its_time(words: str, time: bool) -> None:
    machine = "<meta itemprop=datePublished content=2025-03-01T14:22:00+01:00>"
    entry = f"<div itemprop=liveBlogUpdate>{machine}<span>{words}</span><p>{PROSE}</p></div>"
    assert read_page(f"<main><h1>Storm</h1>{entry}{entry}</main>").hints[1].time is time


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("<h3><a href=/{n}>Another story of the port</a></h3>", "noise"),
        ("<h3>Another day in the port</h3>", "paragraph"),
    ],
)
def test_a_region_of_teasers_holds_no_article_however_long_it_is(heading: str, kind: str) -> None:
    parts = "".join(f"{heading.format(n=n)}<p>{OTHER.replace('nine', str(n))}</p>" for n in (7, 8, 9))
    page = (
        f"<h1>Storm over the harbour</h1><div><p>{PROSE}</p></div><div class=related-stories><h2>More</h2>{parts}</div>"
    )
    assert kind_of(page, "Two fishing boats are missing off the cape with 8") == kind
