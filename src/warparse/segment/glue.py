"""Where a scraper glued lines together.

Contract: the candidates for a juncture come from cheap scans of the whole text; each is judged by a few
characters on either side, so the work is linear. Bare times ("2104 In New York") and datelines behind an agency
("ReutersKYIV — ") are told by the lines that they begin.

A juncture is sure where a sentence ends and a capital follows without a space ("that.”Russia"), where
a small word runs into a capitalised one ("inPlease"), behind a time ("13.50Heading") or a credit
("/ReutersThe"). A capitalised word that runs into another ("SummaryThank") may be a name ("YouTube"):
it is a juncture only on a line that has a sure one, and only if the word stands nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

import regex

from warparse.lexicon.lists import read_list
from warparse.lexicon.media import agencies
from warparse.segment.credits import find_credit
from warparse.segment.stamps import match_stamp

__all__ = ["Joints", "find_joints"]

# What may be a juncture, as cheap scans; each place that they find is then judged by what stands around it.
# Two characters side by side that a line does not put together: a small letter, a digit or a stop in front of a
# capital or an opening mark.
_PAIR: Final = re.compile(r"[a-zß-ÿ0-9%.!?…:”’\"'»)\]][A-ZÀ-Þ“‘«]")
_QUOTED: Final = re.compile(r"[a-zß-ÿ0-9%.!?…][\"'](?=[A-ZÀ-Þ])")
_SHOUTED: Final = re.compile(r"[A-Z]{2}(?=[A-ZÀ-Þ][a-zß-ÿ]{2})")
_AGO_HERE: Final = re.compile(r"\d{1,3}\s?(?:[smhdw]|mins?|minutes?|hrs?|hours?|days?)(?:\s\d{1,2}\s?mins?)?\s?ago")
_CLOCK_HERE: Final = re.compile(r"\d{1,2}[.:]\d\d[\s\dA-Z]")
_BARE_CLOCK: Final = re.compile(r"^[ \t]*(?P<clock>(?:[01]\d|2[0-3])[0-5]\d):? +(?=[A-ZÀ-Þ“‘\"'])", re.MULTILINE)
_DATELINE: Final = re.compile(
    r"^[ \t]*(?P<agency>[A-Z][a-z-]{1,11}(?: [A-Z][a-z]{1,11}){0,2})(?=[A-Z]{3,}[A-Z /.]{0,30}(?:, [^\n(—–-]{1,40})?(?: \([^\n()]{2,20}\))? ?[—–-] )",
    re.MULTILINE,
)
_CLOCKS: Final = 4
"""Bare times from which they are told as such."""
_PUBLISHED: Final = re.compile(r"(?<=[\w?!’'”\"%)])published at \d{1,2}[:.]\d\d\b")
"""A time glued to a heading: "Talks endpublished at 12:21"."""
_BEFORE_TIMES: Final = frozenset("!?…”’\"')")
_STOPS: Final = ".!?…"
_CLOSERS: Final = "”’\"'»)]"
_OPENERS: Final = "“‘«\"'"
_CREDIT_LABEL: Final = re.compile(r"(?:Image|Photo|Photograph|Picture|Photo credit|Credit|Copyright|Pic):\s")
_NO_WORD: Final = ("@", "#", "/", "_", "[", "www.", "http")
_REACH: Final = 40
_NEWLINE: Final = regex.compile(r"[\r\n]")
_LINK: Final = 200
"""Characters that the words of a link may run to."""

Joints = dict[int, bool]
"""Where a text is glued: by position, whether it is sure."""


def find_joints(text: str) -> Joints:
    """Find every place of a text where two lines may have been glued together.

    >>> find_joints("They logged inPlease refresh.")
    {14: True}
    """
    found = {at: _judge(text, at) for at in sorted(_find_places(text))}
    joints = {at: sure for at, sure in found.items() if sure is not None}
    possible = [at for at, sure in joints.items() if not sure]
    if possible:
        tokens = {at - len(_word_before(text, at)): _word_around(text, at) for at in possible}
        again = Counter(tokens.values())
        for at in possible:
            if again[_word_around(text, at)] > 1:  # written so again: a name
                del joints[at]
    return joints | dict.fromkeys([*_find_bare_clocks(text), *_find_datelines(text)], True)


def _find_datelines(text: str) -> list[int]:
    """Find where a dateline is glued to the agency on the line above: "Associated PressBRUSSELS (AP) — Leaders ..."."""
    return [found.end("agency") for found in _DATELINE.finditer(text) if found["agency"] in agencies()]


def _find_bare_clocks(text: str) -> list[int]:
    """Find where lines go on behind bare times ("2104 In New York"): several that run one way, not all of them years."""
    found = list(_BARE_CLOCK.finditer(text))
    times = [int(clock["clock"]) for clock in found]
    if len(times) < _CLOCKS or not (times == sorted(times) or times == sorted(times, reverse=True)):
        return []
    told = len(set(times)) >= _CLOCKS and not all(1900 <= time < 2060 for time in times)
    return [clock.end() for clock in found] if told else []


def _find_places(text: str) -> set[int]:
    """Find the places that may be junctures."""
    places = {found.end() - 1 for found in _PAIR.finditer(text)}
    places.update(found.end() for found in _SHOUTED.finditer(text))
    if '"' in text or "'" in text:
        places.update(found.end() - 1 for found in _QUOTED.finditer(text))
    if "ago" in text:
        places.update(at for found in _AGO_HERE.finditer(text) if _may_precede(text, at := found.start(), spaced=True))
    if "published at" in text:
        places.update(found.start() for found in _PUBLISHED.finditer(text))
    places.update(at for found in _CLOCK_HERE.finditer(text) if _may_precede(text, at := found.start(), spaced=False))
    return places


def _may_precede(text: str, at: int, *, spaced: bool) -> bool:
    """Tell whether a time may begin behind what stands before it: a letter or a sentence's end, glued to it."""
    before = text[at - 1 : at]
    if spaced and before == " " and at > 1:
        return text[at - 2] in ".!?…”’\"'"
    return before.islower() or before in _BEFORE_TIMES or (before == "." and not text[at - 2 : at - 1].isdigit())


