"""Times and dates that stand apart from prose, and the day that they tell.

Contract: pure functions of one line; every pattern is a sequence of possessive tokens, so none can
backtrack badly.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import regex

__all__ = ["find_day", "is_stamp", "is_updated", "match_stamp"]

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONE: Final = (
    r"(?:utc/gmt|gmt|uk time|uk|bst|utc|(?:est|edt|et|cst|cdt|mst|mdt|pst|pdt|pt|cet|cest|eet|eest|msk|ist|idt|trt|gst|pkt|jst|kst|hkt|sgt|cct"
    r"|aest|aedt|acst|awst|nzst|nzdt|wat|cat|eat|sast|wib|brt|ast|adt)(?-i:(?![A-Z]{4}))|(?-i:[A-Z]{1,3}[SD]?T(?![A-Z]{2}))"
    r"|(?:greenwich mean|british summer|(?:central|eastern) european(?: summer)?|(?:eastern|central|pacific) (?:standard|daylight)) time|[a-z]+ time)(?:[+-]\d{1,2})?"
)
"""A zone; more than a few capitals behind its letters make another word of it ("ISTANBUL")."""
_ENDS: Final = r"(?-i:(?![a-z]))"
"""The end of a zone: a capital may follow, which begins a glued word ("BSTFour")."""
_CLOCK: Final = rf"\d{{1,2}}(?:[:.]\d{{2}}){{1,2}}(?:\s?[ap]\.?m\b\.?)?(?:\s?\(?{_ZONE}{_ENDS}\)?)?|\d{{1,2}}\s?[ap]\.?m\b\.?(?:\s{_ZONE}{_ENDS})?|(?:[01]\d|2[0-3])[0-5]\d\s?(?:gmt|utc|hrs?|hours)\b"
_DATE: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
)
_AGO: Final = (
    r"(?:about |over )?(?:\d{1,3}|an?|one|two|three)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|hr|days?|weeks?|months?|years?|[smhdwy])"
    r"\s?(?:and \d{1,2} (?:minutes?|mins?) )?ago|\d{1,2}\s?(?:h|m|d|hrs?|mins?)\b|just now|yesterday|today"
)
_LABEL: Final = (
    r"(?:this (?:article|story|page|post|live ?blog)? ?(?:was|has been) )?(?:last |first )?(?:updated?|modified|published|issued|posted|created|edited|amended|uploaded|changed)(?: on| at)?\b:?"
    r"|date:|date(?=\s\d{4}-)|time:|on\b|at\b|from\b"
)
_HOLE: Final = r"\[[a-zA-Z]{2,20}\]:?"
_READING: Final = r"\d{1,3} ?-?(?:min(?:ute)?s?)\.? ?(?:read|to read)"
_TOKEN: Final = rf"(?:{_DATE}|{_CLOCK}|{_AGO}|{_DAY}(?!\w)|{_LABEL}|{_HOLE}|{_ZONE}(?!\w)|\d{{4}}(?!\d))"
_STAMP: Final = regex.compile(rf"(?:(?>{_TOKEN})[\s,|•·–—():/-]*+)++(?:\d{{1,3}}(?!\S))?+", regex.IGNORECASE)
_STRONG: Final = regex.compile(
    rf"{_DATE}|\d{{1,2}}[:.]\d{{2}}|\d{{4}}\s?(?:gmt|utc|hrs?|hours)\b|\d\s?[ap]\.?m\b|ago\b|just now|{_DAY}(?!\w)",
    regex.IGNORECASE,
)
_UPDATED: Final = regex.compile(r"(?:last )?(?:updated|edited|modified)\b", regex.IGNORECASE)
_WORDED: Final = regex.compile(
    rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{_MONTH}),?\s(?P<y>\d{{4}})|(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})",
    regex.IGNORECASE,
)
_ISO: Final = regex.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})")
_SLASHED: Final = regex.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})")
_LOOSE: Final = regex.compile(
    r"(?<=\d|\bGMT|\bBST|\bUTC|[ap]m)[\s,|•·–—():/-]+(?:from|on|at|today|yesterday|time|(?-i:May))$", regex.IGNORECASE
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST: Final = 140


def is_updated(text: str) -> bool:
    """Tell whether a line is the mark that closes a post: "Updated", "Updated at 14.22 BST".

    >>> is_updated("Updated at 14.22 BST"), is_updated("Updated guidance for travellers")
    (True, False)
    """
    return bool(_UPDATED.match(text)) and (len(text) < 14 or is_stamp(text))


def is_stamp(text: str) -> bool:
    """Tell whether a line is nothing but a time or a date.

    >>> is_stamp("Tue 25 Feb 2025 12.01 GMT"), is_stamp("5 hours ago 3"), is_stamp("May 2022 was quiet")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    found = _STAMP.fullmatch(text)
    return bool(found) and bool(_STRONG.search(text) or _UPDATED.match(text))


def match_stamp(text: str, position: int = 0) -> int:
    """Give the end of the time or date that stands at a position; the position itself if none does."""
    found = _STAMP.match(text, position, min(len(text), position + _LONGEST))
    if not found or not _STRONG.search(found.group()):
        return position
    stamp = found.group().rstrip(" ,|•·–—(-/")
    while position + len(stamp) < len(text) and (
        loose := _LOOSE.search(stamp)
    ):  # "20.14 Today so far": the words of what follows
        stamp = stamp[: loose.start()]
    return position + len(stamp)


def find_day(text: str) -> date | None:
    """Give the full date that a line tells; None where there is none, or no such day.

    Slashed dates are read day first, as most of the world writes them, unless only month first can be.

    >>> find_day("Wednesday, 29 June 2022"), find_day("Feb 30, 2022")
    (datetime.date(2022, 6, 29), None)
    """
    try:
        if found := _WORDED.search(text):
            month = (found["m"] or found["m2"])[:3].lower()
            return date(int(found["y"] or found["y2"]), _MONTHS.index(month) + 1, int(found["d"] or found["d2"]))
        if found := _ISO.search(text):
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        if found := _SLASHED.search(text):
            day, month_number = int(found["d"]), int(found["m"])
            if month_number > 12:
                day, month_number = month_number, day
            return date(int(found["y"]), month_number, day)
    except ValueError:
        return None
    return None
