"""A page's tree to its rendered text, one line for each block-level element, with what the markup tells of each.

Contract: total, deterministic and linear; the tree is walked once, without recursion, and used up: of what was read
only the elements around a line are kept. Lines hold what a reader sees,
white space folded to single spaces, and what is hidden as lines of their own, marked so. Words of `q` get the quotation
marks that a browser shows, whom a block quotation names the dash of a signature. A time or a writer's name beside little else is a line of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field

from warparse.read.entries import Entries
from warparse.read.flow import AUTHOR, GROWN, LINK, TIME, Flow, Place, Written
from warparse.read.markup import Element, Picture
from warparse.read.roles import REASONS, attributes_of, find_landmark, find_role, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bs4 import BeautifulSoup, Tag
    from bs4.element import PageElement


__all__ = ["Walker", "describe"]

_BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup"
    " hr html li main menu nav ol option p picture pre section summary table tbody thead tfoot tr ul".split()
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_IMAGES: Final = frozenset(("img", "amp-img", "amp-anim"))
_SOURCES: Final = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-image", "src")
"""Where lazy images keep their address, the true one first."""
_EMPTY: Final = _IMAGES | frozenset("area br col embed hr input meta param source track wbr".split())
_MEANT: Final = {
    "li": "listed",
    "dd": "listed",
    "dt": "listed",
    "blockquote": "quoted",
    "figcaption": "captioned",
    "figure": "framed",
}
_SIMPLE: Final = {"body": "body", "standfirst": "standfirst", "figure": "framed"}
_FLAGS: Final = {"byline": AUTHOR, "stamp": TIME}
_CELLS: Final = frozenset(("td", "th"))
_LAYOUT: Final = frozenset("table p div h1 h2 h3 h4 ul ol figure article section".split())
"""Elements that make a table one of the page's layout."""
_SMALL: Final = 64
"""Pixels of width up to which an image is an icon or a portrait."""
_ALT_WORDS: Final = 3
"""Fewest words of an alternative text that tells what a picture without a caption shows."""
_PATH: Final = 4
"""Elements of a path."""
_REGIONS: Final = 4
"""Regions of furniture in each other beyond which a further one tells nothing."""
_FAR: Final = 24
"""Elements around a line among which an id is looked for."""


@define
class _Image:
    """A picture while its element is being read."""

    url: str | None = None
    alt: str | None = None
    credit: str | None = None
    captioned: bool = False


