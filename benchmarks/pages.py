"""Pages of HTML: what is kept of them, how fast and with how much memory, beside other libraries, in one run.

Run with `make bench-html`. The pages are the project's own (`seeds/html`), with their gold; `--pages` takes another
folder of the same kind.

Body text is scored page by page with shingles of four words, as the public article extraction benchmark does
(github.com/scrapinghub/article-extraction-benchmark, evaluate.py: counts normalised for each page, precision and recall
averaged over pages). Its body is what an editor wrote below headline and byline: paragraphs, headings, list items and
quotes. The table of what is kept looks for each annotated block in what a library gives.

For speed each page is grown to a hundred kilobytes in the manner of real ones: about a third of scripts, styles and
data, menus and teasers around the article, and the article's own text several times. Times are CPU seconds,
interleaved, the best of several rounds, so that the ratio holds on a noisy machine. Memory is what a fresh process
takes on top of the library itself.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "seeds" / "html"
SIZE = 100_000
ROUNDS = 5
SHORTEST = 4
"""Characters below which a block is not looked for."""
SHINGLE = 4
"""Words of a shingle."""
PARAGRAPH = (
    "<p>The mayor said on Monday that the port would be closed for three days, since the wall in front of it had"
    " been broken by the storm in the night and nobody could say whether it would stand.</p>\n"
)
BODY = ("paragraph", "heading", "list_item", "quote")
KINDS = (*BODY, "caption")
BETWEEN_CODE = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, *sys.argv[1:]]))"
"""A small process between this one and one whose memory is measured: a process starts with the peak of its parent."""


class Page(NamedTuple):
    """An annotated page."""

    markup: str
    gold: dict[str, Any]
    text: str
    """The text that the gold's offsets count."""

    def words(self, part: dict[str, Any]) -> str:
        """Give the text of an annotated part."""
        return self.text[part["start"] : part["end"]]


class Library(NamedTuple):
    """A library that is measured."""

    read: Callable[[str], str]
    """Makes text of a page."""
    body: Callable[[str], str]
    """Makes the text of its body alone, where the library tells body from the rest; else the same."""


def libraries() -> dict[str, Library]:
    """Give what is measured; those that are not installed are left out."""
    found = {"warparse": _warparse()}
    for name, make in (
        ("trafilatura", _trafilatura),
        ("readability", _readability),
        ("newspaper", _newspaper),
        ("justext", _justext),
        ("resiliparse", _resiliparse),
    ):
        if importlib.util.find_spec(name):
            read = make()
            found[name] = Library(read, read)
        else:
            print(f"{name} is not installed: make bench-html", file=sys.stderr)
    return found


def _warparse() -> Library:
    import warparse

    plain = warparse.Registry.of()  # none of the others reads facts

    def body(page: str) -> str:
        blocks = warparse.parse_html(page, registry=plain).blocks
        return "\n".join(block.text for block in blocks if block.kind.value in BODY)

    return Library(lambda page: warparse.parse_html(page, registry=plain).text, body)


def _trafilatura() -> Callable[[str], str]:
    import trafilatura

    return lambda page: trafilatura.extract(page, include_comments=False) or ""


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
        return str(article.text)

    return extract


def _justext() -> Callable[[str], str]:
    import justext

    words = justext.get_stoplist("English")
    return lambda page: "\n".join(each.text for each in justext.justext(page, words) if not each.is_boilerplate)


def _resiliparse() -> Callable[[str], str]:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True)


def read_pages(folder: Path) -> dict[str, Page]:
    """Give the annotated pages of a folder by their names."""
    from warparse.read.decode import decode

    found = {}
    for path in sorted(folder.glob("*.html")):
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found[path.stem] = Page(decode(path.read_bytes())[0], gold, text)
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


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)) if words)


def score_body(page: Page, told: str) -> tuple[float, float]:
    """Give the precision and the recall of a body's text."""
    wanted = "\n".join(page.words(block) for block in page.gold["blocks"] if block["kind"] in BODY)
    due, given = shingles(wanted), shingles(told)
    shared = (due & given).total()
    return shared / given.total() if given else 0.0, shared / due.total() if due else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure_bodies(pages: dict[str, Page], names: dict[str, Library]) -> None:
    """Print the F1 of each page's body text by each library, and of all."""
    scores = {
        name: {stem: score_body(page, library.body(page.markup)) for stem, page in pages.items()}
        for name, library in names.items()
    }
    print(f"{'F1 of body text':26}", *(f"{name:>12}" for name in names))
    for stem in pages:
        print(f"{stem:26}", *(f"{_f1(*scores[name][stem]):12.3f}" for name in names))
    for label, part in (("precision, all pages", 0), ("recall, all pages", 1)):
        print(f"{label:26}", *(f"{_mean([pair[part] for pair in of.values()]):12.3f}" for of in scores.values()))
    whole = (_f1(*(_mean([pair[part] for pair in of.values()]) for part in (0, 1))) for of in scores.values())
    print(f"{'F1, all pages':26}", *(f"{each:12.3f}" for each in whole))
    for name in names:
        below = [stem for stem in pages if _f1(*scores["warparse"][stem]) < _f1(*scores[name][stem])]
        if below:
            print(f"warparse is below {name} on {', '.join(below)}")


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def measure_keeping(pages: dict[str, Page], names: dict[str, Library]) -> None:
    """Print what each keeps: blocks by kind, credits of pictures, posts, how much besides, whether once and in order."""
    columns = (*KINDS, "credit", "post", "noise", "twice", "order")
    print(f"\n{'kept, of all there are':26}", *(f"{column:>10}" for column in columns))
    for name, library in names.items():
        kept: dict[str, list[bool]] = defaultdict(list)
        for page in pages.values():
            told = squash(library.read(page.markup))
            look_for(told, page, kept)
            look_for_posts(told, page, kept)
        print(f"{name:26}", *(f"{_mean(list(map(float, kept[column]))):10.2f}" for column in columns))


