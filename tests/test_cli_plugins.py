"""The command line with plugins: what is listed, written as rows, shown in the outline, and what a fault does."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from warparse.cli.app import run
from warparse.extract.plugin import Plugin

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Storm over the harbour

The foreign minister, Ada Lind, came to the harbour on Monday. She sent two frigates to sea.

On Tuesday a frigate was lost near the cape with nine people on board, the navy said in a statement.
"""
PLUGIN = '''
import warparse
from attrs import frozen

@frozen
class Ship:
    """A ship."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    words: tuple[str, ...]
    """Its words."""
    number: int | None
    """How many; None where not told."""

def find(document, sentences):
    for sentence in sentences:
        for hit in sentence.hits:
            yield Ship(*sentence.span(hit.start, hit.end), ("a", "b"), None)

@warparse.hookimpl
def warparse_extractors():
    return [warparse.Extractor("fleet", Ship, ("frigate*",), find, doc="Every ship.")]
'''


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    path = tmp_path / "fleet.py"
    path.write_text(PLUGIN, encoding="utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_plugins_are_listed(capsys: pytest.CaptureFixture[str], plugin: Path) -> None:
    status, out, err = call(capsys, "plugins", "--plugin", plugin)
    assert (status, err) == (0, "")
    assert "fleet: Every ship." in out
    assert "start, end, words, number" in out
    assert "frigate*" in out


def test_no_plugins(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "plugins") == (0, "no plugins: install one, or give a file with --plugin\n", "")


def test_records_as_csv(capsys: pytest.CaptureFixture[str], plugin: Path, document: Path) -> None:
    status, out, err = call(capsys, "parse", "--plugin", plugin, "--field", "fleet", "--format", "csv", document)
    assert (status, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert list(rows[0]) == ["document", "post", "heading", "sentence", "text", "start", "end", "words", "number"]
    first = {**rows[0], "start": int(rows[0]["start"])}
    start = TEXT.index("frigates")
    assert first == {
        "document": "storm.txt",
        "post": "1",
        "heading": "",
        "sentence": "She sent two frigates to sea.",
        "text": "frigates",
        "start": start,
        "end": str(start + 8),
        "words": "a; b",
        "number": "",
    }
    assert [row["text"] for row in rows] == ["frigates", "frigate"]


def test_several_documents_have_one_header(capsys: pytest.CaptureFixture[str], plugin: Path, document: Path) -> None:
    _, out, _ = call(capsys, "parse", "--plugin", plugin, "--field", "fleet", "--format", "csv", document, document)
    assert [line.partition(",")[0] for line in out.splitlines()] == ["document", *["storm.txt"] * 4]


def test_records_as_lines(capsys: pytest.CaptureFixture[str], plugin: Path, document: Path) -> None:
    _, out, _ = call(capsys, "parse", "--plugin", plugin, "--field", "fleet", "--format", "jsonl", document)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["text"], row["words"], row["number"]) for row in rows] == [
        ("frigates", ["a", "b"], None),
        ("frigate", ["a", "b"], None),
    ]


def test_the_outline_shows_facts_under_their_post(
    capsys: pytest.CaptureFixture[str], plugin: Path, document: Path
) -> None:
    _, out, _ = call(capsys, "parse", "--plugin", plugin, document)
    assert "2 fleet" in out
    assert "fleet: frigates  words a; b" in out


def test_the_outline_shows_facts_outside_the_posts(
    capsys: pytest.CaptureFixture[str], plugin: Path, document: Path
) -> None:
    headline = TEXT.replace("Storm over", "Frigate lost in")
    document.write_text(headline, encoding="utf-8")
    _, out, _ = call(capsys, "parse", "--plugin", plugin, document)
    inside, outside = out.split("outside the posts")
    assert inside.count("fleet: frigate") == 2
    assert outside.count("fleet: Frigate") == 1


