"""How names are collected: which runs of capitals are one person's.

Contract: full names are collected first, chosen by their evidence, then every run is resolved; each step is
linear in the runs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.lexicon.leaders import surnames
from warparse.lexicon.nations import find_state
from warparse.model import NameKind
from warparse.names.around import is_attended, is_described, is_placed, is_seat, said_behind, weigh
from warparse.names.capitals import JOINERS, Run, kind_of
from warparse.names.entities import Entity, fold
from warparse.names.titles import gender_of_name

if TYPE_CHECKING:
    from collections import Counter

__all__ = ["Register"]

_VOWELS: Final = re.compile(r"[aeiouyh]")
_ALIAS: Final = re.compile(r"\s\(([A-Z][A-Za-z]{1,7})\)|, or ([A-Z]{2,8})\b")
_SURE: Final = 2
"""Evidence from which a single word is a person's name."""
_CERTAIN: Final = 6
"""Evidence at which no more is weighed, once an office is told."""
_KEPT: Final = 1
"""Evidence from which a name of two words is a person's."""


class Register:
    """The entities of a document while they are collected; used once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], Entity] = {}
        """Entities by their names' words and by other keys under which the same ones come again."""
        self._people: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = {}
        self._by_part: dict[str, list[Entity]] = {}
        self._latest: dict[str, Entity] = {}

    # -- full names ---------------------------------------------------------------------------

    def collect(self, run: Run) -> None:
        """Take up a run that may be a full name."""
        words = run.words
        if words[0][0].islower():
            return  # "Mr van der Meulen"
        if len(words) < 2 and not (words[0].isupper() and len(words[0]) > 2):
            return
        kind = kind_of(words)
        if kind is NameKind.ORGANISATION:
            key = tuple(map(fold, words))
            entity = self._known.get(key)
            if entity is None:
                entity = self._known[key] = Entity(kind)
            entity.add_form(" ".join(words))
            alias = _ALIAS.match(run.prose, run.at + run.end - run.start) if len(words) > 1 else None
            if alias:
                self._known.setdefault((fold(alias[1] or alias[2]),), entity)
        elif kind is NameKind.PERSON and 2 <= len(words) <= 5 and JOINERS.isdisjoint(words):
            entity = self._person(words)
            entity.add_form(" ".join(words))
            if entity.evidence < _CERTAIN or not entity.offices:
                weigh(entity, run)

    def _person(self, words: tuple[str, ...]) -> Entity:
        """Give the person of a full name; spellings of one given name, and its initial, lead to the same."""
        last, given = fold(words[-1]), fold(words[0])
        known = self._known.get((last, given))
        if known is not None:
            return known
        keys = [(last, given), (last, given[:1] + _VOWELS.sub("", given[1:]), "bare")]
        keys += [(last, given[:3], "begins")] if len(given) > 2 else []
        keys += [(last, given[:1], "initial")]
        wanted = keys if len(given) < 2 else keys[:-1]
        entity = next((self._known[key] for key in wanted if key in self._known), None)
        if entity is None and len(given) > 1:
            entity = self._known.get((last, given[:1], "only initial"))
        if entity is None:
            entity = Entity(NameKind.PERSON)
            self._people.append(entity)
            if len(given) < 2:
                self._known.setdefault((last, given, "only initial"), entity)
        for key in keys:
            self._known.setdefault(key, entity)
        return entity

    def choose(self, alone: Counter[str]) -> None:
        """Keep the people whom the evidence supports, and file everybody under the parts of their names."""
        for entity in self._people:
            parts = [fold(word) for word in entity.name.split()]
            again = 2 if alone[parts[-1]] else 1 if alone[parts[0]] else 0
            if entity.evidence + again + (entity.told > 1) < _KEPT:
                continue
            self._by_last.setdefault(parts[-1], []).append(entity)
            for part in parts[:-1]:
                if len(part) > 1:
                    self._by_part.setdefault(part, []).append(entity)

    def add_lone(self, runs: list[Run]) -> None:
        """Add people whom the document knows by one name only: by a title, an age, a verb of saying beside it."""
        lone = [run for run in runs if len(run.words) == 1 and not run.words[0].isupper()]
        placed = {run.words[0] for run in lone if not run.title and is_placed(run)}
        for run in lone:
            word = run.words[0]
            known = gender_of_name(word) != "" or word in surnames()
            if word in placed or is_seat(run) or not (run.title or known or is_attended(run)) or find_state(word):
                continue
            folded = fold(word)
            if folded in self._by_part or (folded in self._by_last and (folded, "lone") not in self._known):
                continue
            told = Entity(NameKind.PERSON)
            weigh(told, run)
            if told.evidence + 2 * known < _SURE and (not said_behind(run) or is_described(run)):
                continue
            entity = self._known.setdefault((folded, "lone"), told)
            entity.add_form(word)
            entity.roles |= told.roles
            entity.gender = entity.gender or told.gender
            if not self._by_last.get(folded):
                self._by_last[folded] = [entity]

    # -- mentions -----------------------------------------------------------------------------

    def find(self, run: Run) -> Entity | None:
        """Find whom a run names; of several people of one surname, the one named last or most."""
        words = run.words
        last = fold(words[-1])
        if len(words) == 1 or words[0][0].islower():
            return self._find_alone(words[-1], last)
        entity = self._known.get(tuple(map(fold, words)))
        if entity is not None and entity.kind is NameKind.ORGANISATION:
            return entity
        entity = self._known.get((last, fold(words[0])))
        kept = self._by_last.get(last, ())
        if entity is not None and entity in kept:
            self._latest[last] = entity
            return entity
        folded = {fold(word) for word in words}
        for entity in kept[-4:]:
            if folded.issubset(map(fold, entity.name.split())):
                return entity
        return None

    def _find_alone(self, word: str, folded: str) -> Entity | None:
        found = self._by_last.get(folded)
        if found:
            latest = self._latest.get(folded, found[0])
            if len(found) == 1:
                return found[0]
            most = max(found[:8], key=lambda entity: entity.told)
            return most if most.told > 3 * latest.told else latest
        organisation = self._known.get((folded,))
        if organisation is not None:
            return organisation
        parts = self._by_part.get(folded, ())
        return parts[0] if len(parts) == 1 and word[0].isupper() else None
