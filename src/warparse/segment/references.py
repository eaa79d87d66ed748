"""A paragraph as phrases: who and what is meant, the verbs between them, the quotes.

Contract: `split_phrases` reads the paragraph's words once, from left to right; nothing in it looks further
than one word ahead. Adverbs, times and numbers are left out, so that what belongs together stands together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define

from warparse.lexicon.nations import nation_words
from warparse.model import NameKind
from warparse.segment.capitals import HONOURS, is_organisation, kind_of
from warparse.segment.words import (
    ADVERB,
    AUXILIARY,
    BE,
    BODY,
    CLASS,
    CONJUNCTION,
    DETERMINER,
    ING,
    JUDGE,
    MAYBE,
    NUMBER,
    OBJECT,
    OTHER,
    PAPER,
    PARTICIPLE,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    THINK,
    TIME,
    VERB,
    classes,
    composites,
    nouns,
    states,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.segment.capitals import Run
    from warparse.segment.names import Entity
    from warparse.span import Span

__all__ = ["HIDDEN", "Phrase", "split_phrases"]

HIDDEN: Final = "\u0001"
"""Stands for each character of quoted words while a paragraph is read, so that nobody speaks inside them."""

# Kinds of phrases beside the classes of words (`words`), which verbs, prepositions and conjunctions keep.
NAME: Final = 40
"""A person by name."""
NOUN: Final = 41
"""Any other noun phrase; `head` is the class of its last word."""
QUOTE: Final = 42
COMMA: Final = 43
COLON: Final = 44
STOP: Final = 45
DASH: Final = 46
CAPITAL: Final = 30
"""The head of a noun phrase that ends in an unknown name."""
STATE: Final = 31
"""The head of one that is a state or its seat."""

_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)+|[^\W_]+(?:[’'.\-/&][^\W_]+)*|\x01+|[^\s\w]")
_MARKS: Final = {"|": STOP, "■": STOP, "●": STOP, "▪": STOP, "◆": STOP, "•": STOP, ",": COMMA, ":": COLON, ";": STOP, "!": STOP, "?": STOP, "…": STOP, "–": DASH, "—": DASH, "-": DASH}
_CLOSING: Final = "”\"’'»*_)]"
_SHORTENED: Final = frozenset("mr mrs ms mx dr st prof gen lt col maj capt cmdr cdr adm sgt brig cpl pvt supt rev hon amb msgr sen rep gov vs no jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m e.g i.e etc u.s u.n u.k".split())
_OPENING: Final = " \t\xa0“\"‘'«„(*_"
_FOLLOWING: Final = re.compile(r"\s([\w’'-]+)")
_LINK: Final = re.compile(r"\]\([^()\s]{0,2000}\)")
_ASIDE: Final = 90
"""Characters of a parenthesis that is left out."""
_FIRM: Final = frozenset((PEOPLE, BODY, STATE))
_SEVERAL: Final = frozenset(("police", "people", "men", "women", "troops", "clergy", "media", "spokespeople", "children"))
_HAVE: Final = frozenset("have has had having hasn't haven't hadn't".split())
_SUBJECTS: Final = frozenset((NAME, PRONOUN, RELATIVE))
_BEFORE_PAST: Final = frozenset((AUXILIARY, BE, CONJUNCTION, SUBORDINATOR, QUOTE, COMMA))


@define(eq=False)
class Phrase:
    """A piece of a sentence."""

    kind: int
    """`NAME`, `NOUN`, `QUOTE`, a mark, or the class of a verb or small word (`words`)."""
    start: int
    """Where it starts in the paragraph."""
    end: int
    """Where it ends."""
    word: str = ""
    """Its last word in lower case; of a stop "?" where the sentence may go on behind it."""
    head: int = 0
    """Of a noun phrase: the class of its last word, `CAPITAL` or `STATE`."""
    article: str = ""
    """Of a noun phrase: its article or possessive in lower case."""
    owner: int = 0
    """Of a noun phrase: where the words end to which it belongs ("Ukraine's"); 0 if it belongs to none."""
    owned: bool = False
    """Whether it ends with a possessive, so that it owns what follows."""
    flags: int = 0
    """Of a verb: `ING`, `PARTICIPLE`; of a quote: its number."""
    entity: Entity | None = None
    """Whom the document's index knows by its name, or by its owner's."""
    first: int = 0
    """Of a noun phrase: where its words start behind the article."""
    last: int = 0
    """Of a noun phrase: where its last word or name starts."""


class _Splitter:
    """Reads one paragraph; used once."""

    def __init__(self, text: str, masked: str, quotes: Sequence[Span], offset: int) -> None:
        self.text = text
        self.masked = masked
        self.offset = offset
        self.quotes = {quote.start: number for number, quote in enumerate(quotes)}
        self.phrases: list[Phrase] = []
        self.open: Phrase | None = None
        self.firm = False
        """Whether the open noun phrase has a word that may be its noun."""
        self.part = ""
        """The word before "of" that takes a part of what follows: "one"."""

    def read(self, runs: Sequence[Run], named: Sequence[Entity | None]) -> list[Phrase]:
        """Read the paragraph's words and marks from left to right."""
        table, offset = classes(), self.offset
        done, number, count = 0, 0, len(runs)
        following = runs[0].start - offset if count else len(self.masked)
        for found in _TOKEN.finditer(self.masked):
            start = found.start()
            if start < done:
                continue
            while following < start:
                number += 1
                following = runs[number].start - offset if number < count else len(self.masked)
            if following == start and self.masked[start] != HIDDEN:
                run = runs[number]
                self._run(run, named[number])
                done = max(run.end - offset, found.end() if run.possessive else 0)
                continue
            token = found.group()
            if token[0].isalnum():
                low = token.lower().replace("’", "'")
                kind = table.get(low, -1)
                if kind < 0 or token[0].isupper():
                    done = self._word(token, low, kind, start, found.end())
                elif kind < VERB:
                    _SMALL[kind](self, low, kind, start, found.end())
                else:
                    done = self._verb(low, kind, start, found.end())
            else:
                done = self._mark(token, start, found.end())
        self._close()
        return self.phrases

    # -- noun phrases -------------------------------------------------------------------------

    def _close(self) -> None:
        """Close the open noun phrase; times and numbers go, with the preposition before them."""
        phrase, self.open = self.open, None
        if phrase is None:
            return
        if phrase.head in (TIME, NUMBER) and not phrase.owner and not phrase.owned:
            if self.phrases and self.phrases[-1].kind == PREPOSITION:
                self.phrases.pop()
            return
        if not phrase.word and phrase.article in ("his", "her"):
            phrase.kind, phrase.word = OBJECT, phrase.article
        self.phrases.append(phrase)

    def _noun(self, low: str, kind: int, start: int, end: int) -> None:
        """Add a word to the open noun phrase, or open one."""
        phrase = self.open
        if phrase is not None and phrase.head == TIME and kind == TIME:
            phrase.end = end
            return
        if phrase is not None and (kind == TIME or kind == NUMBER) and self.firm:
            self._close()
            phrase = None
        if phrase is None:
            phrase = self.open = Phrase(NOUN, start, end, first=start)
        elif phrase.owned:
            phrase.owner, phrase.owned, phrase.kind = phrase.end, False, NOUN
        elif phrase.kind == NAME:
            phrase.kind, phrase.entity = NOUN, None  # "a Trump official"
        if not phrase.word:
            phrase.first = start
        elif kind == OTHER:
            kind = nouns().get(f"{phrase.word} {low}", OTHER)  # "think tank"
        phrase.end, phrase.word, phrase.head, phrase.last = end, low, kind, start
        self.firm = kind not in (TIME, NUMBER)

    def _article(self, low: str, kind: int, start: int, end: int) -> None:
        self._close()
        if low == "whose":
            self.phrases.append(Phrase(RELATIVE, start, end, low))
            low = ""
        self.open = Phrase(NOUN, start, end, article="one" if self.part == "one" else low, first=end)
        self.firm, self.part = False, ""

    def _run(self, run: Run, entity: Entity | None) -> None:
        """Add a run of capitals to the open noun phrase, or open one."""
        start, end = run.start - self.offset, run.end - self.offset
        words = " ".join(run.words)
        head = CAPITAL
        kind = NOUN
        if entity is not None:
            kind, head = (NAME, CAPITAL) if entity.kind is NameKind.PERSON else (NOUN, BODY)
        elif words in states():
            head = STATE
        elif len(run.words) > 1 and kind_of(run.words) is NameKind.PERSON:
            kind = NAME
        phrase = self.open
        if phrase is not None and not phrase.owned:
            plain = kind == NAME and len(run.words) > 1 and self.firm and phrase.head == OTHER and phrase.word == self.text[phrase.last : phrase.end]
            if phrase.head == TIME or phrase.kind == NAME or plain:
                self._close()  # "on Monday Jane Doe", "beside the gate Jane Doe"
        self._noun(words.lower(), head, start, end)
        phrase = self.open
        if phrase is not None:
            phrase.kind, phrase.entity, phrase.owned = kind, entity, run.possessive

    def _word(self, token: str, low: str, kind: int, start: int, end: int) -> int:
        """Add a word that is unknown or has a capital; give where reading goes on."""
        if token.isupper() and self.open is not None and self.open.kind == NAME and token in HONOURS:
            return end
        own = low.endswith("'s")
        stem = token[:-2] if own else token
        if own:
            low = low[:-2]
            kind = nouns().get(low, kind if kind >= 0 else OTHER)
        if token[0].isupper() and stem in nation_words():
            kind = STATE if stem in states() else OTHER
        elif token.isupper() and low in nouns():
            kind = nouns()[low]  # "PM", which is no time of day
        elif token[0].isupper() and kind < 0:
            kind = BODY if is_organisation((stem,)) else OTHER
        elif token[0].isdigit():
            kind = NUMBER
        elif kind >= VERB:
            return self._verb(low, kind, start, end)
        elif kind < 0:
            if low.endswith("ly") and len(low) > 4:
                return end
            if self._is_verb(low):
                self._plain(low, VERB, start, end)
                return end
            kind = OTHER
        if NUMBER < kind < CAPITAL:
            _SMALL[kind](self, low, kind, start, end)
            return end
        self._noun(low, kind, start, end)
        if own and self.open is not None:
            self.open.owned = True
            self.open.end = end - 2
        return end

    def _is_verb(self, low: str) -> bool:
        """Tell whether an unknown word is a verb: behind a name or pronoun, or in "-ed" behind a noun."""
        phrase = self.open
        if phrase is not None:
            if phrase.kind == NAME and not phrase.owned:
                return low.endswith(("ed", "s"))
            return low.endswith("ed") and (self.firm or phrase.head == TIME) and not phrase.owned
        last = self.phrases[-1].kind if self.phrases else COMMA
        return last in _SUBJECTS or (low.endswith("ed") and last in _BEFORE_PAST)

    # -- verbs and small words ----------------------------------------------------------------

    def _verb(self, low: str, kind: int, start: int, end: int) -> int:
        """Add a verb, unless the words before it make it a noun or an adjective; give where reading goes on."""
        phrase = self.open
        second = composites().get(low)
        following = _FOLLOWING.match(self.masked, end) if second is not None else None
        if second is not None and following is not None and following[1] in second:
            kind, low, end = second[following[1]], f"{low} {following[1]}", following.end()
        if phrase is not None:
            nominal = (not self.firm and phrase.head != TIME) or phrase.owned
            if kind & MAYBE and not nominal and phrase.kind != NAME:
                nominal = self._is_noun(low, kind, end)
            if nominal:
                self._noun(low, nouns().get(low, OTHER), start, end)
                self.firm = kind & (MAYBE | ING) != 0
                return end
        elif kind & MAYBE and not self._expects_verb(low, end):
            self._noun(low, nouns().get(low, OTHER), start, end)
            return end
        self._plain(low, kind, start, end)
        return end

    def _is_noun(self, low: str, kind: int, end: int) -> bool:
        """Tell whether a form that is a noun too goes on with the open noun phrase."""
        head = self.open.head if self.open is not None else OTHER
        if kind & CLASS == VERB and nouns().get(low):
            return True  # "the army head", "the police command"
        if low[-1] != "s" and self.open is not None and head in (PEOPLE, BODY, PAPER) and self.open.word[-1] != "s":
            return self.open.word not in _SEVERAL  # "a text message": a plain form has a plural before it
        if kind & CLASS != VERB:
            return head not in _FIRM and (head == OTHER or not self._takes_clause(end))
        return not (head == PEOPLE and low[-1] == "s") and (head == OTHER or not self._takes_clause(end))

    def _expects_verb(self, low: str, end: int) -> bool:
        """Tell whether a form that is a noun too stands where a verb does."""
        last = self.phrases[-1] if self.phrases else None
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
        return word == "that" or word[0].isupper() or classes().get(word, 0) in (DETERMINER, POSSESSIVE, PRONOUN, OBJECT)

    def _plain(self, low: str, kind: int, start: int, end: int) -> None:
        """Close what is open and add a phrase of one word."""
        self._close()
        if "'" in low and kind == PRONOUN:
            low, _, rest = low.partition("'")
            self.phrases.append(Phrase(RELATIVE if low == "who" else PRONOUN, start, start + len(low), low))
            kind, low = (AUXILIARY if rest in ("d", "ve", "ll") else BE), rest
        self.phrases.append(Phrase(kind & CLASS, start, end, low, flags=kind & ~CLASS))

    def _preposition(self, low: str, kind: int, start: int, end: int) -> None:
        phrase = self.open
        if low == "of" and phrase is not None and not self.firm:
            self.open = None  # "one of the villagers", "some of them"
            self.part = phrase.article
            return
        if low == "of" and phrase is None and self.phrases and self.phrases[-1].word == "because":
            self.phrases[-1].kind = PREPOSITION
            return
        self._plain(low, kind, start, end)

    def _skip(self, low: str, kind: int, start: int, end: int) -> None:
        """Leave out an adverb."""

    # -- marks --------------------------------------------------------------------------------

    def _mark(self, token: str, start: int, end: int) -> int:
        """Add a mark or a quote; give where reading goes on."""
        if token[0] == HIDDEN:
            number = self.quotes.get(start, -1)
            if number >= 0:
                self._close()
                self.phrases.append(Phrase(QUOTE, start, end, flags=number))
                self._stop_inside(end)
            return end
        kind = _MARKS.get(token)
        if kind is not None:
            self._close()
            self.phrases.append(Phrase(kind, start, end))
        elif token == ".":
            if self._stops(start):
                self._close()
                self.phrases.append(Phrase(STOP, start, end))
        elif token in "’'" and self.open is not None and self.open.end == start and self.open.word[-1:] == "s":
            self.open.owned = self.masked[end : end + 1] == " "
        elif token == "(":
            closing = self.masked.find(")", start, start + _ASIDE)
            if closing > 0 and HIDDEN not in self.masked[start:closing]:
                return closing + 1
        return end

    def _stops(self, at: int) -> bool:
        """Tell whether a full stop ends a sentence."""
        rest = self.masked[at + 1 : at + 4].lstrip(_CLOSING)
        if rest[:1] and not rest[0].isspace():
            return False
        following = self.masked[at + 1 : at + 8].lstrip(_OPENING)
        if following[:1].islower():
            return False
        word = self.masked[max(0, at - 5) : at].rpartition(" ")[2].lower()
        return word not in _SHORTENED or (word in ("a.m", "p.m") and not following[:1].isdigit())

    def _stop_inside(self, end: int) -> None:
        """End the sentence with a quote that ends with a stop, if what follows begins another."""
        final = self.text[end - 1]
        if final not in ".!?…":
            return
        following = self.masked[end : end + 8].lstrip(_OPENING + _CLOSING)
        if not following or following[0].isupper() or following[0] in (HIDDEN, "["):
            self.phrases.append(Phrase(STOP, end, end, "?" if final in "?!" else ""))


