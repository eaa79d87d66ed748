"""The one way of the data: text to article. Only this file knows the order of the steps."""

from __future__ import annotations

from datetime import date

from warparse.model import Article
from warparse.read.source import Source

__all__ = ["parse"]


def parse(
    text: str | Source,
    *,
    name: str | None = None,
    url: str | None = None,
    published: date | None = None,
    infer_posts: bool = True,
) -> Article:
    """Parse a scraped text."""
    source = text if isinstance(text, Source) else Source(text, name, url)
    return Article(source, published=published)
