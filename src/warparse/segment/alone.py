"""What a line tells by itself: the sure end of the sieve.

Contract: each line is judged without its neighbours, except that repetition anywhere in the document
counts (a scraper's copies of captions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from warparse.model import BlockKind
from warparse.segment.bylines import is_biography, is_byline, is_contribution, is_name
from warparse.segment.credits import find_credit, strip_counter
from warparse.segment.labels import Label, Labels, is_noise
from warparse.segment.noise import Hits, find_furniture
from warparse.segment.stamps import is_stamp, is_updated

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["label_alone", "label_captions"]

_IMAGE: Final = regex.compile(r"!\[[^\[\]\n]*\p{L}[^\[\]\n]*\]\([^()\s]{0,2000}\)")
_LINKED_NAME: Final = regex.compile(r"\[([^\[\]\n]{1,60})\]\([^()\s]{0,2000}\)")
_WRITERS: Final = 2
"""Linked names from which a line is its writers' rather than a menu's."""
_ALTERNATIVE_WORDS: Final = 4
_STAMP_WORDS: Final = 16
_BIOGRAPHY_WORDS: Final = 70
_CAPTION_LENGTH: Final = 1200
_SIGNATURE: Final = regex.compile(
    r"(?:.{0,600}\S\s)?[—–-]{1,2}\s?[^@\n]{1,80}\(@\w{1,30}\)(?:\s.{0,40})?|.{10,600}(?:pic\.twitter\.com|//t\.co)/\w{4,20}"
)
_HANDLE: Final = regex.compile(r".{0,60}\(?@\w{2,30}\)?")
_TOLD: Final = regex.compile(r"[“”\"]|\b(?:said|says|told|according|has|have|had|will|would|could|he|she)\b")
_CAPTION_LABEL: Final = regex.compile(
    r"(?:Image|Media|Photo|Picture|Video) caption[,:]? \S|(?:Item|Image|Photo|Slide|Picture) \d{1,3} (?:of|/) \d{1,3}\b.{30}|\**\[\d{1,2}/\d{1,2}\]\**.{30}"
)
_QUOTED_WHOLE: Final = regex.compile(r"_[\"“].{20,}_")


def label_alone(lines: list[Line], hits: Hits) -> Labels:
    """Label every line that its own words decide."""
    return [_judge(line, hits.get(index, [])) for index, line in enumerate(lines)]


def _judge(line: Line, hits: list[tuple[str, str, bool]]) -> Label | None:
    return (
        _find_stamp(line)
        or (Label(BlockKind.BYLINE, "byline.contribution") if is_contribution(line.bare) else None)
        or _find_linked(line)
        or find_furniture(line, hits)
        or _find_credit(line)
        or _find_quotation(line)
    )


def _find_linked(line: Line) -> Label | None:
    """Find what a crawler's markdown links: a picture by its alternative text, the writers by their pages."""
    if "](" not in line.text:
        return None
    if _IMAGE.fullmatch(line.text):
        return Label(BlockKind.CAPTION, "caption.image", "a picture's alternative text")
    names = _LINKED_NAME.findall(line.text)
    if len(names) >= _WRITERS and all(map(is_name, names)) and not _LINKED_NAME.sub("", line.text).strip(" |,;&·and"):
        return Label(BlockKind.BYLINE, "byline.links")
    return None


def _find_stamp(line: Line) -> Label | None:
    text = line.text
    if line.words > _STAMP_WORDS or not (
        text[0].isdigit() or text[-1].isdigit() or text[0].isupper() or text[0] in "[u|(·•"
    ):
        return None
    if is_updated(line.bare):
        return Label(BlockKind.TIMESTAMP, "stamp.updated", line.bare)
    if is_stamp(line.bare) and not line.bare.isdigit():
        return Label(BlockKind.TIMESTAMP, "stamp", line.bare)
    return None


def _find_credit(line: Line) -> Label | None:
    """Find whom a line credits: its writer, or the maker of its picture."""
    if line.words <= _BIOGRAPHY_WORDS and is_biography(line.bare):
        return Label(BlockKind.BYLINE, "byline.biography")
    if is_byline(line.bare):
        return Label(BlockKind.BYLINE, "byline.list")
    if _CAPTION_LABEL.match(line.bare) or (
        len(line.text) < _CAPTION_LENGTH and line.words > 1 and find_credit(line.bare)
    ):
        return Label(BlockKind.CAPTION, "caption.credit")
    return None


def _find_quotation(line: Line) -> Label | None:
    text = line.text
    if (
        ("@" in text or "twitter.com" in text or "//t.co" in text) and _SIGNATURE.fullmatch(text[-700:])
    ) or _QUOTED_WHOLE.match(text):
        return Label(BlockKind.QUOTE, "quote.signature")
    return Label(BlockKind.QUOTE, "quote.mark", ">") if line.marker == ">" else None


def label_captions(lines: list[Line], labels: Labels) -> None:
    """Label the copies of captions: a line that a credited caption repeats, whole or cut short."""
    captions: set[str] = set()
    heads: set[str] = set()
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label is None or label.kind is not BlockKind.CAPTION:
            continue
        credit = find_credit(line.bare)
        key = caption_key(line.bare[: credit[0]] if credit else line.bare)
        if credit and not key and index and _stands_alone(lines, labels, index - 1):
            # a credit on a line of its own belongs to the line before it
            labels[index - 1] = Label(BlockKind.CAPTION, "caption.above-credit", line.bare)
            key = caption_key(lines[index - 1].bare)
        if len(key) > 20:
            captions.add(key)
            heads.add(key[:40])
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if label is not None and not is_noise(label):
            continue
        key = caption_key(line.bare)
        if key in captions or (
            (line.text.rstrip(" .…").endswith(("...", "…")) or line.final == "…") and key[:40] in heads
        ):
            labels[index] = Label(BlockKind.CAPTION, "caption.copy")
    _label_alternatives(lines, labels)
    _label_doubled(lines, labels)


def caption_key(text: str) -> str:
    """Give the form under which two copies of a caption are equal."""
    return text[strip_counter(text) :].rstrip(" .…*_|/–—-").lower()


def _label_alternatives(lines: list[Line], labels: Labels) -> None:
    """Label the alternative text right above a caption that begins with it."""
    for index in range(1, len(lines)):
        label = labels[index]
        if label is None or label.kind is not BlockKind.CAPTION or labels[index - 1] is not None:
            continue
        above = caption_key(lines[index - 1].bare)
        if lines[index - 1].words >= _ALTERNATIVE_WORDS and caption_key(lines[index].bare).startswith(above):
            labels[index - 1] = Label(BlockKind.CAPTION, "caption.alternative", "the caption below begins with it")


def _stands_alone(lines: list[Line], labels: Labels, index: int) -> bool:
    line = lines[index]
    close = lines[index + 1].gap <= 2
    return (
        labels[index] is None and close and 4 <= line.words <= 60 and not line.sentences and not _TOLD.search(line.text)
    )


def _label_doubled(lines: list[Line], labels: Labels) -> None:
    """Label sentences that stand twice in a row: what a scraper takes from a picture and its alternative text."""
    for index in range(1, len(lines)):
        line, above = lines[index], lines[index - 1]
        if (
            labels[index] is None
            and labels[index - 1] is None
            and line.words >= 5
            and line.bare == above.bare
            and line.prose
        ):
            labels[index - 1] = labels[index] = Label(BlockKind.CAPTION, "caption.doubled")
