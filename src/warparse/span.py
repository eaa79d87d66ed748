"""Spans: half-open ranges of code points in the input.

Contract: `start <= end`; every function is pure and total on any text.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Span", "trim"]


class Span(NamedTuple):
    """A range `[start, end)` of code points in the text as it was handed in."""

    start: int
    end: int


def trim(text: str, start: int, end: int) -> Span:
    """Leave out the white space at both ends of a span.

    Args:
        text: the text that the span points into.
        start: first code point of the span.
        end: one past its last code point.

    Returns:
        The trimmed span; an empty one at `start` where all of it is white space.

    >>> trim("  a b ", 0, 6)
    Span(start=2, end=5)
    """
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return Span(start, start)
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, left + len(stripped))
