"""Accuracy on annotated documents.

On the project's own always; on the originals and the other real ones where WARPARSE_DOCUMENTS has them.
The floors are what the project promises, not what the parser happens to reach.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from marked import MarkError, compile_marked
from warparse import parse
from warparse.scoring import Tally, score_document

ROOT = Path(__file__).resolve().parents[1]
OWN = sorted((ROOT / "seeds").rglob("*.marked"))
FLOORS = {
    "own": {"blocks": 0.97, "cleaning": 0.995, "posts": 0.75, "quotes": 0.97, "figures": 1.0},
    "originals": {"blocks": 0.97, "cleaning": 0.995, "posts": 0.75, "quotes": 0.97, "figures": 1.0},
    "wider": {"blocks": 0.95, "cleaning": 0.985, "posts": 0.60, "quotes": 0.95, "figures": 0.80},
    "others": {"blocks": 0.95, "cleaning": 0.985, "posts": 0.60, "quotes": 0.95, "figures": 0.90},
}
ATTRIBUTES = {
    "own": {("quotes", "speaker"): 0.92, ("quotes", "form"): 0.92, ("figures", "credit"): 1.0},
    "originals": {("quotes", "speaker"): 0.92, ("quotes", "form"): 0.92, ("figures", "credit"): 1.0},
    "others": {("quotes", "speaker"): 0.88},
}


def read_pair(text: Path, gold: Path) -> tuple[str, dict[str, Any]]:
    with text.open(encoding="utf-8", newline="") as handle:  # newlines as they are: offsets count them
        return handle.read(), json.loads(gold.read_text(encoding="utf-8"))


@cache
def measure(texts: Path, golds: Path) -> dict[str, Tally]:
    totals: dict[str, Tally] = defaultdict(Tally)
    for gold_path in sorted(golds.glob("*.gold.json")):
        text, gold = read_pair(texts / f"{gold_path.name.removesuffix('.gold.json')}.txt", gold_path)
        pred = parse(text).to_dict()
        for layer, tally in score_document(text, gold, pred).items():
            totals[layer].add(tally)
    return totals


def measured(name: str, request: pytest.FixtureRequest) -> dict[str, Tally]:
    if name in ("own", "wider"):
        folder = ROOT / "seeds" / ("wider" if name == "wider" else "")
        return measure(folder, folder)
    folder = request.getfixturevalue("documents")
    if name == "originals":
        return measure(folder / "seeds", folder / "gold")
    return measure(folder / "others", folder / "others" / "gold")


@pytest.mark.parametrize("name", FLOORS)
def test_documents_reach_their_floors(name: str, request: pytest.FixtureRequest) -> None:
    found = measured(name, request)
    layers = {layer: found[layer].f1 for layer in FLOORS[name]}
    shares = {key: found[key[0]].share(key[1]) for key in ATTRIBUTES.get(name, {})}
    assert {layer: f1 for layer, f1 in layers.items() if f1 < FLOORS[name][layer]} == {}
    assert {key: share for key, share in shares.items() if share < ATTRIBUTES[name][key]} == {}


def test_posts_are_told_with_precision(request: pytest.FixtureRequest) -> None:
    assert measured("originals", request)["posts"].precision >= 0.85


def test_there_is_a_document_of_every_family() -> None:
    assert len(OWN) >= 12


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_documents_are_what_their_marks_say(path: Path) -> None:
    text, gold = compile_marked(path.stem, path.read_text(encoding="utf-8"))
    assert read_pair(path.with_suffix(".txt"), path.with_suffix(".gold.json")) == (text, gold)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_annotation_is_a_partition(path: Path) -> None:
    text, gold = read_pair(path.with_suffix(".txt"), path.with_suffix(".gold.json"))
    covered = [0] * len(text)
    for block in gold["blocks"]:
        for at in range(block["start"], block["end"]):
            covered[at] += 1
    assert all(times == 1 for at, times in enumerate(covered) if not text[at].isspace())
    kept = [block for block in gold["blocks"] if block["kind"] != "noise"]
    for record in (*gold["quotes"], *(record for records in gold["fields"].values() for record in records)):
        assert any(block["start"] <= record["start"] < record["end"] <= block["end"] for block in kept)


@pytest.mark.parametrize("line", ["words without a kind", "noise| without a reason", "paragraph| ⟦d|open", "% leap"])
def test_wrong_marks_are_refused_with_their_line(line: str) -> None:
    with pytest.raises(MarkError, match=r"^wrong\.marked:2: "):
        compile_marked("wrong", f"paragraph| Fine.\n{line}\n")
