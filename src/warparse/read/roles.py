"""What a page's own names say of its parts: a newsletter's box, a caption, a byline.

Contract: a pure function of an element's classes, its attributes and the word list `data/markup_words.txt`; no
verdict: a region that its name calls furniture may still hold the article (`render` sees to that).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from warparse.lexicon.lists import read_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import Tag

__all__ = ["REASONS", "attributes_of", "find_landmark", "find_role", "is_hidden"]

REASONS: Final = frozenset("navigation interface subscription promotion account legal tags comments".split())
"""Roles that are reasons of noise."""
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST: Final = 400
"""Characters of a class attribute that are read; generated ones may have thousands."""
_NARROW: Final = 3
"""Words up to which a class names its element for one word in it: "newsletter-signup", not "page-with-newsletter-below"."""
_UNSEEN: Final = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_LANDMARKS: Final = {
    "navigation": "nav",
    "complementary": "aside",
    "contentinfo": "footer",
    "banner": "header",
    "search": "form",
    "form": "form",
    "main": "main",
    "article": "article",
    "dialog": "form",
    "alertdialog": "form",
    "menu": "nav",
    "menubar": "nav",
    "toolbar": "form",
}
_TAGS: Final = frozenset("nav aside footer header form main article".split())
_PROPERTIES: Final = {
    "articleBody": "body",
    "author": "byline",
    "creator": "byline",
    "datePublished": "stamp",
    "dateModified": "stamp",
    "caption": "caption",
    "copyrightHolder": "credit",
    "alternativeHeadline": "standfirst",
    "keywords": "tags",
}


@cache
def _words() -> Mapping[str, str]:
    return dict(read_pairs("markup_words"))


@lru_cache(maxsize=4096)
def _role_of(names: str) -> str:
    """Give the role that a class attribute tells: the first of its classes that tells one."""
    known = _words()
    for name in names[:_LONGEST].split():
        words = [word.lower() for word in _WORD.findall(name)]
        for left, right in pairwise(words):
            if role := known.get(f"{left} {right}"):
                return role
        if len(words) <= _NARROW:
            for word in words[:1] + words[1:][::-1]:
                if role := known.get(word):
                    return role
    return ""


def find_role(attributes: Mapping[str, str]) -> str:
    """Give what an element's own names say that it is; empty where they say nothing.

    >>> find_role({"class": "dcr-1 article__newsletter"}), find_role({"class": "page"})
    ('subscription', '')
    """
    role = _PROPERTIES.get(attributes.get("itemprop", ""), "")
    if not role and (names := attributes.get("class")):
        role = _role_of(names)
    if not role and attributes.get("rel", "") == "author":
        role = "byline"
    if not role and (name := attributes.get("data-testid") or attributes.get("data-component")):
        role = _role_of(name)
    return role


def attributes_of(tag: Tag) -> Mapping[str, str]:
    """Give an element's attributes, each value as it was written."""
    return cast("Mapping[str, str]", tag.attrs)


def find_landmark(tag: str, attributes: Mapping[str, str]) -> str:
    """Give the landmark that an element is, by its role or its name; empty where it is none."""
    role = attributes.get("role")
    if role and (named := _LANDMARKS.get(role.strip().lower())):
        return named
    return tag if tag in _TAGS else ""


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element is not shown: by its own attribute or its own style."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style") or ""
    return bool(style) and bool(_UNSEEN.search(style[:_LONGEST]))
