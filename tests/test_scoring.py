"""Scores: the shared scorer's numbers to the digit, what counts as the same, and the command that prints them."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warparse import Registry
from warparse.cli.app import run
from warparse.errors import ConfigError, FormatError
from warparse.scoring import score_document, score_folder
from warparse.scoring.folders import parses_of
from warparse.scoring.sameness import is_same_amount, is_same_name
from warparse.testing import assert_scores

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
OWN = sorted((ROOT / "seeds").glob("*.gold.json"))
TEXT = "The tram toll is 40 crowns. The bridge toll is 60 crowns."
TOLLS: list[dict[str, Any]] = [
    {"start": 17, "end": 26, "amount": 40, "road": "tram"},
    {"start": 47, "end": 56, "amount": 60, "road": "bridge", "road_accept": ["river bridge"]},
]


@pytest.fixture(scope="module")
def shared(documents: Path) -> ModuleType:
    """The scorer that stands beside the original documents."""
    spec = importlib.util.spec_from_file_location("shared_score", documents / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(path: Path) -> tuple[str, dict[str, Any]]:
    with path.with_name(path.name.replace(".gold.json", ".txt")).open(encoding="utf-8", newline="") as handle:
        return handle.read(), json.loads(path.read_text(encoding="utf-8"))


def spoil(data: st.DataObject, gold: dict[str, Any], length: int) -> dict[str, Any]:
    """Make a parse that is partly wrong: records lost, given twice, moved, or with another's values."""

    def harmed(record: dict[str, Any], records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        place = {key: record[key] for key in ("start", "end")}
        harm = data.draw(st.sampled_from(["none", "none", "lost", "twice", "moved", "mixed", "emptied"]))
        if harm == "moved":
            by = data.draw(st.integers(-3, 3))
            return [{**record, "start": max(record["start"] + by, 0), "end": min(record["end"] + by, length)}]
        if harm == "mixed":
            return [{**record, **data.draw(st.sampled_from(records)), **place}]
        if harm == "emptied":
            return [{**dict.fromkeys(record), **place, **({"kind": record["kind"]} if "kind" in record else {})}]
        return [record] * {"lost": 0, "twice": 2}.get(harm, 1)

    def spoiled(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        out = [each for record in records for each in harmed(record, records)]
        return [{key: value for key, value in each.items() if key != "optional"} for each in out]

    pred = {layer: spoiled(gold[layer]) for layer in ("quotes", "blocks")}
    pred["posts"] = [{**post, "authors": post["authors"] or []} for post in gold["posts"][1:]]
    pred["figures"] = gold["figures"][:1]
    return {**pred, "fields": {name: _with_names(spoiled(found)) for name, found in gold["fields"].items()}}


def _with_names(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**each, "participants": each.get("participants") or []} for each in records]


@settings(max_examples=40)
@given(st.sampled_from(OWN), st.data())
def test_scores_are_those_of_the_shared_scorer(shared: ModuleType, path: Path, data: st.DataObject) -> None:
    text, gold = annotated(path)
    pred = spoil(data, gold, len(text))
    theirs = shared.score_document(text, gold, pred)
    ours = score_document(text, gold, pred)
    assert list(ours) == list(theirs)
    assert {layer: tally.to_dict() for layer, tally in ours.items()} == {
        layer: tally.result() for layer, tally in theirs.items()
    }
    assert {layer: tally.errors for layer, tally in ours.items()} == {
        layer: tally.errors for layer, tally in theirs.items()
    }


@pytest.mark.parametrize(
    "option", [["--errors", "all", "--per-document"], ["--json"], []], ids=["errors", "json", "table"]
)
@pytest.mark.parametrize("name", ["gold", "others/gold"])
def test_the_command_prints_what_the_shared_scorer_prints(
    shared: ModuleType,
    documents: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
    option: list[str],
) -> None:
    gold = documents / name
    texts = documents / ("seeds" if name == "gold" else "others")
    for path in sorted(gold.glob("*.gold.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        harmed = {layer: found[::2] if isinstance(found, list) else found for layer, found in annotation.items()}
        (tmp_path / path.name.replace(".gold", "")).write_text(json.dumps(harmed), encoding="utf-8")
    arguments = [str(gold), str(tmp_path), "--text-dir", str(texts), *option]
    monkeypatch.setattr("sys.argv", ["score.py", *arguments])
    assert shared.main() == 0
    told = capsys.readouterr().out
    assert run(["score", *arguments]) == 0
    assert capsys.readouterr().out == told


def test_a_gold_document_is_its_own_best_parse() -> None:
    for path in OWN:
        text, gold = annotated(path)
        assert all(tally.f1 == 1 for tally in score_document(text, gold, gold).values())


@pytest.mark.parametrize(
    ("gold", "pred", "same"),
    [
        ("Ada Lind", "Lind Ada", True),
        ("Ada Lind", "President Ada Lind", True),
        ("Ada Lind", "Ada Maria Lind", True),
        ("Ada Lind", "Lind", False),
        ("Ada Lind", "Ada Berg", False),
        ("Lind", "Ada Lind", True),
        ("United States", "US", True),
        ("Lind’s", "the Lind", True),
        (None, None, True),
        (None, "Lind", False),
        ("Lind", None, False),
    ],
)
def test_names(gold: str | None, pred: str | None, same: bool) -> None:
    assert is_same_name(gold, pred) is same


def test_names_that_are_accepted() -> None:
    assert is_same_name("Ada Lind", None, ["-"])
    assert is_same_name("Ada Lind", "mayor", ["mayor"])


# -- records of any extractor ---------------------------------------------------------------------


def tolls(*records: dict[str, Any]) -> dict[str, Any]:
    return {"fields": {"tolls": list(records)}}


def test_records_of_an_unknown_extractor_are_paired_by_their_spans() -> None:
    first, second = TOLLS
    gold = tolls(*TOLLS)
    pred = tolls(
        {**first, "start": 18, "amount": 41}, {**second, "road": "river  bridge"}, {**first, "start": 0, "end": 3}
    )
    tally = score_document(TEXT, gold, pred)["tolls"]
    assert (tally.right, tally.spurious, tally.missed) == (2, 1, 0)
    assert {name: tally.share(name) for name in tally.seen} == {"span": 0.5, "amount": 0.5, "road": 1.0}
    assert [line[0] for line in tally.errors] == ["~", "~", "+"]
    assert "amount: got 41" in tally.errors[1]


def test_an_optional_record_counts_neither_way() -> None:
    first, second = TOLLS
    gold = tolls(first, {**second, "optional": True})
    for pred in (tolls(first), tolls(first, second), tolls(first, {**second, "start": 55})):
        tally = score_document(TEXT, gold, pred)["tolls"]
        assert (tally.right, tally.spurious, tally.missed) == (1, 0, 0)


def test_a_layer_that_is_not_annotated_is_not_scored() -> None:
    assert list(score_document(TEXT, tolls(), {})) == ["tolls"]
    assert not score_document(TEXT, {**tolls(), "skip": ["tolls"]}, {})


# -- folders and the command ----------------------------------------------------------------------


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "roads.txt").write_text(TEXT, encoding="utf-8")
    (folder / "roads.gold.json").write_text(json.dumps(tolls(*TOLLS)), encoding="utf-8")
    return folder


def write_parse(folder: Path, data: object) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "roads.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_the_command_prints_a_line_for_each_layer(
    capsys: pytest.CaptureFixture[str], gold: Path, tmp_path: Path
) -> None:
    pred = write_parse(tmp_path / "pred", tolls({**TOLLS[0], "amount": 4}))
    assert run(["score", str(gold), str(pred), "--errors", "tolls"]) == 0
    wrong, missed, head, row = capsys.readouterr().out.splitlines()
    assert wrong.startswith("roads tolls ~ [17:26] '40 crowns'")
    assert wrong.endswith("amount: got 4")
    assert missed.startswith("roads tolls - [47:56] '60 crowns'")
    assert head.split()[:5] == ["layer", "precision", "recall", "F1", "gold"]
    assert row.split() == ["tolls", "1.000", "0.500", "0.667", "2", "amount", "0.00", "road", "1.00", "span", "1.00"]


def test_json_holds_every_document_and_the_errors_asked_for(
    capsys: pytest.CaptureFixture[str], gold: Path, tmp_path: Path
) -> None:
    pred = write_parse(tmp_path / "pred", {})
    assert run(["score", str(gold), str(pred), "--json", "--errors", "all"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["total"] == told["documents"]["roads"]
    assert told["total"]["tolls"]["recall"] == 0
    assert len(told["errors"]) == 2


def test_a_document_without_a_parse_counts_as_an_empty_one(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert score_folder(gold, parses_of(tmp_path / "none")).total["tolls"].missed == 2


def test_texts_are_looked_for_beside_the_gold(gold: Path) -> None:
    (gold.parent / "seeds").mkdir()
    (gold / "roads.txt").rename(gold.parent / "seeds" / "roads.txt")
    assert score_folder(gold, lambda _, text: tolls(*TOLLS) if text == TEXT else {}).total["tolls"].f1 == 1


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("nothing", "holds no *.gold.json"),
        ("text", "can't be read"),
        ("json", "no JSON"),
        ("list", "a mapping is due"),
        ("record", "roads: the annotation or the parse is not in the interchange format (KeyError: 'end')"),
        ("pred", "there is no such folder"),
        ("layer", "--errors boats: no document has that layer: give tolls, all"),
    ],
)
def test_what_is_wrong_is_one_line(
    capsys: pytest.CaptureFixture[str], gold: Path, tmp_path: Path, harm: str, told: str
) -> None:
    pred = write_parse(tmp_path / "pred", {})
    path = gold / "roads.gold.json"
    if harm == "nothing":
        path.unlink()
    elif harm == "text":
        (gold / "roads.txt").unlink()
    elif harm != "pred":
        harms = {"json": "{", "list": "[]", "record": '{"fields": {"tolls": [{"start": 3}]}}'}
        path.write_text(harms.get(harm, path.read_text(encoding="utf-8")), encoding="utf-8")
    options = ["--errors", "boats"] if harm == "layer" else []
    status = run(["score", str(gold), str(tmp_path / "gone" if harm == "pred" else pred), *options])
    captured = capsys.readouterr()
    assert (status, captured.out) == (2, "")
    assert captured.err.count("\n") == 1
    assert told in captured.err


def test_faults_have_their_classes(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        parses_of(tmp_path / "gone")
    with pytest.raises(FormatError):
        score_folder(gold, lambda *_: {"fields": {"tolls": [{}]}})


# -- floors ---------------------------------------------------------------------------------------


def predict(text: str) -> dict[str, Any]:
    """Read the first toll right, and the second with another amount."""
    assert text == TEXT
    return tolls(TOLLS[0], {**TOLLS[1], "amount": 6})


def test_floors_that_are_reached(gold: Path) -> None:
    floors = {"tolls": 1.0, "tolls.precision": 1.0, "tolls.recall": 1.0, "tolls.f1": 1.0, "tolls.amount": 0.5}
    assert assert_scores(gold, floors, predict=predict).total["tolls"].right == 2
    assert assert_scores(str(gold), {}, texts=str(gold), predict=predict).total["tolls"].share("amount") == 0.5


def test_a_floor_that_is_missed_is_told_with_its_misses(gold: Path) -> None:
    with pytest.raises(AssertionError) as raised:
        assert_scores(gold, {"tolls": 0.9, "tolls.amount": 0.6}, predict=predict)
    first, _, head, row, miss = str(raised.value).splitlines()[:5]
    assert first == "tolls.amount is 0.5000, below 0.6"
    assert head.startswith("layer")
    assert row.startswith("tolls")
    assert "amount: got 6" in str(raised.value)
    assert not miss


@pytest.mark.parametrize(
    ("floor", "told"), [("boats", "no document has the layer 'boats'"), ("tolls.road_accept", "has 'road_accept'")]
)
def test_a_floor_of_nothing_is_refused(gold: Path, floor: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        assert_scores(gold, {floor: 0.5}, predict=predict)


def test_documents_are_parsed_by_the_registry_that_is_given(gold: Path) -> None:
    with pytest.raises(AssertionError, match=r"tolls.recall is 0.0000"):
        assert_scores(gold, {"tolls.recall": 0.1}, registry=Registry())


@pytest.mark.parametrize(
    ("gold", "pred", "same"),
    [("16000", "16000.0", True), ("5", 5, True), (None, None, True), (None, "0", False), ("much", "much", False)],
)
def test_amounts_are_exact_and_no_number_equals_nothing(gold: object, pred: object, same: bool) -> None:
    assert is_same_amount(gold, pred) is same
