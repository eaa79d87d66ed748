"""Lines to labelled lines: looks, a survey of the whole, evidence, one verdict.

Contract: every line gets exactly one label; deterministic and linear. A label's rule is the detector that
knew the line by itself, or "weighed" where its surroundings decided; its evidence names what spoke for it.
"""

from __future__ import annotations

from typing import Final

import regex
from attrs import evolve, frozen

from warparse.model import BlockKind, Reason
from warparse.segment.evidence import gather
from warparse.segment.labels import Label
from warparse.segment.lines import Line, make_line, split_lines
from warparse.segment.live import says_live
from warparse.segment.looks import Look, look_at
from warparse.segment.phrases import NO_PHRASES, Phrases, find_phrases
from warparse.segment.survey import Survey
from warparse.segment.weigh import STATES, State, decide, load_weights, strongest

__all__ = ["Page", "segment"]

_SITE_NAME: Final = regex.compile(
    r"(?<=.{20})\s+(?:\|\s+\S.{1,70}|[–—-]\s+(?:The\s)?\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2})$"
)
_MENU_WORDS: Final = 4
"""Words up to which furniture without a reason of its own is taken for a menu's."""


@frozen
class Page:
    """A text's lines, each with its label, and what they tell of the whole."""

    lines: list[Line]
    """The lines, in order."""
    labels: list[Label]
    """A label for each line."""
    parts: list[str]
    """The part of the page that each line stands in: "above", "title", "under", "body" or "below"."""
    live: bool
    """Whether the text is a live blog."""
    evidence: str
    """What told whether it is one."""
    recaps: frozenset[int]
    """The indices of lines that announce a recap."""


def segment(text: str) -> Page:
    """Label every line of a mended text."""
    lines = split_lines(text)
    phrases = find_phrases(text, lines)
    looks = [look_at(line, phrases.get(index, NO_PHRASES).furniture) for index, line in enumerate(lines)]
    survey = Survey(lines, [look.name for look in looks], phrases)
    evidence = gather(survey)
    weights = load_weights()
    verdict = decide(evidence, weights)
    labels = []
    for index, number in enumerate(verdict):
        state, look = STATES[number], looks[index]
        if look.label is not None and look.label.kind == state.kind:
            rule, told = look.label.rule, look.label.evidence or look.name
        else:
            plain = state.kind == "paragraph" and look.name in ("prose", "sentence")
            rule = f"weighed.{state.part}"
            told = look.name if plain else strongest(evidence[index], number, weights)
        labels.append(
            Label(BlockKind(state.kind), rule, told, _reason(lines[index], look, state, phrases.get(index, NO_PHRASES)))
        )
    page = Page(
        lines, labels, [STATES[number].part for number in verdict], survey.live, survey.why_live, survey.recap_lines
    )
    return _split_site(page)


def _reason(line: Line, look: Look, state: State, phrases: Phrases) -> Reason | None:
    """Tell why a line is noise: by its own words, by a publisher's words in it, else by its place."""
    if state.kind != "noise":
        return None
    if look.label is not None and look.label.reason is not None:
        return look.label.reason
    if phrases.furniture:
        return Reason(phrases.furniture[0].reason)
    if state.part in ("above", "under", "below") and line.words <= _MENU_WORDS:
        return Reason.NAVIGATION
    return Reason.PROMOTION


def _split_site(page: Page) -> Page:
    """Split the site's name off a headline that has no copy without it: "Port shut | Herald"."""
    title = next((index for index, part in enumerate(page.parts) if part == "title"), None)
    if title is None:
        return page
    line = page.lines[title]
    found = _SITE_NAME.search(line.text)
    if not found or says_live(found.group()) or line.text != line.bare:
        return page
    name = found.group().lstrip()
    parts = (make_line(line.text[: found.start()], line.start, line.gap), make_line(name, line.end - len(name), 0))
    label = Label(BlockKind.NOISE, "noise.site-name", name, Reason.NAVIGATION)
    return evolve(
        page,
        lines=[*page.lines[:title], *parts, *page.lines[title + 1 :]],
        labels=[*page.labels[: title + 1], label, *page.labels[title + 1 :]],
        parts=[*page.parts[: title + 1], "under", *page.parts[title + 1 :]],
        recaps=frozenset(index + (index > title) for index in page.recaps),
    )
