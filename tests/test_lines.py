"""Lines: where they were glued together, what their marks and shapes show, how each looks by itself."""

from __future__ import annotations

import pytest

from warparse import parse
from warparse.segment.glue import find_joints
from warparse.segment.leads import find_led
from warparse.segment.lines import split_lines
from warparse.segment.looks import look_at
from warparse.segment.phrases import find_phrases
from warparse.segment.survey import Survey, caption_key, title_key

PROSE = "The harbour master said on Friday that the port would stay shut until the mines were cleared."


def parts(line: str) -> list[str]:
    return [part.text for part in split_lines(line)]


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("They left.The port is shut.", ["They left.", "The port is shut."]),
        ("They left.”“We stay,” she said.", ["They left.”", "“We stay,” she said."]),
        ("Convoy leavesThe convoy left.Updated at 14.22 BST", ["Convoy leaves", "The convoy left.", "Updated at 14.22 BST"]),
        ("A boat. Photograph: Jane Doe/ReutersThe boat sank.", ["A boat. Photograph: Jane Doe/Reuters", "The boat sank."]),
        ("The boat sank.3h ago14.05Divers found it.", ["The boat sank.", "3h ago", "14.05", "Divers found it."]),
        ("The U.S.Army held it", ["The U.S.Army held it"]),
        ("It cost 3.5bn.It was late.", ["It cost 3.5bn.", "It was late."]),
        ("Version 2.0Beta was sold in the port", ["Version 2.0Beta was sold in the port"]),
        ("The JavaScript on the McDonald page", ["The JavaScript on the McDonald page"]),
        ("A boat. Photograph: Jane Doe", ["A boat. Photograph: Jane Doe"]),
        ("[The port is shut.Read on](https://example.org/a)", ["[The port is shut.Read on](https://example.org/a)"]),
        ("It reopened at 3.30pm. Ships", ["It reopened at 3.30pm. Ships"]),
        ("The war of 2022The port is shut.", ["The war of 2022", "The port is shut."]),
        ("It met the G20Summit, and 30Boats came", ["It met the G20Summit, and 30Boats came"]),
        ("He left (on foot)The port is shut.", ["He left (on foot)", "The port is shut."]),
        ("Take option (a)Bee or (1)Cee", ["Take option (a)Bee or (1)Cee"]),
        ("They said ‘we left’The port is shut.", ["They said ‘we left’", "The port is shut."]),
        ("'They left.'The port is shut.", ["'They left.'", "The port is shut."]),
        ("They left.'The port is shut,' she said.", ["They left.", "'The port is shut,' she said."]),
        ("It is the sailors’The port", ["It is the sailors’The port"]),
        ("It was “a start”The port is shut.", ["It was “a start”", "The port is shut."]),
        ("A boat.Photograph: Jane Doe/AFP", ["A boat.Photograph: Jane Doe/AFP"]),
        ("They left.Photograph in hand, she came.", ["They left.", "Photograph in hand, she came."]),
        ("They left. 3h ago Divers found it.", ["They left.", "3h ago", "Divers found it."]),
        ("It sank 5 days ago. Divers found it.", ["It sank 5 days ago. Divers found it."]),
        ("See @AdaLindThe and www.example.orgThe", ["See @AdaLindThe and www.example.orgThe"]),
        ("She wrote:The port is shut.", ["She wrote:", "The port is shut."]),
        ("At 12:The port", ["At 12:The port"]),
    ],
)  # fmt: skip
def test_junctures(text: str, glued: list[str]) -> None:
    assert parts(text) == glued


def test_a_name_that_is_written_so_again_is_no_juncture() -> None:
    once = "They had been told to waitPlease stay. HarbourWatch came.\n"
    assert "Watch came." in parts(once + "Nothing else.")
    assert "Watch came." not in parts(once + "HarbourWatch left.")


