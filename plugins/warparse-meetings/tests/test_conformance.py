"""Diplomatic meetings keep what every extractor promises."""

from __future__ import annotations

import warparse_meetings

from warparse.testing import Check, parametrize_with_checks

EXAMPLES = [
    "Volodymyr Zelenskyy met Donald Trump at the White House on Friday.",
    "Russia and the US held talks in Riyadh on 18 February.",
    "“Emmanuel Macron will meet Keir Starmer in London next week,” a spokesperson said.",
]
EXPECTED = {
    "takes_any_digit_separators": "meetings are not counted",
    "takes_any_white_space": "a place of two words is not found where two spaces stand in it",
}


@parametrize_with_checks(warparse_meetings, examples=EXAMPLES, expected_failures=EXPECTED)
def test_conformance(check: Check) -> None:
    check()
