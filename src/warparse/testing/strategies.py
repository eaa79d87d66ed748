"""Hypothesis strategies: articles, layouts, texts with their gold, and phrases with what is in them.

Contract: everything shrinks towards one post, one paragraph and the phrases that matter; the same choices give the
same values. Nothing here parses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from warparse.model import BlockKind
from warparse.testing.choose import Chooser, made_by
from warparse.testing.facts import attack_sentence, meeting_sentence, money_sentence
from warparse.testing.families import Layout, make_layout
from warparse.testing.gold import Writer
from warparse.testing.grammar import (
    make_article,
    make_live,
    make_picture,
    make_scene,
    make_sentence,
    make_story,
    make_voice,
)
from warparse.testing.lines import Line
from warparse.testing.nasty import nasty_text
from warparse.testing.page.families import make_page_style
from warparse.testing.page.rendering import RenderedPage, render_page
from warparse.testing.page.style import PageStyle
from warparse.testing.rendering import Rendered, render
from warparse.testing.settings import CURLY, Setting, caption_lines
from warparse.testing.transform import TRANSFORMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.testing.plan import Pieces, Plan
    from warparse.testing.words import Scene

__all__ = [
    "Phrase",
    "articles",
    "attack_phrases",
    "figures",
    "layouts",
    "meeting_phrases",
    "money_phrases",
    "page_styles",
    "quotes",
    "rendered_articles",
    "rendered_pages",
    "scraped_text",
    "sentences",
]


class Phrase(NamedTuple):
    """A text, and the record that it holds."""

    text: str
    """A sentence, a paragraph or a caption."""
    record: dict[str, Any]
    """What a right parser tells of it, with `start` and `end` in the text."""


def articles(*, live: bool | None = None, least: int = 1, most: int = 6) -> st.SearchStrategy[Plan]:
    """Give plans of articles.

    Args:
        live: whether live blogs or articles; None for both.
        least: posts of a live blog at least; a summary may come on top.
        most: posts of a live blog at most.
    """
    if live is None:
        return articles(live=False) | articles(live=True, least=least, most=most)
    return made_by(lambda chooser: make_live(chooser, least=least, most=most) if live else make_article(chooser))


def layouts(name: str | None = None) -> st.SearchStrategy[Layout]:
    """Give layouts.

    Args:
        name: the family, one of `FAMILIES`; None for any.
    """
    return made_by(lambda chooser: make_layout(chooser, name))


def rendered_articles(
    layout: str | Layout | st.SearchStrategy[Layout] | None = None,
    *,
    changed: bool = False,
    least: int = 1,
    most: int = 6,
) -> st.SearchStrategy[Rendered]:
    """Give texts as scrapers leave them, each with its gold.

    Args:
        layout: a layout, the name of a family, or a strategy of layouts; None for any.
        changed: whether noise that keeps the gold true is put in too (see `TRANSFORMS`).
        least: posts of a live blog at least.
        most: posts of a live blog at most.
    """
    given = (
        layout
        if isinstance(layout, st.SearchStrategy)
        else st.just(layout)
        if isinstance(layout, Layout)
        else layouts(layout)
    )

    @st.composite
    def rendered(draw: Callable[..., Any]) -> Rendered:
        chosen = draw(given)
        plan = draw(articles(live=chosen.setting.live, least=least, most=most))
        text = render(plan, chosen)
        for name in draw(st.lists(st.sampled_from(sorted(TRANSFORMS)), max_size=2, unique=True)) if changed else ():
            text = TRANSFORMS[name](text)
        return text

    return rendered()


def page_styles(name: str | None = None) -> st.SearchStrategy[PageStyle]:
    """Give styles of pages.

    Args:
        name: the family, one of `PAGE_FAMILIES`; None for any.
    """
    return made_by(lambda chooser: make_page_style(chooser, name))


def rendered_pages(
    style: str | PageStyle | st.SearchStrategy[PageStyle] | None = None, *, least: int = 2, most: int = 6
) -> st.SearchStrategy[RenderedPage]:
    """Give pages of HTML, each with its gold.

    Args:
        style: a style, the name of a family, or a strategy of styles; None for any.
        least: posts of a live blog at least; nothing but a second one shows that a page has entries.
        most: posts of a live blog at most.
    """
    given = (
        style
        if isinstance(style, st.SearchStrategy)
        else st.just(style)
        if isinstance(style, PageStyle)
        else page_styles(style)
    )

    @st.composite
    def rendered(draw: Callable[..., Any]) -> RenderedPage:
        chosen = draw(given)
        return render_page(draw(articles(live=chosen.live, least=least, most=most)), chosen)

    return rendered()


def scraped_text() -> st.SearchStrategy[str]:
    """Give any text at all that a scraper may hand over, most of it nasty: pieces of pages, marks, odd characters."""
    return nasty_text


def sentences() -> st.SearchStrategy[str]:
    """Give sentences of news in which nobody is quoted and nothing is counted."""
    return made_by(make_sentence)


def quotes() -> st.SearchStrategy[Phrase]:
    """Give paragraphs with one quotation; the record has `form` and `speaker`."""
    return _phrases(lambda chooser, scene: make_voice(chooser, scene).pieces, "quotes")


def attack_phrases() -> st.SearchStrategy[Phrase]:
    """Give sentences with one count of an attack; the record has the keys of `fields.attacks`."""
    return _phrases(attack_sentence, "attacks")


def money_phrases() -> st.SearchStrategy[Phrase]:
    """Give sentences with one amount of money; the record has the keys of `fields.money`."""
    return _phrases(money_sentence, "money")


def meeting_phrases() -> st.SearchStrategy[Phrase]:
    """Give sentences that tell of one encounter; the record has the keys of `fields.meetings`."""
    return _phrases(lambda chooser, scene: meeting_sentence(chooser, scene, alone=True), "meetings")


def figures() -> st.SearchStrategy[Phrase]:
    """Give captions with their credits; the record has the keys of `figures`."""

    def make(chooser: Chooser) -> Phrase:
        setting = Setting(credit=chooser.pick(("photograph", "photo", "brackets", "paren", "capitals")))
        writer = Writer(CURLY)
        for line in caption_lines(make_picture(chooser), None, setting):
            writer.add(line)
        return Phrase(writer.text, writer.drawn()[0])

    return made_by(make)


def _phrases(make: Callable[[Chooser, Scene], Pieces], layer: str) -> st.SearchStrategy[Phrase]:
    """Give what a maker writes, where it holds one record of a layer."""

    def write(chooser: Chooser) -> tuple[str, list[dict[str, Any]]]:
        scene = make_scene(chooser)
        make_story(scene)
        writer = Writer(CURLY)
        writer.add(Line(BlockKind.PARAGRAPH, make(chooser, scene)))
        return writer.text, writer.quotes if layer == "quotes" else writer.facts[layer]

    return (
        made_by(write)
        .filter(lambda written: len(written[1]) == 1)
        .map(lambda written: Phrase(written[0], written[1][0]))
    )
