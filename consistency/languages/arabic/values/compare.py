"""Whether two values agree, contain one another, overlap or exclude one another."""

from __future__ import annotations

import math
from typing import Literal

from consistency.model import Value

__all__ = ["Agreement", "agree"]

Agreement = Literal["equal", "contains", "overlaps", "disjoint", "incomparable"]

_ABOUT = 0.1
"""«نحو 50» means 45 to 55, and never less than one off."""
_TIMES = ("date", "time", "period")
_NUMBERS = ("number", "quantity")
_SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629746.0,
    "quarter": 7889238.0,
    "year": 31556952.0,
    "decade": 315569520.0,
    "century": 3155695200.0,
}


def agree(a: Value, b: Value) -> Agreement:
    """How ``a`` lies to ``b``; "contains" is said of ``a``, "overlaps" also where ``b`` contains ``a``.

    Times compare as intervals.  Numbers compare as sets of numbers: "about" is a tenth either way,
    "at least" and "more than" reach up, "at most" and "less than" reach down.
    """
    if a.kind in _TIMES or b.kind in _TIMES:
        return _times(a, b)
    if not _same_measure(a, b) or a.number is None or b.number is None:
        return "incomparable"
    return _sets(_reach(a), _reach(b))


def _times(a: Value, b: Value) -> Agreement:
    if a.kind not in _TIMES or b.kind not in _TIMES:
        return "incomparable"
    if a.begin is None or a.until is None or b.begin is None or b.until is None:
        return "incomparable"
    if (a.begin, a.until) == (b.begin, b.until):
        return "equal"
    if a.until <= b.begin or b.until <= a.begin:
        return "disjoint"
    if a.begin <= b.begin and b.until <= a.until:
        return "contains"
    return "overlaps"


def _same_measure(a: Value, b: Value) -> bool:
    if a.kind == b.kind == "duration":
        return a.unit in _SECONDS and b.unit in _SECONDS
    if a.kind in _NUMBERS and b.kind in _NUMBERS:
        return a.unit == b.unit or a.unit is None or b.unit is None
    return a.kind == b.kind and (a.unit == b.unit or a.kind in ("ordinal", "percent"))


def _amount(value: Value) -> float:
    number = value.number or 0.0
    return number * _SECONDS[value.unit] if value.kind == "duration" and value.unit else number


def _slack(value: Value) -> float:
    """Half of the last digit that a number gives, for durations of unlike units."""
    return _SECONDS[value.unit] / 2 if value.kind == "duration" and value.unit else 0.0


def _reach(value: Value) -> tuple[float, float, bool, bool]:
    """From, to, and whether each end belongs to it."""
    number = _amount(value)
    match value.comparator:
        case "about":
            width = max(
                abs(number) * _ABOUT,
                1.0 if value.kind in ("number", "quantity") and abs(number) >= 5 else 0.0,
            )
            return number - width, number + width, True, True
        case "at_least":
            return number, math.inf, True, False
        case "more_than":
            return number, math.inf, False, False
        case "at_most":
            return -math.inf, number, False, True
        case "less_than":
            return -math.inf, number, False, False
        case _:
            return number, number, True, True


def _sets(a: tuple[float, float, bool, bool], b: tuple[float, float, bool, bool]) -> Agreement:
    if a == b:
        return "equal"
    low, high = max(a[0], b[0]), min(a[1], b[1])
    if low > high:
        return "disjoint"
    if low == high and not (_has(a, low) and _has(b, low)):
        return "disjoint"
    if _covers(a, b):
        return "contains"
    return "overlaps"


def _has(reach: tuple[float, float, bool, bool], number: float) -> bool:
    low, high, with_low, with_high = reach
    return (low < number or (low == number and with_low)) and (
        number < high or (number == high and with_high)
    )


def _covers(a: tuple[float, float, bool, bool], b: tuple[float, float, bool, bool]) -> bool:
    low = a[0] < b[0] or (a[0] == b[0] and (a[2] or not b[2]))
    high = a[1] > b[1] or (a[1] == b[1] and (a[3] or not b[3]))
    return low and high
