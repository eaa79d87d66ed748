"""Make `src/warparse/data/currencies.txt` of the currency tables of CLDR, as Babel packs them.

Usage: python benchmarks/currencies.py [--check]; needs Babel (in the extra "dev"). With --check it writes nothing
and exits with 1 where the file differs.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).parents[1] / "src/warparse/data/currencies.txt"
HEAD = (
    "# Currencies: code | digits of its parts | names | signs | states where it is legal tender; a currency of no state\n"
    "# is out of use. Made by benchmarks/currencies.py of the tables of Unicode CLDR, as Babel {version} packs them.\n"
)
SHARED = "$£¥￥"
"""Signs of many currencies, which `data/currency_signs.txt` tells apart."""
NOT_PAID = ("bond", "unit of account", "(same day)", "(next day)", "gold", "silver", "platinum", "palladium", "testing")
PARTS = re.compile(r"\s*[(–].*$|\s*\d{4}.*$")


def territories() -> dict[str, list[str]]:
    """Give the English names of the states that pay with each currency today, by its code."""
    english = Locale("en").territories
    found: dict[str, list[str]] = {}
    for place, periods in sorted(get_global("territory_currencies").items()):
        for code, _, end, tender in periods:
            if end is None and tender and place in english and len(place) == 2:
                name = english[place].removesuffix(" SAR China")
                inner = re.search(r"\((.+)\)", name)
                names = [re.sub(r"\s*\(.+\)", "", name), *([inner[1]] if inner else [])]
                found.setdefault(code, []).extend(each.replace("&", "and") for each in names)
    return found


def signs() -> dict[str, set[str]]:
    """Give the signs of each currency, those that are one character of its own."""
    found: dict[str, set[str]] = {}
    today = {
        place: [code for code, _, end, tender in periods if end is None and tender]
        for place, periods in get_global("territory_currencies").items()
    }
    for identifier in babel.localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        for code in today.get(locale.territory or "", ()):
            sign = locale.currency_symbols.get(code, "")
            if len(sign) == 1 and unicodedata.category(sign) == "Sc" and sign not in SHARED:
                found.setdefault(code, set()).add(sign)
    return found


def lines() -> list[str]:
    """Give the table, line by line, ordered by code."""
    english = Locale("en")
    fractions = get_global("currency_fractions")
    paid, known = territories(), signs()
    made = []
    for code, name in sorted(english.currencies.items()):
        if code.startswith("X") and code not in paid:
            continue
        if any(word in name.lower() for word in NOT_PAID):
            continue
        plural = english._data["currency_names_plural"].get(code, {})  # noqa: SLF001 - Babel shows no plurals
        names = dict.fromkeys(
            PARTS.sub("", each).strip() for each in (plural.get("one"), plural.get("other"), name) if each
        )
        digits = fractions.get(code, fractions["DEFAULT"])[0]
        places = ", ".join(dict.fromkeys(paid.get(code, [])))
        told = ", ".join(list(names)[:2])
        own = ", ".join(sorted(known.get(code, ()))) or "-"
        made.append(f"{code} | {digits} | {told} | {own} | {places or '-'}")
    return made


def main() -> int:
    """Write the table, or check it."""
    text = HEAD.format(version=babel.__version__) + "".join(f"{line}\n" for line in lines())
    if "--check" in sys.argv[1:]:
        same = TARGET.read_text(encoding="utf-8") == text
        print("the table is up to date" if same else "the table differs: run this without --check")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {text.count(chr(10)) - 2} currencies")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
