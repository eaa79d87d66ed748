"""What `warparse parse` writes of each document, and where to.

Contract: one document in, its output out; with a folder to write to, a document's output is a file there,
named after it, and no file that is an input is overwritten.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from warparse.cli.streams import OutputError
from warparse.errors import ConfigError
from warparse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from warparse.cli.documents import Document
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
    ) -> None:
        """Take the options.

        Raises:
            ConfigError: several documents would be written as one piece of JSON.
        """
        if style in ("json", "jsonld") and len(documents) > 1 and output is None:
            raise ConfigError(f"--format {style} is one document, not {len(documents)}: use jsonl or --output FOLDER")
        self._style = style
        self._output = output
        self._published = published
        self._infer_posts = infer_posts
        self._several = len(documents) > 1
        self._inputs = {document.path.resolve() for document in documents if document.path}
        self._written: set[Path] = set()
        self._first = True

    def write(self, document: Document, source: Source | Page) -> str:
        """Parse a document and write it; give what is to go to standard output.

        Raises:
            OutputError: its file can't be written, or is another document's.
        """
        target = self._target(document) if self._output else None
        article = parse(source, published=self._published, infer_posts=self._infer_posts)
        text = _WRITERS[self._style](article)
        if target:
            _write_file(target, text)
            return ""
        head = self._head(document)
        self._first = False
        return head + text

    def _head(self, document: Document) -> str:
        """Name the document where several follow each other, and divide them."""
        if not self._several or self._style == "jsonl":
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
