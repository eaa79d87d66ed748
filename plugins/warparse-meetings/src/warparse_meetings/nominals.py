"""Nouns for an encounter: "his talks with X in Y", "the X-Y summit", "a visit to Z", "the talks".

Contract: a noun is an encounter only where its words, what hangs on it, whose it is, the clause around it, or what
was told before name the parties; what only points back and adds nothing is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import Head, PieceKind
from warparse.lexicon.nations import is_adjective
from warparse_meetings.circumstances import clause_end, clause_start, is_place
from warparse_meetings.model import Format, Status
from warparse_meetings.parties import NONE, Group
from warparse_meetings.scene import Draft
from warparse_meetings.status import find_cue
from warparse_meetings.words import blocs, find_home, nouns, short

if TYPE_CHECKING:
    from warparse.extract import Piece
    from warparse_meetings.scene import Scene

__all__ = ["read_noun"]

_WITH: Final = frozenset(("with", "between", "among", "of", "involving"))
_PHONE: Final = re.compile(r"\b(?:tele)?phone\b|\bvideo\b")
_PRESS: Final = re.compile(
    r"\b(?:press|news|cabinet|parliament(?:ary)?|training|annual|election|campaign|court|board|staff|photo|town|prayer|emergency services|trading|question)\b"
)
_HOLDING: Final = frozenset(
    "hold holds held holding have has had having attend attends attended attending conduct conducted conducting lead led join joined joins resume resumed resumes continue continued begin began begun start started starts finish finished end ended ends conclude concluded enter entered".split()
)
_ARRANGING: Final = frozenset("planned scheduled arranged agreed announced had".split())
_AFTER: Final = frozenset(("after", "following", "during", "since", "at", "in", "from", "on", "about", "despite", "by"))
_ADJUNCT: Final = frozenset(("in", "at", "on", "about", "from", "by", "over", "amid", "despite"))
_AHEAD: Final = re.compile(r"\b(?:before|ahead of|prior to|in advance of|prepar\w+ for|until|due for)\W*$")
_NOTHING: Final = re.compile(r"\bno (?:\w+ ){0,2}(?:plans?|dates?|intention|need|prospects?|sign|point)\b[^.;]{0,40}$")
_DENYING: Final = re.compile(r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:es|ed)?)\b[^.;]{0,60}$")
_EVENTS: Final = frozenset(
    "take takes took held hold begin begins began begun start starts started continue continues continued resume resumes resumed end ends ended planned scheduled expected set due cancelled canceled postponed called agreed happen go goes open opened opens conclude concluded arranged delayed put prepared organised organized".split()
)
_SPELLS: Final = frozenset(("day of", "week of", "hour of", "days of", "hours of", "weeks of", "days", "day"))
_UNKNOWN: Final = frozenset(
    (
        "talk",
        "contact",
        "contacts",
        "discussion",
        "discussions",
        "conversation",
        "conversations",
        "session",
        "sessions",
        "gathering",
        "gatherings",
        "call",
        "calls",
        "audience",
        "audiences",
        "round",
        "rounds",
        "encounter",
        "encounters",
        "dialogue",
        "dialog",
        "consultation",
        "consultations",
    )
)
"""Nouns that often mean no encounter: they need parties of their own."""


def read_noun(scene: Scene, at: int) -> Draft | None:
    """Read the encounter of a noun; None where it is none."""
    grammar = scene.grammar
    piece = grammar.pieces[at]
    noun = piece.word.rpartition(" ")[2]
    lead = scene.low[piece.first : piece.last]
    if piece.owned or _PRESS.search(lead) or (noun.startswith("call") and _is_appeal(scene, at, lead)):
        return None
    if noun in ("round", "rounds") and (grammar.word(at + 1) == "of" or not _points_back(scene, at, piece)):
        return None
    first = at
    if (
        at
        and scene.low[grammar.pieces[at - 1].end : piece.start].strip(" ") in _SPELLS
        and grammar.kind(at - 1) is PieceKind.NOUN
    ):
        first = at - 1  # "a second day of talks"
    while grammar.word(first - 1) == "of" and grammar.word(first - 2).rpartition(" ")[2] in (
        "round",
        "rounds",
        "day",
        "series",
        "days",
        "hours",
    ):
        first -= 2
    draft = Draft(at, _format(scene, at, noun, lead), grammar.pieces[first].start, piece.end, clause_end(grammar, at))
    draft.low = (
        scene.opening(clause_start(grammar, first))
        if grammar.kind(first - 1) in (None, PieceKind.HELPER)
        else draft.start
    )
    _read_parties(scene, first, at, draft)
    if not draft.names:
        return None
    verb = _predicate(scene, first, at, draft)
    if verb is not None:
        draft.stop = max(draft.stop, clause_end(grammar, verb))
    draft.status, sure = _status(scene, first, at, draft)
    own = bool(draft.names) and draft.told
    bare = not piece.article and not piece.owner
    if not own and (not sure or bare) and not _adds(scene, at, draft):
        return None
    if not own and noun in _UNKNOWN and not sure and not noun.startswith("round"):
        return None
    return draft


def _predicate(scene: Scene, first: int, at: int, draft: Draft) -> int | None:
    """Give the last verb of what is said of a noun, if it tells when and where they meet: "is due to take place"."""
    grammar = scene.grammar
    found = None
    for number in range(draft.stop, min(draft.stop + 8, len(grammar))):
        kind = grammar.kind(number)
        if kind is PieceKind.VERB:
            if found is None and grammar.subject(number) not in (first, at, None):
                return None
            if grammar.word(number) not in _EVENTS:
                return found
            found = number
        elif kind is PieceKind.NOUN:
            if grammar.word(number) != "place":
                return found
        elif (
            kind not in (PieceKind.HELPER, PieceKind.RELATIVE, PieceKind.SUBORDINATOR) and grammar.word(number) != "to"
        ):
            return found
    return found


def _is_appeal(scene: Scene, at: int, lead: str) -> bool:
    """Tell whether a call is no telephone call: "a call for peace", "calls to stop"."""
    if _PHONE.search(lead):
        return False
    following = scene.grammar.word(at + 1)
    if scene.grammar.pieces[at].article == "no" and scene.grammar.kind(at + 1) is PieceKind.HELPER:
        return False
    if scene.grammar.word(at - 1) in ("hold", "holds", "held", "holding") and scene.grammar.pieces[at].article == "a":
        return False
    return following not in ("with", "between", "of") and not scene.parties.phrase(at)


def _format(scene: Scene, at: int, noun: str, lead: str) -> Format:
    form = nouns()[noun]
    if form in (Format.TALKS, Format.MEETING) and (
        _PHONE.search(lead)
        or scene.by_phone(scene.grammar.pieces[at].end, min(scene.grammar.pieces[at].end + 14, len(scene.text)))
    ):
        return Format.CALL
    return form


# -- parties ----------------------------------------------------------------------------------


def _read_parties(scene: Scene, first: int, at: int, draft: Draft) -> None:
    """Find who meets: in the noun phrase, behind it, by whose it is, by the clause, by what was told before."""
    piece = scene.grammar.pieces[at]
    visit = draft.format is Format.VISIT
    inside = _inside(scene, at, draft)
    owners = scene.parties.owner(at)
    behind, between = _behind(scene, at, draft)
    names = [*owners, *inside, *behind]
    draft.names = names
    if visit:
        _read_visit(scene, at, draft, owners, behind)
        return
    if piece.article == "their" and not owners:
        names += [name for name in scene.recall("they") if name not in names]
    enough = len(set(names)) > 1 or draft.several
    if not names and not between and not visit:
        names += _relative_agents(scene, at, draft)
        enough = len(set(names)) > 1
    alone = bool(behind) and not between and not owners and not inside
    if (not enough or alone) and not between and (names or _is_held(scene, first) or _is_adjunct(scene, first)):
        agents = _agents(scene, at)
        if names or len(agents.names) > 1 or agents.several:
            names += [name for name in agents.names if name not in names]
        draft.several = draft.several or (agents.several and len(names) == len(agents.names))
        enough = len(set(names)) > 1 or draft.several
    if not names or (not enough and not between):
        draft.told = bool(names)
        place = scene.where(draft)
        where = scene.words(place) if place is not None else draft.site
        if not names and _points_back(scene, at, piece):
            names += scene.memory.recall(visit=False, place=where, form=draft.format)
    draft.names = names


def _relative_agents(scene: Scene, at: int, draft: Draft) -> list[str]:
    """Give who holds an encounter by the clause behind it: "a meeting that Doe and Roe were to hold"."""
    grammar = scene.grammar
    for number in range(draft.stop, min(draft.stop + 9, len(grammar))):
        if grammar.kind(number) is PieceKind.VERB:
            if grammar.word(number) not in _HOLDING | _ARRANGING or grammar.subject(number) in (at, None):
                return []
            found = scene.subject(number)
            draft.stop = max(draft.stop, clause_end(grammar, number))
            return list(found.names or (scene.recall(found.words) if found.back else ()))
        if grammar.kind(number) in (PieceKind.STOP, PieceKind.COLON, PieceKind.COMMA):
            return []
    return []


def _is_held(scene: Scene, at: int) -> bool:
    """Tell whether somebody holds, begins or attends what a noun tells."""
    first = at - 1
    while (
        scene.grammar.kind(first) is PieceKind.NOUN
        and first > at - 3
        and scene.grammar.kind(first + 1) is PieceKind.NOUN
    ):
        first -= 1
    invited = scene.grammar.word(at - 1) == "to" and any(
        scene.grammar.word(number).startswith("invit") for number in range(max(0, at - 6), at)
    )
    return scene.grammar.word(first) in _HOLDING or invited


def _is_adjunct(scene: Scene, at: int) -> bool:
    """Tell whether a noun tells in what somebody does something: "in talks", "at a meeting"."""
    return scene.grammar.kind(at - 1) is PieceKind.PREPOSITION and scene.grammar.word(at - 1) in ("in", "at", "during")


def _points_back(scene: Scene, at: int, piece: Piece) -> bool:
    """Tell whether a noun may mean an encounter told before: "the talks", "Thursday's talks", "no call", "talks in Geneva"."""
    lead = scene.low[piece.first : piece.last].split()
    return (
        piece.article in ("the", "these", "this", "those", "no", "their", "another")
        or (not piece.article and (bool(piece.owner) or not lead))
        or bool({"new", "next", "second", "third", "further", "more", "fresh", "fourth", "final", "first"} & set(lead))
    )


def _inside(scene: Scene, at: int, draft: Draft) -> list[str]:
    """Give the parties in a noun phrase; a place in it tells where: "the Geneva talks"."""
    piece = scene.grammar.pieces[at]
    words = scene.text[piece.owner or piece.first : piece.last].strip()
    names = list(scene.parties.phrase(at))
    if len(names) == 1 and names[0].lower() in blocs():
        draft.several = True
        longer = _council(words)
        return [longer or names[0]]
    if len(names) < 2 and "-" not in words:
        for word in (words.rpartition(" ")[2], words):
            home = find_home(word) if word[:1].isupper() else None
            if home and home != word and short(home) != word and not is_adjective(word):
                draft.site = word
                return []
    return names


def _council(words: str) -> str | None:
    found = re.search(r"\b(?:UN|U\.N\.|United Nations) [Ss]ecurity [Cc]ouncil\b", words)
    return found[0] if found else None


def _behind(scene: Scene, at: int, draft: Draft) -> tuple[list[str], bool]:
    """Give the parties behind a noun, and whether they are all who meet ("between", "of")."""
    grammar = scene.grammar
    names: list[str] = []
    whole = False
    for word, number in (*grammar.complements(at), *_held_with(scene, at)):
        if number >= draft.stop and grammar.word(number - 1) not in _WITH:
            break
        if word not in _WITH and not (word == "by" and draft.format is Format.VISIT):
            continue
        if word == "of" and names:
            continue
        group = scene.parties.read(number)
        if group.back and not group.names:
            draft.end = max(draft.end, grammar.pieces[min(group.end, len(grammar)) - 1].end)
            names += scene.recall(group.words)
        if not group.names:
            continue
        names += [name for name in group.names if name not in names]
        whole = whole or word != "with"
        draft.several = draft.several or (group.several and word in ("of", "between", "among"))
        draft.end = max(draft.end, grammar.pieces[min(group.end, len(grammar)) - 1].end)
        draft.stop = max(draft.stop, min(group.end, len(grammar)))
    return names, whole


def _held_with(scene: Scene, at: int) -> list[tuple[str, int]]:
    """Give what hangs on the passive verb behind a noun: "no talks have been held with China"."""
    grammar = scene.grammar
    verb = at + 1
    while grammar.kind(verb) is PieceKind.HELPER:
        verb += 1
    if verb == at + 1 or grammar.word(verb) not in ("held", "planned", "scheduled", "taking", "underway"):
        return []
    return [(word, number) for word, number in grammar.complements(verb) if word in ("with", "between")]


def _read_visit(scene: Scene, at: int, draft: Draft, owners: tuple[str, ...], behind: list[str]) -> None:
    """Find the visitor and the host."""
    grammar = scene.grammar
    guests = list(owners) or behind
    host: list[str] = []
    for word, number in grammar.complements(at):
        if number > draft.stop:
            break
        if word == "to" and is_place(grammar, number, scene.text):
            home = find_home(scene.words(number))
            host = [short(home)] if home else []
            draft.place = number
            draft.end = max(draft.end, grammar.pieces[number].end)
            break
        if word == "to" and grammar.pieces[number].kind is PieceKind.NAME:
            host = list(scene.parties.read(number).names)
            draft.end = max(draft.end, grammar.pieces[number].end)
            break
    if not host:
        home = next(
            (
                find_home(word)
                for word in scene.text[grammar.pieces[at].first : grammar.pieces[at].last].split()
                if word[:1].isupper()
            ),
            None,
        )
        host = [short(home)] if home and not owners else []
    if not guests:
        guests = list(_agents(scene, at).names)
    kept = [name for name in guests if scene.is_official(name) and scene.state(name) not in host]
    if guests and not kept and grammar.pieces[at].article in ("his", "her"):
        kept = _other_guest(scene, at, host)
    guests = kept
    for number in range(at + 1, draft.stop):
        if (
            grammar.word(number) in ("meet", "see", "visit")
            and grammar.word(number - 1) == "to"
            and grammar.is_nominal(number + 1)
        ):
            met = scene.parties.read(number + 1).names
            host = [name for name in met if name not in guests] or host
            scene.taken.add(number)
    if guests and not host:
        known = scene.memory.recall(visit=True, place=None)
        host = [name for name in known if name not in guests] if set(guests) <= set(known) else []
        draft.told = False
    draft.names = [*guests, *host] if guests and host else []


def _other_guest(scene: Scene, at: int, host: list[str]) -> list[str]:
    """Give the nearest person before a noun who is no host: "met the minister, Jane Doe, during her visit"."""
    for number in range(at - 1, -1, -1):
        name = scene.grammar.pieces[number].name
        if name in scene.cast.people and scene.is_official(name) and scene.state(name) not in host:
            return [name]
    return []


def _agents(scene: Scene, at: int) -> Group:
    """Give who acts in the clause around a noun: "Macron held talks", "he said after talks with"."""
    grammar = scene.grammar
    for number in range(at - 1, -1, -1):
        kind = grammar.kind(number)
        if kind in (PieceKind.STOP, PieceKind.COLON):
            break
        if kind is PieceKind.VERB or (
            kind is PieceKind.HELPER and grammar.kind(number + 1) not in (PieceKind.VERB, PieceKind.HELPER)
        ):
            found = scene.subject(number)
            if found.back and not found.names and grammar.word(number) in _HOLDING:
                found = found._replace(names=scene.recall(found.words))
            if found.names and all(scene.is_official(name) for name in found.names):
                names = [scene.principal(name) for name in found.names]
                if grammar.word(number).startswith("invit") and grammar.is_nominal(number + 1):
                    names += [name for name in scene.parties.read(number + 1).names if name not in names]
                return Group(tuple(names), found.end, found.several)
    return _main_subject(scene, at)


def _main_subject(scene: Scene, at: int) -> Group:
    """Give the subject of the clause behind a phrase that opens a sentence: "After talks with X, Y said"."""
    grammar = scene.grammar
    if any(grammar.kind(number) is PieceKind.VERB for number in range(at)):
        return NONE
    for number in range(at + 1, len(grammar)):
        if grammar.kind(number) is PieceKind.VERB:
            subject = grammar.subject(number)
            if subject is not None and subject not in (at, at - 1) and grammar.pieces[subject].head is not Head.OTHER:
                found = scene.subject(number)
                return Group(
                    tuple(scene.principal(name) for name in found.names if scene.is_official(name)),
                    found.end,
                    found.several,
                )
    return NONE


def _adds(scene: Scene, at: int, draft: Draft) -> bool:
    """Tell whether a mention that points back tells where or when."""
    if scene.where(draft) is not None or draft.site:
        return True
    high = scene.position(draft.stop)
    return any(draft.start <= phrase.start < high and phrase.preposition != "within" for phrase in scene.times)


# -- status -----------------------------------------------------------------------------------


def _status(scene: Scene, first: int, at: int, draft: Draft) -> tuple[Status, bool]:
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
