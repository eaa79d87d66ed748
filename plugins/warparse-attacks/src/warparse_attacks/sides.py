"""Who fights whom in a document, by what its sentences name.

Contract: only sides that the document names itself are given; general knowledge of wars decides between them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from warparse.lexicon.nations import find_state
from warparse_attacks.cues import MEANT
from warparse_attacks.vocabulary import foes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.cues import Cue

__all__ = ["Sides", "called", "fighting"]

_VENUES: Final = frozenset(("Palestine",))
"""Sides that are only where a war is fought."""
_SHARE: Final = 0.6
"""Share of a document's attacks that makes a side the usual one."""


class Sides:
    """Who fights whom in a document."""

    def __init__(self) -> None:
        """Open a document."""
        self._attackers: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._hostile: Counter[tuple[str, str]] = Counter()
        self._acting: Counter[str] = Counter()
        self._enemies = 0

    def learn(self, cues: Sequence[Cue]) -> None:
        """Take up the cues of a sentence."""
        acting = {cue.side for cue in cues if cue.role in ("weapon", "doer") and cue.side not in MEANT}
        for cue in cues:
            self._enemies += cue.side == "enemy"
            if cue.side in MEANT:
                continue
            self._acting[cue.side] += cue.role in ("doer", "defender")
            self._named[cue.side] += 1
            self._attackers[cue.side] += cue.role in ("weapon", "doer")
            if cue.role in ("victim", "defender"):
                for side in acting - {cue.side}:
                    self._hostile[side, cue.side] += 1
                    self._hostile[cue.side, side] += 1

    def opponent(self, side: str | None) -> str | None:
        """Give whom a side fights by what the document tells; None where it does not."""
        if side is None:
            return None
        ranked: list[tuple[float, str]] = []
        for other, named in self._named.items():
            if other == side or other in _VENUES:
                continue
            known = other in foes().get(side, ())
            hostile, acting = self._hostile[side, other], self._attackers[other]
            if known or (hostile and acting):
                ranked.append((3 * hostile + acting + known * (4 + named), other))
        return max(ranked)[1] if ranked else None

    def attacker_of(self, side: str) -> str | None:
        """Give whom a side fights if the document tells of what that one does; None where it does not."""
        foe = self.opponent(side)
        return foe if foe is not None and self._attackers[foe] else None

    def are_foes(self, one: str | None, other: str) -> bool:
        """Tell whether two sides fight each other, by the document or by general knowledge."""
        if one is None or one == other:
            return False
        return one in foes().get(other, ()) or self._hostile[one, other] > 0

    def is_invaded(self, side: str) -> bool:
        """Tell whether a side is a state whose towns other states strike, and not itself."""
        return any(find_state(foe) is not None and foe not in _VENUES for foe in foes().get(side, ()))

    def home(self) -> str | None:
        """Give the state that a document names most, which "the army" without more means.

        Where a document tells of "the enemy", and of a state as one to which things are done alone, that state is the enemy.
        """
        states = [(count, name) for name, count in self._named.items() if find_state(name)]
        most = max(states)[1] if states else None
        if most is not None and self._enemies and not self._acting[most] and (foe := self.opponent(most)):
            return foe
        return most

    def dominant(self) -> str | None:
        """Give the side that nearly all attacks of a document come from; None where there is none."""
        total = sum(self._attackers.values())
        name, count = max(self._attackers.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return name if count > 1 and count >= _SHARE * total else None


def fighting(side: str | None) -> str | None:
    """Give a side if it fights itself; None for one that is only where a war is fought."""
    return None if side in _VENUES else side


def called(side: str | None) -> str | None:
    """Give a side as records call it; None for one that is only where a war is fought."""
    return None if side is None or side in _VENUES else _SHORT.get(side, side)


_SHORT: Final = {"United States": "US", "United Kingdom": "UK"}
