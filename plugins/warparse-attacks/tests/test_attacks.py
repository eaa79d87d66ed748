"""Attack counts: days, and what holds of every record. What is read in which text stands in `fixtures/`."""

from __future__ import annotations

from datetime import date

import warparse_attacks
from hypothesis import given, settings
from hypothesis import strategies as st
from warparse_attacks import Attack

import warparse
from warparse.extract import Registry

REGISTRY = Registry.of(warparse_attacks)


def read(text: str, published: date | None = None) -> tuple[Attack, ...]:
    article = warparse.parse(text, registry=REGISTRY, published=published)
    assert not article.problems
    return article.fields["attacks"]


def test_days_are_resolved_where_the_day_of_the_text_is_known() -> None:
    text = "Two people were killed in shelling in Sumy on Monday."
    (attack,) = read(text, date(2025, 2, 26))
    assert (attack.when, attack.date_start, attack.date_end) == ("on Monday", date(2025, 2, 24), date(2025, 2, 24))
    (attack,) = read(text)
    assert (attack.when, attack.date_start, attack.date_end) == ("on Monday", None, None)


PIECES = (
    "drones|missiles|people|soldiers|tanks|villages|explosions|air strikes|57|two|a dozen|at least|up to|another|of which"
    "|of them|of|were|killed|shot down|launched|hit|wounded|lost|captured|and|,|.|;|:|over|in|Kyiv|the Bryansk region"
    "|Russia|Ukrainian|the enemy|its forces|the ministry said|according to police|including|by|with|who|the death toll"
    "|rose to|“|”| |\n|\n\n|(|)|-|in- jured"
)
texts = st.text(max_size=150) | st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map(" ".join)


@settings(deadline=None, derandomize=True)
@given(texts)
def test_a_record_tells_a_count_of_something(text: str) -> None:
    for attack in read(text):
        assert attack.object == attack.object.lower().strip() != ""
        assert attack.count_min is not None or attack.count_max is not None
        assert None in (attack.count_min, attack.count_max) or attack.count_min <= attack.count_max  # type: ignore[operator]
        assert (attack.date_start is None) == (attack.date_end is None)
