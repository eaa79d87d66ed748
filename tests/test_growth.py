"""Ten times the text takes about ten times the work, on hostile texts too.

Work is CPU time, the best of several runs; margins are wide, since machines are noisy, and a
quadratic step would take a hundred times, not thirty.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from warparse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

TOO_MUCH = 32
HOSTILE: dict[str, Callable[[int], str]] = {
    "words": lambda n: "word " * n,
    "sentences": lambda n: "The man said it is so. " * (n // 4),
    "quotes": lambda n: "“a” " * n,
    "straight marks": lambda n: '"' * n,
    "single marks": lambda n: "'a " * n,
    "opening marks": lambda n: "“a " * n,
    "cues": lambda n: "“Yes,” he said. " * (n // 4),
    "pronouns": lambda n: "“x” he " * n,
    "bullets": lambda n: "• item\n" * n,
    "brackets": lambda n: "[" * n,
    "links": lambda n: "[a](" * n,
    "capitals": lambda n: "Aaa Bbb " * n,
    "initials": lambda n: "A." * n,
    "letters": lambda n: "a" * (4 * n),
    "glued words": lambda n: "aaBb" * n,
    "times": lambda n: "13.50 " * n,
    "entities": lambda n: "&amp;" * n,
    "mojibake": lambda n: "â€™" * n,
    "lines": lambda n: "Line of text\n" * n,
    "people": lambda n: "President John Smith said no. " * (n // 4),
    "one surname": lambda n: "".join(
        f"Minister A{'bcdefghij'[i % 9]} Smith spoke. Smith left.\n" for i in range(n // 8)
    ),
    "owners": lambda n: "Trump’s " * n,
    "captions": lambda n: "A boat. Photograph: Jane Doe/AFP\n" * (n // 4),
    "headings": lambda n: "A heading of some words here today\n" * (n // 4),
    "posts": lambda n: "The mayor, Ada Lind, said no on Monday.\nUpdated\n" * (n // 8),
    "items": lambda n: (
        "Live: here’s a recap of the latest developments:\n" + "The port was closed again on Friday\n" * (n // 4)
    ),
    "signatures": lambda n: "— A (@b) " * n,
    "joined": lambda n: "Ministry of the " * n,
    "verbs": lambda n: "“a” and ran " * n,
    "relatives": lambda n: "who met Jane Doe, " * n,
    "sayings": lambda n: "said " * n + "“no”",
    "parts": lambda n: "one of the " * n,
    "kinship": lambda n: "“a,” said his " + "aunt’s " * n,
    "nicknames": lambda n: "Jane “Kit” " * n,
    "ministers": lambda n: "Norway’s defence minister said so. Jane Doe said “no”.\n" * (n // 8),
    "openings": lambda n: "“It goes on\n" * n,
}


def work(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        parse(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", HOSTILE)
def test_ten_times_the_text_is_about_ten_times_the_work(name: str) -> None:
    make = HOSTILE[name]
    size = 400
    while work(make(size)) < 0.01 and size < 12_000:  # too little work can't be measured
        size *= 3
    small, large = work(make(size)), work(make(size * 10))
    assert large < max(small, 0.004) * TOO_MUCH
