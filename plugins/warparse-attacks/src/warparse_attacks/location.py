"""Where an attack was: the place of a sentence that a count hangs on.

Contract: the most exact place beside a count goes before a wider one; a place that belongs to who tells is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse_attacks.record import Measure
from warparse_attacks.vocabulary import state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.places import Place
    from warparse_attacks.scan import Token
    from warparse_attacks.tell import Finding

__all__ = ["ROAMING", "SKY", "find_location", "holding_place"]

SKY: Final = frozenset((Measure.INTERCEPTED, Measure.LOST, Measure.UNACCOUNTED))
"""What becomes of weapons in the air."""
ROAMING: Final = frozenset(
    (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.HIT, Measure.EXPLOSIONS, Measure.DESTROYED)
)
"""Measures whose place may be told by a sentence before."""
_ABOVE: Final = frozenset(("over", "in", "near", "above", "off", "across", "around", "at", "outside"))
_AIMED: Final = frozenset(("at", "on", "against", "in", "toward", "towards", "into", "", "over", "near", "across"))
_WHERE: Final = (
    _ABOVE | _AIMED | frozenset(("inside", "along", "of", "throughout", "within", "between", "beside"))
) - frozenset(("against", "toward", "towards"))
_SAYING: Final = frozenset("said says say reported claimed told wrote added stated reports claims".split())
_CLOSED: Final = frozenset((";", ":", "dash"))
_CLAUSE: Final = frozenset(("verb", "aux", "be", "sub", "rel", ";", ":", "mark"))


def find_location(tokens: Sequence[Token], places: Sequence[Place], finding: Finding) -> tuple[str | None, bool]:
    """Find the place of a count in its sentence.

    Returns:
        The place, or None; and whether a sentence before may still tell it.
    """
    measure = finding.measure
    allowed = _ABOVE if measure in SKY else _AIMED if measure is Measure.LAUNCHED else _WHERE
    free = [place for place in places if place.preposition in allowed and not (place.claimed or place.within)]
    after = _next_count(tokens, finding.at)
    own_end = _clause_end(tokens, finding) if measure is Measure.LAUNCHED else after
    own = next((place for place in free if finding.at < place.at < own_end), None)
    if own is not None:
        return _name(own), False
    if measure in SKY:
        return _above(tokens, free, finding), False
    if finding.parent is not None and not finding.count.part and finding.role is None:
        return None, measure in ROAMING
    found = _elsewhere(tokens, free, finding, after)
    return (_name(found), False) if found is not None else (None, measure in ROAMING)


def _name(place: Place) -> str | None:
    return None if place.listed else place.name


def _elsewhere(tokens: Sequence[Token], free: list[Place], finding: Finding, after: int) -> Place | None:
    """Give the place before a count that is struck, else one behind the next counts, else any before it."""
    before = [place for place in free if place.at < finding.at]
    if before and before[-1].preposition in ("", "on", "in", "at", "near"):
        return before[-1]
    if finding.measure is not Measure.LAUNCHED:
        ends = (at for at in range(finding.at, len(tokens)) if tokens[at].kind in _CLOSED)
        stop = next(ends, len(tokens))
        later = next((place for place in free if after <= place.at < stop), None)
        if later is not None:
            return later
    return before[0] if before else None


def _above(tokens: Sequence[Token], free: list[Place], finding: Finding) -> str | None:
    """Give where a defence stood: "air defences near Isfahan shot down two drones"."""
    said = max((number for number in range(finding.at) if tokens[number].low in _SAYING), default=-1)
    first = next(at for at, token in enumerate(tokens) if token.count is not None)
    before = [place for place in free if said < place.at < first and place.preposition in ("over", "near", "in")]
    return before[-1].name if before and (before[-1].at < 2 or not finding.count.part) else None


def _clause_end(tokens: Sequence[Token], finding: Finding) -> int:
    """Give where the words behind a weapon's count end that can tell what it was aimed at."""
    start = max(finding.at, finding.role.verb if finding.role is not None else 0) + 1
    return next((at for at in range(start, len(tokens)) if tokens[at].kind in _CLAUSE), len(tokens))


def _next_count(tokens: Sequence[Token], at: int) -> int:
    return next((number for number in range(at + 1, len(tokens)) if tokens[number].count is not None), len(tokens))


def holding_place(places: Sequence[Place], first: int) -> str | None:
    """Give the place that holds for the sentences behind: no state, which is too wide for that.

    Args:
        places: those of a sentence.
        first: its first count that tells something; a place behind it goes before one in front.
    """
    placed = [
        place
        for place in places
        if place.preposition in _WHERE
        and not (place.claimed or place.within or place.listed)
        and state_of(place.name) is None
    ]
    behind = next((place.name for place in placed if place.at > first), None)
    return behind or (placed[0].name if placed else None)
