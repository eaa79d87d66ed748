"""Whom an expression means, by what is remembered.

Contract: an expression is resolved by what stands before it in its post, then by what the document tells
of names, then by the post above; what nothing resolves stays as it is written, or None for a pronoun.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from warparse.lexicon.nations import find_state
from warparse.lexicon.words import NUMBER, PEOPLE, classes, nouns, singular
from warparse.names.index import NameIndex
from warparse.names.titles import Office, find_office, gender_of, is_kindred
from warparse.speech.memory import Memory
from warparse.speech.references import OWNERS, Known, Reference, Shape

__all__ = ["Recall"]

_NEW: Final = frozenset(("a", "an", "another", "some", "several", "any", "many", "most", "few"))
"""Articles of what is introduced."""
_HE: Final = frozenset(("he", "him", "himself"))
_SHE: Final = frozenset(("she", "her", "herself"))
_IT: Final = frozenset(("it", "itself"))
_THEY: Final = frozenset(("they", "them"))
_FIRST: Final = frozenset(("president", "prime minister", "chancellor", "premier", "king", "queen", "pope", "leader"))
"""Offices whose holders news text often names without them."""
_BROAD: Final = frozenset(("chief", "representative", "high representative", "leader", "diplomat", "envoy", "head"))
"""Words for offices that have another name too."""
_TOGETHER: Final = frozenset("pair duo trio couple".split())
_ANYBODY: Final = frozenset("man woman boy girl official politician".split())
"""Nouns by which anybody is called."""
_GENERIC: Final = frozenset(
    "tank agency airline alliance bank bloc body broadcaster carrier channel charity company firm group institute movement network newspaper operator"
    " organisation organization outlet union watchdog".split()
)
"""Nouns by which any institution of its kind is called when its name was just told."""
_NOBODYS: Final = frozenset(
    "agreement banner bill book constitution contract deal document draft law leaflet manual novel poem poster protocol resolution song text treaty".split()
)
"""What no single person says."""
_FORMER: Final = re.compile(r"(?:[Ff]ormer\s|[Ee]x-)")
_LIVED: Final = re.compile(r"-year-old\b|-born\b|\b(?:former|retired|veteran)\b|\bex-")
"""What tells of somebody's life in a description of them."""


