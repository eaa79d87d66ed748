"""The seam: what plugins give and get, what is refused, and that a fault stays its plugin's own."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import regex
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from fleet import SHIPS, TEXT, Ship, plugin
from strategies import texts
from warparse import Article, BlockKind, Extractor, NoiseRule, PluginError, Reason, Registry, Span, parse
from warparse.extract import Document, Sentence, hookspecs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from warparse.extract import Sentences


def registry_of(extract: Callable[[Document, Sentences], Iterable[Any]]) -> Registry:
    return Registry.of(plugin(Extractor("ships", Ship, ("frigate*",), extract)))


def words(article: Article) -> list[str]:
    return [article.source.text[ship.start : ship.end] for ship in article.fields["ships"]]


# -- what an extractor gets ----------------------------------------------------------------------


def test_records_stand_in_the_input_in_order() -> None:
    article = parse(TEXT, registry=Registry.of(plugin(SHIPS)))
    assert words(article) == ["frigates", "destroyer", "frigates", "frigate"]
    assert article.fields["ships"] == tuple(sorted(article.fields["ships"], key=lambda ship: ship.start))
    assert not article.problems


def test_an_extractor_without_a_trigger_in_the_text_is_not_called() -> None:
    def fail(document: Document, sentences: Sentences) -> list[Ship]:
        raise AssertionError

    article = parse("Nothing of the kind.", registry=registry_of(fail))
    assert article.fields == {"ships": ()}
    assert not article.problems


def test_a_document_tells_of_sentences_names_quotes_and_days() -> None:
    seen: dict[str, Any] = {}

    def look(document: Document, sentences: Sentences) -> list[Ship]:
        first, *_, last = sentences
        seen["hits"] = [(hit.trigger, first.text[hit.start : hit.end]) for hit in first.hits]
        before, after = document.before(first), document.after(first)
        seen["beside"] = before and before.text, after and after.text
        quoted = after.text.index("frigates") if after else 0
        seen["quote"] = after and document.quote_at(after, quoted), document.quote_at(first, 0)
        seen["names"] = before and [(mention.name.name, mention.start) for mention in document.mentions(before)]
        seen["she"] = document.who(first, 0, 3)
        seen["day"] = document.day(first)
        seen["last"] = last.text, document.after(last)
        return []

    parse(TEXT, published=date(2025, 3, 3), registry=registry_of(look))
    assert seen["hits"] == [("frigate*", "frigates")]
    assert seen["beside"] == (
        "The foreign minister, Ada Lind, came to the harbour on Monday.",
        "“The frigates are ready,” she said.",
    )
    quote, none = seen["quote"]
    assert (quote.speaker, none) == ("Ada Lind", None)
    assert seen["names"] == [("Ada Lind", 22)]
    assert seen["she"] == "Ada Lind"
    assert seen["day"] == date(2025, 3, 3)
    assert seen["last"] == (TEXT.splitlines()[-1], None)


@pytest.mark.parametrize(
    ("trigger", "text", "hit"),
    [
        ("frigate", "A Frigate sailed.", True),
        ("frigate", "Frigates sailed.", False),
        ("frigate*", "Frigates sailed.", True),
        ("ate*", "Frigates sailed.", False),
        ("$", "It cost US$5.", True),
        ("shot down", "They shot down two.", True),
        ("mayor’s", "The mayor's ship sailed.", True),
    ],
)
def test_triggers(trigger: str, text: str, hit: bool) -> None:
    seen: list[object] = []

    def look(_: Document, sentences: Sentences) -> list[Ship]:
        seen.extend(sentence.hits for sentence in sentences)
        return []

    parse(text, registry=Registry.of(plugin(Extractor("ships", Ship, (trigger,), look))))
    assert bool(seen) is hit


def test_noise_wakes_nobody() -> None:
    article = parse(f"{TEXT}\nSign up to our frigate newsletter\n", registry=Registry.of(plugin(SHIPS)))
    kinds = [block.kind for block in article.blocks if "newsletter" in block.text]
    assert kinds == [BlockKind.NOISE]
    assert len(article.fields["ships"]) == 4


@given(texts)
def test_any_text_gives_grounded_records(text: str) -> None:
    article = parse(f"{text}\n\nA frigate sailed.", registry=Registry.of(plugin(SHIPS)))
    assert not article.problems
    for ship in article.fields["ships"]:
        assert article.source.text[ship.start : ship.end].lower().startswith(("frigate", "destroyer"))


@given(texts, st.permutations(["ships", "boats", "crafts"]))
def test_the_order_of_installation_changes_nothing(text: str, names: list[str]) -> None:
    plugins = {name: plugin(evolve(SHIPS, name=name), name=f"With_{name}") for name in sorted(names)}
    whole = f"{text}\n\n{TEXT}"
    together = parse(whole, registry=Registry.of(*(plugins[name] for name in names)))
    assert together == parse(whole, registry=Registry.of(*plugins.values()))
    alone = parse(whole, registry=Registry.of(plugins["ships"]))
    assert alone.fields["ships"] == together.fields["ships"]


# -- faults --------------------------------------------------------------------------------------


def _raise(_: Document, sentences: Sentences) -> Iterator[Ship]:
    for sentence in sentences:
        yield Ship(*sentence.span(), "")
        raise LookupError("no such ship\nat all")


def _outside(document: Document, sentences: Sentences) -> list[Ship]:
    length = len(document.article.source)
    return [Ship(length - 1, length + 1, "") for _ in sentences]


def _empty(_: Document, sentences: Sentences) -> list[Ship]:
    return [Ship(3, 3, "") for _ in sentences]


def _another_class(_: Document, sentences: Sentences) -> list[Any]:
    return [Span(*sentence.span()) for sentence in sentences]


def _slow(_: Document, sentences: Sentences) -> Iterator[Ship]:
    for sentence in sentences:
        time.sleep(0.05)
        yield Ship(*sentence.span(), "")


def _backtracking(_: Document, sentences: Sentences) -> list[Ship]:
    bad = regex.compile(r"(?:a|a)+b")
    return [Ship(*sentence.span(), "") for sentence in sentences for _ in sentence.finditer(bad)]


@pytest.mark.parametrize(
    ("extract", "told"),
    [
        (_raise, "LookupError: no such ship"),
        (_outside, "gave the span"),
        (_empty, "gave the span [3, 3)"),
        (_another_class, "gave a Span where it declares Ship"),
        (_slow, "took longer than its 0.04 seconds"),
        (_backtracking, "took longer than its 0.04 seconds"),
    ],
)
def test_a_fault_costs_the_plugins_own_records_alone(
    extract: Callable[[Document, Sentences], Iterable[Any]], told: str
) -> None:
    text = TEXT.replace("Nothing else was told", "The frigate’s horn went " + "a" * 60)
    faulty, sound = plugin(evolve(SHIPS, name="boats", extract=extract), name="Faulty"), plugin(SHIPS)
    article = parse(text, registry=Registry.of(faulty, sound, budget=0.04))
    plain = parse(text, registry=Registry.of(sound))
    assert article.fields == {"boats": (), "ships": plain.fields["ships"]}
    (problem,) = article.problems
    assert problem.where == "boats"
    assert problem.message.startswith(told)
    assert "\n" not in problem.message
    assert evolve(article, fields={}, problems=()) == evolve(plain, fields={})


def test_a_problem_tells_the_sentence() -> None:
    article = parse(TEXT, registry=registry_of(_raise))
    (problem,) = article.problems
    assert TEXT[problem.start : problem.end].startswith("She sent two frigates")


# -- rules for boilerplate -----------------------------------------------------------------------


def _is_donation(line: str) -> bool:
    return line == "Nothing else was told."


def test_a_noise_rule_decides_whatever_else_speaks_for_a_line() -> None:
    text = TEXT.replace(" Nothing else", "\n\nNothing else")
    rule = NoiseRule("harbour.told", Reason.PROMOTION, _is_donation)
    article = parse(text, registry=Registry.of(plugin(rules=[rule])))
    (block,) = [block for block in article.blocks if block.raw == "Nothing else was told."]
    assert (block.kind, block.reason, block.rule) == (BlockKind.NOISE, Reason.PROMOTION, "harbour.told")
    assert parse(text, registry=Registry()).why(block.start).rule != "harbour.told"


def test_a_noise_rule_that_raises_costs_itself() -> None:
    def fail(line: str) -> bool:
        raise LookupError(line)

    sound = NoiseRule("b.told", Reason.PROMOTION, _is_donation)
    registry = Registry.of(plugin(rules=[NoiseRule("a.fails", Reason.OTHER, fail), sound]))
    article = parse(TEXT.replace(" Nothing else", "\n\nNothing else"), registry=registry)
    assert [problem.where for problem in article.problems] == ["a.fails"]
    assert any(block.rule == "b.told" for block in article.blocks)


def test_a_noise_rule_that_takes_too_long_costs_itself() -> None:
    def dawdle(line: str) -> bool:
        time.sleep(0.03)
        return False

    sound = NoiseRule("b.told", Reason.PROMOTION, _is_donation)
    registry = Registry.of(plugin(rules=[NoiseRule("a.slow", Reason.OTHER, dawdle), sound]), budget=0.02)
    article = parse(TEXT.replace(" Nothing else", "\n\nNothing else"), registry=registry)
    assert [(problem.where, problem.message) for problem in article.problems] == [
        ("a.slow", "took longer than its time for this document")
    ]
    assert any(block.rule == "b.told" for block in article.blocks)


@pytest.mark.parametrize("rule", [NoiseRule("", Reason.OTHER, _is_donation), NoiseRule("a", "other", _is_donation), 5])  # type: ignore[arg-type]
def test_what_is_no_rule_is_refused(rule: object) -> None:
    with pytest.raises(PluginError, match="'Plugin'"):
        Registry.of(plugin(rules=[rule]))


def test_the_page_on_plugins_names_everything_that_they_meet(root: Path) -> None:
    page = (root / "docs" / "plugins.md").read_text(encoding="utf-8")
    public = {name for cls in (Document, Sentence, Extractor) for name in dir(cls) if not name.startswith("_")}
    hooks = {name for name in dir(hookspecs) if name.startswith("warparse_")}
    assert len(hooks) == 2
    assert not {name for name in public | hooks if name not in page} - {"offset"}
