"""The gold: what a right parser tells of a text, noted while the text is written.

Contract: offsets are taken from the text as it stands, never searched for. A `Writer` writes line after line; `gold`
gives the interchange format, with `optional` where a layout no longer tells.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import define, field

from warparse.model import BlockKind, PostKind, QuoteForm
from warparse.read.clean import clean
from warparse.testing.lines import Credit, Line, Lines, Shown
from warparse.testing.plan import Fact, Said
from warparse.testing.settings import Marks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

__all__ = ["Record", "Writer", "refreshed", "strip_gold"]

Record = dict[str, Any]
_FIGURE = ("start", "end", "caption", "credit", "photographers", "agencies")


@define
class Writer:
    """The text so far, and what is noted of it."""

    marks: Marks
    """The publisher's quotation marks."""
    text: str = ""
    """What is written."""
    blocks: list[Record] = field(factory=list)
    """A block for each line."""
    quotes: list[Record] = field(factory=list)
    """Quotes in the order of writing."""
    facts: dict[str, list[Record]] = field(factory=lambda: {"attacks": [], "money": [], "meetings": []})
    """Records by extractor."""
    figures: dict[int, Record] = field(factory=dict)
    """What is known of each picture so far."""
    amount: int | None = None
    """Where the last amount of money starts that another may restate."""

    def add(self, line: Line) -> None:
        """Write a line and note its block."""
        if self.text:
            self.text += line.gap
        start = len(self.text)
        self.text += line.before.lstrip() if not line.gap.count("\n") else line.before
        shown = credit = None
        pieces = list(line.pieces)
        for at, piece in enumerate(pieces):
            begun = len(self.text)
            if isinstance(piece, Shown | Credit):
                self.text += self._plain(piece.words)
                shown, credit = (piece, credit) if isinstance(piece, Shown) else (shown, self.text[begun:])
            elif isinstance(piece, Said):
                following = pieces[at + 1] if at + 1 < len(pieces) else ""
                taken = self._say(piece, line, following if isinstance(following, str) else "")
                if taken:
                    pieces[at + 1] = str(following)[1:]
            else:
                self._write(piece, line)
        self.text += line.after
        piece_text = self.text[start:]
        start += len(piece_text) - len(piece_text.lstrip())
        record: Record = {
            "kind": str(line.kind),
            "start": start,
            "end": start + len(piece_text.strip()),
            "post": line.post,
        }
        record["reason"] = str(line.reason) if line.reason else None
        self.blocks.append(record)
        if line.picture:
            self._show(line, record, shown, credit)

    def _write(self, piece: str | Fact, line: Line) -> None:
        begun = len(self.text)
        if isinstance(piece, str):
            self.text += self._plain(piece)
            return
        self.text += self._plain(piece.words)
        record: Record = {"start": begun, "end": len(self.text), **piece.record}
        if piece.extractor == "money":
            record["equivalent_of"] = self.amount if piece.restates else None
            self.amount = self.amount if piece.restates else begun
        if line.kind is not BlockKind.NOISE:
            self.facts.setdefault(piece.extractor, []).append(record)

    def _say(self, said: Said, line: Line, following: str) -> bool:
        """Write somebody's words; tell whether the mark that follows was written inside the closing one."""
        heading = line.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST)
        marks = self.marks
        opening, closing = (marks.heading_opening, marks.heading_closing) if heading else (marks.opening, marks.closing)
        block = said.form is QuoteForm.BLOCK and line.kind is BlockKind.QUOTE
        self.text += "" if block else opening
        begun = len(self.text)
        for piece in said.pieces:
            self._write(piece, line)
        form = said.form if block or said.form is not QuoteForm.BLOCK else QuoteForm.DIRECT
        record: Record = {"start": begun, "end": len(self.text), "form": str(form), "speaker": said.speaker}
        if said.accept:
            record["accept"] = list(said.accept)
        self.quotes.append(record)
        inside = marks.inside and following[:1] in (".", ",") and not block
        self.text += following[0] if inside else ""
        self.text += "" if block or not said.closed else closing
        return inside

    def _plain(self, words: str) -> str:
        return words if self.marks.apostrophe == "’" else words.replace("’", self.marks.apostrophe)

    def _show(self, line: Line, block: Record, shown: Shown | None, credit: str | None) -> None:
        """Note a caption: lines of the same picture are one figure, which stands where the last run of them stands."""
        picture = line.picture
        assert picture is not None  # noqa: S101  a caption without a picture is no caption
        figure = self.figures.setdefault(id(picture), {"credit": None, "photographers": [], "agencies": []})
        beside = figure.get("block") == len(self.blocks) - 2
        figure.update(start=figure["start"] if beside else block["start"], end=block["end"], block=len(self.blocks) - 1)
        if shown:
            figure["caption"] = self._plain(shown.words)
        if credit:
            figure.update(credit=credit, photographers=list(picture.photographers), agencies=list(picture.agencies))

    def gold(self, lines: Lines, kinds: list[PostKind], published: date) -> Record:
        """Give the gold of what was written."""
        titles = [block for block in self.blocks if block["kind"] == BlockKind.TITLE]
        stamped = any(line.kind is BlockKind.TIMESTAMP and str(published.year) in str(line.pieces) for line in lines)
        text = self.text + "\n"
        return {
            "format": "warparse/1",
            "source": {"name": None, "sha256": sha256(text.encode()).hexdigest(), "length": len(text)},
            "published": published.isoformat() if stamped else None,
            "title": self._bare(titles[0], lines[self.blocks.index(titles[0])]) if titles else None,
            "blocks": self.blocks,
            "posts": self._posts(lines, kinds),
            "quotes": sorted(self.quotes, key=lambda quote: int(quote["start"])),
            "figures": self.drawn(),
            "fields": {
                name: sorted(records, key=lambda each: int(each["start"])) for name, records in self.facts.items()
            },
            "problems": [],
        }

    def drawn(self) -> list[Record]:
        """Give the figures so far, in the order of their last captions."""
        return sorted(
            (
                {"caption": "", **{key: noted[key] for key in _FIGURE if key in noted}}
                for noted in self.figures.values()
            ),
            key=_start,
        )

    def _bare(self, block: Record, line: Line) -> str:
        text = self.text[block["start"] : block["end"]]
        return text.removeprefix(line.before.strip()).removesuffix(line.after).strip()

    def _posts(self, lines: Lines, kinds: list[PostKind]) -> list[Record]:
        count = max((line.post for line in lines if line.post is not None), default=-1) + 1
        own = [[at for at, line in enumerate(lines) if line.post == number] for number in range(count)]
        marked = [_is_marked(lines, places) for places in own]
        posts = []
        for number, places in enumerate(own):
            post: Record = {"start": self.blocks[places[0]]["start"], "end": self.blocks[places[-1]]["end"]}
            post["kind"] = str(kinds[number])
            heads = [
                at for at in places[:2] if lines[at].kind is BlockKind.HEADING and kinds[number] is not PostKind.ARTICLE
            ]
            post["heading"] = self._bare(self.blocks[heads[0]], lines[heads[0]]) if heads else None
            named = [lines[at].pieces[0] for at in places if lines[at].kind is BlockKind.BYLINE]
            post["authors"] = [str(named[0])] if named else []
            last = lines[places[-1]]
            post["updated"] = last.kind is BlockKind.TIMESTAMP and last.pieces[0] != lines[places[0]].pieces[0]
            if (number and not marked[number]) or (number + 1 < count and not marked[number + 1]):
                post["optional"] = True
            posts.append(post)
        return posts


