"""Picture credits: where a caption ends and who made the picture.

Contract: pure functions of one line. `find_credit` says whether a line is credited at all, and is strict;
`read_credit` reads a line that is known to be a caption, and takes more for a credit. Every pattern is
anchored at a fixed word, a bracket or the line's end, with bounded repeats, so none can backtrack badly.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import regex
from attrs import frozen

from warparse.lexicon.lists import read_list
from warparse.lexicon.nations import nation_words

__all__ = [
    "Credit",
    "find_credit",
    "find_house",
    "names_makers",
    "read_credit",
    "split_credit",
    "strip_counter",
]

_THING: Final = (
    r"(?:photographer|photograph|photo|picture|pic|image|illustration|graphic|still|video|screen ?grab|composite)s?"
)
_LABEL: Final = regex.compile(
    rf"[(\[]?(?<![\p{{L}}\d])(?:(?:file|handout|pool|main|header|cover|lead|top|hero|banner|featured?)\s)?{_THING}(?:\s(?:credits?|source|by|courtesy(?:\sof)?))?\s?[:|]\s*"
    rf"|[(\[]?(?<![\p{{L}}\d])(?:{_THING}\s)?(?:credits?|copyright|source)(?::|\.\.\.)\s*"
    rf"|[(\[]?(?<![\p{{L}}\d]){_THING}\s(?:credits?|by|courtesy(?:\sof)?)(?=\s(?-i:\p{{Lu}}|@))\s+"
    r"|(?<![\p{L}\d])image source, |[📷📸🎥]\uFE0F?\s*|(?<!\w)©\s?(?=(?-i:\p{Lu})[^\d]{2,60}$)"
    rf"|(?<=(?-i:[\p{{L}}\d.!?”’)]))(?-i:Image|Photo|Photograph|Picture|Credit|Copyright):\s*",
    regex.IGNORECASE,
)
_SUPPLIED: Final = frozenset(("handout", "supplied", "photo", "photos", "image", "images", "file"))
_SOURCED: Final = regex.compile(r"source:", regex.IGNORECASE)
_LABELLED: Final = re.compile(r"[:|📷📸🎥]|\.\.\.| by |ource, |redit|ourtesy|©|opyright")
_BRACKET: Final = regex.compile(r"[\[(](?P<credit>[^\[\]()]{2,120}(?:\([^()]{1,40}\)[^\[\]()]{0,40})?)[\])]\.?$")
_SENTENCE_END: Final = regex.compile(r"[.!?…”’\"')\]](?:\s+|(?=\p{Lu}))(?=[\p{Lu}@©])")
_DASHED: Final = regex.compile(
    r"\s(?P<mark>\\?[–—-]|//?|\|)\s(?P<by>(?:Copyright|Credit|Photo)\s)?(?P<credit>\p{Lu}[^–—]{2,100})$"
)
_SLASHED_OFF: Final = regex.compile(r"(?<=[.!?…”\"’)])\s/\s(?P<credit>\p{Lu}[^/\n]{1,60})$")
"""A credit that a slash parts from a caption's sentence: "The village after the raid. / Harbour Herald"."""
_MAKERS: Final = regex.compile(
    r"(?:[\p{Lu}@©][\w.’'&@-]*|of|the|and|via|for|by|de|van|von|der|den|da|di|al|el|bin|la|le|courtesy|photo|file|handout|[/|–—-])"
    r"(?:(?:\s?[/|]\s?|[,:]?\s|\s[–—-]\s)(?:[\p{Lu}@©(][\w.’'&@)-]*|of|the|and|via|for|by|de|van|von|der|den|da|di|al|el|bin|la|le|courtesy|copyright|photo|file|handout|image)){0,11}"
)
_SLASHED: Final = regex.compile(r"\p{Lu}[^/]{1,50}\s?/\s?\p{Lu}")
_DATED: Final = regex.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_COUNTER: Final = regex.compile(
    r"(?:\**\[\d{1,3}/\d{1,3}\]\**|(?:Item|Image|Photo|Slide|Picture) \d{1,3} (?:of|/) \d{1,3}|\d{1,3} of \d{1,3}|\d{1,3}/\d{1,3})[\s:.|–-]*"
)
_ALT: Final = regex.compile(
    r"(?:Image caption|Media caption|Caption|Photo caption|Picture caption|Video caption|Image|Photo|Watch),? ?[:,|]\s*|Image caption ",
    regex.IGNORECASE,
)
_JOIN: Final = regex.compile(
    r"\s*/\s*|\s+(?:[Vv]ia|VIA)\s+|,\s+|;\s+|\s+[|–—-]\s+|:\s+|\s+(?:and|AND)\s+(?=\p{Lu})|\s+(?:for|FOR)\s+(?=\p{Lu})"
)
_ASIDE: Final = regex.compile(r"\s?\([^()]{1,40}\)")
_LEADING: Final = regex.compile(
    r"^(?:file|handout|supplied|courtesy of|courtesy|photos? by|by|from|images?)\b[:\s]*|^©\s*", regex.IGNORECASE
)
_TRAILING: Final = regex.compile(
    r"\s+(?:file )?(?:photos?|images?|pictures?|handout|file)$|(?<=^)(?:file )?(?:photo|image|picture)$",
    regex.IGNORECASE,
)
_IGNORED: Final = frozenset(
    [
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
        "special arrangement",
        "file picture",
        "stringer",
        "illustration",
        "",
    ]
)
_SAID: Final = regex.compile(r"\b(?:said|says|told|according|added|announced)\b")
_ORGANISATION: Final = regex.compile(
    r"\b(?:Images|Agency|Press|Service|Services|Office|Ministry|Brigade|News|Forces?|Staff|Army|Navy|Police|Media|Photo|Department|Technologies|Labs"
    r"|Government|Presiden(?:cy|tial)|Council|Group|Command|Broadcaster|Broadcasting|Television|TV|Radio|Times|Post|Guardian|Independent|Wire|Network"
    r"|Emergency|Administration|Governor|Telegram|Facebook|Oblast|Rescue|Prosecutor|University|Committee|Pool|Commission|Institute|Bureau|Corps|Cross"
    r"|Union|Nations|Telegraph|Herald|Tribune|Courant|Archive|Collection|Foundation|Museum|Guard|President|Channel|Mission|House|Handout)\b",
    regex.IGNORECASE,
)
_JOINED: Final = regex.compile(r"(?:al|el|ul|ad|an|as|ash|at|az|ben|d|de|o)[’'-]\p{Lu}")
_PARTICLES: Final = frozenset("de van von al el bin der den da di la le ibn abu".split())
_PLAIN_HOUSES: Final = ("Reuters", "Getty Images")
"""Houses not written in capitals whose name in front of a caption is no part of its sentence."""
_TERMS: Final = regex.compile(
    r"\s+(?:THIS (?:IMAGE|PICTURE|PHOTO|VIDEO|HANDOUT)|MANDATORY CREDIT|NO (?:RESALES|ARCHIVES|ACCESS|USE|COMMERCIAL)"
    r"|(?:FOR )?EDITORIAL USE ONLY|RESTRICTED TO|ATTENTION EDITORS|BEST QUALITY AVAILABLE|REFILE)\b[^\p{Ll}]{0,400}$"
)
"""What an agency demands of its picture's users, in capitals."""
_CAPTION_WORDS: Final = 4
"""Words from which a caption is one without its credit."""
_CAPTION: Final = 420
"""Characters of a caption in front of a body's name in brackets."""
_LONGEST: Final = 160
"""Characters of a credit."""
_HOUSE: Final = 24
"""Characters of a house's name in front of a label in the same brackets."""
_LABEL_REACH: Final = 40
"""Characters of its label."""


