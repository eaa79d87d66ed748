"""Bytes of a page to text: by byte order mark, by the caller's header, by the page's own word, else by trial.

Contract: total: any bytes give text; what can't be decoded becomes replacement characters. Newlines are left alone.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

__all__ = ["decode"]

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16's, which it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD: Final = 4096
"""Bytes in which a page tells its encoding; browsers look at 1024."""
_META: Final = re.compile(rb"<meta\b[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{1,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s{0,9}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w:.-]{1,40})")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_LATIN: Final = frozenset(("iso8859-1", "ascii"))
"""Encodings that the web means as Windows-1252."""


def decode(data: bytes, header: str | None = None) -> tuple[str, str]:
    r"""Decode a page.

    Args:
        data: its bytes.
        header: the encoding that came with it: "utf-8", or a whole "text/html; charset=utf-8".

    Returns:
        Its text without a byte order mark, and the name of the encoding.

    >>> decode(b"<meta charset=windows-1252>it\x92s")[0][-4:]
    'it’s'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    told = _find(header) or _told_by(data[:_HEAD])
    try:
        return data.decode("utf-8"), "utf-8"  # what is valid UTF-8 and not ASCII is hardly anything else
    except UnicodeDecodeError as error:
        broken = error.start
    if told and told != "utf-8":
        return data.decode(told, "replace"), told
    if told or (broken > _HEAD and not data[:broken].isascii()):  # one broken byte in a page of UTF-8
        return data.decode("utf-8", "replace"), "utf-8"
    return data.decode("cp1252", "replace"), "cp1252"


def _told_by(head: bytes) -> str | None:
    """Give the encoding that the page itself names: UTF-16 can't be, since the name was read as bytes."""
    found = _META.search(head) or _XML.search(head)
    name = _find(found[1].decode("ascii", "replace")) if found else None
    return "utf-8" if name and name.startswith("utf-16") else name


def _find(name: str | None) -> str | None:
    """Give Python's name of an encoding, or of the one in a header; None where it knows none such."""
    if not name:
        return None
    found = _CHARSET.search(name)
    try:
        known = codecs.lookup((found[1] if found else name).strip())
    except (LookupError, ValueError):
        return None
    if not getattr(known, "_is_text_encoding", True):
        return None
    return "cp1252" if known.name in _LATIN else known.name
