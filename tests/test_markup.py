"""How pages are read: bytes, tags, lines, entries, linked data, metadata, and what the markup makes of a line."""

from __future__ import annotations

import pytest
from attrs import evolve

from warparse import BlockKind, Reason, parse, parse_html
from warparse.read.decode import decode
from warparse.read.page import looks_like_html, read_page
from warparse.read.roles import find_role
from warparse.read.scan import scan
from warparse.read.times import read_time
from warparse.read.tree import grow
from warparse.segment.weigh import STATES, decide, load_weights

PROSE = "The port was closed on Friday after a storm, the mayor said, and ferries stay in the harbour until Sunday."


@pytest.mark.parametrize(
    ("data", "header", "text", "encoding"),
    [
        ("\ufeffé".encode(), None, "é", "utf-8"),
        ("é".encode(), None, "é", "utf-8"),
        ("\ufeffé".encode("utf-16-le"), None, "é", "utf-16-le"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), "text/html; charset=utf-8", "é", "utf-16-be"),
        ("é".encode("cp1250"), "text/html; charset=windows-1250", "é", "cp1250"),
        (b"<meta charset='iso-8859-2'>\xb1", None, "<meta charset='iso-8859-2'>ą", "iso8859-2"),
        (b"<meta charset=iso-8859-1>\x93", None, "<meta charset=iso-8859-1>“", "cp1252"),
        (
            b"<?xml version='1.0' encoding='windows-1251'?>\xe4",
            None,
            "<?xml version='1.0' encoding='windows-1251'?>д",
            "cp1251",
        ),
        ("<meta charset=iso-8859-1>é".encode(), None, "<meta charset=iso-8859-1>é", "utf-8"),  # it is, whatever it says
        (b"it\x92s", None, "it’s", "cp1252"),
        (b"it\x92s", "text/html; charset=nonsense", "it’s", "cp1252"),
        (b"it\x92s", "text/html; charset=rot13", "it’s", "cp1252"),
        (b"\xff\x00\x81", None, "ÿ\x00\ufffd", "cp1252"),
        (b"", None, "", "utf-8"),
    ],
)
def test_bytes_are_decoded(data: bytes, header: str | None, text: str, encoding: str) -> None:
    assert decode(data, header) == (text, encoding)


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>One<p>Two", "<p>One</p><p>Two</p>"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
        ("<p>a<div>b</div>", "<p>a</p><div>b</div>"),
        ("<p>a <b>b <a href=x>c</b> d</a></p>", "<p>a b <a href=x>c</a> d</p>"),
        ("<div><i>a</div>b</i>", "<div>a</div>b"),
        ("a < b <3 c", "a &lt; b &lt;3 c"),
        ("a<script>if (b < c) '</p>'</script>d", "ad"),
        ("a<style>p > b {}</style >d", "ad"),
        ("a<!-- <p> -->b<!-- c", "ab"),
        ("a<![CDATA[b]]>c<?php d ?>e<!DOCTYPE f>g", "aceg"),
        ("a<template>b<template>c</template>d</template>e", "ae"),
        ("a<svg><title>b</title><text>c</text></svg>d<noscript>e</noscript>", "ad"),
        ('<p title="a > b">c</p>', '<p title="a > b">c</p>'),
        ("<p title='<script>'>c</p>d", "<p title='<script>'>c</p>d"),
        ("<p title=it's>c</p>", "<p title=it's>c</p>"),
        ('<p title="never closed>c</p>', "<p>c</p>"),
        ("a<br>b<br/>c", "a<br></br>b<br/></br>c"),
        ("<p>a\0b</p>", "<p>ab</p>"),
        ("</p></div>a", "a"),
        ("<p", "&lt;p"),
        ("", ""),
    ],
)
def test_markup_is_made_well_formed(markup: str, kept: str) -> None:
    assert scan(markup).markup == kept


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<nav>Menu</nav><main><h1>T</h1><p>One.</p></main><footer>Foot</footer>", "T\nOne."),
        ("<nav>Menu</nav><h1>T</h1><div>by</div><article><p>One.</p></article><footer>F</footer>", "T\nby\nOne."),
        ("<div role=main><p>One.</p></div><p>F</p>", "One."),
        ("<main><p>a</p></main><p>Far more text than the page’s main part, which is hardly its article.</p>", None),
        ("<h1>T</h1><article>One two three four.</article><article>Five.</article>", "T\nOne two three four.\nFive."),
        ("<article><h1>T</h1><p>One two three.</p></article><article>Other</article>", "T\nOne two three."),
    ],
)
def test_a_page_is_cut_to_its_article(markup: str, text: str | None) -> None:
    whole = read_page(markup, whole=True).source.text
    assert read_page(markup).source.text == (whole if text is None else text)
    assert text is None or whole != text or "<h1>" in markup[:4]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a   b\n\tc</p>", "a b c"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<p>W<b>ord</b></p>", "Word"),
        ("<div><span>14.22</span><span>Ferry</span></div>", "14.22 Ferry"),
        ("<p>Wo<span>rd</span></p>", "Word"),
        ("<p>he <q>ran</q></p>", "he “ran”"),
        ("<blockquote><p>We go.</p><cite>Ada Lind</cite></blockquote>", "We go.\n— Ada Lind"),
        ("<p>See <cite>The Sea</cite>.</p>", "See The Sea."),
        (
            "<div>By <a rel=author>Ada Lind</a> | <time datetime=2025-01-02>2 January</time></div>",
            "By Ada Lind\n2 January",
        ),
        (
            "<p>It ended on <time>Friday</time>, the mayor said. Nobody came.</p>",
            "It ended on Friday, the mayor said. Nobody came.",
        ),
        ("<p>a<span hidden>b</span>c</p>", "a\nb\nc"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "a | b\n1 | 2"),
        ("<table><tr><td><p>a</p><p>b</p><p>c</p><td>d</table>", "a\nb\nc\nd"),
        (
            "<blockquote class=twitter-tweet><p>Gone.</p>&mdash; Ada (@ada) <a>May 8</a></blockquote>",
            "Gone. — Ada (@ada) May 8",
        ),
        ("<p>&amp;&lt;&nbsp;&eacute;&bogus;</p>", "&< é&bogus;"),
        ("<figure><img alt='Boats in the port' src=a><figcaption>Boats</figcaption></figure>", "Boats"),
        ("<figure><img alt='Boats in the port' src=a></figure>", "Boats in the port"),
        ("<p>a</p><img alt='Boats in the port' src=a><p>b</p>", "a\nBoats in the port\nb"),
        ("<a href=x><img alt='Boats in the port' src=a></a>", ""),
        ("<img alt='A face of a writer' width=40 src=a>", ""),
        ("<img alt='logo' src=a>", ""),
    ],
)
def test_lines_are_what_a_reader_sees(markup: str, text: str) -> None:
    assert read_page(markup).source.text == text


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("article__newsletter", "subscription"),
        ("NewsletterSignup-root", "subscription"),
        ("page-with-newsletter-and-more", ""),
        ("related-links", "promotion"),
        ("correlated", ""),
        ("wp-caption-text", "figure"),
        ("image__caption", "caption"),
        ("byline__names", "byline"),
        ("sr-only", "hidden"),
        ("timeline", ""),
        ("dcr-1x2y", ""),
    ],
)
def test_names_of_classes_tell_roles(name: str, role: str) -> None:
    assert find_role({"class": name}) == role


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-02-25T12:01:00Z", "2025-02-25T12:01:00+00:00"),
        ("2025-02-25T12:01:00.1234567+0200", "2025-02-25T12:01:00.123456+02:00"),
        ("2025-02-25 12:01:00 +0530", "2025-02-25T12:01:00+05:30"),
        ("2025-02-25", "2025-02-25T00:00:00"),
        ("Tue, 25 Feb 2025 12:01:00 GMT", "2025-02-25T12:01:00+00:00"),
        ("1740484860", "2025-02-25T12:01:00+00:00"),
        ("1740484860000", "2025-02-25T12:01:00+00:00"),
    ],
)
def test_times_are_read(text: str, iso: str) -> None:
    found = read_time(text)
    assert found is not None
    assert found.isoformat() == iso


