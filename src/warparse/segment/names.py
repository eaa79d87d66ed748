"""The document's index of people and organisations.

Contract: a person is known by a full name that some evidence supports (an office beside it, an
honorific, a verb of saying, the surname used alone elsewhere); spellings that differ by a letter or
an ending ("Zelensky", "Zelenskyy") are one name, in the form that the document writes most. One pass
collects runs of capitals, a second resolves them; both linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from warparse.lexicon.lists import read_pairs
from warparse.lexicon.nations import find_state
from warparse.model import NameKind
from warparse.segment.capitals import JOINERS, Run, find_runs, kind_of
from warparse.segment.titles import Office, find_office_after
from warparse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Entity", "NameIndex", "fold", "index_names"]
_PREPOSITION: Final = regex.compile(r"\b(?:of|in|from|at|to|near|on|by)\s(?:the\s)?$")
_ENDING: Final = regex.compile(r"(?:iy|yi|yy|ii|ij|yj|y|i)$")
_DOUBLED: Final = regex.compile(r"(.)\1")
_AFTER_SPEECH: Final = 24


@cache
def _say() -> frozenset[str]:
    return frozenset(verb for verb, _ in read_pairs("speech_verbs"))


@cache
def fold(word: str) -> str:
    """Give the form under which spellings of one surname are equal.

    >>> fold("Zelenskyy") == fold("Zelensky") == fold("Zelenskiy")
    True
    """
    plain = word.lower().replace("’", "").replace("'", "").replace(".", "").replace("-", "").replace("ё", "e")
    return _DOUBLED.sub(r"\1", _ENDING.sub("y", plain))


@define
class Entity:
    """One person or organisation while the index is built."""

    kind: NameKind
    forms: Counter[str] = field(factory=Counter)
    evidence: int = 0
    offices: Counter[Office] = field(factory=Counter)
    mentions: list[Span] = field(factory=list)
    fullest: str = ""

    @property
    def office(self) -> Office | None:
        """The office that the document gives most often, a state's before none."""
        return max(
            self.offices,
            key=lambda office: (office.title != "counterpart", self.offices[office], office.state is not None),
            default=None,
        )

    @property
    def name(self) -> str:
        """The fullest form, in the spelling that the document uses most."""
        if self.fullest:
            return self.fullest
        longest = max(len(form.split()) for form in self.forms)
        return max((form for form in self.forms if len(form.split()) == longest), key=lambda form: self.forms[form])


@frozen
class NameIndex:
    """The people and organisations of a document, and how to find them."""

    entities: list[Entity]
    """In the order of their first mention."""
    by_surname: dict[str, list[Entity]]
    """People by the folded last word of their names, organisations by their folded names and acronyms."""
    by_first: dict[str, list[Entity]]
    """People by the folded first word of their names, for names whose surname comes first."""
    by_office: dict[tuple[str | None, str], list[Entity]]
    """People by state and office ("Ukraine", "president"), and by the office alone under None."""

    def find(self, words: tuple[str, ...], before: int) -> Entity | None:
        """Find whom some words name.

        Args:
            words: a name as it stands in the text, without titles.
            before: the position of the mention; of several people of one surname, the one named last before it.
        """
        if not words:
            return None
        found = self.by_surname.get(fold(words[-1]), []) or self.by_surname.get(" ".join(map(fold, words)), [])
        if not found and len(words) == 1:
            found = self.by_first.get(fold(words[0]), [])
            return found[0] if len(found) == 1 else None
        if len(words) > 1:
            given = fold(words[0])
            same = [entity for entity in found if fold(entity.name.split()[0])[:1] == given[:1]]
            exact = [entity for entity in same if fold(entity.name.split()[0]) == given]
            found = exact or same
        if len(found) <= 1:
            return found[0] if found else None
        recent = [(_last_before(entity.mentions, before), entity) for entity in found]
        return max(recent, key=lambda pair: (pair[1].evidence + len(pair[1].mentions) > 3, pair[0]))[1]

    def find_all(self, name: str) -> list[Entity]:
        """Give the entities of one surname."""
        return self.by_surname.get(fold(name.rsplit(maxsplit=1)[-1]), [])


def _last_before(mentions: list[Span], position: int) -> int:
    at = bisect_left(mentions, (position,))
    return mentions[at - 1].start if at else -1


