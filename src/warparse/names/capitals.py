"""Runs of capitalised words: what may be a name, stripped of what is none.

Contract: pure functions of one text, linear in it; a run never holds titles, states or small words at
its beginning, nor a possessive's end.
"""

from __future__ import annotations

import re
import string
from functools import cache, lru_cache
from typing import Final

from attrs import define

from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.nations import find_state, nation_words
from warparse.lexicon.words import CLASS, TIME, VERB, classes
from warparse.model import NameKind
from warparse.names.titles import HONORIFICS, is_office, is_title_word

__all__ = ["HONOURS", "JOINERS", "Run", "find_runs", "is_organisation", "kind_of"]

_UPPER: Final = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x530), *range(0x1E00, 0x1F00)))))
_REMEMBERED: Final = 200
"""Characters of a run of capitals up to which its reading is remembered."""
_SHORT: Final = frozenset(
    "Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Brig Sen Rep Gov Rev Hon St Amb Msgr Cpl Pvt Supt".split()
)
"""Titles that a full stop shortens and does not end."""
_PREFIX: Final = r"(?:(?:[aeu][lns]|a[dr]|a[sz]h?|d|l|de|da)[-’'])"
_PART: Final = (
    rf"[{_UPPER}](?:\.(?:\s?[{_UPPER}]\.){{0,3}}|[\w-]{{0,40}}+(?:[’'][\w-]{{1,40}}+){{0,3}}+(?:(?<=s)[’'])?)"
)
_LINKS: Final = (
    "de|da|di|del|dos|das|do|du|van|von|der|den|bin|bint|ibn|ben|al|el|la|le|ten|ter|zu|e|y|of|for|and|the|on|&"
)
_RUN: Final = re.compile(rf"{_PART}(?:\s+(?:(?:{_LINKS})\s+){{0,3}}{_PREFIX}?{_PART}){{0,12}}+")
"""No step can be taken in two ways: a word ends where it ends, and the possessive group never gives one back."""
_PREFIXED: Final = re.compile(rf"(?<!\w){_PREFIX}\Z")
_JOINER: Final = re.compile(r"\s+(?:(?:of|for|and|the|on|&)\s+)+")
_JOINED: Final = (" of ", " for ", " and ", " the ", " on ", " & ")
JOINERS: Final = frozenset("of for and the on &".split())
"""Words that join the parts of an organisation's name, and divide people."""
_POSSESSIVE: Final = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_OWNS: Final = ("’s", "'s", "s’", "s'")
_MARKS: Final = "’'-"
_NICKNAME: Final = re.compile(r"\s[“\"‘'(][A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?[”\"’')]\s")
_NICKNAME_ENDS: Final = "”\"’')"
_LONGEST_NICKNAME: Final = 48
_OPENING: Final = " \t“\"‘'«„(*_>•#"
_BEFORE_SENTENCE: Final = ("", ".", "!", "?", "…", ":", "\n", "|")
_NUMERAL: Final = frozenset("IVX")
"""The letters of a number behind a ruler's name."""
HONOURS: Final = frozenset("KC QC MP MEP MSP TD OBE MBE CBE PhD MD".split())
"""Letters behind a name that are no part of it."""
_NEVER_SMALL: Final = frozenset("per will may might can mark art don so than al march august june april".split())
_AGENCIES: Final = frozenset(
    "Reuters AFP AP BBC CNN Tass TASS PA EU UN US UK Image Photograph Picture Photo Updated Read Watch Analysis Explainer".split()
)


@cache
def _small() -> frozenset[str]:
    """Words that stand in capitals at a sentence's start and name nobody."""
    words = {word for _, line in read_pairs("function_words") for word in line.split() if word not in _NEVER_SMALL}
    extra = "according citing speaking addressing asked hello dear welcome former late follow listen subscribe join sign click share download separately posting commenting referring responding writing"
    return frozenset({*(word.capitalize() for word in words), *map(str.capitalize, extra.split()), *_AGENCIES})


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(read_list("organisation_words"))


@cache
def _place_words() -> tuple[frozenset[str], frozenset[str]]:
    words = read_list("place_words")
    return frozenset(w for w in words if w[0] != ">"), frozenset(w[2:] for w in words if w[0] == ">")


@define
class Run:
    """Capitalised words that may be a name."""

    start: int
    """Where the name starts in the document."""
    end: int
    """Where it ends, a possessive's end left out."""
    words: tuple[str, ...]
    """The name's words."""
    title: str
    """The last title of the same run before it ("Gen.", "Minister"); empty if there is none."""
    possessive: bool
    """Whether it owns what follows."""
    prose: str
    """The text that it stands in."""
    at: int
    """Where it starts in that text."""

    def joined(self, other: Run) -> Run:
        """Give this run with another that goes on with its name."""
        words = (*self.words, *other.words)
        return Run(self.start, other.end, words, self.title, other.possessive, self.prose, self.at)


def is_organisation(words: tuple[str, ...] | list[str]) -> bool:
    """Tell whether a word among some makes them an organisation's name."""
    return not _organisation_words().isdisjoint(words)


