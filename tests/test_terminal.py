"""The command on a terminal, on a pipe that closes, on a disk that is full."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import termios
from typing import TYPE_CHECKING, Final

import pytest

from samples import LIVE

if TYPE_CHECKING:
    from pathlib import Path

ESCAPE: Final = "\x1b"


def spawn(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "warparse", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env | environment)


@pytest.mark.parametrize("style", ["outline", "jsonl", "text", "markdown"])
def test_a_closed_pipe_ends_quietly(tmp_path: Path, style: str) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LIVE * 300, encoding="utf-8")
    process = spawn("parse", "--format", style, tmp_path)
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 141
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")  # noqa: PTH110
def test_a_full_disk_is_told_in_a_line(live: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "warparse", "parse", live], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert re.fullmatch(rb"warparse: standard output: can't be written [^\n]+\n", done.stderr)


def on_terminal(arguments: list[object], columns: int, **environment: str) -> tuple[str, str]:
    """Run the command on a terminal of so many columns; give what it wrote there and on standard error."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (40, columns))
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "warparse", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=slave, stderr=slave, env=env | {"TERM": "xterm-256color"} | environment)
    os.close(slave)
    read = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        read += piece
    os.close(master)
    assert process.wait() == 0
    return read.decode(), re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", read.decode())


def test_a_terminal_gets_colours_and_its_own_width(live: Path) -> None:
    widest = {}
    for columns in (40, 110):
        coloured, shown = on_terminal(["parse", live], columns)
        assert f"{ESCAPE}[" in coloured
        widest[columns] = max(len(line.rstrip("\r")) for line in shown.split("\n"))
    assert widest[40] <= 40
    assert 90 < widest[110] <= 110


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colours_gets_none(live: Path, environment: dict[str, str]) -> None:
    coloured, _ = on_terminal(["parse", live], 80, **environment)
    assert ESCAPE not in coloured


def test_a_folder_shows_progress_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    coloured, shown = on_terminal(["parse", "--format", "json", "--output", tmp_path / "out", folder], 80)
    assert "2/2" in shown
    assert shown.rstrip().endswith("none of 2 documents failed")
    assert coloured.rindex(f"{ESCAPE}[?25h") > coloured.rindex(f"{ESCAPE}[?25l"), "the cursor stays hidden"
