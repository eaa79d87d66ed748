"""What pytest learns from warparse: options, fixture files as tests, and a tally of checks.

Contract: nothing happens in a project that has no check and names no fixture files; a check is never skipped in
silence.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

import pytest

from warparse.testing.tally import Tally, settings

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__: list[str] = []

_MARK: Final = "warparse_check"
_FIXTURES: Final = "warparse_fixtures"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("warparse", "checks of warparse's extractors")
    group.addoption(
        "--warparse-profile", choices=("quick", "thorough"), default="quick", help="How much the checks try."
    )
    group.addoption("--warparse-seed", type=int, default=0, metavar="N", help="What chance begins with in the checks.")
    parser.addini(_FIXTURES, "Files of fixtures for extractors, as patterns (tests/fixtures/*.md).", "args", [])


def pytest_configure(config: pytest.Config) -> None:
    """Take the options."""
    config.addinivalue_line("markers", f"{_MARK}: a check of a warparse extractor; it is never skipped in silence")
    settings.profile = config.getoption("--warparse-profile")
    settings.seed = config.getoption("--warparse-seed")
    config.pluginmanager.register(_Count(), "warparse-count")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Give the tests of a fixture file."""
    patterns = parent.config.getini(_FIXTURES)
    if not patterns or file_path.suffix != ".md":
        return None
    below = file_path.relative_to(parent.config.rootpath) if file_path.is_relative_to(parent.config.rootpath) else None
    if below is None or not any(PurePath(below).match(pattern) for pattern in patterns):
        return None
    from warparse.testing.fixture_tests import FixtureFile

    return FixtureFile.from_parent(parent, path=file_path)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a check that was skipped without being declared fail."""
    report = yield
    if item.get_closest_marker(_MARK) and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.name} was skipped: a check that can't hold is declared by its name in expected_failures, with a reason"
    return report


class _Count:
    """Counts the checks of a run."""

    def __init__(self) -> None:
        self._tally = Tally(settings.profile, settings.seed)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a check that ran."""
        if _MARK not in report.keywords:
            return
        if report.failed:
            self._tally.failed += 1
        elif report.skipped:
            self._tally.declared += 1
        elif report.when == "call":
            self._tally.held += 1

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:  # noqa: ANN401 - pytest's class is not public
        """Tell the tally."""
        if self._tally.held or self._tally.failed or self._tally.declared:
            terminalreporter.write_line(f"{self._tally}; again with --warparse-seed={self._tally.seed}")
