"""Fixture files: a text and what must be read in it, written by hand in Markdown.

Contract: a file holds one fixture or more, each a title, a text and tables of expected records. A table's first column
is headed by an extractor's name and holds the words of each record; the others are attributes. A table whose first
column is headed "text" holds a text in each row, and the extractor's column behind it. What is wrong with a file is a
`FixtureError` that names its line.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final

from attrs import define, evolve, field, frozen

from warparse.errors import ConfigError
from warparse.plain import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from warparse.model import Article

__all__ = ["Fixture", "FixtureError", "Row", "Table", "cell_of", "is_same_cell", "pair_rows", "read_fixtures"]

_RULE: Final = re.compile(r"\s*:?-+:?\s*")
_CELL: Final = re.compile(r"(?<!\\)\|")
_FENCE: Final = "```"
_TEXT: Final = "text"
"""The head of the first column of a table of texts."""
_YES: Final = {"yes": "true", "no": "false"}


class FixtureError(ConfigError):
    """A fixture file can't be read; the message names the line."""


@frozen
class Row:
    """One expected record."""

    line: int
    """The number of its line in the file, the first being 1."""
    words: str
    """The record's own words, white space folded."""
    cells: dict[str, str]
    """What is expected of each attribute, by its name; empty where nothing may be told."""
    text: str = ""
    """In a table of texts: the text that begins with this row; empty where it is that of the row above."""


@define
class Table:
    """All records that one extractor must read in a text."""

    line: int
    """The number of its first line in the file."""
    extractor: str
    """The extractor's name."""
    columns: tuple[str, ...]
    """The attributes that are looked at."""
    rows: list[Row] = field(factory=list)
    """The records, in the order of the text; none where nothing must be read."""
    of_texts: bool = False
    """Whether each row tells its text."""


@define
class Fixture:
    """A text with the records that must be read in it."""

    line: int
    """The number of its title's line."""
    title: str
    """What it shows."""
    text: str = ""
    """The text."""
    tables: list[Table] = field(factory=list)
    """What each extractor must read."""
    start: int = 0
    """Where the part of the text begins of which the tables tell; what stands before it is its context."""


def read_fixtures(written: str) -> list[Fixture]:
    r"""Read the fixtures of a file.

    Args:
        written: what the file holds.

    Raises:
        FixtureError: a title, a text or a table is missing or broken.

    >>> (fixture,) = read_fixtures(
    ...     "# A toll\n\nThe toll is 40 crowns.\n\n| tolls | amount |\n|---|---|\n| 40 crowns | 40 |\n"
    ... )
    >>> fixture.text, fixture.tables[0].rows[0].cells
    ('The toll is 40 crowns.\n', {'amount': '40'})
    """
    fixtures: list[Fixture] = []
    lines: list[str] = []
    fenced: list[str] | None = None
    is_open = False
    for number, line in enumerate(written.splitlines(), 1):
        if line.startswith(_FENCE):
            is_open = not is_open
            fenced = [] if is_open else fenced
        elif is_open and fenced is not None:
            fenced.append(line)
        elif line.startswith("# "):
            fixtures.append(Fixture(number, line.removeprefix("# ").strip()))
            lines, fenced = [], None
        elif line.startswith("|") and fixtures:
            fixtures[-1].text = fixtures[-1].text or _text_of(lines if fenced is None else fenced)
            _read_row(fixtures[-1], number, line)
        else:
            _end_table(fixtures[-1:])
            lines.append(line)
    _check(fixtures, is_open=is_open)
    return [each for fixture in fixtures for each in _split(fixture)]


