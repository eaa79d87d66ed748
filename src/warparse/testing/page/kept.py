"""A parse over the text that it keeps, so that parses of different texts of one article can be compared.

Contract: pure, over the interchange format; nothing is left out but noise and what stands in it.
"""

from __future__ import annotations

from bisect import bisect_right
from hashlib import sha256
from typing import Any, Final

from warparse.model import Article, BlockKind

__all__ = ["GAP", "keep"]

GAP: Final = "\n\n"
"""What stands between two blocks."""
_LAYERS: Final = ("quotes", "figures")


def keep(article: Article) -> tuple[str, dict[str, Any]]:
    r"""Give the text of an article's kept blocks, one below the other, and the article in it.

    Args:
        article: a parse of whatever text, a page's or a scraper's.

    Returns:
        The text, and the parse in the interchange format, its offsets counting that text.

    >>> from warparse import parse_html
    >>> page = parse_html("<nav>Menu</nav><h1>Port shut</h1><p>It was shut on Friday, the mayor said.</p>")
    >>> text, data = keep(page)
    >>> text, [block["kind"] for block in data["blocks"]]
    ('Port shut\n\nIt was shut on Friday, the mayor said.\n', ['title', 'paragraph'])
    """
    data = article.to_dict(text=False)
    blocks = [block for block in data["blocks"] if block["kind"] != BlockKind.NOISE]
    whole = article.source.text
    text = "".join(GAP * bool(number) + whole[block["start"] : block["end"]] for number, block in enumerate(blocks))
    text += "\n" if text else ""
    starts, places, at = [block["start"] for block in blocks], [], 0
    for block in blocks:
        places.append(at)
        at += block["end"] - block["start"] + len(GAP)

    def moved(offset: int) -> int:
        number = max(bisect_right(starts, offset) - 1, 0)
        return places[number] + min(offset, blocks[number]["end"]) - starts[number] if blocks else 0

    def over(record: dict[str, Any]) -> dict[str, Any]:
        start, end = record["start"], record["end"]
        out = {**record, "start": moved(start), "end": moved(end - 1) + 1}
        if out.get("equivalent_of") is not None:
            out["equivalent_of"] = moved(out["equivalent_of"])
        return out

    kept = {layer: [over(record) for record in data[layer]] for layer in ("blocks", "posts", *_LAYERS)}
    kept["blocks"] = [over(block) for block in blocks]
    for figure in kept["figures"]:
        figure["copies"] = [over(copy) for copy in figure["copies"]]
    fields = {name: [over(record) for record in records] for name, records in data["fields"].items()}
    source = {
        **data["source"],
        "sha256": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "length": len(text),
    }
    return text, {**data, **kept, "fields": fields, "names": [], "source": source}
