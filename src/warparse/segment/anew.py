"""Whether an editor begins anew: the signs of a post that the scraper left unmarked.

Contract: signs that hold on any site, as evidence only; `posts` weighs them. For a new post speak: a
person introduced again by role and full name, a fresh report's words (who said it, when, to whom, by
which agency), a subject that shares no word with what stands above. Against it: pronouns and definite
descriptions that point back, opening quotation marks, words shared with the paragraph above.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field

from warparse.segment.lines import CLOSERS, OPENERS
from warparse.segment.live import INTRODUCTION

if TYPE_CHECKING:
    from warparse.segment.lines import Line

__all__ = ["Told", "find_subjects", "signs_beside"]

_DAY: Final = regex.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|this (?:morning|afternoon|evening)|overnight|tonight|yesterday|earlier|early (?:on )?\p{Lu}\p{L}+day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:morning|evening|night|afternoon)|last night|in the past|just)\b"
)
_REPORT: Final = regex.compile(
    r"\b(?:said|says|told|announced|reports?|reported|reporting|according to|confirmed|warned|claimed|urged|posted|has|have|will|were|was|killed|injured|launched|struck|attacked)\b"
)
_PERFECT: Final = regex.compile(
    r"\b(?:has|have) (?!been (?:able|trying)|repeatedly|long|since|already|previously|never|always|yet|to\b|no\b|not\b|an?\b|the\b)(?:just |been |now |also |again )?\p{Ll}+(?:ed|en|id|un|ld|ut|nt|wn|ck|de)\b"
)
_AGENCY: Final = regex.compile(
    r"\b(?:Reuters|AFP|Agence France-Presse|AP|Associated Press|Tass|TASS|RIA|Interfax|Suspilne|Ukrinform|PA|DPA|Bloomberg|BBC|CNN|Xinhua|Anadolu|media|agency|broadcaster|newspaper|Telegram|Facebook|social media|statement|ministry|officials|governor|authorities|military|spokes\w+)\b"
)
_FORMULA: Final = regex.compile(
    r"(?:Here(?:[’']s| is| are)|We(?:[’']ve| have) (?:more|got|just)|We (?:reported|mentioned|are (?:getting|hearing))|More (?:from|on|details)|Some more|Thanks"
    r"|In an earlier post|As we (?:mentioned|reported)|Earlier today|It[’']s (?:just )?(?:gone|coming up|\d)|Returning to|Back to|Turning to|And (?:here|now)|Our (?:colleague|correspondent|reporter)|My colleague|This is|The Guardian|You can|That[’']s all|I[’']m|I am|We are|We[’']re|Reuters|AFP|Citing|Dozens of|Video|Images|Photographs|Footage)\b"
)
_GREETING: Final = regex.compile(
    r"(?:Hello|Hi |Good (?:morning|evening|afternoon)|Welcome|Thank you for (?:joining|reading|following)|That[’']s all (?:for|from))\b"
)
_LOCATED: Final = regex.compile(
    r"(?:In (?:a|an|his|her|its|their) |Speaking |Citing |At least |An? |One |Two |Three |Four |Five |Six |Seven |More than |\d)"
)
_BACK: Final = regex.compile(
    r"(?:He|She|They|It|His|Her|Their|Its|This|These|That|Those|Such|But|And|However|Meanwhile|Also|Still|So|Yet|Or|Nor|Both|Asked|Despite|Although|Though|While|Instead|Among|There|Then|Later|Following|After|Afterwards|As a result|As part|Under the|According to the (?:report|statement|document)|Another|Other|Others|Neither|If|Because|By|For|Nevertheless|Separately|In addition|Additionally|Moreover|Furthermore|In turn|In response|At the same time|On the other|On his|On her|On their|You can)\b(?![’']s (?:just|gone))"
)
_DEFINITE: Final = regex.compile(r"The\s(?P<noun>(?:\p{Ll}[\p{L}-]*\s){0,2}\p{Ll}[\p{L}-]*)")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]{3,}")  # the standard engine is twice as fast on it
_STOP_WORDS: Final = frozenset(
    "that with have been from this they will their were which would about there said says told after before into over also more than when what some could other".split()
)
_COMMON: Final = 0.25
"""Share of a document's paragraphs from which a word tells none of their subjects."""
_SELDOM: Final = 4
"""Paragraphs up to which it does, however short the document."""
_LEAD: Final = 45
"""Words up to which a paragraph may be a lead-in."""
_STOP: Final = regex.compile(r"(?<=[\p{Ll}\d”’\"])\.\s")
_SHORT: Final = 5
"""Words below which a line is no paragraph of its own."""
_FIRST: Final = 260
"""Characters of a paragraph in which an editor says what is new."""


