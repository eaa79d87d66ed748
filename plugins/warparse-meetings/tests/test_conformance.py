"""Diplomatic meetings keep what every extractor promises."""

from __future__ import annotations

import warparse_meetings

from warparse.testing import Check, parametrize_with_checks

EXAMPLES = [
    "Volodymyr Zelenskyy met Donald Trump at the White House on Friday.",
    "Russia and the US held talks in Riyadh on 18 February.",
    "The foreign minister of New Zealand, Ada Lind, flew to Saudi Arabia for talks on the return of 1,234 soldiers.",
    "“Emmanuel Macron will meet Keir Starmer in London next week,” a spokesperson said.",
]
HOSTILE = ("Ada Lind met Piotr Zielak, ", "talks with Norway and ", "talks of talks to ", "he met ")


@parametrize_with_checks(warparse_meetings, examples=EXAMPLES, hostile=HOSTILE)
def test_conformance(check: Check) -> None:
    check()
