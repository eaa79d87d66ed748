"""How an expression means somebody: by a name, a pronoun, a description.

Contract: plain values; what they mean is for the memory to tell (`memory`).
"""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

__all__ = ["OWNERS", "Known", "Reference", "Shape"]

OWNERS: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
"""The pronoun of whom each possessive means."""


class Shape(Enum):
    """How an expression refers."""

    NAME = "name"
    """A person by name."""
    PRONOUN = "pronoun"
    """"He", "she", "they", "it"."""
    DESCRIPTION = "description"
    """A person by what they are: "the Ukrainian president", "a White House official"."""
    BODY = "body"
    """An institution, a state or its seat of government: "the defence ministry", "Moscow"."""
    PAPER = "paper"
    """What somebody issued: "the statement"."""


class Reference(NamedTuple):
    """An expression that may be a speaker."""

    shape: Shape
    """How it refers."""
    text: str
    """The fullest name, or the expression without its article."""
    noun: str = ""
    """Its last word before what hangs on it, in lower case."""
    article: str = ""
    """Its article or possessive, in lower case."""
    owner: str = ""
    """To whom it belongs, as written or by the fullest name; empty if not told."""
    plural: bool = False
    """Whether it means several."""


class Known(NamedTuple):
    """Somebody whom a sentence named before."""

    name: str
    """The fullest name, or the description."""
    shape: Shape
    """How the sentence referred to them."""
    plural: bool
    """Whether they are several."""
