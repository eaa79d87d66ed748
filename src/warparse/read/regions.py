"""Regions of a page that its names call furniture or its styles hide, and those that are none since they hold the article.

Contract: changes nothing of the text, only why its lines are called furniture, and whether they are hidden. Regions stand in each other: where an
outer one is none, an inner one still is. Linear in the lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from warparse.read.flow import Written

__all__ = ["forget_overgrown"]

_OVERGROWN: Final = 0.4
"""Part of a page's words from which a region holds the article, whatever the page calls it."""
_LEADS: Final = 0.8
"""Part of a heading's characters in links from which it leads elsewhere."""
_HIDDEN: Final = "hidden"
_MANY: Final = ("comments", _HIDDEN)
"""Reasons of which a page may have much in many places."""


def forget_overgrown(lines: list[Written]) -> None:
    """Forget that regions are called furniture where one, or all of one reason, hold a good part of the page's words.

    What a page repeats counts once. One that hides so much shows it when its scripts have run; small hidden things and
    comments may be many; regions of teasers, whose headings lead elsewhere, hold no article.
    """
    teasers = _find_teasers(lines)
    told = list({line.text: line for line in reversed(lines)}.values())
    most = _OVERGROWN * sum(len(line.text) for line in told)
    held: dict[int, int] = {}
    for line in told:
        for number, _ in line.place.regions:
            held[number] = held.get(number, 0) + _words(line)
    grown = {number for number, length in held.items() if length > most and number not in teasers}
    of_reason: dict[str, int] = {}
    for line in told:
        counted = (reason for number, reason in line.place.regions if number not in grown and number not in teasers)
        for reason in dict.fromkeys(counted):
            of_reason[reason] = of_reason.get(reason, 0) + _words(line)
    ordinary = {reason for reason, length in of_reason.items() if length <= most or reason in _MANY}
    for line in lines:
        if line.place.regions:
            left = [
                reason
                for number, reason in line.place.regions
                if number not in grown and (reason in ordinary or number in teasers)
            ]
            furniture = next((reason for reason in left if reason != _HIDDEN), "")
            line.place = line.place.within({"furniture": furniture, "hidden": _HIDDEN in left})


def _find_teasers(lines: list[Written]) -> frozenset[int]:
    """Find the regions most of whose headings are links."""
    leading: dict[int, int] = {}
    for line in lines:
        if line.place.heading:
            for number, _ in line.place.regions:
                leading[number] = leading.get(number, 0) + (1 if line.links >= _LEADS else -1)
    return frozenset(number for number, more in leading.items() if more > 0)


def _words(line: Written) -> int:
    """Give the length of a line outside links."""
    return round(len(line.text) * (1 - line.links))
