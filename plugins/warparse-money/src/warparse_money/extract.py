"""Money figures of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse_money.amounts import find_amounts
from warparse_money.equivalents import find_equivalents
from warparse_money.meaning import Meaning
from warparse_money.record import Money
from warparse_money.weights import is_weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.extract import Document, Sentence, Sentences

__all__ = ["read_money"]


def read_money(document: Document, sentences: Sentences) -> Iterator[Money]:
    """Read the money figures of an article.

    Args:
        document: the article.
        sentences: its sentences that hold a sign, a code or a word of a currency.
    """
    meaning = Meaning(document)
    for sentence in sentences:
        yield from _read_sentence(sentence, meaning)


def _read_sentence(sentence: Sentence, meaning: Meaning) -> Iterator[Money]:
    text = sentence.text
    amounts = [found for found in find_amounts(text) if not is_weight(text, found)]
    restated = find_equivalents(text, amounts)
    codes: list[str | None] = []
    for number, found in enumerate(amounts):
        main = restated.get(number)
        code = meaning.choose(sentence, found, None if main is None else codes[main])
        codes.append(code)
        if code is None or (found.low is None and found.high is None):
            continue
        of = sentence.span(amounts[main].start).start if main is not None and codes[main] not in (None, code) else None
        start, end = sentence.span(found.start, found.end)
        yield Money(start, end, found.low, found.high, code, found.qualifier, of, found.per)
