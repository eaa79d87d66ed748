"""The hooks: what a plugin may give to warparse, and when it is asked.

Contract: signatures and their meaning, nothing else. An implementation returns a list; one that yields is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warparse.extract.extractor import Extractor, NoiseRule

__all__ = ["GROUP", "hookimpl", "warparse_extractors", "warparse_noise_rules"]

GROUP = "warparse"
"""The entry-point group through which installed plugins are found, and the name of the pluggy project."""
hookimpl = pluggy.HookimplMarker(GROUP)
"""Marks a function of a plugin as the implementation of the hook that it is named after."""
_hookspec = pluggy.HookspecMarker(GROUP)


@_hookspec
def warparse_extractors() -> Sequence[Extractor[Any]]:  # type: ignore[empty-body]
    """Give the plugin's extractors.

    Called once, when the plugin joins a registry, before any document is parsed. Each extractor is then
    called once for every document that holds one of its triggers, after posts, quotes, figures and names
    are known.

    Returns:
        Extractors whose names no other plugin in the registry uses.
    """


@_hookspec
def warparse_noise_rules() -> Sequence[NoiseRule]:  # type: ignore[empty-body]
    """Give rules for boilerplate that the core does not know.

    Called once, when the plugin joins a registry. The rules see every line of a document before it is
    segmented; a line that one of them matches is noise, whatever else speaks for it.

    Returns:
        Rules whose ids no other plugin in the registry uses.
    """
