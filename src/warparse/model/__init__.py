"""What a parse gives: frozen values with spans into the input, and their written form.

Contract: nothing here reads a plugin, a rule or a file. Four floors: `kinds` (the words), `parts` (what an
article is made of), `written` (the interchange format), `article`.
"""

from __future__ import annotations

from warparse.model.article import Article, Why
from warparse.model.kinds import BlockKind, Boundary, NameKind, PostKind, QuoteForm, Reason
from warparse.model.parts import Block, Figure, Name, Post, Problem, Quote, link_posts

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Boundary",
    "Figure",
    "Name",
    "NameKind",
    "Post",
    "PostKind",
    "Problem",
    "Quote",
    "QuoteForm",
    "Reason",
    "Why",
    "link_posts",
]
