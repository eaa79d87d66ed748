"""What speaks for each kind of a line: its own look, its neighbours', its repetition and its place.

Contract: `gather` gives for each line its evidence as short phrases, data only; how much each counts
for which kind stands in `data/weights.txt`, learnt from annotated documents (`benchmarks/weights.py`).
A phrase that begins with "@" speaks only of the part of the page, never of the kind. Every look-up is
bounded by a window or made once for the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warparse.segment.credits import find_credit
from warparse.segment.live import says_live

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from warparse.segment.lines import Line
    from warparse.segment.phrases import Phrases
    from warparse.segment.survey import Survey

__all__ = ["gather"]

_EDGE: Final = "the edge"
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+|[?!:]")
_WE: Final = frozenset("we our us i my me mine ours i'm we're we've i've".split())
_YOU: Final = frozenset("you your yours you're you'll".split())
_REPORTS: Final = frozenset("said says told according has have had will would could".split())
_PICTURES: Final = frozenset(
    "photo photos photograph picture pictures image images footage video handout screengrab pictured photographed seen shown".split()
)
"""Words by which a caption speaks of its own picture."""
_PICTURED: Final = frozenset(
    "stand stands walk walks sit sits hold holds look looks wait waits carry carries speak speaks attend attends gesture gestures inspect inspects work works"
    " rest rests ride rides drive drives smoke flames seen pictured shown shows aftermath view left right".split()
)
_SPEECH: Final = re.compile(
    r"\b(?:said|says?|saying|wrote|writes|writing|added|adds|adding|told|tells|replied|tweeted|posted|statement|quot(?:es?|ed|ing)|comment(?:s|ed)?|remarks"
    r"|reads?|reading|continue[ds]|announced|warned|explained|noted|stated|declared|insisted|argued|claimed|message|letter|post|speech|words|translation|report(?:s|ed)?)\b"
)
_BRACKETED: Final = re.compile(r"[.!?…][”\"’']?\s?[(\[][A-Z][^()\[\]]{1,50}[)\]]$")
_QUOTING: Final = {"«": "“", "»": "”", "„": "“"}
_UNFINISHED: Final = frozenset(
    "a an and as at be by for from has have he her his in into is it its of on or our over she said than that the their they this to under was were"
    " when where which while who will with would i".split()
)
_FAMILIES: Final = {
    **dict.fromkeys("prose colon sentence fragment".split(), "text"),
    **dict.fromkeys("headline label word name question hash job".split(), "short line"),
    **dict.fromkeys("credit image slashed".split(), "credited line"),
}
_HEADLINES: Final = frozenset("headline label question hash name word".split())
_CAPITALISED: Final = frozenset("headline label name word".split())
_WORDS: Final = (0, 1, 2, 3, 4, 6, 9, 12, 16, 22, 30, 45, 80)
_COUNTS: Final = (0, 1, 2, 4)
_AWAY: Final = (1, 2, 4, 8, 16)
_ROW: Final = (1, 2, 3, 5, 9, 17)
_SHORT: Final = 25
"""Words up to which every word of a line is evidence."""
_PLAIN: Final = 60
"""Words up to which a line is looked at for whom it addresses."""


def gather(survey: Survey, known: Container[int] = ()) -> Iterator[list[str]]:
    """Gather the evidence of every line, one after the other.

    Args:
        survey: the document.
        known: lines of which the markup leaves nothing open; they get none.
    """
    names = [*survey.looks, _EDGE, _EDGE]
    mode = " in a live blog" if survey.live else " in an article"
    above = _EDGE
    for index, line in enumerate(survey.lines):
        look, below = names[index], names[index + 1]
        if index in known:
            yield []
            above = look
            continue
        marks = [
            look,
            look + mode,
            f"{look} under {above}",
            f"{look} over {below}",
            f"under {above}",
            f"over {below}",
            f"next but one over {names[index + 2]}",
            f"{look} of up to {_step(line.words, _WORDS)} words",
        ]
        marks += _of_words(line, look)
        marks += _of_form(line, look)
        if index in survey.phrases:
            marks += _of_phrases(survey.phrases[index], look)
        marks += _of_place(survey, index, look)
        marks += _of_copies(survey, index, look)
        if look in _HEADLINES or line.headline:
            marks += _of_headline(survey, index, look)
        yield marks
        above = look


def _step(count: int, steps: tuple[int, ...]) -> int | str:
    """Give the first step that a count does not pass, or "more"."""
    for step in steps:
        if count <= step:
            return step
    return "more"


def _mark_of(character: str) -> str:
    """Name a mark; guillemets are the quotation marks that they stand for."""
    return "a digit" if character.isdigit() else _QUOTING.get(character, character)


def _of_form(line: Line, look: str) -> list[str]:
    """Tell what marks, first and last characters add to a line's look."""
    text, first, final = line.text, line.bare[:1], line.final
    begins = "a capital" if first.isupper() else "a small letter" if first.islower() else _mark_of(first)
    ends = "a letter" if final.isalpha() else _mark_of(final)
    marks = ["begins with " + begins, "ends with " + ends]
    if line.marker:
        marks += ("marked " + line.marker, f"{look} marked {line.marker}")
    if text[-1] in ")]" and _BRACKETED.search(text, max(0, len(text) - 60)):
        marks.append(look + " with a name in brackets behind it")
    if line.sentences:
        marks.append(look + " of several sentences")
    if line.narrated:
        marks.append(look + " that narrates")
    return marks + _of_marks(text, look)


