"""Linked data of a page (JSON-LD): its article, the updates of its live blog, its pictures.

Contract: total: what is no JSON is a message, never a failure; unknown types and shapes are passed over. Nothing is
fetched: a reference is followed only inside the page. Linear in the data.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from warparse.read.times import read_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["Linked", "LinkedArticle", "LinkedPicture", "Update", "read_linked"]

_ARTICLES: Final = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*NewsArticle)$")
_LIVE: Final = "LiveBlogPosting"
_WRAPPED: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$")
_TRAILING: Final = re.compile(r",(?=\s*[}\]])")
_MOST: Final = 200_000
"""Objects of a page's linked data that are looked at."""


@frozen
class Update:
    """One update of a live blog."""

    headline: str | None = None
    """Its headline; None if it has none."""
    body: str = ""
    """Its text as written, markup included; empty if it is not told."""
    published: datetime | None = None
    """When it was published; None if not told."""
    modified: datetime | None = None
    """When it was last changed; None if not told."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    url: str | None = None
    """Its address; None if not told."""


@frozen
class LinkedPicture:
    """A picture that the linked data describe."""

    url: str
    """Its address."""
    caption: str | None = None
    """Its caption; None if not told."""
    credit: str | None = None
    """Who made or provided it; None if not told."""


@frozen
class LinkedArticle:
    """The article that the linked data describe."""

    kind: str
    """Its type: "NewsArticle", "LiveBlogPosting"."""
    headline: str | None = None
    """Its headline."""
    description: str | None = None
    """What it is about, mostly its standfirst."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    published: str | None = None
    """When it was published, as written."""
    modified: str | None = None
    """When it was last changed, as written."""
    language: str | None = None
    """Its language."""
    site: str | None = None
    """Its publisher's name."""
    url: str | None = None
    """Its address."""
    sections: tuple[str, ...] = ()
    """The sections that it stands in."""
    tags: tuple[str, ...] = ()
    """Its keywords."""
    images: tuple[str, ...] = ()
    """The addresses of its pictures."""
    body: str = ""
    """Its text; empty if it is not told."""
    updates: tuple[Update, ...] = ()
    """The updates of its live blog."""


@frozen
class Linked:
    """All that is read of a page's linked data."""

    article: LinkedArticle | None = None
    """The page's article: its live blog where it has one."""
    pictures: tuple[LinkedPicture, ...] = ()
    """Pictures with a caption or a credit."""
    problems: tuple[str, ...] = field(default=())
    """What could not be read, in one line each."""

    @property
    def updates(self) -> tuple[Update, ...]:
        """The updates of its live blog."""
        return self.article.updates if self.article else ()


def read_linked(scripts: Sequence[str]) -> Linked:
    """Read the linked data of a page's scripts.

    >>> read_linked(['{"@type": "NewsArticle", "headline": "Port shut"}']).article.headline
    'Port shut'
    """
    problems, roots = [], []
    for number, script in enumerate(scripts, 1):
        try:
            roots.append(_load(script))
        except (ValueError, RecursionError) as error:
            problems.append(f"script {number} is no JSON: {str(error)[:120]}".replace("\n", " "))
    objects = list(_objects(roots))
    known = {each["@id"]: each for each in objects if isinstance(each.get("@id"), str) and len(each) > 1}
    articles = [
        each for each in objects if (_ARTICLES.match(_kind(each)) and "headline" in each) or _kind(each) == _LIVE
    ]
    chosen = next((each for each in articles if _kind(each) == _LIVE), None) or next(iter(articles), None)
    pictures = (_picture(each, known) for each in objects if _kind(each) == "ImageObject")
    return Linked(
        _article(chosen, known) if chosen else None,
        tuple(picture for picture in pictures if picture and (picture.caption or picture.credit)),
        tuple(problems),
    )


