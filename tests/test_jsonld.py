"""Linked data that is written: valid in the vocabulary of schema.org, and saying what the article says."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from pydantic import ValidationError
from schema_org import registry
from schema_org.enums import EventStatusType

from samples import LIVE
from warparse import Article, Source, parse, parse_html
from warparse.export.jsonld import to_jsonld

PAGES = sorted((Path(__file__).resolve().parents[1] / "seeds" / "html").glob("*.html"))
DATES = ("datePublished", "dateModified")


def validated(thing: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Make the library's own objects of linked data, the innermost first; it refuses what schema.org does not have."""
    if isinstance(thing, list):
        return [validated(each) for each in thing]
    if not isinstance(thing, dict):
        return thing
    given = {name: validated(value) for name, value in thing.items() if name not in ("@type", "@context")}
    for name in DATES:
        if name in given:
            given[name] = (datetime if "T" in given[name] else date).fromisoformat(given[name])
    if "eventStatus" in given:
        given["eventStatus"] = EventStatusType(given["eventStatus"])
    return registry.get_model(thing["@type"]).model_validate(given)


@frozen
class Amount:
    """As the plugin for money has it."""

    start: int
    end: int
    amount_min: str | None
    amount_max: str | None
    currency: str


@frozen
class Meeting:
    """As the plugin for meetings has it."""

    start: int
    end: int
    participants: tuple[str, ...]
    status: str
    place: str | None = None


TEXT = "Ada Lind will meet Jean Morel in Oslo over $500m, up to €2.5m of it her own."
RICH = Article(
    Source(TEXT),
    fields={
        "money": (Amount(46, 51, "500000000", "500000000", "USD"), Amount(59, 64, None, "2500000.5", "EUR")),
        "meetings": (
            Meeting(14, 37, ("Ada Lind", "Jean Morel"), "cancelled", "Oslo"),
            Meeting(14, 37, ("Ada Lind",), "denied"),
            {"start": 14, "end": 18, "participants": [], "status": "proposed"},
        ),
    },
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_valid_linked_data(path: Path) -> None:
    thing = to_jsonld(parse_html(path.read_bytes(), url="https://example.org/page"))
    assert thing["@context"] == "https://schema.org"
    assert validated(thing)


@pytest.mark.parametrize("article", [parse(LIVE), parse(""), RICH], ids=["live", "empty", "rich"])
def test_texts_and_records_are_valid_linked_data(article: Article) -> None:
    assert validated(to_jsonld(article))


@pytest.mark.parametrize(
    "thing",
    [
        {"@type": "NewsArticle", "headlines": "a"},
        {"@type": "Quotation", "spokenByCharacter": {"@type": "ImageObject"}},
        {"@type": "Event", "eventStatus": 3},
    ],
)
def test_the_validator_refuses_what_is_wrong(thing: dict[str, Any]) -> None:
    with pytest.raises((ValidationError, ValueError)):
        validated(thing)


def test_posts_quotes_and_figures_are_told() -> None:
    (path,) = [path for path in PAGES if path.stem == "herald-blocks"]
    thing = to_jsonld(parse_html(path.read_bytes()))
    assert thing["@type"] == "LiveBlogPosting"
    first = thing["liveBlogUpdate"][0]
    assert (first["headline"], first["datePublished"]) == (
        "Crew walk ashore in Port Anselm",
        "2025-03-04T17:20:00+00:00",
    )
    assert first["hasPart"]["spokenByCharacter"] == {"@type": "Person", "name": "Ivo Brandt"}
    assert first["image"]["contentUrl"] == "https://img.herald.example/quay-1240.jpg"
    assert [each["name"] for each in first["image"]["creator"]] == ["Lena Marsh", "AFP", "Getty Images"]


def test_money_and_meetings_are_told() -> None:
    dollars, euros, cancelled, proposed = to_jsonld(RICH)["mentions"]
    assert dollars == {"@type": "MonetaryAmount", "currency": "USD", "value": 500_000_000}
    assert euros == {"@type": "MonetaryAmount", "currency": "EUR", "maxValue": 2_500_000.5}
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert [each["name"] for each in cancelled["attendee"]] == ["Ada Lind", "Jean Morel"]
    assert "eventStatus" not in proposed
