"""Who claims what a sentence states: "the mayor said two people were hurt", "..., according to police".

Contract: told by the cues of the sentence that holds a place, and by a report that still goes on; nothing is told
where the writer states it. All look-ups go over a bounded number of chunks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.lexicon.words import (
    CONJUNCTION,
    JUDGE,
    MAYBE,
    PREPOSITION,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    VERB,
)
from warparse.speech.chunks import COLON, COMMA, DASH, NAME, QUOTE, STOP
from warparse.speech.clauses import BREAKS, HELPERS, NOMINAL, NOUNS, VERBS
from warparse.speech.mentions import HUMAN, REACH
from warparse.speech.paragraph import Cue

if TYPE_CHECKING:
    from warparse.speech.reader import Reader
    from warparse.speech.readings import Readings

__all__ = ["Claims"]

_JUDGING: Final = frozenset(
    "accuse accuses accused accusing blame blames blamed cite cites cited quote quotes quoted quoting".split()
)
"""Words of judging behind which a claim stands, beside those of two words such as "spoke of"."""
_COUNTING: Final = frozenset(
    "put puts putting raised raises count counts counted record records recorded registered documented verified"
    " tallied logged lists listed".split()
)
"""Words of no saying with which somebody gives a number; their subject is a person or an institution."""
_TIMELY: Final = frozenset(("after", "before", "since", "as", "when", "while", "though", "although", "hours", "days"))
"""Words that open a clause of the writer's behind one that tells who said the rest."""
_FORCES: Final = frozenset("staff ministry army military forces force command navy".split())
"""Words of the names of those who report day by day."""
_REPORTS: Final = frozenset(("report", "update", "bulletin", "summary", "briefing", "digest"))
_FAR: Final = 120
"""Chunks on either side of a place in which a cue may claim it."""
_PARTS: Final = 3
"""Semicolons over which a sentence goes on either way."""
_CARRIED: Final = 12
"""Sentences over which a report goes on."""
_PLAIN: Final = frozenset(
    "agree agrees agreed agreeing ask asks asked asking urge urges urged urging vow vows vowed vowing pledge pledges"
    " pledged pledging promise promises promised promising threaten threatens threatened threatening demand demands"
    " demanded demanding deny denies denied denying appeal appeals appealed appealing propose proposes proposed"
    " offer offers offered".split()
)
"""Words of saying behind which no claim stands."""
_SECTIONS: Final = frozenset("live update updates watch analysis explained explainer".split())
_HEAD: Final = 8
"""Chunks of a heading in which a name and a colon stand."""
_TAIL: Final = 14
"""Chunks behind a verb of saying in which its sentence ends or goes on."""