@frozen
class Credit:
    """Who made or provided a picture."""

    text: str
    """The credit as written, without its label and brackets."""
    photographers: tuple[str, ...]
    """Its people."""
    agencies: tuple[str, ...]
    """Its organisations."""


Found = tuple[int, int, int]
"""Where the caption ends, where the credit starts and where it ends."""


@cache
def _agencies() -> frozenset[str]:
    return frozenset(read_list("agencies"))


@cache
def _organisations() -> frozenset[str]:
    return frozenset(word.lower() for word in read_list("organisation_words"))


@cache
def _shouted() -> frozenset[str]:
    return frozenset(name.upper() for name in read_list("agencies"))


def find_credit(text: str) -> Found | None:
    """Find the credit of a line that tells by it that it is a caption.

    Returns:
        Where the caption ends, where the credit starts and where it ends; None if there is no sure credit.

    >>> text = "Rescuers at the site. Photograph: Jane Doe/Reuters"
    >>> text[slice(*find_credit(text)[1:])]
    'Jane Doe/Reuters'
    """
    text = text.rstrip("*_ ")
    if _LABELLED.search(text, max(0, len(text) - _LONGEST - _LABEL_REACH)) and (labelled := _find_labelled(text)):
        return labelled
    if text[-1:] in ("]", ")") or text[-2:] in ("].", ").", ")_"):
        bracket = _BRACKET.search(text.rstrip("_"), max(0, len(text) - 150))
        if bracket and _is_credit(bracket["credit"], text, bracket.start(), square=text[bracket.start()] == "["):
            return bracket.start(), bracket.start("credit"), bracket.end("credit")
    if (slashed := _SLASHED_OFF.search(text, max(0, len(text) - _LONGEST))) and _is_made(slashed["credit"]):
        return slashed.start(), slashed.start("credit"), len(text)
    if text[-1:] not in ".!?…:,;":
        at = _last_sentence(text)
        if len(text) - at <= _LONGEST and _names_agency(text[at:]) and _MAKERS.fullmatch(text, at):
            return at, at, len(text)
    return None


