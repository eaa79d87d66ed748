"""What a document as a whole tells about its lines: where its prose is densest, what is repeated, what is led in.

Contract: `Survey` is made once for a document from its lines and their looks, in time linear in them,
and only read afterwards; nothing in it is a verdict.
"""

from __future__ import annotations

import re
from collections import Counter
from sys import intern
from typing import TYPE_CHECKING, Final

import regex

from warparse.segment.credits import find_credit, strip_counter
from warparse.segment.leads import find_led
from warparse.segment.live import Glance, is_live

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrases

__all__ = ["Survey", "caption_key", "title_key", "words_of"]

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}|\d+")  # the standard engine is faster on it
_SITE: Final = regex.compile(r"^(?P<title>.{15,}?)\s+[|–—·•»-]\s+(?:[^|]{2,60})(?:\s\|\s[^|]{2,60}){0,3}$")
_PROSE: Final = ("prose", "colon")
_GOOD: Final = frozenset(
    "sentence fragment question credit image signed quoted contribution biography colon prose slashed".split()
)
_WHOLE: Final = frozenset("prose colon sentence credit question".split())
_OPENS: Final = frozenset("stamp updated byline hash headline label word name question".split())
_STAMPS: Final = ("stamp", "updated")
_BULLETS: Final = ("•", "*", "-", "–")
_LISTED: Final = 3
"""Marked items among the prose from which its lists are told to keep their markers."""
_LONG_LINE: Final = 40
"""Words beyond which a line of prose weighs no more."""
_HEADLINE: Final = (4, 30)
"""Fewest and most words of a headline."""
_OPENING: Final = 8
"""Lines of the body whose words its headline shares."""
_CAPTION: Final = 120
"""Words of the longest caption."""
_START: Final = 12
"""Characters by which copies of a caption are looked for."""
_NEAR: Final = 40
"""Lines within which the copy of a line is looked for."""


def words_of(text: str) -> set[str]:
    """Give the words of a text that may tell its subject, in lower case."""
    return set(map(intern, _WORD.findall(text.lower())))


def caption_key(text: str) -> str:
    """Give the form under which two copies of a caption are equal."""
    credit = find_credit(text)
    text = text[: credit[0]] if credit else text
    return text[strip_counter(text) :].rstrip(" .…*_|/–—-").lower()


def title_key(line: Line) -> str:
    """Give the form under which a headline and its copy with the site's name behind it are equal."""
    if line.words >= _HEADLINE[0] and any(mark in line.bare for mark in "|–—·•»-"):
        found = _SITE.match(line.bare)
        if found:
            return found["title"].strip(" .:|-–—•*_…>").lower().replace("’", "'")
    return line.key


