"""Whether two values agree, contain one another, overlap or exclude one another."""

from __future__ import annotations

import math
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from consistency.languages.arabic.values.lexicon import look_up
from consistency.languages.arabic.values.measures import amount, one_measure, share_of
from consistency.model import Value

__all__ = ["Agreement", "agree"]

Agreement = Literal["equal", "contains", "within", "overlaps", "disjoint", "incomparable"]

_ABOUT = 0.1
"""«نحو 50» means 45 to 55, and never less than one off."""
_ROUNDED = 0.05
"""A round number stands for what rounds to it, but for no more than this share either way."""
_WHOLE = 0.5 + 1e-9
"""By no more than this a number with decimals differs from one that is rounded to fewer."""
_ROUND_FROM = 100
"""Digits without a scale word are round from here on, where they end in two noughts."""
_UNLIKE = 0.03
"""Durations in unlike units are equal within this share: a month and 30 days."""
_ROUGH = 0.025
"""«نصف السكان» and «52 في المئة» differ by less than a fraction in words tells."""
_TIMES = ("date", "time", "period")
_NUMBERS = ("number", "quantity")


class _Reach(NamedTuple):
    """Numbers from ``low`` to ``high``, and whether each end belongs to them."""

    low: float
    high: float
    with_low: bool = True
    with_high: bool = True


def agree(a: Value, b: Value) -> Agreement:
    """How ``a`` lies to ``b``; ``agree(b, a)`` is the same, with "contains" and "within" exchanged.

    Times compare as intervals, numbers as sets of numbers: "about" is a tenth either way, "at least" and
    "more than" reach up, "at most" and "less than" down; numbers that differ by rounding are equal:
    «20 ألفا» and 20,300, 2.5 and 2.48 per cent, a month and 30 days.  What is only roughly placed («منذ نحو 4
    سنوات», «مؤخرا») excludes no other time.  Other units, other currencies, percentages and percentage
    points, and ordinals from the two ends are not comparable.
    """
    if a.kind in _TIMES or b.kind in _TIMES:
        return _times(a, b) if a.kind in _TIMES and b.kind in _TIMES else _length(a, b)
    if a.kind != b.kind and share_of(a) is not None and share_of(b) is not None:
        return _rough_shares(a, b)
    if a.number is None or b.number is None or not one_measure(a, b):
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
        return "incomparable" if a.comparator or b.comparator else "disjoint"
    if a.begin <= b.begin and b.until <= a.until:
        return "contains"
    return "within" if b.begin <= a.begin and a.until <= b.until else "overlaps"


def _length(a: Value, b: Value) -> Agreement:
    """«أربعة أيام» is as long as «بين 18 و21 سبتمبر»; another length says nothing."""
    duration, period = (a, b) if a.kind == "duration" else (b, a)
    if duration.kind != "duration" or duration.number is None or duration.unit not in ("day", "week"):
        return "incomparable"
    if period.kind != "period" or period.grain != "day" or period.begin is None or period.until is None:
        return "incomparable"
    days = (datetime.fromisoformat(period.until) - datetime.fromisoformat(period.begin)).days
    return "equal" if amount(duration) == days * 86400 else "incomparable"


def _rough_shares(a: Value, b: Value) -> Agreement:
    """«نصف السكان» and «52 في المئة»: words are rough, so what is further off may be of other things."""
    first, second = share_of(a), share_of(b)
    if first is None or second is None or a.comparator or b.comparator:
        return "incomparable"
    return "equal" if abs(first - second) <= _ROUGH else "incomparable"


def _same_number(a: Value, b: Value) -> bool:
    first, second = amount(a), amount(b)
    difference = abs(first - second)
    if difference <= 1e-9 * max(abs(first), abs(second)):
        return True
    if a.kind == "ordinal":
        return False
    if a.kind == "duration":
        return a.unit != b.unit and difference <= _UNLIKE * max(first, second)
    factor = max(abs(first / a.number) if a.number else 1.0, abs(second / b.number) if b.number else 1.0)
    return (
        (
            difference <= factor * max(_most_rounding(a), _most_rounding(b))
            and _rounded(a, b, difference, factor)
        )
        or _fewer_decimals(a, b)
        or _fewer_decimals(b, a)
    )


def _rounded(a: Value, b: Value, difference: float, factor: float) -> bool:
    """Whether the two are off by no more than the roundness of one of them."""
    return difference <= factor * max(_rounding(a), _rounding(b))


@lru_cache(maxsize=10_000)
def _last_digit(quote: str, number: float) -> float:
    """What the last told digit of a round number is worth: 1e5 in «1.2 مليون», 1e4 in «20,000»; else 0."""
    scales: list[float] = [float(look_up(word).roles.get("scale", 0)) for word in quote.split()]
    scale = max(scales, default=0.0)
    if number == 0 or sum(map(bool, scales)) > 1:
        return 0.0
    if not scale:
        if number != int(number) or abs(number) < _ROUND_FROM or number % 100:
            return 0.0
        digits = str(int(abs(number)))
        return float(10 ** (len(digits) - len(digits.rstrip("0"))))
    told = number / scale
    decimals = next((places for places in range(4) if abs(told - round(told, places)) < 1e-9), 4)
    return scale / float(10**decimals)


def _most_rounding(value: Value) -> float:
    """What no rounding exceeds, whatever the quote."""
    return abs(value.number or 0.0) * _ROUNDED


def _rounding(value: Value) -> float:
    """By how much the number may be off for its roundness; nothing for a percentage."""
    number = value.number or 0.0
    if value.kind == "percent":
        return 0.0
    return min(_last_digit(value.quote, number) / 2, _most_rounding(value))


def _fewer_decimals(a: Value, b: Value) -> bool:
    """Whether ``a`` is ``b`` rounded to fewer decimals, for shares, prices and measures."""
    measured = a.kind in ("percent", "money") or (a.kind == "quantity" and a.unit == b.unit)
    if not measured or a.number is None or b.number is None or abs(a.number - b.number) > _WHOLE:
        return False
    places = [
        next((count for count in range(6) if abs(n - round(n, count)) < 1e-9), 6)
        for n in (a.number, b.number)
    ]
    return places[0] < places[1] and abs(a.number - b.number) <= 0.5 / 10 ** places[0] + 1e-9


def _reach(value: Value) -> _Reach:
    number = amount(value)
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
    if _covers(a, b):
        return "contains"
    return "within" if _covers(b, a) else "overlaps"


def _has(reach: _Reach, number: float) -> bool:
    above = reach.low < number or (reach.low == number and reach.with_low)
    return above and (number < reach.high or (reach.high == number and reach.with_high))


def _covers(a: _Reach, b: _Reach) -> bool:
    low = a.low < b.low or (a.low == b.low and (a.with_low or not b.with_low))
    return low and (a.high > b.high or (a.high == b.high and (a.with_high or not b.with_high)))
