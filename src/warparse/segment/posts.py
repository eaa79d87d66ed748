"""Where posts begin and end.

Contract: posts are runs of lines, disjoint, in order. A mark of the layout starts one for sure; where
a live blog's scraper left none, `anew` weighs what an editor does who begins anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field

from warparse.model import BlockKind, Boundary, PostKind
from warparse.segment.anew import Fresh, Told
from warparse.segment.bylines import find_authors
from warparse.segment.live import says_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.segment.blocks import Page
    from warparse.segment.labels import Label

__all__ = ["Draft", "find_posts"]

_HEADER: Final = (BlockKind.TITLE, BlockKind.STANDFIRST)
_BODY: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
_OUTSIDE: Final = (BlockKind.NOISE, *_HEADER)
_WELCOME: Final = regex.compile(
    r"\b(?:welcome (?:back )?to|good (?:morning|afternoon|evening)|thank you for (?:joining|reading|following))\b",
    regex.IGNORECASE,
)
_WORD: Final = regex.compile(r"\p{L}{4,}")
_HEADINGS: Final = 12
"""Headings of a post that a further one is compared with."""


@define
class Draft:
    """A post while its lines are being collected."""

    lines: list[int]
    boundary: Boundary
    evidence: str
    kind: PostKind = PostKind.ENTRY
    heading: int | None = None
    authors: list[str] = field(factory=list)
    has_body: bool = False
    headings: list[int] = field(factory=list)
    paragraphs: int = 0
    signed: bool = False
    updated: bool = False


def find_posts(page: Page, people: Sequence[frozenset[str]], *, infer: bool) -> list[Draft]:
    """Find the posts of a page.

    Args:
        page: the labelled lines.
        people: for each line, the people that it names in full.
        infer: also begin posts where only the words tell.
    """
    start, end = _extent(page)
    if start >= end:
        return []
    if not page.live:
        lines = [index for index in range(start, end) if page.labels[index].kind is not BlockKind.NOISE]
        return [Draft(lines, Boundary.MARKED, "one article", PostKind.ARTICLE)]
    drafts = _split(page, people, start, end, infer=infer)
    for draft in drafts:
        _finish(page, draft)
    return [
        draft
        for draft in drafts
        if any(page.labels[index].kind in (*_BODY, BlockKind.HEADING, BlockKind.CAPTION) for index in draft.lines)
    ]


def _extent(page: Page) -> tuple[int, int]:
    """Find the lines among which posts stand: behind the header, before the credits at the end."""
    labels = page.labels
    body = [index for index, label in enumerate(labels) if label.kind in (*_BODY, BlockKind.HEADING)]
    if not body:
        body = [index for index, label in enumerate(labels) if label.kind is BlockKind.CAPTION]
        return (body[0], body[-1] + 1) if body else (0, 0)
    first, last = body[0], body[-1]
    header = [
        index for index in range(first) if labels[index].kind in (*_HEADER, BlockKind.BYLINE, BlockKind.TIMESTAMP)
    ]
    start = header[-1] + 1 if header else 0
    if page.live:
        while (
            header
            and (header[-1] > (page.title or 0))
            and header[-1] == start - 1
            and labels[start - 1].kind in (BlockKind.BYLINE, BlockKind.TIMESTAMP)
            and _opens(page, start - 1)
        ):
            start = header.pop()
    if not page.live and any(
        labels[index].kind is BlockKind.BYLINE for index in range(first, last) if labels[index].rule == "byline.name"
    ):
        start = max(start, 0)
    while start < first and (
        labels[start].kind is BlockKind.NOISE
        or (page.live and page.title is not None and labels[start].kind is BlockKind.CAPTION)
    ):
        start += 1
    end = last + 1
    while end < len(labels) and (labels[end].rule == "stamp.updated" or labels[end].kind is BlockKind.CAPTION):
        end += 1
    return start, end


def _opens(page: Page, index: int) -> bool:
    """Tell whether a byline or a time above the body belongs to the first post: the title has one of its own, or times open posts."""
    label = page.labels[index]
    if label.kind is BlockKind.TIMESTAMP:
        clock = ":" in page.lines[index].text or "." in page.lines[index].text
        inside = sum(1 for other in page.labels[index + 1 :] if other.rule == "stamp")
        return clock and inside >= 2
    return any(other.kind is BlockKind.HEADING for other in page.labels[max(0, index - 2) : index])


def _split(page: Page, people: Sequence[frozenset[str]], start: int, end: int, *, infer: bool) -> list[Draft]:
    drafts: list[Draft] = []
    told = Told()
    closed = interrupted = False
    for index in range(start, end):
        label, line = page.labels[index], page.lines[index]
        if label.kind in _OUTSIDE:
            interrupted = interrupted or (label.reason is not None and label.reason.value == "interface")
            continue
        current = drafts[-1] if drafts else None
        mark = _mark(page, current, index, closed=closed)
        fresh = Fresh("", 0.0)
        if mark is None and infer and label.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            above = page.labels[current.lines[-1]].kind if current else None
            fresh = told.weigh(
                line,
                label,
                above,
                people[index],
                interrupted=interrupted,
                summary=current is not None and _is_recap(page, current),
            )
        if mark is not None or fresh.weight >= 1.0 or current is None:
            boundary = Boundary.MARKED if mark is not None or current is None else Boundary.INFERRED
            drafts.append(Draft([index], boundary, mark or fresh.evidence or "the body's first line"))
            told = told.reset()
        else:
            current.lines.append(index)
        _note(drafts[-1], label, index)
        told.read(line, label, people[index])
        closed = label.rule == "stamp.updated" and drafts[-1].has_body
        interrupted = False
    return drafts


def _note(draft: Draft, label: Label, index: int) -> None:
    draft.paragraphs += label.kind is BlockKind.PARAGRAPH
    draft.signed = draft.signed or label.kind is BlockKind.BYLINE
    draft.has_body = draft.has_body or label.kind in (*_BODY, BlockKind.CAPTION)
    if label.kind is BlockKind.HEADING:
        draft.headings.append(index)


def _is_recap(page: Page, draft: Draft) -> bool:
    head = page.lines[draft.lines[0]]
    return page.labels[draft.lines[0]].kind is BlockKind.HEADING and says_summary(head.bare)


def _mark(page: Page, current: Draft | None, index: int, *, closed: bool) -> str | None:
    """Give the layout's mark that starts a post at a line; None if there is none."""
    label, line = page.labels[index], page.lines[index]
    if current is None:
        return None
    if closed:
        return None if label.rule == "stamp.updated" else "an 'Updated' mark above"
    has_body = current.has_body
    if label.kind is BlockKind.HEADING:
        if not has_body and not current.headings:
            return None
        return None if _is_subheading(page, current, index) else "a heading"
    if label.rule == "stamp" and has_body and index + 1 < len(page.lines) and page.lines[index].words <= 12:
        return "a time"
    opens = has_body and not (
        current.headings and current.paragraphs <= 1 and not current.signed
    )  # its summary may stand above
    if label.kind is BlockKind.BYLINE and label.rule in ("byline.name", "byline.list", "byline.biography") and opens:
        return f"a byline: {line.bare}"
    return None


