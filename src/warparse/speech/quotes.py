"""Where quoted words begin and end, and what between marks are no words of anybody.

Contract: pure functions of one block's text; marks are read from left to right once, so a million of
them cost no more than a million characters. Nested quotations belong to the one that holds them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import regex

from warparse.lexicon.words import CLASS, JUDGE, SAY, classes
from warparse.span import Span, trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["find_block_quote", "find_marked", "find_open", "find_signature", "is_continued", "is_label"]

_PAIRS: Final = {
    "“": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "„": "“”",
    "‹": "›",
    '"': '"',
    "''": "''",
    "``": "''",
    "‘": "’",
    "'": "'",
}
"""Opening marks, and what closes each; German and Swedish printers turn some of them round."""
_MARKS: Final = re.compile("[“”«»„‹›\"‘’'`]")
_OPENING: Final = "“”«»„‹\"‘'`"
"""Letters of the marks that open."""
_SINGLE: Final = "‘'"
_BEFORE_OPENING: Final = frozenset(' \t([{—–-/:*_>“"‘«„')
_ELIDED: Final = regex.compile(r"['’‘](?:\d0s?|em|til|cause|tis|twas|n|bout|round)\b", regex.IGNORECASE)
_ELISIONS: Final = ("’", "'", "‘")
_LATER: Final = {mark: regex.compile(rf"(?<=[\p{{L}}\d.,!?…]){mark}(?![\p{{L}}\d])") for mark in "’'"}
_REOPENED: Final = regex.compile(r"[\s(][‘'](?=\w)")
_LONGEST_LABEL: Final = 60
_LONGEST_SINGLE: Final = 900
_SIGNATURE: Final = regex.compile(r"\s*(?:[—–]|--?)\s?[^@\n]{1,80}\(@\w{1,30}\).{0,40}$|\s*\[[^\[\]]{3,80}\][*_]*$")
_SIGNED: Final = re.compile(r"(?:[—–]|--)\s?([^\W\d_][^,.!?:;“”\"]{1,40})(?:,[^.!?:;“”\"]{1,40})?")
_LEADING: Final = regex.compile(r"(?:[>•*_\s]|[“\"‘«„'](?!\p{L}{0,3}\s?re\b))+")
_TRAILING: Final = " \t*_”\"’'»“"


def find_marked(text: str, left: str = "") -> list[Span]:
    """Find the words between quotation marks in a block.

    A mark that is never closed holds to the block's end, as in a quotation that goes on over paragraphs; a
    single mark, which may be an apostrophe, only where it opens the block. A mark that opens again before it
    is closed begins another quotation.

    Args:
        text: the mended text of one block.
        left: the mark of a quotation that the block above left open in the middle of a sentence.

    Returns:
        Spans in `text`, marks left out, in order, none in another, none empty.

    >>> text = "He said: “Go.” Then “stay"
    >>> [text[start:end] for start, end in find_marked(text)]
    ['Go.', 'stay']
    """
    spans: list[Span] = []
    if not left and not any(map(text.__contains__, _OPENING)):
        return spans
    opened, closer, opening = (0, _PAIRS[left], left) if left else (-1, "", "")
    begin = 0
    for position, mark in _find_marks(text):
        if opened < 0:
            if _opens(text, position, mark) and (
                mark not in _SINGLE or _closes_later(text, position, mark) or _leads(text, position)
            ):
                opened, begin, closer, opening = position, position + len(mark), _PAIRS[mark], mark
        elif (mark in closer or {mark, closer} == {"'", "''"}) and _closes(text, position, mark, opened):
            _add(spans, text, begin, position)
            opened = -1
        elif mark == opening and mark in "“«„" and _opens(text, position, mark):
            _add(spans, text, begin, position)
            opened, begin = position, position + 1
    if opened >= 0 and (opening not in _SINGLE or not text[:opened].strip("*_>• ")):
        _add(spans, text, begin, len(text))
    return spans


def _find_marks(text: str) -> Iterator[tuple[int, str]]:
    """Find the marks of a text: two single ones are one; an apostrophe within a word is none."""
    done = 0
    for found in _MARKS.finditer(text):
        at = found.start()
        mark = text[at]
        following = text[at + 1 : at + 2]
        if at < done or (mark in "’'" and following.isalnum() and at and text[at - 1].isalnum()):
            continue
        if mark == following and mark in "'`":
            mark += mark
        done = at + len(mark)
        yield at, mark


def find_open(text: str, spans: Sequence[Span]) -> str:
    """Give the mark that opened the last quotation of a block and that nothing closes; empty if all are closed.

    >>> text = "He said: “It goes on"
    >>> find_open(text, find_marked(text))
    '“'
    """
    if not spans or text[spans[-1].end :].strip("*_ \t\n"):
        return ""
    mark = text[: spans[-1].start].rstrip("*_ ")[-1:]
    return mark if mark in _PAIRS and mark not in _SINGLE else ""


def _leads(text: str, at: int) -> bool:
    """Tell whether a single mark opens a block, a sentence behind it: of a quotation that goes on over paragraphs."""
    return text[at + 1 : at + 2].isupper() and not text[:at].strip("*_>• ") and text.rstrip("*_ ")[-1:] in ".!?…"


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    span = trim(text, start, end)
    while span.end > span.start and text[span.end - 1] in "*_":
        span = Span(span.start, span.end - 1)
    if any(text[at].isalnum() for at in range(span.start, min(span.end, span.start + 50))):
        spans.append(span)


def _opens(text: str, at: int, mark: str) -> bool:
    if mark not in _PAIRS:
        return False
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in "“«„‹":
        return not after.isspace() or before.isspace() or at == 0
    if mark in "»”":
        return before in _BEFORE_OPENING and after.isalnum()
    if after.isspace() or (after in ".,;:!?)" and text[at + 1 : at + 4] != "..."):
        return False
    if mark in _SINGLE:
        return before in _BEFORE_OPENING and (after.isalnum() or after in "[(.…$£€¥") and not _ELIDED.match(text, at)
    return before in _BEFORE_OPENING or not before.isalnum()


def _closes(text: str, at: int, mark: str, opened: int) -> bool:
    """Tell whether a mark closes the quotation opened at `opened` rather than being an apostrophe or an opening."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark == '"':
        return (
            not (before.isspace() and after.isalnum() and at - opened > 1) or text.count('"', at + 1, at + 400) % 2 == 0
        )
    if mark not in "’'":
        return True
    if after.isalnum() or before.isspace() or (before == "n" and text[at - 2 : at - 1] in _ELISIONS):
        return False
    if before == "s" and after == " " and text[at + 2 : at + 3].islower():
        # a plural's apostrophe, if the quotation has a better end further on
        rest = text[at + 1 : at + 160]
        later = _LATER[mark].search(rest)
        return not later or bool(_REOPENED.search(rest, 0, later.start()))
    return True


