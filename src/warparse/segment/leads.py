"""What a lead-in announces: somebody's words set apart, or a list whose marks were lost.

Contract: `find_led` tells for each line whether it stands in a run that a line above leads in, as
evidence only. Works from the first line to the last, once; every run is bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from warparse.segment.lines import OPENERS, Line

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["find_led"]

_SPEECH: Final = regex.compile(
    r"\b(?:said|says|saying|say|wrote|writes|writing|added|adds|adding|told|tells|replied|tweeted|tweets|posted|posts|statement|quotes?|quoted|quoting"
    r"|comments?|commented|remarks|reads?|reading|continued|continues|announced|warned|explained|noted|notes|stated|declared|insisted|argued|claimed"
    r"|concluded|responded|asked|described|recalled|message|letter|post|speech|words|excerpts?|translation|reports?|reported|on (?:X|Twitter|Telegram|Facebook|social media))\b"
)
_SPEECH_END: Final = regex.compile(
    r"\b(?:said|says|saying|wrote|writes|writing|added|adding|adds|replied|tweeted|reads?|continued|continues|stated|posted|this|quotes?|comments?|told .{3,40})(?: (?:earlier|later|today|yesterday|tonight|on \w+|in [^.:]{1,30}))?\W*$"
)
_LIST: Final = regex.compile(
    r"\b(?:developments?|headlines|recap|summary|round-?up|the latest(?=[:.]?$| (?:on|from|in)\b)|latest (?:news|updates?)|key (?:points|events|moments)|main (?:points|events)|what (?:we know|happened)|at a glance"
    r"|today’s|today's|highlights|things|takeaways|elsewhere|in brief)\b",
    regex.IGNORECASE,
)
_RECAP: Final = regex.compile(r"\b(?:summary|recap|round-?up)\b[^.]{0,60}[.:]?$", regex.IGNORECASE)
_SELF: Final = regex.compile(r"\b(?:here|you can read|below|our)\b", regex.IGNORECASE)
_FIRST_PERSON: Final = regex.compile(r"\b(?:we|our|us|I|my|me|mine|ours|you|your|I[’']m|we[’']re|we[’']ve|I[’']ve)\b")
_EDITORIAL: Final = regex.compile(
    r"\b(?:we(?:[’']ve| have)? (?:report|mention|bring|have more|will bring|are closing|are pausing)\w*|our (?:live|coverage|correspondent|colleague|reporter|story|earlier)"
    r"|bring you|stay with us|you can (?:read|follow|see|watch)|see post|here (?:is|are)|here[’']s|let[’']s take)",
    regex.IGNORECASE,
)
_NARRATED: Final = regex.compile(
    r"\b(?:\p{Lu}[\p{L}’'-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|ministry|officials?|spokes\w+|president|minister|command|governor|agency|authorities|statement|source|police|army|military|government|[Tt]he\s\p{Ll}+)"
    r"\s(?:has |have |had |also |later |then |earlier |previously )?(?:said|told|added|wrote|reported|reports|says|claimed|announced|confirmed|warned|noted|stated|posted|tweeted|insisted|denied)\b"
)
_OPENING_NAME: Final = regex.compile(
    r"(?P<name>\p{Lu}\p{Ll}[\p{L}’'-]{2,})(?:[’']s)?\s(?:will|has|had|is|was|also|and|met|told|later|, )"
)
_STOP: Final = regex.compile(r"(?<=[\p{Ll}\d”»\"][.!?][”»\"]?)\s+(?=[\p{Lu}“«\"])")
_STORY: Final = 6
"""Lines above a lead-in in which the story's names are looked for."""
_LONGEST_QUOTE: Final = 12
_LONGEST_LIST: Final = 24
"""Lines that a run may go on for where nothing tells its end."""
_TEXT: Final = frozenset(
    ["prose", "sentence", "question", "headline", "colon", "fragment", "label", "signed", "quoted"]
)
_MARKS: Final = frozenset(["stamp", "updated", "byline", "hash", "name", "credit", "image", "contribution"])


