"""Lines to labelled lines: looks, a survey of the whole, evidence, one verdict.

Contract: every line gets exactly one label; deterministic and linear. A label's rule is the detector that
knew the line by itself, or "weighed" where its surroundings decided; its evidence names what spoke for it.
"""

from __future__ import annotations

from bisect import bisect_right
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import regex
from attrs import evolve, frozen

from warparse.model import BlockKind, Reason
from warparse.read.markup import Hint
from warparse.read.mend import mend
from warparse.segment.evidence import gather
from warparse.segment.known import find_known, look_by
from warparse.segment.labels import Label
from warparse.segment.lines import Line, make_line, split_lines
from warparse.segment.live import says_live
from warparse.segment.looks import Look, look_at
from warparse.segment.phrases import NO_PHRASES, find_phrases
from warparse.segment.survey import Survey
from warparse.segment.weigh import STATES, decide, explain, load_weights, strongest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warparse.segment.known import Known, Markup

__all__ = ["Knows", "Page", "Weighed", "explain_line", "fingerprint", "look_over", "segment", "weigh"]

_SITE_NAME: Final = regex.compile(
    r"(?<=.{20})\s+(?:\|\s+\S.{1,70}|[–—-]\s+(?:The\s)?\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2})$"
)
Knows: TypeAlias = "Callable[[str], Label | None]"
"""Labels a line that a caller knows for noise, given without white space at its ends; None for any other line."""
_SET: Final = (BlockKind.HEADING, BlockKind.STANDFIRST)
"""Kinds that are set apart from prose as a headline is."""
_BEFORE_TEXT: Final = (BlockKind.NOISE, BlockKind.TIMESTAMP, BlockKind.BYLINE, BlockKind.CAPTION)
"""What may stand in front of a headline."""
_MENU_WORDS: Final = 4
"""Words up to which furniture without a reason of its own is taken for a menu's."""

_CREDIT_WORDS: Final = 5
"""Words up to which a caption's line is the credit of the one above."""


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
    hints: tuple[Hint | None, ...] = ()
    """What a page's markup tells of each line; empty for a text."""

    def hint(self, index: int) -> Hint | None:
        """Give what the markup tells of a line, if it tells anything."""
        return self.hints[index] if self.hints else None


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
        return Weighed(survey, looks, evidence, decide(evidence, weights))
    hints = tuple(markup.of(line.start) for line in survey.lines)
    known = find_known(survey.lines, looks, hints)
    sure = frozenset(index for index, each in enumerate(known) if each and len(each.states) == 1)
    evidence = [weights.known(marks) for marks in gather(survey, sure)]
    verdict = decide(evidence, weights, [each.states if each else None for each in known])
    return Weighed(survey, looks, evidence, verdict, hints, known)


def look_over(
    text: str, know: Knows | None = None, *, live: bool | None = None, markup: Markup | None = None
) -> tuple[Survey, list[Look]]:
    """Look at every line of a mended text, and at the whole; the arguments are as in `weigh`."""
    lines = split_lines(text, markup.whole() if markup else ())
    phrases = find_phrases(text, lines)
    looks = []
    for index, line in enumerate(lines):
        furniture = phrases.get(index, NO_PHRASES).furniture
        hint = markup.of(line.start) if markup else None
        looks.append((look_by(line, hint, furniture) if hint else None) or look_at(line, furniture))
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
    page = _drop_copies(_split_site(_crown(_raise_headline(page))))
    return _keep_alone(_join_credit(_join_stamp(page)), weighed)


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


