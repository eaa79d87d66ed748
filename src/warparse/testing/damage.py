"""A scraper's damage: what becomes of a page's lines on the way to a text file.

Contract: a damage is a frozen value that gives new lines for lines. The gold follows, since lines carry what they
are; what is lost on the way is not in the gold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from attrs import evolve, frozen

from warparse.model import BlockKind
from warparse.testing.lines import Line, Lines, Shown

if TYPE_CHECKING:
    from warparse.testing.plan import Piece

__all__ = [
    "NAME",
    "BreakAtLinks",
    "Damage",
    "FlattenBlanks",
    "GlueItems",
    "GluePosts",
    "LoseBullets",
    "LoseHeadings",
    "LoseLineBreaks",
    "LoseTitle",
    "Markdown",
    "RepeatCaptions",
    "Scatter",
]

NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?= [a-z])")
"""A name inside a sentence, where a link would stand."""


class Damage(Protocol):
    """Whatever a scraper does to a page."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines as they are afterwards."""
        ...


@frozen
class FlattenBlanks:
    """Blank lines are lost."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines without blank lines between them."""
        return [evolve(line, gap="\n" if "\n" in line.gap else line.gap) for line in lines]


@frozen
class LoseTitle:
    """The headline and what stands with it are lost."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines without headline and standfirst."""
        return [line for line in lines if line.kind not in (BlockKind.TITLE, BlockKind.STANDFIRST)]


@frozen
class LoseHeadings:
    """Headings are lost."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines without headings."""
        return [line for line in lines if line.kind is not BlockKind.HEADING]


@frozen
class LoseBullets:
    """The markers of lists are lost."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines, those of lists without markers."""
        return [evolve(line, before="") if line.kind is BlockKind.LIST_ITEM else line for line in lines]


@frozen
class RepeatCaptions:
    """The alternative text of a picture stands before its caption."""

    times: int
    """How often."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines, captions after copies without a credit."""
        out: Lines = []
        for line in lines:
            if _shows(line):
                copy = evolve(line, pieces=(Shown(_words(line)),), copy=True)
                out += [copy] * self.times
            out.append(line)
        return out


@frozen
class Scatter:
    """The captions of a picture show stand many times above the text, apart from each other."""

    times: int
    """How many copies of each."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines with copies of the captions above."""
        shown = [evolve(line, post=None) for line in lines if line.picture]
        rest = [line for line in lines if not line.picture]
        copies = [evolve(line, copy=True) for line in shown if _shows(line)]
        top = next((at for at, line in enumerate(rest) if line.kind is BlockKind.TITLE), 0)
        return [*rest[:top], *copies, *rest[top : top + 1], *copies * (self.times - 1), *shown, *rest[top + 1 :]]


@frozen
class GlueItems:
    """Every so many items of a list hang together with the item above."""

    every: int
    """How many."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines, some items glued."""
        out: Lines = []
        seen = 0
        for line in lines:
            item = line.kind is BlockKind.LIST_ITEM and bool(out) and out[-1].kind is BlockKind.LIST_ITEM
            seen += item
            out.append(evolve(line, gap="") if item and seen % self.every == 0 else line)
        return out


@frozen
class GluePosts:
    """Time, heading and first sentence of a post hang together, and its mark of change hangs on its end."""

    every: int
    """Every so manieth paragraph hangs on the one above too."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines, posts glued."""
        out: Lines = []
        for number, line in enumerate(lines):
            above = out[-1] if out else None
            inside = above is not None and above.post == line.post is not None
            begins = inside and above is not None and above.kind in (BlockKind.TIMESTAMP, BlockKind.HEADING)
            closes = inside and line.kind is BlockKind.TIMESTAMP
            glued = inside and line.kind is BlockKind.PARAGRAPH and number % self.every == 0
            out.append(evolve(line, gap="") if begins or closes or glued else line)
        return out


@frozen
class LoseLineBreaks:
    """All of it comes on one line; the paragraphs of a body run together."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines joined by spaces, paragraphs beside each other as one."""
        out: Lines = []
        for line in lines:
            prose = line.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
            if out and prose and out[-1].kind is BlockKind.PARAGRAPH and out[-1].post == line.post:
                out[-1] = evolve(out[-1], pieces=(*out[-1].pieces, " ", *line.pieces))
            else:
                out.append(evolve(line, gap=" ", kind=BlockKind.PARAGRAPH if prose else line.kind))
        return out


@frozen
class BreakAtLinks:
    """A paragraph is broken over lines where a link stood in it."""

    every: int
    """Every so manieth paragraph has a link."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines, some paragraphs in three."""
        out: Lines = []
        for number, line in enumerate(lines):
            first = line.pieces[0]
            found = NAME.search(first) if isinstance(first, str) else None
            if line.kind is not BlockKind.PARAGRAPH or number % self.every or not found or len(line.pieces) > 1:
                out.append(line)
                continue
            out.append(evolve(line, pieces=(line_text(line)[: found.start() - 1],)))
            out.append(evolve(line, pieces=(found.group(),), gap="\n"))
            out.append(evolve(line, pieces=(line_text(line)[found.end() + 1 :],), gap="\n"))
        return out


@frozen
class Markdown:
    """A crawler writes the page as markdown."""

    every: int
    """Every so manieth paragraph has a link."""

    def __call__(self, lines: Lines) -> Lines:
        """Give the lines with markdown's marks."""
        out: Lines = []
        for number, line in enumerate(lines):
            if line.kind is BlockKind.TITLE:
                out.append(evolve(line, before="# "))
            elif line.kind is BlockKind.HEADING:
                out.append(evolve(line, before="**", after="**"))
            elif line.kind is BlockKind.PARAGRAPH and number % self.every == 0:
                out.append(evolve(line, pieces=_linked(line.pieces)))
            else:
                out.append(line)
        return out


def _linked(pieces: tuple[Piece | object, ...]) -> tuple[Piece, ...]:
    first, *rest = pieces
    if isinstance(first, str):
        first = NAME.sub(lambda name: f"[{name.group()}](https://example.org/{name.group().lower()})", first, count=1)
    return (first, *rest)  # type: ignore[arg-type]  # what came in goes out


def _shows(line: Line) -> bool:
    return any(isinstance(piece, Shown) for piece in line.pieces)


def _words(line: Line) -> str:
    return next(piece.words for piece in line.pieces if isinstance(piece, Shown))


def line_text(line: Line) -> str:
    """Give the text of a line of plain words."""
    return "".join(piece for piece in line.pieces if isinstance(piece, str))
