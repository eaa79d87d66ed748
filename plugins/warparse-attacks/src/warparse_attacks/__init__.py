"""Attack counts: every number that tells the size or the outcome of an attack or of fighting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warparse.extract import Extractor, hookimpl
from warparse_attacks.reader import read_attacks
from warparse_attacks.record import Attack, Measure
from warparse_attacks.vocabulary import triggers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Attack", "Measure", "warparse_extractors"]


@hookimpl
def warparse_extractors() -> Sequence[Extractor[Any]]:
    """Give the extractor of attack counts."""
    return [
        Extractor(
            "attacks",
            Attack,
            triggers(),
            read_attacks,
            "Every number that tells the size or the outcome of an attack or of fighting.",
        )
    ]
