"""Where a list or a description starts that a noun phrase ends.

Contract: a look-up goes over a bounded number of pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.extract import PieceKind

if TYPE_CHECKING:
    from warparse.extract import Grammar
    from warparse_meetings.parties import Parties

__all__ = ["list_start"]


def list_start(grammar: Grammar, parties: Parties, at: int) -> int:
    """Give where the list or description starts that a noun phrase ends: "the leaders" in "the leaders of X and Y"."""
    closed = grammar.kind(at + 1) is PieceKind.COMMA and grammar.word(at - 3) == "and"
    start = at - 2 if closed and grammar.apposed(at - 2) == at else at  # "X and his counterpart, Y,"
    for _ in range(12):
        link = start - 1
        if grammar.kind(link) is PieceKind.COMMA and grammar.kind(start) is not PieceKind.PRONOUN and start != at:
            other = link - 1
        elif grammar.kind(link) is PieceKind.CONJUNCTION and grammar.word(link) in ("and", "&"):
            other = link - 1 - (grammar.kind(link - 1) is PieceKind.COMMA)
        elif grammar.word(link) in ("of", "from") and grammar.kind(link) is PieceKind.PREPOSITION:
            other = link - 1
        else:
            break
        if not grammar.is_nominal(other) or grammar.pieces[other].owned:
            break
        if grammar.kind(other - 1) is PieceKind.PREPOSITION and grammar.word(other - 1) not in (
            "of",
            "from",
            "between",
            "for",
            "as",
        ):
            break
        if (
            grammar.word(link) == "of"
            and not parties.one(other).names
            and grammar.pieces[other].head.value not in ("people", "body")
        ):
            break
        start = other
    return start
