"""Whether two values agree, contain one another, overlap or exclude one another."""

from __future__ import annotations

import math
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.lexicon import look_up, table
from consistency.model import Value

__all__ = ["Agreement", "agree"]

Agreement = Literal["equal", "contains", "overlaps", "disjoint", "incomparable"]

_ABOUT = 0.1
"""«نحو 50» means 45 to 55, and never less than one off."""
_ROUNDED = 0.05
"""A number told with «ألف» or «مليون» is rounded by half its last digit, and by no more than this share."""
_UNLIKE = 0.03
"""Durations in unlike units are equal within this share: a month and 30 days."""
_TIMES = ("date", "time", "period")
_NUMBERS = ("number", "quantity")
_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629746.0,
    "quarter": 7889238.0, "year": 31556952.0, "decade": 315569520.0, "century": 3155695200.0,
}  # fmt: skip
_METRES = {"metre": 1.0, "kilometre": 1000.0, "centimetre": 0.01, "millimetre": 0.001, "mile": 1609.344}


class _Reach(NamedTuple):
    """Numbers from ``low`` to ``high``, and whether each end belongs to them."""

    low: float
    high: float
    with_low: bool = True
    with_high: bool = True


def agree(a: Value, b: Value) -> Agreement:
    """How ``a`` lies to ``b``; "contains" is said of ``a``: where ``b`` contains ``a`` it is "overlaps".

    Times compare as intervals, numbers as sets of numbers: "about" is a tenth either way, "at least" and
    "more than" reach up, "at most" and "less than" down; numbers that differ by their rounding are equal.
    """
    if {a.kind, b.kind} & set(_TIMES):
        return _times(a, b) if a.kind in _TIMES and b.kind in _TIMES else _length(a, b)
    if not _same_measure(a, b) or a.number is None or b.number is None:
        return "incomparable"
    if a.comparator is None and b.comparator is None:
        return "equal" if _same_number(a, b) else "disjoint"
    return _sets(_reach(a), _reach(b))


def _times(a: Value, b: Value) -> Agreement:
    if a.begin is None or a.until is None or b.begin is None or b.until is None:
        return "incomparable"
    if (a.begin, a.until) == (b.begin, b.until):
        return "equal"
    if a.until <= b.begin or b.until <= a.begin:
        return "disjoint"
    return "contains" if a.begin <= b.begin and b.until <= a.until else "overlaps"


def _length(a: Value, b: Value) -> Agreement:
    """«أربعة أيام» is as long as «بين 18 و21 سبتمبر»; another length says nothing."""
    duration, period = (a, b) if a.kind == "duration" else (b, a)
    if duration.kind != "duration" or duration.number is None or duration.unit not in ("day", "week"):
        return "incomparable"
    if period.kind != "period" or period.grain != "day" or period.begin is None or period.until is None:
        return "incomparable"
    days = (datetime.fromisoformat(period.until) - datetime.fromisoformat(period.begin)).days
    return "equal" if duration.number * _SECONDS[duration.unit] == days * 86400 else "incomparable"


def _same_measure(a: Value, b: Value) -> bool:
    if a.kind == b.kind == "duration":
        return a.unit in _SECONDS and b.unit in _SECONDS
    if a.kind in _NUMBERS and b.kind in _NUMBERS:
        return a.unit == b.unit or a.unit is None or b.unit is None or {a.unit, b.unit} <= _METRES.keys()
    return a.kind == b.kind and (a.unit == b.unit or a.kind in ("ordinal", "percent"))


def _amount(value: Value) -> float:
    """The number in seconds, in metres or as it stands."""
    factor = _SECONDS if value.kind == "duration" else _METRES if value.kind == "quantity" else {}
    return (value.number or 0.0) * factor.get(value.unit or "", 1.0)


def _same_number(a: Value, b: Value) -> bool:
    first, second = _amount(a), _amount(b)
    difference = abs(first - second)
    if difference <= 1e-9 * max(abs(first), abs(second)):
        return True
    if a.kind == "ordinal":
        return False
    if a.kind == "duration" and a.unit != b.unit:
        return difference <= _UNLIKE * max(first, second)
    return difference <= max(_rounding(a), _rounding(b)) or _fewer_decimals(a, b) or _fewer_decimals(b, a)


@lru_cache(maxsize=10_000)
def _last_digit(quote: str, number: float) -> float:
    """What the last written digit of a number with a scale word is worth: 1e5 in «1.2 مليون»; else 0."""
    scales: list[float] = [float(look_up(word).roles.get("scale", 0)) for word in quote.split()]
    scale = max(scales, default=0.0)
    if not scale or sum(map(bool, scales)) != 1 or number == 0:
        return 0.0
    share = number / scale
    decimals = next((places for places in range(4) if abs(share - round(share, places)) < 1e-9), 4)
    return scale / float(10**decimals)


def _rounding(value: Value) -> float:
    number = value.number or 0.0
    return min(_last_digit(value.quote, number) / 2, abs(number) * _ROUNDED)


def _fewer_decimals(a: Value, b: Value) -> bool:
    """Whether ``a`` is ``b`` rounded to fewer decimals, for shares, prices and measures."""
    measured = a.kind in ("percent", "money") or (
        a.kind == "quantity" and a.unit in _measures() and a.unit == b.unit
    )
    if not measured or a.number is None or b.number is None:
        return False
    places = [
        next((count for count in range(6) if abs(n - round(n, count)) < 1e-9), 6)
        for n in (a.number, b.number)
    ]
    return places[0] < places[1] and abs(a.number - b.number) <= 0.5 / 10 ** places[0] + 1e-9


@cache
def _measures() -> frozenset[str]:
    return frozenset(fold_word(unit) for unit in table("units")["measure"])


def _reach(value: Value) -> _Reach:
    number = _amount(value)
    match value.comparator:
        case "about":
            least = 1.0 if value.kind in _NUMBERS and abs(number) >= 5 else 0.0
            width = max(abs(number) * _ABOUT, least)
            return _Reach(number - width, number + width)
        case "at_least":
            return _Reach(number, math.inf, True, False)
        case "more_than":
            return _Reach(number, math.inf, False, False)
        case "at_most":
            return _Reach(-math.inf, number, False, True)
        case "less_than":
            return _Reach(-math.inf, number, False, False)
        case _:
            return _Reach(number, number)


def _sets(a: _Reach, b: _Reach) -> Agreement:
    if a == b:
        return "equal"
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low > high or (low == high and not (_has(a, low) and _has(b, low))):
        return "disjoint"
    return "contains" if _covers(a, b) else "overlaps"


def _has(reach: _Reach, number: float) -> bool:
    above = reach.low < number or (reach.low == number and reach.with_low)
    return above and (number < reach.high or (reach.high == number and reach.with_high))


def _covers(a: _Reach, b: _Reach) -> bool:
    low = a.low < b.low or (a.low == b.low and (a.with_low or not b.with_low))
    return low and (a.high > b.high or (a.high == b.high and (a.with_high or not b.with_high)))
