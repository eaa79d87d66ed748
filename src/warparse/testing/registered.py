"""What Hypothesis learns from warparse when it is installed: articles, posts and quotes by their types.

Contract: called once, when Hypothesis is imported; no strategy is made before one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from warparse.model import Article, Post, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    T = TypeVar("T")

__all__ = ["register"]


def register() -> None:
    """Let `st.from_type` make articles, posts and quotes."""
    st.register_type_strategy(Article, lambda _: _articles())
    st.register_type_strategy(Post, lambda _: _parts(lambda article: article.posts))
    st.register_type_strategy(Quote, lambda _: _parts(lambda article: article.quotes))


def _articles() -> st.SearchStrategy[Article]:
    from warparse.testing.strategies import rendered_articles

    return rendered_articles().map(lambda rendered: rendered.article)


def _parts(get: Callable[[Article], Sequence[T]]) -> st.SearchStrategy[T]:
    return _articles().map(get).filter(bool).flatmap(st.sampled_from)
