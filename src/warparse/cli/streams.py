"""Where the command writes: bytes to standard output, lines to standard error, colour where it is wanted.

Contract: everything goes out as UTF-8 with newlines as they are; on a terminal that has another
encoding, in that. A reader that has closed the pipe is `ClosedPipeError`, nothing else.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Final, TextIO

from warparse.errors import WarparseError

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = [
    "ClosedPipeError",
    "OutputError",
    "complain",
    "drop_output",
    "is_coloured",
    "plain",
    "put",
    "render",
    "width",
]

_PLAIN_WIDTH: Final = 100
"""Columns where no terminal tells how many it has."""
_NARROWEST: Final = 30
"""Columns below which an outline can't be laid out."""
_WIDEST: Final = 120
"""Columns beyond which running text is hard to read."""

# Control characters of the scraped text would steer the reader's terminal.
_CONTROLS: Final = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}")


class OutputError(WarparseError):
    """What was made can't be written where it should go."""


class ClosedPipeError(Exception):
    """Whoever read the output has closed it (`| head`)."""


def put(text: str) -> None:
    """Write text to standard output.

    Raises:
        ClosedPipeError: nobody reads any more.
        OutputError: it can't be written: the disk is full, say.
    """
    stream = sys.stdout
    encoding = (stream.encoding if stream.isatty() else None) or "utf-8"
    try:
        # What has no encoding (lone surrogates of an odd file name) is written as JSON would escape it.
        stream.buffer.write(text.encode(encoding, "backslashreplace"))
        stream.buffer.flush()
    except BrokenPipeError:
        raise ClosedPipeError from None
    except OSError as error:
        drop_output()  # the rest of what is buffered would fail once more at the end
        raise OutputError(f"standard output: can't be written ({error.strerror})") from None


def drop_output() -> None:
    """Send what is still to be flushed nowhere, so that the interpreter ends without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def complain(message: str) -> None:
    """Write one line to standard error, behind the command's name."""
    line = f"warparse: {plain(message)}\n"
    sys.stderr.write(line.encode("utf-8", "backslashreplace").decode("utf-8"))


def plain(text: str) -> str:
    """Replace control characters, newlines among them, so that a text can't steer the terminal."""
    return text.replace("\n", " ").translate(_CONTROLS)


def is_coloured(stream: TextIO) -> bool:
    """Say whether a stream is a terminal whose user wants colours."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Give the columns to write in: those of the terminal that the reader sits at, behind a pager too."""
    for stream in (sys.__stdout__, sys.__stderr__):
        try:
            columns = os.get_terminal_size(stream.fileno() if stream else -1).columns
        except (OSError, ValueError):
            continue
        if columns:
            return max(_NARROWEST, min(columns, _WIDEST))
    return _PLAIN_WIDTH


def render(*parts: RenderableType) -> str:
    """Render parts below each other, in colour where standard output is a terminal that wants it."""
    from rich.console import Console

    coloured, page = is_coloured(sys.stdout), io.StringIO()
    console = Console(
        file=page,
        force_terminal=coloured,
        color_system="auto" if coloured else None,
        width=width(),
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())
