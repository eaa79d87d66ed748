"""Who is meant: the names, descriptions and pronouns of a paragraph that may be speakers.

Contract: `find_references` gives them in order, none inside another; it reads only the paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from functools import cache
from typing import Final

import regex
from attrs import frozen

from warparse.lexicon.lists import read_list
from warparse.lexicon.nations import is_adjective, nation_words
from warparse.model import NameKind

__all__ = ["HIDDEN", "Mention", "Reference", "Shape", "find_references"]

HIDDEN: Final = "\u0001"
"""Stands for each character of quoted words while a paragraph is read, so that nobody speaks inside them."""


class Shape(Enum):
    """How an expression refers."""

    NAME = "name"
    """A person by name."""
    PRONOUN = "pronoun"
    """"He", "she", "they", "it"."""
    DESCRIPTION = "description"
    """A person by what they are: "the Ukrainian president", "a White House official"."""
    BODY = "body"
    """An institution, a state or its seat of government: "the defence ministry", "Moscow"."""
    PAPER = "paper"
    """What somebody issued: "the statement"."""


@frozen
class Mention:
    """A known name in the document."""

    start: int
    """First code point in the mended text."""
    end: int
    """One past its last."""
    name: str
    """The fullest form."""
    kind: NameKind
    """Person or organisation."""


@frozen
class Reference:
    """An expression that may be a speaker."""

    start: int
    """Where it starts in the paragraph."""
    end: int
    """Where it ends."""
    shape: Shape
    """How it refers."""
    text: str
    """The fullest name, or the expression without its article."""
    definite: bool = True
    """Whether it points back ("the official") rather than introduces ("an official")."""
    possessive: bool = False
    """Whether it owns what follows ("Trump's comments")."""


@cache
def _nouns(name: str) -> str:
    return "|".join(sorted(read_list(name), key=len, reverse=True))


@cache
def _pattern() -> regex.Pattern[str]:
    people, bodies = _nouns("people_nouns"), _nouns("body_nouns")
    capital = r"\p{Lu}(?:[\p{L}-]{1,40}|(?:\.\p{Lu}){1,3}\.?)"
    return regex.compile(
        r"(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b(?![’'](?:s|d|re|ll)\b)|\b(?:him|her)\b(?=\s(?:saying|as saying)\b))"
        rf"|(?P<owned>\b(?:Sir |Mr |Ms |Mrs )?(?:{capital}\s){{0,2}}{capital}[’']s\s(?:[\p{{L}}-]+\s){{0,3}}?(?:{people}))\b(?!\s(?:of staff|\p{{Lu}}|(?:{people})\b))"
        rf"|(?P<described>\b(?P<article>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Ss]ome|[Tt]wo|[Tt]hree)\s(?P<noun>(?:(?!(?:the|a|an|of|in|to|and|that|for|with|by|as|on|was|is|has|had)\s)[\p{{L}}’'.-]{{1,40}}\s){{0,5}}?(?:{people}))\b(?!\s(?:{people}|general|staff)\b)(?P<more>\s(?:for|from|at|in|of|with|familiar with|close to|involved in)\s(?:the\s)?[\p{{L}}’'-]+(?:\s(?:of\s|the\s)*\p{{Lu}}[\p{{L}}’'-]+){{0,2}})?)"
        rf"|(?P<paper>\b[Tt]he\s(?:[\p{{Ll}}-]+\s)?(?:statement|report|communiqu[eé]|message|document|letter|post|readout)\b)"
        rf"|(?P<body>(?:\b(?:[Tt]he|[Aa]n?)\s)?(?P<institution>\b(?:{capital}(?:[’']s?)?\s){{0,3}}(?:(?:own|regional|state|local|top|new|main|national|federal|city|district|joint|foreign|military|public|private|southern|northern|eastern|western|border|coast|air|naval|ruling|opposition|separate|airborne|domestic|security|state-run|state-owned|\d+(?:st|nd|rd|th))\s){{0,4}}(?:{bodies})(?:\sof\s(?:the\s)?[\p{{L}}-]+(?:\s[\p{{L}}-]+){{0,3}}?(?=,?\s(?:said|says|wrote|posted|reported|announced|told|added|has|have)\b))?)\b(?![’']s|\s(?:{bodies}|{people})\b))"
        rf"|(?P<titled>\b\L<nations>(?:[’']s)?\s(?:(?!(?:the|and|of|in|to|says|said|that|for|with|on|over|after)\s)[\p{{L}}-]+\s){{0,3}}?(?:{people}))\b(?!\s(?:{people}|\p{{Lu}}))",
        nations=[*nation_words(), "Nato", "NATO"],
    )


@cache
def _metonyms() -> regex.Pattern[str]:
    words = [word for word in nation_words() if not is_adjective(word) or word in ("US", "UN", "Vatican", "U.S.")]
    words += ["Nato", "NATO", "Hamas", "Hezbollah", "Houthis", "Taliban"]
    return regex.compile(r"(?<![\p{L}-])(?:" + "|".join(map(regex.escape, sorted(words, key=len, reverse=True))) + r")(?<!\.)\b(?P<own>[’']s\b)?(?!-)(?!\s\p{Lu}\p{Ll})")


def find_references(text: str, offset: int, mentions: list[Mention]) -> list[Reference]:
    """Find every expression of a paragraph that may be a speaker.

    Args:
        text: the paragraph, quoted words hidden.
        offset: where it starts in the document.
        mentions: the known names in this paragraph, in order.
    """
    found: list[Reference] = []
    taken = bytearray(len(text))
    for mention in mentions:
        start, end = mention.start - offset, mention.end - offset
        piece = text[start:end]
        if HIDDEN not in piece and piece:
            shape = Shape.NAME if mention.kind is NameKind.PERSON else Shape.BODY
            own = text[end : end + 2] in ("’s", "'s")
            found.append(Reference(start, end, shape, mention.name, possessive=own))
    names = list(found)
    starts = [reference.start for reference in names]
    for match in _pattern().finditer(text):
        reference = _read(match, text)
        if any(taken[match.start() : match.end()]):
            continue
        first = max(bisect_left(starts, match.start()) - 1, 0)
        inner = [r for r in names[first : first + 8] if r.start < match.end() and match.start() < r.end]
        if any(not r.possessive or reference.shape is Shape.PRONOUN for r in inner) and match.lastgroup != "owned":
            continue
        found.append(reference)
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for reference in names:
        taken[reference.start : reference.end] = b"\1" * (reference.end - reference.start)
    for match in _metonyms().finditer(text):
        if not any(taken[match.start() : match.end()]):
            name = match.group().removesuffix("’s").removesuffix("'s")
            found.append(Reference(match.start(), match.start() + len(name), Shape.BODY, name, possessive=bool(match["own"])))
    return sorted(found, key=lambda reference: (reference.start, -reference.end))


def _read(match: regex.Match[str], text: str) -> Reference:
    start, end = match.span()
    own = text[end : end + 2] in ("’s", "'s")
    if match["pronoun"]:
        return Reference(start, end, Shape.PRONOUN, {"him": "he", "her": "she"}.get(match.group().lower(), match.group().lower()))
    if match["paper"]:
        return Reference(start, end, Shape.PAPER, match["paper"].split()[-1].lower(), possessive=own)
    if match["owned"]:
        return Reference(start, end, Shape.DESCRIPTION, match["owned"], definite=False, possessive=own)
    if match["described"]:
        words = match["noun"] + (match["more"] or "")
        definite = match["article"].lower() in ("the", "his", "her", "their")
        return Reference(start, end, Shape.DESCRIPTION, words, definite, own)
    if match["titled"]:
        return Reference(start, end, Shape.DESCRIPTION, match["titled"], not match["titled"].endswith("s"), own)
    return Reference(start, end, Shape.BODY, match["institution"], possessive=own)
