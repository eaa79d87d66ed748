"""How near a parse comes to its annotation, by the rules of the shared scorer.

Blocks match by span and kind, cleaning by characters kept, posts by their start, quotes by overlap,
figures by their captions; attributes are counted on records that matched. Records that the gold marks
optional count neither way, and `KEY_accept` (for speakers `accept`) lists other right answers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from attrs import define, field

Record = dict[str, Any]
Test = Callable[[Record, Record], bool]
TITLES = set("mr mrs ms dr sir president prime minister governor foreign the a of s region oblast province".split())
SHORT = {
    "united states of america": "us",
    "united states": "us",
    "usa": "us",
    "u.s.": "us",
    "united kingdom": "uk",
    "britain": "uk",
    "great britain": "uk",
    "european union": "eu",
    "united nations": "un",
}


@define
class Tally:
    """Counts of one layer."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    attributes: dict[str, list[bool]] = field(factory=lambda: defaultdict(list))

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.spurious += other.spurious
        self.missed += other.missed
        for name, tests in other.attributes.items():
            self.attributes[name] += tests

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def share(self, attribute: str) -> float:
        tests = self.attributes[attribute]
        return sum(tests) / len(tests) if tests else 1.0


def squash(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def span_of(text: str, record: Record) -> tuple[int, int]:
    piece = text[record["start"] : record["end"]]
    left = record["start"] + len(piece) - len(piece.lstrip())
    return left, max(left, record["end"] - len(piece) + len(piece.rstrip()))


def iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / ((a[1] - a[0]) + (b[1] - b[0]) - shared) if shared else 0.0


def tokens(name: str | None) -> list[str]:
    plain = squash(name).lower().replace("’s", "").replace("'s", "").removeprefix("the ")
    words = re.findall(r"[^\W_]+", SHORT.get(plain, plain))
    return [word for word in words if word not in TITLES] or words


def same_name(gold: str | None, pred: str | None, accept: list[str]) -> bool:
    if pred is None:
        return gold is None or "-" in accept
    p = tokens(pred)
    for candidate in (gold, *accept):
        g = tokens(candidate)
        if g == p or set(g) == set(p):
            return True
        nested = set(g) <= set(p) or set(p) <= set(g)
        if g and p and g[-1] == p[-1] and nested and len(p) >= min(2, len(g)):
            return True
    return False


def tally(
    text: str, gold: list[Record], pred: list[Record], score: Callable[[Record, Record], float], tests: dict[str, Test]
) -> Tally:
    """Pair records best first, one to one, and count."""
    ranked = sorted(
        ((score(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(pred) if score(g, p) > 0), reverse=True
    )
    left, right = set(range(len(gold))), set(range(len(pred)))
    result = Tally()
    for _, i, j in ranked:
        if -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            if not gold[-i].get("optional"):
                result.right += 1
                for name, test in tests.items():
                    result.attributes[name].append(bool(test(gold[-i], pred[-j])))
    doubtful = [(g["start"], g["end"]) for g in gold if g.get("optional")]
    result.missed = sum(not gold[i].get("optional") for i in left)
    result.spurious = sum(not any(iou((pred[j]["start"], pred[j]["end"]), span) for span in doubtful) for j in right)
    return result


def score_blocks(text: str, gold: Record, pred: Record) -> Tally:
    def keyed(blocks: list[Record]) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        for block in blocks:
            start, end = span_of(text, block)
            joins = out and block["kind"] == out[-1][2] == "noise" and not text[out[-1][1] : start].strip()
            if joins and "\n" not in text[out[-1][1] : start]:
                out[-1] = (out[-1][0], end, "noise")
            else:
                out.append((start, end, block["kind"]))
        return out

    wanted, given = keyed(gold["blocks"]), keyed(pred["blocks"])
    right = len(set(wanted) & set(given))
    return Tally(right, len(given) - right, len(wanted) - right)


def score_cleaning(text: str, gold: Record, pred: Record) -> Tally:
    def kept(blocks: list[Record]) -> set[int]:
        return {
            at for b in blocks if b["kind"] != "noise" for at in range(b["start"], b["end"]) if not text[at].isspace()
        }

    wanted, given = kept(gold["blocks"]), kept(pred["blocks"])
    return Tally(len(wanted & given), len(given - wanted), len(wanted - given))


def score_posts(text: str, gold: Record, pred: Record) -> Tally:
    def keyed(posts: list[Record]) -> list[Record]:
        return [{**p, "start": span_of(text, p)[0], "end": span_of(text, p)[1]} for p in posts]

    def bare(heading: str | None) -> str:
        return squash(heading).strip("*#_•-– ")

    tests: dict[str, Test] = {
        "end": lambda g, p: bool(g["end"] == p["end"]),
        "kind": lambda g, p: p["kind"] in (g["kind"], *g.get("kind_accept", [])),
        "heading": lambda g, p: bare(g["heading"]) == bare(p["heading"]),
        "authors": lambda g, p: sorted(g["authors"]) == sorted(p["authors"]),
        "updated": lambda g, p: bool(g["updated"]) == bool(p["updated"]),
    }
    return tally(text, keyed(gold["posts"]), keyed(pred["posts"]), lambda g, p: float(g["start"] == p["start"]), tests)


def score_quotes(text: str, gold: Record, pred: Record) -> Tally:
    def near(g: Record, p: Record) -> float:
        shared = iou((g["start"], g["end"]), (p["start"], p["end"]))
        return shared if shared >= 0.8 else 0.0

    tests: dict[str, Test] = {
        "form": lambda g, p: p["form"] in (g["form"], *g.get("form_accept", [])),
        "speaker": lambda g, p: same_name(g["speaker"], p["speaker"], g.get("accept", [])),
    }
    return tally(text, gold["quotes"], pred["quotes"], near, tests)


def score_figures(text: str, gold: Record, pred: Record) -> Tally:
    tests: dict[str, Test] = {
        "credit": lambda g, p: squash(p["credit"]) in map(squash, (g["credit"], *g.get("credit_accept", []))),
        "photographers": lambda g, p: sorted(g["photographers"]) == sorted(p["photographers"]),
        "agencies": lambda g, p: sorted(g["agencies"]) == sorted(p["agencies"]),
    }
    return tally(
        text, gold["figures"], pred["figures"], lambda g, p: float(squash(g["caption"]) == squash(p["caption"])), tests
    )


SCORERS = {
    "blocks": score_blocks,
    "cleaning": score_cleaning,
    "posts": score_posts,
    "quotes": score_quotes,
    "figures": score_figures,
}