def index_names(texts: Iterable[tuple[int, str]]) -> NameIndex:
    """Index the people and organisations of a document.

    Args:
        texts: the kept blocks, each with its offset; mentions count from the same origin.
    """
    runs = [run for start, text in texts for run in find_runs(text, start)]
    entities = _collect(runs)
    alone = Counter(fold(run.words[0]) for run in runs if len(run.words) == 1)
    kept: dict[str, list[Entity]] = {}
    for (surname, _), entity in entities.items():
        if (
            entity.evidence
            or sum(entity.forms.values()) > 1
            or alone[surname]
            or alone[fold(entity.name.split()[0])]
            or entity.kind is NameKind.ORGANISATION
        ):
            kept.setdefault(surname, []).append(entity)
    _add_lone(kept, runs)
    first: dict[str, list[Entity]] = {}
    for entity in {id(e): e for group in kept.values() for e in group}.values():
        if entity.kind is NameKind.PERSON and " " in entity.name:
            first.setdefault(fold(entity.name.split()[0]), []).append(entity)
    for group in kept.values():
        for entity in group:
            entity.fullest = entity.name
    index = NameIndex([], kept, first, {})
    _resolve(index, runs)
    for entity in sorted(
        {id(e): e for group in kept.values() for e in group}.values(),
        key=lambda e: e.mentions[0] if e.mentions else Span(0, 0),
    ):
        index.entities.append(entity)
        for key in {key for office in entity.offices for key in ((office.state, office.title), (None, office.title))}:
            index.by_office.setdefault(key, []).append(entity)
    return index


def _collect(runs: list[Run]) -> dict[tuple[str, str], Entity]:
    """Collect the entities that full names tell, by folded surname and given name's first letter."""
    entities: dict[tuple[str, str], Entity] = {}
    for run in runs:
        words = run.words
        if len(words) < 2 and not (words[0].isupper() and len(words[0]) > 2):
            continue
        kind = kind_of(words)
        if kind is None:
            continue
        if kind is NameKind.ORGANISATION:
            key = (" ".join(map(fold, words)), "")
        else:
            plain = tuple(word for word in words if word not in JOINERS)
            if len(plain) != len(words) or not 2 <= len(words) <= 5:
                continue
            key = (fold(words[-1]), fold(words[0])[:1])
        entity = entities.setdefault(key, Entity(kind))
        entity.forms[" ".join(words)] += 1
        if kind is NameKind.PERSON:
            office = run.office or (
                find_office_after(run.prose, run.at + run.end - run.start) if not entity.offices else None
            )
            if office:
                entity.offices[office] += 1
            entity.evidence += bool(run.titled) * 2 + (office is not None) * 2 + _says(run)
        else:
            entity.evidence += 1
    return entities


def _add_lone(kept: dict[str, list[Entity]], runs: list[Run]) -> None:
    """Add people whom the document knows by one name only: a title before it, or a verb of saying beside it."""
    full = {fold(word) for group in kept.values() for entity in group for word in entity.name.split()}
    for run in runs:
        if len(run.words) != 1 or fold(run.words[0]) in full or run.words[0].isupper() or find_state(run.words[0]):
            continue
        if run.titled or (_says_behind(run) and not _PREPOSITION.search(run.prose, max(0, run.at - 8), run.at)):
            group = kept.setdefault(fold(run.words[0]), [Entity(NameKind.PERSON)])
            group[0].forms[run.words[0]] += 1
            group[0].evidence += 1


def _says(run: Run) -> int:
    """Tell whether a verb of saying stands right behind or before a name."""
    at = run.at + run.end - run.start
    after = run.prose[at : at + _AFTER_SPEECH].split()[:2]
    before = run.prose[max(0, run.at - 14) : run.at].split()[-1:]
    acts = after[:1] and after[0] in ("is", "was", "has", "had", "will", "would", "who", "could")
    return int(bool(acts) or any(word.strip(",.;:”") in _say() for word in (*after, *before)))


def _says_behind(run: Run) -> bool:
    """Tell whether a verb of saying stands right behind a name."""
    word = run.prose[run.at + run.end - run.start :][:_AFTER_SPEECH].split()[:1]
    return bool(word) and word[0].strip(",.:") in (
        "said",
        "says",
        "told",
        "added",
        "wrote",
        "replied",
        "tweeted",
        "insisted",
        "warned",
    )


def _resolve(index: NameIndex, runs: list[Run]) -> None:
    for run in runs:
        entity = index.find(run.words, run.start)
        if entity is not None:
            entity.mentions.append(Span(run.start, run.end))
