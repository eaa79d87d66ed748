"""Who is meant: the names, descriptions and pronouns of a paragraph that may be speakers.

Contract: `find_references` gives them in order, none inside another; it reads only the paragraph. Each
description grows from its noun over a bounded number of words to the left.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

import regex
from attrs import frozen

from warparse.lexicon.nations import find_state
from warparse.model import NameKind
from warparse.segment.words import Kind, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["HIDDEN", "Mention", "Reference", "Shape", "find_references"]

HIDDEN: Final = "\u0001"
"""Stands for each character of quoted words while a paragraph is read, so that nobody speaks inside them."""

_REACH: Final = 80
"""Characters to the left of a noun in which its description begins."""
_MODIFIERS: Final = 5
"""Words that may stand between an article and its noun."""
_ARTICLES: Final = frozenset(
    "the The a A an An his His her Her their Their one One another Another several Several some Some two Two three Three".split()
)
_DEFINITE: Final = frozenset("the The his His her Her their Their".split())
_STOPS: Final = frozenset(
    "of in to and that for with by as on was is has had were are will would said says at from but or over after before amid against about than when while who which told".split()
)
_BODY_MODIFIERS: Final = frozenset(
    "own regional state local top new main national federal city district joint foreign military public private southern northern eastern western border"
    " coast air naval ruling opposition separate airborne domestic security state-run state-owned central general armed defence defense".split()
)
_LEFT: Final = regex.compile(r"[\p{L}\p{M}\d’'.-]+")
_COMPLEMENT: Final = regex.compile(
    r"\s(?:(?:familiar with|close to|involved in|briefed on)(?:\s[\p{L}’'-]{1,40}){1,8}?(?=\s(?:said|says|told|has|have|added)\b)|(?:for|from|at|in|of|with)(?:\s[\p{L}’'-]{1,40}){1,6}?(?=,?\s(?:said|says|told|wrote|added|warned|confirmed|claimed)\b)|(?:for|from|at|in|of|with)\s(?:the\s)?[\p{L}’'-]{1,40}(?:\s(?:of\s|the\s)*\p{Lu}[\p{L}’'-]{1,40}){0,2})"
)
_OF: Final = regex.compile(
    r"\sof\s(?:the\s)?[\p{L}-]{1,40}(?:\s[\p{L}-]{1,40}){0,3}?(?=,?\s(?:said|says|wrote|posted|reported|announced|told|added|has|have)\b)"
)
_OBJECTS: Final = {"him": "he", "her": "she"}
_SAYING: Final = regex.compile(r"\s(?:as )?saying\b")
_OWN: Final = regex.compile(r"[’']s\b|(?<=s)[’']\s")
_CONTRACTED: Final = regex.compile(r"[’'](?:s|d|re|ll)\b")
_CAPITALISED: Final = regex.compile(r"\s\p{Lu}\p{Ll}")
_NAME_AHEAD: Final = regex.compile(r"\s\p{Lu}")


class Shape(Enum):
    """How an expression refers."""

    NAME = "name"
    """A person by name."""
    PRONOUN = "pronoun"
    """"He", "she", "they", "it"."""
    DESCRIPTION = "description"
    """A person by what they are: "the Ukrainian president", "a White House official"."""
    BODY = "body"
    """An institution, a state or its seat of government: "the defence ministry", "Moscow"."""
    PAPER = "paper"
    """What somebody issued: "the statement"."""


@frozen
class Mention:
    """A known name in the document."""

    start: int
    """First code point in the mended text."""
    end: int
    """One past its last."""
    name: str
    """The fullest form."""
    kind: NameKind
    """Person or organisation."""


@frozen
class Reference:
    """An expression that may be a speaker."""

    start: int
    """Where it starts in the paragraph."""
    end: int
    """Where it ends."""
    shape: Shape
    """How it refers."""
    text: str
    """The fullest name, or the expression without its article."""
    definite: bool = True
    """Whether it points back ("the official") rather than introduces ("an official")."""
    possessive: bool = False
    """Whether it owns what follows ("Trump's comments")."""


def find_references(text: str, offset: int, mentions: Sequence[Mention], words: Sequence[Word]) -> list[Reference]:
    """Find every expression of a paragraph that may be a speaker.

    Args:
        text: the paragraph, quoted words hidden.
        offset: where it starts in the document.
        mentions: the known names in this paragraph, in order.
        words: its listed words, in order; both count from the document's start.
    """
    found = [
        _of_mention(text, offset, mention)
        for mention in mentions
        if HIDDEN not in text[mention.start - offset : mention.end - offset]
    ]
    taken = bytearray(len(text) + 1)
    for reference in found:
        if not reference.possessive:
            taken[reference.start : reference.end] = b"\1" * (reference.end - reference.start)
    for kinds in _ROUNDS:
        for number, word in enumerate(words):
            start, end = word.start - offset, word.end - offset
            if word.kind not in kinds or text[start] == HIDDEN or taken[start] or _leads_on(text, end, words, number):
                continue
            made = _READERS[word.kind](text, start, end)
            if made is not None and not any(taken[made.start : made.end]):
                taken[made.start : made.end] = b"\1" * (made.end - made.start)
                found.append(made)
    return sorted(found, key=lambda reference: (reference.start, -reference.end))


def _leads_on(text: str, end: int, words: Sequence[Word], number: int) -> bool:
    """Tell whether another noun for people or bodies follows at once, of which this one is a part."""
    if words[number].kind not in _NOUNS or number + 1 == len(words):
        return False
    following = words[number + 1]
    return following.start - words[number].end == 1 and following.kind in _NOUNS and text[end : end + 1] == " "


def _of_mention(text: str, offset: int, mention: Mention) -> Reference:
    end = mention.end - offset
    shape = Shape.NAME if mention.kind is NameKind.PERSON else Shape.BODY
    return Reference(mention.start - offset, end, shape, mention.name, possessive=bool(_OWN.match(text, end)))


def _read_pronoun(text: str, start: int, end: int) -> Reference | None:
    words = text[start:end].lower()
    if _CONTRACTED.match(text, end) or (words in _OBJECTS and not _SAYING.match(text, end)):
        return None
    return Reference(start, end, Shape.PRONOUN, _OBJECTS.get(words, words))


def _read_paper(text: str, start: int, end: int) -> Reference | None:
    left = text[max(0, start - 24) : start].split()
    if not left or not ({left[-1], *left[-2:-1]} & {"the", "The"}):
        return None
    return Reference(start, end, Shape.PAPER, text[start:end].lower(), possessive=bool(_OWN.match(text, end)))


def _read_state(text: str, start: int, end: int) -> Reference | None:
    own = bool(_OWN.match(text, end))
    if text[end : end + 1] == "-" or (not own and _CAPITALISED.match(text, end)):
        return None
    return Reference(start, end, Shape.BODY, text[start:end], possessive=own)


def _read_people(text: str, start: int, end: int) -> Reference | None:
    """Grow a description from its noun: to an article, a state, or whoever owns it."""
    if text[end : end + 9] == " of staff":
        return None
    left = list(_LEFT.finditer(text, max(0, start - _REACH), start))
    begin, owned = start, False
    own = bool(_OWN.match(text, end))
    for steps, word in enumerate(reversed(left)):
        piece = word.group()
        after = text[word.end() : begin]
        if after != " " or steps > _MODIFIERS:
            return None
        if piece in _ARTICLES:
            words = text[begin:end]
            more = _COMPLEMENT.match(text, end)
            stop = more.end() if more else end
            return Reference(
                word.start(), stop, Shape.DESCRIPTION, words + (more.group() if more else ""), piece in _DEFINITE, own
            )
        if piece in _STOPS:
            return None
        begin = word.start()
        if _OWN.search(piece) and piece[0].isupper():
            owned = True
            break
        if find_state(piece) or piece in ("Nato", "NATO"):
            return _titled(text, left, steps, begin, end, own=own)
    if not owned or _NAME_AHEAD.match(text, end):
        return None
    return Reference(
        _back_over_capitals(text, left, begin),
        end,
        Shape.DESCRIPTION,
        text[_back_over_capitals(text, left, begin) : end],
        definite=False,
        possessive=own,
    )


def _titled(
    text: str, left: list[regex.Match[str]], steps: int, begin: int, end: int, *, own: bool
) -> Reference | None:
    """Read a description that begins with a state, with or without an article before it."""
    article = left[-steps - 2].group() if steps + 2 <= len(left) and text[left[-steps - 2].end() : begin] == " " else ""
    more = _COMPLEMENT.match(text, end) if article in _ARTICLES else None
    if not more and _NAME_AHEAD.match(text, end):
        return None
    definite = article in _DEFINITE or (article not in _ARTICLES and text[end - 1] != "s")
    words = text[begin:end] + (more.group() if more else "")
    start = left[-steps - 2].start() if article in _ARTICLES else begin
    return Reference(start, more.end() if more else end, Shape.DESCRIPTION, words, definite, own)


def _back_over_capitals(text: str, left: list[regex.Match[str]], begin: int) -> int:
    """Take in the rest of the owner's name: "Sir Keir Starmer's spokesman"."""
    for word in reversed([word for word in left if word.end() < begin]):
        if text[word.end() : begin] != " " or not word.group()[0].isupper() or word.group() in _ARTICLES:
            break
        begin = word.start()
    return begin