def _judge(text: str, at: int) -> bool | None:
    """Tell whether a place is a juncture: surely, possibly (False) or not (None)."""
    before, after = text[at - 1], text[at]
    if _PUBLISHED.match(text, at):
        return True
    if after.isdigit():
        return None if _in_address(text, at) else _judge_time(text, at)
    if not _begins_word(text, at) or _in_address(text, at) or _in_link(text, at) or _CREDIT_LABEL.match(text, at):
        return None
    if (after in "\"'" and _is_closing(text, at)) or (before in "\"'" and not _is_closing(text, at - 1)):
        return None
    if _ends_in_agency(text[max(0, at - 30) : at]) or text.startswith("Updated at", at):
        return True
    if before in _CLOSERS:
        return _judge_closed(text, at)
    if before in _STOPS:
        return (_ends_sentence(text, at - 1) and not _is_credit(text, at)) or None
    if before == ":":
        return (text[at - 4 : at - 1].isalpha() and text[at - 4 : at - 1].islower()) or None
    return (after in "“«" or None) if after in _OPENERS else _judge_word(text, at)


def _begins_word(text: str, at: int) -> bool:
    """Tell whether a capitalised word begins at a place, behind an opening mark or not."""
    letter = at + (text[at] in _OPENERS)
    following = text[letter + 1 : letter + 2]
    return text[letter : letter + 1].isupper() and (
        following.islower() or (following.isspace() and text[letter] in "AI")
    )


def _judge_closed(text: str, at: int) -> bool | None:
    """Judge a closing mark or bracket in front of a capital."""
    inside = text[at - 2 : at - 1]
    if inside in _STOPS and inside:
        return True
    if text[at - 1] in "”»" and inside.isalpha():
        return True
    if text[at - 1] in "’'":
        opener = "‘" if text[at - 1] == "’" else "'"
        return (text[at - 4 : at - 1].isalpha() and text.rfind(opener, max(0, at - 300), at - 1) >= 0) or None
    return (text[at - 1] in ")]" and text[at - 3 : at - 1].isalpha() and text[at + 1 : at + 3].islower()) or None


