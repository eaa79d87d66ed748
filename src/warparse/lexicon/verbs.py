"""Verbs in all their forms, from lists of their bases.

Contract: an entry is "base past participle -ing"; forms left out are the regular ones, and a word that is no
form of the verb ("point out") belongs to each of them.
"""

from __future__ import annotations

from typing import Final

__all__ = ["inflect"]

_PARTICLES: Final = frozenset("out up on of it back in forth".split())
_VOWELS: Final = frozenset("aeiou")
_HISSING: Final = ("s", "x", "z", "ch", "sh")


def inflect(entry: str) -> dict[str, str]:
    """Give the forms of a verb: "base", "s", "past", "participle" and "ing" to the form, "with" to its second word.

    >>> inflect("deny")["past"], inflect("quit quit quit quitting")["ing"], inflect("point out")["with"]
    ('denied', 'quitting', 'out')
    """
    base, *rest = entry.split()
    words = [base, *(word for word in rest if word not in _PARTICLES)]
    extra = [word for word in rest if word in _PARTICLES]
    soft = base[-1] == "y" and base[-2] not in _VOWELS
    past = words[1] if len(words) > 1 else base[:-1] + "ied" if soft else base + ("d" if base[-1] == "e" else "ed")
    third = base[:-1] + "ies" if soft else base + ("es" if base.endswith((*_HISSING, "o")) else "s")
    silent = base[-1] == "e" and base[-2:] not in ("ee", "ye", "oe")
    stem = base[:-2] + "y" if base.endswith("ie") else base[:-1] if silent else base
    return {
        "base": base,
        "s": third,
        "past": past,
        "participle": words[2] if len(words) > 2 else past,
        "ing": words[3] if len(words) > 3 else stem + "ing",
        "with": extra[0] if extra else "",
    }
