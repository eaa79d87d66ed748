"""Verbs of meeting: who met whom, visited what, received or telephoned whom.

Contract: a verb is an encounter only where its subject and what stands with it represent somebody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import Head, PieceKind
from warparse.lexicon.nations import is_adjective
from warparse_meetings.bringing import read_bringing
from warparse_meetings.circumstances import clause_end, clause_start, find_place, is_place
from warparse_meetings.drafting import is_encounter, open_draft, read_object, take_occasion
from warparse_meetings.model import Format, Status
from warparse_meetings.parties import NONE, Group
from warparse_meetings.series import part
from warparse_meetings.status import find_cue
from warparse_meetings.verdicts import judge_act
from warparse_meetings.visits import read_dispatch, read_invitation, read_travel, read_visit
from warparse_meetings.words import Verb, find_home, short, verbs, word_class

if TYPE_CHECKING:
    from warparse.extract import Grammar
    from warparse_meetings.scene import Draft, Scene

__all__ = ["read_act", "read_telling"]

_TWO: Final = 2
_BY_PHONE: Final = re.compile(r"\b(?:by|over the) (?:tele)?phone\b|\b(?:by|over) video\b")
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
    "bring": Format.MEETING,
}


def read_act(scene: Scene, at: int) -> Draft | None:
    """Read the encounter of a verb; None where it tells none."""
    verb = verbs()[scene.grammar.word(at)]
    reader = _READERS[verb.kind]
    subject = scene.subject(at)
    draft = reader(scene, at, verb, subject)
    if draft is not None:
        judged = judge_act(scene, at, verb, draft)
        draft.status = draft.status if verb.kind == "invite" and judged is Status.HELD else judged
        draft.low = _since(scene, at)
        if draft.more is not None:
            draft.more.status = draft.status
    return draft


def _since(scene: Scene, at: int) -> int:
    """Give where the words start that may tell when, in front of a verb: none that tell of the verb that "and" joins to it."""
    grammar = scene.grammar
    low, group = scene.opening(clause_start(grammar, at)), grammar.group(at)
    subject = grammar.subject(at)
    if subject is None or grammar.kind(group - 1) is not PieceKind.CONJUNCTION:
        return low
    opening = any(low <= phrase.start and phrase.end <= grammar.pieces[subject].start for phrase in scene.times)
    return low if opening else grammar.pieces[group].start


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
    if grammar.is_passive(at):  # "was met by"
        return _receive(scene, at, verb, subject) if verb.base == "meet" else None
    direct = verb.kind in ("meet", "call-in")
    links = ("with", "to") if verb.kind == "talk" else ("with",)
    if verb.kind == "talk" and _is_to_press(scene, at):
        return None
    other = read_object(scene, at, links, direct=direct)
    met = bool(other.names) or other.back
    thing = direct and not met and grammar.is_nominal(at + 1) and not is_place(grammar, at + 1, scene.text)
    if thing or grammar.word(at + 1) == "it" or not (met or _alone(scene, at, verb, subject)):
        return None
    names, several = _together(scene, subject, other)
    if not subject.names and not subject.back and len(other.names) < 2:
        return None
    draft = open_draft(scene, at, _FORMATS[verb.kind], other.end if met else at + 1)
    draft.names, draft.several = names, several and verb.kind in ("meet", "talk") and not met
    if verb.kind == "talk" and not other.names and len(names) < 2 and not draft.several:
        draft.names = list(_ready(scene, at, names))
    if scene.by_phone(draft.start, scene.position(draft.stop)) or verb.base == "speak":
        draft.format = Format.CALL
    if "face to face" in scene.low[draft.start : scene.position(draft.stop)]:
        draft.format = Format.MEETING
    if not scene.are_official(names):
        return None
    take_occasion(scene, draft)
    if other.names:
        part(scene, draft, other)
    return draft


def _is_to_press(scene: Scene, at: int) -> bool:
    """Tell whether somebody talks to those who report: "talks to the media"."""
    grammar = scene.grammar
    return (
        grammar.word(at + 1) in ("to", "with")
        and grammar.is_nominal(at + 2)
        and scene.parties.reports(grammar.pieces[at + 2])
    )


def _alone(scene: Scene, at: int, verb: Verb, subject: Group) -> bool:
    """Tell whether a verb without an object may tell of an encounter."""
    if verb.kind == "sit":
        down = scene.grammar.word(at + 1) == "down" or scene.low.startswith(" down", scene.grammar.pieces[at].end)
        return down and (len(subject.names) > 1 or subject.back)
    if verb.kind == "talk":
        return _talk_alone(scene, at, subject) or bool(_ready(scene, at, list(subject.names)))
    return verb.kind not in ("call-in", "spend")


def _ready(scene: Scene, at: int, names: list[str]) -> tuple[str, ...]:
    """Give the sides of the conflict where one is ready to negotiate, or refuses to, and no other is named."""
    if len(names) != 1 or scene.grammar.word(at) != "negotiate":
        return ()
    before = scene.low[scene.position(clause_start(scene.grammar, at)) : scene.grammar.pieces[at].start]
    ready = find_cue(before, "before") in (Status.PROPOSED, Status.DENIED)
    return scene.against(names[0]) if ready else ()


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
    told = verbs()[scene.grammar.word(at)].form != "ing" or scene.grammar.group(at) < at
    if verbs()[scene.grammar.word(at)].base == "speak":
        return subject.back and told
    return len(subject.names) > 1 or (subject.back and told)


def _call(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if verb.base == "call" and grammar.word(at + 1) == "in" and grammar.is_nominal(at + 2):
        draft = _summon(scene, at + 1, verb, subject)  # "called in the ambassador"
        if draft is not None:
            draft.start = grammar.pieces[at].start
        return draft
    if verb.base == "call" and grammar.word(at + 1) == "in" and grammar.is_passive(at):
        return _summon(scene, at, verb, subject)
    if not subject.names or not grammar.is_nominal(at + 1) or grammar.is_passive(at):
        return None
    piece = grammar.pieces[at + 1]
    other = scene.parties.read(at + 1)
    if not other.names or piece.owned:
        return None
    if verb.base == "call":
        last = grammar.pieces[other.end - 1].end
        following = scene.low[last : last + 14].lstrip()
        timed = any(0 <= phrase.start - last <= 2 for phrase in scene.times)
        equals = grammar.word(other.end - 1).rpartition(" ")[2].startswith(("counterpart", "colleague"))
        office = equals or (piece.head is Head.PEOPLE and piece.word[-1:] != "s")
        office = office or (piece.head is Head.STATE and timed)  # "will call Bangkok tonight"
        if (piece.kind is PieceKind.NOUN and not office) or not (
            timed or following[:1] in ("", ".") or following.startswith(("to ", "about ", ", who "))
        ):
            return None
    draft = open_draft(scene, at, Format.CALL, other.end)
    draft.names = [*subject.names, *other.names]
    part(scene, draft, other)
    return draft


def read_telling(scene: Scene, at: int) -> Draft | None:
    """Read how somebody tells another something by telephone: "warned Oslo by phone"; None where it is no call."""
    grammar = scene.grammar
    if not grammar.is_nominal(at + 1) or grammar.is_passive(at):
        return None
    stop = clause_end(grammar, at)
    if not _BY_PHONE.search(scene.low, grammar.pieces[at + 1].end, scene.position(stop)):
        return None
    subject, other = scene.subject(at), scene.parties.read(at + 1)
    joint = len(subject.names) >= _TWO and not other.back  # "exchanged views by phone"
    if not subject.names or not (other.names or joint) or not scene.are_official([*subject.names, *other.names]):
        return None
    draft = open_draft(scene, at, Format.CALL, other.end)
    draft.names = [*subject.names, *other.names]
    draft.status = judge_act(scene, at, Verb("tell", grammar.word(at), "past"), draft)
    draft.low = scene.opening(clause_start(grammar, at))
    return draft


def _receive(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if grammar.is_passive(at):
        agent = next((piece for word, piece in grammar.complements(at) if word == "by"), None)
        other = scene.parties.read(agent) if agent is not None else NONE
        names = [*subject.names, *other.names]
        guests: tuple[str, ...] = subject.names
    else:
        if not grammar.is_nominal(at + 1) or is_encounter(scene, at + 1) or not _may_be_guest(scene, at + 1):
            return None
        other = scene.parties.read(at + 1)
        guests = other.names or (scene.recall(other.words) if other.back else ())
        alone = other.names and len({scene.state(name) or name for name in guests}) < _TWO
        hosts = [name for name in subject.names if alone or name in scene.cast.people]
        names = [*hosts, *guests]  # a state that offers rooms to two others takes no part
    if not subject.names or not guests or len(names) < 2 or not scene.are_official(names):
        return None
    draft = open_draft(scene, at, Format.MEETING, max(other.end, at + 1))
    draft.names = names
    if verb.base == "host" and other.back:
        draft.format = Format.TALKS
    take_occasion(scene, draft, told=True)
    return draft


def _may_be_guest(scene: Scene, at: int) -> bool:
    """Tell whether what somebody receives may be people who represent others, and no thing or state."""
    piece = scene.grammar.pieces[at]
    return (
        piece.kind is not PieceKind.NOUN
        or piece.head is Head.PEOPLE
        or (scene.grammar.kind(at + 1) is PieceKind.CONJUNCTION and is_adjective(scene.words(at)))
        or piece.word in ("delegation", "delegations", "sides")
        or _last_word(scene.grammar, at) == "d'affaires"
    )


def _gather(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    if grammar.is_nominal(at + 1) or grammar.is_passive(at):
        return None
    names, several = _together(scene, subject, NONE)
    if not several and len(names) < 2:
        return None
    draft = open_draft(scene, at, Format.MEETING, at + 1)
    draft.names, draft.several = names, several
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
        or _last_word(grammar, envoy) not in ("ambassador", "envoy", "ambassadors", "envoys", "d'affaires", "diplomat")
    ):
        return None
    if grammar.is_passive(at):
        return _summoned(scene, at, envoy) or _receive(scene, at, verb, subject)
    return _receive(scene, at, verb, subject)


def _last_word(grammar: Grammar, at: int) -> str:
    return grammar.word(at).replace("’", "'").rpartition(" ")[2]


def _summoned(scene: Scene, at: int, envoy: int) -> Draft | None:
    """Read how an ambassador is called in by those to whom he is sent: "Norway's ambassador to Sweden was summoned"."""
    grammar = scene.grammar
    if grammar.word(envoy + 1) not in ("to", "in") or not is_place(grammar, envoy + 2, scene.text):
        return None
    guests = scene.parties.owner(envoy) or scene.parties.phrase(envoy)
    host = find_home(scene.words(envoy + 2))
    if not guests or not host or short(host) in guests:
        return None
    draft = open_draft(scene, at, Format.MEETING, at + 1)
    draft.names = [*guests, short(host)]
    return draft


def _see(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    """Read "will see the envoy", "to see Jane Doe": somebody to come, seen by name or office."""
    grammar = scene.grammar
    led = grammar.word(at - 1) in ("to", "will", "would")
    if (
        not (led or (grammar.word(at) in ("saw", "seen") and _is_settled(scene, at)))
        or not grammar.is_nominal(at + 1)
        or grammar.pieces[at + 1].head not in (Head.NAME, Head.PEOPLE)
    ):
        return None
    other = scene.parties.read(at + 1)
    behind = grammar.kind(other.end) if other.end < len(grammar) else PieceKind.STOP
    if (
        not other.names
        or behind not in (PieceKind.STOP, PieceKind.COMMA, PieceKind.PREPOSITION, PieceKind.RELATIVE)
        or grammar.word(other.end) in ("to", "as")
    ):
        return None
    return _meet(scene, at, verb._replace(kind="meet"), subject)


def _is_settled(scene: Scene, at: int) -> bool:
    """Tell whether a place and a time stand with a verb."""
    high = scene.position(clause_end(scene.grammar, at))
    timed = any(scene.grammar.pieces[at].start < phrase.start < high for phrase in scene.times)
    return timed and _has_place(scene, at)


def _is_settled_with(scene: Scene, at: int, subject: Group) -> bool:
    """Tell whether "with" belongs to what several discuss: "Doe and Roe discussed a peace deal with Minsk"."""
    grammar = scene.grammar
    deal = grammar.word(at + 1).rpartition(" ")[2] in word_class("relating") and grammar.word(at + 2) == "with"
    return deal and len(subject.names) > 1


def _discuss(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    grammar = scene.grammar
    passive = grammar.is_passive(at)
    links = ("between", "with") if passive else ("with",)
    other = NONE if _is_settled_with(scene, at, subject) else read_object(scene, at, links, direct=False)
    names = list(other.names) if passive else [*subject.names, *other.names]
    phone = scene.by_phone(grammar.pieces[at].start, scene.position(clause_end(grammar, at)))
    settled = grammar.word(grammar.group(at) - 1) != "to" and _has_place(scene, at)
    alone = not passive and ((subject.several and settled) or (phone and len(names) > 1))
    if not alone and (not other.names or len(names) < 2 or (not passive and not subject.names)):
        return None
    if not scene.are_official(names):
        return None
    draft = open_draft(scene, at, Format.TALKS, max(other.end, at + 1))
    draft.names, draft.several = names, alone
    take_occasion(scene, draft)
    if scene.by_phone(draft.start, scene.position(draft.stop)):
        draft.format = Format.CALL
        told = _BY_PHONE.search(scene.low, draft.start, scene.position(draft.stop))
        draft.end = max(draft.end, told.end() if told else 0)
    return draft


_READERS: Final = {
    "meet": _meet,
    "talk": _meet,
    "sit": _meet,
    "call-in": _meet,
    "spend": _meet,
    "call": _call,
    "visit": read_visit,
    "travel": read_travel,
    "receive": _receive,
    "gather": _gather,
    "summon": _summon,
    "see": _see,
    "invite": read_invitation,
    "send": read_dispatch,
    "discuss": _discuss,
    "bring": read_bringing,
}
