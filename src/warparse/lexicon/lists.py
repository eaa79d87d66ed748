"""Word lists: data files of one entry a line, read once.

Contract: a list lives in `warparse/data/NAME.txt`; a line that starts with "#" is a comment, the
first of which says where the list comes from; an entry may be a pair, its parts divided by " | ".
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["read_list", "read_pairs"]


@cache
def read_list(name: str) -> tuple[str, ...]:
    """Give the entries of the list `data/NAME.txt`, in file order.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = files("warparse").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def read_pairs(name: str) -> tuple[tuple[str, str], ...]:
    """Give the entries of a list of pairs ("left | right"), in file order.

    Raises:
        FileNotFoundError: there is no such list.
        ValueError: a line is no pair.
    """
    pairs = []
    for line in read_list(name):
        left, divider, right = line.partition(" | ")
        if not divider:
            raise ValueError(f"data/{name}.txt: {line!r} is no pair: write 'left | right'")
        pairs.append((left.strip(), right.strip()))
    return tuple(pairs)
