"""Verbs and their subjects: who does what in a sentence.

Contract: a subject is found from the chunks beside its verb: over prepositions, relative clauses and what
commas set apart. Every step looks at a bounded number of chunks, and no question leads to more than a few others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import (
    AUXILIARY,
    BE,
    BODY,
    CONJUNCTION,
    ING,
    JUDGE,
    MAYBE,
    OBJECT,
    PAPER,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    VERB,
    nouns,
)
from warparse.speech.chunks import CAPITAL, COMMA, DASH, NAME, NOUN, QUOTE, STATE, STOP
from warparse.speech.lists import ENDS, STEPS, find_led, is_joint

if TYPE_CHECKING:
    from warparse.speech.chunks import Chunk

__all__ = ["BREAKS", "ENDS", "HELPERS", "NOMINAL", "NOUNS", "STEPS", "VERBS", "Clauses"]

_REACH: Final = 30
"""Chunks over which a verb is looked for that another hangs on."""
_PIECES: Final = 6
"""Pieces between commas over which a subject is looked for."""
_LONGEST: Final = 40
"""Chunks of such a piece."""
_DEEPEST: Final = 10
"""Verbs of one sentence that may hang on each other."""
_BEYOND: Final = 12
"""Places behind the last chunk that may be asked for; in front of the first one these are the same."""
NOUNS: Final = frozenset((NAME, NOUN))
NOMINAL: Final = frozenset((NAME, NOUN, PRONOUN))
VERBS: Final = frozenset((VERB, SAY, JUDGE, THINK))
HELPERS: Final = frozenset((AUXILIARY, BE))
BREAKS: Final = frozenset((COMMA, DASH))
_EDGES: Final = BREAKS | ENDS
_ACTIONS: Final = VERBS | HELPERS
_SPEAKING: Final = frozenset((SAY, JUDGE, THINK))
_SOMEBODY: Final = frozenset((PEOPLE, BODY, STATE, CAPITAL, PAPER))
_COPULAS: Final = frozenset(
    "remain remains remained seem seems seemed appear appears appeared become becomes became".split()
)
_TIMELY: Final = frozenset(("after", "before", "since", "until", "till", "than"))


class Clauses:
    """The chunks of a paragraph, and the subjects of their verbs."""

    def __init__(self, text: str, chunks: list[Chunk]) -> None:
        """Take up a paragraph.

        Args:
            text: the paragraph.
            chunks: its chunks, in order.
        """
        self.text = text
        self.chunks = chunks
        self.kinds = [chunk.kind for chunk in chunks] + [STOP] * _BEYOND
        """The kinds of the chunks, and stops behind the last and in front of the first."""
        self._stops: list[int] = []
        self.quoted: list[int] = []
        """The numbers of the quotes."""
        self.telling: list[int] = []
        """The numbers of what may give somebody's words: verbs of saying, and nouns such as "statement"."""
        for number, chunk in enumerate(chunks):
            kind = chunk.kind
            if kind == NOUN:
                if chunk.head == PAPER:
                    self.telling.append(number)
            elif SAY <= kind <= SOURCE:
                self.telling.append(number)
            elif kind == STOP:
                self._stops.append(number)
            elif kind == QUOTE:
                self.quoted.append(number)
        self._subjects: dict[int, int] = {}
        self._depth = 0

    def find(self, offset: int) -> int:
        """Give the chunk that holds a place in the text, or the first one behind it."""
        return bisect_right(self.chunks, offset, key=attrgetter("end"))

    def sentence(self, at: int) -> tuple[int, int]:
        """Give where the sentence of a chunk begins and ends, in chunks."""
        number = bisect_left(self._stops, at)
        low = self._stops[number - 1] + 1 if number else 0
        return low, self._stops[number] if number < len(self._stops) else len(self.chunks)

    # -- what a chunk is ----------------------------------------------------------------------

    def is_that(self, at: int) -> bool:
        """Tell whether a chunk is "who", "which" or the "that" of a clause."""
        return self.kinds[at] == RELATIVE or (self.kinds[at] == SUBORDINATOR and self.chunks[at].word == "that")

    def is_participle(self, at: int) -> bool:
        """Tell whether a verb ends in -ing."""
        return self.chunks[at].flags & ING != 0

    def is_somebody(self, at: int) -> bool:
        """Tell whether a chunk may mean a person or an institution."""
        kind = self.kinds[at]
        return kind in (NAME, PRONOUN) or (kind == NOUN and self.chunks[at].head in _SOMEBODY)

    def is_embedded(self, subject: int, verb: int) -> bool:
        """Tell whether a verb stands in a clause within another, by what stands before its subject."""
        if subject < verb and RELATIVE in self.kinds[subject + 1 : verb]:
            return True
        before = self.kinds[subject - 1]
        if before in (RELATIVE, SUBORDINATOR):
            return True
        return before in _SPEAKING and (self.kinds[verb] != SAY or self.kinds[verb - 1] == AUXILIARY)

    # -- subjects -----------------------------------------------------------------------------

    def subject(self, at: int) -> int:
        """Find the subject of a verb in front of it; -1 if there is none."""
        known = self._subjects.get(at)
        if known is None:
            known = self._subjects[at] = self.doer(at)
        return known

    def doer(self, at: int) -> int:
        """Find what stands in front of a verb as its subject, of a passive verb too."""
        if self._depth > _DEEPEST:
            return -1
        self._depth += 1
        found = self._find_doer(at)
        self._depth -= 1
        return found

    def _find_doer(self, at: int) -> int:
        kinds, i = self.kinds, at - 1
        while kinds[i] in HELPERS and i > 0:
            i -= 1
        kind = kinds[i]
        if kind in NOMINAL:
            if self.chunks[i].owned:
                return -1
            return i if kind == NAME and self.is_participle(at) else self._free(i)
        if kind in BREAKS:
            found = -1 if self.is_participle(at) else self.parenthetical(i)
            return found if found >= 0 else self._governing(i)
        return self._linked(at, i)

    def _linked(self, at: int, i: int) -> int:
        """Find the subject of a verb behind a small word or another verb."""
        kind = self.kinds[i]
        if kind == PREPOSITION:
            return self._infinitive(i) if self.chunks[i].word == "to" else self._governing(i)
        if kind == CONJUNCTION:
            return self._governing(i)
        if kind in VERBS:
            return self.subject(i)
        if self.is_that(i):
            return self._antecedent(i)
        if kind == SUBORDINATOR and self.chunks[i].word == "as":
            return self._reported(i)
        if kind == SUBORDINATOR and self.is_participle(at):
            return self._governing(i)  # "after meeting Jane"
        return i if kind == OBJECT and self.is_participle(at) else -1

    def _governing(self, at: int) -> int:
        """Give the subject of the verb on which another hangs: ", calling it", "and said", "by saying".

        That of the sentence's own clause goes before that of a clause within it.
        """
        within = -1
        for i in range(at - 1, max(at - _REACH, -1), -1):
            kind = self.kinds[i]
            if kind == STOP:
                break
            alone = kind == BE and self.kinds[i + 1] not in _ACTIONS
            if alone or (kind in VERBS and self.is_participle(i) == (self.kinds[i - 1] == BE)):
                subject = self.subject(i)
                if subject >= 0 and self.is_somebody(subject):
                    if not self.is_embedded(subject, i):
                        return subject
                    within = subject if within < 0 else within
        return within

    def _infinitive(self, at: int) -> int:
        """Give who does what stands behind "to": "prompted Jane to say", "refused to say", "is alleged to have said"."""
        i = at - 1
        kind, before = self.kinds[i], self.kinds[i - 1]
        if kind in (NAME, NOUN, OBJECT) and before in VERBS and self.is_somebody(i):
            return i
        if kind in HELPERS:
            return self.doer(i)  # "is likely to say"
        if kind == NOUN and not self.chunks[i].article and (before == BE or self.chunks[i - 1].word in _COPULAS):
            return self.doer(i - 1)  # "is ready to say"
        if kind == NOUN and before == AUXILIARY:
            return self.doer(i - 1)  # "has no plans to say"
        return self.doer(i) if kind in VERBS and before == BE else self._governing(at)

    def _reported(self, at: int) -> int:
        """Give whom somebody quotes "as saying"."""
        i = at - 1
        kind = self.kinds[i]
        if kind in VERBS:
            return self.doer(i)
        if kind not in (NAME, NOUN, PRONOUN, OBJECT):
            return -1
        if self.kinds[i - 1] != PREPOSITION:
            return i
        return self.doer(i - 2) if self.kinds[i - 2] in VERBS else -1

    # -- the noun phrase in front of a verb ---------------------------------------------------

    def _free(self, at: int) -> int:
        """Give the noun phrase on which the one in front of a verb hangs: "the head of the region said"."""
        if self._depth > _DEEPEST:
            return at
        self._depth += 1
        found = self._find_free(at)
        self._depth -= 1
        return found

    def _find_free(self, at: int) -> int:
        kinds, i = self.kinds, at
        if kinds[at] == NAME and kinds[at - 1] == kinds[at - 3] == NOUN and self.chunks[at - 2].word == "of":
            return at if (found := self._free(at - 3)) == at - 3 else found  # "led by secretary of state Jane Doe"
        for _ in range(STEPS):
            before, further = kinds[i - 1], kinds[i - 2]
            if before == PREPOSITION and not self._ends_title(i):
                if further in NOUNS:
                    i -= 2
                    continue
                if further in VERBS:
                    return self._over_verb(i - 2, i)
            elif before in VERBS:
                return self._over_verb(i - 1, i)
            elif before == SUBORDINATOR and further in VERBS and self.is_that(i - 3):
                return self._over_verb(i - 2, i)  # "the body that looks after prisoners"
            elif before == CONJUNCTION and is_joint(self.kinds, self.chunks, i):
                return i - 2
            elif before == CONJUNCTION and (first := find_led(self.kinds, self.chunks, i)) >= 0:
                i = first
                continue
            break
        return i

    def _ends_title(self, at: int) -> bool:
        """Tell whether a name stands behind the rest of a title: "Secretary of State Jane Doe"."""
        chunk = self.chunks[at]
        if chunk.kind != NAME or chunk.first >= chunk.last or self.chunks[at - 1].word != "of":
            return False
        word = self.text[chunk.first : chunk.last].split()[-1]
        return word[0].isupper() and nouns().get(word.lower()) != PEOPLE

    def _over_verb(self, verb: int, at: int) -> int:
        """Give whom a clause beside the subject is about: "the man who met Jane", "an official speaking in Kyiv"."""
        i = verb - 1
        while i > 0 and verb - i < STEPS and (self.kinds[i] in _ACTIONS or self.chunks[i].word == "to"):
            i -= 1
        if self.is_that(i):
            return self._antecedent(i)
        word = self.chunks[verb]
        bare = word.word.endswith("ed") or (word.flags & MAYBE and word.word[-1] != "s")  # "a source close to"
        reduced = word.flags & ING or (bare and self.kinds[verb + 1] == PREPOSITION)
        if word.flags & ING and self.kinds[i] == PREPOSITION and self.kinds[at] == NOUN:
            i -= 1  # "the centre for countering disinformation"
        return self._free(i) if self.kinds[i] in NOUNS and reduced else at

    def _antecedent(self, at: int) -> int:
        """Give whom "who" means: the nearest person in front of it, else what the noun in front hangs on."""
        i = at - 1
        while self.kinds[i] in BREAKS and i > 0:
            i -= 1
        if self.kinds[i] not in NOUNS:
            return -1
        furthest = self._free(i)
        people = self.chunks[at].word != "which"
        for near in range(i, furthest - 1, -1):
            chunk = self.chunks[near]
            if chunk.kind == NAME or chunk.head == PEOPLE or (not people and chunk.head in (BODY, STATE)):
                return near - 2 if self._is_named(near - 2) else near
        if people or self.kinds[at - 1] != COMMA:
            return furthest if people else i
        return next((near for near in range(i, max(i - STEPS, -1), -1) if self._is_named(near)), i)

    def _is_named(self, at: int) -> bool:
        """Tell whether a chunk names somebody and a comma parts it from what describes it."""
        if at < 0 or self.kinds[at + 1] != COMMA or self.kinds[at] not in NOUNS:
            return False
        chunk = self.chunks[at]
        return not chunk.owned and (chunk.kind == NAME or chunk.head in (BODY, STATE, CAPITAL))

    # -- what commas set apart ----------------------------------------------------------------

    def parenthetical(self, comma: int) -> int:
        """Find the subject that commas part from its verb: "Jane Doe, 34, a nurse who fled, said"; -1 if there is none."""
        right, furthest, person, skipped = comma, -1, -1, False
        for _ in range(_PIECES):
            left = self._edge(right)
            first = self._clause_start(left + 1, right)
            if first >= right or self.kinds[first] not in NOMINAL:
                skipped = True
            elif not self._is_plain(first, right):
                if furthest < 0 and skipped and self.kinds[right - 1] in NOMINAL:
                    return self._free(right - 1)
                break
            elif self._is_name_for(first, left) and not self._is_within(left):
                return first
            else:
                person = first if self.chunks[first].head == PEOPLE and person < 0 else person
                furthest = first
            if left < 0 or self.kinds[left] not in BREAKS:
                break
            right = left
        return person if furthest >= 0 and not self.is_somebody(furthest) and person >= 0 else furthest

    def _edge(self, right: int) -> int:
        """Give where the piece in front of a comma begins: the comma or stop before it, -1 at the beginning."""
        left = right - 1
        if self.kinds[left] == QUOTE and self.text[self.chunks[left].end - 1] not in ",.?!":
            left -= 1  # a title: "the author of ‘...’, a history, said"
        while left >= 0 and self.kinds[left] not in _EDGES and right - left < _LONGEST:
            left -= 1
        return left

    def _clause_start(self, low: int, high: int) -> int:
        """Give where the last clause of a piece begins: behind "and", or "that" and its like with a name."""
        first = low + 1 if self.kinds[low] == CONJUNCTION else low
        if self.kinds[first] == RELATIVE:
            return first
        for i in range(high - 2, max(low, high - STEPS) - 1, -1):
            if self.kinds[i] in (SUBORDINATOR, RELATIVE) and self.chunks[i].word not in _TIMELY:
                return i + 1 if self.kinds[i + 1] == NAME and self._is_plain(i + 1, high) else first
        return first

    def _is_name_for(self, at: int, comma: int) -> bool:
        """Tell whether a chunk names whom it stands beside: a person's name, or any behind a noun for somebody."""
        chunk = self.chunks[at]
        if chunk.kind == NAME:
            return True
        if comma < 1 or self.kinds[comma] != COMMA or chunk.article:
            return False
        named = chunk.head == CAPITAL or (chunk.head == BODY and chunk.entity is not None)
        return named and self.chunks[comma - 1].head in (PEOPLE, BODY)

    def _is_within(self, comma: int) -> bool:
        """Tell whether a comma's left side is a clause with "who", to which a name behind it belongs."""
        if comma < 0 or self.kinds[comma] != COMMA:
            return False
        left = self._edge(comma)
        return left >= 0 and self.kinds[left] == COMMA and self.kinds[left + 1] == RELATIVE

    def _is_plain(self, low: int, high: int) -> bool:
        """Tell whether a stretch is a noun phrase with what hangs on it and no clause of its own."""
        for i in range(low, high):
            kind = self.kinds[i]
            if kind in (RELATIVE, SUBORDINATOR) or (kind in VERBS and self.is_participle(i)):
                return True
            if kind in _ACTIONS:
                return False
        return True

    # -- behind the verb ----------------------------------------------------------------------

    def behind(self, at: int) -> int:
        """Find the subject right behind a verb; a name goes before the description that leads to it."""
        kinds, i = self.kinds, at + 1
        if kinds[i] not in NOMINAL or self.chunks[i].owned:
            return -1
        if kinds[i] != NOUN:
            return i
        if kinds[i + 1] == NAME:
            return i + 1  # "said anaesthetist Jane Doe"
        following = i + 1
        while kinds[following] == PREPOSITION and kinds[following + 1] in NOUNS and following - i < STEPS:
            following += 2
        if kinds[following] == NAME and not self.chunks[following].owned:
            return following  # "said secretary of state Jane Doe"
        named = following + 1
        if kinds[following] == COMMA and kinds[named] == NAME and not self.chunks[named].owned:
            return named
        return i
