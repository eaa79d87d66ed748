"""What stands around a name, and what it says for a person.

Contract: looks at a bounded number of characters on either side of a run of capitals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import AUXILIARY, BE, CLASS, JUDGE, MAYBE, PEOPLE, SAY, THINK, VERB, classes, nouns
from warparse.names.titles import (
    RANKS,
    find_office,
    find_office_across,
    find_office_after,
    find_office_before,
    gender_of,
)

if TYPE_CHECKING:
    from warparse.names.capitals import Run
    from warparse.names.entities import Entity
    from warparse.names.titles import Office

__all__ = ["is_attended", "is_described", "is_placed", "is_seat", "said_behind", "weigh"]

_AGE: Final = re.compile(r",\s{1,3}\d\d?\b")
_APPOSED: Final = re.compile(
    r",\s{1,3}(?:(who|whose)|an?|the|his|her|its|their)\s{1,3}(?:[^,.;:“”\"]{1,90},\s{1,3}(\w+))?"
)
_WORD_BEHIND: Final = re.compile(r",?\s{1,3}([\w’']+)")
_PLACED: Final = frozenset("in near at into around outside across over through on off aboard inside".split())
_OF: Final = re.compile(r"\b([\w-]+)\s{1,3}of\s{1,3}\Z")
_NEAR: Final = 24
"""Characters in which the word beside a name stands."""
_FAR: Final = 90
"""Characters in which what somebody is stands."""
_ADMINISTRATION: Final = r"(?:head|chief|leader) of [\w’' -]{0,60}administration"
_HEADED: Final = re.compile(rf"\b{_ADMINISTRATION},?\s\Z")
_HEADING: Final = re.compile(rf",\s(?:the\s)?{_ADMINISTRATION}\b")
_TOLD: Final = frozenset((SAY, JUDGE, THINK))
_ACTING: Final = frozenset((VERB, BE, AUXILIARY))


def weigh(entity: Entity, run: Run) -> None:
    """Add what stands around a name: for a person an office, an age, a verb; against one an article, a place's word."""
    prose, end = run.prose, run.at + run.end - run.start
    evidence, office = _weigh_before(entity, run)
    if prose[end : end + 1] == ",":
        evidence += 2 * bool(_AGE.match(prose, end)) + _read_apposition(entity, prose, end)
        if office is None or office.state is None:
            office = find_office_after(prose, end) or office
    if office:
        entity.offices[office] = entity.offices.get(office, 0) + 1
        entity.roles.add(office.title.rpartition(" ")[2])
        evidence += 2
    if "administration" in prose[max(0, run.at - _FAR) : end + _FAR] and _governs(prose, run.at, end):
        entity.roles.add("governor")
    evidence += _weigh_owned(prose, end) if run.possessive else _weigh_behind(prose, end, told=evidence > 0)
    entity.evidence += evidence


def _weigh_before(entity: Entity, run: Run) -> tuple[int, Office | None]:
    """Weigh the word before a name: a title, a noun for people, an article, a verb of saying."""
    before = _word_before(run).strip("“\"'‘(").lower()
    noun = before.rstrip(",")
    if run.title or nouns().get(noun) == PEOPLE:
        role = RANKS.get(run.title.rstrip("."), run.title.lower()) or noun
        entity.roles.add(role)
        entity.gender = entity.gender or gender_of(role)
        return 2, find_office_before(run.prose, run.at)
    if before[-1:] == ",":
        return 0, find_office_across(run.prose, run.at)
    if before == "the":
        return -3, None
    if before in _PLACED:
        return -1, None
    return 2 * (classes().get(noun, 0) & CLASS in (SAY, JUDGE)), None


def _governs(prose: str, at: int, end: int) -> bool:
    """Tell whether the words beside a name make it the head of a region's administration, who is its governor."""
    return bool(_HEADED.search(prose, max(0, at - _FAR), at) or _HEADING.match(prose, end, end + _FAR))


def _weigh_owned(prose: str, end: int) -> int:
    """Weigh what belongs to a name: "Jane Doe's husband"."""
    owned = prose[end + 2 : end + 2 + _NEAR].split(maxsplit=1)[:1]
    return int(bool(owned) and nouns().get(owned[0].rstrip(",.")) == PEOPLE)


def _weigh_behind(prose: str, end: int, *, told: bool) -> int:
    """Weigh the word behind a name: a verb of saying, another verb if nothing else was told, a noun."""
    behind = _WORD_BEHIND.match(prose, end)
    if behind is None:
        return 0
    whole = classes().get(behind[1].lower(), 0)
    kind = 0 if whole & MAYBE else whole & CLASS
    if kind in _TOLD:
        return 2
    if kind in _ACTING:
        return int(not told)
    closed = not prose[end].isspace() or not behind[1].islower() or behind[1].endswith(("ed", "s"))
    return 0 if kind or closed else -1  # "Storm Shadow missiles"


def _read_apposition(entity: Entity, prose: str, end: int) -> int:
    """Read the noun of a description behind a name (", a carpenter who ..."), and give its weight."""
    found = _APPOSED.match(prose, end)
    if not found:
        return 0
    if found[1]:
        return 2
    noun = ""
    for word in prose[end + 2 : end + 66].split()[1:7]:
        bare = word.rstrip(",.;:’”")
        if not bare.islower() or bare in ("of", "from", "who", "in", "at", "for", "to", "with", "and"):
            break
        noun = bare
        if bare != word:
            break
    if noun:
        entity.roles.add(noun)
        entity.gender = entity.gender or gender_of(noun)
    closed = classes().get(found[2], 0) & CLASS if found[2] else 0
    return 2 if closed in (SAY, JUDGE) or nouns().get(noun) == PEOPLE else int(closed in (VERB, BE, AUXILIARY))


def is_attended(run: Run) -> bool:
    """Tell whether a comma or a verb of saying stands behind a name, or a noun for people before it."""
    end = run.at + run.end - run.start
    return run.prose[end : end + 1] == "," or said_behind(run) or nouns().get(_word_before(run).rstrip(",")) == PEOPLE


def said_behind(run: Run) -> bool:
    """Tell whether a verb of saying stands right behind a name."""
    behind = _WORD_BEHIND.match(run.prose, run.at + run.end - run.start)
    return behind is not None and not run.possessive and classes().get(behind[1], 0) == SAY


def is_described(run: Run) -> bool:
    """Tell whether a noun that is no person's stands before a name: "the frigate Constance"."""
    word = _word_before(run)
    return word.islower() and word.isalpha() and word not in classes()


def is_placed(run: Run) -> bool:
    """Tell whether a name stands where a place's does: behind "in", "near" or "the"."""
    word = _word_before(run).lower()
    return word in _PLACED or word == "the"


def is_seat(run: Run) -> bool:
    """Tell whether an office is of what a name names, which is no person then: "the mayor of Goma"."""
    found = _OF.search(run.prose, max(0, run.at - _NEAR), run.at)
    return found is not None and find_office(found[1]) is not None


def _word_before(run: Run) -> str:
    return "".join(run.prose[max(0, run.at - _NEAR) : run.at].split()[-1:])