def read_credit(text: str) -> Found | None:
    """Find the credit of a line that is known to be a caption: also of makers whom no list knows.

    >>> text = "The president speaks on Tuesday. Office of the President"
    >>> text[slice(*read_credit(text)[1:])]
    'Office of the President'
    """
    text = _TERMS.sub("", text.rstrip("*_ "))
    return find_credit(text) or _read_labelled(text) or _read_marked(text) or _read_unmarked(text)


def _read_labelled(text: str) -> Found | None:
    for labelled in _LABEL.finditer(text, max(0, len(text) - _LONGEST - _LABEL_REACH)):
        made = text[labelled.end() :].rstrip(")] ")
        if _is_made(made) or (_names_agency(made) and len(made) < _LONGEST):
            return labelled.start(), labelled.end(), labelled.end() + len(made)
    return None


def _read_marked(text: str) -> Found | None:
    """Find makers behind a dash, a slash or a bar, or in brackets at the end."""
    dashed = _DASHED.search(text, max(0, len(text) - _LONGEST))
    if dashed and _is_made(dashed["credit"]):
        whole = text[: dashed.start()].count(" ") >= _CAPTION_WORDS and dashed["mark"] in ("/", "//", "|")
        if whole or "/" in dashed["credit"] or dashed["by"] or _names_agency(dashed["credit"]):
            return dashed.start(), dashed.start("credit"), len(text)
    bracket = _BRACKET.search(text, max(0, len(text) - 150))
    if bracket and _is_made(bracket["credit"]):
        ended = text[: bracket.start()].rstrip()[-1:] in '.!?…”"'
        if (
            ended
            or _names_agency(bracket["credit"])
            or "/" in bracket["credit"]
            or " photo" in bracket["credit"].lower()
        ):
            return bracket.start(), bracket.start("credit"), bracket.end("credit")
    return None


def _read_unmarked(text: str) -> Found | None:
    """Find makers behind the last sentence, or a house at the very end or beginning."""
    if (slashed := _SLASHED_OFF.search(text, max(0, len(text) - _LONGEST))) and _is_made(slashed["credit"]):
        return slashed.start(), slashed.start("credit"), len(text)
    if text[-1:] not in ".!?…:,;":
        at = _last_sentence(text)
        whole = at == 0 and (_SLASHED.match(text) or _names_agency(text))
        if (at or whole) and _is_made(text[at:]):
            return at, at, len(text)
        house = max((len(name) for name in _agencies() if text.endswith(" " + name)), default=0)
        if house and text[: -house - 1].count(" ") >= _CAPTION_WORDS:
            return len(text) - house - 1, len(text) - house, len(text)
    return None


def names_makers(text: str) -> bool:
    """Tell whether a line holds nothing but names, as a credit on a line of its own does.

    >>> names_makers("Jean Doe for Harbour Radio"), names_makers("Jean Doe looks on")
    (True, False)
    """
    return text[-1:] not in ".!?…:,;" and _is_made(text) and len(text) < _LONGEST


def _find_labelled(text: str) -> Found | None:
    for labelled in _LABEL.finditer(text, max(0, len(text) - _LONGEST - _LABEL_REACH)):
        start, end = labelled.span()
        if not _may_begin(text, start) or end >= len(text) or len(text) - end >= _LONGEST:
            continue
        if start == 0 and not _looks_credited(text[end:]):
            return None
        if _SOURCED.match(text) and not _MAKERS.fullmatch(text, end):
            return None  # "Source: Doe on Telegram; the ministry", which a report begins with
        stop = len(text.rstrip(")]. ")) if text[start] in "([" else len(text)
        opened = _bracket_before(text, start)
        if opened >= 0:  # "(Herald photo: Jane Doe)"
            return opened, opened + 1, len(text.rstrip(")]. "))
        return start, end, stop
    return None


def _looks_credited(credit: str) -> bool:
    """Tell whether what follows a label at a line's start can be a credit rather than a headline: an agency, or names only."""
    words = [word for word in credit.split() if len(word) > 3 and word.lower() not in _SUPPLIED]
    return _names_agency(credit) or (
        0 < len(words) <= 8 and all(word[0].isupper() or word[0] in "@(" for word in words)
    )


