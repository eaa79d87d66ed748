"""Speed and memory of `parse`, beside other libraries, in one run.

Run with `make bench`. The text is the project's own documents, repeated to ten megabytes, as documents of real size
and as one document. Times are CPU seconds, the libraries taking turns, the best of several rounds, so that ratios hold
on a noisy machine. What the others do is less: spaCy's blank English pipeline only makes tokens; jusText only tells
boilerplate from text, and is given the lines as paragraphs of HTML.
"""

from __future__ import annotations

import argparse
import gc
import html
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
MEGABYTE = 1_000_000
ROUNDS = 2
PROCESSES = 9
"""Fresh processes of which the fastest tells what an import costs."""
IMPORT_CODE = """
import time
start = time.process_time()
import warparse
imported = time.process_time()
warparse.parse("Storm. The mayor said “no”.")
print(imported - start, time.process_time() - imported)
"""
MEMORY_CODE = """
import resource, sys
import warparse
text = sys.stdin.buffer.read().decode()
warparse.parse(text[:3000])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
article = warparse.parse(text)
unit = 1 if sys.platform == "darwin" else 1024
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit)
"""
BETWEEN_CODE = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', sys.argv[1]]))"
"""A small process between this one and one whose memory is measured: a process starts with the peak of its parent."""


def read_documents() -> list[str]:
    """Give the project's own documents."""
    return [path.read_bytes().decode() for path in sorted(SEEDS.rglob("*.txt"))]


def fill(documents: list[str], size: int) -> list[str]:
    """Repeat documents, whole ones, until they have some characters."""
    filled: list[str] = []
    for document in cycle(documents):
        if size <= 0:
            return filled
        filled.append(document)
        size -= len(document)
    return filled


def to_html(text: str) -> str:
    """Give the lines as paragraphs."""
    return f"<html><body>{''.join(f'<p>{html.escape(line)}</p>' for line in text.splitlines() if line)}</body></html>"


def clock(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Give the CPU seconds that some work takes on all texts."""
    gc.collect()
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def measure_rates(documents: list[str], megabytes: float) -> None:
    """Print the rates of all libraries on documents of real size, best of several rounds in which they take turns."""
    import justext
    import spacy

    from warparse import parse

    texts = fill(documents, int(megabytes * MEGABYTE))
    stopwords = justext.get_stoplist("English")
    pages = [to_html(text) for text in texts]
    jobs: dict[str, tuple[Callable[[str], object], list[str]]] = {
        "warparse.parse": (parse, texts),
        "spaCy 'en' tokens": (spacy.blank("en").tokenizer, texts),
        "jusText": (lambda page: justext.justext(page, stopwords), pages),
    }
    best = dict.fromkeys(jobs, float("inf"))
    for work, sample in jobs.values():  # first calls read word lists
        clock(work, sample[:3])
    for _ in range(ROUNDS):
        for name, (work, sample) in jobs.items():
            best[name] = min(best[name], clock(work, sample))
    size = sum(map(len, texts)) / MEGABYTE
    print(f"{len(texts)} documents of real size, {size:.1f} million characters: best of {ROUNDS} rounds, CPU time")
    print(f"  {'':22}{'MB/s':>8}{'times parse’s speed':>22}")
    for name, seconds in best.items():
        print(f"  {name:22}{size / seconds:8.2f}{best['warparse.parse'] / seconds:22.2f}")


def measure_whole(documents: list[str], megabytes: float) -> None:
    """Print time and memory of one large document."""
    from warparse import parse

    for share in (megabytes / 10, megabytes):
        text = "\n\n".join(fill(documents, int(share * MEGABYTE)))
        size = len(text.encode())
        seconds = clock(parse, [text])
        peak = int(ask(MEMORY_CODE, text, through=BETWEEN_CODE)[0])
        print(
            f"one document of {size / MEGABYTE:.1f} MB: {size / MEGABYTE / seconds:.2f} MB/s; "
            f"memory at its peak {peak / size:.1f} times its size (aim: under 30)"
        )


def measure_start() -> None:
    """Print what the import and the first parse of a process add to bare Python, the fastest of several processes."""
    told = [tuple(map(float, ask(IMPORT_CODE))) for _ in range(PROCESSES)]
    imported, parsed = (min(times) * 1000 for times in zip(*told, strict=True))
    bare, loaded = ([clock_process(code) for _ in range(PROCESSES)] for code in ("pass", "import warparse"))
    print(f"import warparse: {imported:.0f} ms of CPU time (aim: at most 70), first parse {parsed:.0f} ms more")
    print(
        f"  a process that imports it: {min(loaded) * 1000:.0f} ms by the wall clock, bare Python {min(bare) * 1000:.0f} ms"
    )


def ask(code: str, given: str = "", *, through: str = "") -> list[str]:
    """Run some code in a process of its own, or a code that runs it in another; give the words that it prints."""
    arguments = [through, code] if through else [code]
    done = subprocess.run([sys.executable, "-c", *arguments], input=given.encode(), capture_output=True, check=True)
    return done.stdout.decode().split()


def clock_process(code: str) -> float:
    """Give the seconds that a process takes to run some code, by the wall clock."""
    start = time.perf_counter()
    ask(code)
    return time.perf_counter() - start


def main() -> None:
    """Measure all of it."""
    parser = argparse.ArgumentParser(description="Speed and memory of parse, beside other libraries.")
    parser.add_argument("--megabytes", type=float, default=10, help="size of the text (default: 10)")
    megabytes = parser.parse_args().megabytes
    documents = read_documents()
    measure_start()
    measure_rates(documents, megabytes)
    measure_whole(documents, megabytes)


if __name__ == "__main__":
    main()
