"""What each count of a sentence tells, the counts before it known.

Contract: counts are read in order; one that tells nothing of an attack gives nothing. A verb goes before a noun
beside the count, and both before the count that it may be part of.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from warparse_attacks.grammar import Role, governor, is_hypothetical
from warparse_attacks.hints import (
    SENDING,
    STRIKES,
    by_fate,
    by_losses,
    by_noun,
    by_toll,
    by_victims,
    by_wounds,
    is_said,
)
from warparse_attacks.meaning import by_state, by_verb, senses
from warparse_attacks.parts import is_inside, is_part, is_told, is_whole
from warparse_attacks.phrase import Count
from warparse_attacks.predicate import predicate
from warparse_attacks.record import Measure
from warparse_attacks.vocabulary import find_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["Finding", "read_counts"]

_Told = tuple[Measure | None, Role | None]
_NOTHING: Final[_Told] = (None, None)
_OWN: Final = {
    "event": Measure.LAUNCHED,
    "blast": Measure.EXPLOSIONS,
    "dead": Measure.KILLED,
    "hurt": Measure.INJURED,
    "gone": Measure.MISSING,
    "casualty": Measure.CASUALTIES,
    "impact": Measure.HIT,
}
_TOLLS: Final = frozenset(("dead", "hurt", "gone", "casualty"))
_PEOPLE: Final = frozenset((Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.CASUALTIES))
_WARDS: Final = frozenset(("hospital", "hospitals", "intensive", "critical", "serious"))
_HOSPITALS: Final = frozenset(("hospital", "hospitals"))
_CAUGHT: Final = frozenset(("prisoner", "prisoners", "hostage", "captive"))
_FAR: Final = 12
"""Tokens before "19 times" in which what was done so often stands."""
_FIRING: Final = frozenset(("fired", "fires", "firing"))
_RESUMING: Final = frozenset(("remaining", "other", "rest", "further"))


@frozen
class Finding:
    """A count that tells something of an attack."""

    at: int
    """Its token."""
    count: Count
    measure: Measure
    kind: str
    """The kind of what it counts, taken from another count where it has no noun."""
    name: str
    """What it counts."""
    role: Role | None
    """The verb that told; None where none did."""
    parent: Finding | None = None
    """The count that it is part of, or takes its noun from."""


def read_counts(tokens: Sequence[Token], last: Finding | None) -> list[Finding]:
    """Read the counts of a sentence.

    Args:
        tokens: the sentence.
        last: the finding before it in its post.
    """
    found: list[Finding] = []
    for at, token in enumerate(tokens):
        if token.count is not None:
            finding = _Reading(tokens, at, token.count, found, last).read()
            if finding is not None:
                found.append(finding)
    return found


class _Reading:
    """Reads one count."""

    def __init__(
        self, tokens: Sequence[Token], at: int, count: Count, found: list[Finding], last: Finding | None
    ) -> None:
        self.tokens = tokens
        self.at = at
        self.count = count
        self.found = found
        self.parent = found[-1] if found else last
        self.kind = count.kind
        self.name = count.name
        self.lent = ""
        self.whole = is_whole(tokens, at)

    def read(self) -> Finding | None:
        """Give what the count tells; None where nothing."""
        if self.kind == "unit":
            return self._read_times()
        if self._is_age():
            return None
        if self.count.part == "whole":
            self._take_noun_behind()
        borrowed = not self.kind
        if borrowed:
            self._borrow()
        if self.kind in _TOLLS:
            if is_said(self.tokens, self.at):
                self.count.end = self.count.bare
            return self._make(_OWN[self.kind], None, borrowed=False)
        if self.count.toll and self.kind == "person" and self.name:
            return self._make(_OWN[self.count.toll], None, borrowed=False)  # "two dead children"
        for find in (self._by_taking, self._by_governor, self._by_predicate, self._by_list, self._by_nouns):
            measure, role = find()
            if measure is not None:
                return self._make(measure, role, borrowed=borrowed)
        return self._by_parent()

    def _make(self, measure: Measure, role: Role | None, *, borrowed: bool) -> Finding | None:
        told = role is not None and self.tokens[role.verb].kind == "verb"
        if told and role is not None and measure is not Measure.MISSING and is_hypothetical(self.tokens, role.verb):
            return None
        name, kind = self.name, self.kind
        if not name:
            name, kind = self._named(measure)
            if not name:
                return None
        if kind in _TOLLS:
            name, kind = self._sufferer(name), "person"
        return Finding(self.at, self.count, measure, kind, name, role, self.parent if borrowed else None)

    # -- what is counted ------------------------------------------------------------------------

    def _named(self, measure: Measure) -> tuple[str, str]:
        """Give what a count without a noun counts, and its kind; nothing where nobody tells."""
        if measure in _PEOPLE or (measure is Measure.CAPTURED and self.kind != "place"):
            beside = self.parent is None or not self.parent.count.people
            return (self.lent if self.kind == "person" and beside and self.lent else "person"), "person"
        if self.lent:
            return self.lent, self.kind
        if measure is Measure.INTERCEPTED and self.parent is not None and self.parent.kind == "weapon":
            return self.parent.name, "weapon"
        return "", ""

    def _sufferer(self, name: str) -> str:
        """Give who the wounded are by who was killed beside them: "two soldiers were killed and nine wounded"."""
        whole = [finding for finding in self.found if not is_inside(self.tokens, finding.at)]
        before = whole[-1] if whole and self.tokens[self.at - 1].kind in ("conj", ",") else None
        same = before is not None and before.kind == "person" and not before.count.people
        return before.name if before is not None and same else name

    def _borrow(self) -> None:
        """Take the noun of the count before: the nearest that is no smaller, else the last finding's."""
        size = self.count.high or self.count.low or 0
        for token in reversed(self.tokens[: self.at]):
            other = token.count
            if other is not None and other.kind not in ("", "unit", "other") and (other.high or other.low or 0) >= size:
                self.kind, self.lent = other.kind, other.name
                return
        if self.found and is_inside(self.tokens, self.found[-1].at):
            first = next((one for one in reversed(self.found) if not is_inside(self.tokens, one.at)), self.found[-1])
            self.kind, self.lent = first.kind, first.name
        elif self.parent is not None and (self.found or self.count.part or self._resumes()):
            self.kind, self.lent = self.parent.kind, self.parent.name

    def _resumes(self) -> bool:
        """Tell whether a count goes on from the sentence before: "Another 30 were lost", "the remaining six"."""
        near = {token.low for token in self.tokens[max(0, self.at - 3) : self.at]}
        return self.count.more or not self.at or bool(_RESUMING & near)

    def _take_noun_behind(self) -> None:
        for token in self.tokens[self.at + 1 : self.at + 4]:
            if token.count is not None:
                self.kind, self.name = token.count.kind, token.count.name
                return

    def _is_age(self) -> bool:
        """Tell whether a number is an age: "Jane Doe, 34, was killed", "a boy of nine"."""
        if self.count.kind or self.count.part or not self.at:
            return False
        before = self.tokens[self.at - 1]
        person = self.tokens[self.at - 2].count if self.at > 1 else None
        if before.low == "of" and person is not None and person.people:
            return True
        named = self.at > 1 and self.tokens[self.at - 2].kind == "word" and self.tokens[self.at - 2].capital
        return before.kind == "," and self._next().kind in (",", "mark", "conj") and named

    def _next(self) -> Token:
        """Give the token behind, the count's own at the end."""
        return self.tokens[min(self.at + 1, len(self.tokens) - 1)]

    # -- verbs ----------------------------------------------------------------------------------

    def _by_taking(self) -> _Told:
        """Ask a toll, which goes before every verb, and "taken three sailors prisoner"."""
        toll = by_toll(self.tokens, self.at, self.count.kind)
        if toll is not None or self.kind not in ("person", ""):
            return toll, None
        taken = self._next().low in _CAUGHT
        role = predicate(self.tokens, self.at) if self.kind == "person" and not taken else None
        if role is not None and role.role == "passive" and self.tokens[role.verb].low in ("taken", "led"):
            behind = {token.low for token in self.tokens[role.verb + 1 : role.verb + 3]}
            taken = bool(behind & {"away", *_CAUGHT})
        return (Measure.CAPTURED if taken else None), None

    def _by_governor(self) -> _Told:
        """Ask the verb right in front: "shot down 185 drones"."""
        role = governor(self.tokens, self.at)
        if role is None or not role.near:
            return _NOTHING
        measure = by_verb(self.tokens, role, self.kind)
        if measure is None and "treat" in senses(self.tokens[role.verb]):
            measure = by_wounds(self.tokens, self.at + 1, self.kind)
        return measure, role

    def _by_list(self) -> _Told:
        """Ask the verb in front of a list: "launched 131 drones and two missiles"."""
        listed = self.at > 0 and self.tokens[self.at - 1].kind == "conj"
        role = governor(self.tokens, self.at)
        if role is None or role.near or not (self.count.kind or self.count.part or listed):
            return _NOTHING
        following = self._next().kind
        if self.count.people and following in ("verb", "aux", "be"):
            return _NOTHING  # "..., a source told the agency"
        if not self.count.kind and not self.count.part and following == "prep":
            return _NOTHING
        return by_verb(self.tokens, role, self.kind), role

    def _by_predicate(self) -> _Told:
        """Ask what is said behind: "57 of which were shot down"."""
        if self.whole:
            launched = self._next().kind == "verb" and "launch" in senses(self._next())
            return (Measure.LAUNCHED, Role(self.at + 1, "passive", near=True)) if launched else _NOTHING
        role = self._predicate()
        if role is None or self._is_of_another(role):
            return _NOTHING
        verb = self.tokens[role.verb]
        if role.role == "state":
            return by_state(verb.low, self.kind), role
        if role.role == "place":
            behind = {token.low for token in self.tokens[role.verb + 1 : role.verb + 5]}
            hurt = self.kind in ("person", "") and bool(behind & _WARDS)
            return (Measure.INJURED if hurt else None), role
        if self.count.part == "whole" and "launch" in senses(verb):
            return _NOTHING  # "3 of 5 missiles fired by ..."
        return by_verb(self.tokens, role, self.kind) or self._by_phrase(role), role

    def _is_of_another(self, role: Role) -> bool:
        """Tell whether what is said behind is said of a later count: "downed 98 drones, and 21 drones struck"."""
        between = self.tokens[self.at + 1 : role.verb]
        parted = any(one.kind == "," and two.kind == "conj" for one, two in pairwise(between))
        if not parted or not any(token.count is not None for token in between):
            return False
        over = governor(self.tokens, self.at)
        return over is not None and by_verb(self.tokens, over, self.kind) is not None

    def _predicate(self) -> Role | None:
        """Give what is said of a count, over a clause that tells nothing: "one casino used as a post was destroyed"."""
        role = predicate(self.tokens, self.at)
        for _ in range(2):
            if role is None or role.role != "passive" or role.verb + 1 >= len(self.tokens):
                break
            helped = self.tokens[role.verb - 1].kind in ("be", "aux")
            sent = self.count.part == "whole" and "launch" in senses(self.tokens[role.verb])
            if helped or (not sent and by_verb(self.tokens, role, self.kind) is not None):
                return role if helped or "launch" not in senses(self.tokens[role.verb]) else self._fate(role)
            role = predicate(self.tokens, self.at, role.verb + 1) or role
        return role

    def _fate(self, sent: Role) -> Role:
        """Give what became of what was sent: "two missiles fired from the sea were shot down"; else that it was sent."""
        role = predicate(self.tokens, self.at, sent.verb + 1)
        if role is None or by_verb(self.tokens, role, self.kind) is None:
            return sent
        helped = self.tokens[role.verb - 1].kind in ("be", "aux", "adv")
        return role if role.role == "subject" or (role.role == "passive" and helped) else sent

    def _by_phrase(self, role: Role) -> Measure | None:
        """Read verbs that tell with a noun: "lost their lives", "took part", "were treated for wounds"."""
        verb, behind = self.tokens[role.verb], [token.low for token in self.tokens[role.verb + 1 : role.verb + 5]]
        if self.kind == "craft" and verb.low in ("took", "take", "taken") and behind[:1] == ["part"]:
            return Measure.LAUNCHED
        if verb.low in ("came", "come", "comes") and behind[:1] == ["under"] and self.kind in ("place", "target"):
            return Measure.HIT
        if (
            self.kind == "person"
            and role.role == "passive"
            and behind[:1] == ["to"]
            and not _HOSPITALS.isdisjoint(behind)
        ):
            return Measure.INJURED  # "were taken to hospital"
        if self.kind in ("person", "") and "lives" in behind and "lose" in senses(verb):
            return Measure.KILLED
        return by_wounds(self.tokens, role.verb + 1, self.kind) if "treat" in senses(verb) else None

    # -- nouns ----------------------------------------------------------------------------------

    def _by_nouns(self) -> _Told:
        """Ask the nouns beside the count, then its own."""
        for find in (by_fate, by_victims, by_noun):
            measure = find(self.tokens, self.at, self.kind)
            if measure is not None:
                return measure, None
        return by_losses(self.tokens, self.at, self.count.kind) or self._by_kind(), None

    def _by_kind(self) -> Measure | None:
        count = self.count
        if count.toll:
            return _OWN[count.toll]
        if count.part == "whole" or (count.part and count.kind == "event") or (self.whole and count.kind == "event"):
            return None  # "one of the deadliest attacks"
        if count.kind == "weapon" and not any(token.kind in ("verb", "be", "aux") for token in self.tokens):
            told = any(token.kind == ":" or token.low in STRIKES for token in self.tokens[: self.at])
            return Measure.LAUNCHED if told else None  # a heading: "Overnight attack: 126 drones"
        return _OWN.get(count.kind)

    # -- parts ----------------------------------------------------------------------------------

    def _by_parent(self) -> Finding | None:
        """Take what the count before tells: "185 drones, 22 over Bryansk", "five people, including two children"."""
        parent = self.parent
        if self.whole and self.kind in SENDING:
            return Finding(self.at, self.count, Measure.LAUNCHED, self.kind, self.name, None)
        if parent is None:
            return None
        if sort := self._sort():
            return Finding(self.at, self.count, parent.measure, "person", sort, None, parent)
        if not self.found and self.count.part not in ("them", "of"):
            return None
        if not is_part(self.tokens, self.at, parent.kind) or is_told(self.tokens, self.at):
            return None
        role = parent.role if self.found else None
        return Finding(self.at, self.count, parent.measure, self.kind, self.name or parent.name, role, parent)

    def _sort(self) -> str:
        """Give who some of those counted before were: "Two were children"; empty where nobody tells."""
        known = self.parent is not None and self.parent.measure in _PEOPLE
        if not known or self.at or self.count.kind or len(self.tokens) < 3 or self.tokens[1].kind != "be":
            return ""
        noun = find_noun(self.tokens[2].low)
        return noun.name if noun is not None and noun.kind == "person" else ""

    def _read_times(self) -> Finding | None:
        """Read "attacked 19 times" as so many attacks."""
        if self.name != "times":
            return None
        for number in range(max(0, self.at - _FAR), min(len(self.tokens), self.at + 5)):
            token = self.tokens[number]
            under = number > 0 and self.tokens[number - 1].low == "under"  # "came under attack 31 times"
            fired = token.low in _FIRING and number == self.at - 1  # "fired 133 times"
            if ("attack" in senses(token) or fired) and (token.kind == "verb" or under):
                role = Role(number, "subject", near=False)
                return Finding(self.at, self.count, Measure.LAUNCHED, "event", "attack", role)
        return None