def _is_marked(lines: Lines, places: list[int]) -> bool:
    """Whether the layout tells where a post begins: by its first line, or by the mark that closes the post before."""
    above = lines[places[0] - 1] if places[0] else None
    opens = lines[places[0]].kind in (BlockKind.HEADING, BlockKind.TIMESTAMP, BlockKind.BYLINE)
    return opens or (above is not None and above.kind is BlockKind.TIMESTAMP and above.post is not None)


def strip_gold(gold: Record) -> Record:
    """Leave out what only a scorer asks for: other right answers, and what may be missing."""

    def bare(record: Record) -> Record:
        return {
            key: value
            for key, value in record.items()
            if key not in ("accept", "optional") and not key.endswith("_accept")
        }

    layers = {name: [bare(each) for each in gold[name]] for name in ("blocks", "posts", "quotes", "figures")}
    fields = {name: [bare(each) for each in records] for name, records in gold["fields"].items()}
    return {**gold, **layers, "fields": fields}


def refreshed(
    before: str, gold: Record, text: str, move: Callable[[int, int], tuple[int, int]], blocks: list[Record]
) -> Record:
    """Give the gold of a text that was put together anew.

    Args:
        before: the text as it was.
        gold: its gold.
        text: the text as it is.
        move: gives the span that a span has become.
        blocks: the blocks that are new.
    """

    def moved(record: Record) -> Record:
        start, end = move(record["start"], record["end"])
        out = {**record, "start": start, "end": end}
        if record.get("equivalent_of") is not None:
            out["equivalent_of"] = move(record["equivalent_of"], record["equivalent_of"] + 1)[0]
        return out

    layers = {name: sorted((moved(each) for each in gold[name]), key=_start) for name in ("quotes", "figures")}
    fields = {name: sorted((moved(each) for each in records), key=_start) for name, records in gold["fields"].items()}
    posts = sorted((({**moved(post), "was": number}) for number, post in enumerate(gold["posts"])), key=_start)
    place = {post.pop("was"): number for number, post in enumerate(posts)}
    kept = [{**moved(block), "post": place.get(block["post"])} for block in gold["blocks"]]
    fresh = [{"reason": None, **block, "post": place.get(block["post"])} for block in blocks]
    for post, old in zip(
        posts, sorted(gold["posts"], key=lambda each: move(each["start"], each["end"])[0]), strict=True
    ):
        if old["heading"]:
            post["heading"] = _reworded(before, old, gold["blocks"], text, move) or old["heading"]
    for block in fresh:
        if block["post"] is not None:
            post = posts[block["post"]]
            post.update(start=min(post["start"], block["start"]), end=max(post["end"], block["end"]))
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {
        **gold,
        "source": {**gold["source"], "sha256": digest, "length": len(text)},
        "blocks": sorted([*kept, *fresh], key=_start),
        "posts": posts,
        **layers,
        "fields": fields,
    }


def _reworded(
    before: str, post: Record, blocks: list[Record], text: str, move: Callable[[int, int], tuple[int, int]]
) -> str | None:
    """Give a post's heading as it is written now, in its block."""
    for block in blocks:
        at = before.find(post["heading"], block["start"], block["end"])
        if block["kind"] == BlockKind.HEADING and post["start"] <= block["start"] < post["end"] and at >= 0:
            start, end = move(at, at + len(post["heading"]))
            return clean(text, start, end).text
    return None


def _start(record: Record) -> int:
    return int(record["start"])
