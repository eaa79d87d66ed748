"""A plan in a style: the elements of its page, and the gold while they are made.

Contract: every line of the article is written once, in the order in which a reader sees it, and so noted; what a style
doesn't show is in neither. Furniture stands in the elements alone.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field

from warparse.model import BlockKind
from warparse.testing.damage import NAME
from warparse.testing.gold import Record, Writer
from warparse.testing.lines import Credit, Line, Lines, Shown
from warparse.testing.page.around import listed, piece, words_of
from warparse.testing.page.nodes import Content, Node, build
from warparse.testing.plan import Paragraph, Picture, Pieces, Plan, PostPlan
from warparse.testing.settings import Marks, Setting, caption_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.testing.page.style import PageStyle

__all__ = ["Composer", "changed_at", "compose", "iso", "key_of", "told_time", "written"]

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
    """A page while it is being made."""

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
    """Each picture's address and alternative text."""
    parts: int = 0
    """Parts of the text so far."""
    said: list[list[str]] = field(factory=list)
    """The paragraphs of each post."""

    def __attrs_post_init__(self) -> None:
        """Begin with nothing."""
        self.writer = Writer(self.style.marks)

    def add(self, path: str, line: Line, **slots: str) -> Node:
        """Write a line into an element."""
        return build(path.format(**slots), *self._linked(self.write(line), line.kind))

    def write(self, line: Line) -> str:
        """Write a line; give its text."""
        self.lines.append(line)
        self.writer.add(evolve(line, gap="\n\n"))
        block = self.writer.blocks[-1]
        return self.writer.text[block["start"] : block["end"]]

    def _linked(self, text: str, kind: BlockKind) -> tuple[Content, ...]:
        """Put a name of a paragraph into a link, where the style does so."""
        if kind is not BlockKind.PARAGRAPH or not self.style.link or self.parts % _LINKED:
            return (text,)
        found = NAME.search(text)
        if not found:
            return (text,)
        return text[: found.start()], build(self.style.link, found.group()), text[found.end() :]

    # -- above the text ---------------------------------------------------------------------------

    def top(self) -> list[Content]:
        """Make what stands above the text."""
        made = [node for name in self.style.top for node in getattr(self, f"_{name}")()]
        return [build(self.style.above, *made)] if self.style.above else made

    def _title(self) -> Iterator[Node]:
        yield self.add(self.style.title, Line(BlockKind.TITLE, self.plan.title))

    def _standfirst(self) -> Iterator[Node]:
        if self.plan.standfirst and self.style.standfirst:
            yield self.add(self.style.standfirst, Line(BlockKind.STANDFIRST, self.plan.standfirst))

    def _byline(self) -> Iterator[Node]:
        if self.plan.authors and self.style.byline:
            self.write(Line(BlockKind.BYLINE, (f"By {' and '.join(self.plan.authors)}",)))
            yield build(self.style.byline, "By ", *self._writers(self.plan.authors))

    def _writers(self, names: tuple[str, ...]) -> Iterator[Content]:
        for number, name in enumerate(names):
            if number:
                yield " and "
            yield build(self.style.writer.format(slug=name.lower().replace(" ", "-")), name) if self.style.writer else name

    def _stamp(self) -> Iterator[Node]:
        if self.style.stamp:
            time = self.plan.published
            line = Line(BlockKind.TIMESTAMP, (f"{time:{self.style.stamp_form}}",))
            yield self.add(self.style.stamp, line, iso=iso(time, self.style.zone))

    def _picture(self) -> Iterator[Node]:
        if self.plan.picture:
            yield from self.figure(self.plan.picture, None if self.style.live else 0)

    # -- posts ------------------------------------------------------------------------------------

    def entry(self, post: PostPlan, number: int) -> Node:
        """Make an entry of a live blog."""
        style = self.style
        self.said.append([])
        slots = self._slots(post, number)
        own: dict[str, Any] = {
            "lead": lambda: self._lead(post, number, slots),
            "text": lambda: self.text(post, number),
            "picture": lambda: self.figure(post.picture, number) if post.picture else (),
            "updated": lambda: self._updated(post, number, slots),
            "share": lambda: (listed(style.share, words_of("share")[0], "button"),) if style.share else (),
        }
        made = [node for name in style.order for node in own[name]()]
        machine = [build(path.format(**slots)) for path in style.machine]
        if not post.author:
            machine = [node for node in machine if ("itemprop", "author") not in node.attributes]
        return build(style.entry.format(**slots), *machine, *made)

    def _slots(self, post: PostPlan, number: int) -> dict[str, str]:
        key, zone = key_of(post, number, self.style), self.style.zone
        begun, last = iso(post.time, zone), iso(changed_at(post), zone)
        seconds = str(int(datetime.fromisoformat(begun).timestamp()))
        return {"key": key, "iso": begun, "changed": last, "seconds": seconds, "author": post.author or ""}

    def _lead(self, post: PostPlan, number: int, slots: dict[str, str]) -> list[Node]:
        style = self.style
        made: list[Node] = []
        for name in style.leading:
            if name == "time":
                line = Line(BlockKind.TIMESTAMP, (f"{post.time:{style.clock}}",), number)
                made.append(self.add(style.time, line, **slots))
            elif name == "heading" and post.heading:
                made.append(self.add(style.heading, Line(BlockKind.HEADING, post.heading, number), **slots))
            elif name == "author" and post.author:
                made.append(self.add(style.author, Line(BlockKind.BYLINE, (post.author,), number), **slots))
        return [build(style.lead, *made)] if style.lead and made else made

    def _updated(self, post: PostPlan, number: int, slots: dict[str, str]) -> list[Node]:
        if not (post.updated and self.style.updated):
            return []
        line = Line(BlockKind.TIMESTAMP, (f"{changed_at(post):{self.style.updated_form}}",), number)
        return [self.add(self.style.updated, line, **slots)]

    def text(self, post: PostPlan, number: int) -> list[Content]:
        """Make the text of a post: paragraphs, lists, what is set apart, and the site's pieces between."""
        made: list[Content] = []
        items: list[Node] = []
        for at, paragraph in enumerate(post.paragraphs):
            node = self._paragraph(paragraph, number)
            last = at + 1 == len(post.paragraphs)
            if paragraph.kind is BlockKind.LIST_ITEM:
                items.append(node)
                if not last and post.paragraphs[at + 1].kind is BlockKind.LIST_ITEM:
                    continue
                node, items = build(self.style.items, *items), []
            made.append(node)
            self.parts += 1
            between = self.style.between
            if between and self.parts % self.style.every == 0:
                made.append(piece(between[self.parts // self.style.every % len(between)]))
        return [build(self.style.text, *made)] if self.style.text else made

    def _paragraph(self, paragraph: Paragraph, number: int) -> Node:
        style = self.style
        path = {BlockKind.LIST_ITEM: style.item, BlockKind.QUOTE: style.quote, BlockKind.HEADING: style.heading}
        line = Line(paragraph.kind, paragraph.pieces, number)
        node = self.add(path.get(paragraph.kind, style.paragraph), line)
        block = self.writer.blocks[-1]
        self.said[number].append(self.writer.text[block["start"] : block["end"]])
        return node

    def figure(self, picture: Picture, number: int | None) -> Iterator[Node]:
        """Make a picture with its caption and credit."""
        frame = self.style.frame
        name = "-".join(re.findall(r"[a-z]+", picture.caption.lower())[:4])
        url, small = f"/img/{name}-1200.jpg", f"/img/{name}-20.jpg"
        alt = f"{picture.caption.split(' on ')[0].rstrip('.')} (picture)" if frame.alt else ""
        image = build(frame.image.format(url=url, small=small, alt=alt))
        label = (build("span.visually-hidden", frame.label),) if frame.label else ()
        yield build(frame.figure, image, *label, *self._captions(picture, number))
        base = self.url.split("/live/")[0]
        self.images.append({"caption": picture.caption, "image": f"{base}{url}", "alt": alt or None})

    def _captions(self, picture: Picture, number: int | None) -> Iterator[Node]:
        frame = self.style.frame
        lines = _caption(picture, number, "own line" if frame.apart else frame.form)
        text = self.write(lines[0])
        if len(lines) > 1:
            yield build(frame.caption, text)
            yield build(frame.credit, self.write(lines[1]))
        elif frame.credit:
            words = len(picture.caption)
            yield build(frame.caption, f"{text[:words]} ", build(frame.credit, text[words:].strip()))
        else:
            yield build(frame.caption, text)


def _caption(picture: Picture, number: int | None, form: str) -> list[Line]:
    if form != "bare":
        return list(caption_lines(picture, number, Setting(credit=form)))
    credit = Credit("/".join((*picture.photographers, *picture.agencies)))
    return [Line(BlockKind.CAPTION, (Shown(picture.caption), " ", credit), number, picture=picture)]


def compose(plan: Plan, style: PageStyle, url: str) -> tuple[list[Content], Composer]:
    """Make the elements of an article; give them with what was noted on the way."""
    page = Composer(plan, style, url)
    top = page.top()
    if style.live:
        made: list[Content] = [page.entry(post, number) for number, post in enumerate(plan.posts)]
    else:
        page.said.append([])
        made = page.text(plan.posts[0], 0)
        if plan.posts[0].picture:
            made += page.figure(plan.posts[0].picture, 0)
    return [*top, build(style.entries, *made) if style.entries else build("div", *made)], page
