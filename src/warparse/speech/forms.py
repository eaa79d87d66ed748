"""Whether quoted words are a clause of their own or built into the writer's sentence.

Contract: a pure function of the quoted words and what stands right before them; reads a bounded number of words
from left to right.
"""

from __future__ import annotations

import re
from typing import Final

from warparse.lexicon.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CLASS,
    CONJUNCTION,
    DETERMINER,
    ING,
    JUDGE,
    MAYBE,
    NUMBER,
    OBJECT,
    PAPER,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    THINK,
    TIME,
    VERB,
    classes,
    finite,
)
from warparse.model import QuoteForm

__all__ = ["find_form"]

_READ: Final = 400
"""Characters in which a clause must show."""
_SENTENCES: Final = re.compile(r"[.!?…]\s+[^\W\da-z_]")
_WORD: Final = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[,;:–—]")
_MARKS: Final = "“\"‘'«„ *_•‣◦▪●■"
_ENDED: Final = ",.?!"
_PERSONAL: Final = frozenset("i we you he she it they".split())
_CONTRACTED: Final = frozenset(
    f"{word}'{end}"
    for word in (*_PERSONAL, "that", "there", "here", "what")
    for end in ("s", "re", "m", "ve", "ll", "d")
)
_BREAK: Final = 30
"""The class of a mark."""
_OF_VERB: Final = frozenset((ADVERB, BE, AUXILIARY, VERB, SAY, JUDGE, THINK))
_PLURALS: Final = frozenset("people children men women police media".split())
"""Words for several that do not show it by an "s"."""
_OPENING: Final = frozenset((DETERMINER, POSSESSIVE, NUMBER))
"""Classes with which a phrase of a noun begins."""
_LOOSE: Final = frozenset("after before since until".split())
"""Words that begin a clause or govern a noun."""
_WITHIN: Final = frozenset((SUBORDINATOR, RELATIVE))


def find_form(words: str, before: str) -> QuoteForm:
    """Tell whether quoted words are a clause of their own or built into the writer's sentence.

    Args:
        words: the quoted words.
        before: the text of the block before them.

    >>> find_form("We are ready,", ""), find_form("mistake", "called it a ")
    (<QuoteForm.DIRECT: 'direct'>, <QuoteForm.FRAGMENT: 'fragment'>)
    """
    head = words.strip(" …")[:_READ]
    if _SENTENCES.search(head):
        return QuoteForm.DIRECT
    starts = head[:1].isupper() or (head[:1] in "[(‘'" and head[1:2].isupper())
    alone = before.rstrip(_MARKS)[-1:] in ("", *'.!?:,”"')
    if starts and alone and head[-1:] in _ENDED:
        return QuoteForm.DIRECT
    if _leads_on(before):
        return QuoteForm.FRAGMENT
    return QuoteForm.DIRECT if _Clause(head, whole=starts and alone).is_main() else QuoteForm.FRAGMENT


def _leads_on(before: str) -> bool:
    """Tell whether what stands before a quote waits for a word of its own: "was", "the", "as"."""
    word = before.rstrip(_MARKS).rpartition(" ")[2].lower()
    return word == "as" or classes().get(word, 0) & CLASS in (BE, DETERMINER, POSSESSIVE)


