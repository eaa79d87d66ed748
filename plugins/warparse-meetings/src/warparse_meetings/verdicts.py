"""Whether an encounter takes place, by the words of its clause.

Contract: the words of `status` decide, the strongest first; what nothing decides is held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import PieceKind
from warparse_meetings.circumstances import clause_start
from warparse_meetings.model import Status
from warparse_meetings.status import find_cue

if TYPE_CHECKING:
    from warparse_meetings.scene import Draft, Scene
    from warparse_meetings.words import Verb

__all__ = ["judge_act", "judge_noun"]

_BEFORE: Final = re.compile(r"\b(?:before|ahead of|prior to|until)\s*$")
_DENYING: Final = re.compile(r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:es|ed)?)\b[^.;]{0,60}$")
_NOTHING: Final = re.compile(r"\bno (?:\w+ ){0,2}(?:plans?|dates?|intention|need|prospects?|sign|point)\b[^.;]{0,40}$")
_AHEAD: Final = re.compile(r"\b(?:before|ahead of|prior to|in advance of|prepar\w+ for|until|due for)\W*$")
_AFTER: Final = frozenset(("after", "following", "during", "since", "at", "in", "from", "on", "about", "despite", "by"))
_ADJUNCT: Final = frozenset(("in", "at", "on", "about", "from", "by", "over", "amid", "despite"))


def judge_act(scene: Scene, at: int, verb: Verb, draft: Draft) -> Status:
    """Tell whether what a verb tells takes place."""
    grammar = scene.grammar
    low = scene.position(clause_start(grammar, at))
    subject = grammar.subject(at)
    start = grammar.pieces[at].start
    if subject is not None and subject < at:
        low = max(low, grammar.pieces[subject].end)
        if _DENYING.search(scene.low, max(0, grammar.pieces[subject].start - 60), grammar.pieces[subject].start):
            return Status.DENIED
    elif _DENYING.search(scene.low, max(0, low - 60), low):
        return Status.DENIED
    if grammar.word(grammar.group(at) - 1) == "to":
        low = min(low, scene.position(clause_start(grammar, at)))
    words = scene.low[low:start]
    if _BEFORE.search(words):
        return Status.PLANNED
    cue = find_cue(words, "before")
    if cue is not None and cue is not Status.CANCELLED:
        return cue
    if cue is Status.CANCELLED:
        return cue
    if grammar.word(grammar.group(at) - 1) == "to":
        return Status.PLANNED
    progressive = verb.form == "ing" and grammar.group(at) < at
    if progressive:
        coming = verb.kind in ("travel",) or any(
            phrase.start > start and scene.text[phrase.start : phrase.end].lower() not in ("today",)
            for phrase in scene.times
            if phrase.start < scene.position(draft.stop)
        )
        now = grammar.word(at - 1) in ("is", "are", "been", "'re", "'s", "re", "s", "am", "m")
        if now and coming and not scene.low[:start].endswith("been "):
            return Status.PLANNED
        return Status.ONGOING if now else Status.HELD
    if verb.form == "ing" and verb.kind == "travel" and subject is not None and subject == at - 1:
        return Status.PLANNED
    timed = any(start < phrase.start < scene.position(draft.stop) for phrase in scene.times)
    if verb.form == "base" and (timed or grammar.word(clause_start(grammar, at) - 1) == "when"):
        return Status.PLANNED
    return Status.HELD


# -- nouns ------------------------------------------------------------------------------------


def judge_noun(scene: Scene, first: int, at: int, draft: Draft) -> tuple[Status, bool]:
    """Tell whether an encounter takes place, and whether words of its own say so."""
    grammar = scene.grammar
    piece = grammar.pieces[first]
    lead = scene.low[piece.start : grammar.pieces[at].last]
    low = scene.position(clause_start(grammar, first))
    before = scene.low[low : piece.start]
    around = scene.low[max(0, piece.start - 90) : piece.start]
    beside = find_cue(lead, "beside")
    behind = _behind_cue(scene, at, draft)
    if behind in (Status.CANCELLED, Status.POSTPONED, Status.DENIED):
        return behind, True
    if beside is Status.DENIED or _NOTHING.search(around) or _DENYING.search(around):
        return Status.DENIED, True
    link = grammar.word(first - 1) if grammar.kind(first - 1) in (PieceKind.PREPOSITION, PieceKind.SUBORDINATOR) else ""
    adjunct = link in _ADJUNCT
    if beside in (Status.CANCELLED, Status.POSTPONED):
        return beside, True
    if _AHEAD.search(before):
        return Status.PLANNED, False
    if link in _AFTER and link not in ("on", "about", "in", "by", "from"):
        return (Status.PLANNED if _is_coming(before) and link == "at" else Status.HELD), False
    governed = find_cue(before, "before") if not adjunct and _is_governed(scene, first) else None
    if governed in (Status.CANCELLED, Status.POSTPONED, Status.DENIED):
        return governed, True
    if behind is not None:
        return behind, behind is not Status.PLANNED
    if governed is not None:
        return governed, False
    if link == "on" and scene.grammar.kind(first - 2) is PieceKind.HELPER:
        return (Status.ONGOING if scene.grammar.word(first - 2) in ("is", "are") else Status.HELD), False
    if beside is not None and not (beside is Status.HELD and link in _ADJUNCT):
        return beside, False
    if (
        piece.article in ("the", "his", "her", "their", "this", "these", "my", "our")
        or piece.owner
        or (link and not piece.article)
    ):
        known = scene.memory.statuses.get(frozenset(draft.names))
        if known in (Status.PLANNED, Status.PROPOSED, Status.ONGOING, Status.CANCELLED):
            return known, False
    return _held_or_ongoing(scene, first), False


def _is_coming(before: str) -> bool:
    return bool(re.search(r"\b(?:will|would|to|may|might|could)\b", before))


def _held_or_ongoing(scene: Scene, first: int) -> Status:
    """Tell by the verb that governs a noun whether they still meet: "have begun talks"."""
    grammar = scene.grammar
    verb = next(
        (number for number in range(first - 1, max(first - 4, -1), -1) if grammar.kind(number) is PieceKind.VERB), None
    )
    if verb is None:
        return Status.HELD
    word = grammar.word(verb)
    if word in (
        "begun",
        "began",
        "begin",
        "begins",
        "start",
        "started",
        "starts",
        "resumed",
        "resume",
        "resumes",
        "opened",
        "continue",
        "continued",
        "continues",
    ):
        return Status.ONGOING
    if grammar.is_ing(verb) and grammar.word(verb - 1) in ("is", "are", "been"):
        return Status.ONGOING
    return Status.HELD


def _is_governed(scene: Scene, first: int) -> bool:
    """Tell whether a verb in front of a noun acts on it, or a noun leads to it."""
    grammar = scene.grammar
    for number in range(first - 1, max(first - 8, -1), -1):
        kind = grammar.kind(number)
        if kind in (PieceKind.VERB, PieceKind.HELPER):
            return True
        if kind in (PieceKind.STOP, PieceKind.COLON, PieceKind.RELATIVE, PieceKind.COMMA):
            return False
    return grammar.kind(first - 1) is PieceKind.PREPOSITION


def _behind_cue(scene: Scene, at: int, draft: Draft) -> Status | None:
    """Give the status that is said of a noun behind it: "the talks were called off", "talks due in Geneva"."""
    grammar = scene.grammar
    start = grammar.pieces[at].end
    number = draft.stop
    while number < len(grammar) and grammar.kind(number) is PieceKind.COMMA:
        number += 1
    if number < len(grammar) and grammar.kind(number) not in (
        PieceKind.VERB,
        PieceKind.HELPER,
        PieceKind.RELATIVE,
        PieceKind.SUBORDINATOR,
        PieceKind.PREPOSITION,
    ):
        words = scene.low[start : scene.position(number)]
        return find_cue(words, "behind")
    end = number
    far = 14 if grammar.kind(number) in (PieceKind.RELATIVE, PieceKind.SUBORDINATOR) else 8
    for end in range(number, min(number + far, len(grammar))):
        if grammar.kind(end) in (PieceKind.STOP, PieceKind.COLON, PieceKind.COMMA, PieceKind.DASH):
            break
    else:
        end = min(number + far, len(grammar))
    if not _is_subject(scene, at, number):
        return find_cue(scene.low[start : scene.position(number)], "behind")
    words = scene.low[start : scene.position(end)]
    cue = find_cue(words, "behind")
    if cue in (Status.CANCELLED, Status.POSTPONED):
        draft.final = start + len(words.rstrip(" .,"))
    return cue


def _is_subject(scene: Scene, at: int, number: int) -> bool:
    """Tell whether the verb behind a noun tells of the noun."""
    grammar = scene.grammar
    if (
        any(grammar.kind(piece) is PieceKind.VERB for piece in range(max(0, at - 6), at))
        and grammar.kind(number) is not PieceKind.RELATIVE
    ):
        verb = next(
            (piece for piece in range(number, min(number + 6, len(grammar))) if grammar.kind(piece) is PieceKind.VERB),
            number,
        )
        subject = grammar.subject(verb)
        return subject is not None and at - 2 <= subject <= at
    return True
