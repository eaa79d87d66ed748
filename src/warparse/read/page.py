"""A page: its rendered text as a source, and all that its markup tells of it.

Contract: total: any markup gives a page, an empty one an empty page. Deterministic; linear in the markup. Whatever is
wrong with it is a message in `problems`, never a failure. Nothing is fetched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from warparse.read.body import APART, find_body
from warparse.read.boxes import find_boxes
from warparse.read.decode import decode
from warparse.read.entries import find_entries
from warparse.read.join import join_updates
from warparse.read.linked import Linked, read_linked
from warparse.read.markup import Entry, Hint, Metadatum, Picture
from warparse.read.metadata import read_metadata
from warparse.read.regions import forget_overgrown
from warparse.read.render import Walker, describe
from warparse.read.scan import scan
from warparse.read.source import Source
from warparse.read.stories import set_apart

if TYPE_CHECKING:
    from bs4 import Tag

    from warparse.read.flow import Written
    from warparse.read.scan import Scanned

__all__ = ["Page", "looks_like_html", "read_page"]

_LINKED: Final = 0.5
_LEADS: Final = 0.8
"""Part of a line's characters in links from which it leads elsewhere."""
_FEWEST: Final = 2
"""Fewest links of a menu."""
_REACH: Final = 6
"""Elements around a line among which the one that holds the prose is looked for."""
_WORD: Final = re.compile(r"\w+")
_DIVIDED: Final = re.compile(r"\s[|–—·•»:-]{1,2}\s")
_CALLED: Final = re.compile(r"\blive(?: ?blog)?\b|\bas it happened\b|\bupdates\b", re.IGNORECASE)
"""How publishers call a live blog in its title; a play that is live has no entries."""
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
    scanned = evolve(scanned, pieces=())  # the tree has them now
    linked = read_linked(scanned.linked)
    entries = find_entries(soup, linked.updates, live=_is_called_live(scanned, linked))
    walker = Walker(entries, find_boxes(soup, entries.of))
    walker.walk(soup)
    walker.flow.forget_grown()
    lines = walker.flow.lines
    forget_overgrown(lines)
    _find_menus(lines)
    find_body(lines, known=bool(entries.told))
    lines, told_of = join_updates(lines, entries, linked)
    _find_clocks(lines, told_of)
    pictures = _credited(walker.pictures(), linked)
    metadata = read_metadata(scanned, linked, lines, url)
    _find_headline(lines, [each.value for each in metadata if each.name == "title"])
    set_apart(lines)
    text, hints = _write(lines)
    live = _is_live(told_of, linked)
    return Page(Source(text, name, url), hints, told_of, pictures, metadata, live, linked.problems, told)


def _find_menus(lines: list[Written]) -> None:
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


def _holds(holder: Tag | None, line: Written) -> bool:
    """Tell whether a line stands in an element, not far inside it."""
    tag = line.place.tag
    return tag is not None and any(each is holder for _, each in zip(range(_REACH), tag.parents, strict=False))


def _find_headline(lines: list[Written], titles: list[str]) -> None:
    """Take the line that tells the title of the metadata for the headline, where the page's h1 is another or is missing."""
    title = _plain(titles[0]) if titles else ""
    shown = [line for line in lines if not (line.place.hidden or line.place.furniture or line.place.landmark in APART)]
    if not title or any(line.place.heading == 1 and _plain(line.text) == title for line in shown):
        return
    told = {title}
    if not any(line.place.heading == 1 for line in shown):  # the page's title may have the site's name behind it
        told.update(
            name for end in _DIVIDED.finditer(titles[0]) if (name := _plain(titles[0][: end.start()])).count(" ") > 1
        )
    found = next((line for line in shown if line.links < _LINKED and _plain(line.text) in told), None)
    if found is not None:
        for line in shown:
            if line.place.heading == 1:
                line.place = line.place.within({"heading": 0})
        found.place = found.place.within({"heading": 1})


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


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
    """Write the lines below each other, each with its hint; the lines are used up."""
    hints: list[Hint] = []
    texts: list[str] = []
    at = 0
    lines.reverse()
    while lines:
        line = lines.pop()
        place = line.place
        texts.append(line.text)
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
                line.paragraph or (place.tag is not None and place.tag.name == "p"),
            )
        )
        at += len(line.text) + 1
    return "\n".join(texts), tuple(hints)


def _is_called_live(scanned: Scanned, linked: Linked) -> bool:
    """Tell whether a page's title or its linked data call it a live blog."""
    article = linked.article
    told = f"{scanned.title} {article.headline if article else ''}"
    return bool(_CALLED.search(told)) or bool(article and article.kind == "LiveBlogPosting")


def _is_live(entries: tuple[Entry, ...], linked: Linked) -> bool | None:
    """Tell whether the page is a live blog: it has entries, or its linked data say so; an article's data say that it is none."""
    if entries:
        return True
    if linked.article is None:
        return None
    return True if linked.article.kind == "LiveBlogPosting" else False if "News" in linked.article.kind else None
