"""What a plugin gives: extractors of facts, and rules for a site's boilerplate.

Contract: plain values that know nothing of the article they will meet; the registry checks them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from attrs import field, frozen

from warparse.extract.document import Document, Sentences
from warparse.model import Reason

__all__ = ["Extractor", "NoiseRule"]

Record = TypeVar("Record")


def _as_tuple(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@frozen
class Extractor(Generic[Record]):
    """Reads one kind of fact.

    A pure function of the article: the same article gives the same records, whatever else is installed.
    """

    name: str
    """The key of its records in `article.fields`: an identifier in lower case ("money")."""
    record: type[Record]
    """The frozen attrs class of its records. It has `start` and `end`, code points of the input; its other
    attributes are text, numbers, exact decimals, booleans, enumerations, dates, None, or tuples of these."""
    triggers: tuple[str, ...] = field(converter=_as_tuple)
    """Words and phrases that wake it, matched as whole words in any case; one that ends with "*" matches
    longer words too ("attack*"), one that starts with "*" the end of longer words ("*0km" in "40km"), one that starts
    or ends with a mark ("$") matches anywhere."""
    extract: Callable[[Document, Sentences], Iterable[Record]]
    """Gives the records of the article: called once a document, with the sentences that hold a trigger,
    and not at all where none does."""
    doc: str = ""
    """What it reads, in one line."""


@frozen
class NoiseRule:
    """Knows one kind of boilerplate line, of one site say."""

    id: str
    """A stable id, as `block.rule` will tell it ("example-times.donate")."""
    reason: Reason
    """Why such a line is no part of the article."""
    matches: Callable[[str], bool]
    """Tells of one line, without white space at its ends, whether it is of this kind."""
