"""What stands right beside a quote: a name or a pronoun with a verb of saying.

Contract: tells only what the reading of the whole paragraph would tell too (`reader`), for the greater part of
all quotes at a small part of its cost.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import CONJUNCTION, PREPOSITION, RELATIVE, SAY, SUBORDINATOR, classes
from warparse.model import NameKind

if TYPE_CHECKING:
    from warparse.names.index import NameIndex
    from warparse.speech.passages import Passage

__all__ = ["find_beside", "goes_on_alone"]

_GAP: Final = re.compile(r"[”\"’'»]{1,2}\s{1,2}")
_NEXT: Final = re.compile(r"\s([^\W\d_]{2,20})(?=[\s.,;:]|$)")
_PAIR: Final = re.compile(r"([^\W\d_]{2,20})\s(?:([^\W\d_]{2,20})(?=[\s.,;:]|$))?")
_OPEN: Final = ",?!"
_AFTER_NAME: Final = frozenset((PREPOSITION, SUBORDINATOR, CONJUNCTION, RELATIVE))
_CLOSERS: Final = "”\"’'»*_ "
_OPENERS: Final = "“\"‘'«„*_>•- "
_ENDED: Final = re.compile(r"[^.!?…:;“”«»\"\n]{1,160}\.\s+[“\"‘'«]")


def find_beside(passage: Passage, number: int, index: NameIndex, starts: list[int]) -> str | None:
    """Find who says a quote by the clause right behind it: “...,” Jane Doe said; “...,” said Jane Doe; “...,” she said.

    Args:
        passage: the passage that holds the quote.
        number: which of its quotes.
        index: the document's names.
        starts: where each of the index's runs of capitals starts.

    Returns:
        A person's fullest name, or "he" or "she" if the quote opens its passage; None if nothing so plain stands there.
    """
    text = passage.text
    start, end = passage.quotes[number]
    gap = _GAP.match(text, end) if text[end - 1] in _OPEN else None
    if gap is None:
        return None
    at, table = gap.end(), classes()
    if not text[at : at + 1].islower():
        name, behind = _person_at(passage.start + at, index, starts)
        following = _NEXT.match(text, behind - passage.start) if name else None
        return name if following and table.get(following[1]) == SAY else None
    pair = _PAIR.match(text, at)
    if pair is None:
        return None
    if pair[1] in ("he", "she"):
        alone = not number and not text[:start].strip(_OPENERS)
        return pair[1] if alone and table.get(pair[2]) == SAY else None
    if table.get(pair[1]) != SAY or pair[1] == "told":
        return None
    name, behind = _person_at(passage.start + pair.end(1) + 1, index, starts)
    rest = behind - passage.start
    following = _NEXT.match(text, rest)
    fits = text[rest : rest + 1] in (".", ",") or (following and table.get(following[1], 0) in _AFTER_NAME)
    return name if fits else None


def _person_at(place: int, index: NameIndex, starts: list[int]) -> tuple[str | None, int]:
    """Give the person whom a run of capitals at a place of the document names, and where the run ends."""
    number = bisect_left(starts, place)
    if number == len(starts) or starts[number] != place:
        return None, place
    entity, run = index.named[number], index.runs[number]
    if entity is None or entity.kind is not NameKind.PERSON or run.possessive:
        return None, place
    return entity.name, run.end


def goes_on_alone(passage: Passage, number: int) -> bool:
    """Tell whether a quote is a sentence by itself, right behind the sentence in which the one before it is attributed."""
    text, (start, end) = passage.text, passage.quotes[number]
    if text[end - 1] not in ".!?…" or not text[start].isupper():
        return False
    if not _ENDED.fullmatch(text, passage.quotes[number - 1].end + 1, start):
        return False
    rest = text[end : end + 8].lstrip(_CLOSERS)
    return not rest or (text[end - 1] == "." and rest[0].isupper())
