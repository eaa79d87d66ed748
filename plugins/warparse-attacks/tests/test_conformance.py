"""Attack counts keep what every extractor promises."""

from __future__ import annotations

import warparse_attacks

from warparse.testing import Check, parametrize_with_checks

EXAMPLES = [
    "Russia launched 131 drones at Ukraine overnight, and 57 of them were shot down, the Ukrainian air force said.",
    "More than 1,234 drones have been launched at Kyiv since the winter, the Ukrainian air force said.",
    "“Two women were killed and at least seven people injured when a missile struck Izium,” Oleh Syniehubov said.",
    "Ukrainian forces shot down 26 of 40 Russian missiles near Odesa.",
]

HOSTILE = (
    "5 drones |killed 5 and 6, |one of them |57 of 90 of |Russia launched 5 drones, |the army said 3 were hurt; "
    "|including two children, |a 4-year-old |5 Ukrainian |at least up to |toll to 5 |of the 5 |(5 |in the city of |by the "
).split("|")


@parametrize_with_checks(warparse_attacks, examples=EXAMPLES, hostile=HOSTILE)
def test_conformance(check: Check) -> None:
    check()
