"""`warparse new-plugin`: what it writes works, whatever the name; `tests/proof.py` goes on from there."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from decimal import Decimal
from importlib import resources
from typing import TYPE_CHECKING

import pytest

from warparse import Registry, parse
from warparse.cli.app import run
from warparse.testing.conformance import checks_for
from warparse.testing.fixtures import is_same_cell, pair_rows, read_fixtures

if TYPE_CHECKING:
    from pathlib import Path

QUICK = ("is_accepted", "reads_its_examples", "cuts_no_word", "takes_any_digit_separators", "takes_any_white_space")


@pytest.fixture(params=["tolls", "a1", "front-lines-of-the-northern-se"])
def plugin(request: pytest.FixtureRequest, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new plugin's folder."""
    assert run(["new-plugin", request.param, "--into", str(tmp_path)]) == 0
    assert f"warparse-{request.param}" in capsys.readouterr().out
    return tmp_path / f"warparse-{request.param}"


def test_nothing_of_the_templates_is_left_open(plugin: Path) -> None:
    package = plugin.name.replace("-", "_")
    files = {str(path.relative_to(plugin)) for path in plugin.rglob("*") if path.is_file()}
    assert files == {
        "README.md",
        "pyproject.toml",
        f"src/{package}/__init__.py",
        f"src/{package}/py.typed",
        f"src/{package}/reading.py",
        "tests/test_conformance.py",
        f"tests/fixtures/{package.removeprefix('warparse_')}.md",
    }
    assert not [path for path in plugin.rglob("*.*") if "@@" in path.read_text(encoding="utf-8")]


def test_its_style_is_clean(plugin: Path) -> None:
    for command in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "."], cwd=plugin, capture_output=True, text=True, check=False
        )
        assert not done.returncode, done.stdout


def test_it_reads_what_its_fixtures_say_and_keeps_its_promises(plugin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(plugin / "src")
    package = plugin.name.replace("-", "_")
    module = importlib.import_module(package)
    registry = Registry.of(module)
    (path,) = (plugin / "tests" / "fixtures").iterdir()
    for fixture in read_fixtures(path.read_text(encoding="utf-8")):
        article = parse(fixture.text, registry=registry)
        for table in fixture.tables:
            found, left = pair_rows(table, article)
            assert not left
            assert all(
                is_same_cell(row.cells[name], getattr(each, name))
                for row, each in zip(table.rows, found, strict=True)
                for name in row.cells
            )
    tests = (plugin / "tests" / "test_conformance.py").read_text(encoding="utf-8")
    examples = re.findall(r'^    "(.*)",$', tests, re.MULTILINE)
    assert len(examples) == 2
    for check in checks_for(module, examples):
        if check.name in QUICK:
            check()


def test_the_readme_shows_what_it_reads(plugin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(plugin / "src")
    module = importlib.import_module(plugin.name.replace("-", "_"))
    readme = (plugin / "README.md").read_text(encoding="utf-8")
    shown = "\n".join(re.findall(r'^(?:>>> .*parse\("""|\.\.\. )(.*)$', readme, re.MULTILINE))
    (record,) = parse(shown, registry=Registry.of(module)).fields[module.__name__.removeprefix("warparse_")]
    assert (record.amount, record.unit, record.said_by) == (Decimal(40), "km", None)
    assert "('40 km', Decimal('40'), 'km')" in readme


@pytest.mark.parametrize("name", ["Tolls", "1st", "a b", "tolls-", "../tolls", "", "x" * 31, "warparse-"])
def test_a_name_that_can_be_none_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    assert run(["new-plugin", name, "--into", str(tmp_path)]) == 2
    assert "can't be a plugin's name" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["new-plugin", "tolls", "--into", str(tmp_path)]) == 0
    assert run(["new-plugin", "warparse-tolls", "--into", str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_a_folder_that_can_not_be_made_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(["new-plugin", "tolls", "--into", str(tmp_path / "file")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_every_template_is_used() -> None:
    from warparse.cli.scaffold import _FILES

    folder = resources.files("warparse") / "data" / "new_plugin"
    assert {entry.name for entry in folder.iterdir()} == set(_FILES)
