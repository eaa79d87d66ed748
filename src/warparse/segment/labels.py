"""Labels: what a line is said to be, and why."""

from __future__ import annotations

from typing import NamedTuple

from warparse.model import BlockKind, Reason

__all__ = ["Label", "noise"]


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


def noise(reason: str, rule: str, evidence: str = "") -> Label:
    """Make the label of a noise line."""
    return Label(BlockKind.NOISE, rule, evidence, Reason(reason))
