"""The round trip of pages: what a plan tells, marked up in any style, is what the parse of its page tells.

What markup marks is exact: the words that are kept, posts with times, addresses and writers, figures with credits and
images, where quotes stand, metadata. Speakers and forms are weighed: floors say how far, on the same pages of each
family every time. `python tests/test_page_round_trip.py` prints what is reached.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from warparse import Article, parse, parse_html
from warparse.extract.loading import installed
from warparse.extract.registry import Registry
from warparse.scoring import Tally, score_document
from warparse.testing import PAGE_FAMILIES, RenderedPage, keep, page_styles, pages, render_page, rendered_pages
from warparse.testing.page.around import PIECES
from warparse.testing.page.families import HANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from warparse.testing.page.nodes import Hand

COUNT = 8
"""Pages of each family."""
POST = ("start", "end", "kind", "heading", "authors", "updated", "published", "modified", "url")
FIGURE = ("start", "end", "caption", "credit", "photographers", "agencies", "image", "alt")
QUOTE = ("start", "end", "form", "speaker")
LAYERS = ("blocks", "posts", "quotes", "blocks as text", "posts as text")
SPEAKERS, FORMS = 0.98, 0.98
"""What the speakers and forms of quotes reach in every family."""
AS_TEXT = 0.5
"""The share of pages whose text alone gives the same blocks and posts as their markup does."""
FACTS = {"attacks": 0.93, "money": 0.96, "meetings": 0.85}
"""What installed extractors reach on pages, as on texts."""
LIVE = [name for name, style in PAGE_FAMILIES.items() if style.live]
live_styles = st.sampled_from(LIVE).flatmap(page_styles)
inside = st.lists(st.sampled_from(sorted({*PIECES} - {"cards", "comments"})), max_size=4).map(tuple)
beside = st.lists(st.sampled_from(sorted(PIECES)), max_size=4).map(tuple)


def parsed(page: RenderedPage, registry: Registry | None = None) -> tuple[str, dict[str, Any], Article]:
    article = parse_html(page.markup, url=page.url, registry=Registry() if registry is None else registry)
    return *keep(article), article


@cache
def known(family: str) -> list[tuple[RenderedPage, str, dict[str, Any], Article]]:
    """Parse the pages of a family, once for all tests."""
    return [(page, *parsed(page)) for page in pages(family, COUNT)]


def told(records: list[dict[str, Any]], keys: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{key: record.get(key) for key in keys} for record in records]


def blocks_of(text: str, data: dict[str, Any]) -> list[tuple[str, str]]:
    return [(block["kind"], text[block["start"] : block["end"]]) for block in data["blocks"]]


def spans_of(text: str, data: dict[str, Any]) -> list[tuple[int, int]]:
    """Give where quotes stand, without the comma or full stop that some publishers put inside the closing mark."""
    return [(quote["start"], quote["end"] - (text[quote["end"] - 1] in ".,")) for quote in data["quotes"]]


def metadata_of(article: Article) -> dict[str, tuple[str, ...]]:
    return {each.name: article.told(each.name) for each in article.metadata}


# -- what markup marks is exact -------------------------------------------------------------------


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_every_word_of_the_article_is_kept_and_no_other(family: str) -> None:
    for page, text, _, _ in known(family):
        assert text == page.text


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_blocks_are_what_their_elements_say(family: str) -> None:
    for page, text, data, _ in known(family):
        assert blocks_of(text, data) == blocks_of(page.text, page.gold)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_posts_come_back_with_headings_times_addresses_and_writers(family: str) -> None:
    for page, _, data, _ in known(family):
        assert told(data["posts"], POST) == told(page.gold["posts"], POST)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_figures_come_back_with_credits_and_images(family: str) -> None:
    for page, _, data, _ in known(family):
        assert told(data["figures"], FIGURE) == told(page.gold["figures"], FIGURE)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_quotes_are_found_where_they_stand(family: str) -> None:
    for page, text, data, _ in known(family):
        assert spans_of(text, data) == spans_of(page.text, page.gold)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_metadata_come_back(family: str) -> None:
    for page, _, _, article in known(family):
        assert metadata_of(article) == page.metadata
        assert article.title == page.gold["title"]
        assert str(article.published) == str(page.gold["published"])


@given(rendered_pages())
def test_whatever_the_plan_and_the_style_a_page_comes_back(page: RenderedPage) -> None:
    text, data, article = parsed(page)
    assert blocks_of(text, data) == blocks_of(page.text, page.gold)
    assert told(data["posts"], POST) == told(page.gold["posts"], POST)
    assert told(data["figures"], FIGURE) == told(page.gold["figures"], FIGURE)
    assert metadata_of(article) == page.metadata


# -- how it is written, and what stands beside it, changes nothing ---------------------------------


@given(rendered_pages(), st.sampled_from(HANDS))
def test_a_page_tells_the_same_whoever_writes_it(page: RenderedPage, hand: Hand) -> None:
    other = rendered_anew(page, hand=hand)
    assert where_ever(parsed(other)[1]) == where_ever(parsed(page)[1])


@given(rendered_pages(), inside, beside)
def test_furniture_and_what_nobody_sees_change_nothing(
    page: RenderedPage, between: tuple[str, ...], around: tuple[str, ...]
) -> None:
    bare = rendered_anew(page, between=(), around=())
    full = rendered_anew(page, between=between, around=around)
    assert where_ever(parsed(full)[1]) == where_ever(parsed(bare)[1])


@given(rendered_pages(live_styles), st.sampled_from(["partial", "full", "graph"]))
def test_posts_are_the_same_with_linked_data_and_without(page: RenderedPage, data: str) -> None:
    with_data, without = (rendered_anew(page, tellers=evolve(page.style.tellers, data=each)) for each in (data, ""))
    shown = tuple(key for key in POST if key not in ("authors", "modified"))  # which some styles tell there alone
    (text, one, _), (text_without, other, _) = parsed(with_data), parsed(without)
    assert text == text_without
    assert told(one["posts"], shown) == told(other["posts"], shown)
    assert [told(one[layer], ("start", "end")) for layer in ("quotes", "figures")] == [
        told(other[layer], ("start", "end")) for layer in ("quotes", "figures")
    ]


@given(rendered_pages(live_styles, least=3), st.sampled_from(["full", "graph"]))
def test_updates_that_only_the_linked_data_tell_are_posts(page: RenderedPage, data: str) -> None:
    cut = rendered_anew(page, shown=2, tellers=evolve(page.style.tellers, data=data))
    text, found, _ = parsed(cut)
    assert text == cut.text
    known_there = tuple(key for key in POST if key != "kind")  # whether one sums up is told by its list, which is lost
    assert told(found["posts"], known_there) == told(cut.gold["posts"], known_there)


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_bytes_tell_what_text_tells(family: str) -> None:
    page, _, _, article = known(family)[0]
    assert parse_html(page.markup.encode(), url=page.url, registry=Registry()) == article


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_addresses_are_complete_where_the_page_alone_tells_its_own(family: str) -> None:
    for page, _, _, article in known(family)[:2]:
        alone = parse_html(page.markup, registry=Registry())
        assert [post.url for post in alone.posts] == [post.url for post in article.posts]
        assert [figure.image for figure in alone.figures] == [figure.image for figure in article.figures]


def rendered_anew(page: RenderedPage, **changes: object) -> RenderedPage:
    return render_page(page.plan, evolve(page.style, **changes))  # type: ignore[arg-type]  # whatever a law changes


def where_ever(data: dict[str, Any]) -> dict[str, Any]:
    """Give a parse without where in the markup its blocks stand, and why they are what they are."""
    blocks = [{key: block[key] for key in ("kind", "start", "end", "post")} for block in data["blocks"]]
    return {**data, "blocks": blocks}


# -- the page and its text ------------------------------------------------------------------------


@cache
def as_texts(family: str) -> list[tuple[str, dict[str, Any]]]:
    """Parse the texts of a family's pages alone, with the day that the pages tell."""
    return [
        keep(parse(page.text, published=article.published, registry=Registry()))
        for page, _, _, article in known(family)
    ]


