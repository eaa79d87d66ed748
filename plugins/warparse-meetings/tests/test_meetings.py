"""Meetings: days, and what holds of every record. What is read in which text stands in `fixtures/`."""

from __future__ import annotations

from datetime import date

import warparse_meetings
from hypothesis import given, settings
from hypothesis import strategies as st
from warparse_meetings import Meeting

import warparse
from warparse.extract import Registry

REGISTRY = Registry.of(warparse_meetings)
HEAD = "Norway’s foreign minister, Ada Lind, wrote a letter.\n\n"


def read(text: str, published: date | None = None) -> tuple[Meeting, ...]:
    article = warparse.parse(text, registry=REGISTRY, published=published)
    assert not article.problems
    return article.fields["meetings"]


def test_days_are_resolved_where_the_day_of_the_text_is_known() -> None:
    text = HEAD + "Ada Lind will fly to Kyiv on Friday, her office said."
    (visit,) = read(text, date(2025, 2, 26))
    assert (visit.when, visit.date_start, visit.date_end) == ("on Friday", date(2025, 2, 28), date(2025, 2, 28))
    (visit,) = read(text)
    assert (visit.when, visit.date_start, visit.date_end) == ("on Friday", None, None)


WORDS = (
    "Ada Lind|Piotr Zielak|Norway|Moscow|Kyiv|the|EU|ministers|met|will|meet|with|talks|between|and|,|.|“|”|to|visit|"
    "flew|in|Oslo|on Friday|his|they|summit|call|by phone|was|received|cancelled|no|plans|for|who|that|said|of|a"
).split("|")
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


@settings(deadline=None, derandomize=True)
@given(PROSE)
def test_a_record_tells_who_meets_and_when_in_words_of_the_text(text: str) -> None:
    for meeting in read(text, date(2025, 2, 26)):
        assert meeting.participants
        assert len(set(meeting.participants)) == len(meeting.participants)
        assert meeting.when is None or meeting.when in " ".join(text.split())
        assert (meeting.date_start is None) == (meeting.date_end is None)
        assert meeting.date_start is None or meeting.date_end is None or meeting.date_start <= meeting.date_end
