"""Machine-readable times of pages, as published: ISO 8601 in its looser forms, RFC 2822, seconds since 1970.

Contract: total: what is no time is None. A time without a zone stays without one.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

__all__ = ["read_time"]

_LONGEST: Final = 64
_FRACTION: Final = re.compile(r"(\.\d{6})\d+")
_ZONE: Final = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$)|\s*(?:UTC|GMT)$")
_SECONDS: Final = re.compile(r"\d{10}(?:\d{3})?")


def read_time(text: str | None) -> datetime | None:
    """Read a machine-readable time; None where it is none.

    >>> read_time("2025-02-25T12:01:00Z").isoformat(), read_time("soon")
    ('2025-02-25T12:01:00+00:00', None)
    """
    if not text or len(text) > _LONGEST:
        return None
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(text) / (1 if len(text) == len("1700000000") else 1000), UTC)
    told = _ZONE.sub(lambda found: "Z" if found.group().strip() else "", text)
    try:
        return datetime.fromisoformat(_FRACTION.sub(r"\1", told))
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
