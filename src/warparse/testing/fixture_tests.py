"""Fixture files as tests: one for each expected record and attribute, and one for "nothing else"."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pytest

from warparse.extract.registry import Registry
from warparse.pipeline import parse
from warparse.testing.fixtures import (
    FixtureError,
    Table,
    cell_of,
    is_same_cell,
    pair_rows,
    read_fixtures,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from warparse.model import Article
    from warparse.testing.fixtures import Fixture, Row

__all__ = ["FixtureFile"]


class FixtureFile(pytest.File):
    """A file of fixtures."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give the tests of all its fixtures."""
        try:
            fixtures = read_fixtures(self.path.read_text(encoding="utf-8"))
        except FixtureError as error:
            raise self.CollectError(f"{self.path}: {error}") from None
        seen: Counter[str] = Counter()
        for fixture in fixtures:
            shown = _Shown(fixture)
            for table in fixture.tables:
                for name, look in _looks(shown, table):
                    seen[name] += 1
                    told = name if seen[name] == 1 else f"{name} ({seen[name]})"
                    yield _Test.from_parent(self, name=told, look=look)


class _Shown:
    """A fixture and its article, read when the first test asks."""

    def __init__(self, fixture: Fixture) -> None:
        self.fixture = fixture

    @cached_property
    def article(self) -> Article:
        return parse(self.fixture.text, registry=Registry.discover())

    def record(self, table: Table, number: int) -> Any:  # noqa: ANN401 - records of any class
        """Give the record of a row.

        Raises:
            FixtureMissError: there is none.
        """
        self.check(table)
        found = pair_rows(table, self.article, self.fixture.start)[0][number]
        if found is None:
            words = table.rows[number].words
            raise FixtureMissError([f"{table.extractor} reads no record “{words}”", "", *self._read(table)])
        return found

    def check(self, table: Table) -> None:
        """See that the extractor is there, and came to its end."""
        if table.extractor not in self.article.fields:
            installed = ", ".join(sorted(self.article.fields)) or "none"
            raise FixtureMissError([f"no extractor {table.extractor!r} is installed (there are: {installed})"])
        for problem in self.article.problems:
            if problem.where == table.extractor:
                raise FixtureMissError([f"{table.extractor} failed on the text: {problem.message}"])

    def _read(self, table: Table) -> list[str]:
        records = [each for each in self.article.fields[table.extractor] if each.start >= self.fixture.start]
        return (
            ["it reads", *(f"  “{words_of(self.article, each)}”" for each in records)]
            if records
            else ["it reads nothing"]
        )

    def show(self, record: Any) -> list[str]:  # noqa: ANN401 - records of any class
        """Show where a record stands: its line, and marks below its words."""
        text = self.article.source.text
        start = text.rfind("\n", 0, record.start) + 1
        end = text.find("\n", record.end)
        line = text[start : end if end >= 0 else len(text)]
        first = max(record.start - start - 50, 0)
        marks = " " * (record.start - start - first) + "^" * (min(record.end, start + len(line)) - record.start)
        return [f"  {line[first : first + 110]}", f"  {marks[:110]}"]


class FixtureMissError(AssertionError):
    """What was read is not what was expected; told in lines."""

    def __init__(self, lines: list[str]) -> None:
        """Take the lines."""
        super().__init__("\n".join(lines))


class _Look:
    """One question about a fixture."""

    def __init__(self, shown: _Shown, table: Table, row: Row | None = None, column: str | None = None) -> None:
        self.shown, self.table, self.row, self.column = shown, table, row, column

    @property
    def line(self) -> int:
        return self.row.line if self.row else self.table.line

    def __call__(self) -> None:
        if self.row is None:
            self._see_nothing_else()
            return
        record = self.shown.record(self.table, self.table.rows.index(self.row))
        if self.column is not None:
            self._see_attribute(record, self.row.cells[self.column], self.column)

    def _see_attribute(self, record: Any, expected: str, column: str) -> None:  # noqa: ANN401 - records of any class
        if not hasattr(record, column):
            raise FixtureMissError([f"a record of {self.table.extractor} has no attribute {column!r}"])
        value = getattr(record, column)
        if not is_same_cell(expected, value, self.shown.fixture.text):
            told = [f"  expected  {expected or 'nothing'}", f"  read      {cell_of(value) or 'nothing'}"]
            raise FixtureMissError(
                [f"{column} of “{self.row.words if self.row else ''}”", *told, "", *self.shown.show(record)]
            )

    def _see_nothing_else(self) -> None:
        self.shown.check(self.table)
        _, left = pair_rows(self.table, self.shown.article, self.shown.fixture.start)
        if left:
            lines = [f"{self.table.extractor} reads what no row expects"]
            for record in left:
                lines += [f"  “{words_of(self.shown.article, record)}”", *self.shown.show(record)]
            raise FixtureMissError(lines)


def _looks(shown: _Shown, table: Table) -> Iterator[tuple[str, _Look]]:
    head = f"{shown.fixture.title}::{table.extractor}"
    for row in table.rows:
        yield f"{head} “{row.words}”", _Look(shown, table, row)
        for column in table.columns:
            yield f"{head} “{row.words}” {column}", _Look(shown, table, row, column)
    yield f"{head} nothing else", _Look(shown, table)


class _Test(pytest.Item):
    """A question as a test."""

    def __init__(self, *, look: _Look, **rest: Any) -> None:  # noqa: ANN401 - pytest's own arguments
        super().__init__(**rest)
        self._look = look

    def runtest(self) -> None:
        self._look()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        if isinstance(excinfo.value, FixtureMissError):
            return f"{self.path.name}:{self._look.line}: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self._look.line - 1, self.name
