"""What the page as a whole tells of its lines: the headline and its copies, signatures, sections, captions, entries."""

from __future__ import annotations

import pytest

from warparse import parse, parse_html
from warparse.model import BlockKind
from warparse.segment.lines import split_lines
from warparse.segment.sections import mark_sections

PROSE = "The harbour master said on Friday that the port would stay shut until the mines were cleared.\n"


def test_a_picture_stands_in_the_body_with_the_credit_below_it() -> None:
    picture = "Soldiers stand guard near a checkpoint outside Tripoli on 17 May 2025."
    lead = "BASRA, Apr 6 (Reuters) - Foresters have found the wreck of a drone near Basra, the mayor, Ada Lind, said."
    text = f'Wreck of drone found in forest near Basra\n{picture}\nREUTERS/Nora Pelham\n{lead}\n"We wait," she said.\n'
    assert parse(text).posts[0].blocks[0].text == picture


def test_the_only_first_level_heading_is_the_headline() -> None:
    text = (
        "* We and our partners use cookies or similar technologies to store and access personal data.\n* Accept all\n* Reject all\n"
        "Issued on: 11/01/2024 - 15:34\n# Nurses from Oman reach Odesa – live\n**Nurses from Oman reach Odesa**\n"
        "A team of nurses from Oman has reached Odesa after two days on the road, Oman's health minister, Ada Lind, said on Monday.\n"
        '"The road is open," Lind told reporters in Odesa.\n'
        "**Chad closes border crossing near Mosul**\n"
        "Chad has closed the crossing near Mosul to lorries, Chad's interior minister, Karl Falk, announced on Monday.\n"
        'Falk called the decision "a small mercy".\n'
        "**Sweden tests sirens in every town**\n"
        "Sirens will be tested in every town of Sweden on Friday, Sweden's navy chief, Nora Haugen, has announced.\n"
    )
    article = parse(text)
    assert article.title == "Nurses from Oman reach Odesa – live"
    assert [post.heading for post in article.posts] == [
        "Nurses from Oman reach Odesa",
        "Chad closes border crossing near Mosul",
        "Sweden tests sirens in every town",
    ]
    assert parse(text.replace("**Chad", "# **Chad")).title != "Chad closes border crossing near Mosul"


@pytest.mark.parametrize(("again", "left_out"), [("Port of Narva shut", True), ("Port of Narva to open", False)])
def test_the_headline_set_once_more_is_left_out(again: str, left_out: bool) -> None:
    text = f"Port of Narva shut\n\n{again}\n\n" + (PROSE + "\n") * 3
    title, copy, *_ = parse(text).blocks
    assert title.kind is BlockKind.TITLE
    assert (copy.kind is BlockKind.NOISE) is left_out


@pytest.mark.parametrize(
    ("name", "time", "kind"),
    [
        ("Port of Narva shut – live", "19:20", "heading"),  # a live blog's first post
        ("Port of Narva shut – live", "", "noise"),
        ("Port of Narva shut", "19:20", "noise"),  # one article's time, then its headline again
    ],
)
def test_a_post_may_be_headed_like_its_live_blog(name: str, time: str, kind: str) -> None:
    posts = [(time, name), ("18:21", "Insurers meet in London"), ("17:22", "Ferry returns to the harbour")]
    if kind == "noise" and time:
        posts = posts[:1]
    text = f"{name}\n\n{PROSE}\n" + "".join(f"{clock}\n\n{head}\n\n{PROSE}\n{PROSE}\n" for clock, head in posts)
    article = parse(text)
    (again,) = (block for block in article.blocks if block.raw == name and block.kind is not BlockKind.TITLE)
    assert again.kind == kind
    assert [post.heading for post in article.posts].count(name) == (kind == "heading")


def test_an_entry_may_be_headed_like_its_page() -> None:
    heads = ["Port of Narva shut", "Insurers meet in London", "Ferry returns to the harbour"]
    entries = "".join(
        f'<article class="liveblog-entry"><time datetime="2025-05-0{3 - index}T10:00:00Z">10:00</time>'
        f"<h2>{head}</h2><p>{PROSE}</p><p>{PROSE}</p></article>"
        for index, head in enumerate(heads)
    )
    article = parse_html(f"<main><h1>{heads[0]}</h1><p>{PROSE}</p>{entries}</main>")
    assert [post.heading for post in article.posts] == heads


