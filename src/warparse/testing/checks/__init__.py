"""The checks: what every extractor promises, each looked at by one function.

Contract: a check follows from what `docs/plugins.md` promises and from nothing else; it raises `CheckError` where the
promise is broken, and `NotApplicableError` where the examples leave it nothing to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.testing.checks import grounded, retold, robust, steady

if TYPE_CHECKING:
    from warparse.testing.checks.promise import Promise

__all__ = ["CHECKS", "checks_of"]

CHECKS: tuple[Promise, ...] = (
    *robust.CHECKS,
    *grounded.CHECKS,
    *steady.CHECKS,
    *steady.IMPORTED,
    *retold.CHECKS,
)
"""All checks, in the order in which they run."""


def checks_of(*, importable: bool) -> tuple[Promise, ...]:
    """Give the checks of a plugin.

    Args:
        importable: whether another process can import it.
    """
    return tuple(check for check in CHECKS if importable or check not in steady.IMPORTED)