def find_runs(text: str, offset: int) -> list[Run]:
    """Find the runs of capitals in a text that stands at an offset of the document."""
    runs: list[Run] = []
    common = _common()
    held = -1
    for found in _RUN.finditer(text):
        start, end = found.span()
        if held >= 0 and text[held:start].endswith(". "):
            start = held  # "Lt. Gen. Jane Doe"
        held = -1
        group = text[start:end]
        if group in common and group not in _SHORT:
            continue
        if text[end : end + 2] == ". " and group.rpartition(" ")[2] in _SHORT:
            held = start
            continue
        begin = _word_start(text, start)
        if begin < 0:
            continue
        if begin < start:
            start, group = begin, text[begin:end]
        for begin, stop, words, title, possessive in _read_group(group):
            if len(words) == 1 and stop - begin == len(group) and _begins_sentence(text, start, words[0]):
                continue
            at = start + begin
            run = Run(offset + at, offset + start + stop, words, title, possessive, text, at)
            if at > 1 and text[at - 2] in _NICKNAME_ENDS:
                run = _join_nickname(runs, run)
            runs.append(run)
    return runs


def _word_start(text: str, start: int) -> int:
    """Give where the word of a capital begins, with its prefix ("al-Tayeb"); -1 in the middle of another word."""
    before = text[start - 1] if start else " "
    if before.isalnum():
        return -1  # "iPhone"
    if before in _MARKS and text[start - 2 : start - 1].isalnum():
        prefix = _PREFIXED.search(text, max(0, start - 5), start)
        return prefix.start() if prefix else -1  # "anti-Western"
    return start


def _join_nickname(runs: list[Run], run: Run) -> Run:
    """Give a run with the given name from which a nickname between marks parts it: Pavlo “Kit” Rybak."""
    for back in (1, 2):
        given = runs[-back] if len(runs) >= back else run
        at = given.at + given.end - given.start
        if run.at - at <= _LONGEST_NICKNAME and _NICKNAME.fullmatch(run.prose, at, run.at):
            del runs[-back:]
            return given.joined(run)
    return run


def _begins_sentence(text: str, start: int, word: str) -> bool:
    """Tell whether a word that is none of names has its capital from the sentence that it begins."""
    return word.lower() in classes() and text[max(0, start - 40) : start].rstrip(_OPENING)[-1:] in _BEFORE_SENTENCE


@cache
def _common() -> frozenset[str]:
    """Capitalised words that name nobody by themselves: small words, states, titles, and what they own."""
    words = {*_small(), *HONORIFICS, *nation_words(), *_organisation_words()}
    return frozenset({*words, *(word + own for word in nation_words() for own in _OWNS[:2]), *string.ascii_uppercase})


def _bare(word: str) -> str:
    """Take a possessive's end or a stray closing mark from a word."""
    if word[-1] in "s’'":
        return _POSSESSIVE.sub("", word) if word.endswith(_OWNS) else word.rstrip("’'-")
    return word.rstrip("-") if word[-1] == "-" else word


_Part = tuple[int, int, tuple[str, ...], str, bool]
"""A name in a run of capitals: where it starts and ends in it, its words, the title before it, whether it owns what follows."""


def _read_group(group: str) -> tuple[_Part, ...]:
    """Read the names in a run of capitals; texts name the same people again and again, but no long run twice."""
    return _read_known(group) if len(group) <= _REMEMBERED else _read_run_of(group)


@lru_cache(maxsize=1 << 13)
def _read_known(group: str) -> tuple[_Part, ...]:
    return _read_run_of(group)


def _read_run_of(group: str) -> tuple[_Part, ...]:
    if " " not in group:
        return _read_word(group)
    parts: list[_Part] = []
    for start, timeless in _split_times(group):
        for at, part in _split_run(start, timeless):
            _read_run(at, part, parts)
    return tuple(parts)


def _read_word(word: str) -> tuple[_Part, ...]:
    """Read a capitalised word that stands alone."""
    plain = _bare(word)
    if "-" in plain and _is_compound(*plain.rsplit("-", 1)):
        return ()
    if len(plain) < 2 or plain in _common() or is_title_word(plain):
        return ()
    return ((0, len(plain), (plain,), "", word.endswith(_OWNS)),)


def _is_compound(head: str, tail: str) -> bool:
    """Tell whether a capital with a hyphen makes an adjective: "Moscow-based", "Russian-held"."""
    if (head in nation_words() and tail in nation_words()) or len(head) == 1:
        return True
    return tail.islower() and (tail.endswith("ed") or head in nation_words() or classes().get(tail, 0) & CLASS >= VERB)


def _split_run(start: int, group: str) -> list[tuple[int, str]]:
    """Split a run at "of", "and" and their like unless it is one organisation's name."""
    if not any(joiner in group for joiner in _JOINED):
        return [(start, group)]
    if is_organisation(group.split()):
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


def _split_times(group: str) -> list[tuple[int, str]]:
    """Split a run where it tells when: "the Defence Ministry on Monday"."""
    pieces, done = [], 0
    for found in _JOINER.finditer(group):
        if _begins_time(group, found.end()):
            pieces.append((done, group[done : found.start()]))
            done = found.end()
    return [*pieces, (done, group[done:])]