def _text_of(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _end_table(fixtures: Sequence[Fixture]) -> None:
    """Let the next row begin a table of its own."""
    for fixture in fixtures:
        if fixture.tables and fixture.tables[-1].extractor:
            fixture.tables.append(Table(0, "", ()))


def _read_row(fixture: Fixture, number: int, line: str) -> None:
    cells = [cell.strip().replace("\\|", "|") for cell in _CELL.split(line.strip().removeprefix("|").removesuffix("|"))]
    table = fixture.tables[-1] if fixture.tables else None
    if table is None or not table.extractor:
        if table is not None:
            fixture.tables.pop()
        of_texts = cells[0] == _TEXT and len(cells) > 1
        name, *columns = cells[of_texts:]
        fixture.tables.append(Table(number, name, tuple(columns), of_texts=of_texts))
    elif number == table.line + 1:
        if not all(map(_RULE.fullmatch, cells)):
            raise FixtureError(f"line {number}: a table's second line is | --- | --- |")
    elif len(cells) != len(table.columns) + 1 + table.of_texts:
        raise FixtureError(
            f"line {number}: {len(cells)} cells below a head of {len(table.columns) + 1 + table.of_texts}"
        )
    else:
        table.rows.append(_read_cells(table, number, cells))


def _read_cells(table: Table, number: int, cells: list[str]) -> Row:
    """Read a row of a table."""
    text = cells.pop(0) if table.of_texts else ""
    words, *others = (" ".join(cell.split()) for cell in cells)
    if table.of_texts and not text and not (table.rows and words):
        raise FixtureError(f"line {number}: the first cell holds a text, unless the row tells of the text above it")
    if not words and (any(others) or not table.of_texts):
        raise FixtureError(f"line {number}: the cell below {table.extractor!r} holds the words of the record")
    return Row(number, words, dict(zip(table.columns, others, strict=True)), text)


def _check(fixtures: Sequence[Fixture], *, is_open: bool) -> None:
    """See that every fixture is whole."""
    if is_open:
        raise FixtureError("the last ``` is not closed")
    if not fixtures:
        raise FixtureError("no fixture: each begins with a line '# Title'")
    for fixture in fixtures:
        fixture.tables = [table for table in fixture.tables if table.extractor]
        if not fixture.tables:
            raise FixtureError(f"line {fixture.line}: {fixture.title!r} has no table of expected records")
        if not fixture.text.strip() and not all(table.of_texts for table in fixture.tables):
            raise FixtureError(f"line {fixture.line}: {fixture.title!r} has no text above its table")
        for table in fixture.tables:
            if table.of_texts and not table.rows:
                raise FixtureError(f"line {table.line}: a table of texts without a text tells nothing")
        for row in (row for table in fixture.tables if not table.of_texts for row in table.rows):
            if row.words not in " ".join(fixture.text.split()):
                raise FixtureError(f"line {row.line}: the words {row.words!r} don't stand in the text")


def _split(fixture: Fixture) -> Iterator[Fixture]:
    """Give a fixture of its own for each text of its tables of texts; the fixture's text stands before each."""
    plain = [table for table in fixture.tables if not table.of_texts]
    if plain:
        yield evolve(fixture, tables=plain)
    context = f"{fixture.text}\n" if fixture.text.strip() else ""
    for table in fixture.tables:
        for first, row in enumerate(table.rows):
            if not row.text:
                continue
            more = takewhile(lambda other: not other.text, table.rows[first + 1 :])
            rows = [each for each in (row, *more) if each.words]
            for each in rows:
                if each.words not in " ".join(row.text.split()):
                    raise FixtureError(f"line {each.line}: the words {each.words!r} don't stand in the text")
            own = Table(row.line, table.extractor, table.columns, rows)
            title = f"{fixture.title}: {row.text}"
            yield Fixture(row.line, title, f"{context}{row.text}\n", [own], len(context))


def pair_rows(table: Table, article: Article, start: int = 0) -> tuple[list[Any | None], list[Any]]:
    """Pair expected records with those that were read, by their words; equal words in their order.

    Args:
        table: what is expected.
        article: what was read.
        start: where the part of the text begins of which the table tells.

    Returns:
        The record of each row, None where there is none; and the records that no row expects.
    """
    left = [record for record in article.fields.get(table.extractor, ()) if record.start >= start]
    found: list[Any | None] = []
    for row in table.rows:
        same = next((record for record in left if words_of(article, record) == row.words), None)
        if same is not None:
            left.remove(same)
        found.append(same)
    return found, left


def words_of(article: Article, record: Any) -> str:  # noqa: ANN401 - records of any class
    """Give a record's words, white space folded."""
    return " ".join(article.source.text[record.start : record.end].split())


def cell_of(value: object) -> str:
    """Write an attribute as a cell holds it: a list with "; " between its items, None as nothing.

    >>> cell_of(None), cell_of(True), cell_of(("a", "b"))
    ('', 'true', 'a; b')
    """
    plain = to_plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return str(plain).lower()
    return "; ".join(map(str, plain)) if isinstance(plain, list) else str(plain)


def is_same_cell(expected: str, value: object, text: str = "") -> bool:
    """Say whether an attribute is what a cell expects; numbers may be written with separators, "yes" is true.

    Args:
        expected: the cell; "@words" is the offset at which these words stand.
        value: the attribute.
        text: the text that was read.

    >>> is_same_cell("1,200", 1200), is_same_cell("", None), is_same_cell("4", 40)
    (True, True, False)
    >>> is_same_cell("@two frigates", 9, "They saw two frigates.")
    True
    """
    if expected.startswith("@") and isinstance(value, int):
        return " ".join(text[value:].split()).startswith(" ".join(expected[1:].split()))
    told = cell_of(value)
    if " ".join(expected.split()) == " ".join(told.split()):
        return True
    if isinstance(value, bool):
        return _YES.get(expected.lower(), expected.lower()) == told
    if isinstance(value, int | float | Decimal):
        try:
            return Decimal(re.sub(r"[,\s]", "", expected)) == Decimal(told)
        except InvalidOperation:
            return False
    return False
