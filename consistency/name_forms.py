"""Words of names, compared in one house's letters, so that «وانغ» and «وانج» are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from consistency.languages.arabic.lexicon import frequency, stem
from consistency.languages.arabic.mentions import PARTICLES
from consistency.languages.arabic.names import difference
from consistency.languages.arabic.names.known import canonical, of_one_house, same_known
from consistency.languages.arabic.names.letters import clean
from consistency.languages.arabic.normalise import strip_proclitics, tokens
from consistency.memo import Memo

__all__ = [
    "KIN",
    "SHORTEST_WORD",
    "Apart",
    "Face",
    "Key",
    "all_faces",
    "apart",
    "behind_particles",
    "faces",
    "is_one_slip",
    "key_of",
    "level",
    "may_be_apart",
    "times",
]

Apart = Literal["vowel", "letter"]
Key = tuple[str, ...]
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


_PARTICLES = _by_letter(PARTICLES)
"""Particles that the tagger takes off a name, by their first letter."""
_BEFORE = _by_letter(("و", "ف", "ب", "ل", "وب", "ول"))
"""Particles before the first word of a name that is sought, likewise, as they are tried."""


@lru_cache(maxsize=2**15)
def level(word: str) -> str:
    """A folded word in one house's letters."""
    return of_one_house(canonical(clean(word))).replace("ڤ", "ف").replace("پ", "ب")


def times(word: str) -> int:
    """How often news writes a folded word, with or without particles."""
    return _TIMES[word]


def _times(word: str) -> int:
    readings = strip_proclitics(word)
    return max([frequency(rest) for _, rest in readings]) if len(readings) > 1 else frequency(word)


_TIMES = Memo(_times)


def may_be_apart(one: str, other: str) -> bool:
    """Whether two words in one house's letters begin and end alike and differ in one letter at most."""
    if one[:1] != other[:1] or min(len(one), len(other)) < SHORTEST_WORD:
        return False
    if one[-1] != other[-1] and sorted(one) != sorted(other):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=2**15)
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


@lru_cache(maxsize=2**13)
def key_of(name: str) -> Key:
    """The words of a name in one house's letters, without «بن»."""
    return tuple(level(token.folded) for token in tokens(name) if token.folded not in KIN)


def behind_particles(word: str) -> list[str]:
    """What may be a word of a name behind particles of a word in one house's letters."""
    if word[:1] not in _BEFORE:
        return []
    return [word[len(particle) :] for particle in _BEFORE[word[:1]] if word.startswith(particle)]


class Face(NamedTuple):
    """What a word of a text may be as a word of a name."""

    level: str
    """In one house's letters."""
    form: str
    """Folded, without the particle."""
    word: str
    """As it stands in the text, folded."""


def faces(folded: str) -> tuple[Face, ...]:
    """What a folded word may be as a word of a name: first the word itself, then what particles leave."""
    return _FACES[folded]


def all_faces(words: Iterable[str]) -> Iterator[Face]:
    """The faces of many words."""
    return chain.from_iterable(map(_FACES.__getitem__, words))


def _faces(folded: str) -> tuple[Face, ...]:
    whole = level(folded)
    if folded[:1] not in _PARTICLES and whole[:1] not in _BEFORE:
        return (Face(whole, folded, folded),)
    forms = [(whole, folded)]
    for particle in _PARTICLES.get(folded[:1], ()):
        rest = folded[len(particle) :]
        if rest and folded.startswith(particle):
            forms.append((level(rest), rest))
    forms += [(rest, folded[len(whole) - len(rest) :]) for rest in behind_particles(whole)]
    return tuple(Face(own, form, folded) for own, form in dict.fromkeys(forms))


_FACES: Memo[tuple[Face, ...]] = Memo(_faces)
