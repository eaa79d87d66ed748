"""Who attacked: the sides that a sentence names with their weapons, strikes and deeds.

Contract: a side is a state or an armed group; what a sentence does not tell is taken from the sentences before it
in its post, and from who fights whom in the document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.nations import is_adjective
from warparse_attacks.grammar import is_passive
from warparse_attacks.vocabulary import state_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["Cue", "Sides", "find_cues"]

_FORCES: Final = frozenset(
    "forces force troops army military soldiers fighters navy units unit militants rebels invaders occupiers"
    " commandos police guards marines defences defenses defence defense air aviation servicemen defenders".split()
)
_DEEDS: Final = frozenset(("launch", "attack", "hit", "kill", "destroy", "injure", "take"))
_DEFENDING: Final = frozenset(("intercept", "lose"))
_FOE: Final = frozenset(("enemy", "occupiers", "invaders", "occupants", "enemy's"))


class Cue(NamedTuple):
    """A side that a sentence names."""

    at: int
    """Its token."""
    side: str
    """The state or group; "enemy" where the text only says so."""
    role: str
    """"weapon" ("Russian drones"), "doer" (who strikes, takes, kills), "defender" (who shoots down or loses),
    "victim" (whose people, or where)."""


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Find the sides that a sentence names, in order."""
    found: list[Cue] = []
    for at, token in enumerate(tokens):
        if token.count is not None:
            if token.count.side:
                role = "weapon" if token.count.kind in ("weapon", "craft", "event", "blast") else "victim"
                found.append(Cue(at, token.count.side, role))
            continue
        side = _side(tokens, at)
        if side:
            found.append(Cue(at, side, _role(tokens, at)))
    return found


def _side(tokens: Sequence[Token], at: int) -> str | None:
    token = tokens[at]
    if token.low in _FOE:
        return "enemy"
    if not token.capital:
        return None
    for length in (4, 3, 2):
        words_ = tokens[at : at + length]
        if len(words_) == length and all(word.start == words_[0].start or word.kind != "mark" for word in words_):
            side = state_of(" ".join(word.word for word in words_))
            if side:
                return side
    return state_of(token.word)


def _role(tokens: Sequence[Token], at: int) -> str:
    """Tell what a named side is to the fighting, by the words beside it."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    adjective = token.own or is_adjective(token.word)
    forces = False
    number = at + 1
    while number < min(at + 6, len(tokens)):
        following = tokens[number]
        if following.kind == "verb" and following.options and not (adjective and number == at + 1 and following.low in words("war")):
            break
        if following.low in _FORCES:
            forces = True
        elif following.low in words("war") and (adjective or number == at + 1):
            return "weapon"
        elif following.kind not in ("word", "adv", "aux", "conj", "quote", "det", "time"):
            break
        number += 1
    if number < len(tokens) and tokens[number].kind == "verb" and (forces or not adjective or token.low in _FOE):
        verb = tokens[number].options.get("")
        senses = set(verb.senses) if verb else set()
        if senses & _DEFENDING:
            return "defender"
        if senses & _DEEDS and not is_passive(tokens, number):
            return "doer"
    if before is not None and before.low in ("by", "from") and (forces or not adjective):
        return "doer"
    if before is not None and before.low == "the" and at > 1 and tokens[at - 2].low == "by" and (forces or not adjective):
        return "doer"
    return "victim"


class Sides:
    """Who fights whom in a document."""

    def __init__(self) -> None:
        """Open a document."""
        self._attackers: Counter[str] = Counter()
        self._named: Counter[str] = Counter()

    def learn(self, cues: Sequence[Cue]) -> None:
        """Take up the cues of a sentence."""
        for cue in cues:
            if cue.side == "enemy":
                continue
            self._named[cue.side] += 1
            if cue.role in ("weapon", "doer"):
                self._attackers[cue.side] += 1
                self._named[cue.side] += 2

    def opponent(self, side: str | None) -> str | None:
        """Give whom a side fights, by how often the document names others; None where it names none."""
        if side is None:
            return None
        others = [(count, name) for name, count in self._attackers.items() if name != side]
        if others:
            return max(others)[1]
        rest = [(count, name) for name, count in self._named.items() if name != side]
        return max(rest)[1] if rest and self._attackers.get(side) else None

    def only(self) -> str | None:
        """Give the only side that attacks in a document; None where several do."""
        if len(self._attackers) == 1:
            return next(iter(self._attackers))
        return None
