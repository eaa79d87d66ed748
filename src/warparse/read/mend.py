"""Mending what a scraper broke inside the characters: HTML entities, mojibake, invisible spaces.

Contract: total and deterministic; the mended text reads as the editor published it, and every
position in it maps back. Quotation marks are never uncurled and nothing is translated.
"""

from __future__ import annotations

import html
from typing import Final

import regex

from warparse.read.offsets import IDENTITY, OffsetMap, Rewriter

__all__ = ["mend"]

# A whole entity with its semicolon; bounded lengths, so a run of ampersands can't backtrack badly.
_ENTITY: Final = r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
# UTF-8 read as Windows-1252 or Latin-1 begins with one of these; a run of non-ASCII is mended by itself.
_MOJIBAKE: Final = r"(?=[^\x00-\x7f]*[ÃÂâÐÑÅÄäåïðØÙ][^\x00-\x7f])[^\x00-\x7f]{2,}"
_BROKEN: Final = regex.compile(f"{_ENTITY}|{_MOJIBAKE}")
_SURROGATES: Final = regex.compile("[\ud800-\udfff]")
_SUSPECTS: Final = "ÃÂâÐÑÅÄäåïðØÙ"

# White space that is not the plain space, and characters of no width: each is one space to a reader
# of lines, so that offsets stay where they were. (The newline characters are left to the line splitter.)
_INVISIBLE: Final = (
    "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff\t"
)


def mend(text: str) -> tuple[str, OffsetMap]:
    """Mend entities and mojibake and make every invisible character a plain space.

    Returns:
        The mended text and the map of its positions to those of `text`.

    >>> mend("it&rsquo;s")[0], mend("itâ€™s")[0]
    ('it’s', 'it’s')
    """
    offsets = IDENTITY
    if "&" in text or any(suspect in text for suspect in _SUSPECTS):
        text, offsets = _mend_broken(text)
    if not text.isascii():
        text = _SURROGATES.sub("\ufffd", text)
        for character in _INVISIBLE:
            if character in text:
                text = text.replace(character, " ")
    elif "\t" in text:
        text = text.replace("\t", " ")
    return text, offsets


def _mend_broken(text: str) -> tuple[str, OffsetMap]:
    rewriter = None
    for found in _BROKEN.finditer(text):
        piece = found.group()
        whole = html.unescape(piece) if piece[0] == "&" else _reencode(piece)
        if whole != piece:
            rewriter = rewriter or Rewriter(text)
            for start, end, new in _letters(piece, whole):
                rewriter.replace(found.start() + start, found.start() + end, new)
    return rewriter.finish() if rewriter else (text, IDENTITY)


def _letters(piece: str, whole: str) -> list[tuple[int, int, str]]:
    """Give what each letter of a mended run was made of: a character for each of its bytes, if it was broken."""
    letters = []
    at = 0
    for letter in whole:
        end = at + (1 if piece[at : at + 1] == letter else len(letter.encode("utf-8", "surrogatepass")))
        letters.append((at, end, letter))
        at = end
    return letters if at == len(piece) else [(0, len(piece), whole)]


def _reencode(piece: str) -> str:
    from ftfy import fix_encoding  # costs 70 ms to import, and few texts need it

    return fix_encoding(piece)
