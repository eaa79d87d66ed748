"""Facts in words: attack counts, amounts of money and meetings, each with what a right extractor tells of it.

Contract: a fact's record has the keys of the interchange format but `start` and `end`, which the text gives.
The sentences come from `data/attacks.txt`, `data/money.txt` and `data/meetings.txt`; numbers are written in the ways
that newspapers write them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from warparse.testing.plan import Fact, Pieces, plain
from warparse.testing.words import Scene, capital, fill, pool

if TYPE_CHECKING:
    from warparse.testing.choose import Chooser

__all__ = ["attack_sentence", "fact_sentence", "meeting_sentence", "money_sentence"]

_SMALL: Final = "two three four five six seven eight nine".split()
_COUNTRIES: Final = ("Russia", "Ukraine")
_CURRENCIES: Final[tuple[tuple[str, str, str], ...]] = (
    ("€", "EUR", " euros"),
    ("£", "GBP", " pounds"),
    ("$", "USD", " dollars"),
    ("¥", "JPY", " yen"),
    ("", "SEK", " kronor"),
    ("", "CHF", " Swiss francs"),
)
_ADJECTIVES: Final = {
    "Ukraine’s air force": "Ukrainian air force",
    "Russia’s defence ministry": "Russian defence ministry",
}
_QUALIFIERS: Final = {"more than": "min", "at least": "min", "up to": "max", "about": "", "nearly": ""}


def fact_sentence(chooser: Chooser, scene: Scene) -> Pieces:
    """Write a sentence with facts of one kind in it."""
    return chooser.pick((attack_sentence, money_sentence, meeting_sentence))(chooser, scene)


def attack_sentence(chooser: Chooser, scene: Scene) -> Pieces:
    """Write a sentence that counts an attack's size or outcome."""
    scene = scene.spoken_by(scene.person)
    scene.slots["n"] = (_count(chooser, 2, 240),)
    scene.slots["m"] = (_count(chooser, 2, 40),)
    return capital_facts(fill(chooser.pick(pool("attacks")), scene, _attack))


def meeting_sentence(chooser: Chooser, scene: Scene, *, alone: bool = False) -> Pieces:
    """Write a sentence that tells of an encounter.

    Args:
        chooser: who chooses.
        scene: who meets, where and why.
        alone: whether nothing before the sentence introduces the scene's person.
    """
    template = chooser.pick(pool("meetings"))
    return capital_facts(fill(template.replace("{Surname}", "{Who}") if alone else template, scene, _meeting))


def money_sentence(chooser: Chooser, scene: Scene) -> Pieces:
    """Write a sentence with an amount in it, and in some its worth in dollars."""
    template = chooser.pick(pool("money"))
    scene = scene.spoken_by(scene.person)
    local = chooser.pick([each for each in _CURRENCIES if each[1] != "USD"] if "{dollars}" in template else _CURRENCIES)
    amount, scale = chooser.number(1, 900), chooser.pick(("million", "billion", "m", "bn", ""))
    qualifier = chooser.pick(tuple(_QUALIFIERS)) if chooser.flag(0.3) else None
    fact = _amount(local, amount, scale, qualifier)
    scene.slots["money"] = (f"{qualifier} ", fact) if qualifier else (fact,)
    scene.slots["dollars"] = (_amount(_CURRENCIES[2], chooser.number(1, 900), scale, None, restates=True),)
    return fill(template, scene)


def capital_facts(pieces: Pieces) -> Pieces:
    """Begin pieces with a capital letter, also where a fact stands first."""
    first = pieces[0]
    if isinstance(first, Fact):
        words = first.words[0].upper() + first.words[1:]
        return (Fact(words, first.extractor, first.record, first.restates), *pieces[1:])
    return capital(pieces)


def _count(chooser: Chooser, least: int, most: int) -> str:
    number = chooser.number(least, most)
    return _SMALL[number - 2] if number < 10 else str(number)


def _number(words: str) -> int:
    return _SMALL.index(words) + 2 if words in _SMALL else int(words.replace(",", ""))


def _read_told(told: str, scene: Scene) -> tuple[list[str], dict[str, str]]:
    """Read what a template tells of a fact: `first words; key value; ...`, its slots filled."""
    first, *rest = (plain(fill(part.strip(), scene)) for part in told.split(";"))
    pairs = (part.partition(" ") for part in rest)
    return first.replace(":", " ", 1).split(" ", 1), {key: value for key, _, value in pairs}


def _attack(words: str, told: str, scene: Scene) -> Fact:
    (measure, thing), more = _read_told(told, scene)
    text = plain(fill(words, scene))
    count = _number(text.split()[0].lower())
    qualifier, source = more.get("q"), more.get("from")
    attacker, unsure, _ = more.get("by", "").partition(" or nobody")
    record: dict[str, Any] = {
        "measure": measure,
        "count_min": count,
        "count_max": None if qualifier in ("at least", "more than") else count,
        "qualifier": qualifier,
        "object": thing,
        "attacker": attacker or None,
        "location": more.get("at"),
        "source": source,
    }
    if unsure:
        record["attacker_accept"] = ["-"]
    if source in _ADJECTIVES:
        record["source_accept"] = [_ADJECTIVES[source]]
    return Fact(text, "attacks", record)


def _meeting(words: str, told: str, scene: Scene) -> Fact:
    text = plain(fill(words, scene))
    (form, status), more = _read_told(told, scene)
    record: dict[str, Any] = {
        "participants": more["who"].split(" + "),
        "format": form,
        "status": status,
        "place": more.get("in"),
        "when": more.get("when"),
    }
    return Fact(text, "meetings", record)


def _amount(
    currency: tuple[str, str, str], amount: int, scale: str, qualifier: str | None, *, restates: bool = False
) -> Fact:
    sign, code, word = currency
    factor = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "": 1000}[scale]
    digits = f"{amount}{' ' if len(scale) > 2 else ''}{scale}" if scale else f"{amount},000"
    exact = str(Decimal(amount * factor))
    side = _QUALIFIERS.get(qualifier or "", "")
    record: dict[str, Any] = {
        "amount_min": None if side == "max" else exact,
        "amount_max": None if side == "min" else exact,
        "currency": code,
        "qualifier": qualifier,
        "equivalent_of": None,
    }
    return Fact(f"{sign}{digits}" if sign else f"{digits}{word}", "money", record, restates)
