"""Texts to try the parser on, as `warparse.testing` gives them to everybody."""

from __future__ import annotations

from warparse.testing.nasty import FRAGMENTS, lines_only, nasty_text, scraped

__all__ = ["FRAGMENTS", "lines_only", "scraped", "texts"]

texts = nasty_text
