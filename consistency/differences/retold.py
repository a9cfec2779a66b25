"""What two clauses about one event tell differently, in whatever words.

No words are aligned here, so a value is only compared where it is the only one of its measure in its clause
and where neither article gives the other's value anywhere: then the slot is exclusive, and one is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from consistency.catalogue import Hit
from consistency.differences.places import two_places
from consistency.differences.shape import Difference, Nested, View
from consistency.differences.times import WEEK, begin_apart
from consistency.differences.values import key, told
from consistency.languages.arabic.normalise import fold_word, strip_proclitics
from consistency.languages.arabic.tolls import is_age, is_part, read_tolls
from consistency.languages.arabic.values import agree
from consistency.model import Value
from consistency.wording import say

__all__ = ["Whole", "retold"]

_T = TypeVar("_T")
_MEASURES = ("quantity", "money", "percent", "duration")
_SINCE = frozenset(map(fold_word, ("بعد", "قبل", "منذ", "خلال", "نحو", "حوالي", "من", "الـ")))
"""Before a length of time that is counted from the day of the article."""
_NEAR = 6
_DAMAGE = ("?", "؟", "\ufffd")
_JOINED = ("/", "-")
_AT = {fold_word(word): kind for kind, words in {
    "in": ("في", "بمدينة", "مدينة", "بمحافظة", "محافظة", "ببلدة", "بلدة", "داخل", "بالعاصمة", "العاصمة"),
    "to": ("إلى",),
    "from": ("من",),
    "near": ("قرب",),
}.items() for word in words}  # fmt: skip
"""What stands before a place, and how the event lies to it."""


@dataclass(frozen=True)
class Whole:
    """What a whole article gives: its values, and the places that it names, by their rules."""

    values: tuple[Value, ...]
    places: frozenset[str]

    def gives(self, value: Value) -> bool:
        """Whether some value of the article may be this one."""
        return any(_one_measure(value, other) and agree(value, other) != "disjoint" for other in self.values)

    def dates(self, day: _Day) -> bool:
        """Whether some date of the article may mean this day."""
        return any(not day.apart(other) for value in self.values if (other := _Day.of(value)) is not None)


def retold(a: View, b: View, rest: Callable[[], tuple[Whole, Whole]], nested: Nested) -> Iterator[Difference]:
    """The numbers, days and places that only one of two clauses about one event can have right.

    :param rest: what the two articles give as a whole; asked for only where the clauses differ.
    """
    yield from _numbers(a, b, rest)
    yield from _days(a, b, rest)
    yield from _places(a, b, rest, nested)


def _numbers(a: View, b: View, rest: Callable[[], tuple[Whole, Whole]]) -> Iterator[Difference]:
    there = _alone(b)
    for x in _alone(a):
        for y in there:
            if (
                not _one_measure(x, y)
                or not _one_use(a, x, b, y)
                or x.comparator != y.comparator
                or agree(x, y) != "disjoint"
            ):
                continue
            whole_a, whole_b = rest()
            if not whole_a.gives(y) and not whole_b.gives(x):
                reason = say("{one} and {other} count the same and differ", one=told(x), other=told(y))
                yield Difference("number", (x.start, x.end), (y.start, y.end), (key(x), key(y)), reason)


def _alone(view: View) -> list[Value]:
    """The counts, amounts and lengths of a clause of which it gives no other one.

    The killed and injured are left to where an article opens: further down stand those of other days.
    """
    tolls = [toll.value for toll in read_tolls(view.words, view.values)]
    counted = [value for value in view.values if value.kind in _MEASURES and value.number]
    return [
        value
        for value in counted
        if sum(_one_measure(value, other) for other in counted) == 1
        and _whole(view, value)
        and value not in tolls
        and not is_part(view.words, value)
        and not is_age(view.words, value)
    ]


def _one_use(a: View, x: Value, b: View, y: Value) -> bool:
    """Whether two lengths of time stand behind one word: «مدته عامان»; «بعد عامين» counts from a day."""
    if x.kind != "duration":
        return True
    before = [
        [word.folded for word in view.words if word.end <= value.start][-1:]
        for view, value in ((a, x), (b, y))
    ]
    return before[0] == before[1] != [] and before[0][0].lstrip("ول") not in _SINCE


def _whole(view: View, value: Value) -> bool:
    """Whether nothing of a number or date is lost or left over beside it: «???? مليون», «8 / 11 / 1436»."""
    before = view.text[max(0, value.start - _NEAR) : value.start].rstrip()
    behind = view.text[value.end : value.end + _NEAR].lstrip()
    return before[-1:] not in _DAMAGE and not (behind[:1] in _JOINED and behind[1:].lstrip()[:1].isdigit())


def _one_measure(x: Value, y: Value) -> bool:
    return x.kind == y.kind and x.unit == y.unit


@dataclass(frozen=True)
class _Day:
    """A day that a text states by its date, by its name in the week, or both."""

    value: Value
    begin: str | None
    weekday: str | None

    @classmethod
    def of(cls, value: Value) -> _Day | None:
        """The day that a value states; None for what hangs on the day of the article, and for other times."""
        if value.kind != "date" or value.grain != "day" or value.begin is None:
            return None
        names = [rest for word in value.quote.split() for _, rest in strip_proclitics(fold_word(word))]
        name = next((word for word in names if word in WEEK), None)
        dated = any(letter.isdigit() for letter in value.quote)
        return cls(value, value.begin[:10] if dated else None, name) if dated or name else None

    def apart(self, other: _Day) -> bool:
        """Whether the two cannot be one day."""
        if self.begin and other.begin:
            return begin_apart(self.value, other.value)
        names = self.name, other.name
        return all(names) and names[0] != names[1]

    @property
    def name(self) -> str | None:
        """The day of the week, from the date where only that is told."""
        if self.weekday:
            return self.weekday
        return WEEK[date.fromisoformat(self.begin).weekday()] if self.begin else None


def _days(a: View, b: View, rest: Callable[[], tuple[Whole, Whole]]) -> Iterator[Difference]:
    x, y = _only(_stated(a)), _only(_stated(b))
    if x is None or y is None or not x.apart(y):
        return
    whole_a, whole_b = rest()
    if whole_a.dates(y) or whole_b.dates(x):
        return
    spans = (x.value.start, x.value.end), (y.value.start, y.value.end)
    said = x.begin or x.name or "", y.begin or y.name or ""
    reason = say("{one} and {other} do not meet", one=_shown(x), other=_shown(y))
    yield Difference("time", *spans, said, reason)


def _shown(day: _Day) -> str:
    return told(day.value) if day.begin else f"«{day.value.quote}»"


def _stated(view: View) -> list[_Day]:
    return [day for value in view.values if _whole(view, value) and (day := _Day.of(value)) is not None]


def _only(things: Sequence[_T]) -> _T | None:
    return things[0] if len(things) == 1 else None


def _places(
    a: View, b: View, rest: Callable[[], tuple[Whole, Whole]], nested: Nested
) -> Iterator[Difference]:
    here, there = _lying(a), _lying(b)
    for way in sorted(here.keys() & there.keys()):
        x, y = _only(here[way]), _only(there[way])
        if x is None or y is None or x.rule.level != y.rule.level or nested(x.rule.id, y.rule.id):
            continue
        whole_a, whole_b = rest()
        if y.rule.id not in whole_a.places and x.rule.id not in whole_b.places:
            yield two_places(x, y)


def _lying(view: View) -> dict[str, list[Hit]]:
    """The places of a clause by how the event lies to them: in, to, from or near them."""
    found: dict[str, list[Hit]] = {}
    for hit in view.places:
        way = _way(view, hit)
        if way is not None:
            found.setdefault(way, []).append(hit)
    return found


def _way(view: View, hit: Hit) -> str | None:
    """What stands before a place: a preposition, the kind of place, or «ب» written on to it."""
    place = next((k for k, word in enumerate(view.words) if word.start <= hit.start < word.end), 0)
    if view.words[place].start < hit.start:
        return "in" if view.words[place].folded[:1] == "ب" else None
    return _AT.get(view.words[place - 1].folded) if place else None
