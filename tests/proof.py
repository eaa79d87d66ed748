"""The proof that a third party can begin: a new plugin, outside the repository, in an environment of its own.

`python tests/proof.py` builds the wheel of warparse, makes a fresh environment with it, writes a plugin with
`warparse new-plugin`, builds that as a wheel, installs it, and sees that it is found, that its fields are printed, and
that its own tests, ruff and mypy pass there. It stops at the first thing that does not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXT = """A quiet day at the harbour

The front line is 40 km from the town, and the mayor had gone there on Friday.
"""


def run(*command: str | Path, within: Path, shown: tuple[str, ...] = ()) -> str:
    """Run a command that must succeed and show some words; give what it wrote."""
    told = " ".join(Path(command[0]).name if at == 0 else str(part) for at, part in enumerate(command))
    sys.stdout.write(f"$ {told}\n")
    sys.stdout.flush()
    # Nothing of the checkout may be seen from there.
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "MYPYPATH", "VIRTUAL_ENV")
    }
    done = subprocess.run(
        [str(part) for part in command], cwd=within, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{told}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    for words in shown:
        if words not in done.stdout:
            sys.exit(f"{told}: does not show {words!r}\n{done.stdout}")
    return done.stdout


def build(python: Path, project: Path, wheels: Path) -> Path:
    """Build the wheel of a project."""
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, project, within=wheels)
    name = project.name if project != ROOT else "warparse"
    return next(wheels.glob(f"{name.replace('-', '_')}-*.whl"))


def prove(folder: Path) -> None:
    """Go through a third party's first hour."""
    wheels, environment = folder / "wheels", folder / "environment"
    wheels.mkdir()
    run(sys.executable, "-m", "venv", environment, within=folder)
    python, programs = environment / "bin" / "python", environment / "bin"
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    core = build(python, ROOT, wheels)
    run(*pip, f"{core}[cli,testing]", "mypy>=1.18", "ruff>=0.14", within=folder)
    run(programs / "warparse", "new-plugin", "tolls", within=folder, shown=("warparse-tolls",))
    plugin = folder / "warparse-tolls"
    run(*pip, "--no-deps", build(python, plugin, wheels), within=folder)
    (folder / "page.txt").write_text(TEXT, encoding="utf-8")
    run(
        programs / "warparse",
        "plugins",
        within=folder,
        shown=("tolls 0.1.0  from warparse-tolls", "start, end, amount"),
    )
    run(programs / "warparse", "parse", "page.txt", within=folder, shown=("1 tolls", "tolls: 40 km"))
    csv = ("parse", "--field", "tolls", "--format", "csv", "page.txt")
    run(programs / "warparse", *csv, within=folder, shown=("40 km", ",40,km,"))
    tests = run(
        python, "-m", "pytest", within=plugin, shown=("warparse checks: 22 ran, 0 failed, 0 failed as declared",)
    )
    sys.stdout.write(f"{tests.strip().splitlines()[-1]}\n")
    run(programs / "ruff", "check", ".", within=plugin)
    run(programs / "ruff", "format", "--check", ".", within=plugin)
    run(programs / "mypy", "src", "tests", within=plugin)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        prove(Path(folder))
    sys.stdout.write("A third party can begin.\n")
