"""Plugins' rules for boilerplate over the lines of one document.

Contract: a line that a rule matches is noise; a rule that raises or takes too long is dropped for this document
and leaves a problem.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, final

from warparse.model import BlockKind, Problem
from warparse.segment.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warparse.extract.extractor import NoiseRule

__all__ = ["Boilerplate"]


@final
class Boilerplate:
    """The rules while one document is segmented; used once."""

    def __init__(self, rules: Iterable[NoiseRule], budget: float | None) -> None:
        """Take up the rules, and the seconds that each may take for the document; None for any number."""
        self._rules = {rule.id: rule for rule in rules}
        self._left = dict.fromkeys(self._rules, budget)
        self.problems: list[Problem] = []
        """What went wrong so far."""

    def label(self, line: str) -> Label | None:
        """Label a line that a rule matches; None for any other."""
        for rule in tuple(self._rules.values()):
            begun = perf_counter()
            try:
                matches = rule.matches(line)
            except Exception as error:  # noqa: BLE001 - whatever a plugin raises costs only its own rule
                self._drop(rule, f"{type(error).__name__}: {error}".partition("\n")[0])
                continue
            left = self._left[rule.id]
            if left is not None:
                self._left[rule.id] = left = left - (perf_counter() - begun)
                if left < 0:
                    self._drop(rule, "took longer than its time for this document")
            if matches:
                return Label(BlockKind.NOISE, rule.id, "a plugin's rule", rule.reason)
        return None

    def _drop(self, rule: NoiseRule, message: str) -> None:
        del self._rules[rule.id]
        self.problems.append(Problem(rule.id, message))
