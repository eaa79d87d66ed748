"""The seam: what plugins write against.

`Extractor` and `NoiseRule` are what they give, `Document`, `Paragraph`, `Sentence`, `Hit` and `Mention` what they
get, with `Grammar` and `Piece` for how a sentence hangs together, `Registry` who holds them.
"""

from __future__ import annotations

from warparse.extract.document import Document, Mention, Sentences
from warparse.extract.extractor import Extractor, NoiseRule
from warparse.extract.grammar import Grammar, Head, Piece, PieceKind
from warparse.extract.hookspecs import hookimpl
from warparse.extract.plugin import Plugin
from warparse.extract.registry import Registry
from warparse.extract.sentences import Hit, Paragraph, Sentence

__all__ = [
    "Document",
    "Extractor",
    "Grammar",
    "Head",
    "Hit",
    "Mention",
    "NoiseRule",
    "Paragraph",
    "Piece",
    "PieceKind",
    "Plugin",
    "Registry",
    "Sentence",
    "Sentences",
    "hookimpl",
]
