"""Drafts of encounters: their words, and with whom somebody does what a verb tells.

Contract: every look-up goes over the pieces of one clause.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import Head
from warparse_meetings.circumstances import clause_end, is_place
from warparse_meetings.parties import NONE, NUMBER, Group
from warparse_meetings.scene import Draft
from warparse_meetings.words import nouns

if TYPE_CHECKING:
    from warparse_meetings.model import Format
    from warparse_meetings.scene import Scene

__all__ = ["is_beside", "is_encounter", "open_draft", "read_object", "take_occasion"]

_NEXT: Final = re.compile(r"\b(?:next|close|thanks|due|owing) to (?:the |a )?$")
_SPEAKING: Final = re.compile(
    r"\b(?:conference|interview|rally|speech|address|ceremony|briefing|event|(?:one|single) voice)s?\b"
)


def open_draft(scene: Scene, at: int, form: Format, end: int) -> Draft:
    """Open a draft whose words reach up to a piece."""
    grammar = scene.grammar
    stop = clause_end(grammar, at)
    start = grammar.pieces[grammar.group(at)].start
    last = max(min(end, len(grammar)), at + 1)
    close = grammar.pieces[last - 1].end
    number = NUMBER.match(scene.text, close) if grammar.pieces[last - 1].head is Head.STATE else None
    return Draft(at, form, start, number.end() if number else close, max(stop, last))


def read_object(scene: Scene, at: int, links: tuple[str, ...], *, direct: bool = True) -> Group:
    """Give with whom: the object right behind the verb, or what stands behind one of some prepositions."""
    grammar = scene.grammar
    if direct and grammar.is_nominal(at + 1):
        group = scene.parties.read(at + 1)
        if group.names or group.back:
            return group
        if not is_place(grammar, at + 1, scene.text):
            return group
    start = at
    if scene.low.startswith(" face to face", grammar.pieces[at].end):
        start = grammar.at(grammar.pieces[at].end + 11)
    for word, piece in grammar.complements(start):
        if _SPEAKING.search(scene.low, grammar.pieces[piece].start, grammar.pieces[piece].end):
            break
        if word in links and not (is_encounter(scene, piece) or is_beside(scene, piece)):
            group = scene.parties.read(piece)
            if group.names or group.back:
                return group
    return NONE


def is_beside(scene: Scene, piece: int) -> bool:
    """Tell whether "to" in front of a piece only tells beside whom or owing to what: "next to", "thanks to"."""
    return bool(
        _NEXT.search(scene.low, max(0, scene.grammar.pieces[piece].start - 20), scene.grammar.pieces[piece].start)
    )


def is_encounter(scene: Scene, piece: int) -> bool:
    """Tell whether a noun phrase is an encounter: "talks", "a phone call"."""
    return scene.grammar.word(piece).rpartition(" ")[2] in nouns()


def take_occasion(scene: Scene, draft: Draft, *, told: bool = False) -> None:
    """Take in for what they meet: "met in Riyadh for talks".

    Args:
        scene: the sentence.
        draft: the encounter.
        told: whether the occasion tells how they meet: "hosted them for talks".
    """
    for word, piece in scene.grammar.complements(draft.head):
        noun = scene.grammar.pieces[piece]
        last = noun.word.rpartition(" ")[2]
        phone = word in ("in", "during") and last in ("call", "teleconference", "conversation")
        session = word == "in" and last == "session" and not noun.article
        if (
            (word in ("for", "at") or session or (phone and noun.article == "a"))
            and is_encounter(scene, piece)
            and piece < draft.stop
        ):
            scene.taken.add(piece)
            draft.format = nouns()[last] if told and word == "for" else draft.format
