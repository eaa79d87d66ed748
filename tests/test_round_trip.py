"""The round trip: what a plan tells, rendered in any layout, is what the parse of its text tells.

Laws hold of every text. Beyond them the parser weighs, and may err: floors say how far, on the same documents of each
family every time. `python tests/test_round_trip.py` prints what is reached.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from warparse import Article, parse
from warparse.extract.loading import installed
from warparse.extract.registry import Registry
from warparse.model import BlockKind
from warparse.scoring import Tally, score_document
from warparse.testing import FAMILIES, TRANSFORMS, Rendered, documents, rendered_articles

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 40
"""Documents of each family."""
FLOORS = {
    # blocks, cleaning, posts, quotes, figures: F1
    "live blog": (0.99, 0.995, 0.96, 0.99, 0.99),
    "aggregator": (0.99, 0.995, 0.925, 0.99, 0.99),
    "paragraph a line": (0.985, 0.99, 0.82, 0.99, 0.99),
    "newspaper live": (0.99, 0.995, 0.99, 0.99, 0.99),
    "teasers": (0.99, 0.995, 0.99, 0.99, 0.99),
    "whole page": (0.975, 0.985, 0.9, 0.985, 0.96),
    "crawler markdown": (0.99, 0.995, 0.95, 0.99, 0.99),
    "wire": (0.98, 0.995, 0.9, 0.99, 0.9),
    "one line": (0.91, 0.99, 0.86, 0.99, 0.99),
    "glued posts": (0.985, 0.995, 0.98, 0.99, 0.99),
    "inline stamps": (0.985, 0.995, 0.92, 0.99, 0.99),
    "carousel": (0.985, 0.995, 0.99, 0.99, 0.99),
    "quotation marks": (0.99, 0.995, 0.99, 0.99, 0.99),
}
"""What the project promises of each family. "newspaper live" parts its posts by nothing: none is asserted there."""
MARKED = {
    "live blog": 0.99,
    "aggregator": 0.985,
    "paragraph a line": 0.86,  # half of them have lost their title, and then a heading may be taken for it
    "crawler markdown": 0.98,
    "glued posts": 0.985,
    "inline stamps": 0.985,
}
"""What posts reach where the layout marks them all, and none is inferred from words."""
LAYERS = ("blocks", "cleaning", "posts", "quotes", "figures")
SPEAKERS, FORMS = 0.98, 0.98
"""What the speakers and forms of found quotes reach in every family."""
FACTS = {"attacks": 0.93, "money": 0.96, "meetings": 0.85}
"""What installed extractors reach in every family."""


def came_whole(tally: Tally) -> bool:
    return not (tally.errors or tally.missed or tally.spurious)


@cache
def measured(name: str) -> tuple[Counter[str], dict[str, Tally]]:
    """Count the documents in which a layer comes back whole, and score all of them."""
    whole: Counter[str] = Counter()
    totals = {layer: Tally() for layer in LAYERS}
    for rendered in documents(name, COUNT):
        scores = score_document(rendered.text, rendered.gold, parse(rendered.text, registry=Registry()).to_dict())
        for layer in LAYERS:
            totals[layer].add(scores[layer])
            whole[layer] += came_whole(scores[layer])
        whole["all"] += all(came_whole(scores[layer]) for layer in LAYERS)
    return whole, totals


# -- laws -----------------------------------------------------------------------------------------


@given(rendered_articles(changed=True))
def test_nothing_is_lost_or_told_twice(rendered: Rendered) -> None:
    text, article = rendered.text, parse(rendered.text)
    covered = Counter(at for block in article.blocks for at in range(block.start, block.end))
    assert all(covered[at] == (not letter.isspace()) or covered[at] == 1 for at, letter in enumerate(text))
    assert all(above.end <= below.start for above, below in pairwise(article.blocks))
    assert all(above.end <= below.start for above, below in pairwise(article.posts))


@given(rendered_articles())
def test_words_in_marks_are_quotes_wherever_they_are_kept(rendered: Rendered) -> None:
    article = parse(rendered.text)
    found = {bare(rendered.text, quote.start, quote.end) for quote in article.quotes}
    for quote in rendered.gold["quotes"]:
        if quote["form"] != "block" and kind_at(article, quote["start"]) not in UNREAD:
            assert bare(rendered.text, quote["start"], quote["end"]) in found


@given(rendered_articles())
def test_nothing_else_is_a_quote_but_what_is_set_apart(rendered: Rendered) -> None:
    article = parse(rendered.text)
    due = {bare(rendered.text, quote["start"], quote["end"]) for quote in rendered.gold["quotes"]}
    given = {bare(rendered.text, quote.start, quote.end) for quote in article.quotes if quote.form != "block"}
    assert given <= due


@given(rendered_articles())
def test_whoever_speaks_is_somebody_of_the_text(rendered: Rendered) -> None:
    flat = " ".join(rendered.text.split())
    for quote in parse(rendered.text).quotes:
        assert quote.speaker is None or " ".join(quote.speaker.split()) in flat or "’s " in quote.speaker


@given(rendered_articles())
def test_captions_of_one_picture_are_one_figure(rendered: Rendered) -> None:
    captions = [figure.caption for figure in parse(rendered.text).figures]
    assert len(captions) == len(set(captions))


@pytest.mark.parametrize("change", ["CRLF", "blank lines before", "entities", "mojibake"])
@given(rendered=rendered_articles())
def test_the_words_stay_the_same_however_they_are_encoded(change: str, rendered: Rendered) -> None:
    before, after = parse(rendered.text), parse(TRANSFORMS[change](rendered).text)
    assert [(quote.text, quote.speaker, quote.form) for quote in after.quotes] == [
        (quote.text, quote.speaker, quote.form) for quote in before.quotes
    ]
    assert [(block.kind, block.text) for block in after.blocks] == [(block.kind, block.text) for block in before.blocks]
    assert [post.heading for post in after.posts] == [post.heading for post in before.posts]


UNREAD = (BlockKind.NOISE, BlockKind.BYLINE, BlockKind.TIMESTAMP)
"""Kinds of blocks that hold no quotes."""


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a span without the comma or full stop that some publishers put inside the closing mark, some outside."""
    return start, end - (text[end - 1] in ".,")