@define
class Walker:
    """Walks a tree and fills a flow of lines."""

    entries: Entries
    """The entries of the page's live blog."""
    boxes: frozenset[int] = frozenset()
    """The identities of elements that are a sign-up."""
    flow: Flow = field(factory=Flow)
    """The lines."""
    images: list[_Image] = field(factory=list)
    """The pictures so far."""
    alts: dict[int | None, Written] = field(factory=dict)
    """By picture, the line of the alternative text of one that stands in no figure."""
    source: str | None = None
    """The address of a picture's source, for an image that has none of its own."""

    def walk(self, root: BeautifulSoup | Tag) -> None:
        """Walk all of a tree, and take it apart."""
        from bs4.element import NavigableString, Tag

        from warparse.read.tree import let_go

        say, place = self.flow.say, Place()
        waiting: list[tuple[Iterator[PageElement], Tag, Place]] = [(iter(root.contents), root, place)]
        while waiting:
            children, tag, place = waiting[-1]
            for child in children:
                let_go(child)
                if type(child) is NavigableString:
                    say(child, place)
                elif isinstance(child, Tag):
                    inner = self._enter(child, place)
                    if inner is not None:
                        waiting.append((iter(child.contents), child, inner))
                        break
            else:
                waiting.pop()
                self._leave(tag, place)
                tag.contents = []
        self.flow.end_line()
        self._forget_alts()

    def _forget_alts(self) -> None:
        """Leave out the alternative texts of pictures whose caption came behind them."""
        if not self.alts:
            return
        lines, alts = self.flow.lines, self.alts
        told = {
            line.place.picture
            for line in lines
            if line.place.captioned and not line.place.credited and alts.get(line.place.picture) is not line
        }
        self.flow.lines = [
            line for line in lines if line.place.picture not in told or alts.get(line.place.picture) is not line
        ]

    def pictures(self) -> tuple[Picture, ...]:
        """Give the pictures that the lines name by their index."""
        for line in self.flow.lines:
            if line.credit and line.place.picture is not None:
                self.images[line.place.picture].credit = line.credit
        return tuple(Picture(image.url, image.alt, image.credit) for image in self.images)

    def _enter(self, tag: Tag, place: Place) -> Place | None:
        """Go into an element; None where there is nothing to go into."""
        name, attributes = tag.name, attributes_of(tag)
        if name in _EMPTY:
            self._pass(tag, name, place)
            return None
        changes: dict[str, object] = {}
        if place.breaks:
            changes["breaks"] = False
        if attributes or id(tag) in self.boxes:
            self._name(tag, attributes, place, changes)
        signs = place.quoted and name in ("cite", "footer") and place.joined is None
        if name in _BLOCKS or "breaks" in changes or signs or (name in _CELLS and not place.row):
            self.flow.end_line()
            changes["tag"] = tag
            self._describe(tag, name, attributes, place, changes)
            inner = place.within(changes)
            if signs:
                self.flow.say("— ", inner)
            return inner
        if name == "a" and "href" in attributes:
            changes["flags"] = int(changes.get("flags", place.flags)) | LINK  # type: ignore[call-overload]
        elif name == "time":
            changes["flags"] = place.flags | TIME
            changes["moment"] = attributes.get("datetime") or attributes.get("title")
        inner = place.within(changes) if changes else place
        if name == "q":
            self.flow.say("“", inner)
        elif name in _CELLS:
            self.flow.cell(inner)
        else:
            self.flow.part(inner)
        return inner

    def _pass(self, tag: Tag, name: str, place: Place) -> None:
        """Take an element that holds nothing."""
        if name in _IMAGES:
            self._see(tag, place)
        elif name == "source":
            self.source = _address(attributes_of(tag))
        elif name in ("br", "hr"):
            self.flow.end_line()

    def _leave(self, tag: Tag, place: Place) -> None:
        name = tag.name
        if name == "q":
            self.flow.say("”", place)
        elif place.tag is tag:
            self.flow.end_line()
            if place.frame is tag:
                self._tell_alt(place)

    def _describe(
        self, tag: Tag, name: str, attributes: Mapping[str, str], place: Place, changes: dict[str, object]
    ) -> None:
        """Tell what a block is in its own terms, on top of the elements around it."""
        if name in _HEADINGS:
            changes["heading"] = _HEADINGS[name]
        elif name in _MEANT:
            changes[_MEANT[name]] = True
            if name in ("li", "dd", "dt"):
                changes["listed"] = "entry" not in changes
            elif name == "figcaption" and place.picture is None and self.images:
                changes["picture"] = len(self.images) - 1
        elif name == "tr":
            changes["row"] = not _is_layout(tag)
        elif name == "button":
            self._furnish("interface", place, changes)
        if changes.get("framed"):
            self.images.append(_Image())
            changes.update(picture=len(self.images) - 1, frame=tag)
        landmark = find_landmark(name, attributes)
        if landmark and "entry" not in changes:
            changes["landmark"] = landmark
            if landmark == "article" and place.story is None:
                changes["story"] = tag

    def _name(self, tag: Tag, attributes: Mapping[str, str], place: Place, changes: dict[str, object]) -> None:
        """Take in what an element's own names tell."""
        number = self.entries.of.get(id(tag))
        if number is not None:
            changes.update(
                entry=number, body=True, furniture="", regions=(), landmark="article", listed=False, quoted=False
            )
        role = find_role(attributes) if id(tag) not in self.boxes else "subscription"
        if role == "hidden" or is_hidden(attributes):
            changes.update(hidden=True, breaks=True)
            if not place.hidden:
                changes["regions"] = (*place.regions, (self.flow.open_region(), "hidden"))
        if not role:
            return
        changes["role"] = role
        if role in GROWN and not place.named:
            changes["named"] = self.flow.open_named(role)
        if role in REASONS:
            if number is None and not (place.heading or place.captioned):
                self._furnish(role, place, changes)
        else:
            self._part(tag, role, place, changes)

    def _furnish(self, reason: str, place: Place, changes: dict[str, object]) -> None:
        """Begin a region of furniture, in those around it."""
        if len(place.regions) < _REGIONS:
            changes["furniture"] = place.furniture or reason
            around = changes.get("regions", place.regions)
            changes["regions"] = (*around, (self.flow.open_region(), reason))  # type: ignore[misc]

    def _part(self, tag: Tag, role: str, place: Place, changes: dict[str, object]) -> None:
        """Take in that an element is called a part of an article: a body, a byline, a caption."""
        if role in _SIMPLE:
            changes[_SIMPLE[role]] = True
        elif role in _FLAGS:
            changes["flags"] = place.flags | _FLAGS[role]
        elif role in ("caption", "credit") and (place.framed or self._shown(role)):
            changes.update(captioned=True, credited=role == "credit")
            changes["picture"] = place.picture if place.picture is not None else len(self.images) - 1
        elif role == "post":
            changes.update(quoted=True, joined=tag)

    def _shown(self, role: str) -> bool:
        """Tell whether a caption or a credit outside figures has a picture: any above, or the one captioned right above."""
        if role == "caption":
            return bool(self.images)
        above = self.flow.lines[-1].place if self.flow.lines else None
        return above is not None and above.captioned and above.picture == len(self.images) - 1

    def _see(self, tag: Tag, place: Place) -> None:
        """Read an image: the picture of the figure around it, or one of its own."""
        attributes = attributes_of(tag)
        if place.picture is None or place.captioned:
            self.images.append(_Image())
        image = self.images[place.picture if place.picture is not None and not place.captioned else -1]
        image.url = image.url or _address(attributes) or self.source
        self.source = None
        image.alt = image.alt or " ".join(str(attributes.get("alt") or "").split()) or None
        width = str(attributes.get("width", ""))
        small = width.isdigit() and int(width) <= _SMALL if len(width) < 6 else False
        apart = place.picture is None and not place.flags and not place.hidden and not place.furniture
        if apart and not small and place.landmark in ("", "main", "article") and not place.heading:
            self.flow.end_line()
            before = len(self.flow.lines)
            self._tell_alt(place.within({"picture": len(self.images) - 1, "tag": tag}))
            if len(self.flow.lines) > before:
                self.alts[len(self.images) - 1] = self.flow.lines[-1]

    def _tell_alt(self, place: Place) -> None:
        """Write the alternative text of a picture without a caption: what a reader who can't see it is told."""
        image = self.images[place.picture or 0]
        if self.flow.tells_picture(place.picture) or not image.alt or len(image.alt.split()) < _ALT_WORDS:
            return
        self.flow.say(image.alt, place.within({"captioned": True, "flags": 0}))
        self.flow.end_line()


