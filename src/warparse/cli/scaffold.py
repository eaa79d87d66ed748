"""`warparse new-plugin`: a plugin to begin with, complete and working."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Final

from warparse.cli.streams import OutputError
from warparse.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_plugin"]

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_LONGEST: Final = 30
"""Characters of a name; lines of the templates have room for so many."""
_FILES: Final = {
    "pyproject.toml.template": "pyproject.toml",
    "README.md.template": "README.md",
    "module.py.template": "src/@@package@@/__init__.py",
    "reading.py.template": "src/@@package@@/reading.py",
    "test_conformance.py.template": "tests/test_conformance.py",
    "fixture.md.template": "tests/fixtures/@@name@@.md",
}
"""Where each template goes."""
_TYPED: Final = "src/@@package@@/py.typed"


def write_plugin(name: str, into: Path) -> Path:
    """Write a new plugin.

    Args:
        name: what it reads, in a word or several joined by hyphens: "tolls", "front-lines".
        into: the folder in which its own is made.

    Returns:
        The plugin's folder.

    Raises:
        ConfigError: the name can't be one of a plugin.
        OutputError: its folder is there already, or can't be written.
    """
    bare = name.removeprefix("warparse-")
    if not _NAME.fullmatch(bare) or len(bare) > _LONGEST:
        raise ConfigError(
            f"{name!r} can't be a plugin's name: give small letters, digits and hyphens, {_LONGEST} at most"
        )
    own = bare.replace("-", "_")
    names = {
        "@@distribution@@": f"warparse-{bare.replace('_', '-')}",
        "@@package@@": f"warparse_{own}",
        "@@name@@": own,
    }
    folder = into / names["@@distribution@@"]
    if folder.exists():
        raise OutputError(f"{folder}: is there already: give another name, or another folder with --into")
    templates = resources.files("warparse") / "data" / "new_plugin"
    written = {target: (templates / template).read_text(encoding="utf-8") for template, target in _FILES.items()}
    try:
        for target, text in (*written.items(), (_TYPED, "")):
            path = folder / _fill(target, names)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_fill(text, names), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{folder}: can't be written ({error.strerror})") from None
    return folder


def _fill(text: str, names: dict[str, str]) -> str:
    for mark, name in names.items():
        text = text.replace(mark, name)
    return text
