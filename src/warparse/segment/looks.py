"""How a line looks by itself: the sure end of what is known of it.

Contract: `look_at` is a pure function of one line and the phrases found in it. A look is no verdict:
`evidence` puts it beside the looks of its neighbours, and `weigh` decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from warparse.model import BlockKind
from warparse.segment.bylines import is_biography, is_byline, is_contribution, is_job, is_name
from warparse.segment.credits import find_credit
from warparse.segment.labels import Label
from warparse.segment.noise import find_furniture
from warparse.segment.stamps import is_stamp, is_updated

if TYPE_CHECKING:
    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrase

__all__ = ["Look", "look_at", "shape_of"]


class Look(NamedTuple):
    """What a line looks like, and the label that its own words propose."""

    name: str
    """One word: "stamp", "byline", "furniture", "prose", "headline" ..."""
    label: Label | None = None
    """What its words alone would make of it; None where they tell nothing."""
    sure: bool = False
    """Whether nothing else may overrule the label, as where a caller knows the line."""


_IMAGE: Final = regex.compile(r"!\[[^\[\]\n]*\p{L}[^\[\]\n]*\]\([^()\s]{0,2000}\)")
_LINKED_NAME: Final = regex.compile(r"\[([^\[\]\n]{1,60})\]\([^()\s]{0,2000}\)")
_WRITERS: Final = 2
"""Linked names from which a line is its writers' rather than a menu's."""
_STAMP_WORDS: Final = 16
_BYLINE_WORDS: Final = 30
_BIOGRAPHY_WORDS: Final = 70
_CAPTION_LENGTH: Final = 1200
_CREDIT_WORDS: Final = 10
_SIGNATURE: Final = regex.compile(
    r"(?:.{0,600}\S\s)?[—–-]{1,2}\s?[^@\n]{1,80}\(@\w{1,30}\)(?:\s.{0,40})?|.{10,600}(?:pic\.twitter\.com|//t\.co)/\w{4,20}"
)
_CAPTION_LABEL: Final = regex.compile(
    r"(?:Image|Media|Photo|Picture|Video) caption[,:]? \S|(?:(?:Item|Image|Photo|Slide|Picture) )?\d{1,3} (?:of|/) \d{1,3}\b.{30}|\**\[\d{1,2}/\d{1,2}\]\**.{30}"
)
_PICTURED: Final = regex.compile(
    r"(?:In\s)?[Tt]his\s(?:[a-z]+\s){0,3}?(?:photo(?:graph)?|image|picture|combination|(?:screen|frame|image|video)\s?(?:grab|shot)|frame|video|footage)\b"
    r".{0,80}?\b(?:provided|released|taken|made\s(?:available|from|on|by)|obtained|posted|supplied|distributed)\b"
)
"""How an agency's caption speaks of its own picture: "This handout photo, taken on ..."."""
_QUOTED_WHOLE: Final = regex.compile(r"_[\"“].{20,}_")


_CREDITED: Final = regex.compile(r"(?:(?:Photo|Picture|Image) )?[Cc]redits?: |(?:Photo(?:graph)?|Picture|Image): ")
"""How a line begins that is nothing but a credit."""
_PLACED: Final = regex.compile(
    r"\p{Lu}{3,}[^.!?:;|\d]{0,50}\s(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? \p{Lu}[a-z]{2,8}\.? \d{1,2}, \d{4} \d)"
)
"""A place before the time of a report: "GOMA, Congo Sun Nov 25, 2012 9:05am EST"."""
_MAKER: Final = regex.compile(r"©\s?\p{Lu}[\p{L}’'. -]{1,40}(?:\s?/\s?\p{Lu}[\p{L}’'. -]{1,40}){0,3}")
_SLASHED: Final = regex.compile(
    r"[(\[]?(?:via )?\p{Lu}[\p{L}\d’'.&-]*(?:\s(?:\p{Lu}[\p{L}\d’'.&-]*|de|van|von|der|al|el|bin)){0,4}(?:\s?/\s?\p{Lu}[\p{L}\d’'.&-]*(?:\s\p{Lu}[\p{L}\d’'.&-]*){0,4}){1,4}[)\]]?"
)
_ENDNOTE: Final = regex.compile(r"\[\d{1,3}\]\s?\S|\d{1,3}\s?https?://|\^ ")


