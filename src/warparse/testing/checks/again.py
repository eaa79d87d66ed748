"""Reads standard input once more, in a process of its own: `python -m warparse.testing.checks.again MODULE EXTRACTOR`."""

from __future__ import annotations

import json
import sys
from importlib import import_module

from warparse.extract.registry import Registry
from warparse.testing.checks.subject import Subject

__all__ = ["read_again"]


def read_again(module: str, name: str, text: str) -> str:
    """Give as JSON the records that an extractor of a module reads in a text."""
    (plugin,) = Registry.of(import_module(module)).plugins
    (extractor,) = (each for each in plugin.extractors if each.name == name)
    return json.dumps(Subject(extractor, plugin, ()).read_soundly(text).plain())


if __name__ == "__main__":
    sys.stdout.write(read_again(sys.argv[1], sys.argv[2], sys.stdin.buffer.read().decode("utf-8")))
