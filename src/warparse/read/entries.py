"""The entries of a live blog in a page's tree: which elements they are.

Contract: three ways, the surest first: elements that the page's linked data name by their ids; elements marked
`itemprop="liveBlogUpdate"`; elements alike in tag, class and depth, with prose of their own, whose names speak of
entries and which have a time, or whose names speak of a live blog's entries, or which have a time and, on a page that
is called live, most of its prose. Fewer than two are none. Linear in the tree; no verdict on the text.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from attrs import define, field

from warparse.read.markup import Entry
from warparse.read.roles import attributes_of, find_role
from warparse.read.times import read_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bs4 import BeautifulSoup, Tag

    from warparse.read.linked import Update

__all__ = ["Entries", "find_entries"]

_HOLDERS: Final = frozenset("article section div li".split())
_DIGITS: Final = re.compile(r"[\w-]*\d[\w-]*")
_NAMED: Final = re.compile(
    r"live|block|post|entry|entries|update|event|moment|item|stream|timeline|report|brief|ticker|card", re.IGNORECASE
)
"""Words by which publishers name the entries of live blogs."""
_SURE: Final = re.compile(
    r"live[-_ ]?(?:blog|story)?[-_ ]{0,2}(?:post|update|entry|item|paragraph|event)s?\b", re.IGNORECASE
)
"""Words by which they name entries of live blogs and nothing else."""
_COMMENTS: Final = re.compile(r"comment|discussion|reply|teaser|promo|related|recommend|most-", re.IGNORECASE)
_TIME_DATA: Final = ("data-timestamp", "data-sort-time", "data-published", "data-time", "data-date", "data-block-time")
_ANCESTORS: Final = 8
"""Elements around a time that may be its entry."""
_FEWEST: Final = 2
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5"))
_PARTS: Final = 8
"""Elements right in an entry's whose ids are looked at."""
_GROUPS: Final = 6
"""Groups of like elements that are looked into."""
_PROSE: Final = 40
"""Characters of prose outside links that an entry has on the average."""
_INSIDE: Final = 4000
"""Elements of an entry that are looked at."""


@define
class Entries:
    """The entries of a page: by element, and what is told of each."""

    of: dict[int, int] = field(factory=dict)
    """By the identity of an element, the index of its entry."""
    told: list[Entry] = field(factory=list)
    """What is told of each, in the order of the page."""
    ids: list[str] = field(factory=list)
    """The id of each one's element; empty where it has none."""


def find_entries(soup: BeautifulSoup, updates: Sequence[Update], *, live: bool = False) -> Entries:
    """Find the entries of a page.

    Args:
        soup: the page's tree.
        updates: the updates of its linked data.
        live: whether the page is called live, so that most of its prose may be taken for entries whatever their names.
    """
    from bs4 import Tag

    tags = [each for each in soup.descendants if isinstance(each, Tag)]
    anchors = {update.url.partition("#")[2] for update in updates if update.url} - {""}
    named = [each for each in tags if each.attrs.get("id") in anchors] if anchors else []
    found, origin = named, "named by the linked data"
    if len(found) < _FEWEST:
        found = [each for each in tags if "liveBlogUpdate" in str(each.attrs.get("itemprop", ""))]
        origin = "marked liveBlogUpdate"
    if len(found) < _FEWEST:
        found, origin = _alike(tags, _length_of(soup) if live else None), "like its neighbours, with a time"
    found = _outermost(found)
    if len(found) < _FEWEST:
        return Entries()
    entries = Entries()
    for number, each in enumerate(found):
        entries.of[id(each)] = number
        entries.ids.append(_id_of(each))
        entries.told.append(_tell(each, origin))
    return entries


def _outermost(found: list[Tag]) -> list[Tag]:
    """Leave out what stands in another one."""
    inside = {id(each) for each in found}
    return [each for each in found if not any(id(parent) in inside for parent in each.parents)]


def _alike(tags: Iterable[Tag], whole: int | None) -> list[Tag]:
    """Find the elements alike in tag and class that each hold a time: the outermost of which there are most.

    Args:
        tags: the elements of the page.
        whole: how much prose the page has, if it is called live.
    """
    groups: dict[tuple[str, str, int], dict[int, Tag]] = {}
    for each in tags:
        if each.name in _HOLDERS and _SURE.search(_names_of(each)):
            groups.setdefault(_signature(each, _depth(each)), {})[id(each)] = each
        timed = each.name == "time" or any(name in each.attrs for name in _TIME_DATA)
        if not timed and find_role(attributes_of(each)) != "stamp":
            continue
        depth = _depth(each)
        for height, holder in zip(range(_ANCESTORS), chain((each,), each.parents), strict=False):
            if holder.name in _HOLDERS:
                groups.setdefault(_signature(holder, depth - height), {})[id(holder)] = holder
    likely = sorted(groups.items(), key=lambda pair: -len(pair[1]))[:_GROUPS]
    good = [
        list(group.values()) for _, group in likely if len(group) >= _FEWEST and _may_be(list(group.values()), whole)
    ]
    return max(good, key=lambda group: (len(group), _depth(group[0]) * -1), default=[])


def _signature(tag: Tag, depth: int) -> tuple[str, str, int]:
    return tag.name, _DIGITS.sub("", str(tag.attrs.get("class", ""))), depth


