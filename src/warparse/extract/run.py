"""All extractors over one article: one scan, then each by itself, its faults kept from the others.

Contract: the article comes back with its records in `fields`, ordered by span, and with a problem for each
extractor that failed; an extractor that fails gives no record. Only this file catches what a plugin raises.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any

from attrs import evolve

from warparse.errors import PluginError
from warparse.extract.document import Document, Sentences
from warparse.model import Problem

if TYPE_CHECKING:
    from warparse.extract.extractor import Extractor
    from warparse.extract.registry import Registry
    from warparse.extract.triggers import Found
    from warparse.model import Article
    from warparse.read.offsets import OffsetMap
    from warparse.span import Span
    from warparse.speech.readings import Readings

__all__ = ["extract"]


def extract(article: Article, text: str, offsets: OffsetMap, readings: Readings, registry: Registry) -> Article:
    """Let every extractor of a registry read an article.

    Args:
        article: the article, without fields.
        text: its mended text.
        offsets: where each character of it stood in the input.
        readings: its paragraphs in the mended text.
        registry: who reads.
    """
    if not registry.extractors:
        return article
    document = Document(article, offsets, readings)
    woken: dict[str, list[Found]] = {}
    for found in registry.triggers.find(text):
        for name in found.extractors:
            woken.setdefault(name, []).append(found)
    fields: dict[str, tuple[Any, ...]] = {}
    problems = list(article.problems)
    for extractor in registry.extractors:
        fields[extractor.name] = ()
        if extractor.name in woken:
            watch = _Watch(registry.budget)
            try:
                fields[extractor.name] = _read(extractor, document, woken[extractor.name], watch)
            except Exception as error:  # noqa: BLE001 - whatever a plugin raises costs only its own records
                problems.append(_describe(extractor, error, watch))
    return evolve(article, fields=fields, problems=tuple(problems))


class _Watch:
    """How much time an extractor has left, and what it reads."""

    def __init__(self, budget: float | None) -> None:
        self._until = None if budget is None else perf_counter() + budget
        self.budget = budget
        self.at: Span | None = None
        """The span of the sentence that it reads."""

    def left(self) -> float | None:
        """Give the seconds left; None for any number.

        Raises:
            TimeoutError: none are.
        """
        if self._until is None:
            return None
        left = self._until - perf_counter()
        if left <= 0:
            raise TimeoutError
        return left


def _read(extractor: Extractor[Any], document: Document, found: list[Found], watch: _Watch) -> tuple[Any, ...]:
    sentences = Sentences(document, found, watch)
    records = []
    for record in extractor.extract(document, sentences):
        _check(extractor, record, len(document.article.source))
        records.append(record)
        watch.left()
    return tuple(sorted(records, key=lambda record: (record.start, record.end)))


def _check(extractor: Extractor[Any], record: object, length: int) -> None:
    """Refuse what the extractor did not promise.

    Raises:
        PluginError: the record is of another class, or its span lies outside the article.
    """
    if type(record) is not extractor.record:
        raise PluginError(f"gave a {type(record).__name__} where it declares {extractor.record.__name__}")
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        raise PluginError(f"gave the span [{start}, {end}) in an article of {length} characters")


def _describe(extractor: Extractor[Any], error: Exception, watch: _Watch) -> Problem:
    """Tell in one line what went wrong, and on which sentence if that is known."""
    if isinstance(error, TimeoutError) and watch.budget is not None:
        message = f"took longer than its {watch.budget:g} seconds for this document"
    elif isinstance(error, PluginError):
        message = str(error)
    else:
        told = str(error).partition("\n")[0]
        message = f"{type(error).__name__}: {told}" if told else type(error).__name__
    start, end = watch.at or (None, None)
    return Problem(extractor.name, message, start, end)