def test_junctures_tell_whether_they_are_sure() -> None:
    assert find_joints("inPlease stay. HarbourWatch") == {2: True, 22: False}


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("• One ship sank • Two ships fled • The port shut", ["• One ship sank", "• Two ships fled", "• The port shut"]),
        ("The ship sank • then rose", ["The ship sank • then rose"]),
        ("The port is shut. Updated at 14.22 BST", ["The port is shut.", "Updated at 14.22 BST"]),
        ("The port is shut. Updated guidance is due at 14.22", ["The port is shut. Updated guidance is due at 14.22"]),
        ("9 May 2022 03.57 The port was shut.", ["9 May 2022 03.57", "The port was shut."]),
        ("1 May was a Sunday.", ["1 May was a Sunday."]),
        ("01:12 - Harbour Radio", ["01:12 - Harbour Radio"]),
        ("23:24 , Ada Lind", ["23:24 ,", "Ada Lind"]),
        ("4d ago00.56", ["4d ago", "00.56"]),
        ("date 2025-06-25 Port shut after raid", ["date 2025-06-25", "Port shut after raid"]),
        ("2025-06-25 Port shut after raid", ["2025-06-25", "Port shut after raid"]),
        ("Date palms burn near Basra", ["Date palms burn near Basra"]),
        ("02.02Nurses reach GaoA team has come", ["02.02", "Nurses reach Gao", "A team has come"]),
        ("The team of McA lost", ["The team of McA lost"]),
        ("AFP Published 17 Dec, 2023 04:54pm", ["AFP", "Published 17 Dec, 2023 04:54pm"]),
        ("Ada Lind (@AdaLind) Published May 7, 2024 | 01:20 AM", ["Ada Lind (@AdaLind)", "Published May 7, 2024 | 01:20 AM"]),
        ("Ada Published 17 Dec, 2023 04:54pm", ["Ada Published 17 Dec, 2023 04:54pm"]),
        ("Talks endpublished at 12:21 GMT 16 January", ["Talks end", "published at 12:21 GMT 16 January"]),
        ("The book was published at 12:21.", ["The book was published at 12:21."]),
        ("ReutersKYIV, Feb 5 (Reuters) - Troops left.", ["Reuters", "KYIV, Feb 5 (Reuters) - Troops left."]),
        ("Associated PressBRUSSELS — Leaders met.", ["Associated Press", "BRUSSELS — Leaders met."]),
        ("Harbour PressBRUSSELS — Leaders met.", ["Harbour PressBRUSSELS — Leaders met."]),
        ("The port is shut. (Reporting in Kyiv by Ada Lind)", ["The port is shut.", "(Reporting in Kyiv by Ada Lind)"]),
        ("The port is shut. (It was shut by Ada Lind)", ["The port is shut. (It was shut by Ada Lind)"]),
    ],
)  # fmt: skip
def test_cuts(line: str, cut: list[str]) -> None:
    assert parts(line) == cut


@pytest.mark.parametrize(
    ("times", "cut"),
    [
        ((2104, 2059, 1958, 1947), True),
        ((915, 1020, 1130), False),
        ((830, 915, 1020, 1130), True),
        ((2104, 1947, 2059, 1958), False),
        ((1914, 1918, 1939, 1945), False),
        ((2104, 2104, 2104, 2104), False),
    ],
)
def test_bare_clocks_part_lines_where_they_run_one_way_and_are_no_years(times: tuple[int, ...], cut: bool) -> None:
    lines = split_lines("\n".join(f"{time:04} The army left the town." for time in times))
    assert len(lines) == len(times) * (2 if cut else 1)


def test_a_page_without_line_breaks_loses_its_head_and_foot() -> None:
    body = " ".join(f"{PROSE[:-1]} for the {number}th time." for number in range(12))
    flat = f"Port shut after mines are found By Ada Lind Published 3 May 2025, 14:22 BST {body} Sign up for our newsletter Follow us"
    told = parts(flat)
    assert told[:2] == ["Port shut after mines are found", "By Ada Lind"]
    assert told[2].startswith("Published 3 May 2025")
    assert told[-1] == "Sign up for our newsletter Follow us"
    assert parts(body) == [body]
    assert parts(f"{flat} © 2025 Harbour Post")[-1] == parts(flat)[-1] + " © 2025 Harbour Post"
    assert parts(f"{body} © 2025 Harbour Post") == [body, "© 2025 Harbour Post"]


def test_capitals_behind_a_clock_are_no_zone() -> None:
    for place in ("BATUMI", "ESTONIA", "ISTANBUL", "CONSTANTA"):
        assert parts(f"Updated 3 May 2025 14:22 {place}: The port is shut.")[-1] == f"{place}: The port is shut."
    assert parts("14.22 BSTFour ships sank.") == ["14.22 BST", "Four ships sank."]


