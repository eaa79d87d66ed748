"""A check: one promise of every extractor, and how it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.testing.checks.subject import Subject

__all__ = ["Look", "Promise", "promise"]


class Look(Protocol):
    """Looks whether an extractor keeps a promise."""

    def __call__(self, subject: Subject, /) -> None:
        """Look; a broken promise is a `CheckError`."""


@frozen
class Promise:
    """One check."""

    name: str
    """The name by which it is run and declared."""
    told: str
    """What an extractor promises, in one line: the first of the check's docstring."""
    look: Look
    """Raises `CheckError` where the promise is broken."""


def promise(look: Callable[[Subject], None]) -> Promise:
    """Make a check of a function that looks; the function's name is the check's."""
    return Promise(look.__name__, (look.__doc__ or "").partition("\n")[0].removesuffix("."), look)
