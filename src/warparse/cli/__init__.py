"""The command `warparse`.

Contract: whatever is wrong is told in one line on standard error, never by a traceback. The exit
status is 0; 1 where some of several documents failed; 2 where the call or its only document is at fault.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit status.

    Args:
        arguments: what follows the command's name; the process's own where None.
    """
    missing = [name for name in ("click", "rich") if find_spec(name) is None]
    if missing:
        sys.stderr.write(f"warparse: the command line needs {' and '.join(missing)}: pip install 'warparse[cli]'\n")
        sys.exit(2)
    from warparse.cli.app import run

    sys.exit(run(arguments))
