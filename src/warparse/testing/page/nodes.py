"""Elements, and the hands that write them: quoted or bare attributes, closed or open paragraphs, indented or not.

Contract: whatever the hand, the markup written means the same to a browser. A path is the notation of CSS selectors:
`figure.photo#f1[data-id=7]>div` is a `div` inside a `figure`.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import codepoint2name
from itertools import zip_longest
from typing import Final, TypeAlias

from attrs import frozen

__all__ = ["Content", "Hand", "Node", "Raw", "build", "write"]

_STEP: Final = re.compile(
    r"^(?P<name>[a-z][\w-]*)|\.(?P<of>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<key>[\w:-]+)(?:=(?P<value>[^\]]*))?\]"
)
_INLINE: Final = frozenset("a abbr b cite em i small span strong time img amp-img meta button svg".split())
"""Elements beside which white space would show."""
_EMPTY: Final = frozenset("img meta link source br input".split())
"""Elements without an end tag."""
_OPTIONAL: Final = frozenset(("p", "li"))
"""Elements whose end tag may be left out."""
_ENDING: Final = frozenset("aside article blockquote div figure footer h2 h3 header li nav ol p section ul".split())
"""Elements whose start tag ends an open paragraph; an item's ends an item."""
_BARE: Final = re.compile(r"[\w./:#-]+")
"""A value that needs no quotation marks, and does not run into a tag's end."""


@frozen
class Raw:
    """Markup as it is: a comment, a script."""

    markup: str
    """The markup."""


@frozen
class Node:
    """An element."""

    name: str
    """Its name."""
    attributes: tuple[tuple[str, str | None], ...] = ()
    """Its attributes; None for one without a value."""
    children: tuple[Content, ...] = ()
    """What stands in it: words, elements, markup as it is."""


Content: TypeAlias = Node | Raw | str


@frozen
class Hand:
    """How markup is written."""

    quotes: str = '"'
    """The mark around values; empty for none where none is needed."""
    closed: bool = True
    """Whether paragraphs and items are closed where HTML lets them stay open."""
    indented: bool = False
    """Whether elements stand on lines of their own."""
    capitals: bool = False
    """Whether names of elements are written in capitals."""
    entities: str = ""
    """How characters beyond ASCII are written: as they are, by "name" or by "number"."""
    strays: bool = False
    """Whether end tags stand where nothing is open, and the page's last ones are missing."""


def build(path: str, *content: Content) -> Node:
    """Make an element, or elements inside each other, from a path.

    >>> build("ul.items>li", "One")
    Node(name='ul', attributes=(('class', 'items'),), children=(Node(name='li', attributes=(), children=('One',)),))
    """
    first, _, inner = path.partition(">")
    if inner:
        content = (build(inner, *content),)
    name, classes = "div", []
    attributes: list[tuple[str, str | None]] = []
    for found in _STEP.finditer(first):
        name = found["name"] or name
        if found["of"]:
            classes.append(found["of"])
        elif found["id"]:
            attributes.append(("id", found["id"]))
        elif found["key"]:
            attributes.append((found["key"], found["value"]))
    if classes:
        attributes.append(("class", " ".join(classes)))
    return Node(name, tuple(attributes), content)


def write(content: Content, hand: Hand, depth: int = 0, *, following: Content | None = None) -> str:
    """Write markup.

    Args:
        content: what is written.
        hand: how.
        depth: how many elements are around it.
        following: what stands behind it in the same element.
    """
    if isinstance(content, Raw):
        return content.markup
    if isinstance(content, str):
        return _words(content, hand)
    name = content.name.upper() if hand.capitals else content.name
    start = f"<{name}{''.join(_attribute(key, value, hand) for key, value in content.attributes)}>"
    if content.name in _EMPTY:
        return start
    lines = hand.indented and content.children and not any(map(_is_inline, content.children))
    gap = "\n" + "  " * (depth + 1) if lines else ""
    parts = [
        gap + write(child, hand, depth + 1, following=below)
        for child, below in zip_longest(content.children, content.children[1:])
    ]
    stray = "</em></span>" if hand.strays and content.name in ("p", "h2", "h3") else ""
    end = "" if not hand.closed and _may_stay_open(content, following) else f"</{name}>"
    if hand.strays and content.name in ("html", "body"):
        end = ""
    return f"{start}{''.join(parts)}{stray}{gap[:-2]}{end}"


def _is_inline(content: Content) -> bool:
    return isinstance(content, str) or (isinstance(content, Node) and content.name in _INLINE)


def _may_stay_open(node: Node, following: Content | None) -> bool:
    """Tell whether what follows ends an element anyway."""
    if node.name not in _OPTIONAL or isinstance(following, str | Raw):
        return False
    return following is None or following.name in (_ENDING if node.name == "p" else ("li",))


def _words(text: str, hand: Hand) -> str:
    text = escape(text, quote=False)
    if not hand.entities:
        return text
    return "".join(each if each.isascii() else _entity(ord(each), named=hand.entities == "name") for each in text)


def _entity(code: int, *, named: bool) -> str:
    return f"&{codepoint2name[code]};" if named and code in codepoint2name else f"&#{code};"


def _attribute(key: str, value: str | None, hand: Hand) -> str:
    if value is None:
        return f" {key}"
    if not hand.quotes and _BARE.fullmatch(value) and not value.endswith("/"):
        return f" {key}={value}"
    mark = hand.quotes or '"'
    told = value.replace("&", "&amp;").replace(mark, "&quot;" if mark == '"' else "&#39;")
    return f" {key}={mark}{told}{mark}"
