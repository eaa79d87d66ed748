"""Who somebody is, told in the sentence before the one that names them.

Contract: looks at a bounded stretch before a name that begins its sentence and says something there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import AUXILIARY, BE, CLASS, JUDGE, MAYBE, SAY, THINK, VERB, classes
from warparse.names.titles import Office, ends_office, find_office

if TYPE_CHECKING:
    from warparse.names.capitals import Run

__all__ = ["find_office_above"]

_REACH: Final = 360
"""Characters in which the sentence before stands."""
_BEHIND: Final = re.compile(r"\s(\w+)")
_SENTENCE: Final = re.compile(r"[.!?…][”\"’')]*\s+")
_VERBS: Final = (BE, AUXILIARY, VERB, SAY, JUDGE, THINK)
_OFFICE: Final = 5
"""Words of an office, with the state before it."""


def find_office_above(run: Run, above: str) -> Office | None:
    """Find the office of whom the sentence before spoke: "Norway's defence minister warned of it. Jane Doe said ...".

    Args:
        run: the first mention of somebody of whom nothing else is told.
        above: the text before the one in which it stands.
    """
    behind = _BEHIND.match(run.prose, run.at + run.end - run.start)
    if behind is None or classes().get(behind[1], 0) & CLASS not in _VERBS:
        return None
    stretch = run.prose[max(0, run.at - _REACH) : run.at] if run.at else f"{above[-_REACH:]} "
    *told, rest = _SENTENCE.split(stretch)
    if rest and not (rest[:1].isupper() and rest.endswith(", ")):
        return None
    return next((office for sentence in reversed(told) if (office := _find_speaking(sentence.split()))), None)


def _find_speaking(words: list[str]) -> Office | None:
    """Find the office of whoever says something in a sentence, before the verb or behind it."""
    for at in range(len(words) - 1, 0, -1):
        if not ends_office(words[at].rstrip(",")):
            continue
        first = max(0, at + 1 - _OFFICE)
        following = words[at + 1].rstrip(",") if at + 1 < len(words) else ""
        behind = any(_is_saying(word) and words[k + 1] == "the" for k, word in enumerate(words[first:at], first))
        if not (following == "who" or _is_saying(following) or behind):
            continue
        office = find_office(" ".join(words[first : at + 1]).rstrip(","))
        if office and (office.state or " " in office.title or following == "of"):
            return office
    return None


def _is_saying(word: str) -> bool:
    kind = classes().get(word, 0)
    return (SAY <= kind & CLASS <= THINK and not kind & MAYBE) or kind & CLASS == AUXILIARY
