"""What an article says of itself: where things stand, and why."""

from __future__ import annotations

import pytest
from attrs import exceptions
from hypothesis import given
from hypothesis import strategies as st

from warparse import (
    Article,
    Block,
    BlockKind,
    ConfigError,
    Post,
    PostKind,
    Quote,
    QuoteForm,
    Reason,
    Source,
    WarparseError,
)
from warparse.model import link_posts


def test_why_names_block_rule_evidence_and_line() -> None:
    source = Source("One.\r\n\r\nTwo.\rThree.")
    two = Block(BlockKind.PARAGRAPH, 8, 12, rule="prose.sentence", evidence="a full stop", source=source)
    three = Block(BlockKind.NOISE, 13, 19, reason=Reason.OTHER, rule="noise.other", source=source)
    article = Article(source, blocks=(Block(BlockKind.TITLE, 0, 4, source=source), two, three))
    why = article.why(9)
    assert (why.block, why.rule, why.evidence, why.line) == (two, "prose.sentence", "a full stop", 3)
    assert article.why(18).block == three
    assert article.why(18).line == 4
    assert article.why(3).line == 1
    for between in (4, 5, 6, 7, 12):
        assert article.why(between).block is None
        assert article.why(between).rule == ""
    for outside in (-1, 19, 10**9):
        with pytest.raises(ConfigError, match=f"offset {outside} is outside a text of 19 characters"):
            article.why(outside)
    assert [source.text[slice(*article.line(number))] for number in (1, 2, 3, 4)] == ["One.", "", "Two.", "Three."]
    for missing in (0, -1, 5):
        with pytest.raises(WarparseError, match=f"no line {missing}"):
            article.line(missing)


@given(st.text(alphabet="ab \n\r\u2028", max_size=30))
def test_every_offset_lies_on_the_line_that_why_names(text: str) -> None:
    article = Article(Source(text))
    for offset in range(len(text)):
        line = article.line(article.why(offset).line)
        assert line.start <= offset
        assert offset < line.end or text[line.end : offset + 1].strip("\r\n") == ""


def test_posts_see_what_stands_in_them_but_no_noise() -> None:
    source = Source("&quot;Head&quot; Sign up! • Body")
    head = Block(BlockKind.HEADING, 0, 16, 0, source=source)
    noise = Block(BlockKind.NOISE, 17, 25, 0, Reason.SUBSCRIPTION, source=source)
    body = Block(BlockKind.LIST_ITEM, 26, 32, 0, source=source)
    quote = Quote(6, 10, QuoteForm.DIRECT, post=0, source=source)
    (post,) = link_posts([Post(0, 32, PostKind.ENTRY)], [head, noise, body], [quote], [])
    assert (post.blocks, post.quotes, post.figures) == ((head, body), (quote,), ())
    assert post.text == '"Head"\n\nBody'
    assert Article(source, blocks=(head, noise, body), posts=(post,)).text == '"Head"\n\nBody'


def test_values_are_frozen() -> None:
    for value in (Source("x"), Block(BlockKind.NOISE, 0, 1), Article(Source("x"))):
        with pytest.raises(exceptions.FrozenInstanceError):
            value.start = 5  # type: ignore[union-attr, misc]
