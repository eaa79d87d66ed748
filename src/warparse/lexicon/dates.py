"""Phrases that tell when: "on Friday", "12 February", "early next week", "overnight", "at some point".

Contract: pure functions of a text; phrases come in order and do not overlap; linear in the text. What a phrase
means on the calendar is told by `resolve`, for the day on which the text was written.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from attrs import field, frozen

from warparse.lexicon.finder import Finder, fold_case
from warparse.lexicon.timetold import VAGUE, Told
from warparse.lexicon.timewords import TOKEN, TimeParser, Token, time_classes

__all__ = ["TimePhrase", "find_times", "resolve"]


@frozen
class TimePhrase:
    """Words of a text that tell when."""

    start: int
    """Where it starts, with its preposition."""
    end: int
    """Where it ends."""
    bare: int
    """Where it starts without its preposition: "Friday" of "on Friday"."""
    preposition: str
    """The preposition in lower case ("on", "since", "before"); empty where it has none."""
    _told: Told = field(default=VAGUE, repr=False)

    @property
    def vague(self) -> bool:
        """Whether it names no stretch of the calendar: "soon", "in recent days", "at 9am"."""
        return self._told.kind == "vague"


@cache
def _anchors() -> Finder:
    """Find the words without which a text tells no time."""
    table = time_classes()
    names = ("weekday", "month", "day", "unit", "season", "part", "hour", "holiday")
    words = {word for name in names for word in table[name]} | {"soon", "shortly", "recently", "overnight", "at once"}
    words |= {"some", "date", "stage", "future", "course", "moment", "now", "meantime"}
    return Finder([*sorted(words), "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimePhrase, ...]:
    """Find the phrases that tell when.

    Args:
        text: a cleaned text.
        start: where to begin.
        end: where to stop; the text's end where None.

    >>> text = "They met on Monday night and will meet again early next month, Kyiv said on 9 May 2024."
    >>> [text[slice(found.start, found.end)] for found in find_times(text)]
    ['on Monday night', 'early next month', 'on 9 May 2024']
    """
    stop = len(text) if end is None else end
    low = fold_case(text)
    if not _anchors().find(low[start:stop]):
        return ()
    tokens = [Token(found[0], *found.span()) for found in TOKEN.finditer(low, start, stop)]
    parser = TimeParser(text, tokens)
    phrases, at = [], 0
    while at < len(tokens):
        found = parser.phrase(at) if parser.may_start(at) else None
        if found is None:
            at += 1
            continue
        bare, until, told = found
        preposition = tokens[at].word if bare > at else ""
        phrases.append(TimePhrase(tokens[at].start, tokens[until - 1].end, tokens[bare].start, preposition, told))
        at = until
    return tuple(phrases)


def resolve(phrase: TimePhrase, day: date | None, *, ahead: bool = False) -> tuple[date, date] | None:
    """Give the first and the last day that a phrase means.

    Args:
        phrase: what tells when.
        day: the day on which the text was written; None where nothing tells.
        ahead: whether what the phrase belongs to is still to come, so that "on Friday" is the Friday to come
            and not the one before; a day of the week that is the day itself means that day.

    Returns:
        None where the phrase is vague, needs a day that is not known, or names no day of the calendar.

    >>> (phrase,) = find_times("They meet on Friday.")
    >>> resolve(phrase, date(2025, 2, 26), ahead=True)
    (datetime.date(2025, 2, 28), datetime.date(2025, 2, 28))
    >>> resolve(phrase, date(2025, 2, 26))
    (datetime.date(2025, 2, 21), datetime.date(2025, 2, 21))
    """
    told = phrase._told  # noqa: SLF001 - the two are one
    try:
        if told.year:
            return _named(told, told.year)
        return _reckon(told, day, ahead=ahead) if day is not None else None
    except (ValueError, OverflowError):
        return None


def _named(told: Told, year: int) -> tuple[date, date]:
    """Give the days of a date, month or year that is named in full."""
    if told.kind == "date":
        return date(year, told.month, told.first), date(year, told.month, told.last)
    if told.kind == "named month":
        return date(year, told.month, 1), date(year, told.month, monthrange(year, told.month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _reckon(told: Told, day: date, *, ahead: bool) -> tuple[date, date] | None:
    """Give the days that are told from the day of writing."""
    monday = day - timedelta(day.weekday())
    if told.kind == "day":
        return day + timedelta(told.first), day + timedelta(told.last)
    if told.kind == "week":
        return monday + timedelta(7 * told.first), monday + timedelta(7 * told.last + 6)
    if told.kind == "weekday":
        return _weekday_near(told, day, ahead=ahead)
    if told.kind == "weekend":
        weeks = told.shift if told.shift is not None else 0 if ahead or day.weekday() >= 5 else -1
        saturday = monday + timedelta(7 * weeks + 5)
        return saturday, saturday + timedelta(1)
    if told.kind == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + told.first, 12)
        return _named(Told("named month", month=month + 1), year)
    if told.kind == "year":
        return _named(told, day.year + told.first)
    if told.kind in ("date", "named month"):
        return _year_near(told, day, ahead=ahead)
    return None


def _weekday_near(told: Told, day: date, *, ahead: bool) -> tuple[date, date]:
    """Give the days of the week that are meant: those just gone or just to come."""
    forward = (told.first - day.weekday()) % 7
    if told.shift == 1:
        start = day - timedelta(day.weekday()) + timedelta(7 + told.first)
    elif told.shift == 0 or (told.shift is None and ahead):
        start = day + timedelta(forward)
    else:
        back = (day.weekday() - told.first) % 7
        start = day - timedelta(back or (7 if told.shift == -1 else 0))
    return start, start + timedelta((told.last - told.first) % 7)


def _year_near(told: Told, day: date, *, ahead: bool) -> tuple[date, date]:
    """Give a date or month in the year that puts it before or behind the day of writing."""
    here = (day.month, day.day) if told.kind == "date" else (day.month, 0)
    there = (told.month, told.first) if told.kind == "date" else (told.month, 0)
    step = 1 if told.shift == 1 or (told.shift is None and ahead) else -1
    past = (there > here and step < 0) or (there == here and told.shift == -1)
    coming = (there < here and step > 0) or (there == here and told.shift == 1)
    return _named(told, day.year + (1 if coming else -1 if past else 0))
