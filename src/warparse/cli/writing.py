"""What `warparse parse` writes of each document, and where to.

Contract: one document in, its output out; with a folder to write to, a document's output is a file there,
named after it, and no file that is an input is overwritten.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from warparse.cli.streams import OutputError, complain
from warparse.errors import ConfigError
from warparse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from warparse.cli.documents import Document
    from warparse.extract.registry import Registry
    from warparse.model import Article
    from warparse.read.page import Page
    from warparse.read.source import Source

__all__ = ["FORMATS", "Writer"]

_SUFFIXES: Final = {
    "outline": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "text": ".txt",
    "markdown": ".md",
    "jsonld": ".jsonld",
    "csv": ".csv",
}
FORMATS: Final = tuple(_SUFFIXES)
"""What can be written of a document."""


class Writer:
    """Parses documents and writes them in one format, to standard output or to a folder."""

    def __init__(
        self,
        style: str,
        documents: Sequence[Document],
        output: Path | None,
        *,
        published: date | None,
        infer_posts: bool,
        registry: Registry,
        field: str | None = None,
    ) -> None:
        """Take the options.

        Raises:
            ConfigError: several documents would be written as one piece of JSON, or the field is no extractor's.
        """
        _check_field(style, field, registry)
        if style in ("json", "jsonld") and len(documents) > 1 and output is None:
            raise ConfigError(f"--format {style} is one document, not {len(documents)}: use jsonl or --output FOLDER")
        self._style = style
        self._output = output
        self._published = published
        self._infer_posts = infer_posts
        self._registry = registry
        self._field = field
        self._several = len(documents) > 1
        self._inputs = {document.path.resolve() for document in documents if document.path}
        self._written: set[Path] = set()
        self._first = True
        self.problems = 0
        """How many problems the documents had so far."""

    def write(self, document: Document, source: Source | Page) -> str:
        """Parse a document and write it; give what is to go to standard output.

        Raises:
            OutputError: its file can't be written, or is another document's.
        """
        target = self._target(document) if self._output else None
        article = parse(source, published=self._published, infer_posts=self._infer_posts, registry=self._registry)
        self.problems += len(article.problems)
        if self._style != "outline":
            for problem in article.problems:
                complain(f"{document.name}: problem in {problem.where}: {problem.message}")
        text = self._rows(article) if self._field else _WRITERS[self._style](article)
        if target:
            _write_file(target, text)
            return ""
        head = self._head(document)
        self._first = False
        return head + text

    def _rows(self, article: Article) -> str:
        """Write the records of the field that was asked for."""
        from warparse.export.tables import columns_of, rows_of, to_csv

        field = self._field or ""
        rows = rows_of(article, field)
        if self._style == "jsonl":
            return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        return to_csv(rows, columns_of(self._registry.records[field]), header=self._first or self._output is not None)

    def _head(self, document: Document) -> str:
        """Name the document where several follow each other, and divide them."""
        if not self._several or self._style in ("jsonl", "csv"):
            return ""
        marks = {"text": f"==> {document.name} <==\n\n", "markdown": f"<!-- {document.name} -->\n\n"}
        return ("" if self._first else "\n") + marks.get(self._style, "")

    def _target(self, document: Document) -> Path:
        relative = document.relative.with_suffix(_SUFFIXES[self._style])
        target = (self._output / relative).resolve() if self._output else relative
        if target in self._inputs:
            raise OutputError(f"{document.name}: would be written over {target}: give another --output FOLDER")
        if target in self._written:
            raise OutputError(f"{document.name}: another document was written to {target}: rename one")
        self._written.add(target)
        return target


def _check_field(style: str, field: str | None, registry: Registry) -> None:
    """Refuse a field that no extractor reads, and a format that makes no sense with it or without."""
    if field is None:
        if style == "csv":
            raise ConfigError("--format csv writes the records of one extractor: name it with --field")
        return
    if style not in ("csv", "jsonl"):
        raise ConfigError(f"--field {field} is written as csv or jsonl, not as {style}: add --format csv")
    if field not in registry.records:
        told = ", ".join(sorted(registry.records)) or "none is installed"
        raise ConfigError(f"there is no extractor {field!r}: give one of those there are ({told})")


def _write_file(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise OutputError(f"{target}: can't be written ({error.strerror})") from None


def _outline(article: Article) -> str:
    from warparse.cli.outline import outline

    return outline(article)


def _json(article: Article) -> str:
    return article.to_json(indent=2) + "\n"


def _jsonl(article: Article) -> str:
    return article.to_json() + "\n"


def _text(article: Article) -> str:
    return f"{article.text}\n" if article.text else ""


def _markdown(article: Article) -> str:
    from warparse.export.markdown import to_markdown

    return to_markdown(article)


def _jsonld(article: Article) -> str:
    from warparse.export.jsonld import to_jsonld

    return json.dumps(to_jsonld(article), ensure_ascii=False, indent=2) + "\n"


_WRITERS: Final[dict[str, Callable[[Article], str]]] = {
    "outline": _outline,
    "json": _json,
    "jsonl": _jsonl,
    "text": _text,
    "markdown": _markdown,
    "jsonld": _jsonld,
}
