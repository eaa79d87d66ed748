"""Money figures: every amount of money, in words or figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warparse.extract import Extractor, hookimpl
from warparse_money.extract import read_money
from warparse_money.record import Money
from warparse_money.triggers import triggers

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Money", "warparse_extractors"]


@hookimpl
def warparse_extractors() -> Sequence[Extractor[Any]]:
    """Give the extractor of money figures."""
    return [Extractor("money", Money, triggers(), read_money, "Every amount of money, with its currency.")]
