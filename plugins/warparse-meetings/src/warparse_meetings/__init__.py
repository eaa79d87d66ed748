"""Diplomatic meetings in war news: who meets whom, where, when, and whether it took place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warparse import hookimpl
from warparse.extract import Extractor
from warparse_meetings.model import Format, Meeting, Status
from warparse_meetings.reading import find_meetings
from warparse_meetings.words import triggers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Format", "Meeting", "Status", "warparse_extractors"]
__version__ = "0.1.0"


@hookimpl
def warparse_extractors() -> Sequence[Extractor[Any]]:
    """Give the extractor of meetings."""
    return [
        Extractor(
            "meetings",
            Meeting,
            triggers(),
            find_meetings,
            "Encounters of states, organisations and armed parties: meetings, talks, summits, visits, calls.",
        )
    ]
