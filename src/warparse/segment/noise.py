"""Furniture: lines that speak of the page and its publisher rather than of the news.

Contract: a line is judged by its own words alone; what only its neighbours can tell is judged in
`page` and `body`. Words are data files; one automaton finds all phrases in one scan of the text.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.finder import Finder
from warparse.lexicon.lists import read_pairs
from warparse.segment.labels import Label, noise

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["Hits", "find_furniture", "find_phrases"]

Hits = dict[int, list[tuple[str, str, bool]]]
"""By index of the line: the phrases found in it, each with its reason and whether it is strong by itself."""

_LINKS_ONLY: Final = regex.compile(
    r"(?:[*•–\-\s|]*(?:!?\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}\)|<?https?://\S{1,2000}>?|www\.\S{1,500}))+[\s*|]*"
)
_COUNT: Final = regex.compile(
    r"\d[\d,.]*[km]?\s(?:comments?|posts?|shares?|views?|likes?|repl(?:y|ies)|reactions?|followers|points|photos|updates|readers)"
    r"|\d{1,3} ?-?min(?:ute)?s?(?: read| listen| watch| to read)?|(?:list|item|slide|page|image|photo|video) \d+ (?:of|/) \d+|list of \d+ items"
    r"|\d+ of \d+|\d+/\d+|(?:estimated )?reading time:? .{0,20}|\d{1,2}:\d{2} ?(?:/ ?\d{1,2}:\d{2})?|\d{1,3} new (?:posts?|updates?)",
    regex.IGNORECASE,
)
_COUNTED: Final = frozenset(["list", "item", "page", "slid", "esti", "read", "imag", "phot", "vide"])
_CRUMBS: Final = regex.compile(
    r"[^|›»>:/•·.!?]{1,40}(?:\s*(?:\||›|»|>|::|/|•|·)\s*[^|›»>:/•·.!?]{1,40}){1,12}\s*(?:\||›|»|>|::)?\s*"
)
_ICON: Final = regex.compile(r"[a-z][a-z0-9]{0,30}(?:[-_][a-z0-9]{1,30}){1,6}|[a-z]{1,20}\d")
_YOU: Final = regex.compile(
    r"\b(?:you|your|we|our|us|this (?:live )?(?:page|blog|liveblog|article|video|site|website|feature|content|story|newsletter))\b",
    regex.IGNORECASE,
)
_SENTENCE_WORDS: Final = 8
"""Words up to which a whole sentence with a strong phrase is furniture though it addresses nobody."""
_LINE_WORDS: Final = 12
"""Words up to which a whole line may be a label of the interface."""
_STRONG_LENGTH: Final = 32
"""Words up to which one phrase decides; longer lines may be prose that happens to hold it."""


@cache
def _finder() -> tuple[Finder, tuple[tuple[str, str, bool], ...]]:
    strong = [(phrase.replace("’", "'"), reason, True) for phrase, reason in read_pairs("noise_phrases")]
    weak = [(phrase, reason, False) for phrase, reason in read_pairs("noise_vocabulary")]
    entries = (*strong, *weak)
    return Finder(entry[0] for entry in entries), entries


@cache
def _lines() -> dict[str, str]:
    return dict(read_pairs("noise_lines"))


@cache
def _prefixes() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    by_first: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for prefix, reason in read_pairs("noise_prefixes"):
        by_first[prefix.split()[0]].append((prefix, reason.rstrip(" !"), reason.endswith("!")))
    return {first: tuple(found) for first, found in by_first.items()}


def find_phrases(text: str, lines: list[Line]) -> Hits:
    """Scan the text once for every phrase that furniture uses.

    Args:
        text: the mended text, of which the lines are parts.
        lines: its lines, in order.
    """
    finder, entries = _finder()
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow in lower case: take them one by one
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    lowered = lowered.replace("’", "'")
    hits: Hits = defaultdict(list)
    at = 0
    for entry, start, end in finder.find(lowered):
        if (start and lowered[start - 1].isalnum()) or (not entries[entry][2] and lowered[end : end + 1].isalnum()):
            continue
        while at < len(lines) and lines[at].end <= start:
            at += 1
        if at < len(lines) and lines[at].start <= start:
            hits[at].append(entries[entry])
    return hits


def find_furniture(line: Line, hits: list[tuple[str, str, bool]]) -> Label | None:
    """Judge a line by its own words: whole line, beginning, phrases, shape."""
    if line.words <= _LINE_WORDS and (reason := _lines().get(line.key)):
        return noise(reason, "noise.line", line.key)
    found = _find_shape(line) or _find_prefix(line)
    if found or not hits:
        return found
    strong = {phrase: reason for phrase, reason, sure in hits if sure}
    weak = {phrase: reason for phrase, reason, sure in hits if not sure}
    speaks = bool(_YOU.search(line.text))
    quoted = any(mark in line.text for mark in "“”«»") or line.bare[:1] == '"'
    addresses = speaks or not line.ended
    if (
        strong
        and not quoted
        and (
            line.words <= _SENTENCE_WORDS
            or (line.words <= _STRONG_LENGTH and addresses and not (line.sentences and line.words > _LINE_WORDS))
        )
    ):
        phrase, reason = next(iter(strong.items()))
        return noise(reason, "noise.phrase", phrase)
    if len(strong) * 2 + len(weak) >= 3 and (speaks or len(strong) > 1) and not quoted:
        phrase, reason = next(iter((strong or weak).items()))
        return noise(reason, "noise.address", ", ".join((*strong, *weak)))
    return None


def _find_prefix(line: Line) -> Label | None:
    lowered = line.bare.lower() if line.marker != ">" else line.text
    space = lowered.find(" ")
    for prefix, reason, always in _prefixes().get(lowered if space < 0 else lowered[:space], ()):
        if lowered.startswith(prefix) and (
            line.words <= 14 or always or (not line.ended and line.words <= _STRONG_LENGTH)
        ):
            return noise(reason, "noise.prefix", prefix)
    return None


def _find_shape(line: Line) -> Label | None:
    text = line.text
    if text.startswith("++") or text.endswith("++"):
        return noise("promotion", "noise.teaser-mark", "++")
    if not any(character.isalpha() for character in line.bare):
        return noise("interface", "noise.no-letters")
    if line.words > 24:
        return None
    if text.startswith("![") and any(letter.isalpha() for letter in text[2 : text.find("]")]):
        return None
    if ("](" in text or "http" in text or "www." in text) and _LINKS_ONLY.fullmatch(text):
        return noise("promotion", "noise.links-only")
    if (text[0].isdigit() or text[:4].lower() in _COUNTED) and _COUNT.fullmatch(line.bare):
        return noise("interface", "noise.count", line.bare)
    if _ICON.fullmatch(line.bare):
        return noise("interface", "noise.icon", line.bare)
    divided = (line.words <= 18 and any(mark in text for mark in "|›»")) or " > " in text or " :: " in text
    if divided and not line.ended and _CRUMBS.fullmatch(line.bare):
        return noise("tags" if "|" in text else "navigation", "noise.crumbs")
    return None
