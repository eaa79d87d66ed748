"""Money figures: exact amounts, and what holds of every record. What is read in which text stands in `fixtures/`."""

from __future__ import annotations

from decimal import Decimal

import warparse_money
from hypothesis import given, settings
from hypothesis import strategies as st
from warparse_money import Money

import warparse
from warparse.extract import Registry

REGISTRY = Registry.of(warparse_money)


def read(text: str) -> tuple[Money, ...]:
    article = warparse.parse(text, registry=REGISTRY)
    assert not article.problems
    return article.fields["money"]


def test_amounts_are_exact() -> None:
    (money,) = read("It was $1,234,567.89.")
    assert money.amount_min == money.amount_max == Decimal("1234567.89")


def test_white_space_of_any_kind_stands_inside_an_amount() -> None:
    amounts = [money.amount_min for money in read("€1\u00a0200, 3\u202f000 euros and $500\nmillion")]
    assert amounts == [1200, 3000, 500_000_000]


PIECES = (
    "$|€|£|US$|Rs|kr|5|20|1,000|3.5|million|bn|m|euros|dollars|pounds|kronor|won|cents|between|and|to|from|at least|up to"
    "|(|)|;|.|, |-|half a|hundreds of|a year|a barrel|Norway|Australia|The|said|is| |\n|\n\n|\u00a0|“|Photograph: A B/AFP"
)
texts = st.text(max_size=150) | st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map(" ".join)


@settings(deadline=None, derandomize=True)
@given(texts)
def test_a_record_tells_an_amount_of_a_currency(text: str) -> None:
    last, found = 0, read(text)
    starts = {money.start for money in found}
    for money in found:
        assert last <= money.start
        assert money.amount_min is not None or money.amount_max is not None
        assert None in (money.amount_min, money.amount_max) or money.amount_min <= money.amount_max  # type: ignore[operator]
        assert len(money.currency) == 3
        assert money.equivalent_of is None or (money.equivalent_of in starts and money.equivalent_of < money.start)
        last = money.end
