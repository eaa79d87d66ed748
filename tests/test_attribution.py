"""Quoted words, their forms, names and speakers: tables of examples, near-misses beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warparse import parse
from warparse.lexicon.words import singular
from warparse.model import BlockKind, NameKind, QuoteForm
from warparse.names.capitals import find_runs
from warparse.names.index import NameIndex, index_names
from warparse.span import Span
from warparse.speech import speakers as sieve
from warparse.speech.forms import find_form
from warparse.speech.passages import Answer, Passage, make_passages
from warparse.speech.quotes import find_marked, is_label
from warparse.speech.speakers import attribute

if TYPE_CHECKING:
    from pathlib import Path

Block = str | tuple[BlockKind, str]


def read(*blocks: Block) -> tuple[list[Passage], list[list[Answer]], NameIndex]:
    """Read blocks of one post, paragraphs where nothing else is told."""
    laid: list[tuple[int, str, BlockKind, int | None]] = []
    start = 0
    for block in blocks:
        kind, text = (BlockKind.PARAGRAPH, block) if isinstance(block, str) else block
        laid.append((start, text, kind, 0))
        start += len(text) + 1
    index = index_names((start, text) for start, text, _, _ in laid)
    passages = make_passages(laid)
    return passages, attribute(passages, index), index


def speakers(*blocks: Block) -> list[str | None]:
    """Give the speakers of all quotes of some blocks."""
    return [name for answers in read(*blocks)[1] for name, _ in answers]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We held,” Marek Dvořák said.",
        "“We held,” said Marek Dvořák, a bus driver from the port.",
        "“We held,” the driver, Marek Dvořák, told the Gazette.",
        "“We held,” shrugged Marek Dvořák.",
        "“We held,” Marek Dvořák shrugged, and lit a cigarette.",
        "“We held,” according to Marek Dvořák.",
        "“We held,” was how Marek Dvořák put it. Marek Dvořák drives a bus.",
        "“We held” – here Marek Dvořák paused – and the bus left.",
        "“Who held?” asked Marek Dvořák, 44.",
        "The bridge had “held”, as Marek Dvořák put it.",
        "The bridge had “held”, wrote Gen. Marek Dvořák, the commander of the garrison.",
        "“It held,” the garrison’s commander, Gen. Marek Dvořák, wrote on Telegram on Friday night.",
        "Marek Dvořák, 44, who drives a bus in the port, said: “We held.”",
        "Marek Dvořák (44), a bus driver, said the town “held its breath”.",
        "Marek Dvořák – a driver who lost two brothers – said the town “held its breath”.",
        "Marek Dvořák, flanked by two drivers, said the town “held its breath”.",
        "Marek Dvořák, asked about the bridge, said: “It held.”",
        "Marek Dvořák was blunt: “It held.”",
        "Marek Dvořák was blunt. “It held,” he said.",
        "Marek Dvořák smiled. “It held.”",
        "In Marek Dvořák’s words, the town “held its breath”.",
        "In the words of Marek Dvořák, a bus driver, the town “held its breath”.",
        "For Marek Dvořák, 44, a driver, the night was “one long breath”.",
        "Asked whether the town would hold, Marek Dvořák answered: “It held.”",
        "Speaking in Brno on Friday, Marek Dvořák said that the town had “held its breath”.",
        "Marek Dvořák’s post on X, which he later deleted, read: “It held.”",
        "Marek Dvořák was quoted by the Gazette as saying that the town “held its breath”.",
        "The Gazette quoted Marek Dvořák as saying: “It held.”",
        "The plan was called “a gift” by Marek Dvořák.",
        "A close ally of Anna Reis, Marek Dvořák, called the plan “a gift”.",
        "Anna Reis’s ally Marek Dvořák called the plan “a gift”.",
        "Marek Dvořák, like Anna Reis before him, called the plan “a gift”.",
        "Marek Dvořák, who spoke after Anna Reis, called the plan “a gift”.",
        "Marek Dvořák dismissed the plan, which Anna Reis had signed, as “a gift”.",
        "Marek Dvořák thanked Anna Reis for her “patience with arithmetic”.",
        "The court heard that Marek Dvořák had called the judge “a clerk with a wig”.",
        "Analyst Marek Dvořák of the Northern Observatory believes the plan is “dead, but well dressed”.",
        "Sergeant Marek “Kit” Dvořák, 26, laughed. “It held,” he said.",
        "Marek Dvořák met Anna Reis in Brno. He told her the bridge was “a rumour”.",
        "Wing Cdr Marek Dvořák said the sky was “crowded”.",
        "The general himself was silent. Marek Dvořák himself called it “a gift”.",
    ],
)
def test_whoever_the_sentence_says(sentence: str) -> None:
    assert speakers(sentence)[0] == "Marek Dvořák"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # nobody
        ("Per Lund was accused of “cooking the books”.", [None]),
        ("Volunteers say they were told to “forget the way”.", [None]),
        ("A draft of the invitation called the army “a party to the conflict”. Per Lund stayed away.", [None]),
        ("A banner over the gate read “Welcome back, dear pupils”.", [None]),
        ("In the corridor hangs a poster: “Wash your hands, charge your phone”. Per Lund, 9, has done both.", [None]),
        # two in one sentence
        ("Per Lund said there was “money”, while Siv Dahl, his deputy, said the cupboard was “bare”.", ["Per Lund", "Siv Dahl"]),
        ("Per Lund, whose deputy Siv Dahl had called the cupboard “bare”, said there was “money”.", ["Siv Dahl", "Per Lund"]),
        ("“You sold it?” asked Paul Ekow, the judge. “Twice,” replied the captain, Yusuf Demir.", ["Paul Ekow", "Yusuf Demir"]),
        ("“It is not over”, warns Salma Nasser, “and it may not be over for years”.", ["Salma Nasser", "Salma Nasser"]),
        # descriptions, without their articles
        ("“Noise!” shouted a driver from the port.", ["driver from the port"]),
        ("A Western diplomat who asked not to be named said the text was “a mess”.", ["Western diplomat"]),
        ("The text was “a mess”, a Western diplomat said on condition of anonymity.", ["Western diplomat"]),
        ("A doctor at a hospital in Hodeidah said that “eight or nine came”.", ["doctor at a hospital in Hodeidah"]),
        ("Two Omani officials were blunt. “They watched,” one of the officials said.", ["Omani official"]),
        ("Analysts were less polite: one called the position “a fence”.", ["analyst"]),
        ("Residents spoke of “a long whistle” and then of silence.", ["residents"]),
        ("“I told them so,” the 20-year-old from Kherson said.", ["20-year-old from Kherson"]),
        # institutions and states
        ("Norway’s foreign ministry summoned the ambassador and called the letter “unacceptable”.", ["Norway’s foreign ministry"]),
        ("Oslo called the letter “unacceptable”.", ["Oslo"]),
        ("Saudi Arabia “was not asked,” its foreign ministry said.", ["Saudi Arabia’s foreign ministry"]),
        ("The company, Brenner Logistics, said it would “review” the contract.", ["Brenner Logistics"]),
        ("The ministry of health said it was “not aware” of any hunger.", ["ministry of health"]),
        ("The army’s claim that the four men were “armed and dangerous” could not be checked.", ["army"]),
        ("The ministry issued a statement calling the blockade “a crime against bread”.", ["ministry"]),
        ("The army said it had “neutralised” four men; the Red Crescent said they were “farmers with rakes”.", ["army", "Red Crescent"]),
        # names that only the sentence tells
        ("“It is loud,” said a woman who gave only her first name, Olena.", ["Olena"]),
        ("A driver, who asked to be identified only as Serhii, said the road was “gone”.", ["Serhii"]),
        ("“Gone,” said a medic with the callsign Doc. “All of it.”", ["Doc", "Doc"]),
        ("Rescuers heard knocking. “We told them to go on,” said Ihor, 29, a rescuer.", ["Ihor"]),
        # verbs that are nouns elsewhere
        ("Col. Per Lund told state television that reports of a deal were “novels”.", ["Per Lund"]),
        ("Norway’s envoy, Per Lund, holds up a photograph of a tunnel. “This is a kitchen,” he says.", ["Per Lund"]),
        ("Per Lund, the clerk, replied by text message: “Closer than what?”", ["Per Lund"]),
        ("A truce proposed by Norway, Per Lund said, was worth “a reading, not yet a reply”.", ["Per Lund"]),
        ("Per Lund told officers that a truce proposed by Norway was worth “a reading”.", ["Per Lund"]),
        ("The office wants “an off-ramp,” as Per Lund put it.", ["Per Lund"]),
    ],
)  # fmt: skip
def test_sentences(sentence: str, told: list[str | None]) -> None:
    assert speakers(sentence) == told


STRAIT = "The strait has been closed to shipping since Sunday, and forty vessels lie at anchor outside the port."


@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        # who goes on, and who is meant by a pronoun
        (["Yusuf Demir, a captain, sleeps in his boots.", "“You get used to it,” he said. “To all but the birds.”"], ["Yusuf Demir"] * 2),
        (["Captain Yusuf Demir waits. His first mate, Elif Kaya, counts the days.", "“Nine,” she said."], ["Elif Kaya"]),
        (["Captain Yusuf Demir waits. His first mate, Elif Kaya, counts the days.", "“Nobody has called,” the captain said."], ["Yusuf Demir"]),
        (["Hakan Yildiz called Kari Nordby on Monday.", "“We will not watch,” he told her.", "She told reporters that it was “short”."], ["Hakan Yildiz", "Kari Nordby"]),
        (["General Osman Tekin dismissed it.", "“Everybody eats,” he said.", "“There is soup.”", "A cook, who was not named, said there was “soup on Tuesdays”."], ["Osman Tekin", "Osman Tekin", "cook"]),
        (["Tyrell Moss, 29, said his students had asked if he would go. “My rent is paid,” he said."], ["Tyrell Moss"]),
        (["Zlata Roe met the press. Her brother Omar was on the bus. “He had the window seat,” she says."], ["Zlata Roe"]),
        # by what they are
        (["Norway’s defence minister, Siv Dahl, spoke first. The Swedish one was late.", "“We begin,” the Norwegian minister said."], ["Siv Dahl"]),
        (["Siv Dahl, 58, keeps hens near the border.", "“They hear it first,” the 58-year-old farmer told Radio North."], ["Siv Dahl"]),
        (["Siv Dahl has led the bloc’s talks since May.", "“We will sit here,” the Norwegian-born former mediator said."], ["Siv Dahl"]),
        (["A ferry was hit. Siv Dahl, the mayor, saw it.", "“It burned,” a sailor said. “It sank,” the sailor added."], ["sailor", "sailor"]),
        (["Bohdan Rud, head of the regional military administration, urged calm.", "The governor called the night “long”."], ["Bohdan Rud"]),
        (["The EU’s foreign policy chief, Siv Dahl, spoke.", "The EU’s high representative called it “a river”."], ["Siv Dahl"]),
        (["Per Lund, Norway’s envoy to London, spoke at a church.", "The general turned diplomat said “no”."], ["Per Lund"]),
        # told in the sentence before the name
        (["Norway’s defence minister warned that the port “will burn”. Siv Dahl said the navy was ready."], ["Siv Dahl"]),
        (["“It is a system,” the prime minister insisted.", "Siv Dahl was standing in front of forty cones."], ["Siv Dahl"]),
        (["Norway’s defence minister warned that the port “will burn”. The navy’s Siv Dahl said it was ready."], ["Norway’s defence minister"]),
        # leaders without their office, and those who held one
        (["Trump met Zelenskyy. The Ukrainian president called it “long”. It was, the US president said, “short”."], ["Zelenskyy", "Trump"]),
        (["Emmanuel Macron spoke. A former French president called it “long”."], ["former French president"]),
        (["Norway’s Siv Dahl met Trump. The former US president’s wife called it “long”."], ["former US president’s wife"]),
        # institutions by their nouns
        (["Brenner Logistics said it would “review” it. “We have families too,” the company said."], ["Brenner Logistics"] * 2),
        (["Hamas denounced the strike. The group said talks would be “held over graves”."], ["Hamas"]),
        (["The company, Poseidon Lines, stopped paying. “Wages are paid,” the company said."], ["Poseidon Lines"]),
        # words that go on over paragraphs
        (["Siv Dahl said: “It begins here.", "“It goes on here.", "“It ends here.”", STRAIT], ["Siv Dahl"] * 3),
        (["“There is no drawer in this building.", "“They get nothing,” the treasury’s Siv Dahl told deputies."], ["Siv Dahl"] * 2),
        # a sentence that a scraper broke
        (["Col. Siv Dahl, the spokeswoman, said that reports of", "a secret channel", "to the rebels were “novels written in Paris”."], ["Siv Dahl"]),
        (["“We begin,” said", "Siv Dahl", ", the minister."], ["Siv Dahl"]),
    ],
)  # fmt: skip
def test_paragraphs(paragraphs: list[str], told: list[str | None]) -> None:
    assert speakers(STRAIT, *paragraphs) == told


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        # headings and captions quote what the prose attributes
        ([(BlockKind.HEADING, "‘The gold went first’: farmers flee"), "“We sold it. The gold went first,” said Siv Dahl."], ["Siv Dahl", "Siv Dahl"]),
        ([(BlockKind.HEADING, "Siv Dahl: ‘No soup’"), STRAIT], ["Siv Dahl"]),
        ([(BlockKind.HEADING, "Russia’s embassy dismisses ‘fundraiser for war’"), "The embassy said it was a “fundraiser for war”."], ["Russia’s embassy", "embassy"]),
        ([(BlockKind.LIST_ITEM, "Navy promises ‘no heroics’"), "Siv Dahl, who leads the convoy, promised “no heroics”."], ["Siv Dahl", "Siv Dahl"]),
        ([(BlockKind.CAPTION, "Siv Dahl, 29, with her twins in Kosti. “We walked,” she says."), STRAIT], ["Siv Dahl"]),
        # block quotations
        (["The White House wrote on X:", (BlockKind.QUOTE, "We had a great call."), STRAIT], ["White House"]),
        (["Siv Dahl told the Gazette how it was:", (BlockKind.QUOTE, "Dark."), (BlockKind.QUOTE, "And loud.")], ["Siv Dahl", "Siv Dahl"]),
        ([STRAIT, (BlockKind.QUOTE, "Bring no plan. — Siv Dahl (@siv) May 8, 2022")], ["Siv Dahl"]),
        ([STRAIT, (BlockKind.QUOTE, "“I bought a paper map.”"), (BlockKind.QUOTE, "— Ruslan, Rostov")], ["Ruslan"]),
        ([STRAIT, (BlockKind.QUOTE, "“I bought a paper map.”"), (BlockKind.QUOTE, "— Anonymous, Rostov")], [None]),
        # interviews
        (["Siv Dahl leads the navy.", (BlockKind.HEADING, "Is the front collapsing?"), "“No. It bends.”"], ["Siv Dahl"]),
        (["Siv Dahl: “The water is the problem.”", "Per Lund: “The paper is.”"], ["Siv Dahl", "Per Lund"]),
    ],
)  # fmt: skip
def test_blocks(blocks: list[Block], told: list[str | None]) -> None:
    assert speakers(*blocks) == told


def test_a_new_post_begins_without_memory() -> None:
    blocks = [
        (0, "Siv Dahl spoke first. She was blunt.", BlockKind.PARAGRAPH, 0),
        (40, "“It held,” the driver said.", BlockKind.PARAGRAPH, 1),
        (70, "“It broke.”", BlockKind.PARAGRAPH, 2),
    ]
    passages = make_passages(blocks)
    told = attribute(passages, index_names((start, text) for start, text, _, _ in blocks))
    assert [answers[0][0] for answers in told if answers] == ["driver", None]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They fired “Flamingo” missiles at the port.", True),
        ("The pilot goes by the callsign “Fox”.", True),
        ("Her favourite book was “The Border Is a River,” a tale of two herons.", True),
        ("The report, entitled “Winter without walls”, counts the dead.", True),
        ("The neighbours call it “the Ritz”.", True),
        ("The street was called only “the corridor”.", True),
        ("the word “siege” means nothing here", True),
        ("He called the operation “the only language left”.", False),
        ("In the ministry’s words, “a great deal of patience” was needed.", False),
        ("They called the plan “the great betrayal”.", False),
        ("She said: “No.”", False),
        ("He called it “barbaric”.", False),
        ("“Enough,” she said.", False),
    ],
)
def test_labels(text: str, label: bool) -> None:
    assert is_label(text, find_marked(text)[0]) is label


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It’s Aldershot with wolves,” he said.", ["It’s Aldershot with wolves,"]),
        ("'I don't know the soldiers' names,' she said.", ["I don't know the soldiers' names,"]),
        ("''Twice,'' he said, ``or more''.", ["Twice,", "or more"]),
        ("the dogs' dinner and the '30s", []),
        ("»Nein«, sagte er", ["Nein"]),
    ],
)
def test_marks(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_marked(text)] == words


def test_a_quotation_left_open_goes_on_without_a_mark() -> None:
    text = "his.” Then he left."
    assert find_marked(text, "“") == [Span(0, 4)]
    passages, told, _ = read("Siv Dahl said the ship “was never", text, STRAIT)
    assert [passage.text[slice(*quote)] for passage in passages for quote in passage.quotes] == ["was never", "his."]
    assert [name for answers in told for name, _ in answers] == ["Siv Dahl", "Siv Dahl"]


@pytest.mark.parametrize(
    ("words", "before", "form"),
    [
        ("Security is not cheap,", "", QuoteForm.DIRECT),
        ("but funerals cost more.", "he told deputies, ", QuoteForm.DIRECT),
        ("The stairwell moved like a boat", "", QuoteForm.DIRECT),
        ("Two weeks ago they shared a lunch menu", "", QuoteForm.DIRECT),
        ("Narva needs its harbour,", "• “", QuoteForm.DIRECT),
        ("After the raid two people were missing", "", QuoteForm.DIRECT),
        ("Following the raid the port was shut", "", QuoteForm.DIRECT),
        ("At the moment their number is not known", "", QuoteForm.DIRECT),
        ("We’re ready", "", QuoteForm.DIRECT),
        ("military targets only.", "says it hit ", QuoteForm.FRAGMENT),
        ("imagined an air force and then defeated it", "said that India had ", QuoteForm.FRAGMENT),
        ("illegally, unjustifiably and, I fear, patiently", "accused Baku of acting ", QuoteForm.FRAGMENT),
        ("shells we do not have", "asked for ", QuoteForm.FRAGMENT),
        ("until the mines are cleared", "will stay shut ", QuoteForm.FRAGMENT),
        ("after the raid that they were shown", "left ", QuoteForm.FRAGMENT),
        ("a gift that nobody asked for", "called it ", QuoteForm.FRAGMENT),
        ("as long as necessary", "will last ", QuoteForm.FRAGMENT),
        ("", "", QuoteForm.FRAGMENT),
    ],
)
def test_forms(words: str, before: str, form: QuoteForm) -> None:
    assert find_form(words, before) is form


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lt. Col. Dana Whitcombe, a pilot, spoke. Whitcombe left.", {"Dana Whitcombe": 2}),
        ("Sheikh Tamim al-Rashidi said no. “Never,” Rashidi said.", {"Tamim al-Rashidi": 2}),
        ("President Nguyễn Văn Thành said no. Thành left.", {"Nguyễn Văn Thành": 2}),
        ("Police Chief Inspector Ruth O’Hara-Lindqvist said no.", {"Ruth O’Hara-Lindqvist": 1}),
        ("Jean-Baptiste van der Meulen, 44, said no. Mr van der Meulen left.", {"Jean-Baptiste van der Meulen": 2}),
        ("Robert “Madyar” Brovdi, a commander, said no. Brovdi left.", {"Robert Brovdi": 2}),
        ("“No,” said Fatma, 61, a baker. Fatma left.", {"Fatma": 2}),
        ("Russia’s Sergei Lavrov said no.", {"Sergei Lavrov": 1}),
        ("J. D. Vance, the senator, said no.", {"J. D. Vance": 1}),
        ("The frigate Constance sailed. The Black Sea was calm. Storm Shadow missiles flew.", {}),
        ("In New Haven the Northern Star burned.", {}),
        ("On Monday Prime Minister spoke.", {}),
    ],
)
def test_people(text: str, names: dict[str, int]) -> None:
    entities = read(text)[2].entities
    assert {e.name: len(e.mentions) for e in entities if e.kind is NameKind.PERSON} == names


def test_offices_lead_to_people() -> None:
    _, _, index = read(
        "The Ukrainian president, Olena Koval, met Norway’s Siv Dahl. Ms Koval left. Police Scotland watched."
    )
    assert [entity.name for entity in index.by_office["Ukraine", "president"]] == ["Olena Koval"]
    assert index.by_name["Olena Koval"].gender == "f"
    assert [entity.name for entity in index.by_role["president"]] == ["Olena Koval"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Gen. Jane Doe of the Ministry of Defence", [("Jane", "Doe"), ("Ministry", "of", "Defence")]),
        ("anti-Western iPhone", []),
        ("The Moscow-based Jane Doe’s ship", [("Jane", "Doe")]),
        ("Treasury Secretary Jane Doe", [("Jane", "Doe")]),
        ("The Defence Ministry on Monday said", [("Defence", "Ministry")]),
        ("The House Committee on Foreign Affairs said", [("House", "Committee", "on", "Foreign", "Affairs")]),
    ],
)
def test_runs(text: str, runs: list[tuple[str, ...]]) -> None:
    assert [run.words for run in find_runs(text, 0)] == runs


@pytest.mark.parametrize(
    ("noun", "one"),
    [("officials", "official"), ("witnesses", "witness"), ("policemen", "policeman"), ("ministries", "ministry"), ("press", "press")],
)  # fmt: skip
def test_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_what_stands_beside_a_quote_tells_what_the_whole_paragraph_would(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [path.read_bytes().decode() for path in sorted(documents.rglob("*.txt"))]
    short = [[(quote.start, quote.speaker) for quote in parse(text).quotes] for text in texts]
    monkeypatch.setattr(sieve, "find_beside", lambda *_: None)
    monkeypatch.setattr(sieve, "goes_on_alone", lambda *_: False)
    assert [[(quote.start, quote.speaker) for quote in parse(text).quotes] for text in texts] == short


PIECES = (
    "Jane Doe|Pavlo “Kit” Rybak|Lt. Gen.|Norway’s|G7|Kyiv|the ministry|officials|a driver|he|it|they|one of|another|himself|his|their|statement"
    "|said|called|told|asked|was quoted as saying|reports|with the callsign|who gave his name as|turned diplomat|according to|in the words of"
    "|of|by|as|that|who|whose|and|no longer|was|would|“a”|“No,”|“|”|'|(|(“x”)|[a](“b”)|[a](http://x)|,|.|:|?|—|-|’s|İ|ﬁ|\n|\xa0|> |9:30|a.m."
).split("|")


@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join), max_size=4), st.sampled_from(list(BlockKind))
)
def test_every_quote_has_an_answer(texts: list[str], kind: BlockKind) -> None:
    blocks: list[Block] = [(kind, text) if number % 2 else text for number, text in enumerate(texts)]
    passages, told, _ = read(*blocks)
    assert [len(answers) for answers in told] == [len(passage.quotes) for passage in passages]
    assert told == read(*blocks)[1]


@pytest.mark.parametrize(
    "text",
    [
        "“a” and ran " * 2_000,
        "who met Jane Doe, " * 2_000 + "said “no”.",
        "said " * 4_000 + "“no”",
        "Jane Doe said that " * 2_000 + "“no”",
        "one of the " * 3_000 + "“no”, he said",
        "“a,” said his " + "aunt’s " * 3_000,
        "the head of " * 3_000 + "the office said “no”",
        "“a” “b” he, she, it, they said " * 1_000,
        "Jane “Kit” " * 2_000 + "Doe said “no”",
        "called “the " * 3_000,
        "called by G7 " * 2_000 + "said “no”",
        "in her statement by her statement " * 2_000 + "she said “no”",
    ],
)
def test_any_length_of_clauses_is_read(text: str) -> None:
    first, second = speakers(text), speakers(text)
    assert first == second
