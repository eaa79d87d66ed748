"""One scan of a text for the triggers of all extractors.

Contract: linear in the text, whatever the number of triggers; matches come in order for each extractor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, final

from warparse.lexicon.finder import Finder, fold_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Found", "TriggerScan"]

_ENDING: Final = 24
"""Characters of an ending that a "*" stands for."""


class Found(NamedTuple):
    """A trigger in a text."""

    start: int
    """Where it starts."""
    end: int
    """Where it ends, the ending included that a "*" stands for."""
    trigger: str
    """The trigger as it is declared."""
    extractors: tuple[str, ...]
    """The names of those whom it wakes."""


@final
class TriggerScan:
    """Finds the triggers of any number of extractors; made once, used for any number of texts."""

    def __init__(self, triggers: Mapping[str, Iterable[str]]) -> None:
        """Make the scan of each extractor's triggers, by its name."""
        owners: dict[str, list[str]] = {}
        for name in sorted(triggers):
            for trigger in dict.fromkeys(triggers[name]):
                owners.setdefault(trigger, []).append(name)
        self._triggers = [(trigger, tuple(names)) for trigger, names in owners.items()]
        self._finder = Finder((fold_case(trigger.strip("*")) for trigger in owners), overlapping=True)

    def find(self, text: str) -> list[Found]:
        """Give every trigger in a text, ordered by where it starts.

        >>> scan = TriggerScan({"ships": ["frigate", "sail*"], "money": ["$", "*0eur"]})
        >>> [(found.trigger, found.start) for found in scan.find("Frigates? A frigate sailed for $5 or 10EUR.")]
        [('frigate', 12), ('sail*', 20), ('$', 31), ('*0eur', 38)]
        """
        found = []
        for number, start, end in self._finder.find(fold_case(text)):
            trigger, names = self._triggers[number]
            if trigger[0].isalnum() and start and text[start - 1].isalnum():
                continue
            if trigger[-1].isalnum() and text[end : end + 1].isalnum():
                continue
            found.append(Found(start, _word_end(text, end) if trigger[-1] == "*" else end, trigger, names))
        return sorted(found)


def _word_end(text: str, at: int) -> int:
    limit = min(len(text), at + _ENDING)
    while at < limit and text[at].isalnum():
        at += 1
    return at