def look_for(told: str, page: Page, kept: dict[str, list[bool]]) -> None:
    """Note for each block whether it was kept, and of those kept whether it stands there twice and behind the one before."""
    at = -1
    for block in page.gold["blocks"]:
        words = squash(page.words(block)).strip()
        if len(words) < SHORTEST:
            continue
        place = told.find(words)
        kept[block["kind"]].append(place >= 0)
        if place >= 0 and block["kind"] != "noise":
            once = squash(page.text).count(words) < 2
            kept["twice"].append(once and told.find(words, place + 1) >= 0)
            kept["order"].append(place > at or not once)
            at = max(at, place)


def look_for_posts(told: str, page: Page, kept: dict[str, list[bool]]) -> None:
    """Note for each credit whether it was kept, and for each post of a live blog whether all of its body was."""
    kept["credit"] += [squash(each["credit"]).strip() in told for each in page.gold["figures"] if each["credit"]]
    for number, post in enumerate(page.gold["posts"]):
        if post["kind"] != "article":
            body = [each for each in page.gold["blocks"] if each["post"] == number and each["kind"] in BODY]
            kept["post"].append(all(squash(page.words(block)).strip() in told for block in body))


def measure_speed(pages: list[str], names: dict[str, Library]) -> None:
    """Print the CPU time that each takes for a page."""
    best = dict.fromkeys(names, float("inf"))
    for library in names.values():
        for page in pages:
            library.read(page)
    for _ in range(ROUNDS):
        for name, library in names.items():
            gc.collect()
            start = time.process_time()
            for page in pages:
                library.read(page)
            best[name] = min(best[name], time.process_time() - start)
    size = sum(len(page.encode()) for page in pages) / len(pages) / 1000
    print(f"\nspeed on {len(pages)} pages of {size:.0f} KB on the average")
    for name, seconds in best.items():
        times = best["warparse"] / seconds
        print(f"  {name:24} {seconds / len(pages) * 1000:7.1f} ms a page   {times:5.2f} times as fast as warparse")


def measure_memory(pages: list[str], names: dict[str, Library]) -> None:
    """Print the peak memory of reading a page as a multiple of its size: of large ones by process, then by Python's own count."""
    import tracemalloc

    long = {"paragraphs": f"<main>{PARAGRAPH * 5000}</main>", "live blog": make_live(1000)}
    told = ", ".join(f"{len(text.encode()) / 1000:.0f} KB of {what}" for what, text in long.items())
    print(f"\npeak memory of a process, as a multiple of the page: {told}")
    for name in names:
        print(f"  {name:24}", *(f"{_peak_of(name, text) / len(text.encode()):7.1f}" for text in long.values()))
    read = names["warparse"].read
    for what, text in {"a page of 100 KB": max(pages, key=len), **long}.items():
        read(text)
        gc.collect()
        tracemalloc.start()
        read(text)
        print(f"  warparse by tracemalloc, {what}: {tracemalloc.get_traced_memory()[1] / len(text.encode()):.1f}")
        tracemalloc.stop()


def make_live(count: int) -> str:
    """Make a live blog of some posts."""
    posts = "".join(
        f'<article class="live-post" id="p{number}"><time datetime="2025-03-04T{number % 24:02}:20:00Z">{number % 24:02}.20</time>'
        f"<h2>Update {number} from the port</h2>{PARAGRAPH * 4}</article>\n"
        for number in range(count)
    )
    return f"<html><body><main><h1>Port shut - live</h1>{posts}</main></body></html>"


def _peak_of(name: str, page: str) -> int:
    """Give the bytes that a fresh process takes for a page, on top of the library and small pages."""
    command = [sys.executable, "-c", BETWEEN_CODE, __file__, "--peak", name]
    return int(subprocess.run(command, input=page.encode(), capture_output=True, check=True).stdout)


def tell_peak(name: str) -> None:
    """Write the bytes that the page on standard input takes."""
    import resource

    page = sys.stdin.buffer.read().decode()
    read = libraries()[name].read
    for small in read_pages(PAGES).values():  # so that what is loaded when first needed is there
        read(small.markup)
    unit = 1 if sys.platform == "darwin" else 1024
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read(page)
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * unit)


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("bodies", "keeping", "speed", "memory"))
    parser.add_argument("--pages", type=Path, default=PAGES, help="a folder of NAME.html, NAME.txt and NAME.gold.json")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peak:
        tell_peak(arguments.peak)
        return
    pages, names, only = read_pages(arguments.pages), libraries(), arguments.only
    grown = [grow(page.markup) for page in pages.values()]
    if only in (None, "bodies"):
        measure_bodies(pages, names)
    if only in (None, "keeping"):
        measure_keeping(pages, names)
    if only in (None, "speed"):
        measure_speed(grown, names)
    if only in (None, "memory"):
        measure_memory(grown, names)


if __name__ == "__main__":
    main()
