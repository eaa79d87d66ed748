"""What no line's own evidence tells: the headline, its copies, an agency's signature, joined by rules for the whole page.

Contract: `correct` is a pure function of a labelled page; every label that it changes names its rule.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve

from warparse.lexicon.media import agencies
from warparse.model import BlockKind, Reason
from warparse.segment.labels import Label
from warparse.segment.lines import make_line
from warparse.segment.live import says_live

if TYPE_CHECKING:
    from warparse.segment.page import Page

__all__ = ["correct"]

_SITE_NAME: Final = regex.compile(
    r"(?<=.{20})\s+(?:\|\s+\S.{1,70}|[–—-]\s+(?:The\s)?\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2})$"
)
_HEAD: Final = (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.TIMESTAMP)
"""Kinds of which an article's head is made, noise left out."""
_SET: Final = (BlockKind.HEADING, BlockKind.STANDFIRST)
"""Kinds that are set apart from prose as a headline is."""
_BEFORE_TEXT: Final = (BlockKind.NOISE, BlockKind.TIMESTAMP, BlockKind.BYLINE, BlockKind.CAPTION)
"""What may stand in front of a headline."""
_ALIKE: Final = 3
"""Lines right above times from which such lines are taken for headings."""
_WEIGHED: Final = ("weighed.under", "weighed.body")
"""The rules of noise that no words of its own tell, where headings may stand."""
_UNDER_TIMES: Final = (BlockKind.PARAGRAPH, BlockKind.BYLINE)
_COPIED: Final = 3
"""Words from which a line above a caption may be its copy."""
_DOUBLED: Final = 4
"""Paragraphs to a pair of lines that say the same, below which a page is doubled rather than illustrated."""
_REPEATED: Final = 6
"""Words from which only a picture's text is set twice, one line right below the other."""
_SHOWN: Final = (BlockKind.CAPTION, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.STANDFIRST)
"""Kinds that such lines are taken for."""
_CREDIT_WORDS: Final = 5
"""Words up to which a caption's line is the credit of the one above."""


def correct(page: Page) -> Page:
    """Apply every rule, those of the headline first."""
    page = _drop_copies(_split_site(_crown(_raise_headline(page))))
    return _join_credit(_join_stamp(_match_captions(_head_alike(_sign(page)))))


def _crown(page: Page) -> Page:
    """Take a heading in front of all text for the headline, where one article has no other.

    Where it has none at all, nothing stands under a headline: its first text and the pictures above it are its body.
    A live blog's first heading is its headline only if it says that it is live.
    """
    if "title" in page.parts:
        return page
    first = next((index for index, label in enumerate(page.labels) if label.kind not in _BEFORE_TEXT), None)
    if first is None:
        return page
    labels, parts = list(page.labels), list(page.parts)
    if page.live and not (labels[first].kind is BlockKind.HEADING and says_live(page.lines[first].text)):
        return page
    if labels[first].kind is BlockKind.HEADING:
        labels[first] = labels[first]._replace(kind=BlockKind.TITLE, rule="title.first")
        parts[: first + 1] = [*("above" for _ in range(first)), "title"]
        return evolve(page, labels=labels, parts=parts)
    if labels[first].kind is BlockKind.STANDFIRST:
        labels[first], parts[first] = labels[first]._replace(kind=BlockKind.PARAGRAPH), "body"
    if parts[first] == "body":
        for index in range(first - 1, -1, -1):
            if labels[index].kind is BlockKind.CAPTION:
                parts[index] = "body"
            elif labels[index].kind is not BlockKind.NOISE:
                break
    return evolve(page, labels=labels, parts=parts)


def _raise_headline(page: Page) -> Page:
    """Take the only first-level heading that is marked as one for the headline, if no prose stands above it."""
    marked = [index for index, line in enumerate(page.lines) if line.text.startswith("# ")]
    if len(marked) != 1 or page.parts[marked[0]] == "title":
        return page
    top = marked[0]
    if any(label.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) for label in page.labels[:top]):
        return page
    labels = list(page.labels)
    parts = ["above" if part == "body" and index < top else part for index, part in enumerate(page.parts)]
    if "title" in parts:
        other = parts.index("title")
        below = other > top
        parts[other] = "under" if below else "above"
        labels[other] = (
            Label(BlockKind.STANDFIRST, "headline.other", "a headline under the marked one")
            if below
            else Label(BlockKind.NOISE, "headline.other", "a headline above the marked one", Reason.NAVIGATION)
        )
    labels[top] = Label(BlockKind.TITLE, "headline.marked", "the only first-level heading")
    parts[top] = "title"
    return evolve(page, labels=labels, parts=parts)


def _split_site(page: Page) -> Page:
    """Split the site's name off a headline that has no copy without it: "Port shut | Herald"."""
    title = next((index for index, part in enumerate(page.parts) if part == "title"), None)
    if title is None:
        return page
    line = page.lines[title]
    found = _SITE_NAME.search(line.text)
    if not found or says_live(found.group()) or line.text.lstrip("# ") != line.bare:
        return page
    name = found.group().lstrip()
    parts = (make_line(line.text[: found.start()], line.start, line.gap), make_line(name, line.end - len(name), 0))
    label = Label(BlockKind.NOISE, "noise.site-name", name, Reason.NAVIGATION)
    return evolve(
        page,
        lines=[*page.lines[:title], *parts, *page.lines[title + 1 :]],
        labels=[*page.labels[: title + 1], label, *page.labels[title + 1 :]],
        parts=[*page.parts[: title + 1], "under", *page.parts[title + 1 :]],
        recaps=frozenset(index + (index > title) for index in page.recaps),
        hints=(*page.hints[: title + 1], *page.hints[title:]) if page.hints else (),
    )