def _of_marks(text: str, look: str) -> list[str]:
    """Tell what other marks in a line add to its look."""
    marks = []
    if "“" in text or '"' in text or "”" in text or "«" in text:
        marks.append(look + " with quotation marks")
    if text[0] in "*_" and text[-1] == text[0]:
        marks.append("all bold" if text[:2] in ("**", "__") else "all italic")
    if text.rstrip("*_ ").endswith(("...", "…")):
        marks.append(look + " that breaks off")
    if "http" in text or "](" in text:
        marks.append(look + " with a link")
    if "|" in text or "/" in text or "›" in text or " » " in text or ">" in text:
        marks.append(look + " divided by bars")
    if "@" in text:
        marks.append(look + " with a handle")
    return marks


def _of_words(line: Line, look: str) -> list[str]:
    """Tell what the words of a line add to its look: whom it speaks of and to, what it tells, how it is capitalised."""
    text, marks = line.bare, []
    if line.words <= _PLAIN:
        words = set(_TOKEN.findall(text.lower().replace("’", "'")))
        if not words.isdisjoint(_WE):
            marks.append(look + " that says we")
        if not words.isdisjoint(_YOU):
            marks.append(look + " that says you")
        if not words.isdisjoint(_PICTURES):
            marks.append(look + " that names a picture")
        if not words.isdisjoint(_REPORTS):
            marks.append(look + " that reports")
        elif line.words >= 5 and (not words.isdisjoint(_PICTURED) or any(word[-3:] == "ing" for word in words)):
            marks.append(look + " that describes a picture")
        marks += _of_capitals(text, look)
        if line.words <= _SHORT:
            marks += [f"“{word}”" for word in words]
    if line.final == ":" or (line.text[-1] in ':“«"‘*_' and line.text.rstrip('*_“«"‘ ')[-1:] == ":"):
        marks.append("leads to words" if _SPEECH.search(line.text[-120:]) else "leads on")
    return marks


def _of_capitals(text: str, look: str) -> list[str]:
    """Tell how many of a line's longer words begin with a capital."""
    long = [word[0] for word in text.split() if len(word) > 3 and word[0].isalpha()]
    if not long:
        return []
    share = sum(map(str.isupper, long)) / len(long)
    how = "all" if share == 1 else "mostly" if share > 0.6 else "partly" if share > 0.2 else "hardly"
    marks = [f"{look} {how} capitalised"]
    if share == 1 and text.isupper():
        marks.append(look + " in capitals")
    return marks


def _of_phrases(phrases: Phrases, look: str) -> list[str]:
    """Tell what listed phrases in a line add, though none decides alone."""
    marks = [look + " that names a recap"] if phrases.recap else []
    if phrases.furniture and not look.startswith("furniture"):
        strong = sum(phrase.sure for phrase in phrases.furniture)
        weak = len({phrase.words for phrase in phrases.furniture if not phrase.sure})
        marks += (
            f"publisher's phrases: {min(strong, 2)}",
            f"publisher's words: {min(weak, 3)}",
            f"{look} with publisher's words: {min(weak + 2 * strong, 4)}",
        )
    return marks


def _of_place(survey: Survey, index: int, look: str) -> list[str]:
    """Tell what a line's place adds: to the densest prose, to the prose and times before and after, in its row."""
    line, place = survey.lines[index], survey.place(index)
    before = _step(survey.prose_before[index], _COUNTS)
    after = _step(survey.prose_before[-1] - survey.prose_before[index + 1], _COUNTS)
    family = _family(look)
    above = _family(survey.looks[index - 1]) if index else _EDGE
    below = _family(survey.looks[index + 1]) if index + 1 < len(survey.looks) else _EDGE
    marks = [
        f"{family} {place}",
        f"{family} {place} under {above}",
        f"{family} {place} over {below}",
        f"{look}, prose before: {before}",
        f"{look}, prose after: {after}",
        f"@prose before: {before}",
        f"@prose after: {after}",
    ]
    distance = survey.distance(index)
    side = (
        f"{_step(abs(distance), _AWAY)} above"
        if distance < 0
        else f"{_step(distance, _AWAY)} below"
        if distance
        else "in"
    )
    marks += (f"{look} {side} the prose", f"@{side} the prose")
    if survey.live:
        marks.append(f"@times before: {min(survey.stamps_before[index], 3)}")
        marks.append(f"@times after: {min(survey.stamps_before[-1] - survey.stamps_before[index + 1], 3)}")
    if line.marker and line.marker not in "#>":
        marks += _of_item(survey, index, place)
    elif survey.bulleted and not line.marker:
        marks.append(f"{look} without a marker beside marked items")
    if index < 3:
        marks.append(f"{look} as line {index + 1}")
    marks += _of_neighbours(survey, index, look)
    return marks


