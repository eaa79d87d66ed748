"""What a page tells to machines: its title, Open Graph, other meta tags, linked data; and so its expected metadata.

Contract: whoever tells a thing tells it alike, so that it does not matter who is asked first.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from warparse.testing.page.composer import changed_at, iso, key_of, written
from warparse.testing.page.nodes import Node, Raw, build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.testing.page.composer import Composer
    from warparse.testing.plan import PostPlan

__all__ = ["Told", "told_of"]

_OPEN_GRAPH: Final = {
    "title": "og:title",
    "standfirst": "og:description",
    "published": "article:published_time",
    "modified": "article:modified_time",
    "site": "og:site_name",
    "canonical": "og:url",
    "section": "article:section",
    "tag": "article:tag",
    "image": "og:image",
}
_META: Final = {"standfirst": "description", "author": "author", "section": "parsely-section", "tag": "news_keywords"}
_KEYS: Final = {
    "title": "headline",
    "standfirst": "description",
    "published": "datePublished",
    "modified": "dateModified",
    "language": "inLanguage",
    "canonical": "url",
}
"""How linked data name what is told of the page."""


@frozen
class Told:
    """What a page tells outside its text."""

    head: tuple[Node | Raw, ...]
    """Elements of its head."""
    metadata: dict[str, tuple[str, ...]]
    """What a right parser tells: values by the names of `Article.metadata`."""


def told_of(page: Composer) -> Told:
    """Tell what a page tells."""
    facts = _facts(page)
    tellers = page.style.tellers
    known = {"title", "language", "canonical"}
    head: list[Node | Raw] = [build("meta[charset=utf-8]"), build("title", f"{facts['title'][0]} | {page.plan.site}")]
    head.append(Node("link", (("rel", "canonical"), ("href", page.url))))
    if tellers.graph:
        head += _meta(facts, _OPEN_GRAPH, "property")
        known |= set(_OPEN_GRAPH)
    if tellers.meta:
        head += _meta(facts, _META, "name")
        known |= set(_META)
    if tellers.data:
        data = json.dumps(_linked_data(page, facts), indent=1).replace("</", "<\\/")
        head.append(Raw(f'<script type="application/ld+json">{data}</script>'))
        known |= {*_KEYS, "author", "site"} if tellers.data == "partial" else facts.keys()
    shown = page.style.top
    known |= {"standfirst"} & set(shown)
    known |= {"published"} if "stamp" in shown or "signature" in shown else set()
    known |= {"modified"} if "changed" in shown else set()
    known |= {"author"} if {"byline", "signature"} & set(shown) else set()
    told = {name: values for name, values in facts.items() if name in known}
    for name in ("published", "modified"):
        if name in told:
            told[name] = (datetime.fromisoformat(told[name][0]).isoformat(),)
    return Told(tuple(head), told)


def _facts(page: Composer) -> dict[str, tuple[str, ...]]:
    """Give all that could be told, by the names of metadata."""
    plan, style = page.plan, page.style
    last = page.changed
    told = {
        "title": (written(plan.title, style.marks),),
        "standfirst": (written(plan.standfirst, style.marks),) if plan.standfirst else (),
        "author": plan.authors,
        "published": (iso(plan.published, style.zone),),
        "modified": (iso(last, style.zone),) if last != plan.published else (),
        "language": (style.tellers.language,),
        "site": (plan.site,),
        "canonical": (page.url,),
        "section": (style.tellers.section,),
        "tag": style.tellers.tags,
        "image": tuple(image["image"] for image in page.images[:1]),
    }
    return {name: values for name, values in told.items() if values}


def _meta(facts: dict[str, tuple[str, ...]], names: dict[str, str], key: str) -> Iterator[Node]:
    for name, values in facts.items():
        if name in names:
            several = (", ".join(values),) if key == "name" else values
            yield from (Node("meta", ((key, names[name]), ("content", value))) for value in several)


def _linked_data(page: Composer, facts: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """Make the linked data of the page."""
    plan, tellers = page.plan, page.style.tellers
    kind = "LiveBlogPosting" if plan.live else "NewsArticle"
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": kind}
    data |= {key: facts[name][0] for name, key in _KEYS.items() if name in facts}
    data["author"] = [{"@type": "Person", "name": name} for name in plan.authors]
    publisher = {"@type": "NewsMediaOrganization", "@id": "#publisher", "name": plan.site}
    data["publisher"] = publisher
    if tellers.data == "partial":
        return data
    data |= {"articleSection": tellers.section, "keywords": list(tellers.tags)}
    data["image"] = [{"@type": "ImageObject", "url": url} for url in facts.get("image", ())]
    if plan.live:
        data["liveBlogUpdate"] = [_update(page, post, number) for number, post in enumerate(plan.posts)]
    else:
        data["articleBody"] = "\n\n".join(page.said[0])
    if tellers.data != "graph":
        return data
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"}]}
    data["publisher"] = {"@id": "#publisher"}
    return {"@context": data.pop("@context"), "@graph": [crumbs, publisher, data]}


def _update(page: Composer, post: PostPlan, number: int) -> dict[str, Any]:
    zone, key = page.style.zone, key_of(post, number, page.style)
    told: dict[str, Any] = {
        "@type": "BlogPosting",
        "headline": written(post.heading, page.style.marks) if post.heading else None,
        "datePublished": iso(post.time, zone),
        "dateModified": iso(changed_at(post), zone),
        "url": f"{page.url}#{key}" if key else None,
        "author": [{"@type": "Person", "name": post.author}] if post.author else None,
        "articleBody": "\n".join(page.said[number]),
    }
    return {name: value for name, value in told.items() if value is not None}
