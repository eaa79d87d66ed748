"""Records as flat rows, for a spreadsheet or a data frame.

Contract: one row a record, the same columns for every row of one class; a row tells the document, the post, the
sentence and the span beside the record's own attributes.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import attrs

from warparse.lexicon.sentences import split_sentences
from warparse.plain import UNWRITTEN, to_plain
from warparse.read.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warparse.model import Article

__all__ = ["columns_of", "rows_of", "to_csv"]

_PLACE = ("document", "post", "heading", "sentence", "text")


def columns_of(record: type[Any]) -> tuple[str, ...]:
    """Give the columns of a record class: where it stands, then its attributes.

    Args:
        record: the attrs class of an extractor's records.
    """
    own = (each.name for each in attrs.fields(record) if each.metadata.get("warparse") != UNWRITTEN["warparse"])
    return (*_PLACE, *own)


def rows_of(article: Article, field: str) -> list[dict[str, Any]]:
    """Give a row for each record of one extractor.

    Args:
        article: the article.
        field: the extractor's name.

    Returns:
        Mappings: `document` is the source's name, `post` the number of its post (the first being 1), `heading` the
        post's heading, `sentence` the sentence around the record, `text` its own words; then the record's attributes
        in their plain form. None where nothing is told.
    """
    starts = [block.start for block in article.blocks]
    rows = []
    for record in article.fields.get(field, ()):
        block = article.blocks[max(bisect_right(starts, record.start) - 1, 0)]
        cleaned = block.cleaned
        at = cleaned.from_source(record.start)
        sentence = next((span for span in split_sentences(cleaned.text) if span.start <= at < span.end), None)
        post = article.posts[block.post] if block.post is not None else None
        rows.append(
            {
                "document": article.source.name,
                "post": block.post + 1 if block.post is not None else None,
                "heading": post.heading if post else None,
                "sentence": cleaned.text[slice(*sentence)] if sentence else cleaned.text,
                "text": clean(article.source.text, record.start, record.end, marker=False).text,
                **to_plain(record),
            }
        )
    return rows


def to_csv(rows: Iterable[dict[str, Any]], columns: Iterable[str], *, header: bool = True) -> str:
    r"""Write rows as comma-separated values (RFC 4180, lines ending in CR LF).

    Args:
        rows: the rows; a list in one is written with "; " between its items, None as nothing.
        columns: the columns, in order.
        header: begin with a line of their names.

    >>> to_csv([{"a": ["x", "y"], "b": None}], ["a", "b"])
    'a,b\r\nx; y,\r\n'
    """
    written = io.StringIO()
    names = list(columns)
    writer = csv.DictWriter(written, names, extrasaction="ignore")
    if header:
        writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(row.get(name)) for name in names})
    return written.getvalue()


def _cell(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value