@pytest.mark.parametrize(
    "text", ["", "soon", "2025-13-40", "12345", "99999999999999", "Tue, 99 Feb 2025", "9" * 99, None]
)
def test_what_is_no_time_is_none(text: str | None) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        ("<h2>Port shut again</h2>", BlockKind.HEADING, None),
        ("<blockquote>We are tired of it all.</blockquote>", BlockKind.QUOTE, None),
        ("<ul><li>Ferries stay in the harbour.</li></ul>", BlockKind.LIST_ITEM, None),
        ("<figure><img src=a><figcaption>Boats</figcaption></figure>", BlockKind.CAPTION, None),
        ("<time datetime=2025-02-25>yesterday</time>", BlockKind.TIMESTAMP, None),
        ("<a rel=author href=/a>Staff</a>", BlockKind.BYLINE, None),
        ("<nav>The port was closed on Friday, and nobody came.</nav>", BlockKind.NOISE, Reason.NAVIGATION),
        ("<aside>The port was closed on Friday, and nobody came.</aside>", BlockKind.NOISE, Reason.PROMOTION),
        ("<p hidden>The port was closed on Friday, and nobody came.</p>", BlockKind.NOISE, Reason.OTHER),
        ("<form>The port was closed on Friday, and nobody came.</form>", BlockKind.NOISE, Reason.INTERFACE),
        ("<form>Sign up to our newsletter</form>", BlockKind.NOISE, Reason.SUBSCRIPTION),
        ("<div class=newsletter>The port in your inbox.</div>", BlockKind.NOISE, Reason.SUBSCRIPTION),
        ("<p><a href=/b>The port of the south is closed as well</a></p>", BlockKind.NOISE, Reason.PROMOTION),
        ("<p>The <a href=/b>port</a> was closed on Friday, and nobody came.</p>", BlockKind.PARAGRAPH, None),
        ("<table><tr><td>Monday<td>12 boats</table>", BlockKind.PARAGRAPH, None),
    ],
)
def test_the_markup_makes_a_line_what_it_is(line: str, kind: BlockKind, reason: Reason | None) -> None:
    page = f"<article><h1>Storm over the harbour</h1><p>{PROSE}</p>{line}<p>{PROSE} Nobody was hurt.</p></article>"
    article = parse_html(page)
    block = article.blocks[2]
    assert (block.kind, block.reason) == (kind, reason)
    assert {article.blocks[1].kind, article.blocks[3].kind} == {BlockKind.PARAGRAPH}
    assert article.title == "Storm over the harbour"


