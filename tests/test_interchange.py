"""The laws of the interchange format.

1. An article read from what it wrote is the article: `from_dict(to_dict(a)) == a`, also by way of JSON,
   also with the text kept elsewhere, also with plugins' records.
2. What is written is valid by the schema, and plain: what JSON gives back is what was written.
3. Data that lack the added keys load, given their text.
4. Data that are no article are refused in one line that names the path in them.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from samples import LIVE
from warparse import (
    Article,
    Block,
    BlockKind,
    Boundary,
    Figure,
    FormatError,
    Name,
    NameKind,
    Post,
    PostKind,
    Problem,
    Quote,
    QuoteForm,
    Reason,
    Source,
    Span,
    parse,
)
from warparse.export.schema import article_schema, schema_of
from warparse.plain import from_plain, to_plain

if TYPE_CHECKING:
    from pathlib import Path

ADDED_KEYS: Final = {
    "blocks": ("rule", "evidence", "element"),
    "posts": ("boundary", "evidence", "published", "modified", "url"),
    "quotes": ("post", "rule"),
    "figures": ("post", "copies", "image", "alt"),
    "problems": ("start", "end"),
}
"""Keys that the format's first description does not have."""


class Side(StrEnum):
    NORTH = "north"
    SOUTH = "south"


@frozen
class Toll:
    """A record as a plugin would define one."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    side: Side
    """Which side."""
    amount: Decimal | None
    """An exact amount; None if open."""
    day: date | None = None
    """The day; None if not told."""
    where: tuple[Span, ...] = ()
    """Places."""
    weights: Mapping[str, float] = {}
    """Numbers by name."""
    level: Literal["low", "high"] = "low"
    """How sure."""
    certain: bool = False
    """Whether it is."""


TOLL: Final = Toll(
    0, 1, Side.SOUTH, Decimal("1.60E+10"), date(2025, 2, 4), (Span(0, 1),), {"a": 0.5}, level="high", certain=True
)

words: Final = st.text(max_size=12)
maybe_words: Final = st.none() | words
names: Final = st.lists(words, max_size=3).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article whose spans lie in its text: it need not be one that a parse would give."""
    source = Source(draw(st.text(max_size=60)), draw(maybe_words), draw(maybe_words))
    offsets = st.integers(0, len(source))
    spans = st.tuples(offsets, offsets).map(sorted).map(lambda pair: Span(*pair))
    several = st.lists(spans, max_size=3).map(tuple)
    posts = draw(st.lists(st.builds(_post, spans, st.sampled_from(PostKind), maybe_words, names), max_size=3))
    index = st.none() | st.integers(0, len(posts) - 1) if posts else st.none()
    kinds, reasons = st.sampled_from(BlockKind), st.none() | st.sampled_from(Reason)

    def block(span: Span, kind: BlockKind, post: int | None, reason: Reason | None, rule: str) -> Block:
        return Block(kind, *span, post, reason, rule, rule, source)

    def quote(span: Span, form: QuoteForm, speaker: str | None, post: int | None) -> Quote:
        return Quote(*span, form, speaker, post, "rule", source)

    def figure(span: Span, credit: str | None, post: int | None, copies: tuple[Span, ...]) -> Figure:
        return Figure(*span, "caption", credit, ("A",), ("B", "C"), post, copies)

    return Article(
        source,
        draw(maybe_words),
        draw(st.none() | st.dates()),
        tuple(draw(st.lists(st.builds(block, spans, kinds, index, reasons, words), max_size=4))),
        tuple(posts),
        tuple(draw(st.lists(st.builds(quote, spans, st.sampled_from(QuoteForm), maybe_words, index), max_size=3))),
        tuple(draw(st.lists(st.builds(figure, spans, maybe_words, index, several), max_size=2))),
        tuple(draw(st.lists(st.builds(Name, words, st.sampled_from(NameKind), maybe_words, several), max_size=3))),
        draw(st.sampled_from([{}, {"tolls": ()}, {"others": ({"start": 0, "end": 0, "of": ["x"]},)}])),
        tuple(draw(st.lists(st.builds(Problem, words, words, st.none() | offsets, st.none()), max_size=2))),
    )


def _post(span: Span, kind: PostKind, heading: str | None, authors: tuple[str, ...]) -> Post:
    return Post(*span, kind, heading, authors, bool(authors), Boundary.INFERRED if heading else Boundary.MARKED, "e")


@given(articles())
def test_an_article_read_from_its_dict_is_the_article(article: Article) -> None:
    again = Article.from_dict(article.to_dict())
    assert again == article
    assert [block.raw for block in again.blocks] == [block.raw for block in article.blocks]
    assert [quote.text for quote in again.quotes] == [quote.text for quote in article.quotes]


@given(articles(), st.none() | st.integers(0, 2))
def test_an_article_read_from_its_json_is_the_article(article: Article, indent: int | None) -> None:
    assert Article.from_json(article.to_json(indent=indent)) == article


