"""`warparse why`: which block holds a place of the text, and what made it so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from warparse.cli.streams import plain, render
from warparse.pipeline import explain, parse

if TYPE_CHECKING:
    from warparse.model import Article, Block
    from warparse.read.page import Page
    from warparse.read.source import Source

__all__ = ["explain_line", "explain_offset"]

_FOR: Final = 6
_AGAINST: Final = 3
"""Pieces of evidence that are shown for a kind and against it."""
_AROUND: Final = 40
"""Characters of the text that are shown on either side of a place."""


def explain_offset(source: Source | Page, offset: int) -> str:
    """Explain the block that holds an offset.

    Raises:
        ConfigError: the offset lies outside the text.
    """
    article = parse(source)
    why = article.why(offset)
    text = article.source.text
    shown = Text(f"offset {offset}, line {why.line}: ", "dim")
    shown.append(plain(text[max(0, offset - _AROUND) : offset]))
    shown.append(plain(text[offset]) if not text[offset].isspace() else "␣", "reverse")
    shown.append(plain(text[offset + 1 : offset + _AROUND]))
    if why.block is None:
        return render(shown, Text("white space between blocks"))
    return render(shown, *_explained(source, article, why.block))


def explain_line(source: Source | Page, number: int) -> str:
    """Explain every block on a line.

    Raises:
        ConfigError: there is no such line.
    """
    article = parse(source)
    line = article.line(number)
    blocks = [block for block in article.blocks if block.start < line.end and block.end > line.start]
    head = Text(f"line {number}, offsets {line.start} to {line.end}", "dim")
    if not blocks:
        return render(head, Text("white space between blocks"))
    return render(head, *(part for block in blocks for part in _explained(source, article, block)))


def _explained(source: Source | Page, article: Article, block: Block) -> list[Text]:
    raw = plain(block.raw)
    shown = raw if len(raw) <= 2 * _AROUND else f"{raw[:_AROUND]} … {raw[-_AROUND:]}"
    kind = f"{block.kind.value} ({block.reason.value})" if block.reason else block.kind.value
    head = Text(kind, "bold").append(f", {block.start} to {block.end}, {_place(article, block)}", "not bold")
    rule = Text("  rule      ", "dim").append(block.rule or "not told", "yellow")
    evidence = Text("  evidence  ", "dim").append(plain(block.evidence) or "none told")
    words = Text("  text      ", "dim").append(shown, "green")
    return [head, rule, evidence, words, *_origin(block), *_grounds(source, block)]


def _origin(block: Block) -> list[Text]:
    """Show which element of a page the block came from."""
    if block.element is None:
        return []
    line = f", line {block.element.line} of the markup" if block.element.line else ""
    return [Text("  element   ", "dim").append(plain(block.element.path) + line)]


def _grounds(source: Source | Page, block: Block) -> list[Text]:
    """Show what was weighed: most of what spoke for the kind rather than the next likely one, and against it."""
    grounds = explain(source, block.start)
    chosen = [(mark, weight) for mark, weight in grounds[:_FOR] if weight > 0]
    chosen += [(mark, weight) for mark, weight in grounds[-_AGAINST:] if weight < 0]
    return [
        Text(f"  {weight / 1000:+8.2f}  ", "green" if weight > 0 else "red").append(plain(mark), "default")
        for mark, weight in chosen
    ]


def _place(article: Article, block: Block) -> str:
    if block.post is None:
        return "in no post"
    post = article.posts[block.post]
    told = f" ({post.boundary.value} start: {plain(post.evidence)})" if post.evidence else ""
    return f"in post {block.post + 1} of {len(article.posts)}{told}"
