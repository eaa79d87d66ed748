"""Who is meant: names, descriptions and pronouns in a stretch of prose.

Contract: `find_references` gives every expression in a paragraph that may be a speaker, in order;
`resolve` turns one into the fullest name, given who spoke before. Both look only leftwards.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Final

import regex
from attrs import define, frozen

from warparse.lexicon.nations import nation_words
from warparse.segment.names import NameIndex
from warparse.segment.titles import find_office

__all__ = ["Memory", "Reference", "Shape", "find_references", "resolve"]


class Shape(Enum):
    """How an expression refers."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    BODY = "body"


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
    """The expression as it stands, without articles and possessives."""
    definite: bool = True
    """Whether it points back ("the official") rather than introduces ("an official")."""


@define
class Memory:
    """Who spoke and who was spoken of, as reading goes on; one for each document."""

    speaker: str | None = None
    """The last speaker."""
    subject: str | None = None
    """The last person or body that a sentence was about."""
    body: str | None = None
    """The last institution or described speaker."""


_BODY_NOUNS: Final = (
    r"(?:defen[cs]e|foreign|interior|energy|health|finance|culture|emergency|education|justice|economy) ministry|ministry of (?:the )?\p{L}+(?: affairs)?|ministry|air force|air defen[cs]es?"
    r"|armed forces|defen[cs]e forces|ground forces|special operations forces|naval forces|general staff|army|navy|military(?: intelligence| administration)?|intelligence(?: agency| service| directorate)?|security (?:service|council|agency)"
    r"|border (?:guard|service)(?: service)?|emergency services?|rescue services?|police|national guard|state department|foreign office|central bank|government|parliament|presidency|president[’']s office|presidential (?:office|administration)|cabinet|coalition|embassy|delegation|regional (?:administration|authorities)"
    r"|operational command(?: of the [\p{L} ]{3,50}?(?=\s(?:said|wrote|posted|reported|announced)\b))?|command|southern command|prosecutor[’']s office|prosecutors|authorities|officials|agency|watchdog|news agency|state media|broadcaster|think ?tank|institute|unit|brigade|alliance|union|commission|council|court|bank|company|group|party|organi[sz]ation|charity|ngo|outlet|newspaper|channel|statement|report|communique|communiqué"
)
_PEOPLE_NOUNS: Final = (
    r"spokes(?:man|woman|person|people)|officials?|diplomats?|sources?|analysts?|experts?|witness(?:es)?|residents?|survivors?|eyewitness(?:es)?|soldiers?|commanders?|officers?|politicians?|lawmakers?|economists?|observers?|negotiators?|leaders?"
    r"|ministers?|presidents?|prime ministers?|premiers?|chancellors?|governors?|mayors?|secretar(?:y|ies)|ambassadors?|envoys?|generals?|chiefs?|advis[eo]rs?|aides?|senators?|pope|pontiff|king|queen|prince|chairman|chairwoman|director|editor|activists?|doctors?|rescuers?|farmers?|teachers?|pilots?|veterans?|comedian|actor|author|historian|researchers?|scientists?|professor|lawyers?|judge|prosecutor|mother|father|woman|man|wife|husband|volunteers?|refugees?|coordinator|commissioner|head|boss|representatives?|delegates?|mps?|billionaire|businessman|oligarch"
)
_REFERENCE: Final = regex.compile(
    r"(?P<pronoun>\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b(?![’'](?:s|d|re|ll)\b))"
    rf"|(?P<described>\b(?P<article>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ss]everal|[Ss]ome|[Ss]enior|[Tt]op|[Tt]wo|[Tt]hree)\s(?P<noun>(?:[\p{{L}}’'.-]+\s){{0,5}}?(?:{_PEOPLE_NOUNS}))\b(?!\s(?:of staff|minister|chief|spokes\w+|general|secretary|adviser|official)\b)(?P<more>\s(?:for|from|at|in|of|with|familiar with)\s(?:the\s)?(?:[\p{{Lu}}][\p{{L}}’'-]*\s?){{1,4}})?)"
    rf"|(?P<body>(?:\b(?:[Tt]he|[Aa]n?)\s)?(?P<institution>(?:\b[\p{{Lu}}][\p{{L}}.-]*(?:[’']s?)?\s(?:[\p{{Lu}}][\p{{L}}.-]*(?:[’']s?)?\s)?)?(?:(?:own|regional|state|local|top|new|main|national|federal|city|district|joint|foreign|military|public|private|southern|northern|eastern|western|border|coast|air|naval|ruling|opposition)\s){{0,3}}(?:{_BODY_NOUNS})(?:\s(?:chief|spokes\w+))?)\b)"
)


