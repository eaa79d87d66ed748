"""Verbs of meeting: who met whom, visited what, received or telephoned whom.

Contract: a verb is an encounter only where its subject and what stands with it represent somebody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import Head, PieceKind
from warparse_meetings.circumstances import clause_end, clause_start, find_place, is_place
from warparse_meetings.model import Format, Status
from warparse_meetings.parties import NONE, Group
from warparse_meetings.scene import Draft
from warparse_meetings.status import find_cue
from warparse_meetings.words import find_home, nouns, short, venues, verbs

if TYPE_CHECKING:
    from warparse_meetings.scene import Scene
    from warparse_meetings.words import Verb

__all__ = ["read_act"]

_DENYING: Final = re.compile(r"\b(?:den(?:y|ied|ies|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?)\b[^.]{0,40}$")
_FORMATS: Final = {
    "meet": Format.MEETING,
    "talk": Format.TALKS,
    "call": Format.CALL,
    "visit": Format.VISIT,
    "travel": Format.VISIT,
    "receive": Format.MEETING,
    "gather": Format.MEETING,
    "discuss": Format.TALKS,
    "sit": Format.TALKS,
    "call-in": Format.TALKS,
    "spend": Format.MEETING,
    "summon": Format.MEETING,
    "see": Format.MEETING,
}
_SPEAKING: Final = re.compile(r"\b(?:conference|interview|rally|speech|address|ceremony|briefing|event)s?\b")
_GOING: Final = frozenset(("to", "in", "into", "for", "on"))
_BEFORE: Final = re.compile(r"\b(?:before|ahead of|prior to|until)\s*$")


def read_act(scene: Scene, at: int) -> Draft | None:
    """Read the encounter of a verb; None where it tells none."""
    verb = verbs()[scene.grammar.word(at)]
    reader = _READERS[verb.kind]
    subject = scene.subject(at)
    draft = reader(scene, at, verb, subject)
    if draft is not None:
        draft.status = _status(scene, at, verb, draft)
        draft.low = scene.opening(clause_start(scene.grammar, at))
    return draft


def _draft(scene: Scene, at: int, form: Format, end: int) -> Draft:
    """Open a draft whose words reach up to a piece."""
    grammar = scene.grammar
    stop = clause_end(grammar, at)
    start = grammar.pieces[grammar.group(at)].start
    last = max(min(end, len(grammar)), at + 1)
    return Draft(at, form, start, grammar.pieces[last - 1].end, max(stop, last))


def _object(scene: Scene, at: int, links: tuple[str, ...], *, direct: bool = True) -> Group:
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
        if word in links and not _is_encounter(scene, piece):
            group = scene.parties.read(piece)
            if group.names or group.back:
                return group
    return NONE


def _is_encounter(scene: Scene, piece: int) -> bool:
    return scene.grammar.word(piece).rpartition(" ")[2] in nouns()


def _together(scene: Scene, subject: Group, other: Group) -> tuple[list[str], bool]:
    """Give all who take part, those before called back where an expression points to them."""
    names = [*subject.names, *other.names]
    several = subject.several or other.several
    if (subject.back or other.back) and len(names) < 2:
        words = " ".join(group.words for group in (subject, other) if group.back)
        names += [name for name in scene.recall(words) if name not in names]
    return names, several


# -- kinds of verbs ---------------------------------------------------------------------------


def _meet(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if grammar.is_passive(at) and verb.base != "meet":
        return None
    direct = verb.kind in ("meet", "call-in")
    links = ("with", "to") if verb.kind == "talk" else ("with",)
    other = _object(scene, at, links, direct=direct)
    if (
        direct
        and not other.names
        and not other.back
        and grammar.is_nominal(at + 1)
        and not is_place(grammar, at + 1, scene.text)
    ):
        return None
    down = verb.kind == "sit" and grammar.word(at + 1) == "down" and len(subject.names) > 1
    if verb.kind in ("sit", "call-in", "spend") and not other.names and not down:
        return None
    if verb.kind == "talk" and not other.names and not _talk_alone(scene, at, subject):
        return None
    names, several = _together(scene, subject, other)
    if not subject.names and not subject.back and len(other.names) < 2:
        return None
    draft = _draft(scene, at, _FORMATS[verb.kind], other.end if other.names else at + 1)
    draft.names, draft.several = names, several and verb.kind == "meet" and not other.names
    if verb.kind == "talk" and not other.names and len(names) < 2:
        return None
    if scene.by_phone(draft.start, scene.position(draft.stop)) or verb.base == "speak":
        draft.format = Format.CALL
    if "face to face" in scene.low[draft.start : scene.position(draft.stop)]:
        draft.format = Format.MEETING
    if not scene.are_official(names):
        return None
    _take_occasion(scene, draft)
    return draft


def _talk_alone(scene: Scene, at: int, subject: Group) -> bool:
    """Tell whether those who talk do so among themselves, though no "with" says so: "they spoke by phone"."""
    high = scene.position(clause_end(scene.grammar, at))
    if scene.by_phone(scene.grammar.pieces[at].start, high):
        return True
    if any(
        word in ("to", "about", "on") and scene.grammar.kind(piece) is not None and word == "to"
        for word, piece in scene.grammar.complements(at)
    ):
        return False
    if verbs()[scene.grammar.word(at)].base == "speak":
        return subject.back
    return len(subject.names) > 1 or (subject.back and verbs()[scene.grammar.word(at)].form != "ing")


def _call(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if not subject.names or not grammar.is_nominal(at + 1) or grammar.is_passive(at):
        return None
    piece = grammar.pieces[at + 1]
    other = scene.parties.read(at + 1)
    if not other.names or piece.owned:
        return None
    if verb.base == "call":
        following = scene.low[piece.end : piece.end + 14].lstrip()
        timed = any(0 <= phrase.start - piece.end <= 2 for phrase in scene.times)
        office = piece.head is Head.PEOPLE and piece.word[-1:] != "s"
        if (piece.kind is PieceKind.NOUN and not office) or not (
            timed or following[:1] in ("", ".") or following.startswith(("to ", "about "))
        ):
            return None
    draft = _draft(scene, at, Format.CALL, other.end)
    draft.names = [*subject.names, *other.names]
    return draft


def _visit(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if grammar.is_passive(at) or not grammar.is_nominal(at + 1):
        return None
    return _go(scene, at, at + 1, subject)


def _travel(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if grammar.is_passive(at):
        return None
    for word, piece in grammar.complements(at):
        if word in _GOING and piece <= at + 5 and is_place(grammar, piece, scene.text):
            if word in ("in", "on") and verb.base not in ("arrive", "land"):
                continue
            return _go(scene, at, piece, subject)
    return None


def _go(scene: Scene, at: int, place: int, subject: Group) -> Draft | None:
    """Read a visit to a place."""
    home = find_home(scene.words(place))
    if (
        not home
        or not subject.names
        or (scene.words(place).lower() in venues() and not _has_purpose(scene, at))
        or not is_place(scene.grammar, place, scene.text)
    ):
        return None
    host = short(home)
    guests = [name for name in subject.names if scene.is_official(name)]
    if not guests or any(scene.state(name) == host for name in guests):
        return None
    draft = _draft(scene, at, Format.VISIT, place + 1)
    draft.place = place
    draft.names = [*guests, host]
    _take_purpose(scene, draft, guests, host)
    return draft


def _has_purpose(scene: Scene, at: int) -> bool:
    """Tell whether somebody goes to meet another, or for an encounter."""
    grammar = scene.grammar
    return any(
        (grammar.word(number) in ("meet", "see") and grammar.word(number - 1) == "to")
        or (
            grammar.kind(number) is PieceKind.NOUN
            and grammar.word(number - 1) == "for"
            and _is_encounter(scene, number)
        )
        for number in range(at + 1, clause_end(grammar, at))
    )


def _take_purpose(scene: Scene, draft: Draft, guests: list[str], host: str) -> None:
    """Take in whom somebody goes to meet: "to meet X", "for talks with X", "for a summit"."""
    grammar = scene.grammar
    for number in range(draft.head + 1, draft.stop):
        piece = grammar.pieces[number]
        if (
            piece.kind is PieceKind.VERB
            and grammar.word(number - 1) == "to"
            and piece.word in ("meet", "see", "discuss", "visit")
        ):
            other = _object(scene, number, ("with",), direct=piece.word != "discuss")
        elif piece.kind is PieceKind.NOUN and grammar.word(number - 1) == "for" and _is_encounter(scene, number):
            draft.format = nouns()[piece.word.rpartition(" ")[2]]
            other = _object(scene, number, ("with",), direct=False)
            body = scene.parties.phrase(number)
            other = other if other.names else Group(body, number + 1)
        else:
            continue
        scene.taken.add(number)
        if other.names:
            draft.names = [*guests, *(name for name in other.names if name not in guests)]
            draft.end = max(draft.end, grammar.pieces[min(other.end, len(grammar)) - 1].end)
        elif not host:
            continue
        break


def _take_occasion(scene: Scene, draft: Draft) -> None:
    """Take in for what they meet: "met in Riyadh for talks"."""
    for word, piece in scene.grammar.complements(draft.head):
        noun = scene.grammar.pieces[piece]
        phone = word in ("in", "during") and noun.word.rpartition(" ")[2] in ("call", "teleconference", "conversation")
        if (
            (word in ("for", "at") or (phone and noun.article == "a"))
            and _is_encounter(scene, piece)
            and piece < draft.stop
        ):
            scene.taken.add(piece)


def _receive(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    passive = grammar.is_passive(at)
    if passive:
        agent = next((piece for word, piece in grammar.complements(at) if word == "by"), None)
        other = scene.parties.read(agent) if agent is not None else NONE
        guest = scene.parties.read(grammar.subject(at) or 0) if grammar.subject(at) is not None else NONE
        people = subject.names
    else:
        if not grammar.is_nominal(at + 1) or _is_encounter(scene, at + 1):
            return None
        piece = grammar.pieces[at + 1]
        if (
            piece.kind is PieceKind.NOUN
            and piece.head is not Head.PEOPLE
            and piece.word not in ("delegation", "delegations")
        ):
            return None
        other = guest = scene.parties.read(at + 1)
        people = guest.names
    names, _ = _together(scene, subject, other)
    if not subject.names or not people or len(names) < 2 or not scene.are_official(names):
        return None
    draft = _draft(scene, at, Format.MEETING, max(other.end, at + 1))
    draft.names = names
    if verb.base == "host":
        draft.format = Format.TALKS if other.back else Format.MEETING
    return draft


def _gather(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if grammar.is_nominal(at + 1) or grammar.is_passive(at) or not subject.names:
        return None
    if not subject.several and len(subject.names) < 2:
        return None
    draft = _draft(scene, at, Format.MEETING, at + 1)
    draft.names, draft.several = list(subject.names), subject.several
    return draft


def _has_place(scene: Scene, at: int) -> bool:
    return find_place(scene.grammar, at, clause_end(scene.grammar, at), scene.text) is not None


def _summon(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    """Read how an ambassador is called in."""
    grammar = scene.grammar
    envoy = grammar.subject(at) if grammar.is_passive(at) else at + 1
    if (
        envoy is None
        or envoy >= len(grammar)
        or grammar.word(envoy).rpartition(" ")[2] not in ("ambassador", "envoy", "ambassadors", "envoys", "d'affaires")
    ):
        return None
    return _receive(scene, at, verb, subject)


def _see(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    """Read "will see the envoy", "to see Jane Doe": somebody to come, seen by name or office."""
    grammar = scene.grammar
    led = grammar.word(at - 1)
    if (
        led not in ("to", "will", "would")
        or not grammar.is_nominal(at + 1)
        or grammar.pieces[at + 1].head not in (Head.NAME, Head.PEOPLE)
    ):
        return None
    other = scene.parties.read(at + 1)
    behind = grammar.kind(other.end) if other.end < len(grammar) else PieceKind.STOP
    if (
        not other.names
        or behind not in (PieceKind.STOP, PieceKind.COMMA, PieceKind.PREPOSITION)
        or grammar.word(other.end) in ("to", "as")
    ):
        return None
    return _meet(scene, at, verb._replace(kind="meet"), subject)


def _discuss(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    passive = grammar.is_passive(at)
    links = ("between", "with") if passive else ("with",)
    other = _object(scene, at, links, direct=False)
    names = list(other.names) if passive else [*subject.names, *other.names]
    phone = scene.by_phone(grammar.pieces[at].start, scene.position(clause_end(grammar, at)))
    settled = grammar.word(grammar.group(at) - 1) != "to" and _has_place(scene, at)
    alone = not passive and ((subject.several and settled) or (phone and len(names) > 1))
    if not alone and (not other.names or len(names) < 2 or (not passive and not subject.names)):
        return None
    if not scene.are_official(names):
        return None
    draft = _draft(scene, at, Format.TALKS, max(other.end, at + 1))
    draft.names, draft.several = names, alone
    _take_occasion(scene, draft)
    if scene.by_phone(draft.start, scene.position(draft.stop)):
        draft.format = Format.CALL
    return draft


_READERS: Final = {
    "meet": _meet,
    "talk": _meet,
    "sit": _meet,
    "call-in": _meet,
    "spend": _meet,
    "call": _call,
    "visit": _visit,
    "travel": _travel,
    "receive": _receive,
    "gather": _gather,
    "summon": _summon,
    "see": _see,
    "discuss": _discuss,
}


# -- status -----------------------------------------------------------------------------------


def _status(scene: Scene, at: int, verb: Verb, draft: Draft) -> Status:
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


def read_stay(scene: Scene, at: int) -> Draft | None:
    """Read a stay somewhere as a visit: "was in Oslo on Monday", "is expected in Delhi"; None where it is none."""
    grammar = scene.grammar
    link = at + 1 + (grammar.word(at + 1) == "expected")
    if (
        grammar.word(link) not in ("in", "at")
        or not grammar.is_nominal(link + 1)
        or not is_place(grammar, link + 1, scene.text)
    ):
        return None
    subject = grammar.subject(at if link == at + 1 else at + 1)
    if subject is None or subject > at or grammar.pieces[subject].head not in (Head.NAME, Head.PEOPLE):
        if subject is None or grammar.kind(subject) is not PieceKind.PRONOUN:
            return None
    group = scene.subject(at if link == at + 1 else at + 1)
    draft = _go(scene, at, link + 1, group)
    if draft is None:
        return None
    start = grammar.pieces[grammar.group(at)].start
    draft.low = scene.position(clause_start(grammar, at))
    cue = find_cue(scene.low[max(draft.low, grammar.pieces[subject].end) : grammar.pieces[link].start], "before")
    now = grammar.word(at) in ("is", "are", "am", "'s", "s")
    draft.start = start
    due = scene.low[grammar.pieces[at].end : grammar.pieces[link].start].strip() == "due"
    draft.status = Status.PLANNED if due else cue if cue is not None else Status.ONGOING if now else Status.HELD
    return draft


def more_visits(scene: Scene, draft: Draft) -> list[Draft]:
    """Give the visits to the places that "and" joins to another: "will travel to Beirut and Jerusalem"."""
    grammar = scene.grammar
    found: list[Draft] = []
    last = draft
    while last.format is Format.VISIT and last.place is not None:
        place = last.place + 1
        if grammar.kind(place) is not PieceKind.CONJUNCTION:
            break
        place += 1 + (grammar.word(place + 1) == "to")
        if not grammar.is_nominal(place) or not is_place(grammar, place, scene.text):
            break
        home = find_home(scene.words(place))
        old = find_home(scene.words(last.place))
        if not home or not old:
            break
        names = [short(home) if name == short(old) else name for name in last.names]
        last = Draft(
            last.head,
            last.format,
            grammar.pieces[place].start,
            grammar.pieces[place].end,
            last.stop,
            names,
            place=place,
            status=last.status,
            low=grammar.pieces[place].start,
        )
        found.append(last)
    return found
