"""Where posts begin and end.

Contract: posts are runs of the body's lines, disjoint, in order. Whether a line begins a post is weighed:
by the marks of the layout (headings, times, bylines, "Updated"), by how this document uses them, and, where
its scraper left none, by the signs that an editor began anew (`anew`). How much each counts stands in
`data/post_weights.txt`, learnt from annotated documents (`benchmarks/weights.py`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from warparse.lexicon.lists import read_pairs
from warparse.model import BlockKind, Boundary, PostKind, Reason
from warparse.segment.anew import Told, find_subjects, signs_beside
from warparse.segment.bylines import find_authors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from warparse.segment.page import Page

__all__ = ["Draft", "find_posts", "gather_starts"]

_BODY: Final = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
_MARKS: Final = (BlockKind.HEADING, BlockKind.TIMESTAMP, BlockKind.BYLINE)
_WELCOME: Final = regex.compile(
    r"\b(?:welcome (?:back )?to|good (?:morning|afternoon|evening)|thank you for (?:joining|reading|following))\b",
    regex.IGNORECASE,
)
_WORD: Final = regex.compile(r"\p{L}{4,}")
_NAMED: Final = regex.compile(r"(?<=[\p{Ll},;0-9] |[“‘\"(])\p{Lu}[\p{L}’'-]{2,}")
"""A capitalised word inside a sentence."""
_HEADINGS: Final = 12
"""Headings of a post that a further one is compared with."""
_LEAD: Final = 40
"""Words up to which a paragraph may lead in a recap."""


@define
class Draft:
    """A post while its lines are being collected."""

    lines: list[int]
    boundary: Boundary
    evidence: str
    kind: PostKind = PostKind.ENTRY
    heading: int | None = None
    authors: list[str] = field(factory=list)
    updated: bool = False
    kinds: set[str] = field(factory=set)
    """What stands in it so far: "heading", "time", "byline", "body"."""
    paragraphs: int = 0
    headings: list[int] = field(factory=list)

    def add(self, page: Page, index: int) -> None:
        """Take in one more line."""
        self.lines.append(index)
        kind = page.labels[index].kind
        self.kinds.add("body" if kind in _BODY else _name(page, index))
        self.paragraphs += kind in _BODY
        if kind is BlockKind.HEADING:
            self.headings.append(index)


@frozen
class Start:
    """A line of the body, and what speaks for and against a post's beginning with it."""

    index: int
    evidence: list[str]
    marked: bool
    """Whether a mark of the layout stands there."""


def find_posts(page: Page, people: Sequence[frozenset[str]], *, infer: bool) -> list[Draft]:
    """Find the posts of a page.

    Args:
        page: the labelled lines.
        people: for each line, the people that it names in full.
        infer: also begin posts where only the words tell.
    """
    body = [index for index, part in enumerate(page.parts) if part == "body" and not _is_noise(page, index)]
    if not body:
        return []
    if not page.live:
        return [Draft(body, Boundary.MARKED, "one article", PostKind.ARTICLE)]
    if drafts := _by_entries(page, body):
        return drafts
    weights = _weights()
    reader = _Starts(page, people)
    for start in reader:
        told = [(weights[mark], mark) for mark in start.evidence if mark in weights]
        begins = sum(weight for weight, _ in told) > 0 and (start.marked or infer)
        strongest = ", ".join(mark for weight, mark in sorted(told, reverse=True)[:3] if weight > 0)
        reader.settle(start, begins=begins, evidence=strongest)
    for draft in reader.drafts:
        _finish(page, draft)
    return [draft for draft in reader.drafts if draft.kinds & {"body", "heading", "caption"}]


def _by_entries(page: Page, body: list[int]) -> list[Draft]:
    """Give the posts that the markup shows: one of each entry's lines; none where it shows no entries."""
    drafts: dict[int, Draft] = {}
    last: Draft | None = None
    for index in body:
        hint = page.hint(index)
        if hint is None or hint.entry is None:
            continue
        if hint.entry not in drafts:
            last = drafts[hint.entry] = Draft([], Boundary.MARKED, "an entry of the page's markup")
        if drafts[hint.entry] is last:  # what comes again behind another entry is no part of it
            last.add(page, index)
    for draft in drafts.values():
        _finish(page, draft)
    return [draft for draft in drafts.values() if draft.kinds & {"body", "heading", "caption"}]


def gather_starts(page: Page, people: Sequence[frozenset[str]], begins: set[int]) -> list[Start]:
    """Gather what speaks for and against every line where a post may begin, given where posts do begin."""
    reader = _Starts(page, people)
    found = []
    for start in reader:
        found.append(start)
        reader.settle(start, begins=start.index in begins)
    return found


