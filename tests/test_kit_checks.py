"""Every check fails on an extractor that breaks its promise, and holds for one that keeps it.

A check that can't fail is a defect: `bad_ships` holds a deliberately bad extractor for each of them.
"""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, frozen

import warparse.testing
from bad_ships import BAD, EXAMPLES, GOOD, all_ships, by_document, by_record, gives_lists
from warparse import ConfigError
from warparse.testing import CheckError, NotApplicableError, check_extractor
from warparse.testing.checks import CHECKS
from warparse.testing.checks.again import read_again
from warparse.testing.checks.subject import PROFILES, Companion
from warparse.testing.conformance import ACCEPTED, Check, checks_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    from bad_ships import Ship
    from warparse.extract import Document
    from warparse.extract.sentences import Sentence


def check_of(plugin: object, name: str, **options: Any) -> Check:  # noqa: ANN401 - as the function under test takes them
    (check,) = (each for each in checks_for(plugin, EXAMPLES, **options) if each.name == name)
    return check


@pytest.mark.parametrize(
    ("name", "make", "told"), BAD, ids=[f"{name}-{getattr(make, '__name__', 'lambda')}" for name, make, _ in BAD]
)
def test_every_check_fails_on_who_breaks_its_promise(name: str, make: Callable[[], Any], told: str) -> None:
    plugin = make()
    (check,) = (each for each in checks_for(plugin, EXAMPLES) if each.name == name and each.extractor != "a_first")
    with pytest.raises(CheckError) as raised:
        check()
    assert told in str(raised.value)
    assert not isinstance(raised.value, NotApplicableError)


def test_there_is_a_bad_extractor_for_every_check() -> None:
    checked = {name for name, *_ in BAD} | {"gives_the_same_in_another_process"}
    assert checked == {ACCEPTED, *(check.name for check in CHECKS)}


@pytest.mark.parametrize("check", list(checks_for(GOOD, EXAMPLES)), ids=lambda check: check.name)
def test_every_check_holds_for_who_keeps_its_promise(check: Check) -> None:
    check()


# -- in another process ----------------------------------------------------------------------------

MODULE = """
import warparse
from attrs import frozen

@frozen
class Ship:
    start: int
    end: int
    word: str

def find(document, sentences):
    for sentence in sentences:
        for hit in sentence.hits:
            yield Ship(*sentence.span(hit.start, hit.end), WORD)

@warparse.hookimpl
def warparse_extractors():
    return [warparse.Extractor("ships", Ship, ("frigate*",), find)]
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Write a plugin's module whose records hold a word, and import it."""
    monkeypatch.syspath_prepend(tmp_path)

    def write(word: str) -> ModuleType:
        name = f"kit_ships_{time.monotonic_ns()}"
        (tmp_path / f"{name}.py").write_text(MODULE.replace("WORD", word), encoding="utf-8")
        return importlib.import_module(name)

    return write


def test_what_hangs_on_the_order_of_a_set_is_found(module: Callable[[str], ModuleType]) -> None:
    check_of(module("'frigate'"), "gives_the_same_in_another_process")()
    bad = check_of(module("''.join({str(n) for n in range(50)})"), "gives_the_same_in_another_process")
    with pytest.raises(CheckError, match="in another process"):
        bad()


def test_what_can_only_be_read_here_is_found(module: Callable[[str], ModuleType]) -> None:
    bad = check_of(
        module("'a' if __import__('sys').argv[0].endswith('again.py') else 'b'"), "gives_the_same_in_another_process"
    )
    with pytest.raises(CheckError, match="gives other records in another process"):
        bad()
    here = check_of(
        module("{}[1] if __import__('sys').argv[0].endswith('again.py') else 'b'"), "gives_the_same_in_another_process"
    )
    with pytest.raises(CheckError, match="can't be read in another process"):
        here()


def test_another_process_reads_as_this_one_does(module: Callable[[str], ModuleType]) -> None:
    ships = module("'frigate'")
    (record,) = json.loads(read_again(ships.__name__, "ships", "A frigate sailed."))
    assert record == {"start": 2, "end": 9, "word": "frigate"}


# -- what is not applicable, declared, counted -----------------------------------------------------


def test_a_check_without_anything_to_look_at_fails() -> None:
    (check,) = (each for each in checks_for(GOOD, EXAMPLES[:1]) if each.name == "takes_any_digit_separators")
    with pytest.raises(NotApplicableError, match="1,234"):
        check()


@frozen
class Name:
    """A ship without a number."""

    start: int
    """First code point of the word."""
    end: int
    """One past its last."""


def names_in(sentences: Iterable[Sentence]) -> Iterator[Name]:
    yield from (Name(*sentence.span(hit.start, hit.end)) for sentence in sentences for hit in sentence.hits)


def separators(read: Callable[[list[Sentence]], Iterable[Name]]) -> Check:
    """Give the check of separators for an extractor whose records hold no number, and an example without any."""
    extractor = evolve(by_document(lambda _, sentences: read(sentences)), record=Name)
    (check,) = (each for each in checks_for(extractor, EXAMPLES[:1]) if each.name == "takes_any_digit_separators")
    return check


def test_numbers_beside_are_enough_for_records_without_numbers() -> None:
    separators(names_in)()
    with pytest.raises(NotApplicableError, match="no example with records"):
        separators(lambda _: ())()


