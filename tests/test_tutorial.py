"""The tutorial, followed to the letter: its files written, its commands run, what they show compared."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from warparse import Registry, parse
from warparse.testing.fixtures import read_fixtures

ROOT: Final = Path(__file__).resolve().parents[1]
FENCE: Final = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)
FLAGS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    path: str
    body: str


def blocks_of(page: str) -> list[Block]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        language, _, path = match["info"].partition(" ")
        found.append(Block(language, path, match["body"]))
    return found


class Reader:
    """Who follows a page in a folder; what pip would install is put where Python looks for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shown = ""
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "NO_COLOR": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def write(self, block: Block) -> None:
        path = self.folder / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.body, encoding="utf-8")

    def install(self) -> None:
        """Do what `pip install -e` does, without a network: the package on the path, and its entry points."""
        about = self.folder.parent / "installed" / "warparse_prisoners-0.1.0.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: warparse-prisoners\nVersion: 0.1.0\n", encoding="utf-8"
        )
        project = (self.folder / "pyproject.toml").read_text(encoding="utf-8")
        (point,) = re.findall(r"entry-points\.warparse\]\n(\w+) = \"(\w+)\"", project)
        (about / "entry_points.txt").write_text(f"[warparse]\n{point[0]} = {point[1]}\n", encoding="utf-8")
        paths = [str(self.folder / "src"), str(about.parent)]
        self.environment["PYTHONPATH"] = self.environment["MYPYPATH"] = os.pathsep.join(paths)

    def run(self, line: str) -> None:
        words = line.split()
        if words[0] == "cd":
            self.folder = self.folder / words[1]
            return
        if words[0] == "pip":
            assert line == "pip install -e '.[dev]'"
            self.install()
            return
        program = shutil.which(words[0], path=self.environment["PATH"])
        assert program, f"{words[0]} is not installed"
        done = subprocess.run(
            [program, *words[1:]], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        self.shown += done.stdout
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"

    def compare(self, expected: str) -> None:
        shown, self.shown = self.shown, ""
        checker = doctest.OutputChecker()
        if not checker.check_output(expected, shown, FLAGS):
            pytest.fail(checker.output_difference(doctest.Example("", expected), shown, FLAGS))


@pytest.mark.slow
def test_the_tutorial_can_be_followed(tmp_path: Path) -> None:
    blocks = blocks_of("tutorial-extractor.md")
    assert {block.language for block in blocks} == {"sh", "text", "python", "markdown"}
    reader = Reader(tmp_path)
    for block in blocks:
        if block.path:
            reader.write(block)
        elif block.language == "sh":
            reader.shown = ""
            for line in block.body.splitlines():
                reader.run(line)
        elif block.language == "text":
            reader.compare(block.body)
        else:
            pytest.fail(f"nobody runs this block: {block.body[:80]}")


def test_the_page_on_fixtures_shows_what_the_new_plugin_has() -> None:
    blocks = blocks_of("conformance.md")
    templates = ROOT / "src" / "warparse" / "data" / "new_plugin"
    (shown,) = (block.body for block in blocks if block.language == "markdown")
    fixture = (templates / "fixture.md.template").read_text(encoding="utf-8").replace("@@name@@", "tolls")
    assert fixture.startswith(shown)
    assert read_fixtures(shown)[0].tables[0].rows[1].cells == {"amount": "3", "unit": "mile"}
    (project,) = (block.body for block in blocks if block.language == "toml")
    assert set(project.splitlines()) <= set(
        (templates / "pyproject.toml.template").read_text(encoding="utf-8").splitlines()
    )


def test_the_page_on_fixtures_shows_a_failure_as_it_looks() -> None:
    from warparse.testing.fixture_tests import FixtureMissError, _looks, _Shown

    blocks = blocks_of("conformance.md")
    (written,) = (block.body for block in blocks if block.language == "markdown")
    (shown,) = (block.body for block in blocks if not block.language)
    (fixture,) = read_fixtures(written.replace("| 40 km | 40 |", "| 40 km | 41 |"))

    class Seen(_Shown):
        article = parse(fixture.text, registry=Registry.of(new_plugin()))

    (look,) = (look for name, look in _looks(Seen(fixture), fixture.tables[0]) if name.endswith("“40 km” amount"))
    with pytest.raises(FixtureMissError) as raised:
        look()
    assert f"tolls.md:{look.line}: {raised.value}\n" == shown


def new_plugin() -> object:
    """Give the plugin that the templates make, as a module."""
    import types

    import warparse

    code = (ROOT / "src" / "warparse" / "data" / "new_plugin" / "reading.py.template").read_text(encoding="utf-8")
    module = types.ModuleType("tolls_reading")
    sys.modules[module.__name__] = module  # attrs looks the module of a class up
    exec(textwrap.dedent(code), vars(module))  # noqa: S102 - our own template

    class Tolls:
        @warparse.hookimpl
        def warparse_extractors(self) -> list[warparse.Extractor[object]]:
            return [warparse.Extractor("tolls", module.Distance, module.TRIGGERS, module.find_distances)]

    return Tolls()
