"""Which currency an amount is in: as its sign or word tells, or the country that the text speaks of.

Contract: a bare "$" is the US dollar unless the text makes another one plain: it marks US dollars as such, or the
amount is what Australia, Canada or New Zealand gives.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.currencies import currencies, find_currency_places
from warparse.model import BlockKind

if TYPE_CHECKING:
    from warparse.extract import Document, Sentence
    from warparse_money.amounts import Found

__all__ = ["Meaning"]

_US_MARKS: Final = regex.compile(
    r"US\$|\$US|U\.S\.\s?\$|\$[0-9][0-9.,]*(?:\s\p{L}{1,2}illion)?\s(?:US|U\.S\.|Cdn|Canadian)(?=[,;)]|\.\s|\s(?:in|to|for|on|from|and))"
)
_OWN_MARKS: Final = regex.compile(r"(?<!\p{L})(?:AU?|C|CA|NZ)\$|\$(?:AU?|CA?|NZ)(?![\p{L}])")
_GIVERS: Final = frozenset(("AUD", "CAD", "NZD"))
"""Dollars of governments that give their own without saying so."""
_STRONG: Final = frozenset(("GBP",))
"""Currencies that a bare word means where their country is named at all."""
_INDIAN: Final = regex.compile(r"₹|[0-9]\s(?:lakh|crore)\b")
_WORLD: Final = regex.compile(r"\b(?:crude|Brent|WTI|barrel|ounce|bullion|bitcoin)\b", regex.IGNORECASE)
"""What is priced in US dollars everywhere."""
_RECEIVING: Final = frozenset(
    "to for in against with near off into across at over outside give gives giving gave given lend lends lending lent"
    " send sends sending sent offer offers offering offered grant grants granting granted help helps helping helped"
    " support supports supporting supply supplying supplied provide providing provided promise promised pay paid hand"
    " handing sell selling sold arm arming fund funding back backing assist assisting".split()
)
"""Words before whoever an amount is for."""
_IN: Final = regex.compile(r"\s(?:\p{L}+\s){0,2}(?:in|by|from|to|of)\s(?:the\s)?")
_BREAK: Final = regex.compile(r"[,;:“”\"()–—]")


class Meaning:
    """Tells currencies of one article."""

    def __init__(self, document: Document) -> None:
        """Take up an article."""
        self._document = document
        self._plain: dict[int, str] = {}

    @cached_property
    def _places(self) -> list[tuple[int, str, tuple[str, ...]]]:
        """Where the article names places that have a currency."""
        article = self._document.article
        found: list[tuple[int, str, tuple[str, ...]]] = []
        for block in article.blocks:
            if block.kind is not BlockKind.NOISE:
                text = article.source.text[block.start : block.end]
                found += [(block.start + at, name, codes) for at, name, codes in find_currency_places(text)]
        return found

    @cached_property
    def _home(self) -> str | None:
        """Whose dollar a bare sign means where the article marks those of the US; None where it does not."""
        if not _US_MARKS.search(self._document.article.source.text):
            return None
        dollars = [
            code for code, each in currencies().items() if "dollar" in each.names[0] and each.places and code != "USD"
        ]
        told = Counter(codes[0] for _, _, codes in self._places if codes[0] in dollars)
        code, count = told.most_common(1)[0] if told else ("", 0)
        return code if count > 1 else None

    def choose(self, sentence: Sentence, found: Found, main: str | None) -> str | None:
        """Give the currency of an amount; None where the text does not tell.

        Args:
            sentence: the sentence.
            found: the amount in it.
            main: the currency of the amount that it restates; None where it restates none.
        """
        unit = found.unit
        if unit.default == "USD" and sentence.text[unit.start : unit.end] in (
            "$",
            "dollar",
            "dollars",
            "cent",
            "cents",
        ):
            return self._dollar(sentence, found, main)
        if unit.default is not None and len(unit.codes) == 1:
            return unit.default
        return self._local(sentence, found)

    # -- dollars --------------------------------------------------------------------------------

    def _dollar(self, sentence: Sentence, found: Found, main: str | None) -> str:
        if found.per in ("barrel", "ounce") or _WORLD.search(sentence.text):
            return "USD"
        if self._home is not None:
            return self._home
        if main is not None or _OWN_MARKS.search(self._document.article.source.text):
            return "USD"
        post = sentence.paragraph.number if sentence.paragraph.post is None else sentence.paragraph.post.start
        places = find_currency_places(sentence.text)
        giver = self._giver(sentence.text, places, found.start)
        if giver is not None:
            self._plain[post] = giver
            return giver
        if any(codes[0] == "USD" for _, _, codes in places):
            return "USD"
        return self._plain.get(post, "USD")

    @staticmethod
    def _giver(text: str, places: list[tuple[int, str, tuple[str, ...]]], amount: int) -> str | None:
        """Give the dollar of the state that gives the amount, where it is one that does not say so."""
        for at, name, codes in reversed(places):
            end = at + len(name)
            if end > amount:
                continue
            word = text[max(0, at - 14) : at].rstrip().rpartition(" ")[2].lower()
            if _BREAK.search(text, end, amount):
                return None
            if word in _RECEIVING:
                continue
            return codes[0] if codes[0] in _GIVERS else None
        return None

    # -- currencies of many countries -----------------------------------------------------------

    def _local(self, sentence: Sentence, found: Found) -> str | None:
        """Give the currency of the country told nearest: before the amount, behind it, then further up."""
        unit = found.unit
        told = [
            (at, code) for at, _, codes in find_currency_places(sentence.text) if (code := _among(codes, unit.codes))
        ]
        before = [code for at, code in told if at < found.start]
        if unit.default is not None and any(code == unit.default for _, code in told):
            return unit.default
        behind = [code for at, code in told if at >= found.end and _IN.fullmatch(sentence.text, found.end, at)]
        if behind:
            return behind[0]
        if before:
            return before[-1]
        if told and unit.default is None:
            return told[0][1]
        return self._told_most(sentence, found)

    def _told_most(self, sentence: Sentence, found: Found) -> str | None:
        """Give the currency of the country that the paragraph names last, else that the post, the article names most."""
        unit = found.unit
        start = sentence.span(found.start).start
        paragraph = sentence.paragraph.span(0, 1).start
        post = sentence.paragraph.post
        places = [(at, code) for at, _, codes in self._places if (code := _among(codes, unit.codes))]
        near = [code for at, code in places if paragraph <= at < start]
        if near:
            return near[-1]
        own = Counter(code for at, code in places if post is not None and post.start <= at < post.end)
        every = Counter(code for _, code in places)
        if unit.default is not None and (not every or (unit.default in _STRONG and unit.default in every)):
            return unit.default
        if "INR" in unit.codes and self._counts_in_crore:
            return "INR"
        told = own or every
        most = max(told.values(), default=0)
        leading = [code for code, count in told.items() if count == most]
        return unit.default if unit.default in leading else leading[0] if leading else None

    @cached_property
    def _counts_in_crore(self) -> bool:
        return _INDIAN.search(self._document.article.source.text) is not None


def _among(codes: tuple[str, ...], meant: tuple[str, ...]) -> str | None:
    """Give the first of a place's currencies that a unit may stand for."""
    return next((code for code in codes if code in meant), None)
