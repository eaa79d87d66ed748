"""What pytest makes of checks and fixture files: names, failures that can be read, a tally, and no silent skip."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib import import_module
from types import ModuleType

import pytest

from warparse import Article, parse
from warparse.extract.plugin import read_plugin
from warparse.testing.fixtures import FixtureError, is_same_cell, read_fixtures
from warparse.testing.tally import settings

pytest_plugins = ["pytester"]

# Loads what is loaded late: a run within this one would load it, and forget it at its end.
Article.from_dict(parse("Itâ€™s a “storm”.").to_dict())
for late in ("warparse.testing.conformance", "warparse.testing.fixture_tests"):
    import_module(late)

PLUGIN = """
import warparse
from attrs import frozen

@frozen
class Ship:
    start: int
    end: int
    word: str
    number: int | None
    lost: bool
    owners: tuple[str, ...]

def find(document, sentences):
    for sentence in sentences:
        for hit in sentence.hits:
            yield Ship(*sentence.span(hit.start, hit.end), hit.trigger, 1200, True, ("Ada Lind", "the navy"))

def fail(document, sentences):
    raise LookupError("no table")

@warparse.hookimpl
def warparse_extractors():
    return [
        warparse.Extractor("ships", Ship, ("frigate", "frigates"), find),
        warparse.Extractor("wrecks", Ship, ("wreck",), fail),
    ]
"""
CHECKED = """
import kit_fleet
from warparse.testing import parametrize_with_checks

@parametrize_with_checks({plugin}, examples=["The navy sent two frigates to sea on Monday, they say."]{options})
def test_conformance(check):
    check()
"""
DECLARED = ', expected_failures={"takes_any_digit_separators": "ships are counted in words here"}'
CHOSEN = "cuts_no_word or separators or is_accepted"
FIXTURE = """# A ship

The navy sent two frigates to sea.

| ships | word | number | lost | owners |
| --- | --- | --- | --- | --- |
| frigates | frigates | 1,200 | yes | Ada Lind; the navy |
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A plugin's project: its module, installed by the look of it."""
    pytester.makepyfile(kit_fleet=PLUGIN)
    module = ModuleType("kit_fleet")
    exec(PLUGIN, vars(module))  # noqa: S102 - our own code above
    monkeypatch.setattr("warparse.extract.registry.installed", lambda: (read_plugin(module, "fleet", "given"),))
    for name in ("profile", "seed"):  # a run within this one sets them anew
        monkeypatch.setattr(settings, name, getattr(settings, name))
    pytester.makeini("[pytest]\nwarparse_fixtures = fixtures/*.md\naddopts = -p no:cacheprovider")
    pytester.syspathinsert()
    (pytester.path / "fixtures").mkdir()
    return pytester


