"""What each count of a sentence tells, the counts before it known.

Contract: counts are read in order; one that tells nothing of an attack gives nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define

from warparse_attacks.grammar import Role, governor, is_hypothetical, predicate
from warparse_attacks.meaning import by_state, by_verb
from warparse_attacks.record import Measure
from warparse_attacks.vocabulary import find_noun, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.phrase import Count
    from warparse_attacks.scan import Token

__all__ = ["Finding", "read_counts"]

_OWN: Final = {
    "event": Measure.LAUNCHED,
    "blast": Measure.EXPLOSIONS,
    "dead": Measure.KILLED,
    "hurt": Measure.INJURED,
    "gone": Measure.MISSING,
    "casualty": Measure.CASUALTIES,
    "impact": Measure.HIT,
}
_DEEDS: Final = {
    "death": Measure.KILLED,
    "deaths": Measure.KILLED,
    "killing": Measure.KILLED,
    "killings": Measure.KILLED,
    "murder": Measure.KILLED,
    "execution": Measure.KILLED,
    "wounding": Measure.INJURED,
    "injury": Measure.INJURED,
    "injuring": Measure.INJURED,
    "capture": Measure.CAPTURED,
    "seizure": Measure.CAPTURED,
    "liberation": Measure.CAPTURED,
    "abduction": Measure.CAPTURED,
    "control": Measure.CAPTURED,
    "destruction": Measure.DESTROYED,
    "loss": Measure.CASUALTIES,
}
_PEOPLE: Final = frozenset((Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.CASUALTIES))
_LINKS: Final = frozenset(
    ("to", "at", "is", "was", "from", "of", "stands", "above", "over", "than", "reached", "hit", "passed")
)
_STRIKES: Final = frozenset("attack strike raid assault attacks strikes raids salvo airstrike airstrikes".split())
_SENDING: Final = frozenset(("weapon", "craft"))
_INSIDE: Final = frozenset(("including", "among", "include", "includes", "included"))


@define
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
        if token.count is None:
            continue
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
        self.whole = self._is_whole()

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
        for find in (
            self._by_taking,
            self._by_toll,
            self._by_governor,
            self._by_predicate,
            self._by_list,
            self._by_noun,
            self._by_losses,
            self._by_kind,
        ):
            measure, role = find()
            if measure is not None:
                return self._make(measure, role, borrowed=borrowed)
        return self._by_parent()

    def _borrow(self) -> None:
        """Take the noun of the count before: the nearest that is no smaller, else the last finding's."""
        size = self.count.high or self.count.low or 0
        for token in reversed(self.tokens[: self.at]):
            other = token.count
            if other is not None and other.kind not in ("", "unit", "other") and (other.high or other.low or 0) >= size:
                self.kind, self.lent = other.kind, other.name
                return
        if self.parent is not None and (self.found or self.count.part or self._continues()):
            self.kind, self.lent = self.parent.kind, self.parent.name

    def _continues(self) -> bool:
        """Tell whether a count goes on from the sentence before: "Another 30 were lost", "the remaining six"."""
        words_ = {token.low for token in self.tokens[max(0, self.at - 3) : self.at]}
        return self.count.more or not self.at or bool({"remaining", "other", "rest", "further"} & words_)

    def _make(self, measure: Measure, role: Role | None, *, borrowed: bool) -> Finding | None:
        if role is not None and self.tokens[role.verb].kind == "verb" and is_hypothetical(self.tokens, role.verb):
            if measure is not Measure.MISSING:
                return None
        name, kind = self.name, self.kind
        if not name:
            if measure in _PEOPLE or (measure is Measure.CAPTURED and kind != "place"):
                name, kind = (self.lent if self.kind == "person" and self._is_beside() else "person"), "person"
            elif self.lent:
                name = self.lent
            elif measure is Measure.INTERCEPTED and self.parent is not None and self.parent.kind == "weapon":
                name, kind = self.parent.name, "weapon"
            else:
                return None
        kind = "person" if kind in ("dead", "hurt", "gone", "casualty") else kind
        return Finding(self.at, self.count, measure, kind, name, role, self.parent if borrowed else None)

    def _is_beside(self) -> bool:
        """Tell whether people counted before are the same sort: "three soldiers were killed and seven wounded"."""
        return self.parent is None or not self.parent.count.people

    # -- verbs ----------------------------------------------------------------------------------

    def _by_governor(self) -> tuple[Measure | None, Role | None]:
        role = governor(self.tokens, self.at)
        if role is None or not role.near:
            return None, None
        measure = by_verb(self.tokens, role, self.kind)
        if measure is None and "treat" in _senses(self.tokens[role.verb]):
            measure = self._by_wounds()
        return (measure, role) if measure is not None else (None, None)

    def _by_wounds(self) -> Measure | None:
        """Read what people were treated for: "treated 48 people for gunshot wounds"."""
        behind = [token.low for token in self.tokens[self.at + 1 : self.at + 7]]
        hurt = any(word.startswith(("wound", "injur", "shrapnel", "burn")) for word in behind)
        return Measure.INJURED if hurt and self.kind in ("person", "") else None

    def _by_predicate(self) -> tuple[Measure | None, Role | None]:
        if self.whole:
            following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
            launched = following is not None and following.kind == "verb" and "launch" in _senses(following)
            return (Measure.LAUNCHED, Role(self.at + 1, "passive", near=True)) if launched else (None, None)
        role = predicate(self.tokens, self.at)
        for _ in range(2):
            if role is None or role.role != "passive" or by_verb(self.tokens, role, self.kind) is not None:
                break
            if self.tokens[role.verb - 1].kind in ("be", "aux"):
                break
            role = predicate(self.tokens, self.at, role.verb + 1) or role  # "one casino used as a post was destroyed"
            if role.verb + 1 >= len(self.tokens):
                break
        if role is None:
            return None, None
        if role.role == "state":
            return by_state(self.tokens[role.verb].low, self.kind), role
        if role.role == "place":
            behind = {token.low for token in self.tokens[role.verb + 1 : role.verb + 5]}
            hurt = self.kind in ("person", "") and bool(
                behind & {"hospital", "hospitals", "intensive", "critical", "serious"}
            )
            return (Measure.INJURED if hurt else None), role
        if self.kind == "craft" and self._is_part_taken(role):
            return Measure.LAUNCHED, role
        if self.count.part == "whole" and "launch" in _senses(self.tokens[role.verb]):
            return None, None  # "3 of 5 missiles fired by ..."
        measure = by_verb(self.tokens, role, self.kind) or self._by_lives(role)
        if measure is Measure.KILLED and self._is_both(role.verb):
            measure = Measure.CASUALTIES
        return measure, role

    def _is_part_taken(self, role: Role) -> bool:
        """Tell whether aircraft "took part"."""
        following = self.tokens[role.verb + 1].low if role.verb + 1 < len(self.tokens) else ""
        return self.tokens[role.verb].low in ("took", "take", "taken") and following == "part"

    def _by_lives(self, role: Role) -> Measure | None:
        """Read "lost their lives" and "were treated for wounds"."""
        behind = [token.low for token in self.tokens[role.verb + 1 : role.verb + 8]]
        if self.kind not in ("person", ""):
            return None
        if "lives" in behind[:3] and "lose" in _senses(self.tokens[role.verb]):
            return Measure.KILLED
        hurt = any(word.startswith(("wound", "injur", "shrapnel", "burn")) for word in behind)
        return Measure.INJURED if hurt and "treat" in _senses(self.tokens[role.verb]) else None

    def _is_both(self, verb: int) -> bool:
        """Tell whether killed and injured are one number: "1,610 invaders killed and wounded"."""
        following = [token.low for token in self.tokens[verb + 1 : verb + 3]]
        return following[:1] in (["and"], ["or"]) and following[1:] in (["wounded"], ["injured"])

    def _by_taking(self) -> tuple[Measure | None, Role | None]:
        """Read "taken three sailors prisoner", "took 20 people hostage"."""
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        taken = following is not None and following.low in ("prisoner", "prisoners", "hostage", "captive")
        role = predicate(self.tokens, self.at) if self.kind == "person" and not taken else None
        if role is not None and role.role == "passive" and self.tokens[role.verb].low in ("taken", "led"):
            taken = any(
                token.low in ("away", "prisoner", "hostage") for token in self.tokens[role.verb + 1 : role.verb + 3]
            )
        return (Measure.CAPTURED if taken and self.kind in ("person", "") else None), None

    def _by_list(self) -> tuple[Measure | None, Role | None]:
        role = governor(self.tokens, self.at)
        if role is None or role.near or not (self.count.kind or self.count.part or self._is_listed()):
            return None, None
        following = self.tokens[self.at + 1].kind if self.at + 1 < len(self.tokens) else ""
        if self.count.people and following in ("verb", "aux", "be"):
            return None, None  # "..., a source told the agency"
        if not self.count.kind and not self.count.part and following == "prep":
            return None, None
        return by_verb(self.tokens, role, self.kind), role

    def _is_listed(self) -> bool:
        return self.tokens[self.at - 1].kind == "conj"

    # -- nouns ----------------------------------------------------------------------------------

    def _by_noun(self) -> tuple[Measure | None, Role | None]:
        """Ask a noun in front: "the deaths of 3,381 civilians", "a barrage of 20 rockets", "an attack with 30 drones"."""
        if (measure := self._by_fate() or self._by_victims()) is not None:
            return measure, None
        before = self._list_start() - 1
        while before >= 0 and self.tokens[before].kind in ("det", "quote", "adv"):
            before -= 1
        if before < 1 or self.tokens[before].kind != "prep":
            return None, None
        preposition, noun = self.tokens[before].low, self.tokens[before - 1]
        if preposition == "for" and noun.low.startswith(("search", "look", "hunt")) and self.kind == "person":
            return Measure.MISSING, None
        if preposition == "by" and self.kind in _SENDING and noun.low in _STRIKES:
            return Measure.LAUNCHED, None
        if preposition in ("of", "over") and noun.low in _DEEDS:
            measure = _DEEDS[noun.low]
            if measure is Measure.CAPTURED and self.kind not in ("place", "person"):
                return None, None
            if measure is Measure.CASUALTIES and self.kind != "person":
                measure = Measure.DESTROYED
            return measure, None
        if preposition == "of" and noun.low in words("pool") and self.kind in _SENDING:
            return Measure.LAUNCHED, None
        if preposition in ("with", "using", "involving") and self.kind in _SENDING and self._has_attack(before):
            return Measure.LAUNCHED, None
        struck = noun.low in ("hits", "hit", "strikes", "strike", "impacts")
        struck = struck or (noun.count is not None and noun.count.kind == "impact")
        if preposition in ("at", "in", "on") and self.kind in ("target", "place") and struck:
            return Measure.HIT, None
        return None, None

    def _by_fate(self) -> Measure | None:
        """Read "what happened to the remaining 29 drones", "the fate of the remaining six"."""
        before = [token.low for token in self.tokens[max(0, self.at - 7) : self.at]]
        asked = "fate" in before or ("what" in before and "happened" in before)
        return Measure.UNACCOUNTED if asked and self.kind in _SENDING else None

    def _by_victims(self) -> Measure | None:
        """Read "among the dead are three nurses", "three nurses among dead"."""
        if self.kind != "person":
            return None
        before = [token.low for token in self.tokens[max(0, self._list_start() - 5) : self._list_start()]]
        behind = [token.low for token in self.tokens[self.at + 1 : self.at + 4]]
        near = (
            before if "among" in before[:3] and before[-1:] and before[-1] in ("are", "were", "is", "was") else behind
        )
        if "among" not in near:
            return None
        told = set(near[near.index("among") :])
        if told & {"dead", "killed", "victims", "slain"}:
            return Measure.KILLED
        return Measure.INJURED if told & {"wounded", "injured", "hurt"} else None

    def _list_start(self) -> int:
        """Give the first count of the list that a count stands in."""
        first = self.at
        while first > 1 and self.tokens[first - 1].kind in (",", "conj"):
            before = first - 2 - (self.tokens[first - 2].kind == ",")
            if before < 0 or self.tokens[before].count is None:
                break
            first = before
        return first

    def _has_attack(self, before: int) -> bool:
        return any(token.low in _STRIKES for token in self.tokens[max(0, before - 8) : before])

    def _by_toll(self) -> tuple[Measure | None, Role | None]:
        """Ask a toll: "the death toll rose from seven to eight", "the number of dead has risen to five"."""
        if self.count.kind not in ("", "person") or not self.at or self.tokens[self.at - 1].low not in _LINKS:
            return None, None
        for number in range(self.at - 1, max(self.at - 16, -1), -1):
            token = self.tokens[number]
            if token.kind in (";", "mark") or (token.count is not None and self.at - number > 4):
                break
            if token.low in ("toll", "tolls", "number"):
                return self._count_of(number), None
        return None, None

    def _by_losses(self) -> tuple[Measure | None, Role | None]:
        """Ask losses: "enemy losses amounted to 190 troops, two tanks"."""
        if self.count.kind not in ("person", "dead", "hurt", "equipment", "craft", "target"):
            return None, None
        for number in range(self.at - 1, max(self.at - 26, -1), -1):
            token = self.tokens[number]
            if token.kind in (";", "mark"):
                break
            if token.low in ("losses", "loss"):
                return _lost(self.count.kind), None
        return None, None

    def _count_of(self, at: int) -> Measure | None:
        """Give what a toll or a number counts."""
        near = " ".join(token.low for token in self.tokens[max(0, at - 2) : min(at + 8, self.at)])
        if "injur" in near or "wounded" in near:
            return Measure.INJURED
        if "missing" in near:
            return Measure.MISSING
        told = any(word in near for word in ("death", "dead", "killed", "fatalit", "victims"))
        return Measure.KILLED if told or self.tokens[at].low == "toll" else None

    def _by_kind(self) -> tuple[Measure | None, Role | None]:
        if self.count.toll:
            return _OWN[self.count.toll], None
        if self.count.part == "whole":
            return None, None
        if self.count.part and self.count.kind == "event":
            return None, None  # "one of the deadliest attacks"
        if self.count.kind == "weapon" and not any(token.kind in ("verb", "be", "aux") for token in self.tokens):
            told = any(token.kind == ":" or token.low in _STRIKES for token in self.tokens[: self.at])
            return (Measure.LAUNCHED if told else None), None  # a heading: "Overnight attack: 126 drones"
        measure = _OWN.get(self.count.kind)
        if measure is Measure.LAUNCHED and self.whole:
            return None, None
        return measure, None

    # -- parts ----------------------------------------------------------------------------------

    def _by_parent(self) -> Finding | None:
        """Take what the count before tells: "185 drones, 22 over Bryansk", "five people, including two children"."""
        parent = self.parent
        if self.whole and self.kind in _SENDING:
            return Finding(self.at, self.count, Measure.LAUNCHED, self.kind, self.name, None)
        if parent is not None and not self.at and parent.measure in _PEOPLE and not self.count.kind:
            sort = find_noun(self.tokens[2].low) if len(self.tokens) > 2 and self.tokens[1].kind == "be" else None
            if sort is not None and sort.kind == "person":
                return Finding(self.at, self.count, parent.measure, "person", sort.name, None, parent)
        if parent is None or (not self.found and self.count.part != "them" and self.count.part != "of"):
            return None
        if not self._is_part(parent) or self._is_told():
            return None
        role = parent.role if self.found else None
        return Finding(self.at, self.count, parent.measure, self.kind, self.name or parent.name, role, parent)

    def _is_told(self) -> bool:
        """Tell whether a verb tells something else of a count."""
        following = self.tokens[self.at + 1].kind if self.at + 1 < len(self.tokens) else ""
        if following in ("verb", "aux") or (not self.at and following != "be"):
            return True
        role = predicate(self.tokens, self.at)
        if role is not None and role.role in ("subject", "passive", "state"):
            return True
        over = governor(self.tokens, self.at)
        return over is not None and over.near and over.role == "object"

    def _is_part(self, parent: Finding) -> bool:
        """Tell whether a count divides the one before it."""
        before = self.tokens[self.at - 1] if self.at else None
        which = self.tokens[self.at - 1].low in ("which", "whom") if self.at else False
        inside = before is not None and (
            which
            or before.low in _INSIDE
            or (before.low in ("them", "those", "dead") and self.at > 1 and self.tokens[self.at - 2].low in _INSIDE)
        )
        if self.count.kind and self.count.kind != parent.kind:
            return False
        if self.count.part in ("them", "of"):
            return True
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        over = (
            following is not None
            and following.kind == "prep"
            and following.low in ("over", "in", "near", "above", "from", "on", "at", "off")
        )
        if not self.count.kind:
            listed = before is not None and before.kind in (",", "conj", ":", "dash")
            return over and (inside or listed)
        return inside and self.count.kind == parent.kind

    # -- what else ------------------------------------------------------------------------------

    def _is_whole(self) -> bool:
        """Tell whether the count is what another is part of: "51 of 87 drones"."""
        for number in range(self.at - 1, max(self.at - 4, -1), -1):
            token = self.tokens[number]
            if token.count is not None:
                return token.count.part == "whole"
            if token.low == "of" and not number:
                return True  # "Of the 512 drones that were sent, 448 ..."
            if token.low not in ("of", "the", "some", "about", "all"):
                return False
        return False

    def _take_noun_behind(self) -> None:
        for token in self.tokens[self.at + 1 : self.at + 4]:
            if token.count is not None:
                self.kind, self.name = token.count.kind, token.count.name
                return

    def _is_age(self) -> bool:
        if self.count.kind or self.count.part or not self.at:
            return False
        behind = self.tokens[self.at + 1].kind if self.at + 1 < len(self.tokens) else "mark"
        before = self.tokens[self.at - 1]
        person = self.tokens[self.at - 2].count if self.at > 1 else None
        if before.low == "of" and person is not None and person.people:
            return True  # "a boy of nine"
        named = self.at > 1 and self.tokens[self.at - 2].kind == "word"
        return before.kind == "," and behind in (",", "mark", "conj") and named and self.tokens[self.at - 2].capital

    def _read_times(self) -> Finding | None:
        """Read "attacked 19 times" as so many attacks."""
        if self.name != "times":
            return None
        for number in range(max(0, self.at - 6), min(len(self.tokens), self.at + 5)):
            token = self.tokens[number]
            if token.kind == "verb" and {"attack", "fire"} & set(_senses(token)):
                return Finding(
                    self.at, self.count, Measure.LAUNCHED, "event", "attack", Role(number, "subject", near=False)
                )
        return None


def _senses(token: Token) -> tuple[str, ...]:
    verb = token.options.get("")
    return verb.senses if verb else ()


def _lost(kind: str) -> Measure:
    if kind == "person":
        return Measure.CASUALTIES
    if kind == "dead":
        return Measure.KILLED
    return Measure.INJURED if kind == "hurt" else Measure.DESTROYED
