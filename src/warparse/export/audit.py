"""What a parse kept and what it removed, and by which rule.

Contract: every character other than white space is counted once, as kept or as removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from warparse.model import BlockKind, Reason

if TYPE_CHECKING:
    from warparse.model import Article

__all__ = ["Audit", "Removal", "audit"]


@frozen
class Removal:
    """What one rule removed for one reason."""

    reason: Reason | None
    """Why it is noise."""
    rule: str
    """Id of the rule; empty where the article does not tell it."""
    blocks: int
    """How many blocks it removed."""
    characters: int
    """How many characters they have, white space left out."""


@frozen
class Audit:
    """How much of a text was kept, and what was removed."""

    kept: int
    """Characters of the blocks that are not noise, white space left out."""
    removed: int
    """Characters of the noise, white space left out."""
    blocks: int
    """How many blocks were removed."""
    removals: tuple[Removal, ...]
    """What each rule removed, most characters first."""

    @property
    def share(self) -> float:
        """The part of the text that was removed, 0 to 1; 0 for an empty text."""
        return self.removed / (self.kept + self.removed) if self.removed else 0.0


def audit(article: Article) -> Audit:
    """Count what was kept and what each rule removed.

    >>> from warparse import parse
    >>> audit(parse("")).removals
    ()
    """
    kept = 0
    counts: dict[tuple[Reason | None, str], list[int]] = {}
    for block in article.blocks:
        characters = sum(map(len, block.raw.split()))
        if block.kind is not BlockKind.NOISE:
            kept += characters
            continue
        count = counts.setdefault((block.reason, block.rule), [0, 0])
        count[0] += 1
        count[1] += characters
    removals = [Removal(reason, rule, *count) for (reason, rule), count in counts.items()]
    removals.sort(key=lambda each: (-each.characters, each.reason or "", each.rule))
    removed = sum(each.characters for each in removals)
    return Audit(kept, removed, sum(each.blocks for each in removals), tuple(removals))