@pytest.mark.parametrize(
    ("text", "marker", "bare"),
    [
        ("• One ship", "•", "One ship"),
        ("** One ship **", "*", "One ship"),
        ("**One ship sank**", "", "One ship sank"),
        ("- One ship", "-", "One ship"),
        ("-5 degrees", "", "-5 degrees"),
        ("## One ship", "#", "One ship"),
        ("#OneShip", "", "#OneShip"),
        ("> One ship", ">", "One ship"),
        ("1. One ship", "1", "One ship"),
        ("1.5 ships", "", "1.5 ships"),
        ("See [the list](https://example.org/a(b)", "", "See [the list](https://example.org/a(b)"),
        ("See [the list](https://example.org/a)", "", "See the list"),
    ],
)
def test_markers(text: str, marker: str, bare: str) -> None:
    (line,) = split_lines(text)
    assert (line.marker, line.bare) == (marker, bare)


@pytest.mark.parametrize(
    ("text", "final", "ended", "sentences"),
    [
        ("The port is shut.”", ".", True, False),
        ("The port is shut. (Harbour Radio)", ".", True, False),
        ("The port is shut. Ships wait", "t", False, True),
        ("Mr. Lind is in St. Malo", "o", False, False),
        ("Is the port shut?", "?", True, False),
        ("He said: “", ":", False, False),
    ],
)
def test_ends_of_sentences(text: str, final: str, ended: bool, sentences: bool) -> None:
    (line,) = split_lines(text)
    assert (line.final, line.ended, line.sentences) == (final, ended, sentences)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("14:22", "stamp"),
        ("Updated at 14.22 BST", "updated"),
        ("Reporting by Ada Lind; Editing by Jean Morel", "contribution"),
        ("By Ada Lind", "byline"),
        ("Ada Lind is a reporter for the Herald", "biography"),
        ("Ada Lind", "name"),
        ("Foreign correspondent", "job"),
        ("A boat. Photograph: Jane Doe/AFP", "credit"),
        ("This handout photo, taken on 3 May 2025 and released by the navy, shows a boat.", "credit"),
        ("This photo of mine shows a boat that lies in the harbour today.", "prose"),
        ("© Ada Lind / Harbour Pictures", "credit"),
        ("© 2025 Harbour Herald. All rights reserved.", "furniture-prefix"),
        ("READ MORE: The harbour’s long winter", "furniture-prefix"),
        ("Read more about the harbour was what she did all night long in the town.", "prose"),
        ("www.example.org", "furniture-links-only"),
        ("Item 1 of 3 A boat lies on the river near the town of Odesa", "credit"),
        ("[Ada Lind](https://example.org/a) met [Jean Morel](https://example.org/b)", "label"),
        ("Nimbus Pictures/Corvid", "slashed"),
        ("![A boat](https://example.org/a.jpg)", "image"),
        ("[Ada Lind](https://example.org/a) and [Jean Morel](https://example.org/b)", "byline"),
        ("[Harbour](https://example.org/a) [Sport](https://example.org/b)", "furniture-links-only"),
        ("The port is shut — Ada Lind (@adalind) May 8, 2022", "signed"),
        ("Home › News › Harbour", "furniture-crumbs"),
        ("3 min read", "furniture-count"),
        ("icon-arrow-left", "furniture-icon"),
        ("++ Whale found ++", "furniture-teaser-mark"),
        ("* * *", "furniture-no-letters"),
        ("^ Harbour almanac, p. 3", "endnote"),
        ("## Harbour", "hash"),
        ("and the ships left", "fragment"),
        ("The mayor wrote:", "colon"),
        (PROSE, "prose"),
        ("The port is shut.", "sentence"),
        ("Is the port shut?", "question"),
        ("Port shut after mines are found", "headline"),
        ("Port shut after mines | Harbour Herald", "headline"),
        ("The war in Ukraine | News", "furniture-crumbs"),
        ("World | Middle East", "furniture-crumbs"),
        ("Credit: Reuters/Jane Doe", "credit"),
        ("1 of 8. Villagers wait for bread at the port of Odesa on Friday", "credit"),
        ("The village after the raid on Friday. / Harbour Herald", "credit"),
        ("ODESA, Ukraine Sun Nov 25, 2012 9:05am EST", "stamp"),
        ("Port is shut", "label"),
        ("Harbour", "word"),
    ],
)
def test_looks(text: str, look: str) -> None:
    (line,) = split_lines(text)
    phrases = find_phrases(text, [line]).get(0)
    assert look_at(line, phrases.furniture if phrases else []).name == look


def test_phrases_of_three_kinds_are_told_apart() -> None:
    text = "Live updates: the port is shut\nHere is a recap of the day\nSign up to our newsletter\nThe port is shut"
    found = find_phrases(text, split_lines(text))
    assert [(at, bool(told.live), bool(told.recap), bool(told.furniture)) for at, told in found.items()] == [
        (0, True, False, False),
        (1, False, True, False),
        (2, False, False, True),
    ]


