"""Choices: the one thing that a document is made of, drawn by Hypothesis or rolled from a seed.

Contract: a maker is a function of a `Chooser` and nothing else, so the same makers give examples that shrink
and fixed sets of documents to measure on. The first option, the least number and "no" are the simplest answers.
"""

from __future__ import annotations

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

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Choose some of the options, none twice."""
        ...


class Drawn:
    """Choices drawn inside a composite strategy."""

    def __init__(self, draw: Callable[..., Any]) -> None:
        self._draw = draw

    def pick(self, options: Sequence[T]) -> T:
        """Choose one of the options; the first is the simplest."""
        chosen: T = self._draw(st.sampled_from(options))
        return chosen

    def number(self, least: int, most: int) -> int:
        """Choose a whole number; the least is the simplest."""
        return int(self._draw(st.integers(least, most)))

    def flag(self, chance: float) -> bool:
        """Say yes with a chance; no is the simplest."""
        return self.number(0, 99) >= 100 - round(100 * chance)

    def several(self, make: Callable[[Chooser], T], least: int, most: int) -> tuple[T, ...]:
        """Make several things; the fewest are the simplest, and any may be left out."""
        return tuple(self._draw(st.lists(made_by(make), min_size=least, max_size=most)))

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Choose some of the options by their places."""
        places = st.lists(st.integers(0, len(options) - 1), min_size=count, max_size=count, unique=True)
        return [options[place] for place in self._draw(places)]


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

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """Choose some of the options."""
        return self._random.sample(options, count)


def made_by(make: Callable[[Chooser], T]) -> st.SearchStrategy[T]:
    """Make a strategy of a maker."""

    @st.composite
    def made(draw: Callable[..., Any]) -> T:
        return make(Drawn(draw))

    return made()
