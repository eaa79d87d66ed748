"""The words of attacks: nouns that are counted, verbs that tell what happened to them, small lists.

Contract: every table is built once in a process, of the files in `data`; words are in lower case with straight
apostrophes.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.nations import find_state, is_adjective, nation_words
from warparse.lexicon.verbs import inflect
from warparse.lexicon.words import PEOPLE, nouns, singular

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LONGEST",
    "PERSON",
    "Noun",
    "Verb",
    "find_noun",
    "foes",
    "groups",
    "is_group",
    "is_people",
    "is_plural",
    "openers",
    "state_of",
    "towns",
    "triggers",
    "verbs",
    "words",
]

LONGEST: Final = 4
"""Words of the longest noun."""
PERSON: Final = "person"


class Noun(NamedTuple):
    """A noun that may be counted."""

    kind: str
    """"weapon", "craft", "person", "place", "target", "equipment", "event", "blast", or what a toll counts: "dead",
    "hurt", "gone", "casualty"."""
    name: str
    """What records call it."""
    plural: bool
    """Whether the form means several, and no single one."""
    single: bool = True
    """Whether the form may mean a single one."""


class Verb(NamedTuple):
    """A form of a verb."""

    senses: tuple[str, ...]
    """What it may tell."""
    form: str
    """"base", "s", "past", "participle" (no past of its own), "both" (past and participle) or "ing"."""


def _lines(name: str) -> Iterator[tuple[str, str]]:
    text = files("warparse_attacks").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, _, told = line.partition(" | ")
            yield kind, told


def _plural(noun: str) -> str:
    if noun.endswith(("man", "woman")) and noun != "human":
        return noun[:-2] + "en"
    if noun[-1] == "y" and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _nouns() -> dict[str, Noun]:
    table: dict[str, Noun] = {}
    for kind, told in _lines("nouns"):
        for entry in told.split(", "):
            forms, _, name = entry.lower().partition("=")
            one, _, many = forms.partition("/")
            many = many or _plural(one)
            table.setdefault(many, Noun(kind, name or one, plural=many != one, single=False))
            table.setdefault(one, Noun(kind, name or one, plural=False))
    for noun, kind_of in nouns().items():
        if kind_of == PEOPLE:
            one = singular(noun)
            table.setdefault(noun, Noun(PERSON, one, plural=one != noun, single=one == noun))
    return table


def find_noun(word: str) -> Noun | None:
    """Give a noun that may be counted by its words in lower case.

    >>> find_noun("unmanned aerial vehicles")
    Noun(kind='weapon', name='drone', plural=True, single=False)
    >>> find_noun("brigades") is None
    True
    """
    return _nouns().get(word)


def is_plural(word: str) -> bool:
    """Tell whether an unknown word looks like a plural."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


@cache
def verbs() -> dict[str, dict[str, Verb]]:
    """Give the forms of verbs by the first word, then by the particle ("down", "" for none)."""
    table: dict[str, dict[str, Verb]] = {}
    for sense, told in _lines("verbs"):
        for entry in told.split(", "):
            *words_, last = entry.split()
            particle = last if words_ and last in _PARTICLES else ""
            forms = inflect(" ".join(words_) if particle else entry)
            for form in ("base", "s", "past", "participle", "ing"):
                name = "both" if form == "past" and forms["past"] == forms["participle"] else form
                if form == "participle" and forms["past"] == forms["participle"]:
                    continue
                known = table.setdefault(forms[form], {}).get(particle)
                senses = (*known.senses, sense) if known else (sense,)
                table[forms[form]][particle] = Verb(
                    tuple(dict.fromkeys(senses)), known.form if known and name != "both" else name
                )
    return table


_PARTICLES: Final = frozenset(("down", "up", "off", "out", "dead", "ablaze"))


@cache
def words(name: str) -> frozenset[str]:
    """Give a small list by its name."""
    return frozenset(word for kind, told in _lines("words") if kind == name for word in told.split())


@cache
def groups() -> dict[str, str]:
    """Give the name of each armed group by each of its names, as they are written."""
    text = files("warparse_attacks").joinpath("data", "groups.txt").read_text(encoding="utf-8")
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names = line.split(", ")
            for name in names:
                table.setdefault(name, names[0])
                table.setdefault(name.replace("’", "'"), names[0])
    return table


@cache
def foes() -> dict[str, frozenset[str]]:
    """Give whom each side is known to fight."""
    table: dict[str, set[str]] = {}
    for side, told in _lines("foes"):
        for other in told.split(", "):
            table.setdefault(side.removeprefix("> "), set()).add(other)
            if not side.startswith("> "):
                table.setdefault(other, set()).add(side)
    return {side: frozenset(others) for side, others in table.items()}


@cache
def towns() -> dict[str, str]:
    """Give the states of towns and regions that news names without them."""
    return {town: state for state, told in _lines("towns") for town in told.split(", ")}


@cache
def triggers() -> tuple[str, ...]:
    """Give the words that wake the extractor: nouns and verbs that only attacks have, and words that count on."""
    found: dict[str, None] = {}
    for kind, told in _lines("nouns"):
        if kind in ("weapon", "event", "blast", "dead", "hurt", "gone", "casualty"):
            for entry in told.split(", "):
                one, _, many = entry.lower().partition("=")[0].partition("/")
                found.update(dict.fromkeys((one, many or _plural(one))))
    for form, particles in verbs().items():
        for particle, verb in particles.items():
            if _WAKING & set(verb.senses):
                found[f"{form} {particle}".strip()] = None
    for phrase in _COUNTING_ON:
        found[phrase] = None
    return tuple(found)


_WAKING: Final = frozenset(
    (
        "attack",
        "launch",
        "fall",
        "enter",
        "intercept",
        "lose",
        "hit",
        "destroy",
        "kill",
        "die",
        "injure",
        "trap",
        "take",
        "treat",
    )
)
"""Senses of verbs that wake the extractor without a noun of war beside them."""
_COUNTING_ON: Final = (
    "of them",
    "of these",
    "of those",
    "of which",
    "of whom",
    "of the",
    "the rest",
    "remaining",
    "losses",
    "toll",
    "number of dead",
    "lost their lives",
    "lives",
    "control over",
    "control of",
    "prisoner",
    "unaccounted",
    "rubble",
)


@cache
def openers() -> frozenset[str]:
    """Give the first words of the names of states and groups that have several."""
    return frozenset(name.split()[0] for name in (*groups(), *nation_words()) if " " in name)


@lru_cache(maxsize=1 << 14)
def state_of(word: str) -> str | None:
    """Give the state or armed group that a word names ("Ukrainian", "Moscow", "Hezbollah")."""
    bare = word.removesuffix("'s").removesuffix("’s").rstrip("’'")
    return groups().get(bare) or find_state(bare)


def is_group(word: str) -> bool:
    """Tell whether a word names an armed group."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return groups().get(bare, "Palestine") != "Palestine"


def is_people(word: str) -> bool:
    """Tell whether a word names a state's people in the plural: "Venezuelans"."""
    return is_adjective(word) and word.endswith("s") and not word.endswith("ss")