@cache
def _metonyms() -> regex.Pattern[str]:
    words = sorted((regex.escape(word) for word in nation_words() if word not in ("US",)), key=len, reverse=True)
    extra = ["Nato", "NATO", "Hamas", "Hezbollah", "Houthis", "Houthi", "Taliban", "Pentagon", "White House", "State Department", "Amnesty", "Amnesty International"]
    return regex.compile(r"\b(?:" + "|".join([*map(regex.escape, extra), "US", *words]) + r")\b(?![’']s\b|-)(?!\s[\p{Lu}])")


def find_references(text: str, offset: int, index: NameIndex, mentions: list[tuple[int, int, str]]) -> list[Reference]:
    """Find every expression of a paragraph that may be a speaker.

    Args:
        text: the paragraph, quoted words blanked out.
        offset: where it starts in the document.
        index: the document's names.
        mentions: the known names' mentions in this paragraph: start, end (in the document) and name.
    """
    found: list[Reference] = []
    taken: list[tuple[int, int]] = []
    for start, end, name in mentions:
        if text[start - offset : end - offset].strip():
            taken.append((start - offset, end - offset))
            if not text[end - offset : end - offset + 2].startswith(("’s", "'s")):
                found.append(Reference(start - offset, end - offset, Shape.NAME, name))
    for match in _REFERENCE.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        if match["pronoun"]:
            found.append(Reference(match.start(), match.end(), Shape.PRONOUN, match["pronoun"].lower()))
        elif match["described"]:
            words = match["noun"] + (match["more"] or "").rstrip()
            if text[match.end() : match.end() + 2] not in ("’s", "'s"):
                definite = match["article"].lower() in ("the", "his", "her", "their")
                found.append(Reference(match.start(), match.end(), Shape.DESCRIPTION, words, definite))
        else:
            found.append(Reference(match.start(), match.end(), Shape.BODY, match["institution"]))
        taken.append(match.span())
    for match in _metonyms().finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(Reference(match.start(), match.end(), Shape.BODY, match.group()))
    return sorted(found, key=lambda reference: reference.start)


def resolve(reference: Reference, index: NameIndex, memory: Memory, before: list[str]) -> str | None:
    """Give the fullest name of whom a reference means.

    Args:
        reference: the expression.
        index: the document's names.
        memory: who spoke and was spoken of before this sentence.
        before: names of people who are subjects earlier in the same sentence, nearest last.
    """
    if reference.shape is Shape.NAME:
        return reference.text
    if reference.shape is Shape.PRONOUN:
        if reference.text == "it":
            return memory.body or memory.subject
        if reference.text == "they":
            return memory.speaker or memory.subject or memory.body
        return before[-1] if before else memory.subject or memory.speaker
    if reference.shape is Shape.DESCRIPTION:
        return _resolve_description(reference, index, memory)
    return _plain(reference.text)


def _resolve_description(reference: Reference, index: NameIndex, memory: Memory) -> str | None:
    office = find_office(reference.text) if reference.definite else None
    if office:
        holders = index.by_office.get((office.state, office.title), [])
        if office.state is not None and holders:
            return holders[0].name
        if office.state is None and holders:
            names = [entity.name for entity in holders]
            for known in (memory.speaker, memory.subject):
                if known in names:
                    return known
            if len(holders) == 1:
                return names[0]
    if reference.definite and office and office.state is not None and memory.subject and _may_hold(memory.subject, office.title, index):
        return memory.subject
    if reference.definite and (office is None or office.state is None):
        noun = reference.text.split()[-1].lower()
        if memory.body and memory.body.lower().split()[-1:] == [noun]:
            return memory.body
        return memory.speaker or memory.subject or _plain(reference.text)
    return _plain(reference.text)


def _may_hold(name: str, title: str, index: NameIndex) -> bool:
    """Tell whether a person of whom no other office is known may be meant by one."""
    for entity in index.entities:
        if entity.name == name:
            return not entity.offices or any(office.title == title for office in entity.offices)
    return False


def _plain(words: str) -> str:
    """Give a description as a name: without its article, with the state first."""
    return regex.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", words).strip(" ,")


