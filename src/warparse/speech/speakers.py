"""Who said it: a sieve from sure to unsure.

Contract: reads the blocks in order, once; for each quote the first rule that is sure decides: a cue
right behind it, a cue before it in its sentence, a cue around it, the speaker who goes on, the lead-in
of a block quotation. What no rule tells is None, not a guess. Every look-up is bounded by a window,
so a line of a million quotes costs what its length does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import define

from warparse.lexicon.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CLASS,
    CONJUNCTION,
    JUDGE,
    PAPER,
    PREPOSITION,
    SAY,
    THINK,
    VERB,
    classes,
    nouns,
)
from warparse.model import BlockKind, NameKind
from warparse.names.index import NameIndex
from warparse.speech.beside import find_beside, goes_on_alone
from warparse.speech.echoes import share_words
from warparse.speech.paragraph import Paragraph
from warparse.speech.passages import Answer, Passage, goes_on, join
from warparse.speech.quotes import find_signature
from warparse.speech.reader import Reader
from warparse.speech.recall import Recall
from warparse.speech.references import Reference, Shape

if TYPE_CHECKING:
    from warparse.names.capitals import Run

__all__ = ["attribute"]


def attribute(passages: list[Passage], index: NameIndex) -> list[list[Answer]]:
    """Find the speaker of every quote.

    Args:
        passages: the kept blocks, in order.
        index: the document's names.

    Returns:
        For each passage, for each of its quotes, its speaker.
    """
    sieve = _Sieve(index, [run.start for run in index.runs], Recall(index=index))
    told: list[list[Answer]] = [[] for _ in passages]
    at = 0
    while at < len(passages):
        until = at + 1
        if passages[at].fresh:
            sieve.memory.former = None
            sieve.memory = Recall(index=index, former=sieve.memory)
        while until < len(passages) and goes_on(passages[until - 1], passages[until]):
            until += 1
        if until == at + 1:
            told[at] = sieve.read(passages[at])
        else:
            answers = iter(sieve.read(join(passages[at:until])))
            for number in range(at, until):
                told[number] = [next(answers) for _ in passages[number].quotes]
        if passages[at].kind is BlockKind.QUOTE:
            _sign(passages, at, told)
        elif at and passages[at - 1].unclosed:
            _go_back(passages, at, told)
        at = until
    share_words(passages, told, index)
    return told


def _go_back(passages: list[Passage], at: int, told: list[list[Answer]]) -> None:
    """Give the words that go on in a passage to whoever it says speaks, where the passages before it do not tell."""
    opens = bool(told[at]) and not passages[at].text[: passages[at].quotes[0].start].strip(_OPENERS)
    if not (opens and told[at][0][1] in _SURE):
        return
    while at and passages[at - 1].unclosed and told[at - 1] and told[at - 1][-1][1] not in _SURE:
        at -= 1
        told[at][-1] = told[at + 1][0]


def _sign(passages: list[Passage], at: int, told: list[list[Answer]]) -> None:
    """Give the block quotations above a signature to whoever signs."""
    name = find_signature(passages[at].text)
    above = at - 1
    while (
        name
        and above >= 0
        and passages[above].kind is BlockKind.QUOTE
        and not passages[above + 1].fresh
        and told[above]
    ):
        told[above] = [(None if name.lower().startswith("anonym") else name, "speaker.signature") for _ in told[above]]
        above -= 1


_SURE: Final = ("speaker.cue-behind", "speaker.cue-before", "speaker.cue-around", "speaker.led")
"""Rules that tell by a verb or a colon."""
_OPENERS: Final = "“\"‘'«„*_>•- "
_GOVERNING: Final = frozenset((PREPOSITION, VERB, CONJUNCTION))
_ACTING: Final = frozenset((VERB, SAY, JUDGE, THINK, BE, AUXILIARY, ADVERB))


@define
class _Sieve:
    """Reads passages one after the other: those with quotes at once, others when a quote asks what was told."""

    index: NameIndex
    starts: list[int]
    """Where each run of capitals starts."""
    memory: Recall
    quoted: bool = False
    """Whether the paragraph above held a quote."""
    asked: bool = False
    """Whether a question stands above, as in an interview."""
    answerer: str | None = None
    """Who answers an interview's questions."""

    def read(self, passage: Passage) -> list[Answer]:
        """Give the speakers of a passage's quotes, and remember the passage."""
        if passage.kind is BlockKind.QUOTE:
            return [_signed(passage, self.memory) for _ in passage.quotes]
        if passage.aside:
            return self._read_aside(passage)
        if not passage.quotes:
            self.memory.put_off(
                partial(self._learn, passage, self.memory, []), partial(self._skim, passage, self.memory)
            )
            self.quoted = self.asked = False
            return []
        answers = self._read_quotes(passage)
        self.quoted, self.asked = True, False
        return answers

    def _read_quotes(self, passage: Passage) -> list[Answer]:
        """Give the speakers of a paragraph's quotes: by what stands beside them, else by reading the paragraph."""
        answers: list[Answer] = []
        told: list[str | None] = []
        reader: Reader | None = None
        for number in range(len(passage.quotes)):
            answer = self._read_beside(passage, number, told)
            if answer is None:
                reader = reader or self._reader(passage, self.memory)
                reader.told = told
                self.memory.current = partial(reader.catch_up, number)
                answer = reader.ask(number) or self._going_on(reader, number)
                self.memory.current = None
            answers.append(answer)
            told.append(answer[0])
        learn = reader.finish if reader is not None else partial(self._learn, passage, self.memory, told)
        self.memory.put_off(learn, partial(self._skim, passage, self.memory, told))
        return answers

    def _read_beside(self, passage: Passage, number: int, told: list[str | None]) -> Answer | None:
        """Give the speaker of a quote if what stands right beside it tells."""
        name = find_beside(passage, number, self.index, self.starts)
        if name in ("he", "she"):
            name = self.memory.resolve(Reference(Shape.PRONOUN, name), [])
        if name:
            return name, "speaker.cue-behind"
        if number and told[-1] and goes_on_alone(passage, number):
            return told[-1], "speaker.goes-on"
        return None

    def _read_aside(self, passage: Passage) -> list[Answer]:
        self.asked = passage.kind is BlockKind.HEADING and passage.text.rstrip("*_ ")[-1:] == "?"
        answers = []
        if passage.quotes:
            memory = Recall(index=self.index, former=self.memory)
            reader = self._reader(passage, memory)
            for number in range(len(reader.at)):
                memory.current = partial(reader.catch_up, number)
                answers.append(reader.ask(number) or reader.ask_head(number))
                reader.told.append(answers[-1][0])
        self._skim(passage, self.memory)
        return answers

    def _reader(self, passage: Passage, memory: Recall) -> Reader:
        low, high = self._runs(passage)
        runs, named = self.index.runs[low:high], self.index.named[low:high]
        return Reader(Paragraph(passage.text, passage.start, passage.quotes, runs, named), memory)

    def _runs(self, passage: Passage) -> tuple[int, int]:
        low = bisect_left(self.starts, passage.start)
        return low, bisect_right(self.starts, passage.start + len(passage.text), low)

    def _learn(self, passage: Passage, memory: Recall, told: list[str | None]) -> None:
        """Remember what a passage tells, and who said its quotes."""
        reader = self._reader(passage, memory)
        reader.told = told
        reader.finish()

    def _skim(self, passage: Passage, memory: Recall, told: list[str | None] | None = None) -> None:
        """Remember only who is named, and who of them is what a sentence is about by the words beside the name."""
        low, high = self._runs(passage)
        memory.sentence += 1
        for run, entity in zip(self.index.runs[low:high], self.index.named[low:high], strict=True):
            if entity is not None and entity.kind is NameKind.PERSON:
                if _acts(run):
                    memory.turn_to(entity.name)
                else:
                    memory.meet(entity.name)
        if told and told[-1] and _is_known(told[-1], self.index):
            memory.hear(told[-1], Shape.NAME)

    def _going_on(self, reader: Reader, number: int) -> Answer:
        """Let the speaker go on: over the rest of the paragraph, from the paragraph above, or as the last heard."""
        memory = self.memory
        if number and reader.adjoins(number) and reader.told[-1]:
            return reader.told[-1], "speaker.goes-on"
        memory.learn()
        if number:
            return (memory.speaker, "speaker.goes-on") if memory.speaker else (None, "")
        if not reader.is_alone(0):
            return (memory.focus, "speaker.recent") if memory.focus else (None, "")
        if self.asked:
            self.answerer = self.answerer or memory.focus
            return (self.answerer, "speaker.interview") if self.answerer else (None, "")
        if self.quoted and memory.speaker:
            return memory.speaker, "speaker.paragraph-above"
        return (memory.focus, "speaker.subject") if memory.focus else (None, "")