def _load(script: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Load a script's JSON; comments around it, raw newlines in its texts and trailing commas are common, and forgiven."""
    text = _WRAPPED.sub("", script)
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return json.loads(_TRAILING.sub("", _WRAPPED.sub("", text)), strict=False)


def _objects(roots: list[Any]) -> Iterator[dict[str, Any]]:
    """Give every object of the data, an outer one before those in it, in the order of the page."""
    waiting, seen = roots[::-1], 0
    while waiting and seen < _MOST:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting.extend(part for part in list(value.values())[::-1] if isinstance(part, dict | list))
        elif isinstance(value, list):
            waiting.extend(part for part in value[::-1] if isinstance(part, dict | list))


def _kind(thing: dict[str, Any]) -> str:
    """Give an object's type, without its vocabulary; of several a live blog's, else the first."""
    told = thing.get("@type")
    kinds = [each.rpartition("/")[2] for each in (told if isinstance(told, list) else [told]) if isinstance(each, str)]
    return _LIVE if _LIVE in kinds else kinds[0] if kinds else ""


def _article(thing: dict[str, Any], known: dict[str, Any]) -> LinkedArticle:
    publisher = _names(thing.get("publisher"), known)
    updates = thing.get("liveBlogUpdate")
    return LinkedArticle(
        kind=_kind(thing),
        headline=_text(thing.get("headline")) or _text(thing.get("name")),
        description=_text(thing.get("description")),
        authors=_names(thing.get("author") or thing.get("creator"), known),
        published=_text(thing.get("datePublished")),
        modified=_text(thing.get("dateModified")),
        language=_text(thing.get("inLanguage")),
        site=publisher[0] if publisher else None,
        url=_address(thing.get("url")) or _address(thing.get("mainEntityOfPage")) or _address(thing.get("@id")),
        sections=_texts(thing.get("articleSection")),
        tags=tuple(part for told in _texts(thing.get("keywords")) for part in map(str.strip, told.split(",")) if part),
        images=tuple(url for each in _listed(thing.get("image")) if (url := _address(_followed(each, known)))),
        body=_raw(thing.get("articleBody")) or _text(thing.get("articleBody")) or "",
        updates=tuple(_update(each, known) for each in _listed(updates) if isinstance(each, dict)),
    )


def _update(thing: dict[str, Any], known: dict[str, Any]) -> Update:
    thing = _followed(thing, known)
    body = _raw(thing.get("articleBody")) or _raw(thing.get("text")) or _raw(thing.get("description")) or ""
    return Update(
        headline=_text(thing.get("headline")) or _text(thing.get("name")),
        body=body,
        published=read_time(_text(thing.get("datePublished"))),
        modified=read_time(_text(thing.get("dateModified"))),
        authors=_names(thing.get("author"), known),
        url=_address(thing.get("url")) or _address(thing.get("mainEntityOfPage")) or _address(thing.get("@id")),
    )


def _picture(thing: dict[str, Any], known: dict[str, Any]) -> LinkedPicture | None:
    url = _address(thing.get("contentUrl")) or _address(thing.get("url")) or _address(thing.get("@id"))
    makers = _names(thing.get("author") or thing.get("creator") or thing.get("copyrightHolder"), known)
    credit = _text(thing.get("creditText")) or "/".join(makers) or None
    return LinkedPicture(url, _text(thing.get("caption")), credit) if url else None


def _followed(thing: Any, known: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Give what a reference means: one that has nothing but its id, and only one step far."""
    if isinstance(thing, dict) and "@id" in thing and len(thing) <= len(("@id", "@type")):
        return known.get(thing["@id"], thing) if isinstance(thing["@id"], str) else thing
    return thing


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [] if value is None else [value]


def _raw(value: Any) -> str | None:  # noqa: ANN401
    return value if isinstance(value, str) and value.strip() else None


def _text(value: Any) -> str | None:  # noqa: ANN401
    """Give the text of a value: of a list the first, of an object its value or name; white space folded, marks of HTML mended."""
    for each in _listed(value):
        told = (each.get("@value") or each.get("name")) if isinstance(each, dict) else each
        if isinstance(told, str) and told.strip():
            return _unescaped(" ".join(told.split()))
    return None


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text) if "&" in text else text


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(text for each in _listed(value) if (text := _text(each)))


def _names(value: Any, known: dict[str, Any]) -> tuple[str, ...]:  # noqa: ANN401
    """Give the names of people or organisations, each once."""
    found: Iterable[Any] = (_followed(each, known) for each in _listed(value))
    names = (_text(each.get("name")) if isinstance(each, dict) else _text(each) for each in found)
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name))


def _address(value: Any) -> str | None:  # noqa: ANN401
    """Give the address that a value is or holds."""
    for each in _listed(value):
        told = (each.get("contentUrl") or each.get("url") or each.get("@id")) if isinstance(each, dict) else each
        told = told[0] if isinstance(told, list) and told else told
        if isinstance(told, str) and told.strip():
            return told.strip()
    return None
