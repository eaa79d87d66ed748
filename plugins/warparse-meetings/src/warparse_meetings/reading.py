"""The meetings of an article, sentence by sentence.

Contract: a sentence's verbs are read before its nouns; a piece belongs to one encounter; what one sentence tells is
known in the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.extract import PieceKind
from warparse_meetings.acts import read_act
from warparse_meetings.cast import Cast
from warparse_meetings.nominals import read_noun
from warparse_meetings.scene import Memory, Scene
from warparse_meetings.visits import more_visits, read_stay
from warparse_meetings.words import nouns, verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.extract import Document, Sentences
    from warparse_meetings.model import Meeting

_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
__all__ = ["find_meetings"]


def find_meetings(document: Document, sentences: Sentences) -> Iterator[Meeting]:
    """Give the meetings of an article, in order."""
    cast, memory = Cast(document), Memory()
    for sentence in sentences:
        yield from read_scene(Scene(document, sentence, cast, memory))


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
        if draft is not None and (meeting := scene.finish(draft)) is not None:
            found.append(meeting)
            found += (
                other for next_draft in more_visits(scene, draft) if (other := scene.finish(next_draft)) is not None
            )
    return found
