"""What a count's sentence says of it: the verb that governs it from the left, the predicate on its right.

Contract: each question walks over the tokens of one sentence at most once; what it gives are places of tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from warparse_attacks.scan import is_ing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["Role", "governor", "is_hypothetical", "predicate"]

_SKIPPED: Final = frozenset(("adv", "quote", "time"))
_WEAK: Final = frozenset(("det", "poss", "obj"))
_MODALS: Final = frozenset(("will", "would", "could", "should", "might", "must", "shall", "can"))
_LIST: Final = frozenset((",", "conj"))
_OPENS: Final = frozenset(("det", "poss", "count", "word", "obj", "pron"))
_JOINING: Final = frozenset(("with", "including", "despite", "following"))
_SHARES: Final = frozenset(("most", "all", "some", "both", "half", "many", "several", "none"))
_STATES: Final = frozenset(
    ("dead", "missing", "hurt", "unaccounted", "alive", "unharmed", "unhurt", "safe", "prisoner", "hostage", "captive")
)


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
    near = True
    number = at - 1
    preposition = ""
    while number >= 0:
        token = tokens[number]
        kind = token.kind
        if kind == "verb":
            return _over(tokens, number, preposition, near=near)
        if kind in (":", ";", "dash", "sub", "rel", "(", "mark", "source") or (kind in ("be", "aux")):
            return None
        if kind == "prep":
            if near and not preposition:
                preposition = token.low
            elif near:
                near = False
        elif kind in _SKIPPED or kind in _WEAK:
            pass
        elif kind in _LIST and near and not preposition:
            return _listed(tokens, number)
        else:
            near = False
            if preposition and kind == "word":
                pass
        number -= 1
        if at - number > 14:
            return None
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
    for number in range(at - 1, max(at - 40, -1), -1):
        token = tokens[number]
        if token.kind in (":", ";", "sub", "rel", "source", "mark", "be", "aux"):
            return None
        if token.kind == "prep" and token.low == "with" and _next_kind(tokens, number + 1) == "count":
            using = True
        if token.kind == "verb":
            kind = _next_kind(tokens, number + 1)
            if using or (kind == "prep" and tokens[number + 1].low == "with"):
                return Role(number, "with", near=False)
            if kind not in ("count", "word") or is_passive(tokens, number):
                if is_ing(token) and tokens[number - 1].kind == "word":
                    continue
                return None
            return Role(number, "object", near=False, negative=_negative(tokens, number))
    return None


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
    return after == "by"


def _negative(tokens: Sequence[Token], verb: int) -> bool:
    for number in range(verb - 1, max(verb - 5, -1), -1):
        if tokens[number].low in ("not", "never", "n't", "neither", "nor", "fail", "failed", "without") or tokens[
            number
        ].low.endswith("n't"):
            return True
        if tokens[number].kind not in ("adv", "be", "aux", "prep"):
            return False
    return False


def is_hypothetical(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether a verb tells what may or shall be: "could launch", "wants to fire"."""
    for number in range(verb - 1, max(verb - 5, -1), -1):
        token = tokens[number]
        if token.low in _MODALS:
            return True
        if token.low == "to":
            return not (number and tokens[number - 1].low in ("managed", "able", "claims", "claimed", "continued"))
        if token.low in ("have", "having", "has", "had") and tokens[number - 1].low == "to":
            return False
        if token.kind not in ("adv", "be", "aux"):
            return False
    return False


def predicate(tokens: Sequence[Token], at: int, begin: int = 0) -> Role | None:
    """Find what is said of a count behind it: "57 of which were shot down", "55,000 troops killed".

    Args:
        tokens: the sentence.
        at: the count.
        begin: where to start; right behind the count where 0.
    """
    number = begin or at + 1
    before = tokens[at - 1] if at else None
    if before is not None and before.kind == "prep" and before.low not in _JOINING:
        follows = tokens[number] if number < len(tokens) else None
        if follows is None or not (follows.kind == "verb" or follows.low in _STATES):
            return None  # what a preposition holds is no subject
    helped = negative = aside = False
    while number < len(tokens) and number - at < 40:
        token = tokens[number]
        kind = token.kind
        if kind in ("be", "aux"):
            helped = True
            if token.low in _MODALS and not _is_rumoured(tokens, number):
                return None
            negative = negative or token.low.endswith("n't")
        elif kind == "adv" or kind == "quote":
            negative = negative or token.low in ("not", "never")
        elif token.low in _STATES and (
            helped or number == at + 1 or tokens[number - 1].kind in ("adv", "verb", "conj")
        ):
            return Role(number, "state", number == at + 1, negative)
        elif kind == "verb" and aside and not token.options:
            helped = False  # "two labourers who were sleeping there died"
        elif aside and not helped and kind in ("word", "prep", "det", "poss", "obj", "time"):
            pass
        elif kind == "verb":
            found = _said(tokens, number, at, helped=helped, negative=negative)
            if found is not None:
                return found
        elif kind == "prep" and token.low == "to" and helped:
            pass
        elif helped:
            return _placed(tokens, number, at) if kind == "prep" else None
        elif kind == "rel" or token.low == "that":
            if tokens[number - 1].kind not in ("count", ",", "word"):
                return None
            aside = True
        else:
            number = _over_phrase(tokens, number, at)
            if number < 0:
                return None
            continue
        number += 1
    return None


