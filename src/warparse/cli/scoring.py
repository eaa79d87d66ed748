"""`warparse score`: how near parses come to what people annotated."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from warparse.errors import ConfigError
from warparse.scoring.folders import parses_of, score_folder

if TYPE_CHECKING:
    from pathlib import Path

    from warparse.scoring.folders import Scores

__all__ = ["show_scores"]

_ALL = "all"


def show_scores(
    gold: Path, pred: Path, *, texts: Path | None, errors: str | None, as_json: bool, per_document: bool
) -> str:
    """Score a folder of parses and write what came of it.

    Args:
        gold: the folder of NAME.gold.json files.
        pred: the folder of NAME.json files.
        texts: the folder of NAME.txt files; where None, it is looked for beside the gold.
        errors: the layer whose misses are told, or "all"; none where None.
        as_json: write all numbers as JSON instead of a table.
        per_document: tell every document's F1 too; JSON always does.

    Raises:
        ConfigError: a folder or a text is missing, or no document has the layer.
        FormatError: a file is not in the interchange format.
    """
    scores = score_folder(gold, parses_of(pred), texts=texts)
    if errors not in (None, _ALL, *scores.total):
        raise ConfigError(f"--errors {errors}: no document has that layer: give {', '.join((*scores.total, _ALL))}")
    told = scores.errors(None if errors == _ALL else errors) if errors else []
    if as_json:
        return json.dumps({**scores.to_dict(), **({"errors": told} if errors else {})}, indent=1) + "\n"
    rows = _per_document(scores) if per_document else []
    return "".join(f"{line}\n" for line in (*told, *rows)) + scores.table()


def _per_document(scores: Scores) -> list[str]:
    return [
        f"{name} " + " ".join(f"{layer}={tally.to_dict()['f1']:.3f}" for layer, tally in layers.items())
        for name, layers in scores.documents.items()
    ]
