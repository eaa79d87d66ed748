"""Whether an encounter takes place, by the words of its clause.

Contract: the words of `status` decide, the strongest first; what nothing decides is held.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import PieceKind
from warparse.lexicon.dates import resolve
from warparse.model import BlockKind
from warparse_meetings.circumstances import clause_start
from warparse_meetings.model import Format, Status
from warparse_meetings.status import find_cue

if TYPE_CHECKING:
    from warparse_meetings.scene import Draft, Scene
    from warparse_meetings.words import Verb

__all__ = ["judge_act", "judge_noun"]

_BEFORE: Final = re.compile(r"\b(?:before|ahead of|prior to|until)\s*$")
_DENYING: Final = re.compile(r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:es|ed)?)\b[^.;]{0,60}$")
_NOTHING: Final = re.compile(r"\bno (?:\w+ ){0,2}(?:plans?|dates?|intention|need|prospects?|sign|point)\b[^.;]{0,40}$")
_AHEAD: Final = re.compile(r"\b(?:before|ahead of|prior to|in advance of|prepar\w+ for|until|due for)\W*$")
_AFTER: Final = frozenset(("after", "following", "during", "since", "at", "despite"))
_COMING_DAY: Final = re.compile(r"(?:next|later|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b")
_OFF: Final = (Status.CANCELLED, Status.POSTPONED, Status.DENIED)
_TELLING: Final = (PieceKind.VERB, PieceKind.HELPER, PieceKind.RELATIVE, PieceKind.SUBORDINATOR)
_LINKING: Final = (PieceKind.PREPOSITION, PieceKind.SUBORDINATOR)
_DEFINITE: Final = frozenset(("the", "his", "her", "their", "this", "these", "my", "our"))
_NOW: Final = frozenset(("is", "are", "been", "'re", "'s", "re", "s", "am", "m"))
_WITHIN: Final = frozenset(("at", "during"))
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_MODALS: Final = frozenset(("will", "would", "may", "might", "could"))
_WIDE: Final = 60
"""Characters in front of a clause in which somebody denies it."""
_WIDER: Final = 90
"""Characters in front of a noun in which somebody denies it."""
_ADJUNCT: Final = frozenset(("in", "at", "on", "about", "from", "by", "over", "amid", "despite"))


def judge_act(scene: Scene, at: int, verb: Verb, draft: Draft) -> Status:
    """Tell whether what a verb tells takes place."""
    grammar = scene.grammar
    infinitive = grammar.word(grammar.group(at) - 1) == "to"
    low, denied = _leading(scene, at, infinitive=infinitive)
    if denied:
        return Status.DENIED
    words = scene.low[low : grammar.pieces[at].start]
    if _BEFORE.search(words):
        return Status.PLANNED
    cue = find_cue(words, "before")
    if cue is not None:
        return cue
    if infinitive:
        return Status.PLANNED
    if verb.form == "ing":
        return _judge_progressive(scene, at, verb, draft)
    if grammar.word(at) == verb.base and _is_subjunctive(scene, at):
        return Status.PROPOSED
    timed = any(grammar.pieces[at].start < phrase.start < scene.position(draft.stop) for phrase in scene.times)
    shown = scene.sentence.paragraph.kind is BlockKind.CAPTION or _is_dated(scene, at, draft)
    present = verb.form == "base" and not shown and (timed or grammar.word(clause_start(grammar, at) - 1) == "when")
    return Status.PLANNED if present or _is_timetable(scene, at, verb, draft) else Status.HELD


def _is_dated(scene: Scene, at: int, draft: Draft) -> bool:
    """Tell whether a day with its year stands behind a present form, as in a caption: none that is still to come."""
    today = scene.document.day(scene.sentence)
    for phrase in scene.times:
        behind = scene.grammar.pieces[at].start < phrase.start < scene.position(draft.stop)
        if behind and _YEAR.search(scene.text, phrase.start, phrase.end):
            days = resolve(phrase, today)
            return today is None or days is None or days[0] <= today
    return False


def _is_subjunctive(scene: Scene, at: int) -> bool:
    """Tell whether a plain form stands with one person's name: "suggested that Doe come to Oslo"."""
    grammar = scene.grammar
    subject = grammar.subject(at)
    return subject == at - 1 and grammar.kind(at - 1) is PieceKind.NAME and grammar.word(at - 2) == "that"


