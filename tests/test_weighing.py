"""How evidence decides: the best sequence is found, sums are exact, and what is told of a verdict is what counted."""

from __future__ import annotations

import itertools
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warparse import explain, parse
from warparse.model import BlockKind, Reason
from warparse.segment.weigh import (
    FOLLOWS,
    KINDS,
    PARTS,
    STATES,
    decide,
    load_weights,
    make_weights,
    pack,
    strongest,
    unpack,
)
from warparse.segment.weigh import explain as explain_marks

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = len(KINDS) + len(PARTS)
MARKS = ("a stamp", "a headline", "prose", "last")
OPENS = ("above", "title", "body")
rows = st.lists(st.integers(-700, 700), min_size=WIDTH, max_size=WIDTH)
weighings = st.fixed_dictionaries(dict.fromkeys(MARKS, rows))
evidence = st.lists(st.lists(st.sampled_from(MARKS), max_size=2, unique=True), min_size=1, max_size=3)


def weight_of(state: int, marks: list[str], table: dict[str, list[int]]) -> int:
    kind, part = KINDS.index(STATES[state].kind), len(KINDS) + PARTS.index(STATES[state].part)
    return sum(table[mark][kind] + table[mark][part] for mark in marks)


@given(evidence, weighings, st.integers(0, 2**32))
def test_the_verdict_is_the_best_of_all_sequences(
    told: list[list[str]], table: dict[str, list[int]], seed: int
) -> None:
    count = len(STATES)
    moves = [[(seed >> (after + before) % 29) % 5 * 100 for before in range(count)] for after in range(count)]
    weights = make_weights({mark: pack(row) for mark, row in table.items()}, tuple(map(tuple, moves)))

    def total(path: tuple[int, ...]) -> int:
        steps = sum(moves[after][before] for before, after in itertools.pairwise(path))
        return steps + sum(weight_of(state, marks, table) for state, marks in zip(path, told, strict=True))

    allowed: list[tuple[int, ...]] = [(state,) for state in range(count) if STATES[state].part in OPENS]
    for _ in told[1:]:
        allowed = [(*path, state) for path in allowed for state in range(count) if path[-1] in FOLLOWS[state]]
    found = tuple(decide(told, weights))
    assert found in set(allowed)
    assert total(found) == max(map(total, allowed))


@given(st.lists(rows, max_size=40))
def test_packed_rows_add_up(table: list[list[int]]) -> None:
    sums = [sum(column) for column in zip(*table, strict=True)] or [0] * WIDTH
    assert list(unpack(sum(map(pack, table)), len(table))) == sums


@given(weighings, st.integers(0, len(STATES) - 1))
def test_what_is_told_of_a_verdict_adds_up_to_its_lead(table: dict[str, list[int]], state: int) -> None:
    weights = make_weights({mark: pack(row) for mark, row in table.items()}, ())
    told = explain_marks(list(MARKS), state, weights)
    kinds = [sum(table[mark][column] for mark in MARKS) for column in range(len(KINDS))]
    own = KINDS.index(STATES[state].kind)
    rival = max(weight for column, weight in enumerate(kinds) if column != own)
    assert sum(weight for _, weight in told) == kinds[own] - rival
    assert [weight for _, weight in told] == sorted((weight for _, weight in told), reverse=True)
    first = strongest(list(MARKS), state, weights)
    assert first == (told[0][0] if told[0][1] > 0 else "")


def test_no_evidence_makes_no_lines_and_no_error() -> None:
    assert decide([], load_weights()) == []
    assert len(decide([[], ["what no table knows"]], load_weights())) == 2


def test_only_what_stands_in_a_page_in_order_may_follow() -> None:
    for after, befores in enumerate(FOLLOWS):
        assert all(PARTS.index(STATES[before].part) <= PARTS.index(STATES[after].part) for before in befores)
    title = next(number for number, state in enumerate(STATES) if state.part == "title")
    assert title not in FOLLOWS[title]


def test_the_weights_are_small_enough_for_sums_to_be_exact() -> None:
    largest = max(abs(weight) for row in load_weights().rows.values() for weight in unpack(row, 1))
    assert largest < 2**20


TEXT = "Port shut after mines are found\n\nThe port was shut on Friday, the mayor said, and ships wait outside.\n\nSign up to our newsletter\n"