def test_a_plugin_s_rules_and_what_is_wrong_with_it_are_listed(
    capsys: pytest.CaptureFixture[str], plugin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = """
@warparse.hookimpl
def warparse_noise_rules():
    return [warparse.NoiseRule("fleet.adverts", warparse.Reason.PROMOTION, lambda line: False)]
"""
    plugin.write_text(PLUGIN + rule, encoding="utf-8")
    broken = Plugin("wrecks", "wreckage", "1.2", problem="plugin 'wrecks' can't be imported")
    monkeypatch.setattr("warparse.extract.registry.installed", lambda: (broken,))
    status, out, _ = call(capsys, "plugins", "--plugin", plugin)
    assert status == 0
    assert "wrecks 1.2  from wreckage\n  failed to load: plugin 'wrecks' can't be imported\n" in out
    assert "noise rule fleet.adverts: promotion" in out


def test_json_holds_the_fields(capsys: pytest.CaptureFixture[str], plugin: Path, document: Path) -> None:
    _, out, _ = call(capsys, "parse", "--plugin", plugin, "--format", "json", document)
    assert [sorted(record) for record in json.loads(out)["fields"]["fleet"]] == [
        ["end", "number", "start", "words"]
    ] * 2
    _, out, _ = call(capsys, "parse", "--plugin", plugin, "--block", "fleet", "--format", "json", document)
    assert json.loads(out)["fields"] == {}


def test_the_schema_knows_the_records(capsys: pytest.CaptureFixture[str], plugin: Path) -> None:
    _, out, _ = call(capsys, "schema", "--plugin", plugin)
    assert json.loads(out)["properties"]["fields"]["properties"]["fleet"]["items"] == {"$ref": "#/$defs/Ship"}


def test_an_audit_lists_what_was_passed_over(capsys: pytest.CaptureFixture[str], plugin: Path, document: Path) -> None:
    plugin.write_text(PLUGIN.replace("for hit in sentence.hits:", "for hit in sentence.hits[1:]:"), encoding="utf-8")
    status, out, _ = call(capsys, "audit", "--plugin", plugin, document)
    assert status == 0
    assert f"fleet: 0 read, 2 words passed over: frigates ({TEXT.index('frigates')}), frigate" in out
    assert f"numbers: 2 in no record: two ({TEXT.index('two')}), nine" in " ".join(out.split())


def test_what_stands_in_a_record_is_not_passed_over(
    capsys: pytest.CaptureFixture[str], plugin: Path, document: Path
) -> None:
    plugin.write_text(PLUGIN.replace("hit.start, hit.end", "hit.start - 4, hit.end"), encoding="utf-8")
    document.write_text(TEXT.replace("two frigates", "two two frigates"), encoding="utf-8", newline="")
    _, out, _ = call(capsys, "audit", "--plugin", plugin, document)
    assert "words passed over" not in out
    # the second "two" stands in the record of the first ship
    assert f"numbers: 2 in no record: two ({TEXT.index('two')}), nine" in " ".join(out.split())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--field", "fleet"), "--field fleet is written as csv or jsonl, not as outline: add --format csv"),
        (("--format", "csv"), "--format csv writes the records of one extractor: name it with --field"),
        (("--field", "boats", "--format", "csv"), "there is no extractor 'boats': give one of those there are (none"),
        (("--plugin", "gone.py"), "there is no plugin file gone.py"),
        (("--block", "boats"), "there is no plugin 'boats' to block"),
        (("--budget", "0"), "--budget 0 leaves no time"),
    ],
)
def test_what_makes_no_sense_is_one_line(
    capsys: pytest.CaptureFixture[str], document: Path, options: tuple[str, ...], told: str
) -> None:
    status, out, err = call(capsys, "parse", *options, document)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert told in err


def test_a_fault_is_told_and_strict_makes_it_a_status(
    capsys: pytest.CaptureFixture[str], plugin: Path, document: Path
) -> None:
    plugin.write_text(
        PLUGIN.replace(
            "    for sentence in sentences:", "    raise LookupError('no ship')\n    for sentence in sentences:"
        ),
        encoding="utf-8",
    )
    status, out, err = call(capsys, "parse", "--plugin", plugin, "--format", "text", document)
    assert (status, err) == (0, f"warparse: {document}: problem in fleet: LookupError: no ship\n")
    assert "She sent two frigates to sea." in out
    status, *_ = call(capsys, "parse", "--plugin", plugin, "--format", "text", "--strict", document)
    assert status == 1
    _, out, _ = call(capsys, "parse", "--plugin", plugin, document)
    assert "problem in fleet: LookupError: no ship" in out
