"""What the words of a clause may tell of it as a whole.

Each word is asked once, and most clauses then need no closer look: only one in ten denies anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.offices import is_dual
from consistency.languages.arabic.speech import may_colour, may_deny

__all__ = ["COLOURS", "DENIES", "DUAL", "TELLS", "signs"]

TELLS: Final = 1
"""It tells an event."""
DENIES: Final = 2
"""It may make the clause a negative one."""
COLOURS: Final = 4
"""It may make the clause one of a plan, a denial or a possibility."""
DUAL: Final = 8
"""It stands for two parties."""


def signs(words: Iterable[Token]) -> int:
    """The signs of all the words together."""
    found = 0
    for word in words:
        found |= _of_word(word.folded)
    return found


@lru_cache(maxsize=200_000)
def _of_word(folded: str) -> int:
    return (
        TELLS * (trigger(folded) is not None)
        | DENIES * may_deny(folded)
        | COLOURS * may_colour(folded)
        | DUAL * is_dual(folded)
    )
