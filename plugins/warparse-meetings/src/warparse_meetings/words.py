"""The plugin's word lists: data files of one entry a line.

Contract: each list is read once; a line that starts with "#" is a comment.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from warparse.lexicon.nations import find_state, nation_words
from warparse.lexicon.verbs import inflect
from warparse_meetings.model import Format

__all__ = [
    "Verb",
    "adversaries",
    "blocs",
    "bodies",
    "envoys",
    "find_home",
    "going",
    "is_international",
    "is_public",
    "lines",
    "media",
    "nouns",
    "party_state",
    "place_words",
    "short",
    "triggers",
    "venues",
    "verbs",
    "word_class",
]

_UNION = frozenset(("Brussels", "Commission"))
_WORLD = ("United Nations", "European Union")
_OWN = frozenset(("National", "Supreme", "Federal", "State"))
_PEOPLES = {"Houthi": "Houthis"}
_SHORT = {
    "United States": "US",
    "United Kingdom": "UK",
    "European Union": "EU",
    "United Nations": "UN",
    "United Arab Emirates": "UAE",
}


class Verb(NamedTuple):
    """A form of a verb of meeting."""

    kind: str
    """What it does: "meet", "talk", "call", "visit", "travel", "receive", "gather", "discuss"."""
    base: str
    form: str
    """ "base", "s", "past", "participle" or "ing"."""


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the entries of the list `data/NAME.txt`, in file order."""
    text = files("warparse_meetings").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def verbs() -> dict[str, Verb]:
    """Give every form of the verbs of meeting, in lower case.

    >>> verbs()["flew"].kind, verbs()["meeting"].form
    ('travel', 'ing')
    """
    table: dict[str, Verb] = {}
    for line in lines("verbs"):
        entry, _, kind = line.partition(" | ")
        forms = inflect(entry)
        for form in ("past", "participle", "ing", "s", "base"):
            table.setdefault(forms[form], Verb(kind, forms["base"], form))
    return table


@cache
def nouns() -> dict[str, Format]:
    """Give the nouns for an encounter, singular and plural, with their formats."""
    table: dict[str, Format] = {}
    for line in lines("nouns"):
        noun, _, name = line.partition(" | ")
        table[noun] = table[noun + "s"] = Format(name)
    return table


@cache
def envoys() -> frozenset[str]:
    """Give the nouns for those who represent somebody, singular and plural."""
    found = set(lines("envoys"))
    plurals = {noun[:-1] + "ies" if noun[-1] == "y" else noun + "s" for noun in found}
    return frozenset(found | plurals | {"authorities", "ministries"})


@cache
def bodies() -> frozenset[str]:
    """Give the blocs, organisations and armed parties, in lower case."""
    return frozenset(line.lower() for line in lines("bodies")) | blocs()


@cache
def blocs() -> frozenset[str]:
    """Give the blocs and councils whose members meet each other, in lower case."""
    return frozenset(line.lower() for line in lines("blocs"))


@cache
def adversaries() -> tuple[tuple[str, str], ...]:
    """Give the pairs of states and armed parties in conflict."""
    pairs = (line.partition(" | ") for line in lines("adversaries"))
    return tuple((one, other) for one, _, other in pairs)


@cache
def word_class(name: str) -> frozenset[str]:
    """Give the words of a class of `data/party_words.txt`."""
    return frozenset(
        word for line in lines("party_words") if line.startswith(f"{name} | ") for word in line.split()[2:]
    )


@cache
def media() -> frozenset[str]:
    """Give the words for those who report, in lower case, singular and plural."""
    words = {word.strip() for line in lines("media") for word in line.split(",")}
    return frozenset(words | {word + "s" for word in words})


@cache
def _cities() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in lines("cities"):
        state, _, cities = line.partition(" | ")
        for city in cities.split(","):
            table.setdefault(city.strip().lower(), state.strip())
    return table


def find_home(place: str) -> str | None:
    """Give the state in which a place lies, or which it is; None where no list knows it.

    >>> find_home("the Kremlin"), find_home("Geneva"), find_home("Springfield")
    ('Russia', 'Switzerland', None)
    """
    bare = place.removeprefix("the ").removeprefix("The ")
    return party_state(bare) or _cities().get(bare.lower()) or _cities().get(f"the {bare.lower()}")


@cache
def place_words() -> frozenset[str]:
    """Give the first words of the names of all places that the lists know: "Saudi", "Oslo"."""
    cities = (city for line in lines("cities") for city in line.partition(" | ")[2].split(","))
    return frozenset(name.split()[0] for name in (*nation_words(), *map(str.strip, cities), *_UNION, "The") if name)


@cache
def going() -> frozenset[str]:
    """Give the forms of verbs that tell of an encounter only together with a place."""
    return frozenset(form for form, verb in verbs().items() if verb.kind in ("travel", "send"))


def party_state(name: str) -> str | None:
    """Give the state or bloc for which a name, adjective or seat stands in diplomacy: "Brussels" is the EU.

    >>> party_state("Moscow"), party_state("Brussels"), party_state("U.S")
    ('Russia', 'European Union', 'United States')
    """
    if "." in name:
        name = name.replace(".", "")
    return "European Union" if name in _UNION else find_state(name)


def is_public(words: str) -> bool:
    """Tell whether a body's name tells that it represents somebody, and is no paper, company or club.

    >>> is_public("Harbour Ministry"), is_public("Harbour Herald")
    (True, False)
    """
    parts = {part.lower() for part in words.split()}
    return bool(parts & (envoys() | word_class("international") | word_class("public") | bodies()))


def is_international(words: str) -> bool:
    """Tell whether a body's name tells that its members are states.

    >>> is_international("Baltic Union"), is_international("National Security Council")
    (True, False)
    """
    parts = words.split()
    own = any(part in _OWN or party_state(part) not in (None, *_WORLD) for part in parts)
    return not own and any(part.lower() in word_class("international") for part in parts)


@cache
def venues() -> frozenset[str]:
    """Give the places where others meet, so that who goes there visits nobody."""
    return frozenset(line.lower() for line in lines("venues"))


def short(state: str) -> str:
    """Give a state's or body's name as news writes it: "US", "UK", "EU", "UN"."""
    return _SHORT.get(state) or _PEOPLES.get(state, state)


@cache
def triggers() -> tuple[str, ...]:
    """Give the words without which a sentence tells of no encounter."""
    return tuple(
        sorted(
            {
                *verbs(),
                *nouns(),
                "negotiating table",
                "expected in",
                "was in",
                "is in",
                "due at",
                "due in",
                "was at",
                "round",
                "rounds",
                "ties",
            }
            - {"ties"}
        )
    )
