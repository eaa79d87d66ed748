"""What the plugin gives: one record for each mention of an encounter.

Contract: frozen values; the names and words of the enumerations are part of the interchange format.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

__all__ = ["Format", "Meeting", "Status"]


class Format(StrEnum):
    """How they meet."""

    MEETING = "meeting"
    TALKS = "talks"
    """Talks, negotiations, discussions."""
    SUMMIT = "summit"
    VISIT = "visit"
    CALL = "call"
    """By telephone or video."""


class Status(StrEnum):
    """Whether they meet."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    """Only suggested, requested or possible."""
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"
    """Somebody says that there was or will be none."""


@frozen
class Meeting:
    """A mention in a sentence of an encounter between representatives of states, organisations or armed parties."""

    start: int
    """First code point of the words that say that they meet."""
    end: int
    """One past their last code point."""
    participants: tuple[str, ...]
    """Who meets: people by the fullest names that the article knows, else countries and organisations. Of a visit
    the visitor and the host."""
    format: Format
    status: Status
    place: str | None
    """City, building or country as the sentence tells it; None where it tells none."""
    when: str | None
    """The words of the sentence that tell when ("on Friday"); None where none do."""
    date_start: date | None
    """The first day that they mean, reckoned from the day of the article or post; None where that is not known or
    the words are vague."""
    date_end: date | None
    """The last day that they mean."""
