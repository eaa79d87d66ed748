"""Marked documents: a document and its annotation in one file, written by hand.

`NAME.marked` in `seeds/` or `seeds/wider/` holds the text with marks in it; this module makes of it `NAME.txt`,
the document as a scraper left it, and `NAME.gold.json`, its annotation in the interchange format. Run `python tests/marked.py` after editing a marked file; a test keeps the three the same. The format is
described in `seeds/README.md`.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any, Final

from attrs import define, field

KINDS: Final = (
    "title",
    "standfirst",
    "byline",
    "timestamp",
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "caption",
    "noise",
)
FORMS: Final = {"d": "direct", "f": "fragment", "b": "block"}
SEEDS: Final = Path(__file__).parent.parent / "seeds"
ENDINGS: Final = {"\\n": "\n", "\\r\\n": "\r\n"}


class MarkError(ValueError):
    """A marked file is wrong; the message says where and what to do."""


@define
class Marked:
    """A document while it is being read."""

    name: str
    text: str = ""
    newline: str = "\n"
    published: str | None = None
    title: str | None = None
    blocks: list[dict[str, Any]] = field(factory=list)
    posts: list[dict[str, Any]] = field(factory=list)
    quotes: list[dict[str, Any]] = field(factory=list)
    fields: dict[str, list[dict[str, Any]]] = field(factory=lambda: {"attacks": [], "money": [], "meetings": []})
    captions: dict[str, list[tuple[int, tuple[int, int] | None, dict[str, Any] | None]]] = field(factory=dict)
    open_post: int | None = None
    amount: int | None = None


def compile_marked(name: str, source: str) -> tuple[str, dict[str, Any]]:
    """Make the document and its gold.

    Raises:
        MarkError: the marks are wrong.
    """
    doc = Marked(name)
    blank = 0
    for number, line in enumerate(source.split("\n"), 1):
        try:
            if line.startswith("%"):
                _direct(doc, line[1:].strip())
            elif not line.strip():
                blank += 1
            else:
                _add_line(doc, line, blank)
                blank = 0
        except (ValueError, IndexError, KeyError) as error:
            raise MarkError(f"{name}.marked:{number}: {error}: see seeds/README.md") from error
    doc.text += doc.newline
    return doc.text, _gold(doc)


def _direct(doc: Marked, words: str) -> None:
    """Obey a line that begins with "%": a comment, a setting, a post's start or end."""
    command, _, rest = words.partition(" ")
    if command == "newline":
        doc.newline = ENDINGS[rest]
    elif command == "published":
        doc.published = rest
    elif command == "post":
        options = dict.fromkeys(("authors", "updated", "optional"))
        kind, *given = rest.split("|")
        options.update((key.strip(), value.strip()) for key, _, value in (part.partition("=") for part in given))
        post: dict[str, Any] = {"start": -1, "end": -1, "kind": kind.strip(), "heading": None}
        post["authors"] = [author.strip() for author in (options["authors"] or "").split(";") if author.strip()]
        post["updated"] = options["updated"] is not None
        if options["optional"] is not None:
            post["optional"] = True
        doc.open_post = len(doc.posts)
        doc.posts.append(post)
    elif command == "end":
        doc.open_post = None
    elif command != "#":
        raise ValueError(f"unknown command {command!r}")


def _add_line(doc: Marked, line: str, blank: int) -> None:
    glued = line.startswith("+")
    label, bar, marked = line.removeprefix("+").partition("| ")
    if not bar:
        raise ValueError("a line needs 'kind| text'")
    kind, _, extra = label.strip().partition(":")
    if kind not in KINDS or ((kind == "noise") != bool(extra) and kind != "caption"):
        raise ValueError(f"{label!r} is no kind, or noise without a reason")
    if doc.text and not glued:
        doc.text += doc.newline * (blank + 1)
    outside = kind == "noise"
    start = len(doc.text)
    shown = _read_marks(doc, marked, kind, extra if kind == "caption" else "")
    block: dict[str, Any] = {
        "kind": kind,
        "start": start + len(shown) - len(shown.lstrip()),
        "end": start + len(shown.rstrip()),
    }
    block["post"] = None if outside else doc.open_post
    block["reason"] = extra if outside else None
    doc.blocks.append(block)
    if kind == "title":
        doc.title = shown.strip()
    if doc.open_post is not None and not outside:
        post = doc.posts[doc.open_post]
        post["start"] = block["start"] if post["start"] < 0 else post["start"]
        post["end"] = block["end"]
        if (
            kind == "heading"
            and post["heading"] is None
            and not any(other["post"] == doc.open_post and other["kind"] == "paragraph" for other in doc.blocks)
        ):
            post["heading"] = shown.strip()


def _read_marks(doc: Marked, marked: str, kind: str, figure: str) -> str:
    """Write a line's text and note its marks: ⟦...|words⟧, which may stand inside each other."""
    begun = len(doc.text)
    stack: list[tuple[list[str], int]] = []
    caption: tuple[int, int] | None = None
    credit: dict[str, Any] | None = None
    at = 0
    while at < len(marked):
        letter = marked[at]
        if letter == "⟦":
            head, at = _read_head(marked, at + 1)
            stack.append((head, len(doc.text)))
            continue
        if letter == "⟧":
            head, start = stack.pop()
            span = (start, len(doc.text))
            if head[0] == "c":
                caption = span
            elif head[0] == "k":
                credit = {"credit": doc.text[start:], "photographers": _names(head[1]), "agencies": _names(head[2])}
            else:
                _note(doc, head, span)
        else:
            doc.text += letter
        at += 1
    if stack:
        raise ValueError("a mark is not closed")
    if kind == "caption":
        doc.captions.setdefault(figure or str(len(doc.captions)), []).append((len(doc.blocks), caption, credit))
    return doc.text[begun:]