@cache
def _weights() -> dict[str, int]:
    return {mark: int(weight) for mark, weight in read_pairs("post_weights")}


def _is_noise(page: Page, index: int) -> bool:
    return page.labels[index].kind is BlockKind.NOISE


def _name(page: Page, index: int) -> str:
    """Name what a line is, times told apart from the marks that close a post."""
    label = page.labels[index]
    if label.kind is BlockKind.TIMESTAMP:
        return "updated" if label.rule == "stamp.updated" else "time"
    return str(label.kind)


class _Starts:
    """Reads the body line by line; each line's evidence is of the post that the lines above have made."""

    def __init__(self, page: Page, people: Sequence[frozenset[str]]) -> None:
        self.page = page
        self.people = people
        self.body = [index for index, part in enumerate(page.parts) if part == "body"]
        self.kept = [index for index in self.body if not _is_noise(page, index)]
        self.names = [_name(page, index) for index in self.kept]
        self.style = self._find_style()
        self.subjects = dict(
            zip(self.kept, find_subjects([page.lines[index].text for index in self.kept]), strict=True)
        )
        self.drafts: list[Draft] = []
        self.told = Told()
        self.named: set[str] = set()
        """Names in the last post so far."""
        self.writers: set[str] = set()
        """Who is told as a writer of the last post so far."""

    def _find_style(self) -> str:
        """Tell how this document uses its marks: what stands first and last, and which there are."""
        names = self.names
        times = names.count("time")
        if times < 2:
            used = "no times"
        elif names[0] == "time" or (names[0] != "heading" and "time" in names[:2]):
            used = "times first"
        else:
            used = "times last" if "time" in names[-2:] else "times between"
        return f"{used}, {'headings' if names.count('heading') >= 2 else 'no headings'}"

    def __iter__(self) -> Iterator[Start]:
        """Give every line but the first, which always begins a post."""
        for number, index in enumerate(self.kept):
            if not self.drafts:
                self._open(index, "the body's first line", marked=True)
                continue
            name = self.names[number]
            above = self.names[number - 1]
            marked = name in ("heading", "time", "byline") or above == "updated" or self._cut_off(number)
            yield Start(index, self._gather(number, name, above), marked)

    def settle(self, start: Start, *, begins: bool, evidence: str = "") -> None:
        """Let a line begin a post or go on with the last one."""
        if begins:
            self._open(start.index, evidence, marked=start.marked)
        else:
            self._go_on(start.index)

    def _open(self, index: int, evidence: str, *, marked: bool) -> None:
        self.drafts.append(Draft([], Boundary.MARKED if marked else Boundary.INFERRED, evidence))
        self.told = self.told.reset()
        self.named = set()
        self.writers = set()
        self._go_on(index)

    def _go_on(self, index: int) -> None:
        self.drafts[-1].add(self.page, index)
        self.named.update(_names_of(self.page.lines[index].text))
        if self.page.labels[index].kind is BlockKind.BYLINE:
            self.writers.update(find_authors(self.page.lines[index].bare))
        self.told.read(
            self.page.lines[index],
            self.subjects[index],
            self.people[index],
            prose=self.page.labels[index].kind in _BODY,
            recap=index in self.page.recaps,
        )

    def _between(self, number: int) -> list[Reason]:
        """Give the reasons of the noise right above a line."""
        return [
            reason
            for index in range(self.kept[number - 1] + 1, self.kept[number])
            if (reason := self.page.labels[index].reason) is not None
        ]

    def _cut_off(self, number: int) -> bool:
        """Tell whether buttons part a line from the one above, as they part the entries of many live pages."""
        return Reason.INTERFACE in self._between(number)

    def _gather(self, number: int, name: str, above: str) -> list[str]:
        index, draft = self.kept[number], self.drafts[-1]
        below = self.names[number + 1] if number + 1 < len(self.names) else "the end"
        below2 = self.names[number + 2] if number + 2 < len(self.names) else "the end"
        above2 = self.names[number - 2] if number > 1 else "the start"
        has = " ".join(sorted(draft.kinds - {"caption", "quote", "updated"})) or "nothing"
        marks = [
            name,
            f"{name} under {above}",
            f"{name} over {below}",
            f"{name} over {below} and {below2}",
            f"{name} under {above2} and {above}",
            f"{name} between {above} and {below}",
            f"{name} where {self.style}",
            f"{name} over {below} where {self.style}",
            f"{name} under {above} where {self.style}",
            f"{name} in a post with {has}",
            f"{name} behind {min(draft.paragraphs, 4)} paragraphs",
        ]
        noise = self._between(number)
        if noise:
            marks += {f"{name} behind {reason}" for reason in noise}
            marks += {f"behind {reason}" for reason in noise}
        if name == "heading":
            marks += self._of_heading(index, draft)
        elif name in ("paragraph", "list_item", "quote"):
            marks += [f"{name}: {sign}" for sign in self._of_words(number)]
            if self.page.lines[index].marker:
                marks.append(f"{name} marked {self.page.lines[index].marker}")
        elif name == "byline":
            same = not self.writers.isdisjoint(find_authors(self.page.lines[index].bare))
            marks.append("byline of the same writer" if same else "byline of another writer")
            marks.append(f"byline by {self.page.labels[index].rule}")
        return marks

    def _of_words(self, number: int) -> list[str]:
        """Tell what its words, those above and those below say of an unmarked paragraph."""
        index, above = self.kept[number], self.kept[max(0, number - 2) : number]
        below = self.kept[number + 1] if number + 1 < len(self.kept) else None
        line, words = self.page.lines[index], self.subjects[index]
        before = words & frozenset().union(*(self.subjects[other] for other in above))
        after = words & self.subjects[below] if below is not None else ()
        return [
            *self.told.signs(line, words, self.people[index]),
            *signs_beside(self.page.lines[above[-1]], line, None if below is None else self.page.lines[below]),
            f"shares {min(len(before), 3)} words with those above, {min(len(after), 3)} with the one below",
            *self._of_subject(number, words),
        ]

    def _of_subject(self, number: int, words: frozenset[str]) -> list[str]:
        """Tell how much of what a paragraph tells and names the post above has told and named."""
        names = _names_of(self.page.lines[self.kept[number]].text)
        signs = [
            f"shares {min(len(words & self.told.words), 5)} words with the post",
            f"names {min(len(names & self.named), 3)} of {min(len(names), 3)} again",
        ]
        if self.drafts[-1].headings:
            heading = self.subjects[self.drafts[-1].headings[-1]]
            signs.append(f"shares {min(len(words & heading), 3)} words with the heading")
        return signs

    def _of_heading(self, index: int, draft: Draft) -> list[str]:
        line = self.page.lines[index]
        marks = [f"heading of {'few' if line.words <= 4 else 'some' if line.words <= 7 else 'many'} words"]
        if line.bare.endswith("?"):
            marks.append("heading that asks")
        if index in self.page.recaps:
            marks.append("heading of a recap")
        if draft.headings:
            first = self.page.lines[draft.headings[0]]
            words = set().union(*(_words(self.page.lines[other].bare) for other in draft.headings[:_HEADINGS]))
            marks.append(
                "heading that shares words with the post's"
                if _words(line.bare) & words
                else "heading of other words than the post's"
            )
            marks.append(f"heading, the post's {'longer' if first.words > line.words + 2 else 'no longer'}")
            if first.bare.endswith("?"):
                marks.append("heading in a post that asks")
        return marks


