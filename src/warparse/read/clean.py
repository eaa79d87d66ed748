"""Cleaned text: what a reader would see of a block, with a map back to the input.

Contract: total and deterministic; the map is monotone. Cleaning mends (see `mend`), folds white
space to single spaces, and leaves out the list marker and the marks of markdown.
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import frozen

from warparse.read.mend import mend
from warparse.read.offsets import OffsetMap, Rewriter

__all__ = ["MARKER", "Cleaned", "clean"]

# What may stand before a line's first word: bullets, "1." and "2)", "#" of a heading, ">" of a quotation.
MARKER: Final = regex.compile(r"(?:[ ]*(?:[•‣◦▪●■·∙*+>–—-]|\#{1,6}|\d{1,2}[.)])[ ]+|[ ]*[•‣▪●■])+")
# Links lose their address, pairs of stars and underscores their marks. Every repeat is bounded by a
# character that it excludes, so none can backtrack badly.
_MARKS: Final = regex.compile(
    r"!?\[(?P<label>[^\[\]\n]{0,300})\]\((?:[^()\s]{0,2000})\)"
    r"|(?P<mark>\*{2,3}|(?<!\w)_{1,2}(?=\w|[\"'“‘«])|(?<=[\w.!?,;:…\"'”’»])_{1,2}(?!\w))"
    r"|(?P<space>\s+)"
)


@frozen
class Cleaned:
    """A piece of the input as a reader would see it."""

    text: str
    """The cleaned text."""
    _offsets: tuple[OffsetMap, ...]

    def to_source(self, position: int) -> int:
        """Give the code point of the input that a position in the cleaned text came from.

        Args:
            position: 0 to `len(text)`.

        Raises:
            IndexError: the position lies outside the cleaned text.
        """
        if not 0 <= position <= len(self.text):
            raise IndexError(f"position {position} is outside a cleaned text of {len(self.text)} characters")
        for offsets in self._offsets:
            position = offsets.to_source(position)
        return position

    def from_source(self, offset: int) -> int:
        """Give the position in the cleaned text of a code point of the input; of what is left out, where it stood."""
        for offsets in reversed(self._offsets):
            offset = offsets.to_mended(offset)
        return min(max(offset, 0), len(self.text))


def clean(text: str, start: int, end: int, *, marker: bool = True) -> Cleaned:
    """Clean `text[start:end]`.

    Args:
        text: the input.
        start: first code point of the piece.
        end: one past its last code point.
        marker: leave out what marks the line (bullet, number, "#", ">").

    >>> clean("•  a&amp;b **c**", 0, 16).text
    'a&b c'
    """
    mended, inner = mend(text[start:end])
    rewriter = Rewriter(mended)
    found = MARKER.match(mended) if marker else None
    first = found.end() if found else len(mended) - len(mended.lstrip())
    last = len(mended.rstrip())
    if first >= last:
        first = len(mended) - len(mended.lstrip())
    rewriter.replace(0, first, "")
    for mark in _MARKS.finditer(mended, first, max(first, last)):
        if mark["space"]:
            if mark["space"] != " ":
                rewriter.replace(mark.start(), mark.end(), " ")
        elif mark["mark"]:
            rewriter.replace(mark.start(), mark.end(), "")
        else:
            rewriter.replace(mark.start(), mark.start("label"), "")
            rewriter.replace(mark.end("label"), mark.end(), "")
    rewriter.replace(max(first, last), len(mended), "")
    cleaned, outer = rewriter.finish()
    shift = OffsetMap((0,), (start,), (True,))
    return Cleaned(cleaned, (outer, inner, shift))
