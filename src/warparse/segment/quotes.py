"""Where quoted words begin and end, and whether they are a clause of their own.

Contract: pure functions of one block's text; marks are read from left to right once, so a million of
them cost no more than a million characters. Nested quotations belong to the one that holds them.
"""

from __future__ import annotations

from typing import Final

import regex

from warparse.model import QuoteForm
from warparse.span import Span, trim

__all__ = ["find_block_quote", "find_form", "find_marked"]

_PAIRS: Final = {"“": "”", "«": "»", "„": "“”", "‹": "›", '"': '"', "‘": "’", "'": "'", "`": "'`´"}
_MARKS: Final = regex.compile("[“”«»„‹›\"‘’']")
_SINGLE: Final = "‘'"
_BEFORE_OPENING: Final = frozenset(' \t([{—–-/:*_>“"‘«„')
_ELIDED: Final = regex.compile(r"['’‘](?:\d0s?|em|til|cause|tis|twas|n|bout|round)\b", regex.IGNORECASE)
_LATER: Final = {mark: regex.compile(rf"(?<=[\p{{L}}\d.,!?…]){mark}(?![\p{{L}}\d])") for mark in "’'"}
_REOPENED: Final = regex.compile(r"[\s(][‘'](?=\w)")
_LONGEST_SINGLE: Final = 900
_SIGNATURE: Final = regex.compile(r"\s*(?:[—–]|--?)\s?[^@\n]{1,80}\(@\w{1,30}\).{0,40}$|\s*\[[^\[\]]{3,80}\][*_]*$")
_LEADING: Final = regex.compile(r"(?:[>•*_\s]|[“\"‘«„'](?!\p{L}{0,3}\s?re\b))+")
_TRAILING: Final = " \t*_”\"’'»“"


