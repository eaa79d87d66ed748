"""Nouns for an encounter: "his talks with X in Y", "the X-Y summit", "a visit to Z", "the talks".

Contract: a noun is an encounter only where its words, what hangs on it, whose it is, the clause around it, or what
was told before name the parties; what only points back and adds nothing is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.extract import PieceKind
from warparse.lexicon.nations import is_adjective
from warparse_meetings.agents import find_agents, find_relative_agents, is_adjunct, is_held
from warparse_meetings.circumstances import clause_end, clause_start, is_encounter, is_place
from warparse_meetings.model import Format, Status
from warparse_meetings.naming import HEADS
from warparse_meetings.scene import Draft
from warparse_meetings.status import find_cue
from warparse_meetings.verdicts import judge_noun
from warparse_meetings.visits import read_visit_noun
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
_OF_SIDES: Final = re.compile(
    r"\b(?:peace|cease-?fire|truce|armistice|direct|indirect|proximity)(?: \w+)? (?:talks|negotiations|dialogue)$"
)
"""Talks that those hold who fight each other."""
_ENDING: Final = re.compile(
    r" (?:aimed at|on|to|over|about|for) (?:\w+ ){0,2}?(?:(?:end|ending|halt|halting|stop|stopping)\b[^.;,]{0,40}"
    r"\b(?:war|invasion|conflict|fighting|hostilities)\b|(?:a |an )?(?:\w+ )?(?:cease-?fire|truce)\b)"
)
"""Words behind such talks that tell what they are about."""
_FIRST: Final = re.compile(r"\b(?:first|second|third|fourth|fifth|last|latest)\b")
_EVENTS: Final = frozenset(
    "take takes took held hold begin begins began begun start starts started continue continues continued resume resumes resumed end ends ended planned scheduled expected set due cancelled canceled postponed called agreed happen go goes open opened opens conclude concluded arranged delayed put prepared organised organized".split()
)
_SPELLS: Final = frozenset(("day of", "week of", "hour of", "days of", "hours of", "weeks of", "days", "day"))
_PARTS: Final = frozenset(("round", "rounds", "day", "series", "days", "hours"))
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
    if noun.startswith("conference") and not _PHONE.search(lead):
        return None
    if noun in ("round", "rounds") and (grammar.word(at + 1) == "of" or not _points_back(scene, piece)):
        return None
    first = _first_word(scene, at)
    begins = first - 2 if first == at and _joint_owners(scene, at) else first  # "Doe and Roe's meeting"
    draft = Draft(at, _format(scene, at, noun, lead), grammar.pieces[begins].start, piece.end, clause_end(grammar, at))
    leads = grammar.kind(first - 1) in (None, PieceKind.HELPER)
    draft.low = scene.opening(clause_start(grammar, first)) if leads else draft.start
    _read_parties(scene, first, at, draft)
    if not draft.names:
        return None
    verb = _predicate(scene, first, draft)
    if verb is not None:
        draft.stop = max(draft.stop, clause_end(grammar, verb))
    draft.status, sure = judge_noun(scene, first, at, draft)
    own = bool(draft.names) and draft.told
    bare = not piece.article and not piece.owner
    if not own and not sure and (draft.status is Status.DENIED or not _adds(scene, draft)):
        return None  # who does not come to "the talks" does not call them off
    if not own and bare and not _adds(scene, draft):
        return None
    if not own and noun in _UNKNOWN and not sure and not noun.startswith("round"):
        return None
    return draft


def _first_word(scene: Scene, at: int) -> int:
    """Give the piece with which a noun's words start: "a second day" of "a second day of talks"."""
    grammar = scene.grammar
    first = at
    before = scene.low[grammar.pieces[at - 1].end : grammar.pieces[at].start].strip() if at else ""
    if before in _SPELLS and grammar.kind(at - 1) is PieceKind.NOUN:
        first = at - 1
    while grammar.word(first - 1) == "of" and grammar.word(first - 2).rpartition(" ")[2] in _PARTS:
        first -= 2
    return first


