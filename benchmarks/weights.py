"""Learns how much each piece of evidence counts, from annotated documents: `data/weights.txt`.

A conditional random field over the states of `warparse.segment.weigh`: the weights that make the annotated
labellings most likely among all that the parts of a page allow, drawn towards zero (a Gaussian prior). A
piece of evidence has one weight a kind and one a part, so that what menus above teach holds for menus below.

Run `make weights` (it needs the extra `weights`); `python benchmarks/weights.py --folds 8` tells instead how
well documents are labelled that were not learnt from. Documents: those in `seeds/` and below it, and the real ones where
WARPARSE_DOCUMENTS has them; more folders of NAME.txt with NAME.gold.json may be named.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import Final

import numpy as np
from examples import ROOT, Example, fingerprints, make_examples, read_examples
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from warparse.segment.weigh import FOLLOWS, KINDS, PARTS, STATES, Weights, decide, make_weights, pack, unpack
from warparse.testing import FAMILIES

LIVE_HEAD: Final = """\
# How much each piece of evidence speaks for a live blog (above zero) or for one article (below), in thousandths, learnt by
# benchmarks/weights.py from the annotated documents of this project and the real ones; do not edit by hand.
# Evidence in seeds/: """
POST_HEAD: Final = """\
# How much each piece of evidence speaks for a post's beginning with a line of a live blog (above zero) or against it, in thousandths,
# learnt by benchmarks/weights.py from the annotated documents of this project and the real ones; do not edit by hand.
# Evidence in seeds/: """
DATA: Final = ROOT / "src" / "warparse" / "data"
HEAD: Final = """\
# How much each piece of evidence about a line counts for which kind of block and which part (@) of a page, in thousandths, learnt by
# benchmarks/weights.py from the annotated documents of this project and the real ones; do not edit by hand.
# Evidence in seeds/: """
PRIOR: Final = 0.5
"""Variance of a weight before anything is learnt."""
CHOICE: Final = 1.0
"""The same for a choice between yes and no."""
MOVES: Final = 0.3
"""How freely a move from one state to the next may be weighed, beside evidence."""
LEAST: Final = 3
LEAST_WORDS: Final = 6
"""Lines in which a piece of evidence, a word, must stand to be learnt from."""
ROUNDS: Final = 80
SMALLEST: Final = 0.02
"""Weights nearer to zero are not written."""
FORBIDDEN: Final = -1e4
SIZE: Final = len(STATES)


def learn(examples: list[Example]) -> Weights:
    """Learn the weights under which the examples' states are most likely."""
    counts = Counter(mark for example in examples for marks in example.evidence for mark in set(marks))
    kept = sorted(mark for mark, count in counts.items() if count >= (LEAST_WORDS if mark[0] == "“" else LEAST))
    model = Model(examples, kept)
    found = minimize(
        model.loss, np.zeros(model.size), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 6}
    )
    rows, moves = model.split(found.x)
    return make_weights(
        {mark: pack(whole(row)) for mark, row in zip(kept, rows, strict=True) if any(whole(row))},
        tuple(tuple(whole(row)) for row in moves.T),
    )


def whole(row: np.ndarray) -> list[int]:
    """Give weights in thousandths; those nearer to zero than counts are nothing."""
    return [round(float(value) * 1000) if abs(value) >= SMALLEST else 0 for value in row]


def learn_live(examples: list[Example]) -> dict[str, float]:
    """Learn what speaks for a live blog."""
    return learn_choice([(example.told, example.live) for example in examples], least=1)


def learn_starts(examples: list[Example]) -> dict[str, float]:
    """Learn what speaks for a post's beginning."""
    return learn_choice([start for example in examples for start in example.starts], least=LEAST)


def learn_choice(cases: list[tuple[list[str], bool]], least: int) -> dict[str, float]:
    """Learn how much each piece of evidence counts for yes (logistic regression with a Gaussian prior)."""
    counts = Counter(mark for evidence, _ in cases for mark in set(evidence))
    marks = sorted(mark for mark, count in counts.items() if count >= least)
    columns = {mark: number for number, mark in enumerate(marks)}
    found = [sorted({columns[mark] for mark in evidence if mark in columns}) for evidence, _ in cases]
    rows = [number for number, each in enumerate(found) for _ in each]
    cells = (np.ones(len(rows)), (rows, [column for each in found for column in each]))
    matrix = csr_matrix(cells, shape=(len(cases), len(marks)))
    signs = np.array([1.0 if yes else -1.0 for _, yes in cases])

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (matrix @ values)
        slope = -signs / (1 + np.exp(margins))
        return float(
            np.logaddexp(0, -margins).sum() + values @ values / (2 * CHOICE)
        ), matrix.T @ slope + values / CHOICE

    best = minimize(loss, np.zeros(len(marks)), jac=True, method="L-BFGS-B")
    return dict(zip(marks, map(float, best.x), strict=True))


