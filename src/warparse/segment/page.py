"""The page around the article: what stands above its body and below it.

Contract: `find_body` gives the first and last line of the article's own prose; `label_header` and
`label_footer` label every line outside them. Place decides here as much as words: a label above the
body is the title, a standfirst, a byline or menu by what stands beside it.
"""

from __future__ import annotations

from typing import Final

import regex

from warparse.model import BlockKind, Reason
from warparse.segment.bylines import is_biography, is_name
from warparse.segment.labels import Label, Labels, is_content, is_noise, noise
from warparse.segment.lines import Line, make_line
from warparse.segment.live import says_live

__all__ = ["find_body", "find_title", "is_unfinished", "label_footer", "label_header", "label_key_points", "split_site"]

_SITE: Final = regex.compile(r"^(?P<title>.{15,}?)\s+[|–—·•»-]\s+(?P<site>[^|]{2,60}(?:\s\|\s[^|]{2,60}){0,3})$")
_SITE_NAME: Final = regex.compile(
    r"(?<=.{20})\s+(?:\|\s+\S.{1,70}|[–—-]\s+(?:The\s)?\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,2})$"
)
_WORD: Final = regex.compile(r"\p{L}{4,}")
_PUBLISHER: Final = regex.compile(r"\b(?:we|our|us)\b", regex.IGNORECASE)
_LONG_LINE: Final = 40
_LINK_WORDS: Final = 3
_KEY_POINTS: Final = 6
_POINTS: Final = frozenset(
    [
        "key points",
        "key takeaways",
        "at a glance",
        "what we covered here",
        "the essentials",
        "in brief",
        "highlights",
        "summary",
        "main points",
        "quick read",
        "in short",
        "key developments",
        "what to know",
    ]
)
_HEADER_KINDS: Final = (BlockKind.TIMESTAMP, BlockKind.BYLINE, BlockKind.CAPTION)


def find_body(lines: list[Line], labels: Labels) -> tuple[int, int]:
    """Find the first and one past the last line of the article's prose; (0, 0) if there is none.

    A line or two of prose between furniture at the top, in which a publisher speaks of itself, is
    furniture too, and is labelled so.
    """
    first, end = _densest(lines, labels)
    first = _reach_fragments(lines, labels, _reach_back(lines, labels, first))
    while first < end:
        run = first
        while run < end and is_content(lines[run], labels[run]):
            run += 1
        pressed = run - first <= 2 and first > 0 and is_noise(labels[first - 1]) and run < end and is_noise(labels[run])
        if not pressed or not _PUBLISHER.search(lines[first].text):
            break
        for index in range(first, run):
            labels[index] = noise("subscription", "page.publisher", "between two lines of furniture")
        first = next((index for index in range(run, end) if is_content(lines[index], labels[index])), end)
    return (first, end) if first < end else (0, 0)


def _densest(lines: list[Line], labels: Labels) -> tuple[int, int]:
    """Find the run of lines that is richest in prose: the greatest sum of gains, in one pass."""
    best = total = 0
    start = first = end = 0
    for index, (line, label) in enumerate(zip(lines, labels, strict=True)):
        total += _gain(line, label)
        if total <= 0:
            total, start = 0, index + 1
        elif total > best and is_content(line, label):
            best, first, end = total, start, index + 1
    while first < end and not is_content(lines[first], labels[first]):
        first += 1
    return first, end


def _reach_back(lines: list[Line], labels: Labels, first: int) -> int:
    """Take in prose that furniture parts from the body, if it stands behind the article's byline or time."""
    header = first - 1
    while header >= 0 and (
        (label := labels[header]) is None or label.kind not in (BlockKind.TIMESTAMP, BlockKind.BYLINE)
    ):
        header -= 1
    if header < 0:
        return first
    return next(
        (
            index
            for index in range(header + 1, first)
            if labels[index] is None and lines[index].prose and lines[index].ended and not lines[index].marker
        ),
        first,
    )


def _reach_fragments(lines: list[Line], labels: Labels, first: int) -> int:
    """Take in the beginning of a sentence that a link broke off from the body's first line."""
    reached = first
    while first and labels[first - 1] is None and not lines[first - 1].marker and lines[first].gap <= 1:
        above, here = lines[first - 1], lines[first]
        linked = first < reached and here.words <= _LINK_WORDS
        if not (
            linked
            or here.bare[:1].islower()
            or here.bare[:1] in ",;"
            or is_unfinished(above)
            or above.bare[:1].islower()
        ):
            break
        first -= 1
    return first


