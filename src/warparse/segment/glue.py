"""Where a scraper glued lines together, and where times lead or furniture trails on a line.

Contract: the parts that `split_glued` gives, in order, hold every character of the line other than
white space. Each pattern looks at a few characters around one juncture, so the work is linear.

A juncture is certain where a sentence ends and a capital follows without a space ("that.”Russia"),
where a small word runs into a capitalised one ("inPlease") or after a time ("13.50Heading"). A
capitalised word that runs into another ("SummaryThank") may be a name ("YouTube"), so it is one
only on a line that has a certain one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import regex

from warparse.lexicon.lists import read_list
from warparse.segment.stamps import is_stamp, match_stamp

__all__ = ["split_glued"]

_JUNCTURE: Final = regex.compile(
    r"(?P<sentence>(?<=[\p{Ll}\d)%”’\"'][.!?…]|[\p{Ll}\d)%][.!?…][”’\"'»)]|[.!?…][”’\"'»]\)?)(?=[“‘\"'«]?\p{Lu}(?:\p{Ll}|\s))"
    r"|(?<=\p{Ll}[.!?…])(?=[“‘«]\p{Lu}))"
    r"|(?P<colon>(?<=\p{Ll}{3}:)(?=[“‘«]?\p{Lu}\p{Ll}))"
    r"|(?P<quoted>(?<=\p{Ll}[”»])(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3}[’'])(?=\p{Lu}\p{Ll}))"
    r"|(?P<camel>(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}))"
    r"|(?P<stamp>(?<=[.!?…”’\"']\s?)(?=\d{1,3}\s?(?:[smhdw]|mins?|minutes?|hours?|days?)\s?ago[\d\p{Lu}])|(?<=[.!?…”’\"'])(?=\d{1,2}[.:]\d\d\s?\p{Lu}))"
    r"|(?P<number>(?<=\d)(?=\p{Lu}\p{Ll}{2})|(?<=\p{Ll}{2})(?=\d{1,2}[.:]\d\d\p{Lu}))"
)
# What every juncture has: two characters side by side that a line does not put together. A quick look
# with the standard library's engine spares most lines the careful one.
_ADJACENT: Final = re.compile(r"[^\s\-–—(\[“‘\"'/A-ZÀ-Þ\u0400-\u042f][A-ZÀ-Þ\u0400-\u042f“‘«]")
_CLOCKED: Final = re.compile(r"[a-z.!?…”’][ \u00a0]?\d{1,3}[.:smhdw ]")
_GLUED_CLOCK: Final = re.compile(r"[a-z.!?…”’]\d{1,2}[.:]\d\d|[\"'][A-ZÀ-Þ]\w")
_STAMP_STARTS: Final = frozenset(
    "upd pub pos iss mod las fir ame edi cre upl mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec yes tod jus an  abo ove one two thr dat tim".split(
        " "
    )
)
_CREDIT: Final = regex.compile(r"(?:Image|Photo|Photograph|Picture|Photo credit|Credit|Copyright):\s")
_TOKEN_START: Final = regex.compile(r"\S{1,40}$")
_TOKEN_REST: Final = regex.compile(r"\S{0,40}")
_ADDRESS: Final = ("@", "#", "/", "_", "[", "www.", "http")
_INLINE_BULLET: Final = regex.compile(r"(?<=\S)\s[•*]\s(?=[\p{Lu}“‘\"'\d])")
_SHORT_STAMP: Final = 8
_STAMP_JUNCTURE: Final = regex.compile(r"(?<=ago|\d\d)(?=\d\d[.:]\d\d|[A-Z][a-z]{4,8}(?: on|:| at))")
_AGO: Final = regex.compile(r"\s+(?=\d{1,3}\s?[smhdw]\s?ago)")


def split_glued(text: str) -> list[tuple[int, str]]:
    """Split one line into the parts that were lines of their own.

    Args:
        text: a line without white space at its ends.

    Returns:
        Each part with its offset in the line; the whole line where nothing was glued.

    >>> split_glued("13.50Talks endThe talks ended.Updated at 14.22 BST")
    [(0, '13.50'), (5, 'Talks end'), (14, 'The talks ended.'), (30, 'Updated at 14.22 BST')]
    """
    cuts = _leading_cuts(text) if text[0].isdigit() or text[:3].lower() in _STAMP_STARTS else []
    start = cuts[-1] if cuts else 0
    cuts += _junctures(text, start, proven=bool(cuts) and not text[start - 1].isspace())
    cuts += _bullet_cuts(text, cuts[-1] if cuts else 0)
    tail = _trailing_cut(text)
    if tail > (cuts[-1] if cuts else 0):
        cuts.append(tail)
    if not cuts and len(text) > _SHORT_STAMP and not is_stamp(text):
        return [(0, text)]
    parts = []
    for left, right in zip([0, *cuts], [*cuts, len(text)], strict=True):
        parts.extend(_split_stamps(text, left, right))
    return parts


def _leading_cuts(text: str) -> list[int]:
    """Cut after the times with which a line begins, if the line goes on after them."""
    end = match_stamp(text)
    if not end or end == len(text):
        return []
    after = text[end:].lstrip(" ,|•·–—:-")
    stamp = text[:end]
    glued = text[end : end + 1].isalpha() or text[end : end + 1] in "“‘"
    clocked = any(mark in stamp for mark in (":", ".")) and any(c.isdigit() for c in stamp)
    relative = stamp.endswith("ago")
    if not after or not (glued or clocked or relative) or not (after[0].isupper() or after[0] in "“‘\"'"):
        return []
    return [len(text) - len(after)] if after == text[end:].lstrip() else [end]


def _bullet_cuts(text: str, start: int) -> list[int]:
    """Cut before the bullets of a list that lost its line breaks: two or more, each before a capital."""
    if " • " not in text and " * " not in text:
        return []
    found = [match.start() + 1 for match in _INLINE_BULLET.finditer(text, start)]
    return found if len(found) >= 2 else []


def _junctures(text: str, start: int, *, proven: bool) -> list[int]:
    if not (
        _ADJACENT.search(text, start)
        or (" ago" in text and _CLOCKED.search(text, start))
        or _GLUED_CLOCK.search(text, start)
    ):
        return []
    certain: list[int] = []
    possible: list[int] = []
    for found in _JUNCTURE.finditer(text, start):
        at = found.start()
        if at <= start or not _splits(text, at, found.lastgroup or ""):
            continue
        lower = found.lastgroup != "number" and (found.lastgroup != "camel" or _word_before(text, at)[:1].islower())
        (certain if lower else possible).append(at)
    if certain or proven:
        return sorted(certain + [at for at in possible if not _is_name(text, at)])
    return []


def _splits(text: str, at: int, kind: str) -> bool:
    if _CREDIT.match(text, at):  # a caption and its credit are one line: "...off KyivImage: Jane Doe"
        return False
    head = _TOKEN_START.search(text, max(0, at - 40), at)
    tail = _TOKEN_REST.match(text, at)
    token = (head.group() if head else "") + (tail.group() if tail else "")
    if any(mark in token for mark in _ADDRESS):
        return False
    if kind == "sentence":
        word = _word_before(text, at)
        return len(word) >= 2 or word.isdigit() or not word
    if kind == "quoted" and text[at - 1] in "’'":
        opener = "‘" if text[at - 1] == "’" else "'"
        return text.rfind(opener, max(0, at - 300), at - 1) >= 0
    return kind != "camel" or not _is_known(text, at)


def _word_before(text: str, at: int) -> str:
    head = text[max(0, at - 40) : at].rstrip(".!?…”’\"'»):;%")
    start = len(head)
    while start and (head[start - 1].isalpha() or head[start - 1].isdigit()):
        start -= 1
    return head[start:]


def _is_name(text: str, at: int) -> bool:
    """Tell whether capitals inside a word are a name's own ("McDonald", "YouTube")."""
    return not text[at - 1].isdigit() and (len(_word_before(text, at)) <= 3 or _is_known(text, at))


