"""The words of phrases that tell when, read from left to right.

Contract: a phrase is read from the word that it starts with, over a bounded number of words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple, final

from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.timetold import VAGUE, Told, count_units, join_days, stretch

__all__ = ["TOKEN", "TimeParser", "Token", "time_classes"]


class Token(NamedTuple):
    """A word, number or mark, in lower case, and where it stands."""

    word: str
    start: int
    end: int


TOKEN: Final = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)|(?P<clock>\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.m\b\.?|[ap]m\b)|\d{1,2}:\d{2}(?!\d)|\d{4}\s(?:gmt|hrs|utc)\b)"
    r"|\d++(?:st|nd|rd|th)?(?![.,:]\d)|\d[\d.,:]*+|[^\W\d_]++|[^\s\w]"
)
_YEARS: Final = range(1900, 2100)
_LATER: Final = frozenset(("ago", "later", "earlier", "before", "after", "hence"))
_JOINING: Final = frozenset(("and", "to", "or", "-", "–", "—", "through", "until"))
_LISTING: Final = frozenset(("and", "or"))


@cache
def time_classes() -> dict[str, dict[str, int]]:
    """Give the words of each class with their numbers; 0 where the class has none."""
    table: dict[str, dict[str, int]] = {}
    for name, words in read_pairs("time_words"):
        entries = table.setdefault(name, {})
        for number, group in enumerate(words.split(","), 1):
            *members, last = group.split()
            if last.lstrip("-").isdigit():
                entries.update(dict.fromkeys(members, int(last)))
            else:
                entries.update(dict.fromkeys((*members, last), number))
    return table


@cache
def _fixed() -> dict[str, list[tuple[str, ...]]]:
    """Give the fixed phrases by their first words."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in read_list("time_phrases"):
        phrase = tuple(line.split())
        table.setdefault(phrase[0], []).append(phrase)
    return table


@cache
def _openers() -> frozenset[str]:
    """Give the words with which a phrase may begin behind its preposition."""
    return frozenset().union(*time_classes().values(), _fixed()) - frozenset(time_classes()["zone"])