class _Clause:
    """Looks for a subject with a finite verb outside of any clause within; used once."""

    def __init__(self, words: str, *, whole: bool) -> None:
        self.whole = whole
        table = classes()
        self.words = [found.group().lower().replace("’", "'") for found in _WORD.finditer(words)]
        self.kinds = [_BREAK if word in ",;:–—" else table.get(word, _guess(word)) for word in self.words]
        if words[-1:] in _ENDED[1:] and self.kinds[:1] == [CONJUNCTION]:
            self.whole = True
        self.subject = False
        """Whether a subject was met."""
        self.governed = False
        """Whether a preposition was, whose noun is no subject."""
        self.within = 0
        """Clauses within that wait for their verbs."""
        self.loose = False
        """Whether the last of them may be no clause but a noun behind a preposition."""

    def is_main(self) -> bool:
        """Tell whether the words hold a main clause."""
        at = int(bool(self.kinds) and self.kinds[0] == CONJUNCTION)
        while at < len(self.kinds):
            kind = self.kinds[at] & CLASS
            if kind == _BREAK:
                self.within, self.governed, self.loose = 0, False, False
            elif kind in _WITHIN:
                self.within += 1
                self.loose = self.words[at] in _LOOSE
            elif self._is_finite(at):
                if not self.within:
                    return self.subject
                self.within -= 1
                self.loose = False
                at = self._behind_verb(at)
                continue
            elif kind == PRONOUN:
                if self._is_parenthetical(at):
                    at += 2
                    continue
                if not self.within and self.words[at] in _CONTRACTED:
                    return True
                self._meet_pronoun(at)
            else:
                self._meet(at, kind)
            at += 1
        return False

    def _is_parenthetical(self, at: int) -> bool:
        """Tell whether commas part a pronoun and its verb from the rest: "illegally and, I fear, patiently"."""
        kinds = self.kinds
        return (
            at > 0 and kinds[at - 1] == _BREAK and kinds[at + 2 : at + 3] == [_BREAK] and kinds[at + 1] & CLASS >= VERB
        )

    def _meet_pronoun(self, at: int) -> None:
        """Take a subject; right behind a noun it begins a clause within: "shells we do not have"."""
        if self.subject and at and self._is_noun(at - 1):
            self.within += 1
        self.subject, self.governed = self.subject or not self.within, False

    def _meet(self, at: int, kind: int) -> None:
        """Take any other word: one that may be a subject stands behind no preposition."""
        if kind == PREPOSITION or (not at and self.kinds[0] in (VERB, SAY, JUDGE, THINK)):
            self.governed = True  # a verb at the beginning has an object behind it
        elif kind in _OPENING and at and (self._is_noun(at - 1) or self.kinds[at - 1] == TIME):
            self.governed = False  # a phrase of its own: "after the raid two people"
            self.within -= self.loose
            self.loose = False
        elif self.within or self.subject:
            return
        elif kind not in (ADVERB, OBJECT, CONJUNCTION):
            self.subject = not self.governed and not self.kinds[at] & ING
        else:
            self.subject = self.words[at] == "there"

    def _is_noun(self, at: int) -> bool:
        """Tell whether a word may be a noun."""
        return self.kinds[at] & CLASS <= PAPER or bool(self.kinds[at] & MAYBE)

    def _behind_verb(self, at: int) -> int:
        """Give where the other parts of a verb end: "has not been seen"."""
        at += 1
        while at < len(self.kinds) and self.kinds[at] & CLASS in _OF_VERB:
            at += 1
        return at

    def _is_finite(self, at: int) -> bool:
        """Tell whether a word is a finite verb where it stands."""
        whole = self.kinds[at]
        kind = whole & CLASS
        if kind in (BE, AUXILIARY):
            return True
        if kind < VERB or whole & (ING | PARTICIPLE) or not at or self.kinds[at - 1] == _BREAK:
            return False
        before, word = self.kinds[at - 1] & CLASS, self.words[at - 1]
        if before in (DETERMINER, POSSESSIVE, PREPOSITION, NUMBER, CONJUNCTION) or word.endswith("'s"):
            return False
        if word in _PERSONAL or before in (RELATIVE, SUBORDINATOR) or self.words[at] in finite():
            return True
        if self.whole and self.words[at + 1 : at + 2] == ["like"]:
            return True
        following = self.kinds[at + 1] & CLASS if at + 1 < len(self.kinds) and self.kinds[at + 1] != _BREAK else -1
        if whole & MAYBE:
            several = word.endswith("s") or word in _PLURALS
            number = several != self.words[at].endswith("s")
            if following == ADVERB and at + 2 == len(self.kinds):
                return False  # "military targets only"
            return number and following in (DETERMINER, POSSESSIVE, PRONOUN, OBJECT, ADVERB, SUBORDINATOR)
        if before == PRONOUN and following == RELATIVE:
            return True  # "everybody carried what they could"
        return following in (DETERMINER, POSSESSIVE, PRONOUN, OBJECT) or (
            self.whole and following in (PREPOSITION, ADVERB)
        )


def _guess(word: str) -> int:
    """Guess the class of an unknown word from its end."""
    if "'" in word and word.partition("'")[0] in _PERSONAL:
        return PRONOUN
    if word.endswith("ed") and len(word) > 4:
        return VERB
    if word.endswith("ing") and len(word) > 5:
        return VERB | ING
    return ADVERB if word.endswith("ly") and len(word) > 4 else 0
