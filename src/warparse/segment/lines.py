"""Lines and what their shape tells.

Contract: `split_lines` partitions the text other than white space; features are facts of one line
alone (its words, marks and length), never of its neighbours. Linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from warparse.segment.cuts import split_line
from warparse.segment.glue import Joints, find_joints

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["CLOSERS", "OPENERS", "Line", "make_line", "split_lines"]

OPENERS: Final = "“\"‘'«„‹"
"""Marks that may open a quotation."""
CLOSERS: Final = "”\"’'»“›"
"""Marks that may close one."""

_LONGEST_HEADLINE: Final = 36
"""Words from which a line is prose though no sentence ends in it."""
_BULLETS: Final = "•‣◦▪●■·∙*"
_NUMBERED: Final = regex.compile(r"\d{1,2}[.)]\s+(?=\D)")
_TRAIL: Final = "".join({*CLOSERS, *")]*_ "})
_SENTENCE_BREAK: Final = regex.compile(r"[a-z0-9%)”’\"'»][.!?…][”’\"'»)]?\s+[“‘\"'«(]?\p{Lu}")
_ABBREVIATED: Final = regex.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|vs|No|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s+\S"
)
_ASIDE: Final = regex.compile(r"[.!?…]\s\([^()]{1,100}\)$")
_ARTICLES: Final = frozenset(
    "the a an was were is are has have had been that which who he she it they his her their its".split()
)
_LINK: Final = regex.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}\)")


@frozen
class Line:
    """A line of the text, or one of the parts that a scraper glued together on it."""

    start: int
    """First code point, white space left out."""
    end: int
    """One past the last code point, white space left out."""
    gap: int
    """Newlines between it and the line before: 0 where the two were glued together, 2 after a blank line."""
    text: str
    """The line as it stands."""
    bare: str
    """The line without its list marker and the marks of markdown around it."""
    marker: str
    """What marks the line: a bullet, "1", "#" or ">"; empty if nothing does."""
    words: int
    """How many words the bare line has."""
    final: str
    """The last character, closing marks passed over: "." or ":" or a letter; empty if none."""
    sentences: bool
    """Whether a sentence ends inside the line and another begins."""

    @property
    def key(self) -> str:
        """The bare line in lower case without marks at its ends: equal keys mean a repeated line."""
        return self.bare.strip(" .:|-–—•*_…>").lower().replace("’", "'")

    @property
    def ended(self) -> bool:
        """Whether the line closes a sentence."""
        return self.final in (".", "!", "?", "…")

    @property
    def prose(self) -> bool:
        """Whether the line reads as running text rather than as a label or a headline."""
        if (
            self.words >= _LONGEST_HEADLINE
            or (self.words >= 26 and (self.ended or self.final in ":,;"))
            or (self.sentences and self.words >= 9)
        ):
            return True
        return (self.words >= 7 and self.final in (".", "!", "…", ":")) or (self.words >= 13 and self.ended)

    @property
    def narrated(self) -> bool:
        """Whether the line has the articles, auxiliaries and attributions that headlines leave out."""
        if any(mark in self.text for mark in (",” ", '," ', ",’ ", ",' ", "”, ", ",» ", "», ")):
            return True
        return self.words >= 14 and sum(word in _ARTICLES for word in self.bare.lower().split()) >= 3

    @property
    def headline(self) -> bool:
        """Whether the line could be a headline, heading or teaser: some words and no end of a sentence."""
        return (
            1 <= self.words < _LONGEST_HEADLINE
            and self.final not in (".", "!", "…", ":", ",", ";", "")
            and not self.sentences
            and not self.bare[:1].islower()
        )


def split_lines(text: str, whole: Container[int] = ()) -> list[Line]:
    r"""Split a mended text into its lines, and glued lines into their parts.

    Args:
        text: the text.
        whole: where lines start that are one thing, as the markup tells, and are not cut.

    >>> [line.text for line in split_lines("One line\n\n  and another ")]
    ['One line', 'and another']
    """
    lines: list[Line] = []
    joints: Joints | None = None
    places: list[int] = []
    gap, position, number = 2, 0, 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = position + len(raw) - len(raw.lstrip())
            end = start + len(stripped)
            if start in whole:
                parts = [(start, end)]
            else:
                if joints is None:
                    joints = find_joints(text)
                    places = sorted(joints)
                number = bisect_left(places, start, number)
                last = bisect_left(places, end, number)
                parts = split_line(text, start, end, {at: joints[at] for at in places[number:last]})
            for left, right in parts:
                lines.append(make_line(text[left:right], left, gap))
                gap = 0
        gap += bool(lines)
        position += len(raw)
    return lines


def make_line(text: str, start: int, gap: int) -> Line:
    """Take the features of one line."""
    marker, bare = _split_marker(text)
    if "[" in bare:
        bare = _LINK.sub(r"\1", bare)
    if bare[:1] in ("*", "_") or bare[-1:] in ("*", "_"):
        bare = bare.strip("*_ ")
    end = bare.rstrip(_TRAIL)
    if bare[-1:] == ")" and (aside := _ASIDE.search(bare, max(0, len(bare) - 120))):
        end = bare[: aside.start() + 1]
    return Line(
        start=start,
        end=start + len(text),
        gap=gap,
        text=text,
        bare=bare,
        marker=marker,
        words=len(bare.split()),
        final=end[-1:],
        sentences=_has_break(end),
    )


def _has_break(text: str) -> bool:
    if (
        ". " not in text
        and "? " not in text
        and "! " not in text
        and "… " not in text
        and "” " not in text
        and "» " not in text
        and '" ' not in text
    ):
        return False
    found = _SENTENCE_BREAK.search(text)
    while found:
        abbreviated = _ABBREVIATED.search(text, max(0, found.start() - 6), found.end() + 1)
        if not abbreviated:
            return True
        found = _SENTENCE_BREAK.search(text, found.end())
    return False


def _split_marker(text: str) -> tuple[str, str]:
    first = text[0]
    if first in _BULLETS:
        rest = text.lstrip(_BULLETS + " ")
        starred = text.startswith("**") and not text.startswith("** ")
        if rest and not starred and (first != "*" or text[1:2] in (" ", "*")):
            return first, rest
    elif first in "-–—" and text[1:2] == " " and text[2:3] not in ("", " "):
        return first, text[2:].lstrip()
    elif first == "#":
        rest = text.lstrip("#")
        if rest[:1] == " " and len(text) - len(rest) <= 6:
            return "#", rest.strip()
    elif first == ">" and text[1:2] == " " and text[2:]:
        return ">", text[2:].lstrip("> ")
    elif first.isdigit() and (numbered := _NUMBERED.match(text)):
        return "1", text[numbered.end() :]
    return "", text
