"""Plugins found: those that are installed, and those of a single file.

Contract: an installed plugin that can't be loaded is told of and harms nothing else; a file that a caller
names and that can't be loaded is an error.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import metadata, util
from typing import TYPE_CHECKING

from warparse.errors import ConfigError, PluginError
from warparse.extract.hookspecs import GROUP
from warparse.extract.plugin import Plugin, read_plugin

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["installed", "load_file"]


@cache
def installed() -> tuple[Plugin, ...]:
    """Give the plugins of the entry-point group "warparse", ordered by name; looked up once in a process."""
    points = sorted(metadata.entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return tuple(_load(point) for point in points)


def _load(point: metadata.EntryPoint) -> Plugin:
    origin, version = (point.dist.name, point.dist.version) if point.dist else (point.value, None)
    try:
        return read_plugin(point.load(), point.name, origin, version)
    except PluginError as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - whatever a broken plugin raises is told, and harms no other
        problem = f"plugin {point.name!r} can't be imported: {_told(error)}"
    return Plugin(point.name, origin, version, problem=problem)


def load_file(path: Path) -> Plugin:
    """Load the plugin of a file; it is named after the file.

    Raises:
        ConfigError: there is no such file.
        PluginError: the file can't be loaded, or breaks the rules of the seam.
    """
    if not path.is_file():
        raise ConfigError(f"there is no plugin file {path}: give the path of a Python file")
    name = path.stem
    spec = util.spec_from_file_location(f"warparse_file_{name}", path)
    if spec is None or spec.loader is None:
        raise PluginError(f"plugin {name!r}: {path} is no Python file: its name must end with .py")
    module = util.module_from_spec(spec)
    sys.modules[spec.name] = module  # classes of the file look for their module by its name
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[spec.name]
        raise PluginError(f"plugin {name!r}: {path} can't be loaded: {_told(error)}") from error
    return read_plugin(module, name, str(path))


def _told(error: BaseException) -> str:
    first = str(error).partition("\n")[0]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
