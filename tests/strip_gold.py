"""Writes what the project may keep of the real documents' annotation: offsets and facts, no sentence.

Run `python tests/strip_gold.py FOLDER` where FOLDER is what WARPARSE_DOCUMENTS names; it writes
`seeds/manifest.json` and `seeds/originals/NAME.json`. Titles, headings and captions become offsets.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SETS = (("originals", "seeds", "gold"), ("others", "others", "others/gold"))
FAMILIES = {
    "000": "1 live blog, blank lines",
    "001": "2 aggregator's copy",
    "002": "3 one paragraph a line",
    "003": "4 newspaper live page",
    "004": "5 article with teasers",
    "crawled-live-blog": "7 crawler's markdown",
    "glued-live-blog": "9 line breaks lost",
    "military-reports": "8 wire story",
    "photo-carousel": "11 photo carousel",
    "plain-article": "5 article with teasers",
    "whole-page-dump": "6 whole page",
    "wire-story": "8 wire story",
}


def strip_gold(text: str, gold: dict[str, Any]) -> dict[str, Any]:
    """Replace every text of the document in its gold by offsets."""
    kept = {key: gold[key] for key in ("format", "source", "published", "blocks", "quotes", "fields")}
    kept["title"] = find_span(text, gold["title"])
    kept["posts"] = [{**post, "heading": find_span(text, post["heading"], post["start"])} for post in gold["posts"]]
    kept["figures"] = [
        {**figure, "caption": find_span(text, figure["caption"], figure["start"])} for figure in gold["figures"]
    ]
    return kept


def find_span(text: str, words: str | None, start: int = 0) -> list[int] | None:
    """Give the offsets of words in the text from a position on; of words that are not there, an empty list."""
    if words is None:
        return None
    at = text.find(words, start)
    return [at, at + len(words)] if at >= 0 else []


def main(folder: Path) -> None:
    """Write the manifest and the stripped annotation of every document."""
    documents = []
    (SEEDS / "originals").mkdir(exist_ok=True)
    for name, texts, golds in SETS:
        for path in sorted((folder / texts).glob("*.txt")):
            text = path.read_bytes().decode()
            digest = sha256(text.encode()).hexdigest()
            family = FAMILIES[path.stem.split("_")[0]]
            documents.append(
                {"file": f"{texts}/{path.name}", "set": name, "sha256": digest, "length": len(text), "family": family}
            )
            gold = json.loads((folder / golds / f"{path.stem}.gold.json").read_text(encoding="utf-8"))
            stripped = json.dumps(strip_gold(text, gold), ensure_ascii=False, separators=(",", ":"))
            (SEEDS / "originals" / f"{path.stem}.json").write_text(stripped + "\n", encoding="utf-8")
    (SEEDS / "manifest.json").write_text(json.dumps({"documents": documents}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
