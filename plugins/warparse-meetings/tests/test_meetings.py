"""Meetings: examples with near-misses beside them, and laws."""

from __future__ import annotations

import time
from datetime import date

import pytest
import warparse_meetings
from hypothesis import given, settings
from hypothesis import strategies as st
from warparse_meetings import Format, Meeting, Status

import warparse
from warparse.extract import Registry

REGISTRY = Registry.of(warparse_meetings)
DAY = date(2025, 2, 26)
CALM = settings(deadline=None, derandomize=True)
HEAD = (
    "Harbour talks go on in the north\n\n"
    "Norway’s foreign minister, Ada Lind, and her Polish counterpart, Piotr Zielak, wrote a letter.\n\n"
)
"""What the examples stand behind, so that the article knows the two."""


def read(text: str) -> tuple[Meeting, ...]:
    article = warparse.parse(text, registry=REGISTRY, published=DAY)
    assert not article.problems
    return article.fields["meetings"]


def told(text: str) -> list[str]:
    """Give each record behind the head in one line: participants, format, status, place and time."""
    lines = []
    for meeting in read(HEAD + text):
        if meeting.start >= len(HEAD):
            where = f" in {meeting.place}" if meeting.place else ""
            when = f", {meeting.when}" if meeting.when else ""
            lines.append(f"{', '.join(meeting.participants)}: {meeting.format} {meeting.status}{where}{when}")
    return lines


