"""The kit: documents with known truth, checks that extractors keep their promises, and scores.

Contract: needs the extra `warparse[testing]`; the core never imports it. Names are loaded when they are first asked
for, since pytest begins with this package in every project.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warparse.testing.checks.subject import CheckError, NotApplicableError
    from warparse.testing.conformance import Check, check_extractor, parametrize_with_checks
    from warparse.testing.families import FAMILIES, Layout
    from warparse.testing.page.families import PAGE_FAMILIES
    from warparse.testing.page.kept import keep
    from warparse.testing.page.rendering import RenderedPage, pages, render_page
    from warparse.testing.page.style import PageStyle
    from warparse.testing.rendering import Rendered, documents, render
    from warparse.testing.scoring import assert_scores
    from warparse.testing.strategies import (
        Phrase,
        articles,
        attack_phrases,
        figures,
        layouts,
        meeting_phrases,
        money_phrases,
        page_styles,
        quotes,
        rendered_articles,
        rendered_pages,
        scraped_text,
        sentences,
    )
    from warparse.testing.tally import Tally
    from warparse.testing.transform import TRANSFORMS

__all__ = [
    "FAMILIES",
    "PAGE_FAMILIES",
    "TRANSFORMS",
    "Check",
    "CheckError",
    "Layout",
    "NotApplicableError",
    "PageStyle",
    "Phrase",
    "Rendered",
    "RenderedPage",
    "Tally",
    "articles",
    "assert_scores",
    "attack_phrases",
    "check_extractor",
    "documents",
    "figures",
    "keep",
    "layouts",
    "meeting_phrases",
    "money_phrases",
    "page_styles",
    "pages",
    "parametrize_with_checks",
    "quotes",
    "render",
    "render_page",
    "rendered_articles",
    "rendered_pages",
    "scraped_text",
    "sentences",
]

_LATE = {
    "FAMILIES": "families",
    "PAGE_FAMILIES": "page.families",
    "TRANSFORMS": "transform",
    "Check": "conformance",
    "CheckError": "checks.subject",
    "Layout": "families",
    "NotApplicableError": "checks.subject",
    "PageStyle": "page.style",
    "Phrase": "strategies",
    "Rendered": "rendering",
    "RenderedPage": "page.rendering",
    "Tally": "tally",
    "articles": "strategies",
    "assert_scores": "scoring",
    "attack_phrases": "strategies",
    "check_extractor": "conformance",
    "documents": "rendering",
    "figures": "strategies",
    "keep": "page.kept",
    "layouts": "strategies",
    "meeting_phrases": "strategies",
    "money_phrases": "strategies",
    "page_styles": "strategies",
    "pages": "page.rendering",
    "parametrize_with_checks": "conformance",
    "quotes": "strategies",
    "render": "rendering",
    "render_page": "page.rendering",
    "rendered_articles": "strategies",
    "rendered_pages": "strategies",
    "scraped_text": "strategies",
    "sentences": "strategies",
}
"""Where each name comes from."""


def __getattr__(name: str) -> object:
    """Give a name of a module that is not loaded yet."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = import_module(f"warparse.testing.{_LATE[name]}")
    except ModuleNotFoundError as error:
        if error.name not in ("hypothesis", "pytest"):
            raise
        raise ImportError(f"{__name__}.{name} needs {error.name}: pip install 'warparse[testing]'") from error
    globals()[name] = found = getattr(module, name)
    return found