def test_who_stumbles_over_a_number_beside_is_found() -> None:
    def read(sentences: list[Sentence]) -> Iterator[Name]:
        for sentence in sentences:
            if not re.search(r"\d\s\d", sentence.paragraph.text[: sentence.offset]):
                yield from names_in([sentence])

    with pytest.raises(CheckError, match="a space between thousands changes what is read") as raised:
        separators(read)()
    assert not isinstance(raised.value, NotApplicableError)


def test_an_example_of_nothing_but_triggers_shows_nothing_without_them() -> None:
    (check,) = (each for each in checks_for(GOOD, ["Frigates!"]) if each.name == "reads_nothing_without_triggers")
    with pytest.raises(NotApplicableError, match="nothing but triggers"):
        check()


def test_too_long_is_told_by_processor_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("warparse.testing.checks.robust._BUDGET", 0.0)
    monkeypatch.setattr("warparse.testing.checks.robust._MEGABYTE", 1000)
    with pytest.raises(CheckError, match="seconds for a megabyte, of 0"):
        check_of(GOOD, "survives_a_megabyte")()


def test_the_user_may_interrupt() -> None:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_of(by_document(read), "reads_its_examples")()


def test_attributes_that_are_offsets_are_told() -> None:
    extractor = by_record(lambda _, __, ship: evolve(ship, number=ship.start))
    check_of(extractor, "shifts_with_the_text", offsets=["number"])()
    check_of(extractor, "takes_any_white_space", offsets=["number"])()


def test_hostile_pieces_are_repeated_behind_an_example() -> None:
    def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
        text = document.article.source.text
        count = text.count("a sail and ")
        assert sum(text.find("no such words", place) for place in range(count)) <= 0
        return all_ships(document, sentences)

    extractor = by_document(read)
    check_of(extractor, "takes_linear_time")()
    with pytest.raises(CheckError, match="in 'a sail and ' over and over"):
        check_of(extractor, "takes_linear_time", hostile=["a sail and "])()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run be of two checks; all of them have been run above."""
    chosen = tuple(check for check in CHECKS if check.name in ("cuts_no_word", "can_be_written_and_read"))
    monkeypatch.setattr("warparse.testing.conformance.checks_of", lambda **_: chosen)


def test_a_run_is_counted(few: None, capsys: pytest.CaptureFixture[str]) -> None:
    tally = check_extractor(GOOD, examples=EXAMPLES, profile="quick", seed=5)
    assert (tally.held, tally.failed, tally.declared) == (3, 0, 0)
    told = "warparse checks: 3 ran, 0 failed, 0 failed as declared (profile quick, seed 5)\n"
    assert capsys.readouterr().out == told


def test_what_fails_is_told_by_name_and_what_is_declared_is_not(few: None) -> None:
    bad = evolve(gives_lists(), name="lists")
    with pytest.raises(CheckError, match=r"1 failed[\s\S]*lists-can_be_written_and_read"):
        check_extractor(bad, examples=EXAMPLES)
    tally = check_extractor(bad, examples=EXAMPLES, expected_failures={"can_be_written_and_read": "lists, for now"})
    assert (tally.failed, tally.declared) == (0, 1)


def test_a_declared_failure_that_holds_fails(few: None) -> None:
    with pytest.raises(CheckError, match="ships-cuts_no_word: holds, though it is declared to fail"):
        check_extractor(GOOD, examples=EXAMPLES, expected_failures={"cuts_no_word": "it does"})


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"examples": []}, "need examples"),
        ({"examples": EXAMPLES[0]}, "need examples"),
        ({"examples": {"boats": EXAMPLES}}, "need examples"),
        ({"examples": [" "]}, "need examples"),
        ({"expected_failures": {"cuts_a_word": "because"}}, "no check 'cuts_a_word' to fail: give one of"),
        ({"expected_failures": {"cuts_no_word": " "}}, "without a reason"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        check_extractor(GOOD, **{"examples": EXAMPLES, **options})


def test_extractors_may_have_examples_of_their_own() -> None:
    boats = evolve(GOOD, name="boats", triggers=("boat*",), extract=lambda *_: ())
    examples = {"ships": EXAMPLES, "boats": ["A boat sailed past the quay."]}
    read = [check for check in checks_for(Companion([GOOD, boats]), examples) if check.name == "reads_its_examples"]
    assert [check.extractor for check in read] == ["ships", "boats"]
    read[0]()
    with pytest.raises(CheckError, match="A boat sailed past the quay"):
        read[1]()


def test_the_same_seed_tries_the_same_texts() -> None:
    def tried(seed: int) -> list[str]:
        seen: list[str] = []

        def read(document: Document, sentences: list[Sentence]) -> list[Ship]:
            seen.append(document.article.source.text)
            return all_ships(document, sentences)

        check_of(by_document(read), "never_raises")(seed=seed)
        return seen

    assert tried(1) == tried(1) != tried(2)


def test_a_thorough_run_tries_more() -> None:
    assert PROFILES["thorough"].texts > PROFILES["quick"].texts
    bad = check_of(GOOD, "never_raises")
    with pytest.raises(KeyError):
        bad(profile="lazy")


def test_every_check_is_explained(root: Path) -> None:
    page = (root / "docs" / "conformance.md").read_text(encoding="utf-8")
    for check in CHECKS:
        assert f"| `{check.name}` | {check.told} |" in page
    assert f"| `{ACCEPTED}` |" in page


def test_what_is_missing_is_named() -> None:
    code = "import sys; sys.modules['hypothesis'] = None\nfrom warparse.testing import check_extractor"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip().endswith(
        "warparse.testing.check_extractor needs hypothesis: pip install 'warparse[testing]'"
    )
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        warparse.testing.nothing  # noqa: B018