def _judge_word(text: str, at: int) -> bool | None:
    """Judge a letter or a digit in front of a capital."""
    word = _word_before(text, at)
    if word[-1:].isdigit():
        digits = len(word) - len(word.rstrip("0123456789"))
        timed = text[at - 3 : at - 2] in (".", ":") or digits == 4
        return timed if digits >= 2 and text[at + 1 : at + 3].islower() else None
    if word.isupper():
        return False if len(word) >= 5 else None
    if _is_known(text, at, word):
        return None
    if len(word) <= 3 and word[:1].isupper():
        # a small name may end there: "GaoA team"
        return False if word[1:].islower() and text[at + 1].isspace() else None
    return word.isalpha() and word[:1].islower() and len(word) >= 2


def _judge_time(text: str, at: int) -> bool | None:
    end = match_stamp(text, at)
    if end == at:
        return None
    stamped = text[at:end].rstrip()
    if stamped.endswith("ago"):
        return True
    return text[at - 1] in _STOPS or text[at - 1] in _CLOSERS or text[at - 3 : at].isalpha()


def _ends_sentence(text: str, at: int) -> bool:
    """Tell whether a stop ends a sentence rather than an abbreviation or an initial."""
    word = _word_before(text, at)
    return len(word) >= 2 or word.isdigit() or text[at - 1] in _CLOSERS


def _is_credit(text: str, at: int) -> bool:
    """Tell whether nothing but a picture's credit follows on the line, which belongs to its caption."""
    rest = _NEWLINE.split(text[at : at + 120], maxsplit=1)[0].rstrip()
    found = find_credit(rest)
    return found is not None and found[0] == 0 and found[2] >= len(rest) - 1


def _is_closing(text: str, at: int) -> bool:
    """Tell whether a straight mark closes: an odd number of them stands before it on its line."""
    low = max(0, at - 2000)
    start = max(text.rfind("\n", low, at) + 1, text.rfind("\r", low, at) + 1, low)
    if text[at] == "'":
        opened = text[start : start + 1] == "'" or text.rfind(" '", start, at) >= 0
        return not text[at - 1 : at].isspace() and opened
    return text.count('"', start, at) % 2 == 1


def _in_address(text: str, at: int) -> bool:
    left = at
    low = max(0, at - _LINK)
    while left > low and not text[left - 1].isspace():
        left -= 1
    right = at
    high = min(len(text), at + _REACH)
    while right < high and not text[right].isspace():
        right += 1
    token = text[left:right]
    if "://" in token or "www." in token:
        return True
    return any(mark in token for mark in _NO_WORD) and not _ends_in_agency(text[max(0, at - 30) : at])


def _in_link(text: str, at: int) -> bool:
    """Tell whether a place stands in the words of a markdown link, which are one line's."""
    closed = text.find("](", at, at + _LINK)
    return (
        closed >= 0
        and text.find("[", at, closed) < 0
        and not _NEWLINE.search(text, at, closed)
        and text.rfind("[", max(0, at - _LINK), at) > text.rfind("]", max(0, at - _LINK), at)
    )


def _word_before(text: str, at: int) -> str:
    head = text[max(0, at - _REACH) : at].rstrip(".!?…”’\"'»):;%]")
    start = len(head)
    while start and head[start - 1].isalnum():
        start -= 1
    return head[start:]


def _word_around(text: str, at: int) -> str:
    right = at
    while right < len(text) and right - at < _REACH and text[right].isalnum():
        right += 1
    return _word_before(text, at) + text[at:right]


def _is_known(text: str, at: int, word: str) -> bool:
    """Tell whether a capital inside a word is a brand's own: "YouTube"."""
    return (word + text[at : at + _REACH]).lower().startswith(read_list("camel_names"))


@cache
def _agency_ends() -> tuple[str, ...]:
    return tuple(
        lead + agency
        for agency in read_list("agencies")
        for lead in ("/", "/ ", "via ", "Photograph: ", "Photo: ", "Image: ", "(", "[")
    )


def _ends_in_agency(text: str) -> bool:
    """Tell whether text ends in a credit: a body's name behind a slash or a label."""
    return text.endswith(_agency_ends())
