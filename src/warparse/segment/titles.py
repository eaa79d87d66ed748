"""Offices beside names: "Ukrainian president Volodymyr ...", "..., governor of the region".

Contract: each function looks at a bounded number of words before or after one position.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex
from attrs import frozen

from warparse.lexicon.lists import read_list
from warparse.lexicon.nations import find_state

__all__ = ["Office", "find_office", "find_office_after", "find_office_before", "is_title_word"]

_REACH: Final = 90
_MODIFIERS: Final = 4
"""Words that may stand between a state and an office ("the Ukrainian army's new deputy commander")."""
_BREAK: Final = frozenset(',;:.!?”"()—–')
_STOPS: Final = frozenset(
    "the a an in on at by with from to and or as after before while when said that who he she his her their between than".split()
)
_WORD: Final = regex.compile(r"[\p{L}’'.&-]+[,;:.!?”\")]?")
_PORTFOLIOS: Final = frozenset(
    "prime foreign defence defense finance interior energy health economy justice culture trade home transport infrastructure agriculture"
    " environment education labour labor commerce treasury digital development emergency security veterans armed".split()
)
_CAPITALISED: Final = frozenset(
    "President Prime Minister Chancellor Secretary General Governor Mayor Senator Ambassador Spokesman Spokeswoman Spokesperson Chief Commander Admiral"
    " Colonel Major Captain Lieutenant Brigadier Deputy Vice Foreign Defence Defense Finance Interior Energy Speaker Premier Professor Director Chairman"
    " Judge Justice King Queen Prince Princess Pope Archbishop Bishop Cardinal Lord Lady Baroness Congressman Congresswoman Representative MP MEP"
    " Commissioner Attorney Envoy Special Secretary-General Security Advisor Adviser Leader Democrat Republican State National Treasury Home Field Marshal"
    " Sergeant Private Emir Sultan Crown Supreme Patriarch Imam Rabbi Chairwoman First Health Trade Economy Culture Digital Transport Infrastructure"
    " Agriculture Environment Education Labour Labor Commerce CEO Co-founder Founder".split()
)


@frozen
class Office:
    """What a person is: an office, and the state or body that it serves."""

    title: str
    """The office in lower case: "president", "prime minister"."""
    state: str | None
    """The state whose office it is; None where not told."""
    words: str
    """The words as they stand, for people."""


def is_title_word(word: str) -> bool:
    """Tell whether a capitalised word is part of a title before a name ("Foreign", "Minister")."""
    return word in _CAPITALISED


@cache
def _roles() -> frozenset[str]:
    return frozenset(read_list("roles"))


def find_office_before(text: str, at: int) -> Office | None:
    """Find the office that stands right before a name at a position.

    >>> find_office_before("the Finnish foreign minister, Jane Doe", 30).title
    'foreign minister'
    """
    if at < 4:
        return None
    words = _WORD.findall(text[max(0, at - _REACH) : at])
    return _read(words) if words else None


def find_office(text: str) -> Office | None:
    """Read a description such as "the Ukrainian president" as an office; None if it names none."""
    words = _WORD.findall(text[-_REACH:])
    return _read(words) if words else None


def find_office_after(text: str, at: int) -> Office | None:
    """Find the office in apposition behind a name that ends at a position: ", the governor of ..."."""
    if text[at : at + 1] != ",":
        return None
    words = _WORD.findall(text[at + 1 : at + 1 + _REACH])[:9]
    for position, word in enumerate(words):
        if word.strip(",.").lower() in _roles() and (
            position + 1 >= len(words) or words[position + 1].strip(",").lower() not in _roles()
        ):
            closed = word[-1] in ",.;)" or words[position + 1 : position + 2] in (
                ["of"],
                ["to"],
                ["for"],
                ["in"],
                ["at"],
                ["and"],
                ["who"],
            )
            office = _read([*words[:position], word.strip(",.")]) if closed else None
            if office and office.state is None and words[position + 1 : position + 2] in (["of"], ["to"], ["for"]):
                following = [w for w in words[position + 2 : position + 4] if w not in ("the", "The")]
                state = find_state(following[0].strip(",.")) if following else None
                return Office(office.title, state, office.words)
            return office
        if word[-1] in _BREAK:
            break
    return None


def _read(words: list[str]) -> Office | None:
    """Read the office with which some words end, and the state before it."""
    last = words[-1].rstrip(",")
    lowered = last.lower()
    first = len(words) - 1
    title = lowered
    for length in (3, 2):
        phrase = " ".join(word.lower() for word in (*words[-length:-1], last))
        if len(words) >= length and phrase in _roles():
            title, first = phrase, len(words) - length
            break
    if title not in _roles():
        return None
    if title in ("minister", "secretary", "chief", "adviser") and first and words[first - 1].lower() in _PORTFOLIOS:
        first -= 1
        title = f"{words[first].lower()} {title}"
    state, start = None, first
    for back in range(1, _MODIFIERS + 1):
        at = first - back
        if at < 0 or (words[at][-1] in _BREAK and not words[at].endswith((".S.", "U.S."))):
            break
        pair = f"{words[at - 1]} {words[at]}" if at else ""
        if pair and (state := find_state(pair)):
            start = at - 1
            break
        if state := find_state(words[at]):
            start = at
            break
        if words[at].lower() in _STOPS:
            break
    said = " ".join([*words[start:-1], last])
    return Office(
        title.replace("spokesman", "spokesperson").replace("spokeswoman", "spokesperson").replace("defense", "defence"),
        state,
        said,
    )