def _is_timetable(scene: Scene, at: int, verb: Verb, draft: Draft) -> bool:
    """Tell whether a present form tells what is to come: "arrives on Thursday"; a caption's tells what it shows."""
    if verb.form != "s" or scene.sentence.paragraph.kind is BlockKind.CAPTION:
        return False
    start, stop = scene.grammar.pieces[at].start, scene.position(draft.stop)
    return any(
        start < phrase.start < stop and _COMING_DAY.match(scene.low, phrase.bare, phrase.end) for phrase in scene.times
    )


def _leading(scene: Scene, at: int, *, infinitive: bool) -> tuple[int, bool]:
    """Give where the words start that decide a verb's status, and whether somebody denies the clause."""
    grammar = scene.grammar
    low = scene.position(clause_start(grammar, at))
    subject = grammar.subject(at)
    if subject is not None and subject < at:
        start = grammar.pieces[subject].start
        if _DENYING.search(scene.low, max(0, start - _WIDE), start):
            return low, True
        end = grammar.pieces[subject].end
        if grammar.kind(subject) is PieceKind.PRONOUN and (mark := scene.low.find("'", start, end)) > 0:
            end = mark  # "I'll"
        low = low if infinitive else max(low, end)
        if not infinitive and grammar.kind(subject + 1) is PieceKind.PREPOSITION:
            low = max(low, grammar.pieces[grammar.group(at)].start)  # "the ambassador to Norway was"
    elif _DENYING.search(scene.low, max(0, low - _WIDE), low):
        return low, True
    group = grammar.group(at)
    if subject is not None and subject < at and grammar.kind(group - 1) is PieceKind.COMMA and not infinitive:
        low = max(low, grammar.pieces[group].start)  # "Jane Doe, the ambassador to Norway, met"
    if group < at and grammar.kind(group - 1) is PieceKind.CONJUNCTION:
        low = max(low, grammar.pieces[group].start)  # "has cancelled a trip and will meet"
    return low, False


def _judge_progressive(scene: Scene, at: int, verb: Verb, draft: Draft) -> Status:
    """Tell of a form in -ing whether it goes on or is to come: "is meeting", "is coming on Friday"."""
    grammar = scene.grammar
    if grammar.group(at) == at:
        headline = verb.kind == "travel" and grammar.subject(at) == at - 1
        return Status.PLANNED if headline else Status.HELD
    if grammar.word(at - 1) not in _NOW:
        return Status.HELD
    start, stop = grammar.pieces[at].start, scene.position(draft.stop)
    coming = verb.kind == "travel" or any(
        start < phrase.start < stop and scene.low[phrase.start : phrase.end] != "today" for phrase in scene.times
    )
    return Status.PLANNED if coming and grammar.word(at - 1) != "been" else Status.ONGOING


# -- nouns ------------------------------------------------------------------------------------


def judge_noun(scene: Scene, first: int, at: int, draft: Draft) -> tuple[Status, bool]:
    """Tell whether an encounter takes place, and whether words of its own say so.

    Args:
        scene: the sentence.
        first: the piece with which the noun's words start.
        at: the noun.
        draft: the encounter.
    """
    grammar = scene.grammar
    start = grammar.pieces[first].start
    beside = find_cue(scene.low[start : grammar.pieces[at].last], "beside")
    behind = _behind_cue(scene, at, draft)
    if behind in _OFF:
        return behind, True
    around = scene.low[max(0, start - _WIDER) : start]
    if beside is Status.DENIED or _NOTHING.search(around) or _DENYING.search(around):
        return Status.DENIED, True
    if beside in _OFF:
        return beside, True
    before = scene.low[scene.position(clause_start(grammar, first)) : start]
    link = grammar.word(first - 1) if grammar.kind(first - 1) in _LINKING else ""
    if _AHEAD.search(around):
        return Status.PLANNED, False
    coming = beside is Status.PLANNED
    if link in _AFTER:
        return (Status.PLANNED if link in _WITHIN and (coming or _is_coming(scene, first)) else Status.HELD), False
    governed = find_cue(before, "before") if link not in _ADJUNCT and _is_governed(scene, first) else None
    if governed in _OFF:
        return governed, governed is not Status.DENIED
    if behind is not None:
        return behind, behind not in (Status.PLANNED, Status.HELD)
    if beside is Status.PROPOSED:
        return beside, False
    return governed or _judge_plain(scene, first, draft, beside, link), False


