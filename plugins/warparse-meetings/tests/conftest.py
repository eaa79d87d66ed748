"""What the tables of reports share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import warparse_meetings

import warparse

if TYPE_CHECKING:
    from collections.abc import Callable

REGISTRY = warparse.Registry.of(warparse_meetings)


def _told(report: str, text: str) -> list[str]:
    article = warparse.parse(report + text, registry=REGISTRY, published=date(2025, 2, 26))
    assert not article.problems
    lines = []
    for meeting in article.fields["meetings"]:
        if meeting.start >= len(report):
            where = f" in {meeting.place}" if meeting.place else ""
            when = f", {meeting.when}" if meeting.when else ""
            who = ", ".join(sorted(meeting.participants))
            lines.append(f"{who}: {meeting.format} {meeting.status}{where}{when}")
    return sorted(lines)


@pytest.fixture
def told() -> Callable[[str, str], list[str]]:
    """Give each record behind a report in one line."""
    return _told
