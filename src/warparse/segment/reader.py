"""Who says each quote of a paragraph, and what the paragraph leaves in memory.

Contract: the rules look only at cues of the quote's own sentence; a cue without a subject takes that of
the cue before it, or the sentence's own. All look-ups are bounded by the paragraph's windows.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import regex

from warparse.segment.paragraph import Cue, Paragraph, leads_to_name
from warparse.segment.references import Mention, Reference, Shape

if TYPE_CHECKING:
    from warparse.segment.memory import Memory
    from warparse.segment.words import Word
    from warparse.span import Span

__all__ = ["Reader"]

"""Characters on either side of a quote in which its cue is looked for."""
_OPENING: Final = 60
"""Characters from a sentence's start in which a pronoun is its subject."""
_REACH: Final = 190
"""Characters behind a quote in which its cue may stand."""
_BROKEN: Final = regex.compile(r"[.!?;:–—]\s|\b(?:that|which|where|when|whether|because|if)\b")
_GAP: Final = regex.compile(r"[”\"’'»“,\s)]*")
_STOPPED: Final = regex.compile(r"[”\"’'»]\s?[.!?](?:\s|$)")
_LONE_VERB: Final = regex.compile(r"\p{Ll}{2,12}s\s|\p{Ll}{2,12}ed\s")


