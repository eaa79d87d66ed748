"""Bylines: who wrote the article or the post.

Contract: pure functions of one line; whether a bare name is a byline is for its neighbours to tell. A
byline is read part by part: an introduction ("By", "From the Herald's", "Posted by"), then names, places
and jobs between commas, slashes and "and". Every pattern is anchored and its repeats are bounded.
"""

from __future__ import annotations

from typing import Final

import regex

__all__ = ["find_authors", "is_biography", "is_byline", "is_contribution", "is_job", "is_name"]

_WORD: Final = r"(?:\p{Lu}[\p{L}’'.-]*|\p{Lu}\.)"
_PARTICLE: Final = r"(?:de|von|van|der|den|da|di|del|della|dos|bin|bint|ibn|al|el|la|le|ten|ter|zu|y|e)"
_NAME: Final = rf"{_WORD}(?:\s(?:{_PARTICLE}\s){{0,2}}{_WORD}){{1,3}}"
_NAME_LINE: Final = regex.compile(_NAME)
_INTRODUCTION: Final = regex.compile(
    r"[-–—]?\s?(?:(?:(?:(?:Live |Additional )?(?:[Rr]eporting|[Rr]eported|[Ww]ritten|[Pp]osted|[Uu]pdated|[Ee]dited|[Cc]urated|[Cc]ompiled|[Tt]ext|[Ss]tory|[Ww]ords|[Aa]nalysis|[Pp]hotos?|[Vv]ideo)(?: and \p{Ll}+)? )?[Bb]y|BY|[Bb]yline|[Aa]uthors?)\s?[:—–-]?\s+|Reporting from\s+"
    r"|(?:[Tt]ranslat(?:ion|or)|(?:[Ww]eb |[Nn]ews )?[Ee]ditors?|[Cc]ontributors?|[Rr]eporters?|[Tt]ext|[Cc]orrespondents?):\s+|[Ww]ith\s)(?=\p{Lu})"
)
_BARE: Final = regex.compile(
    r"(?:(?:written|posted|reported|story|edited|published)? ?by|authors?|byline|with)\s?[:—–-]?", regex.IGNORECASE
)
_FROM: Final = regex.compile(rf"(?:[-–—]\s?|From (?:the )?){_WORD}(?:\s{_WORD}){{0,3}}[’']s?\s(?={_NAME})")
_MARKED: Final = regex.compile(r"\((?:now|earlier|and earlier|live|today)\)")
_ASIDE: Final = regex.compile(r"\s?\([^()]{1,30}\)")
_BETWEEN: Final = regex.compile(r"\s*[,;/|·•]\s*(?:and\s+)?|\s+(?:and|And|AND|&)\s+")
_JOB_WORD: Final = (
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|analyst|producer|staff|bureau chief|bureau|photographer|contributor|fellow|desk"
    r"|team|newsroom|agencies|wires?|presenter|critic|commentator)s?"
)
_JOB: Final = regex.compile(
    rf"(?:[\p{{L}}’'&-]+ ){{0,5}}{_JOB_WORD}(?:,? (?:in|for|at|of) .{{2,40}})?", regex.IGNORECASE
)
_PLACE: Final = regex.compile(rf"\s?(?:in|at|from)\s(?:the\s)?{_WORD}(?:\s{_WORD}){{0,2}}$")
_HOUSE: Final = regex.compile(
    r"\b(?:Press|News|Times|Post|Herald|Agency|Agencies|AFP|AP|Reuters|Associated|Bureau|Radio|TV|Service|Guardian|Independent|Telegraph|Tribune|Gazette|Journal|Magazine|Media|Today|Daily|Broadcasting|Network|Special)\b"
)
_LABELS: Final = frozenset(
    "about available on air video photo photos short url more news live back top read sign follow share post times press daily show latest watch"
    " premium menu search home world stations player media editor reporter correspondent".split()
)
"""Words that no person's name has, and a page's labels and outlets' names do."""
_LONGEST_LIST: Final = 260
_FEW: Final = 4
"""Words up to which a byline may be mostly small words."""
_LONGEST_NAME: Final = 40
_BIOGRAPHY_REACH: Final = 260
"""Characters in which a biography says what its writer does; more may follow."""
_CREDIT_LENGTH: Final = 300
_BIOGRAPHY: Final = regex.compile(
    rf"(?:{_NAME}|{_WORD}|He|She)\s(?:is|was|covers|reports|writes|joined|has (?:covered|reported|been))\b"
    rf"(?=.{{0,160}}?\b{_JOB_WORD}\b|.{{0,40}}\b(?:based in|for the|from)\b)(?!.{{0,80}}\b(?:said|says|told|killed)\b)"
)
_PRONOUN: Final = regex.compile(r"(?:He|She|\p{Lu}[\p{L}’'-]*)\s(?:is|was)\b")
_CONTRIBUTION: Final = regex.compile(
    r"[—–-]*\s?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat(?:ion|ed)|[Ee]dited|[Pp]roduc(?:ed|tion)|[Gg]raphics?) (?:and \w+ )?(?:(?:in|from) \p{Lu}[\p{L}’'-]+(?:,? (?:and )?\p{Lu}[\p{L}’'-]+){0,4} )?by:? \p{Lu}"
    r"|[—–-]*\s?\(?(?:[Ww]ith (?:reporting|inputs?|files|assistance|additional reporting)|This (?:story|article|report) (?:was (?:written|produced|translated|edited)|includes reporting)) (?:by|from)\b"
)


