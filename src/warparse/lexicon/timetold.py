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


def _counted(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "two days ago", "a month ago", "hours later", "in a couple of weeks", "in two days"."""
        behind, number = at, 0
        if self._number(at):
            behind, number = at + 1, self._number(at)
        if self._is("several", behind):
            behind, number = behind + 1, 2 if self._word(behind) == "couple" else 0
            behind += self._word(behind) == "of"
        unit = self._word(behind)
        if not self._is("unit", behind):
            return None
        counted = behind > at or unit[-1] == "s"
        if (
            counted
            and self._word(behind + 1) in _LATER
            and preposition in ("", "until", "since", "from", "about", "over", "around")
        ):
            ago = self._word(behind + 1) == "ago"
            return behind + 2, count_units(unit, -number) if ago and number else VAGUE
        if preposition in ("in", "within") and behind > at and self._word(at - 2) != "time":
            ahead = preposition == "in" and number and self._word(behind + 1) != "of"
            return behind + 1, count_units(unit, number) if ahead else VAGUE
        return (behind + 1, VAGUE) if preposition == "within" and unit[-1] == "s" else None

    def _span(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "this week", "late last month", "the next two days", "the end of the year", "the weekend", "last Friday"."""
        first = at
        at += self._is("degree", at)
        if at > first:
            if self._word(at) in self.classes["day"] or self._name("weekday", at) or self._name("month", at):
                return self._core(at, preposition)  # "earlier today", "early Tuesday", "late May"
            at += self._word(at) == "on"
        article = self._word(at) == "the"
        at += article
        if found := self._partial(at):
            return found
        shift = next((n for name, n in (("past", -1), ("ahead", 1), ("present", 0)) if self._is(name, at)), None)
        if shift is not None:
            return self._shifted(at, shift, article=article)
        if self._is("several", at) and self._is("unit", at + 1) and preposition in ("in", "over", "during"):
            return at + 2, VAGUE  # "in recent days"
        return self._plain_unit(at, preposition) if article or preposition else None

    def _partial(self, at: int) -> tuple[int, Told] | None:
        """Read what is a part of a time: "end of the month", "early hours of Tuesday", "second week of May", "night of 5 May"."""
        degree = self._is("degree", at) and self._word(at + 1) == "hours"
        pair = degree or (self._is("ordinal", at) and self._is("unit", at + 1))
        of = at + (2 if pair else 1)
        if self._word(of) == "of" and (pair or self._is("edge", at) or self._is("part", at)):
            return self._core(of + 1, "of") or self._plain_unit(of + 1 + (self._word(of + 1) == "the"), "of")
        return (of, VAGUE) if degree else None

    def _shifted(self, at: int, shift: int, *, article: bool) -> tuple[int, Told] | None:
        """Read what stands with "last", "this" or "next"."""
        word, behind = self.words[at], at + 1
        if number := self._name("weekday", behind):
            loose = word in ("same", "following", "previous", "preceding")
            told = VAGUE if loose else Told("weekday", number - 1, number - 1, shift=shift)
            return self._part(behind + 1), told
        if month := self._name("month", behind):
            return behind + 1, Told("named month", month=month, shift=shift)
        number = self._number(behind) if self._is("unit", behind + 1) else 0
        behind += bool(number)
        if self._is("several", behind):
            behind += 1 + (self._word(behind + 1) == "of")
        if not (self._is("unit", behind) or self._is("part", behind) or self._is("season", behind)):
            return None
        unit = self.words[behind]
        if word in ("same", "following", "previous", "preceding") or unit in self.classes["season"]:
            return behind + 1, VAGUE
        if article and not number and shift == 1 and unit[-1] != "s":
            return behind + 1, VAGUE  # "the next day" counts from what was told before
        if number or unit[-1] == "s" or (article and shift):
            return behind + 1, _stretch(unit, number or (unit[-1] != "s"), shift)
        if unit in self.classes["part"]:
            days = -1 if word == "last" else 1 if word == "next" else 0
            return behind + 1, Told("day", days, days)
        return behind + 1, count_units(unit, shift)

    def _plain_unit(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "the weekend", "in the morning", "the week" behind "the end of"."""
        word = self._word(at)
        if word in ("weekend", "weekends"):
            return at + 1, Told("weekend", shift=None)
        if preposition == "of" and self._is("unit", at):
            return at + 1, count_units(word, 0)
        if preposition in ("in", "during", "before", "by", "until", "through", "throughout") and (
            self._is("part", at) or word in ("day", "night")
        ):
            return at + 1, VAGUE
        return (at + 1, VAGUE) if preposition in ("in", "by", "this") and self._is("season", at) else None

    # -- behind it ----------------------------------------------------------------------------

    def _go_on(self, at: int, told: Told) -> tuple[int, Told]:
        """Go over what goes on telling the same time: "Friday and Saturday", "9 a.m. on Wednesday", "Monday at 14:00"."""
        word = self._word(at)
        if word in _JOINING and told.kind in ("weekday", "date") and told.shift is None:
            found = self._core(at + 1, "")
            if found and found[1].kind == told.kind and found[1].shift is None:
                return self._part(found[0]), _join(told, found[1])
        if told.kind == "vague":
            led = word in ("on", "of")
            found = self._core(at + led, "on" if led else "")
            timely = self._is_clock(at - 1, "at") or self._is("part", at - 1) or self._is("zone", at - 1)
            return found if found and timely and found[1].kind in ("day", "weekday", "date") else (at, told)
        place = at + (word == ",")
        if word in ("at", "around", ",") and self._is_clock(place + (word != ","), "at"):
            return self._zone(place + 1 + (word != ",")), told
        return at, told


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
    """Tell the time from one day to another."""
    if first.kind == "weekday":
        return first._replace(last=last.first)
    if first.month == last.month:
        return first._replace(last=last.last, year=last.year or first.year)
    return first