def find_marked(text: str) -> list[Span]:
    """Find the words between quotation marks in a block.

    A mark that is never closed holds to the block's end, as in a quotation that goes on over
    paragraphs, except a single mark, which may be an apostrophe; a mark that opens again before it is
    closed begins another quotation.

    Args:
        text: the mended text of one block.

    Returns:
        Spans in `text`, marks left out, in order, none in another, none empty.

    >>> text = "He said: “Go.” Then “stay"
    >>> [text[start:end] for start, end in find_marked(text)]
    ['Go.', 'stay']
    """
    spans: list[Span] = []
    opened, closer, position = -1, "", -1
    for found in _MARKS.finditer(text):
        position, mark = found.start(), found.group()
        if opened < 0:
            if _opens(text, position, mark) and (mark not in _SINGLE or _closes_later(text, position, mark)):
                opened, closer = position, _PAIRS[mark]
        elif mark in closer and _closes(text, position, mark, opened):
            _add(spans, text, opened + 1, position)
            opened = -1
        elif mark == text[opened] and mark in "“«„" and _opens(text, position, mark):
            _add(spans, text, opened + 1, position)
            opened = position
    if opened >= 0 and text[opened] not in _SINGLE:
        _add(spans, text, opened + 1, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    span = trim(text, start, end)
    while span.end > span.start and text[span.end - 1] in "*_":
        span = Span(span.start, span.end - 1)
    if any(text[at].isalnum() for at in range(span.start, min(span.end, span.start + 50))):
        spans.append(span)


def _opens(text: str, at: int, mark: str) -> bool:
    if mark not in _PAIRS:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "“«„‹":
        return not after.isspace() or before.isspace() or at == 0
    if after.isspace() or (after in ".,;:!?)" and text[at + 1 : at + 4] != "..."):
        return False
    if mark in _SINGLE:
        return before in _BEFORE_OPENING and (after.isalnum() or after in "[(.…$£€¥") and not _ELIDED.match(text, at)
    return before in _BEFORE_OPENING or not before.isalnum()


def _closes(text: str, at: int, mark: str, opened: int) -> bool:
    """Tell whether a mark closes the quotation opened at `opened` rather than being an apostrophe or an opening."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == '"':
        return (
            not (before.isspace() and after.isalnum() and at - opened > 1) or text.count('"', at + 1, at + 400) % 2 == 0
        )
    if mark not in "’'":
        return True
    if after.isalnum() or before.isspace():
        return False
    if before == "s" and after == " " and text[at + 2 : at + 3].islower():
        # a plural's apostrophe, if the quotation has a better end further on
        rest = text[at + 1 : at + 160]
        later = _LATER[mark].search(rest)
        return not later or bool(_REOPENED.search(rest, 0, later.start()))
    return True


def _closes_later(text: str, at: int, mark: str) -> bool:
    closer = _PAIRS[mark]
    stop = min(len(text), at + _LONGEST_SINGLE)
    position = text.find(closer, at + 1, stop)
    while position >= 0:
        if _closes(text, position, closer, at):
            return True
        position = text.find(closer, position + 1, stop)
    return False


def find_block_quote(text: str) -> Span | None:
    """Find the words of a block quotation: the block without its marks, its marker and its signature.

    >>> text = "> “Stay calm.” — Jane Doe (@jane) May 8, 2022"
    >>> text[slice(*find_block_quote(text))]
    'Stay calm.'
    """
    signature = _SIGNATURE.search(text, max(0, len(text) - 140))
    end = signature.start() if signature else len(text)
    leading = _LEADING.match(text, 0, end)
    start = leading.end() if leading else 0
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end) if any(letter.isalnum() for letter in text[start : min(end, start + 200)]) else None


_AUXILIARY: Final = (
    r"(?:is|are|was|were|am|will|would|can|could|should|must|may|might|shall|has|have|had|do|does|did|’re|'re|’m|'m|’ve|'ve|’ll|'ll|’d|'d|’s|'s"
    r"|(?:is|are|was|were|wo|would|could|should|do|does|did|has|have|had)n[’']t|can[’']t|cannot)"
)
_VERB: Final = (
    rf"(?:{_AUXILIARY}|means?|meant|needs?|needed|wants?|wanted|knows?|knew|thinks?|thought|believes?|believed|says?|said|goes|went|comes?|came|makes?|made|gets?|got|takes?|took|gives?|gave"
    r"|shows?|showed|remains?|remained|continues?|continued|becomes?|became|seems?|looks?|looked|hopes?|expects?|fears?|stands?|stood|understands?|works?|agrees?|agreed"
    r"|supports?|deserves?|requires?|tells?|told|feels?|felt|keeps?|kept|lets?|loses?|wins?|won|fights?|fought|begins?|began)"
)
_PLAIN_VERB: Final = rf"(?:{_AUXILIARY}|remains?|continues?|wants|knows|believes|deserves|means|fear|understands|became|becomes|began|showed|went|came|made|took|gave)"
_CLAUSE: Final = regex.compile(
    rf"(?:^|(?<=[\s(\[“‘,;—–-]))(?:(?:I|we|you|he|she|it|they|there|this|that|these|those|nobody|everyone|someone|nothing|everything|who|what)(?:\s\p{{L}}+ly|\s(?:both|all|also|never|always|just|still|now))?\s?{_VERB}\b"
    rf"|(?:[\p{{L}}\d’'-]+,?\s){{1,9}}?{_PLAIN_VERB}\b)",
    regex.IGNORECASE,
)
_MAIN: Final = regex.compile(
    rf"(?:I|we|you|he|she|it|they|there|this|that|their|our|the \w+)\s(?:\w+\s){{0,2}}?{_VERB}\b", regex.IGNORECASE
)
_SUBORDINATE: Final = regex.compile(r"(?:when|if|while|as|after|before|because|since|once|in|on|for|with|without)\b")
_NO_CLAUSE: Final = regex.compile(
    rf"(?:to|in|for|with|by|as|on|at|of|from|not|how|which|who|that|than|or|more|less|very|so|about|against|under|over|without|because of|{_AUXILIARY}|go|\p{{Ll}}+ing|\p{{Ll}}+ed)\b"
)
_RELATIVE: Final = regex.compile(r"(?<=\p{L}\s)(?:that|which|who|where|when|whose)\b", regex.IGNORECASE)
_SENTENCES: Final = regex.compile(r"[.!?…]\s+[\p{Lu}“‘\"']")


def find_form(words: str, before: str) -> QuoteForm:
    """Tell whether quoted words are a clause of their own or built into the writer's sentence.

    Args:
        words: the quoted words.
        before: the text of the block before them.

    >>> find_form("We are ready,", ""), find_form("mistake", "called it a ")
    (<QuoteForm.DIRECT: 'direct'>, <QuoteForm.FRAGMENT: 'fragment'>)
    """
    words = words.strip(" …")
    head = words[:400]
    if _SENTENCES.search(head):
        return QuoteForm.DIRECT
    starts = head[:1].isupper() or (head[:1] in "[(‘'" and head[1:2].isupper())
    alone = (
        not before.strip("“\"‘'«„ *_")
        or before.rstrip("“\"‘'«„ ")[-1:] in '.!?:”"'
        or before.rstrip("“\"‘'«„ ")[-1:] == ","
    )
    if starts and alone and (head[-1:] in ",.?!" or len(head.split()) >= 4):
        return QuoteForm.DIRECT
    if not starts and _NO_CLAUSE.match(head) and not _leading_clause(head):
        return QuoteForm.FRAGMENT
    found = _CLAUSE.search(head)
    if found and not _RELATIVE.search(head[: _verb_start(found)]):
        return QuoteForm.DIRECT if found.start() < 60 else QuoteForm.FRAGMENT
    return QuoteForm.DIRECT if starts and alone and len(head.split()) >= 3 else QuoteForm.FRAGMENT


def _verb_start(found: regex.Match[str]) -> int:
    last = found.group().rstrip().rfind(" ")
    return found.start() + max(last, 0)


def _leading_clause(head: str) -> bool:
    """Tell whether words that begin like a phrase have a clause behind it: "in war there are no winners"."""
    comma = head.find(", ")
    if comma < 0:
        return False
    rest = head[comma + 2 :]
    return bool(_SUBORDINATE.match(head)) and bool(_MAIN.match(rest))
