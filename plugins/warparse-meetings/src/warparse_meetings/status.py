"""Whether an encounter takes place, by the words around it.

Contract: pure functions of lower-case text; the lists of `data/cues.txt` decide, each read as whole words.
"""

from __future__ import annotations

import re
from functools import cache

from warparse_meetings.model import Status
from warparse_meetings.words import lines

__all__ = ["ORDER", "find_cue"]

ORDER = ("unsure", "denied", "cancelled", "postponed", "proposed", "planned", "ongoing", "held")
"""The cues from the strongest to the weakest."""


_GAP = r"[\s“”‘’\"]{1,3}"
"""What may stand between two words: a space, and a mark of a quotation."""
_NOTHING = re.compile(
    r"\bno (?:\w+ ){0,2}(?:plans?|dates?|intention|need|prospects?|sign|point|agreement|arrangement)\b"
)


@cache
def _patterns() -> dict[str, dict[str, re.Pattern[str]]]:
    table: dict[str, dict[str, re.Pattern[str]]] = {}
    for line in lines("cues"):
        place, _, words = line.partition(" | ")
        where, _, status = place.partition(" ")
        phrases = sorted(
            (_GAP.join(map(re.escape, phrase.split())) for phrase in words.split(",")), key=len, reverse=True
        )
        table.setdefault(where, {})[status] = re.compile(rf"(?<![\w-])(?:{'|'.join(phrases)})(?![\w-])")
    return table


def find_cue(text: str, where: str) -> Status | None:
    """Give the status that the strongest cue in some words decides; None where there is none.

    Args:
        text: the words in lower case, with straight apostrophes.
        where: "before", "beside" or "behind".

    >>> find_cue("has no plans to", "before"), find_cue("hopes to", "before"), find_cue("had", "before")
    (<Status.DENIED: 'denied'>, <Status.PROPOSED: 'proposed'>, None)
    """
    patterns = _patterns()[where]
    if where == "before" and _NOTHING.search(text) and not patterns["unsure"].search(text):
        return Status.DENIED
    for name in ORDER:
        pattern = patterns.get(name)
        if pattern is not None and pattern.search(text):
            return Status.PROPOSED if name == "unsure" else Status(name)
    return None
