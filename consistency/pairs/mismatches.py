"""What two aligned sentences tell differently, typed, with the units on both sides.

Each mismatch is a fact about the texts that a reader can check: two numbers of one measure, two states, two
names, a denial on one side, opposite words about one thing.  None is a verdict: sentences that differ in a
number may speak of two things, and the scorer weighs that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from consistency.languages.arabic.opposites import opposed
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.pairs.alignment import Aligned
from consistency.pairs.units import Unit

__all__ = ["Mismatch", "MismatchKind", "mismatches"]

MismatchKind = Literal["number", "time", "place", "name", "polarity", "antonym", "exchanged"]
_TIMES = ("date", "time", "period")
_NEAR = 2
"""Units between a word and what it is said of."""


@dataclass(frozen=True)
class Mismatch:
    """One difference; a side is None where only the other has a unit for it."""

    kind: MismatchKind
    a: Unit | None
    b: Unit | None
    attached: bool = True
    """Whether both units are said of the same thing, as far as the matched units around them tell."""


def mismatches(pair: Aligned) -> Iterator[Mismatch]:
    """Every mismatch of a pair, by kind."""
    yield from _values(pair)
    yield from _named(pair, "place")
    yield from _named(pair, "name")
    yield from _denials(pair)
    yield from _opposites(pair)


def _values(pair: Aligned) -> Iterator[Mismatch]:
    """Left-over values of one kind that cannot both hold."""
    used: set[int] = set()
    for i in pair.left:
        x = pair.a.units[i]
        for j in pair.right:
            y = pair.b.units[j]
            if j not in used and _exclude_one_another(x, y):
                used.add(j)
                timed = x.value is not None and x.value.kind in _TIMES
                yield Mismatch("time" if timed else "number", x, y, _anchored(pair, i, j))
                break


def _exclude_one_another(x: Unit, y: Unit) -> bool:
    if x.kind == y.kind == "number":
        return x.folded != y.folded
    if x.value is None or y.value is None:
        return False
    one, other = sorted((x.value, y.value), key=lambda value: (value.quote, value.start))
    if one.kind in _TIMES and other.kind in _TIMES and one.grain != other.grain:
        return False
    return agree(one, other) == "disjoint" or _other_share(one, other)


def _other_share(x: Value, y: Value) -> bool:
    """Whether two counts name their things with other words, and differ: «5 قتلى», «7 ضحايا»."""
    counted = ("number", "quantity")
    return x.kind in counted and y.kind in counted and x.number != y.number and agree(x, y) == "incomparable"


def _named(pair: Aligned, kind: Literal["place", "name"]) -> Iterator[Mismatch]:
    """Left-over names of one kind on both sides, in the order of the texts."""
    left = [i for i in pair.left if pair.a.units[i].kind == kind]
    right = [j for j in pair.right if pair.b.units[j].kind == kind]
    for i, j in zip(left, right, strict=False):
        x, y = pair.a.units[i], pair.b.units[j]
        if not x.states & y.states:
            yield Mismatch(kind, x, y, _anchored(pair, i, j))


def _denials(pair: Aligned) -> Iterator[Mismatch]:
    """A negation that stands for nothing on the other side, which denies nothing in any way."""
    here, there = (any(unit.denial for unit in side.units) for side in (pair.a, pair.b))
    if not there:
        yield from (Mismatch("polarity", unit, None) for unit in _particles(pair.left_units()))
    if not here:
        yield from (Mismatch("polarity", None, unit) for unit in _particles(pair.right_units()))


def _particles(units: list[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.denial == "particle"]


def _opposites(pair: Aligned) -> Iterator[Mismatch]:
    """Words on the two sides of one family; the same words in exchanged places are a mismatch too."""
    for i, x in enumerate(pair.a.units):
        for j, y in enumerate(pair.b.units):
            if not opposed(x.sides, y.sides):
                continue
            if i in pair.left and j in pair.right:
                yield Mismatch("antonym", x, y, _anchored(pair, i, j))
            elif _exchanged(pair, i, j):
                yield Mismatch("exchanged", x, y)


def _exchanged(pair: Aligned, i: int, j: int) -> bool:
    """Whether the unit behind stands for the unit behind, and the words' own matches stand before others."""
    partner = {match.left: match.right for match in pair.matches}
    back = {match.right: match.left for match in pair.matches}
    if partner.get(i + 1) != j + 1:
        return False
    return partner.get(i, j) != j and back.get(j, i) != i


def _anchored(pair: Aligned, i: int, j: int) -> bool:
    """Whether a matched pair of units stands beside both."""
    return any(
        m.left != i and m.right != j and abs(m.left - i) <= _NEAR and abs(m.right - j) <= _NEAR
        for m in pair.matches
    )