def _may_begin(text: str, at: int) -> bool:
    """Tell whether a credit may begin: at the line's start, in a bracket, or behind a sentence's end."""
    return (
        at == 0
        or _bracket_before(text, at) >= 0
        or text[at] in "(["
        or not text[at - 1].isspace()
        or text[:at].rstrip()[-1:] in ".!?…)]”’\"'*_|/"
        or text[at - 2 : at] == "  "
    )


def _bracket_before(text: str, at: int) -> int:
    """Give where the bracket that ends a line opens, if nothing but a house's name stands between it and a label; else -1."""
    if text[-1:] not in ")]" or text[at] in "([":
        return -1
    opened = max(text.rfind("(", max(0, at - _HOUSE), at), text.rfind("[", max(0, at - _HOUSE), at))
    return opened if opened >= 0 and text[opened + 1].isupper() else -1


def _last_sentence(text: str) -> int:
    """Give where the text behind the last sentence's end begins; 0 if no sentence ends before it."""
    at = 0
    for found in _SENTENCE_END.finditer(text, max(0, len(text) - _LONGEST)):
        at = found.end()
    return at


def _is_made(credit: str) -> bool:
    """Tell whether words can be the names of those who made a picture: capitals and what joins them, no date."""
    credit = credit.strip()
    return len(credit) > 2 and bool(_MAKERS.fullmatch(credit)) and not _DATED.search(credit)


def _is_credit(credit: str, text: str, start: int, *, square: bool) -> bool:
    before = text[:start].rstrip()
    if _names_agency(credit) and (
        "/" in credit or " via " in credit or "Photo" in credit or " photo" in credit or square
    ):
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
    if capitals and 2 <= len(words) <= 8 and before[-1:] in (".", "!", "?", "”") and len(before) < _CAPTION:
        return bool(_ORGANISATION.search(credit)) and not _SAID.search(before)
    return square and capitals and len(words) <= 5 and (not before or before[-1] not in '.!?”"_*')


def _names_agency(credit: str) -> bool:
    known, shouted = _agencies(), _shouted()
    for part in _JOIN.split(credit):
        name = _TRAILING.sub("", _LEADING.sub("", part.strip(" .()[]")))
        if name in known or (name.isupper() and name in shouted):
            return True
    return False


def split_credit(credit: str) -> Credit:
    """Tell the people of a credit from its organisations.

    >>> split_credit("AP Photo/Jane Doe")
    Credit(text='AP Photo/Jane Doe', photographers=('Jane Doe',), agencies=('AP',))
    """
    credit = credit.strip()
    people: list[str] = []
    agencies: list[str] = []
    for raw in _JOIN.split(_ASIDE.sub("", credit)):
        whole = raw.strip(" .")
        part = (
            whole if whole in _agencies() or whole in _shouted() else _TRAILING.sub("", _LEADING.sub("", whole)).strip()
        )
        if part.lower() in _IGNORED:
            continue
        target = people if _is_person(part) else agencies
        if part not in target:
            target.append(part)
    return Credit(credit, tuple(people), tuple(agencies))


def _is_person(part: str) -> bool:
    """Tell whether a part of a credit names a person: two to four capitalised words of no known house."""
    words = part.split()
    if part in _agencies() or part.upper() in _shouted() or _ORGANISATION.search(part):
        return False
    if words[:1] in (["Al"], ["The"]) or "." in part[1:-1].replace(". ", "") or words[0] in nation_words():
        return False
    if not _organisations().isdisjoint(part.lower().split()):
        return False
    return 2 <= len(words) <= 4 and all(
        word[0].isupper() or word in _PARTICLES or _JOINED.match(word) for word in words
    )


def find_house(text: str) -> int:
    """Give where a house's name ends with which a caption begins, as a page's script reads it out: "AFP A boat"; 0 if none does."""
    if not text.startswith(_heads()):
        return 0
    end = max(len(house) for house in _heads() if text.startswith(house))
    glued = text[end : end + 1].isupper()
    start = end if glued else end + 1
    begins = text[start : start + 1].isupper() and (glued or text[:end].isupper() or text[:end] in _PLAIN_HOUSES)
    return end if begins and text.count(" ", end) >= _CAPTION_WORDS else 0


@cache
def _heads() -> tuple[str, ...]:
    return tuple(_agencies())


def strip_counter(text: str) -> int:
    """Give where a caption's own words begin, after "Item 1 of 2", "[1/2]" or "Image caption,"."""
    at = 0
    for pattern in (_COUNTER, _ALT, _COUNTER):
        found = pattern.match(text, at)
        if found:
            at = found.end()
    return at