class Model:
    """The likelihood of examples, and its gradient, all documents side by side."""

    def __init__(self, examples: list[Example], kept: list[str]) -> None:
        self.examples = sorted(examples, key=lambda example: -len(example.evidence))
        self.width = len(KINDS) + len(PARTS)
        self.count = len(kept)
        self.size = self.count * self.width + SIZE * SIZE
        columns = {mark: number for number, mark in enumerate(kept)}
        self.spread = np.zeros((self.width, SIZE))
        for number, state in enumerate(STATES):
            self.spread[KINDS.index(state.kind), number] = 1
            self.spread[len(KINDS) + PARTS.index(state.part), number] = 1
        self.free = np.ones((self.count, self.width))
        self.free[[mark[0] == "@" for mark in kept], : len(KINDS)] = 0
        self.allowed = np.full((SIZE, SIZE), FORBIDDEN)
        for state, befores in enumerate(FOLLOWS):
            self.allowed[list(befores), state] = 0
        self.start = np.where([state.part in ("above", "title", "body") for state in STATES], 0.0, FORBIDDEN)
        self._lay_out(columns)

    def _lay_out(self, columns: dict[str, int]) -> None:
        lines, marks, told = [], [], []
        self.order = np.full((len(self.examples[0].evidence), len(self.examples)), -1)
        for number, example in enumerate(self.examples):
            for place, evidence in enumerate(example.evidence):
                found = {columns[mark] for mark in evidence if mark in columns}
                marks += found
                lines += [len(told)] * len(found)
                self.order[place, number] = len(told)
                told.append(example.states[place])
        self.matrix = csr_matrix((np.ones(len(marks)), (lines, marks)), shape=(len(told), self.count))
        self.turned = self.matrix.T.tocsr()
        self.gold = np.zeros((len(told), SIZE))
        self.gold[np.arange(len(told)), told] = 1
        self.gold_moves = np.zeros((SIZE, SIZE))
        for example in self.examples:
            for before, after in zip(example.states, example.states[1:], strict=False):
                self.gold_moves[before, after] += 1
        lengths = np.array([len(example.evidence) for example in self.examples])
        self.active = [int((lengths > place).sum()) for place in range(len(self.order))]

    def split(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the rows of weights, and the moves from state (row) to state (column)."""
        rows = values[: self.count * self.width].reshape(self.count, self.width) * self.free
        return rows, values[self.count * self.width :].reshape(SIZE, SIZE) * MOVES

    def loss(self, values: np.ndarray) -> tuple[float, np.ndarray]:
        """Give how unlikely the examples are under some weights, and the gradient."""
        rows, moves = self.split(values)
        local = self.matrix @ (rows @ self.spread)
        total, marginal, expected = self._sum_paths(local, moves + self.allowed)
        likely = total - (local * self.gold).sum() - (moves * self.gold_moves).sum()
        slope = (self.turned @ (marginal - self.gold)) @ self.spread.T * self.free
        gradient = np.concatenate([slope.ravel(), ((expected - self.gold_moves) * MOVES).ravel()])
        return likely + values @ values / (2 * PRIOR), gradient + values / PRIOR

    def _sum_paths(self, local: np.ndarray, moves: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """Sum over all sequences of states (forward and backward), every document at once."""
        steps = len(self.order)
        forward = [self.start + local[self.order[0]]]
        for place in range(1, steps):
            active = self.active[place]
            reached = log_sum(forward[-1][:active, :, None] + moves[None], 1)
            forward.append(reached + local[self.order[place, :active]])
        backward = [np.zeros((self.active[-1], SIZE))]
        for place in range(steps - 2, -1, -1):
            after = np.zeros((self.active[place], SIZE))
            active = self.active[place + 1]
            ahead = local[self.order[place + 1, :active]] + backward[-1]
            after[:active] = log_sum(moves[None] + ahead[:, None, :], 2)
            backward.append(after)
        backward.reverse()
        totals = log_sum(forward[0] + backward[0], 1)
        marginal, expected = np.zeros_like(local), np.zeros((SIZE, SIZE))
        for place in range(steps):
            active = self.active[place]
            marginal[self.order[place, :active]] = np.exp(forward[place] + backward[place] - totals[:active, None])
            if place + 1 < steps:
                active = self.active[place + 1]
                ahead = local[self.order[place + 1, :active]] + backward[place + 1]
                pairs = forward[place][:active, :, None] + moves[None] + ahead[:, None, :]
                expected += np.exp(pairs - totals[:active, None, None]).sum(0)
        return float(totals.sum()), marginal, expected


def log_sum(values: np.ndarray, axis: int) -> np.ndarray:
    """Give the logarithm of a sum of exponentials along an axis."""
    top = values.max(axis=axis, keepdims=True)
    return (top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis)


def write_choice(head: str, weights: dict[str, float], path: Path) -> None:
    """Write what speaks for a choice, as `data/live_weights.txt` and `data/post_weights.txt` hold it."""
    lines = (f"{mark} | {round(weight * 1000)}" for mark, weight in sorted(weights.items()) if abs(weight) >= SMALLEST)
    path.write_text(f"{head}{fingerprints()[path.stem]}\n" + "\n".join(lines) + "\n", encoding="utf-8")


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights as `data/weights.txt` holds them: evidence, then what it adds for which kind or part."""
    names = (*KINDS, *(f"@{part}" for part in PARTS))
    lines = []
    for mark, row in sorted(weights.rows.items()):
        told = " ".join(f"{name}={value}" for name, value in zip(names, unpack(row, 1), strict=True) if value)
        lines.append(f"{mark}\t{told}")
    for number, row in enumerate(weights.moves):
        befores = ((STATES[before], row[before]) for before in FOLLOWS[number] if row[before])
        told = " ".join(f"{before.part}.{before.kind}={value}" for before, value in befores)
        if told:
            lines.append(f"-> {STATES[number].part}.{STATES[number].kind}\t{told}")
    path.write_text(f"{HEAD}{fingerprints()[path.stem]}\n" + "\n".join(lines) + "\n", encoding="utf-8")


def test_folds(examples: list[Example], folds: int) -> None:
    """Print how many lines get their kind from weights that were learnt without their document."""
    made = make_examples()
    right = total = told = 0
    begun = [0, 0, 0]
    shares = []
    for fold in range(folds):
        others = [example for number, example in enumerate(examples) if number // 2 % folds != fold]
        weights, live, posts = learn([*others, *made]), learn_live([*others, *made]), learn_starts(others)
        for example in (each for number, each in enumerate(examples) if number // 2 % folds == fold):
            found = decide(example.evidence, weights)
            same = sum(STATES[a].kind == STATES[b].kind for a, b in zip(found, example.states, strict=True))
            right, total = right + same, total + len(found)
            shares.append(same / len(found))
            for evidence, begins in example.starts:
                found_one = sum(posts.get(mark, 0.0) for mark in evidence) > 0
                begun = [begun[0] + (begins and found_one), begun[1] + begins, begun[2] + found_one]
            told += (sum(live.get(mark, 0.0) for mark in example.told) > 0) == example.live
    print(
        f"beginnings of posts, those above them given: precision {begun[0] / begun[2]:.3f}, recall {begun[0] / begun[1]:.3f}"
    )
    print(f"live blog or article: {told} of {len(examples)} documents right")
    print(
        f"{len(examples)} documents in {folds} folds: {right} of {total} lines right ({right / total:.4f}), {sum(shares) / len(shares):.4f} a document"
    )


def main() -> None:
    """Learn and write the weights, or test how well they hold on documents not learnt from."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="more folders of NAME.txt with NAME.gold.json")
    parser.add_argument("--folds", type=int, default=0, help="test with this many folds; write nothing")
    parser.add_argument("--to", type=Path, default=DATA, help="the folder to write to")
    arguments = parser.parse_args()
    shared = (ROOT / os.environ.get("WARPARSE_DOCUMENTS", "../shared")).resolve()
    real = [(shared / "seeds", shared / "gold"), (shared / "others", shared / "others" / "gold")]
    own = [(folder, folder) for folder in (ROOT / "seeds", ROOT / "seeds" / "wider")]
    missing = [str(texts) for texts, _ in real if not texts.is_dir()]
    if missing and not arguments.folds:
        parser.error(
            f"there are no documents in {', '.join(missing)}: set WARPARSE_DOCUMENTS to where the real ones are"
        )
    folders = [*own, *(pair for pair in real if pair[0].is_dir())]
    examples = read_examples([*folders, *((folder, folder) for folder in arguments.folders)])
    if arguments.folds:
        test_folds(examples, arguments.folds)
    else:
        made = [*examples, *make_examples()]
        write_weights(learn(made), arguments.to / "weights.txt")
        write_choice(LIVE_HEAD, learn_live(made), arguments.to / "live_weights.txt")
        write_choice(POST_HEAD, learn_starts(examples), arguments.to / "post_weights.txt")
        print(
            f"learnt from {len(examples) // 2} documents, each by itself and in a page, and {len(FAMILIES)} made up: {arguments.to}"
        )


if __name__ == "__main__":
    main()
