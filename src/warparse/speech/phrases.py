"""Noun phrases, verbs and small words: chunks, grown word by word.

Contract: one word at a time, from left to right; a word is judged by its class, by what is open before it and by
the one word behind it. Adverbs, times and numbers are left out, so that what belongs together stands together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from warparse.lexicon.words import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CLASS,
    CONJUNCTION,
    DETERMINER,
    ING,
    MAYBE,
    NUMBER,
    OBJECT,
    OTHER,
    PAPER,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    THINK,
    TIME,
    VERB,
    classes,
    composites,
    nouns,
    states,
)
from warparse.speech.chunks import COMMA, HIDDEN, NAME, NOUN, QUOTE, STATE, STOP, Chunk, NounPhrase

__all__ = ["OPENING", "UNKNOWN", "PhraseBuilder"]

UNKNOWN: Final = 27
"""A word that no list knows; no class of words with its flags has the number."""
OPENING: Final = " \t\xa0“\"‘'«„(*_"
"""What may stand before the first word of a sentence."""
_FOLLOWING: Final = re.compile(r"\s([\w'-]+)")
_FIRM: Final = frozenset((PEOPLE, BODY, STATE))
_MEASURES: Final = frozenset((TIME, NUMBER))
_PLAIN_BEFORE: Final = frozenset((PEOPLE, BODY, PAPER))
_SEVERAL: Final = frozenset(
    ("police", "people", "men", "women", "troops", "clergy", "media", "spokespeople", "children")
)
_UNCOUNTED: Final = frozenset(
    "news arms sports customs goods operations communications affairs rights sales services systems forces logistics politics physics economics"
    " headquarters emergencies relations resources investigations intelligence years months weeks days hours minutes".split()
)
"""Nouns in "-s" before another noun."""
_ALONE: Final = frozenset("one another some others both many most few several all each neither either".split())
_BEHIND_VERB: Final = frozenset((DETERMINER, POSSESSIVE, OBJECT, PREPOSITION, ADVERB))
_HAVE: Final = frozenset("have has had having hasn't haven't hadn't".split())
_SUBJECTS: Final = frozenset((NAME, PRONOUN, RELATIVE))
_BEFORE_PAST: Final = frozenset((AUXILIARY, BE, CONJUNCTION, SUBORDINATOR, QUOTE, COMMA))
_BEFORE_OBJECT: Final = frozenset((DETERMINER, POSSESSIVE, PRONOUN, OBJECT))
_HAVING: Final = frozenset(("d", "ve", "ll"))
"""What "'d", "'ve" and "'ll" shorten stands before another verb."""
_DEEDS: Final = frozenset("meeting briefing hearing gathering bombing shelling".split())
"""Forms in -ing that end a noun phrase, unless they have an object: "the Geneva meeting"."""
_LONGEST_ADVERB: Final = 4


@cache
def _doubles() -> dict[str, int]:
    """Nouns and states of two words that no word of theirs tells: "think tank", "saudi arabia"."""
    table = {noun: kind for noun, kind in nouns().items() if " " in noun}
    return {**table, **{state.lower(): STATE for state in states() if state.count(" ") == 1}}


@cache
def _seconds() -> frozenset[str]:
    return frozenset(pair.partition(" ")[2] for pair in _doubles())


class PhraseBuilder:
    """Makes the chunks of one paragraph; used once."""

    def __init__(self, masked: str) -> None:
        """Start with a paragraph whose quotes are hidden."""
        self.masked = masked
        self.table = classes()
        self.pairs = composites()
        self.nouns = nouns()
        self.seconds = _seconds()
        self.done = 0
        """Where reading goes on."""
        self.chunks: list[Chunk] = []
        self.open: NounPhrase | None = None
        self.firm = False
        """Whether the open noun phrase has a word that may be its noun."""
        self.part = ""
        """The word before "of" that takes a part of what follows: "one"."""

    def close(self) -> None:
        """Close the open noun phrase; times and numbers go, with the preposition before them."""
        phrase, self.open = self.open, None
        if phrase is None:
            return
        if phrase.head in _MEASURES and not phrase.owner and not phrase.owned:
            if self.chunks and self.chunks[-1].kind == PREPOSITION:
                self.chunks.pop()
            return
        if not phrase.word and phrase.article in ("his", "her"):
            phrase.kind, phrase.word = OBJECT, phrase.article
        self.chunks.append(phrase)

    def noun(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a word to the open noun phrase, or open one."""
        phrase = self.open
        if phrase is None:
            phrase = self.open = NounPhrase(start, end, self.part, start)
            self.part = ""
        else:
            if phrase.owned:
                phrase.owner, phrase.owned, phrase.kind, phrase.holder = phrase.end, False, NOUN, phrase.entity
            elif phrase.kind == NAME:
                phrase.kind, phrase.entity = NOUN, None  # "a Trump official"
            if not phrase.word:
                phrase.first = start
            elif kind == OTHER and low in self.seconds:
                kind = _doubles().get(f"{phrase.word} {low}", OTHER)
            phrase.end = end
        phrase.word, phrase.head, phrase.last = low, kind, start
        self.firm = True

    def unknown(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a word that no list knows: an adverb or a verb by its end, else a noun or an adjective."""
        final = low[-1]
        if final == "y" and kind == UNKNOWN and low.endswith("ly") and len(low) > _LONGEST_ADVERB:
            return
        if (final in "ds" or self.open is None) and self._is_verb(low):
            self.plain(low, VERB, start, end)
        else:
            self.noun(low, OTHER, start, end)

    def measure(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a time or a number: those that end a phrase stand by themselves."""
        phrase = self.open
        if phrase is not None and phrase.head == TIME == kind:
            phrase.end = end
            return
        if phrase is not None and self.firm:
            self.close()
        self.noun(low, kind, start, end)
        self.firm = False

    def name(self, low: str, _kind: int, start: int, end: int) -> None:
        """Add a word in capitals that no list knows, or of a state's people: a noun or an adjective."""
        self.noun(low, OTHER, start, end)

    def _is_verb(self, low: str) -> bool:
        """Tell whether an unknown word is a verb: behind a name or pronoun, or in "-ed" behind a noun."""
        phrase = self.open
        if phrase is not None:
            if phrase.kind == NAME and not phrase.owned:
                return low.endswith(("ed", "s"))
            return low.endswith("ed") and (self.firm or phrase.head == TIME) and not phrase.owned
        last = self.chunks[-1].kind if self.chunks else COMMA
        return last in _SUBJECTS or (low.endswith("ed") and last in _BEFORE_PAST)

    def verb(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a verb, unless the words before it make it a noun or an adjective."""
        phrase = self.open
        second = self.pairs.get(low)
        if second is not None:
            following = _FOLLOWING.match(self.masked, end)
            if following is not None and following[1] in second:
                kind, low, end = second[following[1]] & ~MAYBE, f"{low} {following[1]}", following.end()
                self.done = end
        if phrase is not None and low == "turned" and phrase.head == PEOPLE:
            following = _FOLLOWING.match(self.masked, end)
            if following is not None and self.nouns.get(following[1]) == PEOPLE:
                self.done = phrase.end = following.end()  # "the general turned diplomat"
                phrase.first = phrase.last = following.start(1)
                phrase.word = following[1]
                return
        if phrase is not None and not self.firm and SAY <= kind <= THINK and self._stands_alone(phrase, end):
            self.firm = True
        if phrase is not None:
            if self._goes_on(phrase, low, kind, end):
                self.noun(low, self.nouns.get(low, OTHER), start, end)
                self.firm = kind & (MAYBE | ING) != 0
                return
        elif (kind & MAYBE and not self._expects_verb(low, end)) or (kind == VERB and self._is_adjective(low, end)):
            self.noun(low, self.nouns.get(low, OTHER), start, end)
            return
        self.plain(low, kind, start, end)

    def _goes_on(self, phrase: NounPhrase, low: str, kind: int, end: int) -> bool:
        """Tell whether a verb's form goes on with the open noun phrase."""
        if (not self.firm and phrase.head != TIME) or phrase.owned:
            return True
        if kind & MAYBE and f"{phrase.word} {low.removesuffix('s')}" in _doubles():
            return True  # "member states"
        if low in _DEEDS and phrase.head != PEOPLE:
            return not self._has_object(end)
        return kind & MAYBE != 0 and phrase.kind != NAME and self._is_noun(low, kind, end)

    def _is_adjective(self, low: str, end: int) -> bool:
        """Tell whether a past form that opens a sentence tells what somebody is: "Retired Gen. Doe", "Wounded men"."""
        if low[-2:] != "ed" or (self.chunks and self.chunks[-1].kind != STOP):
            return False
        following = _FOLLOWING.match(self.masked, end)
        word = following[1] if following is not None else ""
        return word[:1].isupper() or word in self.nouns

    def _stands_alone(self, phrase: NounPhrase, end: int) -> bool:
        """Tell whether an article or number means people by itself, a verb of saying behind it: "one said that ..."."""
        if (
            phrase.owned
            or (phrase.word and phrase.head != NUMBER)
            or (not phrase.word and phrase.article not in _ALONE)
        ):
            return False
        following = _FOLLOWING.match(self.masked, end)
        return following is None or self._takes_clause(end) or self.table.get(following[1], 0) in _BEHIND_VERB

    def _is_noun(self, low: str, kind: int, end: int) -> bool:
        """Tell whether a form that is a noun too goes on with the open noun phrase."""
        head = self.open.head if self.open is not None else OTHER
        if kind & CLASS == VERB and self.nouns.get(low):
            return True  # "the army head", "the police command"
        if low[-1] != "s" and self.open is not None and head in _PLAIN_BEFORE and self.open.word[-1] != "s":
            # "a text message": a plain form has a plural before it, or before "of"
            return self.open.word not in _SEVERAL and not self._belongs_to_several()
        if kind & CLASS != VERB:
            return head not in _FIRM and (head == OTHER or not self._takes_clause(end))
        if head == OTHER:
            return not self._agrees(low, end)
        if head == STATE and low[-1] != "s" and self.chunks and self.chunks[-1].kind == CONJUNCTION:
            return False  # "Kyiv and Moscow prepare"
        return not (head == PEOPLE and low[-1] == "s") and not self._takes_clause(end)

    def _agrees(self, low: str, end: int) -> bool:
        """Tell whether a plain form has a plural before it and behind it what follows a verb: "her eyes fill with tears"."""
        word = self.open.word if self.open is not None and self.open.article not in ("a", "an") else ""
        if low[-1] == "s" or word[-1:] != "s" or word[-2:] in ("ss", "us", "is") or word in _UNCOUNTED:
            return False
        following = _FOLLOWING.match(self.masked, end)
        return following is not None and self.table.get(following[1], 0) in _BEHIND_VERB

    def _belongs_to_several(self) -> bool:
        """Tell whether the open noun phrase hangs on several people: "fighters of the army"."""
        several = self.chunks[-2] if len(self.chunks) > 1 and self.chunks[-1].word == "of" else None
        return several is not None and several.head == PEOPLE and several.word[-1] == "s"

    def _expects_verb(self, low: str, end: int) -> bool:
        """Tell whether a form that is a noun too stands where a verb does."""
        last = self.chunks[-1] if self.chunks else None
        if last is None:
            return False
        kind = last.kind
        if kind in _SUBJECTS:
            return True
        if kind == AUXILIARY or (kind == PREPOSITION and last.word == "to"):
            return (low[-1] != "s" or low.endswith("ss")) and last.word not in _HAVE
        if low[-1] != "s" or self.masked.startswith(" of ", end):
            return False  # "that reports of a deal were ..."
        if kind == QUOTE or (kind == SUBORDINATOR and last.word == "that"):
            return True
        return kind in (COMMA, CONJUNCTION) and (self._takes_clause(end) or self._is_apposed(end))

    def _is_apposed(self, end: int) -> bool:
        """Tell whether a comma ends an apposition, and a preposition stands behind: "Israel's envoy, Jane Doe, holds up"."""
        following = _FOLLOWING.match(self.masked, end)
        named = len(self.chunks) > 2 and self.chunks[-2].kind == NAME and self.chunks[-3].kind == COMMA
        return named and following is not None and self.table.get(following[1], 0) in (PREPOSITION, ADVERB)

    def _has_object(self, end: int) -> bool:
        """Tell whether what a verb acts on stands right behind it: a name, an article, a pronoun."""
        following = _FOLLOWING.match(self.masked, end)
        return following is not None and (
            following[1][0].isupper() or self.table.get(following[1], 0) in _BEFORE_OBJECT
        )

    def _takes_clause(self, end: int) -> bool:
        """Tell whether what follows a word is what follows a verb: a name, an article, "that", a colon, a quote."""
        following = _FOLLOWING.match(self.masked, end)
        if following is None:
            return self.masked[end : end + 4].lstrip(OPENING + ":,")[:1] == HIDDEN or self.masked[end : end + 1] == ":"
        word = following[1]
        return word == "that" or word[0].isupper() or self.table.get(word, 0) in _BEFORE_OBJECT

    def article(self, low: str, _kind: int, start: int, end: int) -> None:
        """Open a noun phrase with its article or possessive."""
        if low == "no" and self.masked.startswith(" longer ", end):
            self.done = end + 7
            return
        if self.open is not None:
            self.close()
        if low == "whose":
            self.chunks.append(Chunk(RELATIVE, start, end, low))
            low = ""
        self.open = NounPhrase(start, end, self.part or low, end)
        self.firm, self.part = False, ""

    def skip(self, _low: str, _kind: int, _start: int, _end: int) -> None:
        """Leave out an adverb."""

    def plain(self, low: str, kind: int, start: int, end: int) -> None:
        """Close what is open and add a chunk of one word."""
        if kind == OBJECT and low.endswith(("self", "selves")) and self._stresses():
            return
        if self.open is not None:
            self.close()
        if self.part:
            if kind == OBJECT:
                self.chunks.append(NounPhrase(start, end, self.part, end))  # "one of them"
                self.part = ""
                return
            self.part = ""
        if kind == PRONOUN and "'" in low:
            low, _, rest = low.partition("'")
            self.chunks.append(Chunk(RELATIVE if low == "who" else PRONOUN, start, start + len(low), low))
            kind, low = (AUXILIARY if rest in _HAVING else BE), rest
        self.chunks.append(Chunk(kind & CLASS, start, end, low, kind & ~CLASS))

    def _stresses(self) -> bool:
        """Tell whether "himself" stresses what stands right before it: "the mayor himself said"."""
        return self.open is not None or (bool(self.chunks) and self.chunks[-1].kind == PRONOUN)

    def preposition(self, low: str, _kind: int, start: int, end: int) -> None:
        """Add a preposition; "of" goes on with what it takes a part of."""
        if low == "of":
            phrase = self.open
            if phrase is not None and not self.firm:
                self.open = None  # "one of the villagers", "some of them"
                self.part = "one" if "one" in (phrase.article, phrase.word) else ""
                return
            if phrase is None and self.chunks and self.chunks[-1].word == "because":
                self.chunks[-1].kind = PREPOSITION
                return
        if self.open is not None:
            self.close()
        self.chunks.append(Chunk(PREPOSITION, start, end, low))
