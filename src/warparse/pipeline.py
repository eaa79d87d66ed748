"""The one way of the data: text to article. Only this file knows the order of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from warparse.assemble import assemble
from warparse.extract.boilerplate import Boilerplate
from warparse.extract.registry import Registry
from warparse.extract.run import extract
from warparse.read.mend import mend
from warparse.read.source import Source
from warparse.segment.blocks import explain_line, segment

if TYPE_CHECKING:
    from datetime import date

    from warparse.model import Article

__all__ = ["explain", "parse"]


def parse(
    text: str | Source,
    *,
    name: str | None = None,
    url: str | None = None,
    published: date | None = None,
    infer_posts: bool = True,
    registry: Registry | None = None,
) -> Article:
    r"""Parse a scraped text into the article that the editor published.

    Args:
        text: the text, or a source that a reader gave.
        name: what to call the document; for a text only.
        url: where it was scraped from; for a text only.
        published: the day of publication, if the caller knows it better than the text tells.
        infer_posts: also begin posts where only the words tell; False keeps to the layout's marks.
        registry: whose extractors read the article; None for the installed plugins.

    Returns:
        The article. Any text gives one: where nothing tells a page around it, all of it is paragraphs.

    >>> article = parse("Storm over the harbour\n\nThe port was closed on Friday, the mayor said.\n")
    >>> article.title
    'Storm over the harbour'
    """
    source = text if isinstance(text, Source) else Source(text, name, url)
    mended, offsets = mend(source.text)
    registry = Registry.discover() if registry is None else registry
    boilerplate = Boilerplate(registry.noise_rules, registry.budget) if registry.noise_rules else None
    page = segment(mended, boilerplate.label if boilerplate else None)
    article, readings = assemble(source, mended, offsets, page, published=published, infer_posts=infer_posts)
    if boilerplate and boilerplate.problems:
        article = evolve(article, problems=tuple(boilerplate.problems))
    return extract(article, mended, offsets, readings, registry)


def explain(text: str | Source, offset: int) -> list[tuple[str, int]]:
    r"""Explain the kind of the block at an offset: what its line told when it was weighed.

    `Article.why` names what decided; this does the work again and tells every piece of evidence about the line. What
    the lines beside it speak for comes on top.

    Args:
        text: the text, or a source that a reader gave.
        offset: a code point of the text as handed in.

    Returns:
        Pieces of evidence, each with how much more it adds for the block's kind than for the next likely one,
        in thousandths; the greatest first, and below zero what spoke against it. Nothing between blocks.

    >>> grounds = explain("Storm over the harbour\n\nThe port was closed on Friday, the mayor said.\n", 30)
    >>> grounds[0][1] > 0 > grounds[-1][1]
    True
    """
    mended, offsets = mend(text.text if isinstance(text, Source) else text)
    return explain_line(mended, offsets.to_mended(offset))
