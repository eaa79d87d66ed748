"""Words in the order of a page to its lines: white space folded, times and names beside little else set apart.

Contract: every character that is said other than white space stands in a line, once, in order, but bars and dots that
only divided what is set apart; nothing is added but spaces and the bars between the cells of a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import define, field

if TYPE_CHECKING:
    from bs4 import Tag

__all__ = ["AUTHOR", "GROWN", "LINK", "TIME", "Flow", "Place", "Written"]

LINK: Final = 1
"""Words in a link."""
TIME: Final = 2
"""Words of a time."""
AUTHOR: Final = 4
"""Words of a writer's name."""
GROWN: Final = {"byline": 400, "stamp": 200, "caption": 1500, "credit": 300, "standfirst": 1500}
"""Characters from which an element is not what its name says: it holds more than a byline, a time, a caption has."""
_MARKED: Final = TIME | AUTHOR
_APART: Final = 24
"""Words of a line up to which a time or a name in it is set apart."""
_SENTENCE: Final = re.compile(r"[a-z0-9)”\"’][.!?…](?:\s|$)")
_BETWEEN: Final = " \t\r\n,&·•|/–—:-()"
_DIVIDERS: Final = " |·•"
_CLOCK: Final = re.compile(r"\d|\bago\b|\bnow\b|\byesterday\b|\btoday\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?", re.IGNORECASE)
"""An hour and a minute alone, which head an entry where they are set as a heading."""
_HOUR: Final = 16
_NAME: Final = 6
"""Words of the longest name."""
_LEADS: Final = frozenset(
    "by updated published posted modified edited last at on from and with first date written reported | reporting".split()
)
"""Words that belong to the time or the name behind them."""
_PROSE: Final = frozenset("p li h1 h2 h3 h4 h5 h6 blockquote figcaption td th dd dt".split())
"""Elements in which inline elements without a space between them are one word."""


class Place:
    """Where words stand: what the elements around them are."""

    flags: int = 0
    heading: int = 0
    landmark: str = ""
    furniture: str = ""
    regions: tuple[tuple[int, str], ...] = ()
    """The regions around the words that the page calls furniture, from the outermost: the number of each, and its reason."""
    named: int = 0
    """Which of the elements that are called a byline, a time, a caption the words stand in; 0 for none."""
    role: str = ""
    """What the innermost element's own names say."""
    listed: bool = False
    quoted: bool = False
    joined: Tag | None = None
    """The embedded post around the words: all its lines are one."""
    captioned: bool = False
    credited: bool = False
    framed: bool = False
    frame: Tag | None = None
    """The figure around the words."""
    row: bool = False
    story: Tag | None = None
    """The outermost article element around the words."""
    hidden: bool = False
    breaks: bool = False
    """Whether the inline element stands on lines of its own."""
    standfirst: bool = False
    body: bool = False
    entry: int | None = None
    picture: int | None = None
    moment: str | None = None
    tag: Tag | None = None

    def within(self, changes: dict[str, object]) -> Place:
        """Give the place inside one more element."""
        inner = Place.__new__(Place)
        inner.__dict__.update(self.__dict__)
        inner.__dict__["role"] = ""
        inner.__dict__.update(changes)
        return inner


@define
class Written:
    """A line as it was written: its words and where they stand."""

    text: str
    """Its words."""
    place: Place
    """Where the first of them stand."""
    links: float = 0.0
    """The part of its characters that stand in links."""
    time: bool = False
    """Whether all of it is a time."""
    author: bool = False
    """Whether all of it names writers."""
    moment: str | None = None
    """The machine-readable form of a time in it; None if there is none."""
    credit: str = ""
    """Its words that the page calls a credit."""
    paragraph: bool = False
    """Whether its element is a paragraph by another name."""


