"""Who attacked: what a count's sentence tells, else what the sentences before it and the whole document tell.

Contract: what the text tells of a count itself goes before what its sentence tells, and that before everything else;
None where nothing tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.leaders import leaders
from warparse_attacks.cues import MEANT, Cue, find_doer, find_loser, find_sender
from warparse_attacks.location import SKY
from warparse_attacks.meaning import senses
from warparse_attacks.record import Attack, Measure
from warparse_attacks.sides import Sides, called, fighting
from warparse_attacks.vocabulary import groups, state_of, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warparse_attacks.homes import Homes
    from warparse_attacks.scan import Token
    from warparse_attacks.tell import Finding

__all__ = ["Attackers", "side_of"]

_ATTACKING: Final = frozenset(("launch", "attack", "hit", "kill", "destroy", "injure", "take", "trap"))
_SENT: Final = frozenset(("weapon", "craft", "event", "blast"))
_FLYING: Final = frozenset(("weapon", "craft"))
_MILITARY: Final = frozenset("staff army military forces force navy command defence defense".split())
_FIGHTING: Final = words("outlaw") | frozenset(("soldier", "fighter", "officer", "peacekeeper"))
_INFLICTING: Final = frozenset(("inflict", "inflicts", "inflicted", "inflicting"))
_PLANTED: Final = frozenset(("mines", "landmine", "landmines", "ordnance"))
"""What kills long after it was laid."""
_NAMELESS: Final = frozenset(("army", "military", "ministry", "navy"))
_OWN: Final = frozenset(("own", "its", "his", "their"))


class Attackers:
    """Finds the attackers of one sentence's counts."""

    def __init__(
        self,
        tokens: Sequence[Token],
        cues: Sequence[Cue],
        sides: Sides,
        before: str | None,
        speaking: str | None,
        group: str | None,
        homes: Homes,
    ) -> None:
        """Take up a sentence.

        Args:
            tokens: the sentence.
            cues: the sides that it names.
            sides: who fights whom in the document.
            before: who attacked in the sentences before it.
            speaking: the side that told what stands before it.
            group: the armed group that was named last.
            homes: the states of places.
        """
        self._tokens = tokens
        self._cues = cues
        self._sides = sides
        self._before = before
        self._speaking = speaking
        self._group = group
        self._homes = homes

    def find(
        self, finding: Finding, parent: Attack | None, source: str | None, teller: str | None, place: str | None
    ) -> str | None:
        """Find who attacked.

        Args:
            finding: the count.
            parent: the record that it is part of.
            source: who claims it.
            teller: the side for which the source speaks.
            place: where it was.
        """
        if finding.name.rpartition(" ")[2] in words("mutual"):
            return None
        doer, doing = self._doer(finding, teller)
        own = finding.role is not None and finding.role.role == "object" and bool(doing & _ATTACKING)
        acting = own and doer is not None and finding.measure not in SKY  # "a Syrian shell wounds six"
        found = parent.attacker if parent is not None and not finding.count.kind and not acting else None
        if found is None and doer == "nobody":
            return None
        if found is None and finding.kind in _FLYING:
            found = fighting(find_sender(self._tokens, finding.at))
        found = (
            found
            or self._told(finding, teller, self._home(finding, place))
            or (parent.attacker if parent is not None else None)
        )
        if found is None and finding.count.side and finding.kind == "person":
            found = self._sides.opponent(finding.count.side)
        return called(found or self._guess(finding, source, teller, place))

    # -- what the sentence tells ----------------------------------------------------------------

    def _home(self, finding: Finding, place: str | None) -> str | None:
        """Give the state of the place that was struck."""
        if place is None or finding.measure is Measure.CAPTURED or finding.name in _FIGHTING:
            return None  # those who fight may die in another's country
        return self._homes.find(place)

    def _told(self, finding: Finding, teller: str | None, home: str | None) -> str | None:
        if finding.count.side and finding.kind in _SENT:
            return finding.count.side
        doer, doing = self._doer(finding, teller)
        sky = finding.measure in SKY
        if doer is not None and not sky:
            if "lose" in doing or ("intercept" in doing and finding.kind in _SENT):
                return self._sides.opponent(doer)
            if "intercept" in doing:
                return doer  # "neutralised six militants"
            if doing & _ATTACKING and (finding.role is None or finding.role.role != "subject"):
                return doer
        if (inflicting := self._inflicting(finding, teller)) is not None:
            return inflicting
        loser = self._loser(finding, teller)
        if loser is not None or finding.measure is Measure.CASUALTIES:
            return self._sides.opponent(loser)
        near = self._armed(finding, doer if sky else None)
        if near is not None and near.side == home and near.role == "weapon" and (foe := self._sides.attacker_of(home)):
            return foe  # "as Israeli strikes went on, a missile killed two people in Haifa"
        if near is not None:
            return self._meant(near.side, teller)
        defenders = [self._meant(cue.side, teller) for cue in self._cues if cue.role == "defender"]
        return self._sides.opponent(doer if sky and doer is not None else defenders[-1] if defenders else None)

    def _doer(self, finding: Finding, teller: str | None) -> tuple[str | None, set[str]]:
        """Give who does what a count's verb tells, and what that may be."""
        role = finding.role
        if role is None and (finding.measure is Measure.CAPTURED or finding.kind == "event"):
            verbs = [at for at in range(max(0, finding.at - 8), finding.at) if self._tokens[at].kind == "verb"]
            return (self._meant(find_doer(self._tokens, verbs[-1]), teller) if verbs else None), {"take"}
        if role is None or self._tokens[role.verb].kind != "verb":
            return None, set()
        doer = find_doer(self._tokens, role.verb, passive=role.role == "passive")
        return self._meant(doer, teller), set(senses(self._tokens[role.verb]))

    def _inflicting(self, finding: Finding, teller: str | None) -> str | None:
        """Give who inflicted what is counted: "Russian forces inflicted 640 casualties"."""
        verbs = range(max(0, finding.at - 4), finding.at)
        verb = next((at for at in verbs if self._tokens[at].low in _INFLICTING), None)
        return None if verb is None else self._meant(find_doer(self._tokens, verb), teller)

    def _loser(self, finding: Finding, teller: str | None) -> str | None:
        """Give who lost what is counted: "put its own losses at 23 soldiers", "enemy losses amounted to 190"."""
        near = {token.low for token in self._tokens[max(0, finding.at - 8) : finding.at]}
        if teller is not None and "losses" in near and _OWN & near:
            return teller
        if finding.measure is not Measure.CASUALTIES:
            return None
        if finding.count.side:
            return finding.count.side
        if (behind := find_loser(self._tokens, finding.at)) is not None:
            return self._meant(behind, teller)
        losers = [cue for cue in self._cues if cue.at < finding.at and cue.side != teller]
        return self._meant(losers[-1].side, teller) if losers else None

    def _armed(self, finding: Finding, defender: str | None) -> Cue | None:
        """Give the side named nearest with its weapons or its deeds, in front of a count rather than behind."""
        wanted = ("weapon",) if defender is not None else ("weapon", "doer")
        own = finding.count.side if finding.kind == "person" else None
        armed = [cue for cue in self._cues if cue.role in wanted and (own is None or cue.side != own)]
        armed = [cue for cue in armed if defender is None or cue.side != defender]
        before = [cue for cue in armed if cue.at < finding.at]
        return max(before, default=None) or min(armed, default=None)

    def _meant(self, side: str | None, teller: str | None) -> str | None:
        """Give the side that "enemy" or "its forces" means."""
        if side == "teller":
            return teller
        if side == "group":
            return self._group
        if side != "enemy":
            return side
        named = (cue.side for cue in self._cues if cue.role in ("victim", "defender"))
        other = next((side for side in named if side not in MEANT), None)
        return self._sides.opponent(teller or other or self._speaking or self._sides.home())

    # -- what else tells ------------------------------------------------------------------------

    def _guess(self, finding: Finding, source: str | None, teller: str | None, place: str | None) -> str | None:
        """Take what speaks for a side; no state strikes its own towns."""
        home = self._home(finding, place)
        found = self._likely(finding, source, teller, home)
        if found is not None and found == home and self._sides.is_invaded(found):
            return self._sides.opponent(found)
        return found

    def _likely(self, finding: Finding, source: str | None, teller: str | None, home: str | None) -> str | None:
        """Take the foe of those who tell their own losses, the attacker of the sentences before, or the usual one."""
        suffered = finding.measure not in (Measure.CAPTURED, Measure.LAUNCHED)
        if not _PLANTED.isdisjoint(token.low for token in self._tokens):
            return None
        if suffered and finding.name in words("outlaw") and teller is not None and teller not in groups().values():
            return teller  # a state tells of those that it killed
        if suffered and home is not None:
            rebels = self._before == home and not self._sides.is_invaded(home)  # an army bombs towns at home
            known = rebels or self._sides.are_foes(self._before, home)
            foe = self._before if known else self._sides.attacker_of(home)
            if foe is not None:
                return foe
        if finding.measure in SKY:
            return (
                self._sides.opponent(teller)
                or self._before
                or self._sides.opponent(self._speaking or self._sides.home())
            )
        military = bool(_MILITARY & set((source or "").lower().split()))  # the forces tell what they struck
        own = suffered and teller is not None and (finding.kind == "person" or not military)
        if own and self._before in (None, teller):
            return self._sides.opponent(teller)
        return self._before or self._sides.dominant()


def side_of(source: str | None, speakers: Mapping[str, str], sides: Sides) -> str | None:
    """Give the side that a source speaks for, by its name or by the words before it.

    Args:
        source: who claims something.
        speakers: the sides of people, as the document tells them.
        sides: who fights whom in the document.
    """
    if source is None:
        return None
    if source in speakers:
        return speakers[source]
    named = [name for name in groups() if name in source]
    if named:
        return groups()[max(named, key=len)]
    side = next((side for word in source.split() if word[:1].isupper() and (side := state_of(word))), None)
    if side is None and source.rpartition(" ")[2].lower() in _NAMELESS:
        return sides.home()
    return leaders()[source][0] if side is None and source in leaders() else side
