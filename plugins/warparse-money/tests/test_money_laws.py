"""Laws of money figures, and pairs of near-misses for the rules that only a neighbour tells apart."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest
import warparse_money
from warparse_money.amounts import find_amounts
from warparse_money.rates import read_rate
from warparse_money.triggers import triggers

import warparse
from warparse.extract import Registry
from warparse.extract.triggers import TriggerScan
from warparse.lexicon.currencies import currency_words, signs

REGISTRY: Final = Registry.of(warparse_money)


def told(text: str) -> list[str]:
    """Give each record in one line: its words, amounts, currency, qualifier, the first word that it restates, and rate."""
    article = warparse.parse(text, registry=REGISTRY)
    assert not article.problems
    lines = []
    for money in article.fields["money"]:
        words = " ".join(text[money.start : money.end].split())
        low, high = ("-" if amount is None else f"{amount:f}" for amount in (money.amount_min, money.amount_max))
        line = f"{words} = {low if low == high else f'{low}..{high}'} {money.currency}"
        line += f" [{money.qualifier}]" if money.qualifier else ""
        line += f" of {text[money.equivalent_of :].split(maxsplit=1)[0]}" if money.equivalent_of is not None else ""
        lines.append(f"{line} per {money.per}" if money.per else line)
    return lines


EXAMPLES: Final[dict[str, list[str]]] = {
    # -- what else a number behind an amount may be
    "It gave $20 to 500 families and £2 to 3,000 children.": ["$20 = 20 USD", "£2 = 2 GBP"],
    "It gave $20 million to 500 families.": ["$20 million = 20000000 USD"],
    "It costs $5 – 6 of them are sold.": ["$5 = 5 USD"],
    # -- a currency told twice, before and behind
    "It cost $5 million Australian dollars.": ["$5 million Australian dollars = 5000000 AUD"],
    "It paid $5m euros.": ["$5m = 5000000 USD"],
    # -- parts
    "It cost 2 dollars 23.": ["2 dollars 23 = 2.23 USD"],
    "It cost 2 dollars 230.": ["2 dollars = 2 USD"],
    "It cost 2 dollars, 23 more than planned.": ["2 dollars = 2 USD"],
    "It cost 5 dollars and 120 cents.": ["5 dollars = 5 USD", "120 cents = 1.20 USD"],
    "It cost 5 dollars and 20 pence.": ["5 dollars = 5 USD", "20 pence = 0.20 GBP"],
    "It cost 5 dollars 10, not 5 dollars 9.": ["5 dollars 10 = 5.1 USD", "5 dollars = 5 USD"],
    "It cost hundreds of cents.": ["hundreds of cents = 1.00..- USD"],
    # -- numbers that are written otherwise, or are something else
    "It cost a couple of euros, then 50,- Kč.": ["a couple of euros = 2 EUR", "50,- Kč = 50 CZK"],
    "The EUR 5% bond of 2030 fell, and so did the CHF 3 per cent note.": [],
    "In 2022 $5m was paid, and 100 € 5 times.": ["$5m = 5000000 USD", "100 € = 100 EUR"],
    # -- pounds that are weighed, and pounds that are paid
    "He bought 2,000 pounds of flour.": [],
    "He gave 2,000 pounds of aid.": ["2,000 pounds = 2000 GBP"],
    "He weighs 200 pounds.": [],
    "He paid 200 pounds.": ["200 pounds = 200 GBP"],
    "A warhead of 900 pounds fell.": [],
    "It carried 900 pounds, its whole payload.": [],
    "He was carrying 90 pounds over the pass.": [],
    "He was paying 90 pounds over the week.": ["90 pounds = 90 GBP"],
    "Bombs fell as 500 Egyptian pounds were paid.": ["500 Egyptian pounds = 500 EGP"],
    # -- hyphens
    "It was a million-dollar question, a half-million-dollar house.": [
        "million-dollar = 1000000 USD",
        "half-million-dollar = 500000 USD",
    ],
    # -- bounds of what has no end
    "It gave up to several million euros.": ["several million euros = 1000000..- EUR [up to]"],
    # -- rates
    "It costs $60 a barrel-equivalent and $5 a day-pass.": ["$60 = 60 USD per barrel", "$5 = 5 USD per day"],
    "It costs $60 a Barrel, 4 pounds annually, $5 per annum.": [
        "$60 = 60 USD per barrel",
        "4 pounds = 4 GBP per year",
        "$5 = 5 USD per year",
    ],
    "It pays $60 a Russian officer.": ["$60 = 60 USD"],
    # -- what leaves its currency out
    "It paid 1.2 million and 3.5 million euros.": ["1.2 million = 1200000 EUR", "3.5 million euros = 3500000 EUR"],
    "It hired 12 and 15,000 euros were paid.": ["15,000 euros = 15000 EUR"],
    # -- whose currency: what gives it may stand below the title that repeats it
    "Aid of $16 million for Kyiv\n\nNew Zealand will give Ukraine $16 million, its minister said on Friday.": [
        "$16 million = 16000000 NZD",
        "$16 million = 16000000 NZD",
    ],
    "Aid of $17 million for Kyiv\n\nNew Zealand will give Ukraine $16 million, its minister said on Friday.": [
        "$17 million = 17000000 USD",
        "$16 million = 16000000 NZD",
    ],
    "It cost 3,000 kroner, a Danish firm said.": ["3,000 kroner = 3000 DKK"],
    "Denmark and Norway met. Norway’s army left.\n\nIt paid 5,000 kroner in all.": ["5,000 kroner = 5000 NOK"],
    "Norway and Denmark met. Denmark’s army left.\n\nIt paid 5,000 kroner in all.": ["5,000 kroner = 5000 DKK"],
    "Cairo fell, and Egypt was lost.\n\nBritain spoke of Egypt.\n\nThe price was 500 pounds.": ["500 pounds = 500 GBP"],
    "Cairo fell, and Egypt was lost.\n\nNobody spoke of Egypt.\n\nThe price was 500 pounds.": ["500 pounds = 500 EGP"],
    "Pakistan and India met. Pakistan’s army left.\n\nIt paid 5,000 rupees in all.": ["5,000 rupees = 5000 PKR"],
    "India and Pakistan met. India’s army left.\n\nIt paid 5,000 rupees in all.": ["5,000 rupees = 5000 INR"],
    "Australia told the US that it would give Ukraine $50m.": ["$50m = 50000000 USD"],
    "Australia said that it would give Ukraine $50m.": ["$50m = 50000000 AUD"],
    "In Germany, Ottawa gave Kyiv $5 million.": ["$5 million = 5000000 CAD"],
    "The US and Canada spoke. It cost $5 million.": ["$5 million = 5000000 USD"],
    # -- short signs and codes, which are something else as often
    "In Norway it cost 5m kr, and 40 thousand kr more; 7 kr and kr 8.": [
        "5m kr = 5000000 NOK",
        "40 thousand kr = 40000 NOK",
        "7 kr = 7 NOK",
        "kr 8 = 8 NOK",
    ],
    "It paid 5bn Rs, then 500 crore Rs in all.": ["5bn Rs = 5000000000 INR", "500 crore Rs = 5000000000 INR"],
    "It cost 40 RON, 40RON and 12,000 ALL.": ["40 RON = 40 RON", "40RON = 40 RON", "12,000 ALL = 12000 ALL"],
    "In Malaysia it cost RM 1500, and RM 2024 was a plan of Malaysia.": ["RM 1500 = 1500 MYR"],
    "Of 40 PEN members 5 ALL voted.": [],
    "A Mi8 pounds the town, a T-72 pounds it too, and at 17:30 pounds of rice came.": [],
    # -- brackets that begin a line
    "The government has set aside\n650 million zloty\n(€153 million) for cameras on both lines.": [
        "650 million zloty = 650000000 PLN",
        "€153 million = 153000000 EUR of 650",
    ],
    "The government has set aside\n650 million zloty and\n€153 million for cameras on both lines.": [
        "650 million zloty = 650000000 PLN",
        "€153 million = 153000000 EUR",
    ],
    "The government has set aside\n650 million zloty\n(in May €153 million) for cameras on both lines.": [
        "650 million zloty = 650000000 PLN",
        "€153 million = 153000000 EUR",
    ],
    # -- what an amount is compared with
    "It rose from 3 million to 5 million euros.": ["3 million = 3000000 EUR", "5 million euros = 5000000 EUR"],
    "It got from 3 million fans 5 million euros.": ["5 million euros = 5000000 EUR"],
    "It paid 900 euros, up from 8 last year and down from 90 before.": ["900 euros = 900 EUR", "90 = 90 EUR"],
    "Rice sold for 600 euros and now costs nearly 950 a tonne.": [
        "600 euros = 600 EUR",
        "950 = 950 EUR [nearly] per tonne",
    ],
    "It paid 90 million euros, up from millions a year earlier.": ["90 million euros = 90000000 EUR"],
    "Rice sold for 600 euros. It now costs 950, and bread 5 dollars.": [
        "600 euros = 600 EUR",
        "950 = 950 EUR",
        "5 dollars = 5 USD",
    ],
    # -- ranges
    "from $5k to 6k, from $5 to 6m": ["$5k to 6k = 5000..6000 USD", "$5 to 6m = 5000000..6000000 USD"],
    "Between $500 and 600 families came; it cost between $500 and 600.": [
        "$500 = 500 USD",
        "$500 and 600 = 500..600 USD",
    ],
    "Between $5 million and 600 people came.": ["$5 million = 5000000 USD"],
    "It gave $5-5.": ["$5 = 5 USD"],
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_money_beside_its_near_misses(text: str) -> None:
    assert told(text) == EXAMPLES[text]


WRITTEN: Final = (
    "{}5",
    "{} 5",
    "{}5,000",
    "{} 5m",
    "{}1.5bn",
    "5 {}",
    "5-{}",
    "5m {}",
    "5 million {}",
    "four thousand {}",
    "50,- {}",
)
"""How a sign or a word stands beside its number."""


@pytest.mark.parametrize("told_by", ["signs", "words"])
def test_every_amount_wakes_the_extractor(told_by: str) -> None:
    scan = TriggerScan({"money": triggers()})
    forms = (*WRITTEN, "5{}") if told_by == "signs" else WRITTEN
    texts = [
        f"It cost {form.format(unit)}."
        for unit in (signs() if told_by == "signs" else currency_words())
        for form in forms
    ]
    amounts = [text for text in texts if find_amounts(text)]
    assert len(amounts) > len(texts) / 4
    assert [text for text in amounts if not scan.find(text)] == []


def test_few_words_of_plain_prose_wake_the_extractor() -> None:
    text = "A court, all of whose top men pound on tables, may try and try again; the ron and the kes are sad birds."
    assert {found.trigger for found in TriggerScan({"money": triggers()}).find(text)} <= {"pound"}


def test_what_is_for_each_cent_is_no_rate() -> None:
    text = "It lost 5 dollars per cent."
    assert read_rate(text, text.index(" per")) == (None, text.index(" per"))


def test_amounts_may_be_summed_from_their_parts() -> None:
    text = "It cost 5 dollars and 20 cents."
    (money,) = warparse.parse(text, registry=REGISTRY).fields["money"]
    assert money.amount_min == money.amount_max == Decimal("5.20")