class Claims:
    """Finds who claims the words at a place of a document."""

    def __init__(self, readings: Readings) -> None:
        """Take up a document's paragraphs."""
        self._readings = readings
        self._standing: list[str | None] = [None]

    def teller(self, number: int, offset: int) -> str | None:
        """Give who claims the words at a place; None where the writer states them.

        Args:
            number: the passage.
            offset: a position in its text.
        """
        reader, at = self._readings.read(number, offset)
        found, done = self._told(reader, at)
        if done:
            return found
        found, done = self._carried(reader, at)
        return found if done else self._standing_before(number)

    def _standing_before(self, number: int) -> str | None:
        """Give whose report stands when a passage begins: a staff's morning report that goes on over paragraphs."""
        while len(self._standing) <= number:
            at = len(self._standing)
            before = self._readings.passages[at - 1]
            standing = self._standing[-1]
            if self._readings.passages[at].fresh:
                standing = None
            elif not before.aside:
                standing = self._report_at_end(at - 1, standing)
            self._standing.append(standing)
        return self._standing[number]

    def _report_at_end(self, number: int, standing: str | None) -> str | None:
        """Give whose report stands when a passage ends."""
        text = self._readings.passages[number].text
        reader, at = self._readings.read(number, max(len(text) - 1, 0))
        low = 0
        for high in range(at, -1, -_FAR):
            low = max(high - _FAR, 0)
            for cue in reversed(self._cues(reader, low, high + 1)):
                name = self._name(reader, cue)
                if name is not None:
                    return name if self._reports(reader, cue, name) else None
        return standing

    def _reports(self, reader: Reader, cue: Cue, name: str) -> bool:
        """Tell whether a cue opens a report of the forces: "the General Staff said in its morning report"."""
        if not _FORCES.intersection(name.lower().split()):
            return False
        word = reader.chunks[cue.at].word
        following = {chunk.word for chunk in reader.chunks[cue.at + 1 : cue.at + 4]}
        return word.startswith("report") or bool(_REPORTS & {word_.rpartition(" ")[2] for word_ in following})

    def _told(self, reader: Reader, at: int) -> tuple[str | None, bool]:
        """Ask the sentence of a chunk who claims it; tell also whether its cues leave nothing to ask."""
        low, high = self._sentence(reader, at)
        cues = self._cues(reader, max(low, at - _FAR), min(high, at + _FAR))
        for cue in reversed([cue for cue in cues if cue.at < at]):
            if self._is_left(reader, cue, at):
                return None, True
            if cue.subject < at and (found := self._name(reader, cue)):
                return self._cited(reader, cues, cue) or found, True
        for cue in (cue for cue in cues if cue.at > at):
            if self._closes(reader, cue, at) and (found := self._name(reader, cue)):
                return found, True
        if found := self._headed(reader, low, at):
            return found, True
        return None, bool(cues)

    def _cited(self, reader: Reader, cues: list[Cue], cue: Cue) -> str | None:
        """Give whom a sentence cites before it tells who reports: "Citing the mayor, Reuters says"."""
        first = cues[0]
        cited = first.at < cue.at and reader.chunks[first.at].word == "citing"
        return self._name(reader, first) if cited else None

    def _sentence(self, reader: Reader, at: int) -> tuple[int, int]:
        """Give where a sentence begins and ends, its parts between semicolons taken together."""
        low, high = reader.paragraph.sentence(at)
        for _ in range(_PARTS):
            if low and self._parts(reader, low - 1):
                low = reader.paragraph.sentence(low - 2)[0]
            if self._parts(reader, high):
                high = reader.paragraph.sentence(high + 1)[1]
        return low, high

    def _parts(self, reader: Reader, at: int) -> bool:
        """Tell whether a chunk is a semicolon."""
        return at < len(reader.chunks) and reader.text[reader.chunks[at].start : reader.chunks[at].end] == ";"

    def _carried(self, reader: Reader, at: int) -> tuple[str | None, bool]:
        """Ask the sentences before one without a cue whether a report still goes on; tell also whether they do."""
        for _ in range(_CARRIED):
            low, _high = reader.paragraph.sentence(at)
            if not low:
                return None, False
            at = low - 1
            low, high = reader.paragraph.sentence(at - 1 if reader.kinds[at] == STOP else at)
            for cue in reversed(self._cues(reader, max(low, high - _FAR), high)):
                name = self._name(reader, cue)
                if name is not None:
                    opens = not self._closes(reader, cue, low) or self._reports(reader, cue, name)
                    return (name if opens else None), True
            at = low
        return None, False

    def _cues(self, reader: Reader, low: int, high: int) -> list[Cue]:
        """Give the cues of a sentence that claim something, each with its subject, in order."""
        paragraph = reader.paragraph
        found = [cue for cue in paragraph.between(low, high) if self._claims(reader, cue)]
        for at in range(low, min(high, len(paragraph.chunks))):
            if paragraph.chunks[at].word == "citing" and paragraph.kinds[at + 1] in NOMINAL:
                found.append(Cue(at, SAY, at + 1, behind=True))
            elif paragraph.kinds[at] == VERB and paragraph.chunks[at].word in _COUNTING:
                subject = -1 if paragraph.is_passive(at) else paragraph.subject(at)
                if subject >= 0 and paragraph.is_somebody(subject):
                    found.append(Cue(at, SAY, subject, behind=False))
        return sorted(found)

    def _claims(self, reader: Reader, cue: Cue) -> bool:
        if cue.subject < 0:
            return False
        chunk = reader.chunks[cue.at]
        word = chunk.word
        if cue.kind in (SAY, SOURCE, THINK):
            if cue.kind == SOURCE and not reader.paragraph.is_somebody(cue.subject):
                return bool(reader.chunks[cue.subject].owner)  # "according to preliminary data"
            plain = word in _PLAIN or (chunk.flags & MAYBE and not reader.paragraph.is_somebody(cue.subject))
            return not plain
        return cue.kind == JUDGE and (" " in word or word in _JUDGING)

    def _name(self, reader: Reader, cue: Cue) -> str | None:
        """Name the subject of a cue; a paper names whose it is, or nobody."""
        return reader.named(cue.subject)

    def _is_left(self, reader: Reader, cue: Cue, at: int) -> bool:
        """Tell whether the writer speaks again behind a cue that closed: ", the agency said, after two were killed"."""
        for i in range(cue.at + 1, min(at, cue.at + REACH)):
            opens = reader.kinds[i] == COMMA and i + 1 < at and reader.kinds[i + 1] == SUBORDINATOR
            if opens and reader.chunks[i + 1].word in _TIMELY and self._closes(reader, cue, cue.at):
                return True
        return False

    def _closes(self, reader: Reader, cue: Cue, at: int) -> bool:
        """Tell whether a cue stands behind its words: "..., the mayor said on Friday", "..., said the mayor"."""
        if cue.kind == SOURCE or cue.behind:
            return True
        kinds = reader.kinds
        if not self._is_apart(reader, cue, at):
            return False
        for i in range(cue.at + 1, min(cue.at + _TAIL, len(reader.chunks))):
            kind = kinds[i]
            if kind in (STOP, COMMA, DASH):
                return True
            if kind in (COLON, QUOTE) or kind in HELPERS or kind == SUBORDINATOR:
                return False
            acts = kind in VERBS and not reader.paragraph.is_participle(i) and kinds[i - 1] in NOMINAL
            if acts and not (kinds[i + 1] == PREPOSITION and reader.chunks[i].word.endswith("ed")):
                return False  # but "in remarks carried by an agency" is no clause
        return True

    def _is_apart(self, reader: Reader, cue: Cue, at: int) -> bool:
        """Tell whether a comma parts a cue's subject from the words before it."""
        kinds = reader.kinds
        for i in range(cue.subject - 1, max(cue.subject - _TAIL, at - 1, -1), -1):
            if kinds[i] in BREAKS:
                return True
            if kinds[i] not in NOUNS and kinds[i] not in (PREPOSITION, CONJUNCTION):
                return False
        return cue.subject <= at or kinds[at] in BREAKS

    def _headed(self, reader: Reader, low: int, at: int) -> str | None:
        """Ask the name with which a heading begins: "Israel: eight soldiers killed"."""
        for i in range(low + 1, min(at, low + _HEAD)):
            if reader.kinds[i] == COLON:
                chunk = reader.chunks[i - 1]
                alone = (
                    i == low + 1
                    and chunk.word not in _SECTIONS
                    and (chunk.kind == NAME or chunk.head in HUMAN or chunk.entity is not None)
                )
                return reader.topic(low, i) if alone else None
        return None
