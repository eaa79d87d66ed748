"""Attack counts: examples with near-misses beside them, and laws."""

from __future__ import annotations

import time
from datetime import date

import pytest
import warparse_attacks
from hypothesis import given, settings
from hypothesis import strategies as st
from warparse_attacks import Attack

import warparse
from warparse.extract import Registry

REGISTRY = Registry.of(warparse_attacks)
CALM = settings(deadline=None, derandomize=True)


def read(text: str) -> tuple[Attack, ...]:
    article = warparse.parse(text, registry=REGISTRY)
    assert not article.problems
    return article.fields["attacks"]


def told(text: str) -> list[str]:
    """Give each record in one line: its words, count, measure, object, qualifier, attacker, place and source."""
    lines = []
    for attack in read(text):
        low, high = ("-" if count is None else str(count) for count in (attack.count_min, attack.count_max))
        words = " ".join(text[attack.start : attack.end].split())
        parts = [f"{words} = {low if low == high else f'{low}..{high}'} {attack.measure.value} {attack.object}"]
        parts += [f"[{attack.qualifier}]"] if attack.qualifier else []
        parts += [f"by {attack.attacker}"] if attack.attacker else []
        parts += [f"at {attack.location}"] if attack.location else []
        parts += [f"says {attack.source}"] if attack.source else []
        lines.append(" ".join(parts))
    return lines


