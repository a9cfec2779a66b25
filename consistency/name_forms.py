"""Words of names, compared in one house's letters, so that «وانغ» and «وانج» are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from consistency.languages.arabic.lexicon import frequency, stem
from consistency.languages.arabic.mentions import PARTICLES
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.names.known import canonical, canonical_all, same_known
from consistency.languages.arabic.names.letters import LINE, clean, clean_all
from consistency.languages.arabic.normalise import strip_proclitics, tokens

__all__ = [
    "KIN",
    "SHORTEST_WORD",
    "Apart",
    "Face",
    "Key",
    "apart",
    "behind_particles",
    "faces",
    "is_one_slip",
    "key_of",
    "level",
    "levels",
    "may_be_apart",
    "times",
]

Apart = Literal["vowel", "letter"]
Key = tuple[str, ...]
_NO_VOWELS = str.maketrans("", "", "اوي")
_HOUSES = tuple(zip("جقكگڤپ", "غغغغفب", strict=True))
"""Letters that houses exchange, and the one that stands for them here."""
_HOUSE = str.maketrans(dict(_HOUSES))
KIN = frozenset(("بن", "ابن", "بنت", "ال"))
"""Words between the words of a name that may be left out."""
SHORTEST_WORD = 4
"""Letters of a word that may be told from its slip."""


def _by_letter(particles: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for particle in particles:
        found.setdefault(particle[0], []).append(particle)
    return found


_PARTICLES = _by_letter(PARTICLES)
"""Particles that the tagger takes off a name, by their first letter."""
_BEFORE = _by_letter(("و", "ف", "ب", "ل", "وب", "ول"))
"""Particles before the first word of a name that is sought, likewise, as they are tried."""


@lru_cache(maxsize=2**16)
def level(word: str) -> str:
    """A folded word in one house's letters."""
    return canonical(clean(word)).translate(_HOUSE)


def levels(words: list[str]) -> list[str]:
    """``level`` of many words in one pass."""
    text = LINE.join(canonical_all(clean_all(words)))
    for letter, one in _HOUSES:
        text = text.replace(letter, one)
    return text.split(LINE) if words else []


@lru_cache(maxsize=2**16)
def times(word: str) -> int:
    """How often news writes a folded word, with or without particles."""
    return max(frequency(rest) for _, rest in strip_proclitics(word))


def may_be_apart(one: str, other: str) -> bool:
    """Whether two words in one house's letters begin and end alike and differ in one letter at most."""
    if one[:1] != other[:1] or min(len(one), len(other)) < SHORTEST_WORD:
        return False
    if one[-1] != other[-1] and sorted(one) != sorted(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=2**16)
def apart(right: str, wrong: str) -> Apart | None:
    """What parts two folded words that may be one word of a name: one letter inside them, or nothing.

    Another letter at the ends is an ending or a particle, and two words of one stem are two forms.  A long
    vowel more or less is a slip in an Arabic name, and in a foreign one a house's spelling as often.
    """
    one, other = level(right), level(wrong)
    if one == other or not may_be_apart(one, other) or same_known(one, other) is False:
        return None
    if stem(right) == stem(wrong):  # «الرفاهة» and «الرفاهية»
        return None
    found = difference(right, wrong)
    if len(found.operations) != 1 or found.kind not in ("slip", "style"):
        return None
    swapped = sorted(one) == sorted(other)
    return "vowel" if not swapped and one.translate(_NO_VOWELS) == other.translate(_NO_VOWELS) else "letter"


def is_one_slip(right: str, wrong: str) -> bool:
    """Whether a folded word is another with one slip inside it, not another house's spelling of it."""
    return apart(right, wrong) is not None and difference(right, wrong).kind == "slip"


def key_of(name: str) -> Key:
    """The words of a name in one house's letters, without «بن»."""
    return tuple(level(token.folded) for token in tokens(name) if token.folded not in KIN)


def behind_particles(word: str) -> list[str]:
    """What may be a word of a name behind particles of a word in one house's letters."""
    return [word[len(particle) :] for particle in _BEFORE.get(word[:1], ()) if word.startswith(particle)]


class Face(NamedTuple):
    """What a word of a text may be as a word of a name: in one house's letters, and folded."""

    level: str
    form: str


def faces(words: list[str]) -> list[list[Face]]:
    """What each folded word may be as a word of a name: first itself, then what particles leave of it."""
    found = [[Face(own, word)] for own, word in zip(levels(words), words, strict=True)]
    headed = [
        (number, word[len(particle) :])
        for number, word in enumerate(words)
        for particle in _PARTICLES.get(word[:1], ())
        if len(word) > len(particle) and word.startswith(particle)
    ]
    for (number, rest), own in zip(headed, levels([rest for _, rest in headed]), strict=True):
        found[number].append(Face(own, rest))
    for some in found:
        whole, word = some[0]
        if whole[:1] in _BEFORE:
            behind = [Face(rest, word[len(whole) - len(rest) :]) for rest in behind_particles(whole)]
            some += [face for face in behind if face not in some]
    return found
