"""The verdict on all lines at once: the labelling that all evidence together speaks for most.

Contract: a page is read as what stands above the title, the title, what stands under it, the body and what
stands below it, in this order; each line gets one state, a part of the page with a kind of block.
`decide` gives the sequence of states with the greatest sum of weights (Viterbi's algorithm, over the states
that a line's own evidence leaves in question), in time linear in the lines. The same evidence gives the
same verdict everywhere.
"""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "FOLLOWS",
    "KINDS",
    "PARTS",
    "STATES",
    "State",
    "Weights",
    "decide",
    "explain",
    "load_weights",
    "pack",
    "strongest",
    "unpack",
]

PARTS: Final = ("above", "title", "under", "body", "below")
"""The parts of a page, from top to bottom."""
KINDS: Final = (
    "title", "standfirst", "byline", "timestamp", "heading", "paragraph", "list_item", "quote", "caption", "noise",
)  # fmt: skip
"""The kinds of blocks."""


class State(NamedTuple):
    """What a line is: a part of the page and a kind of block."""

    part: str
    kind: str


_KINDS_OF: Final = {
    "above": ("noise", "byline", "timestamp", "caption", "standfirst"),
    "title": ("title",),
    "under": ("noise", "standfirst", "byline", "timestamp", "caption"),
    "body": ("paragraph", "heading", "list_item", "quote", "caption", "byline", "timestamp", "noise"),
    "below": ("noise", "byline", "timestamp", "list_item", "caption"),
}
STATES: Final = tuple(State(part, kind) for part in PARTS for kind in _KINDS_OF[part])
"""Every state, part by part."""
_NEXT: Final = {
    "above": ("above", "title", "body"),
    "title": ("under", "body"),
    "under": ("under", "body"),
    "body": ("body", "below"),
    "below": ("below",),
}
_OPENS: Final = ("above", "title", "body")
"""Parts with which a page may begin."""
FOLLOWS: Final = tuple(
    tuple(number for number, before in enumerate(STATES) if state.part in _NEXT[before.part]) for state in STATES
)
"""For each state, the numbers of those that may stand before it."""
_FIRST: Final = tuple(state.part in _OPENS for state in STATES)
_COLUMNS: Final = tuple((KINDS.index(state.kind), len(KINDS) + PARTS.index(state.part)) for state in STATES)
_WIDTH: Final = len(KINDS) + len(PARTS)
_MAY_FOLLOW: Final = tuple(tuple(before in follows for before in range(len(STATES))) for follows in FOLLOWS)
_NUMBERED: Final = tuple(
    (len(KINDS) + number, tuple((at, _COLUMNS[at][0]) for at, state in enumerate(STATES) if state.part == part))
    for number, part in enumerate(PARTS)
)
"""For each part, its column and the numbers of its states with the columns of their kinds."""
_FIELD: Final = 32
_BIAS: Final = 1 << 20
_FIELDS: Final = Struct(f"<{_WIDTH}I")
_MARGIN: Final = 3000
"""How far a state may fall behind the best of its part in a line's own evidence and still be considered."""
_NEVER: Final = -(10**18)


class Weights(NamedTuple):
    """How much each piece of evidence counts, in thousandths.

    Whole numbers, so that a sum is the same in whatever order it is made; and those of one piece of evidence
    in one number, so that one addition adds them all.
    """

    rows: dict[str, int]
    """By evidence: a weight for each of `KINDS`, then for each of `PARTS`, as `pack` packs them."""
    moves: tuple[tuple[int, ...], ...]
    """By state: a weight for each state that may stand before it."""
    marks: dict[str, str]
    """Every piece of evidence that has a weight, by itself."""

    def known(self, marks: Iterable[str]) -> list[str]:
        """Give the evidence that has a weight; each piece is one text, however many lines show it."""
        return list(filter(None, map(self.marks.get, marks)))


def pack(row: Sequence[int]) -> int:
    """Pack a row of weights into one number, a field of 32 bits for each; each field holds its weight plus a bias.

    >>> unpack(pack(range(15)) + pack(range(15)), 2)[:3]
    (0, 2, 4)
    """
    return sum((weight + _BIAS) << (_FIELD * at) for at, weight in enumerate(row))


def unpack(total: int, count: int) -> tuple[int, ...]:
    """Give the sums of the weights of `count` packed rows."""
    bias = count * _BIAS
    return tuple(field - bias for field in _FIELDS.unpack(total.to_bytes(_FIELDS.size, "little")))


def make_weights(rows: dict[str, int], moves: tuple[tuple[int, ...], ...]) -> Weights:
    """Make weights of packed rows by evidence, and of moves by state."""
    return Weights(rows, moves, {mark: mark for mark in rows})


