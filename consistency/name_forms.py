"""Words of names, compared in one house's letters, so that «وانغ» and «وانج» are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter, or_
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from consistency.languages.arabic.lexicon import frequency, stem
from consistency.languages.arabic.mentions import PARTICLES
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.names.kinds import may_be_one
from consistency.languages.arabic.names.known import (
    canonical,
    of_one_house,
    same_known,
    spelt_in_many_ways,
)
from consistency.languages.arabic.names.letters import SPACE, clean, clean_all
from consistency.languages.arabic.normalise import strip_proclitics, tokens
from consistency.memo import Memo

__all__ = [
    "KIN",
    "SHORTEST_WORD",
    "Apart",
    "Faces",
    "Key",
    "apart",
    "behind_particles",
    "faces_of",
    "is_one_slip",
    "key_of",
    "level",
    "levels",
    "may_be_apart",
    "times",
]

Apart = Literal["vowel", "letter"]
Key = tuple[str, ...]
_LINE = "\n"
_NO_VOWELS = str.maketrans("", "", "اوي")
KIN = frozenset(("بن", "ابن", "بنت", "ال"))
"""Words between the words of a name that may be left out."""
SHORTEST_WORD = 4
"""Letters of a word that may be told from its slip."""


def _by_letter(particles: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for particle in particles:
        found.setdefault(particle[0], []).append(particle)
    return found


_PARTICLES = frozenset(PARTICLES)
"""What the tagger takes off a name."""
_BEFORE = _by_letter(("و", "ف", "ب", "ل", "وب", "ول"))
"""Particles before the first word of a name that is sought, by their first letter, as they are tried."""
_ODD = re.compile("[^\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]")
"""What may become a particle in one house's letters, or leave one at the head of a word: no usual letter."""
_head = itemgetter(slice(2))


@lru_cache(maxsize=2**15)
def level(word: str) -> str:
    """A folded word in one house's letters."""
    return _level(clean(word))


def levels(words: list[str]) -> list[str]:
    """``level`` for many folded words in one pass."""
    return _levels(clean_all(words))[0]


def _level(cleaned: str) -> str:
    return _with_f_and_b(of_one_house(canonical(cleaned)))


def _levels(cleaned: list[str]) -> tuple[list[str], list[int]]:
    """Cleaned words in one house's letters, and the places of those that may be listed in other letters.

    All others are written at once.
    """
    if not cleaned:
        return [], []
    text, listed = of_one_house(_LINE.join(cleaned)), spelt_in_many_ways()
    houses, plain = text.split(_LINE), _with_f_and_b(text)
    found = houses.copy() if plain == text else plain.split(_LINE)
    asked: Iterable[bool] = map(listed.__contains__, houses)
    if SPACE in text:
        asked = [house in listed or SPACE in house for house in houses]
    places = list(compress(count(), asked))
    for place in places:
        found[place] = _level(cleaned[place])
    return found, places


def _with_f_and_b(text: str) -> str:
    """A text without the letters for v and p, which not every house has."""
    return text.replace("ڤ", "ف").replace("پ", "ب")


def _times(word: str) -> int:
    readings = strip_proclitics(word)
    return max([frequency(rest) for _, rest in readings]) if len(readings) > 1 else frequency(word)


times: Callable[[str], int] = Memo(_times).__getitem__
"""How often news writes a folded word, with or without particles."""


def may_be_apart(right: str, wrong: str, one: str, other: str) -> bool:
    """Whether ``apart`` may part two folded words: what costs little to ask of them.

    In one house's letters they begin and end alike and differ in one letter at most; they are neither two
    listed names nor two forms of one stem, as «الرفاهة» and «الرفاهية»; and the letter makes no other word.

    :param one: the right word in one house's letters, and ``other`` the wrong one.
    """
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < SHORTEST_WORD:
        return False
    if one[-1] != other[-1] and sorted(one) != sorted(other):
        return False
    if OSA.distance(one, other, score_cutoff=1) > 1 or not may_be_one(clean(right), clean(wrong)):
        return False
    return same_known(one, other) is not False and stem(right) != stem(wrong)


