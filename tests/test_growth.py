"""Ten times the text takes about ten times the work, on hostile texts too.

The sizes follow the profile of Hypothesis: `quick` measures tenths of a second; `thorough` seconds, up to a million
marks and a line of ten megabytes. How work is measured is told in `growth`.
"""

from __future__ import annotations

import gc
from itertools import count, islice, product
from typing import TYPE_CHECKING

import pytest

from growth import grows_evenly, is_thorough, work
from samples import LIVE
from warparse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def words() -> Iterator[str]:
    """Give words that are all different, capitals first: Baba, Babe, Babi..."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
    return ("".join(parts).capitalize() for length in count(2) for parts in product(syllables, repeat=length))


FRESH = words()


def each(pattern: str, n: int) -> str:
    """Repeat a pattern with a word at its # that was never used before, so that nothing is remembered of it."""
    return "".join(pattern.replace("#", word) for word in islice(FRESH, n))


HOSTILE: dict[str, Callable[[int], str]] = {
    # -- one mark, over and over
    "straight marks": lambda n: '"' * n,
    "opening marks alone": lambda n: "“" * n,
    "closing marks alone": lambda n: "”" * n,
    "marks of nothing": lambda n: "“”" * n,
    "apostrophes": lambda n: "'" * n,
    "curved apostrophes": lambda n: "’" * n,
    "apostrophes apart": lambda n: "' " * n,
    "asterisks": lambda n: "*" * n,
    "underscores": lambda n: "_" * n,
    "hashes": lambda n: "#" * n,
    "bars": lambda n: "|" * n,
    "hyphens": lambda n: "-" * n,
    "dashes": lambda n: "—" * n,
    "less-than signs": lambda n: "<" * n,
    "greater-than signs": lambda n: ">" * n,
    "ampersands": lambda n: "&" * n,
    "brackets": lambda n: "[" * n,
    "bullets in a row": lambda n: "•" * n,
    "digits": lambda n: "1" * n,
    "dots": lambda n: "." * n,
    "digits and dots": lambda n: "1." * n,
    "thousands": lambda n: "1,000" * n,
    "letters": lambda n: "a" * (4 * n),
    "initials": lambda n: "A." * n,
    # -- what is invisible, broken or written out
    "blank lines": lambda n: "\n" * n,
    "blank lines between": lambda n: "Storm." + "\n" * n + "Calm.",
    "lines of a space": lambda n: " \r\n" * n,
    "spaces": lambda n: f"a{' ' * n}b",
    "no width": lambda n: "\u200b" * n,
    "no width between": lambda n: "a\u200b" * n,
    "byte order marks": lambda n: "\ufeff" * n,
    "accents": lambda n: "e" + "\u0301" * n,
    "lone surrogates": lambda n: "\ud800" * n,
    "control characters": lambda n: "a\x00\x01" * n,
    "entities": lambda n: "&amp;" * n,
    "entities of marks": lambda n: "&ldquo;a&rdquo; " * n,
    "entities of entities": lambda n: f"&{'amp;' * n}",
    "mojibake": lambda n: "â€™" * n,
    "mojibake in words": lambda n: "Itâ€™s so. " * n,
    "mojibake in lines": lambda n: "Itâ€™s so.\n" * (n // 4),
    # -- Markdown
    "links never closed": lambda n: "[a](" * n,
    "links": lambda n: "[a](b) " * n,
    "emphasis never closed": lambda n: "*a _b " * n,
    "emphasis": lambda n: "*a* _b_ **c** " * n,
    "table": lambda n: "| a | b |\n" * (n // 4),
    "marked quotations": lambda n: "> a\n" * (n // 4),
    "marked headings": lambda n: "# a\n" * (n // 4),
    # -- quotes and who says them
    "quotes": lambda n: "“a” " * n,
    "quotes in other marks": lambda n: "«a» „b“ ‘c’ " * n,
    "single marks": lambda n: "'a " * n,
    "opening marks": lambda n: "“a " * n,
    "openings": lambda n: "“It goes on\n" * (n // 4),
    "cues": lambda n: "“Yes,” he said. " * (n // 4),
    "cues of everybody": lambda n: each("“No,” said # Lind.\n", n // 4),
    "pronouns": lambda n: "“x” he " * n,
    "verbs": lambda n: "“a” and ran " * n,
    "sayings": lambda n: "said " * n + "“no”",
    "lead-ins": lambda n: "He said:\n" * (n // 4),
    "kinship": lambda n: "“a,” said his " + "aunt’s " * n,
    "nicknames": lambda n: "Jane “Kit” " * n,
    "signatures": lambda n: "— A (@b) " * n,
    "a long quote and its words": lambda n: f"“{'a c ' * (4 * n)},” said Jane Doe.\n" + "“a b” was told.\n" * n,
    "who spoke long ago": lambda n: "Jane Doe spoke.\n" + "Someone went.\n" * (n // 2) + "“No,” he said.\n" * (n // 2),
    "broken sentences": lambda n: "The mayor said that the\nport would be\n" * (n // 4),
    # -- names
    "capitals": lambda n: "Aaa Bbb " * n,
    "names": lambda n: each("# ", n),
    "names and surnames": lambda n: each("# Lind, ", n),
    "people": lambda n: "President John Smith said no. " * (n // 4),
    "one surname": lambda n: each("Minister # Smith spoke. Smith left.\n", n // 8),
    "ministers": lambda n: "Norway’s defence minister said so. Jane Doe said “no”.\n" * (n // 8),
    "owners": lambda n: "Trump’s " * n,
    "joined": lambda n: "Ministry of the " * n,
    "relatives": lambda n: "who met Jane Doe, " * n,
    "parts": lambda n: "one of the " * n,
    "writers": lambda n: f"Storm\n\nBy {each('# Lind, ', n)}",
    # -- lines and what stands in them
    "words": lambda n: "word " * n,
    "sentences": lambda n: "The man said it is so. " * (n // 4),
    "glued words": lambda n: "aaBb" * n,
    "glued sentences": lambda n: "it ended.Then " * n,
    "lines": lambda n: "Line of text\n" * (n // 4),
    "short lines": lambda n: "a\n" * (n // 4),
    "lines all different": lambda n: each("The # was closed on Friday, and nobody came.\n", n // 4),
    "headings": lambda n: "A heading of some words here today\n" * (n // 4),
    "headings all different": lambda n: each("# closed on Friday\n\n", n // 4),
    "posts": lambda n: "The mayor, Ada Lind, said no on Monday.\nUpdated\n" * (n // 8),
    "bullets": lambda n: "• item\n" * (n // 4),
    "bare bullets": lambda n: "•\n" * (n // 4),
    "bullets in one line": lambda n: "• item " * n,
    "numbered items": lambda n: "".join(f"{number}. item\n" for number in range(n // 4)),
    "items": lambda n: (
        "Live: here’s a recap of the latest developments:\n" + "The port was closed again on Friday\n" * (n // 4)
    ),
    "times": lambda n: "13.50 " * n,
    "lines of times": lambda n: "13.50\n" * (n // 4),
    "days": lambda n: "Tue 25 Feb 2025 12.01 GMT " * n,
    "stamps": lambda n: "Tue 25 Feb 2025 12.01 GMT\n5 hours ago\n" * (n // 8),
    "glued stamps": lambda n: "13.50Ferry sunk. The ferry was sunk.Updated at 14.22 BST" * (n // 4),
    "marks of updates": lambda n: "Updated\n" * (n // 4),
    # -- captions
    "captions": lambda n: "A boat. Photograph: Jane Doe/AFP\n" * (n // 4),
    "captions all different": lambda n: each("A boat near # harbour on Friday. Photograph: # Doe/AFP\n", n // 4),
    "captions without credits": lambda n: each("A boat near # harbour on 3 March 2025.\n", n // 4),
    "captions twice": lambda n: each(
        "A boat off # on Friday.\nA boat off # on Friday. Photograph: Jane Doe/AFP\n", n // 8
    ),
    "captions cut": lambda n: each("A boat near the harbour of #…\nA boat near the harbour of # on Friday.\n", n // 8),
    "one caption’s credits": lambda n: f"Photograph: Jane Doe{'/AFP' * n}",
}
NESTED = {"(": ")", "[": "]", "«": "»", "“": "”", "<": ">"}


@pytest.fixture(scope="module", autouse=True)
def tidied() -> Iterator[None]:
    """Keep what other tests left out of the garbage collector's sight, so that it costs each text what that text leaves."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("name", HOSTILE)
def test_ten_times_the_text_is_about_ten_times_the_work(name: str) -> None:
    make = HOSTILE[name]
    enough, most = (0.1, 100_000) if is_thorough() else (0.004, 6_000)
    size = 400
    while size < most and work(parse, make(size)) < enough:
        size = min(size * 2, most)
    assert grows_evenly(parse, make, size)


def test_one_long_line_is_read_in_a_time_like_its_length() -> None:
    line = f"{' '.join(LIVE.split())} "
    size = (1_000_000 if is_thorough() else 200_000) // len(line)
    assert grows_evenly(parse, lambda n: line * n, size)


@pytest.mark.parametrize("opening", NESTED)
def test_a_hundred_thousand_nested_brackets_are_read(opening: str) -> None:
    def nest(depth: int) -> str:
        return f"{opening * depth}a{NESTED[opening] * depth}"

    assert grows_evenly(parse, nest, 10_000)


@pytest.mark.parametrize("opening", NESTED)
def test_brackets_nested_around_words_are_read(opening: str) -> None:
    def nest(depth: int) -> str:
        return f"{f'{opening}word ' * depth}{f'word{NESTED[opening]} ' * depth}"

    assert grows_evenly(parse, nest, 10_000 if is_thorough() else 600)
