"""Pieces of a sentence: noun phrases, verbs, small words, marks and quotes.

Contract: plain values, made by the thousand and so as small as they can be; a piece that is no noun phrase has
none of a noun phrase's attributes of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from warparse.names.entities import Entity

__all__ = [
    "CAPITAL",
    "COLON",
    "COMMA",
    "DASH",
    "HIDDEN",
    "NAME",
    "NOUN",
    "QUOTE",
    "STATE",
    "STOP",
    "Chunk",
    "NounPhrase",
]

HIDDEN: Final = "\u0001"
"""Stands for each character of quoted words while a paragraph is read, so that nobody speaks inside them."""

# Kinds beside the classes of words (`words`), which verbs, prepositions and conjunctions keep.
NAME: Final = 40
"""A person by name."""
NOUN: Final = 41
"""Any other noun phrase; `head` is the class of its last word."""
QUOTE: Final = 42
COMMA: Final = 43
COLON: Final = 44
STOP: Final = 45
DASH: Final = 46
CAPITAL: Final = 30
"""The head of a noun phrase that ends in an unknown name."""
STATE: Final = 31
"""The head of one that is a state or its seat."""


class Chunk:
    """A piece of a sentence."""

    __slots__ = ("end", "flags", "kind", "start", "word")

    head: int = 0
    """Of a noun phrase: the class of its last word, `CAPITAL` or `STATE`."""
    article: str = ""
    """Of a noun phrase: its article or possessive in lower case."""
    owner: int = 0
    """Of a noun phrase: where the words end to which it belongs ("Ukraine's"); 0 if it belongs to none."""
    owned: bool = False
    """Whether it ends with a possessive, so that it owns what follows."""
    entity: Entity | None = None
    """Whom the document's index knows by its name, or by its owner's."""
    holder: Entity | None = None
    """Of a noun phrase that belongs to somebody whom the index knows: who that is."""
    first: int = 0
    """Of a noun phrase: where its words start behind the article."""
    last: int = 0
    """Of a noun phrase: where its last word or name starts."""

    def __init__(self, kind: int, start: int, end: int, word: str = "", flags: int = 0) -> None:
        """Make a piece.

        Args:
            kind: `NAME`, `NOUN`, `QUOTE`, a mark, or the class of a verb or small word (`words`).
            start: where it starts in the paragraph.
            end: where it ends.
            word: its last word in lower case; of a stop "?" where the sentence may go on behind it.
            flags: of a verb, what is known of its form (`words`); of a quote, its number.
        """
        self.kind = kind
        self.start = start
        self.end = end
        self.word = word
        self.flags = flags


class NounPhrase(Chunk):
    """A noun phrase; grows while it is read."""

    __slots__ = ("article", "entity", "first", "head", "holder", "last", "owned", "owner")

    def __init__(self, start: int, end: int, article: str, first: int) -> None:
        """Open a noun phrase with its article, or where its first word starts."""
        self.kind = NOUN
        self.start = start
        self.end = end
        self.word = ""
        self.flags = 0
        self.head = 0
        self.article = article
        self.owner = 0
        self.owned = False
        self.entity = None
        self.holder = None
        self.first = first
        self.last = first
