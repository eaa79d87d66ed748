"""Picture credits: where a caption ends and who made the picture.

Contract: pure functions of one line. Every pattern is anchored at a fixed word, a bracket or the
line's end, with bounded repeats, so none can backtrack badly.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex
from attrs import frozen

from warparse.lexicon.lists import read_list

__all__ = ["Credit", "find_credit", "split_credit", "strip_counter"]

_COLON_LABEL: Final = regex.compile(
    r"[(\[]?\b(?:(?:File )?(?:Photographs?|Photos?|Pictures?|Pics?|Images?|Illustrations?|Composite|Guardian graphic|Still|PHOTO|IMAGE)"
    r"(?: [Cc]redits?| [Ss]ource| by)?|(?:Photo|Picture|Image|Video)? ?[Cc]redits?):\s*"
    r"|[(\[]?\b(?:Photos?|Pictures?|Photographs?|Images?|Video) by(?=\s\p{Lu})\s+|[(\[](?i:(?:file )?(?:photo|picture|image|video) (?:credits?|by|courtesy)|credits?):?\s+|\bImage [Ss]ource, |\bPhoto credit |(?<=[\p{Ll}\d.!?”’)])(?:Image|Photo|Photograph|Picture|Credit|Copyright):\s*"
)
_BRACKET: Final = regex.compile(r"[\[(](?P<credit>[^\[\]()]{2,120})[\])]\.?$")
_TRAILING: Final = regex.compile(
    r"(?:^|(?<=[.!?…”’\"')\]]\s)|(?<=[.!?…]))(?P<credit>(?:(?:AP|AFP|EPA|PA|REUTERS|Reuters|UPI|ANI|AAP)\s(?:Photo|PHOTO|Images?)|©\s?)?"
    r"[\p{Lu}@][\w.’'&@ -]{1,60}(?:\s?/\s?[\p{Lu}\w.’'&@ -]{1,60}){0,6}(?: via [\p{Lu}][\w.’'& -]{1,40})?)$"
)
_COUNTER: Final = regex.compile(
    r"(?:\**\[\d{1,3}/\d{1,3}\]\**|(?:Item|Image|Photo|Slide|Picture) \d{1,3} (?:of|/) \d{1,3}|\d{1,3} of \d{1,3}|\d{1,3}/\d{1,3})[\s:.|–-]*"
)
_ALT: Final = regex.compile(
    r"(?:Image caption|Media caption|Caption|Photo caption|Picture caption|Video caption|Image|Video|Photo),? ?[:,]\s*|Image caption ",
    regex.IGNORECASE,
)
_JOIN: Final = regex.compile(r"\s*/\s*|\s+via\s+|,\s+|;\s+|\s+\|\s+|\s+and\s+(?=\p{Lu})|\s+for\s+(?=The\s)")
_CAPTION: Final = 420
"""Characters of a caption in front of a body's name in brackets."""
_SAID: Final = regex.compile(r"\b(?:said|says|told|according|added|announced)\b")
_PHOTO: Final = regex.compile(r"(?P<agency>.*?)\s?\b(?:Photo|PHOTO|Images?)$")
_IGNORED: Final = {
    "file photo",
    "file",
    "handout",
    "pool",
    "file image",
    "archive",
    "handout photo",
    "photo",
    "courtesy",
    "supplied",
    "file picture",
    "stringer",
    "",
}
_PLACE_HOLDERS: Final = regex.compile(
    r"^(?:File|FILE|Handout|HANDOUT|Supplied|Courtesy of|Courtesy|Photo by|By|by|from|©)\b[:\s]*|^©\s*"
)
_ORGANISATION: Final = regex.compile(
    r"\b(?:Images|Agency|Press|Service|Office|Ministry|Brigade|News|Forces?|Staff|Army|Navy|Police|Media|Photo|Department|Technologies|Labs"
    r"|Government|Presiden(?:cy|tial)|Council|Group|Command|Broadcaster|Television|TV|Radio|Times|Post|Guardian|Independent|Wire|Network"
    r"|Emergency|Administration|Governor|Telegram|Facebook|Oblast|Rescue|Prosecutor|University|Committee|Pool|Commission|Institute|Bureau|Corps|Cross|Union|Nations|Post|Telegraph|Herald|Tribune)\b"
)


@frozen
class Credit:
    """Who made or provided a picture."""

    text: str
    """The credit as written, without its label and brackets."""
    photographers: tuple[str, ...]
    """Its people."""
    agencies: tuple[str, ...]
    """Its organisations."""


@cache
def _agencies() -> frozenset[str]:
    return frozenset(read_list("agencies"))


