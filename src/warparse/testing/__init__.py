"""The kit: documents with known truth, checks that extractors keep their promises, and scores.

Contract: needs the extra `warparse[testing]`; the core never imports it. Names are loaded when they are first asked
for, since pytest begins with this package in every project.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warparse.testing.checks.subject import CheckError, NotApplicableError
    from warparse.testing.conformance import Check, check_extractor, parametrize_with_checks
    from warparse.testing.scoring import assert_scores
    from warparse.testing.tally import Tally

__all__ = [
    "Check",
    "CheckError",
    "NotApplicableError",
    "Tally",
    "assert_scores",
    "check_extractor",
    "parametrize_with_checks",
]

_LATE = {
    "Check": "conformance",
    "CheckError": "checks.subject",
    "NotApplicableError": "checks.subject",
    "Tally": "tally",
    "assert_scores": "scoring",
    "check_extractor": "conformance",
    "parametrize_with_checks": "conformance",
}
"""Where each name comes from."""


def __getattr__(name: str) -> object:
    """Give a name of a module that is not loaded yet."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(f"warparse.testing.{_LATE[name]}"), name)
    return found
