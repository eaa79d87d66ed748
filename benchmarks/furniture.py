"""Menus and footers of no site in particular, to put around annotated documents that are learnt from.

A dump of a whole page holds its menu, and no sample of documents holds every menu. What the weights must learn is
that such lines above and below leave the article as it is.
"""

from __future__ import annotations

from random import Random
from typing import Any, Final

__all__ = ["put_furniture"]

_SECTIONS: Final = (
    "Home|News|World|Politics|Business|Economy|Sport|Sports|Opinion|Culture|Lifestyle|Video|Videos|Photos|Podcasts|Weather|Travel|Tech|Science"
    "|Health|Education|Environment|Europe|Asia|Africa|Americas|Middle East|Latin America|Asia-Pacific|Ukraine|War in Ukraine|Israel-Gaza war"
    "|US & Canada|UK|US|India|China|Markets|Investigations|In Depth|Fact check|Long reads|Editorials|Letters|Columns|Obituaries|Arts|Books|Film"
    "|Music|TV & radio|Food|Fashion|Money|Property|Cars|Games|Crosswords|Puzzles|Live|Live TV|Radio|Newsletters|Events|Magazine|E-paper|Archive"
    "|Topics|Regions|Defence|Security|Diplomacy|Energy|Climate|Society|Law|Crime|Local|National|International|Features|Interviews|Explainers"
    "|Multimedia|Galleries|Cartoons|Jobs|Shop|Advertise|Search|Menu|Close|More|Sections|Latest|Trending|Most read|For you|My account|Sign in"
    "|Log in|Register|Subscribe|Support us|Donate|Skip to content|Skip to main content|Skip to navigation|English|Français|Español|Русский"
    "|Українська|العربية|中文|Türkçe|Dark mode|Newsletter|Premium|Breaking news|Today's paper|Print edition|Search this site"
).split("|")
_FOOTERS: Final = (
    "About us|Contact us|Contact|Privacy policy|Cookie policy|Terms of use|Terms and conditions|Advertise with us|Careers|Work with us|Help|FAQ"
    "|Sitemap|Accessibility|Complaints and corrections|Corrections|Modern slavery statement|Ethics|Imprint|RSS|Facebook|X|Twitter|Instagram|YouTube"
    "|Telegram|LinkedIn|TikTok|WhatsApp|Follow us|Our apps|Download our app|All rights reserved|Do not sell my information|Manage cookies"
    "|Syndication|Licensing|Back to top|Newsletters|Archive|Editorial standards"
).split("|")


def put_furniture(text: str, gold: dict[str, Any], name: str) -> tuple[str, dict[str, Any]]:
    """Put a menu in front of an annotated document, and a footer behind it.

    Args:
        text: the document.
        gold: its annotation in the interchange format.
        name: what to call it; the same name gives the same furniture.

    Returns:
        The page and its annotation.
    """
    chance = Random(name)  # noqa: S311 - no secret
    newline = "\r\n" if "\r\n" in text else "\n"
    menu = _lay_out(_SECTIONS, chance, newline) + newline * chance.choice((1, 2, 2, 3))
    footer = newline * chance.choice((1, 2, 3)) + _lay_out(_FOOTERS, chance, newline)
    page = menu + text.rstrip("\r\n") + footer + newline
    shift, around = len(menu), {"kind": "noise", "post": None, "reason": "navigation"}
    blocks = [{**around, "start": 0, "end": shift}, *(_moved(each, shift) for each in gold["blocks"])]
    blocks.append({**around, "start": blocks[-1]["end"], "end": len(page)})
    return page, {**gold, "blocks": blocks, "posts": [_moved(each, shift) for each in gold["posts"]]}


def _moved(record: dict[str, Any], shift: int) -> dict[str, Any]:
    return {**record, "start": record["start"] + shift, "end": record["end"] + shift}


def _lay_out(words: list[str], chance: Random, newline: str) -> str:
    """Write a menu as some scraper would leave it."""
    items = chance.sample(words, chance.randint(2, min(40, len(words))))
    style = chance.choice(("lines", "lines", "lines", "capitals", "bars", "bullets", "links", "loose", "spaces"))
    if style == "capitals":
        return newline.join(item.upper() for item in items)
    if style in ("bars", "spaces"):
        return chance.choice((" | ", " · ", " / ", "|") if style == "bars" else (" ", "  ")).join(items[:12])
    if style == "bullets":
        mark = chance.choice(("• ", "* ", "- ", "+ "))
        return newline.join(mark + item for item in items)
    if style == "links":
        return newline.join(f"* [{item}](https://site.example/{number})" for number, item in enumerate(items))
    return (newline * 2 if style == "loose" else newline).join(items)
