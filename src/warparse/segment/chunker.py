"""A paragraph as chunks: who and what is meant, the verbs between them, the quotes.

Contract: `split_chunks` reads the paragraph's words once, from left to right; nothing in it looks further
than one word ahead. Adverbs, times and numbers are left out, so that what belongs together stands together.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from warparse.lexicon.nations import nation_words
from warparse.model import NameKind
from warparse.segment.capitals import HONOURS, is_organisation, kind_of
from warparse.segment.chunks import (
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
from warparse.segment.words import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CLASS,
    CONJUNCTION,
    DETERMINER,
    ING,
    MAYBE,
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
    VERB,
    classes,
    composites,
    nouns,
    states,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warparse.segment.capitals import Run
    from warparse.segment.entities import Entity
    from warparse.span import Span

__all__ = ["split_chunks"]

_TOKEN: Final = re.compile(
    r"[^\W\d_][^\W_]*(?:['.\-/&][^\W_]+)*|\d+(?:[.,:]\d+)+|[^\W_]+(?:['.\-/&][^\W_]+)*|\x01+|[^\s\w]"
)
"""A word, a number, a hidden quote or a mark: a word's parts end where no letter follows, so none is read twice."""
# Words that no list knows, and marks that end no piece; numbers that no class of words with its flags takes.
_UNKNOWN: Final = 27
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
_OPENING: Final = " \t\xa0“\"‘'«„(*_"
_SHORTENED: Final = frozenset(
    "mr mrs ms mx dr st prof gen lt col maj capt cmdr cdr adm sgt brig cpl pvt supt rev hon amb msgr sen rep gov vs no jan feb mar apr jun jul aug"
    " sept sep oct nov dec a.m p.m e.g i.e etc u.s u.n u.k".split()
)
_FOLLOWING: Final = re.compile(r"\s([\w'-]+)")
_LINK: Final = re.compile(r"\]\([^()\s]{0,2000}\)")
_ASIDE: Final = 90
"""Characters of a parenthesis that is left out."""
_FIRM: Final = frozenset((PEOPLE, BODY, STATE))
_SEVERAL: Final = frozenset(
    ("police", "people", "men", "women", "troops", "clergy", "media", "spokespeople", "children")
)
_HAVE: Final = frozenset("have has had having hasn't haven't hadn't".split())
_SUBJECTS: Final = frozenset((NAME, PRONOUN, RELATIVE))
_BEFORE_PAST: Final = frozenset((AUXILIARY, BE, CONJUNCTION, SUBORDINATOR, QUOTE, COMMA))
_LONGEST_ADVERB: Final = 4
_SECOND: Final = frozenset(
    noun.partition(" ")[2] for noun in ("think tank", "task force", "general staff", "state media")
)


@cache
def _table() -> dict[str, int]:
    return {**classes(), **_MARKS}