def _predicate(scene: Scene, first: int, draft: Draft) -> int | None:
    """Give the last verb of what is said of a noun, if it tells when and where they meet: "is due to take place"."""
    grammar = scene.grammar
    found = None
    for number in range(draft.stop, min(draft.stop + 8, len(grammar))):
        kind = grammar.kind(number)
        if kind is PieceKind.VERB:
            subject = grammar.subject(number)
            if found is None and subject is not None and not first <= subject < draft.stop:
                return None
            if grammar.word(number) not in _EVENTS or _has_object(scene, number):
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


def _has_object(scene: Scene, at: int) -> bool:
    """Tell whether a verb of happening acts on something, and so tells of somebody: "a group that took a town"."""
    grammar = scene.grammar
    thing = grammar.kind(at + 1) is PieceKind.NOUN and grammar.word(at + 1) != "place"
    parted = thing and any(map(str.isalnum, scene.text[grammar.pieces[at].end : grammar.pieces[at + 1].start]))
    return thing and not parted and not grammar.is_passive(at) and not is_place(grammar, at + 1, scene.text)


def _is_appeal(scene: Scene, at: int, lead: str) -> bool:
    """Tell whether a call is no telephone call: "a call for peace", "calls to stop"."""
    if _PHONE.search(lead):
        return False
    following = scene.grammar.word(at + 1)
    if scene.grammar.word(at - 1) in ("in", "during", "after", "following") and scene.grammar.pieces[at].article == "a":
        return following == "for"
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
    owners = (*_joint_owners(scene, at), *scene.parties.owner(at))
    behind, between = _behind(scene, at, draft)
    names = [*owners, *inside, *behind]
    draft.names = names
    if visit:
        read_visit_noun(scene, at, draft, owners, behind)
        return
    if piece.article == "their" and not owners:
        draft.told = bool(names)
        names += [name for name in scene.recall("they") if name not in names]
    enough = len(set(names)) > 1 or draft.several
    if not names and not between and not visit:
        names += find_relative_agents(scene, at, draft)
        enough = len(set(names)) > 1
    alone = bool(behind) and not between and not owners and not inside
    if (not enough or alone) and not between and (names or is_held(scene, first) or is_adjunct(scene, first)):
        agents = find_agents(scene, at)
        if names or len(agents.names) > 1 or agents.several:
            names += [name for name in agents.names if name not in names]
            draft.told = True
        draft.several = draft.several or (agents.several and len(names) == len(agents.names))
        enough = len(set(names)) > 1 or draft.several
    if not names or (not enough and not between):
        draft.told = bool(names)
        names += () if names else _recall(scene, first, at, draft)
    if len(set(names)) == 1 and behind and scene.sentence.paragraph.kind in HEADS:
        names += [name for name in _announcing(scene) if name not in names]
    if len(set(names)) == 1 and behind and not draft.several and not between:
        names += [name for name in scene.topic() if name not in names]
    if draft.several and names and scene.grammar.word(first - 1) in ("host", "hosts", "hosted", "hosting"):
        names += [name for name in find_agents(scene, at).names if name in scene.cast.people and name not in names]
    draft.names = names


def _announcing(scene: Scene) -> tuple[str, ...]:
    """Give who announces what a headline tells: "Oslo: no plans for talks with Minsk"."""
    grammar = scene.grammar
    return scene.parties.one(0).names if grammar.is_nominal(0) and grammar.kind(1) is PieceKind.COLON else ()


def _joint_owners(scene: Scene, at: int) -> tuple[str, ...]:
    """Give who owns a noun together with the name in front of it: "Doe and Roe's meeting"."""
    grammar = scene.grammar
    if not grammar.pieces[at].owner or grammar.word(at - 1) != "and" or grammar.kind(at - 2) is not PieceKind.NAME:
        return ()
    return scene.parties.one(at - 2).names


