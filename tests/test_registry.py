"""Registries: what they refuse, with one clear line each, and plugins of one file."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest
from attrs import define, evolve, frozen

import warparse
from fleet import SHIPS, TEXT, plugin
from warparse import ConfigError, PluginError, Registry, parse
from warparse.extract.loading import installed
from warparse.extract.registry import Registry as SameRegistry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# -- what is refused -----------------------------------------------------------------------------


@define
class Open:
    """A record class that is not frozen."""

    start: int
    end: int


@frozen
class Placeless:
    """A record class without a span."""

    word: str


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "Ships of war"}, "identifier"),
        ({"record": Open}, "frozen"),
        ({"record": Placeless}, "start and end"),
        ({"record": dict}, "attrs class"),
        ({"triggers": ()}, "trigger"),
        ({"triggers": ("",)}, "trigger"),
        ({"extract": None}, "function"),
    ],
)
def test_what_is_no_extractor_is_refused_by_name(change: dict[str, Any], told: str) -> None:
    with pytest.raises(PluginError, match=rf"'Plugin'.*{told}"):
        Registry.of(plugin(evolve(SHIPS, **change)))


def test_what_is_nothing_of_the_kind_is_refused() -> None:
    with pytest.raises(PluginError, match="gave str: return a list of Extractor"):
        Registry.of(plugin("ships"))


def test_a_mistyped_hook_is_refused() -> None:
    class Mistyped:
        @warparse.hookimpl
        def warparse_extractor(self) -> list[Any]:
            return []

    with pytest.raises(PluginError, match=r"'Mistyped'.*warparse_extractor"):
        Registry.of(Mistyped())


def test_a_generator_hook_is_refused() -> None:
    class Lazy:
        @warparse.hookimpl
        def warparse_extractors(self) -> Iterator[Any]:
            yield SHIPS

    with pytest.raises(PluginError, match=r"'Lazy'.*return a list"):
        Registry.of(Lazy())


def test_a_hook_that_raises_is_refused() -> None:
    class Broken:
        @warparse.hookimpl
        def warparse_extractors(self) -> list[Any]:
            raise RuntimeError("no table")

    with pytest.raises(PluginError, match=r"'Broken'.*RuntimeError: no table"):
        Registry.of(Broken())


def test_a_plugin_without_hooks_is_refused() -> None:
    with pytest.raises(PluginError, match="implements no hook"):
        Registry.of(object())


def test_two_extractors_of_one_name_are_refused() -> None:
    with pytest.raises(ConfigError, match="two extractors are called 'ships', of First and of Second"):
        Registry.of(plugin(SHIPS, name="Second"), plugin(SHIPS, name="First"))


def test_blocking_what_is_not_there_is_refused() -> None:
    registry = Registry.of(plugin(SHIPS))
    assert registry.without("ships").extractors == registry.without("Plugin").extractors == ()
    with pytest.raises(
        ConfigError, match="no plugin 'boats' to block: give one of those installed \\(Plugin, ships\\)"
    ):
        registry.without("boats")


def test_the_registry_is_public_once() -> None:
    assert warparse.Registry is SameRegistry


# -- plugins of one file -------------------------------------------------------------------------

FILE = """
import warparse
from attrs import frozen

@frozen
class Ship:
    start: int
    end: int

def find(document, sentences):
    return [Ship(*sentence.span()) for sentence in sentences]

@warparse.hookimpl
def warparse_extractors():
    return [warparse.Extractor("fleet", Ship, ("frigate",), find)]
"""


def test_a_file_is_a_plugin(tmp_path: Path) -> None:
    path = tmp_path / "fleet.py"
    path.write_text(FILE, encoding="utf-8")
    registry = Registry().plus_file(path)
    assert [(plugin.name, plugin.origin) for plugin in registry.plugins] == [("fleet", str(path))]
    assert len(parse(TEXT, registry=registry).fields["fleet"]) == 1


def test_an_installed_plugin_that_cannot_be_loaded_harms_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def point(name: str, value: str) -> metadata.EntryPoint:
        return metadata.EntryPoint(name, value, "warparse")

    points = [point("ships", "fleet:SAILING"), point("gone", "nothing_of_this_name"), point("empty", "samples")]
    monkeypatch.setattr("fleet.SAILING", plugin(SHIPS), raising=False)
    monkeypatch.setattr(metadata, "entry_points", lambda *, group: [each for each in points if each.group == group])
    found = {each.name: each for each in installed.__wrapped__()}
    assert list(found) == ["empty", "gone", "ships"]
    assert found["ships"].problem is None
    assert found["gone"].problem == (
        "plugin 'gone' can't be imported: ModuleNotFoundError: No module named 'nothing_of_this_name'"
    )
    assert "implements no hook" in (found["empty"].problem or "")
    monkeypatch.setattr("warparse.extract.registry.installed", lambda: tuple(found.values()))
    registry = Registry.discover()
    assert [each.name for each in registry.plugins if each.problem] == ["empty", "gone"]
    article = parse(TEXT, registry=registry)
    assert len(article.fields["ships"]) == 4
    assert not article.problems


@pytest.mark.parametrize(
    ("name", "content", "error", "told"),
    [
        ("gone.py", None, ConfigError, "there is no plugin file"),
        ("broken.py", "import nothing_of_this_name", PluginError, "can't be loaded: ModuleNotFoundError"),
        ("wrong.py", "def f(:", PluginError, "can't be loaded: SyntaxError"),
        ("empty.py", "", PluginError, "implements no hook"),
        ("notes.txt", FILE, PluginError, "no Python file"),
    ],
)
def test_a_file_that_is_no_plugin_is_refused(
    tmp_path: Path, name: str, content: str | None, error: type[Exception], told: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(error, match=told):
        Registry().plus_file(path)
