"""Folders of annotated documents, scored as a whole.

Contract: a folder holds NAME.gold.json files; their texts are NAME.txt, read with newlines as they are. What can't be
read is a `ConfigError` or `FormatError` that names the file; a document without a parse counts as an empty one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from warparse.errors import ConfigError, FormatError
from warparse.scoring.facts import score_attacks, score_meetings, score_money, scorer_of
from warparse.scoring.layers import score_blocks, score_cleaning, score_figures, score_posts, score_quotes
from warparse.scoring.tally import Record, Tally

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Scores", "parses_of", "score_document", "score_folder"]

Scorer = Callable[[str, Record, Record], Tally]

_CORE: Final[dict[str, Scorer]] = {
    "blocks": score_blocks,
    "cleaning": score_cleaning,
    "posts": score_posts,
    "quotes": score_quotes,
    "figures": score_figures,
}
_FACTS: Final[dict[str, Scorer]] = {"attacks": score_attacks, "money": score_money, "meetings": score_meetings}
_ENDING: Final = ".gold.json"


@frozen
class Scores:
    """What came of a folder."""

    total: Mapping[str, Tally]
    """The counts of each layer over all documents."""
    documents: Mapping[str, Mapping[str, Tally]]
    """The counts of each layer of each document, by its name."""

    def to_dict(self) -> dict[str, Any]:
        """Give all numbers as plain data: `total` and `documents`, each by layer."""
        return {
            "total": {layer: tally.to_dict() for layer, tally in self.total.items()},
            "documents": {
                name: {layer: tally.to_dict() for layer, tally in layers.items()}
                for name, layers in self.documents.items()
            },
        }

    def table(self) -> str:
        """Write a line for each layer: precision, recall, F1, gold records, then the shares of its attributes."""
        wide = max(10, *(len(layer) + 2 for layer in self.total))
        head = f"{'layer':<{wide}}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}"
        lines = [f"{head}  attributes right on matched records"]
        for layer, tally in self.total.items():
            row = tally.to_dict()
            told = "  ".join(f"{name} {share:.2f}" for name, share in row["attributes"].items())
            numbers = f"{row['precision']:>10.3f}{row['recall']:>8.3f}{row['f1']:>8.3f}{row['gold']:>7}"
            lines.append(f"{layer:<{wide}}{numbers}  {told}")
        return "\n".join(lines) + "\n"

    def errors(self, layer: str | None = None) -> list[str]:
        """Give a line for each miss, spurious record and wrong attribute of a layer; of all where None."""
        return [
            f"{name} {each} {line}"
            for name, layers in self.documents.items()
            for each, tally in layers.items()
            if layer in (None, each)
            for line in tally.errors
        ]


def score_document(text: str, gold: Record, pred: Record) -> dict[str, Tally]:
    """Score one parse.

    Args:
        text: the document.
        gold: its annotation in the interchange format; `skip` may list layers that are not annotated.
        pred: the parse in the interchange format; what it lacks counts as empty.

    Returns:
        The counts of every layer that is annotated, the core's first.

    >>> gold = {"blocks": [{"kind": "paragraph", "start": 0, "end": 4}]}
    >>> score_document("Rain", gold, gold)["blocks"].f1
    1.0
    """
    names = gold.get("fields", {})
    scorers = {layer: score for layer, score in _CORE.items() if _source_of(layer) in gold}
    scorers.update({name: score for name, score in _FACTS.items() if name in names})
    scorers.update({name: scorer_of(name) for name in sorted(names) if name not in scorers})
    return {layer: score(text, gold, pred) for layer, score in scorers.items() if layer not in gold.get("skip", [])}


def _source_of(layer: str) -> str:
    return "blocks" if layer == "cleaning" else layer


def score_folder(gold: Path, predict: Callable[[str, str], Record], *, texts: Path | None = None) -> Scores:
    """Score the parses of all annotated documents of a folder.

    Args:
        gold: the folder of NAME.gold.json files.
        predict: gives the parse of a document from its name and text, in the interchange format.
        texts: the folder of NAME.txt files; where None, `seeds` beside the gold folder, or that folder itself.

    Raises:
        ConfigError: there is no annotation, or a text is missing.
        FormatError: an annotation or a parse is not in the interchange format.
    """
    paths = sorted(gold.glob(f"*{_ENDING}"))
    if not paths:
        raise ConfigError(f"{gold}: holds no *{_ENDING}: give a folder of annotated documents")
    documents: dict[str, dict[str, Tally]] = {}
    total: dict[str, Tally] = {}
    for path in paths:
        name = path.name.removesuffix(_ENDING)
        text = _read_text(_texts_of(gold, name, texts) / f"{name}.txt")
        try:
            documents[name] = score_document(text, _read_json(path), predict(name, text))
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            told = f"{type(error).__name__}: {error}"
            raise FormatError(
                f"{name}: the annotation or the parse is not in the interchange format ({told})"
            ) from None
    for layer in dict.fromkeys((*_CORE, *_FACTS, *sorted({each for found in documents.values() for each in found}))):
        tallies = [found[layer] for found in documents.values() if layer in found]
        if tallies:
            total[layer] = Tally()
            for tally in tallies:
                total[layer].add(tally)
    return Scores(total, documents)


def parses_of(folder: Path) -> Callable[[str, str], Record]:
    """Give the parses of a folder of NAME.json files, as `score_folder` asks for them.

    Raises:
        ConfigError: there is no such folder.
    """
    if not folder.is_dir():
        raise ConfigError(f"{folder}: there is no such folder: write one with warparse parse --format json --output")

    def predict(name: str, _: str) -> Record:
        path = folder / f"{name}.json"
        return _read_json(path) if path.exists() else {}

    return predict


def _texts_of(gold: Path, name: str, texts: Path | None) -> Path:
    if texts is not None:
        return texts
    beside = gold.parent / "seeds"
    return gold if (gold / f"{name}.txt").exists() else beside


def _read_text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as handle:  # newlines as they are: offsets count them
            return handle.read()
    except (OSError, UnicodeDecodeError) as error:
        told = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
        raise ConfigError(f"{path}: can't be read ({told}): --text-dir names the folder of the texts") from None


def _read_json(path: Path) -> Record:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: no JSON: {error}") from None
    if not isinstance(data, dict):
        raise FormatError(f"{path}: a mapping is due")
    return data
