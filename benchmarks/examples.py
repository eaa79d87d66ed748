"""What the annotated documents show of lines, pages and posts: what the weights are learnt from.

Each document is shown twice, by itself and in a page of menus and furniture. The fingerprints of what the project's
own documents show stand in the heads of the tables of weights; a test compares them, so that no evidence changes
without being learnt anew.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from furniture import put_furniture

from warparse.assemble import kept_texts, people_of
from warparse.model import BlockKind, Reason
from warparse.names.index import index_names
from warparse.read.mend import mend
from warparse.segment.blocks import fingerprint, look_over
from warparse.segment.evidence import gather
from warparse.segment.figures import find_figures
from warparse.segment.labels import Label
from warparse.segment.live import gather_live
from warparse.segment.page import Page
from warparse.segment.posts import gather_starts
from warparse.segment.weigh import FOLLOWS, STATES, State
from warparse.testing import FAMILIES, documents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warparse.read.offsets import OffsetMap
    from warparse.segment.survey import Survey

ROOT: Final = Path(__file__).resolve().parents[1]
_MADE: Final = 1000
"""The number from which the documents of a family are made to learn from."""


class Example(NamedTuple):
    """An annotated document: the evidence of its lines, and the state of each."""

    name: str
    evidence: list[list[str]]
    states: list[int]
    told: list[str]
    """What speaks for or against a live blog."""
    live: bool
    starts: list[tuple[list[str], bool]]
    """Of a live blog, what speaks for and against each line's beginning a post, and whether it does."""


def read_examples(folders: list[tuple[Path, Path]]) -> list[Example]:
    """Read annotated documents, given folders of texts and of their gold."""
    examples = []
    for texts, golds in folders:
        for path in sorted(golds.glob("*.gold.json")):
            stem = path.name.removesuffix(".gold.json")
            text = (texts / f"{stem}.txt").read_bytes().decode()
            gold = json.loads(path.read_text(encoding="utf-8"))
            examples.append(make_example(f"{texts.name}/{stem}", text, gold))
            examples.append(make_example(f"{texts.name}/{stem}, in a page", *put_furniture(text, gold, stem)))
    return [example for example in examples if example.evidence]


def make_examples() -> list[Example]:
    """Make up a document of each layout family, other ones than the tests measure on."""
    made = [(family, documents(family, 1, first=_MADE)[0]) for family in FAMILIES]
    return [make_example(family, rendered.text, rendered.gold)._replace(starts=[]) for family, rendered in made]


def make_example(name: str, text: str, gold: dict[str, Any]) -> Example:
    """Take the evidence and the annotated states of a document's lines."""
    mended, offsets = mend(text)
    live = any(post["kind"] != "article" for post in gold["posts"])
    survey, seen = look_over(mended, live=live)
    looks, labels = [look.name for look in seen], [look.label for look in seen]
    lines = survey.lines
    evidence = list(gather(survey))
    blocks, states, at = gold["blocks"], [], 0
    told = states_of(blocks)
    for line in lines:
        start = offsets.to_source(line.start)
        while at < len(blocks) - 1 and blocks[at]["end"] <= start:
            at += 1
        states.append(STATES.index(told[at]))
    path = make_path(states)
    starts = find_starts(survey, labels, path, offsets, gold) if live else []
    return Example(name, evidence, path, gather_live(survey.glance(looks)), live, starts)


def find_starts(
    survey: Survey, labels: list[Label | None], path: list[int], offsets: OffsetMap, gold: dict[str, Any]
) -> list[tuple[list[str], bool]]:
    """Take the evidence of every line where a post may begin, and whether one does; none of optional posts."""
    told = []
    for number, known in zip(path, labels, strict=True):
        kind = BlockKind(STATES[number].kind)
        reason = (known.reason if known and known.reason else Reason.PROMOTION) if kind is BlockKind.NOISE else None
        told.append(Label(kind, known.rule if known and known.kind is kind else "", "", reason))
    lines = survey.lines
    page = Page(
        lines, told, [STATES[number].part for number in path], live=True, evidence="", recaps=survey.recap_lines
    )
    people = people_of(page, index_names(kept_texts(page, find_figures(page)).values()))
    places = {offsets.to_source(line.start): index for index, line in enumerate(lines)}
    begins = {places[post["start"]] for post in gold["posts"] if post["start"] in places}
    doubtful = {places[post["start"]] for post in gold["posts"] if post.get("optional") and post["start"] in places}
    starts = gather_starts(page, people, begins)
    return [(start.evidence, start.index in begins) for start in starts if start.index not in doubtful]


def states_of(blocks: list[dict[str, Any]]) -> list[State]:
    """Give the state of every annotated block: its part of the page by the title and the posts."""
    title = next((index for index, block in enumerate(blocks) if block["kind"] == "title"), None)
    posted = [index for index, block in enumerate(blocks) if block["post"] is not None] or [len(blocks)]
    states = []
    for index, block in enumerate(blocks):
        if index == title:
            part = "title"
        elif posted[0] <= index <= posted[-1]:
            part = "body"
        elif index > posted[-1]:
            part = "below"
        else:
            part = "above" if title is None or index < title else "under"
        state = State(part, block["kind"])
        states.append(state if state in STATES else State(part, "noise" if part != "title" else "title"))
    return states


def make_path(states: list[int]) -> list[int]:
    """Mend a sequence that the parts forbid, as where the title's line was lost: what can't follow is above."""
    for index in range(len(states) - 1, 0, -1):
        if states[index - 1] not in FOLLOWS[states[index]] and STATES[states[index]].part == "under":
            states[index] = STATES.index(State("above", STATES[states[index]].kind))
    return states


def own_documents() -> list[tuple[str, dict[str, Any]]]:
    """Give the texts in `seeds/` with their annotation."""
    found = []
    for path in sorted((ROOT / "seeds").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode()
        found.append((text, json.loads(path.read_text(encoding="utf-8"))))
    return found


def fingerprints() -> dict[str, str]:
    """Give for each table of weights a short hash of what the project's own documents show of what it weighs."""
    documents = own_documents()
    examples = [make_example("", text, gold) for text, gold in documents]
    lives = [(text, any(post["kind"] != "article" for post in gold["posts"])) for text, gold in documents]
    return {
        "weights": fingerprint(lives),
        "live_weights": _hash(example.told for example in examples),
        "post_weights": _hash(marks for example in examples for marks, _ in example.starts),
    }


def _hash(evidence: Iterable[list[str]]) -> str:
    seen = sha256()
    for marks in evidence:
        seen.update("\t".join(sorted(set(marks))).encode() + b"\n")
    return seen.hexdigest()[:12]
