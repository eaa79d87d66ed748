"""Where one line of a text is several: where it was glued, where times lead or furniture trails on it.

Contract: `split_line` gives parts that hold every character of the line other than white space, in order;
linear in the line.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from warparse.lexicon.lists import read_list, read_pairs
from warparse.lexicon.media import agencies
from warparse.segment.bylines import is_contribution, is_name
from warparse.segment.stamps import is_stamp, match_stamp

if TYPE_CHECKING:
    from warparse.segment.glue import Joints

__all__ = ["split_line"]

_OPENERS: Final = "“‘«\"'"
_SHORT: Final = 8
"""Characters up to which a line without a juncture is looked at for several times in a row."""
_FLAT: Final = 900
"""Characters from which a line may be a whole page without its line breaks."""
_CONTRIBUTION: Final = 400
"""Characters that a note of who contributed may run to."""
_HEAD: Final = 700
"""Characters of such a page in which its date stands."""
_LONGEST_START: Final = 40
_DATED: Final = re.compile(
    r"(?<=\s)(?:(?:Updated|Published|Posted)(?: on| at)?:? )?(?:\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})(?=[, ]+(?:at )?\d{1,2}:\d\d)"
)
_REPORTED: Final = re.compile(r",? (?=(?:[Uu]pdated|[Pp]ublished|[Pp]osted)\b)")
_HANDLE: Final = re.compile(r" ?\(@\w{1,30}\)$")
_SIGNED_TIME: Final = 90
"""Characters that a line may have on which an agency and a time stand together."""
_SIGNED: Final = re.compile(r"(?<=\s)By [A-Z][\w.’'-]{1,30}(?: (?:and |[A-Z])[\w.’'-]{1,30}){1,7} ?$")
"""The writers' names right before the time in such a head."""
_BOUNDARY: Final = re.compile(r"[.!?…”\"’)] +(?=[A-Z(©+])")
_STAMP_STARTS: Final = frozenset(
    "upd pub pos iss mod las fir ame edi cre upl mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec yes tod jus an  abo ove one two thr dat tim".split(
        " "
    )
)
_STAMP_JUNCTURE: Final = re.compile(
    r"(?:(?<=ago)|(?<=[.:]\d\d))(?=\d\d?[.:]\d\d)|(?<=[ ,]\d{4})(?=\d{1,2}:\d\d)"
    r"|(?:(?<=ago)|(?<=\d\d)|(?<=[A-Z]{3}))(?=[A-Z][a-z]{4,8}(?: on|:| at| published| \d))"
)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d\b")
_AGO: Final = re.compile(r"\s+(?=\d{1,3}\s?[smhdw]\s?ago)")
_INLINE_BULLET: Final = re.compile(r"(?<=\S)\s[•*]\s(?=[A-ZÀ-Þ“‘\"'\d])")
_UPDATED_TAIL: Final = re.compile(r"(?<=[.!?…”\"’')])\s+(?=(?:Last updated|Updated)(?: at| on)?:? \d[^“”\"]{2,30}$)")


def split_line(text: str, start: int, end: int, joints: Joints) -> list[tuple[int, int]]:
    """Split one line into the parts that were lines of their own.

    Args:
        text: the text.
        start: where the line starts in it, white space left out.
        end: one past its last character.
        joints: the text's junctures on this line.

    Returns:
        The span of each part; the line's own where nothing was glued.

    >>> from warparse.segment.glue import find_joints
    >>> text = "13.50Talks endThe talks ended.Updated at 14.22 BST"
    >>> [text[left:right] for left, right in split_line(text, 0, len(text), find_joints(text))]
    ['13.50', 'Talks end', 'The talks ended.', 'Updated at 14.22 BST']
    """
    cuts = _leading_cuts(text, start, end) or _signed_cuts(text, start, end)
    proven = any(joints.values()) or (bool(cuts) and not text[cuts[-1] - 1].isspace())
    first = cuts[-1] if cuts else start
    cuts += sorted(at for at, sure in joints.items() if at > first and (sure or proven))
    inner = [at for cut in cuts for at in _leading_cuts(text, cut, end)]
    flat = _flat_cuts(text, first, end) if end - first > _FLAT else []
    cuts = sorted({*cuts, *inner, *flat, *_bullet_cuts(text, first, end), *_trailing_cuts(text, first, end)})
    if not cuts and (end - start > _SHORT and not is_stamp(text[start:end])):
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    for left, right in zip([start, *cuts], [*cuts, end], strict=True):
        parts += _split_stamps(text, left, right)
    return parts


def _leading_cuts(text: str, start: int, end: int) -> list[int]:
    """Cut after the times with which a line begins, if the line goes on after them."""
    if not (text[start].isdigit() or text[start : start + 3].lower() in _STAMP_STARTS):
        return []
    stop = match_stamp(text, start)
    if stop <= start or stop >= end:
        return []
    after = stop
    while after < end and (text[after].isspace() or text[after] in ",|•·–—:-"):
        after += 1
    stamp, between = text[start:stop], text[stop:after]
    glued = not between
    if after == end or not (
        text[after].isupper() or text[after] in _OPENERS or (glued and text[after].isdigit() and stamp[-1].isalpha())
    ):
        return []
    clocked = any(mark in stamp for mark in (":", ".")) and any(character.isdigit() for character in stamp)
    clocked = clocked or _ISO.search(stamp) is not None  # which no sentence begins with
    if not (glued or clocked or stamp.endswith("ago")):
        return []
    if between.strip() and len(stamp) <= len("00:00") and not (between.strip() == "," and is_name(text[after:end])):
        return []  # a player's "01:12 - Source"
    return [stop if between.strip() and stamp.endswith("ago") else after]


