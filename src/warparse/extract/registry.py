"""Who reads an article: plugins found, given by hand or loaded from a file, checked and put in order.

Contract: a registry is frozen; making one checks every plugin, so that parsing meets no surprise. The order
in which plugins came changes nothing.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve, frozen

from warparse.errors import ConfigError
from warparse.extract.loading import installed, load_file
from warparse.extract.plugin import Plugin, name_of, read_plugin
from warparse.extract.triggers import TriggerScan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warparse.extract.extractor import Extractor, NoiseRule

__all__ = ["Registry"]

_BUDGET: Final = 10.0
"""Seconds that an extractor may take for one document."""


@frozen
class Registry:
    """The plugins that read an article."""

    plugins: tuple[Plugin, ...] = ()
    """The plugins, ordered by name."""
    budget: float | None = _BUDGET
    """Seconds that each extractor may take for one document; None for any number."""

    @classmethod
    def of(cls, *plugins: object, budget: float | None = _BUDGET) -> Registry:
        """Make a registry of plugins given by hand.

        Args:
            plugins: modules or objects with hook implementations.
            budget: seconds that each extractor may take for one document; None for any number.

        Raises:
            PluginError: a plugin breaks the rules of the seam.
            ConfigError: two plugins have a name in common.
        """
        return cls(budget=budget).plus(*(read_plugin(plugin, name_of(plugin), "given") for plugin in plugins))

    @classmethod
    def discover(cls, *, block: Iterable[str] = (), budget: float | None = _BUDGET) -> Registry:
        """Make a registry of the installed plugins, as the entry-point group "warparse" names them.

        Args:
            block: names of plugins to leave out.
            budget: seconds that each extractor may take for one document; None for any number.

        Raises:
            ConfigError: a blocked plugin is not installed, or two plugins have a name in common.
        """
        whole = _gathered(installed(), budget)
        return whole.without(*block) if block else whole

    def plus(self, *plugins: Plugin) -> Registry:
        """Give a registry with more plugins.

        Raises:
            ConfigError: two plugins, extractors or rules have one name.
        """
        both = sorted((*self.plugins, *plugins), key=lambda plugin: plugin.name)
        _refuse_twins([(plugin.name, plugin.origin) for plugin in both], "plugins")
        _refuse_twins([(each.name, plugin.name) for plugin in both for each in plugin.extractors], "extractors")
        _refuse_twins([(rule.id, plugin.name) for plugin in both for rule in plugin.noise_rules], "noise rules")
        return evolve(self, plugins=tuple(both))

    def plus_file(self, path: str | Path) -> Registry:
        """Give a registry with the plugin of a file.

        Raises:
            ConfigError: there is no such file.
            PluginError: the file can't be loaded, or breaks the rules of the seam.
        """
        return self.plus(load_file(Path(path)))

    def without(self, *names: str) -> Registry:
        """Give a registry without some plugins, by the name of the plugin or of an extractor.

        Raises:
            ConfigError: there is none of that name.
        """
        known = {name for plugin in self.plugins for name in (plugin.name, *(each.name for each in plugin.extractors))}
        for name in names:
            if name not in known:
                told = ", ".join(sorted(known)) or "none"
                raise ConfigError(f"there is no plugin {name!r} to block: give one of those installed ({told})")
        kept = []
        for plugin in self.plugins:
            if plugin.name not in names:
                extractors = tuple(each for each in plugin.extractors if each.name not in names)
                kept.append(evolve(plugin, extractors=extractors))
        return evolve(self, plugins=tuple(kept))

    @cached_property
    def extractors(self) -> tuple[Extractor[Any], ...]:
        """Every extractor, ordered by name."""
        found = (each for plugin in self.plugins for each in plugin.extractors)
        return tuple(sorted(found, key=lambda extractor: extractor.name))

    @cached_property
    def noise_rules(self) -> tuple[NoiseRule, ...]:
        """Every rule for boilerplate, ordered by id."""
        return tuple(sorted((rule for plugin in self.plugins for rule in plugin.noise_rules), key=lambda rule: rule.id))

    @cached_property
    def triggers(self) -> TriggerScan:
        """The scan for the triggers of all extractors."""
        return TriggerScan({extractor.name: extractor.triggers for extractor in self.extractors})

    @property
    def records(self) -> dict[str, type[Any]]:
        """The class of each extractor's records by its name, as `Article.from_dict` takes it."""
        return {extractor.name: extractor.record for extractor in self.extractors}


@lru_cache(maxsize=4)
def _gathered(plugins: tuple[Plugin, ...], budget: float | None) -> Registry:
    """Make the registry of the installed plugins, and once: the scan for their triggers takes a while to build."""
    return Registry(budget=budget).plus(*plugins)


def _refuse_twins(named: list[tuple[str, str]], what: str) -> None:
    """Refuse two things of one name, telling whose they are."""
    owners: dict[str, str] = {}
    for name, owner in named:
        if name in owners:
            raise ConfigError(f"two {what} are called {name!r}, of {owners[name]} and of {owner}: block one of them")
        owners[name] = owner
