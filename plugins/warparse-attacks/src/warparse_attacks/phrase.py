"""Counts: a number with the noun phrase behind it.

Contract: at most a dozen words behind the number are looked at; a number without a noun of its own is "bare".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse_attacks.vocabulary import LONGEST, PERSON, Noun, find_noun, is_people, is_plural, state_of, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.lexicon.numbers import Number
    from warparse_attacks.scan import Token

__all__ = ["Count", "read_article", "read_count"]

_REACH: Final = 9
"""Words of a noun phrase."""
_STOPS: Final = frozenset(
    ("prep", "conj", "sub", "rel", "be", "aux", "pron", "obj", ",", ";", ":", "dash", "(", ")", "mark", "source")
)
_NO_ONE: Final = frozenset(("no", "any", "every", "each", "number", "day"))
_NUMBERED: Final = frozenset(("aged", "age", "no", "number", "channel", "group", "phase", "article"))
"""Words before a number that counts nothing."""
_AGES: Final = 10
"""Tokens of the ages of several people."""
_BETWEEN: Final = frozenset((",", "and", "or", "to", "between", "from", "just", "only"))
"""What may stand before and between ages."""
_MORE: Final = frozenset(("more", "others", "other", "additional", "further", "extra", "people's"))
_THEM: Final = frozenset(("them", "these", "those", "which", "whom"))
_BEFORE: Final = frozenset(("another", "other", "all", "additional", "further", "extra", "remaining"))
_TOLL: Final = frozenset(("dead", "hurt", "gone"))
_PARTICIPLES: Final = frozenset(("dead", "killed", "wounded", "injured", "hurt", "missing"))
_AGE: Final = "-year-old"
_CAUGHT: Final = frozenset(("prisoner", "hostage", "captive"))
_PLAIN: Final = frozenset(("man", "woman", "pensioner", "resident"))
"""Nouns that an article counts as a person."""
_NOBODY: Final = frozenset(
    ("member", "victim", "target", "body", "people", "man-made", "national", "general", "official", "local")
)
"""Nouns for people that an article before them seldom counts."""


class Count:
    """A number with what it counts; places are those of the sentence."""

    __slots__ = (
        "bare",
        "end",
        "high",
        "kind",
        "low",
        "more",
        "name",
        "part",
        "participle",
        "people",
        "qualifier",
        "side",
        "start",
        "toll",
    )

    def __init__(self, start: int, end: int, low: int | None, high: int | None, qualifier: str | None) -> None:
        """Open a count without a noun."""
        self.start = start
        self.end = self.bare = end
        self.low = low
        self.high = high
        self.qualifier = qualifier
        self.kind = ""
        """The kind of its noun; empty where it has none, "unit" where it measures, "other" for any other noun."""
        self.name = ""
        """What records call it."""
        self.side: str | None = None
        """The state that its words name: "185 Ukrainian drones"."""
        self.part = ""
        """What it is part of: "them" ("57 of which"), "whole" ("51 of 87"), "of" ("41 of the drones"); else empty."""
        self.toll = ""
        """Of people, what an adjective tells of them: "dead", "hurt" or "gone"."""
        self.more = False
        """Whether it is counted beside others: "another 45", "30 more"."""
        self.participle = ""
        """Its noun where that may be said of the number: "nine wounded"; `bare` is where the number ends without it."""
        self.people = False
        """Whether it is an article's ("a woman") and no number's."""


def read_count(tokens: Sequence[Token], at: int, number: Number) -> tuple[Count, int] | None:
    """Read the count of a number.

    Returns:
        The count, and the token behind it; None where the number counts nothing.
    """
    if number.vague or _is_no_count(tokens, at, number):
        return None
    if tokens[at].start < number.end < tokens[at].end:
        return None  # "a 24-hour offensive"
    after = at
    while after < len(tokens) and tokens[after].start < number.end:
        after += 1
    low, high = (None if value is None else int(value) for value in (number.low, number.high))
    count = Count(number.start, number.end, low, high, number.qualifier)
    before = tokens[at - 1] if at else None
    if before is not None and before.low == "another":
        count.start, count.more = before.start, True
    until = _read_noun(tokens, after, count)
    return count, until


def _is_no_count(tokens: Sequence[Token], at: int, number: Number) -> bool:
    whole = all(value is None or value == int(value) for value in (number.low, number.high))
    before = tokens[at - 1].low if at else ""
    following = _next(tokens, at + 1)
    if number.end - number.start == 3 and tokens[at].low == "one":  # "no one", "this one", "one another"
        alone = before in ("this", "that", "the") and not following.isalpha()
        if alone or before in _NO_ONE or following in ("another", "day", "such", "way"):
            return True
    return not whole or before in _NUMBERED or _is_age(tokens, at)


def _is_age(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is one of the ages behind "aged": "two men aged 19 and 21", "girls aged between 7 and 12"."""
    number = at - 1
    while number >= max(0, at - _AGES) and (tokens[number].word[:1].isdigit() or tokens[number].low in _BETWEEN):
        number -= 1
    return 0 <= number < at - 1 and tokens[number].low == "aged"


