"""Noise that keeps the gold true: changes of a rendered text that change what a right parser tells in a known way.

Contract: each is a function from a `Rendered` to a new one. A text is cut into stretches that are kept, replaced,
put in or moved; every offset of the gold follows the stretch that it stands in. Works on any text with a gold, also
on documents annotated by hand.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import frozen

from warparse.testing.gold import Record, refreshed
from warparse.testing.rendering import Rendered
from warparse.testing.settings import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = [
    "TRANSFORMS",
    "Stretch",
    "edited",
    "flattened",
    "glued",
    "mojibake",
    "prefixed",
    "rewritten",
    "with_captions_repeated",
    "with_crlf",
    "with_entities",
    "with_hard_spaces",
    "with_noise",
    "with_posts_ordered",
    "with_quotation_marks",
]

_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_NOISE: Final = ("Accept all cookies", "Sign up for our newsletter")
_DIGIT_SPACE: Final = re.compile(r"(?<=\w)[ ](?=\w)")
_CURLY: Final = re.compile("[“”‘’–é]")
_ENTITIES: Final = {"“": "&ldquo;", "”": "&rdquo;", "‘": "&lsquo;", "’": "&rsquo;", "–": "&ndash;"}
_OPEN: Final = frozenset("“‘\"'«„")
_CLOSE: Final = frozenset("”’\"'»“")
_SENTENCE_END: Final = '.!?”"'


@frozen
class Stretch:
    """A stretch of a text, and what becomes of it."""

    start: int
    """First code point of it in the text as it was."""
    end: int
    """One past its last; the same as the first where something new is put in."""
    new: str | None = None
    """What stands instead; None where it is kept."""
    kind: Record | None = None
    """The block that new text makes; None where it belongs to blocks around it, or to none."""


def rewritten(rendered: Rendered, stretches: Iterable[Stretch]) -> Rendered:
    """Put a text together anew.

    Args:
        rendered: the text with its gold.
        stretches: all of the text in any order, and what is put between; none overlaps another.

    Returns:
        The new text; offsets stand where the code points stand that they stood at, or, inside what was replaced, at its
        edges.
    """
    parts: list[str] = []
    moved: list[tuple[int, int, int, int, bool]] = []
    blocks: list[Record] = []
    at = 0
    for stretch in stretches:
        text = rendered.text[stretch.start : stretch.end] if stretch.new is None else stretch.new
        if stretch.kind is not None:
            start = at + len(text) - len(text.lstrip())
            blocks.append({"post": None, **stretch.kind, "start": start, "end": at + len(text.rstrip())})
        if stretch.start < stretch.end:
            moved.append((stretch.start, stretch.end, at, at + len(text), stretch.new is None))
        parts.append(text)
        at += len(text)
    moved.sort()
    text = "".join(parts)
    return Rendered(text, refreshed(rendered.text, rendered.gold, text, _mover(moved), blocks))


def _mover(moved: list[tuple[int, int, int, int, bool]]) -> Callable[[int, int], tuple[int, int]]:
    """Make a function from a span of the old text to one of the new."""
    starts = [stretch[0] for stretch in moved]

    def find(code_point: int) -> tuple[int, int, int, int, bool]:
        return moved[bisect_right(starts, code_point) - 1]

    def move(start: int, end: int) -> tuple[int, int]:
        old, _, new, _, kept = find(start)
        first = new + start - old if kept else new
        old, _, new, stop, kept = find(end - 1)
        return first, (new + end - old if kept else stop)

    return move


def edited(rendered: Rendered, edits: Iterable[Stretch]) -> Rendered:
    """Make edits in the order of the text and keep all between them."""
    stretches: list[Stretch] = []
    at = 0
    for edit in edits:
        if at < edit.start:
            stretches.append(Stretch(at, edit.start))
        stretches.append(edit)
        at = edit.end
    stretches.append(Stretch(at, len(rendered.text)))
    return rewritten(rendered, stretches)


def _replaced(rendered: Rendered, pattern: re.Pattern[str], new: Callable[[str], str]) -> Rendered:
    found = pattern.finditer(rendered.text)
    return edited(rendered, [Stretch(*match.span(), new(match.group())) for match in found])


# -- white space and characters -----------------------------------------------------------------


def with_crlf(rendered: Rendered) -> Rendered:
    """End lines as Windows does."""
    return _replaced(rendered, re.compile(r"(?<!\r)\n"), lambda _: "\r\n")


def flattened(rendered: Rendered) -> Rendered:
    """Lose the blank lines."""
    return _replaced(rendered, _BLANK, lambda _: "\n")


def with_hard_spaces(rendered: Rendered) -> Rendered:
    """Put a non-breaking space for every fifth space between words."""
    found = list(_DIGIT_SPACE.finditer(rendered.text))[::5]
    return edited(rendered, [Stretch(*match.span(), "\u00a0") for match in found])


def mojibake(rendered: Rendered) -> Rendered:
    """Read the UTF-8 of curly marks, dashes and accents as Windows-1252, as a careless program does."""

    def broken(letter: str) -> str:
        return "".join(_read_byte(byte) for byte in letter.encode("utf-8"))

    return _replaced(rendered, _CURLY, broken)


def _read_byte(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:  # five bytes are nothing in Windows-1252; programs let them through
        return chr(byte)


def with_entities(rendered: Rendered) -> Rendered:
    """Leave the marks of quotations as HTML entities."""
    return _replaced(rendered, re.compile("[“”‘’–]"), lambda letter: _ENTITIES[letter])


# -- what stands around and between -------------------------------------------------------------


def prefixed(rendered: Rendered, text: str = "\n\n") -> Rendered:
    """Put text and a clear break before all; text that is not white space is a noise block.

    Args:
        rendered: the text with its gold.
        text: what comes first, one line with the break behind it.
    """
    kind = {"kind": "noise", "reason": "other"} if text.strip() else None
    return edited(rendered, [Stretch(0, 0, text, kind)])


def with_noise(rendered: Rendered, lines: Sequence[str] = _NOISE) -> Rendered:
    """Put a site's furniture between posts, and below all.

    Args:
        rendered: the text with its gold.
        lines: the furniture, a line for each place.
    """
    starts = [post["start"] for post in rendered.gold["posts"][1:]]
    whole_line = [at for at in starts if rendered.text[:at].endswith("\n")]
    kind = {"kind": "noise", "reason": "interface"}
    end = len(rendered.text.rstrip())
    edits = [Stretch(at, at, f"{line}\n", kind) for at, line in zip(whole_line, lines[:-1], strict=False)]
    return edited(rendered, [*edits, Stretch(end, end, f"\n{lines[-1]}", kind)])


def with_captions_repeated(rendered: Rendered) -> Rendered:
    """Put the caption of each picture before it once more."""
    text = rendered.text
    edits = []
    for block in rendered.gold["blocks"]:
        if block["kind"] == "caption" and text[: block["start"]].endswith("\n"):
            words = text[block["start"] : block["end"]]
            kind = {"kind": "caption", "reason": None, "post": block["post"]}
            edits.append(Stretch(block["start"], block["start"], f"{words}\n", kind))
    repeated = edited(rendered, edits)
    for figure in repeated.gold["figures"]:
        ends = {block["end"]: block["start"] for block in repeated.gold["blocks"] if block["kind"] == "caption"}
        while figure["start"] - 1 in ends:
            figure["start"] = ends[figure["start"] - 1]
    return repeated


def glued(rendered: Rendered, every: int = 2) -> Rendered:
    """Lose the line break before every so manieth paragraph that follows a whole sentence in its post.

    Args:
        rendered: the text with its gold.
        every: how many paragraphs of which one hangs on the one above.
    """
    blocks = rendered.gold["blocks"]
    joints = [
        (above["end"], block["start"])
        for above, block in itertools.pairwise(blocks)
        if above["kind"] == block["kind"] == "paragraph"
        and above["post"] == block["post"]
        and rendered.text[above["end"] - 1] in _SENTENCE_END
        and rendered.text[block["start"]].isupper()
    ]
    return edited(rendered, [Stretch(start, end, "") for start, end in joints[::every] if start < end])


def with_posts_ordered(rendered: Rendered, order: Callable[[int], Sequence[int]] | None = None) -> Rendered:
    """Put the posts of a live blog in another order.

    Args:
        rendered: the text with its gold.
        order: gives the indices of so many posts in their new order; None turns them round.
    """
    posts = rendered.gold["posts"]
    if len(posts) < 2:
        return rendered
    starts = [post["start"] for post in posts]
    last = posts[-1]["end"]
    stretches = [Stretch(start, end) for start, end in zip(starts, [*starts[1:], last], strict=True)]
    gap = rendered.text[posts[0]["end"] : starts[1]]
    spaces = gap if not gap.strip() else "\n\n"
    indices = list(order(len(posts)) if order else reversed(range(len(posts))))
    moved: list[Stretch] = []
    for place, index in enumerate(indices):
        moved.append(stretches[index])
        if index == len(posts) - 1 and place < len(posts) - 1:
            moved.append(Stretch(last, last, spaces))
    return rewritten(rendered, [Stretch(0, starts[0]), *moved, Stretch(last, len(rendered.text))])


# -- quotation marks ----------------------------------------------------------------------------


def with_quotation_marks(rendered: Rendered, marks: Marks) -> Rendered:
    """Put other quotation marks around every quotation that has marks on both sides.

    Args:
        rendered: the text with its gold.
        marks: the new marks; those inside a quotation and apostrophes stay.
    """
    kinds = {(block["start"], block["end"]): block["kind"] for block in rendered.gold["blocks"]}
    edits: list[Stretch] = []
    for quote in rendered.gold["quotes"]:
        start, end = quote["start"], quote["end"]
        if quote["form"] == "block" or rendered.text[start - 1 : start] not in _OPEN or end >= len(rendered.text):
            continue
        stops = end + (rendered.text[end] in ".,")  # some publishers put them inside
        closing = stops if rendered.text[stops : stops + 1] in _CLOSE else None
        kind = next((kind for (first, last), kind in kinds.items() if first <= start < last), "")
        headed = kind in ("title", "heading", "standfirst")
        opening_mark, closing_mark = (
            (marks.heading_opening, marks.heading_closing) if headed else (marks.opening, marks.closing)
        )
        edits.append(Stretch(start - 1, start, opening_mark))
        if closing is not None:  # the words may go on in the next paragraph
            edits.append(Stretch(closing, closing + 1, closing_mark))
    return edited(rendered, sorted(edits, key=lambda edit: edit.start))


TRANSFORMS: Final[dict[str, Callable[[Rendered], Rendered]]] = {
    "CRLF": with_crlf,
    "blank lines lost": flattened,
    "non-breaking spaces": with_hard_spaces,
    "mojibake": mojibake,
    "entities": with_entities,
    "blank lines before": prefixed,
    "furniture between": with_noise,
    "captions repeated": with_captions_repeated,
    "lines glued": glued,
    "posts turned round": with_posts_ordered,
    "straight marks": lambda rendered: with_quotation_marks(rendered, Marks('"', '"', "'", "'")),
}
"""Every change by name, each with what it takes for granted."""