def test_a_page_and_its_text_tell_the_same_wherever_both_show_the_same_posts() -> None:
    compared = 0
    for family in PAGE_FAMILIES:
        for (_, text, of_page, _), (alone, of_text) in zip(known(family), as_texts(family), strict=True):
            if blocks_of(text, of_page) == blocks_of(alone, of_text) and starts_of(text, of_page) == starts_of(
                alone, of_text
            ):
                compared += 1
                assert told(of_page["quotes"], QUOTE) == told(of_text["quotes"], QUOTE)
                assert told(of_page["figures"], FIGURE[:-2]) == told(of_text["figures"], FIGURE[:-2])
                assert told(of_page["posts"], POST[:4]) == told(of_text["posts"], POST[:4])
    assert compared >= AS_TEXT * COUNT * len(PAGE_FAMILIES)


@cache
def measured(family: str) -> dict[str, Tally]:
    """Score the pages of a family, and their texts alone, by the words of blocks and those that begin posts."""
    totals = {name: Tally() for name in LAYERS}
    for (page, text, data, _), of_text in zip(known(family), as_texts(family), strict=True):
        for (kept, found), suffix in (((text, data), ""), (of_text, " as text")):
            count(totals["blocks" + suffix], blocks_of(page.text, page.gold), blocks_of(kept, found))
            count(totals["posts" + suffix], starts_of(page.text, page.gold), starts_of(kept, found))
        if text == page.text:
            totals["quotes"].add(score_document(page.text, page.gold, data)["quotes"])
    return totals