def run(project: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return project.runpytest_inprocess(*arguments)


def check(project: pytest.Pytester, plugin: str = "kit_fleet.warparse_extractors()[0]", options: str = "") -> None:
    project.makepyfile(test_fleet=CHECKED.format(plugin=plugin, options=options))


# -- checks ---------------------------------------------------------------------------------------


def test_every_check_is_a_test_of_its_name_and_the_run_is_counted(project: pytest.Pytester) -> None:
    check(project, options=DECLARED)
    result = run(project, "-v", "-k", CHOSEN, "--warparse-seed=11")
    result.assert_outcomes(passed=2, xfailed=1, deselected=18)
    result.stdout.fnmatch_lines(["*test_conformance?ships-cuts_no_word? PASSED*"])
    result.stdout.fnmatch_lines(
        [
            "warparse checks: 3 ran, 0 failed, 1 failed as declared (*seed 11); again with --warparse-seed=11",
        ]
    )


def test_checks_that_run_in_several_processes_are_counted_once(project: pytest.Pytester) -> None:
    check(project, options=DECLARED)
    told = []
    for workers in ("0", "2"):
        result = project.runpytest_subprocess("-k", CHOSEN, "-n", workers, "--warparse-seed=11")
        result.assert_outcomes(passed=2, xfailed=1)
        told += [line for line in result.outlines if line.startswith("warparse checks: ")]
    assert len(told) == 2
    assert told[0] == told[1]
    assert told[0].startswith("warparse checks: 3 ran, 0 failed, 1 failed as declared")


def test_a_check_that_finds_nothing_to_look_at_fails_unless_it_is_declared(project: pytest.Pytester) -> None:
    check(project)
    result = run(project, "-k", CHOSEN)
    result.assert_outcomes(passed=2, failed=1, deselected=18)
    result.stdout.fnmatch_lines(["*there was nothing to look at*"])


def test_a_declared_failure_that_holds_fails(project: pytest.Pytester) -> None:
    check(project, options=', expected_failures={"cuts_no_word": "it does"}')
    run(project, "-k", "cuts_no_word").assert_outcomes(failed=1, deselected=20)


@pytest.mark.parametrize("where", ["mark", "body"])
def test_a_check_that_is_skipped_fails(project: pytest.Pytester, where: str) -> None:
    code = CHECKED.format(plugin="kit_fleet.warparse_extractors()[0]", options="")
    if where == "mark":
        code = code.replace("@param", "@__import__('pytest').mark.skip(reason='late')\n@param")
    else:
        code = code.replace("    check()", "    __import__('pytest').skip('late')")
    project.makepyfile(test_fleet=code)
    result = run(project, "-k", "cuts_no_word")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*was skipped: a check that can't hold is declared*"])
    result.stdout.fnmatch_lines(["warparse checks: 1 ran, 1 failed*"])


def test_a_plugin_that_no_registry_takes_has_one_test_that_fails(project: pytest.Pytester) -> None:
    project.makepyfile(kit_fleet=PLUGIN.replace("    return [", "    yield ["))
    check(project, plugin="kit_fleet")
    result = run(project)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*plugin 'kit_fleet': warparse_extractors yields: return a list*"])


def test_the_profile_reaches_the_checks(project: pytest.Pytester) -> None:
    check(project)
    project.makepyfile(
        test_profile="from warparse.testing.tally import settings\ndef test_it(): assert settings.profile == 'thorough'"
    )
    result = run(project, "--warparse-profile=thorough", "-k", "test_it or cuts_no_word")
    result.assert_outcomes(passed=2, deselected=20)
    result.stdout.fnmatch_lines(["*(profile thorough, seed 0)*"])
    assert run(project, "--warparse-profile=lazy").ret == pytest.ExitCode.USAGE_ERROR


def test_a_run_without_checks_tells_nothing(project: pytest.Pytester) -> None:
    project.makepyfile(test_other="def test_it(): pass")
    assert "warparse checks" not in run(project).stdout.str()


def test_pytest_begins_without_loading_hypothesis_or_the_parser(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_light="import sys\ndef test_it(): assert not {'warparse.pipeline', 'warparse.testing.checks'} & set(sys.modules)"
    )
    project.runpytest_subprocess().assert_outcomes(passed=1)


# -- fixtures -------------------------------------------------------------------------------------


def write(project: pytest.Pytester, fixture: str, name: str = "fixtures/ships.md") -> None:
    (project.path / name).write_text(fixture, encoding="utf-8")


def test_each_field_is_a_test_and_so_is_nothing_else(project: pytest.Pytester) -> None:
    write(project, FIXTURE)
    result = run(project, "-v")
    result.assert_outcomes(passed=6)
    for name in (
        "“frigates”",
        "“frigates” word",
        "“frigates” number",
        "“frigates” lost",
        "“frigates” owners",
        "nothing else",
    ):
        result.stdout.fnmatch_lines([f"fixtures/ships.md::A ship::ships {name} PASSED*"])


def test_a_wrong_field_is_shown_with_its_place(project: pytest.Pytester) -> None:
    write(project, FIXTURE.replace("1,200", "1,300").replace("Ada Lind; the navy", ""))
    result = run(project)
    result.assert_outcomes(passed=4, failed=2)
    result.stdout.fnmatch_lines(
        [
            "ships.md:7: number of “frigates”",
            "  expected  1,300",
            "  read      1200",
            "",
            "  The navy sent two frigates to sea.",
            "                    ^^^^^^^^",
        ]
    )
    result.stdout.fnmatch_lines(["  expected  nothing", "  read      Ada Lind; the navy"])


def test_a_record_that_is_missing_or_not_expected_is_shown(project: pytest.Pytester) -> None:
    write(project, FIXTURE.replace("| frigates | frigates |", "| sea | frigates |"))
    result = run(project)
    result.assert_outcomes(failed=6)
    result.stdout.fnmatch_lines(["ships.md:7: ships reads no record “sea”", "", "it reads", "  “frigates”"])
    result.stdout.fnmatch_lines(
        ["ships.md:5: ships reads what no row expects", "  “frigates”", "*two frigates to sea."]
    )


def test_an_empty_table_expects_nothing(project: pytest.Pytester) -> None:
    write(project, "# No ship\n\nThe navy sent nobody.\n\n| ships |\n| --- |\n")
    run(project).assert_outcomes(passed=1)
    write(project, "# No ship\n\nThe navy sent a frigate.\n\n| ships |\n| --- |\n")
    run(project).assert_outcomes(failed=1)


def test_equal_words_are_paired_in_their_order_and_named_apart(project: pytest.Pytester) -> None:
    twice = "# Two\n\nA frigate met a frigate.\n\n| ships |\n| --- |\n| frigate |\n| frigate |\n"
    write(project, twice)
    result = run(project, "-v")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["*ships “frigate” (2) PASSED*"])
    write(project, f"{twice}| frigate |\n")
    run(project).assert_outcomes(passed=3, failed=1)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("| ships |", "| boats |", "no extractor 'boats' is installed (there are: ships, wrecks)"),
        ("| ships | word |", "| ships | mast |", "a record of ships has no attribute 'mast'"),
        ("two frigates to sea", "two frigates to a wreck", "wrecks failed on the text: LookupError: no table"),
    ],
)
def test_what_is_wrong_with_the_extractor_is_told(project: pytest.Pytester, old: str, new: str, told: str) -> None:
    fixture = FIXTURE.replace(old, new)
    write(project, fixture + "\n| wrecks |\n| --- |\n" if "wreck" in new else fixture)
    result = run(project)
    assert result.ret == 1
    result.stdout.fnmatch_lines([f"*{told}*"])


