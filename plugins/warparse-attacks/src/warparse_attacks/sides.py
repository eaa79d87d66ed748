"""Who attacked: the sides that a sentence names with their weapons, strikes and deeds.

Contract: a side is a state or an armed group; what a sentence does not tell is taken from the sentences before it
in its post, and from who fights whom in the document.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.nations import find_state, is_adjective
from warparse_attacks.grammar import is_passive
from warparse_attacks.scan import is_ing
from warparse_attacks.vocabulary import foes, openers, state_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["Cue", "Sides", "called", "find_cues", "find_doer"]

_FORCES: Final = frozenset(
    "forces force troops army military soldiers fighters navy units unit militants rebels invaders occupiers"
    " commandos police guards marines defences defenses defence defense air aviation servicemen defenders".split()
)
_DEEDS: Final = frozenset(("launch", "attack", "hit", "kill", "destroy", "injure", "take"))
_ARMS: Final = frozenset(
    "drones drone missiles missile aircraft jets warplanes strikes strike rockets artillery".split()
)
_DEFENDING: Final = frozenset(("intercept", "lose"))
_MEANT: Final = frozenset(("enemy", "teller"))
_FOE: Final = frozenset(("enemy", "occupiers", "invaders", "occupants", "enemy's"))


_SAID: Final = frozenset("said says told claimed claims reported reports added announced".split())
_BLOCS: Final = frozenset(("European Union", "United Nations", "African Union"))


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
        if token.kind == "poss" and any(near.low in _ARMS for near in tokens[at + 1 : at + 4]):
            found.append(Cue(at, "teller", "weapon"))
            continue
        side = _side(tokens, at)
        if side and token.own and any(_side(tokens, near) for near in range(at + 1, min(at + 3, len(tokens)))):
            continue  # "Yemen's Houthis"
        if side:
            found.append(Cue(at, side, _role(tokens, at)))
    return found


def _side(tokens: Sequence[Token], at: int) -> str | None:
    token = tokens[at]
    if token.low in _FOE:
        before = tokens[at - 1] if at else None
        return (state_of(before.word) if before is not None and before.capital else None) or "enemy"
    if not token.capital:
        return None
    for length in (5, 4, 3, 2) if token.word in openers() else ():
        words_ = tokens[at : at + length]
        if len(words_) == length and all(word.start == words_[0].start or word.kind != "mark" for word in words_):
            side = state_of(" ".join(word.word for word in words_))
            if side:
                return side
    side = state_of(token.word)
    return None if side in _BLOCS else side


def _role(tokens: Sequence[Token], at: int) -> str:
    """Tell what a named side is to the fighting, by the words beside it."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    adjective = token.own or is_adjective(token.word)
    forces = False
    number = at + 1
    while number < min(at + 6, len(tokens)):
        following = tokens[number]
        if (
            following.kind == "verb"
            and following.options
            and not (adjective and number == at + 1 and following.low in words("war"))
        ):
            break
        if following.low in _FORCES:
            forces = True
        elif following.low in words("war") and (adjective or number == at + 1):
            return "weapon"
        elif following.low in ("responsible", "behind"):
            return "doer"
        elif following.kind not in ("word", "adv", "aux", "be", "conj", "quote", "det", "time"):
            break
        number += 1
    if number < len(tokens) and tokens[number].kind == "verb" and (forces or not adjective or token.low in _FOE):
        verb = tokens[number].options.get("")
        senses = set(verb.senses) if verb else set()
        if senses & _DEFENDING:
            return "defender"
        if senses & _DEEDS and not is_passive(tokens, number):
            return "doer"
    if before is not None and (before.low == "by" or (before.low == "from" and forces)) and (forces or not adjective):
        return "doer"
    if (
        before is not None
        and before.low == "the"
        and at > 1
        and tokens[at - 2].low == "by"
        and (forces or not adjective)
    ):
        return "doer"
    return "victim"


