"""Noun phrases that "and" and commas join.

Contract: every look-up goes over a bounded number of chunks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import OTHER, PEOPLE, PREPOSITION
from warparse.speech.chunks import COLON, COMMA, NAME, NOUN, QUOTE, STOP

if TYPE_CHECKING:
    from warparse.speech.chunks import Chunk

__all__ = ["ENDS", "STEPS", "find_led", "is_joint"]

STEPS: Final = 8
"""Chunks over which a search goes."""
ENDS: Final = frozenset((STOP, COLON, QUOTE))
_LEADING: Final = frozenset(("between", "of", "from", "with"))
_NOUNS: Final = frozenset((NAME, NOUN))


def is_joint(kinds: list[int], chunks: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is the second of two that share a verb: "Egypt and Qatar said"."""
    other, chunk = at - 2, chunks[at]
    if kinds[other] != chunk.kind or chunks[other].head != chunk.head or chunks[other].owned:
        return False
    return kinds[other - 1] in ENDS


def find_led(kinds: list[int], chunks: list[Chunk], at: int) -> int:
    """Give the first of a list that a preposition leads and a chunk ends: "talks between Egypt and Qatar began".

    Returns:
        Its number; -1 if there is no such list.
    """
    first, chunk = at - 2, chunks[at]
    for _ in range(STEPS):
        other = chunks[first]
        if kinds[first] not in _NOUNS or other.owned:
            return -1
        adjective = (
            other.head == OTHER and other.first == other.last and chunk.head == PEOPLE
        )  # "Swedish and Finnish officials"
        alike = kinds[first] == chunk.kind and (other.head == chunk.head or adjective)
        if kinds[first - 1] == PREPOSITION:
            word = chunks[first - 1].word
            leads = word == "between" or (alike and word in _LEADING)
            return first if leads and kinds[first - 2] in _NOUNS else -1
        if kinds[first - 1] != COMMA or not alike:
            return -1
        first -= 2
    return -1