@define
class Flow:
    """The lines of a page while they are being written."""

    lines: list[Written] = field(factory=list)
    """The lines so far."""
    regions: int = 0
    """How many regions of furniture were begun."""
    named: list[str] = field(factory=list)
    """The role of each element that is called a byline, a time, a caption."""
    parts: list[tuple[str, Place]] = field(factory=list)
    """What stands on the line that is being written."""
    told: set[int] = field(factory=set)
    """Pictures that a line tells of."""

    def open_region(self) -> int:
        """Begin a region that the page calls furniture; give its number."""
        self.regions += 1
        return self.regions

    def open_named(self, role: str) -> int:
        """Begin an element that is called a byline, a time, a caption; give its number, the first being 1."""
        self.named.append(role)
        return len(self.named)

    def forget_grown(self) -> None:
        """Forget what elements are called that hold more than such elements do."""
        held = [0] * (len(self.named) + 1)
        for line in self.lines:
            held[line.place.named] += len(line.text)
        grown = {number for number, role in enumerate(self.named, 1) if held[number] > GROWN[role]}
        for line in self.lines:
            if line.place.named in grown:
                line.time = line.author = False
                captioned = line.place.captioned and line.place.frame is not None
                line.place = line.place.within({"captioned": captioned, "standfirst": False})

    def say(self, text: str, place: Place) -> None:
        """Take in some words."""
        self.parts.append((text, place))

    def part(self, place: Place) -> None:
        """Begin an inline element: outside prose it stands apart from the one before it."""
        if self.parts and not self.parts[-1][0][-1:].isspace():
            tag = place.tag
            if place.credited or place.flags & _MARKED or tag is None or tag.name not in _PROSE:
                self.parts.append((" ", place))

    def cell(self, place: Place) -> None:
        """Begin a cell of a table's row."""
        if any(text.strip() for text, _ in self.parts):
            self.parts.append((" | ", place))

    def tells_picture(self, number: int | None) -> bool:
        """Tell whether a line tells of a picture."""
        return number in self.told

    def end_line(self) -> None:
        """End the line, if anything stands on it."""
        if not self.parts:
            return
        parts, self.parts = self.parts, []
        if not any(text and not text.isspace() for text, _ in parts):
            return
        flags = 0
        for _, place in parts:
            flags |= place.flags
        for group in _set_apart(parts) if flags & _MARKED and len(parts) > 1 and not _lists(parts) else [parts]:
            self._write(group, flags)

    def _write(self, parts: list[tuple[str, Place]], flags: int) -> None:
        text = " ".join("".join([said for said, _ in parts]).split())
        if not text:
            return
        place = next(place for said, place in parts if said and not said.isspace())
        if place.joined is not None and self.lines and self.lines[-1].place.joined is place.joined:
            self.lines[-1].text += f" {text}"
            return
        line = Written(text, place)
        if flags & LINK:
            line.links = _share(parts, LINK)
        if flags & _MARKED:
            words = text.count(" ") + 1
            line.time = bool(flags & TIME) and words <= _APART and bool(_CLOCK.search(text)) and _tells(parts, TIME)
            dated = words <= _NAME and any(map(str.isdigit, text))  # a day or a count, and no name
            named = bool(flags & AUTHOR) and not (line.time or dated)
            line.author = named and words <= 2 * _APART and _tells(parts, AUTHOR)
            line.moment = next((inner.moment for _, inner in parts if inner.moment), None)
        if place.heading > 1 and len(text) <= _HOUR and _ALONE.fullmatch(text):
            line.time = True
        if place.captioned:
            line.credit = " ".join("".join([said for said, inner in parts if inner.credited]).split())
            if place.picture is not None:
                self.told.add(place.picture)
        self.lines.append(line)


def _share(parts: list[tuple[str, Place]], flag: int) -> float:
    whole = own = 0
    for text, place in parts:
        length = len(text.strip())
        whole += length
        own += length if place.flags & flag else 0
    return own / whole if whole else 0.0


def _tells(parts: list[tuple[str, Place]], flag: int) -> bool:
    """Tell whether a line is all of one kind: what is not are only words that lead to it."""
    return _only_leads("".join([text for text, place in parts if not place.flags & flag]))


def _lists(parts: list[tuple[str, Place]]) -> bool:
    """Tell whether a line is one of a list of links, with the time of what it leads to; an entry's links lead to itself."""
    said = [place for text, place in parts if any(map(str.isalnum, text))]
    return all(place.flags & LINK and not place.flags & AUTHOR and place.entry is None for place in said)


def _set_apart(parts: list[tuple[str, Place]]) -> list[list[tuple[str, Place]]]:
    """Set times and names apart from the words beside them, unless they stand in prose; marks that divided them go."""
    plain = "".join([text for text, place in parts if not place.flags & _MARKED])
    if sum(len(text.split()) for text, _ in parts) > _APART or _SENTENCE.search(plain):
        return [parts]
    groups: list[list[tuple[str, Place]]] = [[]]
    kind = -1
    for said, place in parts:
        own = TIME if place.flags & TIME else place.flags & AUTHOR
        if any(map(str.isalnum, said)):
            if kind >= 0 and own != kind and not (kind == 0 and _only_leads(_text_of(groups[-1]))):
                groups.append([])
            kind = own
        groups[-1].append((said, place))
    return [_undivided(group) for group in groups] if len(groups) > 1 else groups


def _undivided(group: list[tuple[str, Place]]) -> list[tuple[str, Place]]:
    """Take the bars and dots away that divided a group from its neighbours."""
    while group and not group[-1][0].strip(_DIVIDERS):
        group.pop()
    if group:
        group[-1] = (group[-1][0].rstrip(_DIVIDERS), group[-1][1])
    return group


def _text_of(group: list[tuple[str, Place]]) -> str:
    return "".join([text for text, _ in group])


def _only_leads(text: str) -> bool:
    """Tell whether words only lead to a time or a name: "Updated at", "By", marks."""
    rest = text.rstrip(_BETWEEN)
    while rest:
        head, _, word = rest.rpartition(" ")
        if word.strip(_BETWEEN).lower() not in _LEADS:
            return False
        rest = head.rstrip(_BETWEEN)
    return True