def find_doer(tokens: Sequence[Token], verb: int) -> str | None:
    """Give who does what a verb tells: a side, "enemy", or "teller" where it is whoever tells it.

    >>> from warparse_attacks.scan import scan
    >>> find_doer(scan("Kyiv said its forces had hit two depots."), 5)
    'teller'
    """
    if is_passive(tokens, verb):
        for number in range(verb + 1, min(verb + 16, len(tokens))):
            if tokens[number].low == "by":
                return next(
                    (side for at in range(number + 1, min(number + 6, len(tokens))) if (side := _side(tokens, at))),
                    None,
                )
            if tokens[number].kind in ("verb", "sub", ";", ":"):
                break
        return None
    if is_ing(tokens[verb]):
        main = next(
            (
                at
                for at in range(verb - 1, max(verb - 40, -1), -1)
                if tokens[at].options and tokens[at].kind == "verb" and not is_ing(tokens[at])
            ),
            -1,
        )
        return find_doer(tokens, main) if main >= 0 and not is_passive(tokens, main) else None
    found: str | None = None
    forces = False
    number = verb - 1
    while number > 0 and tokens[number].kind in ("adv", "aux", "be"):
        number -= 1
    joined = number >= 0 and tokens[number].kind == "conj"
    number = verb - 1
    while number >= max(verb - 24, 0):
        token = tokens[number]
        if token.kind in ("sub", ";", ":", "mark", "source", "(", ")", "dash") or (token.kind == "verb" and found):
            break
        if token.kind == "," and (before := _over_aside(tokens, number)) >= 0:
            number = before
            continue
        if token.kind == "verb" and not token.options.get(""):
            if _is_telling(tokens, number, verb):
                return "teller"
            if not (joined or is_ing(token)) or token.low in _SAID:
                return None
        if token.kind == "verb" and is_passive(tokens, number):
            return None
        if token.kind in ("pron", "poss") and token.low != "there" and found is None:
            return "teller"
        if token.kind == "prep" and token.low not in ("of", "by"):
            found, forces = None, False  # what a preposition holds is no subject
        elif found is None and token.low in _FORCES and not tokens[number - 1].capital:
            forces = True
        elif found is None and token.count is None:
            found = _side(tokens, number)
        number -= 1
    return found or ("teller" if forces else None)


def _over_aside(tokens: Sequence[Token], comma: int) -> int:
    """Give the token before what commas set apart, as in "Cambodian forces, she said, had fired"; -1 if nothing is."""
    for number in range(comma - 1, max(comma - 7, 0), -1):
        if tokens[number].kind == ",":
            said = any(token.kind == "verb" or token.low in ("says", "say") for token in tokens[number + 1 : comma])
            return number - 1 if said else -1
    return -1


def _is_telling(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Tell whether a verb right before another has its subject: "claimed to have captured", "said it had"."""
    return all(token.kind in ("prep", "aux", "adv", "be") for token in tokens[at + 1 : verb])


class Sides:
    """Who fights whom in a document."""

    def __init__(self) -> None:
        """Open a document."""
        self._attackers: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._hostile: Counter[tuple[str, str]] = Counter()

    def learn(self, cues: Sequence[Cue]) -> None:
        """Take up the cues of a sentence."""
        acting = {cue.side for cue in cues if cue.role in ("weapon", "doer") and cue.side not in _MEANT}
        for cue in cues:
            if cue.side in _MEANT:
                continue
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
            if other == side:
                continue
            known = other in foes().get(side, ())
            hostile, acting = self._hostile[side, other], self._attackers[other]
            if known or (hostile and acting) or acting > 2:
                ranked.append((3 * hostile + acting + known * (4 + named), other))
        return max(ranked)[1] if ranked else None

    def home(self) -> str | None:
        """Give the state that a document names most, which "the army" without more means."""
        states = [(count, name) for name, count in self._named.items() if find_state(name)]
        return max(states)[1] if states else None

    def dominant(self) -> str | None:
        """Give the side that nearly all attacks of a document come from; None where there is none."""
        total = sum(self._attackers.values())
        name, count = max(self._attackers.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return name if count > 1 and count >= 0.6 * total else None


def called(side: str | None) -> str | None:
    """Give a side as records call it."""
    return _SHORT.get(side, side) if side is not None else None


_SHORT: Final = {"United States": "US", "United Kingdom": "UK"}