def _gain(line: Line, label: Label | None) -> int:
    """Weigh a line for or against standing in the body."""
    if is_content(line, label):
        return min(line.words, _LONG_LINE) if line.ended or not line.marker else 6
    if label is not None and label.reason is not None:
        return -2 if label.reason is Reason.INTERFACE else -10
    if label is not None:
        return 4 if label.kind in (BlockKind.TIMESTAMP, BlockKind.BYLINE) else 0
    return -6 if line.marker else -4


def find_title(lines: list[Line], labels: Labels, body: int, *, headed: bool = False, live: bool = False) -> int | None:
    """Choose the title among the lines above the body.

    Args:
        lines: the lines.
        labels: what is known of them.
        body: index of the first line of prose.
        headed: whether the body has long headings of its own.
        live: whether the text is a live blog, whose first post may have its heading above the body too.

    Returns:
        The index of the title; None if the scraper lost it.
    """
    candidates = [index for index in range(body) if labels[index] is None and _may_be_title(lines[index])]
    candidates += [index for index in range(body) if labels[index] is None and lines[index].marker == "#"]
    candidates = sorted(set(candidates))
    if not candidates:
        return None
    for index in candidates:
        site = _SITE.match(lines[index].bare)
        if site:
            same = [
                other for other in candidates if other != index and lines[other].bare.strip() == site["title"].strip()
            ]
            if same:
                labels[index] = noise("navigation", "page.title-line", site["site"])
                return same[-1]
    marked = [index for index in candidates if lines[index].marker == "#" and not lines[index].text.startswith("##")]
    if marked:
        return marked[0]
    if live and len(candidates) > 1 and _heads_first_post(lines, labels, candidates[-1], body):
        candidates.pop()
    told = [index for index in candidates if says_live(lines[index].text)]
    if told:
        return told[0]
    runs = _runs(candidates, labels)
    teasers = {index for run in runs[:-1] if len(run) >= 3 for index in run}
    kept = [index for index in candidates if index not in teasers] or candidates
    if len(kept) == 1 and len(candidates) == 1:
        return None if headed and _opens_body(labels, kept[0], body) else kept[0]
    return _weigh(lines, labels, kept, body)


def split_site(lines: list[Line], labels: Labels, title: int) -> bool:
    """Split the site's name off a headline that has no copy without it: "Port shut | Herald".

    Returns:
        Whether a line was added behind the title.
    """
    line = lines[title]
    found = _SITE_NAME.search(line.text)
    if not found or says_live(found.group()) or line.text != line.bare:
        return False
    lines[title] = make_line(line.text[: found.start()], line.start, line.gap)
    name = found.group().lstrip()
    lines.insert(title + 1, make_line(name, line.end - len(name), 0))
    labels.insert(title + 1, noise("navigation", "page.site-name", name))
    return True


def _heads_first_post(lines: list[Line], labels: Labels, index: int, body: int) -> bool:
    """Tell whether nothing but a byline, a time or a picture stands between a line and the body."""
    between = range(index + 1, body)
    return all(
        ((label := labels[other]) is None and is_name(lines[other].bare))
        or (label is not None and label.kind in _HEADER_KINDS)
        for other in between
    )


def _opens_body(labels: Labels, index: int, body: int) -> bool:
    """Tell whether nothing but the body follows a line and nothing of a header stands before it."""
    header = any(label is not None and label.kind in _HEADER_KINDS for label in labels[:body])
    return not header and index == body - 1


