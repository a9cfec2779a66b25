"""What two parallel sentences tell differently, typed, with the words on both sides.

The words of both are aligned (Levenshtein over folded words).  A block that is replaced is a difference only
if both sides hold values of one measure that cannot both be true, places of which neither contains the other,
two persons, or two ends of a pair of opposites; a negation that only one side has is one too.  Everything
else is wording.
"""

from __future__ import annotations

from consistency.differences.registry import READERS, differences
from consistency.differences.shape import Contrast, Difference, Field, View
from consistency.differences.views import view

__all__ = ["READERS", "Contrast", "Difference", "Field", "View", "differences", "view"]