def test_a_broken_file_is_an_error_of_its_line(project: pytest.Pytester) -> None:
    write(project, FIXTURE.replace("| frigates | frigates |", "| frigates |"))
    result = run(project)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*ships.md: line 7: 4 cells below a head of 5"])


def test_files_that_nobody_named_are_left_alone(project: pytest.Pytester) -> None:
    (project.path / "docs").mkdir()
    write(project, FIXTURE, "docs/ships.md")
    write(project, FIXTURE, "fixtures/ships.txt")
    assert run(project).ret == pytest.ExitCode.NO_TESTS_COLLECTED
    project.makeini("[pytest]")
    write(project, FIXTURE)
    assert run(project).ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_several_fixtures_tables_and_words_between_them() -> None:
    first, second = read_fixtures(
        "Words above.\n\n# One\n\nA line.\n\n\nAnother \\| line.\n\n| a |\n|---|\n| line |\n\nWords between.\n\n| b | c |\n|:--|--:|\n"
        "| line.  Another | x \\| y |\n\n# Two\n\nNot the text:\n\n```text\n# No title\n\n| no table\n```\n\n| a |\n| - |\n"
    )
    assert (first.title, first.line, first.text) == ("One", 3, "A line.\n\n\nAnother \\| line.\n")
    assert [(table.extractor, table.columns) for table in first.tables] == [("a", ()), ("b", ("c",))]
    assert [(row.words, row.cells) for row in first.tables[1].rows] == [("line. Another", {"c": "x | y"})]
    assert (second.title, second.text) == ("Two", "# No title\n\n| no table\n")
    assert not second.tables[0].rows


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "no fixture"),
        ("# One\n\nA line.\n", "line 1: 'One' has no table"),
        ("# One\n\n| a |\n|---|\n", "line 1: 'One' has no text"),
        ("# One\n\nA line.\n\n| a |\n| line |\n", "line 6: a table's second line"),
        ("# One\n\nA line.\n\n| a | b |\n|---|---|\n| line |\n", "line 7: 1 cells below a head of 2"),
        ("# One\n\nA line.\n\n| a | b |\n|---|---|\n| | x |\n", "line 7: the cell below 'a' holds the words"),
        ("# One\n\n| text | a |\n|---|---|\n", "line 3: a table of texts without a text"),
        ("# One\n\n| text | a |\n|---|---|\n| | word |\n", "line 5: the first cell holds a text"),
        ("# One\n\n| text | a |\n|---|---|\n| A word. | word |\n| | |\n", "line 6: the first cell holds a text"),
        ("# One\n\n| text | a | b |\n|---|---|---|\n| A word. | | x |\n", "line 5: the cell below 'a' holds the words"),
        ("# One\n\n| text | a |\n|---|---|\n| A line. | word |\n", "line 5: the words 'word' don't stand in the text"),
        ("# One\n\n| text | a |\n|---|---|\n| A word. |\n", "line 5: 1 cells below a head of 2"),
        ("# One\n\nA line.\n\n| a |\n|---|\n| word |\n", "line 7: the words 'word' don't stand in the text"),
        ("# One\n\n```\nA line.\n\n| a |\n|---|\n", "not closed"),
    ],
)
def test_what_is_no_fixture_is_refused_with_its_line(written: str, told: str) -> None:
    with pytest.raises(FixtureError, match=told):
        read_fixtures(written)


