"""Words and signs that wake the extractor."""

from __future__ import annotations

import unicodedata
from typing import Final

from warparse.lexicon.currencies import currency_words, signs

__all__ = ["triggers"]

_DIGITS: Final = "0123456789"


def triggers() -> tuple[str, ...]:
    """Give every currency sign, code and word; those of letters also glued to digits ("Rs500", "500kr").

    >>> {"$", "€", "hryvnias", "usd", "rs5*"} <= set(triggers())
    True
    """
    found: dict[str, None] = {}
    for sign in signs():
        marks = [char for char in sign if unicodedata.category(char) == "Sc"]
        if marks:
            found[marks[0]] = None
        else:
            plain = sign.lower()
            found[plain] = None
            if plain[-1].isalpha() and plain.isascii():
                found.update(dict.fromkeys(f"{plain}{digit}*" for digit in _DIGITS))
            if not signs()[sign].careful:
                found.update(dict.fromkeys(f"*{digit}{plain}" for digit in _DIGITS))
    found.update(dict.fromkeys(word.split()[-1] for word in currency_words()))
    return tuple(found)
