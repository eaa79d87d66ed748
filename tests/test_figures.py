"""Captions and credits: tables of examples, near-misses beside them."""

from __future__ import annotations

import pytest

from warparse import parse
from warparse.model import BlockKind, Reason
from warparse.segment.credits import find_credit, find_house, names_makers, read_credit, split_credit
from warparse.segment.figures import find_figures
from warparse.segment.labels import Label
from warparse.segment.lines import split_lines
from warparse.segment.page import Page

PROSE = "The harbour master said on Friday that the port would stay shut until the mines were cleared.\n"


@pytest.mark.parametrize(
    ("line", "credit", "photographers", "agencies"),
    [
        (
            "A boat. Photograph: Jane Doe/SPUTNIK/KREMLIN/EPA",
            "Jane Doe/SPUTNIK/KREMLIN/EPA",
            ("Jane Doe",),
            ("SPUTNIK", "KREMLIN", "EPA"),
        ),
        ("A boat, May 3, 2025 [Jane Doe/Reuters]", "Jane Doe/Reuters", ("Jane Doe",), ("Reuters",)),
        ("A boat, Sunday. (AP Photo/Jane Doe)", "AP Photo/Jane Doe", ("Jane Doe",), ("AP",)),
        (
            "A boat, May 3, 2025. REUTERS/Jane Doe/File Photo",
            "REUTERS/Jane Doe/File Photo",
            ("Jane Doe",),
            ("REUTERS",),
        ),
        (
            "A boat. (Jane Doe/Kremlin Pool Photo via AP)",
            "Jane Doe/Kremlin Pool Photo via AP",
            ("Jane Doe",),
            ("Kremlin Pool", "AP"),
        ),
        ("Image source, Getty Images", "Getty Images", (), ("Getty Images",)),
        (
            "A boat. Picture: Ukrinform/REX/Shutterstock",
            "Ukrinform/REX/Shutterstock",
            (),
            ("Ukrinform", "REX", "Shutterstock"),
        ),
    ],
)
def test_credits(line: str, credit: str, photographers: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    found = find_credit(line)
    assert found is not None
    told = split_credit(line[found[1] : found[2]])
    assert (told.text, told.photographers, told.agencies) == (credit, photographers, agencies)


@pytest.mark.parametrize(
    ("credit", "people", "houses"),
    [
        ("Bo van Dam", ["Bo van Dam"], []),
        ("Omar al-Sayed/AFP", ["Omar al-Sayed"], ["AFP"]),
        ("Omar Al-Sayed", ["Omar Al-Sayed"], []),
        ("Al Noor", [], ["Al Noor"]),
        ("The Beacon", [], ["The Beacon"]),
        ("Ukrainian Railways", [], ["Ukrainian Railways"]),
        ("Harbour Rescue Service", [], ["Harbour Rescue Service"]),
        ("Ada Lind Jean Morel Bo", [], ["Ada Lind Jean Morel Bo"]),
        ("JANE DOE/REUTERS", ["JANE DOE"], ["REUTERS"]),
        ("Jane Doe for AFP and Bo Dahl", ["Jane Doe", "Bo Dahl"], ["AFP"]),
        ("File photo/Jane Doe/Handout", ["Jane Doe"], []),
    ],
)
def test_people_are_told_from_houses(credit: str, people: list[str], houses: list[str]) -> None:
    told = split_credit(credit)
    assert (list(told.photographers), list(told.agencies)) == (people, houses)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("A boat on Sunday (Jane Doe via Reuters)", "Jane Doe via Reuters"),
        ("A boat on Sunday (AFP photo)", "AFP photo"),
        ("A boat. (Reuters)", "Reuters"),
        ("A boat on Sunday (Reuters)", None),
        ("A boat. [Harbour Rescue]", "Harbour Rescue"),
        ("A boat. (Harbour Friends)", None),
        ("A boat. (Harbour Rescue Service)", "Harbour Rescue Service"),
        ("She said so on Friday. (Harbour Rescue Service)", None),
        ("A boat. (Lind/Beacon)", "Lind/Beacon"),
        ("A boat on Sunday (Lind/Beacon)", None),
    ],
)
def test_credits_in_brackets(line: str, credit: str | None) -> None:
    found = find_credit(line)
    assert (found and line[found[1] : found[2]]) == credit


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("A boat on the river. Main photo: Jane Doe", "A boat on the river.", "Jane Doe"),
        ("A boat on the river at dusk / Jane Doe", "A boat on the river at dusk", "Jane Doe"),
        (
            "A boat on the river at dusk | Bo Dahl, Harbour Radio",
            "A boat on the river at dusk",
            "Bo Dahl, Harbour Radio",
        ),
        ("A boat on the river – Jane Doe/AFP", "A boat on the river", "Jane Doe/AFP"),
        ("A boat on the river. (Herald photo: Jane Doe)", "A boat on the river.", "Herald photo: Jane Doe"),
        ("A boat on the river. 📷 Jane Doe", "A boat on the river.", "Jane Doe"),
        (
            "A boat on the river. REUTERS/Jane Doe THIS IMAGE WAS PROVIDED BY A THIRD PARTY. MANDATORY CREDIT.",
            "A boat on the river.",
            "REUTERS/Jane Doe",
        ),
        ("The boat lay on the river for a week EPA", "The boat lay on the river for a week", "EPA"),
        ("A boat on the riverImage: Jane Doe", "A boat on the river", "Jane Doe"),
    ],
)
def test_credits_of_captions(line: str, words: str, credit: str) -> None:
    found = read_credit(line)
    assert found is not None
    assert (line[: found[0]].rstrip(), line[found[1] : found[2]]) == (words, credit)


