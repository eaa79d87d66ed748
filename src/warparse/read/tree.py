"""A page's pieces to a Beautiful Soup tree.

Contract: the tree holds the pieces and nothing else. They are handed to Beautiful Soup by a builder of its own kind,
since `scan` has done what a parser does; that makes the tree in less than half the time of the builders that read
the markup once more.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import PageElement

    from warparse.read.scan import Scanned

__all__ = ["grow", "let_go"]

_ATTRIBUTE: Final = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


class _Builder(HTMLTreeBuilder):
    """Hands the pieces of one page on to the tree that is being made."""

    NAME = "scan"
    features = ("scan",)

    def __init__(self, scanned: Scanned) -> None:
        super().__init__(multi_valued_attributes={})
        self._scanned: Scanned | None = scanned  # till it is handed on: the tree keeps its builder

    def prepare_markup(self, markup: Any, *_arguments: Any, **_options: Any) -> Iterator[tuple[Any, None, None, bool]]:  # noqa: ANN401 - as Beautiful Soup has it
        yield markup, None, None, False

    def feed(self, _markup: object) -> None:
        """Hand everything on; each start tag with the line of the markup that it stands on."""
        soup, scanned, self._scanned = self.soup, self._scanned, None
        if soup is None or scanned is None:
            return
        text, line, at = scanned.text, 1, 0
        for piece in scanned.pieces:
            if isinstance(piece, str):
                soup.handle_data(unescape(piece) if "&" in piece else piece)
            elif len(piece) == 1:
                soup.handle_endtag(piece[0])
            else:
                name, attributes, start = piece
                line, at = line + text.count("\n", at, start), start
                soup.handle_starttag(name, None, None, _read(attributes) if attributes else {}, sourceline=line)


def _read(attributes: str) -> Any:  # noqa: ANN401 - Beautiful Soup's own mapping of attributes
    """Read attributes as written; of one told twice the first counts, and one without a value is empty."""
    told: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(attributes):
        value = found[2] or found[3] or found[4] or ""
        told.setdefault(found[1].lower(), unescape(value) if "&" in value else value)
    return told


def grow(scanned: Scanned) -> BeautifulSoup:
    """Make the tree of a page.

    >>> from warparse.read.scan import scan
    >>> str(grow(scan("<p class=a>One<p>Two &amp; three")))
    '<p class="a">One</p><p>Two &amp; three</p>'
    """
    return BeautifulSoup("", builder=_Builder(scanned))


def let_go(element: PageElement) -> None:
    """Forget which elements stand before and behind one that was read, so that nothing but its children keeps it.

    A tree of such references is a hundred thousand of them in circles, which stay until a collector comes by.
    """
    element.next_element = element.previous_element = element.next_sibling = element.previous_sibling = None