def _runs(indices: list[int], labels: Labels) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        joined = (
            runs
            and all(labels[between] is None for between in range(runs[-1][-1], index))
            and index - runs[-1][-1] <= 1
        )
        if joined:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _weigh(lines: list[Line], labels: Labels, candidates: list[int], body: int) -> int:
    """Weigh candidates by the words that they share with the body, a header behind them, and their place."""
    told: set[str] = set()
    for line in lines[body : body + 12]:
        told.update(word.lower() for word in _WORD.findall(line.text[:600]))

    def weight(index: int) -> tuple[float, int]:
        words = {word.lower() for word in _WORD.findall(lines[index].bare)}
        shared = len(words & told) / len(words) if words else 0.0
        after = labels[index + 1] if index + 1 < len(labels) else None
        header = 0.35 if after is not None and after.kind in _HEADER_KINDS else 0.0
        copies = 0.2 if sum(1 for line in lines[: body + 1] if line.key == lines[index].key) > 1 else 0.0
        leads = index - 1 not in candidates and index + 1 in candidates
        first = (
            0.5
            if leads and lines[index].words >= 6
            else 0.3
            if lines[index].words >= 6 and index - 1 not in candidates
            else 0.0
        )
        return (shared + header + copies + first + (0.1 if 6 <= lines[index].words <= 22 else 0.0), -index)

    return max(candidates, key=weight)


def label_header(lines: list[Line], labels: Labels, body: int, title: int | None, *, live: bool) -> None:
    """Label every line above the body."""
    if title is not None:
        labels[title] = Label(BlockKind.TITLE, "page.title")
        for index in range(body):
            if index != title and lines[index].key == lines[title].key and labels[index] is None:
                labels[index] = noise("navigation", "page.title-copy")
    start = 0 if title is None else title + 1
    heading = _last_heading(lines, labels, body, start) if live else None
    for index in range(body):
        if labels[index] is None:
            labels[index] = (
                Label(BlockKind.HEADING, "page.first-heading")
                if index == heading
                else _judge_header(lines, labels, index, body, title)
            )


def _judge_header(lines: list[Line], labels: Labels, index: int, body: int, title: int | None) -> Label:
    """Judge a line above the body by its place: behind the title it may be the article's, before it menu."""
    line = lines[index]
    behind = title is None or index > title
    if is_name(line.bare) and _is_author(lines, labels, index, title):
        return Label(BlockKind.BYLINE, "byline.name")
    if behind and _is_key_point(lines, labels, index, body):
        return Label(BlockKind.LIST_ITEM, "page.key-point", line.marker)
    if title is not None and behind and line.words >= 6 and _touches(labels, title, index):
        return Label(BlockKind.STANDFIRST, "page.standfirst")
    if line.words <= 4 or (line.headline and line.words <= 8 and not line.marker and not behind):
        return noise("navigation", "page.menu")
    if behind and line.ended and line.words >= 5:
        return Label(BlockKind.PARAGRAPH, "page.prose")
    return noise("promotion", "page.teaser")


def label_key_points(lines: list[Line], labels: Labels, end: int) -> None:
    """Label key points without marks: a label that announces them, and the short lines below it up to any mark."""
    for index in range(end - 1):
        if labels[index] is not None or lines[index].key not in _POINTS:
            continue
        last = index + 1
        while (
            last < end
            and labels[last] is None
            and lines[last].words >= 3
            and not lines[last].prose
            and last - index <= 2 * _KEY_POINTS
        ):
            labels[last] = Label(BlockKind.LIST_ITEM, "page.key-point", lines[index].bare)
            last += 1
        if last > index + 1:
            labels[index] = Label(BlockKind.HEADING, "page.key-points")


def _touches(labels: Labels, title: int, index: int) -> bool:
    return (
        all((label := labels[between]) is not None and not is_noise(label) for between in range(title + 1, index))
        and index - title <= 3
    )


def _last_heading(lines: list[Line], labels: Labels, body: int, start: int) -> int | None:
    """Find the heading of the first post: the last label above the body, with only its byline between."""
    for index in range(body - 1, start - 1, -1):
        label = labels[index]
        if label is None:
            if is_name(lines[index].bare) and index > start:
                continue
            return index if _may_head(lines[index]) or lines[index].marker == "#" else None
        if label.kind not in (BlockKind.BYLINE, BlockKind.TIMESTAMP, BlockKind.CAPTION):
            return None
    return None


def _may_be_title(line: Line) -> bool:
    """Tell whether a line may be the article's headline: a site's name has only capitals and few words."""
    own = line.words >= 5 or any(word[0].islower() and len(word) >= 4 for word in line.bare.split())
    return line.headline and line.words >= 4 and not line.marker and own


