"""The enumerations: each value is the word that the interchange format uses."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["BlockKind", "Boundary", "NameKind", "PostKind", "QuoteForm", "Reason"]


class BlockKind(StrEnum):
    """What a block is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CAPTION = "caption"
    NOISE = "noise"


class Reason(StrEnum):
    """Why a block is noise."""

    NAVIGATION = "navigation"
    INTERFACE = "interface"
    SUBSCRIPTION = "subscription"
    PROMOTION = "promotion"
    ACCOUNT = "account"
    LEGAL = "legal"
    TAGS = "tags"
    COMMENTS = "comments"
    OTHER = "other"


class PostKind(StrEnum):
    """What a post is."""

    ENTRY = "entry"
    SUMMARY = "summary"
    ARTICLE = "article"


class Boundary(StrEnum):
    """How the start of a post was found."""

    MARKED = "marked"
    """The layout marks it: a heading, a byline, a time, an "Updated" mark before it, or the body's start."""
    INFERRED = "inferred"
    """Only the words tell that an editor began anew."""


class QuoteForm(StrEnum):
    """How a quote stands in the text."""

    DIRECT = "direct"
    FRAGMENT = "fragment"
    BLOCK = "block"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
