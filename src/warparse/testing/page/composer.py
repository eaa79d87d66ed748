"""A page while it is being made: the article's text and its gold, noted as the elements are.

Contract: every line of the article is written once, in the order in which a reader sees it, and so noted; what a style
doesn't show is in neither. Furniture stands in the elements alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from attrs import define, evolve, field

from warparse.model import BlockKind
from warparse.testing.damage import NAME
from warparse.testing.gold import Record, Writer
from warparse.testing.lines import Line, Lines
from warparse.testing.page.kept import GAP
from warparse.testing.page.nodes import Content, Node, build
from warparse.testing.page.style import PageStyle
from warparse.testing.plan import Pieces, Plan, PostPlan

if TYPE_CHECKING:
    from warparse.testing.settings import Marks

__all__ = ["Composer", "changed_at", "iso", "key_of", "told_time", "written"]

_CHANGED: Final = timedelta(minutes=7)
"""How long after publication posts are changed."""
_LINKED: Final = 2
"""Every how many paragraphs one has a link in it."""


def iso(time: datetime, zone: str) -> str:
    """Write a time as machines read it, in the zone's own notation."""
    return f"{time.isoformat()}{zone}"


def told_time(time: datetime, zone: str) -> str:
    """Give a time as the interchange format has it."""
    return datetime.fromisoformat(iso(time, zone)).isoformat()


def changed_at(post: PostPlan) -> datetime:
    """Give when a post was changed last: when it was published, if it never was."""
    return post.time + _CHANGED if post.updated else post.time


def key_of(post: PostPlan, number: int, style: PageStyle) -> str:
    """Give the id of an entry; empty where the style gives none."""
    return style.key.format(code=f"{post.time:%d%H}{number:03d}") if style.key else ""


def written(pieces: Pieces, marks: Marks) -> str:
    """Write a headline with its quotation marks."""
    writer = Writer(marks)
    writer.add(Line(BlockKind.TITLE, pieces))
    return writer.text


@define
class Composer:
    """What is known of a page so far."""

    plan: Plan
    """What is published."""
    style: PageStyle
    """How the site marks it up."""
    url: str
    """The page's address."""
    writer: Writer = field(init=False)
    """The article's text so far, and its gold."""
    lines: Lines = field(factory=list)
    """Its lines so far."""
    images: list[Record] = field(factory=list)
    """Each picture's caption, address and alternative text."""
    parts: int = 0
    """Parts of the text so far."""
    said: list[list[str]] = field(factory=list)
    """The paragraphs of each post."""

    def __attrs_post_init__(self) -> None:
        """Begin with nothing."""
        self.writer = Writer(self.style.marks)

    def write(self, line: Line) -> str:
        """Write a line; give its text."""
        self.lines.append(line)
        self.writer.add(evolve(line, gap=GAP))
        block = self.writer.blocks[-1]
        return self.writer.text[block["start"] : block["end"]]

    def add(self, path: str, line: Line, **slots: str) -> Node:
        """Write a line into an element."""
        return build(path.format(**slots), *self.dressed(self.write(line), line.kind))

    def dressed(self, text: str, kind: BlockKind) -> tuple[Content, ...]:
        """Put a name of a paragraph into a link, where the style does so."""
        if kind is not BlockKind.PARAGRAPH or not self.style.link or self.parts % _LINKED:
            return (text,)
        found = NAME.search(text)
        if not found:
            return (text,)
        return text[: found.start()], build(self.style.link, found.group()), text[found.end() :]

    @property
    def changed(self) -> datetime:
        """When the page was changed last."""
        return max(self.plan.published, *(changed_at(post) for post in self.plan.posts))
