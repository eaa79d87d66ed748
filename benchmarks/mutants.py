"""Changes of the code that no test notices, drawn by lot: `make mutants`.

mutmut changes one thing in one function at a time (a number, a comparison, an argument ...) and runs the tests that
reach that function. All changes would take hours, so a fixed share of them is drawn by their names. Whoever reads the
list of survivors asks of each: does no behaviour change (equivalent), only a word for people, only a threshold that
is anybody's choice, or does a law miss? Constants and tables outside functions are not changed, and functions that
run while a module is loaded are told as not reached.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
SUBJECTS: Final = {
    "segment": (ROOT, ("src", "tests", "seeds", "benchmarks", "docs"), "warparse.segment.labels.*", 400),
    "money": (ROOT / "plugins" / "warparse-money", ("src", "tests"), "warparse_money.triggers.*", 300),
}
"""By name: the folder with mutmut's settings, what of it is needed, its smallest module, and how many mutants are drawn."""
PLACE: Final = ROOT / "build" / "mutants"
"""Where it is copied to and changed."""
MUTMUT: Final = Path(sys.executable).with_name("mutmut")
SURVIVED: Final = 0
UNREACHED: Final = (5, 33)
"""Exit codes of mutants that no test reaches."""


def run(folder: Path, *names: str) -> None:
    """Make all mutants anew where the code changed, and try those of some names."""
    told = {**os.environ, "WARPARSE_DOCUMENTS": "none"}
    command = [MUTMUT, "run", "--max-children", "1", *names]
    done = subprocess.run(command, cwd=folder, env=told, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"mutmut failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def prepare(source: Path, parts: tuple[str, ...], folder: Path) -> None:
    """Copy what is to be changed and tested; mutmut itself renews nothing but Python."""
    for part in parts:
        shutil.copytree(source / part, folder / part, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(source / "pyproject.toml", folder)
    for path in (folder / "mutants" / "src").rglob("*"):
        if path.is_file() and path.suffix not in (".py", ".meta", ".spans"):
            path.unlink()


def results(folder: Path) -> dict[str, int | None]:
    """Give each mutant with the exit code of its last try."""
    found: dict[str, int | None] = {}
    for path in sorted((folder / "mutants").rglob("*.meta")):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def draw(names: list[str], count: int) -> list[str]:
    """Draw some names, the same ones every time."""
    return sorted(sorted(names, key=lambda name: sha256(name.encode()).hexdigest())[:count])


def tell(folder: Path, drawn: list[str]) -> None:
    """Print the survivors' share by module, and how each survivor changes the code."""
    codes = results(folder)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in drawn:
        code = codes[name]
        verdict = "survived" if code == SURVIVED else "not reached" if code in UNREACHED else "killed"
        counts[name.split(".")[-2]][verdict] += 1
        if verdict == "survived":
            shown = subprocess.run([MUTMUT, "show", name], cwd=folder, check=True, capture_output=True, text=True)
            print(shown.stdout)
    counts["all"] = sum(counts.values(), Counter[str]())
    print(f"{'module':<14}{'drawn':>8}{'killed':>8}{'survived':>10}{'not reached':>13}{'survivors':>11}")
    for module, of in counts.items():
        tried = of["killed"] + of["survived"]
        share = of["survived"] / tried if tried else 0
        print(f"{module:<14}{of.total():>8}{of['killed']:>8}{of['survived']:>10}{of['not reached']:>13}{share:>11.1%}")


def main() -> None:
    """Try a sample of the mutants of one subject."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subject", choices=SUBJECTS)
    parser.add_argument("--count", type=int, help="how many mutants to draw")
    parser.add_argument("--anew", action="store_true", help="forget all that was tried before")
    options = parser.parse_args()
    source, parts, smallest, count = SUBJECTS[options.subject]
    folder = PLACE / options.subject
    if options.anew:
        shutil.rmtree(folder, ignore_errors=True)
    prepare(source, parts, folder)
    run(folder, smallest)  # makes all the others too
    drawn = draw(list(results(folder)), options.count or count)
    run(folder, *drawn)
    tell(folder, drawn)


if __name__ == "__main__":
    main()