@define
class Recall(Memory):
    """What a reader remembers of a post, and whom expressions mean by it."""

    index: NameIndex = field(kw_only=True)
    """The document's names."""
    former: Recall | None = field(default=None, kw_only=True)
    """What is remembered of the post above, asked only where this one tells nothing."""

    def resolve(self, reference: Reference, before: list[Known]) -> str | None:
        """Give the fullest name of whom an expression means.

        Args:
            reference: the expression.
            before: who are subjects earlier in the same sentence, the likeliest last.
        """
        shape, article = reference.shape, reference.article
        if shape is Shape.NAME or (shape is Shape.DESCRIPTION and article in _NEW):
            return reference.text
        if shape is Shape.BODY and not article and not reference.text.islower():
            return reference.text
        if shape is Shape.PRONOUN:
            return self._resolve_pronoun(reference, before)
        if shape is Shape.PAPER:
            return reference.owner or self._find_issuer(article, reference.noun)
        if article in OWNERS:
            return self._resolve_owned(reference, before)
        return self._resolve_body(reference) if shape is Shape.BODY else self._resolve_description(reference, before)

    def _find_issuer(self, article: str, noun: str) -> str | None:
        """Give whose "the statement" is; "a statement" is anybody's."""
        if article in _NEW or article == "one" or noun in _NOBODYS:
            return None
        self.learn()
        return self.speaker or self.body or self.subject

    def _recalled(self) -> list[str]:
        """Give the people of this post and the one above, the latest first."""
        return [*reversed(self.people), *(reversed(self.former.people) if self.former else ())]

    # -- pronouns -----------------------------------------------------------------------------

    def _resolve_pronoun(self, reference: Reference, before: list[Known]) -> str | None:
        word = reference.text
        found = None
        if word in _HE or word in _SHE:
            gender = "m" if word in _HE else "f"
            self.glance()
            found = self._find_person(gender, before)
            if found is None:
                self.learn()
                found = self._find_person(gender, before)
        elif word in _IT or word in _THEY:
            self.learn()
            found = self._find_it(before) if word in _IT else self._find_them(before)
        else:
            return None
        return found if found or self.former is None else self.former.resolve(reference, [])

    def _find_person(self, gender: str, before: list[Known]) -> str | None:
        for known in reversed(before):
            if known.shape is not Shape.BODY and not known.plural and self._may_be(known.name, gender):
                return known.name
        order = sorted(enumerate(self.people), key=lambda person: (self.weights.get(person[1], 0), person[0]))
        return next((name for _, name in reversed(order) if self._may_be(name, gender)), None)

    def _may_be(self, name: str, gender: str) -> bool:
        entity = self.index.by_name.get(name)
        if entity is None:
            return name not in self.bodies and gender_of(name.rpartition(" ")[2]) in ("", gender)
        return entity.gender in ("", gender)

    def _find_it(self, before: list[Known]) -> str | None:
        bodies = [known.name for known in before if known.shape is Shape.BODY and not known.plural]
        return bodies[-1] if bodies else self.body

    def _find_them(self, before: list[Known]) -> str | None:
        several = [known.name for known in before if known.plural]
        return several[-1] if several else self.several or self.speaker or self.subject or self.body

    # -- institutions -------------------------------------------------------------------------

    def _resolve_owned(self, reference: Reference, before: list[Known]) -> str | None:
        """Resolve "its spokesman", "her office": with whom they belong to."""
        owner = self._resolve_pronoun(Reference(Shape.PRONOUN, OWNERS[reference.article]), before)
        if owner is None:
            return reference.text
        mark = "’" if owner.endswith("s") else "’s"
        return f"{owner}{mark} {reference.text}"

    def _resolve_body(self, reference: Reference) -> str:
        """Resolve "the ministry": the one of that noun told last, else any that it may call."""
        words, noun = reference.text, reference.noun
        if reference.owner or not words.islower():
            return words
        self.learn()
        same = (body for body in reversed(self.bodies) if body.lower().split()[-1] == noun)
        found = self.nouns.get(noun) or next(same, None) or self.passing.get(noun)
        if found is None and noun in _GENERIC and reference.article == "the":
            found = next((body for body in reversed(self.bodies) if body[0].isupper() and not find_state(body)), None)
        return found or words

    # -- descriptions -------------------------------------------------------------------------

    def _resolve_description(self, reference: Reference, before: list[Known]) -> str | None:
        words, noun = reference.text, reference.noun
        if noun in _TOGETHER:
            self.learn()
            return self._find_them([])
        if reference.article == "one":
            self.learn()
            return self._one_of(words, noun, before) if reference.plural else words
        if not reference.article and reference.plural:
            return words
        office = None if _FORMER.match(words) else find_office(words)
        if office and (office.state or reference.owner):
            return (self._find_holder(office) if office.state else None) or words
        self.learn()
        found = self._find_told(words, noun, office)
        if found is not None:
            return found
        definite = reference.article == "the" and not reference.plural and not reference.owner
        if definite and self._means_subject(words, noun):
            return self.subject
        return words

    def _find_told(self, words: str, noun: str, office: Office | None) -> str | None:
        """Find whom a noun was told of: the latest person, else a description, else the only one of the document."""
        if _FORMER.match(words):
            return next((told for told in reversed(self.described) if words in told), None)
        portfolio = office is not None and " " in office.title
        held = (
            self.index.by_office.get((None, office.title), [])
            if office and portfolio
            else self.index.by_role.get(noun, [])
        )
        names = {entity.name for entity in held}
        for name in self._recalled():
            if name in names:
                return name
        own = set(words.lower().split())
        for described in reversed(self.described):
            if own.issubset(described.lower().split()):
                return described
        if not names and office:
            names = {entity.name for entity in self.index.by_office.get((None, office.title), [])}
        return names.pop() if len(names) == 1 else None

    def _means_subject(self, words: str, noun: str) -> bool:
        """Tell whether a noun, bare or with what tells of a life, may mean the last person whom a sentence was about."""
        entity = self.index.by_name.get(self.subject) if self.subject else None
        if entity is None:
            return words == noun in _ANYBODY and self.subject is not None
        if words != noun or noun[0].isdigit():
            return bool(_LIVED.search(words)) or (not entity.offices and find_office(words) is not None)
        return noun in _ANYBODY or not (entity.offices or entity.roles) or is_kindred(noun, entity.roles)

    def _one_of(self, words: str, noun: str, before: list[Known]) -> str:
        """Give one of several people: "one of the officials" of "two Omani officials"."""
        several = words or next((known.name for known in reversed(before) if known.plural), self.several) or ""
        if words:
            several = next((told for told in reversed(self.described) if noun in told.lower().split()), words)
        parts = several.split()
        while len(parts) > 1 and classes().get(parts[0].lower()) == NUMBER:
            parts.pop(0)
        head = next((at for at, part in enumerate(parts) if nouns().get(part.lower()) == PEOPLE), len(parts) - 1)
        return " ".join(singular(part) if at == head else part for at, part in enumerate(parts))

    def _find_holder(self, office: Office) -> str | None:
        """Find who holds a state's office: whom the document tells, else the latest person who may."""
        holders = [entity.name for entity in self.index.by_office.get((office.state, office.title), [])]
        if len(holders) == 1:
            return holders[0]
        self.learn()
        if holders:
            return next((name for name in self._recalled() if name in holders), holders[0])
        return next((name for name in self._recalled() if self._may_hold(name, office)), None)

    def _may_hold(self, name: str, office: Office) -> bool:
        entity = self.index.by_name.get(name)
        if entity is None or self.index.led.get(name, office.state) != office.state:
            return False
        if office.title in _FIRST and not (entity.offices or entity.roles):
            return True
        return any(_is_called(known, office) for known in entity.offices)


def _is_called(known: Office, office: Office) -> bool:
    """Tell whether a known office may be called by another name: "defence minister" is "minister", an envoy "diplomat"."""
    if known.state is None:
        return known.title == office.title
    if known.state != office.state:
        return False
    return office.title in _BROAD or known.title.endswith(f" {office.title}")
