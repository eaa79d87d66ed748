"""Who spoke and who was spoken of, as reading goes on, and how an expression is resolved by it.

Contract: an expression is resolved by what stands before it in its post, then by what the document tells
of names; what nothing resolves stays as it is written, or None for a pronoun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from warparse.segment.references import OWNERS, Known, Reference, Shape
from warparse.segment.titles import Office, find_office, gender_of, is_kindred
from warparse.segment.words import NUMBER, classes, singular

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.segment.names import NameIndex

__all__ = ["Memory"]

_WAITING: Final = 4
"""Passages above a quote in which its speaker may have been told."""
_KEPT: Final = 12
"""People, bodies and descriptions remembered of one post."""
_SUBJECT: Final = 1.6
"""Sentences for which the subject of one is remembered before others that it names."""
_NAMED: Final = 0.3
_INDEFINITE: Final = frozenset(("a", "an", "another", "one", "some", "several", "any", "many", "most", "few"))
_FIRST: Final = frozenset(("president", "prime minister", "chancellor", "premier", "king", "queen", "pope", "leader"))
"""Offices whose holders news text often names without them."""
_BROAD: Final = frozenset(("chief", "representative", "high representative", "leader", "diplomat", "envoy", "head"))
"""Words for offices that have another name too."""
_NEW: Final = _INDEFINITE - {"one"}
_SEVERAL: Final = frozenset("pair duo trio couple".split())
_PERSONAL: Final = frozenset(("he", "she", "him", "her", "himself", "herself"))
_ANYBODY: Final = frozenset("man woman boy girl official politician".split())
"""Nouns by which anybody is called."""
_GENERIC: Final = frozenset(
    "tank agency airline alliance bank bloc body broadcaster carrier channel charity company firm group institute movement network newspaper operator"
    " organisation organization outlet union watchdog".split()
)
"""Nouns by which any institution of its kind is called when its name was just told."""


@define
class Memory:
    """What a reader remembers of a post."""

    index: NameIndex
    """The document's names."""
    former: Memory | None = None
    """What is remembered of the post above, asked only where this one tells nothing."""
    pending: list[tuple[Callable[[], None], Callable[[], None]]] = field(factory=list)
    """Passages read but not yet learned from: how to learn from each, and how to do so in a hurry."""
    hurried: int = 0
    """From how many of them the names were learned."""
    current: Callable[[], None] | None = None
    """How to learn from the part of the present passage that was read."""
    speaker: str | None = None
    """The last speaker."""
    subject: str | None = None
    """The last person whom a sentence was about."""
    focus: str | None = None
    """The later of the two."""
    passing: dict[str, str] = field(factory=dict)
    """Institutions named in passing, by their nouns."""
    people: list[str] = field(factory=list)
    """People named or introduced in the post, the latest last."""
    bodies: list[str] = field(factory=list)
    """Institutions that sentences were about, the latest last."""
    nouns: dict[str, str] = field(factory=dict)
    """Institutions by a noun told beside their names: the rights group Memorial."""
    described: list[str] = field(factory=list)
    """Descriptions of people ("White House official"), the latest last."""
    several: str | None = None
    """The last description of several people."""
    sentence: int = 0
    """Sentences read."""
    weights: dict[str, float] = field(factory=dict)
    """How well each of the people is remembered: the sentence that named them last, and more for its subject."""

    # -- putting off --------------------------------------------------------------------------

    def put_off(self, learn: Callable[[], None], hurry: Callable[[], None]) -> None:
        """Learn from a passage only when somebody asks; when too many are waiting, from the first in a hurry."""
        self.pending.append((learn, hurry))
        if len(self.pending) > _WAITING:
            _, hurry = self.pending.pop(0)
            if self.hurried:
                self.hurried -= 1
            else:
                hurry()

    def refresh(self) -> None:
        """Learn from everything that was put off."""
        pending, self.pending = self.pending, []
        current, self.current = self.current, None
        for learn, _ in pending:
            learn()
        self.hurried = 0
        if current is not None:
            current()
            self.current = current

    def hurry(self) -> None:
        """Learn from everything that was put off only what names show."""
        current, self.current = self.current, None
        for _, hurry in self.pending[self.hurried :]:
            hurry()
        self.hurried = len(self.pending)
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
        if reference.plural:
            self.several = reference.text
        else:
            _remember(self.people, reference.text)
            self.weights[reference.text] = max(self.weights.get(reference.text, 0), self.sentence)
        _remember(self.described, reference.text)

    def mention_body(self, name: str) -> None:
        """Remember an institution that a sentence is about."""
        _remember(self.bodies, name)

    def hear(self, name: str, shape: Shape) -> None:
        """Remember who spoke."""
        self.speaker = self.focus = name
        if shape is Shape.BODY:
            self.mention_body(name)
        elif shape is not Shape.PAPER:
            self.turn_to(name)

    def turn_to(self, name: str) -> None:
        """Remember whom a sentence is about."""
        self.subject = self.focus = name
        _remember(self.people, name)
        self.weights[name] = self.sentence + _SUBJECT

    # -- resolving ----------------------------------------------------------------------------

    def resolve(self, reference: Reference, before: list[Known]) -> str | None:
        """Give the fullest name of whom an expression means.

        Args:
            reference: the expression.
            before: who are subjects earlier in the same sentence, the nearest last.
        """
        if reference.shape is Shape.NAME or (reference.shape is Shape.DESCRIPTION and reference.article in _NEW):
            return reference.text
        if reference.shape is Shape.BODY and not (reference.article or reference.text.islower()):
            return reference.text
        if reference.shape is Shape.PRONOUN:
            if reference.text in _PERSONAL:
                self.hurry()
                found = self._resolve_pronoun(reference.text, before)
                if found:
                    return found
            self.refresh()
            found = self._resolve_pronoun(reference.text, before)
            return found if found or self.former is None else self.former.resolve(reference, [])
        self.refresh()
        if reference.shape is Shape.PAPER:
            return reference.owner or (
                None if reference.article in _INDEFINITE else self.speaker or self.body or self.subject
            )
        if reference.article in OWNERS:
            return self._resolve_owned(reference, before)
        if reference.shape is Shape.BODY:
            return self._resolve_body(reference)
        return self._resolve_description(reference)

    def _recalled(self) -> list[str]:
        """Give the people of this post and the one above, the latest first."""
        return [*reversed(self.people), *(reversed(self.former.people) if self.former else ())]

    @property
    def body(self) -> str | None:
        """The last institution that a sentence was about."""
        return self.bodies[-1] if self.bodies else None

    def _resolve_pronoun(self, word: str, before: list[Known]) -> str | None:
        if word in ("it", "itself"):
            bodies = [name for name, shape, several in before if shape is Shape.BODY and not several]
            return bodies[-1] if bodies else self.body
        if word in ("they", "them"):
            several = [name for name, _, plural in before if plural]
            return several[-1] if several else self.several or self.speaker or self.subject or self.body
        if word not in ("he", "she", "him", "her", "himself", "herself"):
            return None
        wanted = "m" if word in ("he", "him", "himself") else "f"
        for name, shape, plural in reversed(before):
            if shape is not Shape.BODY and not plural and self._may_be(name, wanted):
                return name
        people = sorted(reversed(self.people), key=lambda name: self.weights.get(name, 0), reverse=True)
        return next((name for name in people if self._may_be(name, wanted)), None)

    def _may_be(self, name: str, gender: str) -> bool:
        entity = self.index.by_name.get(name)
        if entity is None:
            return name not in self.bodies and gender_of(name.rpartition(" ")[2]) in ("", gender)
        return entity.gender in ("", gender)

    def _resolve_owned(self, reference: Reference, before: list[Known]) -> str | None:
        """Resolve "its spokesman", "her office": the holder if told, else with whom it belongs to."""
        owner = self.resolve(Reference(Shape.PRONOUN, OWNERS[reference.article]), before)
        if owner is None:
            return reference.text
        mark = "’" if owner.endswith("s") else "’s"
        return f"{owner}{mark} {reference.text}"

    def _resolve_body(self, reference: Reference) -> str | None:
        words = reference.text
        if reference.owner or reference.article not in ("the", "this", "that", ""):
            return words
        if words.islower() or reference.article:
            if reference.noun in self.nouns:
                return self.nouns[reference.noun]
            for body in reversed(self.bodies):
                if body.lower().split()[-1] == reference.noun:
                    return body
            if reference.noun in self.passing:
                return self.passing[reference.noun]
            if reference.noun in _GENERIC and reference.article == "the":
                return next((body for body in reversed(self.bodies) if body in self.index.by_name), words)
        return words

    def _resolve_description(self, reference: Reference) -> str | None:
        words, noun = reference.text, reference.noun
        if reference.article == "one" and reference.plural:
            return self._one_of(words, noun)
        if noun in _SEVERAL:
            return self._resolve_pronoun("they", [])
        if reference.article in _INDEFINITE or (not reference.article and reference.plural):
            return words
        office = find_office(words)
        if office and (office.state or reference.owner):
            holder = self._holder(office) if office.state else None
            return holder or words
        held = self.index.by_role.get(noun, [])
        names = {entity.name for entity in held}
        for name in self._recalled():
            if name in names:
                return name
        for described in reversed(self.described):
            if noun in described.lower().split():
                return described
        if len(names) == 1:
            return held[0].name
        if office:
            holders = self.index.by_office.get((None, office.title), [])
            if len(holders) == 1:
                return holders[0].name
        if len(words.split()) > 2 and (" of " in words or " for " in words or words.split()[0][0].isupper()):
            return words
        if reference.article == "the" and not reference.plural and words == noun and self.subject:
            entity = self.index.by_name.get(self.subject)
            untold = entity is not None and not (entity.offices or entity.roles)
            if noun in _ANYBODY or untold or (entity is not None and is_kindred(noun, entity.roles)):
                return self.subject
        return words

    def _one_of(self, words: str, noun: str) -> str:
        """Give one of several people: "one of the officials" of "two Omani officials"."""
        if not words:
            words = self.several or ""
            noun = words.rpartition(" ")[2].lower()
        several = next((told for told in reversed(self.described) if noun in told.lower().split()), words)
        parts = several.split()
        while len(parts) > 1 and classes().get(parts[0].lower()) == NUMBER:
            parts.pop(0)
        one = [singular(part) if part.lower() == noun else part for part in parts]
        return " ".join(one)

    def _holder(self, office: Office) -> str | None:
        """Find who holds a state's office: whom the document tells, else the latest person who may."""
        holders = self.index.by_office.get((office.state, office.title), [])
        if holders:
            named = [entity.name for entity in holders]
            return next((name for name in self._recalled() if name in named), named[0])
        for name in self._recalled():
            entity = self.index.by_name.get(name)
            if entity is None:
                continue
            if any(
                known.title == office.title if known.state is None else known.state == office.state and office.title in _BROAD
                for known in entity.offices
            ):
                return name
            if office.title in _FIRST and not (entity.offices or entity.roles):
                return name
        return None


def _remember(names: list[str], name: str) -> None:
    if name in names:
        names.remove(name)
    names.append(name)
    del names[:-_KEPT]
