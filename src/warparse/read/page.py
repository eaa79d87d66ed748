"""A page: its rendered text as a source, and all that its markup tells of it.

Contract: total: any markup gives a page, an empty one an empty page. Deterministic; linear in the markup. Whatever is
wrong with it is a message in `problems`, never a failure. Nothing is fetched.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from warparse.read.decode import decode
from warparse.read.entries import find_entries
from warparse.read.join import join_updates
from warparse.read.linked import Linked, read_linked
from warparse.read.markup import Entry, Hint, Metadatum, Picture
from warparse.read.metadata import read_metadata
from warparse.read.render import Walker, describe
from warparse.read.scan import scan
from warparse.read.source import Source

if TYPE_CHECKING:
    from bs4 import Tag

    from warparse.read.flow import Written

__all__ = ["Page", "looks_like_html", "read_page"]

_OVERGROWN: Final = 0.4
"""Part of a page's words from which a region holds the article, whatever the page calls it."""
_APART: Final = frozenset(("nav", "aside", "footer", "form"))
_PARTS: Final = frozenset("p h1 h2 h3 h4 h5 h6 blockquote figcaption figure ul ol li pre".split())
"""Elements that are parts of what holds them."""
_LINKED: Final = 0.5
_LEADS: Final = 0.8
"""Part of a line's characters in links from which it leads elsewhere."""
_FEWEST: Final = 2
"""Fewest links of a menu."""
_REACH: Final = 6
"""Elements around a line among which the one that holds the prose is looked for."""
_PROSE: Final = 60
"""Characters from which a line may be prose."""
_WORD: Final = re.compile(r"\w+")
_CLOCK: Final = re.compile(r"(\d{1,2})[.:h](\d{2})(?: ?([AaPp])\.?[Mm]\.?)?(?: [A-Z]{2,5})?")
_SHORT: Final = 16
"""Characters up to which a line may be an hour and a minute."""
_SNIFFED: Final = 2048
"""Characters in which a page shows that it is one."""
_STARTS: Final = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<article",
    "<main",
    "<meta",
    "<title",
    "<div",
    "<section",
    "<p>",
    "<h1",
)


@frozen
class Page:
    """A page as it was read."""

    source: Source
    """Its rendered text: every span of its article counts code points of it."""
    hints: tuple[Hint, ...] = ()
    """What the markup tells of each line of the text, in order."""
    entries: tuple[Entry, ...] = ()
    """The entries of its live blog, by the index that hints name; empty where the markup tells of none."""
    pictures: tuple[Picture, ...] = ()
    """Its pictures, by the index that hints name."""
    metadata: tuple[Metadatum, ...] = ()
    """What it tells of its article outside the text."""
    live: bool | None = None
    """Whether it is a live blog; None where the markup does not tell."""
    problems: tuple[str, ...] = ()
    """What in it could not be read, in one line each."""
    encoding: str | None = field(default=None)
    """The encoding of its bytes; None for one that was handed in as text."""

    def told(self, name: str) -> tuple[str, ...]:
        """Give what the metadata tell under a name."""
        return tuple(each.value for each in self.metadata if each.name == name)


def looks_like_html(text: str) -> bool:
    """Tell whether a text is markup rather than what a scraper made of it: it begins with a tag of a page.

    >>> looks_like_html("<!DOCTYPE html><p>Port shut"), looks_like_html("<Port shut> said the mayor")
    (True, False)
    """
    head = text[:_SNIFFED].lstrip("\ufeff \t\r\n").lower()
    while head.startswith(("<!--", "<?xml")):
        head = head.partition(">")[2].lstrip()
    return head.startswith(_STARTS)


def read_page(
    markup: str | bytes,
    *,
    name: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    whole: bool = False,
) -> Page:
    r"""Read a page.

    Args:
        markup: the page as text, or as the bytes that were stored.
        name: what to call it in results.
        url: where it came from.
        encoding: the encoding that came with the bytes, or the header that named it.
        whole: render all that the page shows, also where it says where its article stands.

    >>> read_page("<h1>Port shut</h1><p>It was shut on Friday.").source.text
    'Port shut\nIt was shut on Friday.'
    """
    told = None
    if isinstance(markup, bytes):
        markup, told = decode(markup, encoding)
    scanned = scan(markup.removeprefix("\ufeff"), whole=whole)
    from warparse.read.tree import grow  # loads Beautiful Soup

    soup = grow(scanned)
    linked = read_linked(scanned.linked)
    updates = linked.article.updates if linked.article else ()
    entries = find_entries(soup, updates)
    walker = Walker(entries)
    walker.walk(soup)
    walker.flow.forget_grown()
    lines = _with_menus(_without_overgrown(walker.flow.lines))
    if not entries.told:
        _find_body(lines)
    lines, told_of = join_updates(lines, entries, linked)
    _find_clocks(lines, told_of)
    pictures = _credited(walker.pictures(), linked)
    metadata = read_metadata(scanned, linked, lines, url)
    _find_headline(lines, [each.value for each in metadata if each.name == "title"])
    text, hints = _write(lines)
    return Page(
        Source(text, name, url),
        hints,
        told_of,
        pictures,
        metadata,
        _is_live(told_of, linked),
        linked.problems,
        told,
    )


