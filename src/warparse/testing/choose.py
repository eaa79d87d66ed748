"""Choices: the one thing that a document is made of, drawn by Hypothesis or rolled from a seed.

Contract: a maker is a function of a `Chooser` and nothing else, so the same makers give examples that shrink
and fixed sets of documents to measure on. The first option, the least number and "no" are the simplest answers.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Chooser", "Drawn", "Rolled", "made_by"]

T = TypeVar("T")


class Chooser(Protocol):
    """Whoever answers a maker's questions."""

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of the options."""
        ...

    def number(self, least: int, most: int) -> int:
        """Choose a whole number, both ends included."""
        ...

    def flag(self, chance: float) -> bool:
        """Say yes with a chance between 0 and 1."""
        ...

    def several(self, make: Callable[[Chooser], T], least: int, most: int) -> tuple[T, ...]:
        """Make several things, each of choices of its own."""
        ...

    def maybe(self, make: Callable[[Chooser], T], chance: float) -> tuple[T, ...]:
        """Make one thing with a chance, else none."""
        ...

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Choose some of the options, none twice."""
        ...


@cache
def _numbers(least: int, most: int) -> st.SearchStrategy[int]:
    return st.integers(least, most)


class Drawn:
    """Choices drawn inside a composite strategy."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self._draw = draw

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of the options; the first is the simplest."""
        return options[self.number(0, len(options) - 1)]

    def number(self, least: int, most: int) -> int:
        """Choose a whole number; the least is the simplest."""
        return int(self._draw(_numbers(least, most))) if least < most else least

    def flag(self, chance: float) -> bool:
        """Say yes with a chance; no is the simplest."""
        return self.number(0, 99) >= 100 - round(100 * chance)

    def several(self, make: Callable[[Chooser], T], least: int, most: int) -> tuple[T, ...]:
        """Make several things; the fewest are the simplest, and any may be left out."""
        made: list[T] = []
        while len(made) < most and (one := self.maybe(make, 0.75)):
            made += one
        while len(made) < least:
            made.append(self._draw(_made(make)))
        return tuple(made)

    def maybe(self, make: Callable[[Chooser], T], chance: float) -> tuple[T, ...]:
        """Make one thing or none; none is the simplest."""
        found: tuple[T, ...] = self._draw(_one_or_none(make, chance))
        return found

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Choose some of the options one after the other."""
        left = list(options)
        return [left.pop(self.number(0, len(left) - 1)) for _ in range(count)]


class Rolled:
    """Choices rolled from a seed: the same seed gives the same documents."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)  # noqa: S311  nothing is kept secret by it

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of the options, each as likely."""
        return options[self._random.randrange(len(options))]

    def number(self, least: int, most: int) -> int:
        """Choose a whole number, each as likely."""
        return self._random.randint(least, most)

    def flag(self, chance: float) -> bool:
        """Say yes with a chance."""
        return self._random.random() < chance

    def several(self, make: Callable[[Chooser], T], least: int, most: int) -> tuple[T, ...]:
        """Make several things, as many as a roll says."""
        return tuple(make(self) for _ in range(self.number(least, most)))

    def maybe(self, make: Callable[[Chooser], T], chance: float) -> tuple[T, ...]:
        """Make one thing with a chance, else none."""
        return (make(self),) if self.flag(chance) else ()

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Choose some of the options."""
        return self._random.sample(options, count)


def made_by(make: Callable[[Chooser], T]) -> st.SearchStrategy[T]:
    """Make a strategy of a maker."""
    return _made(make)


@st.composite
def _made(draw: Callable[..., Any], make: Callable[[Chooser], T]) -> T:
    return make(Drawn(draw))


@st.composite
def _one_or_none(draw: Callable[..., Any], make: Callable[[Chooser], T], chance: float) -> tuple[T, ...]:
    """Make one or none; the answer stands beside what is made, so that the two are left out together."""
    chooser = Drawn(draw)
    return (make(chooser),) if chooser.flag(chance) else ()