def _signed_cuts(text: str, start: int, end: int) -> list[int]:
    """Cut who reports from the time of the report: "AFP Published 17 Dec, 2023 04:54pm"."""
    if end - start > _SIGNED_TIME or not text[end - 1].isalnum():
        return []
    found = _REPORTED.search(text, start, end)
    if not found or not is_stamp(text[found.end() : end]):
        return []
    who = _HANDLE.sub("", text[start : found.start()])
    return [found.end()] if who in agencies() or is_name(who) else []


def _flat_cuts(text: str, start: int, end: int) -> list[int]:
    """Cut a page that lost all its line breaks: round a time and names in its head, before furniture and credits behind a sentence."""
    cuts = []
    dated = _DATED.search(text, start, min(end, start + _HEAD))
    if dated:
        stop = match_stamp(text, dated.start())
        after = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
        if stop > dated.start() and ":" in text[dated.start() : stop] and text[after : after + 1].isupper():
            cuts += [dated.start(), after]
            if signed := _SIGNED.search(text, start, dated.start()):
                cuts.append(signed.start())
    starts = _furniture_starts()
    for found in _BOUNDARY.finditer(text, start, end):
        at = found.end()
        head = text[at : at + _LONGEST_START].lower()
        if text[at] == "(" and is_contribution(text[at + 1 : at + 120]):
            closed = text.find(")", at, end)
            cuts += [at, closed + 1] if 0 < closed < end - 1 else [at]
        elif head.startswith(starts):
            cuts.append(at)
            break  # what follows furniture on such a line is more of it
    return cuts


@cache
def _furniture_starts() -> tuple[str, ...]:
    """Give how furniture begins, if it is told by more than one common word."""
    return tuple(
        prefix for prefix, _ in read_pairs("noise_prefixes") if prefix.endswith(":") or " " in prefix or prefix == "©"
    )


def _bullet_cuts(text: str, start: int, end: int) -> list[int]:
    """Cut before the bullets of a list that lost its line breaks: two or more, each before a capital."""
    if text.find(" • ", start, end) < 0 and text.find(" * ", start, end) < 0:
        return []
    found = [match.start() + 1 for match in _INLINE_BULLET.finditer(text, start, end)]
    return found if len(found) >= 2 else []


def _trailing_cuts(text: str, start: int, end: int) -> list[int]:
    """Cut before what trails on a line behind its last sentence: an "Updated" mark, who contributed, furniture."""
    tail = text[max(start, end - 60) : end]
    if "pdated" in tail and (found := _UPDATED_TAIL.search(tail)):
        return [end - len(tail) + found.end()]
    if text[end - 1] == ")" or text[end - 2 : end] == ").":
        opened = text.rfind("(", max(start, end - _CONTRIBUTION), end)
        behind = text[start : max(start, opened)].rstrip()[-1:]
        if behind and behind in '.!?…”"' and is_contribution(text[opened + 1 : end]):
            return [opened]
    at = _trailing_furniture(text[start:end])
    return [start + at] if at else []


@cache
def _tails() -> tuple[str, ...]:
    return tuple(sorted(read_list("noise_tails"), key=len, reverse=True))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(tail.rpartition(" ")[2] for tail in read_list("noise_tails"))


def _trailing_furniture(line: str) -> int:
    """Where furniture begins that trails on a line after its last sentence; 0 if none does."""
    if line[-14:].rpartition(" ")[2].lower() not in _last_words():
        return 0
    end = len(line)
    for _ in range(4):
        piece = line[:end].rstrip()
        tail = next((tail for tail in _tails() if piece[-len(tail) :].lower() == tail), None)
        if not tail or len(piece) == len(tail):
            break
        end = len(piece) - len(tail)
    licensed = "licensing rights" in line[end:].lower()  # never an article's own words
    if end == len(line) or not (licensed or line[:end].rstrip()[-1:] in ".!?…)]”"):
        return 0
    return end


def _split_stamps(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Give one part; where it is several times in a row ("BST4d ago00.56"), give each."""
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    if left == right:
        return []
    piece = text[left:right]
    if not is_stamp(piece):
        return [(left, right)]
    cuts = {
        0,
        *(found.end() for found in _AGO.finditer(piece) if found.start()),
        *(found.start() for found in _STAMP_JUNCTURE.finditer(piece)),
    }
    edges = [*sorted(cuts), len(piece)]
    parts = []
    for first, last in pairwise(edges):
        part = piece[first:last]
        if part.strip():
            begin = left + first + len(part) - len(part.lstrip())
            parts.append((begin, begin + len(part.strip())))
    return parts
