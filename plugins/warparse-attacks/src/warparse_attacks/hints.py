"""What nouns beside a count tell: deaths, tolls, losses, barrages, fates.

Contract: each question looks at a bounded number of tokens beside the count; None where the nouns tell nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse_attacks.record import Measure
from warparse_attacks.vocabulary import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["SENDING", "STRIKES", "by_fate", "by_losses", "by_noun", "by_toll", "by_victims", "by_wounds", "is_said"]

STRIKES: Final = frozenset("attack strike raid assault attacks strikes raids salvo airstrike airstrikes".split())
SENDING: Final = frozenset(("weapon", "craft"))
"""Kinds of what is sent in an attack."""
_DEEDS: Final = {
    **dict.fromkeys("death deaths killing killings murder execution".split(), Measure.KILLED),
    **dict.fromkeys("wounding injury injuries injuring".split(), Measure.INJURED),
    **dict.fromkeys("capture seizure liberation abduction control".split(), Measure.CAPTURED),
    "destruction": Measure.DESTROYED,
    "loss": Measure.CASUALTIES,
}
_LOSSES: Final = {"person": Measure.CASUALTIES, "dead": Measure.KILLED, "hurt": Measure.INJURED}
_LOST: Final = frozenset(("person", "dead", "hurt", "equipment", "craft", "target"))
_FAR: Final = 24
"""Tokens between a toll and its number."""
_LINKS: Final = frozenset("to at is was from of stands above over than reached hit passed".split())
_STRUCK: Final = frozenset("hits hit strikes strike impacts".split())
_WOUNDS: Final = ("wound", "injur", "shrapnel", "burn")
_DEAD: Final = frozenset(("dead", "killed", "victims", "slain"))
_HURT: Final = frozenset(("wounded", "injured", "hurt"))
_LEAVING: Final = frozenset(("leave", "leaves", "left", "leaving"))
_ENDS: Final = frozenset((";", "mark"))


def by_noun(tokens: Sequence[Token], at: int, kind: str) -> Measure | None:
    """Ask the noun and the preposition in front: "the deaths of 3,381 civilians", "a barrage of 20 rockets"."""
    before = list_start(tokens, at) - 1
    while before >= 0 and tokens[before].kind in ("det", "quote", "adv"):
        before -= 1
    if before < 1 or tokens[before].kind != "prep":
        return None
    preposition, noun = tokens[before].low, tokens[before - 1]
    if kind in SENDING:
        return _sent(tokens, before)
    if preposition == "for" and kind == "person" and noun.low.startswith(("search", "look", "hunt")):
        return Measure.MISSING
    hurt = preposition == "to" and noun.low.startswith("injur")
    if (hurt or preposition in ("of", "over")) and noun.low in _DEEDS:
        return _done(_DEEDS[noun.low], kind)
    struck = noun.low in _STRUCK or (noun.count is not None and noun.count.kind == "impact")
    return Measure.HIT if struck and preposition in ("at", "in", "on") and kind in ("target", "place") else None


def _sent(tokens: Sequence[Token], before: int) -> Measure | None:
    """Ask what weapons hang on: "an attack by two drones", "a wave of missiles", "a strike using 30 drones"."""
    preposition, noun = tokens[before].low, tokens[before - 1]
    if preposition == "of":
        told = noun.low in words("pool")
        return Measure.LAUNCHED if told else Measure.DESTROYED if noun.low in ("destruction", "loss") else None
    if preposition == "by":
        return Measure.LAUNCHED if noun.low in STRIKES else None
    attacked = any(token.low in STRIKES for token in tokens[max(0, before - 8) : before])
    return Measure.LAUNCHED if attacked and preposition in ("with", "using", "involving") else None


def _done(measure: Measure, kind: str) -> Measure | None:
    if measure is Measure.CAPTURED and kind not in ("place", "person"):
        return None
    return Measure.DESTROYED if measure is Measure.CASUALTIES and kind != "person" else measure


def by_fate(tokens: Sequence[Token], at: int, kind: str) -> Measure | None:
    """Read "what happened to the remaining 29 drones", "the fate of the remaining six"."""
    before = [token.low for token in tokens[max(0, at - 7) : at]]
    asked = "fate" in before or ("what" in before and "happened" in before)
    return Measure.UNACCOUNTED if asked and kind in SENDING else None


def by_victims(tokens: Sequence[Token], at: int, kind: str) -> Measure | None:
    """Read "among the dead are three nurses", "three nurses among dead"."""
    if kind != "person":
        return None
    first = list_start(tokens, at)
    near = [token.low for token in tokens[max(0, first - 8) : first]]
    if "among" not in near or near[-1] not in ("are", "were", "is", "was"):
        near = [token.low for token in tokens[at + 1 : at + 4]]
    if "among" not in near:
        return None
    told = set(near[near.index("among") :])
    return Measure.KILLED if told & _DEAD else Measure.INJURED if told & _HURT else None


def by_wounds(tokens: Sequence[Token], start: int, kind: str) -> Measure | None:
    """Read what people were treated for: "treated 48 people for gunshot wounds"."""
    hurt = any(token.low.startswith(_WOUNDS) for token in tokens[start : start + 7])
    return Measure.INJURED if hurt and kind in ("person", "") else None


def by_toll(tokens: Sequence[Token], at: int, kind: str) -> Measure | None:
    """Ask a toll: "the death toll rose from seven to eight", "the number of dead has risen to five"."""
    if kind not in ("", "person") or not at or tokens[at - 1].low not in _LINKS:
        return None
    if tokens[at - 1].low == "at" and at > 1 and tokens[at - 2].low in _DEAD | _HURT:
        return Measure.KILLED if tokens[at - 2].low in _DEAD else Measure.INJURED  # "put its dead at 23"
    for number in range(at - 1, max(at - _FAR, -1), -1):
        token = tokens[number]
        if token.kind in _ENDS or (token.count is not None and at - number > 4):
            break
        if token.low in ("toll", "tolls", "number"):
            return _counted(tokens, number, at)
    return None


def _counted(tokens: Sequence[Token], toll: int, at: int) -> Measure | None:
    """Give what a toll or a number counts."""
    near = " ".join(token.low for token in tokens[max(0, toll - 2) : min(toll + 8, at)])
    if "injur" in near or "wounded" in near:
        return Measure.INJURED
    if "missing" in near:
        return Measure.MISSING
    told = any(word in near for word in ("death", "dead", "killed", "fatalit", "victims"))
    return Measure.KILLED if told or tokens[toll].low == "toll" else None


def by_losses(tokens: Sequence[Token], at: int, kind: str) -> Measure | None:
    """Ask losses: "enemy losses amounted to 190 troops, two tanks"."""
    if kind not in _LOST:
        return None
    for number in range(at - 1, max(at - 26, -1), -1):
        if tokens[number].kind in _ENDS:
            break
        if tokens[number].low in ("losses", "loss"):
            return _LOSSES.get(kind, Measure.DESTROYED)
    return None


def is_said(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle is said of a number and no noun: "two were killed and nine wounded", "with six injured".

    It is a noun where it acts or is acted on itself: "93 wounded were flown out", "the 12 injured", "a toll of 14 dead".
    """
    count = tokens[at].count
    if count is None or not count.participle:
        return False
    if at + 1 < len(tokens) and tokens[at + 1].kind in ("be", "aux", "verb"):
        return False
    number = at - 1
    while number >= 0 and tokens[number].kind in ("adv", "quote"):
        number -= 1
    before = tokens[number] if number >= 0 else None
    if before is None or before.kind not in (",", "conj", "prep", "verb", "det", "poss"):
        return count.participle != "dead"  # a headline
    if before.kind in (",", "conj"):
        listed = next((one.count for one in reversed(tokens[:number]) if one.count is not None), None)
        return listed is None or not listed.participle or listed.end == listed.bare
    if before.kind == "verb":
        return before.low in _LEAVING
    return before.low == "with"


def list_start(tokens: Sequence[Token], at: int) -> int:
    """Give the first count of the list that a count stands in."""
    first = at
    while first > 1 and tokens[first - 1].kind in (",", "conj"):
        before = first - 2 - (tokens[first - 2].kind == ",")
        if before < 0 or tokens[before].count is None:
            break
        first = before
    return first
