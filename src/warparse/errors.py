"""What can go wrong, named by whose fault it is.

Contract: text is never an error. These are raised for input that can't be read, for options that
make no sense and for plugins that break their word; each message is one line that says what, where
and what to do about it.
"""

from __future__ import annotations

__all__ = ["ConfigError", "FormatError", "PluginError", "SourceError", "WarparseError"]


class WarparseError(Exception):
    """The base of every error that warparse raises on purpose."""


class SourceError(WarparseError):
    """The input can't be read: a missing file, a binary one, bytes in no known encoding."""


class ConfigError(WarparseError):
    """The caller asked for something that makes no sense: an unknown option, two plugins of one name."""


class FormatError(WarparseError):
    """A mapping is not an article in the interchange format; the message names the path in it."""


class PluginError(WarparseError):
    """A plugin broke its contract; the message names the plugin."""