def kind_at(article: Article, offset: int) -> BlockKind | None:
    block = article.why(offset).block
    return block.kind if block else None


# -- floors ---------------------------------------------------------------------------------------


def test_every_family_has_its_floors() -> None:
    assert list(FLOORS) == list(FAMILIES)


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("layer", LAYERS)
def test_layers_come_back(name: str, layer: str) -> None:
    assert measured(name)[1][layer].f1 >= FLOORS[name][LAYERS.index(layer)]


@pytest.mark.parametrize("name", MARKED)
def test_posts_that_the_layout_marks_come_back(name: str) -> None:
    total = Tally()
    for rendered in documents(name, COUNT):
        pred = parse(rendered.text, registry=Registry(), infer_posts=False).to_dict()
        total.add(score_document(rendered.text, rendered.gold, pred)["posts"])
    assert total.f1 >= MARKED[name]


@pytest.mark.parametrize("name", FAMILIES)
def test_quotes_come_back_with_speakers_and_forms(name: str) -> None:
    quotes = measured(name)[1]["quotes"]
    assert quotes.right >= COUNT
    assert quotes.share("speaker") >= SPEAKERS
    assert quotes.share("form") >= FORMS


@pytest.mark.parametrize("name", FAMILIES)
def test_figures_come_back_with_their_credits(name: str) -> None:
    figures = measured(name)[1]["figures"]
    assert all(figures.share(key) >= 0.97 for key in ("credit", "photographers", "agencies"))


@pytest.fixture(scope="module")
def extractors() -> Registry:
    """All installed plugins, which other tests of the core do not see."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warparse.extract.registry.installed", installed)
        return Registry.discover()


@pytest.mark.slow
@pytest.mark.parametrize("extractor", FACTS)
def test_facts_come_back(extractor: str, extractors: Registry) -> None:
    if extractor not in {each.name for each in extractors.extractors}:
        pytest.skip(f"no plugin that reads {extractor} is installed")
    total = Tally()
    for rendered in facts_of(extractor):
        pred = parse(rendered.text, registry=extractors).to_dict()
        total.add(score_document(rendered.text, rendered.gold, pred)[extractor])
    assert total.right >= COUNT
    assert total.f1 >= FACTS[extractor]


def facts_of(extractor: str) -> Iterator[Rendered]:
    """The documents of every family that hold facts of a kind, a few of each family."""
    for name in FAMILIES:
        held = (rendered for rendered in documents(name, COUNT) if rendered.gold["fields"][extractor])
        yield from (rendered for rendered, _ in zip(held, range(8), strict=False))


def main() -> None:
    """Print how many documents of each family come back whole, and what each layer reaches."""
    sys.stdout.write(f"{'family':<18}{'all':>6}" + "".join(f"{layer:>18}" for layer in LAYERS) + "\n")
    for name in FAMILIES:
        whole, totals = measured(name)
        cells = [f"{whole[layer] / COUNT:.2f} / {totals[layer].f1:.3f}" for layer in LAYERS]
        sys.stdout.write(f"{name:<18}{whole['all'] / COUNT:>6.2f}" + "".join(f"{cell:>18}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
