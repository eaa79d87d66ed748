"""Words that a document repeats: a heading or caption quotes what the prose tells who said.

Contract: exact copies are found by a table, parts of a quote among the first quotes of a document only, so
the work grows with the number of quotes.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from warparse.model import NameKind

if TYPE_CHECKING:
    from warparse.names.index import NameIndex
    from warparse.speech.passages import Answer, Passage

__all__ = ["share_words"]

_SEARCHED: Final = 400
"""Quotes of a document in which the words of another are looked for."""
_LETTERS: Final = 2000
"""Characters of each of them, from its start, in which they are looked for."""
_SHARED: Final = 0.75
"""Share of its words that a heading's quote must have in common with one of the prose."""
_FEWEST: Final = 2
"""Words that a heading's quote must have to be looked for by its words."""
_GUESSES: Final = ("speaker.recent", "speaker.subject", "speaker.paragraph-above")
"""Rules that tell by what stands above; the same words told elsewhere tell better."""
_WORD: Final = re.compile(r"[^\W_]{3,}")


def share_words(passages: list[Passage], told: list[list[Answer]], index: NameIndex) -> None:
    """Give a heading's or caption's quote, and one whose speaker has no name, the speaker of the same words elsewhere."""
    sure: dict[str, str] = {}
    guessed: dict[str, str] = {}
    asked: list[tuple[str, list[Answer], int, bool]] = []
    for passage, answers in zip(passages, told, strict=True):
        for number, (start, end) in enumerate(passage.quotes):
            speaker, rule = answers[number]
            known = guessed if rule in _GUESSES else sure
            person = speaker is not None and _is_person(speaker, index)
            words = _bare(passage.text[start:end])
            if passage.aside or not person or known is guessed:
                asked.append((words, answers, number, passage.aside))
            if (
                speaker
                and not passage.aside
                and (words not in known or (person and not _is_person(known[words], index)))
            ):
                known[words] = speaker
    heaps = [
        [(words[:_LETTERS], speaker) for words, speaker in islice(known.items(), _SEARCHED)]
        for known in (sure, guessed)
    ]
    for words, answers, number, aside in asked:
        speaker = answers[number][0]
        for known, heap in zip((sure, guessed), heaps, strict=True):
            found = known.get(words)
            if found is None or not _is_person(found, index):
                found = _within(words, heap, index, loosely=aside) or found
            if found and ((aside and speaker is None) or _is_person(found, index)):
                if found != speaker:
                    answers[number] = (found, "speaker.same-words")
                break


def _is_person(name: str, index: NameIndex) -> bool:
    entity = index.by_name.get(name)
    return entity is not None and entity.kind is NameKind.PERSON


def _within(words: str, quoted: list[tuple[str, str]], index: NameIndex, *, loosely: bool) -> str | None:
    """Give the speaker of the first quote that holds some words, or of that with most of them."""
    if " " not in words:
        return None
    holding = [speaker for text, speaker in quoted if words in text]
    if holding or not loosely:
        return next((speaker for speaker in holding if _is_person(speaker, index)), holding[0] if holding else None)
    wanted = frozenset(_WORD.findall(words))
    if len(wanted) < _FEWEST:
        return None
    best, least = None, max(_FEWEST - 1, _SHARED * len(wanted) - 1)
    for text, speaker in quoted:
        shared = sum(word in text for word in wanted)
        if shared > least:
            best, least = speaker, shared
    return best


def _bare(words: str) -> str:
    return words.strip(" .,!?…").lower().replace("’", "'")
