"""Lines to labelled lines: looks, a survey of the whole, evidence, one verdict.

Contract: every line gets exactly one label; deterministic and linear. A label's rule is the detector that
knew the line by itself, or "weighed" where its surroundings decided; its evidence names what spoke for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from attrs import evolve

from warparse.model import BlockKind, Reason
from warparse.read.mend import mend
from warparse.segment.corrections import correct
from warparse.segment.evidence import gather
from warparse.segment.known import find_known, look_by
from warparse.segment.labels import Label
from warparse.segment.lines import split_lines
from warparse.segment.looks import Look, look_at
from warparse.segment.page import Page
from warparse.segment.phrases import NO_PHRASES, find_phrases
from warparse.segment.sections import mark_sections
from warparse.segment.survey import Survey
from warparse.segment.weigh import STATES, decide, explain, load_weights, strongest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warparse.read.markup import Hint
    from warparse.segment.known import Known, Markup

__all__ = ["Knows", "Weighed", "explain_line", "fingerprint", "look_over", "segment", "weigh"]

Knows: TypeAlias = "Callable[[str], Label | None]"
"""Labels a line that a caller knows for noise, given without white space at its ends; None for any other line."""
_CAPTION_LABEL: Final = re.compile(r"(?:Image|Media|Video|Photo) caption[,:]?")
"""A line that calls the next one a caption."""
_LABELLED: Final = Label(BlockKind.CAPTION, "caption.label", "called a caption by the line above")
_FIRST_PROSE: Final = 4
"""Lines of prose below which no headline is looked for."""
_UNTITLED: Final = tuple(number for number, state in enumerate(STATES) if state.part != "title")
_MENU_WORDS: Final = 4
"""Words up to which furniture without a reason of its own is taken for a menu's."""


class Weighed(NamedTuple):
    """What was seen of a text's lines, and the verdict on them."""

    survey: Survey
    """The document."""
    looks: list[Look]
    """How each line looks by itself."""
    evidence: list[list[str]]
    """What was weighed of each line: the evidence that has a weight."""
    verdict: list[int]
    """The number of each line's state in `STATES`."""
    hints: tuple[Hint | None, ...] = ()
    """What a page's markup tells of each line; empty for a text."""
    known: list[Known | None] = []  # noqa: RUF012 - a default of a named tuple, never changed
    """What it makes of each line; empty for a text."""


def weigh(text: str, know: Knows | None = None, markup: Markup | None = None, *, live: bool | None = None) -> Weighed:
    """Look at every line of a mended text, gather the evidence, and decide.

    Args:
        text: the mended text.
        know: labels the lines that a caller knows for noise, whatever else speaks for them; None for the others.
        markup: what the markup of the page tells that it was rendered from, if it was.
        live: whether it is a live blog, if that is known.
    """
    survey, looks = look_over(text, know, live=live, markup=markup)
    weights = load_weights()
    if markup is None:
        evidence = [weights.known(marks) for marks in gather(survey)]
        return Weighed(survey, looks, evidence, decide(evidence, weights, _open_states(survey)))
    hints = tuple(markup.of(line.start) for line in survey.lines)
    known = find_known(survey.lines, looks, hints)
    sure = frozenset(index for index, each in enumerate(known) if each and len(each.states) == 1)
    evidence = [weights.known(marks) for marks in gather(survey, sure)]
    verdict = decide(evidence, weights, [each.states if each else None for each in known])
    return Weighed(survey, looks, evidence, verdict, hints, known)


def _open_states(survey: Survey) -> list[tuple[int, ...] | None]:
    """Give the states left open for a text's first lines: sentences of prose and numbered sections are no headlines."""
    left: list[tuple[int, ...] | None] = []
    for index, line in enumerate(survey.lines):
        if survey.prose_before[index] == _FIRST_PROSE:
            break
        numbered = line.marker == "#" and line.text[0].isdigit()
        left.append(_UNTITLED if numbered or (survey.prose[index] and line.final == ".") else None)
    return left


def look_over(
    text: str, know: Knows | None = None, *, live: bool | None = None, markup: Markup | None = None
) -> tuple[Survey, list[Look]]:
    """Look at every line of a mended text, and at the whole; the arguments are as in `weigh`."""
    lines = split_lines(text, markup.whole()) if markup else mark_sections(split_lines(text))
    phrases = find_phrases(text, lines)
    looks = []
    for index, line in enumerate(lines):
        furniture = phrases.get(index, NO_PHRASES).furniture
        hint = markup.of(line.start) if markup else None
        looks.append((look_by(line, hint, furniture) if hint else None) or look_at(line, furniture))
        if index and _CAPTION_LABEL.fullmatch(lines[index - 1].bare):
            looks[-2:] = [Look("image", _LABELLED), Look("image", _LABELLED)]
    if know is not None:
        looks = [
            Look("furniture-line", label, sure=True) if (label := know(line.text.strip())) else look
            for line, look in zip(lines, looks, strict=True)
        ]
    return Survey(lines, [look.name for look in looks], phrases, live=live), looks


