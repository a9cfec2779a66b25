"""Which unit of one sentence stands for which unit of the other.

Units are matched one to one, the likest first: equal keys, values that agree, places of one state, words of
one side of a family of opposites, words near in letters or in the encoder's vectors.  Opposites, two states
and two values never match: they are what the reasons are made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from consistency.embed.encoder import Vectors
from consistency.languages.arabic.lexicon import is_common_word
from consistency.languages.arabic.names import same_name
from consistency.languages.arabic.opposites import opposed
from consistency.languages.arabic.values import agree
from consistency.pairs.units import Sentence, Unit

__all__ = ["Aligned", "Match", "align"]

_LEAST = 0.62
"""Likeness from which on two units stand for each other."""
_NEAR_VECTOR = 0.9
_NEAR_LETTERS = 0.9
_SAME_LETTERS = 66.0
"""Share of common letters, in percent, below which letters say nothing."""
_SAME_FAMILY = 0.85
_SAME_STATE = 0.9
_BOTH_DENY = 0.9
_ONE_NAME = 0.85
_SAME_NAME = 0.5
_MAYBE_ONE_NAME = 40.0


class Match(NamedTuple):
    """A unit of the left sentence and the unit of the right one that stands for it."""

    left: int
    right: int
    likeness: float
    """In [0, 1]; 1 for equal words."""


@dataclass(frozen=True)
class Aligned:
    """Two sentences, the matches between them, and what is left over on both sides."""

    a: Sentence
    b: Sentence
    matches: tuple[Match, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    nearness: Vectors
    """(units of a, units of b), float32: cosine of the encoder's vectors of the units."""

    def left_units(self) -> list[Unit]:
        """The units of the first sentence that nothing stands for."""
        return [self.a.units[i] for i in self.left]

    def right_units(self) -> list[Unit]:
        """The units of the second sentence that nothing stands for."""
        return [self.b.units[j] for j in self.right]


def align(a: Sentence, b: Sentence, nearness: Vectors) -> Aligned:
    """Match the units of two sentences.

    :param nearness: (units of a, units of b), the cosines of the encoder's vectors of the units.
    """
    likeness = _likeness(a.units, b.units, nearness)
    matches = tuple(sorted(_greedy(likeness)))
    lefts, rights = {m.left for m in matches}, {m.right for m in matches}
    return Aligned(
        a,
        b,
        matches,
        tuple(i for i in range(len(a.units)) if i not in lefts),
        tuple(j for j in range(len(b.units)) if j not in rights),
        nearness,
    )


def _greedy(likeness: Vectors) -> list[Match]:
    """The likest pairs first, near places of the sentences before far ones."""
    rows, columns = np.nonzero(likeness >= _LEAST)
    n, m = likeness.shape
    ranked = sorted(
        zip(rows.tolist(), columns.tolist(), strict=True),
        key=lambda cell: (-float(likeness[cell]), abs(cell[0] / n - cell[1] / m), cell),
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    for i, j in ranked:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            found.append(Match(i, j, float(likeness[i, j])))
    return found


def _likeness(left: Sequence[Unit], right: Sequence[Unit], nearness: Vectors) -> Vectors:
    found = np.zeros((len(left), len(right)), dtype=np.float32)
    if not left or not right:
        return found
    letters = cdist([u.key for u in left], [u.key for u in right], scorer=fuzz.ratio, dtype=np.float32)
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            found[i, j] = _of_two(x, y, float(nearness[i, j]), float(letters[i, j]))
    return found


def _of_two(x: Unit, y: Unit, near: float, letters: float) -> float:
    """How far two units say the same, in [0, 1]."""
    if x.folded == y.folded:
        return 1.0
    if x.key == y.key:
        return 0.98
    if x.value is not None and y.value is not None:
        return _of_values(x, y)
    if x.kind == "place" and y.kind == "place":
        return _of_places(x, y)
    if not x.kind == y.kind == "word":
        return 0.0
    if x.sides & y.sides:
        return _SAME_FAMILY
    if opposed(x.sides, y.sides) or ("particle" in (x.denial, y.denial) and x.denial != y.denial):
        return 0.0
    if x.denial == "particle":
        return _BOTH_DENY
    spelt = letters / 100 * _NEAR_LETTERS if letters >= _SAME_LETTERS else 0.0
    likeness = max(near * _NEAR_VECTOR, spelt)
    return _ONE_NAME if likeness < _LEAST and _one_name(x.folded, y.folded, letters) else likeness


@lru_cache(maxsize=50_000)
def _one_name(one: str, other: str, letters: float) -> bool:
    """Whether two rare words, not far in letters, are one name in two spellings."""
    if letters < _MAYBE_ONE_NAME or is_common_word(one) or is_common_word(other):
        return False
    return same_name(one, other) >= _SAME_NAME


def _of_values(x: Unit, y: Unit) -> float:
    if x.value is None or y.value is None:
        return 0.0
    one, other = sorted((x.value, y.value), key=lambda value: value.quote)
    verdicts = {agree(one, other), agree(other, one)}
    if "equal" in verdicts:
        return 0.97
    if verdicts & {"contains", "overlaps"}:
        return 0.9
    digits = [part for part in x.folded.split() if part[0].isdigit()]
    return 0.9 if digits and digits == [part for part in y.folded.split() if part[0].isdigit()] else 0.0


def _of_places(x: Unit, y: Unit) -> float:
    """One place and its state, a capital and its state: news writes the one for the other."""
    if x.key in y.places or y.key in x.places:
        return _SAME_STATE
    return 0.0