def _closes_later(text: str, at: int, mark: str) -> bool:
    closer = _PAIRS[mark]
    stop = min(len(text), at + _LONGEST_SINGLE)
    position = text.find(closer, at + 1, stop)
    while position >= 0:
        if _closes(text, position, closer, at):
            return True
        position = text.find(closer, position + 1, stop)
    return False


def find_block_quote(text: str) -> Span | None:
    """Find the words of a block quotation: the block without its marks, its marker and its signature.

    >>> text = "> “Stay calm.” — Jane Doe (@jane) May 8, 2022"
    >>> text[slice(*find_block_quote(text))]
    'Stay calm.'
    """
    signature = _SIGNATURE.search(text, max(0, len(text) - 140))
    end = signature.start() if signature else len(text)
    leading = _LEADING.match(text, 0, end)
    start = leading.end() if leading else 0
    if find_signature(text):
        return None
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end) if any(letter.isalnum() for letter in text[start : min(end, start + 200)]) else None


def find_signature(text: str) -> str:
    """Give who signs in a block that is nothing but a signature ("— Jane Doe, Paris"); empty if it is none.

    >>> find_signature("— Jane Doe, Paris"), find_signature("— We go. And you?")
    ('Jane Doe', '')
    """
    signed = _SIGNED.fullmatch(text.strip(" *_>"))
    return signed[1] if signed else ""