def _read_body(text: str, start: int, end: int) -> Reference | None:
    """Grow an institution from its noun: over its modifiers to the state or name that it belongs to."""
    if _OWN.match(text, end):
        return None
    left = list(_LEFT.finditer(text, max(0, start - _REACH), start))
    begin = start
    capitals = 0
    for word in reversed(left):
        piece = word.group()
        if text[word.end() : begin] != " ":
            break
        numbered = piece[0].isdigit() and piece[-2:] in ("st", "nd", "rd", "th")
        if piece in _BODY_MODIFIERS or numbered:
            begin = word.start()
        elif piece[0].isupper() and piece not in _ARTICLES and capitals < 3:
            begin = word.start()
            capitals += 1
        else:
            break
    more = _OF.match(text, end)
    stop = more.end() if more else end
    return Reference(begin, stop, Shape.BODY, text[begin:stop])


_NOUNS: Final = (Kind.PEOPLE, Kind.BODY)
_ROUNDS: Final = (_NOUNS, (Kind.PAPER, Kind.PRONOUN, Kind.STATE))
"""Descriptions first: the states in them are no references of their own."""
_READERS: Final[dict[Kind, Callable[[str, int, int], Reference | None]]] = {
    Kind.PRONOUN: _read_pronoun,
    Kind.PAPER: _read_paper,
    Kind.STATE: _read_state,
    Kind.PEOPLE: _read_people,
    Kind.BODY: _read_body,
}
