"""A sentence as tokens: words with what they do, and counts, each a number with its noun.

Contract: one pass over the words; a count takes a bounded number of words behind its number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.numbers import find_numbers
from warparse.lexicon.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CLASS,
    CONJUNCTION,
    DETERMINER,
    ING,
    JUDGE,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SOURCE,
    SUBORDINATOR,
    THINK,
    TIME,
    VERB,
    classes,
)
from warparse_attacks.phrase import Count, read_article, read_count
from warparse_attacks.vocabulary import Verb, find_noun, verbs, words

if TYPE_CHECKING:
    from warparse.lexicon.numbers import Number

__all__ = ["Token", "scan"]

_TOKEN: Final = regex.compile(
    r"\p{L}(?:[\p{L}\p{N}]|[.'’\-/&](?=-?[\p{L}\p{N}]))*|[0-9](?:[\p{L}\p{N}]|[.,\-/](?=[\p{L}\p{N}]))*|[^\s\w]"
)
_KINDS: Final = {
    DETERMINER: "det",
    POSSESSIVE: "poss",
    PRONOUN: "pron",
    OBJECT: "obj",
    PREPOSITION: "prep",
    CONJUNCTION: "conj",
    SUBORDINATOR: "sub",
    RELATIVE: "rel",
    BE: "be",
    AUXILIARY: "aux",
    ADVERB: "adv",
    TIME: "time",
    VERB: "verb",
    SAY: "verb",
    JUDGE: "verb",
    THINK: "verb",
    SOURCE: "source",
}
_MARKS: Final = {
    ",": ",",
    ";": ";",
    ":": ":",
    "–": "dash",
    "—": "dash",
    "-": "dash",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
}
_QUOTES: Final = frozenset("“”\"‘’'«»„")
_NOUNS: Final = frozenset(
    "force forces unit units guard guards police officer officers group groups people state states post posts mine mines".split()
)
"""Nouns of the military that are verbs elsewhere."""
_ARTICLES: Final = frozenset(("el-", "al-", "as-", "ad-", "ed-", "an-", "ar-", "az-"))
"""Articles in small letters with which Arabic names begin."""
_STRONG: Final = frozenset("kill wound injure destroy intercept capture seize".split())
"""Forms that are verbs before a count, whatever stands before them."""
_OPENING: Final = frozenset(("mark", "quote", ":", ";", "dash"))
"""Marks behind which a capital only begins a sentence."""
_PARTICIPLES: Final = frozenset(("participle", "both"))


class Token:
    """A word, a mark or a count."""

    __slots__ = ("capital", "count", "end", "kind", "low", "options", "start", "word")

    def __init__(self, start: int, end: int, word: str, kind: str = "") -> None:
        """Make a token.

        Args:
            start: where it starts in the sentence.
            end: where it ends.
            word: the word as written.
            kind: "word", "verb", "count", "det", "poss", "pron", "obj", "prep", "conj", "sub", "rel", "be", "aux",
                "adv", "time", "source", "quote", ",", ";", ":", "dash", "(", ")" or "mark"; that of the word
                where empty.
        """
        self.start = start
        self.end = end
        self.word = word
        self.low, own, self.options, self.capital = _look_up(word)
        self.kind = kind or own
        self.count: Count | None = None

    @property
    def own(self) -> bool:
        """Whether it is a possessive: "Russia's"."""
        return self.low.endswith(("'s", "s'"))


def _kind(low: str) -> str:
    if low in ("down", "up"):
        return "prep"
    if low in _NOUNS:
        return "word"
    flags = classes().get(low)
    if flags is None:
        if low.endswith("'s"):
            return "word"
        if low.endswith("ly") and find_noun(low) is None:
            return "adv"
        return "verb" if low in verbs() else "word"
    return _KINDS.get(flags & CLASS, "word")


@lru_cache(maxsize=1 << 15)
def _look_up(word: str) -> tuple[str, str, dict[str, Verb], bool]:
    """Give a word in lower case, its kind, its forms as a verb, and whether it has a capital."""
    low = word.lower().replace("’", "'")
    first = word[:1]
    if not first.isalpha():
        kind = "quote" if first in _QUOTES else _MARKS.get(first, "word" if first.isdigit() else "mark")
        return low, kind, {}, False
    capital = first.isupper() or (low[:3] in _ARTICLES and word[3:4].isupper())
    return low, _kind(low), {} if low in _NOUNS else verbs().get(low, {}), capital


def scan(text: str) -> list[Token]:
    """Read a sentence."""
    plain = [Token(*found.span(), found[0]) for found in _TOKEN.finditer(text)]
    return _count(_joined(plain), {number.start: number for number in find_numbers(text)})


def _joined(plain: list[Token]) -> list[Token]:
    """Join words that a printed line broke: "in- jured"."""
    tokens: list[Token] = []
    for token in plain:
        if len(tokens) > 1 and tokens[-1].word == "-" and token.word.islower() and token.start == tokens[-1].end + 1:
            first = tokens[-2]
            whole = first.low + token.low
            if first.end == tokens[-1].start and first.word.isalpha() and token.low not in ("and", "or", "to"):
                del tokens[-2:]
                joined = Token(first.start, token.end, whole)
                token = joined  # noqa: PLW2901 - the joined word stands for both
        tokens.append(token)
    return tokens


def _count(plain: list[Token], numbers: dict[int, Number]) -> list[Token]:
    """Join each number and its noun to one token."""
    tokens: list[Token] = []
    at = 0
    while at < len(plain):
        number = numbers.get(plain[at].start)
        read = read_count(plain, at, number) if number is not None else read_article(plain, at)
        if read is None:
            tokens.append(plain[at])
            at += 1
            continue
        count, at = read
        bound = count.start if number is None else min(number.qualifier_start, count.start)
        while tokens and tokens[-1].start >= bound:
            tokens.pop()  # the words that bound it
        if number is not None and tokens and tokens[-1].low == "between":
            tokens.pop()
        token = Token(count.start, count.end, "", "count")
        token.count = count
        tokens.append(token)
    return _merge(tokens)


def _merge(tokens: list[Token]) -> list[Token]:
    """Join verbs and their particles ("shot down"), and tell verbs from nouns of the same form."""
    merged: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.low in ("as", "along", "together") and (length := _linking(tokens, at)):
            token.kind, token.end = "conj", tokens[at + length - 1].end
            merged.append(token)
            at += length
            continue
        if token.options:
            after = tokens[at + 1].low if at + 1 < len(tokens) else ""
            if after and after in token.options:
                token.options = {"": token.options[after]}
                token.end = tokens[at + 1].end
                token.kind = "verb"
                at += 1
            elif "" in token.options:
                token.options = {"": token.options[""], **token.options}
            if token.kind in ("verb", "word", "adv") and not _is_verb(merged, token, tokens, at):
                token.kind = "word"
            elif token.kind == "word":
                token.kind = "verb"
        else:
            token.kind = _kind_beside(merged, token, tokens, at)
        merged.append(token)
        at += 1
    return merged


def _kind_beside(before: list[Token], token: Token, tokens: list[Token], at: int) -> str:
    """Give the kind of a word that what stands beside it tells better."""
    if token.kind == "verb" and token.capital and before and before[-1].kind not in _OPENING:
        return "word"  # "the Line of Control"
    if token.kind == "verb" and _is_listed_noun(before, token, tokens, at):
        return "word"  # "12 trucks and fuel tanks"
    if token.low == "since" and _is_helped(before, tokens, at):
        return "adv"  # "have since been killed"
    return token.kind


def _is_listed_noun(before: list[Token], token: Token, tokens: list[Token], at: int) -> bool:
    """Tell whether a form that may be a noun leads to one that is joined to a count's."""
    if len(before) < 2 or before[-1].kind != "conj" or before[-2].count is None or at + 1 >= len(tokens):
        return False
    noun = find_noun(tokens[at + 1].low)
    return token.low in words("keep") and noun is not None and noun.plural


