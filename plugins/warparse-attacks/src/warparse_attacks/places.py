"""Places in a sentence: what "in", "over", "near" and their like name.

Contract: a place is told by a preposition and a name in capitals; people, institutions, months and days are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from warparse.lexicon.nations import find_state, is_adjective
from warparse.lexicon.words import BODY, nouns, singular
from warparse_attacks.vocabulary import groups, towns, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse_attacks.scan import Token

__all__ = ["SIDES", "TELLING", "Place", "find_places", "is_claimed"]

_PREPOSITIONS: Final = frozenset(
    "in at over near around outside inside on off above across along toward towards within against throughout"
    " of into between beside from".split()
)
SIDES: Final = frozenset(
    "north south east west northern southern eastern western central north-eastern north-western south-eastern"
    " south-western northeastern northwestern southeastern southwestern northeast northwest southeast southwest"
    " occupied upper lower".split()
)
_LINKS: Final = frozenset("of the de la el al du des del da do and".split())
_LOOSE: Final = frozenset(("word", "adv", "verb"))
_TITLED: Final = frozenset("rises kills hits says leaves as amid after kill hit kyiv's".split())
"""Words with a capital in headings that end a name."""
TELLING: Final = frozenset(
    "said says told wrote reported reports added stated states claimed claims speaks spoke announced confirmed based".split()
)
_HOLDING: Final = ("-controlled", "-held", "-occupied", "-run", "-administered", "-backed")
"""Ends of words that tell who holds a place."""
_DWELLING: Final = frozenset(("resident", "inhabitant", "villager"))
_STRUCK: Final = frozenset(("attack", "hit"))
_LOWER: Final = 5
"""Words in lower case that may stand before a place's name."""


class Place(NamedTuple):
    """A place in a sentence."""

    at: int
    """The token of its preposition or verb."""
    end: int
    """The token behind its name."""
    name: str
    """Its name, without articles."""
    preposition: str
    """The preposition in lower case; empty where a verb stands ("bombed the city of Kharkiv")."""
    listed: bool = False
    """Whether it is one of three or more, so that it is not the only place."""
    claimed: bool = False
    """Whether it belongs to who tells: "according to authorities in Tiraspol"."""
    within: bool = False
    """Whether it only tells more of the place right before it: "in Izium in the Kharkiv region"."""


def find_places(tokens: Sequence[Token], text: str, taken: Sequence[tuple[int, int]]) -> list[Place]:
    """Find the places of a sentence, in order.

    Args:
        tokens: its tokens.
        text: its text.
        taken: where people and institutions are named in it.
    """
    found: list[Place] = []
    done = 0
    label = _read_label(tokens, text)
    if label is not None and not any(low < tokens[label.end - 1].end and tokens[0].start < high for low, high in taken):
        found.append(label)
        done = label.end
    for at, token in enumerate(tokens):
        if at < done:
            continue
        verb = token.options.get("") if token.kind == "verb" else None
        struck = verb is not None and bool(_STRUCK & set(verb.senses))
        if not struck and (token.kind not in ("prep", "sub") or token.low not in _PREPOSITIONS):
            continue
        read = _read_name(tokens, at + 1)
        if read is None or (at and tokens[at - 1].low == "blamed"):
            continue
        first, last = read
        if token.low == "of" and not _is_placing(tokens, at):
            continue
        if tokens[first].low in words("platform"):
            continue
        if first > at + 1 and token.low == "of" and tokens[at + 1].kind in ("det", "poss"):
            continue
        start, end = tokens[first].start, _bare_end(tokens[last - 1])
        if any(low < end and start < high for low, high in taken):
            continue
        within = bool(found) and 0 <= at - found[-1].end <= 1 and token.low in ("in", "of", "near", "on")
        name, preposition = text[start:end], "" if struck else token.low
        found.append(
            Place(at, last, name, preposition, _is_listed(tokens, last), _is_claimed(tokens, at, last), within)
        )
        done = last
    return found


def _read_label(tokens: Sequence[Token], text: str) -> Place | None:
    """Read a place that labels what stands behind it: "Kherson region: two people were killed"."""
    if not tokens or not tokens[0].capital:
        return None
    last = _run(tokens, 0)
    end = _with_region(tokens, last)
    if end >= len(tokens) or tokens[end].kind != ":":
        return None
    name = text[tokens[0].start : tokens[end - 1].end]
    region = tokens[end - 1].low in words("region") and end > 1
    if find_state(name) is not None or not (region or name in towns()):
        return None
    return Place(0, end, name, "in")


