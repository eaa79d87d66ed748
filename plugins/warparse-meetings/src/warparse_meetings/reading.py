"""The meetings of an article, sentence by sentence.

Contract: a sentence's verbs are read before its nouns; a piece belongs to one encounter; what one sentence tells is
known in the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from warparse.extract import Head, PieceKind
from warparse_meetings.acts import read_act, read_telling
from warparse_meetings.cast import Cast
from warparse_meetings.memory import Memory
from warparse_meetings.naming import HEADS
from warparse_meetings.nominals import read_noun
from warparse_meetings.scene import Scene
from warparse_meetings.visits import more_visits, read_arrival, read_stay
from warparse_meetings.words import going, nouns, place_words, verbs

if TYPE_CHECKING:
    from warparse.extract import Document, Sentence, Sentences
    from warparse_meetings.model import Meeting
    from warparse_meetings.scene import Draft

_CAPITALS = re.compile(r"\b[A-Z][^\W_]+(?:[.'’-][^\W_]+)*")
_AHEAD = 4
"""Encounters behind a heading that it may announce."""
_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
__all__ = ["find_meetings"]


def find_meetings(document: Document, sentences: Sentences) -> list[Meeting]:
    """Give the meetings of an article, in order.

    What stands before the text that it announces, as a title, is read again with what the text tells behind it.
    """
    cast, memory = Cast(document), Memory()
    found: list[Meeting] = []
    waiting: list[tuple[Sentence, int]] = []
    for sentence in filter(_may_tell, sentences):
        heads = sentence.paragraph.kind in HEADS
        known = Memory(groups=memory.groups, statuses=memory.statuses) if heads else memory
        scene = Scene(document, sentence, cast, known)
        meetings = read_scene(scene)
        if heads:
            memory.told += known.told
        if (heads or scene.waits) and not meetings:
            waiting.append((sentence, len(memory.told)))
        found += meetings
    for sentence, told in waiting:
        if coming := memory.told[told : told + _AHEAD]:
            found += read_scene(Scene(document, sentence, cast, Memory(coming[::-1], memory.groups, ahead=True)))
    return sorted(found, key=lambda meeting: (meeting.start, meeting.end))


def _may_tell(sentence: Sentence) -> bool:
    """Tell whether a sentence holds more than a verb of going without a place to go to."""
    forms = going()
    if not all(hit.trigger in forms for hit in sentence.hits):
        return True
    places = place_words()
    return any(word in places for word in _CAPITALS.findall(sentence.text))


def _is_noun(scene: Scene, at: int) -> bool:
    """Tell whether a form that may be a verb is a noun: "said that talks between the two would go on"."""
    grammar = scene.grammar
    begins = at == 0 or grammar.kind(at - 1) in (PieceKind.SUBORDINATOR, PieceKind.RELATIVE, PieceKind.STOP)
    return begins and grammar.word(at + 1) == "between"


def _read_counted(scene: Scene, at: int) -> Draft | None:
    """Read what a number stands before that means those named before: "the two met in Riga"."""
    draft = read_act(scene, at)
    if draft is not None:
        draft.start = scene.grammar.pieces[at].last
    return draft


def _read_piece(scene: Scene, at: int) -> Draft | None:
    """Read the encounter of one piece; None where it tells none."""
    piece = scene.grammar.pieces[at]
    if piece.kind is PieceKind.VERB and piece.word in nouns() and _is_noun(scene, at):
        return read_noun(scene, at)
    if piece.kind is PieceKind.VERB and piece.word in verbs():
        return read_act(scene, at)
    if piece.kind is PieceKind.NOUN and piece.word in verbs() and scene.pointing(at):
        return _read_counted(scene, at)
    if piece.kind is PieceKind.VERB and scene.phones:
        return read_telling(scene, at)
    if piece.kind is PieceKind.HELPER and scene.grammar.word(at) in _BEING:
        return read_stay(scene, at)
    if piece.kind is PieceKind.NOUN and piece.word.rpartition(" ")[2] in nouns():
        return read_noun(scene, at)
    if piece.head in (Head.NAME, Head.PEOPLE) and scene.grammar.word(at + 1) == "in":
        return read_arrival(scene, at)
    return None


def read_scene(scene: Scene) -> list[Meeting]:
    """Give the meetings of a sentence."""
    found: list[Meeting] = []
    for at in range(len(scene.grammar)):
        draft = _read_piece(scene, at) if at not in scene.taken else None
        if draft is not None and (meeting := scene.finish(draft)) is not None:
            found.append(meeting)
            more = [draft.more] if draft.more is not None else more_visits(scene, draft)
            found += (other for next_draft in more if (other := scene.finish(next_draft)) is not None)
    return found
