"""Texts that nobody would write, with what wakes an extractor in them.

Contract: Hypothesis's strategies, drawn from the examples and triggers of one extractor; a law over them fails with
the smallest text that breaks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from warparse.testing.checks.subject import Subject

__all__ = ["odd_texts", "try_on_odd_texts"]

_ODD: Final = (
    *"“”‘’\"'«».,:;?!-–—*_#>|[]()&$€£%/\\0129ÀßıŁ\u0301\u200b\ufeff\u00a0\u202f\u2028\x00\ud800🛶",
    "&amp;",
    "&ldquo;",
    "â€™",
    "…",
    "1,234",
    "one",
    "10.15",
    "5 hours ago",
    "Updated",
    "By Ada Lind",
    "Ada Lind",
    "Share",
    "Sign up to our newsletter",
    "• An item",
    "> Words set apart.",
    "A boat in the harbour. Photograph: Jane Doe/AFP",
    "the mayor said",
    "“We shut the door,” she said.",
)
_BETWEEN: Final = (" ", " ", "", "\n", "\n\n", "\r\n", ". ", ", ", "\t", " and ")


def odd_texts(subject: Subject) -> st.SearchStrategy[str]:
    """Give texts made of pieces of examples, triggers, plain prose, marks and broken characters."""
    triggers = [trigger.removesuffix("*") for trigger in subject.extractor.triggers]
    words = sorted({word for example in subject.examples for word in example.split()})
    pieces = st.one_of(
        st.sampled_from(triggers),
        st.sampled_from(subject.examples),
        st.sampled_from(subject.examples).flatmap(_cut),
        st.sampled_from(words),
        st.sampled_from(_ODD),
        st.sampled_from(subject.plain_sentences),
        st.text(max_size=6),
    )
    parts = st.lists(st.tuples(pieces, st.sampled_from(_BETWEEN)), max_size=24)
    return parts.map(lambda pairs: "".join(map("".join, pairs)))


def _cut(example: str) -> st.SearchStrategy[str]:
    """Cut an example anywhere."""
    return st.integers(0, len(example)).flatmap(lambda at: st.sampled_from([example[:at], example[at:]]))


def try_on_odd_texts(subject: Subject, law: Callable[[str], None]) -> None:
    """Try a law on odd texts, the same ones for the same seed.

    Args:
        subject: whose texts.
        law: raises where a text breaks it.
    """

    @settings(
        max_examples=subject.profile.texts,
        deadline=None,
        database=None,
        derandomize=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @seed(subject.seed)
    @given(odd_texts(subject))
    def each(text: str) -> None:
        law(text)

    each()
