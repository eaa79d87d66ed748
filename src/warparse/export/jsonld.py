"""The article as linked data (JSON-LD) in the vocabulary of schema.org.

Contract: total; nothing is told that the article does not hold, and what is unknown is left out. A live blog is a
`LiveBlogPosting` of `BlogPosting`s, everything else a `NewsArticle`; quotes are `Quotation`s, figures `ImageObject`s,
amounts of money and meetings that plugins read `MonetaryAmount`s and `Event`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from warparse.model import BlockKind, NameKind, PostKind
from warparse.segment.bylines import find_authors

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from warparse.model import Article, Figure, Post, Quote

__all__ = ["to_jsonld"]

_CONTEXT: Final = "https://schema.org"
_STATUS: Final = {
    "held": "EventScheduled",
    "ongoing": "EventScheduled",
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
"""By what a meeting's record tells; what is only proposed or denied has no status there."""
_BODY: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)

Thing = dict[str, Any]


def to_jsonld(article: Article) -> Thing:
    r"""Write an article as linked data.

    Returns:
        An object that JSON can hold, with its `@context`.

    >>> from warparse import parse
    >>> to_jsonld(parse("Storm over the harbour\\n\\nThe port was closed on Friday, the mayor said.\\n"))["@type"]
    'NewsArticle'
    """
    live = any(post.kind is not PostKind.ARTICLE for post in article.posts)
    known = _organisations(article)
    thing: Thing = {"@context": _CONTEXT, "@type": "LiveBlogPosting" if live else "NewsArticle"}
    published, modified = (_first(article.told(name)) for name in ("published", "modified"))
    standfirst = next((block.text for block in article.blocks if block.kind is BlockKind.STANDFIRST), None)
    authors = article.told("author") or _bylines(article)
    thing |= _told(
        headline=article.title,
        description=standfirst or _first(article.told("standfirst")),
        url=_first(article.told("canonical")) or article.source.url,
        inLanguage=_first(article.told("language")),
        datePublished=published or (article.published.isoformat() if article.published else None),
        dateModified=modified,
        author=[_named(name, known) for name in authors],
        publisher=[{"@type": "Organization", "name": name} for name in article.told("site")],
        articleSection=list(article.told("section")),
        keywords=list(article.told("tag")),
    )
    outside = [figure for figure in article.figures if figure.post is None or not live]
    thing |= _told(image=[_image(figure) for figure in outside])
    quotes = [quote for quote in article.quotes if quote.post is None or not live]
    if live:
        thing["liveBlogUpdate"] = [_update(post, known) for post in article.posts]
    else:
        thing |= _told(articleBody="\n\n".join(filter(None, (_body(post) for post in article.posts))))
    return thing | _told(
        hasPart=[_quotation(quote, known) for quote in quotes],
        mentions=[*_amounts(article.fields.get("money", ())), *_meetings(article, known)],
    )


def _told(**values: Any) -> Thing:  # noqa: ANN401 - whatever JSON holds
    """Keep what is told; of a list of one thing that thing."""
    kept = {name: value for name, value in values.items() if value not in (None, "", [])}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in kept.items()}


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _bylines(article: Article) -> list[str]:
    """Give the writers whom the article's bylines name, each once."""
    bylines = (block.text for block in article.blocks if block.kind is BlockKind.BYLINE)
    return list(dict.fromkeys(name for text in bylines for name in find_authors(text)))


def _organisations(article: Article) -> frozenset[str]:
    """Give the names that mean organisations: those that the article knows for one, and its publisher's."""
    return frozenset(each.name for each in article.names if each.kind is NameKind.ORGANISATION) | {
        *article.told("site")
    }


def _named(name: str, organisations: frozenset[str]) -> Thing:
    return {"@type": "Organization" if name in organisations else "Person", "name": name}


def _update(post: Post, organisations: frozenset[str]) -> Thing:
    """Write a post."""
    return {"@type": "BlogPosting"} | _told(
        headline=post.heading,
        url=post.url,
        datePublished=_time(post.published),
        dateModified=_time(post.modified),
        author=[_named(name, organisations) for name in post.authors],
        articleBody=_body(post),
        image=[_image(figure) for figure in post.figures],
        hasPart=[_quotation(quote, organisations) for quote in post.quotes],
    )


def _time(told: datetime | None) -> str | None:
    return told.isoformat() if told else None


def _body(post: Post) -> str:
    return "\n\n".join(block.text for block in post.blocks if block.kind in _BODY)


def _image(figure: Figure) -> Thing:
    makers = [{"@type": "Person", "name": name} for name in figure.photographers]
    makers += [{"@type": "Organization", "name": name} for name in figure.agencies]
    return {"@type": "ImageObject"} | _told(
        contentUrl=figure.image,
        caption=figure.caption,
        description=figure.alt,
        creditText=figure.credit,
        creator=makers,
    )


def _quotation(quote: Quote, organisations: frozenset[str]) -> Thing:
    speaker = _named(quote.speaker, organisations) if quote.speaker else None
    return {"@type": "Quotation"} | _told(text=quote.text, spokenByCharacter=speaker)


def _get(record: object, name: str) -> Any:  # noqa: ANN401 - whatever a plugin's record holds
    return record.get(name) if isinstance(record, Mapping) else getattr(record, name, None)


def _amounts(records: Iterable[object]) -> list[Thing]:
    """Write amounts of money: one number as a value, a range by its ends."""
    amounts = []
    for record in records:
        least, most = (_number(_get(record, name)) for name in ("amount_min", "amount_max"))
        if least is None and most is None:
            continue
        told = _told(value=least) if least == most else _told(minValue=least, maxValue=most)
        currency = _get(record, "currency")
        amounts.append({"@type": "MonetaryAmount"} | _told(currency=str(currency) if currency else None) | told)
    return amounts


def _number(amount: object) -> float | int | None:
    """Give an exact amount as JSON's number."""
    if amount is None:
        return None
    number = float(str(amount))
    return int(number) if number.is_integer() else number


def _meetings(article: Article, organisations: frozenset[str]) -> list[Thing]:
    """Write meetings as events, named by the words that tell of them."""
    events = []
    for record in article.fields.get("meetings", ()):
        start, end = _get(record, "start"), _get(record, "end")
        status, place = str(_get(record, "status") or ""), _get(record, "place")
        if status == "denied" or start is None or end is None:
            continue
        events.append(
            {"@type": "Event"}
            | _told(
                name=" ".join(article.source.text[start:end].split()),
                eventStatus=f"{_CONTEXT}/{_STATUS[status]}" if status in _STATUS else None,
                attendee=[_named(str(name), organisations) for name in _get(record, "participants") or ()],
                location={"@type": "Place", "name": str(place)} if place else None,
            )
        )
    return events