def _may_head(line: Line) -> bool:
    """Tell whether a line may head a post rather than stand first under the title as a sentence without its stop."""
    return line.headline and not (line.words > _HEADING_WORDS and line.narrated)


_HEADING_WORDS: Final = 18


def _is_author(lines: list[Line], labels: Labels, index: int, title: int | None) -> bool:
    """Tell whether a bare name above the body is a byline: after "By", doubled, by its biography, or beside the title."""
    near = [other for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    for other in near:
        label = labels[other]
        if lines[other].key == lines[index].key and lines[other].gap > 0:
            return True
        if label is not None and label.kind is BlockKind.BYLINE:
            return True
        if is_biography(lines[other].bare):
            return True
    before = labels[index - 1] if index else None
    after = labels[index + 1] if index + 1 < len(labels) else None
    dated = any(label is not None and label.kind is BlockKind.TIMESTAMP for label in (before, after))
    follows = before is not None and before.kind in (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING)
    return (
        dated
        or (follows and not is_noise(after))
        or (
            title is not None
            and title < index
            and after is None
            and lines[index + 1 : index + 2] != []
            and lines[index + 1].prose
        )
    )


def _is_key_point(lines: list[Line], labels: Labels, index: int, body: int) -> bool:
    """Tell whether a bullet above the body is one of its key points: a few of them, right above it."""
    if lines[index].marker in ("", "#", ">") or lines[index].words < 4:
        return False
    first = index
    while first and index - first < _KEY_POINTS and lines[first - 1].marker and not is_noise(labels[first - 1]):
        first -= 1
    last = index
    while last < body - 1 and last - index < _KEY_POINTS and lines[last + 1].marker and not is_noise(labels[last + 1]):
        last += 1
    return last - first < _KEY_POINTS and not any(is_noise(label) for label in labels[last + 1 : body])


def label_footer(lines: list[Line], labels: Labels, end: int) -> None:
    """Label every line below the body."""
    for index in range(end, len(lines)):
        if labels[index] is not None:
            continue
        line = lines[index]
        if index == len(lines) - 1 and index == end and is_unfinished(line) and line.words >= 3:
            labels[index] = Label(BlockKind.PARAGRAPH, "page.cut-off")
        elif (
            is_name(line.bare)
            and (label := labels[index - 1] if index else None) is not None
            and label.kind is BlockKind.BYLINE
        ) or _leads_to_biography(lines, labels, index):
            labels[index] = Label(BlockKind.BYLINE, "byline.name")
        elif line.words <= 4 and not line.ended:
            labels[index] = noise("navigation", "page.menu")
        elif line.prose and line.ended and not line.marker and _follows_body(labels, end, index):
            labels[index] = Label(BlockKind.PARAGRAPH, "page.prose-below", "no furniture between it and the body")
        elif line.marker == "1" and line.ended:
            labels[index] = Label(BlockKind.LIST_ITEM, "page.endnote")
        else:
            labels[index] = noise("promotion", "page.teaser")


def _leads_to_biography(lines: list[Line], labels: Labels, index: int) -> bool:
    """Tell whether a line is the name or the job above a biography that begins with that name."""
    for below in range(index + 1, min(index + 3, len(lines))):
        label = labels[below]
        if label is not None and label.rule == "byline.biography":
            name = lines[below].bare
            return name.startswith(lines[index].bare) or (
                index > 0 and name.startswith(lines[index - 1].bare) and lines[index].words <= 5
            )
    return False


def _follows_body(labels: Labels, end: int, index: int) -> bool:
    """Tell whether only the article's own lines stand between the body's end and a line."""
    return index - end <= _AFTERTHOUGHT and not any(is_noise(label) for label in labels[end:index])


_AFTERTHOUGHT: Final = 8
_UNFINISHED: Final = frozenset(
    "a an and as at be by for from has have he her his in into is it its of on or our over she said than that the their they this to under was were"
    " when where which while who will with would i".split()
)


def is_unfinished(line: Line) -> bool:
    """Tell whether a line breaks off in the middle of a sentence: after a small word, a stray letter or a comma."""
    last = line.bare.split()[-1:]
    return bool(last) and (
        last[0].lower() in _UNFINISHED or (len(last[0]) == 1 and last[0].isalpha()) or line.final in (",", ";")
    )
