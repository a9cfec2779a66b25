"""Which unit of one sentence stands for which unit of the other.

Units are matched one to one, the likest first: equal keys, values that agree, places of one state, words of
one side of a family of opposites, words near in letters or in the encoder's vectors.  Opposites, two states
and two values never match: they are what the reasons are made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from consistency.embed.encoder import Vectors
from consistency.languages.arabic.names import same_name
from consistency.languages.arabic.opposites import opposed
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.pairs.units import Sentence, Unit

__all__ = ["Aligned", "Match", "align", "other_order", "other_thing"]

_LEAST = 0.62
"""Likeness from which on two units stand for each other."""
_NEAR_VECTOR = 0.9
_ONE_ROOT = 0.85
_SAME_FAMILY = 0.85
_NEAR_FAMILY = 0.3
"""Cosine that words of one side of a family must have to stand for each other: its words are many."""
_SAME_STATE = 0.9
_BOTH_DENY = 0.9
_ORDER = 5
_STRONG = ("particle", "refusal")
_ONE_NAME = 0.85
_SAME_NAME = 0.5


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
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            found[i, j] = _of_two(x, y, float(nearness[i, j]))
    return found


def _of_two(x: Unit, y: Unit, near: float) -> float:
    """How far two units say the same, in [0, 1]."""
    if x.folded == y.folded:
        return 1.0
    if x.key == y.key:
        return 0.98
    if x.value is not None and y.value is not None:
        return _of_values(x.value, y.value)
    if x.kind == "place" and y.kind == "place":
        return _SAME_STATE if x.key in y.places or y.key in x.places else 0.0
    if not x.kind == y.kind == "word":
        return 0.0
    return _of_words(x, y, near)


def other_order(x: Value, y: Value) -> bool:
    """Whether two amounts without a limit are far apart: «عشرات», «آلاف»."""
    if not x.number or not y.number or x.comparator is None or y.comparator is None:
        return False
    return max(x.number, y.number) >= _ORDER * min(x.number, y.number)


def other_thing(x: Unit, y: Unit) -> bool:
    """Whether two words name two things of one kind, and none in common."""
    if not x.things or not y.things or x.things & y.things:
        return False
    return bool({kind for kind, _ in x.things} & {kind for kind, _ in y.things})


def _of_words(x: Unit, y: Unit, near: float) -> float:
    if x.denial in _STRONG or y.denial in _STRONG:
        return _BOTH_DENY if x.denial == y.denial else 0.0
    if x.sides & y.sides and near >= _NEAR_FAMILY:
        return _SAME_FAMILY
    if opposed(x.sides, y.sides) or other_thing(x, y):
        return 0.0
    if x.rare and y.rare:
        return _ONE_NAME if same_name(x.folded, y.folded) >= _SAME_NAME else 0.0
    return max(near * _NEAR_VECTOR, _ONE_ROOT if x.root == y.root else 0.0)


def _of_values(x: Value, y: Value) -> float:
    one, other = sorted((x, y), key=lambda value: (value.quote, value.start))
    verdicts = {agree(one, other), agree(other, one)}
    if "equal" in verdicts:
        return 0.97
    if verdicts & {"contains", "overlaps"}:
        return 0.0 if other_order(one, other) else 0.9
    same = one.number is not None and one.number == other.number
    return 0.9 if same and verdicts == {"incomparable"} else 0.0
