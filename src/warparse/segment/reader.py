"""One paragraph read for its speakers: references, cues (verbs of saying with their subjects), sentences.

Contract: quoted words are hidden while the paragraph is read; a cue's subject is the reference beside
its verb, or that of the cue before it in the sentence. All look-ups go through sorted positions and a
bounded window.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from warparse.segment.references import HIDDEN, Mention, Reference, Shape, find_references
from warparse.segment.words import Kind, Word

if TYPE_CHECKING:
    from warparse.segment.memory import Memory
    from warparse.span import Span

__all__ = ["Reader"]

_WINDOW: Final = 500
"""Characters on either side of a quote in which its cue is looked for."""
_OPENING: Final = 60
"""Characters from a sentence's start in which a pronoun is its subject."""
_NEAR: Final = 130
"""Characters that may stand between a verb and its subject."""
_ADVERB: Final = (
    r"(?:has|have|had|also|later|then|earlier|previously|again|first|now|still|further|once|too|afterwards|to|who|which|went on to|himself|herself|themselves|himself|in turn"
    r"|\p{Ll}+ly|is|was|(?:early |late )?on \p{Lu}\p{L}+day(?: (?:morning|evening|night|afternoon))?|\p{Lu}\p{L}+day|this (?:week|month|morning|afternoon|evening|year)|last (?:week|month|night|year)|today|yesterday|never|often|just|has just|and)"
)
_BETWEEN: Final = regex.compile(rf"(?:,?\s+{_ADVERB}(?=[\s,]|$))*\s*|,\s(?:who|which)(?:\s+{_ADVERB})*\s*")
_LOOSE: Final = frozenset(
    "already also later then now still recently reportedly earlier once again never often just".split()
)
_APPOSED: Final = regex.compile(rf",\s[^“”\"{HIDDEN}.;:]{{2,120}},(?:\s+{_ADVERB})*\s*")
_BROKEN: Final = regex.compile(r"[.!?;:–—]\s|\b(?:that|which|where|when|whether|because|if)\b")
_SENTENCE_END: Final = regex.compile(
    rf"(?:(?<=[\p{{Ll}}\d)”’\"'%{HIDDEN}][.!?…])|(?<=[.!?…][”’\"'»]))\s+(?=[\p{{Lu}}“‘\"'«\[{HIDDEN}])"
)
_GAP: Final = regex.compile(r"[”\"’'»“,\s)]*")
_STOPPED: Final = regex.compile(r"[”\"’'»]\s?[.!?](?:\s|$)")
_VERB_BEHIND: Final = regex.compile(
    r"(?:is|was|has|had|have|will|would|could|can|may|might|who|\p{Ll}+ed|\p{Ll}+s|said|told|wrote|went|met|made|took|gave|spoke|held|led|left|saw|sent|set|put|came|became|began|won|lost)\b"
)
_PREPOSITIONS: Final = frozenset(
    "by of to with from for against about on at in between meeting meet met including like than told tells urged accused after via over under toward towards".split()
)
_HONORIFICS: Final = frozenset("mr mrs ms dr sir president minister prime foreign secretary general the".split())
_PARENTHESIS: Final = regex.compile(r"^,[^,]{1,90},(?=\s\p{Ll})")
_WHEN: Final = regex.compile(r"^on \p{Lu}\p{L}+day |^(?:this|last) \p{L}+ ")
_SAID: Final = regex.compile(r"\b(?:said|says|that)\b")
_STOPS: Final = regex.compile(rf"[“”\".;:!?{HIDDEN}]")
_NO_TITLE: Final = regex.compile(
    r"[,.;:!?“”\"]|\b(?:that|and|but|which|who|to|with|after|before|is|was|has|had|will|it|he|she|they)\b"
)
_LONE_VERB: Final = regex.compile(r"\p{Ll}{2,12}s\s|\p{Ll}{2,12}ed\s")
_COMMENT: Final = regex.compile(
    r"\s(?:\p{L}+\s)?(?:comments?|remarks?|claims?|assertions?|statements?|warnings?|insistence|suggestions?|promises?|demands?|threats?|calls?|description|words|allegations?|view|characterisation|complaint|argument|message)\b"
)


