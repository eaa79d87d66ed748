"""The sides that a sentence names, with what they are to the fighting, and who does what its verbs tell.

Contract: a side is a state or an armed group; every search goes over a bounded number of tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.nations import find_state, is_adjective
from warparse_attacks.grammar import is_passive
from warparse_attacks.meaning import senses
from warparse_attacks.scan import is_ing
from warparse_attacks.vocabulary import find_noun, openers, state_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["GROUPS", "MEANT", "Cue", "find_cues", "find_doer", "find_loser", "find_sender"]

_FORCES: Final = frozenset(
    "forces force troops army military soldiers fighters navy units unit militants rebels invaders occupiers"
    " commandos police guards marines defences defenses defence defense air aviation servicemen defenders".split()
)
_DEEDS: Final = frozenset(("launch", "attack", "hit", "kill", "destroy", "injure", "take"))
_TURNING: Final = frozenset("but yet while whereas although though".split())
"""Words with which a clause begins that has a subject of its own."""
_ARMS: Final = frozenset(
    "drones drone missiles missile aircraft jets warplanes strikes strike rockets artillery".split()
)
_DEFENDING: Final = frozenset(("intercept", "lose"))
MEANT: Final = frozenset(("enemy", "group", "teller"))
_FOE: Final = frozenset(("enemy", "occupiers", "invaders", "occupants", "enemy's"))


GROUPS: Final = frozenset(("group", "movement", "militia"))
"""Nouns that mean the armed group that was named last."""
_NOBODY: Final = frozenset(
    "gunmen gunman rebels militants insurgents terrorists bandits gangs gang attackers jihadists bomber assailants".split()
)
"""Those who attack for no side that is told."""
_BARS: Final = frozenset(("sub", ";", ":", "mark", "source", "(", ")", "dash"))
_PHRASE: Final = frozenset(("word", "adv", "aux", "be", "conj", "quote", "det", "time"))
_SAID: Final = frozenset("said says told claimed claims reported reports added announced".split())
_LEADING: Final = frozenset(("adv", "quote", "rel", "be", "aux"))
"""What may stand between a count and the verb that tells who sent it."""
_COMING: Final = frozenset("coming came arriving originating originated flying flown sent incoming".split())
_BEARING: Final = frozenset("suffered suffers suffer sustained sustain incurred bore lost taken took".split())
_CLAUSE: Final = frozenset(("word", "det", "poss", "rel", "aux", "adv", "conj", "time"))
_BLOCS: Final = frozenset(("European Union", "United Nations", "African Union"))


class Cue(NamedTuple):
    """A side that a sentence names."""

    at: int
    """Its token."""
    side: str
    """The state or group; "enemy" and "group" where the text only says so."""
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
    if token.low in GROUPS and at and tokens[at - 1].low == "the":
        return "group"
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
    adjective = token.own or is_adjective(token.word)
    if not adjective and at + 1 < len(tokens) and tokens[at + 1].low in words("war") and _is_seat(token.word):
        return "victim"  # "the Kyiv strike"
    told, forces, verb = _described(tokens, at, adjective=adjective)
    if told:
        return told
    if not forces and adjective and token.low not in _FOE:
        return "victim"
    if verb >= 0:
        doing = set(senses(tokens[verb]))
        if doing & _DEFENDING:
            return "defender"
        if doing & _DEEDS and not is_passive(tokens, verb):
            return "doer"
    before = [word.low for word in tokens[max(0, at - 3) : at] if word.kind != "det"]
    fight = find_noun(before[-2]) if before[-1:] == ["with"] and len(before) > 1 else None
    if before[-2:] == ["blamed", "on"] or (fight is not None and fight.name in words("mutual")):
        return "doer"  # "killed in clashes with the SDF"
    before = [word.low for word in tokens[max(0, at - 2) : at]]
    by = before[-1:] == ["by"] or before == ["by", "the"] or (before[-1:] == ["from"] and forces)
    return "doer" if by and (forces or not adjective) else "victim"


def _is_seat(word: str) -> bool:
    """Tell whether a word is a state's seat and not its name."""
    state = find_state(word)
    return state is not None and state != word and not word.isupper() and "." not in word


def _described(tokens: Sequence[Token], at: int, *, adjective: bool) -> tuple[str, bool, int]:
    """Read the words behind a side: the role that they tell, whether they mean forces, and the verb behind them or -1."""
    forces = False
    for number in range(at + 1, min(at + 6, len(tokens))):
        token = tokens[number]
        weapon = token.low in words("war") and (adjective or number == at + 1)
        if token.kind == "verb" and token.options and not (weapon and adjective and number == at + 1):
            return "", forces, number
        if token.low in _FORCES:
            forces = True
        elif weapon:
            return "weapon", forces, -1
        elif token.low in ("responsible", "behind"):
            return "doer", forces, -1
        elif token.kind not in _PHRASE:
            return "", forces, number if token.kind == "verb" else -1
    number = at + 6
    return "", forces, number if number < len(tokens) and tokens[number].kind == "verb" else -1


def find_doer(tokens: Sequence[Token], verb: int, *, passive: bool = False) -> str | None:
    """Give who does what a verb tells: a side, "enemy", "teller" where it is whoever tells it, "nobody" where no side is told.

    Args:
        tokens: the sentence.
        verb: where the verb stands.
        passive: whether it is known to be passive: "36 missiles fired from Yemen".

    >>> from warparse_attacks.scan import scan
    >>> find_doer(scan("Kyiv said its forces had hit two depots."), 5)
    'teller'
    """
    if passive or is_passive(tokens, verb):
        return _find_agent(tokens, verb)
    if is_ing(tokens[verb]):
        for main in range(verb - 1, max(verb - 40, -1), -1):
            if tokens[main].kind == "verb" and not is_ing(tokens[main]):
                return None if is_passive(tokens, main) else _find_subject(tokens, main)
        return None
    return _find_subject(tokens, verb)