@cache
def load_weights() -> Weights:
    """Read the weights from `data/weights.txt`: evidence, then what it adds for which kind or part.

    Raises:
        ValueError: a line names a kind, part or state that there is not.
    """
    columns = {name: number for number, name in enumerate((*KINDS, *(f"@{part}" for part in PARTS)))}
    numbers = {f"{state.part}.{state.kind}": number for number, state in enumerate(STATES)}
    rows: dict[str, int] = {}
    moves = [[0] * len(STATES) for _ in STATES]
    for line in read_list("weights"):
        evidence, _, told = line.rpartition("\t")
        pairs = [(name, int(weight)) for name, _, weight in (pair.partition("=") for pair in told.split())]
        if evidence.startswith("-> "):
            for name, weight in pairs:
                moves[numbers[evidence[3:]]][numbers[name]] = weight
            continue
        row = [0] * _WIDTH
        for name, weight in pairs:
            row[columns[name]] = weight
        rows[evidence] = pack(row)
    return make_weights(rows, tuple(map(tuple, moves)))


def decide(
    evidence: list[list[str]], weights: Weights, open_states: Sequence[tuple[int, ...] | None] = ()
) -> list[int]:
    """Give the best sequence of states.

    Args:
        evidence: for each line, its evidence.
        weights: how much each counts.
        open_states: for each line, the states that the markup leaves open, None for all; none at all for a text. A
            line of which no open state may follow those above is free again.

    Returns:
        For each line, the number of its state in `STATES`.
    """
    best: list[tuple[int, int]] = []
    back: list[bytearray] = []
    for marks, left in zip_longest(evidence, open_states):
        sums = _add(weights.rows, marks)
        reached, came = _reach(
            _candidates(sums) if left is None else _left_open(sums, left), best, weights, first=not back
        )
        if not reached:
            reached, came = _reach(_candidates(sums), best, weights, first=not back)
        best = reached
        back.append(came)
    if not best:
        return []
    state = max(best, key=lambda pair: pair[1])[0]
    path = [state]
    for came in reversed(back[1:]):
        path.append(came[path[-1]])
    return path[::-1]


def _reach(
    candidates: list[tuple[int, int]], best: list[tuple[int, int]], weights: Weights, *, first: bool
) -> tuple[list[tuple[int, int]], bytearray]:
    """Give the states that a line may have with the best sum up to each, and for each the state before it."""
    came = bytearray(len(STATES))
    if first:
        return [(state, local) for state, local in candidates if _FIRST[state]], came
    reached: list[tuple[int, int]] = []
    for state, local in candidates:
        move, follows = weights.moves[state], _MAY_FOLLOW[state]
        top, chosen = _NEVER, -1
        for before, value in best:
            if follows[before] and value + move[before] > top:
                top, chosen = value + move[before], before
        if chosen >= 0:
            reached.append((state, top + local))
            came[state] = chosen
    return reached, came


def _left_open(sums: tuple[int, ...], states: tuple[int, ...]) -> list[tuple[int, int]]:
    """Give the states that the markup leaves open, each with its weight."""
    if len(states) == 1:
        return [(states[0], 0)]
    return [(state, sums[_COLUMNS[state][0]] + sums[_COLUMNS[state][1]]) for state in states]


def _add(rows: dict[str, int], marks: list[str]) -> tuple[int, ...]:
    found = list(filter(None, map(rows.get, marks)))
    return unpack(sum(found), len(found))


def _candidates(sums: tuple[int, ...]) -> list[tuple[int, int]]:
    """Give the states that a line's own evidence leaves in question, each with its weight; every part keeps its best."""
    kept: list[tuple[int, int]] = []
    for column, states in _NUMBERED:
        if len(states) == 1:
            kept.append((states[0][0], sums[states[0][1]] + sums[column]))
            continue
        likely = [sums[kind] for _, kind in states]
        least, whole = max(likely) - _MARGIN, sums[column]
        kept += [(states[at][0], weight + whole) for at, weight in enumerate(likely) if weight >= least]
    return kept


def explain(marks: list[str], state: int, weights: Weights) -> list[tuple[str, int]]:
    """Give the evidence that speaks for a state rather than for the best other kind, the strongest first.

    Returns:
        Pieces of evidence, each with how much more it adds for the state's kind than for the other.
    """
    kind, rival = _rivals(marks, state, weights)
    told = [(mark, row[kind] - row[rival]) for mark, row in _rows(marks, weights)]
    return sorted(told, key=lambda pair: (-pair[1], pair[0]))


def strongest(marks: list[str], state: int, weights: Weights) -> str:
    """Give the one piece of evidence that speaks most for a state; empty if none does."""
    kind, rival = _rivals(marks, state, weights)
    best, most = "", 0
    for mark, row in _rows(marks, weights):
        if row[kind] - row[rival] > most or (row[kind] - row[rival] == most and mark < best):
            best, most = mark, row[kind] - row[rival]
    return best


def _rows(marks: list[str], weights: Weights) -> Iterator[tuple[str, tuple[int, ...]]]:
    return ((mark, _unpack_one(weights.rows[mark])) for mark in marks if mark in weights.rows)


@cache
def _unpack_one(row: int) -> tuple[int, ...]:
    return unpack(row, 1)


def _rivals(marks: list[str], state: int, weights: Weights) -> tuple[int, int]:
    """Give the columns of a state's kind and of the kind that evidence speaks for most beside it."""
    sums = _add(weights.rows, marks)
    kind = _COLUMNS[state][0]
    return kind, max((column for column in range(len(KINDS)) if column != kind), key=sums.__getitem__)
