"""Texts to try a parser on: anything at all, and pieces of scraped pages put together at random.

Contract: nothing is promised of these texts; whoever reads them must not fail.
"""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

__all__ = ["FRAGMENTS", "anything", "lines_only", "nasty_text", "scraped"]

FRAGMENTS: Final = (
    "Storm over the harbour as envoys arrive – live",
    "5 hours ago",
    "Updated at 14.22 BST",
    "13.50Ferry sunkThe ferry was sunk at dawn, the navy said.Updated at 14.22 BST",
    "By Ada Lind",
    "Ada Lind",
    "Ada Lind is a reporter for the Harbour Post",
    "The foreign minister, Ada Lind, said the port would reopen on Friday.",
    "“Nobody leaves,” she said. “Not one.”",
    "“It opens here,",
    "and closes there.”",
    "'Single,' he said of the soldiers' mess in the '90s.",
    "«Non», said Jean Morel.",
    '"Straight," Lind told Reuters. "And again.',
    "In a statement, the ministry said:",
    "We have begun to clear the harbour. Our engineers will need ten days.",
    "• One item of a list.",
    "* Another item",
    "1. A numbered item",
    "## A marked heading",
    "> A marked quotation of somebody.",
    "_All of it leaning_",
    "[A link](https://example.org/a)",
    "[](https://example.org/b)",
    "A boat in the harbour of Odesa on 3 March 2025. Photograph: Jane Doe/AFP/Getty Images",
    "A boat in the harbour of Odesa on 3 March 2025.",
    "REUTERS/Jane Doe",
    "[Jane Doe/Reuters]",
    "Sign up to our newsletter",
    "Accept all cookies",
    "Share",
    "|",
    "++ Whale found in the river ++",
    "Read more: The whale’s long journey",
    "Reporting by Ada Lind; Editing by Jean Morel",
    "It’s 8pm in Kyiv. Here’s a recap of the latest developments:",
    "&ldquo;Mended,&rdquo; said Ada Lind &amp; others.",
    "Itâ€™s broken.",
    "Zero\u200bwidth and\u00a0hard spaces",
    "\ufeff",
    "\u200b",
    "???",
    "— Ada Lind (@ada) May 8, 2022",
)
"""Lines of pages, whole and broken."""

_SEPARATORS: Final = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "", "\u2028", "\n \n", "\x0b"])
scraped: Final = st.lists(st.tuples(st.sampled_from(FRAGMENTS), _SEPARATORS), max_size=25).map(
    lambda parts: "".join(map("".join, parts))
)
"""Lines of pages in any order, parted by anything that parts lines."""
anything: Final = st.text(max_size=200) | st.text(alphabet="“”‘’\"'«».:,•*_[]()|AaBb1 \n", max_size=120)
"""Any characters, and many marks."""
_SURROGATES: Final = st.text(alphabet=st.characters(categories=["Cs", "Lu", "Ll", "Zs", "Cc"]), max_size=40)
nasty_text: Final = scraped | anything | _SURROGATES
"""All of these."""
lines_only: Final = st.lists(st.sampled_from([f for f in FRAGMENTS if f.strip()]), min_size=1, max_size=20)
"""Lines of pages, not yet joined."""
