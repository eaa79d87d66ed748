"""The extractor under test, and how it reads a text when nobody shields it from itself.

Contract: a reading keeps what the extractor gave and raised, exactly; nothing that it does ends the test run but the
user's own interruption.
"""

from __future__ import annotations

import gc
import time
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, final

from attrs import evolve, field, frozen

from warparse.extract.extractor import Extractor
from warparse.extract.hookspecs import hookimpl
from warparse.extract.plugin import Plugin
from warparse.extract.registry import Registry
from warparse.extract.triggers import TriggerScan
from warparse.model import Article
from warparse.pipeline import parse
from warparse.plain import to_plain
from warparse.testing.checks.plain_prose import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warparse.extract.document import Document, Sentences
    from warparse.extract.extractor import NoiseRule

__all__ = ["PROFILES", "CheckError", "Companion", "NotApplicableError", "Profile", "Reading", "Subject"]

_PATIENCE: Final = 120.0
"""Seconds after which a reading is given up; how long one may take is asked by processor time."""
_FEWEST_PLAIN: Final = 8
"""Plain sentences that must be free of triggers; below, they are taken as they are."""


class CheckError(AssertionError):
    """A promise is broken; the message tells on which text and how."""


class NotApplicableError(CheckError):
    """A check finds nothing to look at, in these examples; who means that to be so declares it."""


@frozen
class Profile:
    """How much is tried."""

    name: str
    """What it is called on the command line."""
    texts: int
    """Texts that a law is tried on."""
    orders: int
    """Orders of posts that are tried."""
    growth: int
    """Characters up to which a text grows before its ten-fold is measured."""


PROFILES: Final = {
    "quick": Profile("quick", texts=60, orders=3, growth=16_000),
    "thorough": Profile("thorough", texts=600, orders=12, growth=64_000),
}
"""The profiles, by name."""


@final
class Companion:
    """A plugin made of what it gives, to stand beside the one under test."""

    def __init__(self, extractors: Iterable[Extractor[Any]] = (), rules: Iterable[NoiseRule] = ()) -> None:
        """Take what it gives."""
        self._extractors, self._rules = list(extractors), list(rules)

    @hookimpl
    def warparse_extractors(self) -> list[Extractor[Any]]:
        """Give the extractors."""
        return self._extractors

    @hookimpl
    def warparse_noise_rules(self) -> list[NoiseRule]:
        """Give the rules."""
        return self._rules


@frozen
class Reading:
    """What an extractor made of one text."""

    article: Article
    """The article, without fields."""
    records: tuple[Any, ...]
    """What it gave, in its own order, unchecked."""
    error: BaseException | None
    """What it raised; None where it came to its end."""
    seconds: float
    """Processor time that it took itself."""

    def plain(self) -> list[Any]:
        """Give the records as plain data, ordered as an article holds them."""
        return [to_plain(record) for record in sorted(self.records, key=lambda each: (each.start, each.end))]


class _Watch:
    """Stands in an extractor's place, and keeps what it gives and raises."""

    def __init__(self, extractor: Extractor[Any]) -> None:
        self._extractor = extractor
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.given: list[Any] = []
        self.raised: BaseException | None = None
        self.seconds = 0.0

    def registry(self, name: str) -> Registry:
        """Give a registry in which it reads under a name."""
        spied = evolve(self._extractor, name=name, extract=self._read)
        return Registry.of(Companion([spied]), budget=_PATIENCE)

    def _read(self, document: Document, sentences: Sentences) -> list[Any]:
        begun = time.process_time()
        try:
            self.given.extend(self._extractor.extract(document, sentences))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - a skip or an exit inside an extractor is a fault like any
            self.raised = error
        self.seconds += time.process_time() - begun
        return []


@frozen(slots=False)
class Subject:
    """An extractor under test."""

    extractor: Extractor[Any]
    """The extractor."""
    plugin: Plugin
    """The plugin that gives it."""
    examples: tuple[str, ...]
    """Texts in each of which it reads something."""
    offsets: frozenset[str] = frozenset()
    """Names of attributes that are offsets into the input, beside `start` and `end`."""
    module: str | None = None
    """The name under which its module can be imported; None where it was given by hand."""
    hostile: tuple[str, ...] = ()
    """Pieces of text that are repeated over and over behind an example."""
    profile: Profile = field(default=PROFILES["quick"])
    """How much is tried."""
    seed: int = 0
    """What chance begins with."""

    @cached_property
    def plain_sentences(self) -> tuple[str, ...]:
        """Sentences of no news, without any of its triggers."""
        free = tuple(sentence for sentence in SENTENCES if not self.find_triggers(sentence))
        return free if len(free) >= _FEWEST_PLAIN else SENTENCES

    @cached_property
    def _scan(self) -> TriggerScan:
        return TriggerScan({self.extractor.name: self.extractor.triggers})

    def find_triggers(self, text: str) -> list[tuple[int, int]]:
        """Give where its triggers stand in a text that needs no mending."""
        return [(found.start, found.end) for found in self._scan.find(text)]

    def read(self, text: str, *companions: object, name: str | None = None) -> Reading:
        """Let the extractor read a text.

        Args:
            text: the text.
            companions: other plugins that read it too.
            name: what to call the extractor meanwhile: the order of names is the order of reading.
        """
        if not companions and name is None:
            registry, watch = self._alone
        else:
            watch = _Watch(self.extractor)
            registry = watch.registry(name or self.extractor.name).plus(*_read_all(companions))
        watch.forget()
        article = parse(text, registry=registry)
        shown = evolve(article, fields={}, problems=())
        return Reading(shown, tuple(watch.given), watch.raised, watch.seconds)

    @cached_property
    def _alone(self) -> tuple[Registry, _Watch]:
        """A registry of this extractor alone; making one takes longer than reading a sentence."""
        watch = _Watch(self.extractor)
        return watch.registry(self.extractor.name), watch

    def read_soundly(self, text: str, *companions: object, name: str | None = None) -> Reading:
        """Let the extractor read a text that it must cope with.

        Raises:
            CheckError: it raised.
        """
        reading = self.read(text, *companions, name=name)
        if reading.error is not None:
            raise CheckError(f"raised {type(reading.error).__name__}: {reading.error}\non {text!r}") from reading.error
        return reading

    def time(self, text: str) -> float:
        """Give the processor seconds that the extractor takes for a text, garbage left lying."""
        gc.collect()
        gc.disable()
        try:
            return self.read_soundly(text).seconds
        finally:
            gc.enable()

    def values_of(self, record: object, origin: int | None) -> dict[str, Any]:
        """Give a record's attributes in plain form, without its start and end.

        Args:
            record: the record.
            origin: the code point that its offsets are counted from; None leaves them out.
        """
        plain: dict[str, Any] = to_plain(record)
        for key in ("start", "end"):
            del plain[key]
        for key in self.offsets & plain.keys():
            at = plain.pop(key)
            if origin is not None:
                plain[key] = at - origin if isinstance(at, int) else at
        return plain


def _read_all(companions: tuple[object, ...]) -> list[Plugin]:
    """Make plugins of companions, each under a name of its own."""
    found = []
    for number, companion in enumerate(companions):
        (plugin,) = Registry.of(companion).plugins
        found.append(evolve(plugin, name=f"companion_{number}"))
    return found