def _is_placing(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of" stands behind what lies somewhere: "the outskirts of Kyiv", "north of Hodeidah"."""
    before = tokens[at - 1].low if at else ""
    count = tokens[at - 1].count if at else None
    if count is not None and count.name in _DWELLING:
        return True  # "one resident of Klintsy"
    return before in words("inside") or before in SIDES or before in words("war")


def _is_listed(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a place is one of three or more."""
    names, number = 1, last
    while number + 1 < len(tokens) and names < 3:
        if tokens[number].kind not in (",", "conj"):
            break
        number += 1 + (tokens[number + 1].kind == "conj")
        if number >= len(tokens) or not tokens[number].capital or tokens[number].kind not in _LOOSE:
            break
        if find_state(tokens[number].word):
            break
        names += 1
        number = _run(tokens, number)
    return names >= 3


def _is_claimed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether a place belongs to who says something: "according to officials in X", "the ministry in X said"."""
    following = tokens[last].low if last < len(tokens) else ""
    if following in TELLING and at and nouns().get(tokens[at - 1].low) == BODY:
        return True
    return is_claimed(tokens, at)


def is_claimed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands at a token hangs on a verb or preposition that tells who says something."""
    for number in range(at - 1, max(at - 12, -1), -1):
        token = tokens[number]
        if token.kind == "source":
            return True
        if token.kind in (",", "sub", "count", ";", ":", "be", "rel"):
            return False
        if token.kind == "verb":
            return token.low in TELLING
    return False


def _bare_end(token: Token) -> int:
    return token.end - 2 if token.low.endswith("'s") else token.end


def _read_name(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read a noun phrase that ends in a place's name; give its first token and the one behind it."""
    lower = 0
    while at < len(tokens) and lower <= _LOWER:
        token = tokens[at]
        if token.capital and token.kind in _LOOSE:
            last = _run(tokens, at)
            if tokens[last - 1].own and (end := _part_end(tokens, last)):
                return at, end
            following = _next_name(tokens, at, last)
            if following == at:
                return _first_word(tokens, at, last), _with_region(tokens, last)
            if following < 0:
                return None
            at = following
        elif token.kind in ("det", "poss") or token.low in SIDES or _leads(tokens, at):
            at += 1
        elif token.kind == "word" or (token.kind == "time" and token.low == "second"):
            at += 1
            lower += 1
        else:
            return None
    return None


def _first_word(tokens: Sequence[Token], at: int, last: int) -> int:
    """Give the first word of a name: its side of the sky belongs to it, who holds it does not."""
    if at and tokens[at - 1].low in SIDES and tokens[at - 1].low != "occupied":
        return at - 1
    return at + 1 if at + 1 < last and tokens[at].low.endswith(_HOLDING) else at


def _next_name(tokens: Sequence[Token], at: int, last: int) -> int:
    """Give where to go on behind a run of capitals that is no place itself: itself if it is one, -1 for nowhere."""
    if tokens[last - 1].own:
        return last  # "Ukraine's second city, Kharkiv"
    if _is_no_place(tokens, at, last):
        return last if is_adjective(tokens[at].word) and last == at + 1 else -1  # "the Ukrainian town of Kremenchuk"
    inside = last + 2 < len(tokens) and tokens[last].low in words("inside") and tokens[last + 1].low == "of"
    return last + 2 if inside and tokens[last + 2].capital else at  # "the Danube port of Izmail"


def _part_end(tokens: Sequence[Token], last: int) -> int:
    """Give the token behind a part of a place that has no name of its own: "Beirut's southern suburbs"; 0 if none is told."""
    for number in range(last, min(last + 3, len(tokens))):
        token = tokens[number]
        if token.capital or token.kind != "word":
            return 0
        if singular(token.low) in words("inside"):
            near = tokens[number + 1 : number + 3]
            if near and near[0].low in words("inside"):
                continue  # "Kherson's port area"
            named = near[:1] and (near[0].low == "of" or near[0].capital or (near[0].kind == "," and near[-1].capital))
            return 0 if named else number + 1
    return 0


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of" or a comma leads from "the city" to its name."""
    if not at or tokens[at - 1].low not in words("inside"):
        return False
    if tokens[at].low == "of":
        return True
    return tokens[at].kind == "," and at + 1 < len(tokens) and tokens[at + 1].capital


def _run(tokens: Sequence[Token], at: int) -> int:
    """Give the token behind a run of capitals."""
    last = at + 1
    while last < len(tokens) and not tokens[last - 1].own:
        token = tokens[last]
        if token.capital and token.kind in _LOOSE and token.start == tokens[last - 1].end + 1:
            if (token.kind == "verb" and token.low.endswith("s")) or token.low in _TITLED:
                break
            last += 1
        elif (
            (token.low != "of" or not (at and tokens[at - 1].low == "of"))  # "the town of Rafida of Jenin"
            and token.low in ("of", "de", "la", "el", "al", "du", "del")
            and last + 1 < len(tokens)
            and tokens[last + 1].capital
            and tokens[last + 1].kind in _LOOSE
        ):
            last += 2
        else:
            break
    return last


def _with_region(tokens: Sequence[Token], last: int) -> int:
    """Add "region" and its like behind a name."""
    return last + 1 if last < len(tokens) and tokens[last].low in words("region") else last


def _is_no_place(tokens: Sequence[Token], at: int, last: int) -> bool:
    if any(token.kind == "time" for token in tokens[at:last]):
        return True
    if "-" in tokens[last - 1].word and tokens[last - 1].low.endswith(_HOLDING):
        return True  # "a Houthi-controlled area"
    if tokens[at].word in groups() and groups()[tokens[at].word] != "Palestine":
        return True
    following = tokens[last] if last < len(tokens) else None
    noun = following is not None and following.kind in ("word", "verb") and following.low not in words("region")
    if is_adjective(tokens[last - 1].word) and tokens[last - 1].word not in ("US", "UK"):
        return True
    deed = tokens[last - 1].low in words("war") and last - at > 1  # "Ukrainian Attack" in a heading
    return deed or (noun and tokens[last].kind == "word" and tokens[last].low in words("war"))