def _recall(scene: Scene, first: int, at: int, draft: Draft) -> tuple[str, ...]:
    """Give who meets where no words of a noun's own tell: those who met before, or the sides of the conflict."""
    piece = scene.grammar.pieces[at]
    place = scene.where(draft)
    where = scene.words(place) if place is not None else draft.site
    last = scene.memory.told[-1][1] if scene.memory.told else None
    plain = piece.word.rpartition(" ")[2] in ("talks", "negotiations") and not draft.site
    if plain and (names := _ready(scene, first, at)):
        draft.told = True
        return names
    if plain and not piece.article and scene.grammar.word(first - 1) in ("host", "hosts", "hosting"):
        draft.told = bool(scene.cast.sides())
        return scene.cast.sides()
    if plain and not piece.article and not piece.owner and _ENDING.match(scene.low, piece.end):
        draft.told = bool(scene.cast.sides())
        return scene.cast.sides()
    if (_points_back(scene, piece) or draft.site) and (piece.article != "no" or last is draft.format):
        names = scene.memory.recall(visit=False, place=where, form=draft.format, strict=bool(draft.site))
        scene.waits = scene.waits or (bool(draft.site) and not names)
        if names:
            return names
    if piece.owner or not _OF_SIDES.search(scene.low, piece.start, piece.end):
        return ()
    names = scene.cast.sides()
    draft.told = bool(names) and piece.article not in ("the", "these", "those", "this")
    return names


def _ready(scene: Scene, first: int, at: int) -> tuple[str, ...]:
    """Give the sides of the conflict where one of them is ready for talks, or refuses them, and no other is named."""
    piece = scene.grammar.pieces[at]
    heads = scene.sentence.paragraph.kind in HEADS
    if heads or piece.article not in ("", "any", "no") or piece.owner or scene.grammar.kind(first - 1) is None:
        return ()
    before = scene.low[scene.position(clause_start(scene.grammar, first)) : scene.grammar.pieces[first].start]
    if find_cue(before, "before") not in (Status.PROPOSED, Status.DENIED):
        return ()
    agents = find_agents(scene, at).names
    return scene.against(agents[0]) if len(agents) == 1 else ()


def _points_back(scene: Scene, piece: Piece) -> bool:
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
        if any(is_encounter(grammar.word(between)) for between in range(at + 1, number)):
            break
        if word == "of" and (names or number != at + 2):
            continue  # "a meeting at the request of Poland"
        group = scene.parties.read(number, until=len(grammar) if word in ("between", "among") else 0)
        if group.back and not group.names:
            if number - 2 > at and grammar.is_nominal(number - 2) and not is_place(grammar, number - 2, scene.text):
                continue  # "talks to mend the ties between the two countries"
            draft.end = max(draft.end, grammar.pieces[min(group.end, len(grammar)) - 1].end)
            names += scene.recall(group.words)
            whole = whole or word != "with"
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
    if grammar.word(at + 1) == "involving" and grammar.is_nominal(at + 2):
        return [("between", at + 2)]
    verb = next(
        (number for number in range(at + 1, min(at + 6, len(grammar))) if grammar.kind(number) is PieceKind.HELPER), 0
    )
    while grammar.kind(verb) is PieceKind.HELPER:
        verb += 1
    between = grammar.pieces[verb + 1].start if verb and verb + 1 < len(grammar) else 0
    if (
        between
        and grammar.kind(verb) is PieceKind.NOUN
        and _FIRST.search(scene.low, grammar.pieces[verb].start, between)
    ):
        return [(word, number) for word, number in grammar.complements(verb) if word == "between"]
    if grammar.kind(at + 1) is not PieceKind.HELPER or grammar.word(verb) not in _EVENTS:
        return []
    return [(word, number) for word, number in grammar.complements(verb) if word in ("with", "between")]


def _adds(scene: Scene, draft: Draft) -> bool:
    """Tell whether a mention that points back tells where or when."""
    if scene.where(draft) is not None or draft.site:
        return True
    high = scene.position(draft.stop)
    return any(draft.start <= phrase.start < high and phrase.preposition != "within" for phrase in scene.times)
