"""Furniture: lines that speak of the page and its publisher rather than of the news.

Contract: a line is judged by its own words alone; what only its neighbours can tell is for `evidence`.
Words are data files.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.lists import read_pairs
from warparse.segment.labels import Label, noise

if TYPE_CHECKING:
    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrase

__all__ = ["find_furniture"]

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
_HEADLINE: Final = regex.compile(r"[^|›»>•·]*(?:\s[^|›»>•·\s]+){3}\s[|–—-]\s(?P<site>[^|›»>•·]{2,40})")
"""A headline of four words or more with the site's name behind it, which is no row of crumbs."""
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
def _lines() -> dict[str, str]:
    return dict(read_pairs("noise_lines"))


@cache
def _prefixes() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    by_first: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for prefix, reason in read_pairs("noise_prefixes"):
        by_first[prefix.split()[0]].append((prefix, reason.rstrip(" !"), reason.endswith("!")))
    return {first: tuple(found) for first, found in by_first.items()}


def find_furniture(line: Line, phrases: list[Phrase]) -> Label | None:
    """Judge a line by its own words: whole line, beginning, phrases, shape."""
    if line.words <= _LINE_WORDS and (reason := _lines().get(line.key)):
        return noise(reason, "noise.line", line.key)
    found = _find_shape(line) or _find_prefix(line)
    if found or not phrases:
        return found
    strong = {phrase: reason for phrase, reason, sure in phrases if sure}
    weak = {phrase: reason for phrase, reason, sure in phrases if not sure}
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


def _is_headline(text: str) -> bool:
    """Tell whether a row of two crumbs is a headline with the site's name behind it."""
    found = _HEADLINE.fullmatch(text)
    return found is not None and found["site"].strip().lower() not in _lines()


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
    if divided and not line.ended and _CRUMBS.fullmatch(line.bare) and not _is_headline(line.bare):
        return noise("tags" if "|" in text else "navigation", "noise.crumbs")
    return None