@lru_cache(maxsize=2**15)
def apart(right: str, wrong: str) -> Apart | None:
    """What parts two folded words that may be one word of a name: one letter inside them, or nothing.

    Another letter at the ends is an ending or a particle, and two words of one stem are two forms.  A long
    vowel more or less is a slip in an Arabic name, and in a foreign one a house's spelling as often.
    """
    one, other = level(right), level(wrong)
    if not may_be_apart(right, wrong, one, other):
        return None
    found = difference(right, wrong)
    if found.steps != 1 or found.kind not in ("slip", "style"):
        return None
    swapped = sorted(one) == sorted(other)
    return "vowel" if not swapped and one.translate(_NO_VOWELS) == other.translate(_NO_VOWELS) else "letter"


def is_one_slip(right: str, wrong: str) -> bool:
    """Whether a folded word is another with one slip inside it, not another house's spelling of it."""
    return apart(right, wrong) is not None and difference(right, wrong).kind == "slip"


@lru_cache(maxsize=2**13)
def key_of(name: str) -> Key:
    """The words of a name in one house's letters, without «بن»."""
    return tuple(level(token.folded) for token in tokens(name) if token.folded not in KIN)


def behind_particles(word: str) -> list[str]:
    """What may be a word of a name behind particles of a word in one house's letters."""
    if word[:1] not in _BEFORE:
        return []
    return [word[len(particle) :] for particle in _BEFORE[word[:1]] if word.startswith(particle)]


class Faces(NamedTuple):
    """What words of a text may be as words of names, in columns."""

    levels: list[str]
    """In one house's letters."""
    cleaned: list[str]
    """As letters of names alone."""
    forms: list[str]
    """Folded, without the particle."""
    words: list[str]
    """As they stand in the text, folded."""


def faces_of(words: list[str]) -> Faces:
    """What each of some different folded words may be as a word of a name.

    First come the words themselves, one each, then what particles leave of them.
    """
    forms, owners = words.copy(), words.copy()
    heads = list(map(_head, words))
    for word, particles in zip(words, map(_LIKELY.__getitem__, heads), strict=True):
        for particle in particles:
            if len(word) > len(particle) and word.startswith(particle):
                forms.append(word[len(particle) :])
                owners.append(word)
    cleaned = clean_all(forms)
    levels, listed = _levels(cleaned)
    found = Faces(levels, cleaned, forms, owners)
    odd, alone = set(filter(_ODD.search, set(heads))), _PARTICLES.union(owners[face] for face in listed)
    asked = list(map(or_, map(odd.__contains__, heads), map(alone.__contains__, words)))
    _add_behind_particles(found, len(words), asked)
    return found


def _likely(head: str) -> list[str]:
    """The particles with which a word that begins with these two letters may begin."""
    return [particle for particle in PARTICLES if particle == head[:1] or particle[:2] == head]


_LIKELY = Memo(_likely)


def _add_behind_particles(found: Faces, size: int, asked: list[bool]) -> None:
    """Add what particles leave of words in one house's letters, where it is not among the faces.

    It is among them wherever a word is written letter by letter, with the particle at its head as it is.

    :param size: how many faces are words themselves; they come first.
    :param asked: which words may be others.
    """
    wholes = list(zip(compress(found.levels, asked), compress(found.words, asked), strict=True))
    told = dict(zip(found.forms[size:], found.levels[size:], strict=True)) if wholes else {}
    for whole, word in [both for both in wholes if both[0][:1] in _BEFORE]:
        for particle in _BEFORE[whole[0]]:
            if whole.startswith(particle):
                rest, form = whole[len(particle) :], word[len(particle) :]
                if told.get(form) != rest or not word.startswith(particle):
                    for column, value in zip(found, (rest, clean(form), form, word), strict=True):
                        column.append(value)
