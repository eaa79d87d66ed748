"""Who somebody is, told in the sentence before the one that names them.

Contract: looks at a bounded stretch before a name that begins its sentence and says something there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.segment.titles import Office, ends_office, find_office
from warparse.segment.words import AUXILIARY, CLASS, MAYBE, SAY, THINK, classes

if TYPE_CHECKING:
    from warparse.segment.capitals import Run

__all__ = ["find_office_above"]

_REACH: Final = 360
"""Characters in which the sentence before stands."""
_BEHIND: Final = re.compile(r"\s(\w+)")
_SENTENCE: Final = re.compile(r"[.!?…][”\"’')]*\s+")
_OFFICE: Final = 5
"""Words of an office, with the state before it."""


def find_office_above(run: Run, above: str) -> Office | None:
    """Find the office of whom the sentence before spoke: "Norway's defence minister warned of it. Jane Doe said ...".

    Args:
        run: the first mention of somebody of whom nothing else is told.
        above: the text before the one in which it stands.
    """
    behind = _BEHIND.match(run.prose, run.at + run.end - run.start)
    if behind is None or not _is_saying(behind[1]):
        return None
    stretch = run.prose[max(0, run.at - _REACH) : run.at] if run.at else f"{above[-_REACH:]} "
    *told, rest = _SENTENCE.split(stretch)
    words = told[-1].split() if told and not rest else []
    for at in range(len(words) - 2, 0, -1):
        if ends_office(words[at].rstrip(",")) and (words[at + 1] == "who" or _is_saying(words[at + 1].rstrip(","))):
            office = find_office(" ".join(words[max(0, at + 1 - _OFFICE) : at + 1]))
            if office and (office.state or " " in office.title):
                return office
    return None


def _is_saying(word: str) -> bool:
    kind = classes().get(word, 0)
    return (SAY <= kind & CLASS <= THINK and not kind & MAYBE) or kind & CLASS == AUXILIARY
