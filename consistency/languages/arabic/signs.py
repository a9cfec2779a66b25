"""What a word may tell of its clause, and whether it may begin one.

Each word of news is asked once; most words and clauses then need no closer look: one clause in ten denies
anything, and one word in five may begin another clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Final

from consistency.languages.arabic.events import is_light, is_meeting, trigger
from consistency.languages.arabic.offices import is_dual, office_noun
from consistency.languages.arabic.speech import (
    bare,
    classes_of,
    describes,
    hedges,
    is_in,
    is_plain_verb,
    is_preposition,
    is_saying,
    is_verb,
    joined_by,
    may_colour,
    may_deny,
    participle,
)
from consistency.memo import Memo

__all__ = [
    "CLOSES",
    "COLOURS",
    "DENIES",
    "DUAL",
    "DURING",
    "FRAMES",
    "GOES_ON",
    "INVITES",
    "JOINS",
    "LIGHT",
    "MEETS",
    "OCCASION",
    "OFFICE",
    "OPENS",
    "PARTICIPLE",
    "SAYS",
    "SOURCE",
    "TELLS",
    "THAT",
    "VERB",
    "signs_of",
    "together",
]

TELLS: Final = 1
"""It tells an event."""
DENIES: Final = 1 << 1
"""It may make the clause a negative one."""
COLOURS: Final = 1 << 2
"""It may make the clause one of a plan, a denial or a possibility."""
DUAL: Final = 1 << 3
"""It stands for two parties."""
VERB: Final = 1 << 4
"""It is likely a finite verb."""
SAYS: Final = 1 << 5
"""It is a verb of saying."""
THAT: Final = 1 << 6
"""What is said may begin with it: «أن»."""
OPENS: Final = 1 << 7
"""A clause may begin with it."""
JOINS: Final = 1 << 8
"""A clause may begin with it and some word behind it."""
FRAMES: Final = 1 << 9
"""It may tell that somebody speaks, fears or reports."""
PARTICIPLE: Final = 1 << 10
"""It goes on with the speaker of the sentence: «مضيفا»."""
SOURCE: Final = 1 << 11
"""It leads to a source: «بحسب»."""
OFFICE: Final = 1 << 12
"""It is a noun of office."""
LIGHT: Final = 1 << 13
"""It passes its event on to the noun behind it."""
MEETS: Final = 1 << 14
"""It is a meeting or visit that was told before: «المحادثات»."""
DURING: Final = 1 << 15
"""The noun behind it may date the clause: «خلال»."""
OCCASION: Final = 1 << 16
"""It is a forum, a summit or games."""
INVITES: Final = 1 << 17
"""It is a noun of inviting."""
CLOSES: Final = 1 << 18
"""No name of who acts goes on with it: a preposition, a relative pronoun, «أن»."""
_CLOSERS = frozenset(("after_name", "that", "relatives"))
_OPENERS = frozenset(("according", "conjunctions", "relatives", "phrases"))
_OPENING = frozenset(("كما", "كذلك", "اضافة", "بالاضافة", "خاصة", "خصوصا", "لاسيما"))
GOES_ON = frozenset(("قد", "لم", "لن", "لا", "كان", "كانت"))
"""With «و» written on they may begin a clause, as verbs may."""
_DURING = frozenset(("خلال", "اثناء", "ضمن"))
_SHORT = 3
"""Letters: a verb that has no more needs a comma before its «و»."""
_WRITTEN_ON = ("و", "ف")


def together(signs: Iterable[int]) -> int:
    """The signs of several words."""
    return reduce(or_, signs, 0)


def signs_of(words: Iterable[str]) -> list[int]:
    """The signs of each folded word, as bits."""
    return list(map(_SIGNS.__getitem__, words))


def _sign_of(folded: str) -> int:
    classes, core = classes_of(folded), bare(folded)
    joined = folded[1:] if folded.startswith(_WRITTEN_ON) else ""
    opens = (
        joined in GOES_ON
        or (len(joined) > _SHORT and is_plain_verb(joined))
        or core in _OPENING
        or not _OPENERS.isdisjoint(classes)
        or (joined != "" and is_in("that", core))
    )
    says = is_saying(folded)
    found = trigger(folded)
    invites = found is not None and found.part == "noun" and found.event == "invite"
    return (
        TELLS * (found is not None)
        | DENIES * may_deny(folded)
        | COLOURS * may_colour(folded)
        | DUAL * is_dual(folded)
        | VERB * is_verb(folded)
        | SAYS * says
        | THAT * ("that" in classes)
        | OPENS * opens
        | JOINS * bool(joined_by(folded))
        | FRAMES * (says or describes(folded) or hedges(folded))
        | PARTICIPLE * participle(folded)
        | SOURCE * ("according" in classes)
        | OFFICE * (office_noun(folded) is not None)
        | LIGHT * is_light(core)
        | MEETS * (core.startswith("ال") and is_meeting(folded))
        | DURING * (core in _DURING)
        | INVITES * invites
        | CLOSES * (is_preposition(core) or not _CLOSERS.isdisjoint(classes))
        | OCCASION * is_in("occasions", core.removeprefix("ل"))
    )


_SIGNS = Memo(_sign_of)