# text: what is read, a line for each record
EXAMPLES: dict[str, list[str]] = {
    "Ada Lind met Piotr Zielak in Oslo on Tuesday.": ["Ada Lind, Piotr Zielak: meeting held in Oslo, on Tuesday"],
    "Ada Lind and Piotr Zielak met in Oslo.": ["Ada Lind, Piotr Zielak: meeting held in Oslo"],
    "Ada Lind will meet Piotr Zielak next week.": ["Ada Lind, Piotr Zielak: meeting planned, next week"],
    "Ada Lind might meet Piotr Zielak soon.": ["Ada Lind, Piotr Zielak: meeting proposed, soon"],
    "Ada Lind is expected to meet Russian officials in Geneva on Friday.": [
        "Ada Lind, Russia: meeting planned in Geneva, on Friday"
    ],
    "Ada Lind has no plans to meet Russian officials.": ["Ada Lind, Russia: meeting denied"],
    "Ada Lind refused to meet the Belarusian ambassador.": ["Ada Lind, Belarus: meeting denied"],
    "Ada Lind denied that she had met the Belarusian ambassador in Vilnius.": [
        "Ada Lind, Belarus: meeting denied in Vilnius"
    ],
    "Ada Lind is meeting Piotr Zielak in Warsaw.": ["Ada Lind, Piotr Zielak: meeting ongoing in Warsaw"],
    "Ada Lind is to meet Piotr Zielak in Warsaw tomorrow.": [
        "Ada Lind, Piotr Zielak: meeting planned in Warsaw, tomorrow"
    ],
    "Ada Lind hopes to visit Kyiv in the coming days.": [
        "Ada Lind, Ukraine: visit proposed in Kyiv, in the coming days"
    ],
    "Ada Lind visited Kyiv on Monday.": ["Ada Lind, Ukraine: visit held in Kyiv, on Monday"],
    "Ada Lind arrived in Kyiv by train.": ["Ada Lind, Ukraine: visit held in Kyiv"],
    "Ada Lind was in Berlin on Sunday.": ["Ada Lind, Germany: visit held in Berlin, on Sunday"],
    "Ada Lind will travel to Ankara for talks with Turkish officials.": ["Ada Lind, Turkey: talks planned in Ankara"],
    "Ada Lind flew to Warsaw to see Piotr Zielak.": ["Ada Lind, Piotr Zielak: visit held in Warsaw"],
    "Ada Lind called off a trip to Tallinn.": ["Ada Lind, Estonia: visit cancelled in Tallinn"],
    "Ada Lind spoke to Piotr Zielak by phone on Monday night.": ["Ada Lind, Piotr Zielak: call held, on Monday night"],
    "Ada Lind telephoned the Finnish president overnight.": ["Ada Lind, Finland: call held, overnight"],
    "Ada Lind was received by Piotr Zielak in Warsaw.": ["Ada Lind, Piotr Zielak: meeting held in Warsaw"],
    "Ada Lind received a Ukrainian delegation in Oslo.": ["Ada Lind, Ukraine: meeting held in Oslo"],
    "Ada Lind invited Piotr Zielak to a summit in Bergen.": ["Ada Lind, Piotr Zielak: summit proposed in Bergen"],
    "In Oslo, Ada Lind asked for a meeting with the Chinese ambassador.": ["China, Ada Lind: meeting proposed in Oslo"],
    "After talks with Piotr Zielak, Ada Lind said the road was open.": ["Piotr Zielak, Ada Lind: talks held"],
    "Ada Lind’s visit to Warsaw has been put off.": ["Ada Lind, Poland: visit postponed in Warsaw"],
    "Ada Lind and Piotr Zielak sat down for three hours in Oslo.": ["Ada Lind, Piotr Zielak: talks held in Oslo"],
    "The foreign ministers of Sweden and Finland met in Stockholm on 12 February.": [
        "Sweden, Finland: meeting held in Stockholm, on 12 February"
    ],
    "Officials from Egypt, Qatar and Turkey held talks in Cairo last week.": [
        "Egypt, Qatar, Turkey: talks held in Cairo, last week"
    ],
    "Warsaw and Minsk have opened discussions on grain.": ["Poland, Belarus: talks ongoing"],
    "Talks between Moscow and Washington are under way.": ["Russia, US: talks ongoing"],
    "The Poland-Belarus talks in Vienna ended without a deal.": ["Poland, Belarus: talks held in Vienna"],
    "A planned summit between Poland and Ukraine was cancelled.": ["Poland, Ukraine: summit cancelled"],
    "A meeting of Swedish and Finnish officials is due to take place in Turku on Thursday.": [
        "Sweden, Finland: meeting planned in Turku, on Thursday"
    ],
    "Kenya offered to host talks between Sudan and Ethiopia in Nairobi.": [
        "Sudan, Ethiopia: talks proposed in Nairobi"
    ],
    "EU foreign ministers will meet in Brussels on Monday.": [
        "EU foreign ministers: meeting planned in Brussels, on Monday"
    ],
    "The UN security council met in New York.": ["UN security council: meeting held in New York"],
    "No talks have been held with China, Norway said.": ["China, Norway: talks denied"],
    "Norway said there were no plans for a call between Stockholm and Minsk.": ["Sweden, Belarus: call denied"],
    "India and Pakistan agreed to hold a second round of talks in Muscat in March.": [
        "India, Pakistan: talks planned in Muscat, in March"
    ],
    "Syria and Iraq have been talking through Qatari officials in Doha since Tuesday.": [
        "Syria, Iraq: talks ongoing in Doha, since Tuesday"
    ],
    "Norway has summoned the Russian ambassador.": ["Norway, Russia: meeting held"],
    "Ada Lind met Piotr Zielak. The talks in Oslo lasted three hours.": [
        "Ada Lind, Piotr Zielak: meeting held",
        "Ada Lind, Piotr Zielak: talks held in Oslo",
    ],
    "The prime ministers of Sweden and Latvia will speak by video link today.": ["Sweden, Latvia: call planned, today"],
    "Ada Lind said she would be meeting Piotr Zielak on Friday.": [
        "Ada Lind, Piotr Zielak: meeting planned, on Friday"
    ],
    "Lind’s visit to Kyiv comes a day after her talks with Zielak in Warsaw.": [
        "Ada Lind, Ukraine: visit held in Kyiv",
        "Ada Lind, Piotr Zielak: talks held in Warsaw",
    ],
    "Ada Lind, who met Zielak in Warsaw on Monday, said the port was open.": [
        "Ada Lind, Piotr Zielak: meeting held in Warsaw, on Monday"
    ],
    "Ada Lind did not rule out a meeting with Russian officials.": ["Russia, Ada Lind: meeting proposed"],
    "Ada Lind will travel to Beirut on Monday and to Amman on Tuesday.": [
        "Ada Lind, Lebanon: visit planned in Beirut, on Monday",
        "Ada Lind, Jordan: visit planned in Amman, on Tuesday",
    ],
    "“We spoke with the Danish minister today,” Ada Lind said.": ["Norway, Denmark: call held, today"],
    "The talks, which had been planned for Thursday, were called off. Poland and Ukraine will meet next month.": [
        "Poland, Ukraine: meeting planned, next month"
    ],
}

