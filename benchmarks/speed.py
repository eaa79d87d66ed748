"""Speed and memory of `parse`, beside spaCy's blank English tokenizer, in one run.

Run with `make bench`. The text is the project's own documents, repeated to ten megabytes: as many
documents of real size, and as one document. Times are CPU seconds, interleaved, the best of several rounds, so
that the ratio holds on a noisy machine.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
MEGABYTES = 10
ROUNDS = 3
SAMPLE = 40
"""Copies of the documents that one round reads; the rate is the same for more of them."""


def read_documents() -> list[str]:
    """Give the project's own documents."""
    return [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]


def time_all(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Give the CPU seconds that some work takes on all texts."""
    gc.collect()
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def measure_rates(texts: list[str]) -> None:
    """Print the rates of parse and of the tokenizer, best of several interleaved rounds."""
    import spacy

    from warparse import parse

    tokenizer = spacy.blank("en").tokenizer
    sample = texts * SAMPLE
    size = sum(map(len, sample)) / 1e6
    whole = ["\n\n".join(sample * (int(MEGABYTES / size) + 1))[: MEGABYTES * 1_000_000]]
    time_all(parse, texts)
    time_all(tokenizer, texts)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(time_all(parse, sample))
        theirs.append(time_all(tokenizer, sample))
    print(f"documents of real size ({len(sample)}, {size:.1f} MB)")
    print(f"  warparse.parse           {size / min(ours):6.2f} MB/s")
    print(f"  spaCy blank tokenizer    {size / min(theirs):6.2f} MB/s")
    print(f"  ratio                    {min(theirs) / min(ours):6.2f}")
    print(f"one document of {MEGABYTES} MB")
    print(f"  warparse.parse           {MEGABYTES / time_all(parse, whole):6.2f} MB/s")


def measure_first_call() -> None:
    """Print what the first import and the first parse of a process cost, in wall-clock seconds."""
    code = (
        "import time; a = time.perf_counter(); import warparse; b = time.perf_counter();"
        "warparse.parse('Storm. The mayor said “no”.'); print(b - a, time.perf_counter() - b)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    print(f"first call: import {float(told[0]) * 1000:.0f} ms, parse {float(told[1]) * 1000:.0f} ms")


def measure_memory(texts: list[str]) -> None:
    """Print the peak memory of one document as a multiple of its size in UTF-8."""
    import tracemalloc

    from warparse import parse

    text = "\n\n".join(texts * 20)
    parse(texts[0])
    tracemalloc.start()
    parse(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = len(text.encode())
    print(f"peak memory: {peak / size:.1f} times a document of {size / 1e6:.1f} MB")


if __name__ == "__main__":
    documents = read_documents()
    measure_first_call()
    measure_memory(documents)
    measure_rates(documents)
