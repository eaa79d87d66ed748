"""Offices beside names: "Ukrainian president Volodymyr ...", "..., governor of the region".

Contract: each function looks at a bounded number of words before or after one position.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from attrs import frozen

from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.nations import find_state
from warparse.lexicon.words import AUXILIARY, BE, CLASS, JUDGE, PEOPLE, SAY, THINK, VERB, classes, nouns

__all__ = [
    "HONORIFICS",
    "RANKS",
    "Office",
    "ends_office",
    "find_office",
    "find_office_across",
    "find_office_after",
    "find_office_before",
    "gender_of",
    "gender_of_name",
    "is_kindred",
    "is_office",
    "is_title_word",
]

_REACH: Final = 90
_BEFORE: Final = 8
"""Words before a name that may tell its office."""
_MODIFIERS: Final = 4
"""Words that may stand between a state and an office ("the Ukrainian army's new deputy commander")."""
_BREAK: Final = frozenset(',;:.!?”"()—–')
_SHORT: Final = {
    "pm": "prime minister",
    "premier": "prime minister",
    "fm": "foreign minister",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
}
"""Titles by another word."""
_STRETCH: Final = ",.;:!?”“()"
_LINKS: Final = ("of", "to", "for", "in", "at", "and", "who")
_PLACES: Final = ("of", "to", "for", "in", "at")
_VERBS: Final = (VERB, SAY, JUDGE, THINK, BE, AUXILIARY)
_STOPS: Final = frozenset(
    "the a an in on at by with from to and or as after before while when said that who he she his her their between than".split()
)
_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'.&-]*[\w’'&-])?[,;:.!?”\")]?")
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


HONORIFICS: Final = frozenset(
    "Mr Mrs Ms Miss Mx Dr Sir Dame Lord Lady Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Brig Rev St Sheikh Sheikha Ayatollah Mullah Pope King Queen Prince"
    " Princess Sen Rep Gov Hon Mr. Mrs. Ms. Mx. Dr. Prof. Gen. Lt. Col. Maj. Capt. Cmdr. Adm. Sgt. Brig. Rev. Sen. Rep. Gov. Hon. Amb. Msgr. Cpl. Pvt. Supt."
    " Cdr Cdr. Cdre Ldr Lieut Insp Const Fr Fr. Pfc Pfc. Spc Spc. SSgt MSgt TSgt Sens. Reps. Gens.".split()
)
"""Titles before a name that are no word of their own otherwise."""
RANKS: Final = {
    "Gen": "general",
    "Lt": "lieutenant",
    "Col": "colonel",
    "Maj": "major",
    "Capt": "captain",
    "Cmdr": "commander",
    "Cdr": "commander",
    "Adm": "admiral",
    "Sgt": "sergeant",
    "Brig": "brigadier",
    "Sen": "senator",
    "Rep": "representative",
    "Gov": "governor",
    "Dr": "doctor",
    "Prof": "professor",
    "Amb": "ambassador",
    "Rev": "pastor",
    "Cpl": "soldier",
    "Pvt": "soldier",
}
"""What shortened titles stand for."""


_WOMENS_ENDINGS: Final = ("ova", "eva", "ska", "skaya", "ska", "cka", "ová", "skaia", "kienė", "aitė", "dóttir")
_MENS_ENDINGS: Final = ("ov", "ev", "sky", "ski", "skyi", "skiy", "sson", "zade")
_WOMEN: Final = frozenset(
    "mrs ms miss dame lady queen princess baroness duchess countess sheikha mother sister wife daughter widow aunt grandmother girl actress"
    " waitress seamstress hostess nun midwife bride niece granddaughter".split()
)
_MEN: Final = frozenset(
    "mr sir lord king prince baron duke count sheikh ayatollah imam pope father brother husband son widower uncle grandfather boy actor monk"
    " nephew grandson emir sultan".split()
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
    """Tell whether a capitalised word is part of a title before a name ("Foreign", "Minister", "Midwife")."""
    return word in _CAPITALISED or is_office(word) or ("-" in word and _CAPITALISED.issuperset(word.split("-")))


@cache
def _kinds() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(read_list("kindred_nouns")):
        for noun in line.split():
            table.setdefault(noun, set()).add(number)
    return {noun: frozenset(numbers) for noun, numbers in table.items()}


def is_kindred(noun: str, roles: set[str]) -> bool:
    """Tell whether a noun may mean somebody of whom some roles are told ("the lawmaker": a senator)."""
    kinds = _kinds().get(noun)
    return kinds is not None and any(kinds & _kinds().get(role, frozenset()) for role in roles)


def is_office(word: str) -> bool:
    """Tell whether a word in capitals is what somebody is ("Minister", "Midwife")."""
    return nouns().get(word.lower()) == PEOPLE


def gender_of(title: str) -> str:
    """Give "m" or "f" for a title or noun that tells; else nothing.

    >>> gender_of("Mrs."), gender_of("spokesman"), gender_of("Dr")
    ('f', 'm', '')
    """
    plain = title.rstrip(".").lower()
    if plain in _WOMEN or plain.endswith(("woman", "women")):
        return "f"
    return "m" if plain in _MEN or plain.endswith("man") else ""


@cache
def _given_names() -> dict[str, str]:
    return {name: gender for gender, names in read_pairs("given_names") for name in names.split()}


def gender_of_name(name: str) -> str:
    """Give "m" or "f" for a person's name that tells by its first word or a Slavic ending; else nothing.

    >>> gender_of_name("Olga Brenner"), gender_of_name("Aigul Seitova"), gender_of_name("Kim Min-jae")
    ('f', 'f', '')
    """
    given, _, rest = name.partition(" ")
    told = _given_names().get(given, "")
    if told or not rest:
        return told
    return "f" if rest.endswith(_WOMENS_ENDINGS) else "m" if rest.endswith(_MENS_ENDINGS) else ""


@cache
def _roles() -> frozenset[str]:
    return frozenset(read_list("roles"))


@cache
def _role_ends() -> dict[str, int]:
    """Words with which an office ends, written out or short, and how many words the longest such office has."""
    ends = dict.fromkeys(_SHORT, 1)
    for role in _roles():
        last = role.rpartition(" ")[2]
        ends[last] = max(ends.get(last, 1), role.count(" ") + 1)
    return ends


def ends_office(word: str) -> bool:
    """Tell whether an office may end with a word.

    >>> ends_office("minister"), ends_office("harbour")
    (True, False)
    """
    return word.lower() in _role_ends()


def find_office_before(text: str, at: int) -> Office | None:
    """Find the office that stands right before a name at a position.

    >>> find_office_before("the Finnish foreign minister, Jane Doe", 30).title
    'foreign minister'
    """
    if at < 4:
        return None
    words = text[max(0, at - _REACH) : at].split()[-_BEFORE:]
    return _read(words) if words and ends_office(words[-1].rstrip(",")) else None


def find_office(text: str) -> Office | None:
    """Read a description such as "the Ukrainian president" as an office; None if it names none."""
    words = _WORD.findall(text[-_REACH:])
    link = next((at for at, word in enumerate(words) if at and word in _PLACES), len(words))
    office = _read(words[:link]) if words else None
    if office and office.state is None and words[link : link + 1] in (["of"], ["to"]):
        return Office(office.title, _state_in(words[link + 1 : link + 4]), office.words)
    return office


def find_office_after(text: str, at: int) -> Office | None:
    """Find the office in apposition behind a name that ends at a position: ", the governor of ..."."""
    if text[at : at + 1] != ",":
        return None
    words = text[at + 1 : at + 1 + _REACH].split()[:9]
    if _roles().isdisjoint(map(_plain, words)):
        return None
    for position, word in enumerate(words):
        bare = word.rstrip(",.;:")
        if bare.lower() in _roles() and not _goes_on(words, position):
            following = words[position + 1] if position + 1 < len(words) and bare == word else ""
            closed = bare != word or following in _LINKS
            office = _read([*words[:position], bare]) if closed else None
            if office and office.state is None and following in ("of", "to", "for"):
                return Office(office.title, _state_in(words[position + 2 : position + 5]), office.words)
            return office
        if word[-1] in _BREAK or classes().get(bare, 0) & CLASS in _VERBS:
            break
    return None


def find_office_across(text: str, at: int) -> Office | None:
    """Find the office of which a name is the apposition: "the governor of the region, Jane Doe,"; the name starts at a position."""
    before = text[max(0, at - _REACH) : at].rstrip()
    if before[-1:] != ",":
        return None
    stretch = before[:-1]
    opening = max(stretch.rfind(mark) for mark in _STRETCH)
    words = stretch[opening + 1 :].split()
    if _roles().isdisjoint(map(str.lower, words)):
        return None
    for position in range(len(words) - 1, -1, -1):
        word = words[position]
        if word.lower() in _roles() and not _goes_on(words, position) and words[position + 1 : position + 2]:
            if words[position + 1] not in ("of", "for", "to", "in", "at"):
                return None
            office = _read(words[: position + 1])
            if office and office.state is None:
                return Office(office.title, _state_in(words[position + 2 : position + 5]), office.words)
            return office
        if classes().get(word, 0) & CLASS in _VERBS:
            return None
    return None


def _plain(word: str) -> str:
    return word.rstrip(",.;:").lower()


def _goes_on(words: list[str], position: int) -> bool:
    """Tell whether the next word is an office too, of which this one is a part."""
    following = words[position + 1 : position + 2]
    return bool(following) and words[position][-1] not in _BREAK and following[0].rstrip(",").lower() in _roles()


def _state_in(words: list[str]) -> str | None:
    """Give the state named by the first words behind "of", an article left out."""
    plain = [word.rstrip(",.") for word in words if word not in ("the", "The")][:2]
    return (find_state(" ".join(plain)) or find_state(plain[0])) if plain else None


def _read(words: list[str]) -> Office | None:
    """Read the office with which some words end, and the state before it."""
    last = words[-1].rstrip(",")
    title = last.lower()
    first = len(words) - 1
    longest = _role_ends().get(title)
    if longest is None:
        return None
    for length in range(min(longest, len(words)), 1, -1):
        phrase = " ".join([*words[-length:-1], last]).lower()
        if phrase in _roles():
            title, first = phrase, len(words) - length
            break
    title = _SHORT.get(title, title)
    if title not in _roles():
        return None
    if title in ("minister", "secretary", "chief", "adviser") and first and words[first - 1].lower() in _PORTFOLIOS:
        first -= 1
        title = f"{words[first].lower()} {title}"
    state, start = _state_before(words, first)
    said = " ".join([*words[start:-1], last])
    return Office(title.replace("defense", "defence"), state, said)


def _state_before(words: list[str], first: int) -> tuple[str | None, int]:
    """Give the state named before an office that begins at a word, and where its name begins."""
    for at in range(first - 1, max(-1, first - 1 - _MODIFIERS), -1):
        if words[at][-1] in _BREAK and not words[at].endswith((".S.", "U.S.")):
            break
        if at and (state := find_state(f"{words[at - 1]} {words[at]}")):
            return state, at - 1
        if state := find_state(words[at]):
            return state, at
        if words[at].lower() in _STOPS:
            break
    return None, first
