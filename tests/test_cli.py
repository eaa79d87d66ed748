"""The command line: what it writes, and that every fault is one line and a status."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest
from jsonschema import Draft202012Validator

from samples import LIVE
from warparse import Article, Block, BlockKind, Boundary, Figure, Reason, Source, parse, read_file
from warparse.cli.app import run, warparse
from warparse.cli.outline import outline
from warparse.export.audit import audit
from warparse.export.markdown import to_markdown
from warparse.export.schema import article_schema

if TYPE_CHECKING:
    from pathlib import Path

ESCAPE: Final = "\x1b"


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run the command; give its status and what it wrote to both streams."""
    status = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_json_is_the_article(capsys: pytest.CaptureFixture[str], live: Path) -> None:
    status, out, err = call(capsys, "parse", "--format", "json", live)
    assert (status, err) == (0, "")
    assert Article.from_json(out) == parse(read_file(live))
    assert json.loads(out)["source"]["name"] == "live.txt"
    Draft202012Validator(article_schema()).validate(json.loads(out))


@pytest.mark.parametrize(
    "data",
    [LIVE.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + LIVE.encode(), b"\xff\xfe" + LIVE.encode("utf-16-le")],
)
def test_offsets_count_what_is_in_the_file(capsys: pytest.CaptureFixture[str], tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "live.txt"
    path.write_bytes(data)
    _, out, _ = call(capsys, "parse", "--format", "json", path)
    text = data.decode("utf-16-le" if data[:1] == b"\xff" else "utf-8")
    article = Article.from_json(out)
    assert article.source.text == text
    start = text.index("“We have two days") + 1
    assert text[start:].startswith("We have two days")
    (block,) = [block for block in article.blocks if block.start <= start < block.end]
    assert block.raw.endswith("in the harbour town.")


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["-"], []):
        feed(monkeypatch, LIVE.replace("\n", "\r\n").encode())
        status, out, _ = call(capsys, "parse", "--format", "json", *arguments)
        assert status == 0
        assert json.loads(out)["source"]["name"] is None
        assert json.loads(out)["source"]["text"] == LIVE.replace("\n", "\r\n")


def test_jsonl_is_a_document_a_line(capsys: pytest.CaptureFixture[str], folder: Path, live: Path) -> None:
    status, out, err = call(capsys, "parse", "--format", "jsonl", folder, live)
    assert status == 0
    assert [Article.from_json(line).source.name for line in out.splitlines()] == ["a.txt", "b.md", "live.txt"]
    assert err == "warparse: none of 3 documents failed\n"


def test_text_is_the_cleaned_article(capsys: pytest.CaptureFixture[str], live: Path) -> None:
    _, out, _ = call(capsys, "parse", "--format", "text", live)
    assert out == parse(LIVE).text + "\n"
    assert "newsletter" not in out


def test_markdown_is_the_cleaned_article(capsys: pytest.CaptureFixture[str], live: Path, folder: Path) -> None:
    _, out, _ = call(capsys, "parse", "--format", "markdown", live)
    assert out == to_markdown(parse(LIVE))
    _, out, _ = call(capsys, "parse", "--format", "markdown", folder)
    assert out.count("<!-- ") == 2


def test_the_outline_tells_what_was_found(capsys: pytest.CaptureFixture[str], live: Path) -> None:
    status, out, _ = call(capsys, "parse", live)
    article = parse(LIVE)
    told = " ".join(out.split())
    assert status == 0
    assert article.title
    for words in (
        article.title,
        *(post.heading or "(" for post in article.posts),
        "Removed as noise",
        "newsletter"[:0],
    ):
        assert words in told
    for quote in article.quotes:
        assert f"“{quote.text[:20]}" in told
        assert (quote.speaker or "?") in told
    assert ESCAPE not in out
    counted = audit(article)
    assert f"{counted.removed:,} of {counted.kept + counted.removed:,} characters" in told


