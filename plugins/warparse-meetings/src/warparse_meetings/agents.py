"""Who takes part in an encounter by the clause that holds its noun.

Contract: every look-up goes over the pieces of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.extract import Head, PieceKind
from warparse_meetings.circumstances import FAR, clause_end
from warparse_meetings.drafting import is_beside
from warparse_meetings.parties import NONE, Group

if TYPE_CHECKING:
    from warparse_meetings.scene import Draft, Scene

__all__ = ["find_agents", "find_relative_agents", "is_adjunct", "is_held"]

_HOLDING: Final = frozenset(
    "co-chair co-chairs co-chaired co-host co-hosts co-hosted reopen reopens reopened restart restarts restarted relaunch relaunched launch launched suspend suspended pursue pursued arrange arranged postpone postpones postponed cancel cancels cancelled canceled delay delays delayed pushed scrapped call calls called convene convenes convened schedule schedules scheduled hold holds held holding have has had having attend attends attended attending conduct conducted conducting lead led join joined joins resume resumed resumes continue continued begin began begun open opened opens opening start started starts finish finished end ended ends conclude concluded enter entered".split()
)
_INVITING: Final = ("invit", "summon")
_TELLING: Final = frozenset(
    "told tells tell warned warns warn assured assures assure informed informs inform urged urges urge asked asks ask pressed presses press briefed promised thanked thanks congratulated reassured reminded called invited".split()
)
"""Verbs of saying something to somebody."""
_ARRANGING: Final = frozenset("planned scheduled arranged agreed announced had".split())


def find_agents(scene: Scene, at: int) -> Group:
    """Give who acts in the clause around a noun: "Macron held talks", "he said after talks with".

    Whoever meets his counterpart holds an office, though nothing else tells so.
    """
    grammar = scene.grammar
    equal = any(
        word == "with" and grammar.word(piece).startswith("counterpart") for word, piece in grammar.complements(at)
    )
    for number in range(at - 1, max(at - FAR, -1), -1):
        kind = grammar.kind(number)
        if kind in (PieceKind.STOP, PieceKind.COLON):
            break
        if kind is PieceKind.VERB or (
            kind is PieceKind.HELPER and grammar.kind(number + 1) not in (PieceKind.VERB, PieceKind.HELPER)
        ):
            found = scene.subject(number)
            if found.back and not found.names and grammar.word(number) in _HOLDING:
                found = found._replace(names=scene.recall(found.words))
            if found.names and (equal or scene.are_official(found.names)):
                names = [scene.principal(name) for name in found.names]
                names += [name for name in _told(scene, number, at) if name not in names]
                if grammar.word(number).startswith(_INVITING) and grammar.is_nominal(number + 1):
                    names += [name for name in scene.parties.read(number + 1).names if name not in names]
                return Group(tuple(names), found.end, found.several)
    return _main_subject(scene, at)


def _told(scene: Scene, verb: int, at: int) -> tuple[str, ...]:
    """Give to whom somebody says something in an encounter: "told Doe in a phone call"; nobody where it is none of his own."""
    grammar = scene.grammar
    if grammar.word(verb).startswith("join") and grammar.is_nominal(verb + 1):
        return tuple(name for name in scene.parties.read(verb + 1).names if name in scene.cast.people)
    occasion = grammar.word(at - 1) in ("in", "during") and grammar.pieces[at].article in (
        "a",
        "an",
        "their",
        "another",
    )
    if occasion and (beside := _beside(scene, verb, at)):
        return beside
    if (
        not occasion
        or grammar.word(verb) not in _TELLING
        or grammar.is_passive(verb)
        or not grammar.is_nominal(verb + 1)
    ):
        return ()
    other = scene.parties.read(verb + 1)
    return other.names if other.names and scene.are_official(other.names) else ()


def _beside(scene: Scene, verb: int, at: int) -> tuple[str, ...]:
    """Give beside whom somebody does something in an encounter: "talks to the media next to Doe during a meeting"."""
    for word, piece in scene.grammar.complements(verb):
        if piece < at and (word in ("beside", "alongside") or is_beside(scene, piece)):
            return tuple(name for name in scene.parties.read(piece).names if scene.is_official(name))
    return ()


def _main_subject(scene: Scene, at: int) -> Group:
    """Give the subject of the clause behind a phrase that opens a sentence: "After talks with X, Y said"."""
    grammar = scene.grammar
    opening = grammar.kind(0) is PieceKind.VERB and grammar.is_ing(0)  # "Speaking after talks with X, Y said"
    if any(grammar.kind(number) is PieceKind.VERB for number in range(max(opening, at - FAR), at)):
        return NONE
    for number in range(at + 1, min(at + FAR, len(grammar))):
        if grammar.kind(number) is PieceKind.VERB:
            subject = grammar.subject(number)
            if subject is not None and subject not in (at, at - 1) and grammar.pieces[subject].head is not Head.OTHER:
                found = scene.subject(number)
                names = [scene.principal(name) for name in found.names if scene.is_official(name)]
                names += [name for name in _told(scene, number, at) if name not in names]
                return Group(tuple(names), found.end, found.several)
    return NONE


def find_relative_agents(scene: Scene, at: int, draft: Draft) -> list[str]:
    """Give who holds an encounter by the clause behind it: "a meeting that Doe and Roe were to hold"."""
    grammar = scene.grammar
    for number in range(draft.stop, min(draft.stop + 9, len(grammar))):
        if grammar.kind(number) is PieceKind.VERB:
            if grammar.word(number) not in _HOLDING | _ARRANGING or grammar.subject(number) in (at, None):
                return []
            found = scene.subject(number)
            draft.stop = max(draft.stop, clause_end(grammar, number))
            names = list(found.names or (scene.recall(found.words) if found.back else ()))
            for word, piece in grammar.complements(number):
                if word == "with":
                    other = scene.parties.read(piece)
                    known = other.names or (scene.recall(other.words) if other.back else ())
                    names += [name for name in known if name not in names]
            return names
        if grammar.kind(number) in (PieceKind.STOP, PieceKind.COLON, PieceKind.COMMA):
            return []
    return []


def is_held(scene: Scene, at: int) -> bool:
    """Tell whether somebody holds, begins or attends what a noun tells."""
    first = at - 1
    while (
        scene.grammar.kind(first) is PieceKind.NOUN
        and first > at - 3
        and scene.grammar.kind(first + 1) is PieceKind.NOUN
    ):
        first -= 1
    invited = scene.grammar.word(at - 1) == "to" and any(
        scene.grammar.word(number).startswith(_INVITING) for number in range(max(0, at - 6), at)
    )
    led = scene.grammar.word(at - 1) in ("to", "for", "on") and scene.grammar.kind(at - 2) is PieceKind.VERB
    return scene.grammar.word(first) in _HOLDING or invited or (led and len(find_agents(scene, at).names) > 1)


def is_adjunct(scene: Scene, at: int) -> bool:
    """Tell whether a noun tells in what somebody does something: "in talks", "at a meeting"."""
    grammar = scene.grammar
    if grammar.word(at - 1) in ("after", "following"):
        verb = clause_end(grammar, at)
        return grammar.kind(verb) not in (PieceKind.VERB, PieceKind.HELPER) or grammar.subject(verb) != at
    return grammar.kind(at - 1) is PieceKind.PREPOSITION and grammar.word(at - 1) in ("in", "at", "during")
