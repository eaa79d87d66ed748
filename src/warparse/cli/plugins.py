"""`warparse plugins`: who reads an article, where it comes from, and what failed to load."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
from rich.text import Text

from warparse.cli.streams import plain, render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.extract.plugin import Plugin
    from warparse.extract.registry import Registry

__all__ = ["show_plugins"]

_SHOWN: Final = 12
"""Trigger words that are shown of an extractor."""


def show_plugins(registry: Registry) -> str:
    """Write the plugins of a registry: name, version, origin, extractors with fields and triggers, and faults."""
    if not registry.plugins:
        return render(Text("no plugins: install one, or give a file with --plugin", "dim"))
    return render(*(line for plugin in registry.plugins for line in _lines(plugin)))


def _lines(plugin: Plugin) -> Iterator[Text]:
    head = Text(plain(plugin.name), "bold").append(f" {plain(plugin.version)}" if plugin.version else "", "not bold")
    yield head.append(f"  from {plain(plugin.origin)}", "dim")
    if plugin.problem:
        yield Text(f"  failed to load: {plain(plugin.problem)}", "red")
    for extractor in plugin.extractors:
        doc = extractor.doc or (extractor.record.__doc__ or "").partition("\n")[0]
        yield Text(f"  {extractor.name}", "cyan").append(f": {plain(doc)}" if doc else "", "")
        yield Text(f"    fields    {', '.join(each.name for each in attrs.fields(extractor.record))}", "dim")
        first = ", ".join(plain(word) for word in extractor.triggers[:_SHOWN])
        rest = f" and {len(extractor.triggers) - _SHOWN:,} more" if len(extractor.triggers) > _SHOWN else ""
        yield Text(f"    triggers  {first}{rest}", "dim")
    for rule in plugin.noise_rules:
        yield Text(f"  noise rule {plain(rule.id)}", "cyan").append(f": {rule.reason.value}", "")