def _family(look: str) -> str:
    """Give the family of a look, for evidence that one look alone is too rare to teach."""
    if look.startswith("item-"):
        return "item"
    return "furniture" if look.startswith("furniture") else _FAMILIES.get(look, "mark")


def _of_item(survey: Survey, index: int, place: str) -> list[str]:
    marker = survey.lines[index].marker
    above = bool(index) and survey.lines[index - 1].marker == marker
    below = index + 1 < len(survey.lines) and survey.lines[index + 1].marker == marker
    kind = "entry" if survey.entries else "item"
    company = "amid others" if above and below else "after others" if above else "before others" if below else "alone"
    return [f"{kind} {company} {place}", f"{kind} {marker} {place}"]


def _of_neighbours(survey: Survey, index: int, look: str) -> list[str]:
    """Tell what the lines right above and below add beside their looks: distance, broken sentences, rows, lead-ins."""
    line, marks = survey.lines[index], []
    gap = (
        "glued on"
        if not line.gap
        else "close by"
        if line.gap < survey.usual
        else "set apart"
        if line.gap > survey.usual
        else "as usual"
    )
    marks.append(f"{look} {gap}")
    if index + 1 < len(survey.lines) and not survey.lines[index + 1].gap:
        marks.append(look + " with a line glued on")
    if index and line.gap <= survey.usual and not line.marker:
        above = survey.lines[index - 1]
        if not above.ended and above.final != ":" and not survey.looks[index - 1].startswith("furniture"):
            small = line.bare[:1].islower() or line.bare[:1] in ",;"
            marks.append(
                f"goes on{' from an unfinished line' if _is_unfinished(above) else ''}{' in small letters' if small else ''}"
            )
    length, place = survey.rows[index]
    if length:
        where = "only" if length == 1 else "first" if place == 0 else "last" if place == length - 1 else "one"
        marks += (f"{look} in a row of {_step(length, _ROW)}", f"{look} as {where} of its row")
    if survey.led[index]:
        marks += ("led to: " + survey.led[index], f"{look} led to: {survey.led[index]}")
    elif index and survey.led[index - 1]:
        marks.append("behind what was led to")
    if survey.recaps[index]:
        marks.append(look + " in a recap")
    return marks


def _is_unfinished(line: Line) -> bool:
    """Tell whether a line breaks off in the middle of a sentence: after a small word, a stray letter or a comma."""
    last = line.bare.split()[-1:]
    return bool(last) and (
        last[0].lower() in _UNFINISHED or (len(last[0]) == 1 and last[0].isalpha()) or line.final in (",", ";")
    )


def _of_copies(survey: Survey, index: int, look: str) -> list[str]:
    """Tell what repetition adds: copies of a line, of a caption, and a credit on a line of its own below."""
    line = survey.lines[index]
    marks: list[str] = []
    copied = survey.copy_of(index)
    if copied:
        marks += (f"{look} with a copy", f"{look} with a copy {copied}")
    if survey.keys[index] != line.key:
        marks.append("a site's name behind it" + (" and a copy without" if copied else ""))
    if look != "credit":
        repeats = survey.repeats_caption(index)
        if repeats:
            marks.append(repeats + " of a caption")
        if survey.begins_below(index):
            marks.append("repeated by the line below")
    if index + 1 < len(survey.lines) and survey.looks[index + 1] in ("credit", "slashed"):
        credit = find_credit(survey.lines[index + 1].bare)
        if survey.looks[index + 1] == "slashed" or (credit and credit[0] == 0):
            marks.append(look + " over a credit alone")
    return marks


def _of_headline(survey: Survey, index: int, look: str) -> list[str]:
    """Tell how much of a short line the prose tells, and whether its words are names."""
    line = survey.lines[index]
    share, shared, away = survey.shares(index)
    told = "all" if share == 1 else "most" if share > 0.7 else "half" if share > 0.4 else "little"
    marks = [f"{look} of which the prose tells {told}"]
    if away:
        marks += (
            f"{look} sharing words with the prose below: {min(shared, 3)}",
            f"shares {min(shared, 3)} words, {away} below",
        )
    if index == survey.headline:
        marks.append("best told by the prose")
    if says_live(line.text):
        marks.append("calls itself live")
    if look in _CAPITALISED and line.words <= 8:
        words = [word for word in line.bare.lower().split() if word.isalpha()]
        if words:
            common = sum(word in survey.small for word in words) / len(words)
            marks.append(f"{look} of {'common' if common == 1 else 'some common' if common else 'no common'} words")
    return marks