def is_name(text: str) -> bool:
    """Tell whether a line is shaped like one person's name.

    >>> is_name("Jane van Doe"), is_name("Show more")
    (True, False)
    """
    if len(text) > _LONGEST_NAME or " " not in text or not text[0].isupper():
        return False
    return bool(_NAME_LINE.fullmatch(text)) and _LABELS.isdisjoint(text.lower().split())


def is_job(text: str) -> bool:
    """Tell whether a line names a writer's job and no more: "Senior news editor", "Diplomatic correspondent in Paris"."""
    return len(text) <= 2 * _LONGEST_NAME and bool(_JOB.fullmatch(text))


def is_byline(text: str) -> bool:
    """Tell whether a line is a byline by its own words: "By Jane Doe", "A (now); B and C (earlier)", "A and B".

    One bare name is none: its neighbours tell.
    """
    if text[0] == "(" and text[-1] == ")":
        text = text[1:-1] or text
    if len(text) > _LONGEST_LIST or (text[-1] in "!?:" and not _BARE.fullmatch(text)):
        return False
    words = text.split()
    if len(words) > _FEW and sum(word[0].islower() for word in words) * 2 > len(words):
        return False
    if _BARE.fullmatch(text):
        return True
    introduced = _INTRODUCTION.match(text) or _FROM.match(text)
    if not introduced and not text[0].isupper():
        return False
    rest = text[introduced.end() :] if introduced else text
    marked = bool(_MARKED.search(rest))
    parts = [part for part in _BETWEEN.split(_ASIDE.sub("", rest).strip(" .")) if part]
    names = [part for part in parts if _names(part)]
    others = [part for part in parts if not _names(part) and not _fills(part)]
    if introduced:
        if not names and introduced.group().lower().startswith("with "):
            return not others and bool(parts)
        return (bool(names) and not others) or (len(words) <= 9 and text[-1] not in ".!?," and rest[:1].isupper())
    placed = marked or any(is_job(part) or _HOUSE.search(part) for part in parts if part not in names)
    return not others and len(names) >= (1 if placed else 2) and not text.endswith(".")


def _names(part: str) -> str | None:
    """Give the name with which a part of a byline begins, if a place or nothing follows it."""
    part = part.strip()
    if is_name(part):
        return part
    found = _NAME_LINE.match(part)
    if found and found.end() < len(part) and _PLACE.match(part, found.end()) and is_name(found.group()):
        return found.group()
    return None


def _fills(part: str) -> bool:
    """Tell whether a part of a byline is a job, a house or a place rather than a name."""
    part = part.strip()
    return (
        is_job(part)
        or bool(_PLACE.match(part))
        or (
            len(part.split()) <= 4
            and part[:1].isupper()
            and (bool(_HOUSE.search(part)) or part.isupper() or " " not in part)
        )
    )


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
    if _PRONOUN.match(text) and is_biography(text):
        return ()
    introduced = _INTRODUCTION.match(text)
    rest = text[introduced.end() :] if introduced else text
    house = _FROM.match(rest)
    rest = rest[house.end() :] if house else rest
    names: list[str] = []
    for part in _BETWEEN.split(_ASIDE.sub("", rest).strip(" .()")):
        name = _names(part)
        if name and name not in names and not (_HOUSE.search(name) and names):
            names.append(name)
    return tuple(names)
