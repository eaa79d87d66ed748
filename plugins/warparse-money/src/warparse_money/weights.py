"""Pounds that are weighed: "a 500-pound bomb", "thousands of pounds of explosives"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from warparse_money.amounts import Found

__all__ = ["is_weight"]

_POUNDS: Final = frozenset(("pound", "pounds"))
_NEAR: Final = 100
"""Characters around an amount in which something is weighed."""
_MILLION: Final = 1_000_000
_MONEY: Final = frozenset(
    "aid debt debts damage cash money funding funds public taxpayers taxpayer investment investments goods assets support"
    " savings losses cuts fines revenue revenues income profit profits subsidies spending compensation tax taxes credit"
    " business trade work fine grant note notes deal contract prize bonus loan package fund scheme programme program"
    " project budget bill price ticket bounty reward payment salary a-year a-day a-month a-head house home lottery gift"
    " donation donations stimulus bailout rescue plan settlement lawsuit bond bonds coin voucher fee levy".split()
)
"""Nouns that pounds of money go with, behind "of" or a hyphen."""
_HEAVY: Final = regex.compile(
    r"\b(?:weigh\w{0,4}|payloads?|warheads?|bombs?|explosives?|munitions?|ordnance|kg|kilos?|kilograms?|tonnes?|TNT"
    r"|heroin|cocaine|fentanyl|meth)\b"
)
_METRIC: Final = regex.compile(
    r"\s?[(\[][^)\]]{0,24}\d\s?-?(?:kg|kilo|gram|g\b|tonne|ton|metric)|\sper\ssquare|\sheavier|\slighter"
)
_OF: Final = regex.compile(r"\sof\s(?P<word>\p{L}[\p{L}-]*)")
_ADJECTIVE: Final = regex.compile(r"[\s-](?P<word>\p{L}[\p{L}-]*)")
_BEFORE: Final = regex.compile(r"\b(?:weigh\w{0,4}|lost|gained?|carr(?:y|ies|ying)|lifting)\s(?:\p{L}+\s){0,3}$")


def is_weight(text: str, found: Found) -> bool:
    """Tell whether an amount in pounds is a weight.

    Args:
        text: the text.
        found: an amount in it.
    """
    if found.unit.word not in _POUNDS or found.unit.default != "GBP" or len(found.unit.codes) == 1:
        return False  # another noun, or a country is told
    if _METRIC.match(text, found.end):
        return True
    if max(found.low or 0, found.high or 0) >= _MILLION:
        return False
    if text[found.unit.start : found.unit.end].lower() == "pound" and found.low != 1:  # "a 500-pound bomb"
        noun = _ADJECTIVE.match(text, found.end)
        return noun is not None and noun["word"] not in _MONEY
    goods = _OF.match(text, found.end)
    if goods is not None:
        return goods["word"] not in _MONEY
    if _BEFORE.search(text, max(0, found.start - 40), found.start):
        return True
    return _HEAVY.search(text, max(0, found.start - _NEAR), min(len(text), found.end + _NEAR)) is not None