def _address(attributes: Mapping[str, str]) -> str | None:
    """Give an image's address: the largest of a set, the one behind a placeholder."""
    for name in ("data-srcset", "srcset"):
        told = str(attributes.get(name) or "")
        parts = [part.split() for part in told.split(", ") if part.strip()] if told else []
        sized = [(float(part[1][:-1]), part[0]) for part in parts if len(part) > 1 and _is_size(part[1])]
        if sized:
            return max(sized)[1]
    for name in _SOURCES:
        told = str(attributes.get(name) or "").strip()
        if told and not told.startswith("data:"):
            return told
    return None


def _is_size(text: str) -> bool:
    return text[-1] in "wx" and text[:-1].replace(".", "", 1).isdigit() and text[:-1].isascii()


def _is_layout(row: Tag) -> bool:
    """Tell whether a table's row is one of the page's layout: it holds blocks of its own, or a single cell."""
    cells = [cell for cell in row.contents if getattr(cell, "name", None) in _CELLS]
    inner = (getattr(part, "name", None) for cell in cells for part in getattr(cell, "contents", ()))
    blocks = sum(name in _LAYOUT for name in inner)
    return len(cells) < 2 or blocks > len(cells)


def describe(tag: Tag | None) -> Element:
    """Describe an element: its name, its id, where it stands; None is the script that the words were linked data of."""
    if tag is None:
        return Element("script", None, "script")
    steps: list[str] = []
    own: str | None = None
    at: Tag | None = tag
    for _ in range(_FAR):
        if at is None or at.parent is None or at.name in ("html", "body"):  # which some builders add
            break
        name = str(at.attrs.get("id") or "")
        own = own or (name or None)
        if len(steps) < _PATH:
            classes = str(at.attrs.get("class") or "").split()
            steps.append(at.name + (f"#{name}" if name else "".join([f".{each}" for each in classes[:2]])))
        elif own:
            break
        at = at.parent
    return Element(tag.name, own, ">".join(reversed(steps)), tag.sourceline)