@final
class TimeParser:
    """Reads phrases in a row of words, from left to right."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        """Take up a text and its words."""
        self.text = text
        self.tokens = tokens
        self.words = [token.word for token in tokens]
        self.classes = time_classes()

    def may_start(self, at: int) -> bool:
        """Tell whether a phrase may start at a word, by it and the one behind it."""
        word = self.words[at]
        if word in self.classes["preposition"] and word not in _fixed():
            at += 1
            word = self._word(at)
        if word == "the":
            word = self._word(at + 1)
        return word in _openers() or word[:1].isdigit()

    def phrase(self, at: int) -> tuple[int, int, Told] | None:
        """Read the phrase that starts at a word; give the word behind its preposition, that behind it, and what it tells."""
        for fixed in _fixed().get(self.words[at], ()):
            if tuple(self.words[at : at + len(fixed)]) == fixed:
                told = Told("day", -1, 0) if fixed == ("overnight",) else VAGUE
                bare = at + (fixed[0] in ("in", "at") and fixed != ("at", "once"))
                return bare, at + len(fixed), told
        first = at
        if self._is("degree", at) and self._is("preposition", at + 1):
            first = at + 1  # "late on Monday"
        bare = first + (self._is("preposition", first) and self._word(first) != "of")
        found = self._core(bare, self._word(first) if bare > first else "")
        if found is None:
            return None
        until, told = self._go_on(*found)
        return bare if first == at else at, until, told

    # -- words --------------------------------------------------------------------------------

    def _word(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    def _is(self, name: str, at: int) -> bool:
        return at < len(self.words) and self.words[at] in self.classes[name]

    def _number(self, at: int) -> int:
        """Give a number of one or two words or digits, 0 for none."""
        word = self._word(at)
        if word.isdigit() and word.isascii():
            return int(word[:4])
        return self.classes["number"].get(word, 0)

    def _day_number(self, at: int) -> int:
        """Give the day of a month, 0 for none."""
        word = self._word(at)
        digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
        number = int(digits) if digits.isdigit() and digits.isascii() and len(digits) < 3 else 0
        return number if number <= 31 else 0

    def _year(self, at: int) -> int:
        word = self._word(at)
        return int(word) if len(word) == 4 and word.isdigit() and word.isascii() and int(word) in _YEARS else 0

    def _has_capital(self, at: int) -> bool:
        return at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def _name(self, name: str, at: int) -> int:
        """Give the number of a weekday or month, 0 for none; both have capitals."""
        if not self._has_capital(at):
            return 0
        return self.classes[name].get(self.words[at], 0)

    def _skip_dot(self, at: int) -> int:
        """Go over the dot of a shortened word."""
        return at + 1 if self._word(at) == "." and self._is("short", at - 1) else at

    # -- the core of a phrase -----------------------------------------------------------------

    def _core(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read what stands behind the preposition; give the word behind it and what it tells."""
        if at >= len(self.words):
            return None
        token = self.tokens[at]
        if token.word in self.classes["day"]:
            number = self.classes["day"][token.word]
            return self._part(at + 1), Told("day", number, number)
        if self._name("weekday", at):
            return self._weekday(at, preposition)
        found = self._date(at) or self._counted(at, preposition) or self._span(at, preposition)
        if found:
            return found
        if preposition and self._year(at) and preposition not in ("at", "on", "about", "around", "over", "within"):
            return at + 1, Told("named year", year=self._year(at))
        if self._is_clock(at, preposition):
            return self._zone(at + 1), VAGUE
        if preposition and self._is("holiday", at) and self._has_capital(at):
            return at + 1, VAGUE
        if preposition in ("at", "before", "after", "around", "by", "until", "since") and self._is("hour", at):
            return at + 1, VAGUE
        return None

    def _is_clock(self, at: int, preposition: str) -> bool:
        word = self._word(at)
        if not preposition or not word[:1].isdigit():
            return False
        return word[-1] in "m." or ":" in word or word.endswith(("gmt", "utc", "hrs"))

    def _part(self, at: int) -> int:
        """Go over a part of the day."""
        return at + 1 if self._is("part", at) else at

    def _zone(self, at: int) -> int:
        """Go over the zone of a time of day."""
        if self._word(at) == "local" or (self._is("zone", at) and self._word(at + 1) == "time"):
            return at + 2 if self._word(at + 1) == "time" else at
        return at + 1 if self._is("zone", at) and self._word(at) not in ("time", "kyiv", "moscow") else at

    def _weekday(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "Monday", "Monday night", "Wednesday, Sept. 3, 2025"."""
        number = self._name("weekday", at) - 1
        after = self._skip_dot(at + 1)
        dated = after + (self._word(after) == ",")
        if found := self._date(dated):
            return found
        short = self._is("short", at)
        if short and not preposition and after == at + 1:
            return None  # "the Sun"
        return self._part(after), Told("weekday", number, number)

    def _date(self, at: int) -> tuple[int, Told] | None:
        """Read "12 February", "the 9th of May 2024", "Feb. 12, 2025", "9-11 May", "May 8 and 9", "2025-02-12"."""
        word = self._word(at)
        if len(word) == 10 and word[4] == "-":
            year, month, day = (int(part) for part in word.split("-"))
            return at + 1, Told("date", day, day, month, year)
        first = at + (word == "the")
        if day := self._day_number(first):
            last, behind = day, first + 1
            if self._word(behind) in _JOINING and self._day_number(behind + 1) > day:
                last, behind = self._day_number(behind + 1), behind + 2
            behind += self._word(behind) == "of"
            if month := self._name("month", behind):
                return self._with_year(self._skip_dot(behind + 1), Told("date", day, last, month))
            return None
        month = self._name("month", at)
        if not month:
            return None
        behind = self._skip_dot(at + 1)
        day = self._day_number(behind)
        if not day:
            return self._month(at, behind, month)
        last, behind = day, behind + 1
        if (
            self._word(behind) in _JOINING
            and self._day_number(behind + 1) > day
            and not self._name("month", behind + 2)
        ):
            last, behind = self._day_number(behind + 1), behind + 2
        return self._with_year(behind, Told("date", day, last, month))

    def _with_year(self, at: int, told: Told) -> tuple[int, Told]:
        """Add the year behind a date."""
        place = at + (self._word(at) == ",")
        year = self._year(place)
        return (place + 1, told._replace(year=year)) if year else (at, told)

    def _month(self, at: int, behind: int, month: int) -> tuple[int, Told] | None:
        """Read a month by itself."""
        year = self._year(behind)
        if year:
            return behind + 1, Told("named month", month=month, year=year)
        before = self._word(at - 1) if at else ""
        led = self._is("preposition", at - 1) or any(
            self._is(name, at - 1) for name in ("past", "ahead", "present", "degree")
        )
        if not at or (
            not led and (self._is("doubtful", at) or self._has_capital(behind) or before not in ("the", "a"))
        ):
            return None
        if (self._is("doubtful", at) and before in ("on", "at", "for", "after", "before")) or (
            behind == at + 1 and self._is("short", at)
        ):
            return None  # "pressure on May"
        return behind, Told("named month", month=month)

    def _counted(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "two days ago", "a month ago", "hours later", "in a couple of weeks", "in two days"."""
        behind, number = at, 0
        if self._number(at):
            behind, number = at + 1, self._number(at)
        if self._is("several", behind):
            behind, number = behind + 1, 2 if self._word(behind) == "couple" else 0
            behind += self._word(behind) == "of"
        unit = self._word(behind)
        if not self._is("unit", behind):
            return None
        counted = behind > at or unit[-1] == "s"
        if (
            counted
            and self._word(behind + 1) in _LATER
            and preposition in ("", "until", "since", "from", "about", "over", "around")
        ):
            ago = self._word(behind + 1) == "ago"
            return behind + 2, count_units(unit, -number) if ago and number else VAGUE
        if preposition in ("in", "within") and behind > at and self._word(at - 2) != "time":
            ahead = preposition == "in" and number and self._word(behind + 1) != "of"
            return behind + 1, count_units(unit, number) if ahead else VAGUE
        return (behind + 1, VAGUE) if preposition == "within" and unit[-1] == "s" else None

    def _span(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "this week", "late last month", "the next two days", "the end of the year", "the weekend", "last Friday"."""
        first = at
        at += self._is("degree", at)
        if at > first:
            if self._word(at) in self.classes["day"] or self._name("weekday", at) or self._name("month", at):
                return self._core(at, preposition)  # "earlier today", "early Tuesday", "late May"
            at += self._word(at) == "on"
        article = self._word(at) == "the"
        at += article
        if found := self._partial(at):
            return found
        shift = next((n for name, n in (("past", -1), ("ahead", 1), ("present", 0)) if self._is(name, at)), None)
        if shift is not None:
            return self._shifted(at, shift, article=article)
        if self._is("several", at) and self._is("unit", at + 1) and preposition in ("in", "over", "during"):
            return at + 2, VAGUE  # "in recent days"
        return self._plain_unit(at, preposition) if article or preposition else None

    def _partial(self, at: int) -> tuple[int, Told] | None:
        """Read what is a part of a time: "end of the month", "early hours of Tuesday", "second week of May", "night of 5 May"."""
        degree = self._is("degree", at) and self._word(at + 1) == "hours"
        pair = degree or (self._is("ordinal", at) and self._is("unit", at + 1))
        of = at + (2 if pair else 1)
        if self._word(of) == "of" and (pair or self._is("edge", at) or self._is("part", at)):
            return self._core(of + 1, "of") or self._plain_unit(of + 1 + (self._word(of + 1) == "the"), "of")
        return (of, VAGUE) if degree else None

    def _shifted(self, at: int, shift: int, *, article: bool) -> tuple[int, Told] | None:
        """Read what stands with "last", "this" or "next"."""
        word, behind = self.words[at], at + 1
        if number := self._name("weekday", behind):
            loose = word in ("same", "following", "previous", "preceding")
            told = VAGUE if loose else Told("weekday", number - 1, number - 1, shift=shift)
            return self._part(behind + 1), told
        if month := self._name("month", behind):
            return behind + 1, Told("named month", month=month, shift=shift)
        number = self._number(behind) if self._is("unit", behind + 1) else 0
        behind += bool(number)
        if self._is("several", behind):
            behind += 1 + (self._word(behind + 1) == "of")
        if not (self._is("unit", behind) or self._is("part", behind) or self._is("season", behind)):
            return None
        unit = self.words[behind]
        if word in ("same", "following", "previous", "preceding") or unit in self.classes["season"]:
            return behind + 1, VAGUE
        if article and not number and shift == 1 and unit[-1] != "s":
            return behind + 1, VAGUE  # "the next day" counts from what was told before
        if number or unit[-1] == "s" or (article and shift):
            return behind + 1, stretch(unit, number or (unit[-1] != "s"), shift)
        if unit in self.classes["part"]:
            days = -1 if word == "last" else 1 if word == "next" else 0
            return behind + 1, Told("day", days, days)
        return behind + 1, count_units(unit, shift)

    def _plain_unit(self, at: int, preposition: str) -> tuple[int, Told] | None:
        """Read "the weekend", "in the morning", "the week" behind "the end of"."""
        word = self._word(at)
        if word in ("weekend", "weekends"):
            return at + 1, Told("weekend", shift=None)
        if preposition == "of" and self._is("unit", at):
            return at + 1, count_units(word, 0)
        if preposition in ("in", "during", "before", "by", "until", "through", "throughout") and (
            self._is("part", at) or word in ("day", "night")
        ):
            return at + 1, VAGUE
        return (at + 1, VAGUE) if preposition in ("in", "by", "this") and self._is("season", at) else None

    # -- behind it ----------------------------------------------------------------------------

    def _go_on(self, at: int, told: Told) -> tuple[int, Told]:
        """Go over what goes on telling the same time: "Friday and Saturday", "9 a.m. on Wednesday", "Monday at 14:00"."""
        word = self._word(at)
        if word in _JOINING and (told.kind == "weekday" or (told.kind == "date" and word not in _LISTING)):
            found = self._core(at + 1, "")
            alike = found is not None and found[1].kind == told.kind and told.shift is found[1].shift is None
            if found is not None and alike and found[1].month == told.month:
                return self._part(found[0]), join_days(told, found[1])
        if told.kind == "vague":
            led = word in ("on", "of")
            found = self._core(at + led, "on" if led else "")
            timely = self._is_clock(at - 1, "at") or self._is("part", at - 1) or self._is("zone", at - 1)
            return found if found and timely and found[1].kind in ("day", "weekday", "date") else (at, told)
        place = at + (word == ",")
        if word in ("at", "around", ",") and self._is_clock(place + (word != ","), "at"):
            return self._zone(place + 1 + (word != ",")), told
        return at, told
