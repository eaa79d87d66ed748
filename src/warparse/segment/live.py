"""Whether a text is a live blog or one article.

Contract: evidence is weighed, not listed: what the page says of itself, marks that only live blogs have, and
people introduced anew, which one article does once and a live blog in every post. It reads the looks of
lines, no verdict on them. How much each piece counts stands in `data/live_weights.txt`, learnt from annotated
documents (`benchmarks/weights.py`).
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from warparse.lexicon.lists import read_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrases

__all__ = ["INTRODUCTION", "Glance", "gather_live", "is_live", "says_live", "shares_words"]

_LIVE_TITLE: Final = regex.compile(
    r"(?:[–—-]\s*live\b|\blive\s*[:–—-]|\blive updates?\b|\blive blog\b|\bliveblog\b|as it happened|\blive\s*\||\blive news\b|\bnews live\b|\blive\b\s*$|^live\b|\blatest\s*[:–—-]|[:–—-]\s*latest\b)",
    regex.IGNORECASE,
)
INTRODUCTION: Final = regex.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Cc]hief|[Ss]pokes(?:man|woman|person)|[Gg]overnor|[Mm]ayor|[Ss]ecretary|[Aa]mbassador|[Gg]eneral|[Cc]hancellor"
    r"|[Ll]eader|[Ee]nvoy|[Cc]ommander|[Pp]remier|[Ss]enator|[Aa]dviser|[Hh]ead|[Dd]irector|[Cc]ommissioner|[Nn]egotiator|[Pp]ope|[Kk]ing|official|[Dd]iplomat)"
    r",?\s(?P<name>\p{Lu}[\p{L}’'-]+(?:\s(?:de|von|van|der|al|bin|el)\b|\s\p{Lu}[\p{L}’'-]*){1,3})"
)
"""A person introduced by role and full name."""
_EDITOR: Final = regex.compile(
    r"\b(?:welcome (?:back )?to|good (?:morning|afternoon|evening)|thank you for (?:joining|reading|following)|stay with us|we will bring you|we[’']ll bring you"
    r"|we(?:[’']re| are) (?:closing|pausing|wrapping)|that[’']s (?:it|all) (?:for|from)|our (?:live|rolling) coverage|earlier (?:post|today we)|more on (?:this|that))\b",
    regex.IGNORECASE,
)
_DATELINE: Final = regex.compile(
    r"[\p{Lu}][\p{Lu}\s./’'-]{2,40}(?:,[^—–-]{1,30})?(?:\s?\([^()]{2,30}\))?\s?(?:[—–-]|:)"
)
_WORD: Final = regex.compile(r"\p{L}[\p{L}’'-]{3,}|\d+")
_TEXT: Final = frozenset("prose colon sentence".split())
_SHORT: Final = frozenset("headline label word name question hash".split())
_STAMPS: Final = ("stamp", "updated")
_SIGNED: Final = ("byline", "biography", "contribution")
_OWN_FURNITURE: Final = ("furniture-phrase", "furniture-line", "furniture-address")
_HEADED: Final = frozenset("prose colon sentence stamp updated byline biography credit image quoted signed".split())
_TOLD: Final = 420
"""Characters of a paragraph in which the words of its heading recur."""
_HEAD: Final = 200
"""Characters of a paragraph in which people are introduced."""
_AT_ONCE: Final = 110
"""Characters of a paragraph that introduces somebody at once."""
_LONG_HEADING: Final = 6
"""Words from which a heading is a headline of its own."""
_STRONGEST: Final = 3
"""Pieces of evidence that a verdict tells."""


class Glance(NamedTuple):
    """What of a document tells whether it is a live blog."""

    lines: list[Line]
    """Its lines."""
    looks: list[str]
    """The name of each line's look."""
    phrases: Mapping[int, Phrases]
    """The listed phrases of its lines."""
    words: Mapping[int, tuple[str, ...]]
    """The telling words of its prose, each once, by line; as tuples, since sets of them take ten times the memory."""
    first: int
    """Index of the first line of the densest run of prose."""
    last: int
    """Index of its last line."""


def says_live(text: str) -> bool:
    """Tell whether a headline calls its page a live blog.

    >>> says_live("Harbour war live: port shut"), says_live("Nurses live on the ship")
    (True, False)
    """
    return bool(_LIVE_TITLE.search(text))


def is_live(glance: Glance) -> tuple[bool, str]:
    """Weigh whether the text is a live blog.

    Returns:
        The verdict, and what spoke for it most.
    """
    weights = _weights()
    told = [(weights[mark], mark) for mark in gather_live(glance) if mark in weights]
    live = sum(weight for weight, _ in told) > 0
    strongest = sorted(told, reverse=live)[:_STRONGEST]
    return live, ", ".join(mark for weight, mark in strongest if (weight > 0) is live)


@cache
def _weights() -> dict[str, int]:
    return {mark: int(weight) for mark, weight in read_pairs("live_weights")}


def gather_live(glance: Glance) -> list[str]:
    """Gather what speaks for and against a live blog."""
    inside = range(glance.first, min(glance.last + 1, len(glance.lines)))
    told = [index for index in inside if glance.looks[index] in _TEXT]
    if not told:
        return []
    return [
        "any text",
        *_of_page(glance, inside, len(told)),
        *_of_marks(glance, inside, len(told)),
        *_of_headings(glance, inside, len(told)),
        *_of_prose(glance, told),
    ]


