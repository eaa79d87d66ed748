"""Posts of a page: an entry of a live blog with its time, heading, writer, text and buttons; an article's text.

Contract: as `composer`. What a site shows besides (buttons, pieces between paragraphs) is in the elements alone.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from warparse.model import BlockKind
from warparse.testing.lines import Line
from warparse.testing.page.around import listed, piece, words_of
from warparse.testing.page.composer import changed_at, iso, key_of, written
from warparse.testing.page.nodes import build
from warparse.testing.page.pictures import make_figure
from warparse.testing.plan import Said

if TYPE_CHECKING:
    from warparse.testing.page.composer import Composer
    from warparse.testing.page.nodes import Content, Node
    from warparse.testing.plan import Paragraph, PostPlan

__all__ = ["make_entries", "make_events", "make_text"]

_PORTRAIT: Final = "img.avatar[src=/img/face.jpg][width=40][height=40][alt=A portrait of the writer]"


def make_entries(page: Composer) -> list[Content]:
    """Make the entries that a page shows; of the others, note what its linked data tell."""
    style, posts = page.style, page.plan.posts
    shown = style.shown or len(posts)
    made: list[Content] = [_make_entry(page, post, number) for number, post in enumerate(posts[:shown])]
    page.style = evolve(style, order=("lead", "text"), leading=("heading",), cite="", embed=False)
    for number, post in enumerate(posts[shown:], shown):
        _make_entry(page, post, number)
    page.style = style
    return made


def _make_entry(page: Composer, post: PostPlan, number: int) -> Node:
    """Make an entry of a live blog."""
    style = page.style
    slots = _slots(page, post, number)
    own: dict[str, Any] = {
        "lead": lambda: _lead(page, post, number, slots),
        "text": lambda: make_text(page, post, number),
        "picture": lambda: make_figure(page, post.picture, number) if post.picture else (),
        "updated": lambda: _updated(page, post, number, slots),
        "share": lambda: (listed(style.share, words_of("share")[0], "button"),) if style.share else (),
    }
    made = [node for name in style.order for node in own[name]()]
    machine = [build(path.format(**slots)) for path in style.machine if post.author or "{author}" not in path]
    return build(style.entry.format(**slots), *machine, *made)


def make_events(page: Composer) -> Node:
    """Make a list of the entries above them: a time and a heading each, in a link."""
    items = []
    for number, post in enumerate(page.plan.posts):
        slots = _slots(page, post, number)
        time = build("time[datetime={iso}]".format(**slots), f"{post.time:%H.%M}")
        items.append(
            build("li>a[href=#{key}]".format(**slots), time, f" {written(post.heading or post.gist, page.style.marks)}")
        )
    return build(page.style.events, build("h2", "Key events"), build("ul", *items))


def _slots(page: Composer, post: PostPlan, number: int) -> dict[str, str]:
    key, zone = key_of(post, number, page.style), page.style.zone
    begun, last = iso(post.time, zone), iso(changed_at(post), zone)
    seconds = str(int(datetime.fromisoformat(begun).timestamp()))
    return {"key": key, "iso": begun, "changed": last, "seconds": seconds, "author": post.author or ""}


def _lead(page: Composer, post: PostPlan, number: int, slots: dict[str, str]) -> list[Node]:
    style = page.style
    made: list[Node] = []
    for name in style.leading:
        if name == "time":
            line = Line(BlockKind.TIMESTAMP, (f"{post.time:{style.clock}}",), number)
            made.append(page.add(style.time, line, **slots))
        elif name == "heading" and post.heading:
            made.append(page.add(style.heading, Line(BlockKind.HEADING, post.heading, number), **slots))
        elif name == "author" and post.author:
            made += _author(page, post.author, post.biography, number)
    return [build(style.lead, *made)] if style.lead and made else made


def _author(page: Composer, author: str, biography: str, number: int) -> list[Node]:
    style = page.style
    named = page.add(style.author, Line(BlockKind.BYLINE, (author,), number))
    if not style.biography:
        return [named]
    told = page.add(style.biography, Line(BlockKind.BYLINE, (biography,), number))
    return [build("div.contributor", build(_PORTRAIT), named, told)]


def _updated(page: Composer, post: PostPlan, number: int, slots: dict[str, str]) -> list[Node]:
    if not (post.updated and page.style.updated):
        return []
    line = Line(BlockKind.TIMESTAMP, (f"{changed_at(post):{page.style.updated_form}}",), number)
    return [page.add(page.style.updated, line, **slots)]


def make_text(page: Composer, post: PostPlan, number: int) -> list[Content]:
    """Make the text of a post: paragraphs, lists, what is set apart, and the site's pieces between."""
    style = page.style
    page.said.append([])
    made: list[Content] = []
    items: list[Content] = []
    for at, paragraph in enumerate(post.paragraphs):
        content = _paragraph(page, paragraph, post, number)
        if paragraph.kind is BlockKind.LIST_ITEM:
            items += content
            if post.paragraphs[at + 1 : at + 2] and post.paragraphs[at + 1].kind is BlockKind.LIST_ITEM:
                continue
            content, items = [build(style.items, *items)], []
        made += content
        page.parts += 1
        if style.between and page.parts % style.every == 0:
            made.append(piece(style.between[page.parts // style.every % len(style.between)]))
    return [build(style.text, *made)] if style.text else made


def _paragraph(page: Composer, paragraph: Paragraph, post: PostPlan, number: int) -> list[Content]:
    style = page.style
    if paragraph.kind is BlockKind.QUOTE:
        return [_set_apart(page, paragraph, post, number)]
    path = {BlockKind.LIST_ITEM: style.item, BlockKind.HEADING: style.heading}.get(paragraph.kind, style.paragraph)
    text = page.write(Line(paragraph.kind, paragraph.pieces, number))
    page.said[number].append(text)
    content = page.dressed(text, paragraph.kind)
    if not path:
        return [*content, build("br"), build("br")]
    if style.initial and len(page.said[number]) == 1 and isinstance(content[0], str):
        content = (build(style.initial, content[0][:1]), content[0][1:], *content[1:])
    return [build(path, *content)]


def _set_apart(page: Composer, paragraph: Paragraph, post: PostPlan, number: int) -> Node:
    """Make a block quotation: with the name of whom it cites, or as a post of a network."""
    style = page.style
    speaker = next((piece.speaker for piece in paragraph.pieces if isinstance(piece, Said)), None)
    line = Line(paragraph.kind, paragraph.pieces, number)
    if style.embed:
        signed = f"— {speaker} (@{(speaker or 'nobody').replace(' ', '').replace('-', '')})"
        day = f"{post.time:%B} {post.time.day}, {post.time.year}"
        text = page.write(Line(line.kind, line.pieces, number, after=f" {signed} {day}"))
        page.said[number].append(text)
        words = build("p[lang=en][dir=ltr]", text.removesuffix(f" {signed} {day}"))
        return build("blockquote.twitter-tweet", words, f"{signed} ", build("a[href=/status/1]", day))
    text = page.write(line)
    page.said[number].append(text)
    made: list[Content] = [build(style.words, text) if style.words else text]
    if style.cite and speaker:
        page.write(Line(BlockKind.QUOTE, (f"— {speaker}",), number))
        made.append(build(style.cite, speaker))
    return build(style.quote, *made)
