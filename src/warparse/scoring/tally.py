"""Records of a parse set against records of its annotation, and the counts that come of it.

Contract: records are paired one to one, the nearest first; attributes are counted on paired records alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import define, field

from warparse.scoring.sameness import overlap, span_of, squash

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Nearness", "Record", "Tally", "Test", "show", "tally_records"]

Record = dict[str, Any]
Nearness = Callable[[Record, Record], float]
"""Tells how near a gold record and a given one are; 0 where they are not the same thing."""
Test = Callable[[Record, Record], bool]
"""Tells whether an attribute of a given record is right."""


@define
class Tally:
    """The counts of one layer."""

    right: int = 0
    """Gold records that were given."""
    spurious: int = 0
    """Given records that are not in the gold."""
    missed: int = 0
    """Gold records that were not given."""
    hits: dict[str, int] = field(factory=lambda: defaultdict(int))
    """How often each attribute was right, on records that were paired."""
    seen: dict[str, int] = field(factory=lambda: defaultdict(int))
    """On how many paired records each attribute was looked at."""
    errors: list[str] = field(factory=list)
    """A line for each miss (-), each spurious record (+) and each wrong attribute (~)."""

    def add(self, other: Tally) -> None:
        """Add the counts of another document."""
        self.right += other.right
        self.spurious += other.spurious
        self.missed += other.missed
        for name, times in other.seen.items():
            self.hits[name] += other.hits[name]
            self.seen[name] += times
        self.errors += other.errors

    def mark(self, attribute: str, *, right: bool) -> None:
        """Count an attribute of one pair."""
        self.seen[attribute] += 1
        self.hits[attribute] += right

    @property
    def precision(self) -> float:
        """The share of given records that are right; 1 where none was given."""
        given = self.right + self.spurious
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """The share of gold records that were given; 1 where there is none."""
        due = self.right + self.missed
        return self.right / due if due else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def share(self, attribute: str) -> float:
        """Give how often an attribute is right, 0 to 1; 1 where no pair has it."""
        seen = self.seen.get(attribute, 0)
        return self.hits[attribute] / seen if seen else 1.0

    def to_dict(self) -> dict[str, Any]:
        """Give precision, recall, F1, the number of gold records and each attribute's share, to four digits."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "gold": self.right + self.missed,
            "attributes": {name: round(self.share(name), 4) for name in sorted(self.seen)},
        }


def show(text: str, record: Record, sign: str, note: str = "") -> str:
    """Write one error as a line: the sign, where, which words, what is told of them, and a note."""
    start, end = span_of(record)
    told = {key: value for key, value in record.items() if key not in ("start", "end", "accept") and _is_told(value)}
    return f"{sign} [{start}:{end}] {squash(text[start:end])[:90]!r} {told} {note}"


def _is_told(value: object) -> bool:
    return value is not None and value not in ([], "")


def tally_records(
    text: str, gold: Sequence[Record], pred: Sequence[Record], nearness: Nearness, tests: Mapping[str, Test]
) -> Tally:
    """Pair records and count.

    Args:
        text: the document.
        gold: the annotated records.
        pred: the given ones.
        nearness: how near two records are.
        tests: when each attribute is right.
    """
    pairs, missed, spurious = _pair_up(gold, pred, nearness)
    doubtful = [span_of(each) for each in gold if each.get("optional")]
    missed = [each for each in missed if not each.get("optional")]
    spurious = [each for each in spurious if not any(overlap(span_of(each), span) for span in doubtful)]
    counted = [(due, given) for due, given in pairs if not due.get("optional")]
    tally = Tally(len(counted), len(spurious), len(missed))
    for due, given in counted:
        for name, test in tests.items():
            right = bool(test(due, given))
            tally.mark(name, right=right)
            if not right:
                tally.errors.append(show(text, due, "~", f"{name}: got {given.get(name)!r}"))
    tally.errors += [show(text, each, "-") for each in missed]
    tally.errors += [show(text, each, "+") for each in spurious]
    return tally


def _pair_up(
    gold: Sequence[Record], pred: Sequence[Record], nearness: Nearness
) -> tuple[list[tuple[Record, Record]], list[Record], list[Record]]:
    """Pair the nearest first, of equals the earlier; give the pairs, and what is left of both."""
    near = ((nearness(due, given), -i, -j) for i, due in enumerate(gold) for j, given in enumerate(pred))
    ranked = sorted((each for each in near if each[0] > 0), reverse=True)
    left, right = set(range(len(gold))), set(range(len(pred)))
    pairs = []
    for _, i, j in ranked:
        if -i in left and -j in right:
            left.remove(-i)
            right.remove(-j)
            pairs.append((gold[-i], pred[-j]))
    return pairs, [gold[i] for i in sorted(left)], [pred[j] for j in sorted(right)]
