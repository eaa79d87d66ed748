"""One paragraph read for its speakers: verbs of saying, each with its subject.

Contract: a subject is found from the phrases beside its verb: over prepositions, relative clauses and what
commas set apart. Every step looks at a bounded number of phrases.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import frozen

from warparse.segment.references import COLON, COMMA, DASH, NAME, NOUN, QUOTE, STOP, Phrase, split_phrases
from warparse.segment.words import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    ING,
    JUDGE,
    OBJECT,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    VERB,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.segment.capitals import Run
    from warparse.segment.names import Entity
    from warparse.span import Span

__all__ = ["Cue", "Paragraph"]

_STEPS: Final = 8
"""Phrases over which a search to the left goes."""
_SEGMENTS: Final = 6
"""Pieces between commas over which a subject is looked for."""
_NOMINAL: Final = frozenset((NAME, NOUN, PRONOUN))
_VERBS: Final = frozenset((VERB, SAY, JUDGE, THINK))
_HELPERS: Final = frozenset((AUXILIARY, BE))
_BREAKS: Final = frozenset((COMMA, DASH))
_ENDS: Final = frozenset((STOP, COLON, QUOTE))
_TELL: Final = frozenset(("tell", "tells", "told"))


@frozen
class Cue:
    """A verb of saying with whom it belongs to."""

    at: int
    """The number of its phrase."""
    kind: int
    """`SAY`, `JUDGE`, `THINK` or `SOURCE`."""
    subject: int
    """The number of its subject's phrase; -1 if none is told."""
    behind: bool
    """Whether the subject stands behind the verb ("said Jane Doe")."""