def _judge_plain(scene: Scene, first: int, draft: Draft, beside: Status | None, link: str) -> Status:
    """Tell of a noun of which no verb tells: by its adjectives, by what was told before, by the verb that holds it."""
    grammar = scene.grammar
    piece = grammar.pieces[first]
    talking = link == "in" and draft.format is Format.TALKS and not piece.article
    if (link == "on" or talking) and grammar.kind(first - 2) is PieceKind.HELPER:
        return Status.ONGOING if grammar.word(first - 2) in ("is", "are") else Status.HELD
    if beside is not None:
        return beside
    if _is_told_as_past(scene, first, draft):
        return Status.HELD
    if piece.article in _DEFINITE or piece.owner or (link and not piece.article):
        known = scene.memory.statuses.get(frozenset(draft.names))
        if known in (Status.PLANNED, Status.PROPOSED, Status.ONGOING, Status.CANCELLED):
            return known
    return _held_or_ongoing(scene, first)


def _is_told_as_past(scene: Scene, first: int, draft: Draft) -> bool:
    """Tell whether a noun is the subject of a past form without a helper: "the talks covered grain"."""
    grammar = scene.grammar
    verb = draft.stop
    if grammar.kind(verb) is not PieceKind.VERB or grammar.group(verb) != verb or not grammar.word(verb).endswith("ed"):
        return False
    subject = grammar.subject(verb)
    return subject is not None and first <= subject <= draft.head


def _is_coming(scene: Scene, first: int) -> bool:
    """Tell whether the clause in front of a noun tells what is to come; "to" only leads there in front of a verb."""
    grammar = scene.grammar
    for number in range(clause_start(grammar, first), first):
        word = grammar.word(number)
        if word in _MODALS or (word == "to" and grammar.kind(number + 1) is PieceKind.VERB):
            return True
    return False


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
    if number < len(grammar) and grammar.word(number) != "under" and grammar.kind(number) not in _TELLING:
        return find_cue(scene.low[start : scene.position(number)], "behind")
    end = number
    relative = grammar.kind(number) in (PieceKind.RELATIVE, PieceKind.SUBORDINATOR)
    apart = grammar.kind(number - 1) is PieceKind.COMMA and (relative or grammar.kind(number) is PieceKind.VERB)
    far, inside = (14, apart) if relative or apart else (8, False)
    for end in range(number, min(number + far, len(grammar))):
        if grammar.kind(end) is PieceKind.COMMA and inside:
            inside = False  # what commas set apart ends, and the clause goes on
            continue
        if grammar.kind(end) in (PieceKind.STOP, PieceKind.COLON, PieceKind.COMMA, PieceKind.DASH):
            break
        if grammar.kind(end) is PieceKind.CONJUNCTION and grammar.is_nominal(end + 1) and grammar.opens_clause(end + 1):
            break
    else:
        end = min(number + far, len(grammar))
    if not _is_subject(scene, at, number):
        return find_cue(scene.low[start : scene.position(number)], "behind")
    words = scene.low[start : scene.position(end)]
    cue = find_cue(words, "behind")
    if cue in (Status.CANCELLED, Status.POSTPONED):
        draft.final = start + len(words.rstrip(" .,"))
        draft.stop = max(draft.stop, end) if apart and not relative else draft.stop
    return cue


def _is_subject(scene: Scene, at: int, number: int) -> bool:
    """Tell whether the verb behind a noun tells of the noun."""
    grammar = scene.grammar
    if grammar.kind(at) is PieceKind.VERB:
        return True  # a noun that has the form of a verb: "said that talks between"
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
