"""How checks are run, and how a run went.

Contract: loads nothing but attrs, so that pytest can begin with it in any project.
"""

from __future__ import annotations

from typing import Final

from attrs import define

__all__ = ["Settings", "Tally", "settings"]


@define
class Settings:
    """How checks are run where nothing else is said; pytest's options set them."""

    profile: str = "quick"
    """The name of the profile."""
    seed: int = 0
    """What chance begins with."""


settings: Final = Settings()
"""The settings of this process."""


@define
class Tally:
    """How a run of checks went."""

    profile: str
    """The name of the profile."""
    seed: int
    """What chance began with."""
    held: int = 0
    """Checks that hold."""
    failed: int = 0
    """Checks that fail, and declared ones that hold."""
    declared: int = 0
    """Checks that fail as declared."""

    def __str__(self) -> str:
        """Tell it in one line.

        >>> str(Tally("quick", 7, held=20, failed=1, declared=1))
        'warparse checks: 22 ran, 1 failed, 1 failed as declared (profile quick, seed 7)'
        """
        ran = self.held + self.failed + self.declared
        how = f"profile {self.profile}, seed {self.seed}"
        return f"warparse checks: {ran} ran, {self.failed} failed, {self.declared} failed as declared ({how})"
