"""Who is brought together by somebody else: "to bring the two sides to the table", "seat the rivals in one room".

Contract: an encounter only where words behind the object tell that those who are brought meet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse_meetings.drafting import open_draft
from warparse_meetings.model import Format

if TYPE_CHECKING:
    from warparse_meetings.parties import Group
    from warparse_meetings.scene import Draft, Scene
    from warparse_meetings.words import Verb

__all__ = ["read_bringing"]

_TOGETHER: Final = re.compile(
    r"\b(?:together|face to face|(?:back )?(?:to|at|around|round) (?:the|a|one) (?:same )?(?:negotiating )?table|in(?:to)? (?:one|the same) room)\b"
)
_CLOSE: Final = re.compile(r"[.;:](?!\w)")
_FAR: Final = 120
"""Characters behind those who are brought in which that stands."""
_TALKING: Final = ("table", "room")


def read_bringing(scene: Scene, at: int, _verb: Verb, subject: Group) -> Draft | None:
    """Read how somebody brings others together; None where they are not two, or nothing tells that they meet."""
    grammar = scene.grammar
    if grammar.is_passive(at) or not grammar.is_nominal(at + 1):
        return None
    behind = grammar.pieces[at + 1].end
    close = _CLOSE.search(scene.low, behind)
    told = _TOGETHER.search(scene.low, behind, min(behind + _FAR, close.start() if close else len(scene.low)))
    if told is None:
        return None
    other = scene.parties.read(at + 1, until=grammar.at(told.start()))
    names = list(other.names or (scene.recall(other.words) if other.back else ()))
    if len(names) < 2 and not (names and subject.names):
        return None
    draft = open_draft(
        scene, at, Format.TALKS if told[0].endswith(_TALKING) else Format.MEETING, max(other.end, at + 1)
    )
    draft.names = names if len(names) > 1 else [*subject.names, *names]
    draft.end = max(draft.end, told.end())
    return draft