def find_credit(text: str) -> tuple[int, int, int] | None:
    """Find the credit in a caption line.

    Returns:
        Where the caption ends, where the credit starts and where it ends; None if there is no credit.

    >>> text = "Rescuers at the site. Photograph: Jane Doe/Reuters"
    >>> text[slice(*find_credit(text)[1:])]
    'Jane Doe/Reuters'
    """
    text = text.rstrip("*_ ")
    labelled = None
    if ":" in text or " by " in text or "ource, " in text or "redit" in text:
        labelled = next(iter(_COLON_LABEL.finditer(text)), None)
    while labelled and not _may_begin(text, labelled.start()):
        labelled = next(iter(_COLON_LABEL.finditer(text, labelled.end())), None)
    if labelled and labelled.end() < len(text) and len(text) - labelled.end() < 160:
        end = len(text.rstrip(")]. ")) if text[labelled.start()] in "([" else len(text)
        if labelled.start() == 0 and not _looks_credited(text[labelled.end() :]):
            return None
        if not (labelled.start() == 0 and " " not in text[labelled.end() :] and text[labelled.end() :].islower()):
            return labelled.start(), labelled.end(), end
    if text[-1:] in ("]", ")") or text[-2:] in ("].", ").") or text[-2:] == ")_":
        bracket = _BRACKET.search(text, max(0, len(text) - 130))
        if bracket and _is_credit(bracket["credit"], text, bracket.start(), square=text[bracket.start()] == "["):
            return bracket.start(), bracket.start("credit"), bracket.end("credit")
    if text[-1:] not in ".!?…:,;":
        trailing = _TRAILING.search(text, max(0, len(text) - 140)) or _TRAILING.fullmatch(text)
        if trailing and _names_agency(trailing["credit"]):
            return trailing.start("credit"), trailing.start("credit"), trailing.end("credit")
    return None


def _looks_credited(credit: str) -> bool:
    """Tell whether what follows a label at a line's start can be a credit rather than a headline: an agency, or names only."""
    words = [word for word in credit.split() if len(word) > 3]
    return _names_agency(credit) or (len(words) <= 8 and all(word[0].isupper() for word in words))


def _may_begin(text: str, at: int) -> bool:
    """Tell whether a credit may begin: at the line's start, in a bracket, or behind a sentence's end."""
    return (
        at == 0
        or text[at] in "(["
        or not text[at - 1].isspace()
        or text[:at].rstrip()[-1:] in ".!?…)]”’\"'*_|/"
        or text[at - 2 : at] == "  "
    )


def _is_credit(credit: str, text: str, start: int, *, square: bool) -> bool:
    before = text[:start].rstrip()
    if _names_agency(credit) and ("/" in credit or " via " in credit or "Photo" in credit or square):
        return True
    if (
        "/" in credit
        and credit[0].isupper()
        and (square or (before[-1:] in (".", "”", '"') and len(credit.split()) <= 8))
    ):
        return True
    if credit in _agencies():
        return not before or (before[-1] in ".!?" and len(before) < 400) or square
    words = credit.split()
    capitals = all(word[0].isupper() or word in ("of", "the", "via", "for", "/") for word in words if word)
    if (
        capitals
        and 2 <= len(words) <= 8
        and before[-1:] in (".", "!", "?", "”")
        and len(before) < _CAPTION
        and _ORGANISATION.search(credit)
    ):
        return not _SAID.search(before)
    return square and capitals and len(words) <= 5 and (not before or before[-1] not in '.!?”"_*')


def _names_agency(credit: str) -> bool:
    known = _agencies()
    parts = [part.strip(" .") for part in _JOIN.split(credit)]
    if any(part in known for part in parts):
        return True
    photo = _PHOTO.match(parts[0])
    return bool(photo and photo["agency"] in known)


def split_credit(credit: str) -> Credit:
    """Tell the people of a credit from its organisations.

    >>> split_credit("AP Photo/Jane Doe")
    Credit(text='AP Photo/Jane Doe', photographers=('Jane Doe',), agencies=('AP',))
    """
    credit = credit.strip()
    people: list[str] = []
    agencies: list[str] = []
    for raw in _JOIN.split(credit):
        part = _PLACE_HOLDERS.sub("", raw.strip(" .")).strip()
        photo = _PHOTO.match(part)
        if (
            part not in _agencies()
            and photo
            and (photo["agency"] in _agencies() or (photo["agency"] and part.split()[-1] in ("Photo", "PHOTO")))
        ):
            part = photo["agency"]
        if part.lower() in _IGNORED:
            continue
        known = part in _agencies() or part.isupper() or bool(_ORGANISATION.search(part))
        is_person = (
            not known
            and 2 <= len(part.split()) <= 4
            and all(w[0].isupper() or w in ("de", "van", "von", "al", "el", "bin", "der", "la") for w in part.split())
        )
        target = people if is_person else agencies
        if part not in target:
            target.append(part)
    return Credit(credit, tuple(people), tuple(agencies))


def strip_counter(text: str) -> int:
    """Give where a caption's own words begin, after "Item 1 of 2", "[1/2]" or "Image caption,"."""
    at = 0
    for pattern in (_COUNTER, _ALT, _COUNTER):
        found = pattern.match(text, at)
        if found:
            at = found.end()
    return at
