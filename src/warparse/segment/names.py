"""The document's index of people and organisations.

Contract: a person is known by a full name that some evidence supports (an office beside it, an
honorific, a verb of saying, the surname used alone elsewhere); spellings that differ by a letter or
an ending ("Zelensky", "Zelenskyy") are one name, in the form that the document writes most. One pass
collects runs of capitals, a second resolves them; both linear.
"""

from __future__ import annotations

import string
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.nations import find_state, nation_words
from warparse.model import NameKind
from warparse.segment.titles import Office, find_office_after, find_office_before, is_title_word
from warparse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Entity", "NameIndex", "fold", "index_names"]

_PART: Final = r"\p{Lu}(?:\.(?:\s?\p{Lu}\.){0,3}|[\p{L}\d’'-]{0,40}+)"
_RUN: Final = regex.compile(
    rf"{_PART}(?:\s+(?:(?:de|da|di|del|dos|von|van|der|den|bin|ibn|al|el|la|le|ten|ter|du|zu|of|for|and|the|on)\s+){{0,3}}{_PART}){{0,12}}+"
)
_JOINER: Final = regex.compile(r"\s+(?:(?:of|for|and|the|on)\s+)+")
_JOINED: Final = (" of ", " for ", " and ", " the ", " on ")
_JOINERS: Final = frozenset("of for and the on".split())
_POSSESSIVE: Final = regex.compile(r"(?:[’']s|(?<=s)[’'])$")
_OWNS: Final = ("’s", "'s", "s’", "s'")
_SMALL: Final = frozenset(
    "The A An In On At By As And But Or If When While After Before Since Until For From With To Of That This These Those It He She They We I You"
    " His Her Their Our My Its There Here What Who Why How Where Which Both All Some Many Most More One Two Three Four Five Another Other Also"
    " Meanwhile Earlier Later Today Yesterday Last Next Now Then Still However Although Though Despite During Speaking Addressing Asked According"
    " Citing Posting Commenting Referring Responding Writing Because Not No Yes Even Just Only So Such Over Under About Around Between Among Within"
    " Separately Elsewhere Following Former Late Per Via Like Unlike Dear Hello Welcome Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    " January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    " Reuters AFP AP BBC CNN Tass TASS PA EU UN US UK Image Photograph Picture Photo Updated Read Watch Analysis Explainer".split()
)
_HONORIFICS: Final = frozenset(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Rev St Sheikh Ayatollah Pope King Queen Prince Princess Mr. Mrs. Ms. Dr. Gen. Lt. Col. Maj. Capt. Sen. Rep. Gov. Sen Rep Gov".split()
)
_PREPOSITION: Final = regex.compile(r"\b(?:of|in|from|at|to|near|on|by)\s(?:the\s)?$")
_ENDING: Final = regex.compile(r"(?:iy|yi|yy|ii|ij|yj|y|i)$")
_DOUBLED: Final = regex.compile(r"(.)\1")
_AFTER_SPEECH: Final = 24


@cache
def _say() -> frozenset[str]:
    return frozenset(verb for verb, _ in read_pairs("speech_verbs"))


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(read_list("organisation_words"))


@cache
def _place_words() -> tuple[frozenset[str], frozenset[str]]:
    words = read_list("place_words")
    return frozenset(w for w in words if w[0] != ">"), frozenset(w[2:] for w in words if w[0] == ">")


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
class _Run:
    start: int
    end: int
    words: tuple[str, ...]
    titled: bool
    office: Office | None
    possessive: bool
    prose: str = field(repr=False)
    at: int = 0


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
    runs = [run for start, text in texts for run in _find_runs(text, start)]
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


def _find_runs(text: str, offset: int) -> list[_Run]:
    runs = []
    common = _common()
    for found in _RUN.finditer(text):
        group = found.group()
        if " " not in group:
            if group not in common and (run := _read_word(text, found.start(), group, offset)):
                runs.append(run)
            continue
        parts = (_read_run(text, start, part, offset) for start, part in _split_run(found.start(), group))
        runs.extend(run for run in parts if run)
    return runs


@cache
def _common() -> frozenset[str]:
    """Capitalised words that name nobody by themselves: small words, states, titles, and what they own."""
    words = {*_SMALL, *_HONORIFICS, *nation_words(), *_organisation_words()}
    return frozenset(
        {*words, *(word + own for word in nation_words() for own in ("’s", "'s")), *string.ascii_uppercase}
    )


def _read_word(text: str, start: int, word: str, offset: int) -> _Run | None:
    """Read a capitalised word that stands alone."""
    plain = _POSSESSIVE.sub("", word) if word.endswith(_OWNS) else word
    if len(plain) < 2 or is_title_word(plain):
        return None
    end = offset + start + len(plain)
    return _Run(
        offset + start, end, (plain,), titled=False, office=None, possessive=plain != word, prose=text, at=start
    )


def _split_run(start: int, group: str) -> list[tuple[int, str]]:
    """Split a run at "of", "and" and their like unless it is one organisation's name."""
    if not any(joiner in group for joiner in _JOINED) or any(word in _organisation_words() for word in group.split()):
        return [(start, group)]
    parts = []
    done = 0
    for found in _JOINER.finditer(group):
        parts.append((start + done, group[done : found.start()]))
        done = found.end()
    return [*parts, (start + done, group[done:])]