# text: what is read, a line for each record
EXAMPLES: dict[str, list[str]] = {
    # -- weapons: sent, stopped, lost, not told
    "Russia's air force launched 131 drones and two ballistic missiles at Ukraine, 57 of which were shot down.": [
        "131 drones = 131 launched drone by Russia at Ukraine",
        "two ballistic missiles = 2 launched ballistic missile by Russia at Ukraine",
        "57 of which = 57 intercepted drone by Russia",
    ],
    "Another 45 drones were jammed over Ukraine and the fate of the remaining six drones is not known.": [
        "Another 45 drones = 45 lost drone at Ukraine",
        "six drones = 6 unaccounted drone",
    ],
    "Russian forces attacked Kharkiv with nearly two hundred drones and 12 missiles overnight.": [
        "two hundred drones = 200 launched drone [nearly] by Russia at Kharkiv",
        "12 missiles = 12 launched missile by Russia at Kharkiv",
    ],
    "Air defences shot down 66 Ukrainian drones: 41 over the Bryansk region, 24 over Kaluga and one over the Black Sea.": [
        "66 Ukrainian drones = 66 intercepted drone by Ukraine",
        "41 = 41 intercepted drone by Ukraine at Bryansk region",
        "24 = 24 intercepted drone by Ukraine at Kaluga",
        "one = 1 intercepted drone by Ukraine at Black Sea",
    ],
    "Air defence downed 51 of 87 drones.": ["51 = 51 intercepted drone", "87 drones = 87 launched drone"],
    "Of the 512 drones that Russia sent, 448 were shot down.": [
        "512 drones = 512 launched drone by Russia",
        "448 = 448 intercepted drone by Russia",
    ],
    "Russia attacked again. Ukraine said it shot down 52 drones, but debris killed two people.": [
        "52 drones = 52 intercepted drone by Russia says Ukraine",
        "two people = 2 killed person by Russia says Ukraine",
    ],
    "Two missiles fired from the sea were shot down.": ["Two missiles = 2 intercepted missile"],
    "Two missiles fired from the sea hit a depot.": ["Two missiles = 2 hit missile"],
    "Two dockers were taken to hospital after the drone strike.": ["Two dockers = 2 injured docker"],
    "Three drones did not reach their targets, the air force said.": ["Three drones = 3 lost drone says air force"],
    "Two Russian missiles hit a bakery in Lviv.": ["Two Russian missiles = 2 hit missile by Russia at Lviv"],
    "Seventeen drones crossed into Poland.": ["Seventeen drones = 17 launched drone at Poland"],
    "Overnight attack: 126 drones and three missiles": [
        "126 drones = 126 launched drone",
        "three missiles = 3 launched missile",
    ],
    "Of the 96 drones, 59 were intercepted, 22 were lost and seven hit their targets.": [
        "96 drones = 96 launched drone",
        "59 = 59 intercepted drone",
        "22 = 22 lost drone",
        "seven = 7 hit drone",
    ],
    "The navy said it had found two missiles launched from Yemen.": [
        "two missiles = 2 launched missile by Yemen says navy"
    ],
    # -- people
    "Russian attack on Odesa kills 3, injures 12": [
        "3 = 3 killed person by Russia at Odesa",
        "12 = 12 injured person by Russia at Odesa",
    ],
    "At least 10 people, including three children, were killed and 53 injured in Israeli strikes on Tyre, medics said.": [
        "10 people = 10..- killed person [at least] by Israel at Tyre says medics",
        "three children = 3 killed child by Israel at Tyre says medics",
        "53 = 53 injured person by Israel at Tyre says medics",
    ],
    "The ship was struck by three missiles; four of its 25 crew were hurt.": [
        "three missiles = 3 hit missile",
        "four = 4 injured crew",
    ],
    "Gunmen killed two guards at a checkpoint near Kano, Nigeria's army said.": [
        "two guards = 2 killed guard at Kano says Nigeria's army"
    ],
    "A shell killed five people and wounded at least 55 in Sumy, the mayor said.": [
        "five people = 5 killed person at Sumy says mayor",
        "55 = 55..- injured person [at least] at Sumy says mayor",
    ],
    "Two soldiers were killed and nine wounded by mortar fire near Jermuk.": [
        "Two soldiers = 2 killed soldier at Jermuk",
        "nine = 9 injured soldier at Jermuk",
    ],
    "At least 40 people died when a bomb hit a market in Omdurman, a doctors' union said.": [
        "40 people = 40..- killed person [at least] at Omdurman says doctors' union",
    ],
    "Up to seven people are thought to have died in the attack on Tartus.": [
        "seven people = -..7 killed person [up to] at Tartus"
    ],
    "Eleven people, including two children, were killed in a raid on Hlukhiv.": [
        "Eleven people = 11 killed person at Hlukhiv",
        "two children = 2 killed child at Hlukhiv",
    ],
    "A drone injured a 44-year-old woman in the Kyiv region.": [
        "a 44-year-old woman = 1 injured person at Kyiv region"
    ],
    "Between 15 and 20 fighters were killed in shelling near Raqqa.": [
        "15 and 20 fighters = 15..20 killed fighter at Raqqa"
    ],
    "Six sailors are missing after a missile struck their ship in the Red Sea.": [
        "Six sailors = 6 missing sailor at Red Sea"
    ],
    "Three people were trapped under the rubble of a block hit by a rocket in Dnipro.": [
        "Three people = 3 missing person at Dnipro"
    ],
    "Among the dead are three nurses, said the doctor after the strike.": ["three nurses = 3 killed nurse says doctor"],
    "Twelve aid workers have lost their lives in the shelling.": ["Twelve aid workers = 12 killed aid worker"],
    "Rebels took 12 soldiers prisoner in an ambush near Ann.": ["12 soldiers = 12 captured soldier at Ann"],
    "Guards shot dead 3 men who attacked the base, the army said.": ["3 men = 3 killed man says army"],
    # -- tolls and losses
    "The death toll from the strike on the port rose to 26.": ["26 = 26 killed person"],
    "The strike left 13 dead and 23 wounded in Caracas.": [
        "13 = 13 killed person at Caracas",
        "23 = 23 injured person at Caracas",
    ],
    "The enemy lost up to 390 troops, one tank and 13 cars in the Kursk region.": [
        "390 troops = -..390 casualties soldier [up to] at Kursk region",
        "one tank = 1 destroyed tank at Kursk region",
        "13 cars = 13 destroyed car at Kursk region",
    ],
    "Enemy losses amounted to 1,610 invaders killed and wounded in the assaults.": [
        "1,610 invaders = 1610 casualties soldier"
    ],
    # -- places, buildings, equipment, attacks
    "The army said its troops had taken control of four villages in the Donetsk region.": [
        "four villages = 4 captured village at Donetsk region says army"
    ],
    "Ukrainian soldiers destroyed seven tanks, 25 armoured combat vehicles and 96 trucks.": [
        "seven tanks = 7 destroyed tank by Ukraine",
        "25 armoured combat vehicles = 25 destroyed armoured combat vehicle by Ukraine",
        "96 trucks = 96 destroyed truck by Ukraine",
    ],
    "Strikes damaged three substations and 14 houses in the Odesa region.": [
        "three substations = 3 hit substation at Odesa region",
        "14 houses = 14 hit house at Odesa region",
    ],
    "Residents of Isfahan heard five explosions.": ["five explosions = 5 explosions explosion"],
    "The invaders carried out one missile strike and 93 air strikes, dropping 147 guided bombs.": [
        "one missile strike = 1 launched missile strike",
        "93 air strikes = 93 launched air strike",
        "147 guided bombs = 147 launched guided bomb",
    ],
    "Russia attacked the grid 217 times.": ["217 times = 217 launched attack by Russia"],
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_examples(text: str) -> None:
    assert told(text) == EXAMPLES[text]


NOTHING = (
    "Ukraine will get 16 fighter jets and 300 missiles from its allies after the attack.",
    "Ukraine received 31 tanks and 12 jets, the ministry said after the strike.",
    "Russia and Ukraine exchanged 205 prisoners of war on Tuesday.",
    "The two sides handed over 1,200 bodies of soldiers killed in the war.",
    "Some 4,000 people fled the shelling in two days.",
    "The 93rd Brigade held the line, 40 km from the front, under fire.",
    "A Shahed-136 drone and a Kh-101 missile can fly 2,000 km at 180 km/h.",
    "Nearly 30% of the drones were shot down.",
    "Jane Doe, 44, was killed when a drone hit her car.",
    "In 2022 and 2023 the war went on.",
    "The drone flew 1,300 kilometres at a height of 50 metres.",
    "Dozens of drones were shot down and several people were hurt.",
    "The army could launch 500 drones a night, he said.",
    "Russia plans to fire 200 missiles, the spokesman warned.",
    "Three people were killed in a bus crash near the front.",
    "The party lost 12 seats after the strike.",
    "He hit two home runs and fired three coaches during the war.",
    "She met two soldiers and three officers at the base.",
    "The air force has 120 jets and 40 helicopters.",
    "Two brigades were deployed near the border after the raid.",
    "The council took two decisions on the attack.",
    "No one was hurt in the strike and no drones were lost.",
    "The raid was one of the deadliest attacks of the war.",
    "The strike cut the power to 160,000 households.",
    "The 24-hour offensive ended at 6 p.m.",
    "Four countries launched three projects after the attack.",
    "Five people were killed when the river burst its banks.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_count_is_none(text: str) -> None:
    assert told(text) == []


def test_parts_go_on_over_sentences() -> None:
    text = (
        "Russia's defence ministry said its air defences destroyed 19 Ukrainian drones overnight. "
        "Sixteen of them were over the Bryansk region."
    )
    assert told(text) == [
        "19 Ukrainian drones = 19 intercepted drone by Ukraine says Russia's defence ministry",
        "Sixteen of them = 16 intercepted drone by Ukraine at Bryansk region says Russia's defence ministry",
    ]


def test_the_defender_tells_the_attacker_where_the_text_names_both() -> None:
    text = "Russia bombed Kharkiv. The Ukrainian air force said it had shot down 40 drones."
    assert [attack.attacker for attack in read(text)] == ["Russia"]
    assert [attack.attacker for attack in read("The air force said it had shot down 40 drones.")] == [None]


def test_whoever_tells_of_their_own_deeds_is_the_attacker() -> None:
    text = "Hezbollah said its fighters had fired 60 rockets at a base near Haifa."
    (attack,) = read(text)
    assert (attack.attacker, attack.location, attack.source) == ("Hezbollah", "Haifa", "Hezbollah")


def test_days_are_resolved_where_the_day_of_the_text_is_known() -> None:
    text = "Two people were killed in shelling in Sumy on Monday."
    article = warparse.parse(text, registry=REGISTRY, published=date(2025, 2, 26))
    (attack,) = article.fields["attacks"]
    assert (attack.when, attack.date_start, attack.date_end) == ("on Monday", date(2025, 2, 24), date(2025, 2, 24))
    (attack,) = read(text)
    assert (attack.when, attack.date_start, attack.date_end) == ("on Monday", None, None)


def test_a_word_that_a_printed_line_broke_is_one() -> None:
    assert told("Seven civilians were killed and 20 in- jured in the shelling.") == [
        "Seven civilians = 7 killed civilian",
        "20 = 20 injured civilian",
    ]


PIECES = (
    "drones|missiles|people|soldiers|tanks|villages|explosions|air strikes|57|two|a dozen|at least|up to|another|of which"
    "|of them|of|were|killed|shot down|launched|hit|wounded|lost|captured|and|,|.|;|:|over|in|Kyiv|the Bryansk region"
    "|Russia|Ukrainian|the enemy|its forces|the ministry said|according to police|including|by|with|who|the death toll"
    "|rose to|“|”| |\n|\n\n|(|)|-|in- jured"
)
texts = st.text(max_size=150) | st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map(" ".join)


@CALM
@given(texts)
def test_records_stand_inside_and_in_order(text: str) -> None:
    last = -1
    for attack in read(text):
        assert last <= attack.start < attack.end <= len(text)
        assert not text[attack.start].isspace()
        assert attack.object == attack.object.lower().strip() != ""
        assert attack.count_min is not None or attack.count_max is not None
        assert None in (attack.count_min, attack.count_max) or attack.count_min <= attack.count_max  # type: ignore[operator]
        assert (attack.date_start is None) == (attack.date_end is None)
        last = attack.start


@CALM
@given(texts)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert read(text) == read(text)


@CALM
@given(texts)
def test_blank_lines_before_move_the_records_alone(text: str) -> None:
    first, second = "\n", "\n \n\n\n"
    shift = len(second) - len(first)
    assert [(attack.start + shift, attack.measure, attack.count_min) for attack in read(first + text)] == [
        (attack.start, attack.measure, attack.count_min) for attack in read(second + text)
    ]


HOSTILE = (
    "5 drones |killed 5 and 6, |one of them |57 of 90 of |Russia launched 5 drones, |the army said 3 were hurt; "
    "|including two children, |a 4-year-old |5 Ukrainian |at least up to |toll to 5 |of the 5 |(5 |in the city of |by the "
)


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_ten_times_the_text_takes_about_ten_times_the_work(piece: str) -> None:
    def work(times: int) -> float:
        text = "War. " + piece * times
        start = time.process_time()
        read(text)
        return time.process_time() - start

    small = min(work(200) for _ in range(3))
    assert min(work(2000) for _ in range(2)) < max(25 * small, 0.1)
