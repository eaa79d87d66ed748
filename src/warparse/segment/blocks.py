"""Lines to labelled lines: the sieve in its order, from what is sure to what only place can tell.

Contract: every line gets exactly one label; deterministic and linear.
"""

from __future__ import annotations

from attrs import frozen

from warparse.model import BlockKind
from warparse.segment.alone import label_alone, label_captions
from warparse.segment.body import label_body, label_standfirst
from warparse.segment.labels import Label, Labels, is_content, noise
from warparse.segment.lines import Line, split_lines
from warparse.segment.live import is_live, says_summary
from warparse.segment.noise import find_phrases
from warparse.segment.page import find_body, find_title, label_footer, label_header, label_key_points, split_site
from warparse.segment.runs import label_runs

__all__ = ["Page", "segment"]


@frozen
class Page:
    """A text's lines, each with its label, and what they tell of the whole."""

    lines: list[Line]
    """The lines, in order."""
    labels: list[Label]
    """A label for each line."""
    title: int | None
    """Index of the title's line; None if the scraper lost it."""
    live: bool
    """Whether the text is a live blog."""
    evidence: str
    """What told whether it is one."""


def segment(text: str) -> Page:
    """Label every line of a mended text."""
    lines = split_lines(text)
    labels = label_alone(lines, find_phrases(text, lines))
    label_captions(lines, labels)
    body, end = find_body(lines, labels)
    guess = find_title(lines, labels, body)
    live, evidence = is_live(lines, labels, None if guess is None else lines[guess].text, body, end)
    title = find_title(lines, labels, body, headed=live and _is_headed(lines, labels, body, end), live=live)
    if end and title is not None and split_site(lines, labels, title):
        body, end = body + 1, end + 1
    if end:
        label_key_points(lines, labels, end)
        label_header(lines, labels, body, title, live=live)
        body = label_standfirst(lines, labels, body, end)
        end = _extend(lines, labels, end)
        label_body(lines, labels, body, end, live=live)
        label_footer(lines, labels, end)
        label_runs(lines, labels, live=live)
    return Page(
        lines,
        [label or _leftover(line) for line, label in zip(lines, labels, strict=True)],
        title if end else None,
        live,
        evidence,
    )


def _is_headed(lines: list[Line], labels: Labels, body: int, end: int) -> bool:
    """Tell whether the body has headings of its own that are as long as headlines."""
    count = sum(
        1
        for index in range(body + 1, end)
        if labels[index] is None
        and lines[index].headline
        and lines[index].words >= 6
        and index + 1 < end
        and is_content(lines[index + 1], labels[index + 1])
    )
    return count >= 2


def _extend(lines: list[Line], labels: Labels, end: int) -> int:
    """Take what stands right behind the last prose into the body: a mark, a picture, short sentences, a list's items."""
    while (
        end < len(lines)
        and (label := labels[end]) is not None
        and label.kind in (BlockKind.TIMESTAMP, BlockKind.CAPTION)
    ):
        end += 1
    while (
        end < len(lines)
        and labels[end] is None
        and _closes(lines[end])
        and lines[end].words >= 3
        and lines[end].gap <= 2
    ):
        end += 1
    if lines[end - 1].final == ":" and labels[end - 1] is None and says_summary(lines[end - 1].text[-200:]):
        while end < len(lines) and labels[end] is None and lines[end].words >= 3:
            end += 1
    return end


def _closes(line: Line) -> bool:
    """Tell whether a line is a sentence, or an aside in brackets."""
    return line.ended or (line.text[0] == "(" and line.text[-1] == ")")


def _leftover(line: Line) -> Label:
    """Label a line of a text that has no prose at all."""
    if line.words >= 5 or line.ended:
        return Label(BlockKind.PARAGRAPH, "prose.alone")
    return noise("other", "page.no-prose")