def _names_of(text: str) -> frozenset[str]:
    return frozenset(name.removesuffix("’s").removesuffix("'s") for name in _NAMED.findall(text))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - {"what", "when", "where", "which", "does", "have", "with"}


def _finish(page: Page, draft: Draft) -> None:
    """Read a post's heading, authors, mark and kind from its lines."""
    kinds = [page.labels[index].kind for index in draft.lines]
    before = kinds[: kinds.index(BlockKind.HEADING)] if BlockKind.HEADING in kinds else kinds
    if draft.headings and not any(kind in _BODY for kind in before):
        draft.heading = draft.headings[0]
    for index, kind in zip(draft.lines, kinds, strict=True):
        if kind is BlockKind.BYLINE:
            draft.authors.extend(name for name in find_authors(page.lines[index].bare) if name not in draft.authors)
    draft.updated = any(page.labels[index].rule == "stamp.updated" for index in draft.lines)
    draft.kind = PostKind.SUMMARY if _is_summary(page, draft, kinds) else PostKind.ENTRY


def _is_summary(page: Page, draft: Draft, kinds: list[BlockKind]) -> bool:
    """Tell whether a post recaps: its heading says so, or it is a list that a recap's words or a greeting lead in."""
    if draft.heading is not None and draft.heading in page.recaps:
        return True
    prose = [index for index, kind in zip(draft.lines, kinds, strict=True) if kind is BlockKind.PARAGRAPH]
    leads = any(page.lines[index].words <= _LEAD and index in page.recaps for index in prose)
    welcomes = any(_WELCOME.search(page.lines[index].text) for index in prose[:2])
    return kinds.count(BlockKind.LIST_ITEM) >= 2 and (leads or welcomes or not prose)
