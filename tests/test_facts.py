"""What the three first plugins read in annotated documents.

The floors are what the project promises, not what the plugins happen to reach.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from warparse import Registry, parse
from warparse.extract import loading
from warparse.scoring import Scores, score_folder

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
NAMES = ("attacks", "meetings", "money")
FLOORS = {
    "originals": {"attacks": 0.90, "money": 0.98, "meetings": 0.78},
    "others": {"attacks": 0.85, "money": 0.95, "meetings": 0.70},
    "own": {"attacks": 0.90, "money": 0.98, "meetings": 0.78},
    "wider": {"attacks": 0.85, "money": 0.95, "meetings": 0.65},
}
PRECISE = {
    "originals": {"attacks": 0.90, "money": 0.98, "meetings": 0.85},
    "others": {"attacks": 0.90, "money": 0.95, "meetings": 0.85},
    "own": {"attacks": 0.90, "money": 0.95, "meetings": 0.85},
    "wider": {"attacks": 0.90, "money": 0.95, "meetings": 0.85},
}
ATTRIBUTES = {
    "originals": {
        ("attacks", "attacker"): 0.90,
        ("attacks", "location"): 0.90,
        ("attacks", "source"): 0.85,
        ("money", "equivalent_of"): 1.0,
        ("meetings", "status"): 0.85,
        ("meetings", "participants"): 0.75,
    },
    "others": {("money", "equivalent_of"): 1.0, ("meetings", "participants"): 0.75},
    "own": {("attacks", "source"): 0.85, ("money", "equivalent_of"): 1.0, ("meetings", "status"): 0.85},
}


def installed() -> Registry:
    """The three plugins, as they are installed."""
    registry = Registry().plus(*(plugin for plugin in loading.installed() if plugin.name in NAMES))
    assert tuple(each.name for each in registry.extractors) == NAMES, "run make test: it installs the plugins"
    return registry


@cache
def measure(texts: Path, golds: Path) -> Scores:
    registry = installed()

    def predict(name: str, text: str) -> dict[str, Any]:
        return parse(text, name=name, registry=registry).to_dict()

    return score_folder(golds, predict, texts=texts)


def measured(name: str, request: pytest.FixtureRequest) -> Scores:
    if name in ("own", "wider"):
        folder = SEEDS / ("wider" if name == "wider" else "")
        return measure(folder, folder)
    folder = request.getfixturevalue("documents")
    if name == "originals":
        return measure(folder / "seeds", folder / "gold")
    return measure(folder / "others", folder / "others" / "gold")


@pytest.mark.parametrize(("name", "layer"), [(name, layer) for name, floors in FLOORS.items() for layer in floors])
def test_facts_reach_their_floors(name: str, layer: str, request: pytest.FixtureRequest) -> None:
    tally = measured(name, request).total[layer]
    assert tally.f1 >= FLOORS[name][layer]
    assert tally.precision >= PRECISE[name][layer]


@pytest.mark.parametrize(
    ("name", "layer", "attribute"), [(name, *key) for name, shares in ATTRIBUTES.items() for key in shares]
)
def test_attributes_are_right(name: str, layer: str, attribute: str, request: pytest.FixtureRequest) -> None:
    share = measured(name, request).total[layer].share(attribute)
    assert share >= ATTRIBUTES[name][layer, attribute]
