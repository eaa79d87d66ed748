"""Scores that a test suite guards: how near a parser must come to annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from warparse.errors import ConfigError
from warparse.pipeline import parse
from warparse.scoring.folders import Scores, score_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from warparse.extract.registry import Registry

__all__ = ["assert_scores"]

_NUMBERS: Final = ("precision", "recall", "f1")
_SHOWN: Final = 20
"""Misses that a failure tells."""


def assert_scores(
    gold: str | Path,
    floors: Mapping[str, float],
    *,
    texts: str | Path | None = None,
    registry: Registry | None = None,
    predict: Callable[[str], dict[str, Any]] | None = None,
) -> Scores:
    """See that parses of annotated documents reach their floors.

    Args:
        gold: a folder of NAME.gold.json files, as `warparse score` takes it.
        floors: the least that is due, 0 to 1: of a layer's F1 ("money"), its precision or recall ("money.recall"), or
            one of its attributes ("money.currency").
        texts: the folder of NAME.txt files; where None, it is looked for beside the gold.
        registry: the plugins that read the documents; None for the installed ones.
        predict: gives the parse of a text in the interchange format; None for `warparse.parse`.

    Returns:
        All scores.

    Raises:
        AssertionError: a floor is missed; the message holds the table and the first misses of those layers.
        ConfigError: there are no annotated documents, or a floor is of nothing that they hold.
    """
    read = predict or (lambda text: parse(text, registry=registry).to_dict())
    scores = score_folder(Path(gold), lambda _, text: read(text), texts=Path(texts) if texts is not None else None)
    below = [(name, told) for name, floor in floors.items() if (told := _number(scores, name)) < floor]
    if below:
        layers = dict.fromkeys(name.partition(".")[0] for name, _ in below)
        misses = [line for layer in layers for line in scores.errors(layer)[:_SHOWN]]
        due = [f"{name} is {told:.4f}, below {floors[name]}" for name, told in below]
        raise AssertionError("\n".join([*due, "", scores.table(), *misses]))
    return scores


def _number(scores: Scores, name: str) -> float:
    layer, _, number = name.partition(".")
    tally = scores.total.get(layer)
    if tally is None:
        raise ConfigError(
            f"the floor {name!r}: no document has the layer {layer!r}: give one of {', '.join(scores.total)}"
        )
    if not number or number in _NUMBERS:
        return float(getattr(tally, number or "f1"))
    if number not in tally.seen:
        raise ConfigError(f"the floor {name!r}: no paired record of {layer!r} has {number!r}")
    return tally.share(number)
