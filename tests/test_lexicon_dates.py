"""Phrases that tell when: a table with near-misses, the days they mean, and laws."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warparse.lexicon.dates import find_times, resolve

DAY = date(2025, 2, 26)
"""A Wednesday."""
CALM = settings(deadline=None, derandomize=True)


def words(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_times(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Friday.", ["on Friday"]),
        ("He said on Monday night that it was over.", ["on Monday night"]),
        ("Late on Tuesday the port closed.", ["Late on Tuesday"]),
        ("The port closed early Tuesday.", ["early Tuesday"]),
        ("Thursday’s talks will go on.", ["Thursday"]),
        ("It is due on 24 February or on March 1, 2025.", ["on 24 February", "on March 1, 2025"]),
        ("Thursday, Jan. 22, 2026.", ["Thursday, Jan. 22, 2026"]),
        ("on the 12th of May 2024", ["on the 12th of May 2024"]),
        ("from 9 to 11 May and May 20-22", ["from 9 to 11 May", "May 20-22"]),
        ("in February, in 2019, since last March", ["in February", "in 2019", "since last March"]),
        ("this weekend, next week, later this month", ["this weekend", "next week", "later this month"]),
        ("at the end of the year", ["at the end of the year"]),
        ("in the second week of February", ["in the second week of February"]),
        ("in the early hours of Sunday", ["in the early hours of Sunday"]),
        (
            "two days ago, a month later, in a couple of weeks",
            ["two days ago", "a month later", "in a couple of weeks"],
        ),
        ("in recent days and in the next two weeks", ["in recent days", "in the next two weeks"]),
        ("at 9am GMT, at 16:00, at 8 p.m. this evening", ["at 9am GMT", "at 16:00", "at 8 p.m. this evening"]),
        ("at 9 a.m. on Wednesday", ["at 9 a.m. on Wednesday"]),
        (
            "overnight, soon, at some point, before Christmas",
            ["overnight", "soon", "at some point", "before Christmas"],
        ),
        ("on Friday and Saturday", ["on Friday and Saturday"]),
        ("2025-02-12", ["2025-02-12"]),
        # near-misses
        ("He may march with 12 men.", []),
        ("The Sun shone; the Mon river rose.", []),
        ("It had 25 drones, 1,200 shells and version 3.5.", []),
        ("for three days", []),
        ("He met her for the first time in three years.", []),
        ("Theresa May spoke; pressure on May grew.", []),
        ("A second man was hurt.", []),
        ("", []),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("on Friday", ("2025-02-21", "2025-02-21"), ("2025-02-28", "2025-02-28")),
        ("on Wednesday", ("2025-02-26", "2025-02-26"), ("2025-02-26", "2025-02-26")),
        ("last Wednesday", ("2025-02-19", "2025-02-19"), ("2025-02-19", "2025-02-19")),
        ("next Monday", ("2025-03-03", "2025-03-03"), ("2025-03-03", "2025-03-03")),
        ("on Friday and Saturday", ("2025-02-21", "2025-02-22"), ("2025-02-28", "2025-03-01")),
        ("yesterday", ("2025-02-25", "2025-02-25"), ("2025-02-25", "2025-02-25")),
        ("overnight", ("2025-02-25", "2025-02-26"), ("2025-02-25", "2025-02-26")),
        ("this week", ("2025-02-24", "2025-03-02"), ("2025-02-24", "2025-03-02")),
        ("at the weekend", ("2025-02-22", "2025-02-23"), ("2025-03-01", "2025-03-02")),
        ("last month", ("2025-01-01", "2025-01-31"), ("2025-01-01", "2025-01-31")),
        ("in December", ("2024-12-01", "2024-12-31"), ("2025-12-01", "2025-12-31")),
        ("on 12 February", ("2025-02-12", "2025-02-12"), ("2026-02-12", "2026-02-12")),
        ("on 29 June 2022", ("2022-06-29", "2022-06-29"), ("2022-06-29", "2022-06-29")),
        ("in 2019", ("2019-01-01", "2019-12-31"), ("2019-01-01", "2019-12-31")),
        ("two days ago", ("2025-02-24", "2025-02-24"), ("2025-02-24", "2025-02-24")),
        ("in the next two weeks", ("2025-02-26", "2025-03-12"), ("2025-02-26", "2025-03-12")),
        ("a fortnight ago", ("2025-02-10", "2025-02-16"), ("2025-02-10", "2025-02-16")),
        ("two weekends ago", ("2025-02-15", "2025-02-16"), ("2025-02-15", "2025-02-16")),
        ("two hours ago", ("2025-02-26", "2025-02-26"), ("2025-02-26", "2025-02-26")),
        ("ten hours ago", ("2025-02-25", "2025-02-26"), ("2025-02-25", "2025-02-26")),
        ("from 9 to 11 May", ("2024-05-09", "2024-05-11"), ("2025-05-09", "2025-05-11")),
    ],
)
def test_resolved(text: str, past: tuple[str, str], ahead: tuple[str, str]) -> None:
    (phrase,) = find_times(text)
    for told, coming in ((past, False), (ahead, True)):
        assert resolve(phrase, DAY, ahead=coming) == tuple(map(date.fromisoformat, told))


@pytest.mark.parametrize(
    "text", ["soon", "in recent days", "at 9am", "the next day", "30 February 2025", "two days later"]
)
def test_vague_or_impossible_is_none(text: str) -> None:
    (phrase,) = find_times(text)
    assert resolve(phrase, DAY) is None


def test_without_a_day_only_full_dates_mean_days() -> None:
    friday, may = find_times("on Friday, 9 May 2024 and on Friday")[::-1]
    assert resolve(friday, None) is None
    assert resolve(may, None) == (date(2024, 5, 9), date(2024, 5, 9))


def test_preposition_stands_apart() -> None:
    text = "since Tuesday"
    (phrase,) = find_times(text)
    assert (phrase.preposition, text[phrase.bare : phrase.end], phrase.vague) == ("since", "Tuesday", False)


WORDS = (
    "on in at of the a next last this early late Monday Friday and to - , . May march 9 12th 2024 3:30 10.15 am p.m. week weekend days two"
    " few ago later overnight soon end hours night GMT Sun before since"
).split()
PROSE = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


@CALM
@given(st.one_of(st.text(), PROSE), st.one_of(st.none(), st.dates()), st.booleans())
def test_laws(text: str, day: date | None, ahead: bool) -> None:
    end = 0
    for phrase in find_times(text):
        assert end <= phrase.start <= phrase.bare < phrase.end <= len(text)
        end = phrase.end
        days = resolve(phrase, day, ahead=ahead)
        assert days is None or days[0] <= days[1]


@CALM
@given(PROSE, st.integers(0, 10))
def test_a_prefix_moves_phrases(text: str, number: int) -> None:
    prefix = "x; " * number
    plain = [(found.start + len(prefix), found.end + len(prefix)) for found in find_times(text)]
    assert [(found.start, found.end) for found in find_times(prefix + text)] == plain


@pytest.mark.parametrize("piece", ["on the early ", "9-", "Monday, ", "the end of ", "at 9 a.m. "])
def test_growth(piece: str) -> None:
    def work(text: str) -> float:
        start = time.process_time()
        find_times(text)
        return time.process_time() - start

    small = min(work(piece * 500) for _ in range(3))
    assert min(work(piece * 5000) for _ in range(3)) < max(30 * small, 0.3)