PARAGRAPHS = "".join(f"<p>{PROSE.replace('Friday', day)}</p>" for day in ("Monday", "Tuesday", "Wednesday", "Thursday"))


def kinds(markup: str) -> dict[str, str]:
    return {block.text: block.kind.value for block in parse_html(markup).blocks}


@pytest.mark.parametrize(
    "top",
    [
        "<h1>Herald</h1><h2>Storm over the harbour</h2>",
        "<h4>Storm over the harbour</h4>",
        "<div>Storm over the harbour</div>",
        "<blockquote>Share</blockquote><h1>Storm over the harbour</h1>",
        "<ul><li>World</li></ul><h1>Storm over the harbour</h1>",
        "<h2>World</h2><h1>Storm over the harbour</h1>",
    ],
)
def test_the_headline_is_the_one_of_the_metadata_wherever_it_stands(top: str) -> None:
    page = f"<meta property=og:title content='Storm over the harbour'><article>{top}{PARAGRAPHS}</article>"
    told = kinds(page)
    assert told["Storm over the harbour"] == "title"
    assert list(told.values()).count("title") == 1


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=byline>{PARAGRAPHS}</div>",
        f"<div class=timestamp>{PARAGRAPHS}</div>",
        f"<div class=paywall-newsletter>{PARAGRAPHS}</div>",
        PARAGRAPHS.replace("<p>", "<p class=newsletter>"),
        f"<a name=top>{PARAGRAPHS}</a>",
        f"<a href=/b>Port<a href=/c>News</a></a>{PARAGRAPHS}",
        f"<figure><img src=a></figure><div class=caption>{PARAGRAPHS * 4}</div>",
    ],
)
def test_what_holds_the_text_is_not_what_its_name_says(body: str) -> None:
    told = kinds(f"<main><h1>Storm over the harbour</h1>{body}</main>")
    assert {kind for text, kind in told.items() if text.startswith("The port")} == {"paragraph"}


def test_below_the_body_headings_and_times_are_not_the_articles() -> None:
    below = "<div><h3>Popular stories</h3><span class=date>2 May 2025</span><h3>More news of the day</h3></div>"
    page = f"<div class=article-body>{PARAGRAPHS}</div>"
    told = kinds(f"<div><h1>Storm over the harbour</h1>{page}</div>{below}")
    assert told["Popular stories"] == told["More news of the day"] == "noise"


