"""What a sentence says of a count behind it: "57 of which were shot down", "55,000 troops killed".

Contract: the tokens behind the count are walked over once, at most `_REACH` of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse_attacks.grammar import MODALS, Role, is_passive
from warparse_attacks.scan import is_ing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["predicate"]

_REACH: Final = 40
_ASIDE: Final = 14
"""Tokens of what commas set apart."""
_JOINING: Final = frozenset(("with", "including", "despite", "following"))
"""Prepositions whose noun may have a predicate: "with two people being injured"."""
_SHARES: Final = frozenset(("most", "all", "some", "both", "half", "many", "several", "none"))
_APART: Final = frozenset(("including", "among", "most", "all", "mostly", "mainly", "both", "some", "one", "two", "at"))
_STATES: Final = frozenset("dead missing hurt unaccounted alive unharmed unhurt safe prisoner hostage captive".split())
_OPENS: Final = frozenset(("det", "poss", "count", "word", "obj", "pron"))
"""Kinds of tokens with which an object begins."""
_NOUNS: Final = frozenset(("word", "det", "poss", "time", "count", "adv", "obj", "quote"))
_LEADING: Final = frozenset(("expected", "due", "set", "trying", "going", "able", "seen"))
"""Words that only lead to another verb."""
_ALONE: Final = frozenset(("fall", "die", "enter"))
"""Senses of verbs with no object."""
_WITHIN: Final = frozenset(("word", "prep", "det", "poss", "obj", "time"))
_PLACING: Final = frozenset(("over", "in", "near", "above", "from", "on", "at", "off"))


def predicate(tokens: Sequence[Token], at: int, begin: int = 0) -> Role | None:
    """Find what is said of a count.

    Args:
        tokens: the sentence.
        at: the count.
        begin: where to start; right behind the count where 0.
    """
    number = begin or at + 1
    before = tokens[at - 1] if at else None
    if before is not None and before.kind == "prep" and before.low not in _JOINING:
        follows = tokens[number] if number < len(tokens) else None
        if follows is None or not (follows.kind == "verb" or follows.low in _STATES):
            return None  # what a preposition holds is no subject
    return _Walk(tokens, at).read(number)


class _Walk:
    """Walks over the tokens behind a count; used once."""

    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at
        self.helped = False
        """Whether a form of "be" or "have" was met."""
        self.negative = False
        self.aside = False
        """Whether a clause with "who" was met."""

    def read(self, number: int) -> Role | None:
        """Give the first verb or state that tells something from a token on."""
        while 0 <= number < min(len(self.tokens), self.at + _REACH):
            kind = self.tokens[number].kind
            if kind in ("be", "aux", "adv", "quote"):
                if not self._help(number):
                    return None
            elif self._is_state(number):
                return Role(number, "state", number == self.at + 1, self.negative)
            elif kind == "verb":
                found = self._said(number)
                if found is not None:
                    return found
            elif not self._is_within(number):
                if self.helped:
                    return self._placed(number)
                number = self._over(number)
                continue
            number += 1
        return None

    def _help(self, number: int) -> bool:
        """Take a helper or an adverb; tell whether the verb may still tell what was."""
        token = self.tokens[number]
        self.negative = self.negative or token.low.endswith("n't") or token.low in ("not", "never")
        if token.kind in ("be", "aux"):
            self.helped = True
            rumoured = token.low in ("may", "might", "could")
            return token.low not in MODALS or rumoured
        return True

    def _is_state(self, number: int) -> bool:
        """Tell whether a word is a state that is said: "13 are missing", "two sailors dead"."""
        near = self.helped or number == self.at + 1 or self.tokens[number - 1].kind in ("adv", "verb", "conj")
        return near and self.tokens[number].low in _STATES

    def _is_within(self, number: int) -> bool:
        """Tell whether a token belongs to a clause with "who", or is the "to" of an infinitive; note such a clause."""
        token = self.tokens[number]
        if self.aside and not self.helped and token.kind in _WITHIN:
            return True
        if self.helped:
            return token.kind == "prep" and token.low == "to"
        if token.kind == "rel" or token.low == "that":
            self.aside = self.tokens[number - 1].kind in ("count", ",", "word")
            return self.aside
        return False

    def _said(self, number: int) -> Role | None:
        """Read a verb; None where it only leads to another ("are believed to have died")."""
        token = self.tokens[number]
        verb = token.options.get("")
        if self.aside and not token.options:
            self.helped = False  # "two labourers who were sleeping there died"
            return None
        if (verb is not None and verb.senses == ("raise",)) or (verb is None and token.low in _LEADING):
            return None
        near = number == self.at + 1
        if is_ing(token) and verb is None:
            return None  # "12 drones heading for the capital had been downed"
        if is_ing(token):
            return Role(number, "subject", near, self.negative)
        if self.helped and is_passive(self.tokens, number):
            return Role(number, "passive", near=True, negative=self.negative)
        alone = verb is not None and (verb.senses[0] in _ALONE or verb.form not in ("both", "participle"))
        if alone or self.helped:
            return Role(number, "subject", near=True, negative=self.negative)
        return Role(number, "subject" if self._acts(number) else "passive", near, self.negative)

    def _acts(self, number: int) -> bool:
        """Tell whether an object stands behind a verb."""
        after = number + 1
        while after < len(self.tokens) and self.tokens[after].kind == "adv":
            after += 1
        return after < len(self.tokens) and self.tokens[after].kind in _OPENS

    def _placed(self, number: int) -> Role | None:
        """Read where a count is: "five are still under the rubble", "sixteen were over Bryansk"."""
        token = self.tokens[number]
        if token.kind != "prep":
            return None
        if token.low in ("under", "beneath"):
            return Role(number, "state", near=True)
        return Role(number, "place", near=True) if token.low in _PLACING else None

    # -- what stands between --------------------------------------------------------------------

    def _over(self, number: int) -> int:
        """Go over what may stand between a count and its verb; give the token behind it, -1 where none may."""
        kind = self.tokens[number].kind
        if kind == "prep":
            return self._over_nouns(number + 1)
        if kind == "time":
            return number + 1
        if kind == "(":
            ends = (end for end in range(number, len(self.tokens)) if self.tokens[end].kind == ")")
            return next(ends, len(self.tokens)) + 1
        if kind in (",", "conj"):
            return self._over_list(number)
        return number + 1 if kind == "word" and self.tokens[number - 1].kind in ("count", "word") else -1

    def _over_nouns(self, number: int) -> int:
        """Go over the noun phrase of a preposition."""
        while number < len(self.tokens) and self.tokens[number].kind in _NOUNS:
            if self.tokens[number].kind == "count" and self.tokens[number - 1].kind not in ("prep", "det", "poss"):
                break
            number += 1
        return number

    def _over_list(self, number: int) -> int:
        """Go over a list's next member, or over what commas set apart: ", including two children,"."""
        comma = self.tokens[number].kind == ","
        following = number + 1
        if comma and following < len(self.tokens) and self.tokens[following].kind == "conj":
            following += 1
        if following >= len(self.tokens):
            return -1
        token = self.tokens[following]
        counted = token.count
        if counted is not None and counted.part in ("", "of") and not counted.people:
            return following + 1 if counted.kind or following + 1 < len(self.tokens) else -1
        if (counted is not None and counted.people) or (token.kind in ("det", "poss") and token.low not in _SHARES):
            following += 1
            while following < len(self.tokens) and self.tokens[following].kind in ("word", "count"):
                following += 1
            return following
        if comma and (named := token.capital and token.kind == "word") | (token.low in _APART) | (counted is not None):
            return self._over_aside(following, named=named)
        return following + 1 if token.kind == "word" and not comma else -1

    def _over_aside(self, following: int, *, named: bool) -> int:
        """Go over what commas set apart: names ("two nurses, Jane Doe and Mary Roe, were"), or some of those counted."""
        for end in range(following + 1, min(following + _ASIDE, len(self.tokens) - named)):
            kind = self.tokens[end].kind
            if kind == "," and (not named or self.tokens[end + 1].kind in ("be", "aux", "verb")):
                return end + 1
            if kind in ("verb", "be", "aux") and not named and self.tokens[following].count is not None:
                return -1
        return -1
