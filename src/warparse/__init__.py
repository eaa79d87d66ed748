"""Scraped war news as posts, quotes and figures, with every character accounted for.

`parse` is the way in; it gives an `Article`. Everything named here is public and stays; the modules
below are public where they have an `__all__`.
"""

from __future__ import annotations

from importlib import import_module
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
    from warparse.extract.extractor import Extractor, NoiseRule
    from warparse.extract.hookspecs import hookimpl
    from warparse.extract.registry import Registry
    from warparse.pipeline import explain, parse, parse_html

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Boundary",
    "ConfigError",
    "Extractor",
    "Figure",
    "FormatError",
    "Name",
    "NameKind",
    "NoiseRule",
    "PluginError",
    "Post",
    "PostKind",
    "Problem",
    "Quote",
    "QuoteForm",
    "Reason",
    "Registry",
    "Source",
    "SourceError",
    "Span",
    "WarparseError",
    "Why",
    "explain",
    "hookimpl",
    "parse",
    "parse_html",
    "read_bytes",
    "read_file",
]

__version__ = "0.1.0"


_LATE = {
    "Extractor": "extract.extractor",
    "NoiseRule": "extract.extractor",
    "Registry": "extract.registry",
    "explain": "pipeline",
    "hookimpl": "extract.hookspecs",
    "parse": "pipeline",
    "parse_html": "pipeline",
}
"""Names whose modules are loaded when they are first asked for: rules, word lists and pluggy take a while."""


def __getattr__(name: str) -> object:
    """Give a name of a module that is not loaded yet."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(f"warparse.{_LATE[name]}"), name)
    return found


def __dir__() -> list[str]:
    """List the late names too."""
    return sorted({*globals(), *_LATE})
