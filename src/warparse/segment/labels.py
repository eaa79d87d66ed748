"""Labels: what the sieve says of each line, and why.

Contract: passes run from sure to unsure; each may label only lines that none before it labelled, so
the first rule that is sure decides. `None` is "not decided yet".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from warparse.model import BlockKind, Reason

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["Label", "Labels", "is_content", "is_noise", "noise"]


class Label(NamedTuple):
    """The kind of a line, with the rule that told it."""

    kind: BlockKind
    """What the line is."""
    rule: str
    """The rule's stable id."""
    evidence: str = ""
    """What the rule saw."""
    reason: Reason | None = None
    """Why it is noise."""


Labels = list[Label | None]
"""One entry a line."""


def noise(reason: str, rule: str, evidence: str = "") -> Label:
    """Make the label of a noise line."""
    return Label(BlockKind.NOISE, rule, evidence, Reason(reason))


def is_noise(label: Label | None) -> bool:
    """Tell whether a line is labelled as noise."""
    return label is not None and label.kind is BlockKind.NOISE


_CONTENT = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE}


def is_content(line: Line, label: Label | None) -> bool:
    """Tell whether a line is, or will be if nothing speaks against it, the article's own prose."""
    if label is not None:
        return label.kind in _CONTENT
    return line.prose or (line.ended and bool(line.marker) and line.words >= 3)
