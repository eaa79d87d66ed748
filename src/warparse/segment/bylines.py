"""Bylines: who wrote the article or the post.

Contract: pure functions of one line; whether a bare name is a byline is for its neighbours to tell.
"""

from __future__ import annotations

from typing import Final

import regex

__all__ = ["find_authors", "is_biography", "is_byline", "is_contribution", "is_name"]

_WORD: Final = r"(?:\p{Lu}[\p{L}’'.-]*|\p{Lu}\.)"
_NAME: Final = rf"{_WORD}(?:\s(?:(?:de|von|van|der|den|da|di|del|bin|al|el|la|le|ten)\s)?{_WORD}){{1,3}}"
_NAME_LINE: Final = regex.compile(_NAME)
_PLACE: Final = rf"(?:\s(?:in|at)\s{_WORD}(?:\s{_WORD}){{0,2}})?"
_TITLE: Final = r"(?:,\s[\p{L} ’'&-]{3,60}(?:correspondent|editor|reporter|writer|journalist|columnist|analyst|producer|staff|bureau chief))?"
_LIST: Final = regex.compile(
    rf"(?:[Bb]y\s|BY\s|(?:Written|Posted|Reported|Story|Words|Analysis|Reporting) by:?\s|Author:?\s)?"
    rf"{_NAME}{_PLACE}{_TITLE}(?:\s\((?:now|earlier|and earlier|live|today)\))?"
    rf"(?:(?:,\s|;\s|\sand\s|,\sand\s|\s&\s|\s\|\s|\s·\s){_NAME}{_PLACE}{_TITLE}(?:\s\((?:now|earlier|live|today)\))?){{0,8}}\.?"
)
_BY: Final = regex.compile(
    r"(?:[Bb]y|BY|(?:Written|Posted|Reported|Story|Words|Analysis|Reporting) by|Author|Authors|Reporting from):?\s+(?=\p{Lu})"
)
_FROM: Final = regex.compile(rf"From (?:the )?{_WORD}(?:\s{_WORD}){{0,3}}[’']s?\s(?={_NAME})")
_LABELS: Final = frozenset(
    "about available on air video photo photos short url more news live back top read sign follow share post times press daily show latest watch"
    " premium menu search home world stations player media editor reporter correspondent".split()
)
"""Words that no person's name has, and a page's labels and outlets' names do."""
_LIST_STARTS: Final = frozenset("by from written posted reported story words analysis reporting author authors".split())
_LIST_LENGTH: Final = 240
_BIOGRAPHY_REACH: Final = 260
"""Characters in which a biography says what its writer does; more may follow."""
_CREDIT_LENGTH: Final = 300
_BARE_BY: Final = regex.compile(r"(?:by|written by|author|authors|posted by|story by|reported by):?", regex.IGNORECASE)
_MARKED: Final = regex.compile(r"\((?:now|earlier|and earlier)\)")
_BETWEEN: Final = regex.compile(r",\s+(?:and\s+)?|;\s+|\s+and\s+|\s+&\s+|\s+\|\s+|\s·\s")
_AT_PLACE: Final = regex.compile(r"\s+(?:in|at)\s+\p{Lu}.*$")
_JOB: Final = (
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|producer|contributor|author|analyst|commentator|blogger|chief|critic|fellow|"
    r"photographer|freelancer|researcher|team|presenter)s?"
)
_BIOGRAPHY: Final = regex.compile(
    rf"{_NAME}\s(?:is|was|covers|reports|writes|joined|has (?:covered|reported|been))\b(?=.{{0,160}}?\b{_JOB}\b|.{{0,40}}\b(?:based in|for the|from)\b)"
    r"(?!.{0,80}\b(?:said|says|told|killed)\b)"
)
_CONTRIBUTION: Final = regex.compile(
    r"(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ion|ed)|[Ee]dited|[Pp]roduc(?:ed|tion)|[Gg]raphics?) (?:and \w+ )?by:? \p{Lu}"
    r"|\(?(?:With (?:reporting|inputs?|files|additional reporting)|This (?:story|article|report) (?:was (?:written|produced|translated|edited)|includes reporting)) (?:by|from)\b"
)


def is_name(text: str) -> bool:
    """Tell whether a line is shaped like one person's name.

    >>> is_name("Jane van Doe"), is_name("Show more")
    (True, False)
    """
    return (
        len(text) <= 40
        and bool(_NAME_LINE.fullmatch(text))
        and not text.isupper()
        and _LABELS.isdisjoint(text.lower().split())
    )


def is_byline(text: str) -> bool:
    """Tell whether a line is a byline by its own words: "By Jane Doe", "A (now); B and C (earlier)"."""
    if len(text) > _LIST_LENGTH or (
        text.split(maxsplit=1)[0].rstrip(":").lower() not in _LIST_STARTS and "(" not in text
    ):
        return False
    if from_outlet := _FROM.match(text):
        return bool(_LIST.fullmatch(text, from_outlet.end()))
    if _BY.match(text) or _MARKED.search(text):
        return bool(_LIST.fullmatch(text)) or (
            bool(_BY.match(text)) and len(text.split()) <= 9 and text[-1] not in ".!?"
        )
    return bool(_BARE_BY.fullmatch(text))


def is_biography(text: str) -> bool:
    """Tell whether a line is a writer's one-line biography: "Jane Doe is a reporter for the Herald"."""
    return bool(_BIOGRAPHY.match(text, 0, _BIOGRAPHY_REACH))


def is_contribution(text: str) -> bool:
    """Tell whether a line credits writers at the end: "Reporting by ...", "... contributed to this report"."""
    if len(text) > _CREDIT_LENGTH:
        return False
    if " contributed" in text:
        return any(word in text for word in ("report", "article", "story", " from "))
    return ("by" in text or "from" in text) and bool(_CONTRIBUTION.match(text))


def find_authors(text: str) -> tuple[str, ...]:
    """Give the names in a byline; none in a biography, which repeats its subject."""
    if is_biography(text):
        return ()
    text = _FROM.sub("", _BY.sub("", text, count=1), count=1)
    names = []
    for part in _BETWEEN.split(_MARKED.sub("", text)):
        name = _AT_PLACE.sub("", part.strip(" .()"))
        if _NAME_LINE.fullmatch(name) and name not in names:
            names.append(name)
    return tuple(names)