def is_continued(text: str, mark: str) -> bool:
    """Tell whether a block closes a quotation that the block above left open, with no mark at its own beginning."""
    at, first = next(_find_marks(text), (0, ""))
    return at > 0 and first in _PAIRS[mark] and not (text[at - 1].isspace() or text[at - 1] in "([")


_NAMING: Final = frozenset(
    "callsign nickname nicknamed codename codenamed code-named dubbed titled entitled named alias guerre meaning so-called".split()
)
"""What leads to a nickname or a name."""
_NAMED: Final = frozenset(
    "book novel film movie song album play poem memoir magazine newspaper newssheet newsletter series programme podcast exercise operation ship"
    " vessel heading".split()
)
"""What leads to a title, which begins with a capital."""
_MENTIONING: Final = frozenset("word words term terms phrase expression name codeword hashtag acronym".split())
"""What leads to a word mentioned as a word, behind "the"."""
_WORK: Final = re.compile(
    r"\b(?:article|author of|report|study|paper|essay|chapter|law|act)\b[^.“”\"]{0,40}$", re.IGNORECASE
)
_CALL: Final = re.compile(r"\bcalls?(?:\s(?:it|him|her|them))?$")
"""How a name is told that some people use: "the neighbours call it"."""
_CALLED: Final = re.compile(r"\b(?:is|are|was|were)\s(?:called|dubbed|nicknamed)(?:\s(?:just|only|simply))?$")
"""How a name is told that nobody in particular uses."""
_MINOR: Final = frozenset("of the and a an in for to on with at by from or as s".split())
_REACH: Final = 48


def is_label(text: str, span: Span) -> bool:
    """Tell whether marks hold a title, a nickname or a name rather than somebody's words: “Flamingo” missiles."""
    led = text[max(0, span.start - _REACH) : span.start].rstrip("“\"‘'«„* ")
    if _is_named(led, capital=text[span.start].isupper()):
        return True
    length = span.end - span.start
    if text.startswith("the ", span.start) and _CALL.search(led):
        return text[span.start + 4 : span.end].istitle()
    if text.startswith("the ", span.start) and _CALLED.search(led):
        return True
    if length > _LONGEST_LABEL or not text[span.start].isupper() or text[span.end - 1] in ",!?…" or led[-1:] == ":":
        return False
    words = text[span.start : span.end]
    if words[-1] == "." and not _WORK.search(led):
        return False
    parts = words.rstrip(".").split()
    capitals = [part for part in parts if part[0].isupper()]
    if len(capitals) + sum(part.lower() in _MINOR for part in parts) < len(parts):
        return False
    if words.isupper() or (len(parts) == 1 and parts[0].lower() in classes()) or _is_title_case(text, span):
        return False
    if text[span.end + 1 : span.end + 2] != ",":
        return True
    return (
        len(capitals) > 1
        and not _says(led)
        and (led[-1:].isalpha() or bool(_WORK.search(led)) or parts[0] == "Operation")
    )


def _is_named(led: str, *, capital: bool) -> bool:
    """Tell whether the words before a quote say that it is a name or a word."""
    words = led.lower().rstrip(",").split()
    last = words[-1] if words else ""
    if last in ("is", "was") and words[-2:-1]:
        last = words[-2]  # "her favourite book is"
    if last in _NAMING or (last in _NAMED and capital) or (last == "sign" and words[-2:-1] == ["call"]):
        return True
    if last in ("as", "to", "after"):
        return "known" in words[-7:-1] or words[-2:-1] in (["translates"], ["translate"], ["named"])
    return last in _MENTIONING and "the" in words[-3:-1] and words[-2][-2:] not in ("’s", "'s", "s’", "s'")


def _says(before: str) -> bool:
    """Tell whether the last word before a quote is a verb of saying."""
    return classes().get(before.rpartition(" ")[2].lower(), 0) & CLASS in (SAY, JUDGE)


def _is_title_case(text: str, span: Span) -> bool:
    """Tell whether the words around a quote are capitals too, as in some headlines."""
    words = [
        word
        for word in (text[max(0, span.start - 80) : span.start] + text[span.end : span.end + 80]).split()
        if word[0].isalpha()
    ]
    major = [word for word in words if word.lower() not in _MINOR]
    return len(major) > 1 and sum(word[0].isupper() for word in major) >= 0.8 * len(major)
