"""The document's index of people and organisations.

Contract: a person is known by a full name that some evidence supports (an office or an age beside it, an
honorific, a verb of saying, the surname used alone elsewhere); spellings that differ by a letter or
an ending ("Zelensky", "Zelenskyy") are one name, in the form that the document writes most. One pass
collects runs of capitals, a second resolves them; both linear.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from warparse.lexicon.leaders import leaders
from warparse.model import NameKind
from warparse.names.capitals import Run, find_runs
from warparse.names.entities import Entity, fold
from warparse.names.foretold import find_office_above
from warparse.names.register import Register
from warparse.names.titles import Office, gender_of, gender_of_name
from warparse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NameIndex", "index_names"]


@frozen
class NameIndex:
    """The people and organisations of a document, and how to find them."""

    entities: list[Entity]
    """In the order of their first mention."""
    runs: list[Run]
    """Every run of capitals of the document, in order."""
    named: list[Entity | None]
    """Whom each run names; None where the index does not know."""
    by_office: dict[tuple[str | None, str], list[Entity]]
    """People by state and office ("Ukraine", "president"), and by the office alone under None."""
    by_role: dict[str, list[Entity]]
    """People by a noun told beside their names."""
    by_name: dict[str, Entity]
    """Entities by their fullest names."""
    led: dict[str, str]
    """The states of those who are known to lead one, by their fullest names."""


def index_names(texts: Iterable[tuple[int, str]]) -> NameIndex:
    """Index the people and organisations of a document.

    Args:
        texts: the kept blocks, each with its offset; mentions count from the same origin.
    """
    kept = list(texts)
    runs = [run for start, text in kept for run in find_runs(text, start)]
    register = Register()
    for run in runs:
        register.collect(run)
    alone = Counter(fold(run.words[0]) for run in runs if len(run.words) == 1)
    register.choose(alone)
    register.add_lone(runs)
    named = [register.find(run) for run in runs]
    index = NameIndex([], runs, named, {}, {}, {}, {})
    seen: set[int] = set()
    bare: list[tuple[Entity, Run]] = []
    for run, entity in zip(runs, named, strict=True):
        if entity is None:
            continue
        entity.mentions.append(Span(run.start, run.end))
        if run.title and not entity.gender:
            entity.gender = gender_of(run.title)
        if id(entity) not in seen:
            seen.add(id(entity))
            index.entities.append(entity)
            if (
                entity.kind is NameKind.PERSON
                and not entity.offices
                and entity.roles <= {run.title.lower()}
                and len(run.words) > 1
            ):
                bare.append((entity, run))
    above = {start: text for (start, _), (_, text) in zip(kept[1:], kept, strict=False)}
    _look_above(bare, above, {office for entity in index.entities for office in entity.offices})
    _file(index)
    _add_leaders(index)
    return index


def _file(index: NameIndex) -> None:
    """File the entities under their fullest names, offices and roles."""
    for entity in index.entities:
        entity.fullest = entity.name
        entity.gender = entity.gender or (gender_of_name(entity.fullest) if entity.kind is NameKind.PERSON else "")
        index.by_name.setdefault(entity.fullest, entity)
        for key in {key for office in entity.offices for key in ((office.state, office.title), (None, office.title))}:
            index.by_office.setdefault(key, []).append(entity)
        for role in sorted(entity.roles):
            index.by_role.setdefault(role, []).append(entity)


def _add_leaders(index: NameIndex) -> None:
    """Give offices that the document does not tell to those who are known to hold them."""
    known = _leaders()
    for entity in index.entities:
        if entity.kind is not NameKind.PERSON or entity.offices:
            continue
        given, *rest = entity.fullest.split()
        state, title = known.get((fold(rest[-1]) if rest else fold(given), fold(given) if rest else ""), ("", ""))
        if state:
            index.led[entity.fullest] = state
            for office in {title, "leader"}:
                index.by_office.setdefault((state, office), [entity])


@cache
def _leaders() -> dict[tuple[str, str], tuple[str, str]]:
    """Leaders by their last and their given name, and by the last alone."""
    table: dict[tuple[str, str], tuple[str, str]] = {}
    for name, office in leaders().items():
        given, *rest = map(fold, name.split())
        table.setdefault((rest[-1] if rest else given, given if rest else ""), office)
        table.setdefault((rest[-1] if rest else given, ""), office)
    return table


def _look_above(bare: list[tuple[Entity, Run]], above: dict[int, str], held: set[Office]) -> None:
    """Give people of whom nothing is told the office of which the sentence before spoke, if nobody holds it."""
    taken = {(office.state, office.title) for office in held}
    for entity, run in bare:
        office = find_office_above(run, above.get(run.start - run.at, ""))
        if office and (office.state, office.title) not in taken:
            taken.add((office.state, office.title))
            entity.offices[office] = 1
            entity.roles.add(office.title.rpartition(" ")[2])
