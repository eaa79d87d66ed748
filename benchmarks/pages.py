"""Pages of HTML: what is kept of them, how fast and with how much memory, beside other libraries, in one run.

Run with `make bench-html`. The pages are the project's own (`seeds/html`), with their gold. For speed each is grown to
a hundred kilobytes in the manner of real pages: about a third of scripts, styles and data, menus and teasers around
the article, and the article's own text several times. Times are CPU seconds, interleaved, the best of several rounds,
so that the ratio holds on a noisy machine.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "seeds" / "html"
SIZE = 100_000
ROUNDS = 5
SHORTEST = 4
"""Characters below which a block is not looked for."""
PARAGRAPH = (
    "<p>The mayor said on Monday that the port would be closed for three days, since the wall in front of it had"
    " been broken by the storm in the night and nobody could say whether it would stand.</p>\n"
)
KINDS = ("paragraph", "heading", "list_item", "quote", "caption")


def extractors() -> dict[str, Callable[[str], str]]:
    """Give what is measured: each makes text of a page; those whose library is not there are left out."""
    import warparse

    plain = warparse.Registry.of()  # none of the others reads facts
    found: dict[str, Callable[[str], str]] = {"warparse": lambda page: warparse.parse_html(page, registry=plain).text}
    for name, make in (
        ("trafilatura", _trafilatura),
        ("readability", _readability),
        ("newspaper", _newspaper),
        ("justext", _justext),
        ("resiliparse", _resiliparse),
    ):
        if importlib.util.find_spec(name):
            found[name] = make()
        else:
            print(f"{name} is not installed: make bench-html", file=sys.stderr)
    return found


def _trafilatura() -> Callable[[str], str]:
    import trafilatura

    return lambda page: trafilatura.extract(page) or ""


def _readability() -> Callable[[str], str]:
    import lxml.html
    from readability import Document

    return lambda page: lxml.html.fromstring(Document(page).summary()).text_content()


def _newspaper() -> Callable[[str], str]:
    from newspaper import Article

    def extract(page: str) -> str:
        article = Article("https://example.org/")
        article.download(input_html=page)
        article.parse()
        return f"{article.title}\n{article.text}"

    return extract


def _justext() -> Callable[[str], str]:
    import justext

    words = justext.get_stoplist("English")
    return lambda page: "\n".join(each.text for each in justext.justext(page, words) if not each.is_boilerplate)


def _resiliparse() -> Callable[[str], str]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True)


def read_pages() -> dict[str, tuple[str, dict[str, Any], str]]:
    """Give each page with its gold and the text that the gold's offsets count."""
    from warparse.read.decode import decode

    found = {}
    for path in sorted(PAGES.glob("*.html")):
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found[path.stem] = (decode(path.read_bytes())[0], gold, text)
    return found


def grow(page: str) -> str:
    """Grow a page to the size of real ones, with what they have around their articles."""
    script = "window.q=window.q||[];q.push(['set',{page:1,slot:'top'}]);if(a<b&&c>d){f('<div>')}\n"
    style = ".c-card__title--lead{font-weight:700;margin:0 0 .5rem}\n"
    menu = "".join(
        f'<li class="menu-item"><a href="/s/{n}" data-link="nav : {n}">Section {n}</a></li>' for n in range(90)
    )
    cards = "".join(
        f'<div class="card"><a href="/story/{n}"><img loading="lazy" src="/i/{n}.jpg" alt=""><h3>Another story of the day {n}</h3></a></div>'
        for n in range(60)
    )
    first, last = _article(page)
    inner = page[first:last]
    body = "".join(re.sub(r'(id|data-[\w-]+)="([^"]*)"', rf'\1="\2-{copy}"', inner) for copy in range(3))
    around = f'<nav class="main-menu"><ul>{menu}</ul></nav>'
    grown = f"{page[:first]}{inner}{body}{page[last:]}"
    grown = re.sub(r"(<body[^>]*>)", lambda found: found[1] + around, grown, count=1, flags=re.IGNORECASE)
    grown = re.sub(r"</body>", lambda _: f'<div class="related">{cards}</div></body>', grown, flags=re.IGNORECASE)
    left = max(0, SIZE - len(grown))
    filling = (
        f"<script>{script * (left * 2 // 3 // len(script))}</script><style>{style * (left // 3 // len(style))}</style>"
    )
    return re.sub(r"</head>", lambda _: f"{filling}</head>", grown, count=1, flags=re.IGNORECASE)


