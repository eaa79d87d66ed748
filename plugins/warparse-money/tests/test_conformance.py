"""Money figures keep what every extractor promises."""

from __future__ import annotations

import warparse_money

from warparse.testing import Check, parametrize_with_checks

EXAMPLES = [
    "Sweden will give Ukraine 16 billion kronor ($1.6bn) in military aid, its government said.",
    "The bridge cost €1,234,567, more than twice as much as had been planned.",
    "“We need between $20m and $30m for the harbour,” the mayor said, and millions of pounds more for the road.",
]

HOSTILE = (
    "$5 |$5m (€4m; |5 pounds |5 kroner |Norway 5 kroner |$1-|from 5 to |between $5 and |$|$5bn, 3bn, |a dollar a "
    "|Australia $5 |½€|1,000,"
).split("|")


@parametrize_with_checks(warparse_money, examples=EXAMPLES, offsets=["equivalent_of"], hostile=HOSTILE)
def test_conformance(check: Check) -> None:
    check()
