"""Pictures and videos: caption lines joined to one figure each.

Contract: every caption line belongs to one figure; a caption that stands several times in the
document is one figure, told by its last copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from warparse.model import BlockKind
from warparse.segment.alone import caption_key
from warparse.segment.credits import Credit, find_credit, split_credit, strip_counter

if TYPE_CHECKING:
    from warparse.segment.blocks import Page

__all__ = ["Drawn", "find_figures"]


@define
class Drawn:
    """A figure while its lines are being collected."""

    lines: list[int]
    caption: tuple[int, int] | None
    """The caption's span in the document, without the credit; None if it has none."""
    credit: Credit | None
    run: list[int] = field(factory=list)
    """The last run of its lines."""


def find_figures(page: Page) -> list[Drawn]:
    """Find the figures of a page, in the order of their last copies."""
    figures: dict[str, Drawn] = {}
    pending: list[int] = []
    for index, label in enumerate(page.labels):
        if label.kind is not BlockKind.CAPTION:
            continue
        if pending and not _continues(page, pending[-1], index):
            _close(page, figures, pending)
            pending = []
        pending.append(index)
    if pending:
        _close(page, figures, pending)
    return sorted(figures.values(), key=lambda figure: figure.run[0])


def _continues(page: Page, last: int, index: int) -> bool:
    """Tell whether a caption line goes on with the figure of the one right above it."""
    if index != last + 1:
        return False
    if page.lines[last].text.startswith("![") and not page.lines[index].text.startswith("!["):
        return True
    above, here = page.lines[last].bare, page.lines[index].bare
    credit_above, credit_here = find_credit(above), find_credit(here)
    key_above = caption_key(above[: credit_above[0]] if credit_above else above)
    key_here = caption_key(here[: credit_here[0]] if credit_here else here)
    if key_here == key_above or not key_here or not key_above:
        return True
    return key_here.startswith(key_above[:60]) or key_above.startswith(key_here[:60])


def _close(page: Page, figures: dict[str, Drawn], run: list[int]) -> None:
    caption: tuple[int, int] | None = None
    credit: Credit | None = None
    words = ""
    for index in run:
        line = page.lines[index]
        shift = max(line.text.find(line.bare[:30]), 0)
        found = find_credit(line.bare)
        first = strip_counter(line.bare)
        end = found[0] if found else len(line.bare.rstrip())
        here = line.bare[first:end].rstrip(" *_|/–—-")
        cut = here.endswith("...") or line.text.rstrip("*_ ").endswith(("...", "…"))
        if any(letter.isalnum() for letter in here) and not (cut and caption):
            words = here
            caption = (line.start + shift + first, line.start + shift + first + len(here))
        if found:
            credit = split_credit(line.bare[found[1] : found[2]])
    key = words.lower().strip(" .…") if caption else f"credit:{run[0]}"
    figure = figures.get(key)
    if figure is None:
        figures[key] = Drawn(list(run), caption, credit, list(run))
    else:
        figure.lines += run
        figure.run = list(run)
        figure.caption = caption
        figure.credit = credit or figure.credit
