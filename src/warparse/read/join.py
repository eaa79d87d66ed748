"""The updates of a page's linked data joined to its entries: one entry of both, or lines of their own.

Contract: an update joins the entry of its anchor, else the one whose lines tell its headline or its first words, else
the only one of its time. Updates that no line of the page tells are written behind the page's last entry, so that
every update stands in the text once. Linear in both.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Final

from attrs import evolve

from warparse.read.flow import Place, Written
from warparse.read.markup import Entry

if TYPE_CHECKING:
    from warparse.read.entries import Entries
    from warparse.read.linked import Linked, Update

__all__ = ["join_updates"]

_WORD: Final = re.compile(r"\w+")
_KEY: Final = 60
"""Characters by which two tellings of one thing are known."""
_ALIKE: Final = 16
"""Entries of the same words among which an update's own is looked for."""
_SHORT: Final = 16
"""Characters below which words are no key."""
_TAG: Final = re.compile(r"<(?P<block>/?(?:p|div|li|ul|ol|h[1-6]|br|blockquote|tr)\b)?[^<>]*>", re.IGNORECASE)
_BODY: Final = 300
"""Characters of text in the page from which its own text is the article's, whatever the linked data tell."""


def join_updates(lines: list[Written], entries: Entries, linked: Linked) -> tuple[list[Written], tuple[Entry, ...]]:
    """Join the updates of the linked data to the page's lines and entries.

    Returns:
        The lines, those of updates that the page does not show among them, and the entries.
    """
    article = linked.article
    if article is None:
        return lines, tuple(entries.told)
    if not article.updates:
        if article.body and sum(len(line.text) for line in lines) < _BODY:
            lines = _with_body(lines, article.headline, article.body)
        return lines, tuple(entries.told)
    told = list(entries.told)
    left = _join(lines, entries, told, article.updates)
    if left and not told:
        left = _found_in_lines(lines, told, left)
    if not left:
        return lines, tuple(told)
    own: list[Written] = []
    for update in left:
        written = _lines_of(update, len(told))
        if written:
            told.append(_entry(update))
            own += written
    last = max((at for at, line in enumerate(lines) if line.place.entry is not None), default=-1)
    place = last + 1 if last >= 0 else _end_of_body(lines)
    return [*lines[:place], *own, *lines[place:]], tuple(told)


def _join(lines: list[Written], entries: Entries, told: list[Entry], updates: tuple[Update, ...]) -> list[Update]:
    """Join what tells of the same entry; give the updates that none tells."""
    if not told:
        return list(updates)
    by_id = {name: number for number, name in enumerate(entries.ids) if name}
    by_key: dict[str, dict[int, None]] = {}
    by_time: dict[object, list[int]] = {}
    for line in lines:
        if line.place.entry is not None and (key := _key(line.text)):
            by_key.setdefault(key, {})[line.place.entry] = None
    for number, entry in enumerate(told):
        if entry.published and entry.published.tzinfo:
            by_time.setdefault(entry.published, []).append(number)
    taken: set[int] = set()
    left = list(updates)
    for surely in (True, False):  # first what its anchor or its time tells, then what words alone do
        waiting, left = left, []
        for update in waiting:
            anchor = update.url.partition("#")[2] if update.url else ""
            telling = [by_key[key] for key in _keys(update) if key in by_key]
            found = [by_id[anchor]] if anchor in by_id else _told_alike(telling, told, taken, update, surely=surely)
            found = found or (by_time.get(update.published, []) if update.published and not telling else [])
            if len(found) != 1 or found[0] in taken:
                left.append(update)
                continue
            taken.add(found[0])
            told[found[0]] = _merged(told[found[0]], update)
    return left


def _told_alike(
    telling: list[dict[int, None]], told: list[Entry], taken: set[int], update: Update, *, surely: bool
) -> list[int]:
    """Find the entry that an update's words tell, and its time too if `surely`; of several the first."""
    fewest = min(telling, key=len, default={})
    free: list[int] = []
    for number in list(islice(fewest, _ALIKE)):
        if number in taken:
            del fewest[number]
        elif all(number in entries for entries in telling):
            free.append(number)
    timed = [number for number in free if update.published and told[number].published == update.published]
    return (timed if surely else free)[:1]


