"""What a number tells: its verb's sense and its noun's kind together.

Contract: a table of which sense means what for which kind; what the table does not hold tells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse_attacks.record import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.grammar import Role
    from warparse_attacks.scan import Token

__all__ = ["by_state", "by_verb", "senses"]

_SENT: Final = frozenset(("weapon", "craft", "event"))
_WEAPONS: Final = frozenset(("weapon", "craft"))
_THINGS: Final = frozenset(("target", "equipment", "craft", "place", "other"))
_BUILT: Final = frozenset(("target", "equipment", "place"))
_FATES: Final = {
    "dead": Measure.KILLED,
    "hurt": Measure.INJURED,
    "missing": Measure.MISSING,
    "unaccounted": Measure.MISSING,
    "under": Measure.MISSING,
    "beneath": Measure.MISSING,
    "prisoner": Measure.CAPTURED,
    "hostage": Measure.CAPTURED,
    "captive": Measure.CAPTURED,
}
_TOUCHING: Final = frozenset(("damage", "damaged", "damages", "damaging"))
_PLAIN: Final = frozenset(("kill", "kills", "injure", "hurt", "hurts", "wound"))
"""Forms that act on many things: "kill 200 jobs"."""
_LOSING: Final = frozenset(("lose", "loses", "lost", "losing"))
_PEOPLE: Final = {
    "kill": Measure.KILLED,
    "injure": Measure.INJURED,
    "trap": Measure.MISSING,
}


def senses(token: Token) -> tuple[str, ...]:
    """Give what a verb may tell; nothing of other words."""
    verb = token.options.get("")
    return verb.senses if verb is not None else ()


def by_state(word: str, kind: str) -> Measure | None:
    """Give what a state tells of some people, or of weapons: "13 are missing"."""
    found = _FATES.get(word)
    if found is None:
        return None
    if kind in _WEAPONS:
        return Measure.UNACCOUNTED if found is Measure.MISSING and word in ("unaccounted", "missing") else None
    return found if kind in ("person", "", "dead", "hurt", "gone") else None


def by_verb(tokens: Sequence[Token], role: Role, kind: str) -> Measure | None:
    """Give what a verb tells of a count of some kind; None where nothing that counts."""
    verb = tokens[role.verb]
    for sense in senses(verb):
        found = _by_sense(sense, role, kind, verb.low)
        if found is Measure.KILLED and sense == "kill" and _are_both(tokens, role):
            return Measure.CASUALTIES
        if found is Measure.LOST and role.role == "object" and _is_alternative(tokens, role.verb):
            return Measure.INTERCEPTED
        if found is not None:
            return found
    return None


def _is_alternative(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb is joined to one of stopping, which a number then tells of both: "shot down or jammed 71"."""
    return verb > 1 and tokens[verb - 1].kind == "conj" and "intercept" in senses(tokens[verb - 2])


def _are_both(tokens: Sequence[Token], role: Role) -> bool:
    """Tell whether killed and injured are one number: "1,610 invaders killed and wounded"."""
    behind = [token.low for token in tokens[role.verb + 1 : role.verb + 3]]
    joined = behind[:1] in (["and"], ["or"]) and behind[1:] in (["wounded"], ["injured"])
    return joined and role.role == "passive"


def _by_sense(sense: str, role: Role, kind: str, word: str) -> Measure | None:
    if role.negative:
        missed = sense in ("hit", "fall") and role.role == "subject" and kind in _WEAPONS
        return Measure.LOST if missed else None
    if role.role == "with":
        return Measure.LAUNCHED if sense in ("attack", "hit") and kind in _WEAPONS else None
    if role.role == "by":
        return Measure.HIT if sense in ("hit", "attack") and kind in _WEAPONS else None
    if role.role == "at":
        struck = kind == "target" or (sense == "launch" and kind == "place")
        return Measure.HIT if struck and sense in ("fall", "hit", "launch") else None
    acted = role.role in ("object", "passive")
    return _acted_on(sense, role, kind, word) if acted else _acting(sense, kind)


def _acted_on(sense: str, role: Role, kind: str, word: str) -> Measure | None:
    """Give what is done to a count."""
    if sense in _PEOPLE or sense == "take":
        return _suffered(sense, kind, word)
    if sense == "launch":
        return Measure.LAUNCHED if kind in _SENT else None
    if sense == "intercept":
        return _stopped(kind, word)
    if sense == "lose":
        return _lost(role, kind, word)
    if sense == "destroy":
        return _destroyed(kind, word)
    if sense in ("hit", "attack"):
        return Measure.HIT if kind in _BUILT or kind == "craft" or (kind == "other" and word in _TOUCHING) else None
    return None


def _suffered(sense: str, kind: str, word: str) -> Measure | None:
    """Give what is done to people, and to places that are taken."""
    if sense == "take":
        plain = word.startswith(("tak", "took"))
        return Measure.CAPTURED if kind == "place" or (kind == "person" and not plain) else None
    if kind == "other":
        return None if sense == "trap" or word in _PLAIN else _PEOPLE[sense]
    return _PEOPLE[sense] if kind in ("person", "", "dead") else None


def _destroyed(kind: str, word: str) -> Measure | None:
    if kind == "weapon":
        return Measure.INTERCEPTED if word.startswith("destr") else None
    if kind == "person":
        return Measure.KILLED if word.startswith(("destr", "oblit")) else None
    return Measure.DESTROYED if kind in _THINGS else None


def _stopped(kind: str, word: str) -> Measure | None:
    if kind in _WEAPONS or kind == "":
        return Measure.INTERCEPTED if not word.startswith("stop") or kind == "weapon" else None
    if kind == "event":
        return Measure.LAUNCHED
    if kind == "equipment" or (kind == "target" and word.startswith(("neutr", "elim", "supp", "knock"))):
        return Measure.DESTROYED
    return Measure.CASUALTIES if kind == "person" and word.startswith(("neutr", "elim")) else None


def _lost(role: Role, kind: str, word: str) -> Measure | None:
    if role.role == "passive" and kind == "place":
        return Measure.CAPTURED
    if role.role == "passive":
        return Measure.LOST if kind in ("weapon", "") else None
    if kind == "person":
        return Measure.CASUALTIES
    listed = kind == "weapon" and not role.near and word in _LOSING  # "lost 12 tanks, 325 helicopters, 8,600 drones"
    if kind == "weapon" and word not in _LOSING:
        return Measure.LOST  # "jammed 45 drones"
    return Measure.DESTROYED if listed or kind in ("equipment", "craft", "target") else None


def _acting(sense: str, kind: str) -> Measure | None:
    """Give what a count does."""
    if sense == "die":
        return Measure.KILLED if kind in ("person", "") else None
    if kind in ("weapon", "craft"):
        if sense == "enter":
            return Measure.LAUNCHED if kind == "weapon" else None
        if sense in ("hit", "attack", "fall", "kill", "injure", "destroy"):
            return Measure.HIT if kind == "weapon" else None
        if sense == "lose":
            return Measure.LOST
    if sense == "destroy":
        return Measure.DESTROYED if kind in ("target", "equipment") else None
    return None
