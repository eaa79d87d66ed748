"""What single lines, marks and cues mean: tables of examples, near-misses beside them."""

from __future__ import annotations

from datetime import date

import pytest

from warparse import parse
from warparse.model import BlockKind, QuoteForm
from warparse.segment.bylines import find_authors, is_biography, is_byline, is_contribution
from warparse.segment.lines import split_lines
from warparse.segment.stamps import find_day, is_stamp, is_updated
from warparse.speech.forms import find_form
from warparse.speech.quotes import find_marked

PROSE = "The harbour master said on Friday that the port would stay shut until the mines were cleared.\n"


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("5 hours ago", True),
        ("5 hours ago 3", True),
        ("08.34", True),
        ("Tue 25 Feb 2025 12.01 GMT", True),
        ("Published On 27 Feb 2026", True),
        ("Issued on: 04/02/2026 - 06:59", True),
        ("March 3, 2025 5:14 PM (Updated: March 3, 2025 6:02 PM)", True),
        ("Thursday 6 March 2025 18:20, UK", True),
        ("9:33 p.m. ET, March 7, 2025", True),
        ("May was a quiet month", False),
        ("On Friday the port reopened", False),
        ("1945 and after", False),
        ("12 ships", False),
        ("Today's paper", False),
    ],
)
def test_stamps(line: str, stamp: bool) -> None:
    assert is_stamp(line) is stamp


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("Updated", True),
        ("Updated at 14.22 BST", True),
        ("Last updated 3 May 2025", True),
        ("Updated guidance for crews", False),
    ],
)
def test_updated_marks(line: str, updated: bool) -> None:
    assert is_updated(line) is updated


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Wednesday, 29 June 2022", date(2022, 6, 29)),
        ("June 29, 2022", date(2022, 6, 29)),
        ("04/02/2026", date(2026, 2, 4)),
        ("02/28/2026", date(2026, 2, 28)),
        ("2026-02-04T06:59Z", date(2026, 2, 4)),
        ("31 February 2022", None),
        ("5 hours ago", None),
    ],
)
def test_days(line: str, day: date | None) -> None:
    assert find_day(line) == day


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Lind", ("Ada Lind",)),
        ("Ada Lind (now); Jean Morel and Bo van Dam (earlier)", ("Ada Lind", "Jean Morel", "Bo van Dam")),
        ("From CNN's Ada Lind in Kyiv", ("Ada Lind",)),
        ("By Ada Lind in Kyiv and Jean Morel in Paris", ("Ada Lind", "Jean Morel")),
        ("By Friday the port was open again.", None),
        ("From Russia with love and other tales", None),
        ("The port (earlier) was shut", None),
        ("By Ada Lind and Ada Lind", ("Ada Lind",)),
        ("By Ada Lind, Harbour Times", ("Ada Lind",)),
        ("With Ada Lind in Kyiv", ("Ada Lind",)),
        ("With tears in her eyes she left", None),
        ("Ada Lind, Harbour Times", ("Ada Lind",)),
        ("Ada Lind, of whom little is known", None),
        ("Show more", None),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...] | None) -> None:
    assert (find_authors(line) if is_byline(line) else None) == authors


@pytest.mark.parametrize(
    ("line", "biography"),
    [
        ("Ada Lind is a foreign affairs reporter for the Herald", True),
        ("Ada Lind is the Herald’s diplomatic editor", True),
        ("Ada Lind is in the harbour with her brother.", False),
        ("Ada Lind is a reporter, the police said, and was killed on Friday.", False),
    ],
)
def test_biographies(line: str, biography: bool) -> None:
    assert is_biography(line) is biography


