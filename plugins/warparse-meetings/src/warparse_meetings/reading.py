"""The meetings of an article, sentence by sentence.

Contract: a sentence's verbs are read before its nouns; a piece belongs to one encounter; what one sentence tells is
known in the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.extract import Head, PieceKind
from warparse_meetings.acts import read_act
from warparse_meetings.cast import Cast
from warparse_meetings.naming import HEADS
from warparse_meetings.nominals import read_noun
from warparse_meetings.scene import Memory, Scene
from warparse_meetings.visits import more_visits, read_arrival, read_stay
from warparse_meetings.words import nouns, verbs

if TYPE_CHECKING:
    from warparse.extract import Document, Sentence, Sentences
    from warparse_meetings.model import Meeting

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
    for sentence in sentences:
        heads = sentence.paragraph.kind in HEADS
        known = Memory(groups=memory.groups, statuses=memory.statuses) if heads else memory
        meetings = read_scene(Scene(document, sentence, cast, known))
        if heads:
            memory.told += known.told
        if heads and not meetings:
            waiting.append((sentence, len(memory.told)))
        found += meetings
    for sentence, told in waiting:
        if coming := memory.told[told : told + _AHEAD]:
            found += read_scene(Scene(document, sentence, cast, Memory(coming[::-1], memory.groups, ahead=True)))
    return sorted(found, key=lambda meeting: (meeting.start, meeting.end))


def read_scene(scene: Scene) -> list[Meeting]:
    """Give the meetings of a sentence."""
    found: list[Meeting] = []
    for at, piece in enumerate(scene.grammar.pieces):
        if at in scene.taken:
            continue
        draft = None
        if piece.kind is PieceKind.VERB and piece.word in verbs():
            draft = read_act(scene, at)
        elif piece.kind is PieceKind.HELPER and scene.grammar.word(at) in _BEING:
            draft = read_stay(scene, at)
        elif piece.kind is PieceKind.NOUN and piece.word.rpartition(" ")[2] in nouns():
            draft = read_noun(scene, at)
        elif piece.head in (Head.NAME, Head.PEOPLE) and scene.grammar.word(at + 1) == "in":
            draft = read_arrival(scene, at)
        if draft is not None and (meeting := scene.finish(draft)) is not None:
            found.append(meeting)
            more = [draft.more] if draft.more is not None else more_visits(scene, draft)
            found += (other for next_draft in more if (other := scene.finish(next_draft)) is not None)
    return found