def _find_agent(tokens: Sequence[Token], verb: int, *, sent: bool = False) -> str | None:
    """Give by whom something is done, or from where weapons are launched."""
    launched = sent or "launch" in senses(tokens[verb])
    for number in range(verb + 1, min(verb + 16, len(tokens))):
        if tokens[number].low == "by" or (launched and tokens[number].low == "from"):
            return _named_behind(tokens, number)
        if tokens[number].kind in ("verb", "sub", ";", ":"):
            break
    return None


def find_sender(tokens: Sequence[Token], at: int) -> str | None:
    """Give from where or by whom weapons were sent, as is told right behind their count: "two drones launched from Iran".

    >>> from warparse_attacks.scan import scan
    >>> (
    ...     find_sender(scan("two drones apparently launched from Iran"), 0),
    ...     find_sender(scan("two drones bought from Iran"), 0),
    ... )
    ('Iran', None)
    """
    number = at + 1
    while number < len(tokens) and number < at + 5 and tokens[number].kind in _LEADING:
        number += 1
    if number >= len(tokens):
        return None
    token = tokens[number]
    if token.low == "from":
        return _named_behind(tokens, number)
    if token.kind == "verb" and ("launch" in senses(token) or token.low in _COMING):
        return _find_agent(tokens, number, sent=True)
    return None


def find_loser(tokens: Sequence[Token], at: int) -> str | None:
    """Give who bore what a clause behind a count tells: "640 casualties Russian forces suffered"; None where nobody did."""
    named = None
    for number in range(at + 1, min(at + 9, len(tokens))):
        token = tokens[number]
        if token.kind == "verb":
            return named if token.low in _BEARING and not is_passive(tokens, number) else None
        if token.kind not in _CLAUSE:
            return None
        named = named or _side(tokens, number)
    return None


def _named_behind(tokens: Sequence[Token], at: int) -> str | None:
    """Give the first side that is named behind a preposition."""
    named = (_side(tokens, number) for number in range(at + 1, min(at + 6, len(tokens))))
    return next((side for side in named if side), None)


def _find_subject(tokens: Sequence[Token], verb: int) -> str | None:
    """Give the side that stands in front of a verb as its subject."""
    found, forces = None, False
    joined = _is_joined(tokens, verb)
    number = verb - 1
    while number >= max(verb - 24, 0):
        token = tokens[number]
        if token.kind in _BARS or (token.low in _TURNING and not joined) or _opens_clause(tokens, number):
            break
        if token.kind == "verb" and found and not joined:
            break
        if token.kind == "," and (before := _over_aside(tokens, number)) >= 0:
            number = before
            continue
        if token.kind == "verb":
            told = _over_verb(tokens, number, verb, joined=joined)
            if told is not None:
                return told or None
            found, forces = None, False
        if found is None and (meant := _meant(tokens, number)):
            return meant
        if token.kind == "prep" and token.low not in ("of", "by"):
            found, forces = None, False  # what a preposition holds is no subject
        elif found is None:
            forces = forces or (token.low in _FORCES and not tokens[number - 1].capital)
            found = _side(tokens, number) if token.count is None else None
        number -= 1
    return found or ("teller" if forces else None)


def _meant(tokens: Sequence[Token], number: int) -> str | None:
    """Give what a subject means that names no side: "teller" for "it" and "its", "nobody" for "gunmen"."""
    token = tokens[number]
    if token.kind in ("pron", "poss") and token.low != "there":
        return "teller"
    return "nobody" if token.low in _NOBODY and not (number and tokens[number - 1].capital) else None


def _is_joined(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb shares the subject of the one before it: "fought for hours and killed"."""
    number = verb - 1
    while number > 0 and tokens[number].kind in ("adv", "aux", "be"):
        number -= 1
    return number >= 0 and tokens[number].kind == "conj"


def _over_verb(tokens: Sequence[Token], number: int, verb: int, *, joined: bool) -> str | None:
    """Meet another verb in front of one: give "teller" or an empty text where that ends the search, None where not."""
    token = tokens[number]
    raising = bool(token.options.get(""))
    if (not raising or token.low in _SAID) and _is_telling(tokens, number, verb):
        return "teller"
    if not raising and (not (joined or is_ing(token)) or token.low in _SAID):
        return ""
    return "" if is_passive(tokens, number) else None


def _over_aside(tokens: Sequence[Token], comma: int) -> int:
    """Give the token before what commas set apart, as in "Cambodian forces, she said, had fired"; -1 if nothing is."""
    for number in range(comma - 1, max(comma - 7, 0), -1):
        if tokens[number].kind == ",":
            said = any(token.kind == "verb" or token.low in ("says", "say") for token in tokens[number + 1 : comma])
            return number - 1 if said else -1
    return -1


def _opens_clause(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether a comma closes a clause that opens a sentence: "As Israeli strikes went on, a missile hit"."""
    if tokens[comma].kind != "," or _over_aside(tokens, comma) >= 0:
        return False
    for number in range(comma - 1, max(comma - 16, -1), -1):
        if tokens[number].kind == ",":
            return False
        if tokens[number].kind == "sub":
            return number == 0 or tokens[number - 1].kind == "mark"
    return False


def _is_telling(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Tell whether a verb right before another has its subject: "claimed to have captured", "said it had"."""
    return all(token.kind in ("prep", "aux", "adv", "be") for token in tokens[at + 1 : verb])
