"""The article: everything that a parse gives, whole and frozen.

Contract: an article holds no behaviour beyond views of itself and its written form; what each type means
is told in `docs/meaning.md`, the written form in `docs/format.md`.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final, final

from attrs import evolve, field, frozen

from warparse.errors import ConfigError, FormatError
from warparse.model.kinds import BlockKind
from warparse.model.parts import Block, Figure, Name, Post, Problem, Quote, link_posts
from warparse.model.written import FORMAT, WrittenArticle, WrittenSource, read_written
from warparse.plain import from_plain, to_plain
from warparse.read.markup import Metadatum
from warparse.read.source import Source
from warparse.span import Span

__all__ = ["Article", "Why"]

_NEWLINE: Final = re.compile(r"\r\n?|\n")


@frozen
class Why:
    """What stands at an offset, and what decided so."""

    offset: int
    """The code point of the input that was asked for."""
    line: int
    """Number of the line that it stands on, the first being 1."""
    block: Block | None
    """The block that holds it; None for white space between blocks."""
    rule: str
    """Id of the rule that decided the block's kind; empty without a block."""
    evidence: str
    """What that rule saw, in a few words; empty without a block."""


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
    metadata: tuple[Metadatum, ...] = ()
    """What a page tells of it outside the text, each with where it was told; empty for a text."""

    @property
    def text(self) -> str:
        """The cleaned article: every block that is not noise, a blank line between them."""
        return "\n\n".join(block.text for block in self.blocks if block.kind is not BlockKind.NOISE)

    def told(self, name: str) -> tuple[str, ...]:
        """Give what the page's metadata tell under a name: "title", "author", "published" ...

        >>> Article(Source("")).told("author")
        ()
        """
        return tuple(each.value for each in self.metadata if each.name == name)

    def why(self, offset: int) -> Why:
        """Say which block holds an offset, and which rule with which evidence made it so.

        Args:
            offset: a code point of the input, 0 to its length less one.

        Raises:
            ConfigError: the offset lies outside the input.

        >>> Article(Source("a b")).why(3)
        Traceback (most recent call last):
        warparse.errors.ConfigError: offset 3 is outside a text of 3 characters: give one from 0 to 2
        """
        length = len(self.source)
        if not 0 <= offset < length:
            room = f"give one from 0 to {length - 1}" if length else "it is empty"
            raise ConfigError(f"offset {offset} is outside a text of {length} characters: {room}")
        line = bisect_right(self._line_starts, offset)
        index = bisect_right(self._block_starts, offset) - 1
        block = self.blocks[index] if index >= 0 and offset < self.blocks[index].end else None
        return Why(offset, line, block, block.rule if block else "", block.evidence if block else "")

    def line(self, number: int) -> Span:
        r"""Give the span of a line, its newline left out.

        Args:
            number: the line as an editor counts it, the first being 1; lines end at LF, CR LF or CR.

        Raises:
            ConfigError: there is no such line.

        >>> Article(Source("one\ntwo")).line(2)
        Span(start=4, end=7)
        """
        starts = self._line_starts
        if not 1 <= number <= len(starts):
            raise ConfigError(f"there is no line {number}: give one from 1 to {len(starts)}")
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.source)
        return Span(start, start + len(self.source.text[start:end].rstrip("\r\n")))

    def to_dict(self, *, text: bool = True) -> dict[str, Any]:
        """Write the article as plain data in the interchange format `warparse/1`.

        Args:
            text: whether the input's text is part of it; without, `from_dict` needs to be given it.

        >>> Article(Source("")).to_dict()["format"]
        'warparse/1'
        """
        source = self.source
        written = WrittenArticle(
            FORMAT,
            WrittenSource(source.name, source.sha256, len(source), source.url, source.text if text else None),
            self.published,
            self.title,
            self.blocks,
            self.posts,
            self.quotes,
            self.figures,
            self.fields,
            self.problems,
            self.names,
            self.metadata,
        )
        plain: dict[str, Any] = to_plain(written)
        return plain

    @classmethod
    def from_dict(
        cls, data: object, *, text: str | None = None, records: Mapping[str, type[Any]] | None = None
    ) -> Article:
        """Read an article from plain data; `from_dict(article.to_dict()) == article`.

        Args:
            data: the article in the interchange format; keys beyond FORMAT's first may be missing.
            text: the input, where the data leave it out.
            records: the class of each extractor's records by its name; those of others stay mappings.

        Raises:
            FormatError: the data are no article in this format; the message names the path in them.
        """
        written, source = read_written(data, text)
        blocks = tuple(evolve(block, source=source) for block in written.blocks)
        quotes = tuple(evolve(quote, source=source) for quote in written.quotes)
        fields = {name: _read_records(name, plain, records or {}) for name, plain in written.fields.items()}
        return cls(
            source,
            written.title,
            written.published,
            blocks,
            link_posts(written.posts, blocks, quotes, written.figures),
            quotes,
            written.figures,
            written.names,
            fields,
            written.problems,
            written.metadata,
        )

    def to_json(self, *, text: bool = True, indent: int | None = None) -> str:
        """Write the article as JSON in the interchange format.

        Args:
            text: whether the input's text is part of it.
            indent: spaces for each level; None puts all on one line.

        >>> Article(Source("")).to_json()[:24]
        '{"format": "warparse/1",'
        """
        return json.dumps(self.to_dict(text=text), ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(
        cls, written: str, *, text: str | None = None, records: Mapping[str, type[Any]] | None = None
    ) -> Article:
        """Read an article from JSON; `text` and `records` are as in `from_dict`.

        Raises:
            FormatError: this is no JSON, or not of an article in the interchange format.

        >>> Article.from_json("[]")
        Traceback (most recent call last):
        warparse.errors.FormatError: the data: a list where a mapping is due
        """
        try:
            data = json.loads(written)
        except (ValueError, RecursionError) as error:
            raise FormatError(f"no JSON: {error}") from None
        return cls.from_dict(data, text=text, records=records)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where each line starts, as editors count lines: after LF, CR LF or CR, but after no other character."""
        return [0, *(newline.end() for newline in _NEWLINE.finditer(self.source.text))]


def _read_records(name: str, plain: tuple[Any, ...], records: Mapping[str, type[Any]]) -> tuple[Any, ...]:
    cls = records.get(name)
    if cls is None:
        return plain
    return tuple(from_plain(cls, record, path=f"fields.{name}[{index}]") for index, record in enumerate(plain))
