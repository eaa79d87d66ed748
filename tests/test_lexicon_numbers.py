"""Numbers, the words that bound them, and currencies: tables of examples, near-misses beside them, and laws."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warparse.lexicon.bounds import bound_after, bound_before
from warparse.lexicon.currencies import (
    currencies,
    currencies_of,
    currency_words,
    find_currency_places,
    signs,
)
from warparse.lexicon.nations import find_state
from warparse.lexicon.numbers import find_numbers, number_starts, read_range
from warparse.lexicon.units import read_sign_before, read_unit_after

if TYPE_CHECKING:
    from pathlib import Path

Row = tuple[str, str | None, int | str | None, int | str | None]

NUMBERS: dict[str, list[Row]] = {
    # text: what is read, its qualifier, the least and the most
    "57 of them": [("57", None, 57, 57)],
    "two ships": [("two", None, 2, 2)],
    "one sailor": [("one", None, 1, 1)],
    "a dozen boats": [("a dozen", None, 12, 12)],
    "nearly two dozen boats": [("two dozen", "nearly", 24, 24)],
    "half a dozen, a half-dozen": [("half a dozen", None, 6, 6), ("a half-dozen", None, 6, 6)],
    "a couple of boats": [("a couple", None, 2, 2)],
    "Forty-one of the boats": [("Forty-one", None, 41, 41)],
    "fifty five": [("fifty five", None, 55, 55)],
    "one hundred and five": [("one hundred and five", None, 105, 105)],
    "two hundred and five thousand": [("two hundred and five thousand", None, 205_000, 205_000)],
    "three thousand two hundred and ten": [("three thousand two hundred and ten", None, 3210, 3210)],
    "fifteen hundred men": [("fifteen hundred", None, 1500, 1500)],
    "two and a half million": [("two and a half million", None, 2_500_000, 2_500_000)],
    "a million and a half": [("a million and a half", None, 1_500_000, 1_500_000)],
    "half a million": [("half a million", None, 500_000, 500_000)],
    "three quarters of a million": [("three quarters of a million", None, 750_000, 750_000)],
    "two point five million": [("two point five million", None, 2_500_000, 2_500_000)],
    "zero": [("zero", None, 0, 0)],
    # -- digits
    "1,234,567": [("1,234,567", None, 1_234_567, 1_234_567)],
    "12,34,567": [("12,34,567", None, 1_234_567, 1_234_567)],
    "12 000 troops": [("12 000", None, 12_000, 12_000)],
    "12\u202f000 troops": [("12\u202f000", None, 12_000, 12_000)],
    "12’000 troops": [("12’000", None, 12_000, 12_000)],
    "1.250.000": [("1.250.000", None, 1_250_000, 1_250_000)],
    "3,5 million": [("3,5 million", None, 3_500_000, 3_500_000)],
    "0.5": [("0.5", None, "0.5", "0.5")],
    "1½ million": [("1½ million", None, 1_500_000, 1_500_000)],
    "1.2bn": [("1.2bn", None, 1_200_000_000, 1_200_000_000)],
    "84K arrivals": [("84K", None, 84_000, 84_000)],
    "5 lakh, 2 lakh crore": [("5 lakh", None, 500_000, 500_000), ("2 lakh crore", None, 2 * 10**12, 2 * 10**12)],
    "2000 people": [("2000", None, 2000, 2000)],
    # -- ranges
    "between 15 and 20 tanks": [("15 and 20", None, 15, 20)],
    "between about 40 and 50": [("40 and 50", "about", 40, 50)],
    "15-20, 15–20": [("15-20", None, 15, 20), ("15–20", None, 15, 20)],
    "five to six million": [("five to six million", None, 5_000_000, 6_000_000)],
    "two or three hundred": [("two or three hundred", None, 200, 300)],
    "ranging from 20 to 40": [("20 to 40", None, 20, 40)],
    "rose from seven to eight": [("seven", None, 7, 7), ("eight", None, 8, 8)],
    "a hundred and two hundred": [("a hundred", None, 100, 100), ("two hundred", None, 200, 200)],
    "12 dead and 30 hurt": [("12", None, 12, 12), ("30", None, 30, 30)],
    # -- bounds
    "at least 55": [("55", "at least", 55, None)],
    "At least another 45 boats": [("45", "at least", 45, None)],
    "no fewer than nine": [("nine", "no fewer than", 9, None)],
    "more than a\ndozen": [("a\ndozen", "more than", 12, None)],
    "as many as 40": [("40", "as many as", None, 40)],
    "up to 20": [("20", "up to", None, 20)],
    "just under 500": [("500", "just under", None, 500)],
    "some 400, about 50, ~30": [("400", "some", 400, 400), ("50", "about", 50, 50), ("30", "~", 30, 30)],
    "an estimated 300": [("300", "an estimated", 300, 300)],
    "50 or more": [("50", "or more", 50, None)],
    "500+, 20-plus": [("500", "+", 500, None), ("20", "plus", 20, None)],
    "a row over 45 seats": [("45", None, 45, 45)],
    "over 5,000; over five regions": [("5,000", "over", 5000, None), ("five", None, 5, 5)],
    # -- vague
    "dozens": [("dozens", None, 12, None)],
    "Hundreds of thousands": [("Hundreds of thousands", None, 100_000, None)],
    "several hundred, a few dozen": [("several hundred", None, 100, None), ("a few dozen", None, 12, None)],
}

NO_NUMBERS = [
    *("30%", "30 per cent", "a 5 percent rise", "two-thirds", "one third of", "twenty-first", "the 1990s", "the 2nd"),
    *(
        "in 2022",
        "since 2024",
        "about 2022",
        "2022-23",
        "on 5 May",
        "May 5",
        "Feb. 24",
        "at 08.34",
        "at 12:30",
        "5 p.m.",
    ),
    *("24/7", "9/11", "2024-05-12", "won 3-2", "Kh-101", "Shahed-136", "F-16s", "9M729", "155mm", "30km", "covid-19"),
    *("Group of Seven", "Group of 20", "the Big Four", "No. 10", "Article 5", "no one", "several", "a few", "many"),
    *("a", "half", "the couple", "million", "15°", "15 degrees"),
]


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers_are_read(text: str) -> None:
    def exact(value: int | str | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    found = [(text[n.start : n.end], n.qualifier, n.low, n.high) for n in find_numbers(text)]
    due = [(words, qualifier, exact(low), exact(high)) for words, qualifier, low, high in NUMBERS[text]]
    assert found == due


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_qualifier_starts_where_its_words_do() -> None:
    (number,) = find_numbers("killed at least another 45")
    assert (number.qualifier_start, number.start) == (7, 24)


@pytest.mark.parametrize(("text", "words"), [("5m-plus", "plus"), ("5m or so", "or so"), ("5m or more than", None)])
def test_bounds_behind_a_number(text: str, words: str | None) -> None:
    bound = bound_after(text, 2)
    assert (bound.words if bound else None) == words


PIECES = (
    "at least|two|hundred|and|a|half|million|of|thousands|several|to|between|-|1|20|,|.|000|1,000|3.5|bn|m|%|May|Kh-|$|“| "
    "|\n|\u00a0|½"
)
numbers_like = st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)
any_text = st.text(max_size=120) | numbers_like | numbers_like.map(lambda text: text.replace(" ", ""))


@given(any_text)
def test_find_numbers_never_raises_and_stays_inside(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert 0 <= number.qualifier_start <= number.start
        assert not text[number.start].isspace()
        assert not text[number.end - 1].isspace()
        assert number.low is None or number.high is None or number.low <= number.high
        last = number.end


@given(any_text, any_text)
def test_a_paragraph_before_changes_nothing(before: str, text: str) -> None:
    start = len(before) + 2
    found = find_numbers(f"{before}\n\n{text}", start)
    alone = find_numbers(text)
    assert [n for n in found if n.start >= start + 90] == [
        n._replace(start=n.start + start, end=n.end + start, qualifier_start=n.qualifier_start + start)
        for n in alone
        if n.start >= 90
    ]


@given(any_text, st.integers(0, 120))
def test_units_and_bounds_read_at_any_place(text: str, place: int) -> None:
    position = min(place, len(text))
    for unit in (read_sign_before(text, position), read_unit_after(text, position, of=True)):
        assert unit is None or (0 <= unit.start < unit.end <= len(text) and unit.codes)
    bound_before(text, position)
    bound_after(text, position)
    read_range(text, position)


@pytest.mark.parametrize(
    "piece", ["1", "1,000", "1.", "two hundred and ", "between 1 and ", "$", "a ", "1-", "½", "at least "]
)
def test_ten_times_the_text_takes_about_ten_times_the_work(piece: str) -> None:
    def work(times: int) -> float:
        text = piece * times
        start = time.process_time()
        list(number_starts(text))
        find_numbers(text)
        return time.process_time() - start

    small = min(work(2000) for _ in range(3))
    assert min(work(20_000) for _ in range(2)) < max(20 * small, 0.05)


# -- currencies ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (" US dollars", ("USD",)),
        (" U.S. dollars", ("USD",)),
        (" us dollar", ("USD",)),
        (" Swedish kronor", ("SEK",)),
        (" Swedish kroner", ("SEK",)),
        (" New Taiwan dollars", ("TWD",)),
        (" Papua New Guinean kina", ("PGK",)),
        (" pounds sterling", ("GBP",)),
        (" Syrian pounds", ("SYP",)),
        (" CFA francs", ("XOF", "XAF")),
        (" euro cents", ("EUR",)),
        ("-euro", ("EUR",)),
        (" Finnish markka", ("FIM",)),
        ("€", ("EUR",)),
        (" zł", ("PLN",)),
        (" UAH", ("UAH",)),
        (" euro zone", None),
        (" euro area", None),
        (" dollar stores", None),
        (" people", None),
        (" Rand researchers", None),
        (" Cent", None),
        (" crown princes", None),
    ],
)
def test_units_behind_a_number(text: str, codes: tuple[str, ...] | None) -> None:
    unit = read_unit_after(text, 0)
    assert (unit.codes if unit else None) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("$", "USD"), ("US$", "USD"), ("$US", "USD"), ("A$", "AUD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("R$", "BRL")),
        *(("£", "GBP"), ("E£", "EGP"), ("€", "EUR"), ("¥", "JPY"), ("₴", "UAH"), ("֏", "AMD"), ("NIS ", "ILS")),
        *(("Rs.", "INR"), ("TL ", "TRY"), ("us $ ", "USD"), ("c $ ", "CAD"), ("costs us $", "USD"), ("CHF ", "CHF")),
        *(("Q$", None), ("it is ", None), ("the ", None)),
    ],
)
def test_signs_before_a_number(text: str, code: str | None) -> None:
    unit = read_sign_before(f"{text}5", len(text))
    assert (unit.default if unit else None) == code


def test_a_verb_s_object_is_no_sign() -> None:
    unit = read_sign_before("it costs us $5", 13)
    assert unit is not None
    assert unit.start == 12


def test_every_sign_and_word_stands_for_known_currencies() -> None:
    for unit in (*signs().values(), *currency_words().values()):
        assert unit.codes
        assert set(unit.codes) <= set(currencies())
        assert unit.default is None or unit.default in unit.codes


def test_states_have_their_currencies() -> None:
    assert currencies_of("Ukrainian") == ("UAH",)
    assert currencies_of("Britain")[0] == "GBP"
    assert currencies_of("US")[0] == "USD"
    assert currencies_of("Dubai") == ("AED",)
    assert find_state("Sweden") == "Sweden"
    assert [name for _, name, _ in find_currency_places("From Oslo to the US; use it in Turkeytown")] == ["Oslo", "US"]


def test_the_table_is_what_babel_s_data_gives(root: Path) -> None:
    babel = pytest.importorskip("babel", reason="Babel (in the extra dev) makes the table of currencies")
    told = (root / "src/warparse/data/currencies.txt").read_text(encoding="utf-8")
    if f"Babel {babel.__version__} packs" not in told:
        pytest.skip(f"the table was made with another version than Babel {babel.__version__}")
    script = root / "benchmarks" / "currencies.py"
    subprocess.run([sys.executable, script, "--check"], check=True, capture_output=True)