def survey(text: str) -> Survey:
    lines = split_lines(text)
    phrases = find_phrases(text, lines)
    looks = [look_at(line, phrases[at].furniture if at in phrases else []).name for at, line in enumerate(lines)]
    return Survey(lines, looks, phrases)


def test_prose_is_densest_where_most_of_it_stands() -> None:
    told = survey(
        f"{PROSE}\n"
        + "Harbour\nSport\nWeather\nTides\nJobs\nPeople\nMaps\n" * 2
        + f"Port is shut\n{PROSE}\n{PROSE}\n{PROSE}\nTides\n"
    )
    assert (told.first, told.last) == (16, 18)
    assert [told.place(index) for index in (0, 15, 17, 19)] == [
        "far above the prose", "above the prose", "among the prose", "below the prose",
    ]  # fmt: skip
    assert [told.distance(index) for index in (14, 17, 19)] == [-2, 0, 1]


def test_copies_and_captions() -> None:
    caption = "A ferry lies off the harbour of Odesa."
    told = survey(
        f"Port is shut\n{caption}\n{caption} Photograph: Jane Doe/AFP\n{PROSE}\nPort is shut\n{caption[:-1]}\nPort is shut\n"
    )
    assert [told.copy_of(index) for index in (0, 3, 4, 6)] == ["below", "", "below", "above"]
    assert [told.repeats_caption(index) for index in (1, 3, 5)] == ["copy", "", "copy"]
    assert told.begins_below(1)
    assert not told.begins_below(3)
    assert caption_key(f"[1/2] {caption} Photograph: Jane Doe/AFP") == caption_key(caption)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Port shut after mines are found | Harbour Herald", "port shut after mines are found"),
        ("Port shut after mines are found - Harbour Herald", "port shut after mines are found"),
        ("Port shut – mines", "port shut – mines"),
        ("Port shut after mines are found", "port shut after mines are found"),
    ],
)
def test_a_headline_equals_its_copy_with_the_sites_name(line: str, key: str) -> None:
    assert title_key(split_lines(line)[0]) == key


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("The mayor said:\nWe have found six mines.\nOur divers rest.\n", ["", "quote1", "quote2"]),
        ("The mayor said:\n“We have found six mines.”\n", ["", ""]),
        ("The mayor said:\nWe have found six mines.\nThe mayor said the port was shut.\n", ["", "quote1", ""]),
        ("Here are the latest developments:\nThe port is shut\nShips wait outside\n", ["", "list1", "list2"]),
        ("Here are the latest developments:\nThe port is shut\nShips wait outside, the mayor said.\n", ["", "list1", ""]),
        ("The port is shut.\nShips wait outside\n", ["", ""]),
        # a name of the story above tells that the writer speaks again; one that is not there does not
        ("Ada Lind left.\nShe said:\nWe thank you.\nLind will sail on Monday.\n", ["", "", "quote1", ""]),
        ("Ada Lind left.\nShe said:\nWe thank you.\nDahl will sail on Monday.\n", ["", "", "quote1", "quote2"]),
        ("The mayor said:\nWe found mines.\n14:22\nOur divers rest.\n", ["", "quote1", "", ""]),
    ],
)  # fmt: skip
def test_lead_ins(text: str, led: list[str]) -> None:
    lines = split_lines(text)
    looks = [look_at(line, []).name for line in lines]
    assert find_led(lines, looks, ()) == led


def test_marks_that_were_broken_together_are_cut_apart() -> None:
    text = "Ada Lind said: “The port is shut.”“We left,” she said."
    broken = text.replace("”“", "â€\x9dâ€œ")
    told = [block.text for block in parse(text).blocks]
    assert len(told) == 2
    assert [block.text for block in parse(broken).blocks] == told
    assert parse(broken).blocks[0].raw.endswith("â€\x9d")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_straight_mark_closes_by_those_before_it_on_its_line(newline: str) -> None:
    text = newline.join(('He said: "We are ready', 'She said: "We wait."He left the harbour.', ""))
    words = [line.text for line in split_lines(text)]
    assert words == ['He said: "We are ready', 'She said: "We wait."', "He left the harbour."]


def test_phrases_are_found_beside_the_letter_that_grows_in_lower_case() -> None:
    text = "İstanbul\nSign up to our newsletter"
    (index,) = find_phrases(text, split_lines(text))
    assert index == 1