def _read_run(text: str, start: int, group: str, offset: int) -> _Run | None:
    """Strip what is no name from a run of capitals: small words, states, titles, a possessive's end."""
    words = group.split()
    if len(words) == 1 and (words[0] in _SMALL or len(words[0]) < 2):
        return None
    owners = [at for at, word in enumerate(words[:-1]) if word.endswith(_OWNS)]
    if owners and not any(word in _organisation_words() for word in words[owners[-1] + 1 :]):
        begin = _word_offset(group, owners[-1] + 1)  # "Russia's Sergei Lavrov": the name begins behind the possessive
        start, group, words = start + begin, group[begin:], words[owners[-1] + 1 :]
    possessive = words[-1].endswith(_OWNS)
    first, titled = _strip_titles(words)
    last = len(words)
    while last > first and words[last - 1] in _JOINERS:
        last -= 1
    kept = tuple(
        _POSSESSIVE.sub("", word) if at == last - 1 else word for at, word in enumerate(words) if first <= at < last
    )
    if not kept or (len(kept) == 1 and len(kept[0]) < 2):
        return None
    begin = (
        start + group.rfind(words[first], 0, len(group)) if last - first == 1 else start + _word_offset(group, first)
    )
    end = start + len(group) - (len(words[-1]) - len(_POSSESSIVE.sub("", words[-1])))
    office = find_office_before(text, begin) if len(kept) > 1 else None
    return _Run(offset + begin, offset + end, kept, titled or office is not None, office, possessive, text, begin)


def _strip_titles(words: list[str]) -> tuple[int, bool]:
    """Give where the name begins behind small words, states and titles, and whether there was a title."""
    if any(word in _organisation_words() for word in words):
        first = next((at for at, word in enumerate(words) if word not in _SMALL and word not in _JOINERS), len(words))
        while (
            first + 2 < len(words)
            and (is_title_word(words[first]) or words[first] in _HONORIFICS)
            and words[first + 1] in _JOINERS
        ):
            first += 2  # "CEO of ...", "President of the ..."
            while first + 1 < len(words) and words[first] in _JOINERS:
                first += 1
        return first, False
    titles = [at for at, word in enumerate(words[:-1]) if is_title_word(word) or word in _HONORIFICS]
    first = titles[-1] + 1 if titles else 0
    while first < len(words) and (
        words[first] in _SMALL
        or words[first] in _JOINERS
        or (words[first] in nation_words() and first + 1 < len(words))
    ):
        first += 1
    return first, bool(titles)


def _word_offset(group: str, count: int) -> int:
    at = 0
    for _ in range(count):
        while at < len(group) and not group[at].isspace():
            at += 1
        while at < len(group) and group[at].isspace():
            at += 1
    return at


def _collect(runs: list[_Run]) -> dict[tuple[str, str], Entity]:
    """Collect the entities that full names tell, by folded surname and given name's first letter."""
    entities: dict[tuple[str, str], Entity] = {}
    for run in runs:
        words = run.words
        if len(words) < 2 and not (words[0].isupper() and len(words[0]) > 2):
            continue
        kind = _kind_of(words)
        if kind is None:
            continue
        if kind is NameKind.ORGANISATION:
            key = (" ".join(map(fold, words)), "")
        else:
            plain = tuple(word for word in words if word not in _JOINERS)
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


def _add_lone(kept: dict[str, list[Entity]], runs: list[_Run]) -> None:
    """Add people whom the document knows by one name only: a title before it, or a verb of saying beside it."""
    full = {fold(word) for group in kept.values() for entity in group for word in entity.name.split()}
    for run in runs:
        if len(run.words) != 1 or fold(run.words[0]) in full or run.words[0].isupper() or find_state(run.words[0]):
            continue
        if run.titled or (_says_behind(run) and not _PREPOSITION.search(run.prose, max(0, run.at - 8), run.at)):
            group = kept.setdefault(fold(run.words[0]), [Entity(NameKind.PERSON)])
            group[0].forms[run.words[0]] += 1
            group[0].evidence += 1


def _kind_of(words: tuple[str, ...]) -> NameKind | None:
    plain = _POSSESSIVE.sub("", words[-1])
    ends, begins = _place_words()
    if any(word in _organisation_words() for word in words):
        return NameKind.ORGANISATION
    if len(words) == 1:
        named = (
            words[0].isupper()
            and words[0].isalpha()
            and find_state(words[0].title()) is None
            and find_state(words[0]) is None
        )
        return NameKind.ORGANISATION if named and len(words[0]) <= 6 else None
    if (
        plain in ends
        or words[0] in begins
        or " ".join(words) in nation_words()
        or find_state(words[-1])
        or find_state(words[0].split("-")[0])
    ):
        return None
    if any(word.isupper() and len(word) > 2 for word in words) or any(any(c.isdigit() for c in word) for word in words):
        return None
    return NameKind.PERSON


def _says(run: _Run) -> int:
    """Tell whether a verb of saying stands right behind or before a name."""
    at = run.at + run.end - run.start
    after = run.prose[at : at + _AFTER_SPEECH].split()[:2]
    before = run.prose[max(0, run.at - 14) : run.at].split()[-1:]
    acts = after[:1] and after[0] in ("is", "was", "has", "had", "will", "would", "who", "could")
    return int(bool(acts) or any(word.strip(",.;:”") in _say() for word in (*after, *before)))


def _says_behind(run: _Run) -> bool:
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


def _resolve(index: NameIndex, runs: list[_Run]) -> None:
    for run in runs:
        entity = index.find(run.words, run.start)
        if entity is not None:
            entity.mentions.append(Span(run.start, run.end))
