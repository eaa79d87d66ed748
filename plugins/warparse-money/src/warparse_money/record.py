"""What a money figure is."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

__all__ = ["Money"]


@frozen
class Money:
    """An amount of money, or a range of amounts."""

    start: int
    """Where it starts in the input: at its sign or number, without the words that bound it."""
    end: int
    """Where it ends, its scale and currency included."""
    amount_min: Decimal | None
    """The least, in whole units of the currency; None where that side is open ("up to €5m")."""
    amount_max: Decimal | None
    """The most; None where that side is open ("more than $500bn", "millions of pounds")."""
    currency: str
    """Its ISO 4217 code."""
    qualifier: str | None
    """The words that bound it, in lower case ("more than", "about"); None where there are none."""
    equivalent_of: int | None
    """Where the amount starts that this one restates in brackets; None where it stands for itself."""
    per: str | None
    """What it is paid for each of, in the singular ("year", "barrel"); None where it is paid once."""