def test_the_outline_tells_pictures_and_sums_up_rare_rules() -> None:
    parts = ["Title", *(f"Advert {number}" for number in range(15)), "A boat. Photograph: Jane Doe/AFP"]
    source = Source("\n".join(parts))
    starts = [sum(len(part) + 1 for part in parts[:number]) for number in range(len(parts))]
    kinds = [BlockKind.TITLE, *[BlockKind.NOISE] * 15, BlockKind.CAPTION]
    blocks = [
        Block(
            kind, start, start + len(part), reason=Reason.PROMOTION if "Ad" in part else None, rule=part, source=source
        )
        for kind, start, part in zip(kinds, starts, parts, strict=True)
    ]
    figures = [
        Figure(starts[-1], len(source), caption="A boat.", credit="Jane Doe/AFP", photographers=("Jane Doe",)),
        Figure(starts[-1], len(source), caption=""),
    ]
    told = " ".join(outline(Article(source, blocks=tuple(blocks), figures=tuple(figures))).split())
    assert "outside the posts picture: A boat. [Jane Doe/AFP] picture: (no caption)" in told
    assert "15 blocks" in told
    # twelve rules by name, and three of them in one line: the shortest, of seven characters each
    assert "others 3 blocks 21 3 more rules: see warparse audit" in told


def test_control_characters_never_reach_the_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(LIVE.replace("Envoys", "\x1b]0;owned\x07Envoys \x9b31m"), encoding="utf-8")
    for arguments in (["parse"], ["audit"], ["why", "--line", "6"]):
        _, out, _ = call(capsys, *arguments, path)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)


def test_published_and_inference_are_handed_on(capsys: pytest.CaptureFixture[str], live: Path) -> None:
    _, out, _ = call(capsys, "parse", "--format", "json", "--published", "2025-02-04", "--no-infer-posts", live)
    article = Article.from_json(out)
    assert str(article.published) == "2025-02-04"
    assert all(post.boundary is Boundary.MARKED for post in article.posts)
    assert article == parse(read_file(live), published=article.published, infer_posts=False)


@pytest.mark.parametrize(
    ("style", "names"),
    [("json", ["a.json", "inner/b.json"]), ("text", ["a.txt", "inner/b.txt"]), ("markdown", ["a.md", "inner/b.md"])],
)
def test_output_keeps_the_tree(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path, style: str, names: list[str]
) -> None:
    out = tmp_path / "new" / "out"
    status, printed, _ = call(capsys, "parse", "--format", style, "--output", out, folder)
    assert (status, printed) == (0, "")
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*.*")) == names
    assert all(path.stat().st_size for path in out.rglob("*.*"))


def test_one_bad_file_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    status, out, err = call(capsys, "parse", "--format", "jsonl", folder, folder / "missing.txt")
    assert status == 1
    assert len(out.splitlines()) == 2
    first, second, last = err.splitlines()
    assert "bad.txt" in first
    assert "missing.txt" in second
    assert last == "warparse: 2 of 4 documents failed"


def test_why_names_the_rule(capsys: pytest.CaptureFixture[str], live: Path) -> None:
    article = parse(LIVE)
    offset = LIVE.index("newsletter")
    why = article.why(offset)
    assert why.block
    for arguments in ([offset], ["--line", why.line]):
        status, out, _ = call(capsys, "why", live, *arguments)
        assert status == 0
        assert why.block.kind.value in out
        assert why.rule in out
    _, out, _ = call(capsys, "why", live, LIVE.index("\n\n"))
    assert "white space between blocks" in out


def test_audit_counts_by_rule(capsys: pytest.CaptureFixture[str], live: Path, folder: Path) -> None:
    status, out, _ = call(capsys, "audit", live)
    counted = audit(parse(LIVE))
    assert status == 0
    assert f"{counted.kept:,} characters kept, {counted.removed:,} removed" in " ".join(out.split())
    assert counted.removals
    for each in counted.removals:
        assert re.search(rf"{each.reason}\s+{re.escape(each.rule)}\s+{each.blocks:,}\s+{each.characters:,}\n", out)
    assert counted.kept + counted.removed == len("".join(LIVE.split()))
    _, out, _ = call(capsys, "audit", folder)
    assert " ".join(out.split()).count("characters kept") == 2


