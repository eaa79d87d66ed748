"""Lines: a page while it is being set, dressed and damaged.

Contract: frozen values; whoever changes a page gives a new list of lines. What a line is (its kind, its post,
its picture) stays true through every change, which is how the gold stays true.
"""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen

from warparse.model import BlockKind, Reason
from warparse.testing.plan import Picture, Piece

__all__ = ["Credit", "Line", "Lines", "Shown"]


@frozen
class Shown:
    """What a caption says of its picture, without the credit."""

    words: str
    """The words, one sentence or more."""


@frozen
class Credit:
    """A caption's credit, without the words and brackets around it."""

    words: str
    """People and agencies, as written."""


@frozen
class Line:
    """One block of a page."""

    kind: BlockKind
    """What it is."""
    pieces: tuple[Piece | Shown | Credit, ...]
    """Its text."""
    post: int | None = None
    """Index of the post that it stands in; None outside all posts."""
    reason: Reason | None = None
    """Why it is noise; None for all else."""
    gap: str = "\n"
    """What parts it from the line before."""
    before: str = ""
    """A marker in front of its text: a bullet, markdown's marks."""
    after: str = ""
    """What follows its text: the closing marks of markdown, a signature."""
    picture: Picture | None = field(default=None, repr=False)
    """The picture that it is a caption of."""
    copy: bool = False
    """Whether it is a caption's earlier copy."""


Lines: TypeAlias = list[Line]