@pytest.mark.parametrize(("words", "kind"), [("The port was", BlockKind.PARAGRAPH), ("Sign up", BlockKind.NOISE)])
def test_every_line_tells_what_was_weighed_of_it(words: str, kind: BlockKind) -> None:
    why = parse(TEXT).why(TEXT.index(words))
    assert why.block is not None
    assert why.block.kind is kind
    told = explain(TEXT, TEXT.index(words))
    assert told
    assert sum(weight for _, weight in told) > 0


def test_between_lines_nothing_was_weighed() -> None:
    assert explain(TEXT, TEXT.index("\n")) == []
    assert explain("", 0) == []


@pytest.mark.parametrize("table", ["weights", "live_weights", "post_weights"])
def test_the_weights_were_learnt_from_the_evidence_that_is_gathered_now(
    root: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    monkeypatch.syspath_prepend(root / "benchmarks")
    now = import_module("examples").fingerprints()[table]
    lines = (root / "src" / "warparse" / "data" / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    assert f"# Evidence in seeds/: {now}" in lines[:5], "run `make weights`"


@pytest.mark.parametrize("text", ["hi", "Storm\n", "One\n\nTwo\n", "a b c d"])
def test_a_text_without_a_page_around_it_is_kept(text: str) -> None:
    assert all(block.kind is not BlockKind.NOISE for block in parse(text).blocks)


@pytest.mark.parametrize("text", ["Home\nSign in\nSubscribe", "Share\n\nAccept all cookies\n"])
def test_a_page_of_furniture_alone_is_noise(text: str) -> None:
    assert all(block.kind is BlockKind.NOISE for block in parse(text).blocks)


def test_a_heading_in_front_of_all_text_is_the_headline_of_an_article() -> None:
    text = (
        "Site icon Harbour Daily\n\n20 frigates sunk off the cape\n\nThe navy on Thursday said that some 20 frigates were sunk.\n\n"
        "According to the navy, the raid came hours after the end of the talks in the capital.\n"
    )
    article = parse(text)
    assert article.title == "20 frigates sunk off the cape"
    assert [block.kind for block in article.posts[0].blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_sites_name_behind_the_headline_is_a_block_of_its_own_and_changes_no_other() -> None:
    page = (
        "Skip to main content\nMenu\nSign in\n\nPort shut after six mines are found off the cape{}\n\nBy Ada Lind\n\n"
        "The port was shut on Friday after six mines were found off the cape, the mayor, Bo Dahl, said.\n\n"
        "“We wait for divers,” he told reporters, and nobody knows for how long the ships will stay outside.\n\n"
        "Sign up to our newsletter\n"
    )
    plain, named = parse(page.format("")), parse(page.format(" | Harbour Herald"))
    (added,) = [block for block in named.blocks if block.rule == "noise.site-name"]
    assert (added.text, added.kind, added.reason) == ("| Harbour Herald", BlockKind.NOISE, Reason.NAVIGATION)
    assert plain.title == named.title
    told = [(block.kind, block.reason, block.text, block.post) for block in named.blocks if block is not added]
    assert told == [(block.kind, block.reason, block.text, block.post) for block in plain.blocks]


STORY = (
    "The port was shut on Friday after six mines were found off the cape, the mayor, Bo Dahl, said.\n\n"
    "“We wait for divers,” he told reporters, and nobody knows for how long the ships will stay outside.\n"
)


def test_the_marked_headline_makes_furniture_of_another_above_it() -> None:
    other = "Port shut after six mines are found off the cape"
    assert parse(f"{other}\n\n{STORY}").title == other
    article = parse(f"{other}\n\n# Mines shut port\n\n{STORY}")
    assert article.title == "Mines shut port"
    first = article.blocks[0]
    assert (first.kind, first.reason, first.post, first.rule) == (
        BlockKind.NOISE,
        Reason.NAVIGATION,
        None,
        "headline.other",
    )
    assert article.why(0).evidence == "a headline above the marked one"


def test_without_a_headline_the_pictures_above_the_text_are_its_own() -> None:
    picture = "A ferry lies off the harbour. Photograph: Jane Doe/AFP"
    article = parse(f"Sign in\n\n{picture}\n\nSubscribe\n\n{STORY}")
    assert article.title is None
    assert [block.post for block in article.blocks] == [None, 0, None, 0, 0]
    assert [figure.post for figure in article.figures] == [0]