@define
class Told:
    """What the current post has told so far."""

    people: set[str] = field(factory=set)
    """People whom it has named in full."""
    surnames: set[str] = field(factory=set)
    """The last words of their names."""
    words: set[str] = field(factory=set)
    """Its words other than the commonest."""
    last: frozenset[str] = frozenset()
    """Those of its last paragraph."""
    leads: bool = False
    """Whether its last paragraph leads in a list or a quotation."""
    known: set[str] = field(factory=set, repr=False)
    """People named in full anywhere before."""

    def reset(self) -> Told:
        """Forget the post, but not whom the document has named."""
        return Told(known=self.known)

    def read(self, line: Line, words: frozenset[str], people: frozenset[str], *, prose: bool, recap: bool) -> None:
        """Take in one more line of the post."""
        self.people |= people
        self.known |= people
        self.surnames |= {name.split()[-1].lower() for name in people}
        self.words |= words
        if prose:
            self.last = words
            self.leads = line.final == ":" or (line.words <= _LEAD and recap)

    def signs(self, line: Line, words: frozenset[str], people: frozenset[str]) -> list[str]:
        """Gather what speaks for and against an editor's beginning anew with a paragraph.

        Args:
            line: the paragraph.
            words: those of its words that tell its subject.
            people: the people that it names in full.
        """
        text = line.text
        head = text[:_FIRST]
        signs = ["behind a lead-in"] if self.leads else []
        if text[0] in OPENERS:
            signs.append("opens with a quotation")
        elif text[0].islower():
            signs.append("opens in small letters")
        elif _BACK.match(text):
            signs.append("opens by pointing back")
        if line.words < _SHORT:
            signs.append("short")
        if text.rstrip("*_ ")[-1:] == ":":
            signs.append("leads in")
        signs += self._people(head, people)
        if _GREETING.match(text):
            signs.append("an editor's greeting")
        elif _FORMULA.match(text):
            signs.append("an editor's formula")
        elif _LOCATED.match(text):
            signs.append("begins with the news")
        first = _STOP.split(head, maxsplit=1)[0]
        if _REPORT.search(first):
            signs += [
                name
                for name, found in (
                    ("a dated report", _DAY.search(first)),
                    ("a source", _AGENCY.search(first)),
                    ("news in the perfect", _PERFECT.search(first[:110])),
                )
                if found
            ]
        signs += self._pointing_back(text, people)
        signs.append(self._shared(words))
        return signs

    def _people(self, head: str, people: frozenset[str]) -> list[str]:
        introduced = bool(INTRODUCTION.search(head))
        if people & self.people and introduced:
            return ["a person introduced again"]
        if people - self.people and people & self.known:
            return ["a person named in full again"]
        return ["a new person"] if introduced or people - self.known else []

    def _pointing_back(self, text: str, people: frozenset[str]) -> list[str]:
        definite = _DEFINITE.match(text)
        if definite:
            noun = definite["noun"].split()[-1].lower()
            return ["a known thing with “the”" if noun in self.words or not people else "a thing with “the”"]
        first = text.split(maxsplit=1)[0].strip(",’'s").lower()
        return ["a surname known from above"] if first in self.surnames and not people else []

    def _shared(self, words: frozenset[str]) -> str:
        if not words:
            return "no telling words"
        near = len(words & self.last) / len(words)
        ever = len(words & self.words) / len(words)
        share = max(near, ever * 0.8)
        return (
            "a new subject"
            if share < 0.06
            else "few known words"
            if share < 0.13
            else "known words"
            if share < 0.25
            else "mostly known words"
        )


def signs_beside(above: Line, line: Line, below: Line | None) -> list[str]:
    """Gather what the paragraphs right above and below one tell."""
    signs = [f"of {_length(line)} words", f"under {_length(above)} words"]
    if above.text.rstrip("*_ ")[-1:] in CLOSERS:
        signs.append("under closed quotation marks")
    if below is not None:
        if below.text[0] in OPENERS:
            signs.append("over a quotation")
        elif _BACK.match(below.text):
            signs.append("over what points back")
    return signs


def _length(line: Line) -> str:
    return f"{min(line.words // 12, 5) * 12} or more"


def find_subjects(texts: list[str]) -> list[frozenset[str]]:
    """Give for each paragraph of a document the words that tell its subject, in lower case: those that few others share."""
    shared: dict[str, str] = {}  # a word that many paragraphs hold is kept once
    found = [
        frozenset(shared.setdefault(word, word) for word in _WORD.findall(text.lower())) - _STOP_WORDS for text in texts
    ]
    counts = Counter(word for words in found for word in words)
    most = max(_SELDOM, len(texts) * _COMMON)
    common = frozenset(word for word, count in counts.items() if count > most)
    return [words - common for words in found]
