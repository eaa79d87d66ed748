"""What a page's markup makes of its lines: kinds that are sure, places that are, and what is left for the weigher.

Contract: `find_known` gives for each line the states that the markup leaves open, and the label of those that it makes sure;
None where it tells nothing. Without hints nothing is known, and nothing of the way of texts changes. Linear.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.model import Reason
from warparse.segment.looks import Look, shape_of
from warparse.segment.weigh import PARTS, STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.read.markup import Hint
    from warparse.read.offsets import OffsetMap
    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrase

__all__ = ["Known", "Markup", "find_known", "look_by"]

_PROSE: Final = ("prose", "colon", "sentence", "question")
_UNENDED: Final = ("headline", "fragment")
_SENTENCE: Final = 12
"""Words from which a paragraph's element is one though no sentence ends in it."""
_TRAILS: Final = ("stamp", "updated", "byline", "contribution", "biography")
_LINKED: Final = 0.8
"""Part of a line's characters in links from which it leads elsewhere."""
_BODY: Final = ("body",)
_BEFORE: Final = ("above", "title", "under")
_UNDER: Final = frozenset("standfirst byline timestamp caption noise".split())
"""Kinds that stand under a headline rather than in the body, where the markup shows where that begins."""
_HEAD: Final = frozenset("title standfirst byline timestamp".split())
"""Kinds that belong to the headline; a picture below the last of them belongs to the body."""
_MENU: Final = 0.5
"""Part of a site header's characters in links from which it is a menu."""
_FORM: Final = "interface"
_APART: Final = frozenset(("nav", "aside", "footer", "form"))
_TEXT: Final = frozenset(("main", "article", "header"))
"""Landmarks in which items below the headline are the article's."""
_LEAVES: Final = frozenset(("p", "div", "script"))
"""Elements of a body whose lines are paragraphs where they read like prose; `script` is linked data's text."""
_LONG: Final = 20
"""Words from which a line of the body's markup is its text, if it has no publisher's phrase in it."""


class Known(NamedTuple):
    """What the markup tells of one line."""

    states: tuple[int, ...]
    """Numbers of the states in `STATES` that it leaves open."""
    rule: str = ""
    """The id of the rule that makes its kind sure; empty where several are open."""
    evidence: str = ""
    """What in the markup told."""
    reason: Reason | None = None
    """Why it is noise, if it is and its own words don't tell."""


class _Sure(NamedTuple):
    """A label that the markup makes sure, or the kinds that it leaves."""

    kinds: tuple[str, ...]
    rule: str = ""
    evidence: str = ""
    reason: str = ""


_TITLE: Final = _Sure(("title",), "markup.title", "h1")


class Markup:
    """The hints of a page, by the places of its lines in the mended text."""

    def __init__(self, hints: Sequence[Hint], offsets: OffsetMap) -> None:
        """Take the hints of a page and the map of its mended text."""
        self._hints = hints
        self._starts = [offsets.to_mended(hint.start) for hint in hints]

    def of(self, start: int) -> Hint | None:
        """Give the hint of the line that holds an offset."""
        at = bisect_right(self._starts, start) - 1
        return self._hints[at] if at >= 0 else None

    def whole(self) -> frozenset[int]:
        """Give where the lines start that are one thing, whatever a scraper's text would make of them."""
        return frozenset(
            start
            for start, hint in zip(self._starts, self._hints, strict=True)
            if hint.heading
            or hint.quoted
            or hint.captioned
            or hint.time
            or hint.author
            or hint.row
            or hint.body
            or hint.furniture
            or hint.hidden
            or hint.landmark in _APART
        )


def look_by(line: Line, hint: Hint, phrases: list[Phrase]) -> Look | None:
    """Tell how a line looks by its markup, where no detector need look at its words; None where one must."""
    if hint.furniture or hint.landmark == "nav":
        return Look("furniture-line")
    if hint.landmark in _APART and not hint.quoted:
        return None
    if hint.captioned:
        return Look("credit")
    if hint.author and not hint.time:
        return Look("byline")
    if hint.quoted:
        return Look("quoted")
    long = hint.body and line.words >= _LONG and hint.links < _LINKED and not phrases
    return Look(shape_of(line)) if long or hint.hidden or hint.heading or hint.row else None