def _without_overgrown(lines: list[Written]) -> list[Written]:
    """Forget that regions are called furniture where one, or all of one reason, hold a good part of the page's words.

    What a page repeats counts once, and regions of teasers, whose headings lead elsewhere, hold no article.
    """
    teasers = _find_teasers(lines)
    whole, seen = 0, set()
    held: dict[int | str, int] = {}
    for line in lines:
        if line.text in seen:
            continue
        seen.add(line.text)
        whole += len(line.text)
        if line.place.region and line.place.region not in teasers:
            for name in (line.place.region, line.place.furniture):
                held[name] = held.get(name, 0) + round(len(line.text) * (1 - line.links))
    grown = {name for name, length in held.items() if length > _OVERGROWN * whole and name != "comments"}
    for line in lines:
        named = line.place.region and line.place.region not in teasers
        if named and (line.place.region in grown or line.place.furniture in grown):
            line.place = line.place.within({"furniture": "", "region": 0})
    return lines


def _find_teasers(lines: list[Written]) -> frozenset[int]:
    """Find the regions of furniture most of whose headings are links."""
    leading: dict[int, int] = {}
    for line in lines:
        if line.place.region and line.place.heading:
            leading[line.place.region] = leading.get(line.place.region, 0) + (1 if line.links >= _LEADS else -1)
    return frozenset(region for region, more in leading.items() if more > 0)


def _with_menus(lines: list[Written]) -> list[Written]:
    """Take an element that holds nothing but a heading and links below it for the menu that it is."""
    at = 0
    while at < len(lines):
        first, at = at, at + 1
        place = lines[first].place
        if place.heading < 2 or place.tag is None or place.entry is not None:
            continue
        holder = place.tag.parent
        while at < len(lines) and lines[at].links >= _LEADS and _holds(holder, lines[at]):
            at += 1
        if at - first > _FEWEST and (at == len(lines) or not _holds(holder, lines[at])):
            for line in lines[first:at]:
                line.place = line.place.within({"landmark": "nav"})
    return lines


def _holds(holder: Tag | None, line: Written) -> bool:
    """Tell whether a line stands in an element, not far inside it."""
    tag = line.place.tag
    return tag is not None and any(each is holder for _, each in zip(range(_REACH), tag.parents, strict=False))


def _find_headline(lines: list[Written], titles: list[str]) -> None:
    """Take the line that tells the title of the metadata for the headline, where the page's h1 is another or is missing."""
    title = _plain(titles[0]) if titles else ""
    shown = [line for line in lines if not (line.place.hidden or line.place.furniture or line.place.landmark in _APART)]
    if not title or any(line.place.heading == 1 and _plain(line.text) == title for line in shown):
        return
    found = next((line for line in shown if _plain(line.text) == title and line.links < _LINKED), None)
    if found is not None:
        for line in shown:
            if line.place.heading == 1:
                line.place = line.place.within({"heading": 0})
        found.place = found.place.within({"heading": 1})


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _find_body(lines: list[Written]) -> None:
    """Find the element that holds most of the prose, where the page names none its article's body."""
    if any(line.place.body for line in lines):
        return
    held: dict[int, int] = {}
    around: list[tuple[Written, list[int]]] = []
    for line in lines:
        place, tag = line.place, line.place.tag
        if tag is None or place.hidden or place.furniture or place.landmark in _APART:
            continue
        ancestors = [id(each) for _, each in zip(range(_REACH), chain((tag,), tag.parents), strict=False)]
        around.append((line, ancestors))
        if line.links < _LINKED and len(line.text) >= _PROSE:
            holder = ancestors[min(tag.name in _PARTS, len(ancestors) - 1)]
            held[holder] = held.get(holder, 0) + len(line.text)
    best = max(held, key=held.__getitem__, default=None)
    if best is not None and held[best] * 2 >= sum(held.values()):
        for line, ancestors in around:
            if best in ancestors:
                line.place = line.place.within({"body": True})


def _find_clocks(lines: list[Written], entries: tuple[Entry, ...]) -> None:
    """Take a line that is nothing but the hour and minute of its entry for the time that it is."""
    for line in lines:
        entry = entries[line.place.entry] if line.place.entry is not None else None
        found = _CLOCK.fullmatch(line.text) if entry and entry.published and len(line.text) <= _SHORT else None
        if found and entry and entry.published:
            hour, minute = int(found[1]), int(found[2])
            time = entry.published
            if minute == time.minute and hour % 12 == time.hour % 12 and (found[3] or hour == time.hour):
                line.time, line.moment = True, line.moment or time.isoformat()


def _credited(pictures: tuple[Picture, ...], linked: Linked) -> tuple[Picture, ...]:
    """Give pictures the credits that the linked data tell of the same file."""
    told = {_file_of(picture.url): picture.credit for picture in linked.pictures if picture.credit}
    if not told:
        return pictures
    return tuple(
        evolve(picture, credit=picture.credit or told.get(_file_of(picture.url))) if picture.url else picture
        for picture in pictures
    )


def _file_of(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


def _write(lines: list[Written]) -> tuple[str, tuple[Hint, ...]]:
    """Write the lines below each other, each with its hint."""
    hints: list[Hint] = []
    at = 0
    for line in lines:
        place = line.place
        hints.append(
            Hint(
                at,
                at + len(line.text),
                describe(place.tag),
                0 if line.time or line.author or (place.standfirst and place.heading > 1) else place.heading,
                place.listed,
                place.quoted,
                place.captioned,
                place.picture if place.captioned else None,
                line.credit,
                place.row,
                line.time,
                line.moment,
                line.author,
                place.standfirst,
                line.links,
                place.hidden,
                place.landmark,
                place.furniture,
                place.entry,
                place.body,
            )
        )
        at += len(line.text) + 1
    return "\n".join(line.text for line in lines), tuple(hints)


def _is_live(entries: tuple[Entry, ...], linked: Linked) -> bool | None:
    """Tell whether the page is a live blog: it has entries, or its linked data say so; an article's data say that it is none."""
    if entries:
        return True
    if linked.article is None:
        return None
    return True if linked.article.kind == "LiveBlogPosting" else False if "News" in linked.article.kind else None