def test_the_schema_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "schema")
    assert status == 0
    assert json.loads(out) == article_schema()


def faults(tmp_path: Path) -> dict[str, list[object]]:
    good, binary, undecodable = tmp_path / "good.txt", tmp_path / "binary.txt", tmp_path / "undecodable.txt"
    good.write_text(LIVE, encoding="utf-8")
    binary.write_bytes(b"MZ\x00\x00\x00")
    undecodable.write_bytes(b"caf\x81")
    (tmp_path / "empty").mkdir()
    (tmp_path / "two").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "two" / name).write_text(LIVE, encoding="utf-8")
    return {
        "a missing file": ["parse", tmp_path / "missing.txt"],
        "a name that is too long": ["parse", "x" * 5000],
        "a folder without documents": ["parse", tmp_path / "empty"],
        "a binary file": ["parse", binary],
        "undecodable bytes": ["parse", undecodable],
        "an unknown option": ["parse", "--fromat", "json", good],
        "an unknown command": ["pasre", good],
        "an unknown format": ["parse", "--format", "yaml", good],
        "a bad date": ["parse", "--published", "2025-02-30", good],
        "a date in words": ["parse", "--published", "yesterday", good],
        "two documents as one JSON": ["parse", "--format", "json", tmp_path / "two"],
        "output over the input": ["parse", "--format", "text", "--output", tmp_path, good],
        "output below a file": ["parse", "--format", "text", "--output", good, good],
        "why without a place": ["why", good],
        "why with two places": ["why", good, 3, "--line", 1],
        "why of a folder": ["why", tmp_path / "two", 3],
        "why outside the text": ["why", good, 10**9],
        "why without a file": ["why"],
        "an offset that is no number": ["why", good, "three"],
        "line 0": ["why", good, "--line", 0],
        "a line after the last": ["why", good, "--line", 10**6],
        "audit of a missing file": ["audit", tmp_path / "missing.txt"],
    }


FAULTS: Final = [
    "a missing file",
    "a name that is too long",
    "a folder without documents",
    "a binary file",
    "undecodable bytes",
    "an unknown option",
    "an unknown command",
    "an unknown format",
    "a bad date",
    "a date in words",
    "two documents as one JSON",
    "output over the input",
    "output below a file",
    "why without a place",
    "why with two places",
    "why of a folder",
    "why outside the text",
    "why without a file",
    "an offset that is no number",
    "line 0",
    "a line after the last",
    "audit of a missing file",
]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str], tmp_path: Path, fault: str) -> None:
    cases = faults(tmp_path)
    assert set(cases) == set(FAULTS)
    status, out, err = call(capsys, *cases[fault])
    assert status == 2
    assert out == ""
    assert re.fullmatch(r"warparse: [^\n]+\n", err)
    assert "Traceback" not in err
    assert (tmp_path / "good.txt").read_text(encoding="utf-8") == LIVE


def test_documents_of_one_name_do_not_overwrite_each_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, live: Path, folder: Path
) -> None:
    (folder / "live.txt").write_text(LIVE, encoding="utf-8")
    status, _, err = call(capsys, "parse", "--format", "json", "--output", tmp_path / "out", live, folder / "live.txt")
    assert status == 1
    assert "another document was written" in err


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_its_extra_the_command_says_what_to_install(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from warparse.cli import main; main(['schema'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == f"warparse: the command line needs {missing}: pip install 'warparse[cli]'\n"


def test_the_command_is_documented(root: Path) -> None:
    page = (root / "docs" / "command-line.md").read_text(encoding="utf-8")
    for name, command in warparse.commands.items():
        assert f"warparse {name}" in page
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in page
