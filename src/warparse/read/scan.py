"""One pass over a page's markup: its tags and words in order, well formed, without what no reader sees.

Contract: total and linear. Nothing is fetched, run or resolved: scripts, styles, templates and drawings are left out,
declarations and comments too, and linked data are handed on as text. What is left is cut to where the article
stands, if the page says where. Every start tag in it has its end, and none is nested deeper than `_DEEPEST`.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final

from attrs import define, field, frozen

__all__ = ["Piece", "Scanned", "scan"]

Piece = str | tuple[str, str, int] | tuple[str]
"""A piece of a page: words as written, a start tag (name, attributes as written, place in the markup), an end tag (name)."""

_DEEPEST: Final = 250
"""Elements inside each other beyond which a further one only breaks the line; browsers stop at 512."""
# A tag without a "<" or ">" in its attributes is taken whole; every repeat is possessive and ends at the next of them.
_OPENING: Final = re.compile(
    r"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9:_-]*+)(?:((?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+)>)?|[!?/])"
)
_TAG_END: Final = re.compile(r">|=\s*[\"']")
_LINKED: Final = re.compile(r"type\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_ATTRIBUTES: Final = re.compile(r"\s(?:hidden|class|style|id|itemprop|rel|role|data-[\w-]+)\b", re.IGNORECASE)
_MAIN: Final = re.compile(r"\srole\s*=\s*[\"']?main\b", re.IGNORECASE)
_VOID: Final = frozenset("area base basefont br col embed hr img input link meta param source track wbr".split())
_HEAD: Final = frozenset("base body head html link meta".split())
"""Elements whose attributes tell of the page."""
_RAW: Final = frozenset("script style textarea title xmp noembed noframes".split())
"""Elements whose content is no markup."""
_UNSEEN: Final = frozenset(
    "audio canvas datalist frameset iframe map math noscript object select svg template video".split()
)
"""Elements whose content is no part of what is read."""
_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var".split()
)
_PLAIN: Final = _INLINE - frozenset("a cite label q span time".split())
"""Inline elements that tell nothing where they have no attributes, not even that they stand apart."""
_CLOSES_P: Final = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p"
    " pre section summary table ul dd dt".split()
)
_CLOSES: Final = {
    "li": (("li",), frozenset("ul ol menu table article section".split())),
    "dt": (("dt", "dd"), frozenset("dl table".split())),
    "dd": (("dt", "dd"), frozenset("dl table".split())),
    "tr": (("tr",), frozenset(("table",))),
    "td": (("td", "th"), frozenset(("tr", "table"))),
    "th": (("td", "th"), frozenset(("tr", "table"))),
    "a": (("a",), frozenset("td th table body".split())),
}
"""By element: which open ones it ends, and which ones they are not looked for beyond."""
_REGIONS: Final = frozenset(("main", "article"))
_ENOUGH: Final = 0.25
"""Part of a page's text outside links that its article must have for the rest to be cut away."""


@frozen
class Scanned:
    """What one pass over a page gives."""

    pieces: tuple[Piece, ...]
    """What is read, cut to where the article stands."""
    text: str
    """The markup in which the places of start tags count."""
    head: str
    """The tags that tell of the page: meta, link, html, base."""
    title: str
    """The page's title; empty if it has none."""
    linked: tuple[str, ...]
    """Its linked data (JSON-LD), each script's as written."""
    cut: bool
    """Whether something of the page's text was cut away."""

    @property
    def markup(self) -> str:
        """What is read, as markup again."""
        told = (
            each.replace("<", "&lt;")
            if isinstance(each, str)
            else f"</{each[0]}>"
            if len(each) == 1
            else f"<{each[0]}{each[1]}>"
            for each in self.pieces
        )
        return "".join(told)


@define
class _Region:
    """An element that may hold the article: where it begins and ends in the pieces."""

    name: str
    first: int
    told: int
    """Characters of text outside links before it while it is open, then in it."""
    depth: int
    last: int = -1


