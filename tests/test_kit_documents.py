"""Documents with known truth: their gold is exact, whatever is done to them, and examples shrink to what matters."""

from __future__ import annotations

import re
from collections import Counter
from importlib.metadata import entry_points
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import warparse
from warparse.model import BlockKind, PostKind, QuoteForm
from warparse.read.clean import clean
from warparse.testing import (
    FAMILIES,
    TRANSFORMS,
    Layout,
    Phrase,
    Rendered,
    articles,
    attack_phrases,
    documents,
    figures,
    layouts,
    meeting_phrases,
    money_phrases,
    quotes,
    render,
    rendered_articles,
    scraped_text,
    sentences,
)
from warparse.testing.choose import Rolled
from warparse.testing.damage import FlattenBlanks, LoseHeadings
from warparse.testing.families import make_layout
from warparse.testing.plan import Fact, Plan, Said, plain
from warparse.testing.settings import MARKS
from warparse.testing.transform import prefixed, with_posts_ordered, with_quotation_marks
from warparse.testing.words import table

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
SHOWS = {
    "live blog": r"\n\nUpdated\n",
    "aggregator": r"^All your papers in one app\.[\s\S]*\(now\); [\s\S]*\nDownload the app",
    "paragraph a line": r"^(?![\s\S]*\n\n)",
    "newspaper live": r"^Please log in",
    "teasers": r"\n\n(?:\+\+|Read more:|RELATED:)",
    "whole page": r" \| [A-Z][\s\S]*Published On \d[\s\S]*list 1 of 3",
    "crawler markdown": r"^\* We and our partners[\s\S]*\n# [\s\S]*\n\*\*[\s\S]*\]\(https://",
    "wire": r"\n[A-Z ]+, [A-Z][a-z]{2} \d+ \((?:Reuters|AP|AFP)\) [-—] [\s\S]*\nReporting by",
    "one line": r"^[^\n]+\n$",
    "glued posts": r"\n\d\d\.\d\d[A-Z][\s\S]*[a-z][A-Z]",
    "inline stamps": r"\n\d+ [A-Z][a-z]+ \d{4} \d\d\.\d\d [A-Z]",
    "carousel": r"\(AP Photo/(?P<who>[^)]+)\)[\s\S]*\(AP Photo/(?P=who)\)",
    "quotation marks": r"[\"'‘«„]",
}
"""What a text of each family shows."""
RARELY = settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)


def check_gold(rendered: Rendered) -> None:
    """Blocks are a partition, posts follow each other, every record lies in a block that is kept."""
    text, gold = rendered.text, rendered.gold
    covered = Counter(at for block in gold["blocks"] for at in range(block["start"], block["end"]))
    assert all(covered[at] == 1 for at, letter in enumerate(text) if not letter.isspace())
    assert max(covered.values()) == 1
    assert all(above["end"] <= below["start"] for above, below in pairwise(gold["posts"]))
    kept = [block for block in gold["blocks"] if block["kind"] != "noise"]
    for record in (*gold["quotes"], *(record for records in gold["fields"].values() for record in records)):
        assert any(block["start"] <= record["start"] < record["end"] <= block["end"] for block in kept)
    for block in kept:
        post = gold["posts"][block["post"]] if block["post"] is not None else None
        assert post is None or post["start"] <= block["start"] < block["end"] <= post["end"]
    starts = {block["start"] for block in kept}
    assert {post["start"] for post in gold["posts"]} <= starts
    assert gold["source"]["length"] == len(text)


def words_of(rendered: Rendered) -> list[tuple[str, str | None]]:
    """Every quote's words, mended, with its speaker."""
    return sorted(
        (clean(rendered.text, quote["start"], quote["end"], marker=False).text, quote["speaker"])
        for quote in rendered.gold["quotes"]
    )


def facts_of(rendered: Rendered) -> list[tuple[str, str]]:
    text = rendered.text
    return sorted(
        (name, clean(text, record["start"], record["end"], marker=False).text)
        for name, records in rendered.gold["fields"].items()
        for record in records
    )


def said_in(plan: Plan) -> list[Said]:
    return [
        piece for post in plan.posts for part in post.paragraphs for piece in part.pieces if isinstance(piece, Said)
    ]