_LENGTHS: Final = {"d": 2, "f": 2, "b": 2, "c": 1, "k": 3, "$": 6, "#": 9, "&": 6}
"""How many parts stand before the words of each mark."""


def _read_head(marked: str, at: int) -> tuple[list[str], int]:
    count = _LENGTHS[marked[at + 1] if marked[at] == "?" else marked[at]]
    parts = []
    for _ in range(count):
        end = marked.index("|", at)
        parts.append(marked[at:end].strip())
        at = end + 1
    if any(bracket in part for part in parts for bracket in "⟦⟧"):
        raise ValueError(f"a mark of {parts[0]!r} has too few parts")
    return parts, at


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def _note(doc: Marked, head: list[str], span: tuple[int, int]) -> None:
    record: dict[str, Any] = {"start": span[0], "end": span[1]}
    mark = head[0].removeprefix("?")
    if mark[0] in FORMS:
        form, *other_forms = [FORMS[letter] for letter in mark.split("/")]
        speaker, *others = _choices(head[1])
        record.update(form=form, speaker=speaker)
        if other_forms:
            record["form_accept"] = other_forms
        if others:
            record["accept"] = ["-" if other is None else other for other in others]
        doc.quotes.append(record)
    elif mark == "$":
        record.update(amount_min=head[1] or None, amount_max=head[2] or None)
        _choose(record, ("currency", "qualifier"), head[3:5])
        restates = head[5] == "="
        record["equivalent_of"] = doc.amount if restates else None
        doc.amount = doc.amount if restates else span[0]
        doc.fields["money"].append(record)
    elif mark == "#":
        _choose(record, ("measure",), head[1:2])
        record.update(count_min=_count(head[2]), count_max=_count(head[3]))
        _choose(record, ("object", "attacker", "location", "source", "qualifier"), head[4:])
        doc.fields["attacks"].append(record)
    else:
        people, _, others_too = head[1].partition("/")
        record["participants"] = _names(people)
        if others_too:
            record["participants_accept"] = _names(others_too)
        _choose(record, ("format", "status", "place", "when"), head[2:])
        doc.fields["meetings"].append(record)
    if head[0] != mark:
        record["optional"] = True


def _choices(text: str) -> list[str | None]:
    """Divide an answer and the others that count as right too: "-" and nothing stand for null."""
    return [None if name.strip() in ("", "-") else name.strip() for name in text.split("/")]


def _choose(record: dict[str, Any], keys: tuple[str, ...], parts: list[str]) -> None:
    """Set each key to its first choice, and what is accepted beside it."""
    for key, part in zip(keys, parts, strict=True):
        record[key], *others = _choices(part)
        if others:
            record[f"{key}_accept"] = ["-" if other is None else other for other in others]


def _count(text: str) -> int | None:
    return int(text) if text else None


def _figures(doc: Marked) -> list[dict[str, Any]]:
    figures = []
    for lines in doc.captions.values():
        last = [lines[-1][0]]
        for index, _, _ in reversed(lines[:-1]):
            if index == last[-1] - 1:
                last.append(index)
        words = next((span for _, span, _ in reversed(lines) if span), None)
        credit = next((credit for _, _, credit in reversed(lines) if credit), None)
        figure: dict[str, Any] = {"start": doc.blocks[last[-1]]["start"], "end": doc.blocks[last[0]]["end"]}
        figure["caption"] = unescape(doc.text[words[0] : words[1]]) if words else ""
        figure.update(credit or {"credit": None, "photographers": [], "agencies": []})
        figures.append(figure)
    return sorted(figures, key=lambda figure: int(figure["start"]))


def _gold(doc: Marked) -> dict[str, Any]:
    digest = sha256(doc.text.encode()).hexdigest()
    by_start = [
        sorted(doc.fields[name], key=lambda record: int(record["start"])) for name in ("attacks", "money", "meetings")
    ]
    return {
        "format": "warparse/1",
        "source": {"name": f"{doc.name}.txt", "sha256": digest, "length": len(doc.text)},
        "published": doc.published,
        "title": doc.title,
        "blocks": doc.blocks,
        "posts": doc.posts,
        "quotes": sorted(doc.quotes, key=lambda quote: int(quote["start"])),
        "figures": _figures(doc),
        "fields": dict(zip(("attacks", "money", "meetings"), by_start, strict=True)),
        "problems": [],
    }


def main() -> int:
    """Compile every marked document in `seeds/` and below."""
    for path in sorted(SEEDS.rglob("*.marked")):
        try:
            text, gold = compile_marked(path.stem, path.read_text(encoding="utf-8"))
        except MarkError as error:
            sys.stderr.write(f"{error}\n")
            return 2
        path.with_suffix(".txt").write_bytes(text.encode())
        path.with_suffix(".gold.json").write_text(
            json.dumps(gold, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
