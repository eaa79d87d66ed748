"""The documents that the command was given: files, folders, standard input.

Contract: a document that can't be found or read costs only itself. Of texts bytes are decoded, newlines and
byte order marks are left alone, so that offsets count what is in the file. Pages are known by their content.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from warparse.cli.progress import shown_progress
from warparse.cli.streams import complain, put
from warparse.errors import ConfigError, SourceError, WarparseError
from warparse.read.source import Source, load_bytes, read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warparse.read.page import Page

__all__ = ["SORTS", "Document", "each_document", "find_documents"]

SORTS: Final = ("html", "text")
"""What a document may be said to be."""
SUFFIXES: Final = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
"""What the name of a document in a folder ends with."""
_BEGINNING: Final = 4096
"""Bytes in which a page shows that it is one."""


@frozen
class Document:
    """One document, still unread."""

    name: str
    """What to call it in messages."""
    path: Path | None = None
    """The file; None for standard input."""
    relative: Path = Path("stdin")
    """Its path below the folder that was given, or its file name: where its output goes."""
    problem: str | None = None
    """Why there is nothing to read; None if there is."""
    sort: str | None = None
    """Whether it is a page or a text; None where its content tells."""

    def read(self) -> Source | Page:
        """Read and decode it.

        Raises:
            SourceError: it can't be read or is no text.
        """
        if self.problem:
            raise SourceError(self.problem)
        if self.path and self.sort == "text":
            return read_file(self.path)
        data = load_bytes(self.path) if self.path else sys.stdin.buffer.read()
        if self.sort == "html" or (self.sort is None and _is_page(data)):
            from warparse.read.page import read_page

            return read_page(data, name=self.path.name if self.path else None)
        source = read_bytes(data, name=str(self.path) if self.path else "standard input")
        return Source(source.text, self.path.name if self.path else None)


def _is_page(data: bytes) -> bool:
    """Tell whether bytes are a page of HTML: it shows in how they begin."""
    if b"<" not in data[:_BEGINNING]:
        return False
    from warparse.read.decode import decode
    from warparse.read.page import looks_like_html

    return looks_like_html(decode(data[:_BEGINNING])[0])


def find_documents(arguments: Sequence[str], sort: str | None = None) -> tuple[Document, ...]:
    """List the documents that files, folders and "-" name, a folder's in the order of their paths.

    Args:
        arguments: as the user gave them; none stands for "-".
        sort: whether they are pages ("html") or texts ("text"); None where each one's content tells.

    Raises:
        ConfigError: nothing was given, and a person sits at standard input.
    """
    if not arguments and sys.stdin.isatty():
        raise ConfigError("nothing to read: give a FILE, a FOLDER, or - for standard input")
    found: list[Document] = []
    for argument in arguments or ("-",):
        path = Path(argument)
        if argument == "-":
            found.append(Document("standard input"))
        elif os.path.isdir(argument):  # noqa: PTH112 - Path's raises on a name that is too long
            found.extend(_in_folder(path))
        else:
            found.append(Document(argument, path, Path(path.name)))
    return tuple(evolve(document, sort=sort) for document in found) if sort else tuple(found)


def _in_folder(folder: Path) -> list[Document]:
    relative = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    visible = sorted(path for path in relative if not any(part.startswith(".") for part in path.parts))
    files = [path for path in visible if (folder / path).is_file()]
    if not files:
        problem = f"{folder}: no documents in this folder: give one with files that end in {', '.join(SUFFIXES)}"
        return [Document(str(folder), folder, problem=problem)]
    return [Document(str(folder / path), folder / path, path) for path in files]


def each_document(documents: Sequence[Document], handle: Callable[[Document, Source | Page], str]) -> int:
    """Read every document, hand it on and write what comes back; tell of those that failed, and how many.

    Args:
        documents: what to read.
        handle: makes the output of a document; what it returns goes to standard output.

    Returns:
        The exit status: 0, 1 where some of several failed, 2 where the only one did.

    Raises:
        ClosedPipeError: nobody reads the output any more.
    """
    failed = 0
    with shown_progress(len(documents)) as progress:
        for document in documents:
            try:
                output = handle(document, document.read())
            except WarparseError as error:
                failed += 1
                with progress.aside():
                    complain(str(error))
            else:
                with progress.aside():
                    put(output)
            progress.advance()
    if len(documents) == 1:
        return 2 if failed else 0
    complain(f"{failed or 'none'} of {len(documents)} documents failed")
    return 1 if failed else 0
