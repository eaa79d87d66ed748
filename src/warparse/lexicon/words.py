"""What a word may be in a sentence: one table for all of them.

Contract: `classes` is built once in a process; it knows words in lower case, with straight apostrophes.
What it does not know is a noun or an adjective, or ends in "-ed" and is a verb.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.nations import is_adjective, nation_words
from warparse.lexicon.verbs import inflect

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["classes", "composites", "finite", "nouns", "singular", "states"]

# Classes of words, as numbers, since they are compared once for every word of a text. Nouns come first.
OTHER: Final = 0
"""An unknown word: a noun or an adjective."""
PEOPLE: Final = 1
"""A noun for people: "spokesman"."""
BODY: Final = 2
"""A noun for an institution: "ministry"."""
PAPER: Final = 3
"""A noun for what carries words: "statement"."""
TIME: Final = 4
NUMBER: Final = 5
DETERMINER: Final = 6
POSSESSIVE: Final = 7
PRONOUN: Final = 8
OBJECT: Final = 9
PREPOSITION: Final = 10
CONJUNCTION: Final = 11
SUBORDINATOR: Final = 12
RELATIVE: Final = 13
BE: Final = 14
AUXILIARY: Final = 15
ADVERB: Final = 16
VERB: Final = 17
"""A verb of no saying."""
SAY: Final = 18
"""A verb that gives words: "said"."""
JUDGE: Final = 19
"""A verb that names or values something: "called"."""
THINK: Final = 20
"""A verb that tells a view: "believes"."""
SOURCE: Final = 21
""""According to"."""

_FUNCTIONS: Final = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "object": OBJECT,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "relative": RELATIVE,
    "be": BE,
    "auxiliary": AUXILIARY,
    "adverb": ADVERB,
    "time": TIME,
    "number": NUMBER,
    "noun": OTHER,
}
_SPEECH: Final = {"say": SAY, "judge": JUDGE, "think": THINK}
MAYBE: Final = 32
"""Added to a verb's class: the form is a noun too ("claims"), the words beside it tell."""
ING: Final = 64
"""Added to a verb's class: the form ends in -ing."""
PARTICIPLE: Final = 128
"""Added to a verb's class: the form is a participle and no past ("written")."""
CLASS: Final = 31
"""The bits of the class itself."""


_NO_NOUNS: Final = frozenset("meet attend arrive speak discuss receive negotiate convene confer gather".split())
"""Verbs whose plain forms are hardly ever nouns in news."""


def _plural(noun: str) -> str:
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun[-1] == "y" and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _singulars() -> dict[str, str]:
    return {_plural(noun): noun for name in ("people_nouns", "body_nouns", "word_nouns") for noun in read_list(name)}


def singular(noun: str) -> str:
    """Give the singular of a noun: of a known one, or without its last "s".

    >>> singular("officials"), singular("firemen"), singular("witnesses")
    ('official', 'firemen', 'witness')
    """
    return _singulars().get(noun.lower(), noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun)


def _verbs(entries: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Give the forms of some verbs; a form of two verbs keeps the first."""
    table: dict[str, int] = {}
    for entry, told in entries:
        forms = inflect(entry)
        if forms["with"]:
            continue
        name, _, noun = told.partition(" ")
        kind = _SPEECH.get(name, VERB)
        for form in (forms["past"], forms["participle"]):
            table.setdefault(form, kind | (PARTICIPLE if form != forms["past"] else 0))
        table.setdefault(forms["ing"], kind | ING)
        maybe = MAYBE if (noun or kind == VERB) and forms["base"] not in _NO_NOUNS else 0
        for form in (forms["s"], forms["base"]):
            table.setdefault(form, kind | maybe)
    return table


@cache
def nouns() -> dict[str, int]:
    """Give the class of every noun for people, institutions and what carries words, by its singular and plural."""
    table: dict[str, int] = {}
    for name, number in (("people_nouns", PEOPLE), ("body_nouns", BODY), ("word_nouns", PAPER)):
        for noun in read_list(name):
            table.setdefault(noun, number)
            table.setdefault(_plural(noun), number)
    return table


@cache
def classes() -> dict[str, int]:
    """Give the class of every word that is known, by the word in lower case.

    >>> classes()["said"] == SAY, classes()["claims"] == SAY | MAYBE, "harbour" in classes()
    (True, True, False)
    """
    table: dict[str, int] = {}
    for kind, words in read_pairs("function_words"):
        for word in words.split():
            table.setdefault(word, _FUNCTIONS[kind])
    table["according"] = SOURCE
    for noun, number in nouns().items():
        table.setdefault(noun, number)
    verbs = _verbs([*read_pairs("speech_verbs"), *((entry.partition(" | ")[0], "") for entry in read_list("verbs"))])
    for word, flags in verbs.items():
        known = table.get(word)
        if known is None or (known == PAPER and not flags & MAYBE):
            table[word] = flags
        elif known in (PEOPLE, BODY, PAPER) and flags & MAYBE:
            table[word] = flags  # "claims", "reports", "heads": the words beside it tell
    return table


@cache
def finite() -> frozenset[str]:
    """Give the past forms that are no participle of a thing acted on: "went", "died"."""
    found = set()
    for entry in (*read_list("verbs"), *read_list("speech_verbs")):
        bare, _, told = entry.partition(" | ")
        forms = inflect(bare)
        if forms["past"] != forms["participle"] or told == "alone":
            found.add(forms["past"])
    return frozenset(found)


@cache
def composites() -> dict[str, dict[str, int]]:
    """Give verbs of two words, by the first and the second: "pointed", "out"."""
    table: dict[str, dict[str, int]] = {"according": {"to": SOURCE}}
    for entry, told in read_pairs("speech_verbs"):
        forms, kind = inflect(entry), _SPEECH[told.partition(" ")[0]]
        if forms["with"]:
            for form in ("base", "s", "past", "participle", "ing"):
                flags = ING if form == "ing" else MAYBE if form in ("base", "s") else 0
                table.setdefault(forms[form], {})[forms["with"]] = kind | flags
    return table


@cache
def states() -> frozenset[str]:
    """Give the names and seats of states and blocs, adjectives left out."""
    return frozenset(
        word for word in nation_words() if not is_adjective(word) or word in ("US", "UN", "U.S.", "Vatican")
    )