def _is_rumoured(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].low in ("may", "might", "could") and at + 1 < len(tokens)


def _said(tokens: Sequence[Token], number: int, at: int, *, helped: bool, negative: bool) -> Role | None:
    """Read the verb of a predicate; None where it only leads to another ("are believed to have died")."""
    token = tokens[number]
    verb = token.options.get("")
    if verb is not None and verb.senses == ("raise",):
        return None
    if verb is None and token.low in ("expected", "due", "set", "trying", "going", "able", "seen"):
        return None
    if is_ing(token):
        return Role(number, "subject", number == at + 1, negative)
    if helped and is_passive(tokens, number):
        return Role(number, "passive", near=True, negative=negative)
    form = verb.form if verb else "both"
    if verb is not None and verb.senses[0] in ("fall", "die", "enter"):
        return Role(number, "subject", near=True, negative=negative)
    if not helped and form in ("both", "participle"):
        after = number + 1
        while after < len(tokens) and tokens[after].kind == "adv":
            after += 1
        acts = after < len(tokens) and tokens[after].kind in _OPENS and tokens[after].kind != "time"
        return Role(number, "subject" if acts else "passive", number == at + 1, negative)
    return Role(number, "subject", near=True, negative=negative)


def _placed(tokens: Sequence[Token], number: int, at: int) -> Role | None:
    """Read where a count is: "five are still under the rubble", "sixteen were over Bryansk"."""
    word = tokens[number].low
    if word in ("under", "beneath"):
        return Role(number, "state", near=True)
    return (
        Role(number, "place", near=True) if word in ("over", "in", "near", "above", "from", "on", "at", "off") else None
    )


def _over_phrase(tokens: Sequence[Token], number: int, at: int) -> int:
    """Go over what may stand between a count and its verb; give the token behind it, -1 where none may."""
    token = tokens[number]
    kind = token.kind
    if kind == "prep":
        number += 1
        while number < len(tokens) and tokens[number].kind in (
            "word",
            "det",
            "poss",
            "time",
            "count",
            "adv",
            "obj",
            "quote",
        ):
            if tokens[number].kind == "count" and tokens[number - 1].kind not in ("prep", "det"):
                break
            number += 1
        return number
    if kind in ("time", "("):
        if kind == "(":
            while number < len(tokens) and tokens[number].kind != ")":
                number += 1
        return number + 1
    if kind in _LIST:
        return _over_list(tokens, number, at)
    if kind == "word" and tokens[number - 1].kind in ("count", "word"):
        return number + 1
    return -1


def _over_list(tokens: Sequence[Token], number: int, at: int) -> int:
    """Go over a list's next member, or over what commas set apart: ", including two children,"."""
    following = number + 1
    if tokens[number].kind == "," and following < len(tokens) and tokens[following].kind == "conj":
        following += 1
    if following >= len(tokens):
        return -1
    token = tokens[following]
    if token.kind == "count" and token.count is not None and token.count.part in ("", "of") and not token.count.people:
        return following + 1 if token.count.kind or following + 1 < len(tokens) else -1
    if (token.kind == "det" and token.low not in _SHARES) or (token.count is not None and token.count.people):
        following += 1
        while following < len(tokens) and tokens[following].kind in ("word", "count"):
            following += 1
        return following
    if tokens[number].kind == "," and token.capital and token.kind == "word":
        for end in range(following + 1, min(following + 14, len(tokens) - 1)):
            if tokens[end].kind == "," and tokens[end + 1].kind in ("be", "aux", "verb"):
                return end + 1  # "two nurses, Jane Doe and Mary Roe, were killed"
        return -1
    apart = (
        token.low in ("including", "among", "most", "all", "mostly", "mainly", "both", "some", "one", "two", "at")
        or token.count is not None
    )
    if tokens[number].kind == "," and apart:
        for end in range(following + 1, min(following + 14, len(tokens))):
            if tokens[end].kind == ",":
                return end + 1
            if tokens[end].kind in ("verb", "be", "aux") and tokens[following].count is not None:
                return -1
    return following + 1 if token.kind == "word" and tokens[number].kind == "conj" else -1
