"""Scraped war news as posts, quotes and figures, with every character accounted for.

`parse` is the way in; it gives an `Article`. Everything named here is public and stays; the modules
below are public where they have an `__all__`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warparse.errors import ConfigError, FormatError, PluginError, SourceError, WarparseError
from warparse.model import (
    Article,
    Block,
    BlockKind,
    Boundary,
    Figure,
    Name,
    NameKind,
    Post,
    PostKind,
    Problem,
    Quote,
    QuoteForm,
    Reason,
    Why,
)
from warparse.read.source import Source, read_bytes, read_file
from warparse.span import Span

if TYPE_CHECKING:
    from warparse.pipeline import explain, parse, parse_html

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Boundary",
    "ConfigError",
    "Figure",
    "FormatError",
    "Name",
    "NameKind",
    "PluginError",
    "Post",
    "PostKind",
    "Problem",
    "Quote",
    "QuoteForm",
    "Reason",
    "Source",
    "SourceError",
    "Span",
    "WarparseError",
    "Why",
    "explain",
    "parse",
    "parse_html",
    "read_bytes",
    "read_file",
]

__version__ = "0.1.0"


_LATE = ("explain", "parse", "parse_html")


def __getattr__(name: str) -> object:
    """Give `parse`, `parse_html` and `explain` when first asked for: the rules and word lists behind them take longer to load than the rest."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from warparse import pipeline

    globals()[name] = found = getattr(pipeline, name)
    return found
