"""Who spoke and who was spoken of, as reading goes on.

Contract: passages are learned from only when somebody asks, and in order; what a post leaves in memory is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from attrs import define, field

from warparse.speech.references import Reference, Shape

__all__ = ["Memory"]

_WAITING: Final = 4
"""Passages above a quote in which its speaker may have been told."""
_KEPT: Final = 12
"""People, bodies and descriptions remembered of one post."""
_SUBJECT: Final = 1.6
"""Sentences for which the subject of one is remembered before others that it names."""
_NAMED: Final = 0.3
"""The same for a name beside a description."""


@define
class Memory:
    """What a reader remembers of a post."""

    speaker: str | None = None
    """The last speaker."""
    subject: str | None = None
    """The last person whom a sentence was about."""
    focus: str | None = None
    """The later of the two."""
    people: list[str] = field(factory=list)
    """People named or introduced, the latest last."""
    weights: dict[str, float] = field(factory=dict)
    """How well each of them is remembered: the sentence that named them last, and more for its subject."""
    described: list[str] = field(factory=list)
    """Descriptions of people ("White House official"), the latest last."""
    several: str | None = None
    """The last description of several people."""
    bodies: list[str] = field(factory=list)
    """Institutions that sentences were about, the latest last."""
    nouns: dict[str, str] = field(factory=dict)
    """Institutions by a noun told beside their names: the rights group Memorial."""
    passing: dict[str, str] = field(factory=dict)
    """Institutions named in passing, by their nouns."""
    sentence: int = 0
    """Sentences read."""
    current: Callable[[], None] | None = None
    """How to learn from the part of the present passage that was read."""
    _pending: list[tuple[Callable[[], None], Callable[[], None]]] = field(factory=list)
    """Passages not yet learned from: how to learn from each, and how to do so from its names alone."""
    _glanced: int = 0
    """Of how many of them the names were learned."""

    # -- putting off --------------------------------------------------------------------------

    def put_off(self, learn: Callable[[], None], glance: Callable[[], None]) -> None:
        """Learn from a passage only when somebody asks; where too many wait, only the first one's names.

        Args:
            learn: learns from the whole passage.
            glance: learns from its names alone, at a small part of the cost.
        """
        self._pending.append((learn, glance))
        if len(self._pending) > _WAITING:
            _, glance = self._pending.pop(0)
            if self._glanced:
                self._glanced -= 1
            else:
                glance()

    def learn(self) -> None:
        """Learn from everything that was put off."""
        pending, self._pending, self._glanced = self._pending, [], 0
        self._learn_all([learn for learn, _ in pending])

    def glance(self) -> None:
        """Learn from the names of everything that was put off."""
        pending = self._pending[self._glanced :]
        self._glanced = len(self._pending)
        self._learn_all([glance for _, glance in pending])

    def _learn_all(self, pending: list[Callable[[], None]]) -> None:
        current, self.current = self.current, None  # what is asked meanwhile is answered by what was learned so far
        for learn in pending:
            learn()
        if current is not None:
            current()
            self.current = current

    # -- remembering --------------------------------------------------------------------------

    def meet(self, name: str) -> None:
        """Remember a person named."""
        _remember(self.people, name)
        self.weights[name] = max(self.weights.get(name, 0), self.sentence + _NAMED)

    def introduce(self, reference: Reference) -> None:
        """Remember people described."""
        words = reference.text
        if reference.plural:
            self.several = words
        else:
            _remember(self.people, words)
            self.weights[words] = max(self.weights.get(words, 0), self.sentence)
        _remember(self.described, words)

    def turn_to(self, name: str) -> None:
        """Remember whom a sentence is about."""
        self.subject = self.focus = name
        _remember(self.people, name)
        self.weights[name] = self.sentence + _SUBJECT

    def turn_to_body(self, name: str) -> None:
        """Remember which institution a sentence is about."""
        _remember(self.bodies, name)

    def hear(self, name: str, shape: Shape) -> None:
        """Remember who spoke."""
        self.speaker = self.focus = name
        if shape is Shape.BODY:
            self.turn_to_body(name)
        elif shape is not Shape.PAPER:
            self.turn_to(name)

    @property
    def body(self) -> str | None:
        """The last institution that a sentence was about."""
        return self.bodies[-1] if self.bodies else None


def _remember(names: list[str], name: str) -> None:
    if name in names:
        names.remove(name)
    names.append(name)
    del names[:-_KEPT]
