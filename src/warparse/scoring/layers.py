"""The layers that the core gives: blocks, cleaning, posts, quotes, figures.

Contract: each scorer takes the text, its annotation and a parse, both in the interchange format, and counts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from warparse.scoring.sameness import bare, iou, is_same_name, span_of, squash, trim
from warparse.scoring.tally import Record, Tally, Test, show, tally_records

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["score_blocks", "score_cleaning", "score_figures", "score_posts", "score_quotes"]

_NEAR_ENOUGH: Final = 0.8
"""Share of overlap from which two spans are one quote."""


def score_blocks(text: str, gold: Record, pred: Record) -> Tally:
    """Count blocks whose span and kind are right; white space at their ends does not matter."""
    given: dict[tuple[int, int], list[Record]] = defaultdict(list)
    for block in _trimmed_blocks(text, pred.get("blocks", [])):
        given[span_of(block)].append(block)
    tally = Tally()
    for block in _trimmed_blocks(text, gold["blocks"]):
        same = given.get(span_of(block))
        found = same.pop(0) if same else None
        if found and found["kind"] == block["kind"]:
            tally.right += 1
        else:
            tally.missed += 1
            tally.spurious += found is not None
            tally.errors.append(show(text, block, "-", f"got {found['kind'] if found else 'other span'}"))
    tally.spurious += sum(map(len, given.values()))
    return tally


def _trimmed_blocks(text: str, blocks: Iterable[Record]) -> list[Record]:
    """Trim blocks; noise beside noise on one line is one block, however it was cut."""
    out: list[Record] = []
    for block in blocks:
        start, end = trim(text, *span_of(block))
        between = text[out[-1]["end"] : start] if out else "\n"
        if out and block["kind"] == out[-1]["kind"] == "noise" and not between.strip() and "\n" not in between:
            out[-1] = {**out[-1], "end": end}
        else:
            out.append({**block, "start": start, "end": end})
    return out


def score_cleaning(text: str, gold: Record, pred: Record) -> Tally:
    """Count characters, white space left out: what was kept of the article, and what of the noise was kept too."""
    due, given = _kept(text, gold["blocks"]), _kept(text, pred.get("blocks", []))
    covered = bytearray(len(text))
    twice = 0
    for block in pred.get("blocks", []):
        start, end = span_of(block)
        twice += sum(covered[start:end])
        covered[start:end] = b"\1" * (end - start)
    tally, lost = Tally(), 0
    for at, character in enumerate(text):
        if not character.isspace():
            tally.right += due[at] and given[at]
            tally.spurious += given[at] and not due[at]
            tally.missed += due[at] and not given[at]
            lost += not covered[at]
    tally.mark("nothing_lost", right=not lost and not twice)
    if lost or twice:
        tally.errors.append(f"! {lost} characters in no block, {twice} in two")
    return tally


def _kept(text: str, blocks: Iterable[Record]) -> bytearray:
    marks = bytearray(len(text))
    for block in blocks:
        if block["kind"] != "noise":
            marks[block["start"] : block["end"]] = b"\1" * (block["end"] - block["start"])
    return marks


def score_posts(text: str, gold: Record, pred: Record) -> Tally:
    """Count posts by where they start."""

    def trimmed(posts: Iterable[Record]) -> list[Record]:
        return [{**post, "start": start, "end": end} for post in posts for start, end in [trim(text, *span_of(post))]]

    tests: dict[str, Test] = {
        "end": lambda due, given: bool(due["end"] == given["end"]),
        "kind": lambda due, given: given.get("kind") in (due["kind"], *due.get("kind_accept", [])),
        "heading": lambda due, given: bare(due.get("heading")) == bare(given.get("heading")),
        "authors": lambda due, given: sorted(due.get("authors", [])) == sorted(given.get("authors", [])),
        "updated": lambda due, given: bool(due.get("updated")) == bool(given.get("updated")),
    }
    return tally_records(
        text,
        trimmed(gold["posts"]),
        trimmed(pred.get("posts", [])),
        lambda due, given: float(due["start"] == given["start"]),
        tests,
    )


def score_quotes(text: str, gold: Record, pred: Record) -> Tally:
    """Count quotes whose spans are nearly the same."""

    def nearness(due: Record, given: Record) -> float:
        shared = iou(span_of(due), span_of(given))
        return shared if shared >= _NEAR_ENOUGH else 0.0

    tests: dict[str, Test] = {
        "form": lambda due, given: given.get("form") in (due["form"], *due.get("form_accept", [])),
        "speaker": lambda due, given: is_same_name(due.get("speaker"), given.get("speaker"), due.get("accept", [])),
    }
    return tally_records(text, gold["quotes"], pred.get("quotes", []), nearness, tests)


def score_figures(text: str, gold: Record, pred: Record) -> Tally:
    """Count figures by their captions."""

    def has_same_credit(due: Record, given: Record) -> bool:
        accepted = (due.get("credit"), *due.get("credit_accept", []))
        return squash(given.get("credit")) in map(squash, accepted)

    tests: dict[str, Test] = {
        "credit": has_same_credit,
        "photographers": lambda due, given: (
            sorted(due.get("photographers", [])) == sorted(given.get("photographers", []))
        ),
        "agencies": lambda due, given: sorted(due.get("agencies", [])) == sorted(given.get("agencies", [])),
    }
    return tally_records(
        text,
        gold["figures"],
        pred.get("figures", []),
        lambda due, given: float(squash(due["caption"]) == squash(given.get("caption"))),
        tests,
    )