def _begins_time(group: str, at: int) -> bool:
    """Tell whether a weekday or a month stands at a place."""
    return classes().get(group[at : at + 10].partition(" ")[0].lower(), 0) & CLASS == TIME


def _looks_personal(words: list[str]) -> bool:
    """Tell whether words before "of" are a person's rather than an institution's own: "Jane Doe of the ... Institute"."""
    while words and (is_title_word(words[0]) or words[0] in HONORIFICS):
        words = words[1:]
    plain = not is_organisation(words) and not any(is_title_word(word) or word in nation_words() for word in words)
    return plain and 2 <= len(words) <= 3 and _small().isdisjoint(words)


def _read_run(start: int, group: str, parts: list[_Part]) -> None:
    """Strip what is no name from a run of capitals: small words, states, titles, a possessive's end."""
    words = group.split()
    owner = next((at for at, word in enumerate(words[:-1]) if word.endswith(_OWNS)), -1)
    if owner >= 0 and not is_organisation(words[owner + 1 :]):
        # "Russia's Sergei Lavrov" are two
        begin = _word_offset(group, owner + 1)
        _read_run(start, group[:begin].rstrip(), parts)
        _read_run(start + begin, group[begin:], parts)
        return
    first, title = _strip_titles(words)
    last = len(words)
    while last > first and (words[last - 1] in JOINERS or (words[last - 1] in HONOURS and last - first > 2)):
        last -= 1
    if last == first:
        return
    final = _bare(words[last - 1])
    kept = (*words[first : last - 1], final)
    if not final or (len(kept) == 1 and (len(final) < 2 or final in _common() or (not title and is_title_word(final)))):
        return
    begin = start + (_word_offset(group, first) if first else 0)
    end = start + len(group) if last == len(words) else start + len(group[: _word_offset(group, last)].rstrip())
    end -= len(words[last - 1]) - len(final)
    parts.append((begin, end, kept, title, words[last - 1].endswith(_OWNS)))


def _strip_titles(words: list[str]) -> tuple[int, str]:
    """Give where the name begins behind small words, states and titles, and the last title."""
    small, nations = _small(), nation_words()
    if is_organisation(words) and not _ends_personal(words):
        first = next((at for at, word in enumerate(words) if word not in small and word not in JOINERS), len(words))
        while (
            first + 2 < len(words)
            and (is_title_word(words[first]) or words[first] in HONORIFICS)
            and words[first + 1] in JOINERS
        ):
            first += 2  # "CEO of ...", "President of the ..."
            while first + 1 < len(words) and words[first] in JOINERS:
                first += 1
        return first, ""
    titles = [at for at, word in enumerate(words) if word in HONORIFICS or is_title_word(word)]
    if titles and titles[-1] == len(words) - 1 and len(titles) > 1 and titles[-2] == len(words) - 2:
        return len(words), ""  # "the Prime Minister" names nobody
    before = [at for at in titles if at < len(words) - 1]
    first = before[-1] + 1 if before else 0
    while first < len(words) and (
        words[first] in small
        or words[first] in JOINERS
        or (first + 1 < len(words) and "-" in words[first] and _is_compound(*words[first].rsplit("-", 1)))
        or (words[first] in nations and first + 1 < len(words) and " ".join(words[first:]) not in nations)
    ):
        first += 1
    return first, words[before[-1]] if before else ""


def _ends_personal(words: list[str]) -> bool:
    """Tell whether an office behind an institution leads to a person: "Treasury Secretary Jane Doe"."""
    office = next((at for at in range(len(words) - 2, 0, -1) if words[at] in HONORIFICS or is_office(words[at])), 0)
    rest = words[office + 1 :]
    return office > 0 and not is_organisation(rest) and JOINERS.isdisjoint(rest) and not is_office(rest[-1])


def _word_offset(group: str, count: int) -> int:
    at = 0
    for _ in range(count):
        while at < len(group) and not group[at].isspace():
            at += 1
        while at < len(group) and group[at].isspace():
            at += 1
    return at


@lru_cache(maxsize=1 << 13)
def kind_of(words: tuple[str, ...]) -> NameKind | None:
    """Tell whether words name a person or an organisation; None for places and what is neither."""
    if is_organisation(words):
        return NameKind.ORGANISATION
    first, last = words[0], words[-1]
    if len(words) == 1:
        named = first.isupper() and first.isalpha() and len(first) <= 6
        return NameKind.ORGANISATION if named and not find_state(first.title()) and not find_state(first) else None
    ends, begins = _place_words()
    if (
        last in ends
        or first in begins
        or find_state(last)
        or find_state(first.partition("-")[0])
        or " ".join(words) in nation_words()
    ):
        return None
    if any(
        (word.isupper() and len(word) > 2 and word not in HONOURS and not _NUMERAL.issuperset(word))
        or (not word.replace(".", "").isalpha() and _is_coded(word))
        for word in words
    ):
        return None
    return NameKind.PERSON


def _is_coded(word: str) -> bool:
    return any(letter.isdigit() for letter in word)
