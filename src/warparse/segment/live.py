"""Whether a text is a live blog or one article.

Contract: evidence is weighed, not listed: what the page says of itself, marks that only live blogs
have, and people introduced anew, which one article does once and a live blog in every post.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.phrases import find_phrase
from warparse.model import BlockKind
from warparse.segment.labels import Labels, is_content, is_noise

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["INTRODUCTION", "is_live", "says_live", "says_summary", "shares_words"]

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
_ENOUGH: Final = 3


def says_live(text: str) -> bool:
    """Tell whether a headline calls its page a live blog.

    >>> says_live("Harbour war live: port shut"), says_live("Nurses live on the ship")
    (True, False)
    """
    return bool(_LIVE_TITLE.search(text))


def says_summary(text: str) -> bool:
    """Tell whether a heading or lead-in announces a recap.

    >>> says_summary("Closing summary"), says_summary("Strike on a depot")
    (True, False)
    """
    return find_phrase("summary_words", text) is not None


def is_live(lines: list[Line], labels: Labels, title: str | None, body: int, end: int) -> tuple[bool, str]:
    """Weigh whether the text is a live blog.

    Args:
        lines: the lines.
        labels: what is known of them so far.
        title: the title line, if it is known.
        body: index of the first line of the article's prose.
        end: one past the index of its last.

    Returns:
        The verdict, and the evidence for it in a few words.
    """
    evidence: list[tuple[int, str]] = []
    if title and says_live(title):
        evidence.append((3, "title"))
    content = [index for index in range(body, end) if is_content(lines[index], labels[index])]
    if not content:
        return False, ""
    inside = range(body, end)
    updated = sum(1 for label in labels if label and label.rule == "stamp.updated")
    stamps = sum(1 for index in inside if (label := labels[index]) and label.kind is BlockKind.TIMESTAMP)
    bylines = sum(1 for index in inside if (label := labels[index]) and label.kind is BlockKind.BYLINE)
    headings = sum(1 for index in inside if _heads_prose(lines, labels, index, end))
    evidence.append((min(updated, 3) * 2 if updated > 1 else 0, f"{updated} 'Updated' marks"))
    timed = sum(1 for index in inside if _is_timed_heading(lines, labels, index, end))
    evidence.append((3 if stamps >= 3 or timed >= 2 else 0, f"{stamps} times inside"))
    evidence.append((2 if bylines >= 2 else 0, f"{bylines} bylines inside"))
    told = sum(
        1
        for index in inside
        if _heads_prose(lines, labels, index, end) and shares_words(lines[index], lines[index + 1])
    )
    enough = (headings >= 3 and headings * 12 >= len(content)) or (told >= 2 and told * 8 >= len(content))
    evidence.append((3 if enough else 0, f"{headings} long headings"))
    said = _says_live(lines, labels)
    evidence.append((3 if said else 0, said))
    weight = sum(points for points, _ in evidence)
    if weight < _ENOUGH:
        again = _introduced_again(lines, content)
        evidence.append((min(again, 3) + 1 if again >= 2 else 0, f"{again} people introduced anew"))
        weight += evidence[-1][0]
    return weight >= _ENOUGH, ", ".join(words for points, words in evidence if points)


def _is_timed_heading(lines: list[Line], labels: Labels, index: int, end: int) -> bool:
    """Tell whether a headline-like line stands between a time and prose."""
    above = labels[index - 1] if index else None
    return (
        above is not None
        and above.rule == "stamp"
        and labels[index] is None
        and lines[index].headline
        and index + 1 < end
        and is_content(lines[index + 1], labels[index + 1])
    )


def shares_words(heading: Line, prose: Line) -> bool:
    """Tell whether a headline-like line speaks of what the prose below it says: two of its words, or a third of them."""
    words = set(_WORD.findall(heading.bare.lower()))
    shared = len(words & set(_WORD.findall(prose.text[:_TOLD].lower())))
    return shared >= 2 or (shared > 0 and shared * 3 >= len(words))


def _heads_prose(lines: list[Line], labels: Labels, index: int, end: int) -> bool:
    """Tell whether a line is as long as a headline and leads to prose, with prose or a mark above it."""
    line = lines[index]
    if (
        labels[index] is not None
        or not line.headline
        or line.words < 6
        or line.marker
        or line.narrated
        or index + 1 >= end
    ):
        return False
    above = labels[index - 1] if index else None
    return (
        is_content(lines[index + 1], labels[index + 1])
        and not is_noise(above)
        and (above is not None or lines[index - 1].prose)
    )


def _says_live(lines: list[Line], labels: Labels) -> str:
    for index, line in enumerate(lines):
        label = labels[index]
        own = label is None or label.rule in ("noise.phrase", "noise.line", "noise.address") or not is_noise(label)
        if own and line.words < 60 and (found := find_phrase("live_words", line.text)):
            return found
        if (
            label is None
            and line.headline
            and line.words <= 9
            and line.bare.lower().startswith(("summary", "closing summary", "recap", "what we know so far"))
        ):
            return line.bare
    return ""


def _introduced_again(lines: list[Line], content: list[int]) -> int:
    seen: Counter[str] = Counter()
    for index in content:
        line = lines[index]
        if line.marker:
            continue
        for name in {found["name"] for found in INTRODUCTION.finditer(line.text[:400])}:
            seen[name] += 1
    return sum(count - 1 for count in seen.values())
