"""Word pools: the lists in `data/`, and templates whose slots are filled from them.

Contract: `pool` gives what a file lists. A `Scene` remembers what its slots were filled with, so that a heading
and its lead speak of the same town; `fill` turns a template into pieces. Text in “...” is a quotation of the
scene's person, `[words](...)` a fact (see `facts`).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from warparse.model import QuoteForm
from warparse.testing.choose import Chooser
from warparse.testing.plan import Fact, Piece, Pieces, Said

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Person", "Scene", "capital", "fill", "person", "pool", "table"]

_PART: Final = re.compile(
    r"\{(?P<slot>\w+)\}|(?P<open>[“‘])|(?P<close>[”’](?![a-z]))|\[(?P<words>[^]]*)\]\((?P<told>[^)]*)\)"
)
_OTHERS: Final = {"country2": "country", "clause2": "clause", "clause_low": "clause", "name2": "name"}


@cache
def pool(name: str) -> tuple[str, ...]:
    """Give the lines of `data/NAME.txt` without its comment."""
    text = (files("warparse.testing") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("# "))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Give the lists of `data/NAME.txt`, each a line that begins with the list's name."""
    rows = [[cell.strip() for cell in line.split(" | ")] for line in pool(name)]
    return {row[0]: tuple(row[1:]) for row in rows}


@frozen
class Person:
    """Somebody in the news."""

    name: str
    """Full name."""
    she: bool
    """Whether a woman."""
    role: str
    """Office or occupation in a few words: "foreign minister", "a baker from Odesa"."""
    country: str = ""
    """Whose office it is; empty where the role tells all."""

    @property
    def surname(self) -> str:
        """The last of the names."""
        return self.name.split()[-1]

    @property
    def signed(self) -> str:
        """The name with what tells who this is behind it, for the end of a sentence."""
        if not self.country:
            article = "" if self.role.startswith(("a ", "an ")) else "the "
            return f"{self.name}, {article}{self.role}"
        return f"{self.name}, {self.country}’s {self.role}"

    @property
    def introduced(self) -> str:
        """The name with what tells who this is around it, before a verb."""
        return f"{self.country}’s {self.role}, {self.name}," if self.country else f"{self.signed},"


def person(chooser: Chooser, name: str = "", *, role: str = "role") -> Person:
    """Make somebody up.

    Args:
        chooser: who chooses.
        name: the full name, where it is chosen already.
        role: the list of roles to take one of: `role`, `local`, `civil`.
    """
    people = table("people")
    first, last = name.split(" ", 1) if name else ("", "")
    she = first in people["woman"] if name else chooser.flag(0.5)
    first = first or chooser.pick(people["woman" if she else "man"])
    last = last or chooser.pick(people["surname"])
    told = chooser.pick(people[role]).replace("{city}", chooser.pick(table("places")["city"]))
    country = chooser.pick(table("places")["country"]) if role == "role" else ""
    return Person(f"{first} {last}", she, told, country)


@define
class Scene:
    """What a post speaks of: slots as they were filled, and whose words it gives."""

    chooser: Chooser
    """Who fills the slots."""
    person: Person
    """Who speaks."""
    other: Person
    """Whom the person meets."""
    slots: dict[str, Pieces] = field(factory=dict)
    """The slots filled so far: a name for a town, a country, what the post is about."""

    def spoken_by(self, person: Person) -> Scene:
        """Give the same scene with somebody else speaking."""
        return Scene(self.chooser, person, self.person, dict(self.slots))

    def get(self, slot: str) -> Pieces:
        """Fill a slot: a capital first letter asks for one in the text."""
        low = slot[0].lower() + slot[1:]
        about = _ABOUT.get(low)
        found: Pieces = (about(self),) if about else self._pooled(low)
        return capital(found) if slot != low else found

    def _tail(self, name: str) -> str:
        tail = self.chooser.pick(pool(name))
        return "" if tail == "-" else tail

    def _pooled(self, slot: str) -> Pieces:
        if slot in ("clause", "clause2", "clause_low"):
            words = self.chooser.pick(pool("clauses")) + self._tail("clause_tails")
            low = slot == "clause_low" and words.split()[0].rstrip(",") not in ("I", "I’m")
            return (words[0].lower() + words[1:] if low else words,)
        if slot == "fragment":
            return (self.chooser.pick(pool("fragments")) + self._tail("fragment_tails"),)
        if slot == "headline_fragment":
            return (self.chooser.pick(pool("headline_fragments")),)
        if slot not in self.slots:
            base = _OTHERS.get(slot, slot)
            options = [word for word in table("places")[base] if (word,) not in self.slots.values()]
            self.slots[slot] = (self.chooser.pick(options),)
        return self.slots[slot]


_ABOUT: Final[dict[str, Callable[[Scene], str]]] = {
    "name": lambda scene: scene.person.name,
    "name2": lambda scene: scene.other.name,
    "surname": lambda scene: scene.person.surname,
    "who": lambda scene: scene.person.introduced,
    "signed": lambda scene: scene.person.signed,
    "role": lambda scene: scene.person.role,
    "she": lambda scene: "she" if scene.person.she else "he",
}


def capital(pieces: Pieces) -> Pieces:
    """Begin pieces with a capital letter."""
    first = pieces[0]
    return (first[0].upper() + first[1:], *pieces[1:]) if isinstance(first, str) else pieces


def fill(template: str, scene: Scene, read_fact: Callable[[str, str, Scene], Fact] | None = None) -> Pieces:
    """Turn a template into pieces.

    Args:
        template: text with `{slots}`, “quotations” and `[facts](...)`.
        scene: what fills the slots, and who speaks.
        read_fact: makes a fact of its words and what stands behind them; needed where the template has facts.
    """
    pieces: list[Piece] = []
    said: list[str | Fact] | None = None
    form = QuoteForm.DIRECT
    at = 0
    for found in _PART.finditer(template):
        into: list[Piece] | list[str | Fact] = pieces if said is None else said
        if found.start() > at:
            into.append(template[at : found.start()])
        at = found.end()
        if slot := found["slot"]:
            form = QuoteForm.FRAGMENT if "fragment" in slot else QuoteForm.DIRECT
            into.extend(scene.get(slot))  # type: ignore[arg-type]  # nothing said holds anything said
        elif found["open"]:
            said = []
        elif found["close"] and said is not None:
            pieces.append(Said(_joined(said), scene.person.name, form))  # type: ignore[arg-type]
            said = None
        elif found["close"]:
            pieces.append("’")
        elif read_fact:
            into.append(read_fact(found["words"], found["told"], scene))
    if at < len(template):
        pieces.append(template[at:])
    return _joined(pieces)


def _joined(pieces: list[Piece] | list[str | Fact]) -> tuple[Piece, ...] | tuple[str | Fact, ...]:
    """Join words beside words, so that a piece ends only where something else begins."""
    out: list[Piece] = []
    for piece in pieces:
        if out and isinstance(piece, str) and isinstance(out[-1], str):
            out[-1] += piece
        elif piece != "":
            out.append(piece)
    return tuple(out)