def find_known(lines: Sequence[Line], looks: Sequence[Look], hints: Sequence[Hint | None]) -> list[Known | None]:
    """Tell what the markup makes of each line.

    Args:
        lines: the lines.
        looks: how each looks by itself.
        hints: what the markup tells of each.
    """
    title = _find_title(hints)
    first, last = _find_body(looks, hints, title)
    told = [
        None
        if hint is None
        else _TITLE
        if index == title
        else _judge(line, look, hint, _Where(index > title >= 0, index >= first >= 0, 0 <= first <= last < index))
        for index, (line, look, hint) in enumerate(zip(lines, looks, hints, strict=True))
    ]
    headed = max(
        (index for index, sure in enumerate(told[: max(first, 0)]) if sure and sure.kinds[0] in _HEAD), default=-1
    )
    entries = any(hint and hint.entry is not None for hint in hints)
    known: list[Known | None] = []
    under = 0  # lines right under the headline that belong to it
    for index, (hint, sure) in enumerate(zip(hints, told, strict=True)):
        if hint is None:
            known.append(None)
            continue
        parts = _parts(index, title, first, last)
        if sure is None or (index < title and not _states(sure.kinds, parts)):  # no part above a headline has such
            known.append(Known(_states((), parts)) if parts != PARTS else None)
            continue
        states = _states(sure.kinds, parts) or _states(sure.kinds, PARTS)
        if hint.captioned and not entries and -1 < headed < index < first:  # a body begins with its picture
            states = _states(sure.kinds, _BODY)
        elif title < index < first and index == title + 1 + under and set(sure.kinds) <= _UNDER:
            states, under = _states(sure.kinds, ("under",) if title >= 0 else ("above",)), under + 1
        reason = Reason(sure.reason) if sure.reason else None
        known.append(Known(states, sure.rule, sure.evidence, reason))
    return known


@cache
def _states(kinds: tuple[str, ...], parts: tuple[str, ...]) -> tuple[int, ...]:
    """Give the states of some kinds (of any, where none is named) in some parts; a title only where it is named."""
    return tuple(
        number
        for number, state in enumerate(STATES)
        if state.part in parts and (state.kind in kinds if kinds else state.kind != "title")
    )


def _find_title(hints: Sequence[Hint | None]) -> int:
    """Find the headline: the first h1 that the page shows outside its furniture; -1 where there is none."""
    for index, hint in enumerate(hints):
        if hint and hint.heading == 1 and _may_be_text(hint) and hint.entry is None:
            return index
    return -1


def _find_body(looks: Sequence[Look], hints: Sequence[Hint | None], title: int) -> tuple[int, int]:
    """Find the first and the last line of the body, where the markup shows it; -1 and -1 where it doesn't."""
    entries = [index for index, hint in enumerate(hints) if hint and hint.entry is not None]
    if entries:
        return entries[0], entries[-1]
    body = {
        index: hint for index, hint in enumerate(hints) if hint and hint.body and _may_be_text(hint) and index > title
    }
    prose = [index for index, hint in body.items() if looks[index].name in _PROSE or hint.quoted]
    if not prose:
        return -1, -1
    first = prose[0]
    while first - 1 in body and body[first - 1].heading > 1:
        first -= 1
    told = [index for index, hint in body.items() if looks[index].name not in _TRAILS or hint.captioned]
    return first, max([prose[-1], *told[-1:]])


def _may_be_text(hint: Hint) -> bool:
    return not (hint.hidden or hint.furniture or hint.landmark in _APART)


def _parts(index: int, title: int, first: int, last: int) -> tuple[str, ...]:
    """Give the parts of the page that a line may stand in."""
    if first < 0:
        return PARTS if title < 0 else ("above",) if index < title else ("title",) if index == title else PARTS[2:]
    if index < first:
        if index == title:
            return ("title",)
        return ("above",) if index < title else ("under", "body") if title >= 0 else ("above", "body")
    if index > last:
        return ("below",)
    return _BODY