def _is_subheading(page: Page, current: Draft, index: int) -> bool:
    """Tell whether a heading stands inside the post: right behind its heading, or one more question of an explainer."""
    headings = current.headings[:_HEADINGS]
    if not headings:
        return False
    if page.labels[index - 1].kind is BlockKind.HEADING and current.lines[-1] == index - 1:
        return True
    here, first = page.lines[index].bare, page.lines[headings[0]].bare
    if here.endswith("?") and (first.endswith("?") or len(headings) > 1):
        return bool(_words(here) & set().union(*(_words(page.lines[other].bare) for other in headings)))
    return len(headings) > 1 and page.lines[index].words <= 4 and not says_summary(here)


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - {"what", "when", "where", "which", "does", "have", "with"}


def _finish(page: Page, draft: Draft) -> None:
    """Read a post's heading, authors, mark and kind from its lines."""
    kinds: list[Label] = [page.labels[index] for index in draft.lines]
    draft.heading = next(
        (index for index, label in zip(draft.lines, kinds, strict=True) if label.kind is BlockKind.HEADING), None
    )
    if draft.heading is not None and any(label.kind in _BODY for label in kinds[: draft.lines.index(draft.heading)]):
        draft.heading = None
    for index, label in zip(draft.lines, kinds, strict=True):
        if label.kind is BlockKind.BYLINE:
            draft.authors.extend(name for name in find_authors(page.lines[index].bare) if name not in draft.authors)
    draft.updated = any(label.rule == "stamp.updated" for label in kinds)
    draft.kind = PostKind.SUMMARY if _is_summary(page, draft, kinds) else PostKind.ENTRY


def _is_summary(page: Page, draft: Draft, kinds: list[Label]) -> bool:
    items = sum(1 for label in kinds if label.kind is BlockKind.LIST_ITEM)
    prose = [index for index, label in zip(draft.lines, kinds, strict=True) if label.kind is BlockKind.PARAGRAPH]
    if draft.heading is not None and says_summary(page.lines[draft.heading].bare):
        return True
    leads = any(page.lines[index].words <= 40 and says_summary(page.lines[index].bare) for index in prose)
    welcomes = any(_WELCOME.search(page.lines[index].text) for index in prose[:2])
    return items >= 2 and (leads or welcomes or not prose)
