"""The layers that extractors give: attack counts, money, meetings, and the records of any other extractor.

Contract: as in `layers`; the records of a parse and of its annotation stand in `fields`, by extractor name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warparse.scoring.sameness import iou, is_same_amount, is_same_name, overlap, span_of, squash
from warparse.scoring.tally import Record, Tally, Test, tally_records

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["score_attacks", "score_meetings", "score_money", "scorer_of"]

_HALF: Final = 0.5
"""Share of participants, or of overlap, from which two records tell the same fact."""
_NOT_ATTRIBUTES: Final = frozenset(["start", "end", "optional", "accept"])


def _fields(data: Record, name: str) -> list[Record]:
    found: list[Record] = data.get("fields", {}).get(name, [])
    return found


def _accepted(due: Record, key: str) -> tuple[Any, ...]:
    return (due.get(key), *due.get(f"{key}_accept", []))


def _has_same_name(key: str) -> Test:
    return lambda due, given: is_same_name(due.get(key), given.get(key), due.get(f"{key}_accept", []))


def _has_same_qualifier(due: Record, given: Record) -> bool:
    told, *others = _accepted(due, "qualifier")
    return squash(given.get("qualifier")) in {squash(told), *(squash(other).replace("-", "") for other in others)}


def _has_same_object(due: Record, given: Record) -> bool:
    return squash(given.get("object")).lower() in {squash(each).lower() for each in _accepted(due, "object")}


def score_attacks(text: str, gold: Record, pred: Record) -> Tally:
    """Count attack counts: the same number for the same measure, at overlapping words."""

    def nearness(due: Record, given: Record) -> float:
        same_number = all(due.get(key) == given.get(key) for key in ("count_min", "count_max"))
        same_measure = given.get("measure") in (due["measure"], *due.get("measure_accept", []))
        return float(overlap(span_of(due), span_of(given)) > 0 and same_measure and same_number)

    tests: dict[str, Test] = {
        "object": _has_same_object,
        "attacker": _has_same_name("attacker"),
        "location": _has_same_name("location"),
        "source": _has_same_name("source"),
        "qualifier": _has_same_qualifier,
    }
    return tally_records(text, _fields(gold, "attacks"), _fields(pred, "attacks"), nearness, tests)


def score_money(text: str, gold: Record, pred: Record) -> Tally:
    """Count amounts of money: the same amounts in the same currency, the nearer by span the better."""

    def nearness(due: Record, given: Record) -> float:
        same_amount = all(is_same_amount(due.get(key), given.get(key)) for key in ("amount_min", "amount_max"))
        same_currency = given.get("currency") in (due["currency"], *due.get("currency_accept", []))
        return iou(span_of(due), span_of(given)) if same_amount and same_currency else 0.0

    tests: dict[str, Test] = {
        "span": lambda due, given: span_of(due) == span_of(given),
        "qualifier": _has_same_qualifier,
        "equivalent_of": lambda due, given: bool(due.get("equivalent_of") == given.get("equivalent_of")),
    }
    return tally_records(text, _fields(gold, "money"), _fields(pred, "money"), nearness, tests)


def score_meetings(text: str, gold: Record, pred: Record) -> Tally:
    """Count meetings: at least half of the same participants, at overlapping words."""

    def nearness(due: Record, given: Record) -> float:
        shared = _shared_names(due, given)
        return shared if overlap(span_of(due), span_of(given)) > 0 and shared >= _HALF else 0.0

    def has_same_time(due: Record, given: Record) -> bool:
        told, *others = _accepted(due, "when")
        accepted = {squash(told).lower(), *(squash("" if other == "-" else other).lower() for other in others)}
        return squash(given.get("when")).lower() in accepted

    tests: dict[str, Test] = {
        "participants": lambda due, given: _shared_names(due, given) == 1.0,
        "format": lambda due, given: given.get("format") in (due["format"], *due.get("format_accept", [])),
        "status": lambda due, given: given.get("status") in (due["status"], *due.get("status_accept", [])),
        "place": _has_same_name("place"),
        "when": has_same_time,
    }
    return tally_records(text, _fields(gold, "meetings"), _fields(pred, "meetings"), nearness, tests)


def _shared_names(due: Record, given: Record) -> float:
    """Give the share of participants that are the same; those that the gold accepts may stand beside or for others."""
    left, accepted, extra = list(due["participants"]), 0, 0
    for name in given.get("participants", []):
        same = next((each for each in left if is_same_name(each, name)), None)
        if same is not None:
            left.remove(same)
        elif any(is_same_name(each, name) for each in due.get("participants_accept", [])):
            accepted += 1
        else:
            extra += 1
    hits = len(due["participants"]) - len(left)
    total = hits + extra + len(left)
    return (hits + min(accepted, len(left))) / total if total else 0.0


def scorer_of(name: str) -> Callable[[str, Record, Record], Tally]:
    """Give a scorer for the records of an extractor that this project does not know.

    Records are paired where their spans overlap by half; every key of a gold record is an attribute, right where it is
    equal (texts: but for white space) or among its `KEY_accept`; `span` is right where it is the same.

    Args:
        name: the extractor's name.
    """

    def nearness(due: Record, given: Record) -> float:
        shared = iou(span_of(due), span_of(given))
        return shared if shared >= _HALF else 0.0

    def score(text: str, gold: Record, pred: Record) -> Tally:
        records = _fields(gold, name)
        keys = dict.fromkeys(
            key for record in records for key in record if key not in _NOT_ATTRIBUTES and not key.endswith("_accept")
        )
        tests: dict[str, Test] = {"span": lambda due, given: span_of(due) == span_of(given)}
        tests.update({key: _has_same_value(key) for key in keys})
        return tally_records(text, records, _fields(pred, name), nearness, tests)

    return score


def _has_same_value(key: str) -> Test:
    def is_same(due: Record, given: Record) -> bool:
        return _folded(given.get(key)) in [_folded(each) for each in _accepted(due, key)]

    return is_same


def _folded(value: object) -> object:
    return squash(value) if isinstance(value, str) else value
