"""What an article is made of: blocks, posts, quotes, figures, names and problems.

Contract: frozen values with spans into the input, cheap to make (a document has thousands), so
nothing is checked on the way in. They hold no behaviour beyond views of themselves.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import evolve, field, frozen

from warparse.model.kinds import BlockKind, Boundary, NameKind, PostKind, QuoteForm, Reason
from warparse.plain import ADDED, UNWRITTEN
from warparse.read.markup import Element
from warparse.read.source import Source
from warparse.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warparse.read.clean import Cleaned

__all__ = ["Block", "Figure", "Name", "Post", "Problem", "Quote", "link_posts"]

_NOWHERE: Final = Source("")
_Part = TypeVar("_Part", "Block", "Quote", "Figure")


@frozen
class Block:
    """One piece of the partition of the input."""

    kind: BlockKind
    """What the block is."""
    start: int
    """First code point of the block in the input."""
    end: int
    """One past its last code point."""
    post: int | None = None
    """Index of the post that it stands in; None outside all posts."""
    reason: Reason | None = None
    """Why it is noise; None for every other kind."""
    rule: str = field(default="", metadata=ADDED)
    """Id of the rule that decided its kind."""
    evidence: str = field(default="", metadata=ADDED)
    """What that rule saw, in a few words for people."""
    source: Source = field(default=_NOWHERE, repr=False, eq=False, metadata=UNWRITTEN)
    """The input that the span points into."""
    element: Element | None = field(default=None, metadata=ADDED)
    """The element of the page that it came from; None for a text that was no page."""

    @property
    def raw(self) -> str:
        """The block as it stands in the input."""
        return self.source.text[self.start : self.end]

    @property
    def cleaned(self) -> Cleaned:
        """The block as a reader would see it, with its map to the input."""
        from warparse.read.clean import clean  # its patterns take a while to compile

        return clean(self.source.text, self.start, self.end)

    @property
    def text(self) -> str:
        """The cleaned text."""
        return self.cleaned.text

    def to_source(self, position: int) -> int:
        """Give the code point of the input that a position in `text` came from.

        Raises:
            IndexError: the position lies outside `text`.
        """
        return self.cleaned.to_source(position)


@frozen
class Quote:
    """Somebody's words given as such."""

    start: int
    """First code point of the words, after the opening mark."""
    end: int
    """One past their last code point, before the closing mark."""
    form: QuoteForm
    """A clause of its own, words in the writer's sentence, or a block quotation."""
    speaker: str | None = None
    """The fullest name of who said it; None where the text does not tell."""
    post: int | None = field(default=None, metadata=ADDED)
    """Index of the post that it stands in; None outside all posts."""
    rule: str = field(default="", metadata=ADDED)
    """Id of the rule that found the speaker; empty where none did."""
    source: Source = field(default=_NOWHERE, repr=False, eq=False, metadata=UNWRITTEN)
    """The input that the span points into."""

    @property
    def text(self) -> str:
        """The quoted words, cleaned."""
        from warparse.read.clean import clean

        return clean(self.source.text, self.start, self.end, marker=False).text


@frozen
class Figure:
    """A picture or video that the article carried."""

    start: int
    """First code point of the last run of its caption lines."""
    end: int
    """One past the last code point of that run."""
    caption: str
    """The caption without the credit, from its last copy; empty if the figure has a credit only."""
    credit: str | None = None
    """Who made or provided it, as written; None if not told."""
    photographers: tuple[str, ...] = ()
    """The credit's people."""
    agencies: tuple[str, ...] = ()
    """The credit's organisations."""
    post: int | None = field(default=None, metadata=ADDED)
    """Index of the post that it stands in; None outside all posts."""
    copies: tuple[Span, ...] = field(default=(), metadata=ADDED)
    """Every caption block of the figure, in document order."""
    image: str | None = field(default=None, metadata=ADDED)
    """The address of its image; None if not told."""
    alt: str | None = field(default=None, metadata=ADDED)
    """The image's alternative text; None if not told."""


@frozen
class Name:
    """A person or an organisation that the document knows, under all its names."""

    name: str
    """The fullest form in the document."""
    kind: NameKind
    """Person or organisation."""
    role: str | None = None
    """The office or description beside the name where told ("Ukrainian president"); None if not."""
    mentions: tuple[Span, ...] = ()
    """Every mention, in document order."""


@frozen
class Post:
    """One entry of a live blog, or an article."""

    start: int
    """First code point of its first block."""
    end: int
    """One past the last code point of its last block."""
    kind: PostKind
    """Entry, summary or article."""
    heading: str | None = None
    """The cleaned text of its heading; None if it has none."""
    authors: tuple[str, ...] = ()
    """Names in its own byline."""
    updated: bool = False
    """Whether an "Updated" mark stands in it."""
    boundary: Boundary = field(default=Boundary.MARKED, metadata=ADDED)
    """Whether the layout marks its start or only the words tell."""
    evidence: str = field(default="", metadata=ADDED)
    """What told its start, in a few words for people."""
    published: datetime | None = field(default=None, metadata=ADDED)
    """When it was published, with its time zone where that is told; None if the page does not tell."""
    modified: datetime | None = field(default=None, metadata=ADDED)
    """When it was last changed, as `published`."""
    url: str | None = field(default=None, metadata=ADDED)
    """Its address, mostly an anchor in the page; None if not told."""
    blocks: tuple[Block, ...] = field(default=(), repr=False, eq=False, metadata=UNWRITTEN)
    """Its blocks, noise that stands inside it left out."""
    quotes: tuple[Quote, ...] = field(default=(), repr=False, eq=False, metadata=UNWRITTEN)
    """Its quotes."""
    figures: tuple[Figure, ...] = field(default=(), repr=False, eq=False, metadata=UNWRITTEN)
    """Its figures."""

    @property
    def text(self) -> str:
        """The cleaned text of its blocks, a blank line between them."""
        return "\n\n".join(block.text for block in self.blocks)


@frozen
class Problem:
    """Something that went wrong without stopping the parse."""

    where: str
    """Which part it was: a plugin's name, say."""
    message: str
    """What happened, in one line."""
    start: int | None = field(default=None, metadata=ADDED)
    """First code point of the text that it happened on; None if not known."""
    end: int | None = field(default=None, metadata=ADDED)
    """One past its last code point; None if not known."""


def link_posts(
    posts: Iterable[Post], blocks: Iterable[Block], quotes: Iterable[Quote], figures: Iterable[Figure]
) -> tuple[Post, ...]:
    """Give each post its views: the blocks, quotes and figures that name its index.

    Args:
        posts: the posts in document order; views that they have already are replaced.
        blocks: the document's blocks; noise inside a post is no part of its view.
        quotes: the document's quotes.
        figures: the document's figures.

    Returns:
        The posts with their views.

    >>> linked = link_posts([Post(0, 5, PostKind.ENTRY)], [Block(BlockKind.PARAGRAPH, 0, 5, post=0)], [], [])
    >>> [block.end for block in linked[0].blocks]
    [5]
    """
    kept = _by_post(block for block in blocks if block.kind is not BlockKind.NOISE)
    said, shown = _by_post(quotes), _by_post(figures)
    return tuple(
        evolve(post, blocks=kept(index), quotes=said(index), figures=shown(index)) for index, post in enumerate(posts)
    )


def _by_post(parts: Iterable[_Part]) -> Callable[[int], tuple[_Part, ...]]:
    groups: dict[int | None, list[_Part]] = {}
    for part in parts:
        groups.setdefault(part.post, []).append(part)
    return lambda index: tuple(groups.get(index, ()))
