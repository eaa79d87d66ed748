"""Visits: who goes where, by a verb ("flew to", "visited", "was in") or a noun ("his trip to").

Contract: a visit needs a visitor who represents somebody, and a host of another state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.extract import Head, PieceKind
from warparse_meetings.agents import find_agents
from warparse_meetings.circumstances import FAR, clause_start, is_place, is_post
from warparse_meetings.drafting import is_encounter, open_draft, read_object
from warparse_meetings.model import Format, Status
from warparse_meetings.parties import Group
from warparse_meetings.scene import Draft
from warparse_meetings.status import find_cue
from warparse_meetings.words import find_home, nouns, short, venues, word_class

if TYPE_CHECKING:
    from warparse_meetings.scene import Scene
    from warparse_meetings.words import Verb

__all__ = [
    "more_visits",
    "read_arrival",
    "read_dispatch",
    "read_invitation",
    "read_stay",
    "read_travel",
    "read_visit",
    "read_visit_noun",
]

_EARLY: Final = 2
"""Pieces of a sentence before which a visit is what the sentence is about."""
_TEAMS: Final = ("team", "teams")
"""Those who are sent to help as often as to meet somebody."""
_GOING: Final = frozenset(("to", "in", "into", "for", "on"))


def read_visit(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    """Read "visited Kyiv": None where it is no visit to another state."""
    grammar = scene.grammar
    if grammar.is_passive(at) or not grammar.is_nominal(at + 1):
        return None
    return _go(scene, at, at + 1, subject)


def read_travel(scene: Scene, at: int, verb: Verb, subject: Group) -> Draft | None:
    """Read "flew to Kyiv"; None where it is no visit to another state."""
    grammar = scene.grammar
    if grammar.is_passive(at):
        return None
    if subject.back and not subject.names:
        subject = subject._replace(names=scene.recall(subject.words))
    for word, piece in grammar.complements(at):
        if word in _GOING and piece <= at + 5 and is_place(grammar, piece, scene.text):
            if word in ("in", "on") and verb.base not in ("arrive", "land", "stop"):
                continue
            if word != "for" and verb.base in ("leave", "depart"):
                continue
            if verb.base == "stop" and (piece != at + 2 or grammar.is_ing(at)):
                continue
            return _go(scene, at, piece, subject)
    return _come(scene, at, subject) if verb.base == "come" else None


def _come(scene: Scene, at: int, subject: Group) -> Draft | None:
    """Read how a host tells of a guest: "“He is coming on Friday,” Doe said"; None where no day is told."""
    grammar = scene.grammar
    quote = scene.document.quote_at(scene.sentence, grammar.pieces[at].start)
    host = quote.speaker if quote is not None else None
    day = any(0 <= phrase.start - grammar.pieces[at].end <= 2 for phrase in scene.times)
    if host is None or not day or host not in scene.cast.people or not subject.names or host in subject.names:
        return None
    states = {scene.state(name) for name in subject.names}
    if None in states or scene.state(host) in states or scene.state(host) is None:
        return None
    draft = open_draft(scene, at, Format.VISIT, at + 1)
    draft.names = [*subject.names, host]
    return draft


def read_invitation(scene: Scene, at: int, _verb: Verb, _subject: Group) -> Draft | None:
    """Read "invited Jane Doe to Oslo"; None where it is no invitation to another state."""
    grammar = scene.grammar
    if grammar.is_passive(at) or not grammar.is_nominal(at + 1):
        return None
    guest = scene.parties.read(at + 1)
    place = guest.end + 1
    if grammar.word(guest.end) != "to" or not grammar.is_nominal(place) or not is_place(grammar, place, scene.text):
        return None
    draft = _go(scene, at, place, guest)
    if draft is not None:
        draft.status = Status.PROPOSED
    return draft


def read_dispatch(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    """Read "sent a delegation to Oslo"; None where nobody is sent to another state to represent the first."""
    grammar = scene.grammar
    if grammar.is_passive(at) or not grammar.is_nominal(at + 1) or not subject.names:
        return None
    guest = scene.parties.read(at + 1)
    if grammar.word(at + 1).rpartition(" ")[2] in word_class("sent"):
        states = tuple(scene.state(name) or name for name in subject.names)
        guest = Group(guest.names or states, guest.end)
    elif grammar.kind(at + 1) is not PieceKind.NAME or not scene.are_official(guest.names):
        return None
    place = next((piece for word, piece in grammar.complements(guest.end - 1) if word == "to"), None)
    if place is None or not is_place(grammar, place, scene.text):
        return None
    draft = _go(scene, at, place, guest)
    helps = draft is not None and draft.format is Format.VISIT and grammar.word(at + 1).rpartition(" ")[2] in _TEAMS
    return None if helps else draft


def _go(scene: Scene, at: int, place: int, subject: Group) -> Draft | None:
    """Read a visit to a place."""
    home = find_home(scene.words(place))
    venue = scene.words(place).lower() in venues()
    if not home or not subject.names or not is_place(scene.grammar, place, scene.text):
        return None
    host = short(home)
    guests = [name for name in subject.names if scene.is_official(name)]
    if not guests or any(scene.state(name) == host for name in guests):
        return None
    draft = open_draft(scene, at, Format.VISIT, place + 1)
    draft.place = place
    draft.names = [*guests, host]
    _take_purpose(scene, draft, guests, host)
    return draft if not venue or host not in draft.names else None


def _take_purpose(scene: Scene, draft: Draft, guests: list[str], host: str) -> None:
    """Take in whom somebody goes to meet: "to meet X", "for talks with X", "for a summit"."""
    grammar = scene.grammar
    for number in range(draft.head + 1, draft.stop):
        piece = grammar.pieces[number]
        if (
            piece.kind is PieceKind.VERB
            and grammar.word(number - 1) == "to"
            and piece.word in ("meet", "see", "discuss", "visit", "brief")
        ):
            other = read_object(scene, number, ("with",), direct=piece.word != "discuss")
        elif piece.kind is PieceKind.NOUN and grammar.word(number - 1) == "for" and is_encounter(scene, number):
            draft.format = nouns()[piece.word.rpartition(" ")[2]]
            other = read_object(scene, number, ("with",), direct=False)
            body = scene.parties.phrase(number)
            other = other if other.names else Group(body, number + 1)
        else:
            continue
        scene.taken.add(number)
        if other.names:
            draft.names = [*guests, *(name for name in other.names if name not in guests)]
            draft.end = max(draft.end, grammar.pieces[min(other.end, len(grammar)) - 1].end)
        elif draft.format is not Format.VISIT and len({scene.state(name) or name for name in guests}) > 1:
            draft.names = list(guests)  # "the sides came to Istanbul for talks"
        elif not host:
            continue
        break


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
    if subject is None or subject > at:
        return None
    sent = grammar.word(subject).rpartition(" ")[2] in word_class("sent")
    somebody = grammar.pieces[subject].head in (Head.NAME, Head.PEOPLE) or sent
    if grammar.kind(subject) is not PieceKind.PRONOUN and not somebody:
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


def read_arrival(scene: Scene, at: int) -> Draft | None:
    """Read "Doe in Oslo for talks", as a headline tells it without a verb; None where it is none."""
    grammar = scene.grammar
    opens = at == 0 or grammar.kind(at - 1) is PieceKind.COLON
    if not opens or grammar.word(at + 1) != "in" or grammar.pieces[at].head not in (Head.NAME, Head.PEOPLE, Head.STATE):
        return None
    place = at + 2
    if not grammar.is_nominal(place) or not is_place(grammar, place, scene.text):
        return None
    purpose = place + 2
    led = grammar.word(place + 1)
    if not (led == "for" and purpose < len(grammar) and is_encounter(scene, purpose)) and not (
        led == "to" and grammar.word(purpose) in ("meet", "see", "discuss", "hold", "attend")
    ):
        return None
    draft = _go(scene, at + 1, place, scene.parties.read(at))
    if draft is not None:
        draft.status, draft.low = Status.ONGOING, draft.start
    return draft


def more_visits(scene: Scene, draft: Draft) -> list[Draft]:
    """Give the visits to the places that are joined to another: "will travel to Beirut, Amman and to Cairo"."""
    grammar = scene.grammar
    found: list[Draft] = []
    if draft.format is not Format.VISIT or draft.place is None:
        return found
    old = find_home(scene.words(draft.place))
    places = list(grammar.joined(draft.place)[1:])
    behind = draft.place + 1
    link = behind + 1
    while (
        grammar.kind(link) is PieceKind.PREPOSITION and grammar.word(link) in ("on", "to", "in") and link < behind + 3
    ):
        link += 1
    if not places and grammar.kind(behind) is PieceKind.CONJUNCTION and link > behind + 1:
        places = [link]
    for place in places:
        home = find_home(scene.words(place)) if grammar.is_nominal(place) else None
        if not home or not old or not is_place(grammar, place, scene.text):
            break
        names = [short(home) if name == short(old) else name for name in draft.names]
        start, end = grammar.pieces[place].start, grammar.pieces[place].end
        stop = max(draft.stop, place + 1)
        found.append(
            Draft(draft.head, draft.format, start, end, stop, names, place=place, status=draft.status, low=start)
        )
    return found


# -- by a noun --------------------------------------------------------------------------------


def read_visit_noun(scene: Scene, at: int, draft: Draft, owners: tuple[str, ...], behind: list[str]) -> None:
    """Find the visitor and the host of "his trip to Kyiv", "a visit to Kyiv by the minister"."""
    guests = list(owners) or behind
    host = _find_host(scene, at, draft) or ([] if owners else _host_inside(scene, at))
    if not guests:
        guests = list(find_agents(scene, at).names)
    if not guests and host and scene.grammar.pieces[at].article in ("a", "an") and at < _EARLY:
        guests = list(scene.topic())
    kept = [name for name in guests if scene.is_official(name) and scene.state(name) not in host]
    if guests and not kept and scene.grammar.pieces[at].article in ("his", "her"):
        kept = _other_guest(scene, at, host)
    host = _find_met(scene, at, draft, kept) or host
    if kept and not host:
        known = scene.memory.recall(visit=True, place=None)
        host = [name for name in known if name not in kept] if set(kept) <= set(known) else []
        draft.told = False
    draft.names = [*kept, *host] if kept and host else []


def _find_host(scene: Scene, at: int, draft: Draft) -> list[str]:
    """Give the host behind "to": a place, or somebody by name."""
    grammar = scene.grammar
    for word, number in grammar.complements(at):
        if number > draft.stop:
            break
        if is_post(grammar, number - 1):
            continue
        if word == "to" and is_place(grammar, number, scene.text):
            home = find_home(scene.words(number))
            draft.place, draft.end = number, max(draft.end, grammar.pieces[number].end)
            return [short(home)] if home else []
        if word == "to" and grammar.word(number) == "country" and grammar.pieces[number].article == "the":
            return _state_before(scene, at)
        if word == "to" and grammar.kind(number) is PieceKind.NAME:
            draft.end = max(draft.end, grammar.pieces[number].end)
            return list(scene.parties.read(number).names)
    return []


def _state_before(scene: Scene, at: int) -> list[str]:
    """Give the last state named in front of a noun: "aid for Poland during a visit to the country"."""
    for number in range(at - 1, max(at - FAR, -1), -1):
        piece = scene.grammar.pieces[number]
        if piece.kind is PieceKind.NOUN and piece.head is Head.STATE and (home := find_home(scene.words(number))):
            return [short(home)]
    return []


def _host_inside(scene: Scene, at: int) -> list[str]:
    """Give the host by a place before the noun: "a Kyiv visit"."""
    piece = scene.grammar.pieces[at]
    words = scene.text[piece.first : piece.last].split()
    home = next((home for word in words if word[:1].isupper() and (home := find_home(word))), None)
    return [short(home)] if home else []


def _find_met(scene: Scene, at: int, draft: Draft, guests: list[str]) -> list[str]:
    """Give whom somebody goes to meet: "his trip to Kyiv to meet Jane Doe"."""
    grammar = scene.grammar
    for number in range(at + 1, draft.stop):
        led = grammar.word(number - 1) == "to" and grammar.word(number) in ("meet", "see", "visit")
        if led and grammar.is_nominal(number + 1):
            scene.taken.add(number)
            met = [name for name in scene.parties.read(number + 1).names if name not in guests]
            if met:
                return met
    return []


def _other_guest(scene: Scene, at: int, host: list[str]) -> list[str]:
    """Give the nearest person before a noun who is no host: "met the minister, Jane Doe, during her visit"."""
    for number in range(at - 1, max(at - FAR, -1), -1):
        name = scene.grammar.pieces[number].name
        if name in scene.cast.people and scene.is_official(name) and scene.state(name) not in host:
            return [name]
    return []