# -- the gold -------------------------------------------------------------------------------------


@given(rendered_articles())
def test_gold_is_exact(rendered: Rendered) -> None:
    check_gold(rendered)
    assert rendered.article.to_dict()["blocks"][0]["kind"] == rendered.gold["blocks"][0]["kind"]


@given(rendered_articles())
def test_the_gold_is_an_article(rendered: Rendered) -> None:
    article = rendered.article
    assert warparse.Article.from_dict(article.to_dict()) == article
    assert [quote.text for quote in article.quotes] == [
        clean(rendered.text, quote["start"], quote["end"], marker=False).text for quote in rendered.gold["quotes"]
    ]
    assert all(post.heading is None or post.heading in post.text for post in article.posts)


@given(rendered_articles(layouts("live blog") | layouts("aggregator")))
def test_everything_said_in_the_plan_is_in_the_gold(rendered: Rendered) -> None:
    assert rendered.plan is not None
    told = Counter(speaker for _, speaker in words_of(rendered))
    assert Counter(said.speaker for said in said_in(rendered.plan)) <= told
    facts = [piece for post in rendered.plan.posts for part in post.paragraphs for piece in part.pieces]
    assert sum(map(len, rendered.gold["fields"].values())) >= sum(isinstance(piece, Fact) for piece in facts)


@given(rendered_articles())
def test_every_speaker_is_named_in_full_and_no_two_share_a_surname(rendered: Rendered) -> None:
    people = table("people")
    first = "|".join((*people["woman"], *people["man"]))
    names = set(re.findall(rf"\b(?:{first}) [A-Z]\w+(?:-[A-Z]\w+)?", rendered.text))
    speakers = {quote["speaker"] for quote in rendered.gold["quotes"] if "-" not in quote.get("accept", [])}
    assert all(speaker in rendered.text for speaker in speakers if speaker)
    surnames = Counter(name.split(" ", 1)[1] for name in names)
    assert max(surnames.values(), default=1) == 1


@pytest.mark.parametrize("name", FAMILIES)
def test_families_show_what_they_are_named_after(name: str) -> None:
    texts = [rendered.text for rendered in documents(name, 12)]
    assert sum(bool(re.search(SHOWS[name], text)) for text in texts) >= 5
    assert len(set(texts)) == 12


def test_a_seed_gives_the_same_document_again() -> None:
    assert [each.text for each in documents("wire", 3)] == [each.text for each in documents("wire", 3)]


@given(
    articles(live=True, least=2),
    st.sampled_from([name for name in FAMILIES if make_layout(Rolled(1), name).setting.live]),
)
def test_posts_that_nothing_parts_are_optional(plan: Plan, name: str) -> None:
    layout = make_layout(Rolled(1), name)
    bare = evolve(layout, setting=evolve(layout.setting, mark="", names="", updated=""), damage=(LoseHeadings(),))
    posts = render(plan, bare).gold["posts"]
    assert all(post.get("optional") for post in posts) == (len(posts) > 1)


@given(articles(live=True))
def test_a_layout_of_articles_joins_the_posts_of_a_live_blog(plan: Plan) -> None:
    gold = render(plan, make_layout(Rolled(2), "teasers")).gold
    assert [post["kind"] for post in gold["posts"]] == ["article"]


@given(rendered_articles("live blog"))
def test_parts_of_layouts_can_be_exchanged(rendered: Rendered) -> None:
    assert rendered.plan is not None
    assert rendered.layout is not None
    flat = render(rendered.plan, evolve(rendered.layout, damage=(*rendered.layout.damage, FlattenBlanks())))
    assert "\n\n" not in flat.text
    assert flat.text.split() == rendered.text.split()
    straight = render(rendered.plan, rendered.layout.marked(MARKS["straight"]))
    assert not set("“”‘’") & set(straight.text)
    assert len(straight.gold["quotes"]) == len(rendered.gold["quotes"])


# -- changes that keep the gold true --------------------------------------------------------------