def _next(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""


def read_article(tokens: Sequence[Token], at: int) -> tuple[Count, int] | None:
    """Read an article that counts one person: "a 44-year-old woman", "an elderly man"; None where it counts none."""
    first = tokens[at]
    if first.low not in ("a", "an", "another"):
        return None
    for number in range(at + 1, min(at + 6, len(tokens))):
        token = tokens[number]
        if token.kind not in ("word", "adv", "verb", "time") or token.own:
            return None
        noun = find_noun(token.low)
        if noun is None or noun.kind != PERSON:
            continue
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if following is not None and following.kind == "word":
            if following.capital:
                return None  # "a journalist Jane Doe" is no count
            continue  # "a police officer"
        if (noun.plural and token.low != "crew") or token.low in _NOBODY:
            return None
        count = Count(first.start, token.end, 1, 1, None)
        count.people, count.kind = True, PERSON
        count.name = "person" if noun.name in _PLAIN else noun.name
        count.side = next((state for word in tokens[at + 1 : number] if (state := state_of(word.word))), None)
        return count, number + 1
    return None


# -- noun phrases -------------------------------------------------------------------------------


def _read_noun(tokens: Sequence[Token], at: int, count: Count) -> int:
    """Read the noun phrase behind a number into its count; give the token behind it."""
    while at < len(tokens) and (tokens[at].low in _MORE or tokens[at].kind == "quote"):
        if tokens[at].kind != "quote":
            count.end, count.more = tokens[at].end, True
        at += 1
        if tokens[at - 1].low == "others":
            return at
    if at + 1 < len(tokens) and tokens[at].low == "out" and tokens[at + 1].low == "of":
        at += 1
    if at < len(tokens) and tokens[at].low == "of":
        return _read_part(tokens, at, count)
    return _read_head(tokens, at, count)


def _read_part(tokens: Sequence[Token], at: int, count: Count) -> int:
    """Read "of them", "of its soldiers", "of the drones", "of 87 drones" behind a number."""
    following = at + 1
    if following >= len(tokens):
        return at
    token = tokens[following]
    if token.low in _THEM and not (
        token.low in ("these", "those")
        and _next(tokens, following + 1).isalpha()
        and tokens[following + 1].kind == "word"
    ):
        count.part, count.end = "them", token.end
        return following + 1
    if token.kind == "poss" or token.low in ("the", "these", "those", "all") or token.own:
        if following + 1 < len(tokens) and tokens[following + 1].word[:1].isdigit():
            count.part = "whole"
            return at
        end = count.end
        until = _read_head(tokens, following + 1, count)
        if not count.kind:
            count.end = end
            return at
        count.part = "of" if token.kind != "poss" else ""
        return until
    if token.word[:1].isdigit() or find_noun(token.low) is None:
        count.part = "whole"
    return at


def _read_head(tokens: Sequence[Token], at: int, count: Count) -> int:
    """Read adjectives and nouns up to the head of a noun phrase; give the token behind it."""
    return _Head(tokens, at, count).read()


class _Head:
    """Reads a noun phrase into its count; used once."""

    def __init__(self, tokens: Sequence[Token], at: int, count: Count) -> None:
        self.tokens = tokens
        self.at = at
        self.count = count
        self.names: list[str] = []
        self.best = ""
        """"plural" or "single" where a noun was found."""
        self.until = at
        self.single = 1 in (count.high, count.low)
        self.alone = False
        """Whether the noun can only mean a single one."""

    def read(self) -> int:
        """Read word by word; give the token behind the phrase."""
        for number in range(self.at, min(self.at + _REACH, len(self.tokens))):
            token = self.tokens[number]
            if token.kind == "quote":
                self._quote(number)
            elif token.kind in _STOPS:
                if not _goes_on(self.tokens, number, self.at, self.best):
                    break
            elif self._is_over(number) or not self._take(number):
                break
        following = self.tokens[self.until].kind if self.until < len(self.tokens) else ""
        if self.alone and not self.single and following in ("verb", "word"):
            self.count.kind = "other"  # "two home runs"
        if self.count.kind == "event" and any(name.endswith("est") for name in self.names):
            self.count.kind = "other"  # "the two biggest attacks"
        return self.until

    def _quote(self, number: int) -> None:
        token = self.tokens[number]
        if self.best == "plural" and token.word in "'’" and token.start == self.tokens[number - 1].end:
            self.best = ""  # "11 invaders' vehicles"

    def _is_over(self, number: int) -> bool:
        """Tell whether the phrase ended before a token."""
        if self.tokens[number].low in _CAUGHT and not self.single:
            return True  # "taken nine prisoner"
        ends = self.best and _ends(self.tokens, number, self.best, single=self.single)
        return bool(ends) and not _grows(self.names, self.tokens, number)

    def _take(self, number: int) -> bool:
        """Take a word; tell whether the phrase may go on behind it."""
        token, count = self.tokens[number], self.count
        self.names.append(token.low)
        noun, length = _longest(self.names)
        if noun is not None and noun.kind in _TOLL and len(self.names) == 1:
            count.toll, count.bare = noun.kind, count.end
            count.participle = token.low if token.low in _PARTICIPLES else ""
        if noun is not None and noun.single and not self.single and token.options and not self._leads(number):
            return False  # "seven hit their targets"
        if noun is not None and noun.kind in (*_TOLL, "casualty") and len(self.names) > 1:
            if self.names[0] not in words("keep") and self.best:
                return False
            noun = None
        if token.low in words("unit") and noun is None:
            count.kind, count.name, count.end, self.until = "unit", token.low, token.end, number + 1
            return False
        if noun is not None:
            count.kind, count.name = noun.kind, _named(noun.name, self.names[: len(self.names) - length])
            self.best, self.until, count.end = ("plural" if noun.plural else "single"), number + 1, token.end
            self.alone = noun.single
        elif self.best:
            return _grows(self.names[:-1], self.tokens, number)
        elif not self._describe(number):
            return False
        if token.capital and (state := state_of(token.word)):
            count.side = state
        return True

    def _leads(self, number: int) -> bool:
        """Tell whether another noun stands behind a word: "three attack drones"."""
        following = self.tokens[number + 1] if number + 1 < len(self.tokens) else None
        return following is not None and following.kind in ("word", "verb") and not following.own

    def _describe(self, number: int) -> bool:
        """Take a word before the noun, or an unknown noun right behind the number; tell whether it is one."""
        token, count = self.tokens[number], self.count
        if token.kind == "verb" and token.low not in words("keep") and not _describes(self.tokens, number):
            return False
        if len(self.names) == 1 and not count.kind:
            if token.capital and is_people(token.word):
                count.kind, count.name, count.end = PERSON, token.low.removesuffix("s"), token.end
            elif not token.capital and is_plural(token.low) and token.kind == "word":
                count.kind, count.name, count.end = "other", token.low.removesuffix("s"), token.end
            self.until = number + 1 if count.kind else self.until
        return True


def _goes_on(tokens: Sequence[Token], number: int, at: int, best: str) -> bool:
    """Tell whether a noun phrase goes on behind a small word: "short- and medium-range missiles"."""
    if best or number == at:
        return False
    return tokens[number].low in ("and", "or", ",", "-") and tokens[number - 1].low.endswith(("-", "type", "range"))


def _ends(tokens: Sequence[Token], number: int, best: str, *, single: bool) -> bool:
    """Tell whether the phrase ended before a token that could belong to it."""
    token = tokens[number]
    if best == "plural" and not tokens[number - 1].own:
        return True
    if token.kind == "verb" or token.options:
        return single or token.capital or find_noun(token.low) is None
    return token.kind not in ("word", "time") or (token.kind == "time" and find_noun(token.low) is None)


def _describes(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a participle stands before its noun: "five dominating heights"."""
    if not tokens[number].low.endswith(("ing", "ed")) or number + 1 >= len(tokens):
        return False
    following = tokens[number + 1]
    noun = find_noun(following.low)
    return following.kind == "word" and not following.capital and noun is not None and noun.plural


def _grows(names: list[str], tokens: Sequence[Token], number: int) -> bool:
    """Tell whether a noun goes on in a longer one: "armoured personnel carrier"."""
    following = [token.low for token in tokens[number : number + 2]]
    return any(
        find_noun(" ".join([*names[-length:], *following[:more]])) is not None
        for length in (1, 2)
        for more in (1, 2)
        if len(names) >= length and len(following) >= more
    )


def _longest(names: list[str]) -> tuple[Noun | None, int]:
    for length in range(min(LONGEST, len(names)), 0, -1):
        noun = find_noun(" ".join(names[-length:]))
        if noun is not None:
            return noun, length
    return None, 0


def _named(name: str, before: list[str]) -> str:
    """Give a noun with the words before it that belong to what it names."""
    keep: list[str] = []
    for word in reversed(before):
        if word not in words("keep"):
            break
        keep.append(word)
    return " ".join([*reversed(keep), name]) if keep else name