# no encounter between states, organisations or armed parties
NOTHING = [
    "The prime minister met his cabinet on Monday.",
    "Ada Lind met the deadline set by the court.",
    "Factories cannot meet demand.",
    "Ada Lind met soldiers near the border.",
    "Ada Lind visited Bergen and Tromsø.",
    "Readers can visit the website.",
    "Ada Lind told a press conference in Oslo that the road was open.",
    "Ada Lind spoke to reporters in Brussels.",
    "Ada Lind gave an interview to the BBC.",
    "Ada Lind called for an end to the war.",
    "Ada Lind called Piotr Zielak a poet.",
    "Parliament will meet on Tuesday to vote on the budget.",
    "Rescuers met relatives of the victims.",
    "The army is in talks to buy drones from a company.",
    "The two rivers meet at the bridge.",
    "Russian troops entered the town and headed to the bridge.",
    "The drones flew to Moscow.",
    "Refugees travelled to Poland.",
    "A journalist, Jane Doe, visited Kyiv in 2022.",
    "Ada Lind addressed a rally in Oslo.",
    "Norway welcomed the decision.",
    "The United Nations called for talks to be taken seriously.",
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_example(text: str) -> None:
    assert told(text) == EXAMPLES[text]


@pytest.mark.parametrize("text", NOTHING)
def test_near_miss(text: str) -> None:
    assert told(text) == []


def test_bare_back_reference_is_none() -> None:
    assert told("Ada Lind met Piotr Zielak. They said little during the talks.") == [
        "Ada Lind, Piotr Zielak: meeting held",
    ]


def test_span_and_days() -> None:
    text = HEAD + "Ada Lind will fly to Kyiv on Friday, her office said."
    (visit,) = read(text)
    assert text[visit.start : visit.end] == "will fly to Kyiv on Friday"
    assert (visit.format, visit.status) == (Format.VISIT, Status.PLANNED)
    assert visit.date_start == visit.date_end == date(2025, 2, 28)


def test_days_are_none_without_a_day() -> None:
    article = warparse.parse(HEAD + "Ada Lind met Piotr Zielak on Friday.", registry=REGISTRY)
    (met,) = article.fields["meetings"]
    assert (met.when, met.date_start, met.date_end) == ("on Friday", None, None)


# -- laws -------------------------------------------------------------------------------------

WORDS = (
    "Ada Lind|Piotr Zielak|Norway|Moscow|Kyiv|the|EU|ministers|met|will|meet|with|talks|between|and|,|.|“|”|to|visit|"
    "flew|in|Oslo|on Friday|his|they|summit|call|by phone|was|received|cancelled|no|plans|for|who|that|said|of|a"
).split("|")
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@CALM
@given(st.one_of(st.text(), PROSE))
def test_never_raises_and_is_grounded(text: str) -> None:
    for meeting in read(text):
        assert 0 <= meeting.start < meeting.end <= len(text)
        assert meeting.participants
        assert len(set(meeting.participants)) == len(meeting.participants)
        assert meeting.when is None or meeting.when in " ".join(text.split())
        assert (meeting.date_start is None) == (meeting.date_end is None)
        assert meeting.date_start is None or meeting.date_end is None or meeting.date_start <= meeting.date_end


@CALM
@given(PROSE)
def test_is_deterministic(text: str) -> None:
    assert read(text) == read(text)


@CALM
@given(st.sampled_from(sorted(EXAMPLES)), st.sampled_from(["", "A harbour.\n\n", "  \n", "• "]))
def test_moves_with_a_prefix(text: str, prefix: str) -> None:
    plain, moved = read(HEAD + text), read(prefix + HEAD + text)
    assert [(m.start + len(prefix), m.participants, m.status) for m in plain] == [
        (m.start, m.participants, m.status) for m in moved
    ]


def work(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["Ada Lind met Piotr Zielak, ", "talks with Norway and ", "talks of talks to ", "he met "]
)
def test_grows_with_the_text(piece: str) -> None:
    small, large = piece * 300, piece * 3000
    work(small)
    least = min(work(small) for _ in range(3))
    assert min(work(large) for _ in range(3)) < max(40 * least, 0.5)
