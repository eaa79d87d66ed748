"""Runs of capitalised words: what may be a name, stripped of what is none.

Contract: pure functions of one text, linear in it; a run never holds titles, states or small words at
its beginning, nor a possessive's end.
"""

from __future__ import annotations

import string
from functools import cache
from typing import Final

import regex
from attrs import field, frozen

from warparse.lexicon.lists import read_list
from warparse.lexicon.nations import find_state, nation_words
from warparse.model import NameKind
from warparse.segment.titles import Office, find_office_before, is_title_word

__all__ = ["JOINERS", "Run", "find_runs", "kind_of"]

_PART: Final = r"\p{Lu}(?:\.(?:\s?\p{Lu}\.){0,3}|[\p{L}\d’'-]{0,40}+)"
_RUN: Final = regex.compile(
    rf"{_PART}(?:\s+(?:(?:de|da|di|del|dos|von|van|der|den|bin|ibn|al|el|la|le|ten|ter|du|zu|of|for|and|the|on)\s+){{0,3}}{_PART}){{0,12}}+"
)
_JOINER: Final = regex.compile(r"\s+(?:(?:of|for|and|the|on)\s+)+")
_JOINED: Final = (" of ", " for ", " and ", " the ", " on ")
JOINERS: Final = frozenset("of for and the on".split())
_POSSESSIVE: Final = regex.compile(r"(?:[’']s|(?<=s)[’'])$")
_OWNS: Final = ("’s", "'s", "s’", "s'")
_SMALL: Final = frozenset(
    "The A An In On At By As And But Or If When While After Before Since Until For From With To Of That This These Those It He She They We I You"
    " His Her Their Our My Its There Here What Who Why How Where Which Both All Some Many Most More One Two Three Four Five Another Other Also"
    " Meanwhile Earlier Later Today Yesterday Last Next Now Then Still However Although Though Despite During Speaking Addressing Asked According"
    " Citing Posting Commenting Referring Responding Writing Because Not No Yes Even Just Only So Such Over Under About Around Between Among Within"
    " Separately Elsewhere Following Former Late Via Like Unlike Dear Hello Welcome Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
    " January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    " Reuters AFP AP BBC CNN Tass TASS PA EU UN US UK Image Photograph Picture Photo Updated Read Watch Analysis Explainer".split()
)
_HONORIFICS: Final = frozenset(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Rev St Sheikh Ayatollah Pope King Queen Prince Princess Mr. Mrs. Ms. Dr. Gen. Lt. Col. Maj. Capt. Sen. Rep. Gov. Sen Rep Gov".split()
)


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(read_list("organisation_words"))


@cache
def _place_words() -> tuple[frozenset[str], frozenset[str]]:
    words = read_list("place_words")
    return frozenset(w for w in words if w[0] != ">"), frozenset(w[2:] for w in words if w[0] == ">")


@frozen
class Run:
    """Capitalised words that may be a name."""

    start: int
    end: int
    words: tuple[str, ...]
    titled: bool
    office: Office | None
    possessive: bool
    prose: str = field(repr=False)
    at: int = 0


def find_runs(text: str, offset: int) -> list[Run]:
    """Find the runs of capitals in a text that stands at an offset of the document."""
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


def _read_word(text: str, start: int, word: str, offset: int) -> Run | None:
    """Read a capitalised word that stands alone."""
    plain = _POSSESSIVE.sub("", word) if word.endswith(_OWNS) else word
    if len(plain) < 2 or is_title_word(plain):
        return None
    end = offset + start + len(plain)
    return Run(offset + start, end, (plain,), titled=False, office=None, possessive=plain != word, prose=text, at=start)


def _split_run(start: int, group: str) -> list[tuple[int, str]]:
    """Split a run at "of", "and" and their like unless it is one organisation's name."""
    if not any(joiner in group for joiner in _JOINED):
        return [(start, group)]
    if any(word in _organisation_words() for word in group.split()):
        found = _JOINER.search(group)
        person = found is not None and _looks_personal(group[: found.start()].split())
        if not person or found is None:
            return [(start, group)]
        return [(start, group[: found.start()]), *_split_run(start + found.end(), group[found.end() :])]
    parts = []
    done = 0
    for found in _JOINER.finditer(group):
        parts.append((start + done, group[done : found.start()]))
        done = found.end()
    return [*parts, (start + done, group[done:])]


def _looks_personal(words: list[str]) -> bool:
    """Tell whether words before "of" are a person's rather than an institution's own: "Jane Doe of the ... Institute"."""
    plain = all(
        word not in _organisation_words() and not is_title_word(word) and word not in nation_words() for word in words
    )
    return plain and 2 <= len(words) <= 3 and not any(word in _SMALL for word in words)


def _read_run(text: str, start: int, group: str, offset: int) -> Run | None:
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
    while last > first and words[last - 1] in JOINERS:
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
    return Run(offset + begin, offset + end, kept, titled or office is not None, office, possessive, text, begin)


def _strip_titles(words: list[str]) -> tuple[int, bool]:
    """Give where the name begins behind small words, states and titles, and whether there was a title."""
    if any(word in _organisation_words() for word in words):
        first = next((at for at, word in enumerate(words) if word not in _SMALL and word not in JOINERS), len(words))
        while (
            first + 2 < len(words)
            and (is_title_word(words[first]) or words[first] in _HONORIFICS)
            and words[first + 1] in JOINERS
        ):
            first += 2  # "CEO of ...", "President of the ..."
            while first + 1 < len(words) and words[first] in JOINERS:
                first += 1
        return first, False
    titles = [at for at, word in enumerate(words[:-1]) if is_title_word(word) or word in _HONORIFICS]
    first = titles[-1] + 1 if titles else 0
    while first < len(words) and (
        words[first] in _SMALL or words[first] in JOINERS or (words[first] in nation_words() and first + 1 < len(words))
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


def kind_of(words: tuple[str, ...]) -> NameKind | None:
    """Tell whether words name a person or an organisation; None for places and what is neither."""
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
