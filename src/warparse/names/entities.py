"""People and organisations of a document under all their names.

Contract: an entity is filled while the document is indexed (`register`) and read afterwards.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import define, field

from warparse.model import NameKind
from warparse.names.titles import Office
from warparse.span import Span

__all__ = ["Entity", "fold"]

_ENDING: Final = re.compile(r"(?:iy|yi|yy|ii|ij|yj|y|i)$")
_DOUBLED: Final = re.compile(r"(.)\1")
_PREFIX: Final = re.compile(r"^(?:[aeu][lns]|a[dr]|a[sz]h?)[-’']")


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """Give the form under which spellings of one surname are equal.

    >>> fold("Zelenskyy") == fold("Zelensky") == fold("Zelenskiy"), fold("al-Tayeb") == fold("Tayeb")
    (True, True)
    """
    plain = _PREFIX.sub("", word.lower())
    plain = plain.replace("’", "").replace("'", "").replace(".", "").replace("-", "").replace("ё", "e")
    return _DOUBLED.sub(r"\1", _ENDING.sub("y", plain))


@define(eq=False)
class Entity:
    """One person or organisation while the index is built."""

    kind: NameKind
    forms: dict[str, int] = field(factory=dict)
    """Its full names as they are written, and how often."""
    evidence: int = 0
    """What speaks for a person, what speaks against subtracted."""
    offices: dict[Office, int] = field(factory=dict)
    """How often each of its offices is told."""
    roles: set[str] = field(factory=set)
    """Nouns told beside the name, lower case: "spokesman", "nurse"."""
    gender: str = ""
    """"m" or "f" where a title tells; empty if not."""
    mentions: list[Span] = field(factory=list)
    fullest: str = ""

    def add_form(self, name: str) -> None:
        """Count a full name as it is written."""
        self.forms[name] = self.forms.get(name, 0) + 1

    @property
    def told(self) -> int:
        """How often a full name of it is written."""
        return sum(self.forms.values())

    @property
    def office(self) -> Office | None:
        """The office that the document gives most often, a state's before none."""
        return max(
            self.offices,
            key=lambda office: (office.title != "counterpart", self.offices[office], office.state is not None),
            default=None,
        )

    @property
    def name(self) -> str:
        """The fullest form, in the spelling that the document uses most."""
        if self.fullest:
            return self.fullest
        if len(self.forms) == 1:
            return next(iter(self.forms))
        longest = max(len(form.split()) for form in self.forms)
        return max((form for form in self.forms if len(form.split()) == longest), key=lambda form: self.forms[form])
