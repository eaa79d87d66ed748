"""The interchange format `warparse/1` as attrs classes: what an article looks like when written down.

Contract: these classes, with those of `parts`, are the format: its conversion, its errors and its JSON
Schema are all made from their attributes. A key never changes its meaning; later versions may add some.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, field, frozen

from warparse.errors import FormatError
from warparse.model.parts import Block, Figure, Name, Post, Problem, Quote
from warparse.plain import ADDED, from_plain
from warparse.read.markup import Metadatum
from warparse.read.source import Source

if TYPE_CHECKING:
    from warparse.span import Span

__all__ = ["FORMAT", "WrittenArticle", "WrittenSource", "read_written"]

FORMAT: Final = "warparse/1"
"""The name and version of the format."""


@frozen
class WrittenSource:
    """The input of a written article."""

    name: str | None
    """What the caller calls the document, mostly its file name; null if it has no name."""
    sha256: str
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    length: int
    """Length of the text in code points."""
    url: str | None = field(default=None, metadata=ADDED)
    """Where the document was scraped from; null if not known."""
    text: str | None = field(default=None, metadata=ADDED)
    """The text as it was handed in; null where it is kept elsewhere."""


@frozen
class WrittenArticle:
    """An article of scraped news in the interchange format."""

    format: str
    """The name and version of this format."""
    source: WrittenSource
    """The input; every offset counts its code points."""
    published: date | None
    """The day of publication; null where neither the caller nor the text tells it."""
    title: str | None
    """The article's own headline; null if the scraper lost it."""
    blocks: tuple[Block, ...]
    """A partition of the input's characters other than white space, in document order."""
    posts: tuple[Post, ...]
    """Its posts, in document order."""
    quotes: tuple[Quote, ...]
    """Its quotes, in document order."""
    figures: tuple[Figure, ...]
    """Its figures, in document order."""
    fields: Mapping[str, tuple[Any, ...]]
    """What plugins read: records by extractor name, in document order."""
    problems: tuple[Problem, ...]
    """What went wrong without stopping the parse."""
    names: tuple[Name, ...] = field(default=(), metadata=ADDED)
    """The people and organisations that the document knows, by first mention."""
    metadata: tuple[Metadatum, ...] = field(default=(), metadata=ADDED)
    """What the page tells of the article outside the text, each with where it was told."""


def read_written(data: object, text: str | None) -> tuple[WrittenArticle, Source]:
    """Read an article's data and find its text.

    Args:
        data: the article as plain data.
        text: the input, needed where the data leave it out.

    Returns:
        The written article and its input. Quotes and figures that name no post have been given that of
        the block that they start in.

    Raises:
        FormatError: the data are no article in this format, or the text is missing or another one.
    """
    written = from_plain(WrittenArticle, data)
    if written.format != FORMAT:
        raise FormatError(f"format: {written.format!r} where {FORMAT!r} is due")
    source = _find_source(written.source, text)
    _check_spans(written, len(source))
    return _placed(written, data), source


def _find_source(written: WrittenSource, text: str | None) -> Source:
    if text is None:
        text = written.text
    if text is None:
        raise FormatError("source.text: missing, and no text was given: give the one that the data were made from")
    source = Source(text, written.name, written.url)
    if len(source) != written.length or source.sha256 != written.sha256:
        raise FormatError("source.sha256: another text's: give the one that the data were made from")
    return source


def _check_spans(written: WrittenArticle, length: int) -> None:
    """See that every span lies in the text and every post that is named exists."""
    posts = len(written.posts)
    placed: tuple[tuple[str, tuple[Block | Quote | Figure, ...]], ...] = (
        ("blocks", written.blocks),
        ("quotes", written.quotes),
        ("figures", written.figures),
    )
    for layer, parts in placed:
        for index, part in enumerate(parts):
            if part.post is not None and not 0 <= part.post < posts:
                raise FormatError(f"{layer}[{index}].post: {part.post} where there are {posts} posts")
    for path, span in _spans(written):
        if not 0 <= span.start <= span.end <= length:
            raise FormatError(f"{path}: a span from {span.start} to {span.end} in a text of {length} characters")


def _spans(written: WrittenArticle) -> Iterator[tuple[str, Block | Post | Quote | Figure | Span]]:
    layers: tuple[tuple[str, tuple[Block | Post | Quote | Figure, ...]], ...] = (
        ("blocks", written.blocks),
        ("posts", written.posts),
        ("quotes", written.quotes),
        ("figures", written.figures),
    )
    for layer, parts in layers:
        for index, part in enumerate(parts):
            yield f"{layer}[{index}]", part
    for index, figure in enumerate(written.figures):
        for place, span in enumerate(figure.copies):
            yield f"figures[{index}].copies[{place}]", span
    for index, name in enumerate(written.names):
        for place, span in enumerate(name.mentions):
            yield f"names[{index}].mentions[{place}]", span


def _placed(written: WrittenArticle, data: Any) -> WrittenArticle:  # noqa: ANN401 - read already, so its shape is known
    """Give quotes and figures whose data have no "post" the post of the block that they start in."""
    posts = {span.start: span.post for span in written.blocks}
    starts = sorted(posts)

    def placed(parts: tuple[Any, ...], layer: str) -> tuple[Any, ...]:
        return tuple(
            part if "post" in plain else evolve(part, post=_post_at(part.start, starts, posts))
            for part, plain in zip(parts, data[layer], strict=True)
        )

    return evolve(written, quotes=placed(written.quotes, "quotes"), figures=placed(written.figures, "figures"))


def _post_at(offset: int, starts: list[int], posts: Mapping[int, int | None]) -> int | None:
    index = bisect_right(starts, offset) - 1
    return posts[starts[index]] if index >= 0 else None
