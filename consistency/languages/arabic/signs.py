"""What a word may tell of its clause, and whether it may begin one.

Each word of news is asked once; most words and clauses then need no closer look: one clause in ten denies
anything, and one word in five may begin another clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from operator import or_
from typing import Final

from consistency.languages.arabic.events import MEETINGS, Trigger, is_light, read_trigger, told_words
from consistency.languages.arabic.offices import duals, is_dual, office_noun, office_nouns
from consistency.languages.arabic.speech import (
    bare,
    classes_of,
    describes,
    has_verb_shape,
    hedges,
    is_in,
    is_preposition,
    is_saying,
    is_verb_form,
    joined_by,
    listed_words,
    may_colour,
    may_deny,
    participle,
)
from consistency.languages.arabic.values.tense import is_future
from consistency.memo import Memo

__all__ = [
    "ADJECTIVE",
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
ADJECTIVE: Final = 1 << 19
"""It ends as adjectives of countries do."""
_ENDINGS = ("ي", "ية", "يين", "يون", "ان", "ين")
_CLOSERS = frozenset(("after_name", "that", "relatives"))
_OPENERS = frozenset(("according", "conjunctions", "relatives", "phrases"))
_OPENING = frozenset(("كما", "كذلك", "اضافة", "بالاضافة", "خاصة", "خصوصا", "لاسيما"))
GOES_ON = frozenset(("قد", "لم", "لن", "لا", "كان", "كانت"))
"""With «و» written on they may begin a clause, as verbs may."""
_DURING = frozenset(("خلال", "اثناء", "ضمن"))
_SHORT = 3
"""Letters: a verb that has no more needs a comma before its «و»."""
_WRITTEN_ON = ("و", "ف")
_PARTICLES = "وفبكلا"
"""The letters of particles and article, five together at most."""


def together(signs: Iterable[int]) -> int:
    """The signs of several words."""
    return reduce(or_, signs, 0)


def signs_of(words: Iterable[str]) -> list[int]:
    """The signs of each folded word, as bits."""
    return list(map(_SIGNS.__getitem__, words))


def _sign_of(folded: str) -> int:
    """What the shape of a word tells, and the lists in which it may stand: most words stand in none."""
    rests = _rests(folded)
    core = bare(folded)
    if _all_listed().isdisjoint(rests):
        signs = _shaped(folded, core)
    else:
        signs = _acts(folded, core, told=not told_words().isdisjoint(rests))
        if not _function_words().isdisjoint(rests):
            signs |= _listed(folded, core)
    return signs | ADJECTIVE if folded.endswith(_ENDINGS) else signs


def _shaped(folded: str, core: str) -> int:
    """What a word tells that no list knows: most are no verbs.

    :param core: the word without «و».
    """
    if not has_verb_shape(core):
        return 0
    opens = core is not folded and len(core) > _SHORT
    return VERB | OPENS * opens | COLOURS * is_future(core)


def _rests(folded: str) -> tuple[str, ...]:
    """What a list may hold of a word: itself, it without its first letter or without letters of particles."""
    particles = len(folded) - len(folded.lstrip(_PARTICLES))
    if particles < 2:
        return folded, folded[1:]
    return (folded, folded[1:], folded[2:], folded[3:], folded[4:], folded[5:])[: particles + 1]


@cache
def _all_listed() -> frozenset[str]:
    return _function_words().union(told_words(), office_nouns())


@cache
def _function_words() -> frozenset[str]:
    """What is listed for more than its event or office."""
    return listed_words().union(duals(), _OPENING, GOES_ON, _DURING)


def _acts(folded: str, core: str, *, told: bool) -> int:
    """Whether a word tells an event, is a verb or an office.

    :param told: whether it may tell an event.
    """
    found = read_trigger(folded) if told else None
    spoken = core is not folded and is_verb_form(core, read_trigger(core) if told else None)
    return (
        (0 if found is None else _told(found, core))
        | VERB * (spoken or is_verb_form(folded, found))
        | OPENS * (spoken and len(core) > _SHORT)
        | OFFICE * (office_noun(folded) is not None)
        | COLOURS * is_future(core)
    )


def _listed(folded: str, core: str) -> int:
    """What the lists of function words and of verbs of saying tell."""
    classes = classes_of(folded)
    joined = folded[1:] if folded.startswith(_WRITTEN_ON) else ""
    opens = (
        joined in GOES_ON
        or core in _OPENING
        or not _OPENERS.isdisjoint(classes)
        or (joined != "" and is_in("that", core))
    )
    says = is_saying(folded)
    return (
        DENIES * may_deny(folded)
        | COLOURS * may_colour(folded)
        | DUAL * is_dual(folded)
        | SAYS * says
        | THAT * ("that" in classes)
        | OPENS * opens
        | JOINS * bool(joined_by(folded))
        | FRAMES * (says or describes(folded) or hedges(folded))
        | PARTICIPLE * participle(folded)
        | SOURCE * ("according" in classes)
        | LIGHT * is_light(core)
        | DURING * (core in _DURING)
        | CLOSES * (is_preposition(core) or not _CLOSERS.isdisjoint(classes))
        | OCCASION * is_in("occasions", core.removeprefix("ل"))
    )


def _told(found: Trigger, core: str) -> int:
    """What the event of a word tells.

    :param core: the word without «و».
    """
    if found.part != "noun":
        return TELLS
    meets = found.event in MEETINGS and core.startswith("ال")
    return TELLS | INVITES * (found.event == "invite") | MEETS * meets


_SIGNS = Memo(_sign_of)
