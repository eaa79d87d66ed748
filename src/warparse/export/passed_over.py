"""What no extractor took: triggers and numbers in the kept text that stand in no record.

Contract: looks at kept blocks only; what it lists is no fault, only what a reader may want to check.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from warparse.lexicon.numbers import find_numbers
from warparse.model import BlockKind
from warparse.span import Span

if TYPE_CHECKING:
    from warparse.extract.registry import Registry
    from warparse.model import Article, Block

__all__ = ["NUMBERS", "PassedOver", "find_passed_over"]

NUMBERS = "numbers"
"""The name under which numbers are listed that stand in no record of any extractor."""
_KEPT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.HEADING, BlockKind.STANDFIRST)


class PassedOver(NamedTuple):
    """A word in the kept text that stands in no record."""

    extractor: str
    """Whose trigger it is, or "numbers"."""
    text: str
    """The word as it stands in the text."""
    span: Span
    """Where it stands in the input."""


def find_passed_over(article: Article, registry: Registry) -> list[PassedOver]:
    """List the triggers that stand in no record of their extractor, and the numbers that stand in no record at all.

    Args:
        article: the article, with the fields of the registry's extractors.
        registry: whose triggers to look for.

    Returns:
        By extractor, numbers last, each in document order.
    """
    taken = {
        name: _merged([Span(each.start, each.end) for each in records]) for name, records in article.fields.items()
    }
    everything = _merged(sorted(span for spans in taken.values() for span in spans))
    found: list[PassedOver] = []
    for block in article.blocks:
        if block.kind not in _KEPT:
            continue
        text = block.text
        for hit in registry.triggers.find(text):
            span = _span(block, hit.start, hit.end)
            found += (
                PassedOver(name, text[hit.start : hit.end], span)
                for name in hit.extractors
                if not _is_in(span, taken.get(name, []))
            )
        for number in find_numbers(text):
            span = _span(block, number.start, number.end)
            if not _is_in(span, everything):
                found.append(PassedOver(NUMBERS, text[number.start : number.end], span))
    return sorted(found, key=lambda each: (each.extractor == NUMBERS, each.extractor, each.span))


def _span(block: Block, start: int, end: int) -> Span:
    return Span(block.to_source(start), block.to_source(end - 1) + 1)


def _merged(spans: list[Span]) -> list[Span]:
    """Join spans that touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_in(span: Span, spans: list[Span]) -> bool:
    at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    return at >= 0 and span.start < spans[at].end
