"""A paragraph as chunks: who and what is meant, the verbs between them, the quotes.

Contract: `split_chunks` reads the paragraph's words once, from left to right; nothing in it looks further
than one word ahead.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final

from warparse.lexicon.nations import nation_words
from warparse.lexicon.words import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CONJUNCTION,
    DETERMINER,
    NUMBER,
    OBJECT,
    OTHER,
    PAPER,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    classes,
    states,
)
from warparse.model import NameKind
from warparse.names.capitals import HONOURS, is_organisation, kind_of
from warparse.speech.chunks import (
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    HIDDEN,
    NAME,
    NOUN,
    QUOTE,
    STATE,
    STOP,
    Chunk,
    NounPhrase,
)
from warparse.speech.phrases import OPENING, UNKNOWN, PhraseBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warparse.names.capitals import Run
    from warparse.names.entities import Entity
    from warparse.span import Span

__all__ = ["split_chunks"]

_TOKEN: Final = re.compile(
    r"[^\W\d_][^\W_]*(?:(?:\.-|['.\-/&])[^\W_]+)*|\d+(?:[.,:]\d+)+|[^\W_]+(?:['.\-/&][^\W_]+)*|\x01+|[^\s\w]"
)
"""A word, a number, a hidden quote or a mark: a word's parts end where no letter follows, so none is read twice."""
# Numbers that no class of words with its flags takes, for what it cannot tell.
_NAMELESS: Final = 28
"""A word in capitals that no list knows, or of a state's people: a noun or an adjective."""
_APOSTROPHE: Final = 36
_POINT: Final = 37
_BRACKET: Final = 38
_MARKS: Final = {
    **dict.fromkeys("|■●▪◆•;!?…", STOP),
    **dict.fromkeys("–—-", DASH),
    ",": COMMA,
    ":": COLON,
    "'": _APOSTROPHE,
    ".": _POINT,
    "(": _BRACKET,
}
_TRAILING: Final = ",.:;?!"
_CLOSING: Final = "”\"'»*_)]"
_SHORTENED: Final = frozenset(
    "mr mrs ms mx dr st prof gen lt col maj capt cmdr cdr adm sgt brig cpl pvt supt rev hon amb msgr sen rep gov vs no jan feb mar apr jun jul aug"
    " sept sep oct nov dec a.m p.m e.g i.e etc u.s u.n u.k".split()
)
_LINK: Final = re.compile(r"\]\([^()\s\x01]{0,2000}\)")
_PAIRED: Final = 2
"""Chunks of an office before its last noun: "secretary", "of"."""
_ASIDE: Final = 90
"""Characters of a parenthesis that is left out."""


@cache
def _table() -> dict[str, int]:
    return {**classes(), **_MARKS}


