"""Who says each quote of a paragraph: the rules, from sure to unsure.

Contract: the rules look only at the quote's own sentence; a cue without a subject tells nothing. All look-ups
go over a bounded number of chunks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.media import reports
from warparse.lexicon.words import (
    BE,
    CONJUNCTION,
    ING,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SOURCE,
    SUBORDINATOR,
)
from warparse.speech.chunks import CAPITAL, COLON, COMMA, DASH, NAME, NOUN, QUOTE, STOP
from warparse.speech.clauses import BREAKS, NOMINAL, NOUNS, STEPS, VERBS
from warparse.speech.learner import Learner
from warparse.speech.mentions import HUMAN, REACH

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.speech.paragraph import Cue

__all__ = ["NOBODY", "Reader"]

NOBODY: Final = ""
"""The name of a speaker of whom the text says that it does not tell."""
_NEAR: Final = 12
"""Chunks behind a quote in which a verb of any kind tells who said it."""
_HEAD: Final = 8
"""Chunks of a heading in which a name and a colon stand."""
_HEADED: Final = 2
"""Who is named before the colon of a heading, and where: "Jane Doe in Kyiv: “...”"."""
_OPEN: Final = ",?!"
"""Marks at a quote's end that show that its sentence goes on."""


class Reader(Learner):
    """Reads one paragraph with what is remembered from above; used once."""

    def ask(self, number: int) -> tuple[str | None, str] | None:
        """Ask the cues of a quote's own sentence, the surest first; give the speaker and the rule, or None."""
        if self._is_governed(number) and (name := self._before(number)):
            return name, "speaker.cue-before"
        rules: tuple[tuple[str, Callable[[int], str | None]], ...] = (
            ("speaker.cue-behind", self._behind),
            ("speaker.cue-before", self._before),
            ("speaker.led", self._led),
            ("speaker.cue-around", self._around),
            ("speaker.clause", self._clause),
        )
        for rule, find in rules:
            name = find(number)
            if name and rule == "speaker.cue-behind" and reports(name) and (other := self._before(number)):
                return other, "speaker.cue-before"  # "the minister said: “...,” according to Reuters"
            if name is not None:
                return name or None, rule
        return None

    def ask_head(self, number: int) -> tuple[str | None, str]:
        """Ask the name with which a heading begins: Jane Doe: “...”."""
        for i in range(min(self.at[number], _HEAD)):
            if sum(kind in NOMINAL for kind in self.kinds[:i]) > _HEADED:
                break  # "Talks between Chad and Mali end: rebels call them “a farce”"
            if self.kinds[i] == COLON and (name := self.topic(0, i)):
                return name, "speaker.headed"
        return None, ""

    def is_alone(self, number: int) -> bool:
        """Tell whether a quote is a sentence by itself."""
        q = self.at[number]
        low, high = self.paragraph.sentence(q)
        return low == q and high <= q + 1

    def adjoins(self, number: int) -> bool:
        """Tell whether no other sentence stands between those of a quote and of the one before it."""
        low, _ = self.paragraph.sentence(self.at[number])
        _, high = self.paragraph.sentence(self.at[number - 1])
        return low <= high + 1

    # -- behind a quote -----------------------------------------------------------------------

    def _behind(self, number: int) -> str | None:
        """Ask the clause right behind a quote: “...,” Jane Doe said; “...,” said Jane Doe."""
        q = self.at[number]
        first = q + 1
        soft = self.kinds[first] == STOP
        if soft:
            if first >= len(self.chunks) or not self.chunks[first].word:
                return None
            first += 1
        _, high = self.paragraph.sentence(first)
        while self.kinds[first] in BREAKS and first - q < STEPS:
            first += 1
        if self.kinds[first] == SUBORDINATOR and self.chunks[first].word == "as":
            first += 1  # "as the mayor put it"
        if self.kinds[first] in NOMINAL:
            return self._subject_behind(q, first, high, soft=soft)
        if self.kinds[first] in VERBS or self.kinds[first] == SOURCE:
            for cue in self.paragraph.between(first, first + 1):
                return self.named(cue.subject) if cue.behind else None
            return self.named(first + 1) if self.kinds[first + 1] == NAME and not soft else None
        return None

    def _subject_behind(self, q: int, first: int, high: int, *, soft: bool) -> str | None:
        """Ask a clause that begins with its subject: a verb of saying, or any where the quote's mark calls for one."""
        for cue in self.paragraph.between(first, min(high, first + REACH)):
            if cue.kind != SOURCE and not self.chunks[cue.at].flags & ING:
                if self._fits(cue, first) and (not soft or cue.kind == SAY):
                    return self.named(cue.subject)
                break
        if soft or not (self._ends_open(q) or self.kinds[q + 1] == DASH):
            return None
        verb = next((i for i in range(first + 1, min(high, first + _NEAR)) if self.kinds[i] in VERBS), -1)
        speaks = verb > 0 and self.paragraph.subject(verb) == first and self.paragraph.is_somebody(first)
        return self.named(first) if speaks else None

    def _fits(self, cue: Cue, first: int) -> bool:
        """Tell whether a cue's subject opens the clause, or is the name beside what does; or whether it quotes another."""
        subject = cue.subject
        if subject > cue.at:
            return cue.behind
        if subject == first:
            return True
        apposed = subject > first and self.kinds[subject - 1] in (COMMA, NOUN)
        return apposed and all(kind in (NAME, NOUN, PREPOSITION) for kind in self.kinds[first : subject - 1])

    def _ends_open(self, q: int) -> bool:
        """Tell whether a quote's own mark shows that its sentence goes on: “...,” and what follows tells who."""
        return self.text[self.chunks[q].end - 1] in _OPEN

    # -- before a quote -----------------------------------------------------------------------

    def _before(self, number: int) -> str | None:
        """Ask the cue before a quote in its sentence: Jane Doe said: “...”; she called the plan “...”."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        cues = self.paragraph.between(max(low, q - REACH), q)
        while cues:
            cue = cues.pop()
            if self._is_closed(cue, q):
                continue
            if cue.subject < 0 and self.paragraph.is_passive(cue.at) and self._leads_straight(cue.at, q):
                return NOBODY  # "they were told to “go”"
            if cues and (
                self.is_anothers(cue) or self._only_describes(cue, q) or (cue.kind == SOURCE and cues[-1].subject >= 0)
            ):
                continue
            if found := self.named(cue.subject):
                return found
            if cue.subject >= 0 and self.chunks[cue.subject].head == PAPER:
                return NOBODY  # "a draft calls it “...”"
            if cue.kind == SAY and cue.at == q - 1 and not self.chunks[cue.at].flags & ING:
                return NOBODY  # "thousands chanted “...”"
        return None

    def _is_closed(self, cue: Cue, q: int) -> bool:
        """Tell whether a cue stands in a clause with "which" that a comma ends before a quote."""
        if cue.subject < 1 or self.kinds[cue.subject - 1] != RELATIVE:
            return False
        return self.kinds[cue.subject - 2] == COMMA and COMMA in self.kinds[cue.at + 1 : q]

    def _only_describes(self, cue: Cue, q: int) -> bool:
        """Tell whether a cue describes a noun before another verb: "a truce proposed by Norway was worth “...”"."""
        if not cue.behind or cue.kind == SOURCE or self.kinds[cue.at - 1] not in NOUNS:
            return False
        return any(kind in VERBS or kind == BE for kind in self.kinds[cue.subject + 1 : q])

    def _leads_straight(self, at: int, q: int) -> bool:
        """Tell whether nothing but small words stands between a verb and a quote."""
        return all(kind in (PREPOSITION, SUBORDINATOR) for kind in self.kinds[at + 1 : q])

    def _is_governed(self, number: int) -> bool:
        """Tell whether a quote hangs on a cue right before it, while what stands behind it is another clause."""
        q = self.at[number]
        if self.kinds[q + 1] != COMMA or self._ends_open(q):
            return False
        low, _ = self.paragraph.sentence(q)
        cues = self.paragraph.between(max(low, q - STEPS), q)
        if not cues or cues[-1].subject < 0:
            return False
        return not any(kind in (COMMA, QUOTE, CONJUNCTION) for kind in self.kinds[cues[-1].at + 1 : q])

    def _led(self, number: int) -> str | None:
        """Ask whom a sentence is about that leads to a quote by a colon: Jane Doe was blunt: “...”; or "for" whom it is so."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        if q and self.kinds[q - 1] == COLON:
            told = self.topic(max(low, q - REACH), q)
            return NOBODY if told is None and self.chunks[q - 2].head == PAPER else told  # "a poster: “...”"
        if self.kinds[low] == PREPOSITION and self.chunks[low].word == "for" and self.kinds[low + 1] == NAME:
            return self.named(low + 1)
        return None

    # -- farther off --------------------------------------------------------------------------

    def _around(self, number: int) -> str | None:
        """Ask a cue later in the sentence: the shelling was “enormous”, the governor said."""
        q = self.at[number]
        _, high = self.paragraph.sentence(q)
        for cue in self.paragraph.between(q + 1, min(high, q + REACH)):
            if found := self.named(cue.subject):
                return found
        return None

    def _clause(self, number: int) -> str | None:
        """Ask whose deed a quote is built into: the line stopped all sailings “until further notice”."""
        q = self.at[number]
        low, _ = self.paragraph.sentence(q)
        for i in range(q - 1, max(low, q - REACH) - 1, -1):
            if self.kinds[i] not in VERBS or self.paragraph.is_participle(i):
                continue
            if self.paragraph.is_passive(i):
                return None
            subject = self.paragraph.subject(i)
            if subject >= 0:
                chunk = self.chunks[subject]
                human = chunk.kind in (NAME, PRONOUN) or chunk.head in HUMAN or chunk.head == CAPITAL
                return self.named(subject) if human or chunk.owner else None
        return None
