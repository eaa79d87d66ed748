"""Texts written for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["LIVE", "MENUS", "OWN"]

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

OWN: Final = {
    path.stem: path.read_bytes().decode()
    for path in sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
}
"""The project's own documents by name, as they came."""

MENUS: Final = {
    "one word": "Home",
    "few words": "Home\nNews\nSport\nOpinion",
    "bullets": "* Home\n* News\n* Sport\n* Opinion",
    "links": "[Home](/)\n[News](/news)\n[Sport](/sport)",
    "bars": "Home | News | Sport | Opinion",
    "interface": "Skip to main content\nOpen menu\nSearch\nSign in\nSubscribe",
    "all sorts": "Skip to main content\nMenu\nHome\nWorld\nEurope\nAsia\nSport\nSign in\nSubscribe",
}
"""Short menus as they stand above an article."""