class Paragraph:
    """One paragraph as phrases and cues; made once and read from left to right."""

    def __init__(
        self, text: str, offset: int, quotes: tuple[Span, ...], runs: Sequence[Run], named: Sequence[Entity | None]
    ) -> None:
        """Read the phrases and cues of a paragraph."""
        self.text = text
        self.phrases = split_phrases(text, quotes, offset, runs, named)
        self.stops = [number for number, phrase in enumerate(self.phrases) if phrase.kind == STOP]
        self._subjects: dict[int, int] = {}
        self.cues = [
            self._read_cue(number) for number, phrase in enumerate(self.phrases) if SAY <= phrase.kind <= SOURCE
        ]
        self._at = [cue.at for cue in self.cues]

    def between(self, low: int, high: int) -> list[Cue]:
        """Give the cues among some phrases."""
        return self.cues[bisect_left(self._at, low) : bisect_left(self._at, high)]

    def sentence(self, at: int) -> tuple[int, int]:
        """Give where the sentence of a phrase begins and ends, in phrases."""
        number = bisect_left(self.stops, at)
        low = self.stops[number - 1] + 1 if number else 0
        return low, self.stops[number] if number < len(self.stops) else len(self.phrases)

    # -- cues ---------------------------------------------------------------------------------

    def _kind(self, at: int) -> int:
        return self.phrases[at].kind if 0 <= at < len(self.phrases) else STOP

    def _read_cue(self, at: int) -> Cue:
        phrase = self.phrases[at]
        kind = phrase.kind
        if kind == SOURCE:
            return Cue(at, kind, self._behind(at), behind=True)
        if self._is_passive(at):
            agent = next((by for by in range(at + 1, at + 5) if self._kind(by) == PREPOSITION and self.phrases[by].word == "by"), -1)
            return Cue(at, kind, self._behind(agent) if agent > 0 else -1, behind=agent > 0)
        before = self._kind(at - 1)
        after_quote = before == QUOTE or (before == COMMA and self._kind(at - 2) == QUOTE)
        if after_quote and phrase.word not in _TELL and not phrase.flags & ING:
            subject = self._behind(at)
            if subject >= 0:
                return Cue(at, kind, subject, behind=True)
        subject = self.subject(at)
        if subject < 0 and before in (COMMA, DASH, STOP, COLON) and phrase.word not in _TELL and not phrase.flags & ING:
            subject = self._behind(at)
            return Cue(at, kind, subject, behind=subject >= 0)
        return Cue(at, kind, subject, behind=False)

    def _is_passive(self, at: int) -> bool:
        """Tell whether a verb is passive: behind a form of "be", or a judgment "of" or "by" somebody."""
        phrase = self.phrases[at]
        if phrase.flags & ING:
            return False
        helper = at - 1
        if self._kind(helper) == BE:
            return True
        following = self.phrases[at + 1] if at + 1 < len(self.phrases) else None
        if following is None or following.kind != PREPOSITION:
            return False
        return following.word == "by" or (
            phrase.kind == JUDGE and following.word == "of" and not phrase.word.endswith(" of")
        )

    # -- subjects before the verb -------------------------------------------------------------

    def subject(self, at: int) -> int:
        """Find the subject of a verb in front of it; -1 if there is none."""
        known = self._subjects.get(at)
        if known is None:
            known = self._subjects[at] = self._find_subject(at)
        return known

    def _find_subject(self, at: int) -> int:
        phrases = self.phrases
        i = at - 1
        while self._kind(i) in _HELPERS:
            i -= 1
        kind = self._kind(i)
        if kind == PREPOSITION:
            return self._governing(i)
        if kind in _VERBS:
            return self.subject(i)
        if kind == CONJUNCTION:
            return self._conjoined(i)
        if kind in _BREAKS:
            return self._governing(i) if phrases[at].flags & ING else self._parenthetical(i)
        if kind == RELATIVE or (kind == SUBORDINATOR and phrases[i].word == "that"):
            return self._antecedent(i)
        if kind == SUBORDINATOR and phrases[i].word == "as":
            return self._reported(i)
        if kind in _NOMINAL and not phrases[i].owned:
            return self._free(i)
        return -1

    def _governing(self, at: int) -> int:
        """Give the subject of the verb on which an infinitive or a participle hangs: "refused to call", ", calling it"."""
        for i in range(at - 1, max(at - 30, -1), -1):
            kind = self._kind(i)
            if kind == STOP:
                break
            if kind in _VERBS and not self.phrases[i].flags & ING:
                subject = self.subject(i)
                if subject >= 0:
                    return subject
        return -1

    def _conjoined(self, at: int) -> int:
        """Give the subject of the verb before an "and": that of a saying before others."""
        found = -1
        for i in range(at - 1, max(at - 30, -1), -1):
            kind = self._kind(i)
            if kind == STOP:
                break
            if kind in _VERBS and not self.phrases[i].flags & ING:
                subject = self.subject(i)
                if subject >= 0 and kind != VERB:
                    return subject
                found = subject if found < 0 else found
        return found

    def _reported(self, at: int) -> int:
        """Give whom somebody quotes "as saying"."""
        i = at - 1
        if self._kind(i) in _VERBS:
            return self._find_subject(i)
        if self._kind(i) in (NAME, NOUN, PRONOUN, OBJECT):
            if self._kind(i - 1) == PREPOSITION:
                return self.subject(i - 2) if self._kind(i - 2) in _VERBS else -1
            return i
        return -1

    def _free(self, at: int) -> int:
        """Give the noun phrase on which the one in front of a verb hangs: "the head of the region said"."""
        i = at
        for _ in range(_STEPS):
            before = self._kind(i - 1)
            if before == PREPOSITION:
                if self._kind(i - 2) in (NAME, NOUN):
                    i -= 2
                    continue
                if self._kind(i - 2) in _VERBS:
                    return self._over_verb(i - 2, i)
            elif before in _VERBS:
                return self._over_verb(i - 1, i)
            break
        return i

    def _over_verb(self, verb: int, at: int) -> int:
        """Give whom a clause beside the subject is about: "the man who met Jane", "an official speaking in Kyiv"."""
        i = verb - 1
        while self._kind(i) in _HELPERS or self._kind(i) in _VERBS:
            i -= 1
        kind = self._kind(i)
        if kind == RELATIVE or (kind == SUBORDINATOR and self.phrases[i].word == "that"):
            return self._antecedent(i)
        reduced = self.phrases[verb].flags & ING or (self.phrases[verb].word.endswith("ed") and self._kind(verb + 1) == PREPOSITION)
        return self._free(i) if kind in (NAME, NOUN) and reduced else at

    def _antecedent(self, at: int) -> int:
        """Give whom "who" means."""
        i = at - 1
        while self._kind(i) in _BREAKS:
            i -= 1
        return self._free(i) if self._kind(i) in (NAME, NOUN) else -1

    def _parenthetical(self, comma: int) -> int:
        """Find the subject that commas part from its verb: "Jane Doe, 34, a nurse who fled, said"."""
        right, furthest, skipped = comma, -1, False
        for _ in range(_SEGMENTS):
            left = right - 1
            while left >= 0 and self._kind(left) not in _BREAKS and self._kind(left) not in _ENDS:
                left -= 1
            opening = self._kind(left + 1)
            if left + 1 == right:
                skipped = True
            elif opening in _NOMINAL:
                if not self._is_plain(left + 1, right):
                    if furthest < 0 and skipped and self._kind(right - 1) in _NOMINAL:
                        furthest = self._free(right - 1)
                    break
                if opening == NAME:
                    return left + 1
                furthest = left + 1
            else:
                skipped = True
            if left < 0 or self._kind(left) in _ENDS:
                break
            right = left
        return furthest

    def _is_plain(self, low: int, high: int) -> bool:
        """Tell whether a stretch is a noun phrase with what hangs on it and no clause of its own."""
        for i in range(low, high):
            kind = self._kind(i)
            if kind in (RELATIVE, SUBORDINATOR) or (kind in _VERBS and self.phrases[i].flags & ING):
                return True
            if kind in _HELPERS or kind in _VERBS:
                return False
        return True

    # -- subjects behind the verb -------------------------------------------------------------

    def _behind(self, at: int) -> int:
        """Find the subject right behind a verb; a name goes before the description that leads to it."""
        i = at + 1
        if self._kind(i) not in _NOMINAL or self.phrases[i].owned:
            return -1
        if self._kind(i) != NOUN:
            return i
        following = i + 1
        while self._kind(following) == PREPOSITION and self._kind(following + 1) in (NAME, NOUN):
            following += 2
        named = following + 1
        if self._kind(following) == COMMA and self._kind(named) == NAME and not self.phrases[named].owned:
            return named
        return i

    # -- references ---------------------------------------------------------------------------

    def described(self, at: int) -> str:
        """Give a noun phrase as it is written, its article left out, with what tells where the people or body belong."""
        phrase = self.phrases[at]
        end = phrase.end
        i = at
        for _ in range(2):
            link = self.phrases[i + 1] if self._kind(i + 1) == PREPOSITION else None
            if link is None or link.word not in ("of", "for", "at", "in", "from", "to") or self._kind(i + 2) not in (NAME, NOUN):
                break
            other = self.phrases[i + 2]
            if other.head == PAPER or other.owned:
                break
            end = other.end
            i += 2
        return self.text[phrase.first : end]


def is_plural(phrase: Phrase) -> bool:
    """Tell whether a noun phrase means several."""
    return phrase.word.endswith("s") and not phrase.word.endswith("ss")