def _found_in_lines(lines: list[Written], told: list[Entry], updates: list[Update]) -> list[Update]:
    """Make entries of the lines that tell updates, where the markup marks none: each goes on to the next one's."""
    where: dict[str, int] = {}
    for at, line in enumerate(lines):
        if not (line.place.hidden or line.place.furniture) and (key := _key(line.text)):
            where.setdefault(key, at)
    left: list[Update] = []
    starts: dict[int, Update] = {}
    for update in updates:
        first = next((where[key] for key in _keys(update) if key in where), -1)
        if first < 0 or first in starts:
            left.append(update)
        else:
            starts[first] = update
    places = sorted(starts)
    for at, following in zip_longest(places, places[1:]):
        number = len(told)
        told.append(_entry(starts[at]))
        end = _end_of(lines, at) if following is None else following
        for line in lines[at:end]:
            line.place = line.place.within({"entry": number, "body": True})
    return left


def _end_of(lines: list[Written], first: int) -> int:
    """Give where the last entry ends: before the first line that stands in another landmark or furniture."""
    own = lines[first].place
    for at in range(first + 1, len(lines)):
        place = lines[at].place
        if place.landmark != own.landmark or place.furniture:
            return at
    return len(lines)


def _merged(entry: Entry, update: Update) -> Entry:
    """Join what the page and its linked data tell of one entry."""
    return evolve(
        entry,
        url=update.url or entry.url,
        published=update.published or entry.published,
        modified=update.modified or entry.modified,
        heading=_own_headline(update),
        authors=update.authors or entry.authors,
    )


def _entry(update: Update) -> Entry:
    return Entry(
        update.url, update.published, update.modified, update.headline, update.authors, "an update of the linked data"
    )


def _own_headline(update: Update) -> str | None:
    """Give an update's headline, unless it is only how its text begins."""
    headline = (update.headline or "").rstrip(" .…")
    return update.headline if headline and not _first(update).startswith(headline) else None


def _first(update: Update) -> str:
    """Give the first paragraph of an update."""
    return next(iter(_paragraphs(update.body)), "")


def _keys(update: Update) -> list[str]:
    """Give the words by which a line may tell an update: its headline's, its text's first."""
    return [key for key in (_key(update.headline or ""), _key(_first(update))) if key]


def _key(text: str) -> str:
    """Give the first words of a text in small letters without marks; empty if they are too few to tell."""
    key = " ".join(_WORD.findall(text[: 2 * _KEY].lower()))[:_KEY]
    return key if len(key) >= _SHORT else ""


def _paragraphs(body: str) -> list[str]:
    """Divide a text of linked data into paragraphs: at its newlines, and at its own tags where it has any."""
    if "<" in body and ">" in body:
        body = _TAG.sub(lambda found: "\n" if found["block"] else "", body)
    if "&" in body:
        body = unescape(body)
    return [text for line in body.splitlines() if (text := " ".join(line.split()))]


def _lines_of(update: Update, number: int) -> list[Written]:
    """Write an update that the page does not show."""
    place = Place().within({"entry": number, "body": True, "landmark": "article"})
    written = [Written(text, place) for text in _paragraphs(update.body)]
    if update.headline and not (written and _key(written[0].text) == _key(update.headline)):
        written.insert(0, Written(" ".join(update.headline.split()), place.within({"heading": 2})))
    return [line for line in written if line.text]


def _with_body(lines: list[Written], headline: str | None, body: str) -> list[Written]:
    """Write what of an article a page has in its linked data alone."""
    place = Place().within({"body": True, "landmark": "article"})
    shown = {_key(line.text) or line.text for line in lines if not line.place.hidden}
    own = [Written(text, place) for text in _paragraphs(body) if (_key(text) or text) not in shown]
    if headline and own and not any(line.place.heading == 1 for line in lines):
        own.insert(0, Written(headline, place.within({"heading": 1})))
    return [*lines, *own]


def _end_of_body(lines: list[Written]) -> int:
    """Give where the updates of a page without entries belong: behind its last line of text that is no furniture."""
    for at in range(len(lines) - 1, -1, -1):
        place = lines[at].place
        if not (place.hidden or place.furniture or place.landmark in ("nav", "aside", "footer", "form")):
            return at + 1
    return 0
