"""Money figures: examples with near-misses beside them, and laws."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
import warparse_money
from hypothesis import given, settings
from hypothesis import strategies as st
from warparse_money import Money

import warparse
from warparse.extract import Registry

REGISTRY = Registry.of(warparse_money)
CALM = settings(deadline=None, derandomize=True)


def read(text: str) -> tuple[Money, ...]:
    article = warparse.parse(text, registry=REGISTRY)
    assert not article.problems
    return article.fields["money"]


def told(text: str) -> list[str]:
    """Give each record in one line: its words, amounts, currency, qualifier, what it restates and its rate."""
    lines = []
    for money in read(text):
        words = " ".join(text[money.start : money.end].split())
        low, high = ("-" if amount is None else f"{amount:f}" for amount in (money.amount_min, money.amount_max))
        amounts = low if low == high else f"{low}..{high}"
        parts = [f"{words} = {amounts} {money.currency}"]
        parts += [f"[{money.qualifier}]"] if money.qualifier else []
        if money.equivalent_of is not None:
            parts.append(
                f"of {next(' '.join(text[m.start : m.end].split()) for m in read(text) if m.start == money.equivalent_of)}"
            )
        parts += [f"per {money.per}"] if money.per else []
        lines.append(" ".join(parts))
    return lines


# text: what is read, a line for each record
EXAMPLES: dict[str, list[str]] = {
    # -- signs, codes and words
    "It will send $275 million.": ["$275 million = 275000000 USD"],
    "It paid US$5m, A$6m, C$7m, NZ$8m and HK$9m.": [
        "US$5m = 5000000 USD",
        "A$6m = 6000000 AUD",
        "C$7m = 7000000 CAD",
        "NZ$8m = 8000000 NZD",
        "HK$9m = 9000000 HKD",
    ],
    "It paid £3.50, €1,200, ¥5bn, ₴300, ₽40 and 45 zł.": [
        "£3.50 = 3.50 GBP",
        "€1,200 = 1200 EUR",
        "¥5bn = 5000000000 JPY",
        "₴300 = 300 UAH",
        "₽40 = 40 RUB",
        "45 zł = 45 PLN",
    ],
    "USD 12.5 million, EUR410,000, 5m GBP, 100EUR and NIS 38 billion": [
        "USD 12.5 million = 12500000 USD",
        "EUR410,000 = 410000 EUR",
        "5m GBP = 5000000 GBP",
        "100EUR = 100 EUR",
        "NIS 38 billion = 38000000000 ILS",
    ],
    "Sweden gives 16 billion kronor, Norway 8bn kroner and Denmark 9bn kroner.": [
        "16 billion kronor = 16000000000 SEK",
        "8bn kroner = 8000000000 NOK",
        "9bn kroner = 9000000000 DKK",
    ],
    "It cost 12 billion hryvnias, 900,000 roubles, 5 rubles, 4 million zloty and 10bn yuan.": [
        "12 billion hryvnias = 12000000000 UAH",
        "900,000 roubles = 900000 RUB",
        "5 rubles = 5 RUB",
        "4 million zloty = 4000000 PLN",
        "10bn yuan = 10000000000 CNY",
    ],
    "They took 2.5 million New Zealand dollars, 3 million Swiss francs and 1.5 million Syrian pounds.": [
        "2.5 million New Zealand dollars = 2500000 NZD",
        "3 million Swiss francs = 3000000 CHF",
        "1.5 million Syrian pounds = 1500000 SYP",
    ],
    "In Lahore a kilo cost 120 rupees; Delhi paid Rs 2 lakh and ₹5 crore.": [
        "120 rupees = 120 PKR",
        "Rs 2 lakh = 200000 INR",
        "₹5 crore = 50000000 INR",
    ],
    "Cairo lost around 190 billion pounds.": ["190 billion pounds = 190000000000 EGP [around]"],
    "He gave a thousand pounds.": ["a thousand pounds = 1000 GBP"],
    "It took 740 billion won.": ["740 billion won = 740000000000 KRW"],
    "It was up 87 cents; the shares cost 470 pence, or 64 euro cents.": [
        "87 cents = 0.87 USD",
        "470 pence = 4.70 GBP",
        "64 euro cents = 0.64 EUR",
    ],
    "It cost 5 dollars and 20 cents.": ["5 dollars and 20 cents = 5.20 USD"],
    "us $ 150 million and c $ 16.4 million , hk $ 10 billion": [
        "us $ 150 million = 150000000 USD",
        "c $ 16.4 million = 16400000 CAD",
        "hk $ 10 billion = 10000000000 HKD",
    ],
    # -- numbers
    "Half a billion dollars, two and a half million euros, a couple of million pounds": [
        "Half a billion dollars = 500000000 USD",
        "two and a half million euros = 2500000 EUR",
        "a couple of million pounds = 2000000 GBP",
    ],
    "€18B, $90M, £750k, $1.4tn, €5 mln and 200 000 euros": [
        "€18B = 18000000000 EUR",
        "$90M = 90000000 USD",
        "£750k = 750000 GBP",
        "$1.4tn = 1400000000000 USD",
        "€5 mln = 5000000 EUR",
        "200 000 euros = 200000 EUR",
    ],
    "€1\u00a0200, 3\u202f000 euros and $500\nmillion": [
        "€1 200 = 1200 EUR",
        "3 000 euros = 3000 EUR",
        "$500 million = 500000000 USD",
    ],
    "It has 1.250.000 euros, 3,5 million euros and 12.500 €.": [
        "1.250.000 euros = 1250000 EUR",
        "3,5 million euros = 3500000 EUR",
        "12.500 € = 12500 EUR",
    ],
    "a €1.2-billion package, a 20-million-euro grant, a one-yen bid": [
        "€1.2-billion = 1200000000 EUR",
        "20-million-euro = 20000000 EUR",
        "one-yen = 1 JPY",
    ],
    "It lost hundreds of billions of dollars, millions of hryvnias and several million euros.": [
        "hundreds of billions of dollars = 100000000000..- USD",
        "millions of hryvnias = 1000000..- UAH",
        "several million euros = 1000000..- EUR",
    ],
    # -- bounds and ranges
    "more than $500bn, up to €20m, nearly £3m, at least 5 euros, less than $4bn, $2bn or more": [
        "$500bn = 500000000000..- USD [more than]",
        "€20m = -..20000000 EUR [up to]",
        "£3m = 3000000 GBP [nearly]",
        "5 euros = 5..- EUR [at least]",
        "$4bn = -..4000000000 USD [less than]",
        "$2bn = 2000000000..- USD [or more]",
    ],
    "A row over €90bn cost another $5bn.": ["€90bn = 90000000000 EUR", "$5bn = 5000000000 USD"],
    "aid ranging from €20bn to €40bn": ["€20bn to €40bn = 20000000000..40000000000 EUR"],
    "between $45 million and $60 million, $3-4bn, 500 to 600 euros, between 8.5 and 9 billion euros": [
        "$45 million and $60 million = 45000000..60000000 USD",
        "$3-4bn = 3000000000..4000000000 USD",
        "500 to 600 euros = 500..600 EUR",
        "8.5 and 9 billion euros = 8500000000..9000000000 EUR",
    ],
    "It rose from $10 to $300, then oil gained $1.20 to $84.": [
        "$10 = 10 USD",
        "$300 = 300 USD",
        "$1.20 = 1.20 USD",
        "$84 = 84 USD",
    ],
    "The risk added $5 to $10 a barrel.": ["$5 to $10 = 5..10 USD per barrel"],
    "It gave $500 to 20 families and $2 million to 30 villages.": ["$500 = 500 USD", "$2 million = 2000000 USD"],
    "between $500 and 600, up from £5,000-6,000; between €2m and 30 soldiers": [
        "$500 and 600 = 500..600 USD",
        "£5,000-6,000 = 5000..6000 GBP",
        "€2m = 2000000 EUR",
    ],
    "It wasted billions of US taxpayer dollars and 5 million more euros.": [
        "billions of US taxpayer dollars = 1000000000..- USD",
        "5 million more euros = 5000000 EUR",
    ],
    # -- what restates
    "It gave 16bn kronor ($1.6bn, £1.24bn; €1.48bn) and £5m (some $6m).": [
        "16bn kronor = 16000000000 SEK",
        "$1.6bn = 1600000000 USD of 16bn kronor",
        "£1.24bn = 1240000000 GBP of 16bn kronor",
        "€1.48bn = 1480000000 EUR of 16bn kronor",
        "£5m = 5000000 GBP",
        "$6m = 6000000 USD [some] of £5m",
    ],
    "It costs 120 Indian rupees ($0.43) a kilogram.": [
        "120 Indian rupees = 120 INR per kilogram",
        "$0.43 = 0.43 USD of 120 Indian rupees per kilogram",
    ],
    "It gave €5m (of which €2m in cash) and $3m (including £1m).": [
        "€5m = 5000000 EUR",
        "€2m = 2000000 EUR",
        "$3m = 3000000 USD",
        "£1m = 1000000 GBP",
    ],
    "He paid 100,000 shekels, or some $27,000.": ["100,000 shekels = 100000 ILS", "$27,000 = 27000 USD [some]"],
    # -- rates
    "a $60bn-a-year plan, $70 a barrel, €45 per megawatt-hour, £100 a day, $5/hour, €50 apiece": [
        "$60bn = 60000000000 USD per year",
        "$70 = 70 USD per barrel",
        "€45 = 45 EUR per megawatt-hour",
        "£100 = 100 GBP per day",
        "$5 = 5 USD per hour",
        "€50 = 50 EUR per piece",
    ],
    "They live on a dollar a day.": ["a dollar = 1 USD per day"],
    # -- whose dollar
    "Australia’s package will include $50m in aid, including $30m for drones.": [
        "$50m = 50000000 AUD",
        "$30m = 30000000 AUD",
    ],
    "Germany will give Australia $50m.": ["$50m = 50000000 USD"],
    "New Zealand will give Ukraine $16 million.": ["$16 million = 16000000 NZD"],
    "Canada spoke. The US gave $5m.": ["$5m = 5000000 USD"],
    "Canberra, in Australia, said $US5m ($8m) was lost.": ["$US5m = 5000000 USD", "$8m = 8000000 AUD of $US5m"],
    "Australia and Japan gave AU$3m; the price of oil in Australia is $80 a barrel.": [
        "AU$3m = 3000000 AUD",
        "$80 = 80 USD per barrel",
    ],
    "Ottawa paid $20 US ($27 Cdn) for it.": ["$20 US = 20 USD", "$27 Cdn = 27 CAD of $20 US"],
    # -- what leaves its currency out
    "It fell to 90 million euros in May from 410 million a year earlier.": [
        "90 million euros = 90000000 EUR",
        "410 million = 410000000 EUR",
    ],
    "It lent €90 billion. The first 45 billion are paid out this year.": [
        "€90 billion = 90000000000 EUR",
        "45 billion = 45000000000 EUR",
    ],
    "Rice that sold for 600 euros now costs 950, say 300 women.": ["600 euros = 600 EUR", "950 = 950 EUR"],
}

NOTHING = [
    "Growth was 5% and 20 points; the index fell 30 points to 4,300.",
    "The Group of Seven and 27 euro-zone states, 20 euro area ministers and 19 EU members met.",
    "They pound the city; 12 won the election; 1,200 won prizes; he had a yen for 3 things.",
    "Franc Novak, 44, and Won Kim, 52, met 3 times in 2024.",
    "A 500-pound bomb and 2,000-pound bombs fell; it weighs 1,000 pounds.",
    "A car with 300 pounds of explosives, and a 12-pound (5.4kg) shell.",
    "In 2022 dollars it was more; in constant 2015 dollars it was less.",
    "Not one shekel, not a penny and not a single euro was paid; every cent counts.",
    "SDG 16, COP 29, BMD-2s, 12 BMD and a TOP 10 of 5 PEN members; TRY 5.",
    "Two Rand researchers, 50 Cent, 3 crown princes and 100 dollar stores.",
    "A dollar, a pound and a euro; billions in aid; hundreds of thousands in cash.",
    "10 generations, 131 drones, 5 Real players, 3 Mark 48s and 40 marks.",
    "It got 10,000 dinars, 5,000 kroner and 300 francs.",  # of a country that nobody tells
    "At 17:30 on 5 May, 24/7, the F-16s flew 300km.",
]


@pytest.mark.parametrize("text", EXAMPLES)
def test_money_is_read(text: str) -> None:
    assert told(text) == EXAMPLES[text]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_money_is_none(text: str) -> None:
    assert told(text) == []


def test_a_bracket_on_a_line_of_its_own_restates_too() -> None:
    text = "The government has set aside\n650 million zloty\n(€153 million) for cameras and drones on both lines."
    assert told(text) == ["650 million zloty = 650000000 PLN", "€153 million = 153000000 EUR of 650 million zloty"]


def test_amounts_are_exact() -> None:
    (money,) = read("It was $1,234,567.89.")
    assert money.amount_min == money.amount_max == Decimal("1234567.89")


PIECES = (
    "$|€|£|US$|Rs|kr|5|20|1,000|3.5|million|bn|m|euros|dollars|pounds|kronor|won|cents|between|and|to|from|at least|up to"
    "|(|)|;|.|, |-|half a|hundreds of|a year|a barrel|Norway|Australia|The|said|is| |\n|\n\n|\u00a0|“|Photograph: A B/AFP"
)
texts = st.text(max_size=150) | st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map(" ".join)


@CALM
@given(texts)
def test_records_stand_inside_and_in_order(text: str) -> None:
    last = 0
    starts = {money.start for money in read(text)}
    for money in read(text):
        assert last <= money.start < money.end <= len(text)
        assert not text[money.start].isspace()
        assert not text[money.end - 1].isspace()
        assert money.amount_min is not None or money.amount_max is not None
        assert None in (money.amount_min, money.amount_max) or money.amount_min <= money.amount_max  # type: ignore[operator]
        assert len(money.currency) == 3
        assert money.equivalent_of is None or (money.equivalent_of in starts and money.equivalent_of < money.start)
        last = money.end


@CALM
@given(texts)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert read(text) == read(text)


HOSTILE = (
    "$5 |$5m (€4m; |5 pounds |5 kroner |Norway 5 kroner |$1-|from 5 to |between $5 and |$|$5bn, 3bn, |a dollar a "
    "|Australia $5 |½€|1,000,"
)


@pytest.mark.parametrize("piece", HOSTILE.split("|"))
def test_ten_times_the_text_takes_about_ten_times_the_work(piece: str) -> None:
    def work(times: int) -> float:
        text = piece * times
        start = time.process_time()
        read(text)
        return time.process_time() - start

    small = min(work(400) for _ in range(3))
    assert min(work(4000) for _ in range(2)) < max(25 * small, 0.1)
