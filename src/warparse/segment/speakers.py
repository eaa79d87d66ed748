"""Who said it: a sieve from sure to unsure.

Contract: reads the blocks in order, once; for each quote the first rule that is sure decides: a cue
right behind it, a cue before it in its sentence, a cue around it, the speaker who goes on, the lead-in
of a block quotation. What no rule tells is None, not a guess. Every look-up is bounded by a window,
so a line of a million quotes costs what its length does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from warparse.segment.memory import Memory
from warparse.segment.paragraph import Paragraph
from warparse.segment.reader import Reader
from warparse.span import Span

if TYPE_CHECKING:
    from warparse.segment.names import NameIndex

__all__ = ["Answer", "Passage", "attribute"]

_STORY = 6
"""Passages above a quote in which its speaker may have been told."""
_SEARCHED = 400
"""Quotes of a document in which a heading's words are looked for."""
Answer = tuple[str | None, str]
"""A speaker, and the id of the rule that told; None and an empty id where none did."""


@frozen
class Passage:
    """A kept block as the sieve reads it."""

    start: int
    """Where it starts in the document."""
    text: str
    """Its text."""
    quotes: tuple[Span, ...]
    """The quoted words in it, as spans of its text."""
    whole: bool
    """Whether it is a block quotation."""
    fresh: bool
    """Whether it opens a post, so that nothing before it is remembered."""
    aside: bool = False
    """Whether it stands outside the flow of the prose, as headings and captions do."""


def attribute(passages: list[Passage], index: NameIndex) -> list[list[Answer]]:
    """Find the speaker of every quote.

    Args:
        passages: the kept blocks, in order.
        index: the document's names.

    Returns:
        For each passage, for each of its quotes, its speaker.
    """
    starts = [run.start for run in index.runs]
    memory = Memory(index)
    told: list[list[Answer]] = []
    quoted_above = False
    needed = _needed(passages)
    for number, passage in enumerate(passages):
        if passage.fresh:
            memory = Memory(index)
        if not needed[number]:
            told.append([])
            quoted_above = quoted_above and passage.aside
            continue
        low, high = bisect_left(starts, passage.start), bisect_right(starts, passage.start + len(passage.text))
        told.append(_attribute_one(passage, index, low, high, memory, quoted_above=quoted_above))
        quoted_above = bool(passage.quotes) if not passage.aside else quoted_above
    _share_words(passages, told)
    return told


def _share_words(passages: list[Passage], told: list[list[Answer]]) -> None:
    """Give a heading's or caption's quote the speaker of the same words in the prose."""
    known: dict[str, str] = {}
    for passage, answers in zip(passages, told, strict=True):
        if not passage.aside:
            for (start, end), (speaker, _) in zip(passage.quotes, answers, strict=True):
                if speaker:
                    known.setdefault(_bare(passage.text[start:end]), speaker)
    for passage, answers in zip(passages, told, strict=True):
        for number, (start, end) in enumerate(passage.quotes if passage.aside else ()):
            words = _bare(passage.text[start:end])
            speaker = known.get(words) or _within(words, known)
            if speaker:
                answers[number] = (speaker, "speaker.same-words")


def _within(words: str, known: dict[str, str]) -> str | None:
    """Give the speaker of the first quote that holds some words; only the first ones of a long document are asked."""
    if " " not in words:
        return None
    return next((speaker for quoted, speaker in islice(known.items(), _SEARCHED) if words in quoted), None)


def _bare(words: str) -> str:
    return words.strip(" .,!?…").lower().replace("’", "'")


def _needed(passages: list[Passage]) -> list[bool]:
    """Tell for each passage whether a quote stands in it or soon behind it in its post; the others need no reading."""
    needed = []
    ahead = 0
    for passage in reversed(passages):
        ahead = _STORY if passage.quotes else ahead - 1
        needed.append(ahead > 0)
        ahead = 0 if passage.fresh else ahead
    return needed[::-1]


def _attribute_one(
    passage: Passage, index: NameIndex, low: int, high: int, memory: Memory, *, quoted_above: bool
) -> list[Answer]:
    if passage.whole:
        return [_signed(passage, memory) for _ in passage.quotes]
    paragraph = Paragraph(passage.text, passage.start, passage.quotes, index.runs[low:high], index.named[low:high])
    reader = Reader(paragraph, memory)
    if passage.aside:
        answers = [_first(reader, number) or _headed(reader, number) for number in range(len(reader.at))]
        reader.glance()
        return answers
    answers = []
    for number in range(len(reader.at)):
        reader.advance(reader.at[number])
        answer = _first(reader, number) or _going_on(reader, number, memory, quoted_above=quoted_above) or (None, "")
        if answer[0]:
            memory.speaker = memory.focus = answer[0]
        answers.append(answer)
    reader.finish()
    return answers


def _first(reader: Reader, number: int) -> Answer | None:
    """Ask the cues of the quote's own sentence, the surest first."""
    for rule, find in (
        ("speaker.cue-behind", reader.behind),
        ("speaker.cue-before", reader.before),
        ("speaker.led", reader.led),
        ("speaker.cue-around", reader.around),
        ("speaker.clause", reader.clause),
    ):
        name = find(number)
        if name:
            return name, rule
    return None


def _headed(reader: Reader, number: int) -> Answer:
    name = reader.headed(number)
    return (name, "speaker.headed") if name else (None, "")


def _going_on(reader: Reader, number: int, memory: Memory, *, quoted_above: bool) -> Answer | None:
    """Let the speaker go on: over the rest of the paragraph, from the paragraph above, or as the last heard."""
    if number:
        return (memory.speaker, "speaker.goes-on") if memory.speaker else None
    if reader.alone(0):
        if quoted_above and memory.speaker:
            return memory.speaker, "speaker.paragraph-above"
        return (memory.focus, "speaker.subject") if memory.focus else None
    return (memory.focus, "speaker.recent") if memory.focus else None


def _signed(passage: Passage, memory: Memory) -> Answer:
    """Give the speaker of a block quotation: who signs it, else whom its lead-in names."""
    signature = passage.text[passage.quotes[0].end :].strip(" *_”\"’'»—–-\n")
    if signature.startswith("[") and "]" in signature:
        return signature[1 : signature.index("]")].removeprefix("Judgment of the ").removeprefix(
            "the "
        ).strip(), "speaker.signature"
    if "(@" in signature:
        return signature[: signature.index("(@")].strip(), "speaker.signature"
    return memory.speaker, "speaker.lead-in" if memory.speaker else ""
