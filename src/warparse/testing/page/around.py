"""What sites put around articles and between their paragraphs: menus, teasers, comments, scripts, what nobody sees.

Contract: nothing here is part of an article; the words come from `data/page_furniture.txt`. `piece` gives a thing by
its name, the same every time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from warparse.testing.page.nodes import Node, Raw, build
from warparse.testing.words import pool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from warparse.testing.page.nodes import Content

__all__ = ["PIECES", "listed", "piece", "words_of"]


@cache
def words_of(part: str) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a part of the furniture."""
    rows = (tuple(cell.strip() for cell in line.split(" | ")) for line in pool("page_furniture"))
    return tuple(row[1:] for row in rows if row[0] == part)


def listed(path: str, words: tuple[str, ...], entry: str = "li>a[href=/more]") -> Node:
    """Make a list of links or buttons."""
    return build(path, *(build(entry, word) for word in words))


def piece(name: str) -> Content:
    """Give one of `PIECES`."""
    return PIECES[name]()


def _cards() -> Node:
    """Teasers that look like entries: each an article with a time."""
    cards = [
        build(
            "article.card",
            build("h3>a[href=/story]", headline),
            build("time[datetime=2024-01-01T08:00:00+00:00]", "2 hours ago"),
            build("p", told),
        )
        for headline, told in words_of("card")
    ]
    return build("section.more-stories", build("h2", "More stories"), *cards)


def _comments() -> Node:
    """Readers' comments: each with a name, a time and prose."""
    told = [
        build(
            f"div.comment#comment-{number}",
            build("b.comment-name", name),
            build("time[datetime=2024-01-01T08:00:00+00:00]", "1 hour ago"),
            build("p", words),
        )
        for number, (name, words) in enumerate(words_of("comment"), 1)
    ]
    return build("section.comments", build("h2", "Comments"), *told)


def _row(part: str) -> tuple[str, ...]:
    return words_of(part)[0]


def _related() -> Node:
    return build("aside.related-stories", build("h4", "Related"), listed("ul", _row("related")))


def _newsletter() -> Node:
    name, plea = _row("newsletter")
    return build("div.newsletter-signup", build("h4", name), build("p", plea), build("button", "Sign up"))


def _player() -> Node:
    name, length = _row("player")
    return build("div.audio-player", build("button", name), build("span", length))


PIECES: Final[Mapping[str, Callable[[], Content]]] = {
    "script": lambda: Raw("<script>window.ads = window.ads || []; if (1 < 2) { ads.push('<p>now</p>') }</script>"),
    "style": lambda: Raw("<style>.story > p { margin: 0 }</style>"),
    "comment": lambda: Raw("<!-- <p>An older text of this paragraph</p> -->"),
    "template": lambda: Raw("<template><p>Loading the next update</p></template>"),
    "noscript": lambda: Raw('<noscript><img src="/pixel.gif" alt="A pixel that counts readers"></noscript>'),
    "frame": lambda: Raw('<iframe src="/map" title="A map of the front"></iframe>'),
    "drawing": lambda: Raw('<svg width="9" height="9"><title>Arrow</title><path d="M0 0h9"/></svg>'),
    "hidden": lambda: build("div[hidden]>p", "This paragraph is shown to subscribers of the app alone."),
    "unseen": lambda: build("p[style=display:none]", "This browser is too old to show the map of the front."),
    "advert": lambda: listed("div.advert", _row("advert"), "p"),
    "newsletter": _newsletter,
    "related": _related,
    "player": _player,
    "cards": _cards,
    "comments": _comments,
    "crumbs": lambda: listed("ol.breadcrumbs", _row("crumbs")),
    "ticker": lambda: build(
        "div[role=complementary]", build("b", _row("ticker")[0]), build("a[href=/t]", _row("ticker")[1])
    ),
    "read": lambda: build("aside", build("h2", _row("read")[0]), listed("ol", _row("read")[1:])),
    "login": lambda: listed("form[action=/login]", _row("login"), "button"),
    "skip": lambda: listed("div.skip-links", _row("skip"), "a[href=#main]"),
}
"""What may stand around an article and in it."""
