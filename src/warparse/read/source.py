"""The input: text as it was handed in, and the readers that make text of bytes and files.

Contract: a `Source` is kept exactly as it came; every span in an article counts its code points.
Newlines are left alone whatever they are, and a byte order mark stays in the text.
"""

from __future__ import annotations

import codecs
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from attrs import field, frozen

from warparse.errors import SourceError

__all__ = ["Source", "load_bytes", "read_bytes", "read_file"]

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@frozen(slots=False)
class Source:
    """A text as it was handed in, with where it came from."""

    text: str = field(repr=lambda text: repr(text[:40]))
    """The input; all spans are code points of it."""
    name: str | None = None
    """What the caller calls the document, mostly its file name; None if it has no name."""
    url: str | None = None
    """Where the document was scraped from; None if not known."""

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal; lone surrogates are kept by 'surrogatepass'."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def __len__(self) -> int:
        """The length in code points."""
        return len(self.text)


def read_bytes(data: bytes, *, name: str | None = None, url: str | None = None) -> Source:
    """Decode bytes: UTF-8 and UTF-16 with a byte order mark, UTF-8 without, else Windows-1252.

    Args:
        data: the document as it was stored.
        name: what to call it in results and messages.
        url: where it came from.

    Raises:
        SourceError: the bytes are not text, or in none of these encodings.

    >>> read_bytes("naïve".encode("cp1252")).text
    'naïve'
    """
    where = name or "the bytes given"
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Source(data.decode(encoding), name, url)
            except UnicodeDecodeError as error:
                raise SourceError(f"{where}: not {encoding.upper()} at byte {error.start}: convert it first") from None
    if b"\0" in data:
        raise SourceError(f"{where}: a binary file (it has null bytes): give a text file")
    try:
        return Source(data.decode("utf-8"), name, url)
    except UnicodeDecodeError:
        pass
    try:
        return Source(data.decode("cp1252"), name, url)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{where}: neither UTF-8 nor Windows-1252 (byte {error.start}): convert it to UTF-8 first"
        ) from None


def read_file(path: str | Path, *, url: str | None = None) -> Source:
    """Read a text file; its name becomes the document's.

    Args:
        path: the file.
        url: where its text came from.

    Raises:
        SourceError: it does not exist, is a folder, can't be read, or holds no text.
    """
    path = Path(path)
    source = read_bytes(load_bytes(path), name=str(path), url=url)
    return Source(source.text, path.name, url)


def load_bytes(path: Path) -> bytes:
    """Give the bytes of a file.

    Raises:
        SourceError: it does not exist, is a folder, or can't be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file: check the path") from None
    except IsADirectoryError:
        raise SourceError(f"{path}: a folder, not a file: give the files in it") from None
    except OSError as error:
        raise SourceError(f"{path}: can't be read ({error.strerror}): check its permissions") from None
