"""Texts written for the tests."""

from __future__ import annotations

from typing import Final

__all__ = ["LIVE"]

LIVE: Final = """\
Ferry talks live: envoys return to the harbour after a night of shelling

Delegations arrive by boat as both sides report losses
Sign up to our newsletter

Envoys say a timetable is near
Jane Doe

The foreign minister, Ada Lind, said on Monday that “nobody leaves this table without a timetable” for the port.

“We have two days, and we need both of them,” she told reporters in the harbour town.
Updated

Shelling reported along the northern coast

The coast guard said on Monday that three boats had been hit overnight, and that nobody was on board.
"""
"""A small live blog: a title, a standfirst, a plea, two posts with headings."""