def _is_known(text: str, at: int) -> bool:
    right = _TOKEN_REST.match(text, at)
    return (_word_before(text, at) + (right.group() if right else "")).lower().startswith(read_list("camel_names"))


@cache
def _last_words() -> frozenset[str]:
    return frozenset(tail.rpartition(" ")[2] for tail in read_list("noise_tails"))


def _trailing_cut(text: str) -> int:
    """Where furniture begins that trails on a line after its last sentence; 0 if none does."""
    if text[-12:].rpartition(" ")[2].lower() not in _last_words():
        return 0
    end = len(text)
    for _ in range(4):
        piece = text[:end].rstrip()
        tail = next((tail for tail in read_list("noise_tails") if piece[-len(tail) :].lower() == tail), None)
        if not tail or len(piece) == len(tail):
            break
        end = len(piece) - len(tail)
    licensed = "licensing rights" in text[end:].lower()  # never an article's own words
    if end == len(text) or not (licensed or text[:end].rstrip()[-1:] in ".!?…)]”"):
        return 0
    return end


def _split_stamps(text: str, left: int, right: int) -> list[tuple[int, str]]:
    """Give one part; where it is several times in a row ("BST4d ago00.56"), give each."""
    piece = text[left:right]
    parts = []
    offset = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if is_stamp(stripped):
        cuts = [0]
        cuts += [found.end() for found in _AGO.finditer(stripped) if found.start()]
        cuts += [found.end() for found in _STAMP_JUNCTURE.finditer(stripped)]
        cuts = sorted(set(cuts))
        for first, last in zip(cuts, [*cuts[1:], len(stripped)], strict=True):
            if stripped[first:last].strip():
                parts.append((left + offset + first, stripped[first:last].strip()))
        return parts
    return [(left + offset, stripped)] if stripped else []
