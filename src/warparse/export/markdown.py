"""The cleaned article as markdown.

Contract: total; noise is left out; the article's own characters never become marks of markdown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.model import BlockKind

if TYPE_CHECKING:
    from warparse.model import Article, Block, Figure

__all__ = ["to_markdown"]

# Characters that mark something wherever they stand, and those that do so where a line begins.
_INLINE: Final = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>"})
_LINE_START: Final = re.compile(r"^(\d{1,9}(?=[.)])|[#+=|~-])")
_ENTITY: Final = re.compile(r"&(?=#?\w{1,32};)")
_CLOSING_HASHES: Final = re.compile(r"(?<=\s)#(?=#*$)")

_UNSAFE: Final = re.compile(r"[\x00-\x20()<>\\]")

_FRAMES: Final = {
    BlockKind.TITLE: "# {}",
    BlockKind.STANDFIRST: "**{}**",
    BlockKind.BYLINE: "*{}*",
    BlockKind.TIMESTAMP: "*{}*",
    BlockKind.HEADING: "### {}",
    BlockKind.LIST_ITEM: "- {}",
    BlockKind.QUOTE: "> {}",
    BlockKind.CAPTION: "*{}*",
}


def to_markdown(article: Article) -> str:
    """Write an article as markdown, without its noise.

    Returns:
        The title as a heading, posts divided by a rule, their headings, lists, quotations, captions and, of a page,
        images as markdown has them; a newline at the end. Empty for an article that is all noise.

    >>> from warparse.model import Article, Block
    >>> from warparse.read.source import Source
    >>> source = Source("* not a list")
    >>> print(to_markdown(Article(source, blocks=(Block(BlockKind.PARAGRAPH, 2, 12, source=source),))), end="")
    not a list
    """
    text, before = "", None
    images = {figure.copies[0].start: figure for figure in article.figures if figure.image and figure.copies}
    for block in article.blocks:
        if block.kind is BlockKind.NOISE or not block.text.strip():
            continue
        image = f"{_image(images[block.start])}\n\n" if block.start in images else ""
        text += _divider(before, block) + image + _framed(block, article)
        before = block
    return f"{text}\n" if text else ""


def _image(figure: Figure) -> str:
    """Write a figure's image; what would end its address early is written as addresses have it."""
    address = _UNSAFE.sub(lambda found: f"%{ord(found.group()):02X}", figure.image or "")
    return f"![{' '.join((figure.alt or '').split()).translate(_INLINE)}]({address})"


def _divider(before: Block | None, block: Block) -> str:
    """Give what stands between two blocks: a rule between two posts, nothing more inside a list."""
    if before is None:
        return ""
    if before.post is not None and block.post is not None and before.post != block.post:
        return "\n\n---\n\n"
    return "\n" if before.kind is block.kind is BlockKind.LIST_ITEM else "\n\n"


def _framed(block: Block, article: Article) -> str:
    text = _ENTITY.sub(r"\\&", block.text.strip().translate(_INLINE))
    text = _CLOSING_HASHES.sub(r"\\#", _LINE_START.sub(_escaped_start, text))
    frame = _FRAMES.get(block.kind, "{}")
    if block.kind is BlockKind.HEADING and block.post is not None and block.post < len(article.posts):
        frame = "## {}" if article.posts[block.post].heading == block.text else frame
    return frame.format(text)


def _escaped_start(found: re.Match[str]) -> str:
    mark = found.group()
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