def look_at(line: Line, phrases: list[Phrase]) -> Look:
    """Look at a line by itself.

    Args:
        line: the line.
        phrases: the publisher's phrases in it.
    """
    return (
        _find_stamp(line)
        or (
            Look("contribution", Label(BlockKind.BYLINE, "byline.contribution")) if is_contribution(line.bare) else None
        )
        or _find_linked(line)
        or _find_furniture(line, phrases)
        or _find_writer(line)
        or _find_credit(line)
        or (Look("signed", Label(BlockKind.QUOTE, "quote.signature")) if _is_signed(line.text) else None)
        or Look(shape_of(line))
    )


def _find_furniture(line: Line, phrases: list[Phrase]) -> Look | None:
    if line.text[0] == "©" and _MAKER.fullmatch(line.text):
        return None  # a picture's, not the page's
    found = find_furniture(line, phrases)
    if found is None or (found.rule == "noise.crumbs" and is_byline(line.bare)):
        return None
    return Look("furniture-" + found.rule.partition(".")[2], found)


def _find_writer(line: Line) -> Look | None:
    if _CREDITED.match(line.bare):
        return None
    if line.words <= _BIOGRAPHY_WORDS and is_biography(line.bare):
        return Look("biography", Label(BlockKind.BYLINE, "byline.biography"))
    if line.words <= _BYLINE_WORDS and is_byline(line.bare):
        return Look("byline", Label(BlockKind.BYLINE, "byline.list"))
    return None


def _find_credit(line: Line) -> Look | None:
    label = Label(BlockKind.CAPTION, "caption.credit")
    if _PICTURED.match(line.bare):
        return Look("credit", Label(BlockKind.CAPTION, "caption.pictured", "speaks of its own picture"))
    if _CAPTION_LABEL.match(line.bare) or (line.text[0] == "©" and _MAKER.fullmatch(line.text)):
        return Look("credit", label)
    if len(line.text) < _CAPTION_LENGTH and line.words > 1 and find_credit(line.bare):
        return Look("credit", label, sure=line.words <= _CREDIT_WORDS and bool(_CREDITED.match(line.bare)))
    if line.words <= _CREDIT_WORDS and "/" in line.text and _SLASHED.fullmatch(line.bare):
        return Look("slashed", label)
    return None


def shape_of(line: Line) -> str:
    """Name the shape of a line that no detector knows: "prose", "headline", "word" ..."""
    if line.text[0] in "[0123456789^" and _ENDNOTE.match(line.text):
        return "endnote"
    if line.words <= 9 and is_job(line.bare):
        return "job"
    if line.marker in ("#", ">"):
        return "hash" if line.marker == "#" else "quoted"
    if is_name(line.bare):
        return "name"
    if line.bare[:1].islower() or line.bare[:1] in ",;":
        return "fragment"
    if line.final == ":" and line.words >= 2:
        return "colon"
    if line.prose:
        return "prose"
    if line.ended and line.words >= 2:
        return "sentence" if line.final != "?" else "question"
    if line.words >= 6:
        return "headline"
    return "label" if line.words >= 3 else "word"


def _find_stamp(line: Line) -> Look | None:
    text = line.text
    if line.words > _STAMP_WORDS or not (
        text[0].isdigit() or text[-1].isdigit() or text[0].isupper() or text[0] in "[u|(·•"
    ):
        return None
    if is_updated(line.bare):
        return Look("updated", Label(BlockKind.TIMESTAMP, "stamp.updated", line.bare))
    placed = _PLACED.match(line.bare)
    if is_stamp(line.bare[placed.end() :] if placed else line.bare) and not line.bare.isdigit():
        return Look("stamp", Label(BlockKind.TIMESTAMP, "stamp", line.bare))
    return None


def _find_linked(line: Line) -> Look | None:
    """Find what a crawler's markdown links: a picture by its alternative text, the writers by their pages."""
    if "](" not in line.text:
        return None
    if _IMAGE.fullmatch(line.text):
        return Look("image", Label(BlockKind.CAPTION, "caption.image", "a picture's alternative text"))
    names = _LINKED_NAME.findall(line.text)
    if len(names) >= _WRITERS and all(map(is_name, names)) and not _LINKED_NAME.sub("", line.text).strip(" |,;&·and"):
        return Look("byline", Label(BlockKind.BYLINE, "byline.links"))
    return None


def _is_signed(text: str) -> bool:
    """Tell whether a line is a reprinted social-media post with its signature."""
    tweeted = "@" in text or "twitter.com" in text or "//t.co" in text
    return bool((tweeted and _SIGNATURE.fullmatch(text[-700:])) or _QUOTED_WHOLE.match(text))
