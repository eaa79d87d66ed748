"""Numbered headings: numbers that count a page's sections, not the items of a list.

Contract: such numbers stand apart from each other, over lines that are no items, and run on by one: "1. Talks begin",
three paragraphs, "2. Talks end". Explainers count their parts so, and some live pages their entries.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["mark_sections"]

_FEWEST: Final = 2
"""Sections from which numbers are told to count them."""


def mark_sections(lines: list[Line]) -> list[Line]:
    """Give the marker of a heading to lines whose numbers count sections."""
    numbered = [index for index, line in enumerate(lines) if line.marker == "1"]
    if len(numbered) < _FEWEST or not all(_may_head(lines, index) for index in numbered):
        return lines
    numbers = [_number(lines[index]) for index in numbered]
    if {after - before for before, after in pairwise(numbers)} not in ({1}, {-1}):
        return lines
    marked = list(lines)
    for index in numbered:
        marked[index] = evolve(lines[index], marker="#")
    return marked


def _may_head(lines: list[Line], index: int) -> bool:
    """Tell whether a numbered line may be a heading: as short as one, over a line that is no item."""
    return lines[index].headline and index + 1 < len(lines) and not lines[index + 1].marker


def _number(line: Line) -> int:
    return int("".join(letter for letter in line.text[:2] if letter.isdigit()))
