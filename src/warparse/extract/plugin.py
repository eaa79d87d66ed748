"""One plugin, read and checked.

Contract: `read_plugin` gives what a plugin offers or says in one line why it can't be used; nothing it offers is
called yet. The only caller of pluggy beside the hooks' signatures.
"""

from __future__ import annotations

import inspect
import re
from types import ModuleType
from typing import Any, Final

import attrs
import pluggy
from attrs import frozen

from warparse.errors import PluginError
from warparse.extract import hookspecs
from warparse.extract.extractor import Extractor, NoiseRule
from warparse.model import Reason

__all__ = ["Plugin", "name_of", "read_plugin"]

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


@frozen
class Plugin:
    """A plugin as a registry holds it."""

    name: str
    """The name by which it is blocked: of its entry point, or of its module."""
    origin: str
    """Where it comes from: a distribution, a file, or "given" for one handed in."""
    version: str | None = None
    """The version of its distribution; None where it has none."""
    extractors: tuple[Extractor[Any], ...] = ()
    """Its extractors."""
    noise_rules: tuple[NoiseRule, ...] = ()
    """Its rules for boilerplate."""
    problem: str | None = None
    """Why an installed plugin could not be loaded, in one line; None for one that works."""


def name_of(plugin: object) -> str:
    """Give the name of a plugin that was given by hand: its module's, or its class's."""
    return plugin.__name__.rpartition(".")[2] if isinstance(plugin, ModuleType) else type(plugin).__name__


def read_plugin(plugin: object, name: str, origin: str, version: str | None = None) -> Plugin:
    """Read what a plugin gives.

    Args:
        plugin: a module or an object with hook implementations.
        name: what to call it.
        origin: where it comes from.
        version: the version of its distribution.

    Raises:
        PluginError: it implements no hook, a hook that there is not, or gives what the hook does not ask for.
    """
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(f"plugin {name!r}: {_first_line(error)}") from None
    extractors = _call(manager.hook.warparse_extractors, name, Extractor)
    rules = _call(manager.hook.warparse_noise_rules, name, NoiseRule)
    if not manager.get_hookcallers(plugin):
        raise PluginError(f"plugin {name!r} implements no hook: mark one with @warparse.hookimpl")
    for extractor in extractors:
        _check_extractor(extractor, name)
    for rule in rules:
        _check_rule(rule, name)
    return Plugin(name, origin, version, tuple(extractors), tuple(rules))


def _call(hook: Any, name: str, due: type) -> list[Any]:  # noqa: ANN401 - pluggy's hooks have no public class
    """Call a plugin's implementation of one hook and check what it gives."""
    given: list[Any] = []
    for implementation in hook.get_hookimpls():
        where = f"plugin {name!r}: {hook.name}"
        if inspect.isgeneratorfunction(implementation.function) or implementation.hookwrapper or implementation.wrapper:
            raise PluginError(f"{where} yields: return a list")
        try:
            result = implementation.function()
        except Exception as error:
            raise PluginError(f"{where} raised {type(error).__name__}: {_first_line(error)}") from error
        if not isinstance(result, list | tuple):
            raise PluginError(f"{where} gave {type(result).__name__}: return a list of {due.__name__}")
        for each in result:
            if not isinstance(each, due):
                raise PluginError(f"{where} gave {type(each).__name__}: return a list of {due.__name__}")
        given += result
    return given


def _check_rule(rule: Any, name: str) -> None:  # noqa: ANN401 - a plugin may have put anything into it
    if not (rule.id and isinstance(rule.id, str) and isinstance(rule.reason, Reason) and callable(rule.matches)):
        raise PluginError(f"plugin {name!r}: the noise rule {rule.id!r} needs an id, a Reason and a function")


def _check_extractor(extractor: Any, name: str) -> None:  # noqa: ANN401 - a plugin may have put anything into it
    where = f"plugin {name!r}: the extractor {extractor.name!r}"
    if not isinstance(extractor.name, str) or not _NAME.fullmatch(extractor.name):
        raise PluginError(f"{where} needs an identifier in lower case for its name")
    if not callable(extractor.extract) or inspect.iscoroutinefunction(extractor.extract):
        raise PluginError(f"{where} needs a plain function to extract with")
    record = extractor.record
    if not (
        isinstance(record, type) and attrs.has(record) and {"start", "end"} <= {f.name for f in attrs.fields(record)}
    ):
        raise PluginError(f"{where} needs an attrs class with start and end for its records")
    if record.__setattr__ is object.__setattr__:
        raise PluginError(f"{where} needs a frozen class for its records: {record.__name__} is not")
    if not extractor.triggers or not all(isinstance(word, str) and word.strip("* ") for word in extractor.triggers):
        raise PluginError(f"{where} needs trigger words, none of them empty")


def _first_line(error: BaseException) -> str:
    return " ".join(line.strip() for line in str(error).splitlines() if line.strip())
