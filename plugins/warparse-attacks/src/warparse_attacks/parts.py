"""Counts that are part of others: "51 of 87 drones", "185 drones, 22 over Bryansk", "57 of which".

Contract: each question looks at a bounded number of tokens beside the count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse_attacks.grammar import governor
from warparse_attacks.predicate import predicate
from warparse_attacks.scan import is_ing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["is_inside", "is_part", "is_told", "is_whole"]

_INSIDE: Final = frozenset(("including", "among", "include", "includes", "included"))
_PLACING: Final = frozenset(("over", "in", "near", "above", "from", "on", "at", "off"))


def is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a count is what another is part of: "51 of 87 drones"."""
    for number in range(at - 1, max(at - 4, -1), -1):
        token = tokens[number]
        if token.count is not None:
            return token.count.part == "whole"
        if token.low == "of" and (not number or tokens[number - 1].kind in (":", ";", ",", "quote")):
            return True  # "Of the 512 drones that were sent, 448 ..."
        if token.kind != "poss" and token.low not in ("of", "the", "some", "about", "all"):
            return False
    return False


def is_part(tokens: Sequence[Token], at: int, kind: str) -> bool:
    """Tell whether a count divides the one before it, which counts some kind of thing."""
    count = tokens[at].count
    if count is None or (count.kind and count.kind != kind):
        return False
    if count.part in ("them", "of"):
        return True
    if count.kind:
        return is_inside(tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    placed = following is not None and following.kind == "prep" and following.low in _PLACING
    listed = at > 0 and tokens[at - 1].kind in (",", "conj", ":", "dash")
    return placed and (listed or is_inside(tokens, at))


def is_inside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "including", "among them" or "of which" stands in front."""
    if not at:
        return False
    before = tokens[at - 1].low
    if before in _INSIDE or before in ("which", "whom"):
        return True
    return before in ("them", "those", "dead") and at > 1 and tokens[at - 2].low in _INSIDE


def is_told(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb tells something else of a count: "one of them said"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    kind = following.kind if following is not None else ""
    if kind == "aux" or (following is not None and kind == "verb" and not is_ing(following)):
        return True
    if not at and kind != "be":
        return True
    role = predicate(tokens, at)
    if role is not None and role.role in ("subject", "passive", "state") and not is_ing(tokens[role.verb]):
        return True
    over = governor(tokens, at)
    return over is not None and over.near and over.role == "object"
