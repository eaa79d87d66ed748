"""Pictures and videos: caption lines joined to one figure each.

Contract: every caption line belongs to one figure; a caption that stands several times in the
document, whole or cut short, is one figure, told by its last whole copy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from warparse.model import BlockKind
from warparse.segment.credits import Credit, find_house, names_makers, read_credit, split_credit, strip_counter

if TYPE_CHECKING:
    from warparse.segment.lines import Line
    from warparse.segment.page import Page

__all__ = ["Drawn", "find_figures"]

_FILE: Final = regex.compile(r"\S{1,120}\.(?:jpe?g|png|gif|webp|avif|svg)", regex.IGNORECASE)
_LABEL_ALONE: Final = regex.compile(
    r"(?:image|photo|photograph|picture|credit|credits|copyright|image credit|photo credit)(?::|\.\.\.)?",
    regex.IGNORECASE,
)
_CAPTIONED: Final = regex.compile(r"(?:Image|Media|Photo|Picture|Video) caption\b")
"""The label of a caption below its picture's alternative text and credit."""
_ELLIPSIS: Final = ("...", "…")
_SAME: Final = 60
"""Characters by which two copies of a caption are known to be of one picture."""
_CUT: Final = 20
"""Fewest characters of a caption cut short by which its whole is known."""
_SCRIPTED: Final = re.compile(r"\s[–-]\s[^–-]{2,40}, \d{3,4}, \d{1,2}[./]\d{1,2}[./]\d{4}$")
"""What a page's script puts behind a caption: site, width in pixels, day."""
_LINES: Final = 3
"""Lines of words that may follow a credit: an alternative text, its copy, the caption."""
_ALTERNATIVE: Final = 16
"""Words up to which a line may be the alternative text of the credited caption below it."""


@define
class Drawn:
    """A figure while its lines are being collected."""

    lines: list[int]
    caption: tuple[int, int] | None
    """The caption's span in the document, without the credit; None if it has none."""
    credit: Credit | None
    run: list[int] = field(factory=list)
    """The last run of its lines."""


@frozen
class _Read:
    """A caption line as it reads: its words and its credit."""

    words: str
    span: tuple[int, int]
    credit: str
    cut: bool

    @property
    def key(self) -> str:
        return self.words.rstrip(" .…").lower()


def find_figures(page: Page) -> list[Drawn]:
    """Find the figures of a page, in the order of their last copies."""
    read = {
        index: _read_with(page, index) for index, label in enumerate(page.labels) if label.kind is BlockKind.CAPTION
    }
    for index in read:
        if index - 1 in read:
            _read_below(page, index, read)
    runs: list[list[int]] = []
    for index in read:
        beside = runs and (index == runs[-1][-1] + 1 or _parted_by_noise(page, runs[-1][-1], index))
        if beside and _continues(page, runs[-1], index, read):
            runs[-1].append(index)
        else:
            runs.append([index])
    figures: dict[str, Drawn] = {}
    above: Drawn | None = None
    for run in runs:
        if above is None or not _repeats_credit(page, above, run, read):
            above = _add(figures, run, read)
    _join_cut(figures)
    return sorted(figures.values(), key=lambda figure: figure.run[0])


def _read_with(page: Page, index: int) -> _Read:
    """Read a caption line with what the markup tells of its credit, where the line's own words tell of none."""
    read, hint, line = _read(page.lines[index]), page.hint(index), page.lines[index]
    if hint is None or not hint.credit or read.credit:
        return read
    at = line.text.rfind(hint.credit)
    words = line.text[: max(at, 0)].rstrip(" *_|/–—-")
    return _Read(words, (line.start, line.start + len(words)), hint.credit, cut=False)


def _parted_by_noise(page: Page, above: int, index: int) -> bool:
    """Tell whether only words that the page hides stand between two lines of one picture."""
    hint, hint_above = page.hint(index), page.hint(above)
    if hint is None or hint_above is None or hint.picture is None or hint.picture != hint_above.picture:
        return False
    return all(label.kind is BlockKind.NOISE for label in page.labels[above + 1 : index])


def _repeats_credit(page: Page, above: Drawn, run: list[int], read: dict[int, _Read]) -> bool:
    """Join a credit alone to the figure above of the same credit, where only furniture stands between them."""
    credit = read[run[0]].credit
    if len(run) > 1 or not credit or read[run[0]].words or above.credit is None or above.credit.text != credit:
        return False
    if any(label.kind is not BlockKind.NOISE for label in page.labels[above.lines[-1] + 1 : run[0]]):
        return False
    above.lines += run
    return True