TEXTS = """# Ships by the dozen

Two frigates lay in the harbour.

| text | ships | number |
| --- | --- | --- |
| A frigate met another frigate. | frigate | 1,200 |
| | frigate | 1200 |
| The navy sent nobody. | | |
"""


def test_a_table_of_texts_holds_a_fixture_for_each_behind_its_context(project: pytest.Pytester) -> None:
    first, second = read_fixtures(TEXTS)
    assert first.title == "Ships by the dozen: A frigate met another frigate."
    assert first.text == "Two frigates lay in the harbour.\n\nA frigate met another frigate.\n"
    assert first.text[first.start :] == "A frigate met another frigate.\n"
    assert [row.words for row in first.tables[0].rows] == ["frigate", "frigate"]
    assert (second.line, second.tables[0].rows) == (9, [])
    write(project, TEXTS)
    run(project).assert_outcomes(passed=6)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("| | frigate | 1200 |\n", "", "ships.md:7: ships reads what no row expects"),
        ("| 1200 |", "| 1300 |", "ships.md:8: number of “frigate”"),
        ("The navy sent nobody.", "The navy sent a frigate.", "ships.md:9: ships reads what no row expects"),
        ("| The navy sent nobody. | | |", "| Two frigates. | Two | |", "ships.md:9: ships reads no record “Two”"),
    ],
)
def test_a_miss_in_a_table_of_texts_is_told_with_its_line(
    project: pytest.Pytester, old: str, new: str, told: str
) -> None:
    write(project, TEXTS.replace(old, new))
    result = run(project)
    assert result.ret == 1
    result.stdout.fnmatch_lines([told])


@pytest.mark.parametrize(
    ("expected", "value", "same"),
    [
        ("1,200", 1200, True),
        ("1 200", Decimal(1200), True),
        ("1.5", 1.5, True),
        ("a few", 3, False),
        ("no", False, True),
        ("True", True, True),
        ("yes", False, False),
        ("", None, True),
        ("", "", True),
        ("0", None, False),
        ("a; b", ("a", "b"), True),
        ("2025-03-04", date(2025, 3, 4), True),
        ("Ada  Lind", "Ada Lind", True),
        ("Lind", "Ada Lind", False),
    ],
)
def test_cells(expected: str, value: object, same: bool) -> None:
    assert is_same_cell(expected, value) is same


@pytest.mark.parametrize(("value", "same"), [(4, True), (17, False), (0, False), (None, False)])
def test_an_offset_is_told_by_the_words_that_stand_there(value: int | None, same: bool) -> None:
    assert is_same_cell("@two  ships", value, "The two\nships met two boats.") is same
