"""Words and signs that wake the extractor.

Contract: no trigger is shorter than a word unless a digit or a space stands in it, so that the scan meets few of
them in a text without money.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from warparse.lexicon.currencies import currency_words, signs

__all__ = ["triggers"]

_DIGITS: Final = "0123456789"
_SCALES: Final = (
    "lion lions hundred thousand lakh lac lakhs crore crores milliard dozen k m mm b t mn bn tn mln bln tln trn mil mio bil cr"
).split()
"""How numbers end that are no digits: "million" and its like, and what is glued to digits ("5bn kr")."""
_FREQUENT: Final = frozenset(
    "all ars aud cop ern eur kes mad nad nio nis pen ron rsd sar scr sle top try ves yer".split()
)
"""Codes whose letters many English words hold."""


def triggers() -> tuple[str, ...]:
    """Give every currency sign, code and word, short ones with the number that stands beside them.

    >>> {"$", "€", "hryvnias", "usd*", "*5usd", "rs5*", "rs 5*", "*5 kr", "*lion try"} <= set(triggers())
    True
    """
    found: dict[str, None] = dict.fromkeys(word.split()[-1] for word in currency_words())
    for sign, unit in signs().items():
        marks = [char for char in sign if unicodedata.category(char) == "Sc"]
        if marks:
            found[marks[0]] = None
            continue
        plain = sign.lower()
        rare = len(plain) > 2 and plain not in _FREQUENT
        if rare:
            found[f"{plain}*" if plain[-1].isalpha() else plain] = None
        else:
            found.update(dict.fromkeys(f"*{scale} {plain}" for scale in _SCALES))  # "million TRY"
            found.update(dict.fromkeys(f"{mark}{dash} {plain}" for mark in ",." for dash in "-–—"))  # "50,- Kč"
        for digit in _DIGITS:
            if not rare:
                found.update(dict.fromkeys((f"{plain}{digit}*", f"{plain} {digit}*", f"*{digit} {plain}")))
            if len(plain) > 2 or not unit.careful:
                found[f"*{digit}{plain}"] = None
    return tuple(found)