def _crown(page: Page) -> Page:
    """Take a heading in front of all text for the headline, where one article has no other.

    Where it has none at all, nothing stands under a headline: its first text and the pictures above it are its body.
    """
    if page.live or "title" in page.parts:
        return page
    first = next((index for index, label in enumerate(page.labels) if label.kind not in _BEFORE_TEXT), None)
    if first is None:
        return page
    labels, parts = list(page.labels), list(page.parts)
    if labels[first].kind is BlockKind.HEADING:
        labels[first] = labels[first]._replace(kind=BlockKind.TITLE, rule="title.first")
        parts[: first + 1] = [*("above" for _ in range(first)), "title"]
        return evolve(page, labels=labels, parts=parts)
    if labels[first].kind is BlockKind.STANDFIRST:
        labels[first], parts[first] = labels[first]._replace(kind=BlockKind.PARAGRAPH), "body"
    if parts[first] == "body":
        for index in range(first - 1, -1, -1):
            if labels[index].kind is BlockKind.CAPTION:
                parts[index] = "body"
            elif labels[index].kind is not BlockKind.NOISE:
                break
    return evolve(page, labels=labels, parts=parts)


def _raise_headline(page: Page) -> Page:
    """Take the only first-level heading that is marked as one for the headline, if no prose stands above it."""
    marked = [index for index, line in enumerate(page.lines) if line.text.startswith("# ")]
    if len(marked) != 1 or page.parts[marked[0]] == "title":
        return page
    top = marked[0]
    if any(label.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) for label in page.labels[:top]):
        return page
    labels = list(page.labels)
    parts = ["above" if part == "body" and index < top else part for index, part in enumerate(page.parts)]
    if "title" in parts:
        other = parts.index("title")
        below = other > top
        parts[other] = "under" if below else "above"
        labels[other] = (
            Label(BlockKind.STANDFIRST, "headline.other", "a headline under the marked one")
            if below
            else Label(BlockKind.NOISE, "headline.other", "a headline above the marked one", Reason.NAVIGATION)
        )
    labels[top] = Label(BlockKind.TITLE, "headline.marked", "the only first-level heading")
    parts[top] = "title"
    return evolve(page, labels=labels, parts=parts)


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
        hints=(*page.hints[: title + 1], *page.hints[title:]) if page.hints else (),
    )


def _drop_copies(page: Page) -> Page:
    """Take the headline set once more as a heading for what the page's head left behind."""
    if "title" not in page.parts:
        return page
    key = page.lines[page.parts.index("title")].key
    copy = Label(BlockKind.NOISE, "headline.copy", "the headline once more", Reason.NAVIGATION)
    labels = [
        copy if label.kind in _SET and line.key == key else label
        for line, label in zip(page.lines, page.labels, strict=True)
    ]
    return evolve(page, labels=labels)


def _join_stamp(page: Page) -> Page:
    """Give the first post of a live blog the time on its line, where other posts have theirs on their lines too."""
    first = page.parts.index("body") if page.live and "body" in page.parts else 0
    beginnings = [
        index
        for index in range(1, len(page.lines))
        if page.labels[index - 1].kind is BlockKind.TIMESTAMP
        and page.lines[index - 1].gap
        and not page.lines[index].gap
        and page.labels[index].kind is not BlockKind.TIMESTAMP
    ]
    if first not in beginnings or beginnings[-1] == first:
        return page
    return evolve(page, parts=[*page.parts[: first - 1], "body", *page.parts[first:]])


def _join_credit(page: Page) -> Page:
    """Let a picture stand in the body with its credit: where that is a line of its own, it does not begin the body."""
    first = page.parts.index("body") if "body" in page.parts else 0
    kinds = [label.kind for label in page.labels[max(0, first - 1) : first + 1]]
    if kinds != [BlockKind.CAPTION, BlockKind.CAPTION] or page.parts[first - 1] != "under":
        return page
    if page.lines[first].words > _CREDIT_WORDS:
        return page
    return evolve(page, parts=[*page.parts[: first - 1], "body", *page.parts[first:]])


def _keep_alone(page: Page, weighed: Weighed) -> Page:
    """Keep a text of which the verdict leaves nothing, and of which no rule knows a line for furniture."""
    if any(label.kind is not BlockKind.NOISE for label in page.labels) or any(look.label for look in weighed.looks):
        return page
    kept = [Label(BlockKind.PARAGRAPH, "kept.alone", "no line of the text is known for furniture") for _ in page.lines]
    return evolve(page, labels=kept, parts=["body"] * len(kept))