def find_led(lines: list[Line], looks: list[str], recaps: Container[int]) -> list[str]:
    """Tell for each line which run it stands in.

    Args:
        lines: the lines of a document.
        looks: the name of each line's look.
        recaps: the indices of lines that announce a recap.

    Returns:
        For each line "quote" or "list" with its place in the run ("1", "2" or "+"), or nothing.
    """
    led = [""] * len(lines)
    index = 0
    while index < len(lines):
        line, look = lines[index], looks[index]
        index += 1
        if look not in _TEXT and look not in ("furniture-line", "name", "word"):
            continue
        if _leads_to_quote(line):
            _run(lines, looks, led, index, "quote", _LONGEST_QUOTE)
        elif _leads_to_list(line, look, recap=index - 1 in recaps):
            _run(lines, looks, led, index, "list", _LONGEST_LIST)
    return led


def _run(lines: list[Line], looks: list[str], led: list[str], first: int, kind: str, longest: int) -> None:
    index, shape = first, ""
    while index < len(lines) and index - first < longest:
        line, look = lines[index], looks[index]
        if look in _MARKS or (look not in _TEXT and index > first and not look.startswith("furniture")):
            break
        if look.startswith("furniture"):
            if index == first or kind == "quote":
                break
            index += 1
            continue
        here = ("*" if line.marker else "") + ("." if line.ended else "-")
        if index > first:
            ends = _ends_quote(lines, line, first) if kind == "quote" else (here != shape or line.final == ":")
            if ends:
                if here[0] == "*" != shape[0]:  # the list is below: what stands before it only leads to it
                    led[first:index] = [""] * (index - first)
                break
        elif kind == "quote" and line.text[0] in OPENERS and not line.text.startswith("'") and line.bare[:2] != "[":
            break
        shape = shape or here
        led[index] = kind + ("1" if index == first else "2" if index == first + 1 else "+")
        if line.final == ":" and _SPEECH.search(line.text[-120:]):
            led[index] = ""
            break
        index += 1


def _leads_to_quote(line: Line) -> bool:
    if line.text.rstrip('*_“«"‘ ')[-1:] != ":":
        return False
    tail = _last_sentence(line.text.rstrip('“«"‘ '))
    if _LIST.search(tail[-90:]) and not _SPEECH_END.search(tail.rstrip(":*_ ")):
        return False
    return bool(_SPEECH.search(tail))


def _leads_to_list(line: Line, look: str, *, recap: bool) -> bool:
    tail = line.bare[-200:]
    if line.words > 45:
        return False
    if line.final == ":" or line.text[-1] in ':”"':
        return recap or bool(_LIST.search(tail))
    if line.words <= 8 and look in ("headline", "label", "word", "name", "furniture-line"):
        return recap
    return line.words <= 30 and bool(_RECAP.search(tail) and _SELF.search(tail))


def _last_sentence(text: str) -> str:
    """Give the last sentence of a lead-in, which alone tells what it leads to."""
    return _STOP.split(text[-320:])[-1]


def _ends_quote(lines: list[Line], line: Line, first: int) -> bool:
    """Tell whether a paragraph behind a block quotation is the writer's again."""
    if line.text[0] in OPENERS or line.marker:
        return True
    return _is_narrator(line) or _goes_on_telling(lines, line, first)


def _is_narrator(line: Line) -> bool:
    text = line.text
    if _EDITORIAL.search(text[:200]):
        return True
    own = bool(_FIRST_PERSON.search(text))
    if any(mark in text for mark in "“”«»") or text.count('"') >= 2:
        return not own or bool(_NARRATED.search(text))
    if _NARRATED.search(text):
        return not own or bool(_NARRATED.search(text[:90]))
    return False


def _goes_on_telling(lines: list[Line], line: Line, first: int) -> bool:
    """Tell whether a paragraph takes up a name from the story above the block quotation: "Doe will travel ..."."""
    opening = _OPENING_NAME.match(line.text)
    if not opening or _FIRST_PERSON.search(line.text):
        return False
    return any(opening["name"] in above.text for above in lines[max(0, first - _STORY) : first - 1])