@define
class _Scanner:
    """Reads the markup once, from its first tag to its last."""

    text: str
    pieces: list[Piece] = field(factory=list)
    head: list[str] = field(factory=list)
    linked: list[str] = field(factory=list)
    updates: bool = False
    """Whether an entry of a live blog was seen, so that what follows tells of entries rather than of the page."""
    title: str = ""
    stack: list[tuple[str, bool]] = field(factory=list)
    open: dict[str, int] = field(factory=dict)
    deep: dict[str, int] = field(factory=dict)
    regions: list[_Region] = field(factory=list)
    within: list[_Region] = field(factory=list)
    """The regions that are open, the innermost last."""
    headlines: list[int] = field(factory=list)
    told: int = 0
    """Characters of text outside links so far."""
    endless: set[str] = field(factory=set)
    """Names and marks that are known not to stand in the rest of the markup."""

    def read(self) -> None:
        """Read all of it."""
        text, at = self.text, 0
        while found := _OPENING.search(text, at):
            start = found.start()
            if start > at:
                self._say(at, start)
            comment, closing, name, attributes = found.groups()
            if comment:
                at = self._find("-->", start + 2, len(text))
            elif not name:
                at = self._find(">", start, len(text))
            else:
                end = found.end()
                if attributes is None:
                    end, attributes = self._tag(end)
                if end < 0:
                    at = start
                    break
                name = name.lower()
                at = self._close(name, end) if closing else self._start(name, attributes, start, end)
        self._say(at, len(text))
        while self.stack:
            self._pop()

    def _say(self, start: int, end: int) -> None:
        if end > start:
            said = self.text[start:end]
            if not self.open.get("a") and not said.isspace():
                self.told += end - start
            self.pieces.append(said)

    def _find(self, mark: str, start: int, missing: int) -> int:
        """Give the end of the next mark; what is missing once is not looked for again."""
        if mark in self.endless:
            return missing
        at = self.text.find(mark, start)
        if at < 0:
            self.endless.add(mark)
            return missing
        return at + len(mark)

    def _tag(self, start: int) -> tuple[int, str]:
        """Give where a tag ends, its ">" included, and its attributes as written; -1 where it never ends."""
        at = start
        while found := _TAG_END.search(self.text, at):
            if found.group() == ">":
                return found.end(), self.text[start : found.start()]
            at = self._find(found.group()[-1], found.end(), -1)
            if at < 0:  # a quotation mark that is never closed: the tag goes without its attributes
                end = self.text.find(">", found.end())
                return (end + 1 or -1), ""
        return -1, ""

    def _start(self, name: str, attributes: str, start: int, end: int) -> int:
        """Take a start tag; give where to go on."""
        if name in _RAW:
            return self._raw(name, attributes, end)
        if name in _UNSEEN:
            return self._unseen_end(name, end)
        if attributes and "liveBlogUpdate" in attributes:
            self.updates = True
        if name in _VOID or name in _HEAD:
            self._void(name, attributes, start)
            return end
        self._imply(name)
        emitted = not (name in _PLAIN and not _ATTRIBUTES.search(attributes))
        if len(self.stack) >= _DEEPEST:
            self.deep[name] = self.deep.get(name, 0) + 1
            if name not in _INLINE:
                self.pieces += (("br", "", start), ("br",))
            return end
        self._mark(name, attributes)
        self.stack.append((name, emitted))
        self.open[name] = self.open.get(name, 0) + 1
        if emitted:
            self.pieces.append((name, attributes, start))
        return end

    def _void(self, name: str, attributes: str, start: int) -> None:
        """Take an element that holds nothing, or the whole page."""
        if name in _HEAD:
            if not self.updates:
                self.head.append(f"<{name}{attributes.rstrip('/')}>")
            if name != "meta" or "itemprop" not in attributes:
                return
        self.pieces += ((name, attributes, start), (name,))

    def _mark(self, name: str, attributes: str) -> None:
        """Note where a headline stands, and what may hold the article."""
        if name == "h1":
            self.headlines.append(len(self.pieces))
        elif name in _REGIONS or (name in ("div", "section") and _MAIN.search(attributes)):
            name = name if name == "article" else "main"
            if not any(region.name == name for region in self.within):
                self.within.append(_Region(name, len(self.pieces), self.told, len(self.stack)))

    def _raw(self, name: str, attributes: str, end: int) -> int:
        """Pass over an element whose content is no markup."""
        close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        found = None if name in self.endless else close.search(self.text, end)
        if not found:
            self.endless.add(name)
            return len(self.text) if name in ("script", "style") else end
        content = self.text[end : found.start()]
        if name == "script" and _LINKED.search(attributes):
            self.linked.append(content)
        elif name == "title" and not self.title:
            self.title = " ".join(unescape(content).split())
        elif name == "xmp":
            self.pieces.append(escape(content, quote=False))
        return self._find(">", found.end(), len(self.text))

    def _unseen_end(self, name: str, end: int) -> int:
        """Give where an unseen element ends, those of its kind inside it passed over; `end` where it never does."""
        if name in self.endless:
            return end
        depth, at = 1, end
        tag = re.compile(rf"<(/?){name}(?=[\s/>])", re.IGNORECASE)
        while depth:
            found = tag.search(self.text, at)
            if not found:
                self.endless.add(name)
                return end
            depth += -1 if found[1] else 1
            at = found.end()
        return self._find(">", at, len(self.text))

    def _close(self, name: str, end: int) -> int:
        """Take an end tag; one that nothing waits for is left out."""
        if self.deep.get(name):
            self.deep[name] -= 1
            if name not in _INLINE:
                self.pieces += (("br", "", end), ("br",))
        elif self.open.get(name) and self._reaches(name):
            self._pop_to(name)
        return end

    def _reaches(self, name: str) -> bool:
        """Tell whether an end tag ends its element: those of inline elements never end what is around them."""
        if name not in _INLINE:
            return True
        for other, _ in reversed(self.stack):
            if other == name:
                return True
            if other not in _INLINE:
                return False
        return False

    def _imply(self, name: str) -> None:
        """End what a start tag ends by itself: an open paragraph, an item, a cell."""
        if name in _CLOSES_P and self.open.get("p"):
            for other, _ in reversed(self.stack):
                if other == "p":
                    self._pop_to("p")
                    break
                if other not in _INLINE:
                    break
        if name in _CLOSES:
            ends, walls = _CLOSES[name]
            for other, _ in reversed(self.stack):
                if other in ends:
                    self._pop_to(other)
                    break
                if other in walls:
                    break

    def _pop_to(self, name: str) -> None:
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name, emitted = self.stack.pop()
        self.open[name] -= 1
        if emitted:
            self.pieces.append((name,))
        if self.within and self.within[-1].depth == len(self.stack):
            region = self.within.pop()
            region.last, region.told = len(self.pieces), self.told - region.told
            self.regions.append(region)
        return name

    def cut(self) -> tuple[int, int]:
        """Give the first and one past the last of the pieces in which the article stands, with its headline."""
        for name in ("main", "article"):
            held = [region for region in self.regions if region.name == name]
            whole = sum(region.told for region in held)
            if not held or whole < _ENOUGH * self.told:
                continue
            most = max(held, key=lambda region: region.told)
            if 2 * most.told >= whole and any(most.first < at < most.last for at in self.headlines):
                held = [most]
            first, last = held[0].first, held[-1].last
            if not any(first <= at < last for at in self.headlines):
                first = next((at for at in reversed(self.headlines) if at < first), first)
            return first, last
        return 0, len(self.pieces)


def scan(text: str, *, whole: bool = False) -> Scanned:
    """Read a page's markup once.

    Args:
        text: the markup.
        whole: keep all that the page shows, also where it says where the article stands.

    >>> scan("<p>One<p>Two<script>1 < 2</script> & <b>three").markup
    '<p>One</p><p>Two & three</p>'
    """
    scanner = _Scanner(text.replace("\0", "") if "\0" in text else text)
    scanner.read()
    first, last = (0, len(scanner.pieces)) if whole else scanner.cut()
    return Scanned(
        tuple(scanner.pieces[first:last]),
        scanner.text,
        "".join(scanner.head),
        scanner.title,
        tuple(scanner.linked),
        (first, last) != (0, len(scanner.pieces)),
    )