class _Chunker(PhraseBuilder):
    """Reads one paragraph; used once."""

    def __init__(
        self,
        text: str,
        masked: str,
        quotes: Sequence[Span],
        offset: int,
        runs: Sequence[Run],
        named: Sequence[Entity | None],
    ) -> None:
        super().__init__(masked)
        self.text = text
        self.runs = runs
        self.named = named
        self.number = -1
        self.table = _table()
        self.offset = offset
        self.following = 0
        """Where the next run of capitals starts."""
        self._next_run()
        self.quotes = {quote.start: number for number, quote in enumerate(quotes)}
        self.seen = 0
        """Quotes read."""

    def read(self) -> list[Chunk]:
        """Read the paragraph's words and marks from left to right.

        What stands between two spaces is mostly one word, with a mark behind it or without; only the rest is
        taken apart.
        """
        get, handlers = self.table.get, _HANDLERS
        high = -1
        for piece in self.masked.split(" "):
            start = high + 1
            high = start + len(piece)
            if start < self.done or self.following < high:
                self._meet_run(start, high)
                continue
            kind = get(piece, UNKNOWN)
            if kind != UNKNOWN:
                handlers[kind](self, piece, kind, start, high)
                continue
            final = piece[-1:]
            if final not in _TRAILING:
                self._read_piece(piece, start, high)
            elif final:
                self._read_piece(piece[:-1], start, high - 1)
                if self.done < high:
                    self.mark(final, _MARKS[final], high - 1, high)
        self.close()
        if self.seen < len(self.quotes):
            self._add_unseen()
        return self.chunks

    def _add_unseen(self) -> None:
        """Add quotes that stand within something else, as no sentence does it: every quote has its chunk."""
        numbers = {chunk.flags for chunk in self.chunks if chunk.kind == QUOTE}
        for start, number in self.quotes.items():
            if number not in numbers:
                at = bisect_right(self.chunks, start, key=lambda chunk: chunk.start)
                end = len(self.masked) - len(self.masked[start:].lstrip(HIDDEN))
                self.chunks.insert(at, Chunk(QUOTE, start, end, flags=number))

    def _read_piece(self, piece: str, start: int, end: int) -> None:
        """Read what stands between two spaces, a mark at its end left out."""
        kind = NUMBER if piece.isdecimal() else self.table.get(piece, UNKNOWN)
        if kind != UNKNOWN or (piece.islower() and piece.isalpha()):
            _HANDLERS[kind](self, piece, kind, start, end)
        elif not piece.isalpha():
            self._take_apart(start, end)
        else:
            low = _lower(piece)
            self._word(low, self.table.get(low, UNKNOWN), start, end)

    def _meet_run(self, low: int, high: int) -> None:
        """Read what stands between two spaces and holds the rest of a run of capitals, or where one begins."""
        if low < self.done:
            low = self.done
        elif low == self.following and self.masked[low] != HIDDEN:
            self._run()
            low = self.done
        if low == high - 1 and self.masked[low] in _TRAILING:
            self.mark("", _MARKS[self.masked[low]], low, high)
        elif low < high:
            self._take_apart(low, high)

    def _take_apart(self, low: int, high: int) -> None:
        """Read what stands between two spaces: words with their marks, names, quotes."""
        masked, get = self.masked, self.table.get
        for found in _TOKEN.finditer(masked, low, high):
            start, end = found.span()
            if start < self.done:
                continue
            while self.following < start:
                self._next_run()
            if self.following == start and masked[start] != HIDDEN:
                self._run()
                continue
            word = _lower(masked[start:end])
            kind = get(word, UNKNOWN)
            if _APOSTROPHE <= kind <= DASH:
                self.mark(word, kind, start, end)
            else:
                self._word(word, kind, start, end)

    def _next_run(self) -> None:
        self.number += 1
        self.following = (
            self.runs[self.number].start - self.offset if self.number < len(self.runs) else len(self.masked) + 1
        )

    def _run(self) -> None:
        """Add the next run of capitals to the open noun phrase, or open one."""
        run, entity = self.runs[self.number], self.named[self.number]
        start, end = run.start - self.offset, run.end - self.offset
        low = _lower(self.masked[start:end])
        if entity is None and self.table.get(low) == PRONOUN:  # "We're", which no list of small words may know
            self._next_run()
            self.done = end
            self._word(low, PRONOUN, start, end)
            return
        hidden = self.masked.find(HIDDEN, start, end)
        if hidden > 0:
            end = len(self.masked[:hidden].rstrip(OPENING))  # a quote where a nickname stands
        self._next_run()
        self.done = end
        if run.possessive:
            self.done += 2 if self.masked[end : end + 2].lower() == "'s" else 1
        head = CAPITAL
        kind = NOUN
        if entity is not None:
            kind, head = (NAME, CAPITAL) if entity.kind is NameKind.PERSON else (NOUN, BODY)
        elif " ".join(run.words) in states():
            head = STATE
        elif len(run.words) > 1 and kind_of(run.words) is NameKind.PERSON:
            kind = NAME
        phrase = self.open
        if phrase is not None and not phrase.owned:
            plain = kind == NAME and len(run.words) > 1 and self.firm and phrase.head == OTHER
            if (
                phrase.head == TIME
                or phrase.kind == NAME
                or (plain and phrase.word == self.text[phrase.last : phrase.end])
                or (kind == NAME and self._holds_office(phrase))
            ):
                self.close()  # "on Monday Jane Doe", "beside the gate Jane Doe"
        self.noun(_lower(self.masked[start:end]), head, start, end)
        phrase = self.open
        if phrase is not None:
            phrase.kind, phrase.entity, phrase.owned = kind, entity, run.possessive

    def _holds_office(self, phrase: NounPhrase) -> bool:
        """Tell whether an open noun phrase ends an office, whose holder is named next: "secretary of state Jane Doe"."""
        if phrase.kind != NOUN or phrase.head == PEOPLE or len(self.chunks) < _PAIRED:
            return False
        link, office = self.chunks[-1], self.chunks[-2]
        return link.word == "of" and office.kind == NOUN and office.head == PEOPLE

    def _word(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a word with a capital or a mark in it, a number or a quote."""
        initial = self.masked[start]
        if not initial.isalnum():
            if initial == HIDDEN:
                self._quote(start, end)
            return
        own = low.endswith("'s")
        if own:
            low = low[:-2]
            kind = self.nouns.get(low, OTHER if kind == UNKNOWN else kind)
        if initial != low[0]:
            kind = self._capital(low, kind, start, start + len(low))
        elif initial.isdigit():
            kind = PEOPLE if low.endswith("-year-old") else NUMBER
        _HANDLERS[kind](self, low, kind, start, end)
        if own and self.open is not None and self.open.end == end:
            self.open.owned = True
            self.open.end = end - 2

    def _capital(self, low: str, kind: int, start: int, end: int) -> int:
        """Give the class of a word in capitals."""
        word = self.masked[start:end]
        if word in nation_words():
            return STATE if word in states() else _NAMELESS
        if word.isupper() and len(word) > 1:
            if word in HONOURS and self.open is not None and self.open.kind == NAME:
                return ADVERB  # letters behind a name
            kind = self.nouns.get(low, kind)  # "PM", which is no time of day
        if kind == UNKNOWN:
            return BODY if is_organisation((word,)) else _NAMELESS
        return kind

    # -- marks --------------------------------------------------------------------------------

    def _quote(self, start: int, end: int) -> None:
        """Add a quote."""
        number = self.quotes.get(start, -1)
        if number >= 0:
            self.seen += 1
            self.close()
            self.chunks.append(Chunk(QUOTE, start, end, flags=number))
            self._stop_inside(end)

    def mark(self, _low: str, kind: int, start: int, end: int) -> None:
        """Add a mark."""
        if kind >= COMMA:
            if self.open is not None:
                self.close()
            self.chunks.append(Chunk(kind, start, end))
        elif kind == _POINT:
            if self._stops(start):
                self.close()
                self.chunks.append(Chunk(STOP, start, end))
        elif kind == _APOSTROPHE:
            if self.open is not None and self.open.end == start and self.open.word[-1:] == "s":
                self.open.owned = self.masked[end : end + 1] == " "
        else:
            closing = self.masked.find(")", start, start + _ASIDE)
            if closing > 0 and HIDDEN not in self.masked[start:closing]:
                self.done = closing + 1

    def _stops(self, at: int) -> bool:
        """Tell whether a full stop ends a sentence."""
        rest = self.masked[at + 1 : at + 4].lstrip(_CLOSING)
        if rest[:1] and not rest[0].isspace():
            return False
        following = self.masked[at + 1 : at + 8].lstrip(OPENING)
        if following[:1].islower():
            return False
        word = self.masked[max(0, at - 5) : at].rpartition(" ")[2].lower()
        return word not in _SHORTENED or (word in ("a.m", "p.m") and not following[:1].isdigit())

    def _stop_inside(self, end: int) -> None:
        """End the sentence with a quote that ends with a stop, if what follows begins another."""
        final = self.text[end - 1]
        if final not in ".!?…":
            return
        following = self.masked[end : end + 8].lstrip(OPENING + _CLOSING)
        if not following or following[0].isupper() or following[0] in (HIDDEN, "["):
            self.chunks.append(Chunk(STOP, end, end, "?" if final in "?!" else ""))


_HANDLERS: Final[dict[int, Callable[[_Chunker, str, int, int, int], None]]] = {
    **dict.fromkeys(range(256), _Chunker.verb),
    **dict.fromkeys((PEOPLE, BODY, PAPER, STATE), _Chunker.noun),
    **dict.fromkeys((OTHER, UNKNOWN), _Chunker.unknown),
    _NAMELESS: _Chunker.name,
    **dict.fromkeys((TIME, NUMBER), _Chunker.measure),
    **dict.fromkeys((DETERMINER, POSSESSIVE), _Chunker.article),
    **dict.fromkeys((PRONOUN, OBJECT, CONJUNCTION, SUBORDINATOR, RELATIVE, BE, AUXILIARY), _Chunker.plain),
    PREPOSITION: _Chunker.preposition,
    ADVERB: _Chunker.skip,
    **dict.fromkeys(_MARKS.values(), _Chunker.mark),
}
"""What to do with a word of each class; a verb's flags make the rest of the numbers."""


def _lower(word: str) -> str:
    """Give a word in lower case; a letter that would become two stays, so that every place does."""
    low = word.lower()
    return low if len(low) == len(word) else "".join(letter.lower()[0] for letter in word)


def split_chunks(
    text: str, quotes: Sequence[Span], offset: int, runs: Sequence[Run], named: Sequence[Entity | None]
) -> list[Chunk]:
    """Split a paragraph into chunks.

    Args:
        text: the paragraph.
        quotes: the quoted words in it, as spans of the text.
        offset: where it starts in the document.
        runs: its runs of capitals, in order; they count from the document's start.
        named: whom each of them names.
    """
    return _Chunker(text, _hide(text, quotes), quotes, offset, runs, named).read()


def _hide(text: str, quotes: Sequence[Span]) -> str:
    """Hide quoted words and the addresses of links, and make apostrophes straight; every place stays."""
    pieces: list[str] = []
    done = 0
    for start, end in quotes:
        pieces += (text[done:start], HIDDEN * (end - start))
        done = end
    pieces.append(text[done:])
    masked = "".join(pieces).replace("’", "'")
    return _LINK.sub(lambda found: " " * len(found.group()), masked) if "](" in masked else masked
