"""Lines that a lead-in makes something else than prose: block quotations and lists whose marks were lost.

Contract: changes only paragraphs that follow a lead-in; works from the first line to the last, once.
"""

from __future__ import annotations

from typing import Final

import regex

from warparse.model import BlockKind
from warparse.segment.labels import Label, Labels, is_noise
from warparse.segment.lines import OPENERS, Line
from warparse.segment.live import says_summary

__all__ = ["label_runs"]

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
_FIRST_PERSON: Final = regex.compile(r"\b(?:we|our|us|I|my|me|mine|ours|you|your|I[’']m|we[’']re|we[’']ve|I[’']ve)\b")
_EDITORIAL: Final = regex.compile(
    r"\b(?:we(?:[’']ve| have)? (?:report|mention|bring|have more|will bring|are closing|are pausing)\w*|our (?:live|coverage|correspondent|colleague|reporter|story|earlier)"
    r"|bring you|stay with us|you can (?:read|follow|see|watch)|see post|here (?:is|are)|here[’']s|let[’']s take)",
    regex.IGNORECASE,
)
_NARRATED: Final = regex.compile(
    r"\b(?:\p{Lu}[\p{L}’'-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|ministry|officials?|spokes\w+|president|minister|command|governor|agency|authorities|statement|source|police|army|military|government)"
    r"\s(?:has |have |had |also |later |then |earlier |previously )?(?:said|told|added|wrote|reported|reports|says|claimed|announced|confirmed|warned|noted|stated|posted|tweeted|insisted|denied)\b"
)
_RECAP: Final = regex.compile(r"\b(?:summary|recap|round-?up)\b[^.]{0,30}[.:]?$", regex.IGNORECASE)
_OPENING_NAME: Final = regex.compile(
    r"(?P<name>\p{Lu}\p{Ll}[\p{L}’'-]{2,})(?:[’']s)?\s(?:will|has|had|is|was|also|and|met|told|later|, )"
)
_ATTRIBUTION: Final = 13
"""Words behind a closing mark that may tell who speaks and no more."""
_STORY: Final = 6
"""Lines above a lead-in in which the story's names are looked for."""
_STOP: Final = regex.compile(r"(?<=[\p{Ll}\d”\"][.!?][”\"]?)\s+(?=[\p{Lu}“\"])")
_LONGEST_QUOTE: Final = 12
"""Paragraphs that a block quotation may run to, where nothing tells its end."""


def label_runs(lines: list[Line], labels: Labels, *, live: bool) -> None:
    """Label block quotations and unmarked lists behind their lead-ins."""
    index = 0
    while index < len(lines):
        label = labels[index]
        if label is None or label.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            index += 1
            continue
        line = lines[index]
        if _leads_to_quote(line):
            index = _label_quote(lines, labels, index + 1)
        elif live and label.kind is BlockKind.PARAGRAPH and _leads_to_list(lines, labels, index):
            index = _label_list(lines, labels, index + 1)
        else:
            if _speaks_unmarked(lines, labels, index):
                labels[index] = Label(
                    BlockKind.QUOTE, "quote.first-person", "words of the speaker above, without marks"
                )
            index += 1


def _leads_to_quote(line: Line) -> bool:
    if line.text.rstrip('*_“"‘ ')[-1:] != ":":
        return False
    tail = _last_sentence(line.text.rstrip('“"‘ '))
    if _LIST.search(tail[-90:]) and not _SPEECH_END.search(tail.rstrip(":*_ ")):
        return False
    return bool(_SPEECH.search(tail))


def _last_sentence(text: str) -> str:
    """Give the last sentence of a lead-in, which alone tells what it leads to."""
    return _STOP.split(text[-320:])[-1]


def _label_quote(lines: list[Line], labels: Labels, first: int) -> int:
    """Label the paragraphs of a block quotation; give the index behind its last."""
    index = first
    while index < len(lines) and index - first < _LONGEST_QUOTE:
        label = labels[index]
        if is_noise(label) and index > first:
            break
        if label is None or label.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            break
        line = lines[index]
        if label.kind is BlockKind.LIST_ITEM and (index > first or says_summary(lines[first - 1].text)):
            break
        if line.text[0] in OPENERS and not line.text.startswith("'") and line.bare[:2] != "[":
            break
        if index > first and (_is_narrator(line) or _goes_on_telling(lines, line, first)):
            break
        if line.text[-1] == ":" and _SPEECH.search(line.text[-120:]):
            break
        labels[index] = Label(BlockKind.QUOTE, "quote.lead-in", "behind a lead-in that ends with a colon")
        index += 1
    return max(index, first)


def _is_narrator(line: Line) -> bool:
    """Tell whether a paragraph behind a block quotation is the writer's again."""
    text = line.text
    if _EDITORIAL.search(text[:200]):
        return True
    own = bool(_FIRST_PERSON.search(text))
    if any(mark in text for mark in "“”") or text.count('"') >= 2:
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


def _speaks_unmarked(lines: list[Line], labels: Labels, index: int) -> bool:
    """Tell whether a paragraph is a speaker's words whose marks and lead-in's colon were lost.

    It speaks in the first person, the writer's voice is nowhere in it, and the paragraph above ends
    by telling who speaks.
    """
    line = lines[index]
    above = labels[index - 1] if index else None
    if above is None or above.kind is not BlockKind.PARAGRAPH or any(mark in line.text for mark in '“”"«»'):
        return False
    told = lines[index - 1]
    tail = told.text[-110:]
    closing = max(tail.rfind(mark) for mark in '”"»')
    if closing < 0 or not _NARRATED.search(tail[closing:]):
        return False
    if _EDITORIAL.search(line.text) or _NARRATED.search(line.text):
        return False
    closes = len(tail[closing:].split()) <= _ATTRIBUTION and told.final not in (".", "!", "…", ":", "?")
    return bool(_FIRST_PERSON.search(line.text)) or closes


def _leads_to_list(lines: list[Line], labels: Labels, index: int) -> bool:
    """Tell whether a paragraph announces a list whose marks may be lost."""
    line = lines[index]
    if line.words > 45:
        return False
    tail = _last_sentence(line.bare)[-200:]
    colon = line.text[-1] in ':”"' and (":" in line.text[-3:] or line.words <= 6)
    announces = says_summary(tail) or bool(_LIST.search(tail))
    if colon and announces:
        return True
    headed = (
        index and (label := labels[index - 1]) is not None and label.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
    )
    return bool(headed and line.words <= 25 and _RECAP.search(tail) and _SELF.search(tail))


_SELF: Final = regex.compile(r"\b(?:here|you can read|below|our)\b", regex.IGNORECASE)


def _label_list(lines: list[Line], labels: Labels, first: int) -> int:
    """Label the items of a list without marks, up to the next mark of any kind; give the index behind its last."""
    marked = any(lines[index].marker for index in range(first, min(first + 2, len(lines))))
    index = first
    while index < len(lines) and not marked:
        label = labels[index]
        if label is None or label.kind is not BlockKind.PARAGRAPH:
            if is_noise(label) and index + 1 < len(lines) and index > first:
                index += 1
                continue
            break
        line = lines[index]
        if line.text[-1] == ":" and index > first:
            break
        if line.text[0] not in OPENERS and line.words >= 6:
            labels[index] = Label(BlockKind.LIST_ITEM, "list.lead-in", "behind a lead-in to a list")
        index += 1
    return max(index, first)
