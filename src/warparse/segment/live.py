"""Whether a text is a live blog or one article.

Contract: evidence is weighed, not listed: what the page says of itself, marks that only live blogs
have, and people introduced anew, which one article does once and a live blog in every post. It reads
the looks of lines, no verdict on them.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.lists import read_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrases

__all__ = ["INTRODUCTION", "gather_live", "is_live", "says_live", "shares_words"]

_LIVE_TITLE: Final = regex.compile(
    r"(?:[–—-]\s*live\b|\blive\s*[:–—-]|\blive updates?\b|\blive blog\b|\bliveblog\b|as it happened|\blive\s*\||\blive news\b|\bnews live\b|\blive\b\s*$|^live\b)",
    regex.IGNORECASE,
)
INTRODUCTION: Final = regex.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Cc]hief|[Ss]pokes(?:man|woman|person)|[Gg]overnor|[Mm]ayor|[Ss]ecretary|[Aa]mbassador|[Gg]eneral|[Cc]hancellor"
    r"|[Ll]eader|[Ee]nvoy|[Cc]ommander|[Pp]remier|[Ss]enator|[Aa]dviser|[Hh]ead|[Dd]irector|[Cc]ommissioner|[Nn]egotiator|[Pp]ope|[Kk]ing|official|[Dd]iplomat)"
    r",?\s(?P<name>\p{Lu}[\p{L}’'-]+(?:\s(?:de|von|van|der|al|bin|el)\b|\s\p{Lu}[\p{L}’'-]*){1,3})"
)
"""A person introduced by role and full name."""
_WORD: Final = regex.compile(r"\p{L}[\p{L}’'-]{3,}|\d+")
_TOLD: Final = 420
"""Characters of a paragraph in which the words of its heading recur."""
_HEAD: Final = 200
"""Characters of a paragraph in which people are introduced."""
_LONG_HEADING: Final = 6
"""Words from which a heading is a headline of its own."""
_TOLD_OF: Final = 3
"""Pieces of evidence that a verdict tells."""
_EDITOR: Final = regex.compile(
    r"\b(?:welcome (?:back )?to|good (?:morning|afternoon|evening)|thank you for (?:joining|reading|following)|stay with us|we will bring you|we[’']ll bring you"
    r"|we(?:[’']re| are) (?:closing|pausing|wrapping)|that[’']s (?:it|all) (?:for|from)|our (?:live|rolling) coverage|earlier (?:post|today we)|more on (?:this|that))\b",
    regex.IGNORECASE,
)
_DATELINE: Final = regex.compile(
    r"[\p{Lu}][\p{Lu}\s./’'-]{2,40}(?:,[^—–-]{1,30})?(?:\s?\([^()]{2,30}\))?\s?(?:[—–-]|:)"
)
_TEXT: Final = frozenset("prose colon sentence".split())
_SHORT: Final = frozenset("headline label word name question hash".split())
_HEADED: Final = frozenset("prose colon sentence stamp updated byline biography credit image quoted signed".split())


def says_live(text: str) -> bool:
    """Tell whether a headline calls its page a live blog.

    >>> says_live("Harbour war live: port shut"), says_live("Nurses live on the ship")
    (True, False)
    """
    return bool(_LIVE_TITLE.search(text))


def is_live(
    lines: list[Line],
    looks: list[str],
    phrases: Mapping[int, Phrases],
    words: Mapping[int, set[str]],
    first: int,
    last: int,
) -> tuple[bool, str]:
    """Weigh whether the text is a live blog.

    Args:
        lines: the lines.
        looks: the name of each line's look.
        phrases: the listed phrases of its lines.
        words: the telling words of its prose, by line.
        first: index of the first line of the densest run of prose.
        last: index of its last line.

    Returns:
        The verdict, and what spoke for it most.
    """
    weights = _weights()
    told = [(weights[mark], mark) for mark in gather_live(lines, looks, phrases, words, first, last) if mark in weights]
    live = sum(weight for weight, _ in told) > 0
    strongest = sorted(told, reverse=live)[:_TOLD_OF]
    return live, ", ".join(mark for weight, mark in strongest if (weight > 0) is live)


@cache
def _weights() -> dict[str, float]:
    return {mark: float(weight) for mark, weight in read_pairs("live_weights")}


def gather_live(
    lines: list[Line],
    looks: list[str],
    phrases: Mapping[int, Phrases],
    words: Mapping[int, set[str]],
    first: int,
    last: int,
) -> list[str]:
    """Gather what speaks for and against a live blog; how much each counts stands in `data/live_weights.txt`."""
    inside = range(first, min(last + 1, len(lines)))
    told = [index for index in inside if looks[index] in _TEXT]
    if not told:
        return []
    headings = [index for index in inside[1:-1] if _heads_prose(lines, looks, index)]
    long = [index for index in headings if lines[index].words >= _LONG_HEADING]
    shared = sum(shares_words(lines[index], lines[index + 1]) for index in long)
    timed = sum(
        looks[index - 1] in ("stamp", "updated") and lines[index].headline and looks[index + 1] in _TEXT
        for index in inside[1:-1]
    )
    stamps = sum(looks[index] in ("stamp", "updated") for index in inside)
    top = [index for index in range(min(first + 1, len(lines))) if looks[index] in _SHORT]
    return [
        "any text",
        _count(
            "headlines above that call the page live",
            sum(lines[index].words >= 5 and says_live(lines[index].text) for index in top),
        ),
        _count("lines with a live page's words", _count_live_words(lines, looks, phrases)),
        _count("'Updated' marks", sum(looks[index] == "updated" for index in inside)),
        _count("times inside", stamps),
        _count("times over headlines", timed),
        _share("times to prose", stamps, len(told)),
        _count("bylines inside", sum(looks[index] in ("byline", "biography", "contribution") for index in inside)),
        _count("names inside", sum(looks[index] == "name" for index in inside)),
        _count("long headings", len(long)),
        _share("long headings to prose", len(long), len(told)),
        _count("long headings that share words with the prose below", shared),
        _count("short headings", len(headings) - len(long)),
        _count("questions as headings", sum(looks[index] == "question" for index in headings)),
        _count(
            "recaps",
            sum(
                looks[index] in (*_SHORT, "colon")
                and lines[index].words <= 12
                and index in phrases
                and bool(phrases[index].recap)
                for index in inside
            ),
        ),
        _count("people introduced anew", _introduced_again(lines, told)),
        _share(
            "prose that introduces somebody at once",
            sum(bool(INTRODUCTION.search(lines[index].text[:110])) for index in told),
            len(told),
        ),
        _share("prose that takes up nothing from above", _breaks(words, told), len(told)),
        _count("editor's lines", sum(bool(_EDITOR.search(lines[index].text)) for index in told)),
        _count("writers credited at the end", sum(look == "contribution" for look in looks[last + 1 :])),
        _share("prose of a page", len(told), 40),
        "a dateline" if _DATELINE.match(lines[told[0]].text) else "no dateline",
    ]


def _breaks(words: Mapping[int, set[str]], told: list[int]) -> int:
    """Count the paragraphs that share no telling word with the one above."""
    breaks, above = 0, set[str]()
    for index in told:
        here = words.get(index, set())
        breaks += bool(above) and here.isdisjoint(above)
        above = here
    return breaks


def _count(words: str, count: int) -> str:
    """Name a count: up to two as it is, "some" to five, then "many"."""
    return f"{words}: {count if count <= 2 else 'some' if count <= 5 else 'many'}"


def _share(words: str, part: int, whole: int) -> str:
    share = part / whole if whole else 0.0
    return f"{words}: {'none' if not part else 'few' if share < 0.08 else 'some' if share < 0.25 else 'much'}"


def _count_live_words(lines: list[Line], looks: list[str], phrases: Mapping[int, Phrases]) -> int:
    return sum(
        lines[index].words < 60
        and (
            not looks[index].startswith("furniture")
            or looks[index] in ("furniture-phrase", "furniture-line", "furniture-address")
        )
        for index, found in phrases.items()
        if found.live
    )


def shares_words(heading: Line, prose: Line) -> bool:
    """Tell whether a headline-like line speaks of what the prose below it says: two of its words, or a third of them."""
    words = set(_WORD.findall(heading.bare.lower()))
    shared = len(words & set(_WORD.findall(prose.text[:_TOLD].lower())))
    return shared >= 2 or (shared > 0 and shared * 3 >= len(words))


def _heads_prose(lines: list[Line], looks: list[str], index: int) -> bool:
    """Tell whether a short line stands between prose or a mark and prose."""
    line = lines[index]
    if looks[index] not in _SHORT or line.marker not in ("", "#") or line.narrated:
        return False
    return looks[index + 1] in _TEXT and looks[index - 1] in _HEADED


def _introduced_again(lines: list[Line], told: list[int]) -> int:
    seen: Counter[str] = Counter()
    for index in told:
        if not lines[index].marker:
            for name in {found["name"] for found in INTRODUCTION.finditer(lines[index].text[:_HEAD])}:
                seen[name] += 1
    return sum(count - 1 for count in seen.values())