@pytest.mark.parametrize(
    ("line", "kind"), [("Reuters", "byline"), ("Anadolu Agency", "byline"), ("Facebook", "noise"), ("Share", "noise")]
)
def test_an_agency_alone_between_head_and_text_signs_the_article(line: str, kind: str) -> None:
    blocks = parse(f"Port of Narva shut after raid\n\n{line}\n\n" + (PROSE + "\n") * 3).blocks
    assert [str(block.kind) for block in blocks[:3]] == ["title", kind, "paragraph"]


def test_a_report_that_names_its_sources_is_no_caption() -> None:
    text = PROSE + "\nSource: Ada Lind on Telegram; the port authority\n\n" + (PROSE + "\n") * 2
    assert not parse(text).figures


@pytest.mark.parametrize(
    ("numbers", "kind"), [((1, 2, 3), "heading"), ((3, 2, 1), "heading"), ((1, 3, 2), "other"), ((4, 4, 4), "other")]
)
def test_numbers_that_run_on_over_prose_count_sections(numbers: tuple[int, ...], kind: str) -> None:
    text = "Port of Narva shut after raid\n\n" + "".join(
        f"{number}. What the {name} means\n\n{PROSE}\n{PROSE}\n"
        for number, name in zip(numbers, ("raid", "mine", "ban"), strict=True)
    )
    marked = mark_sections(split_lines(text))
    assert ([line.marker for line in marked if line.text[0].isdigit()] == ["#"] * 3) is (kind == "heading")
    if kind == "heading":
        assert [str(block.kind) for block in parse(text).blocks if block.raw[0].isdigit()] == ["heading"] * 3


def test_a_numbered_list_is_no_row_of_sections() -> None:
    assert {line.marker for line in mark_sections(split_lines("1. Bread\n2. Salt\n3. Rope\n"))} == {"1"}


def test_what_stands_before_the_items_of_a_recap_is_no_item() -> None:
    text = (
        f"Harbour war live: port of Narva shut\n\nSummary\n\nThank you for joining us.\n\nWe will be back at dawn.\n\n"
        f"  • {PROSE}\n  • {PROSE}\n  • {PROSE}\n{PROSE}"
    )
    kinds = {block.text[:14]: str(block.kind) for block in parse(text).blocks}
    assert kinds["Thank you for "] == kinds["We will be bac"] == "paragraph"


def test_a_caption_is_called_one_by_the_line_above() -> None:
    text = f"{PROSE}\nImage caption,\n\nThe ferry at the quay of Narva\n\n{PROSE}\n{PROSE}"
    assert [figure.caption for figure in parse(text).figures] == ["The ferry at the quay of Narva"]


def test_the_line_above_a_caption_that_says_the_same_is_its_copy() -> None:
    text = f"{PROSE}\nThe ferry at the quay of Narva\nThe ferry at the quay of Narva\nPic: AP\n\n{PROSE}\n{PROSE}"
    (figure,) = parse(text).figures
    assert (figure.caption, figure.agencies) == ("The ferry at the quay of Narva", ("AP",))


def test_times_below_headings_part_posts_though_key_points_told_the_headings() -> None:
    heads = ["Ferry returns to the harbour", "Divers find six mines", "Insurers meet in London"]
    text = f"Harbour war latest: port of Narva shut\n\n{PROSE}\nKey points\n\n" + "".join(
        f"  • {head}\n" for head in heads
    )
    text += "".join(f"\n{head}\n\n2{hour}:24 , Ada Lind\n\n{PROSE}\n{PROSE}" for hour, head in enumerate(heads))
    posts = parse(text).posts
    assert [post.heading for post in posts][-3:] == heads
    assert [post.authors for post in posts][-3:] == [("Ada Lind",)] * 3


@pytest.mark.parametrize("below", ["The ferry at the quay of Narva in May", "The ferry at the quay of Narva in June"])
def test_a_line_set_twice_is_a_pictures_text(below: str) -> None:
    above = "The ferry at the quay of Narva in May"
    blocks = parse(f"{PROSE}\n{above}\n\n{below}\n\n{PROSE}\n{PROSE}").blocks
    assert any(block.rule == "caption.copy" for block in blocks) is (above == below)


def test_a_page_that_says_all_twice_shows_no_pictures() -> None:
    said = [f"{PROSE.strip()} So did {name}." for name in ("Ada Lind", "Jean Morel", "Olena Koval", "Idris Abakar")]
    assert not parse("\n\n".join(f"{line}\n\n{line}" for line in said)).figures