class Reader(Paragraph):
    """Reads one paragraph with what is remembered from above; used once."""

    def __init__(
        self,
        text: str,
        offset: int,
        quotes: tuple[Span, ...],
        mentions: list[Mention],
        words: list[Word],
        memory: Memory,
    ) -> None:
        """Read the references and cues of a paragraph."""
        super().__init__(text, offset, quotes, mentions, words)
        self.memory = memory
        self._read = 0

    def _name(self, cue: Cue) -> str | None:
        """Name the subject of a cue; of one without, that of the cue before it, or the sentence's own."""
        low, _ = self._sentence(cue.start)
        if cue.subject is None:
            for other in reversed(self._between(low, cue.start)):
                if other.subject is not None and other.subject.shape is not Shape.PAPER:
                    return self._name(other)
            subject = next((r for r in self._inside(low, cue.start) if not r.possessive and self._is_subject(r)), None)
            return self.memory.resolve(subject, []) if subject else None
        if cue.subject.shape is Shape.PRONOUN and cue.subject.text == "it":
            earlier = [
                other.subject
                for other in self._between(low, cue.start)
                if other.subject is not None and other.subject.shape in (Shape.BODY, Shape.NAME)
            ] or [
                r
                for r in self._inside(low, cue.start)
                if r.shape is Shape.BODY and not r.possessive and self._is_subject(r)
            ]
            if earlier:
                return self.memory.resolve(earlier[-1], [])
        named = [r for r in self._inside(low, cue.subject.start) if r.shape is Shape.NAME and not r.possessive]
        before = [r.text for r in named if self._is_subject(r)]
        if named and not before and self.memory.subject is None:
            before = [named[-1].text]
        return self.memory.resolve(cue.subject, before)

    # -- rules --------------------------------------------------------------------------------

    def leads(self, number: int) -> bool:
        """Tell whether a quote opens its paragraph."""
        return number == 0 and not self.masked[: self.quotes[0].start].strip(" “\"‘'«„*_•>-")

    def behind(self, number: int) -> str | None:
        """Ask the cue right behind a quote: “...,” Jane Doe said; “...,” said Jane Doe."""
        end = self.quotes[number].end
        if _STOPPED.match(self.masked, end):
            return None
        gap = _GAP.match(self.masked, end)
        first = gap.end() if gap else end
        stop = self.quotes[number + 1].start if number + 1 < len(self.quotes) else len(self.masked)
        ended = self.masked[end - 1 : end] in (".", "…")
        _, high = self._sentence(first) if not ended else (0, first + 60)
        for cue in self._between(end, min(stop, high, first + _REACH)):
            if cue.subject is None:
                if name := self._unit_behind(first, cue):
                    return name
                continue
            begins = cue.start if cue.behind else cue.subject.start
            lead = self.masked[first:begins]
            if ended and not (
                begins <= first + 4
                and cue.end - first < 40
                and self.masked[cue.end : cue.end + 1] in (".", ",", " ")
                and self.masked[first : first + 1].islower()
            ):
                return None
            if begins <= first + 4 or (cue.subject.shape is Shape.NAME and leads_to_name(lead)):
                return self._name(cue)
            return self._unit_behind(first, cue)
        return None if ended else self._any_verb_behind(first)

    def _any_verb_behind(self, first: int) -> str | None:
        """Take a name behind a quote with one word beside it, whatever the verb: “...,” cries Jane Doe."""
        word = _LONE_VERB.match(self.masked, first)
        at = word.end() if word else first
        number = bisect_left(self._starts, at)
        if not word or number >= len(self._references):
            return None
        reference = self._references[number]
        return (
            reference.text
            if reference.start == at and reference.shape is Shape.NAME and not reference.possessive
            else None
        )

    def _unit_behind(self, first: int, cue: Cue) -> str | None:
        """Take the reference right behind the quote for the subject of a verb further on: the unit involved posted."""
        number = bisect_left(self._starts, first)
        if number < len(self._references):
            reference = self._references[number]
            between = self.masked[reference.end : cue.start]
            if (
                reference.start <= first + 4
                and not reference.possessive
                and reference.shape is not Shape.PRONOUN
                and "," not in between
                and not _BROKEN.search(between)
            ):
                return self.memory.resolve(reference, [])
        return None

    def before(self, number: int) -> str | None:
        """Ask the cue before a quote in its sentence: Jane Doe said: “...”; she called the plan “...”."""
        start = self.quotes[number].start
        low, _ = self._sentence(max(0, start - 2))
        for cue in reversed(self._between(low, start)):
            told = self.masked[cue.start : cue.end].lower()
            if (
                cue.behind
                and not told.startswith(("according", "in the"))
                and self.masked[cue.subject.end : start].count(",") == 0
                if cue.subject
                else False
            ):
                continue
            name = self._name(cue)
            if name:
                return name
        return None

    def led(self, number: int) -> str | None:
        """Ask whom a sentence is about that leads to a quote by a colon alone: Jane Doe was blunt: “...”."""
        start = self.quotes[number].start
        if self.masked[max(0, start - 3) : start].rstrip(" “\"‘'«„")[-1:] != ":":
            return None
        low, _ = self._sentence(max(0, start - 3))
        named = [r for r in self._inside(low, start) if r.shape is Shape.NAME and not r.possessive]
        subject = next((r for r in named if self._is_subject(r)), None) or (named[0] if named else None)
        return subject.text if subject else None

    def headed(self, number: int) -> str | None:
        """Ask the name with which a heading begins: Jane Doe: “...”."""
        colon = self.masked.find(": ", 0, 70)
        if colon < 0 or colon > self.quotes[number].start or not self._references:
            return None
        first = self._references[0]
        return (
            self.memory.resolve(first, [])
            if first.start <= 30 and first.end <= colon and first.shape is not Shape.PRONOUN
            else None
        )

    def around(self, number: int) -> str | None:
        """Ask a cue later in the sentence: the shelling was “enormous”, the governor said."""
        end = self.quotes[number].end
        _, high = self._sentence(self.quotes[number].start)
        for cue in self._between(end, high):
            if cue.subject is not None and (name := self._name(cue)):
                return name
        return None

    # -- memory -------------------------------------------------------------------------------

    def advance(self, stop: int) -> None:
        """Remember the sentences that end before a position."""
        while self._read + 1 < len(self._breaks) and self._breaks[self._read + 1] <= stop:
            self._learn(self._breaks[self._read], self._breaks[self._read + 1])
            self._read += 1

    def finish(self) -> None:
        """Remember the rest of the paragraph, and whom its end leads to."""
        self.advance(len(self.masked) + 1)
        if self.masked.rstrip('*_ ”"')[-1:] == ":" or not self.quotes:
            self._lead_in()

    def glance(self) -> None:
        """Remember only who is named, as of a heading."""
        for reference in self._references:
            if reference.shape is Shape.NAME:
                self.memory.meet(reference.text)

    def _learn(self, left: int, right: int) -> None:
        """Remember of a sentence who is in it, who speaks in it, and whom it is about."""
        inside = self._inside(left, right)
        said = self._learn_speakers(left, right)
        for reference in inside:
            if reference.shape is Shape.NAME:
                self.memory.meet(reference.text)
            elif reference.shape is Shape.DESCRIPTION and not reference.definite:
                self.memory.introduce(reference.text)
        subject = said or self._subject_of([r for r in inside if not r.possessive], left)
        if subject:
            self.memory.subject = subject

    def _learn_speakers(self, left: int, right: int) -> str | None:
        """Remember who speaks in a sentence; give the last person who does."""
        said: str | None = None
        for cue in self._between(left, right):
            if cue.subject is not None and (name := self._name(cue)):
                self.memory.speaker = name
                if cue.subject.shape is Shape.BODY:
                    self.memory.mention_body(name)
                elif cue.subject.shape is not Shape.PAPER:
                    said = name
        return said

    def _subject_of(self, inside: list[Reference], left: int) -> str | None:
        """Give the person whom a sentence is about; None where it goes on about the one before."""
        if not inside:
            return None
        head = inside[0]
        if head.shape is Shape.BODY and self._is_subject(head):
            self.memory.mention_body(self.memory.resolve(head, []) or head.text)
        if head.shape is Shape.PRONOUN and head.start - left < _OPENING and self.memory.subject:
            return None
        named = [r for r in inside if r.shape is Shape.NAME]
        subject = next((r for r in named if self._is_subject(r)), None)
        if subject is None and named and self.memory.subject is None:
            subject = named[0]
        if (
            subject is None
            and head.shape is Shape.DESCRIPTION
            and not head.text.endswith("s")
            and self._is_subject(head)
        ):
            return self.memory.resolve(head, [])
        return subject.text if subject else None

    def _lead_in(self) -> None:
        """Take the speaker of a lead-in: its last cue, or whom it is about."""
        low, _ = self._sentence(max(0, len(self.masked) - 2))
        low = min(low, self._breaks[-2])
        for cue in reversed(self._between(low, len(self.masked))):
            if name := self._name(cue):
                self.memory.speaker = name
                return
        if self.masked.rstrip('*_ ”"')[-1:] != ":":
            return
        inside = [r for r in self._inside(low, len(self.masked)) if r.shape is not Shape.PRONOUN and not r.possessive]
        named = [r for r in inside if r.shape is Shape.NAME]
        subject = (
            next((r for r in named if self._is_subject(r)), None)
            or (named[0] if named else None)
            or (inside[0] if inside else None)
        )
        if subject:
            self.memory.speaker = self.memory.resolve(subject, []) or self.memory.speaker
