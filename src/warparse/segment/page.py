"""A text's lines with their labels: what the segmenter hands on.

Contract: frozen values.
"""

from __future__ import annotations

from attrs import frozen

from warparse.read.markup import Hint
from warparse.segment.labels import Label
from warparse.segment.lines import Line

__all__ = ["Page"]


@frozen
class Page:
    """A text's lines, each with its label, and what they tell of the whole."""

    lines: list[Line]
    """The lines, in order."""
    labels: list[Label]
    """A label for each line."""
    parts: list[str]
    """The part of the page that each line stands in: "above", "title", "under", "body" or "below"."""
    live: bool
    """Whether the text is a live blog."""
    evidence: str
    """What told whether it is one."""
    recaps: frozenset[int]
    """The indices of lines that announce a recap."""
    hints: tuple[Hint | None, ...] = ()
    """What a page's markup tells of each line; empty for a text."""

    def hint(self, index: int) -> Hint | None:
        """Give what the markup tells of a line, if it tells anything."""
        return self.hints[index] if self.hints else None