def fingerprint(documents: Iterable[tuple[str, bool]]) -> str:
    """Give a short hash of the evidence in documents, by which weights show that they were learnt from what is gathered now.

    Args:
        documents: their texts, and whether each is a live blog.
    """
    seen = sha256()
    for text, live in documents:
        survey, _ = look_over(mend(text)[0], live=live)
        for marks in gather(survey):
            seen.update("\t".join(sorted(set(marks))).encode() + b"\n")
    return seen.hexdigest()[:12]


def segment(text: str, know: Knows | None = None, markup: Markup | None = None, *, live: bool | None = None) -> Page:
    """Label every line of a mended text; the arguments are as in `weigh`."""
    weighed = weigh(text, know, markup, live=live)
    survey = weighed.survey
    page = Page(
        survey.lines,
        [_label(weighed, index) for index in range(len(survey.lines))],
        [STATES[number].part for number in weighed.verdict],
        survey.live,
        survey.why_live,
        survey.recap_lines,
        weighed.hints,
    )
    return _keep_alone(correct(page), weighed)


def explain_line(
    text: str, offset: int, markup: Markup | None = None, *, live: bool | None = None
) -> list[tuple[str, int]]:
    """Give all evidence that was weighed of the line at an offset of a mended text; `markup` is as in `segment`.

    Returns:
        Pieces of evidence, each with how much more it adds for the line's kind than for the next likely one, in
        thousandths, the greatest first; nothing where no line stands, or where the markup left nothing to weigh.
    """
    weighed = weigh(text, None, markup, live=live)
    lines = weighed.survey.lines
    index = bisect_right(lines, offset, key=lambda line: line.start) - 1
    if index < 0 or offset >= lines[index].end:
        return []
    return explain(weighed.evidence[index], weighed.verdict[index], load_weights())


def _label(weighed: Weighed, index: int) -> Label:
    """Label a line: by the rule that knew it by itself, if the verdict agrees with it."""
    state, look = STATES[weighed.verdict[index]], weighed.looks[index]
    if look.sure and look.label is not None:
        return look.label
    reason = _reason(weighed, index) if state.kind == "noise" else None
    kind = BlockKind(state.kind)
    known = weighed.known[index] if weighed.known else None
    if known and known.rule and weighed.verdict[index] in known.states:
        return Label(kind, _markup_rule(known.rule, look), known.evidence, reason)
    if look.label is not None and look.label.kind is kind:
        return Label(kind, look.label.rule, look.label.evidence or look.name, reason)
    plain = kind is BlockKind.PARAGRAPH and look.name in ("prose", "sentence")
    told = look.name if plain else strongest(weighed.evidence[index], weighed.verdict[index], load_weights())
    return Label(kind, f"weighed.{state.part}", told, reason)


def _markup_rule(rule: str, look: Look) -> str:
    """Name the rule of what the markup made sure; an "Updated" mark is told by its words, and posts ask for it."""
    return "stamp.updated" if rule == "markup.time" and look.name == "updated" else rule


def _reason(weighed: Weighed, index: int) -> Reason:
    """Tell why a line is noise: by its own words, by a publisher's words in it, else by its place."""
    label, furniture = weighed.looks[index].label, weighed.survey.phrases.get(index, NO_PHRASES).furniture
    if label is not None and label.reason is not None:
        return label.reason
    if furniture:
        return Reason(furniture[0].reason)
    if weighed.known and (known := weighed.known[index]) and known.reason:
        return known.reason
    inside = STATES[weighed.verdict[index]].part == "body"
    menu = not inside and weighed.survey.lines[index].words <= _MENU_WORDS
    return Reason.NAVIGATION if menu else Reason.PROMOTION


def _keep_alone(page: Page, weighed: Weighed) -> Page:
    """Keep a text of which the verdict leaves nothing, and of which no rule knows a line for furniture."""
    if any(label.kind is not BlockKind.NOISE for label in page.labels) or any(look.label for look in weighed.looks):
        return page
    kept = [Label(BlockKind.PARAGRAPH, "kept.alone", "no line of the text is known for furniture") for _ in page.lines]
    return evolve(page, labels=kept, parts=["body"] * len(kept))
