"""The states to which places belong: by their own names, by what the document tells, by general knowledge.

Contract: what the document tells goes before general knowledge; a place that is told to be occupied belongs to nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.nations import find_state, is_adjective
from warparse_attacks.vocabulary import state_of, towns, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.places import Place
    from warparse_attacks.scan import Token

__all__ = ["Homes"]

_HELD: Final = ("occupied", "annexed", "-held", "-controlled")


class Homes:
    """The states of the places that a document names."""

    def __init__(self) -> None:
        """Open a document."""
        self._told: dict[str, str] = {}
        self._held: set[str] = set()

    def learn(self, tokens: Sequence[Token], places: Sequence[Place]) -> None:
        """Take up what a sentence tells: "the Israeli city of Holon", "Ukraine's Sumy region", "in Holon, Israel"."""
        for place in places:
            named = tokens[place.at + 1 : place.end]
            if any(token.low.endswith(_HELD) for token in named):
                self._held.add(place.name)
                continue
            states = (state_of(token.word) for token in named if token.own or is_adjective(token.word))
            state = next((state for state in states if state), None) or _behind(tokens, place.end)
            if state is not None and place.name not in towns() and state_of(place.name) is None:
                self._told.setdefault(place.name, state)

    def find(self, place: str) -> str | None:
        """Give the state to which a place belongs; None where nobody tells.

        >>> Homes().find("Kharkiv Oblast"), Homes().find("northern Israel"), Homes().find("Black Sea")
        ('Ukraine', 'Israel', None)
        >>> Homes().find("Tripoli")
        'Libya'
        """
        if place in self._held:
            return None
        if (state := self._told.get(place) or towns().get(place) or state_of(place)) is not None:
            return state
        bare = " ".join(word for word in place.split() if word[:1].isupper() and word.lower() not in words("region"))
        found = self._told.get(bare) or towns().get(bare.replace("’", "'"))
        return found or next(
            (state for word in place.split() if word[:1].isupper() and (state := state_of(word))), None
        )


def _behind(tokens: Sequence[Token], end: int) -> str | None:
    """Give the state that a comma sets behind a place: "in Holon, Israel"."""
    if end + 1 >= len(tokens) or tokens[end].kind != ",":
        return None
    word = tokens[end + 1].word
    following = tokens[end + 2].kind if end + 2 < len(tokens) else ","
    return word if find_state(word) == word and following in (",", "mark", "conj", ")") else None