@pytest.mark.parametrize("change", TRANSFORMS)
@given(rendered=rendered_articles())
def test_changes_keep_the_gold_true(change: str, rendered: Rendered) -> None:
    changed = TRANSFORMS[change](rendered)
    check_gold(changed)
    assert words_of(changed) == words_of(rendered)
    assert facts_of(changed) == facts_of(rendered)
    assert len(changed.gold["posts"]) == len(rendered.gold["posts"])
    assert [figure["caption"] for figure in changed.gold["figures"]] == [
        figure["caption"] for figure in changed.article.to_dict()["figures"]
    ]
    for record in changed.gold["fields"]["money"]:
        assert record["equivalent_of"] is None or record["equivalent_of"] in [
            other["start"] for other in changed.gold["fields"]["money"]
        ]


@pytest.mark.parametrize("change", TRANSFORMS)
def test_changes_change_something(change: str) -> None:
    assert any(TRANSFORMS[change](each).text != each.text for name in FAMILIES for each in documents(name, 3))


def test_changes_do_what_they_say() -> None:
    (rendered,) = documents("live blog", 1)
    changed = {name: change(rendered).text for name, change in TRANSFORMS.items()}
    assert changed["CRLF"].replace("\r\n", "\n") == rendered.text
    assert "\n\n" not in changed["blank lines lost"]
    assert "â€œ" in changed["mojibake"]
    assert "&ldquo;" in changed["entities"]
    assert "“" not in changed["straight marks"]
    assert len(changed["captions repeated"]) > len(rendered.text)
    assert [len(line) for line in changed["lines glued"].split("\n")] != [
        len(line) for line in rendered.text.split("\n")
    ]


@given(rendered_articles(layouts("live blog"), least=2))
def test_posts_turned_round_stand_the_other_way(rendered: Rendered) -> None:
    turned = with_posts_ordered(rendered)
    assert [post["heading"] for post in turned.gold["posts"]] == [
        post["heading"] for post in reversed(rendered.gold["posts"])
    ]
    assert with_posts_ordered(rendered, range).text == rendered.text


def test_a_prefix_is_noise_or_nothing() -> None:
    (rendered,) = documents("wire", 1)
    assert prefixed(rendered, "Accept all cookies\n\n").gold["blocks"][0]["kind"] == "noise"
    assert prefixed(rendered).gold["blocks"][0]["start"] == rendered.gold["blocks"][0]["start"] + 2


@pytest.mark.parametrize("marks", MARKS)
@given(rendered=rendered_articles("live blog"))
def test_other_marks_stand_around_the_same_words(marks: str, rendered: Rendered) -> None:
    changed = with_quotation_marks(rendered, MARKS[marks])
    assert [word for word, _ in words_of(changed)] == [word for word, _ in words_of(rendered)]
    for quote in changed.gold["quotes"]:
        if quote["form"] != "block":
            before = changed.text[: quote["start"]]
            assert before.endswith((MARKS[marks].opening, MARKS[marks].heading_opening))


@given(rendered_articles(st.sampled_from(["live blog", "wire", "crawler markdown"]).flatmap(layouts)))
def test_marks_that_open_each_paragraph_close_the_last_alone(rendered: Rendered) -> None:
    assert rendered.plan is not None
    ends = {quote["end"] for quote in rendered.gold["quotes"] if quote["form"] != "block"}
    bare = [end for end in ends if rendered.text[end] == "\n"]
    unclosed = [said for said in said_in(rendered.plan) if not said.closed]
    assert len(bare) == len(unclosed)


# -- phrases --------------------------------------------------------------------------------------

PHRASES: dict[str, Callable[[], st.SearchStrategy[Phrase]]] = {
    "attacks": attack_phrases,
    "money": money_phrases,
    "meetings": meeting_phrases,
    "quotes": quotes,
    "figures": figures,
}
KEYS = {
    "attacks": {"measure", "count_min", "count_max", "qualifier", "object", "attacker", "location", "source"},
    "money": {"amount_min", "amount_max", "currency", "qualifier", "equivalent_of"},
    "meetings": {"participants", "format", "status", "place", "when"},
    "quotes": {"form", "speaker"},
    "figures": {"caption", "credit", "photographers", "agencies"},
}


