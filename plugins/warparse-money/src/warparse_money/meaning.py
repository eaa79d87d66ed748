"""Which currency an amount is in: as its sign or word tells, or the country that the text speaks of.

Contract: a bare "$" is the US dollar unless the text makes another one plain: it marks US dollars as such, or the
amount is what Australia, Canada or New Zealand gives.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.currencies import currencies
from warparse_money.amounts import find_amounts
from warparse_money.places import Places, among

if TYPE_CHECKING:
    from decimal import Decimal

    from warparse.extract import Document, Sentence
    from warparse_money.amounts import Found

__all__ = ["Meaning"]

_BARE: Final = frozenset(("$", "dollar", "dollars", "cent", "cents"))
_US_MARKS: Final = regex.compile(
    r"US\$|\$US|U\.S\.\s?\$"
    r"|\$[0-9][0-9.,]{0,12}(?:\s\p{L}{1,2}illion)?\s(?:US|U\.S\.|Cdn|Canadian)(?=[,;)]|\.\s|\s(?:in|to|for|on|from|and)\b)"
)
_OWN_MARKS: Final = regex.compile(
    r"(?<!\p{L})(?:AU?|C|CA|NZ)\$|\$(?:AU?|CA?|NZ)(?![\p{L}])|\b(?:AUD|CAD|NZD)\b|(?:Canad|Austral)ian dollars|Zealand dollars"
)
_GIVERS: Final = frozenset(("AUD", "CAD", "NZD"))
"""Dollars of governments that give their own without saying so."""
_DONORS: Final = frozenset("USD EUR GBP JPY NOK SEK DKK CHF KRW SAR QAR AED CNY PLN TRY RUB INR ILS".split())
"""Currencies of states that give, but tell their gifts in US dollars."""
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
_NEAR: Final = 300
"""Characters before an amount in which a sentence tells whose it is."""


class Meaning:
    """Tells the currencies of one article."""

    def __init__(self, document: Document) -> None:
        """Take up an article."""
        self._document = document
        self._plain: dict[int, str] = {}
        self._read: Sentence | None = None
        self._told = Places([])
        self._world = False

    def choose(self, sentence: Sentence, found: Found, main: str | None) -> str | None:
        """Give the currency of an amount; None where the text does not tell.

        Args:
            sentence: the sentence.
            found: the amount in it.
            main: the currency of the amount that it restates; None where it restates none.
        """
        unit = found.unit
        bare = unit.default == "USD" and sentence.text[unit.start : unit.end] in _BARE
        if not bare and unit.default is not None and len(unit.codes) == 1:
            return unit.default
        if sentence is not self._read:
            self._read, self._told = sentence, Places.of_text(sentence.text)
            self._world = _WORLD.search(sentence.text) is not None
        return self._dollar(sentence, found, main) if bare else self._local(sentence, found)

    # -- dollars --------------------------------------------------------------------------------

    @cached_property
    def _places(self) -> Places:
        return Places.of_article(self._document.article)

    @cached_property
    def _home(self) -> str | None:
        """Whose dollar a bare sign means in the whole article; None where each sentence tells for itself."""
        text = self._document.article.source.text
        if not _US_MARKS.search(text):
            return "USD" if _OWN_MARKS.search(text) else None
        dollars = tuple(
            code for code, each in currencies().items() if "dollar" in each.names[0] and each.places and code != "USD"
        )
        told = self._places.count(dollars, 0, len(text))
        code, count = told.most_common(1)[0] if told else ("", 0)
        return code if count > 1 else None

    def _dollar(self, sentence: Sentence, found: Found, main: str | None) -> str:
        if self._world or found.per in ("barrel", "ounce"):
            return "USD"
        if self._home is not None:
            return self._home
        if main is not None:
            return "USD"
        post = sentence.paragraph.number if sentence.paragraph.post is None else sentence.paragraph.post.start
        giver = _giver(sentence.text, self._told, found.start)
        if giver in _GIVERS:
            self._plain[post] = giver
            return giver
        if "USD" in self._told.codes or giver in _DONORS:
            return "USD"
        return self._plain.get(post) or self._given.get((found.low or found.high, found.per), "USD")

    @cached_property
    def _given(self) -> dict[tuple[Decimal | None, str | None], str]:
        """Amounts that a sentence of the article tells to be a giver's own, with the currency: titles repeat them."""
        document = self._document
        given: dict[tuple[Decimal | None, str | None], str] = {}
        if not any(self._places.count((code,), 0, len(document.article.source)) for code in _GIVERS):
            return {}
        for number in range(len(document)):
            paragraph = document.paragraph(number)
            if "$" not in paragraph.text:
                continue
            for sentence in document.sentences(paragraph):
                told = Places.of_text(sentence.text) if "$" in sentence.text else Places([])
                for found in find_amounts(sentence.text) if told.codes & _GIVERS else ():
                    giver = _giver(sentence.text, told, found.start)
                    if giver in _GIVERS:
                        given.setdefault((found.low or found.high, found.per), giver)
        return given

    # -- currencies of many countries -----------------------------------------------------------

    def _local(self, sentence: Sentence, found: Found) -> str | None:
        """Give the currency of the country told nearest: behind the amount, before it, then further up."""
        unit, told = found.unit, self._told
        if unit.default is not None and unit.default in told.codes:
            return unit.default
        after = told.first_after(found.end)
        behind = among(after.codes, unit.codes) if after else None
        if after and behind and _IN.fullmatch(sentence.text, found.end, after.start):
            return behind
        for place in told.before(found.start, found.start - _NEAR):
            code = among(place.codes, unit.codes)
            if code is not None:
                return code
        if behind is not None and unit.default is None:
            return behind
        return self._told_most(sentence, found)

    def _told_most(self, sentence: Sentence, found: Found) -> str | None:
        """Give the currency of the country that the paragraph names last, else that the post, the article names most."""
        unit, places = found.unit, self._places
        start = sentence.span(found.start, found.end).start
        for place in places.before(start, max(sentence.paragraph.span(0, 1).start, start - 4 * _NEAR)):
            code = among(place.codes, unit.codes)
            if code is not None:
                return code
        post = sentence.paragraph.post
        every = places.count(unit.codes, 0, len(self._document.article.source))
        if unit.default is not None and (not every or (unit.default in _STRONG and unit.default in every)):
            return unit.default
        if "INR" in unit.codes and self._counts_in_crore:
            return "INR"
        told = (places.count(unit.codes, post.start, post.end) if post is not None else None) or every
        most = max(told.values(), default=0)
        leading = [code for code, count in told.items() if count == most]
        return unit.default if unit.default in leading else leading[0] if leading else None

    @cached_property
    def _counts_in_crore(self) -> bool:
        return _INDIAN.search(self._document.article.source.text) is not None


def _giver(text: str, told: Places, amount: int) -> str | None:
    """Give the currency of the state that gives an amount, by what the sentence names before it; None for nobody."""
    for place in told.before(amount, amount - _NEAR):
        if _BREAK.search(text, place.end, amount):
            return None
        word = text[max(0, place.start - 14) : place.start].rstrip().rpartition(" ")[2].lower()
        if word not in _RECEIVING:
            return place.codes[0]
    return None
