"""Pictures of a page: the image, its caption and its credit.

Contract: an image's address and alternative text are noted beside the caption that the text holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from warparse.model import BlockKind
from warparse.testing.lines import Credit, Line, Shown
from warparse.testing.page.nodes import build
from warparse.testing.settings import Setting, caption_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warparse.testing.page.composer import Composer
    from warparse.testing.page.nodes import Node
    from warparse.testing.plan import Picture

__all__ = ["make_figure"]


def make_figure(page: Composer, picture: Picture, number: int | None) -> Iterator[Node]:
    """Make a picture with its caption and credit.

    Args:
        page: the page that it stands on.
        picture: the picture.
        number: the post that it stands in; None outside all posts.
    """
    frame = page.style.frame
    name = "-".join(re.findall(r"[a-z]+", picture.caption.lower())[:4])
    url, small = f"/img/{name}-1200.jpg", f"/img/{name}-20.jpg"
    alt = f"{picture.caption.split(' on ')[0].rstrip('.')} (picture)" if frame.alt else ""
    image = build(frame.image.format(url=url, small=small, alt=alt))
    label = (build("span.visually-hidden", frame.label),) if frame.label else ()
    yield build(frame.figure, image, *label, *_captions(page, picture, number))
    site = page.url[: page.url.index("/", len("https://"))]
    page.images.append({"caption": picture.caption, "image": f"{site}{url}", "alt": alt or None})


def _captions(page: Composer, picture: Picture, number: int | None) -> Iterator[Node]:
    frame = page.style.frame
    lines = _lines_of(picture, number, "own line" if frame.apart else frame.form)
    text = page.write(lines[0])
    if len(lines) > 1:
        yield build(frame.caption, text)
        yield build(frame.credit, page.write(lines[1]))
    elif frame.credit:
        words = len(picture.caption)
        yield build(frame.caption, f"{text[:words]} ", build(frame.credit, text[words:].strip()))
    else:
        yield build(frame.caption, text)


def _lines_of(picture: Picture, number: int | None, form: str) -> list[Line]:
    if form != "bare":
        return list(caption_lines(picture, number, Setting(credit=form)))
    credit = Credit("/".join((*picture.photographers, *picture.agencies)))
    return [Line(BlockKind.CAPTION, (Shown(picture.caption), " ", credit), number, picture=picture)]
