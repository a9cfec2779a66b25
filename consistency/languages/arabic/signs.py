"""What a word may tell of its clause, and whether it may begin one.

Each word of news is asked once; most words and clauses then need no closer look: one clause in ten denies
anything, and one word in five may begin another clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from consistency.languages.arabic.events import trigger
from consistency.languages.arabic.normalise import Token
from consistency.languages.arabic.offices import is_dual
from consistency.languages.arabic.speech import (
    classes_of,
    is_saying,
    is_verb,
    joined_by,
    may_colour,
    may_deny,
)

__all__ = ["COLOURS", "DENIES", "DUAL", "JOINS", "OPENS", "SAYS", "TELLS", "THAT", "VERB", "sign_of", "signs"]

TELLS: Final = 1
"""It tells an event."""
DENIES: Final = 2
"""It may make the clause a negative one."""
COLOURS: Final = 4
"""It may make the clause one of a plan, a denial or a possibility."""
DUAL: Final = 8
"""It stands for two parties."""
VERB: Final = 16
"""It is likely a finite verb."""
SAYS: Final = 32
"""It is a verb of saying."""
THAT: Final = 64
"""What is said may begin with it: «أن»."""
OPENS: Final = 128
"""A clause may begin with it."""
JOINS: Final = 256
"""A clause may begin with it and some word behind it."""
_OPENERS = frozenset(("according", "conjunctions", "relatives", "phrases"))
_OPENING = frozenset(("كما", "كذلك", "اضافة", "بالاضافة", "خاصة", "خصوصا", "لاسيما"))
_WRITTEN_ON = ("و", "ف")


def signs(words: Iterable[Token]) -> int:
    """The signs of all the words together."""
    found = 0
    for word in words:
        found |= sign_of(word.folded)
    return found


@lru_cache(maxsize=2**16)
def sign_of(folded: str) -> int:
    """The signs of a folded word, as bits."""
    classes = classes_of(folded)
    opens = folded.startswith(_WRITTEN_ON) or folded in _OPENING or not _OPENERS.isdisjoint(classes)
    return (
        TELLS * (trigger(folded) is not None)
        | DENIES * may_deny(folded)
        | COLOURS * may_colour(folded)
        | DUAL * is_dual(folded)
        | VERB * is_verb(folded)
        | SAYS * is_saying(folded)
        | THAT * ("that" in classes)
        | OPENS * opens
        | JOINS * bool(joined_by(folded))
    )