_SMALL: Final = {
    OTHER: _Splitter._noun,  # noqa: SLF001
    **dict.fromkeys((PEOPLE, BODY, PAPER, TIME, NUMBER), _Splitter._noun),  # noqa: SLF001
    **dict.fromkeys((DETERMINER, POSSESSIVE), _Splitter._article),  # noqa: SLF001
    **dict.fromkeys((PRONOUN, OBJECT, CONJUNCTION, SUBORDINATOR, RELATIVE, BE, AUXILIARY), _Splitter._plain),  # noqa: SLF001
    PREPOSITION: _Splitter._preposition,  # noqa: SLF001
    ADVERB: _Splitter._skip,  # noqa: SLF001
}


def split_phrases(
    text: str, quotes: Sequence[Span], offset: int, runs: Sequence[Run], named: Sequence[Entity | None]
) -> list[Phrase]:
    """Split a paragraph into phrases.

    Args:
        text: the paragraph.
        quotes: the quoted words in it, as spans of the text.
        offset: where it starts in the document.
        runs: its runs of capitals, in order; they count from the document's start.
        named: whom each of them names.
    """
    return _Splitter(text, _hide(text, quotes), quotes, offset).read(runs, named)


def _hide(text: str, quotes: Sequence[Span]) -> str:
    """Hide quoted words and the addresses of links."""
    pieces: list[str] = []
    done = 0
    for start, end in quotes:
        pieces += (text[done:start], HIDDEN * (end - start))
        done = end
    pieces.append(text[done:])
    masked = "".join(pieces)
    return _LINK.sub(lambda found: " " * len(found.group()), masked) if "](" in masked else masked