def _sign(page: Page) -> Page:
    """Take a news agency's name alone between an article's head and its text for the byline."""
    labels = list(page.labels)
    for index in range(1, len(labels) - 1):
        if (
            labels[index].kind in (BlockKind.CAPTION, BlockKind.NOISE)
            and labels[index - 1].kind in _HEAD
            and labels[index + 1].kind in (BlockKind.PARAGRAPH, BlockKind.TIMESTAMP)
            and page.lines[index].bare in agencies()
        ):
            labels[index] = Label(BlockKind.BYLINE, "byline.agency", page.lines[index].bare)
    return evolve(page, labels=labels)


def _drop_copies(page: Page) -> Page:
    """Take the headline set once more as a heading for what the page's head left behind, unless a post begins with it."""
    if "title" not in page.parts:
        return page
    key = page.lines[page.parts.index("title")].key
    copy = Label(BlockKind.NOISE, "headline.copy", "the headline once more", Reason.NAVIGATION)
    labels = [
        copy if label.kind in _SET and line.key == key and not _heads_post(page, index) else label
        for index, (line, label) in enumerate(zip(page.lines, page.labels, strict=True))
    ]
    return evolve(page, labels=labels)


def _heads_post(page: Page, index: int) -> bool:
    """Tell whether a line of a live blog stands in an entry or right beside a time, as the heading of a post does."""
    hint = page.hint(index)
    if hint and hint.entry is not None:
        return True
    beside = {label.kind for label in page.labels[max(0, index - 1) : index + 2]}
    return page.live and page.parts[index] == "body" and BlockKind.TIMESTAMP in beside


def _head_alike(page: Page) -> Page:
    """Take the lines right above the times of a live blog for its posts' headings, where key points told them before."""
    labels, parts = list(page.labels), list(page.parts)
    timed = [
        index
        for index in range(len(labels) - 2)
        if labels[index + 1].kind is BlockKind.TIMESTAMP
        and labels[index + 2].kind in _UNDER_TIMES
        and page.lines[index].headline
        and (labels[index].kind is BlockKind.HEADING or labels[index].rule in _WEIGHED)
    ]
    if not page.live or len(timed) < _ALIKE:
        return page
    first = {line.key: index for index, line in reversed(list(enumerate(page.lines)))}
    for index in timed:
        if labels[index].kind is BlockKind.NOISE and first[page.lines[index].key] < index:
            labels[index] = Label(BlockKind.HEADING, "heading.alike", "above a time, as others are")
            parts[index] = parts[index + 1]
    return evolve(page, labels=labels, parts=parts)


def _match_captions(page: Page) -> Page:
    """Take a line that says the same as the one below for a picture's alternative text, and the one below for its caption.

    A text that stands a third time, and pages that say most of what they say twice, are no pictures'.
    """
    labels = list(page.labels)
    pairs = [index for index in range(len(labels) - 1) if _same(page, index)]
    often = Counter(line.key for line in page.lines) if pairs else Counter[str]()
    prose = sum(label.kind is BlockKind.PARAGRAPH for label in labels)
    doubled = len(pairs) * _DOUBLED > prose + _DOUBLED
    for index in reversed(pairs):
        here, below = labels[index].kind, labels[index + 1].kind
        captioned = below is BlockKind.CAPTION
        if not captioned and (doubled or page.lines[index].words < _REPEATED or often[page.lines[index].key] > 2):
            continue
        if here is BlockKind.TITLE or below not in _SHOWN or (here is BlockKind.NOISE and not captioned):
            continue
        labels[index] = labels[index + 1] = Label(BlockKind.CAPTION, "caption.copy", "two lines that say the same")
    return evolve(page, labels=labels)


def _same(page: Page, index: int) -> bool:
    """Tell whether a line and the one below say the same."""
    line, below = page.lines[index], page.lines[index + 1]
    return line.words == below.words >= _COPIED and line.bare.lower().split() == below.bare.lower().split()


def _join_stamp(page: Page) -> Page:
    """Give the first post of a live blog the time on its line, where other posts have theirs on their lines too."""
    first = page.parts.index("body") if page.live and "body" in page.parts else 0
    beginnings = [
        index
        for index in range(1, len(page.lines))
        if page.labels[index - 1].kind is BlockKind.TIMESTAMP
        and page.lines[index - 1].gap
        and not page.lines[index].gap
        and page.labels[index].kind is not BlockKind.TIMESTAMP
    ]
    if first not in beginnings or beginnings[-1] == first:
        return page
    return evolve(page, parts=[*page.parts[: first - 1], "body", *page.parts[first:]])


def _join_credit(page: Page) -> Page:
    """Let a picture stand in the body with its credit: where that is a line of its own, it does not begin the body."""
    first = page.parts.index("body") if "body" in page.parts else 0
    kinds = [label.kind for label in page.labels[max(0, first - 1) : first + 1]]
    if kinds != [BlockKind.CAPTION, BlockKind.CAPTION] or page.parts[first - 1] != "under":
        return page
    if page.lines[first].words > _CREDIT_WORDS:
        return page
    return evolve(page, parts=[*page.parts[: first - 1], "body", *page.parts[first:]])
