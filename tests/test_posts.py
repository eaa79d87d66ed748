"""Posts: what is read of each from its lines, and what two words more or less make of it."""

from __future__ import annotations

import pytest

from warparse import BlockKind, Boundary, Post, PostKind, parse

LIVE = """\
Ferry war live: envoys return to the harbour – live

14.22
Summary
Here is a recap of the day so far:
* The port of Odesa was shut on Friday, the mayor said.
* Ferries wait outside, and nobody knows for how long.
* Envoys of both sides return on Monday to the harbour.

13.50
Mayor resigns over harbour mines
Ada Lind
The mayor, Bo Dahl, has resigned over the mines, her office said on Friday in a statement.
“I leave with a clear head,” she told reporters.
Updated at 14.05 BST

13.10
Envoys return to the harbour
By Jean Morel in Odesa and Karl Falk
Envoys of both sides have returned to the harbour, the foreign minister, Nora Haugen, told Reuters on Friday.
Talks begin on Monday.

12.40
Coast guard finds six mines
The coast guard has found six mines off the cape, its chief, Omar Nassar, said on Friday.
"""


def posts(text: str = LIVE) -> tuple[Post, ...]:
    return parse(text).posts


def test_a_post_has_what_its_own_lines_tell() -> None:
    told = [(post.kind, post.heading, post.authors, post.updated) for post in posts()]
    assert told == [
        (PostKind.SUMMARY, "Summary", (), False),
        (PostKind.ENTRY, "Mayor resigns over harbour mines", ("Ada Lind",), True),
        (PostKind.ENTRY, "Envoys return to the harbour", ("Jean Morel", "Karl Falk"), False),
        (PostKind.ENTRY, "Coast guard finds six mines", (), False),
    ]
    assert all(post.boundary is Boundary.MARKED for post in posts())


def test_a_post_holds_its_lines_from_one_time_to_the_next() -> None:
    assert [[block.kind for block in post.blocks][:2] for post in posts()] == [
        [BlockKind.TIMESTAMP, BlockKind.HEADING]
    ] * 4
    lasts = ["return on Monday to the harbour.", "Updated at 14.05 BST", "Talks begin on Monday.", "said on Friday."]
    assert all(post.blocks[-1].text.endswith(last) for post, last in zip(posts(), lasts, strict=True))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        # a list that nothing calls a recap is an entry of its own
        ("Summary\nHere is a recap of the day so far:", "Port shut over mines\nThe mayor said this:", PostKind.ENTRY),
        # the heading alone tells it, and so does what leads in the list
        ("Here is a recap of the day so far:", "It was a long day on the coast, and it is not over.", PostKind.SUMMARY),
        ("Summary\n", "Port shut over mines\n", PostKind.SUMMARY),
    ],
)
def test_a_recap_is_told_by_its_heading_or_by_what_leads_in_its_list(old: str, new: str, kind: PostKind) -> None:
    assert posts(LIVE.replace(old, new))[0].kind is kind


@pytest.mark.parametrize("name", ["Ada Lind", "Omar Nassar"])
def test_a_writer_is_told_once_though_named_twice(name: str) -> None:
    byline = f"By {name} in Odesa\nMayor resigns"
    text = LIVE.replace("13.50\nMayor resigns", f"13.50\n{byline}").replace("\nAda Lind\n", f"\n{name}\n")
    post = next(post for post in posts(text) if post.heading == "Mayor resigns over harbour mines")
    assert post.authors == (name,)
