"""Texts to try the parser on, as `warparse.testing` gives them to everybody."""

from __future__ import annotations

from hypothesis import strategies as st

from warparse.testing.nasty import FRAGMENTS, lines_only, nasty_text, scraped

__all__ = ["FRAGMENTS", "GUILLEMETS", "curved", "lines_only", "scraped", "texts", "unbroken"]

texts = nasty_text

unbroken = st.lists(st.sampled_from([f for f in FRAGMENTS if "&" not in f and "â" not in f]), max_size=20).map(
    "\n".join
)
"""Texts without written-out or broken characters, which stay as they are."""
GUILLEMETS = str.maketrans("“”", "«»")


def is_marked_evenly(text: str) -> bool:
    """Tell whether a text has curved double marks and no others, as many opening as closing ones in every line."""
    lines = text.splitlines()
    return "“" in text and not set(text) & set('«»„"') and all(line.count("“") == line.count("”") for line in lines)


curved = st.lists(
    st.tuples(
        st.sampled_from([f for f in FRAGMENTS if is_marked_evenly(f) or not set(f) & set('“”«»„"')]),
        st.sampled_from(["\n", "\n\n", "\r\n"]),
    ),
    max_size=25,
).map(lambda parts: "".join(map("".join, parts)))
"""Lines with curved double marks in pairs, and no other double marks."""
