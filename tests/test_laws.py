"""Laws that hold for every text.

Total: any `str` parses. Lossless: blocks are ordered, disjoint, and cover every character that is not
white space. Grounded: every span lies in the text and in its parent. Deterministic: one text, one
article, in every process. CRLF and LF give the same objects; blank lines before an article shift spans
and change nothing else, and so does a short menu before the project's own documents; blank lines behind change
nothing. Guillemets for curved marks, in pairs, hold the same words. Cleaned positions map back monotonically. Without
inference, posts are marked.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from samples import MENUS, OWN
from strategies import GUILLEMETS, curved, is_marked_evenly, lines_only, scraped, texts, unbroken
from warparse import Article, Block, parse
from warparse.model import BlockKind, Boundary
from warparse.read.clean import clean
from warparse.read.mend import mend
from warparse.segment.bylines import find_authors, is_biography, is_byline, is_contribution, is_name
from warparse.segment.credits import find_credit, read_credit, split_credit
from warparse.segment.lines import split_lines
from warparse.segment.stamps import find_day, is_stamp, is_updated, match_stamp
from warparse.speech.forms import find_form
from warparse.speech.quotes import find_block_quote, find_marked

if TYPE_CHECKING:
    from collections.abc import Callable


def outline(article: Article, place: Callable[[int], int] = int, since: int = 0) -> list[object]:
    """Everything that a parse tells of a text from some place on; `place` leads offsets to those of another text."""

    def span(start: int, end: int) -> tuple[int, int]:
        return place(start), place(end)

    blocks = [(b.kind, *span(b.start, b.end), b.post, b.reason) for b in article.blocks if b.start >= since]
    posts = [
        (p.kind, p.heading, p.authors, p.updated, p.boundary, *span(p.start, p.end), len(p.blocks))
        for p in article.posts
    ]
    quotes = [(q.form, q.speaker, q.post, *span(q.start, q.end)) for q in article.quotes]
    figures = [
        (f.caption, f.credit, f.photographers, f.agencies, f.post, *span(f.start, f.end), [span(*c) for c in f.copies])
        for f in article.figures
    ]
    names = [(n.name, n.kind, n.role, [span(*mention) for mention in n.mentions]) for n in article.names]
    return [article.title, article.published, blocks, posts, quotes, figures, names]


def without(front: str, text: str) -> list[object]:
    """Everything that a parse tells of a text with something in front, as if that were not there."""
    length = len(front)
    return outline(parse(front + text), lambda offset: offset - length, length)


@given(texts)
def test_blocks_partition_the_text(text: str) -> None:
    article = parse(text)
    done = 0
    for block in article.blocks:
        assert done <= block.start < block.end
        assert not text[done : block.start].strip()
        done = block.end
    assert not text[done:].strip()


@given(texts)
def test_everything_lies_in_its_parent(text: str) -> None:
    article = parse(text)
    for quote in article.quotes:
        assert quote.start < quote.end
        assert len([b for b in kept(article) if b.start <= quote.start and quote.end <= b.end]) == 1
    done = 0
    for number, post in enumerate(article.posts):
        assert done <= post.start < post.end
        done = post.end
        assert post.blocks
        assert all(post.start <= b.start and b.end <= post.end and b.post == number for b in post.blocks)
        assert all(post.start <= q.start and q.end <= post.end and q.post == number for q in post.quotes)
        assert all(post.start <= f.start and f.end <= post.end and f.post == number for f in post.figures)
    captions = {(b.start, b.end) for b in article.blocks if b.kind is BlockKind.CAPTION}
    assert all(copy in captions for figure in article.figures for copy in map(tuple, figure.copies))
    for figure in article.figures:
        assert figure.start in [start for start, _ in figure.copies]
        assert figure.end == figure.copies[-1].end
    assert all(text[s:e].strip() for name in article.names for s, e in name.mentions)


@given(texts)
def test_a_span_is_the_text_that_it_tells(text: str) -> None:
    article = parse(text)
    assert article.source.text == text
    for block in article.blocks:
        assert block.raw == text[block.start : block.end]
        places = [block.to_source(at) for at in range(len(block.text) + 1)]
        assert places == sorted(places)
        assert block.start <= places[0] <= places[-1] <= block.end
    for quote in article.quotes:
        assert quote.text == clean(text, quote.start, quote.end, marker=False).text
    for post in article.posts:
        assert post.text == "\n\n".join(block.text for block in post.blocks)


@given(unbroken)
def test_where_nothing_is_mended_every_letter_is_that_of_its_place(text: str) -> None:
    for block in parse(text).blocks:
        for at, letter in enumerate(block.text):
            assert letter == " " or text[block.to_source(at)] == letter


def kept(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is not BlockKind.NOISE]


@given(texts)
def test_parsing_twice_gives_one_article(text: str) -> None:
    assert parse(text) == parse(text)


def test_every_process_gives_one_article() -> None:
    code = "import warparse; from strategies import FRAGMENTS; print(warparse.parse('\\n'.join(FRAGMENTS)).to_json())"
    told = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        told.add(subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout)
    assert len(told) == 1


@given(texts)
def test_what_is_written_comes_back(text: str) -> None:
    article = parse(text)
    assert Article.from_dict(article.to_dict()) == article


@given(lines_only)
def test_newlines_of_any_kind_give_the_same_objects(lines: list[str]) -> None:
    def told(newline: str) -> list[object]:
        article = parse(newline.join(lines))
        blocks = [(b.kind, b.post, b.reason, b.text) for b in article.blocks]
        quotes = [(q.form, q.speaker, q.text) for q in article.quotes]
        return [article.title, blocks, quotes, [(p.kind, p.heading, p.authors) for p in article.posts]]

    assert told("\r\n") == told("\n") == told("\r")


@pytest.mark.parametrize("name", OWN)
def test_carriage_returns_in_a_document_change_nothing(name: str) -> None:
    text = "\n".join(OWN[name].splitlines())
    newlines = [0, *itertools.accumulate(letter == "\n" for letter in text)]
    behind = [at + count for at, count in enumerate(newlines)]  # where each offset stands once newlines take two
    assert outline(parse(text.replace("\n", "\r\n"))) == outline(parse(text), behind.__getitem__)


@given(scraped)
def test_blank_lines_before_an_article_only_shift_it(text: str) -> None:
    prefix = "\n \n\n"
    if text[:1].isspace() or not text:
        text = f"Storm.{text}"
    assert without(prefix, text) == outline(parse(text))


@given(scraped)
def test_blank_lines_behind_an_article_change_nothing(text: str) -> None:
    assert outline(parse(f"{text}\n\n \n")) == outline(parse(text))


@pytest.mark.parametrize("menu", MENUS)
@pytest.mark.parametrize("name", OWN)
def test_a_menu_before_a_document_only_shifts_it(name: str, menu: str) -> None:
    front = f"{MENUS[menu]}\n\n\n"
    assert without(front, OWN[name]) == outline(parse(OWN[name]))
    before = [block for block in parse(front + OWN[name]).blocks if block.start < len(front)]
    assert {block.kind for block in before} == {BlockKind.NOISE}


@given(curved)
def test_guillemets_in_place_of_curved_marks_hold_the_same_words(text: str) -> None:
    for line in text.splitlines():
        assert find_marked(line.translate(GUILLEMETS)) == find_marked(line)


@pytest.mark.parametrize("name", [name for name, text in OWN.items() if is_marked_evenly(text)])
def test_guillemets_in_place_of_the_curved_marks_of_a_document_change_nothing(name: str) -> None:
    assert unmarked(OWN[name].translate(GUILLEMETS)) == unmarked(OWN[name])


def unmarked(text: str) -> str:
    """Everything that a parse tells, whichever marks stand in the texts that it gives."""
    return repr(outline(parse(text))).translate(dict.fromkeys(map(ord, "“”«»"), '"'))


@given(texts)
def test_cleaned_positions_lead_back_in_order(text: str) -> None:
    cleaned = clean(text, 0, len(text))
    places = [cleaned.to_source(position) for position in range(len(cleaned.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(texts)
def test_without_inference_the_posts_are_marked_and_the_rest_is_the_same(text: str) -> None:
    bare, full = parse(text, infer_posts=False), parse(text)
    assert all(post.boundary is Boundary.MARKED for post in bare.posts)
    assert [(b.kind, b.start, b.end) for b in bare.blocks] == [(b.kind, b.start, b.end) for b in full.blocks]
    assert [(q.start, q.end, q.form) for q in bare.quotes] == [(q.start, q.end, q.form) for q in full.quotes]


@given(texts)
def test_every_character_has_its_why(text: str) -> None:
    article = parse(text)
    for offset in [at for at, letter in enumerate(text) if not letter.isspace()][:40]:
        why = article.why(offset)
        assert why.block is not None
        assert why.block.start <= offset < why.block.end
        assert why.rule


@given(texts)
def test_lines_keep_every_character(text: str) -> None:
    mended, offsets = mend(text)
    done = 0
    for line in split_lines(mended):
        assert not mended[done : line.start].strip()
        assert mended[line.start : line.end] == line.text
        done = line.end
    assert not mended[done:].strip()
    places = [offsets.to_source(at) for at in range(len(mended) + 1)]
    assert places == sorted(places)


@given(texts)
def test_rules_of_one_line_are_total(text: str) -> None:
    line = " ".join(text.split())
    if not line:
        return
    is_stamp(line), is_updated(line), find_day(line), match_stamp(line)
    is_name(line), is_byline(line), is_biography(line), is_contribution(line), find_authors(line)
    for credit in filter(None, (find_credit(line), read_credit(line))):
        assert 0 <= credit[0] <= credit[1] <= credit[2] <= len(line)
        split_credit(line[credit[1] : credit[2]])
    spans = find_marked(line)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(0 <= s < e <= len(line) for s, e in spans)
    find_block_quote(line)
    find_form(line, "")


def test_copies_of_a_caption_hold_the_invisible_characters_beside_them() -> None:
    caption = "A ferry lies off the harbour of Odesa on Friday. Photograph: Jane Doe/AFP"
    article = parse(f"{caption}\n{caption}\ufeff\n")
    assert [tuple(copy) for copy in article.figures[0].copies] == [(b.start, b.end) for b in article.blocks]
