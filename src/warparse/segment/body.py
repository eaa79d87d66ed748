"""Inside the article's body: prose, headings, bylines, and the furniture that interrupts it.

Contract: labels every line between the body's first and last; a short line is judged by what stands
beside it. Headings lead to prose; teasers come in runs or between furniture; a line that begins in
the middle of a sentence goes on with the one above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from warparse.model import BlockKind
from warparse.segment.bylines import is_biography, is_name
from warparse.segment.labels import Label, Labels, is_noise, noise
from warparse.segment.live import says_summary, shares_words
from warparse.segment.page import is_unfinished

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["label_body", "label_standfirst"]

_SUBHEADING: Final = 10
"""Words up to which a lone label inside one article is its sub-heading; longer ones link to other stories."""
_LINK_WORDS: Final = 3
_HEADLINE: Final = 3
"""Words from which a line can share a subject with the prose below it."""
_TEASER_RUN: Final = 3
_LEAD_IN: Final = regex.compile(r"(?:In (?:some |the )?other|Here(?:[’']s| is| are)|Elsewhere|Meanwhile)\b")
_TEASED: Final = 4
"""Words from which a headline may tease another story."""
_STAMPED: Final = (BlockKind.TIMESTAMP, BlockKind.BYLINE)


def label_standfirst(lines: list[Line], labels: Labels, body: int, end: int) -> int:
    """Label the first prose as the standfirst where a byline, a time or furniture follows and then the body.

    Returns:
        The index at which the body begins after it.
    """
    before = labels[body - 1] if body else None
    if before is None or before.kind not in (BlockKind.TITLE, BlockKind.TIMESTAMP, BlockKind.STANDFIRST):
        return body
    for length in (1, 2):
        last = body + length
        if last >= end or any(labels[index] is not None or lines[index].marker for index in range(body, last)):
            return body
        after = labels[last]
        if after is None:
            continue
        follows = last
        while (
            follows < end
            and (label := labels[follows]) is not None
            and label.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        ):
            follows += 1
        header = [label for label in labels[last:follows] if label is not None]
        header_like = any(label.kind in (BlockKind.TIMESTAMP, BlockKind.BYLINE) for label in header) or is_noise(after)
        promoted = all(label.reason is not None and label.reason.value == "promotion" for label in header)
        if not header_like or promoted or (before.kind is BlockKind.TIMESTAMP and not is_noise(after)):
            return body
        for index in range(body, last):
            labels[index] = Label(BlockKind.STANDFIRST, "page.standfirst")
        return last
    return body


def label_body(lines: list[Line], labels: Labels, first: int, end: int, *, live: bool) -> None:
    """Label every line of the body that has no label yet."""
    _reclaim(lines, labels, first, end)
    entry_bullets = live and _bullets_mark_entries(lines, labels, first, end)
    headings: list[int] = []
    _label_broken(lines, labels, first, end)
    numbered = _numbers_head_entries(lines, labels, first, end) if live else False
    for index in range(first, end):
        if labels[index] is not None:
            continue
        line = lines[index]
        if line.marker == "#" or (numbered and line.marker == "1" and not line.ended):
            labels[index] = Label(BlockKind.HEADING, "heading.mark", "#")
        elif line.marker and not entry_bullets and line.marker != ">":
            labels[index] = Label(BlockKind.LIST_ITEM, "list.marker", line.marker)
        elif line.prose:
            labels[index] = Label(BlockKind.PARAGRAPH, "prose")
        elif index + 1 < end and line.words >= _TEASED and _is_teased(lines, labels, index):
            labels[index] = noise("promotion", "body.teaser", "the beginning of another story below")
            labels[index + 1] = noise("promotion", "body.excerpt", "broken off by an ellipsis")
        elif _goes_on(lines, labels, index):
            labels[index] = Label(BlockKind.PARAGRAPH, "prose.goes-on", "the sentence above is not finished")
        elif (
            line.final in (":", ".", "!", "…", ",", ";")
            or line.narrated
            or _LEAD_IN.match(line.bare)
            or _is_speech(line.text)
        ):
            labels[index] = Label(BlockKind.PARAGRAPH, "prose.short")
        elif is_name(line.bare) and _is_author(lines, labels, index):
            labels[index] = Label(BlockKind.BYLINE, "byline.name")
        else:
            headings.append(index)
    _label_listed(lines, labels, headings)
    _label_headings(lines, labels, [index for index in headings if labels[index] is None], live=live)


def _reclaim(lines: list[Line], labels: Labels, first: int, end: int) -> None:
    """Take back headings that begin like a link elsewhere ("In pictures: ..."): right behind a time, right above prose."""
    for index in range(max(first, 1), end - 1):
        label, above = labels[index], labels[index - 1]
        if (
            label is not None
            and label.rule == "noise.prefix"
            and above is not None
            and above.rule == "stamp"
            and labels[index + 1] is None
            and lines[index + 1].prose
        ):
            labels[index] = Label(BlockKind.HEADING, "heading.timed", "between a time and prose")


def _is_teased(lines: list[Line], labels: Labels, index: int) -> bool:
    """Tell whether a headline stands above the beginning of its own story, broken off by an ellipsis."""
    below = lines[index + 1]
    cut = below.text.rstrip("*_ ").endswith(("...", "…")) and below.text.rstrip("*_ .…")[-1:] not in ".!?"
    return lines[index].headline and cut and labels[index + 1] is None and below.words >= 12 and index + 2 < len(lines)


def _is_speech(text: str) -> bool:
    """Tell whether a line is all one quotation."""
    return text[0] in '“«"' and text[-1] in '”»"' and not any(mark in text[1:-1] for mark in '”»"')


def _label_broken(lines: list[Line], labels: Labels, first: int, end: int) -> None:
    """Label lines that a link broke off: the next line goes on in the middle of the sentence, or is the link's few words."""
    below_broken = False
    for index in range(end - 2, first - 1, -1):
        line, below = lines[index], lines[index + 1]
        joined = below.gap == 1 and not below.marker and not is_noise(labels[index + 1])
        goes_on = joined and (below.bare[:1].islower() or below.bare[:1] in ",;")
        linked = below_broken and joined and below.words <= _LINK_WORDS
        below_broken = (
            labels[index] is None and not line.ended and not line.marker and line.final != ":" and (goes_on or linked)
        )
        if below_broken:
            labels[index] = Label(BlockKind.PARAGRAPH, "prose.broken", "the line below goes on")