class Survey:
    """What is known of a document as a whole."""

    def __init__(
        self, lines: list[Line], looks: list[str], phrases: Mapping[int, Phrases], *, live: bool | None = None
    ) -> None:
        """Survey the lines of a document.

        Args:
            lines: the lines.
            looks: the name of each line's look.
            phrases: the listed phrases of its lines.
            live: whether the document is a live blog, if that is known; else it is weighed.
        """
        self.lines = lines
        self.phrases = phrases
        self.recap_lines = frozenset(index for index, each in phrases.items() if each.recap)
        self.prose = [look in _PROSE and not line.marker for look, line in zip(looks, lines, strict=True)]
        self.prose_before = _running(self.prose)
        self.stamps_before = _running([look in _STAMPS for look in looks])
        self.first, self.last = self._densest(looks)
        self.words = {index: tuple(words_of(line.text)) for index, line in enumerate(lines) if self.prose[index]}
        self.live, self.why_live = (live, "told") if live is not None else is_live(self.glance(looks))
        self.entries = self.live and self._bullets_mark_entries()
        items = sum(line.marker in _BULLETS for line in lines[self.first : self.last + 1])
        self.bulleted = not self.entries and items >= _LISTED
        self.looks = [self._listed(look, line) for look, line in zip(looks, lines, strict=True)]
        self.usual = self._usual_gap()
        self.told = self._words_told()
        self.small = self._small_words(looks)
        self.keys = [title_key(line) for line in lines]
        self.copies = Counter(self.keys)
        self.captions = self._captions(looks)
        self.caption_starts = frozenset(key[:_START] for key in self.captions)
        self.caption_heads = frozenset(key[:40] for key in self.captions)
        self.headline = self._best_told(looks)
        self.rows = _rows(looks)
        self.led = find_led(lines, looks, self.recap_lines)
        self.recaps = self._recaps(looks)

    def glance(self, looks: list[str]) -> Glance:
        """Give what tells whether the document is a live blog."""
        return Glance(self.lines, looks, self.phrases, self.words, self.first, self.last)

    def _densest(self, looks: list[str]) -> tuple[int, int]:
        """Find the run of lines that is richest in prose: the greatest sum of gains, in one pass."""
        best = total = 0
        start = first = last = 0
        for index, (look, line) in enumerate(zip(looks, self.lines, strict=True)):
            total += self._gain(index, look, line)
            if total <= 0:
                total, start = 0, index + 1
            elif total > best and self.prose[index]:
                best, first, last = total, start, index
        while first < last and not self.prose[first]:
            first += 1
        return first, last

    def _gain(self, index: int, look: str, line: Line) -> int:
        """Weigh a line for or against standing among the article's prose."""
        if self.prose[index]:
            return min(line.words, _LONG_LINE)
        if look.startswith("furniture"):
            return -8
        if look in ("stamp", "updated", "byline"):
            return 4
        if look in _GOOD:
            return 2
        return -6 if line.marker else -4

    def _bullets_mark_entries(self) -> bool:
        """Tell whether bullets merely mark each entry of a live blog: they stand apart from each other, all along it."""
        inside = range(self.first, min(self.last + 1, len(self.lines)))
        marked = [index for index in inside if self.lines[index].marker in _BULLETS]
        prose = sum(self.prose[index] for index in inside)
        beside = sum(1 for index in marked if index + 1 < len(self.lines) and self.lines[index + 1].marker)
        return len(marked) >= 4 and len(marked) * 5 >= prose and beside * 5 <= len(marked)

    def _listed(self, look: str, line: Line) -> str:
        """Tell an item of a list from a line without a marker, unless markers stand for entries."""
        if not line.marker or line.marker in "#>" or self.entries:
            return look
        return look if look.startswith(("furniture", "stamp", "updated", "byline")) else "item-" + look

    def _usual_gap(self) -> int:
        """Give the usual number of newlines between two lines of prose; of any two where there is little prose."""
        pairs = zip(self.lines[1:], self.prose[:-1], self.prose[1:], strict=True)
        gaps = Counter(line.gap for line, above, here in pairs if above and here)
        if gaps.total() < 3:
            gaps = Counter(line.gap for line in self.lines)
        return max(gaps, key=lambda gap: (gaps[gap], -gap), default=1)

    def _words_told(self) -> frozenset[str]:
        return frozenset().union(*self.words.values())

    def _small_words(self, looks: list[str]) -> set[str]:
        """Give the words that the text writes in small letters, and which so are no names."""
        small: set[str] = set()
        for look, line in zip(looks, self.lines, strict=True):
            if look in ("prose", "sentence", "colon"):
                small.update(filter(str.islower, line.text.split()))
        return small

    def _captions(self, looks: list[str]) -> frozenset[str]:
        keys = (
            caption_key(line.bare) for look, line in zip(looks, self.lines, strict=True) if look in ("credit", "image")
        )
        return frozenset(key for key in keys if len(key) > 20)

    def _best_told(self, looks: list[str]) -> int:
        """Find the line above the prose, as long as a headline, that shares most words with the prose's beginning."""
        told: set[str] = set()
        for line in self.lines[self.first : self.first + _OPENING]:
            told |= words_of(line.text[:600])
        best, most = -1, 0.0
        for index in range(self.first):
            line = self.lines[index]
            if (
                _HEADLINE[0] <= line.words <= _HEADLINE[1]
                and not line.ended
                and line.marker in ("", "#")
                and not looks[index].startswith(("furniture", "stamp", "updated", "byline", "credit"))
            ):
                words = words_of(line.bare)
                share = len(words & told) / (len(words) + 2)
                if share > most:
                    best, most = index, share
        return best

    def _recaps(self, looks: list[str]) -> list[bool]:
        """Tell for each line whether the last heading or time above it opens a recap."""
        recaps, inside = [], False
        for index, look in enumerate(looks):
            recaps.append(inside)
            if look in _OPENS:
                inside = index in self.recap_lines or (inside and look in ("stamp", "byline", "name"))
        return recaps

    def repeats_caption(self, index: int) -> str:
        """Tell whether a line stands in a credited caption elsewhere: its "copy", or its "beginning"; else nothing."""
        line = self.lines[index]
        if not self.captions or line.words > _CAPTION:
            return ""
        begins = line.bare[:_START].lower() in self.caption_starts
        if not begins and not (
            line.bare[:1].isdigit() or line.bare[:1] in "[IPSVMC"
        ):  # a counter or a label may stand before it
            return ""
        key = caption_key(line.bare)
        return "copy" if key in self.captions else "beginning" if key[:40] in self.caption_heads else ""

    def begins_below(self, index: int) -> bool:
        """Tell whether the line below begins with a line's own words, as a caption does with its alternative text."""
        if not self.captions or index + 1 == len(self.lines):
            return False
        line, below = self.lines[index], self.lines[index + 1]
        if line.words > _CAPTION or below.bare[:_START] != line.bare[:_START]:
            return False
        key = caption_key(line.bare)
        return len(key) > _START and caption_key(below.bare).startswith(key)

    # -- views of one line --------------------------------------------------------------------

    def copy_of(self, index: int) -> str:
        """Tell where the copies of a line stand: "beside" it, "below" or "above" it; nothing where it has none."""
        key = self.keys[index]
        if self.copies[key] < 2 or self.lines[index].words < 2:
            return ""
        if key in self.keys[max(0, index - 1) : index] or key in self.keys[index + 1 : index + 2]:
            return "beside"
        return "below" if key in self.keys[index + 1 : index + _NEAR] else "above"

    def place(self, index: int) -> str:
        """Tell where a line stands to the densest run of prose, in words."""
        if index < self.first:
            return "far above the prose" if self.first - index > 5 else "above the prose"
        if index > self.last:
            return "far below the prose" if index - self.last > 5 else "below the prose"
        return "among the prose"

    def distance(self, index: int) -> int:
        """Give how many lines a line stands above (negative) or below the densest run of prose; 0 inside."""
        return min(index - self.first, 0) or max(index - self.last, 0)

    def shares(self, index: int) -> tuple[float, int, int]:
        """Tell how much of a headline the document's prose tells.

        Returns:
            The share of its words that stand in any prose, how many stand in the next prose below, and how
            many lines below that begins (0 if none is near).
        """
        words = words_of(self.lines[index].bare)
        if not words:
            return 0.0, 0, 0
        below = next((at for at in range(index + 1, min(index + 4, len(self.lines))) if self.prose[at]), index)
        shared = len(words & words_of(self.lines[below].text[:420])) if below > index else 0
        return len(words & self.told) / len(words), shared, below - index


def _running(flags: list[bool]) -> list[int]:
    """Count the flags set before each place; one more entry holds the total."""
    counts = [0]
    for flag in flags:
        counts.append(counts[-1] + flag)
    return counts


def _rows(looks: list[str]) -> list[tuple[int, int]]:
    """Give for each line how many lines without a full sentence stand in a row with it, and its place there."""
    rows: list[tuple[int, int]] = []
    start = 0
    for index, look in enumerate([*looks, "prose"]):
        if look in _WHOLE:
            rows.extend((index - start, place) for place in range(index - start))
            rows.append((0, 0))
            start = index + 1
    return rows[: len(looks)]
