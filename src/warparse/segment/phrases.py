"""The phrases that tell what a line is about: a publisher's, a recap's, a live page's; one scan for all.

Contract: `find_phrases` scans a text once for every listed phrase; upper and lower case and the two
apostrophes are the same; a phrase begins at a word's beginning. Linear in the text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field

from warparse.lexicon.finder import Finder, fold_case
from warparse.lexicon.lists import read_list, read_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warparse.segment.lines import Line

__all__ = ["NO_PHRASES", "Phrase", "Phrases", "find_phrases"]


class Phrase(NamedTuple):
    """A publisher's phrase."""

    words: str
    """The phrase, in lower case."""
    reason: str
    """Why a line that says it is noise."""
    sure: bool
    """Whether it says so by itself; others prove nothing alone."""


@define
class Phrases:
    """The listed phrases of one line."""

    furniture: list[Phrase] = field(factory=list)
    """What a publisher or an interface says."""
    recap: str = ""
    """What announces a recap; empty if nothing does."""
    live: str = ""
    """What a live page says of itself; empty if nothing does."""


NO_PHRASES = Phrases()


@cache
def _finder() -> tuple[Finder, list[tuple[str, Phrase]]]:
    entries: dict[str, tuple[str, Phrase]] = {}
    for words in read_list("summary_words"):
        entries[words] = ("recap", Phrase(words, "", sure=False))
    for words in read_list("live_words"):
        entries.setdefault(words, ("live", Phrase(words, "", sure=False)))
    for name, sure in (("noise_phrases", True), ("noise_vocabulary", False)):
        for words, reason in read_pairs(name):
            plain = words.replace("’", "'")
            entries.setdefault(plain, ("furniture", Phrase(plain, reason, sure=sure)))
    return Finder(entries), list(entries.values())


def find_phrases(text: str, lines: list[Line]) -> Mapping[int, Phrases]:
    """Find the listed phrases of a text.

    Args:
        text: the mended text, of which the lines are parts.
        lines: its lines, in order.

    Returns:
        By index of the line, its phrases; nothing for lines without any.
    """
    finder, entries = _finder()
    lowered = fold_case(text)
    found: dict[int, Phrases] = {}
    at = 0
    for entry, start, end in finder.find(lowered):
        table, phrase = entries[entry]
        if (start and lowered[start - 1].isalnum()) or (not phrase.sure and lowered[end : end + 1].isalnum()):
            continue
        while at < len(lines) and lines[at].end <= start:
            at += 1
        if at < len(lines) and lines[at].start <= start:
            here = found.setdefault(at, Phrases())
            if table == "furniture":
                here.furniture.append(phrase)
            elif table == "recap":
                here.recap = here.recap or phrase.words
            else:
                here.live = here.live or phrase.words
    return found
