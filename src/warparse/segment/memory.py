"""Who spoke and who was spoken of, as reading goes on, and how a reference is resolved by it.

Contract: a reference is resolved only by what stands before it; what nothing resolves stays as it is
written, or None for a pronoun.
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import define, field

from warparse.segment.names import NameIndex
from warparse.segment.references import Reference, Shape
from warparse.segment.titles import Office, find_office

__all__ = ["Memory"]

_ARTICLE: Final = regex.compile(r"^(?:the|an?|one|another|his|her|their|several|some|two|three)\s+", regex.IGNORECASE)
_KEPT: Final = 12
"""People and descriptions remembered of one post."""


@define
class Memory:
    """What a reader remembers of a post."""

    index: NameIndex
    """The document's names."""
    speaker: str | None = None
    """The last speaker."""
    subject: str | None = None
    """The last person whom a sentence was about."""
    bodies: list[str] = field(factory=list)
    """Institutions that sentences were about, the latest last."""
    people: list[str] = field(factory=list)
    """People named in the post, the latest last."""
    described: list[str] = field(factory=list)
    """People introduced by a description ("a White House official"), the latest last."""

    def meet(self, name: str) -> None:
        """Remember a person named."""
        if name in self.people:
            self.people.remove(name)
        self.people.append(name)
        del self.people[:-_KEPT]

    def introduce(self, words: str) -> None:
        """Remember a person described."""
        self.described.append(_ARTICLE.sub("", words))
        del self.described[:-_KEPT]

    def resolve(self, reference: Reference, before: list[str]) -> str | None:
        """Give the fullest name of whom a reference means.

        Args:
            reference: the expression.
            before: people who are subjects earlier in the same sentence, the nearest last.
        """
        if reference.shape is Shape.NAME:
            return reference.text
        if reference.shape is Shape.PRONOUN:
            if reference.text == "it":
                return self.body
            if reference.text == "they":
                return self.speaker or self.subject or self.body
            return before[-1] if before else self.subject or self.speaker
        if reference.shape is Shape.PAPER:
            return self.speaker or self.body or self.subject
        if reference.shape is Shape.BODY:
            words = _ARTICLE.sub("", reference.text)
            noun = words.lower().split()[-1]
            same = (body for body in reversed(self.bodies) if body.lower().split()[-1] == noun)
            return next(same, words) if words.islower() else words
        return self._resolve_description(reference)

    @property
    def body(self) -> str | None:
        """The last institution that a sentence was about."""
        return self.bodies[-1] if self.bodies else None

    def mention_body(self, name: str) -> None:
        """Remember an institution that a sentence is about."""
        if name in self.bodies:
            self.bodies.remove(name)
        self.bodies.append(name)
        del self.bodies[:-_KEPT]

    def _resolve_description(self, reference: Reference) -> str | None:
        words = _ARTICLE.sub("", reference.text)
        if not reference.definite:
            return words
        noun = words.split()[-1].lower()
        office = find_office(words)
        if office and office.state:
            holder = self._holder(office)
            return holder or words
        for described in reversed(self.described):
            if noun in described.lower().split():
                return described
        if office:
            for name in (self.speaker, *reversed(self.people)):
                if name and self._holds(name, office, surely=True):
                    return name
            holders = self.index.by_office.get((None, office.title), [])
            if len(holders) == 1:
                return holders[0].name
        if len(words.split()) > 2 and (" of " in words or " for " in words or words.split()[0][0].isupper()):
            return words
        return self.speaker or self.subject or words

    def _holder(self, office: Office) -> str | None:
        """Find who holds a state's office: told so in the document, else the latest person of whom nothing else is told."""
        holders = self.index.by_office.get((office.state, office.title), [])
        if holders:
            named = [entity.name for entity in holders]
            return next((name for name in reversed(self.people) if name in named), named[0])
        for name in reversed(self.people):
            if self._holds(name, office, surely=False):
                return name
        return None

    def _holds(self, name: str, office: Office, *, surely: bool) -> bool:
        entity = next((entity for entity in self.index.find_all(name) if entity.name == name), None)
        if entity is None:
            return False
        same = [
            known
            for known in entity.offices
            if known.title == office.title
            and (known.state is None or office.state is None or known.state == office.state)
        ]
        return bool(same) if surely else bool(same) or not entity.offices
