"""One paragraph read for its speakers: verbs of saying, each with its subject.

Contract: a subject is found from the chunks beside its verb: over prepositions, relative clauses and what
commas set apart. Every step looks at a bounded number of chunks.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import frozen

from warparse.segment.chunker import split_chunks
from warparse.segment.chunks import (
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    NAME,
    NOUN,
    QUOTE,
    STATE,
    STOP,
    Chunk,
)
from warparse.segment.words import (
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.segment.capitals import Run
    from warparse.segment.names import Entity
    from warparse.span import Span

__all__ = ["Cue", "Paragraph"]

_STEPS: Final = 8
"""Chunks over which a search to the left goes."""
_SEGMENTS: Final = 6
"""Pieces between commas over which a subject is looked for."""
_NOMINAL: Final = frozenset((NAME, NOUN, PRONOUN))
_VERBS: Final = frozenset((VERB, SAY, JUDGE, THINK))
_HELPERS: Final = frozenset((AUXILIARY, BE))
_BREAKS: Final = frozenset((COMMA, DASH))
_ENDS: Final = frozenset((STOP, COLON, QUOTE))
_SPEAKING: Final = frozenset((SAY, JUDGE, THINK))
_SOMEBODY: Final = frozenset((PEOPLE, BODY, STATE, CAPITAL, PAPER))
_OWNED: Final = frozenset(("his", "her", "its", "their"))
_TIMELY: Final = frozenset(("after", "before", "since", "until", "till", "than"))
_CALLING: Final = frozenset(("for", "on", "upon"))
_REACH: Final = 30
"""Chunks over which a verb is looked for that another hangs on."""
_BELONGING: Final = frozenset(("of", "for", "at", "from", "to"))
_PLACING: Final = frozenset((*_BELONGING, "in"))
_TELLING: Final = frozenset(("words", "account", "telling", "description", "view", "chunk"))
_QUOTING: Final = frozenset(("quote", "quotes", "quoted", "quoting", "cites", "cited", "citing"))
_TELL: Final = frozenset(("tell", "tells", "told"))


@frozen
class Cue:
    """A verb of saying with whom it belongs to."""

    at: int
    """The number of its chunk."""
    kind: int
    """`SAY`, `JUDGE`, `THINK` or `SOURCE`."""
    subject: int
    """The number of its subject's chunk; -1 if none is told."""
    behind: bool
    """Whether the subject stands behind the verb ("said Jane Doe")."""