def _of_page(glance: Glance, inside: range, prose: int) -> list[str]:
    """Tell what the page says of itself."""
    top = [index for index in range(min(glance.first + 1, len(glance.lines))) if glance.looks[index] in _SHORT]
    said = sum(glance.lines[index].words >= 5 and says_live(glance.lines[index].text) for index in top)
    own = sum(
        bool(found.live)
        and glance.lines[index].words < 60
        and (not glance.looks[index].startswith("furniture") or glance.looks[index] in _OWN_FURNITURE)
        for index, found in glance.phrases.items()
    )
    recaps = sum(
        bool(found.recap)
        and (index in inside or index + 1 == glance.first)
        and glance.looks[index] in (*_SHORT, "colon")
        and glance.lines[index].words <= 12
        for index, found in glance.phrases.items()
    )
    return [
        _count("headlines above that call the page live", said),
        _count("lines with a live page's words", own),
        _count("recaps", recaps),
        _share("prose of a page", prose, 40),
        _count("writers credited at the end", glance.looks[glance.last + 1 :].count("contribution")),
    ]


def _of_marks(glance: Glance, inside: range, prose: int) -> list[str]:
    """Tell of the marks that part the posts of a live blog."""
    looks = [glance.looks[index] for index in inside]
    timed = sum(
        glance.looks[index - 1] in _STAMPS and glance.lines[index].headline and glance.looks[index + 1] in _TEXT
        for index in inside[1:-1]
    )
    stamps = sum(look in _STAMPS for look in looks)
    return [
        _count("'Updated' marks", looks.count("updated")),
        _count("times inside", stamps),
        _count("times over headlines", timed),
        _count("times under headlines", _timed_below(glance, inside)),
        _share("times to prose", stamps, prose),
        _count("bylines inside", sum(look in _SIGNED for look in looks)),
        _count("names inside", looks.count("name")),
    ]


def _timed_below(glance: Glance, inside: range) -> int:
    """Count the headlines below which a time stands, over prose or its writer."""
    return sum(
        glance.looks[index] in _STAMPS
        and glance.lines[index - 1].headline
        and glance.looks[index + 1] in (*_TEXT, *_SIGNED, "name")
        for index in inside[1:-1]
    )


def _of_headings(glance: Glance, inside: range, prose: int) -> list[str]:
    lines = glance.lines
    headings = [index for index in inside[1:-1] if _heads_prose(glance, index)]
    long = [index for index in headings if lines[index].words >= _LONG_HEADING]
    shared = sum(shares_words(lines[index], lines[index + 1]) for index in long)
    return [
        _count("long headings", len(long)),
        _share("long headings to prose", len(long), prose),
        _count("long headings that share words with the prose below", shared),
        _count("short headings", len(headings) - len(long)),
        _count("questions as headings", sum(glance.looks[index] == "question" for index in headings)),
    ]


def _of_prose(glance: Glance, told: list[int]) -> list[str]:
    """Tell how the prose begins anew: with introductions, with other subjects, with an editor's words."""
    texts = [glance.lines[index].text for index in told]
    introduced = Counter(
        name
        for index, text in zip(told, texts, strict=True)
        if not glance.lines[index].marker
        for name in {found["name"] for found in INTRODUCTION.finditer(text[:_HEAD])}
    )
    at_once = sum(bool(INTRODUCTION.search(text[:_AT_ONCE])) for text in texts)
    return [
        _share("prose that introduces somebody at once", at_once, len(told)),
        _share("prose that takes up nothing from above", _breaks(glance.words, told), len(told)),
        _count("people introduced anew", introduced.total() - len(introduced)),
        _count("editor's lines", sum(bool(_EDITOR.search(text)) for text in texts)),
        "a dateline" if _DATELINE.match(texts[0]) else "no dateline",
    ]


def _breaks(words: Mapping[int, tuple[str, ...]], told: list[int]) -> int:
    """Count the paragraphs that share no telling word with the one above."""
    breaks, above = 0, set[str]()
    for index in told:
        here = set(words.get(index, ()))
        breaks += bool(above) and here.isdisjoint(above)
        above = here
    return breaks


def _count(words: str, count: int) -> str:
    """Name a count: up to two as it is, "some" to five, then "many"."""
    return f"{words}: {count if count <= 2 else 'some' if count <= 5 else 'many'}"


def _share(words: str, part: int, whole: int) -> str:
    share = part / whole
    return f"{words}: {'none' if not part else 'few' if share < 0.08 else 'some' if share < 0.25 else 'much'}"


def shares_words(heading: Line, prose: Line) -> bool:
    """Tell whether a headline-like line speaks of what the prose below it says: two of its words, or a third of them."""
    words = set(_WORD.findall(heading.bare.lower()))
    shared = len(words & set(_WORD.findall(prose.text[:_TOLD].lower())))
    return shared >= 2 or (shared > 0 and shared * 3 >= len(words))


def _heads_prose(glance: Glance, index: int) -> bool:
    """Tell whether a short line stands between prose or a mark and prose."""
    line = glance.lines[index]
    if glance.looks[index] not in _SHORT or line.marker not in ("", "#") or line.narrated:
        return False
    return glance.looks[index + 1] in _TEXT and glance.looks[index - 1] in _HEADED
