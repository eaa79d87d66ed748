"""Whether a plugin's extractors keep what every extractor promises: one test for each check, and a tally.

Contract: a check holds, fails, or fails as it was declared to; what is declared and holds is a failure too, and nothing
is passed over in silence. The same seed tries the same texts.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import evolve, field, frozen

from warparse.errors import ConfigError, WarparseError
from warparse.extract.extractor import Extractor
from warparse.extract.registry import Registry
from warparse.testing.checks import CHECKS, checks_of
from warparse.testing.checks.promise import Promise
from warparse.testing.checks.subject import PROFILES, CheckError, Companion, Subject
from warparse.testing.tally import Tally, settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest

__all__ = ["ACCEPTED", "Check", "check_extractor", "checks_for", "parametrize_with_checks"]

Examples: TypeAlias = "Iterable[str] | Mapping[str, Iterable[str]]"
"""Texts for all extractors of a plugin, or for each by its name."""
ACCEPTED: Final = "is_accepted"
"""The check that comes before all others: a registry takes the plugin."""


@frozen
class Check:
    """One check of one extractor, to be called."""

    name: str
    """The name by which it is declared to fail."""
    told: str
    """What is promised."""
    extractor: str
    """The name of the extractor; of the plugin where that gives none."""
    _promise: Promise | None = field(repr=False)
    _subject: Subject | None = field(repr=False)
    _refusal: WarparseError | None = field(default=None, repr=False)

    def __call__(self, profile: str | None = None, seed: int | None = None) -> None:
        """Run the check.

        Args:
            profile: how much is tried; the settings' where None.
            seed: what chance begins with; the settings' where None.

        Raises:
            CheckError: the promise is broken, or there was nothing to look at.
        """
        if self._refusal is not None:
            raise CheckError(str(self._refusal)) from self._refusal
        if self._promise is None or self._subject is None:
            return
        chosen = PROFILES[profile or settings.profile]
        self._promise.look(evolve(self._subject, profile=chosen, seed=settings.seed if seed is None else seed))


def checks_for(
    plugin: object, examples: Examples, offsets: Iterable[str] = (), hostile: Iterable[str] = ()
) -> Iterator[Check]:
    """Give the checks of every extractor of a plugin; of one that no registry takes, the check that fails.

    Args:
        plugin: a module or an object with hook implementations, or an `Extractor`.
        examples: texts that its extractors read something in; or by the extractor's name, those of each.
        offsets: names of attributes that are offsets into the input, beside `start` and `end`.
        hostile: pieces of text that are repeated in one paragraph behind an example, to see that the time grows in
            proportion.

    Raises:
        ConfigError: there is no example.
    """
    if not isinstance(examples, Mapping):
        _texts_of(examples)
    given = Companion([plugin]) if isinstance(plugin, Extractor) else plugin
    accepted = "A registry takes the plugin: hooks that give lists, frozen record classes with a span, triggers"
    try:
        (found,) = Registry.of(given).plugins
        if not found.extractors:
            raise ConfigError(f"plugin {found.name!r} gives no extractor")
    except WarparseError as error:
        yield Check(ACCEPTED, accepted, _name_of(plugin), None, None, error)
        return
    module = _importable(plugin)
    for extractor in found.extractors:
        own = examples.get(extractor.name, ()) if isinstance(examples, Mapping) else examples
        subject = Subject(extractor, found, _texts_of(own), frozenset(offsets), module, hostile=tuple(hostile))
        yield Check(ACCEPTED, accepted, extractor.name, None, None)
        for check in checks_of(importable=module is not None):
            yield Check(check.name, check.told, extractor.name, check, subject)


def _texts_of(examples: Iterable[str]) -> tuple[str, ...]:
    """Give examples without white space at their ends.

    Raises:
        ConfigError: there is none, or one is empty.
    """
    texts = () if isinstance(examples, str) else tuple(example.strip() for example in examples)
    if not texts or not all(texts):
        raise ConfigError("checks need examples: a list of texts in each of which the extractor reads something")
    return texts


def _importable(plugin: object) -> str | None:
    """Give the name by which another process can import a plugin; None where there is none."""
    spec = getattr(plugin, "__spec__", None) if isinstance(plugin, ModuleType) else None
    return spec.name if spec is not None and not spec.name.startswith("warparse_file_") else None


def _name_of(plugin: object) -> str:
    name = getattr(plugin, "__name__", None) or type(plugin).__name__
    return str(name).rpartition(".")[2]


def declared_of(expected: Mapping[str, str] | None) -> Mapping[str, str]:
    """See that declared failures name checks and give reasons.

    Raises:
        ConfigError: one does not.
    """
    known = {ACCEPTED, *(check.name for check in CHECKS)}
    for name, reason in (expected or {}).items():
        if name not in known:
            raise ConfigError(f"there is no check {name!r} to fail: give one of {', '.join(sorted(known))}")
        if not reason.strip():
            raise ConfigError(f"the check {name!r} is declared to fail without a reason")
    return expected or {}


def parametrize_with_checks(
    plugin: object,
    *,
    examples: Examples,
    expected_failures: Mapping[str, str] | None = None,
    offsets: Iterable[str] = (),
    hostile: Iterable[str] = (),
) -> pytest.MarkDecorator:
    """Make a test function one test for each check of a plugin; it takes `check` and calls it.

    Args:
        plugin: a module or an object with hook implementations, or an `Extractor`.
        examples: texts that its extractors read something in, or by the extractor's name, those of each; every one
            must be understood by itself.
        expected_failures: names of checks that are known to fail, each with the reason.
        offsets: names of attributes that are offsets into the input, beside `start` and `end`.
        hostile: pieces of text that are repeated in one paragraph behind an example, to see that the time grows in
            proportion.

    Returns:
        A decorator, as `pytest.mark.parametrize` gives one.

    Raises:
        ConfigError: there is no example, or a declared failure names no check.
    """
    import pytest

    declared = declared_of(expected_failures)
    parameters = []
    for check in checks_for(plugin, examples, offsets, hostile):
        marks: list[Any] = [pytest.mark.warparse_check]
        if check.name in declared:
            marks.append(pytest.mark.xfail(reason=declared[check.name], strict=True, raises=CheckError))
        parameters.append(pytest.param(check, id=f"{check.extractor}-{check.name}", marks=marks))
    return pytest.mark.parametrize("check", parameters)


def check_extractor(
    plugin: object,
    *,
    examples: Examples,
    expected_failures: Mapping[str, str] | None = None,
    offsets: Iterable[str] = (),
    hostile: Iterable[str] = (),
    profile: str | None = None,
    seed: int | None = None,
) -> Tally:
    """Run all checks of a plugin, without pytest, and print a tally.

    Args:
        plugin: a module or an object with hook implementations, or an `Extractor`.
        examples: texts that its extractors read something in, or by the extractor's name, those of each; every one
            must be understood by itself.
        expected_failures: names of checks that are known to fail, each with the reason.
        offsets: names of attributes that are offsets into the input, beside `start` and `end`.
        hostile: pieces of text that are repeated in one paragraph behind an example, to see that the time grows in
            proportion.
        profile: `quick` or `thorough`.
        seed: what chance begins with.

    Returns:
        The tally.

    Raises:
        CheckError: checks failed; the message tells each.
        ConfigError: there is no example, or a declared failure names no check.
    """
    declared = declared_of(expected_failures)
    tally = Tally(profile or settings.profile, settings.seed if seed is None else seed)
    told = []
    for check in checks_for(plugin, examples, offsets, hostile):
        failure = _run(check, tally)
        if failure is None and check.name in declared:
            failure = CheckError("holds, though it is declared to fail: take the declaration away")
        elif failure is not None and check.name in declared:
            tally.declared += 1
            continue
        if failure is None:
            tally.held += 1
        else:
            tally.failed += 1
            told.append(f"{check.extractor}-{check.name}: {failure}")
    sys.stdout.write(f"{tally}\n")
    if told:
        raise CheckError("\n\n".join([str(tally), *told]))
    return tally


def _run(check: Check, tally: Tally) -> CheckError | None:
    try:
        check(tally.profile, tally.seed)
    except CheckError as error:
        return error
    return None
