"""Encounters that share their verb: "met Doe on Friday and Roe on Saturday".

Contract: what has its own time or place behind a conjunction is an encounter of its own; every look-up goes over the
pieces of one clause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.extract import PieceKind
from warparse_meetings.circumstances import clause_end
from warparse_meetings.scene import Draft

if TYPE_CHECKING:
    from warparse_meetings.parties import Group
    from warparse_meetings.scene import Scene

__all__ = ["part"]


def part(scene: Scene, draft: Draft, other: Group) -> None:
    """End a draft where the next encounter of its verb begins, and open that.

    Args:
        scene: the sentence.
        draft: the first encounter, with all who take part.
        other: whom its words name behind the verb.
    """
    grammar = scene.grammar
    at = other.end
    while grammar.kind(at) is PieceKind.PREPOSITION and grammar.word(at) in ("in", "at") and grammar.is_nominal(at + 1):
        at += 2
    settled = at > other.end or scene.parties.is_parted(at)
    at += grammar.kind(at) is PieceKind.COMMA and grammar.kind(at + 1) is PieceKind.CONJUNCTION
    if not settled or grammar.kind(at) is not PieceKind.CONJUNCTION or grammar.word(at) != "and":
        return
    item = at + 1 + (grammar.word(at + 1) in ("with", "to"))
    if not grammar.is_nominal(item) or grammar.opens_clause(item):
        return
    following = scene.parties.read(item)
    placed = grammar.word(following.end) in ("in", "at") and grammar.is_nominal(following.end + 1)
    if not following.names or not (placed or scene.parties.is_parted(following.end)):
        return
    draft.stop = at
    start, end = grammar.pieces[item].start, grammar.pieces[following.end - 1].end
    names = [name for name in draft.names if name not in other.names]
    stop = max(clause_end(grammar, item), following.end)
    draft.more = Draft(item, draft.format, start, end, stop, [*names, *following.names], low=start)