class _Where(NamedTuple):
    """Where a line stands to the headline and to the body that the markup shows."""

    headed: bool
    """Behind the headline."""
    begun: bool
    """Not above the body, which the markup shows."""
    ended: bool
    """Below it."""


def _judge(line: Line, look: Look, hint: Hint, where: _Where) -> _Sure | None:
    """Tell what the markup makes sure of a line; below the body only what is no part of the article."""
    if where.ended:
        return _furniture(look, hint) or _linked(look, hint)
    return _furniture(look, hint) or _set_apart(hint) or _headed(hint, where) or _text(line, look, hint, where)


def _furniture(look: Look, hint: Hint) -> _Sure | None:
    """Tell what the markup calls no part of the article."""
    if hint.hidden:
        return _Sure(("noise",), "markup.hidden", "not shown", "other")
    if hint.furniture:
        return _Sure(("noise",), "markup.furniture", f"called {hint.furniture} by the page", hint.furniture)
    mark = hint.landmark
    if mark == "nav":
        return _Sure(("noise",), "markup.nav", "nav", "navigation")
    if mark == "form":
        return _Sure(("noise",), "markup.form", "form", _FORM)
    if mark == "aside" and not hint.time and not hint.author:
        return _Sure(("noise",), "markup.aside", "aside", "promotion")
    if mark == "footer" and not (hint.quoted or hint.captioned):
        if hint.time or hint.author or (hint.entry is not None and look.name in _TRAILS):
            return None
        kinds = ("noise", "byline", "timestamp") if look.name in _TRAILS else ("noise",)
        return _Sure(kinds, "markup.footer" if len(kinds) == 1 else "", "footer", "navigation")
    told = hint.body or hint.time or hint.author or hint.captioned or hint.heading == 1
    if mark == "header" and not told and hint.links >= _MENU:
        return _Sure(("noise",), "markup.header", "links of a header", "navigation")
    return None


def _set_apart(hint: Hint) -> _Sure | None:
    """Tell what elements of their own hold: captions, times, names, quotations, tables."""
    if hint.captioned:
        return _Sure(("caption",), "markup.caption", hint.element.tag)
    if hint.time:
        return _Sure(("timestamp",), "markup.time", hint.moment or "a time")
    if hint.author:
        return _Sure(("byline",), "markup.author", "a writer's name")
    if hint.quoted:
        return _Sure(("quote",), "markup.quote", "blockquote")
    if hint.row:
        return _Sure(("paragraph",), "markup.table", "a row of a table")
    return None


def _headed(hint: Hint, where: _Where) -> _Sure | None:
    if not hint.heading:
        return None
    if hint.entry is None and hint.links >= _LINKED:
        return _Sure(("noise",), "markup.links", "a heading that leads elsewhere", "promotion")
    if where.headed or hint.body:
        return _Sure(("heading",), "markup.heading", f"h{hint.heading}")
    return None


def _text(line: Line, look: Look, hint: Hint, where: _Where) -> _Sure | None:
    """Tell of running text: standfirst, items, paragraphs, lines that are all links."""
    if hint.standfirst and not where.begun:
        return _Sure(("standfirst",), "markup.standfirst", "called so by the page")
    if linked := _linked(look, hint):
        return linked
    if look.name.startswith("furniture") or look.label is not None:
        return None
    if hint.listed and (hint.body or (hint.landmark in _TEXT and where.headed)):
        return _Sure(("list_item",), "markup.item", "li")
    told = look.name in _PROSE or (line.words >= _SENTENCE and look.name in _UNENDED)
    if hint.body and where.begun and (hint.paragraph or hint.element.tag in _LEAVES) and told:
        return _Sure(("paragraph",), "markup.paragraph", hint.element.tag)
    return None


def _linked(look: Look, hint: Hint) -> _Sure | None:
    if hint.links >= _LINKED and look.name not in _TRAILS:
        return _Sure(("noise",), "markup.links", "all of it is links", "promotion")
    return None