@pytest.mark.parametrize(
    ("line", "contribution"),
    [
        ("Reporting by Ada Lind in Kyiv; Editing by Jean Morel", True),
        ("Associated Press writers Ada Lind and Jean Morel contributed to this report.", True),
        ("Additional reporting by Agence France-Presse", True),
        ("Reporting in Kyiv by Ada Lind; Writing in Melbourne by Jean Morel", True),
        ("The drought contributed to the shortage of bread.", False),
        ("Reporting from the front is dangerous, the union said.", False),
    ],
)
def test_contributions(line: str, contribution: bool) -> None:
    assert is_contribution(line) is contribution


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("to be logged inPlease refresh the page", ["to be logged in", "Please refresh the page"]),
        ("He understands that.”Russia bombed the port.", ["He understands that.”", "Russia bombed the port."]),
        ("The statement reads:The port is shut.", ["The statement reads:", "The port is shut."]),
        ("13.50Talks endThe talks ended at noon.", ["13.50", "Talks end", "The talks ended at noon."]),
        ("4d ago00.56SummaryThank you for reading.", ["4d ago", "00.56", "Summary", "Thank you for reading."]),
        ("9 May 2022 03.57 The port was shut.", ["9 May 2022 03.57", "The port was shut."]),
        (
            "He watched YouTube with Ms McDonald of the U.S. Army.",
            ["He watched YouTube with Ms McDonald of the U.S. Army."],
        ),
        ("See www.example.org/SomePage for more", ["See www.example.org/SomePage for more"]),
        ("iPhone sales rose to 3.5m in May", ["iPhone sales rose to 3.5m in May"]),
    ],
)
def test_glued_lines(line: str, parts: list[str]) -> None:
    assert [part.text for part in split_lines(line)] == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("“We hold it. “We hold all of it.”", ["We hold it.", "We hold all of it."]),
        ("He said: “It goes on", ["It goes on"]),
        ("«Non», he said", ["Non"]),
        ("„Nein“, sagte er", ["Nein"]),
        ("It was ‘too late’ for the soldiers’ mess", ["too late"]),
        ("He said: 'They took the shepherds' votes.'", ["They took the shepherds' votes."]),
        ("the '90s and the soldiers' mess", []),
        ("Ukraine’s and Russia’s armies", []),
        ("“He said ‘go’ and left”", ["He said ‘go’ and left"]),
        ('She called it "a start" and "an end".', ["a start", "an end"]),
        ("“”", []),
    ],
)
def test_marked_words(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in find_marked(text)] == words


@pytest.mark.parametrize(
    ("words", "before", "form"),
    [
        ("We are ready,", "", QuoteForm.DIRECT),
        ("there are no plans", "said that ", QuoteForm.DIRECT),
        ("mistake", "called it a ", QuoteForm.FRAGMENT),
        ("is a strategic choice", "said the alliance ", QuoteForm.FRAGMENT),
        ("to send a message", "wanted ", QuoteForm.FRAGMENT),
        ("Uncertainty. Deals. Is this the rule?", "wrote: ", QuoteForm.DIRECT),
        ("the first time that they have struck", "said it was ", QuoteForm.FRAGMENT),
        ("the children know the sound better than I do", "added that ", QuoteForm.DIRECT),
        ("everybody carried what they could", "added that ", QuoteForm.DIRECT),
        ("those involved in what they did", "spoke of ", QuoteForm.FRAGMENT),
    ],
)
def test_forms(words: str, before: str, form: QuoteForm) -> None:
    assert find_form(words, before) is form


INTRO = "Ukraine’s president, Olena Koval, met the French foreign minister, Jean Morel, in Paris on Friday.\n"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“We agreed,” Koval said.", "Olena Koval"),
        ("“We agreed,” said Morel.", "Jean Morel"),
        ("“We agreed,” the Ukrainian president told reporters.", "Olena Koval"),
        ("“We agreed,” the French foreign minister said.", "Jean Morel"),
        ("Morel said the plan was “too slow” for Kyiv.", "Jean Morel"),
        ("Koval, who spoke after Morel, called the plan “a start”.", "Olena Koval"),
        ("According to Morel, the plan is “a start”.", "Jean Morel"),
        ("The plan is “a start”, Koval told Reuters.", "Olena Koval"),
        ("The Kremlin called the plan “a farce”.", "Kremlin"),
        ("Russia’s defence ministry said the plan was “a farce”.", "Russia’s defence ministry"),
        ("“It is a farce,” a Nato official said.", "Nato official"),
        ("The mayor of the town, Hayk Petrosyan, wrote: “Come home.”", "Hayk Petrosyan"),
        ("“It hurts,” cries Miri Shalev, whose son was hit.", "Miri Shalev"),
        ("“We wait,” US secretary of state Dana Whitcombe said.", "Dana Whitcombe"),
        ("“We wait,” said Chad’s chief of staff Idris Abakar.", "Idris Abakar"),
        ("According to the head of the port authority Ada Lind, it was “a start”.", "Ada Lind"),
        ("“We wait,” said the son of president Olena Koval.", "son of president Olena Koval"),
        ("“We wait,” the office of president Olena Koval said.", "office of president Olena Koval"),
        ("US officials called the plan “a start”.", "US officials"),
        ("Morel told a radio station that, “we wait,” according to TASS.", "Jean Morel"),
        ("Morel asked Kyiv to wait, Reuters reported. “It is too early.”", "Jean Morel"),
        ("The plan is “a start”, according to Reuters.", "Reuters"),
        ("Koval spoke after a call with leaders of member states. “We wait,” she said.", "Olena Koval"),
        ("Morel said that, while he did not oppose it “in principle,” no decision had been taken.", "Jean Morel"),
        ("Morel in Paris: “We wait.”", "Jean Morel"),
        ("The pilot goes by the callsign “Fox”.", None),
    ],
)
def test_speakers(sentence: str, speaker: str | None) -> None:
    quotes = parse(f"{INTRO}{PROSE}{sentence}\n").quotes
    assert [quote.speaker for quote in quotes][:1] == ([speaker] if speaker else [])