class Paragraph:
    """One paragraph as chunks and cues; made once and read from left to right."""

    def __init__(
        self, text: str, offset: int, quotes: tuple[Span, ...], runs: Sequence[Run], named: Sequence[Entity | None]
    ) -> None:
        """Read the chunks and cues of a paragraph."""
        self.text = text
        self.chunks = split_chunks(text, quotes, offset, runs, named)
        self.stops = [number for number, chunk in enumerate(self.chunks) if chunk.kind == STOP]
        self._subjects: dict[int, int] = {}
        self.cues: list[Cue] = []
        for number, chunk in enumerate(self.chunks):
            if SAY <= chunk.kind <= SOURCE or (chunk.head == PAPER and self._carries_words(number)):
                cue = self._read_cue(number)
                self.cues.append(cue)
                self._subjects[number] = cue.subject
        self._at = [cue.at for cue in self.cues]

    def between(self, low: int, high: int) -> list[Cue]:
        """Give the cues among some chunks."""
        return self.cues[bisect_left(self._at, low) : bisect_left(self._at, high)]

    def sentence(self, at: int) -> tuple[int, int]:
        """Give where the sentence of a chunk begins and ends, in chunks."""
        number = bisect_left(self.stops, at)
        low = self.stops[number - 1] + 1 if number else 0
        return low, self.stops[number] if number < len(self.stops) else len(self.chunks)

    # -- cues ---------------------------------------------------------------------------------

    def _kind(self, at: int) -> int:
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else STOP

    def _read_cue(self, at: int) -> Cue:
        chunk = self.chunks[at]
        kind = chunk.kind
        if kind == NOUN:
            return Cue(at, SAY, at, behind=False)
        if kind == SOURCE:
            return Cue(at, kind, self._behind(at), behind=True)
        if chunk.word in _QUOTING and self._kind(at + 1) == SUBORDINATOR and self._kind(at + 2) == SAY:
            return Cue(at, SAY, self._find_subject(at), behind=False)  # "was quoted as saying"
        if self.is_passive(at):
            agent = self._agent(at)
            return Cue(at, kind, agent, behind=agent > 0)
        before = self._kind(at - 1)
        after_quote = before == QUOTE or (before == COMMA and self._kind(at - 2) == QUOTE)
        if after_quote and chunk.word not in _TELL and not chunk.flags & ING:
            subject = self._behind(at)
            if subject >= 0:
                return Cue(at, kind, subject, behind=True)
        if chunk.word in _QUOTING and (quoted := self._quoted(at)) >= 0:
            return Cue(at, SAY, quoted, behind=True)  # "her spokesman quoted her as saying"
        if before in (COMMA, DASH, STOP, COLON) and kind == SAY and chunk.word not in _TELL and not chunk.flags & ING:
            subject = self._parenthetical(at - 1) if before in _BREAKS else -1
            behind = self._behind(at)
            if behind >= 0 and self.is_somebody(behind) and (subject < 0 or not self.is_somebody(subject)):
                return Cue(at, kind, behind, behind=True)
        return Cue(at, kind, self.subject(at), behind=False)

    def _quoted(self, at: int) -> int:
        """Find whom a verb of quoting quotes "as saying"; -1 if it does not go on so."""
        if self._kind(at + 1) not in (NAME, NOUN, OBJECT):
            return -1
        for i in range(at + 2, at + 2 + _STEPS):
            if self._kind(i) == SUBORDINATOR and self.chunks[i].word == "as":
                return at + 1 if self._kind(i + 1) == SAY else -1
            if self._kind(i) in _ENDS or self._kind(i) in _VERBS:
                break
        return -1

    def _carries_words(self, at: int) -> bool:
        """Tell whether a noun gives somebody's words as a verb does: "the mayor's claim that"."""
        chunk = self.chunks[at]
        following = self._kind(at + 1)
        placed = self._kind(at - 1) == PREPOSITION and self.chunks[at - 1].word in ("in", "by")
        if placed and chunk.word in _TELLING and following == PREPOSITION and self.chunks[at + 1].word == "of":
            return True
        if (not chunk.owner and chunk.article not in _OWNED) or self._kind(at - 1) == JUDGE:
            return False
        if placed and chunk.word in _TELLING:
            return True
        return following in (QUOTE, COLON) or (following == SUBORDINATOR and self.chunks[at + 1].word in ("that", "as"))

    def is_passive(self, at: int) -> bool:
        """Tell whether a verb is passive: behind a form of "be", or a judgment with nothing that it judges."""
        chunk = self.chunks[at]
        if self._kind(at - 1) == BE and not chunk.flags & ING:
            return True
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if following is None or following.kind not in (PREPOSITION, SUBORDINATOR):
            return False
        if following.word == "by" and not chunk.flags & ING:
            return self._agent(at) >= 0
        judged = chunk.kind == JUDGE or (chunk.word == "charged" and following.word == "with")
        if not judged or " " in chunk.word or (following.kind == SUBORDINATOR and following.word != "as"):
            return False
        if following.word in _CALLING and chunk.word.startswith("call"):
            return False  # "called for", "called on"
        i = at - 1
        while self._kind(i) in _HELPERS:
            i -= 1
        return self._kind(i) not in _NOMINAL or self._kind(i - 1) not in (RELATIVE, SUBORDINATOR)

    def _agent(self, at: int) -> int:
        """Find by whom something is said: "was called a farce by the mayor"."""
        for by in range(at + 1, min(at + 5, len(self.chunks))):
            chunk = self.chunks[by]
            if chunk.kind == PREPOSITION and chunk.word == "by":
                agent = self._behind(by)
                return agent if agent >= 0 and self.is_somebody(agent) else -1
            if chunk.kind in _ENDS:
                break
        return -1

    # -- subjects before the verb -------------------------------------------------------------

    def subject(self, at: int) -> int:
        """Find the subject of a verb in front of it; -1 if there is none."""
        known = self._subjects.get(at)
        if known is None:
            known = self._subjects[at] = self._find_subject(at)
        return known

    def doer(self, at: int) -> int:
        """Find what stands in front of a verb as its subject, of a passive verb too."""
        cue = bisect_left(self._at, at)
        passive = cue < len(self._at) and self._at[cue] == at and self.is_passive(at)
        return self._find_subject(at) if passive else self.subject(at)

    def _find_subject(self, at: int) -> int:
        chunks = self.chunks
        i = at - 1
        while self._kind(i) in _HELPERS:
            i -= 1
        kind = self._kind(i)
        if kind == PREPOSITION:
            return self._infinitive(i) if chunks[i].word == "to" else self._governing(i)
        if kind in _VERBS:
            return self.subject(i)
        if kind == CONJUNCTION:
            return self._governing(i)
        if kind in _BREAKS:
            found = -1 if chunks[at].flags & ING else self._parenthetical(i)
            return found if found >= 0 else self._governing(i)
        if kind == RELATIVE or (kind == SUBORDINATOR and chunks[i].word == "that"):
            return self._antecedent(i)
        if kind == SUBORDINATOR and chunks[i].word == "as":
            return self._reported(i)
        if kind == OBJECT and chunks[at].flags & ING:
            return i
        if kind in _NOMINAL and not chunks[i].owned:
            return i if chunks[at].flags & ING and kind == NAME else self._free(i)
        return -1

    def _governing(self, at: int) -> int:
        """Give the subject of the verb on which another hangs: ", calling it", "and said", "by saying".

        That of the sentence's own clause goes before that of a clause within it, somebody before something.
        """
        found, within = -1, -1
        for i in range(at - 1, max(at - _REACH, -1), -1):
            kind = self._kind(i)
            if kind == STOP:
                break
            if kind not in _VERBS or self.chunks[i].flags & ING or self._kind(i - 1) == BE:
                continue
            subject = self.subject(i)
            if subject < 0 or not self.is_somebody(subject):
                continue
            if not self.is_embedded(subject, i):
                found = subject
                break
            within = subject if within < 0 else within
        return found if found >= 0 else within

    def is_somebody(self, at: int) -> bool:
        """Tell whether a chunk may mean a person or an institution."""
        chunk = self.chunks[at]
        return chunk.kind in (NAME, PRONOUN) or (chunk.kind == NOUN and chunk.head in _SOMEBODY)

    def is_embedded(self, subject: int, verb: int) -> bool:
        """Tell whether a verb stands in a clause within another, by what stands before its subject."""
        if subject < verb and any(self._kind(i) == RELATIVE for i in range(subject + 1, verb)):
            return True
        before = self._kind(subject - 1)
        return before in (RELATIVE, SUBORDINATOR) or (before in _SPEAKING and self._kind(verb) != SAY)

    def _infinitive(self, at: int) -> int:
        """Give who does what stands behind "to": "prompted Jane to say", "refused to say"."""
        i = at - 1
        kind = self._kind(i)
        if kind in (NAME, NOUN, OBJECT) and self._kind(i - 1) in _VERBS and self.is_somebody(i):
            return i
        if kind in _VERBS and self._kind(i - 1) == BE:
            return self._find_subject(i)  # "is alleged to have said"
        return self._governing(at)

    def _reported(self, at: int) -> int:
        """Give whom somebody quotes "as saying"."""
        i = at - 1
        if self._kind(i) in _VERBS:
            return self._find_subject(i)
        if self._kind(i) in (NAME, NOUN, PRONOUN, OBJECT):
            if self._kind(i - 1) == PREPOSITION:
                return self._find_subject(i - 2) if self._kind(i - 2) in _VERBS else -1
            return i
        return -1

    def _free(self, at: int) -> int:
        """Give the noun phrase on which the one in front of a verb hangs: "the head of the region said"."""
        i = at
        for _ in range(_STEPS):
            before = self._kind(i - 1)
            if before == PREPOSITION:
                if self._ends_title(i):
                    return i
                if self._kind(i - 2) in (NAME, NOUN):
                    i -= 2
                    continue
                if self._kind(i - 2) in _VERBS:
                    return self._over_verb(i - 2, i)
            elif before in _VERBS:
                return self._over_verb(i - 1, i)
            elif before == SUBORDINATOR and self._kind(i - 2) in _VERBS and self._kind(i - 3) in (RELATIVE, SUBORDINATOR):
                return self._over_verb(i - 2, i)  # "the body that looks after prisoners"
            elif before == CONJUNCTION and self._is_joint(i):
                return i - 2
            break
        return i

    def _is_joint(self, at: int) -> bool:
        """Tell whether a chunk is the second of two that share a verb: "Egypt and Qatar said"."""
        other, chunk = at - 2, self.chunks[at]
        if self._kind(other) != chunk.kind or self.chunks[other].head != chunk.head or self.chunks[other].owned:
            return False
        return self._kind(other - 1) in _ENDS or other == 0

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
        while self._kind(i) in _HELPERS or self._kind(i) in _VERBS or (i > 0 and self.chunks[i].word == "to"):
            i -= 1
        kind = self._kind(i)
        if kind == RELATIVE or (kind == SUBORDINATOR and self.chunks[i].word == "that"):
            return self._antecedent(i)
        word = self.chunks[verb]
        bare = word.flags & MAYBE and word.word[-1] != "s"  # "a source close to"
        reduced = word.flags & ING or ((bare or word.word.endswith("ed")) and self._kind(verb + 1) == PREPOSITION)
        return self._free(i) if kind in (NAME, NOUN) and reduced else at

    def _antecedent(self, at: int) -> int:
        """Give whom "who" means: the nearest person in front of it, else what the noun in front hangs on."""
        i = at - 1
        while self._kind(i) in _BREAKS:
            i -= 1
        if self._kind(i) not in (NAME, NOUN):
            return -1
        furthest = self._free(i)
        people = self.chunks[at].word != "which"
        for near in range(i, furthest - 1, -1):
            chunk = self.chunks[near]
            if chunk.kind == NAME or chunk.head == PEOPLE or (not people and chunk.head in (BODY, STATE)):
                return near - 2 if self._is_named(near - 2) else near
        if people or self._kind(at - 1) != COMMA:
            return furthest if people else i
        return next((near for near in range(i, max(i - _STEPS, -1), -1) if self._is_named(near)), i)

    def _is_named(self, at: int) -> bool:
        """Tell whether a chunk names somebody and a comma parts it from what describes it."""
        if at < 0:
            return False
        chunk = self.chunks[at]
        named = chunk.kind == NAME or (chunk.kind == NOUN and chunk.head in (BODY, STATE, CAPITAL))
        return named and not chunk.owned and self._kind(at + 1) == COMMA

    def _parenthetical(self, comma: int) -> int:
        """Find the subject that commas part from its verb: "Jane Doe, 34, a nurse who fled, said"."""
        right, furthest, skipped = comma, -1, False
        for _ in range(_SEGMENTS):
            left = right - 1
            if self._kind(left) == QUOTE and self.text[self.chunks[left].end - 1] not in ",.?!":
                left -= 1  # a title: "the author of ‘...’, a history, said"
            while left >= 0 and self._kind(left) not in _BREAKS and self._kind(left) not in _ENDS:
                left -= 1
            first = self._clause_start(left + 1, right)
            opening = self._kind(first)
            if first >= right:
                skipped = True
            elif opening in _NOMINAL:
                if not self._is_plain(first, right):
                    if furthest < 0 and skipped and self._kind(right - 1) in _NOMINAL:
                        furthest = self._free(right - 1)
                    break
                if self._is_name_for(first, left) and not self._is_within(left):
                    return first
                furthest = first
            else:
                skipped = True
            if left < 0 or self._kind(left) in _ENDS:
                break
            right = left
        return furthest

    def _clause_start(self, low: int, high: int) -> int:
        """Give where the last clause of a piece begins: behind "and", or "that" and its like with a name."""
        first = low + 1 if self._kind(low) == CONJUNCTION else low
        if self._kind(first) == RELATIVE:
            return first
        for i in range(high - 2, max(low, high - _STEPS) - 1, -1):
            if self._kind(i) in (SUBORDINATOR, RELATIVE) and self.chunks[i].word not in _TIMELY:
                return i + 1 if self._kind(i + 1) == NAME and self._is_plain(i + 1, high) else first
        return first

    def _is_name_for(self, at: int, comma: int) -> bool:
        """Tell whether a chunk names whom it stands beside: a person's name, or any behind a noun for somebody."""
        chunk = self.chunks[at]
        if chunk.kind == NAME:
            return True
        beside = self.chunks[comma - 1] if comma > 0 and self._kind(comma) == COMMA else None
        named = chunk.head == CAPITAL or (chunk.head == BODY and chunk.entity is not None)
        return named and not chunk.article and beside is not None and beside.head in (PEOPLE, BODY)

    def _is_within(self, comma: int) -> bool:
        """Tell whether a comma's left side is a clause with "who", to which a name behind it belongs."""
        left = comma - 1
        while left >= 0 and self._kind(left) not in _BREAKS and self._kind(left) not in _ENDS:
            left -= 1
        return self._kind(comma) == COMMA and self._kind(left) == COMMA and self._kind(left + 1) == RELATIVE

    def _is_plain(self, low: int, high: int) -> bool:
        """Tell whether a stretch is a noun phrase with what hangs on it and no clause of its own."""
        for i in range(low, high):
            kind = self._kind(i)
            if kind in (RELATIVE, SUBORDINATOR) or (kind in _VERBS and self.chunks[i].flags & ING):
                return True
            if kind in _HELPERS or kind in _VERBS:
                return False
        return True

    # -- subjects behind the verb -------------------------------------------------------------

    def _behind(self, at: int) -> int:
        """Find the subject right behind a verb; a name goes before the description that leads to it."""
        i = at + 1
        if self._kind(i) not in _NOMINAL or self.chunks[i].owned:
            return -1
        if self._kind(i) != NOUN:
            return i
        if self._kind(i + 1) == NAME:
            return i + 1  # "said anaesthetist Jane Doe"
        following = i + 1
        while self._kind(following) == PREPOSITION and self._kind(following + 1) in (NAME, NOUN):
            following += 2
        named = following + 1
        if self._kind(following) == COMMA and self._kind(named) == NAME and not self.chunks[named].owned:
            return named
        return i

    # -- references ---------------------------------------------------------------------------

    def described(self, at: int) -> str:
        """Give a noun phrase as it is written, its article left out, with what tells where the people or body belong."""
        chunk = self.chunks[at]
        if chunk.head == CAPITAL and chunk.kind == NOUN and not chunk.owner:
            return self.text[chunk.last : chunk.end]  # "the rights group Memorial"
        end = chunk.end
        i = at
        for _ in range(2):
            link = self.chunks[i + 1] if self._kind(i + 1) == PREPOSITION else None
            links = _BELONGING if chunk.head == PEOPLE else _PLACING
            if link is None or link.word not in links or self._kind(i + 2) not in (NAME, NOUN):
                break
            other = self.chunks[i + 2]
            if other.head == PAPER or other.owned:
                break
            end = other.end
            i += 2
        return self.text[chunk.first : end]


def is_plural(chunk: Chunk) -> bool:
    """Tell whether a noun phrase means several."""
    return chunk.word.endswith("s") and not chunk.word.endswith("ss")
