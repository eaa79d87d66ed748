"""The encounters that an article has told so far, on which "the talks" and "they" fall back.

Contract: a look-up goes over the last few of them.
"""

from __future__ import annotations

from typing import Final

from attrs import define, field

from warparse_meetings.model import Format, Status

__all__ = ["Memory"]

_FAMILIES: Final = {Format.MEETING: Format.TALKS}
"""Formats that one encounter may be told as."""
_LATELY: Final = 6
"""Encounters that an expression may point back to."""


@define
class Memory:
    """The encounters told so far."""

    told: list[tuple[tuple[str, ...], Format, str | None]] = field(factory=list)
    """Who met, how, and where."""
    groups: set[tuple[str, ...]] = field(factory=set)
    """Those of them that one expression for several told: "EU leaders"."""
    statuses: dict[frozenset[str], Status] = field(factory=dict)
    """Whether they meet, as it was told last of each."""
    ahead: bool = False
    """Whether they stand behind what is read, the nearest last."""

    def recall(
        self,
        *,
        visit: bool = False,
        place: str | None = None,
        number: int = 0,
        form: Format | None = None,
        strict: bool = False,
        without: frozenset[str] = frozenset(),
    ) -> tuple[str, ...]:
        """Give who met last; empty where nothing fits.

        Args:
            visit: whether one visited the other.
            place: where; None for anywhere.
            number: how many they are; 0 for any number from two.
            form: how they met; None for any format.
            strict: whether the place must have been told.
            without: whom they must not be.
        """
        for names, how, where in reversed(self.told[-_LATELY:]):
            if without & set(names):
                continue
            fits = len(names) == number if number else len(names) > 1 or names in self.groups
            unplaced = where is None and not strict and not self.ahead and names is self.told[-1][0]
            here = place is None or where == place or unplaced
            alike = (
                form is None
                or _FAMILIES.get(form, form) == _FAMILIES.get(how, how)
                or (place is not None and where == place)
                or (form is Format.SUMMIT and names is self.told[-1][0] and how is not Format.CALL)
            )
            if (how is Format.VISIT) == visit and fits and here and alike:
                return names
        return ()