@frozen
class Cue:
    """A verb of saying with whom it belongs to."""

    start: int
    end: int
    subject: Reference | None
    behind: bool
    """Whether the subject stands behind the verb ("said Jane Doe")."""


class Reader:
    """Reads one paragraph; used once."""

    def __init__(
        self,
        text: str,
        offset: int,
        quotes: tuple[Span, ...],
        mentions: list[Mention],
        words: list[Word],
        memory: Memory,
    ) -> None:
        """Read the references and cues of a paragraph, with what is remembered from above."""
        self.quotes = quotes
        self.memory = memory
        self.masked = _hide(text, quotes)
        self._references = find_references(self.masked, offset, mentions, words)
        self._starts = [reference.start for reference in self._references]
        self._ends = [quote.end for quote in quotes]
        self._breaks = [0, *(found.end() for found in _SENTENCE_END.finditer(self.masked)), len(self.masked) + 1]
        self._cues = self._find_cues(offset, words)
        self._cue_starts = [cue.start for cue in self._cues]
        self._read = 0

    # -- cues ---------------------------------------------------------------------------------

    def _find_cues(self, offset: int, words: list[Word]) -> list[Cue]:
        cues = [
            self._read_cue(word.start - offset, word.end - offset, word.kind)
            for word in words
            if word.kind <= Kind.SOURCE and self.masked[word.start - offset] != HIDDEN
        ]
        cues.extend(  # "Trump's comments that he was ..."
            Cue(noun.start() + 1, noun.end(), reference, behind=False)
            for reference in self._references
            if reference.possessive and (noun := _COMMENT.match(self.masked, min(reference.end + 2, len(self.masked))))
        )
        return sorted(cues, key=lambda cue: cue.start)

    def _read_cue(self, start: int, end: int, kind: Kind) -> Cue:
        if kind is Kind.SOURCE:
            return Cue(start, end, self._subject_behind(end), behind=True)
        subject = self._subject_before(start)
        if subject is None and (self._follows_quote(start) or self.masked[max(0, start - 2) : start] == ", "):
            behind = self._subject_behind(end)
            return Cue(start, end, behind, behind=behind is not None)
        return Cue(start, end, subject, behind=False)

    def _follows_quote(self, at: int) -> bool:
        number = bisect_right(self._ends, at) - 1
        return number >= 0 and at - self._ends[number] <= 4

    def _subject_before(self, verb: int) -> Reference | None:
        """Find the subject in front of a verb: only adverbs, auxiliaries or an apposition may stand between."""
        low, _ = self._sentence(verb)
        apposed = self.masked[max(0, verb - 20) : verb].rstrip()[-1:] == ","
        if apposed and (subject := self._before_apposition(low, verb)):
            return subject
        for number in range(bisect_left(self._starts, verb) - 1, -1, -1):
            reference = self._references[number]
            if verb - reference.end > _NEAR or reference.start < low:
                return None
            if reference.end > verb or reference.possessive:
                continue
            between = self.masked[reference.end : verb]
            if apposed and between == ", " and self.masked[max(0, reference.start - 2) : reference.start] == ", ":
                return self._named_beside(reference, low)
            if _BETWEEN.fullmatch(between) or (reference.shape is not Shape.PRONOUN and _APPOSED.fullmatch(between)):
                return self._named_beside(reference, low) if apposed else reference
            if _BROKEN.search(between):
                return None
        return None

    def _before_apposition(self, low: int, verb: int) -> Reference | None:
        """Find the name that commas part from its verb: Jane Doe, head of a group, the largest in town, said."""
        first = bisect_left(self._starts, low)
        for reference in self._references[first : first + 3]:
            if reference.end >= verb:
                break
            after = self.masked[reference.end : verb]
            if (
                reference.shape in (Shape.NAME, Shape.DESCRIPTION, Shape.BODY)
                and after[:1] == ","
                and after.strip(" ,")
                and HIDDEN not in after
                and len(after) < 260
                and not _SAID.search(after)
            ):
                return reference
        return None

    def _named_beside(self, reference: Reference, low: int) -> Reference:
        """Prefer the name in an apposition: "Jane Doe, the mayor, said" and "the mayor, Jane Doe, said"."""
        if reference.shape is Shape.NAME:
            return reference
        for number in range(bisect_left(self._starts, reference.start) - 1, -1, -1):
            other = self._references[number]
            if other.start < low or reference.start - other.end > 40:
                break
            gap = self.masked[other.end : reference.start].split()
            if (other.shape is Shape.NAME and not other.possessive and gap[:1] == [","]) or (
                other.shape is Shape.NAME
                and self.masked[other.end : other.end + 1] == ","
                and len(gap) <= 3
                and not other.possessive
            ):
                return other
        return reference

    def _subject_behind(self, at: int) -> Reference | None:
        """Find the subject right behind a verb; a name goes before the description that leads to it."""
        first = bisect_left(self._starts, at)
        chosen: Reference | None = None
        for reference in self._references[first : first + 4]:
            between = self.masked[at : reference.start]
            if len(between) > 90 or _STOPS.search(between) or len(between.split()) > 9:
                break
            if chosen is None and not _leads_to_name(between):
                break
            if reference.shape is Shape.NAME and not reference.possessive:
                return reference
            chosen = chosen or (None if reference.possessive else reference)
            if reference.shape is Shape.PRONOUN:
                break
        return chosen

    # -- sentences ----------------------------------------------------------------------------

    def _sentence(self, position: int) -> tuple[int, int]:
        number = bisect_right(self._breaks, position) - 1
        low = self._breaks[number]
        high = self._breaks[number + 1] if number + 1 < len(self._breaks) else len(self.masked)
        return max(low, position - _WINDOW), min(high, position + _WINDOW)

    def _between(self, low: int, high: int) -> list[Cue]:
        return self._cues[bisect_left(self._cue_starts, low) : bisect_left(self._cue_starts, high)]

    def _inside(self, low: int, high: int) -> list[Reference]:
        return self._references[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

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
            ]
            if earlier:
                return self.memory.resolve(earlier[-1], [])
        named = [r for r in self._inside(low, cue.subject.start) if r.shape is Shape.NAME and not r.possessive]
        before = [r.text for r in named if self._is_subject(r)]
        if named and not before and self.memory.subject is None:
            before = [named[-1].text]
        return self.memory.resolve(cue.subject, before)

    def _is_subject(self, reference: Reference) -> bool:
        """Tell whether a reference stands where a subject does: no preposition before it, a verb behind it."""
        words = self.masked[max(0, reference.start - 40) : reference.start].split()
        while words and words[-1].lower() in _HONORIFICS:
            words.pop()
        if words and words[-1].lower() in _PREPOSITIONS:
            return False
        behind = self.masked[reference.end : reference.end + _NEAR]
        behind = _PARENTHESIS.sub("", behind).lstrip(" ,")
        behind = _WHEN.sub("", behind)
        while behind.split(maxsplit=1)[:1] and behind.split(maxsplit=1)[0] in _LOOSE:
            behind = behind.partition(" ")[2]
        return bool(_VERB_BEHIND.match(behind))

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
        for cue in self._between(end, min(stop, high, first + _NEAR + 60)):
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
            if begins <= first + 4 or (cue.subject.shape is Shape.NAME and _leads_to_name(lead)):
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


def _leads_to_name(words: str) -> bool:
    """Tell whether words may stand between a verb or a quote and a name: titles, states, offices."""
    return len(words) < 90 and not _NO_TITLE.search(words)


def _hide(text: str, quotes: tuple[Span, ...]) -> str:
    """Hide quoted words; their last stop stays, for it may end a sentence."""
    pieces: list[str] = []
    done = 0
    for start, end in quotes:
        final = text[end - 1] if text[end - 1] in ".!?…" else HIDDEN
        pieces += (text[done:start], HIDDEN * (end - start - 1), final)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)