def count(tally: Tally, due: Iterable[object], given: Iterable[object]) -> None:
    wanted, found = Counter(due), Counter(given)
    tally.right += (wanted & found).total()
    tally.missed += (wanted - found).total()
    tally.spurious += (found - wanted).total()


def starts_of(text: str, data: dict[str, Any]) -> list[str]:
    """Give how posts begin: a line or two."""
    return [text[post["start"] : post["start"] + 60] for post in data["posts"]]


@pytest.mark.parametrize("family", PAGE_FAMILIES)
def test_speakers_and_forms_reach_their_floors(family: str) -> None:
    scores = measured(family)
    assert scores["quotes"].right >= COUNT
    assert scores["quotes"].share("speaker") >= SPEAKERS
    assert scores["quotes"].share("form") >= FORMS


@pytest.mark.parametrize("family", LIVE)
def test_the_markup_never_tells_less_than_the_text_alone(family: str) -> None:
    scores = measured(family)
    assert scores["blocks"].f1 >= scores["blocks as text"].f1
    assert scores["posts"].f1 >= scores["posts as text"].f1


@pytest.fixture(scope="module")
def extractors() -> Registry:
    """All installed plugins, which other tests of the core do not see."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warparse.extract.registry.installed", installed)
        return Registry.discover()


def test_facts_of_a_page_are_those_of_its_text(extractors: Registry) -> None:
    names = FACTS.keys() & {each.name for each in extractors.extractors}
    if not names:
        pytest.skip("no plugin that reads facts is installed")
    totals = {name: Tally() for name in names}
    compared = 0
    for page in facts_of():
        text, data, article = parsed(page, extractors)
        of_text = keep(parse(page.text, published=article.published, registry=extractors))
        scores = score_document(page.text, page.gold, data)
        for name in names:
            totals[name].add(scores[name])
        if starts_of(text, data) == starts_of(*of_text) and blocks_of(*of_text) == blocks_of(text, data):
            compared += 1
            assert of_text[1]["fields"] == data["fields"]
    assert compared >= len(LIVE)
    assert {name for name in names if totals[name].f1 < FACTS[name]} == set()


def facts_of() -> Iterator[RenderedPage]:
    """The pages of every family that hold facts, a few of each family."""
    for family in PAGE_FAMILIES:
        held = (page for page, *_ in known(family) if any(page.gold["fields"].values()))
        yield from (page for page, _ in zip(held, range(2), strict=False))


def main() -> None:
    """Print what is reached: blocks and posts of pages and of their texts alone, quotes with speakers and forms."""
    sys.stdout.write(f"{'family':<18}" + "".join(f"{layer:>16}" for layer in (*LAYERS, "speaker", "form")) + "\n")
    for family in PAGE_FAMILIES:
        scores = measured(family)
        cells = [f"{scores[layer].f1:.3f}" for layer in LAYERS]
        cells += [f"{scores['quotes'].share(key):.3f}" for key in ("speaker", "form")]
        sys.stdout.write(f"{family:<18}" + "".join(f"{cell:>16}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