@given(articles())
def test_the_text_may_be_kept_elsewhere(article: Article) -> None:
    data = article.to_dict(text=False)
    assert data["source"]["text"] is None
    assert Article.from_dict(data, text=article.source.text) == article
    assert Article.from_json(article.to_json(text=False), text=article.source.text) == article


@given(articles())
def test_what_is_written_is_plain_and_valid(article: Article) -> None:
    data = article.to_dict()
    assert json.loads(json.dumps(data)) == data
    Draft202012Validator(article_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)


@given(st.text())
def test_every_parse_comes_back(text: str) -> None:
    article = parse(text, name="any", published=date(2025, 2, 4))
    again = Article.from_dict(article.to_dict())
    assert again == article
    assert [post.text for post in again.posts] == [post.text for post in article.posts]


@pytest.mark.parametrize(
    "text", [LIVE, LIVE.replace("\n", "\r\n"), "\ufeff" + LIVE, "\ud83d\ude00 \udcff", "\x00\u2028"]
)
def test_odd_texts_come_back_too(text: str) -> None:
    article = parse(text)
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json()).source.text == text


@given(articles())
def test_data_without_the_added_keys_load_given_their_text(article: Article) -> None:
    data = first_keys(article.to_dict())
    again = Article.from_dict(data, text=article.source.text)
    assert first_keys(again.to_dict()) == data


def first_keys(data: dict[str, Any]) -> dict[str, Any]:
    """Leave what the format's first description has."""
    kept = {key: value for key, value in copy.deepcopy(data).items() if key not in ("names", "metadata")}
    kept["source"] = {key: kept["source"][key] for key in ("name", "sha256", "length")}
    for layer, added in ADDED_KEYS.items():
        kept[layer] = [{key: value for key, value in part.items() if key not in added} for part in kept[layer]]
    return kept


def test_quotes_and_figures_without_a_post_get_that_of_their_block() -> None:
    source = Source("First post. Second “one”. Coda")
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, 11, 0),
        Block(BlockKind.PARAGRAPH, 12, 25, 1),
        Block(BlockKind.NOISE, 26, 30),
    )
    posts = (Post(0, 11, PostKind.ENTRY), Post(12, 25, PostKind.ENTRY))
    quotes = (Quote(20, 23, QuoteForm.FRAGMENT), Quote(26, 30, QuoteForm.DIRECT))
    figures = (Figure(0, 5, "First"),)
    data = first_keys(Article(source, blocks=blocks, posts=posts, quotes=quotes, figures=figures).to_dict())
    again = Article.from_dict(data, text=source.text)
    assert [quote.post for quote in again.quotes] == [1, None]
    assert [figure.post for figure in again.figures] == [0]
    assert [[quote.text for quote in post.quotes] for post in again.posts] == [[], ["one"]]
    assert [[figure.caption for figure in post.figures] for post in again.posts] == [["First"], []]
    assert [[block.raw for block in post.blocks] for post in again.posts] == [["First post."], ["Second “one”."]]


def test_the_keys_of_the_format_keep_their_names() -> None:
    data = first_keys(parse(LIVE).to_dict())
    assert set(data) == {"format", "source", "published", "title", "blocks", "posts", "quotes", "figures", "fields"} | {
        "problems"
    }
    assert set(data["blocks"][0]) == {"kind", "start", "end", "post", "reason"}
    posts = first_keys(Article(Source(""), posts=(Post(0, 0, PostKind.ENTRY),)).to_dict())["posts"]
    assert posts == [{"start": 0, "end": 0, "kind": "entry", "heading": None, "authors": [], "updated": False}]