class _Chunker:
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
        self.text = text
        self.runs = runs
        self.named = named
        self.number = -1
        self.table = _table()
        self.pairs = composites()
        self.nouns = nouns()
        self.masked = masked
        lowered = masked.lower()
        self.lowered = lowered if len(lowered) == len(masked) else "".join(_lower(letter) for letter in masked)
        self.offset = offset
        self.done = 0
        """Where reading goes on."""
        self.following = 0
        """Where the next run of capitals starts."""
        self._next_run()
        self.quotes = {quote.start: number for number, quote in enumerate(quotes)}
        self.chunks: list[Chunk] = []
        self.open: NounPhrase | None = None
        self.firm = False
        """Whether the open noun phrase has a word that may be its noun."""
        self.part = ""
        """The word before "of" that takes a part of what follows: "one"."""

    def read(self) -> list[Chunk]:
        """Read the paragraph's words and marks from left to right.

        What stands between two spaces is mostly one word, with a mark behind it or without; only the rest is
        taken apart.
        """
        get, masked, handlers = self.table.get, self.masked, _HANDLERS
        high = -1
        for piece in self.lowered.split(" "):
            start = high + 1
            high = start + len(piece)
            if high <= self.done or start == high:
                continue
            if start < self.done or self.following < high:
                self._meet_run(start, high)
                continue
            kind, low, end = get(piece, _UNKNOWN), piece, high
            if kind == _UNKNOWN and not piece.isalpha():
                low, end = piece[:-1], high - 1
                kind = get(low, _UNKNOWN)
                if piece[-1] not in _TRAILING or (kind == _UNKNOWN and not low.isalpha()):
                    self._take_apart(start, high)
                    continue
            if masked[start] != low[0]:
                self._word(low, kind, start, end)
            else:
                handlers[kind](self, low, kind, start, end)
            if end < high and self.done < high:
                self._mark("", _MARKS[piece[-1]], end, high)
        self._close()
        return self.chunks

    def _meet_run(self, low: int, high: int) -> None:
        """Read what stands between two spaces and holds the rest of a run of capitals, or where one begins."""
        if low < self.done:
            low = self.done
        elif low == self.following and self.masked[low] != HIDDEN:
            self._run()
            low = self.done
        if low < high:
            self._take_apart(low, high)

    def _take_apart(self, low: int, high: int) -> None:
        """Read what stands between two spaces: words with their marks, names, quotes."""
        masked, lowered, get = self.masked, self.lowered, self.table.get
        for found in _TOKEN.finditer(masked, low, high):
            start, end = found.span()
            if start < self.done:
                continue
            while self.following < start:
                self._next_run()
            if self.following == start and masked[start] != HIDDEN:
                self._run()
                continue
            word = lowered[start:end]
            kind = get(word, _UNKNOWN)
            if _APOSTROPHE <= kind <= DASH:
                self._mark(word, kind, start, end)
            else:
                self._word(word, kind, start, end)

    def _next_run(self) -> None:
        self.number += 1
        self.following = (
            self.runs[self.number].start - self.offset if self.number < len(self.runs) else len(self.masked) + 1
        )

    # -- noun phrases -------------------------------------------------------------------------

    def _close(self) -> None:
        """Close the open noun phrase; times and numbers go, with the preposition before them."""
        phrase, self.open = self.open, None
        if phrase is None:
            return
        if (phrase.head == TIME or phrase.head == NUMBER) and not phrase.owner and not phrase.owned:
            if self.chunks and self.chunks[-1].kind == PREPOSITION:
                self.chunks.pop()
            return
        if not phrase.word and phrase.article in ("his", "her"):
            phrase.kind, phrase.word = OBJECT, phrase.article
        self.chunks.append(phrase)

    def _noun(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a word to the open noun phrase, or open one."""
        phrase = self.open
        if phrase is None:
            phrase = self.open = NounPhrase(start, end, "", start)
        else:
            if phrase.owned:
                phrase.owner, phrase.owned, phrase.kind = phrase.end, False, NOUN
            elif phrase.kind == NAME:
                phrase.kind, phrase.entity = NOUN, None  # "a Trump official"
            if not phrase.word:
                phrase.first = start
            elif kind == OTHER and low in _SECOND:
                kind = self.nouns.get(f"{phrase.word} {low}", OTHER)
            phrase.end = end
        phrase.word, phrase.head, phrase.last = low, kind, start
        self.firm = True

    def _measure(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a time or a number: those that end a phrase stand by themselves."""
        phrase = self.open
        if phrase is not None and phrase.head == TIME == kind:
            phrase.end = end
            return
        if phrase is not None and self.firm:
            self._close()
        self._noun(low, kind, start, end)
        self.firm = False

    def _run(self) -> None:
        """Add the next run of capitals to the open noun phrase, or open one."""
        run, entity = self.runs[self.number], self.named[self.number]
        start, end = run.start - self.offset, run.end - self.offset
        self._next_run()
        self.done = end
        if run.possessive:
            self.done += 2 if self.lowered[end : end + 2] == "'s" else 1
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
            ):
                self._close()  # "on Monday Jane Doe", "beside the gate Jane Doe"
        self._noun(self.lowered[start:end], head, start, end)
        phrase = self.open
        if phrase is not None:
            phrase.kind, phrase.entity, phrase.owned = kind, entity, run.possessive

    def _unknown(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a word that no list knows: an adverb or a verb by its end, else a noun or an adjective."""
        final = low[-1]
        if final == "y" and kind == _UNKNOWN and low.endswith("ly") and len(low) > _LONGEST_ADVERB:
            return
        if (final == "d" or final == "s" or self.open is None) and self._is_verb(low):
            self._plain(low, VERB, start, end)
        else:
            self._noun(low, OTHER, start, end)

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
            kind = self.nouns.get(low, OTHER if kind == _UNKNOWN else kind)
        if initial != low[0]:
            kind = self._capital(low, kind, start, start + len(low))
        elif initial.isdigit():
            kind = NUMBER
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
        if kind == _UNKNOWN:
            return BODY if is_organisation((word,)) else _NAMELESS
        return kind

    def _is_verb(self, low: str) -> bool:
        """Tell whether an unknown word is a verb: behind a name or pronoun, or in "-ed" behind a noun."""
        phrase = self.open
        if phrase is not None:
            if phrase.kind == NAME and not phrase.owned:
                return low.endswith(("ed", "s"))
            return low.endswith("ed") and (self.firm or phrase.head == TIME) and not phrase.owned
        last = self.chunks[-1].kind if self.chunks else COMMA
        return last in _SUBJECTS or (low.endswith("ed") and last in _BEFORE_PAST)

    # -- verbs and small words ----------------------------------------------------------------

    def _verb(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a verb, unless the words before it make it a noun or an adjective."""
        phrase = self.open
        second = self.pairs.get(low)
        if second is not None:
            following = _FOLLOWING.match(self.masked, end)
            if following is not None and following[1] in second:
                kind, low, end = second[following[1]], f"{low} {following[1]}", following.end()
                self.done = end
        if phrase is not None:
            nominal = (not self.firm and phrase.head != TIME) or phrase.owned
            if kind & MAYBE and not nominal and phrase.kind != NAME:
                nominal = self._is_noun(low, kind, end)
            if nominal:
                self._noun(low, self.nouns.get(low, OTHER), start, end)
                self.firm = kind & (MAYBE | ING) != 0
                return
        elif kind & MAYBE and not self._expects_verb(low, end):
            self._noun(low, self.nouns.get(low, OTHER), start, end)
            return
        self._plain(low, kind, start, end)

    def _is_noun(self, low: str, kind: int, end: int) -> bool:
        """Tell whether a form that is a noun too goes on with the open noun phrase."""
        head = self.open.head if self.open is not None else OTHER
        if kind & CLASS == VERB and self.nouns.get(low):
            return True  # "the army head", "the police command"
        if low[-1] != "s" and self.open is not None and head in (PEOPLE, BODY, PAPER) and self.open.word[-1] != "s":
            return self.open.word not in _SEVERAL  # "a text message": a plain form has a plural before it
        if kind & CLASS != VERB:
            return head not in _FIRM and (head == OTHER or not self._takes_clause(end))
        return not (head == PEOPLE and low[-1] == "s") and (head == OTHER or not self._takes_clause(end))

    def _expects_verb(self, low: str, end: int) -> bool:
        """Tell whether a form that is a noun too stands where a verb does."""
        last = self.chunks[-1] if self.chunks else None
        if last is None:
            return False
        kind = last.kind
        if kind in _SUBJECTS:
            return True
        if kind == AUXILIARY or (kind == PREPOSITION and last.word == "to"):
            return low[-1] != "s" and last.word not in _HAVE
        if kind == QUOTE or (kind == SUBORDINATOR and last.word == "that"):
            return low[-1] == "s"
        return kind in (COMMA, CONJUNCTION) and low[-1] == "s" and self._takes_clause(end)

    def _takes_clause(self, end: int) -> bool:
        """Tell whether what follows a word is what follows a verb: a name, an article, "that", a colon, a quote."""
        following = _FOLLOWING.match(self.masked, end)
        if following is None:
            return self.masked[end : end + 4].lstrip(_OPENING + ":,")[:1] == HIDDEN or self.masked[end : end + 1] == ":"
        word = following[1]
        return (
            word == "that" or word[0].isupper() or classes().get(word, 0) in (DETERMINER, POSSESSIVE, PRONOUN, OBJECT)
        )

    def _article(self, low: str, kind: int, start: int, end: int) -> None:
        """Open a noun phrase with its article or possessive."""
        self._close()
        if low == "whose":
            self.chunks.append(Chunk(RELATIVE, start, end, low))
            low = ""
        self.open = NounPhrase(start, end, "one" if self.part == "one" else low, end)
        self.firm, self.part = False, ""

    def _skip(self, low: str, kind: int, start: int, end: int) -> None:
        """Leave out an adverb."""

    def _plain(self, low: str, kind: int, start: int, end: int) -> None:
        """Close what is open and add a chunk of one word."""
        self._close()
        if kind == PRONOUN and "'" in low:
            low, _, rest = low.partition("'")
            self.chunks.append(Chunk(RELATIVE if low == "who" else PRONOUN, start, start + len(low), low))
            kind, low = (AUXILIARY if rest in ("d", "ve", "ll") else BE), rest
        self.chunks.append(Chunk(kind & CLASS, start, end, low, kind & ~CLASS))

    def _preposition(self, low: str, kind: int, start: int, end: int) -> None:
        if low == "of":
            phrase = self.open
            if phrase is not None and not self.firm:
                self.open = None  # "one of the villagers", "some of them"
                self.part = phrase.article
                return
            if phrase is None and self.chunks and self.chunks[-1].word == "because":
                self.chunks[-1].kind = PREPOSITION
                return
        self._close()
        self.chunks.append(Chunk(PREPOSITION, start, end, low))

    # -- marks --------------------------------------------------------------------------------

    def _quote(self, start: int, end: int) -> None:
        """Add a quote."""
        number = self.quotes.get(start, -1)
        if number >= 0:
            self._close()
            self.chunks.append(Chunk(QUOTE, start, end, flags=number))
            self._stop_inside(end)

    def _mark(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a mark."""
        if kind >= COMMA:
            self._close()
            self.chunks.append(Chunk(kind, start, end))
        elif kind == _POINT:
            if self._stops(start):
                self._close()
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
        following = self.masked[at + 1 : at + 8].lstrip(_OPENING)
        if following[:1].islower():
            return False
        word = self.lowered[max(0, at - 5) : at].rpartition(" ")[2]
        return word not in _SHORTENED or (word in ("a.m", "p.m") and not following[:1].isdigit())

    def _stop_inside(self, end: int) -> None:
        """End the sentence with a quote that ends with a stop, if what follows begins another."""
        final = self.text[end - 1]
        if final not in ".!?…":
            return
        following = self.masked[end : end + 8].lstrip(_OPENING + _CLOSING)
        if not following or following[0].isupper() or following[0] in (HIDDEN, "["):
            self.chunks.append(Chunk(STOP, end, end, "?" if final in "?!" else ""))


def _name(self: _Chunker, low: str, _: int, start: int, end: int) -> None:
    self._noun(low, OTHER, start, end)


_HANDLERS: Final[dict[int, Callable[[_Chunker, str, int, int, int], None]]] = {
    **dict.fromkeys(range(256), _Chunker._verb),  # noqa: SLF001
    **dict.fromkeys((PEOPLE, BODY, PAPER, STATE), _Chunker._noun),  # noqa: SLF001
    **dict.fromkeys((OTHER, _UNKNOWN), _Chunker._unknown),  # noqa: SLF001
    _NAMELESS: _name,
    **dict.fromkeys((TIME, NUMBER), _Chunker._measure),  # noqa: SLF001
    **dict.fromkeys((DETERMINER, POSSESSIVE), _Chunker._article),  # noqa: SLF001
    **dict.fromkeys((PRONOUN, OBJECT, CONJUNCTION, SUBORDINATOR, RELATIVE, BE, AUXILIARY), _Chunker._plain),  # noqa: SLF001
    PREPOSITION: _Chunker._preposition,  # noqa: SLF001
    ADVERB: _Chunker._skip,  # noqa: SLF001
    **dict.fromkeys(_MARKS.values(), _Chunker._mark),  # noqa: SLF001
}
"""What to do with a word of each class; a verb's flags make the rest of the numbers."""


def _lower(letter: str) -> str:
    """Give a letter in lower case, or itself where that is more than one."""
    low = letter.lower()
    return low if len(low) == 1 else letter


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
