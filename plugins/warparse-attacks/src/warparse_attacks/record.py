"""The record: one number that tells the size or the outcome of an attack.

Contract: plain frozen values.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from attrs import frozen

__all__ = ["Attack", "Measure"]


class Measure(Enum):
    """What a number tells."""

    LAUNCHED = "launched"
    """Weapons or attacks sent."""
    INTERCEPTED = "intercepted"
    """Weapons shot down, destroyed or suppressed by a defence."""
    LOST = "lost"
    """Weapons jammed, lost from radar, or short of their target."""
    UNACCOUNTED = "unaccounted"
    """Weapons whose fate is not told."""
    HIT = "hit"
    """Places struck, or weapons that struck."""
    KILLED = "killed"
    """People who died."""
    INJURED = "injured"
    """People who were hurt."""
    MISSING = "missing"
    """People who are missing or trapped."""
    CAPTURED = "captured"
    """Settlements or people taken."""
    DESTROYED = "destroyed"
    """Buildings or equipment destroyed."""
    CASUALTIES = "casualties"
    """Killed and injured told as one number."""
    EXPLOSIONS = "explosions"
    """Explosions heard or recorded."""


@frozen
class Attack:
    """One number that tells the size or the outcome of an attack or of fighting."""

    start: int
    """Where the number starts in the input, in code points."""
    end: int
    """Where its noun ends there; the number's end where it has none."""
    measure: Measure
    """What it tells."""
    count_min: int | None
    """The least it may be; None where that is open ("up to 20")."""
    count_max: int | None
    """The most it may be; None where that is open ("at least 55")."""
    qualifier: str | None
    """The words that bound it, in lower case; None where none do."""
    object: str
    """What is counted, singular and in lower case: "drone", "person"."""
    attacker: str | None
    """The side that attacked, as a country or a group; None where the text does not tell."""
    location: str | None
    """The most exact place that the text gives for it; None where it gives none."""
    source: str | None
    """Who claims the number; None where the writer states it."""
    when: str | None
    """The words that tell when; None where none do."""
    date_start: date | None
    """The first day that these words mean; None where the day of the text is not known, or they mean none."""
    date_end: date | None
    """The last of these days."""
