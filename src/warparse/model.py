"""What a parse gives: frozen values with spans into the input.

Contract: values hold no behaviour beyond views of themselves; nothing here reads a plugin, a rule
or a file. What each type means is written in `docs/meaning.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from warparse.read.clean import Cleaned, clean
from warparse.read.source import Source
from warparse.span import Span

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Boundary",
    "Figure",
    "Name",
    "NameKind",
    "Post",
    "PostKind",
    "Problem",
    "Quote",
    "QuoteForm",
    "Reason",
]


class BlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    NOISE = "noise"


class Reason(StrEnum):
    """Why a block is noise."""

    NAVIGATION = "navigation"
    INTERFACE = "interface"
    SUBSCRIPTION = "subscription"
    PROMOTION = "promotion"
    ACCOUNT = "account"
    LEGAL = "legal"
    TAGS = "tags"
    COMMENTS = "comments"
    OTHER = "other"


class PostKind(StrEnum):
    """What a post is."""

    ENTRY = "entry"
    SUMMARY = "summary"
    ARTICLE = "article"


class Boundary(StrEnum):
    """How the start of a post was found."""

    MARKED = "marked"
    """The layout marks it: a heading, a byline, a time, an "Updated" mark before it, or the body's start."""
    INFERRED = "inferred"
    """Only the words tell that an editor began anew."""


class QuoteForm(StrEnum):
    """How a quote stands in the text."""

    DIRECT = "direct"
    FRAGMENT = "fragment"
    BLOCK = "block"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"


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
    rule: str = ""
    """Id of the rule that decided its kind."""
    evidence: str = ""
    """What that rule saw, in a few words for people."""
    source: Source = field(default=Source(""), repr=False, eq=False)
    """The input that the span points into."""

    @property
    def raw(self) -> str:
        """The block as it stands in the input."""
        return self.source.text[self.start : self.end]

    @property
    def cleaned(self) -> Cleaned:
        """The block as a reader would see it, with its map to the input."""
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
    post: int | None = None
    """Index of the post that it stands in; None outside all posts."""
    rule: str = ""
    """Id of the rule that found the speaker; empty where none did."""
    source: Source = field(default=Source(""), repr=False, eq=False)
    """The input that the span points into."""

    @property
    def text(self) -> str:
        """The quoted words, cleaned."""
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
    post: int | None = None
    """Index of the post that it stands in; None outside all posts."""
    copies: tuple[Span, ...] = ()
    """Every caption block of the figure, in document order."""


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
    boundary: Boundary = Boundary.MARKED
    """Whether the layout marks its start or only the words tell."""
    evidence: str = ""
    """What told its start, in a few words for people."""
    blocks: tuple[Block, ...] = field(default=(), repr=False, eq=False)
    """Its blocks, noise that stands inside it left out."""
    quotes: tuple[Quote, ...] = field(default=(), repr=False, eq=False)
    """Its quotes."""
    figures: tuple[Figure, ...] = field(default=(), repr=False, eq=False)
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
    start: int | None = None
    """First code point of the text that it happened on; None if not known."""
    end: int | None = None
    """One past its last code point; None if not known."""


@final
@frozen(slots=False)
class Article:
    """A scraped text as what the editor published."""

    source: Source
    """The input."""
    title: str | None = None
    """The article's own headline, cleaned; None if the scraper lost it."""
    published: date | None = None
    """The day of publication, told by the caller or the text; None if neither does."""
    blocks: tuple[Block, ...] = ()
    """A partition of the input's characters other than white space, in document order."""
    posts: tuple[Post, ...] = ()
    """Its posts, in document order."""
    quotes: tuple[Quote, ...] = ()
    """Its quotes, in document order."""
    figures: tuple[Figure, ...] = ()
    """Its figures, in document order."""
    names: tuple[Name, ...] = ()
    """The people and organisations that it knows, by first mention."""
    fields: Mapping[str, tuple[Any, ...]] = field(factory=dict)
    """What plugins read: records by extractor name, each in document order."""
    problems: tuple[Problem, ...] = ()
    """What went wrong without stopping the parse."""

    @property
    def text(self) -> str:
        """The cleaned article: every block that is not noise, a blank line between them."""
        return "\n\n".join(block.text for block in self.blocks if block.kind is not BlockKind.NOISE)
