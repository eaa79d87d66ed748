"""Maps from the positions of a rewritten text back to those of the text that it was made from.

Contract: maps are monotone and total: every position of the rewritten text, its end included, has
one position in the original; where a piece was replaced, all its positions lead to where the
original piece starts.
"""

from __future__ import annotations

from bisect import bisect_right

from attrs import field, frozen

__all__ = ["IDENTITY", "OffsetMap", "Rewriter"]


@frozen
class OffsetMap:
    """Where each position of a rewritten text stood in the original."""

    starts: tuple[int, ...] = ()
    """Positions in the rewritten text at which a run starts, ascending; empty for the identity."""
    sources: tuple[int, ...] = ()
    """The original position of each run's start."""
    copied: tuple[bool, ...] = field(default=(), repr=False)
    """Whether the run is the original's own text (positions run on) or a replacement (they don't)."""

    def to_source(self, position: int) -> int:
        """Give the original position of a position in the rewritten text.

        >>> OffsetMap((0, 1), (0, 5), (False, True)).to_source(2)
        6
        """
        if not self.starts:
            return position
        run = max(bisect_right(self.starts, position) - 1, 0)
        into = position - self.starts[run] if self.copied[run] else 0
        return self.sources[run] + max(into, 0)

    def to_mended(self, position: int) -> int:
        """Give the position in the rewritten text of a position of the original; of a replaced piece, where it starts.

        >>> OffsetMap((0, 1), (0, 5), (False, True)).to_mended(6)
        2
        """
        if not self.starts:
            return position
        run = max(bisect_right(self.sources, position) - 1, 0)
        into = position - self.sources[run] if self.copied[run] else 0
        return self.starts[run] + max(into, 0)


IDENTITY = OffsetMap()


class Rewriter:
    """Collects the pieces of a rewritten text together with its map; used once, then thrown away."""

    def __init__(self, text: str, base: int = 0) -> None:
        """Start rewriting `text`, whose first character stands at `base` of the original."""
        self._text = text
        self._base = base
        self._done = 0
        self._length = 0
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, bool]] = []

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Copy what stands before `start`, then put `replacement` for `text[start:end]`."""
        self._copy_to(start)
        if replacement:
            self._runs.append((self._length, self._base + start, False))
            self._pieces.append(replacement)
            self._length += len(replacement)
        self._done = end

    def finish(self) -> tuple[str, OffsetMap]:
        """Copy the rest and give the rewritten text and its map."""
        self._copy_to(len(self._text))
        self._runs.append((self._length, self._base + len(self._text), True))
        starts, sources, copied = zip(*self._runs, strict=True)
        return "".join(self._pieces), OffsetMap(starts, sources, copied)

    def _copy_to(self, end: int) -> None:
        if end > self._done:
            self._runs.append((self._length, self._base + self._done, True))
            self._pieces.append(self._text[self._done : end])
            self._length += end - self._done
            self._done = end
