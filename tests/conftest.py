"""What every test may use: Hypothesis profiles, and the documents that this repository does not carry.

The annotated originals are other people's texts. They lie in the folder that WARPARSE_DOCUMENTS names
(default: `../shared`, seen from the repository); tests that need them are skipped with a reason where
they are missing, and fail where CI=true says that they must be there.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from samples import LIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]

# A run gives the same answer for the same code: examples are derived from the test, not from chance.
# `--hypothesis-profile=explore` is the one that looks for news.
_CALM = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", _CALM, max_examples=40)
settings.register_profile("thorough", _CALM, max_examples=120)
settings.register_profile("explore", _CALM, derandomize=False, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="module", autouse=True)
def _no_plugins() -> Iterator[None]:
    """Let the core's tests see the core alone, whatever plugins are installed beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warparse.extract.registry.installed", tuple)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def documents() -> Path:
    """The folder of the original documents, all of them there."""
    folder = (ROOT / os.environ.get("WARPARSE_DOCUMENTS", "../shared")).resolve()
    missing = _missing_from(folder)
    if missing:
        told = f"WARPARSE_DOCUMENTS has no {missing[0]} (and {len(missing) - 1} more are missing)"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    return folder


@pytest.fixture
def live(tmp_path: Path) -> Path:
    path = tmp_path / "live.txt"
    path.write_text(LIVE, encoding="utf-8", newline="")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one below the other, a hidden one, and a file that is none."""
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "a.txt").write_text(LIVE, encoding="utf-8")
    (folder / "inner" / "b.md").write_text(LIVE, encoding="utf-8")
    (folder / ".hidden.txt").write_text(LIVE, encoding="utf-8")
    (folder / "notes.json").write_text("{}", encoding="utf-8")
    return folder


def _missing_from(folder: Path) -> list[str]:
    """Name the documents of the manifest that the folder lacks; the manifest itself where that is missing."""
    manifest = ROOT / "seeds" / "manifest.json"
    if not manifest.exists():
        return ["seeds/manifest.json"]
    entries = json.loads(manifest.read_text(encoding="utf-8"))["documents"]
    return [entry["file"] for entry in entries if not (folder / entry["file"]).is_file()]
