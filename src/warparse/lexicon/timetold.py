"""What a phrase tells of the calendar, before the day is known from which it counts.

Contract: plain values; `warparse.lexicon.dates` reckons with them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["VAGUE", "Told", "count_units", "join_days", "stretch"]


class Told(NamedTuple):
    """What a phrase tells of the calendar."""

    kind: str
    """"day", "week", "weekend", "month" or "year" counted from the day of writing; "weekday", "date", "named month",
    "named year"; "last days" and "next days"; "vague"."""
    first: int = 0
    last: int = 0
    month: int = 0
    year: int = 0
    shift: int | None = None
    """Of a weekday: -1 for "last", 0 for "this", 1 for "next"; None where it stands alone."""


VAGUE: Final = Told("vague")


def count_units(unit: str, number: int) -> Told:
    """Tell a number of units from the day of writing."""
    unit = unit.removesuffix("s")
    if unit in ("day", "night"):
        return Told("day", number, number)
    if unit == "fortnight":
        return Told("week", 2 * number, 2 * number)
    if unit == "weekend":
        return Told("weekend", shift=number)
    if unit in ("hour", "minute", "season", "decade"):
        return VAGUE if number > 0 or unit in ("season", "decade") else Told("day", -1 if number < -3 else 0, 0)
    return Told(unit, number, number)


_DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}


def stretch(unit: str, number: int, shift: int) -> Told:
    """Tell the last or next so many units; vague where the number is not told."""
    unit = unit.removesuffix("s")
    if not number or not shift:
        return VAGUE
    days = -(-number // 24) if unit == "hour" else number * _DAYS.get(unit, 0)
    return Told("day", -days if shift < 0 else 0, 0 if shift < 0 else days) if days else VAGUE


def join_days(first: Told, last: Told) -> Told:
    """Tell the time from one day to another, of the week or of one month."""
    if first.kind == "weekday":
        return first._replace(last=last.first)
    return first._replace(last=last.last, year=last.year or first.year)
