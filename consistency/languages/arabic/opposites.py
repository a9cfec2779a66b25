"""Words of which one fact can bear only one: the families of ``antonyms.yaml`` in every form of news."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from consistency.languages.arabic.events import inflections
from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.yaml_places import read_plain

__all__ = ["Side", "are_opposites", "forms_of", "opposed", "say_the_same", "sides"]

_SHORTEST = 3
"""Letters that a word keeps when a particle is taken off it: «وقف» is not «قف»."""


class Side(NamedTuple):
    """One side of a family: the number of the family, and 0 or 1."""

    family: int
    side: int

    @property
    def opposite(self) -> Side:
        """The other side of the family."""
        return Side(self.family, 1 - self.side)


@cache
def _forms() -> dict[str, frozenset[Side]]:
    """Each folded form with the sides it may stand for."""
    data = read_plain((files(__package__) / "antonyms.yaml").read_text(encoding="utf-8"))
    found: dict[str, frozenset[Side]] = {}
    for number, family in enumerate(data):
        for side, words in enumerate(family):
            here = frozenset((Side(number, side),))
            for form in (form for word in words for form in forms_of(fold_word(word))):
                found[form] = found[form] | here if form in found else here
    return found


def forms_of(word: str) -> set[str]:
    """The folded forms of a folded word, without particles.

    A word that begins with ي is a verb in the present; any other may be a verb in the past or a noun.
    """
    present = {*inflections(present=word)} if word.startswith("ي") and len(word) > 3 else set()
    return {*inflections(past=word), *inflections(noun=word), *present}


@lru_cache(maxsize=2**15)
def sides(folded: str) -> frozenset[Side]:
    """The sides that a folded word may stand for, with the particles written on to it; mostly none.

    The reading that takes off the fewest letters counts: «وقفت» is «وقفت» and not «و» with «قفت».
    """
    forms = _forms()
    for particles, rest in strip_proclitics(folded):
        if rest in forms and (not particles or len(rest) >= _SHORTEST):
            return forms[rest]
    return frozenset()


def opposed(one: frozenset[Side], other: frozenset[Side]) -> bool:
    """Whether two words with these sides exclude each other: opposite in one family, alike in none."""
    return bool(one) and bool(other) and any(side.opposite in other for side in one) and not one & other


def are_opposites(one: str, other: str) -> bool:
    """Whether two folded words stand on the two sides of a family and share no side of another."""
    return opposed(sides(one), sides(other))


def say_the_same(one: str, other: str) -> bool:
    """Whether two folded words stand on one side of a family."""
    return bool(sides(one) & sides(other))