def _acts(run: Run) -> bool:
    """Tell whether a name stands where a subject does: no preposition or verb before it, a verb or a comma behind it."""
    if run.possessive:
        return False
    text, end = run.prose, run.at + run.end - run.start
    before = text[max(0, run.at - 24) : run.at].rstrip().rpartition(" ")[2].lower()
    if classes().get(before, 0) & CLASS in _GOVERNING:
        return False
    behind = text[end : end + 24].split(maxsplit=1)[:1]
    return text[end : end + 1] == "," or (bool(behind) and classes().get(behind[0].rstrip(",."), 0) & CLASS in _ACTING)


def _is_known(name: str, index: NameIndex) -> bool:
    entity = index.by_name.get(name)
    return entity is not None and entity.kind is NameKind.PERSON


def _issuer(signature: str) -> str:
    """Give whose words a signature tells: of a paper's, who issued it ("Judgment of the Court").

    >>> _issuer("Judgment of the Harbour Court"), _issuer("the Bank of Ireland")
    ('Harbour Court', 'Bank of Ireland')
    """
    paper, _, issuer = signature.partition(" of ")
    issued = issuer and nouns().get(paper.rpartition(" ")[2].lower()) == PAPER
    return (issuer if issued else signature).strip().removeprefix("the ").strip()


def _signed(passage: Passage, memory: Recall) -> Answer:
    """Give the speaker of a block quotation: who signs it, else whom its lead-in names."""
    signature = passage.text[passage.quotes[0].end :].strip(" *_”\"’'»—–-\n")
    if signature.startswith("[") and "]" in signature:
        return _issuer(signature[1 : signature.index("]")]), "speaker.signature"
    if "(@" in signature:
        return signature[: signature.index("(@")].strip(), "speaker.signature"
    memory.learn()
    return memory.speaker, "speaker.lead-in" if memory.speaker else ""
