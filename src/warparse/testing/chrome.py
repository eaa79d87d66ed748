"""A site's furniture: menus, pleas, teasers, legal lines around an article and inside it.

Contract: `dress` puts noise around the lines of a page and between them, and changes none of them.
"""

from __future__ import annotations

import itertools

from attrs import evolve, frozen

from warparse.model import BlockKind, Reason
from warparse.testing.lines import Line, Lines
from warparse.testing.plan import Plan, plain
from warparse.testing.words import pool

__all__ = ["Chrome", "dress", "part"]

Furniture = tuple[tuple[str, str], ...]


@frozen
class Chrome:
    """What a site puts around an article; each line is a reason and its text, `{site}` in it the outlet's name."""

    top: Furniture = ()
    """Above all."""
    under: Furniture = ()
    """Between the headline with what belongs to it, and the body."""
    inside: Furniture = ()
    """In the body, where half of it is told."""
    bottom: Furniture = ()
    """Below all."""
    scattered: bool = False
    """Whether what stands inside stands apart, a line here and a line there."""
    headline_on_top: bool = False
    """Whether the page's own title line, the headline with the site's name, comes first."""
    site_on_top: bool = False
    """Whether the site's name and a section come below what is on top."""


def part(name: str) -> Furniture:
    """Give a part of the furniture in `data/chrome.txt`."""
    rows = [line.split(" | ", 2) for line in pool("chrome")]
    return tuple((reason, text) for where, reason, text in rows if where == name)


def dress(lines: Lines, chrome: Chrome, plan: Plan) -> Lines:
    """Put a site's furniture around a page."""
    gap = lines[-1].gap
    top, under, inside, bottom = (
        [_furnish(reason, text.replace("{site}", plan.site)) for reason, text in furniture]
        for furniture in (chrome.top, chrome.under, chrome.inside, chrome.bottom)
    )
    if chrome.headline_on_top:
        top.insert(0, _furnish("navigation", f"{plain(plan.title)} | {plan.site}"))
    if chrome.site_on_top:
        top += [_furnish("navigation", plan.site), _furnish("navigation", "World")]
    begun = next((place for place, line in enumerate(lines) if line.post is not None), len(lines))
    body = lines[begun:]
    for place, group in reversed(_places(body, inside, scattered=chrome.scattered)):
        body[place:place] = [evolve(line, gap=gap) for line in group]
    under = [evolve(line, gap=gap) for line in under]
    return [*top, *lines[:begun], *under, *body, *(evolve(line, gap=gap) for line in bottom)]


def _places(body: Lines, inside: Lines, *, scattered: bool) -> list[tuple[int, Lines]]:
    """Tell where the furniture inside goes: between posts where there are several, else between paragraphs."""
    starts = [
        place
        for place, (above, line) in enumerate(itertools.pairwise(body), 1)
        if line.post != above.post and line.post is not None and above.post is not None
    ]
    prose = [
        place
        for place, (above, line) in enumerate(itertools.pairwise(body), 1)
        if line.kind is above.kind is BlockKind.PARAGRAPH and not _runs_on(above)
    ]
    free = starts or prose
    if not free or not inside:
        return []
    if not scattered:
        return [(free[len(free) // 2], inside)]
    step = max(1, len(free) // len(inside))
    return [(place, [line]) for place, line in zip(free[::step], inside, strict=False)]


def _runs_on(line: Line) -> bool:
    """Whether a line's text goes on in the next: a lead-in, or words whose mark is not closed."""
    last = line.pieces[-1]
    return (isinstance(last, str) and last.rstrip().endswith(":")) or not getattr(last, "closed", True)


def _furnish(reason: str, text: str) -> Line:
    return Line(BlockKind.NOISE, (text,), reason=Reason(reason))