def _is_helped(before: list[Token], tokens: list[Token], at: int) -> bool:
    """Tell whether a word stands between a helper and its verb."""
    following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    return bool(before) and before[-1].kind == "aux" and following in ("be", "verb", "adv")


def _linking(tokens: list[Token], at: int) -> int:
    """Give the words of "as well as", "along with" and "together with"; 0 for none."""
    low = [token.low for token in tokens[at : at + 3]]
    if low == ["as", "well", "as"]:
        return 3
    return 2 if low[1:2] == ["with"] and low[0] != "as" else 0


def _is_verb(before: list[Token], token: Token, tokens: list[Token], at: int) -> bool:
    """Tell whether a form is a verb: one with its particle in front of a count, or by what stands beside it."""
    joined = tokens[at] is not token and at + 1 < len(tokens) and tokens[at + 1].kind == "count"
    return (joined and bool(before)) or _acts(before, token, tokens, at)  # "Gunners Shoot Down 48 Drones"


def _acts(before: list[Token], token: Token, tokens: list[Token], at: int) -> bool:
    """Tell whether a form that may be a noun is a verb, by what stands beside it."""
    verb = token.options.get("")
    form = verb.form if verb else next(iter(token.options.values())).form
    last = before[-1] if before else None
    if form == "ing":
        return not (last is not None and (last.kind in ("det", "poss") or last.own))
    if form in _PARTICIPLES or form == "past":
        return token.kind != "word" or not _is_noun_place(last)
    if last is None:
        return False
    if last.kind in ("aux", "pron", "rel") or last.low in ("to", "not"):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    opens = following is not None and (
        following.kind in ("det", "poss", "count", "obj") or (following.kind == "word" and following.capital)
    )
    if form == "s" and last.kind in (",", "conj"):
        return following is not None and following.kind == "count"
    if form == "s":
        noun = (last.kind == "word" or is_ing(last)) and not last.own  # "Russian shelling kills 13"
        return noun and opens
    if last.kind == "count":
        return True
    if token.low in _STRONG and following is not None and following.kind == "count":
        return last.kind not in ("det", "poss") and not last.own
    if last.kind == "conj":
        return opens and any(one.kind == "verb" for one in before[-8:])
    return last.kind in ("word", "count", ")") and last.low.endswith("s") and not last.own and opens


def _is_noun_place(last: Token | None) -> bool:
    return last is not None and (last.kind in ("det", "poss") or last.own)


def is_ing(token: Token) -> bool:
    """Tell whether a verb ends in -ing."""
    flags = classes().get(token.low, 0)
    verb = token.options.get("")
    return (verb.form == "ing") if verb else bool(flags & ING)
