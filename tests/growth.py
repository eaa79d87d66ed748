"""How the work grows with the text: ten times the text may take about ten times the work.

Work is CPU time: a text is set against ten texts of a tenth of its size. A quadratic step would take a hundred times,
so the margin is wide enough for noisy machines, and one quiet run of several is enough.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

TOO_MUCH = 20
"""Times the work of a text that ten times the text must not take."""
RUNS = 3
UNMEASURABLE = 0.04
"""Seconds below which the clock, which may tick but every few hundredths, tells nothing."""


def is_thorough() -> bool:
    """Tell whether the profile of Hypothesis asks for large texts."""
    return settings().max_examples >= settings.get_profile("thorough").max_examples


def work(read: Callable[[str], object], *texts: str) -> float:
    """Give the CPU seconds that it takes to read some texts; the garbage collector waits meanwhile."""
    gc.disable()
    try:
        start = time.process_time()
        for text in texts:
            read(text)
        return time.process_time() - start
    finally:
        gc.enable()


def grows_evenly(read: Callable[[str], object], make: Callable[[int], str], size: int) -> bool:
    """Tell whether a text costs about as much as ten of a tenth of its size; one quiet run of several is enough."""
    limit = max(work(read, *(make(size) for _ in range(10))), UNMEASURABLE) * TOO_MUCH / 10
    return any(work(read, make(size * 10)) < limit for _ in range(RUNS))