@pytest.mark.parametrize("name", PHRASES)
@given(data=st.data())
def test_phrases_hold_their_records(name: str, data: st.DataObject) -> None:
    text, record = data.draw(PHRASES[name]())
    assert {key for key in record if not key.endswith("accept")} == KEYS[name] | {"start", "end"}
    assert 0 <= record["start"] < record["end"] <= len(text)
    words = text[record["start"] : record["end"]]
    assert words == words.strip()
    assert text[0].isupper() or text[0] in "“0123456789"
    check_record(name, text, words, record)


def check_record(name: str, text: str, words: str, record: dict[str, Any]) -> None:
    if name == "money":
        assert re.search(r"\d", words)
        assert record["amount_min"] or record["amount_max"]
    elif name == "attacks":
        assert record["count_min"] or record["count_max"]
        assert record["location"] is None or record["location"] in text
    elif name == "meetings":
        assert len(record["participants"]) == 2
        assert all(who in text for who in record["participants"])
        assert record["when"] is None or record["when"] in text
    elif name == "quotes":
        assert record["speaker"] in text
        assert "“" + words in text
    else:
        assert record["caption"] in text
        assert all(agency in record["credit"] for agency in record["agencies"])


@given(articles())
def test_plans_are_of_both_kinds(plan: Plan) -> None:
    assert plan.live or [post.kind for post in plan.posts] == [PostKind.ARTICLE]


@given(scraped_text())
def test_scraped_text_is_text(text: str) -> None:
    assert isinstance(text, str)
    warparse.parse(text)


@given(sentences())
def test_sentences_are_sentences(sentence: str) -> None:
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert not set("“”") & set(sentence)


# -- shrinking, and what is there on install --------------------------------------------------------


def shrunk(strategy: st.SearchStrategy[T], wanted: Callable[[T], bool]) -> T:
    return find(strategy, wanted, settings=settings(max_examples=4000, deadline=None, database=None, derandomize=True))


@pytest.mark.slow
def test_a_failing_live_blog_comes_down_to_the_post_and_the_quote_that_matter() -> None:
    def fails(plan: Plan) -> bool:
        return any(said.form is QuoteForm.FRAGMENT for said in said_in(plan))

    plan = shrunk(articles(live=True), fails)
    assert len(plan.posts) == 1
    assert len(plan.posts[0].paragraphs) == 2  # the lead, and what has the quote
    assert len(said_in(plan)) == 1


@pytest.mark.slow
def test_a_failing_text_comes_down_too() -> None:
    def fails(rendered: Rendered) -> bool:
        return bool(rendered.gold["figures"])

    rendered = shrunk(rendered_articles("paragraph a line", most=3), fails)
    assert len(rendered.gold["posts"]) == 1
    assert len([block for block in rendered.gold["blocks"] if block["kind"] == "paragraph"]) == 1


def test_installed_means_that_types_are_known() -> None:
    assert [point.value for point in entry_points(group="hypothesis", name="warparse")] == [
        "warparse.testing.registered:register"
    ]


@RARELY
@given(st.from_type(warparse.Article), st.from_type(warparse.Post), st.from_type(warparse.Quote))
def test_articles_posts_and_quotes_come_from_their_types(
    article: warparse.Article, post: warparse.Post, quote: warparse.Quote
) -> None:
    assert article.blocks
    assert post.kind in PostKind
    assert post.text
    assert quote.text.strip() == quote.text != ""


@given(st.data())
def test_layouts_are_of_the_family_asked_for(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FAMILIES)))
    layout = data.draw(layouts(name))
    assert isinstance(layout, Layout)
    assert layout.name == name
    with pytest.raises(KeyError):
        make_layout(Rolled(0), "no such family")


def test_live_blogs_have_as_many_posts_as_asked_for() -> None:
    @settings(max_examples=30, phases=[Phase.generate], deadline=None)
    @given(articles(live=True, least=3, most=4))
    def check(plan: Plan) -> None:
        assert 3 <= len([post for post in plan.posts if post.kind is PostKind.ENTRY]) <= 4
        assert plan.live
        assert all(part.kind in BlockKind for post in plan.posts for part in post.paragraphs)
        assert plain(plan.title)

    check()
