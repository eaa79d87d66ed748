"""The article as an extractor sees it: paragraphs, sentences, names, days, and who says what.

Contract: everything is told by the article alone, and worked out only when asked for; what one extractor asks
changes nothing that another is told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, NamedTuple, Protocol, final

from warparse.extract.grammar import Grammar, make_piece
from warparse.extract.sentences import Hit, Paragraph, Sentence
from warparse.lexicon.sentences import split_sentences
from warparse.model import BlockKind
from warparse.read.clean import clean
from warparse.segment.stamps import find_day
from warparse.speech.claims import Claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from warparse.extract.triggers import Found
    from warparse.model import Article, Name, Quote
    from warparse.read.offsets import OffsetMap
    from warparse.span import Span
    from warparse.speech.readings import Readings

__all__ = ["Document", "Mention", "Sentences", "Watch"]


class Mention(NamedTuple):
    """A known name in a sentence."""

    start: int
    """Where it starts in the sentence's text."""
    end: int
    """Where it ends there."""
    name: Name
    """Who it is."""


@final
class Document:
    """An article while extractors read it."""

    def __init__(self, article: Article, offsets: OffsetMap, readings: Readings) -> None:
        """Take up an article; the pipeline does.

        Args:
            article: the article, without fields.
            offsets: where each character of the mended text stood in the input.
            readings: its paragraphs in the mended text.
        """
        self.article = article
        """The article: blocks, posts, quotes, figures, names and its day; no fields yet."""
        self._offsets = offsets
        self._readings = readings
        self._claims = Claims(readings)
        self._paragraphs: dict[int, Paragraph] = {}
        self._sentences: dict[int, tuple[Span, ...]] = {}
        self._grammars: dict[tuple[int, int], Grammar] = {}
        self._days: dict[int, date | None] = {}
        self._block_starts = [block.start for block in article.blocks]
        self._quote_starts = [quote.start for quote in article.quotes]
        self._mentions = sorted((span.start, span.end, name.name) for name in article.names for span in name.mentions)
        self._names = {name.name: name for name in article.names}

    def __len__(self) -> int:
        """Give the number of paragraphs."""
        return len(self._readings.passages)

    # -- paragraphs and sentences -------------------------------------------------------------

    def paragraph(self, number: int) -> Paragraph:
        """Give a paragraph by its place, the first being 0.

        Raises:
            IndexError: there is none.
        """
        if not 0 <= number < len(self):
            raise IndexError(f"there is no paragraph {number} in a document of {len(self)}")
        if number not in self._paragraphs:
            self._paragraphs[number] = self._make_paragraph(number)
        return self._paragraphs[number]

    def sentences(self, paragraph: Paragraph) -> tuple[Sentence, ...]:
        """Give the sentences of a paragraph, without hits."""
        return tuple(
            Sentence(paragraph.text[start:end], paragraph, start) for start, end in self._spans(paragraph.number)
        )

    def before(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence before another in its post; None for the first."""
        return self._beside(sentence, -1)

    def after(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence behind another in its post; None for the last."""
        return self._beside(sentence, 1)

    def _beside(self, sentence: Sentence, step: int) -> Sentence | None:
        number = sentence.paragraph.number
        spans = self._spans(number)
        at = bisect_left(spans, sentence.offset, key=lambda span: span.start) + step
        if not 0 <= at < len(spans):
            number += step
            if not 0 <= number < len(self) or self.paragraph(number).post != sentence.paragraph.post:
                return None
            spans = self._spans(number)
            if not spans:
                return None
            at = 0 if step > 0 else len(spans) - 1
        paragraph = self.paragraph(number)
        return Sentence(paragraph.text[slice(*spans[at])], paragraph, spans[at].start)

    def hit(self, found: list[Found], timeout: Callable[[], float | None]) -> Iterator[Sentence]:
        """Give the sentences that hold triggers, each with its own.

        Args:
            found: triggers in the mended text, in order.
            timeout: gives the seconds left to whoever reads; None for any number.
        """
        for number, group in groupby(found, key=lambda hit: self._readings.find(hit.start)):
            if number < 0:
                continue
            paragraph = self.paragraph(number)
            spans = self._spans(number)
            first = self._readings.passages[number].start
            last = first + len(self._readings.passages[number].text)
            hits: dict[int, list[Hit]] = {}
            for hit in group:
                if hit.end > last:
                    continue
                start, end = (paragraph.from_source(self._offsets.to_source(at)) for at in (hit.start, hit.end))
                at = bisect_right(spans, start, key=lambda span: span.start) - 1
                if at >= 0 and start < end:
                    offset = spans[at].start
                    hits.setdefault(at, []).append(Hit(hit.trigger, start - offset, end - offset))
            for at, own in sorted(hits.items()):
                text = paragraph.text[slice(*spans[at])]
                yield Sentence(text, paragraph, spans[at].start, tuple(own), timeout)

    def _spans(self, number: int) -> tuple[Span, ...]:
        if number not in self._sentences:
            self._sentences[number] = split_sentences(self.paragraph(number).text)
        return self._sentences[number]

    def _make_paragraph(self, number: int) -> Paragraph:
        article = self.article
        pieces = [
            clean(
                article.source.text,
                self._offsets.to_source(part.start),
                self._offsets.to_source(part.start + len(part.text)),
            )
            for part in self._readings.parts(number)
        ]
        starts, length = [], 0
        for piece in pieces:
            starts.append(length)
            length += len(piece.text) + 1
        first = self._readings.passages[number]
        at = bisect_right(self._block_starts, self._offsets.to_source(first.start)) - 1
        post = article.blocks[at].post
        return Paragraph(
            " ".join(piece.text for piece in pieces),
            first.kind,
            None if post is None else article.posts[post],
            number,
            article.source,
            tuple(pieces),
            tuple(starts),
        )

    # -- names, quotes, days ------------------------------------------------------------------

    def mentions(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Give the people and organisations named in a sentence, in order; pronouns and descriptions are none."""
        span = sentence.span()
        first = bisect_left(self._mentions, (span.start,))
        found = []
        for start, end, name in self._mentions[first:]:
            if start >= span.end:
                break
            low = sentence.paragraph.from_source(start) - sentence.offset
            high = sentence.paragraph.from_source(end) - sentence.offset
            found.append(Mention(low, min(high, len(sentence.text)), self._names[name]))
        return tuple(found)

    def quote_at(self, sentence: Sentence, position: int) -> Quote | None:
        """Give the quote that holds a position of a sentence; None outside quoted words."""
        offset = sentence.span(position).start
        at = bisect_right(self._quote_starts, offset) - 1
        quote = self.article.quotes[at] if at >= 0 else None
        return quote if quote is not None and offset < quote.end else None

    def day(self, sentence: Sentence) -> date | None:
        """Give the day on which a sentence was published: its post's, else the article's; None where nobody tells."""
        post = sentence.paragraph.post
        if post is None:
            return self.article.published
        if post.start not in self._days:
            stamps = (block.text for block in post.blocks if block.kind is BlockKind.TIMESTAMP)
            self._days[post.start] = next((day for stamp in stamps if (day := find_day(stamp))), self.article.published)
        return self._days[post.start]

    def who(self, sentence: Sentence, start: int, end: int) -> str | None:
        """Give the fullest name of whom an expression means: a name, a pronoun, a description, an institution.

        Args:
            sentence: the sentence.
            start: where the expression starts in it.
            end: where it ends.

        Returns:
            The fullest name that the article knows; the expression itself, without its article, where it
            stands for nobody else; None where nothing tells.
        """
        number, offset = self._place(sentence, start)
        _, last = self._place(sentence, max(end - 1, start))
        reader, at = self._readings.read(number, offset)
        until = reader.paragraph.find(last)
        if reader.is_possessive(at, offset, last):
            return reader.possessor(at)
        for chunk in range(until, at - 1, -1):
            if found := reader.named(chunk):
                return found
        return None

    def state_of(self, name: str) -> str | None:
        """Give the state whose office somebody holds, by the fullest name: "Russia" for its foreign minister.

        Returns:
            The state's name as `warparse.lexicon.nations` gives it; None where nothing tells.
        """
        index = self._readings.index
        entity = index.by_name.get(name)
        office = entity.office if entity is not None else None
        if office is not None and office.state is not None:
            return office.state
        return index.led.get(name)

    def holders(self, office: str, state: str | None = None) -> tuple[str, ...]:
        """Give who holds an office of a state, or of any: "president", "foreign minister"; by their fullest names."""
        found = self._readings.index.by_office.get((state, office), ())
        return tuple(dict.fromkeys(entity.fullest for entity in found))

    def roles_of(self, name: str) -> frozenset[str]:
        """Give the nouns for people told beside a name anywhere in the article: "minister", "envoy"; the fullest name asks."""
        entity = self._readings.index.by_name.get(name)
        if entity is None:
            return frozenset()
        return frozenset(entity.roles).union(*(office.title.split() for office in entity.offices))

    def grammar(self, sentence: Sentence) -> Grammar:
        """Give the grammar of a sentence: noun phrases, verbs, prepositions, and how they hang together."""
        key = sentence.paragraph.number, sentence.offset
        if key not in self._grammars:
            self._grammars[key] = self._make_grammar(sentence)
        return self._grammars[key]

    def _make_grammar(self, sentence: Sentence) -> Grammar:
        number, first = self._place(sentence, 0)
        length = len(sentence.text)
        passage, clauses = self._readings.passages[number], self._readings.clauses(number)
        plain = passage.text.startswith(sentence.text, first)
        last = first + length - 1 if plain else self._place(sentence, max(length - 1, 0))[1]
        low = clauses.find(first)

        def place(inner: int) -> int:
            return inner - first if plain else self._position(sentence, passage.start + inner)

        chunks = takewhile(lambda chunk: chunk.start <= last, clauses.chunks[low:])
        return Grammar(clauses, low, tuple(make_piece(chunk, place, sentence.text) for chunk in chunks))

    def _position(self, sentence: Sentence, mended: int) -> int:
        """Give where a position of the mended text stands in a sentence's text."""
        return sentence.paragraph.from_source(self._offsets.to_source(mended)) - sentence.offset

    def teller(self, sentence: Sentence, position: int) -> str | None:
        """Give who claims the words at a position of a sentence: "the mayor said two people were hurt".

        The speaker of the quote that holds it, else the subject of the clause that reports it, before or behind.

        Returns:
            The fullest name that the article knows; None where the writer states it, or nothing tells.
        """
        quote = self.quote_at(sentence, position)
        if quote is not None and quote.speaker is not None:
            return quote.speaker
        return self._claims.teller(*self._place(sentence, position))

    def _place(self, sentence: Sentence, position: int) -> tuple[int, int]:
        """Give the passage of a position, and its place in the passage's text."""
        mended = self._offsets.to_mended(sentence.span(position).start)
        number = sentence.paragraph.number
        return number, mended - self._readings.passages[number].start


class Watch(Protocol):
    """Who keeps an extractor's time."""

    at: Span | None
    """The span of the sentence that is read."""

    def left(self) -> float | None:
        """Give the seconds left, None for any number; raise TimeoutError when none are."""


@final
class Sentences:
    """The sentences that hold an extractor's triggers, in document order; going on checks the time."""

    def __init__(self, document: Document, found: list[Found], watch: Watch) -> None:
        """Take up what a scan found.

        Args:
            document: the document.
            found: triggers in the mended text, in order.
            watch: keeps the extractor's time.
        """
        self._document = document
        self._found = found
        self._watch = watch

    def __iter__(self) -> Iterator[Sentence]:
        """Give each sentence once.

        Raises:
            TimeoutError: the extractor's time ran out; let it pass, the run notes it.
        """
        for sentence in self._document.hit(self._found, self._watch.left):
            self._watch.left()
            self._watch.at = sentence.span()
            yield sentence
