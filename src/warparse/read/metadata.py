"""What a page tells of its article outside the text, each with where it was told.

Contract: each name is told by the first that tells it: linked data, Open Graph, other meta tags, the page's own
elements (`time`, `title`, `html`). Values are cleaned of white space and otherwise as written; times that can be read
are ISO 8601.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from warparse.read.markup import Metadatum
from warparse.read.times import read_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from warparse.read.flow import Written
    from warparse.read.linked import Linked
    from warparse.read.scan import Scanned

__all__ = ["NAMES", "read_metadata"]

NAMES: Final = (
    "title", "standfirst", "author", "published", "modified", "language", "site", "canonical", "section", "tag", "image",
)  # fmt: skip
"""What may be told."""
_MANY: Final = ("author", "section", "tag", "image")
"""What there may be several of."""
_TIMES: Final = ("published", "modified")
_TAG: Final = re.compile(r"<(\w+)\b([^<>]*)>")
_ATTRIBUTE: Final = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BETWEEN: Final = re.compile(r"[,;]\s|\sand\s")
_OPEN_GRAPH: Final = {
    "og:title": "title",
    "og:description": "standfirst",
    "article:author": "author",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "og:locale": "language",
    "og:site_name": "site",
    "og:url": "canonical",
    "article:section": "section",
    "article:tag": "tag",
    "og:image": "image",
}
_META: Final = {
    "twitter:title": "title",
    "parsely-title": "title",
    "dc.title": "title",
    "description": "standfirst",
    "twitter:description": "standfirst",
    "dc.description": "standfirst",
    "author": "author",
    "byl": "author",
    "parsely-author": "author",
    "sailthru.author": "author",
    "dc.creator": "author",
    "datepublished": "published",
    "date": "published",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "article.published": "published",
    "datemodified": "modified",
    "last-modified": "modified",
    "lastmod": "modified",
    "dcterms.modified": "modified",
    "article.updated": "modified",
    "language": "language",
    "content-language": "language",
    "dc.language": "language",
    "application-name": "site",
    "dc.publisher": "site",
    "section": "section",
    "parsely-section": "section",
    "news_keywords": "tag",
    "keywords": "tag",
    "parsely-tags": "tag",
    "twitter:image": "image",
}


def read_metadata(scanned: Scanned, linked: Linked, lines: Sequence[Written], url: str | None) -> tuple[Metadatum, ...]:
    """Read a page's metadata.

    Returns:
        What is told, in the order of `NAMES`; of each name all that its first teller tells.
    """
    tags = list(_tags(scanned.head))
    found: dict[str, dict[str, Metadatum]] = {}
    for way in (_of_linked(linked), _of_meta(tags, _OPEN_GRAPH), _of_meta(tags, _META), _of_page(scanned, tags, lines)):
        before = frozenset(found)
        for each in way:
            if each.name not in before and (value := _cleaned(each, url)):
                told = found.setdefault(each.name, {})
                if not told or each.name in _MANY:
                    told.setdefault(value, Metadatum(each.name, value, each.origin))
    return tuple(each for name in NAMES for each in found.get(name, {}).values())


def _tags(head: str) -> Iterator[tuple[str, dict[str, str]]]:
    for tag in _TAG.finditer(head):
        attributes = {
            found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag[2])
        }
        yield tag[1].lower(), attributes


def _cleaned(told: Metadatum, url: str | None) -> str:
    value = " ".join(told.value.split())
    if told.name in _TIMES:
        read = read_time(value)
        return read.isoformat() if read else ""
    if told.name in ("canonical", "image") and url:
        try:
            return urljoin(url, value)
        except ValueError:  # an address that is none
            return value
    if told.name == "author":
        return "" if "://" in value else value.removeprefix("By ").removeprefix("by ")
    return value.replace("_", "-") if told.name == "language" else value


def _of_linked(linked: Linked) -> Iterator[Metadatum]:
    article = linked.article
    if article is None:
        return
    single = {
        "title": (article.headline, "headline"),
        "standfirst": (article.description, "description"),
        "published": (article.published, "datePublished"),
        "modified": (article.modified, "dateModified"),
        "language": (article.language, "inLanguage"),
        "site": (article.site, "publisher"),
        "canonical": (article.url, "url"),
    }
    several = {
        "author": (article.authors, "author"),
        "section": (article.sections, "articleSection"),
        "tag": (article.tags, "keywords"),
        "image": (article.images, "image"),
    }
    for name, (value, key) in single.items():
        if value:
            yield Metadatum(name, value, f"json-ld {article.kind}.{key}")
    for name, (values, key) in several.items():
        for value in values:
            yield Metadatum(name, value, f"json-ld {article.kind}.{key}")


def _of_meta(tags: list[tuple[str, dict[str, str]]], names: Mapping[str, str]) -> Iterator[Metadatum]:
    for tag, attributes in tags:
        if tag != "meta":
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            told = attributes.get(key, "").strip()
            name = names.get(told.lower())
            if name and (content := attributes.get("content", "").strip()):
                parts = content.split(",") if name == "tag" else _writers(content) if name == "author" else [content]
                yield from (Metadatum(name, part, f"meta {told}") for part in parts)
                break


def _writers(text: str) -> list[str]:
    """Divide a list of writers: "A B, C D and E F", where every part is a name of several words."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    return parts if all(" " in part.strip() for part in parts) else [text]


def _of_page(scanned: Scanned, tags: list[tuple[str, dict[str, str]]], lines: Sequence[Written]) -> Iterator[Metadatum]:
    """Tell what the page's own elements do."""
    for tag, attributes in tags:
        if tag == "link" and attributes.get("rel", "").lower() == "canonical" and attributes.get("href"):
            yield Metadatum("canonical", attributes["href"], "link canonical")
        elif tag == "html" and attributes.get("lang"):
            yield Metadatum("language", attributes["lang"], "html lang")
    headline = next((line.text for line in lines if line.place.heading == 1 and not line.place.hidden), None)
    if headline or scanned.title:
        yield Metadatum("title", headline or scanned.title, "h1" if headline else "title")
    for line in lines:
        if line.time and line.moment and line.place.entry is None:
            updated = any(word in line.text.lower() for word in ("updated", "modified"))
            yield Metadatum("modified" if updated else "published", line.moment, "time")
    for line in lines:
        if line.place.standfirst:
            yield Metadatum("standfirst", line.text, "standfirst")