@pytest.mark.parametrize(
    ("title", "live"), [("Storm over the harbour", False), ("Storm live: harbour shut", None), ("", None)]
)
def test_a_page_without_entries_is_an_article_unless_its_headline_says_otherwise(title: str, live: bool | None) -> None:
    from warparse.pipeline import _live

    assert _live(read_page(f"<main><h1>{title}</h1>{PARAGRAPHS}</main>")) is live


def test_a_page_of_nothing_but_a_byline_in_a_quotation_is_read() -> None:
    assert parse_html("<blockquote><span class=byline>We have begun. It will need ten days.").blocks


def test_a_region_that_holds_the_article_is_no_furniture_whatever_it_is_called() -> None:
    page = f"<div class=newsletter-page><h1>Storm</h1>{f'<p>{PROSE}</p>' * 4}</div>"
    assert [block.kind for block in parse_html(page).blocks] == [BlockKind.TITLE] + [BlockKind.PARAGRAPH] * 4


def test_known_states_are_kept_and_what_can_not_follow_is_free() -> None:
    weights = load_weights()
    evidence = [["prose"], ["prose"], ["prose"]]
    heading = tuple(number for number, state in enumerate(STATES) if state.kind == "heading")
    title = tuple(number for number, state in enumerate(STATES) if state.kind == "title")
    free = decide(evidence, weights)
    assert decide(evidence, weights, [None] * 3) == free
    assert STATES[decide(evidence, weights, [None, heading, None])[1]].kind == "heading"
    body = tuple(number for number, state in enumerate(STATES) if state == ("body", "paragraph"))
    assert STATES[decide(evidence, weights, [body, title, None])[1]].kind != "title"


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><p>a", True),
        ("\ufeff \n<html>", True),
        ("<!-- a --><?xml version='1.0'?><html>", True),
        ("<div class=a>b</div>", True),
        ("<Port shut> said the mayor.", False),
        ("The <html> tag is old.", False),
        ("Storm\n\n<p>not the beginning", False),
        ("", False),
    ],
)
def test_pages_are_known_by_how_they_begin(text: str, page: bool) -> None:
    assert looks_like_html(text) is page


def test_a_page_and_its_rendered_text_tell_the_same_posts_and_quotes() -> None:
    told = [
        ("10.40", "Ferry workers end their strike", "Ferry workers have ended their strike, their union said on Monday.", "“We have won a day of rest,” said Ada Lind, who leads it."),
        ("10.05", "Storm shuts the northern port", "A storm has shut the northern port until Tuesday, the harbour master, Jean Morel, told reporters.", "He said that “nobody will sail today”."),
        ("09.30", "Two boats missing off the cape", "Two fishing boats are missing off the cape with nine men on board, the coast guard said.", "Its helicopters were to search until dark."),
    ]  # fmt: skip
    posts = "".join(
        f"<article id=block-{number} class=block><time>{time}</time><h2>{heading}</h2><p>{first}</p><p>{second}</p></article>"
        for number, (time, heading, first, second) in enumerate(told)
    )
    article = parse_html(f"<main><h1>Storm on the coast live: port shut</h1>{posts}</main>")
    dump = parse(article.source.text)
    assert [(b.kind, b.text) for b in dump.blocks] == [(b.kind, b.text) for b in article.blocks]
    assert [(p.end, p.heading) for p in dump.posts] == [(p.end, p.heading) for p in article.posts]
    assert [(q.text, q.speaker) for q in dump.quotes] == [(q.text, q.speaker) for q in article.quotes]


def test_the_tree_is_beautiful_soups_and_keeps_lines() -> None:
    soup = grow(scan("<main>\n<p class='a b' id=c>One</p>\n\n<p>Two</main>"))
    assert [(tag.name, tag.sourceline, dict(tag.attrs)) for tag in soup.find_all("p")] == [
        ("p", 2, {"class": "a b", "id": "c"}),
        ("p", 4, {}),
    ]


def test_a_text_has_no_elements_and_no_metadata() -> None:
    article = parse(PROSE)
    assert all(block.element is None for block in article.blocks)
    assert article.metadata == ()
    assert evolve(article, metadata=()) == article