def test_plugins_records_come_back_by_their_class() -> None:
    article = Article(Source("x"), fields={"tolls": (TOLL,)})
    data = json.loads(article.to_json())
    assert data["fields"]["tolls"][0]["amount"] == "16000000000"
    assert data["fields"]["tolls"][0]["day"] == "2025-02-04"
    assert Article.from_dict(data, records={"tolls": Toll}) == article
    assert Article.from_dict(data).fields["tolls"] == (data["fields"]["tolls"][0],)
    schema = article_schema({"tolls": Toll})
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(data))
    data["fields"]["tolls"][0]["side"] = "east"
    assert list(Draft202012Validator(schema).iter_errors(data))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"amount": 5}, "fields.tolls[0].amount: 5 where the text of a decimal number is due"),
        ({"side": "east"}, "fields.tolls[0].side: a text ('east') where one of north, south is due"),
        ({"day": "2025-02-30"}, "fields.tolls[0].day: a text ('2025-02-30') where a date (2025-02-25) is due"),
        ({"certain": 1}, "fields.tolls[0].certain: 1 where true or false is due"),
        ({"where": {"start": 0}}, "fields.tolls[0].where: a mapping where a list is due"),
        ({"where": [{"start": 0}]}, "fields.tolls[0].where[0].end: missing"),
        ({"weights": {"a": "1"}}, "fields.tolls[0].weights['a']: a text ('1') where a number is due"),
    ],
)
def test_a_wrong_record_is_refused_by_its_path(change: dict[str, Any], told: str) -> None:
    data = Article(Source("x"), fields={"tolls": (TOLL,)}).to_dict()
    data["fields"]["tolls"][0].update(change)
    with pytest.raises(FormatError) as refusal:
        Article.from_dict(data, records={"tolls": Toll})
    assert str(refusal.value) == told


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("format",), "warparse/2", "format: 'warparse/2' where 'warparse/1' is due"),
        (("format",), None, "format: null where a text is due"),
        (("published",), "yesterday", "published: a text ('yesterday') where a date (2025-02-25) is due"),
        (("blocks",), None, "blocks: null where a list is due"),
        (("blocks", 0), "title", "blocks[0]: a text ('title') where a mapping is due"),
        (("blocks", 0, "start"), True, "blocks[0].start: true where a whole number is due"),
        (("blocks", 0, "start"), "0", "blocks[0].start: a text ('0') where a whole number is due"),
        (("blocks", 0, "kind"), "poem", "blocks[0].kind: a text ('poem') where one of title, standfirst, byline, "),
        (("blocks", 0, "end"), 10_000, "blocks[0]: a span from 0 to 10000 in a text of "),
        (("blocks", 0, "post"), 77, "blocks[0].post: 77 where there are "),
        (("fields",), [], "fields: a list where a mapping is due"),
        (("fields",), {"tolls": 5}, "fields['tolls']: 5 where a list is due"),
        (("source", "text"), None, "source.text: missing, and no text was given: "),
        (("source", "text"), "another", "source.sha256: another text's: "),
        (("source", "length"), 3, "source.sha256: another text's: "),
    ],
)
def test_what_is_no_article_is_refused_by_its_path(path: tuple[str | int, ...], value: object, told: str) -> None:
    data: Any = parse(LIVE).to_dict()
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(FormatError) as refusal:
        Article.from_dict(data)
    assert str(refusal.value).startswith(told)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "key", ["format", "source", "title", "blocks", "posts", "quotes", "figures", "fields", "problems"]
)
def test_a_missing_key_is_named(key: str) -> None:
    data = parse(LIVE).to_dict()
    del data[key]
    with pytest.raises(FormatError, match=f"^{key}: missing$"):
        Article.from_dict(data)
    assert list(Draft202012Validator(article_schema()).iter_errors(data))


@pytest.mark.parametrize("data", [None, [], "text", 5, {}, {"format": "warparse/1"}])
def test_other_data_are_no_article(data: object) -> None:
    with pytest.raises(FormatError):
        Article.from_dict(data)


@pytest.mark.parametrize("written", ["", "{", "[" * 100_000, "nonsense", "NaN"])
def test_what_is_no_json_is_refused_in_a_line(written: str) -> None:
    with pytest.raises(FormatError) as refusal:
        Article.from_json(written)
    assert "\n" not in str(refusal.value)


def test_keys_of_a_later_version_are_passed_over() -> None:
    article = parse(LIVE)
    data = article.to_dict()
    data["mood"] = data["blocks"][0]["mood"] = data["source"]["mood"] = "calm"
    assert Article.from_dict(data) == article


def test_the_schema_is_a_schema_and_says_what_every_key_means() -> None:
    schema = article_schema()
    Draft202012Validator.check_schema(schema)
    silent = [
        f"{name}.{key}"
        for name, each in [("", schema), *schema["$defs"].items()]
        for key, told in each.get("properties", {}).items()
        if not told.get("description") and name != "Span"
    ]
    assert not silent
    assert set(schema["$defs"]["BlockKind"]["enum"]) == {kind.value for kind in BlockKind}
    assert set(schema_of(Toll)["required"]) == set(to_plain(TOLL))


def test_the_schema_refuses_what_has_no_plain_form() -> None:
    @frozen
    class Odd:
        value: complex

    with pytest.raises(TypeError, match="has no plain form"):
        schema_of(Odd)


def test_a_record_of_any_attrs_class_comes_back() -> None:
    assert from_plain(Toll, to_plain(TOLL)) == TOLL
    assert from_plain(Toll, json.loads(json.dumps(to_plain(TOLL)))) == TOLL


def test_annotations_by_hand_load_and_are_valid(documents: Path) -> None:
    validator = Draft202012Validator(article_schema())
    annotated = sorted(documents.rglob("*.gold.json"))
    assert annotated
    for path in annotated:
        data = json.loads(path.read_text(encoding="utf-8"))
        assert not list(validator.iter_errors(data)), path.name
        (document,) = documents.rglob(data["source"]["name"])
        article = Article.from_dict(data, text=document.read_bytes().decode("utf-8"))
        assert first_keys(article.to_dict())["blocks"] == data["blocks"]
        assert all(post.blocks for post in article.posts)
