"""Money figures of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from warparse_money.amounts import Found, find_amounts
from warparse_money.ellipsis import find_elided
from warparse_money.equivalents import find_equivalents, find_rates, starts_in_bracket
from warparse_money.meaning import Meaning
from warparse_money.record import Money
from warparse_money.weights import is_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.extract import Document, Sentence, Sentences

__all__ = ["read_money"]


class _Last(NamedTuple):
    """The last amount of the sentence before."""

    sentence: Sentence
    found: Found
    money: Money


def read_money(document: Document, sentences: Sentences) -> Iterator[Money]:
    """Read the money figures of an article.

    Args:
        document: the article.
        sentences: its sentences that hold a sign, a code or a word of a currency.
    """
    reader = _Reader(document)
    for sentence in sentences:
        yield from reader.follow(sentence)
        yield from reader.read(sentence)
    yield from reader.follow(None)


class _Reader:
    """Reads the sentences of one article in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._meaning = Meaning(document)
        self._last: _Last | None = None

    def follow(self, sentence: Sentence | None) -> Iterator[Money]:
        """Read the sentence behind the last one, where it holds no sign or word of a currency.

        Args:
            sentence: the next sentence that holds one; None behind the last.
        """
        last = self._last
        if last is None:
            return
        after = self._document.after(last.sentence)
        if after is None or (sentence is not None and after.span() == sentence.span()):
            return
        self._last = None
        for found in find_elided(after.text, (), (), last.found):
            yield self._make(after, found, last.money.currency, None)

    def read(self, sentence: Sentence) -> Iterator[Money]:
        """Read a sentence that holds a sign or word of a currency."""
        text, last = sentence.text, self._before(sentence)
        amounts = [found for found in find_amounts(text) if not is_weight(text, found)]
        restated = find_equivalents(text, amounts)
        for number, per in find_rates(text, amounts, restated).items():
            amounts[number] = evolve(amounts[number], per=per)
        made: list[Money | None] = []
        mains: list[_Last] = []
        for number, found in enumerate(amounts):
            main = made[restated[number]] if number in restated else None
            if number == 0 and last and starts_in_bracket(last.sentence.text, last.found, text, found):
                main = last.money
            each = self._mean(sentence, found, main)
            made.append(each)
            if each is not None:
                yield each
                if main is None:
                    mains.append(_Last(sentence, found, each))
        yield from self._read_elided(sentence, amounts, mains, last)
        self._last = mains[-1] if mains else None

    def _mean(self, sentence: Sentence, found: Found, main: Money | None) -> Money | None:
        """Give the record of an amount; None where the text does not tell its currency or its size."""
        code = self._meaning.choose(sentence, found, main.currency if main else None)
        if code is None or (found.low is None and found.high is None):
            return None
        return self._make(sentence, found, code, main.start if main is not None and main.currency != code else None)

    def _read_elided(
        self, sentence: Sentence, amounts: list[Found], mains: list[_Last], last: _Last | None
    ) -> Iterator[Money]:
        """Read the amounts that leave their currency out."""
        own = [main.found for main in mains]
        codes = {id(main.found.unit): main.money for main in mains}
        for found in find_elided(sentence.text, amounts, own, last.found if last else None):
            like = codes.get(id(found.unit), last.money if last else None)
            if like is not None:
                yield self._make(sentence, found, like.currency, None)

    def _before(self, sentence: Sentence) -> _Last | None:
        """Give the last amount of the sentence before, where one stands there."""
        before = self._document.before(sentence) if self._last else None
        if self._last is None or before is None or before.span() != self._last.sentence.span():
            return None
        return self._last

    @staticmethod
    def _make(sentence: Sentence, found: Found, code: str, of: int | None) -> Money:
        start, end = sentence.span(found.start, found.end)
        return Money(start, end, found.low, found.high, code, found.qualifier, of, found.per)