def _read_below(page: Page, index: int, read: dict[int, _Read]) -> None:
    """Read a caption line again in the light of the one above it: as a credit alone, or as a copy with a credit behind it."""
    line, above, here = page.lines[index], read[index - 1], read[index]
    bare = line.bare
    below_caption = above.words and not (above.credit or here.credit) and names_makers(bare)
    if below_caption or _LABEL_ALONE.fullmatch(page.lines[index - 1].bare):  # "Credit..." on a line of its own
        read[index] = _Read("", (line.start, line.start), bare, cut=False)
    elif len(above.words) > _CUT and here.words.startswith(above.words) and not here.credit:
        rest = here.words[len(above.words) :].strip(" .|/–—-()[]")
        if names_makers(rest):
            start = here.span[0]
            read[index] = _Read(above.words, (start, start + len(above.words)), rest, cut=False)


def _read(line: Line) -> _Read:
    """Read a caption line: without counter, label, credit, and the name of a picture's file."""
    text = _SCRIPTED.sub("", line.bare)
    if _FILE.fullmatch(text) or _LABEL_ALONE.fullmatch(text):
        return _Read("", (line.start, line.start), "", cut=False)
    shift = max(line.text.find(text[:30]), 0)
    house = find_house(text)
    found = read_credit(text)
    first = house or strip_counter(text)
    end = found[0] if found else len(text.rstrip())
    words = text[first:end].rstrip(" *_|/–—-")
    span = (line.start + shift + first, line.start + shift + first + len(words))
    credit = text[found[1] : found[2]] if found else text[:house]
    if words == credit:  # "Getty ImagesCopyright: Getty Images"
        words = ""
    return _Read(
        words if any(map(str.isalnum, words)) else "",
        span,
        credit,
        words.endswith(_ELLIPSIS) or line.text.rstrip("*_ ").endswith(_ELLIPSIS),
    )


def _continues(page: Page, run: list[int], index: int, read: dict[int, _Read]) -> bool:
    """Tell whether a caption line goes on with the figure of the lines right above it."""
    hint, hint_above = page.hint(index), page.hint(run[-1])
    if hint and hint_above and hint.picture is not None and hint_above.picture is not None:
        return hint.picture == hint_above.picture
    above, here = read[run[-1]], read[index]
    if _CAPTIONED.match(page.lines[index].bare) or (
        page.lines[run[-1]].text.startswith("![") and not page.lines[index].text.startswith("![")
    ):
        return True
    if not read[run[0]].words and read[run[0]].credit:  # the credit stands first, as where a page's script read it out
        return bool(here.words) and here.credit in ("", read[run[0]].credit) and len(run) <= _LINES
    if not here.words or not above.words:
        credits_above = {read[other].credit for other in run[-_LINES:]} - {""}
        return (not here.words and (not credits_above or here.credit in credits_above)) or not (
            above.words or above.credit
        )
    if here.key == above.key or here.key.startswith(above.key[:_SAME]) or above.key.startswith(here.key[:_SAME]):
        return True
    if find_house(page.lines[run[0]].bare):
        return not here.credit and len(run) <= _LINES
    if above.credit or above.words[-1] in ".!?" or len({read[other].key for other in run[-_LINES:]}) > 1:
        return False
    return len(run) > 1 or (bool(here.credit) and len(above.words.split()) <= _ALTERNATIVE)  # an alternative text


def _add(figures: dict[str, Drawn], run: list[int], read: dict[int, _Read]) -> Drawn:
    """Make the figure of a run of caption lines, or join it to the one that it copies; give the figure."""
    told = [read[index] for index in run if read[index].words]
    whole = [line for line in told if not line.cut] or told
    credited = [read[index].credit for index in run if read[index].credit]
    credit = split_credit(credited[-1]) if credited else None
    key = whole[-1].key if whole else f"credit:{credited[-1] if credited else run[0]}"
    figure = figures.get(key)
    if figure is None:
        figures[key] = figure = Drawn(list(run), whole[-1].span if whole else None, credit, list(run))
    else:
        figure.lines += run
        figure.run = list(run)
        figure.caption = whole[-1].span if whole else None
        figure.credit = credit or figure.credit
    return figure


def _join_cut(figures: dict[str, Drawn]) -> None:
    """Join captions that a scraper cut short to the whole ones that begin with them."""
    longer = ""
    for key in sorted(figures, reverse=True):  # what begins with a key sorts right behind it
        if len(key) >= _CUT and longer.startswith(key):
            cut = figures.pop(key)
            figures[longer].lines += cut.lines
            figures[longer].credit = figures[longer].credit or cut.credit
        else:
            longer = key