def _names_of(tag: Tag) -> str:
    """Give all that an element is called: its classes, its id, its data attributes."""
    told = (f"{key}={value}" for key, value in tag.attrs.items() if key.startswith("data-"))
    return " ".join([_DIGITS.sub("", str(tag.attrs.get("class", ""))), *told, _id_of(tag)])


def _depth(tag: Tag) -> int:
    return sum(1 for _ in tag.parents)


def _may_be(group: list[Tag], whole: int | None) -> bool:
    """Tell whether like elements may be entries: by what they are called, or their part of the page's prose, which is no teaser's."""
    names = _names_of(group[0])
    if _COMMENTS.search(names):
        return False
    sure = bool(_SURE.search(names))
    named = sure or bool(_NAMED.search(names)) or (group[0].name == "article" and bool(_id_of(group[0])))
    if not named and whole is None:
        return False
    prose = [_look_into(each) for each in group]
    teasers, held = sum(leads for _, leads in prose), sum(length for length, _ in prose)
    if not named and held * 2 < (whole or 0):
        return False
    return held >= _PROSE * len(group) and (sure or teasers * 2 < len(group))


def _look_into(tag: Tag) -> tuple[int, bool]:
    """Give how much prose outside links an element holds, and whether its own heading leads to another page."""
    from bs4.element import NavigableString, Tag

    length, heading = 0, None
    for _, each in zip(range(_INSIDE), tag.descendants, strict=False):
        if isinstance(each, NavigableString):
            parent = each.parent
            if parent is not None and parent.name != "a" and len(each) >= _PROSE // 2:
                length += len(each)
        elif heading is None and isinstance(each, Tag) and each.name in _HEADINGS:
            heading = each  # those behind it may be of teasers inside
    return length, heading is not None and _leads(heading)


def _leads(heading: Tag) -> bool:
    """Tell whether a heading leads to another page: a link in it or right around it."""
    from bs4.element import Tag

    links = [heading.parent, *heading.contents]
    return any(isinstance(each, Tag) and each.name == "a" and _elsewhere(each) for each in links)


def _length_of(soup: BeautifulSoup) -> int:
    """Give how much prose a page holds, measured as an entry's."""
    return sum(len(text) for text in soup.strings if len(text) >= _PROSE // 2)


def _elsewhere(link: Tag) -> bool:
    """Tell whether a link leads to another page rather than to an entry of this one."""
    target = str(link.attrs.get("href", ""))
    return bool(target) and "#" not in target and "?" not in target


def _id_of(tag: Tag) -> str:
    """Give the id of an entry's element: its own, or that of an element right in it."""
    for name in ("id", "data-id", "data-post-id", "data-block-id", "data-entry-id"):
        if value := tag.attrs.get(name):
            return str(value)
    inner = [
        part for _, part in zip(range(_PARTS), tag.contents, strict=False) if getattr(part, "name", None) in _HOLDERS
    ]
    return next((str(part.attrs["id"]) for part in inner if part.attrs.get("id")), "")  # type: ignore[attr-defined]


def _tell(tag: Tag, origin: str) -> Entry:
    """Read what an entry's element tells of it: its anchor and its times."""
    own = _id_of(tag)
    told: dict[str, str] = {}
    for name in _TIME_DATA:
        if value := tag.attrs.get(name):
            told.setdefault("published", str(value))
    authors: list[str] = []
    for _, each in zip(range(_INSIDE), tag.descendants, strict=False):
        attributes: Mapping[str, str] | None = getattr(each, "attrs", None)
        if attributes:
            _read_times(each, attributes, told)
            if attributes.get("itemprop") == "author" and attributes.get("content"):
                authors.append(attributes["content"])
            if attributes.get("itemprop") == "url" and not own and attributes.get("content"):
                told.setdefault("url", attributes["content"])
    return Entry(
        url=f"#{own}" if own else told.get("url"),
        published=read_time(told.get("published")),
        modified=read_time(told.get("modified")),
        authors=tuple(dict.fromkeys(authors)),
        origin=origin,
    )


def _read_times(element: object, attributes: Mapping[str, str], told: dict[str, str]) -> None:
    """Note the times that an element of an entry tells: by its property, by words beside it, else the first it is."""
    value = attributes.get("datetime") or (attributes.get("content") if "itemprop" in attributes else None)
    time = read_time(value)
    if not value or time is None:
        return
    kind = attributes.get("itemprop", "")
    if kind == "dateModified" or (not kind and _is_update(element)):
        told["modified"] = value
    elif kind in ("datePublished", "dateCreated") or time == read_time(told.get("published")):
        told["published"] = value  # the same moment again: an element's time has the zone that a number lacks
    else:
        told.setdefault("published", value)


def _is_update(element: object) -> bool:
    """Tell whether a time stands behind the word "updated", in its own element or right before it."""
    from bs4.element import NavigableString

    text = str(getattr(element, "string", "") or "")
    above = getattr(element, "previous_element", None)  # an element before it would be one around it
    before = str(above)[-40:] if isinstance(above, NavigableString) else ""
    named = str(getattr(element, "attrs", {}).get("class", ""))
    return any("updated" in words.lower() or "modified" in words.lower() for words in (text[:40], before, named))
