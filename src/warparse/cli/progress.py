"""A progress bar on standard error, for several documents and people who watch.

Contract: nothing is drawn for one document, nor where standard error is no terminal; what is written
while the bar stands is written in its place, and the bar is gone at the end.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from warparse.cli.streams import is_coloured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

__all__ = ["ProgressBar", "shown_progress"]


class ProgressBar:
    """A bar that may be none; each document advances it by one."""

    def __init__(self, bar: Progress | None) -> None:
        self._bar = bar

    def advance(self) -> None:
        """Count one document more."""
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])
            self._bar.refresh()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar off the screen while something else is written."""
        if self._bar:
            self._bar.stop()
        try:
            yield
        finally:
            if self._bar:
                self._bar.start()


@contextmanager
def shown_progress(total: int) -> Iterator[ProgressBar]:
    """Show a bar for a number of documents, where somebody sees it."""
    if total < 2 or not is_coloured(sys.stderr):
        yield ProgressBar(None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("parsing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    bar.add_task("parsing", total=total)
    with bar:
        yield ProgressBar(bar)
