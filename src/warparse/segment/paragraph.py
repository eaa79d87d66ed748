"""One paragraph read for its speakers: references, cues (verbs of saying with their subjects), sentences.

Contract: quoted words are hidden while the paragraph is read; a cue's subject is the reference beside
its verb. All look-ups go through sorted positions and a bounded window.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from warparse.segment.references import HIDDEN, Mention, Reference, Shape, find_references
from warparse.segment.words import Kind, Word

if TYPE_CHECKING:
    from warparse.span import Span

__all__ = ["Cue", "Paragraph", "leads_to_name"]

_WINDOW: Final = 500
"""Characters on either side of a quote in which its cue is looked for."""
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


class Paragraph:
    """One paragraph, its quoted words hidden; made once and read from left to right."""

    def __init__(
        self,
        text: str,
        offset: int,
        quotes: tuple[Span, ...],
        mentions: list[Mention],
        words: list[Word],
    ) -> None:
        """Read the references and cues of a paragraph."""
        self.quotes = quotes
        self.masked = _hide(text, quotes)
        self._references = find_references(self.masked, offset, mentions, words)
        self._starts = [reference.start for reference in self._references]
        self._ends = [quote.end for quote in quotes]
        self._breaks = [0, *(found.end() for found in _SENTENCE_END.finditer(self.masked)), len(self.masked) + 1]
        self._cues = self._find_cues(offset, words)
        self._cue_starts = [cue.start for cue in self._cues]

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
        if apposed and (subject := self._closing_name(verb) or self._before_apposition(low, verb)):
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

    def _closing_name(self, verb: int) -> Reference | None:
        """Find the name between two commas in front of a verb: the mayor of the town, Jane Doe, said."""
        number = bisect_left(self._starts, verb) - 1
        reference = self._references[number] if number >= 0 else None
        if reference is None or reference.shape is not Shape.NAME or reference.possessive:
            return None
        closed = self.masked[reference.end : verb].strip() == ","
        return reference if closed and self.masked[: reference.start].rstrip()[-1:] == "," else None

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
            if chosen is None and not leads_to_name(between):
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


def leads_to_name(words: str) -> bool:
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
