"""Where and when: what stands with a verb or noun of meeting up to the end of its clause.

Contract: only the sentence tells; None where it does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warparse.extract import Grammar, Head, PieceKind
from warparse.lexicon.timewords import time_classes
from warparse_meetings.words import bodies, find_home, nouns, verbs, word_class

if TYPE_CHECKING:
    from warparse.lexicon.dates import TimePhrase

__all__ = ["FAR", "clause_end", "clause_start", "find_place", "find_time", "is_encounter", "is_place", "is_post"]

FAR: Final = 40
"""Pieces over which a look-up in a sentence goes."""
_BARRIERS: Final = frozenset((PieceKind.STOP, PieceKind.COLON, PieceKind.RELATIVE))
_PLACING: Final = frozenset(("in", "at", "near", "to", "outside", "inside"))
_NO_TIME: Final = frozenset(("after", "about", "of", "around"))
_TURNING: Final = frozenset(("about", "following", "regarding", "concerning", "ahead", "on", "since"))
"""Prepositions behind which another encounter has its own place and time."""
_THEMES: Final = frozenset(("on", "about", "over", "regarding", "concerning", "for"))
_SAYING: Final = frozenset(
    ("said", "says", "say", "saying", "told", "reported", "reports", "announced", "confirmed", "added")
)


def is_place(grammar: Grammar, at: int, text: str) -> bool:
    """Tell whether a noun phrase names a place: a state, a city, or an unknown name that is no body's."""
    piece = grammar.pieces[at]
    if piece.kind is not PieceKind.NOUN or piece.owned:
        return False
    words = text[piece.first : piece.end]
    if words.lower() in bodies() or piece.word in time_classes()["month"]:
        return False
    if find_home(words):
        return True
    if piece.head is Head.NAME:
        return piece.name is None and piece.article in ("", "the") and piece.last == piece.first
    return piece.word in ("capital", "border") and bool(find_home(words.rpartition(" ")[0]) or words.rpartition(" ")[0])


def clause_end(grammar: Grammar, at: int) -> int:
    """Give the piece with which the clause behind a verb or noun ends; a purpose ("to meet ...") goes on with it."""
    end = min(at + FAR, len(grammar))
    for number in range(at + 1, end):
        kind = grammar.kind(number)
        if grammar.word(number) == "than" and grammar.kind(number + 1) is PieceKind.PREPOSITION:
            continue  # "in more than three years in Oslo"
        if kind in _BARRIERS or kind is PieceKind.SUBORDINATOR or kind is PieceKind.HELPER:
            return number
        if (
            kind is PieceKind.PREPOSITION
            and grammar.word(number) in _TURNING
            and is_encounter(grammar.word(number + 1))
            and not grammar.word(number + 1).endswith("call")
        ):
            return number
        if kind is PieceKind.VERB:
            if _is_adjective(grammar, number):
                continue
            purpose = grammar.word(number - 1) == "to" and grammar.word(number) in verbs()
            if not purpose:
                return number - (grammar.word(number - 1) == "to")
        if kind in (PieceKind.COMMA, PieceKind.CONJUNCTION, PieceKind.DASH) and _opens_clause(grammar, number + 1):
            return number
    return end


def _is_adjective(grammar: Grammar, at: int) -> bool:
    """Tell whether a participle stands in a noun phrase: "behind closed doors", "in occupied Kherson"."""
    return (
        grammar.kind(at - 1) is PieceKind.PREPOSITION
        and grammar.word(at - 1) != "to"
        and not grammar.is_ing(at)
        and grammar.kind(at + 1) is PieceKind.NOUN
        and not grammar.pieces[at + 1].article
    )


def _opens_clause(grammar: Grammar, at: int) -> bool:
    """Tell whether a clause of its own begins at a piece: a verb, or a noun phrase with its verb."""
    if grammar.kind(at) in (PieceKind.CONJUNCTION, PieceKind.SUBORDINATOR):
        at += 1
    if grammar.kind(at) in (PieceKind.VERB, PieceKind.HELPER):
        return True
    for number in range(at, min(at + 5, len(grammar))):
        if grammar.is_nominal(number) and grammar.opens_clause(number):
            return True
        if grammar.kind(number) in (PieceKind.VERB, PieceKind.HELPER):
            subject = grammar.subject(number)
            return subject is not None and at <= subject < number
        if not (grammar.is_nominal(number) or grammar.kind(number) is PieceKind.PREPOSITION):
            return False
    return False


def clause_start(grammar: Grammar, at: int) -> int:
    """Give the piece with which the words begin that may tell the status of a verb or noun."""
    start = max(at - FAR, 0)
    for number in range(at - 1, start - 1, -1):
        kind = grammar.kind(number)
        if kind in _BARRIERS or kind is PieceKind.SUBORDINATOR or grammar.word(number) in _SAYING:
            return number + 1
    return start


def find_place(grammar: Grammar, at: int, end: int, text: str, *, goes: bool = True) -> int | None:
    """Give the first noun phrase behind a piece that tells where, up to the end of the clause.

    Args:
        grammar: the sentence.
        at: the piece.
        end: the piece with which the clause ends.
        text: the sentence's text.
        goes: whether somebody goes there, so that "to" leads to a place and not to a party.
    """
    for number in range(at + 1, min(end, len(grammar) - 1)):
        word = grammar.word(number)
        if grammar.kind(number) is PieceKind.PREPOSITION and word in _PLACING and (goes or word != "to"):
            place = number + 1
            if (word != "at" and _is_theme(grammar, number - 1)) or is_post(grammar, number):
                continue
            if grammar.is_nominal(place) and is_place(grammar, place, text):
                return place
    return None


def is_post(grammar: Grammar, at: int) -> bool:
    """Tell whether a preposition leads from an envoy to where he is posted: "the UN envoy to Syria"."""
    if grammar.word(at) not in ("to", "for") or grammar.kind(at - 1) is not PieceKind.NOUN:
        return False
    sent = verbs().get(grammar.word(at - 2))
    posted = grammar.word(at - 1).rpartition(" ")[2] in word_class("posted")
    return posted and (sent is None or sent.kind != "send")


def _is_theme(grammar: Grammar, at: int) -> bool:
    """Tell whether a noun phrase is what they talk about, so that its place is not theirs: "on the war in Ukraine"."""
    if grammar.kind(at) is not PieceKind.NOUN or not (
        grammar.word(at - 1) in _THEMES or grammar.word(at - 1).startswith("discuss")
    ):
        return False
    return grammar.pieces[at].head in (Head.OTHER, Head.PAPER) and not is_encounter(grammar.word(at))


def find_time(times: tuple[TimePhrase, ...], low: int, start: int, head: int, high: int) -> TimePhrase | None:
    """Give the phrase that tells when: behind the head, in front of it in the clause, or opening the sentence.

    Args:
        times: the sentence's time phrases.
        low: where the words in front of the head start that belong to it.
        start: where the head's own words start.
        head: where they end.
        high: where its clause ends.
    """
    told = [phrase for phrase in times if phrase.preposition not in _NO_TIME]
    inside = next((phrase for phrase in told if start <= phrase.bare < head), None)
    behind = next(
        (
            phrase
            for phrase in told
            if head <= phrase.bare and (phrase.start < high or (phrase.start == high and phrase.preposition))
        ),
        None,
    )
    before = [phrase for phrase in told if low <= phrase.start and phrase.end <= start]
    if inside or behind or before:
        return behind or inside or before[-1]
    return None


def is_encounter(word: str) -> bool:
    """Tell whether a noun is one for an encounter."""
    return word.rpartition(" ")[2] in nouns()
