"""Verbs: the one that governs a count from the left, and what their forms and helpers tell.

Contract: each question walks over the tokens of one sentence at most once; what it gives are places of tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from warparse_attacks.scan import is_ing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["MODALS", "Role", "governor", "is_hypothetical", "is_passive"]

_REACH: Final = 14
"""Tokens over which a verb is looked for."""
_LONGEST: Final = 40
"""Tokens of a list."""
_SKIPPED: Final = frozenset(("adv", "quote", "time"))
_WEAK: Final = frozenset(("det", "poss", "obj"))
_BARS: Final = frozenset((":", ";", "dash", "sub", "rel", "(", "mark", "source", "be", "aux"))
"""Kinds over which no verb governs."""
_LIST: Final = frozenset((",", "conj"))
_NOT: Final = frozenset(("not", "never", "neither", "nor", "fail", "failed", "without"))
_BOUND: Final = frozenset(("managed", "able", "claims", "claimed", "continued"))
"""Words behind which an infinitive tells what was done."""
MODALS: Final = frozenset(("will", "would", "could", "should", "might", "must", "shall", "can"))


class Role(NamedTuple):
    """A verb with what a count is to it."""

    verb: int
    """Where the verb stands; of a state ("dead"), where its word stands."""
    role: str
    """"object", "subject", "passive", "state", "with" ("attacked with 30 drones"), "by" ("hit by two missiles")."""
    near: bool
    """Whether nothing but small words stands between."""
    negative: bool = False
    """Whether it is denied: "did not reach"."""


def governor(tokens: Sequence[Token], at: int) -> Role | None:
    """Find the verb in front of a count that has it as its object, near or over a list."""
    near, preposition = True, ""
    for number in range(at - 1, max(at - _REACH, -1), -1):
        kind = tokens[number].kind
        if kind == "verb":
            return _over(tokens, number, preposition, near=near)
        if kind in _BARS:
            return _announced(tokens, number) if kind == ":" and near and not preposition else None
        if kind in _LIST and near and not preposition:
            return _listed(tokens, number)
        if kind == "prep" and near and not preposition:
            preposition = tokens[number].low
        elif kind not in _SKIPPED and kind not in _WEAK:
            near = False
    return None


def _over(tokens: Sequence[Token], verb: int, preposition: str, *, near: bool) -> Role | None:
    passive = is_passive(tokens, verb)
    if preposition == "":
        return None if passive or not near else Role(verb, "object", near=True, negative=_negative(tokens, verb))
    role = {"with": "with", "by": "by"}.get(preposition, "at")
    return Role(verb, role, near)


def _listed(tokens: Sequence[Token], at: int) -> Role | None:
    """Find the verb that governs a list from its later members: "launched 131 drones and two missiles"."""
    using = False
    for number in range(at - 1, max(at - _LONGEST, -1), -1):
        token = tokens[number]
        if token.kind == ":":
            return _announced(tokens, number)
        if token.kind in _BARS and token.kind not in ("dash", "("):
            return None
        if token.kind == "prep" and token.low == "with" and _next_kind(tokens, number + 1) == "count":
            using = True
        if token.kind != "verb":
            continue
        kind = _next_kind(tokens, number + 1)
        if using or (kind == "prep" and tokens[number + 1].low == "with"):
            return Role(number, "with", near=False)
        if kind in ("count", "word") and not is_passive(tokens, number):
            return Role(number, "object", near=False, negative=_negative(tokens, number))
        if not (is_ing(token) and tokens[number - 1].kind == "word"):
            return None
    return None


def _announced(tokens: Sequence[Token], colon: int) -> Role | None:
    """Find the verb before a colon that governs the list behind it: "the following have been destroyed: 12 tanks"."""
    verb = colon - 1
    while verb > 0 and tokens[verb].kind in _SKIPPED:
        verb -= 1
    if verb < 0 or tokens[verb].kind != "verb":
        return None
    return Role(verb, "passive" if is_passive(tokens, verb) else "object", near=False)


def _next_kind(tokens: Sequence[Token], at: int) -> str:
    """Give the kind of the first token that weighs, from one on."""
    while at < len(tokens) and tokens[at].kind in (*_SKIPPED, *_WEAK):
        at += 1
    return tokens[at].kind if at < len(tokens) else ""


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb is passive: behind a form of "be", or before "by"."""
    verb = tokens[at].options.get("")
    if is_ing(tokens[at]):
        return False
    if verb is not None and verb.form in ("base", "s", "past"):
        return False
    before = at - 1
    while before >= 0 and tokens[before].kind in ("adv", "quote"):
        before -= 1
    if before >= 0 and tokens[before].kind == "be":
        return True
    while before >= 0 and tokens[before].kind in ("conj", "verb", "adv", ","):
        if tokens[before].kind == "verb" and (
            tokens[before].options.get("") is None or tokens[before - 1].kind == "be"
        ):
            return tokens[before - 1].kind == "be"
        before -= 1
        if at - before > 4:
            break
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return after == "by" and not (at + 2 < len(tokens) and is_ing(tokens[at + 2]))  # "responded by launching"


def _negative(tokens: Sequence[Token], verb: int) -> bool:
    for number in range(verb - 1, max(verb - 5, -1), -1):
        token = tokens[number]
        if token.low in _NOT or token.low.endswith("n't"):
            return True
        if token.kind not in ("adv", "be", "aux", "prep"):
            return False
    return False


def is_hypothetical(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb tells what may or shall be: "could launch", "wants to fire"."""
    for number in range(verb - 1, max(verb - 5, -1), -1):
        token = tokens[number]
        if token.low in MODALS:
            return True
        if token.low == "to":
            return not (number and tokens[number - 1].low in _BOUND)
        if token.low in ("have", "having", "has", "had") and tokens[number - 1].low == "to":
            return False
        if token.kind not in ("adv", "be", "aux"):
            return False
    return False