def test_pronouns_follow_the_one_who_spoke() -> None:
    article = parse(f"{INTRO}“We agreed,” Koval said.\n“It took a year,” she added. “It was worth it.”\n{PROSE}")
    assert [quote.speaker for quote in article.quotes] == ["Olena Koval"] * 3


def test_a_quotation_over_paragraphs_has_one_speaker() -> None:
    article = parse(f"{INTRO}Morel said: “It begins here.\n“It goes on here.\n“It ends here.”\n{PROSE}")
    assert [(quote.text, quote.speaker) for quote in article.quotes] == [
        ("It begins here.", "Jean Morel"),
        ("It goes on here.", "Jean Morel"),
        ("It ends here.", "Jean Morel"),
    ]


def test_a_lead_in_makes_block_quotations_until_the_writer_speaks_again() -> None:
    text = f"{PROSE}In a statement, the harbour’s master, Bo Dahl, said:\nWe have found six mines.\nOur divers rest at night.\nThe port reopened a week later, officials said.\n"
    article = parse(text)
    assert [block.kind for block in article.blocks][2:] == [BlockKind.QUOTE, BlockKind.QUOTE, BlockKind.PARAGRAPH]
    assert {quote.speaker for quote in article.quotes} == {"Bo Dahl"}


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("Sign up to our newsletter", True),
        ("Share", True),
        ("Accept all cookies", True),
        ("Read more: The harbour’s long winter", True),
        ("++ Whale found in the river ++", True),
        ("International | Politics|", True),
        ("[](https://example.org/story)", True),
        ("Men sign up for the army in long queues every morning, the recruiting officer told reporters.", False),
        ("We share the sea with our neighbours, the minister said on Monday in the capital.", False),
    ],
)
def test_furniture(line: str, noise: bool) -> None:
    article = parse(f"{PROSE}{PROSE.replace('Friday', 'Monday')}{line}\n{PROSE.replace('Friday', 'Sunday')}")
    assert (article.blocks[2].kind is BlockKind.NOISE) is noise


def test_what_an_office_is_of_is_nobody() -> None:
    text = "Trains would turn back, and Ingrid Belov, the mayor of Goma, said nobody knew for how long.\n\n“We wait,” she said."
    article = parse(text)
    assert [name.name for name in article.names] == ["Ingrid Belov"]
    assert article.quotes[0].speaker == "Ingrid Belov"


def test_names_lead_to_one_person() -> None:
    text = f"The Ukrainian president, Volodymyr Zelenskyy, spoke. Mr Zelensky left. Zelenskyy returned.\n{PROSE}"
    people = [name for name in parse(text).names if "Zelensk" in name.name]
    assert [(name.name, len(name.mentions)) for name in people] == [("Volodymyr Zelenskyy", 3)]
    assert people[0].role is not None


def test_updated_marks_and_headings_part_posts() -> None:
    text = (
        "Ferry war live: port shut – live\n\nPort shut after mines are found\n\nThe port was shut on Friday, the mayor said.\n\nUpdated\n\n"
        "Mayor resigns over harbour mines\n\nThe mayor, Ada Lind, has resigned, her office said on Friday.\n\nUpdated\n"
    )
    posts = parse(text).posts
    assert [(post.heading, post.updated) for post in posts] == [
        ("Port shut after mines are found", True),
        ("Mayor resigns over harbour mines", True),
    ]


def test_the_first_of_many_inline_times_begins_the_first_post() -> None:
    leads = [
        "Romania has rejected the account that Oman gave of a collision off Tartu, the navy chief, Ada Lind, said.",
        "Latvia has cast doubt on reports that Tripoli is in the hands of its troops, Karl Falk, the mayor, said.",
        "Jordan has offered to lend engineers to Egypt, whose power grid has suffered, the minister, Nora Haugen, said.",
    ]
    posts = [
        f"21 October 2024 {hour}.13 {lead}\n“We wait,” she said.\nThe army said that it had nothing to add."
        for hour, lead in zip((19, 18, 17), leads, strict=True)
    ]
    article = parse("\n".join(["Sudan war live: Romania rejects Oman’s account of collision at sea", *posts]))
    assert [post.blocks[0].text[-5:] for post in article.posts] == ["19.13", "18.13", "17.13"]