def _article(page: str) -> tuple[int, int]:
    """Give where the paragraphs of a page begin and end, so that they can be repeated."""
    starts = [found.start() for found in re.finditer(r"<p[\s>]", page, re.IGNORECASE)]
    ends = [found.end() for found in re.finditer(r"</p>", page, re.IGNORECASE)]
    return (starts[-1], ends[-1]) if starts and ends and ends[-1] > starts[-1] else (len(page) // 2, len(page) // 2)


def squash(text: str) -> str:
    return re.sub(r"\W+", " ", text).lower()


def measure_keeping(pages: dict[str, tuple[str, dict[str, Any], str]], names: dict[str, Callable[[str], str]]) -> None:
    """Print which part of the article's blocks each keeps, by kind, how much it keeps besides, and whether once and in order."""
    print(f"{'kept, of all blocks':24}", *(f"{kind:>10}" for kind in (*KINDS, "words F1", "noise", "twice", "order")))
    for name, extract in names.items():
        kept: dict[str, list[bool]] = defaultdict(list)
        counts = [0, 0, 0]
        for page, gold, text in pages.values():
            told = squash(extract(page))
            look_for(told, gold, text, kept)
            wanted = [each for each in gold["blocks"] if each["kind"] != "noise"]
            due = squash(" ".join(text[each["start"] : each["end"]] for each in wanted)).split()
            shared = (Counter(due) & Counter(told.split())).total()
            counts = [counts[0] + shared, counts[1] + len(due), counts[2] + len(told.split())]
        f1 = 2 * counts[0] / (counts[1] + counts[2])
        shares = [f"{_share(kept[kind]):10.2f}" for kind in KINDS]
        others = [f"{_share(kept[kind]):10.2f}" for kind in ("noise", "twice", "order")]
        print(f"{name:24}", *shares, f"{f1:10.3f}", *others)


def look_for(told: str, gold: dict[str, Any], text: str, kept: dict[str, list[bool]]) -> None:
    """Note for each block whether it was kept, and of those kept whether it stands there twice and behind the one before."""
    at = -1
    for block in gold["blocks"]:
        words = squash(text[block["start"] : block["end"]]).strip()
        if len(words) < SHORTEST:
            continue
        place = told.find(words)
        kept[block["kind"]].append(place >= 0)
        if place >= 0 and block["kind"] != "noise":
            kept["twice"].append(told.find(words, place + 1) >= 0)
            kept["order"].append(place > at)
            at = max(at, place)


def _share(told: list[bool]) -> float:
    return sum(told) / len(told) if told else 1.0


def measure_speed(pages: list[str], names: dict[str, Callable[[str], str]]) -> None:
    """Print the CPU time that each takes for a page."""
    best = dict.fromkeys(names, float("inf"))
    for extract in names.values():
        for page in pages:
            extract(page)
    for _ in range(ROUNDS):
        for name, extract in names.items():
            gc.collect()
            start = time.process_time()
            for page in pages:
                extract(page)
            best[name] = min(best[name], time.process_time() - start)
    size = sum(len(page.encode()) for page in pages) / len(pages) / 1000
    print(f"\nspeed on {len(pages)} pages of {size:.0f} KB on the average")
    for name, seconds in best.items():
        print(
            f"  {name:24} {seconds / len(pages) * 1000:7.1f} ms a page   {best['warparse'] / seconds:5.2f} times as fast as warparse"
        )


def measure_memory(pages: list[str]) -> None:
    """Print the peak memory of reading a large page as a multiple of its size in UTF-8."""
    import tracemalloc

    import warparse

    page = max(pages, key=len)
    warparse.parse_html(page)
    for text in (
        page,
        f"<main>{PARAGRAPH * 5000}</main>",
    ):
        tracemalloc.start()
        warparse.parse_html(text)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        size = len(text.encode())
        print(f"peak memory: {peak / size:.1f} times a page of {size / 1000:.0f} KB")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("keeping", "speed", "memory"))
    only = parser.parse_args().only
    pages, names = read_pages(), extractors()
    grown = [grow(page) for page, _, _ in pages.values()]
    if only in (None, "keeping"):
        measure_keeping(pages, names)
    if only in (None, "speed"):
        measure_speed(grown, names)
    if only in (None, "memory"):
        measure_memory(grown)


if __name__ == "__main__":
    main()
