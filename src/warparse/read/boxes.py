"""Boxes of a page that its structure alone tells: a sign-up around a field for an address.

Contract: pure; an element is a box only with little text, and none that holds the page or its article. Linear: every
climb ends at an element that holds more than a box, and only so many fields are looked at.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from warparse.read.roles import attributes_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bs4 import BeautifulSoup, Tag

__all__ = ["find_boxes"]

_LARGE: Final = frozenset("html body main article td".split())
"""Elements that are never a box."""
_MOST: Final = 300
"""Characters of text that a box has at most: what a newsletter says of itself in two or three sentences."""
_PART: Final = 0.3
"""Part of the page's text that a box holds at most."""
_ENOUGH: Final = 1000
"""Characters of a page from which the first limit is the lower one."""
_FIELDS: Final = 50
"""Fields of a page that are looked at."""
_INSIDE: Final = 100
"""Elements and texts that a box holds at most."""
_NAMES: Final = ("name", "id", "placeholder", "aria-label")


def find_boxes(soup: BeautifulSoup, entries: Collection[int]) -> frozenset[int]:
    """Find the elements around fields for an e-mail address.

    Args:
        soup: the page's tree.
        entries: the identities of the entries of its live blog, which are no boxes.

    Returns:
        The identities of the outermost elements that hold such a field and little text.
    """
    from bs4 import Tag

    every = (each for each in soup.descendants if isinstance(each, Tag) and _asks(each))
    fields = list(islice(every, _FIELDS))
    most = min(_MOST, _PART * _count(soup.strings, _ENOUGH)) if fields else 0.0
    boxes = [_around(field, entries, most) for field in fields]
    return frozenset(id(box) for box in boxes if box is not None)


def _asks(tag: Tag) -> bool:
    """Tell whether an element is a field for an e-mail address."""
    if tag.name != "input":
        return False
    attributes = attributes_of(tag)
    told = attributes.get("type", "").strip().lower()
    if told not in ("", "text", "email"):
        return False
    names = " ".join(attributes.get(name, "") for name in _NAMES).lower()
    return told == "email" or "email" in names or "e-mail" in names


def _around(field: Tag, entries: Collection[int], most: float) -> Tag | None:
    """Give the outermost element around a field that is still a box; None if there is none."""
    box = None
    for each in field.parents:
        if each.name in _LARGE or id(each) in entries or _holds_more(each, most):
            break
        box = each
    return box if box is not None and box.parent is not None else None


def _holds_more(tag: Tag, most: float) -> bool:
    """Tell whether an element holds more than a box."""
    inside = list(islice(tag.descendants, _INSIDE + 1))
    return len(inside) > _INSIDE or _count((each for each in inside if isinstance(each, str)), most) > most


def _count(texts: Iterable[str], enough: float) -> int:
    """Count the characters of texts until they are more than enough."""
    length = 0
    for text in texts:
        length += len(text.strip())
        if length > enough:
            break
    return length