@pytest.mark.parametrize(
    "line",
    [
        "A boat on the river at dusk",
        "The mayor, Jane Doe, and the governor, Bo Dahl",
        "A boat on the river – and a storm over the harbour",
        "A boat on the river (the Dnieper)",
        "Men and/or women wait for a boat",
    ],
)
def test_captions_without_credit(line: str) -> None:
    assert read_credit(line) is None


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("AFP A boat lies on the river bank", 3),
        ("Getty ImagesA boat lies on the river bank", 12),
        ("AFP said that a boat lay on the river bank", 0),
        ("Reuters A boat lies on the river bank", 7),
        ("Pa boat lies on the river bank today", 0),
    ],
)
def test_houses_in_front_of_a_caption(line: str, end: int) -> None:
    assert find_house(line) == end


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Jean Doe for Harbour Radio", True),
        ("Jane Doe/AFP via Getty Images", True),
        ("Jean Doe looks on", False),
        ("A boat on the river.", False),
    ],
)
def test_makers_alone(line: str, alone: bool) -> None:
    assert names_makers(line) is alone


@pytest.mark.parametrize(
    "line",
    [
        "The statement was carried by Reuters.",
        "The ministry denied it (see below).",
        "One remarkable photo: a boat on a roof",
        "He quoted the judgment [of the tribunal]",
    ],
)
def test_prose_has_no_credit(line: str) -> None:
    assert find_credit(line) is None


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        # an alternative text, its copy, and the caption
        (
            "Two men stand on a pier\nTwo men stand on a pier\nWork at the port stopped in May",
            [("Work at the port stopped in May", None)],
        ),
        ("Two men stand on a pier\nWork at the port stopped in May EPA", [("Work at the port stopped in May", "EPA")]),
        # two pictures
        (
            "Two men stand on a pier. Photograph: Jane Doe/AFP\nA ferry in the fog. Photograph: Bo Dahl/EPA",
            [("Two men stand on a pier.", "Jane Doe/AFP"), ("A ferry in the fog.", "Bo Dahl/EPA")],
        ),
        # the credit on a line of its own, read out twice around the page's buttons
        (
            "Two men stand on a pier.\nJane Doe/AFP via Getty Images\nhide caption\ntoggle caption\nJane Doe/AFP via Getty Images",
            [("Two men stand on a pier.", "Jane Doe/AFP via Getty Images")],
        ),
        # what a page's script puts behind a caption
        (
            "Two men stand on a pier in Odesa. - Harbour International, 1920, 09.04.2026\nPhoto: Jane Doe/AFP",
            [("Two men stand on a pier in Odesa.", "Jane Doe/AFP")],
        ),
    ],
)
def test_lines_of_one_picture(lines: str, figures: list[tuple[str, str | None]]) -> None:
    kinds = [BlockKind.NOISE if "toggle" in line or "hide" in line else BlockKind.CAPTION for line in lines.split("\n")]
    found = find_figures(page_of(lines, kinds))
    assert [
        (lines[slice(*figure.caption)] if figure.caption else "", figure.credit and figure.credit.text)
        for figure in found
    ] == figures


def page_of(text: str, kinds: list[BlockKind]) -> Page:
    labels = [Label(kind, "", "", Reason.INTERFACE if kind is BlockKind.NOISE else None) for kind in kinds]
    return Page(split_lines(text), labels, ["body"] * len(kinds), live=False, evidence="", recaps=frozenset())


def test_captions_are_joined_however_far_apart_they_stand() -> None:
    caption = "A ferry lies off the harbour of Odesa."
    text = f"{caption}\n{caption} Photograph: Jane Doe/AFP\n{PROSE}Share\n{caption} Photograph: Jane Doe/AFP\n{PROSE.replace('Friday', 'Monday')}"
    article = parse(text)
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(caption, "Jane Doe/AFP")]
    assert article.figures[0].start == text.rindex(caption)


def test_a_credit_read_out_again_in_the_next_post_leaves_the_figure_where_it_stands() -> None:
    text = "REUTERS/Jane Doe\nSign up to our newsletter\nREUTERS/Jane Doe\n"
    labels = [BlockKind.CAPTION, BlockKind.NOISE, BlockKind.CAPTION]
    (figure,) = find_figures(page_of(text, labels))
    assert (figure.run, figure.lines) == ([0], [0, 2])
