"""What two aligned sentences tell differently, typed, with the units on both sides.

Each mismatch is a fact about the texts that a reader can check: two numbers of one measure, two states, two
names, a denial on one side, opposite words about one thing.  None is a verdict: sentences that differ in a
number may speak of two things, and the scorer weighs that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.languages.arabic.opposites import opposed
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.pairs.alignment import Aligned, Match, other_order, other_thing
from consistency.pairs.topics import SaidOf, is_verb
from consistency.pairs.units import Unit

__all__ = ["Mismatch", "MismatchKind", "mismatches"]

MismatchKind = Literal["number", "time", "place", "name", "polarity", "antonym", "exchanged", "thing"]
_AMOUNTS = ("number", "quantity", "money", "percent")
_TIMES = ("date", "time", "period")
_STRONG = ("particle", "refusal")
_DENIED = 2
"""Units behind a particle that it may deny."""
_WITH = "مع"
"""Behind a verb it makes its two names partners, whose order says nothing: «تعمل مع»."""
_UNLIKE = "غير"
"""It makes an adjective, which the other side may tell by another word: «غير أمين», «مخادع»."""
_SAME_FORM = 0.95
_ROLES = frozenset(["ل", "ب", "ول", "وب"])
_ROLE_WORDS = frozenset(map(fold_word, ("من", "إلى", "الى", "ضد", "على", "لصالح", "عن", "لدى", "مع")))


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
    yield from _exchanged_names(pair)
    yield from _things(pair)


def _values(pair: Aligned) -> Iterator[Mismatch]:
    """Left-over values of one kind that cannot both hold."""
    used: set[int] = set()
    said = SaidOf(pair)
    for i in pair.left:
        x = pair.a.units[i]
        for j in pair.right:
            y = pair.b.units[j]
            if j not in used and _exclude_one_another(x, y):
                used.add(j)
                timed = x.value is not None and x.value.kind in _TIMES
                yield Mismatch("time" if timed else "number", x, y, said.one_thing(i, j))
                break


def _exclude_one_another(x: Unit, y: Unit) -> bool:
    if x.kind == y.kind == "number":
        return x.folded != y.folded
    if x.value is None or y.value is None:
        return False
    one, other = sorted((x.value, y.value), key=lambda value: (value.quote, value.start))
    if one.kind in _TIMES and other.kind in _TIMES and one.grain != other.grain:
        return False
    if one.number is not None and one.number == other.number and None in (one.comparator, other.comparator):
        return False
    return agree(one, other) == "disjoint" or other_order(one, other) or _other_share(one, other)


def _other_share(x: Value, y: Value) -> bool:
    """Whether two amounts tell their things with other words, and differ: «5 قتلى», «7 ضحايا»."""
    told = x.number is not None and y.number is not None and x.number != y.number
    return told and x.kind in _AMOUNTS and y.kind in _AMOUNTS and agree(x, y) == "incomparable"


def _named(pair: Aligned, kind: Literal["place", "name"]) -> Iterator[Mismatch]:
    """Left-over names of one kind on both sides, in the order of the texts."""
    said = SaidOf(pair)
    left = [i for i in pair.left if pair.a.units[i].kind == kind]
    right = [j for j in pair.right if pair.b.units[j].kind == kind]
    for i, j in zip(left, right, strict=False):
        x, y = pair.a.units[i], pair.b.units[j]
        if not x.states & y.states:
            yield Mismatch(kind, x, y, said.one_thing(i, j))


def _denials(pair: Aligned) -> Iterator[Mismatch]:
    """A negation or a refusal that stands for nothing on the other side, which denies nothing in any way."""
    here, there = ({unit.denial for unit in side.units} - {None} for side in (pair.a, pair.b))
    if not there:
        for i, attached in _told_off(pair.a.units, pair.left):
            yield Mismatch("polarity", pair.a.units[i], None, attached)
    if not here:
        for j, attached in _told_off(pair.b.units, pair.right):
            yield Mismatch("polarity", None, pair.b.units[j], attached)


def _told_off(units: Sequence[Unit], rest: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """The left-over denials, and whether what stands behind a particle is in the other sentence too."""
    for k in rest:
        if units[k].denial in _STRONG:
            unlike = units[k].folded == _UNLIKE
            reach = range(k + 1, min(k + 1 + (1 if unlike else _DENIED), len(units)))
            denied = units[k].denial == "particle" and any(at not in rest for at in reach)
            if denied or not unlike:
                yield k, denied


def _opposites(pair: Aligned) -> Iterator[Mismatch]:
    """Words on the two sides of one family; said of one thing, they are a mismatch also where both recur."""
    said = SaidOf(pair)
    for i, x in enumerate(pair.a.units):
        for j, y in enumerate(pair.b.units):
            if not opposed(x.sides, y.sides):
                continue
            if said.exchanged(i, j):
                left = i in pair.left and j in pair.right
                yield Mismatch("antonym" if left else "exchanged", x, y)
            elif i in pair.left and j in pair.right and not _answered(pair, x, y):
                yield Mismatch("antonym", x, y, said.one_thing(i, j))


def _answered(pair: Aligned, x: Unit, y: Unit) -> bool:
    """Whether each of two opposites has a word of its own side over there: both sides tell both."""
    return any(x.sides & other.sides for other in pair.b.units) and any(
        y.sides & other.sides for other in pair.a.units
    )


def _things(pair: Aligned) -> Iterator[Mismatch]:
    """Left-over words for two things of one kind."""
    said = SaidOf(pair)
    for i in pair.left:
        for j in pair.right:
            if other_thing(pair.a.units[i], pair.b.units[j]):
                yield Mismatch("thing", pair.a.units[i], pair.b.units[j], said.one_thing(i, j))


def _exchanged_names(pair: Aligned) -> Iterator[Mismatch]:
    """Two names that stand behind each other's particles, or on each other's side of one verb."""
    names = [m for m in pair.matches if _is_name(pair.a.units[m.left])]
    for k, one in enumerate(names):
        for other in names[k + 1 :]:
            if _roles_exchanged(pair, one, other):
                yield Mismatch("exchanged", pair.a.units[one.left], pair.b.units[other.right])


def _is_name(unit: Unit) -> bool:
    return unit.kind in ("place", "name") or bool(unit.things)


def _roles_exchanged(pair: Aligned, one: Match, other: Match) -> bool:
    here = [_role(pair.a.units, m.left) for m in (one, other)]
    there = [_role(pair.b.units, m.right) for m in (one, other)]
    if here[0] != here[1] and here == there[::-1]:
        return True
    return any(
        verb.likeness >= _SAME_FORM
        and one.left < verb.left < other.left
        and other.right < verb.right < one.right
        and pair.a.units[verb.left].kind == "word"
        and pair.a.units[verb.left].folded == pair.b.units[verb.right].folded
        and is_verb(pair.a.units, verb.left)
        and pair.a.units[min(verb.left + 1, len(pair.a.units) - 1)].folded != _WITH
        for verb in pair.matches
    )


def _bare(particles: str) -> str:
    """Particles without the article, also where «لل» hides it."""
    return particles.removesuffix("ال") if not particles.endswith("لل") else particles[:-1]


def _role(units: Sequence[Unit], at: int) -> str:
    """The particle that a name stands behind, written on to it or apart."""
    folded = units[at].folded
    for particles, rest in strip_proclitics(folded):
        if particles and _bare(particles) in _ROLES and len(rest) > 2 and units[at].kind != "word":
            return _bare(particles)
    before = units[at - 1].folded if at else ""
    return before if before in _ROLE_WORDS else ""
