"""Layouts: how a site sets a page, what it puts around the article, and what a scraper does to both.

Contract: frozen values. A layout is a setting (`settings`), a site's furniture (`chrome`) and a scraper's damage
(`damage`), in this order; each part can be taken from one layout and put into another with `attrs.evolve`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from warparse.testing import damage
from warparse.testing.chrome import Chrome, part
from warparse.testing.settings import CURLY, MARKS, Marks, Setting
from warparse.testing.words import table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from warparse.testing.choose import Chooser

__all__ = ["FAMILIES", "Layout", "make_layout"]

_BARE: Final = Chrome()


@frozen
class Layout:
    """One way from a plan to the text that a scraper leaves."""

    name: str
    """The family's name."""
    setting: Setting
    """How the site sets the page."""
    chrome: Chrome = _BARE
    """What it puts around the article."""
    damage: tuple[damage.Damage, ...] = ()
    """What the scraper does to the page, in order."""

    def marked(self, marks: Marks) -> Layout:
        """Give the same layout with other quotation marks."""
        return evolve(self, setting=evolve(self.setting, marks=marks))


def make_layout(chooser: Chooser, name: str | None = None) -> Layout:
    """Make a layout.

    Args:
        chooser: who chooses what a family leaves open: sites, numbers of copies, links.
        name: one of `FAMILIES`; None for any.

    Raises:
        KeyError: there is no such family.
    """
    name = name or chooser.pick(tuple(FAMILIES))
    return evolve(FAMILIES[name](chooser), name=name)


def _live_blog(chooser: Chooser) -> Layout:
    setting = Setting(
        gap="\n\n", stamp="Tue 11 Mar 2025 19.40 GMT", names="signed", updated="Updated", credit="photograph"
    )
    inside = part("keyevents") if chooser.flag(0.5) else ()
    chrome = Chrome(inside=inside, bottom=_tags(chooser))
    return Layout("", setting, chrome, (damage.RepeatCaptions(1),))


def _aggregator(chooser: Chooser) -> Layout:
    setting = Setting(gap="\n\n", bullet="  • ", names="", page_byline="now", updated="Updated", credit="photograph")
    chrome = Chrome(top=part("app"), bottom=part("appfoot"), site_on_top=True)
    return Layout("", setting, chrome, (damage.RepeatCaptions(chooser.number(0, 2)),))


def _one_line_paragraphs(chooser: Chooser) -> Layout:
    setting = Setting(names="", credit="photograph")
    lost = (damage.LoseTitle(),) if chooser.flag(0.5) else ()
    damages = (*lost, damage.LoseBullets(), damage.GlueItems(chooser.number(2, 4)))
    return Layout("", setting, Chrome(), damages)


def _newspaper(chooser: Chooser) -> Layout:
    pleas = part("plea")
    chrome = Chrome(top=pleas[:3], under=pleas[3:], bottom=(*part("comments")[:1], pleas[0]))
    return Layout("", Setting(names="", mark="", credit="photograph", recaps=chooser.flag(0.5)), chrome)


def _teasers(chooser: Chooser) -> Layout:
    teasers = part("teaser")
    inside = tuple(chooser.sample(teasers, 3))
    return Layout(
        "",
        Setting(live=False, gap="\n\n", subheads=False),
        Chrome(inside=inside, scattered=True),
        (damage.LoseTitle(),),
    )


def _whole_page(chooser: Chooser) -> Layout:
    menu = part("menu")
    chrome = Chrome(
        top=menu[: chooser.number(6, len(menu))],
        under=part("share"),
        inside=part("list"),
        bottom=part("foot"),
        headline_on_top=True,
    )
    setting = Setting(live=False, stamp="Published On 16 Feb 2025", page_byline="by", credit="brackets")
    return Layout("", setting, chrome, (damage.BreakAtLinks(chooser.number(2, 4)),))


def _crawler(chooser: Chooser) -> Layout:
    setting = Setting(
        stamp_first=True,
        stamp="Issued on: 14/01/2026 - 06:12",
        names="",
        bullet="* ",
        marks=MARKS["straight"],
        credit="photo",
    )
    return Layout("", setting, Chrome(top=part("cookies")), (damage.Markdown(chooser.number(2, 4)),))


def _wire(chooser: Chooser) -> Layout:
    setting = Setting(
        live=False,
        bullet="* ",
        key_points=True,
        dateline=chooser.pick(("(Reuters) -", "(AP) —", "(AFP) -")),
        credit=chooser.pick(("capitals", "own line")),
        reporting=True,
        subheads=False,
        marks=MARKS["straight"],
    )
    return Layout("", setting, Chrome(bottom=(*part("licence"), *part("below"))))


def _one_line(chooser: Chooser) -> Layout:
    setting = Setting(
        live=False,
        page_byline="by",
        stamp="Updated 28 January 2025 17:40",
        dateline="(Reuters) -",
        standfirst=False,
        subheads=False,
        pictures=False,
    )
    chrome = Chrome(bottom=part("foot")[-1:]) if chooser.flag(0.5) else Chrome()
    return Layout("", setting, chrome, (damage.LoseLineBreaks(),))


def _glued(chooser: Chooser) -> Layout:
    setting = Setting(gap="\n\n", mark="stamp", names="", updated="Updated at {time} BST", pictures=False)
    return Layout("", setting, Chrome(), (damage.LoseBullets(), damage.GluePosts(chooser.number(2, 5))))


def _inline_stamps(chooser: Chooser) -> Layout:
    setting = Setting(mark="dated", names="", tweets=True, headings=chooser.flag(0.3), pictures=False)
    return Layout("", setting, Chrome(bottom=part("comments")[1:]), (damage.LoseBullets(),))


def _carousel(chooser: Chooser) -> Layout:
    setting = Setting(
        live=False,
        stamp="Updated 28 January 2025 17:40",
        page_byline="by",
        dateline="(AP) —",
        credit="paren",
        marks=MARKS["american"],
        subheads=False,
    )
    chrome = Chrome(top=part("frog"), under=part("share")[:1])
    return Layout("", setting, chrome, (damage.Scatter(chooser.number(2, 4)),))


def _marks(chooser: Chooser) -> Layout:
    marks = chooser.pick(tuple(mark for mark in MARKS.values() if mark is not CURLY))
    return Layout("", Setting(live=False, gap=chooser.pick(("\n", "\n\n")), page_byline="by", marks=marks))


def _tags(chooser: Chooser) -> tuple[tuple[str, str], ...]:
    return (("tags", chooser.pick(table("places")["tag"])),) if chooser.flag(0.5) else ()


FAMILIES: Final[Mapping[str, Callable[[Chooser], Layout]]] = {
    "live blog": _live_blog,
    "aggregator": _aggregator,
    "paragraph a line": _one_line_paragraphs,
    "newspaper live": _newspaper,
    "teasers": _teasers,
    "whole page": _whole_page,
    "crawler markdown": _crawler,
    "wire": _wire,
    "one line": _one_line,
    "glued posts": _glued,
    "inline stamps": _inline_stamps,
    "carousel": _carousel,
    "quotation marks": _marks,
}
"""The layout families, each a maker of layouts."""
