"""How near a parse comes to what people annotated.

Contract: works on plain data in the interchange format, of any parser; knows no parser itself. A gold record that is
marked `optional` counts neither for nor against, and `KEY_accept` beside a key lists other answers that are right.
"""

from __future__ import annotations

from warparse.scoring.folders import Scores, score_document, score_folder
from warparse.scoring.tally import Tally

__all__ = ["Scores", "Tally", "score_document", "score_folder"]
