"""Where sentences end.

Contract: sentences come in order, do not overlap, and hold every character but the white space between
them; linear in the text.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from warparse.lexicon.lists import read_pairs
from warparse.span import Span

__all__ = ["split_sentences"]

# A mark, what closes with it, white space, and what a sentence may begin with. Every repeat is bounded.
_END: Final = regex.compile(
    r"(?P<mark>[.!?…]{1,4})(?P<closing>[\"'”’»)\]]{0,3})\s+(?=[\"'“‘«(\[—–-]{0,3}[\p{Lu}\p{N}$£€@#])"
)
_WORD: Final = regex.compile(r"[\p{L}\p{N}.’'&-]{1,24}$")
_LETTERS: Final = regex.compile(r"(?:\p{L}\.)+\p{L}?")
_FOLLOWING: Final = regex.compile(r"\p{L}{1,12}")
_OPENERS: Final = frozenset(
    "The A An In On At He She It They We But And This That These Those His Her Their Its There When While After Before"
    " As If For From With Both Some Many Most".split()
)
"""Words that open a sentence and are rarely part of a name."""
_INITIAL: Final = regex.compile(r"(?<!\p{L})\p{Lu}$")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Split a cleaned text into sentences.

    >>> text = "Gen. J. Doe met the U.S. envoy on Feb. 5. “It went well.” He left at 5 p.m. on Monday."
    >>> [text[slice(*span)] for span in split_sentences(text)]
    ['Gen. J. Doe met the U.S. envoy on Feb. 5.', '“It went well.”', 'He left at 5 p.m. on Monday.']
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for found in _END.finditer(text):
        if found["mark"] == "." and not found["closing"] and _is_short(text, found.start(), found.end()):
            continue
        if found["mark"][0] == "…" and text[found.end()].isdigit():
            continue
        spans.append(Span(start, found.end("closing")))
        start = found.end()
    end = len(text.rstrip())
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)


def _is_short(text: str, dot: int, after: int) -> bool:
    """Tell whether a dot ends a shortened word and no sentence."""
    found = _WORD.search(text[max(0, dot - 24) : dot])
    if found is None:
        return False
    word = found[0]
    goes_before = _shortened().get(word.lower())
    if goes_before:
        return goes_before == "anything" or text[after].isdigit()
    if _LETTERS.fullmatch(word):  # "U.S", "p.m": the sentence goes on unless a word follows that only opens one
        following = _FOLLOWING.match(text, after)
        return following is None or following[0] not in _OPENERS
    return _INITIAL.search(word) is not None and word != "I"


@cache
def _shortened() -> dict[str, str]:
    """Shortened words in lower case, and what they stand before: "anything" or a "number"."""
    return dict(read_pairs("shortened_words"))
