"""The command line on pages of HTML: known by their content, forced by --from, written in every format."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from warparse import Article, parse, parse_html
from warparse.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"""<!DOCTYPE html><html lang=en><head><title>Port shut</title></head><body><nav>Menu</nav>
<main><h1>Port shut after storm</h1>
<figure><img src="boat (1).jpg" alt="A boat [old]"><figcaption>A boat. Photograph: Jane Doe/AFP</figcaption></figure>
<p>The port was shut on Friday, the mayor, Ada Lind, said, and ferries stay in the harbour.</p>
<h2>What comes next</h2><ul><li>Engineers will look at the quay.</li></ul>
<blockquote>We shall be back on Monday.</blockquote></main></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE)
    return path


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_page_is_known_by_its_content(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    named_otherwise = page.rename(page.with_suffix(".txt"))
    status, out, err = call(capsys, "parse", "--format", "json", named_otherwise)
    assert (status, err) == (0, "")
    assert Article.from_json(out) == parse_html(PAGE, name="page.txt")


def test_a_page_on_standard_input_is_known_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    _, out, _ = call(capsys, "parse", "--format", "json", "-")
    assert Article.from_json(out) == parse_html(PAGE)


def test_what_a_document_is_can_be_forced(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    _, out, _ = call(capsys, "parse", "--format", "json", "--from", "text", page)
    assert Article.from_json(out) == parse(Article.from_json(out).source)
    assert Article.from_json(out).source.text == PAGE.decode()
    fragment = page.with_name("fragment.txt")
    fragment.write_text("Storm.<p>The port was shut on Friday, and nobody came.", encoding="utf-8")
    _, out, _ = call(capsys, "parse", "--format", "json", "--from", "html", fragment)
    assert Article.from_json(out).source.text == "Storm.\nThe port was shut on Friday, and nobody came."


def test_null_bytes_in_a_page_are_no_fault(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    page.write_bytes(PAGE.replace(b"Friday", b"Fri\0day"))
    status, out, _ = call(capsys, "parse", "--format", "text", page)
    assert status == 0
    assert "shut on Friday" in out


def test_folders_give_their_pages(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    (page.parent / "other.htm").write_bytes(PAGE)
    status, out, err = call(capsys, "parse", "--format", "jsonl", page.parent)
    assert (status, len(out.splitlines())) == (0, 2)
    assert "none of 2 documents failed" in err


def test_markdown_keeps_headings_lists_quotes_and_images(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    _, out, _ = call(capsys, "parse", "--format", "markdown", page)
    assert out.split("\n\n") == [
        "# Port shut after storm",
        "![A boat \\[old\\]](boat%20%281%29.jpg)",
        "*A boat. Photograph: Jane Doe/AFP*",
        "The port was shut on Friday, the mayor, Ada Lind, said, and ferries stay in the harbour.",
        "### What comes next",
        "- Engineers will look at the quay.",
        "> We shall be back on Monday.\n",
    ]


def test_linked_data_are_written(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    status, out, _ = call(capsys, "parse", "--format", "jsonld", page)
    thing = json.loads(out)
    assert (status, thing["@type"], thing["headline"]) == (0, "NewsArticle", "Port shut after storm")
    status, _, err = call(capsys, "parse", "--format", "jsonld", page, page)
    assert status == 2
    assert "--format jsonld is one document, not 2" in err


def test_why_names_the_element(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    _, out, _ = call(capsys, "why", page, "--line", "4")
    assert "markup.heading" in out
    assert "main>h2, line 5 of the markup" in out


def test_an_audit_reads_pages(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    status, out, _ = call(capsys, "audit", "--from", "html", page)
    assert status == 0
    assert "page.html: " in out