def _numbers_head_entries(lines: list[Line], labels: Labels, first: int, end: int) -> bool:
    """Tell whether numbers mark the headings of a live blog's entries: each stands alone above prose."""
    marked = [index for index in range(first, end - 1) if labels[index] is None and lines[index].marker == "1"]
    alone = [index for index in marked if not lines[index + 1].marker and not lines[index].ended]
    return len(alone) >= 2 and len(alone) * 4 >= len(marked) * 3


def _bullets_mark_entries(lines: list[Line], labels: Labels, first: int, end: int) -> bool:
    """Tell whether bullets merely mark each entry of a live blog: they stand apart from each other, all along it."""
    marked = [
        index for index in range(first, end) if labels[index] is None and lines[index].marker in ("•", "*", "-", "–")
    ]
    prose = sum(1 for index in range(first, end) if labels[index] is None and lines[index].prose)
    beside = sum(1 for index in marked if index + 1 < end and lines[index + 1].marker)
    return len(marked) >= 4 and len(marked) * 5 >= prose and beside * 5 <= len(marked)


def _goes_on(lines: list[Line], labels: Labels, index: int) -> bool:
    line = lines[index]
    above = index - 1
    while above >= 0 and is_noise(labels[above]) and index - above <= 2:
        above -= 1
    if (
        above < 0
        or (label := labels[above]) is None
        or label.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
    ):
        return line.bare[:1].islower()
    if line.bare[:1].islower() or line.bare[:1] in ",;":
        return True
    if lines[above].ended or lines[above].final == ":" or (line.gap > 1 and not is_unfinished(lines[above])):
        # a short line above that broke off leaves this one to go on, if it is short as well
        return is_unfinished(line) and line.gap <= 1 and line.words <= 8
    return is_unfinished(lines[above]) or line.words <= 4


def _is_author(lines: list[Line], labels: Labels, index: int) -> bool:
    """Tell whether a bare name opens a post: doubled, with its biography, or between a heading or a time and prose."""
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    before = lines[index - 1] if index else None
    if any(other is not None and (other.key == line.key or is_biography(other.bare)) for other in (after, before)):
        return True
    above, below = (labels[index - 1] if index else None), (labels[index + 1] if index + 1 < len(labels) else None)
    if any(label is not None and label.kind in _STAMPED for label in (above, below)):
        return True
    headed = before is not None and labels[index - 1] is None and before.headline and before.words >= 3
    return headed and after is not None and after.prose


def _label_listed(lines: list[Line], labels: Labels, found: list[int]) -> None:
    """Label headline-like lines right behind a lead-in to a list as its items."""
    for index in found:
        above = labels[index - 1] if index else None
        if above is None:
            continue
        listed = above.rule == "list.listed" or (
            above.kind is BlockKind.PARAGRAPH
            and lines[index - 1].final == ":"
            and says_summary(lines[index - 1].text[-200:])
        )
        if listed and lines[index].words >= 3:
            labels[index] = Label(BlockKind.LIST_ITEM, "list.listed", "behind a lead-in to a list")


def _label_headings(lines: list[Line], labels: Labels, found: list[int], *, live: bool) -> None:
    """Label the headline-like lines that are left: headings lead to prose, teasers come in runs or among furniture."""
    at = 0
    while at < len(found):
        run = [found[at]]
        while at + len(run) < len(found) and _joined(labels, run[-1], found[at + len(run)]):
            run.append(found[at + len(run)])
        at += len(run)
        for index in run:
            labels[index] = _judge_heading(lines, labels, run, index, live=live)


def _joined(labels: Labels, left: int, right: int) -> bool:
    return all(is_noise(labels[between]) for between in range(left + 1, right)) and right - left <= 2


def _judge_heading(lines: list[Line], labels: Labels, run: list[int], index: int, *, live: bool) -> Label:
    line = lines[index]
    above = labels[run[0] - 1] if run[0] else None
    below = labels[run[-1] + 1] if run[-1] + 1 < len(labels) else None
    prose_below = run[-1] == index and below is not None and below.kind is BlockKind.PARAGRAPH
    if (
        prose_below
        and line.words >= _HEADLINE
        and shares_words(line, lines[index + 1])
        and (live or line.words <= _SUBHEADING)
    ):
        return Label(BlockKind.HEADING, "heading.shared", "its words recur in the prose below")
    if is_noise(above) and (is_noise(below) or below is None):
        return noise("promotion", "body.teaser", "between furniture")
    if len(run) >= _TEASER_RUN and not (live and len(run) == _TEASER_RUN and says_summary(lines[run[0]].text)):
        return noise("promotion", "body.teasers", f"{len(run)} headlines in a row")
    if below is None or (is_noise(below) and above is not None and not is_noise(above) and not live):
        return noise("promotion", "body.teaser", "no prose follows")
    if not live and line.words > _SUBHEADING and not line.text.endswith("?"):
        return noise("promotion", "body.teaser", "a whole headline inside an article")
    return Label(BlockKind.HEADING, "heading.place", "a label above prose")
