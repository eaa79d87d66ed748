"""The grammar of a sentence, as plugins see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

import warparse
from warparse.extract import Extractor, Grammar, Head, PieceKind, Registry, Sentence, hookimpl

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.extract import Document, Sentences

CALM = settings(deadline=None, derandomize=True)
HEAD = "Harbour talks go on in the north\n\nNorway’s foreign minister, Ada Lind, wrote to Jean Morel.\n\n"


@frozen
class _Nothing:
    start: int
    end: int


def look(text: str, see: Callable[[Document, Sentence, Grammar], None]) -> None:
    """Show the grammar of each sentence behind the head."""

    def find(document: Document, sentences: Sentences) -> list[_Nothing]:
        for _ in sentences:
            for number in range(len(document)):
                for sentence in document.sentences(document.paragraph(number)):
                    if sentence.span().start >= len(HEAD):
                        see(document, sentence, document.grammar(sentence))
            break
        return []

    class Plugin:
        @hookimpl
        def warparse_extractors(self) -> list[Extractor[_Nothing]]:
            return [Extractor("nothing", _Nothing, ("harbour",), find)]

    assert not warparse.parse(HEAD + text, registry=Registry.of(Plugin())).problems


def grammar(text: str) -> tuple[Sentence, Grammar]:
    """Give the grammar of the one sentence."""
    seen: list[tuple[Sentence, Grammar]] = []
    look(text, lambda _, sentence, told: seen.append((sentence, told)))
    (found,) = seen
    return found


def pieces(text: str) -> list[str]:
    sentence, told = grammar(text)
    return [sentence.text[piece.start : piece.end] for piece in told.pieces]


def test_an_adverb_behind_a_noun_phrase_is_left_out() -> None:
    sentence, told = grammar("Lind met her Polish counterpart late on Tuesday.")
    met = told.pieces[2]
    assert (sentence.text[met.start : met.end], met.word, met.head) == (
        "her Polish counterpart",
        "counterpart",
        Head.PEOPLE,
    )


@pytest.mark.parametrize("text", ["“I’ll be in Oslo,” Lind said.", "“We’re in Oslo,” Lind said."])
def test_a_contracted_pronoun_opens_a_quote(text: str) -> None:
    kinds = [piece.kind for piece in grammar(text)[1].pieces]
    assert kinds[:2] == [PieceKind.PRONOUN, PieceKind.HELPER]


def test_an_abbreviation_is_joined_to_what_follows_a_hyphen() -> None:
    assert pieces("The U.S.-Russia talks ended.")[0] == "The U.S.-Russia talks"


def at(told: Grammar, word: str) -> int:
    return next(number for number, piece in enumerate(told.pieces) if piece.word == word)


def test_pieces() -> None:
    assert pieces("The EU’s envoy, Ada Lind, will not meet “the two ministers” in Oslo on Friday.") == [
        "The EU’s envoy", ",", "Ada Lind", ",", "will", "meet", "the two ministers", "in", "Oslo", ".",
    ]  # fmt: skip


def test_noun_phrase() -> None:
    sentence, told = grammar("He praised the Polish army’s new commander.")
    piece = told.pieces[at(told, "commander")]
    assert (piece.kind, piece.head, piece.article) == (PieceKind.NOUN, Head.PEOPLE, "the")
    assert sentence.text[piece.first : piece.owner] == "Polish army"
    assert sentence.text[piece.last : piece.end] == "commander"


def test_name() -> None:
    _, told = grammar("Minister Lind spoke.")
    assert (told.pieces[0].kind, told.pieces[0].name) == (PieceKind.NAME, "Ada Lind")


@pytest.mark.parametrize("space", ["  ", "\t", "\u00a0"])
def test_white_space_moves_no_place_inside_a_piece(space: str) -> None:
    found: list[list[tuple[str, str]]] = []

    def see(_: Document, sentence: Sentence, grammar: Grammar) -> None:
        pieces = [piece for piece in grammar.pieces if piece.kind is PieceKind.NOUN]
        found.append([(sentence.text[p.first : p.end], sentence.text[p.first : p.owner]) for p in pieces])

    text = "Saudi Arabia’s deputy foreign minister met the prime minister at the White House."
    due = [("Saudi Arabia’s deputy foreign minister", "Saudi Arabia"), ("prime minister", ""), ("White House", "")]
    look(text, see)
    look(text.replace(" ", space), see)
    assert found == [due, due]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Ada Lind met Jean Morel.", "met", "Ada Lind"),
        ("Ada Lind, who is in Oslo, met Jean Morel.", "met", "Ada Lind"),
        ("Ada Lind is likely to meet Jean Morel.", "meet", "Ada Lind"),
        ("Ada Lind has no plans to meet Jean Morel.", "meet", "Ada Lind"),
        ("Ada Lind spoke after meeting Jean Morel.", "meeting", "Ada Lind"),
        ("Talks between Poland and Ukraine began.", "began", "Talks"),
        ("The ministers of Egypt, Qatar and Turkey agreed.", "agreed", "The ministers"),
        ("Rain fell.", "fell", "Rain"),
    ],
)
def test_subject(text: str, verb: str, subject: str) -> None:
    sentence, told = grammar(text)
    found = told.subject(at(told, verb))
    assert found is not None
    piece = told.pieces[found]
    assert sentence.text[piece.start : piece.end] == subject


def test_subjects_and_lists() -> None:
    sentence, told = grammar("Poland, Ukraine and Norway met Egypt and Qatar.")
    verb = at(told, "met")

    def named(numbers: tuple[int, ...]) -> list[str]:
        return [sentence.text[told.pieces[number].start : told.pieces[number].end] for number in numbers]

    assert named(told.subjects(verb)) == ["Poland", "Ukraine", "Norway"]
    assert named(told.joined(verb + 1)) == ["Egypt", "Qatar"]


def named(text: str, verb: str, find: Callable[[Grammar, int], tuple[int, ...]]) -> list[str]:
    sentence, told = grammar(text)
    numbers = find(told, at(told, verb))
    return [sentence.text[told.pieces[number].start : told.pieces[number].end] for number in numbers]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Poland met Egypt and Qatar.", "met", ["Poland"]),
        ("Poland and Ukraine met.", "met", ["Poland", "Ukraine"]),
        ("The ministers and the envoys met in Oslo.", "met", ["The ministers", "the envoys"]),
        ("Poland, Ukraine, Norway and Egypt met.", "met", ["Poland", "Ukraine", "Norway", "Egypt"]),
        ("Ada Lind spoke and Jean Morel met them.", "met", ["Jean Morel"]),
        ("Poland, Ukraine’s neighbour, met Egypt.", "met", ["Poland"]),
        ("In Oslo and Paris, the envoys met.", "met", ["the envoys"]),
        ("Rain fell, and Poland and Ukraine met.", "met", ["Poland", "Ukraine"]),
    ],
)
def test_all_subjects_of_a_verb(text: str, verb: str, subjects: list[str]) -> None:
    assert named(text, verb, Grammar.subjects) == subjects


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Lind met Egypt.", ["Egypt"]),
        ("Lind met Egypt and Qatar.", ["Egypt", "Qatar"]),
        ("Lind met Egypt, Oman and Qatar.", ["Egypt", "Oman", "Qatar"]),
        ("Lind met Egypt, Oman, Qatar, and Turkey.", ["Egypt", "Oman", "Qatar", "Turkey"]),
        ("Lind met Jean Morel, and Karl Falk left.", ["Jean Morel"]),
        ("Lind met Jean Morel, the envoy.", ["Jean Morel"]),
        ("Lind met Egypt and Qatar in Oslo and Paris.", ["Egypt", "Qatar"]),
    ],
)
def test_noun_phrases_joined_to_one(text: str, joined: list[str]) -> None:
    assert named(text, "met", lambda told, verb: told.joined(verb + 1)) == joined


@pytest.mark.parametrize(
    ("text", "apposed"),
    [
        ("The envoy, Jean Morel, left.", "Jean Morel"),
        ("The ports, Oslo and Gdansk, were shut.", None),
        ("The envoy, a friend, left.", None),
        ("Jean Morel, the envoy, left.", None),
        ("The envoy left.", None),
    ],
)
def test_a_name_set_beside_a_description(text: str, apposed: str | None) -> None:
    sentence, told = grammar(text)
    found = told.apposed(0)
    assert (None if found is None else sentence.text[told.pieces[found].start : told.pieces[found].end]) == apposed


@pytest.mark.parametrize(
    ("text", "verb", "chain"),
    [
        ("Ada Lind met Jean Morel.", "met", []),
        ("Ada Lind asked Norway to host talks.", "host", ["asked"]),
        ("Ada Lind agreed on hosting talks.", "hosting", ["agreed"]),
        ("Ada Lind hopes to fly to meet Jean Morel.", "meet", ["fly", "hopes"]),
        ("Ada Lind flew to Oslo and met Jean Morel.", "met", []),
    ],
)
def test_the_verbs_on_which_one_hangs(text: str, verb: str, chain: list[str]) -> None:
    _, told = grammar(text)
    assert [told.word(number) for number in told.chain(at(told, verb))] == chain


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Ada Lind was received by Jean Morel.", "received", True),
        ("A man questioned by the police left.", "questioned", True),
        ("Ada Lind spoke by phone.", "spoke", False),
        ("Ada Lind has met Jean Morel.", "met", False),
        ("Ada Lind is meeting Jean Morel.", "meeting", False),
    ],
)
def test_passive(text: str, verb: str, passive: bool) -> None:
    _, told = grammar(text)
    assert told.is_passive(at(told, verb)) is passive


def test_complements() -> None:
    sentence, told = grammar("Ada Lind held talks with Jean Morel in Oslo.")
    found = [
        (word, sentence.text[told.pieces[number].start : told.pieces[number].end])
        for word, number in told.complements(at(told, "talks"))
    ]
    assert found == [("with", "Jean Morel"), ("in", "Oslo")]


def test_chain() -> None:
    _, told = grammar("Ada Lind hopes to fly to Oslo.")
    assert [told.word(number) for number in told.chain(at(told, "fly"))] == ["hopes"]


def test_state_office_and_roles() -> None:
    def see(document: Document, _sentence: Sentence, _grammar: Grammar) -> None:
        assert document.state_of("Ada Lind") == "Norway"
        assert document.state_of("Jean Morel") is None
        assert "minister" in document.roles_of("Ada Lind")
        assert document.holders("foreign minister", "Norway") == ("Ada Lind",)
        assert document.roles_of("Nobody Known") == frozenset()

    look("Ada Lind spoke.", see)


def test_possessive_is_asked_by_itself() -> None:
    told: list[str | None] = []
    look("Ada Lind spoke of her talks.", lambda document, sentence, _: told.append(document.who(sentence, 18, 21)))
    assert told == ["Ada Lind"]


WORDS = (
    "Ada Lind|Norway|the|EU’s|ministers|met|will|meet|with|talks|between|and|,|.|“|”|to|in|Oslo|on Friday|his|they|was|"
    "by|who|that|said|of|a|&amp;|*bold*|  "
).split("|")


@CALM
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_laws(text: str) -> None:
    def see(_document: Document, sentence: Sentence, told: Grammar) -> None:
        end = 0
        for number, piece in enumerate(told.pieces):
            assert end <= piece.start <= piece.end <= len(sentence.text)
            end = piece.end
            assert piece.owner == 0 or piece.start <= piece.owner <= piece.end
            if piece.kind is PieceKind.VERB:
                told.is_passive(number)
                assert all(other < number for other in told.chain(number))
                assert all(0 <= other < len(told) for other in told.subjects(number))
            if told.is_nominal(number):
                assert told.joined(number)[0] == number
                list(told.complements(number))

    look(text, see)
