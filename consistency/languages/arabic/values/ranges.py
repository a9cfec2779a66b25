"""Ranges and pairs: «بين 18 و21 سبتمبر», «من 13 الى 15 يوليو», «2014-2015», «10-20 دولار»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from consistency.languages.arabic.values.amounts import read_amount
from consistency.languages.arabic.values.clock import CLOCK, Clock, read_joined_clock
from consistency.languages.arabic.values.comparators import read_comparator
from consistency.languages.arabic.values.draft import Draft
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.month_dates import read_day_number
from consistency.languages.arabic.values.months import is_unit
from consistency.languages.arabic.values.numerals import (
    NUMBER,
    ORDINAL,
    counts_alone,
    read_number,
    read_ordinal,
)
from consistency.languages.arabic.values.points import DATED, clock_interval, find_date, resolve
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found, Interval, When, day_of
from consistency.model import Grain

__all__ = ["END", "may_be_joined", "read_range"]

_TO = words_of("grammar", "to")
_OUT_OF = frozenset(("اصل", "بين", "مجموع"))
_LONGEST_END = 20
"""Words: the first end of a range is no longer."""
_RANK = ("second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century")


END = DATED | CLOCK | ORDINAL | NUMBER
"""What the first end of a range starts with."""


class _Open(NamedTuple):
    """The opening word of a range: where its first end stands, and what may join the two."""

    at: int
    joiner: str
    """"and" after «بين», "to" after «من», "" where nothing opens it."""


_RangeReader = Callable[[Scan, int, _Open], list[Draft]]


def read_range(scan: Scan, index: int) -> list[Draft]:
    """A range that starts here: one value for times, two (from, to) for amounts; else nothing."""
    opening = _opening(scan, index)
    if opening is not None and (opening.joiner == "and" or may_be_joined(scan, opening.at)):
        for reader in _readers(scan, opening):
            found = reader(scan, index, opening)
            if found:
                return found
    return _inside(scan, index)


def _readers(scan: Scan, opening: _Open) -> tuple[_RangeReader, ...]:
    """A number that is no date and no time is an end of such a range only where the next word joins."""
    number_alone = counts_alone(scan, opening.at) and _joint(scan, opening.at + 1, opening.joiner) is None
    return (_amount_range,) if number_alone else (_date_range, _clock_range, _amount_range)


def may_be_joined(scan: Scan, index: int) -> bool:
    """Whether something that joins two ends stands near enough in the line: most words open no range."""
    behind = bisect_right(scan.joints, index)
    next_one = scan.joints[behind] if behind < len(scan.joints) else scan.count
    return next_one < min(index + _LONGEST_END, scan.count) and scan.tokens[next_one].kind != "l"


def _inside(scan: Scan, index: int) -> list[Draft]:
    """«تشرين الثاني بين 15 و19», «الأسبوع المقبل من الأربعاء إلى الجمعة»."""
    whole = find_date(scan, index)
    if whole is None or scan.tokens[whole.end].folded not in ("بين", "من"):
        return []
    daily = _hours_of_day(scan, whole)
    if daily:
        return daily
    roles = scan.tokens[index].word.roles
    if not ("month" in roles or "month_head" in roles or "time" in roles):
        return []
    opening = _opening(scan, whole.end)
    first = _end_of_range(scan, opening.at) if opening is not None else None
    joint = _joint(scan, first.end, opening.joiner) if opening is not None and first is not None else None
    second = _end_of_range(scan, joint) if joint is not None else None
    if first is None or second is None or first.when is None or second.when is None:
        return []
    bounds = [_within(scan, whole, found) for found in (first, second)]
    if bounds[0] is None or bounds[1] is None:
        return []
    return _interval(scan, index, second.end, bounds[0], bounds[1])


def _hours_of_day(scan: Scan, day: Found) -> list[Draft]:
    """«الخميس من 9:30 إلى 11:00»."""
    opening = _opening(scan, day.end)
    first = _clock_end(scan, opening.at) if opening is not None else None
    joint = _joint(scan, first.end, opening.joiner) if opening is not None and first is not None else None
    second = _clock_end(scan, joint) if joint is not None else None
    if first is None or second is None or not (_spoken_as_time(scan, first) or _spoken_as_time(scan, second)):
        return []
    interval = resolve(scan, day, plan=True)
    if interval is None or interval.grain != "day" or interval.until - interval.begin > timedelta(days=1):
        return []
    begin, until = clock_interval(scan, first, interval), clock_interval(scan, second, interval)
    return _interval(scan, day.start, second.end, begin, until)


def _within(scan: Scan, whole: Found, part: Found) -> Interval | None:
    """A day of the month, or a weekday, inside a month or week."""
    when = part.when
    if when is None:
        return None
    if whole.when is not None and whole.when.month is not None and whole.when.day is None:
        return (
            resolve(scan, part._replace(when=when.with_rest_of(whole.when)))
            if when.day and not when.month
            else None
        )
    week = whole.interval
    if week is None or week.grain != "week" or when.weekday is None or when.day is not None:
        return None
    return day_of((week.begin + timedelta(days=when.weekday)).date(), f"a weekday of the {week.how}")


def _opening(scan: Scan, index: int) -> _Open | None:
    token = scan.tokens[index]
    if token.kind != "w":
        return _Open(index, "") if token.kind in "nr" else None
    folded = token.folded
    bare = folded[1:] if folded[:1] in "وف" else folded
    comparator = read_comparator(scan, index)
    if comparator is not None and comparator[0] < scan.count:
        return _Open(comparator[0], "")
    if bare == "بين":
        return _Open(index + 1, "and")
    if bare in ("من", "منذ"):
        return _Open(index + 1, "to")
    return _Open(index, "") if token.word.roles else None


def _joint(scan: Scan, index: int, joiner: str) -> int | None:
    """The place behind the word or mark that joins two ends."""
    folded = scan.tokens[index].folded
    if joiner == "and":
        if folded == "و" and scan.tokens[index].kind == "w":
            return index + 1
        if scan.tokens[index].word.conjunction and folded[0] == "و":
            return index
        if scan.is_mark(index, "-–—") or folded in _TO:
            return index + 1
        return None
    if folded in _TO and scan.tokens[index].kind == "w":
        return index + 1
    if scan.is_mark(index, "-–—") or _two_years(scan, index):
        return index + 1
    return None


def _two_years(scan: Scan, index: int) -> bool:
    """«2014/2015», «1435 / 1436هـ»: a slash between consecutive years."""
    first, second = scan.tokens[index - 1].text, scan.tokens[index + 1].text
    if not (
        scan.is_mark(index, "/-–") and first.isdigit() and second.isdigit() and len(first) == len(second) == 4
    ):
        return False
    return int(second) - int(first) == 1


def _date_range(scan: Scan, index: int, opening: _Open) -> list[Draft]:
    months = opening.joiner and is_unit(scan, opening.at, "month", 2)  # «بين شهري مايو وأغسطس»
    first = _end_of_range(scan, opening.at + 1 if months else opening.at)
    if first is None:
        return []
    joint = _joint(scan, first.end, opening.joiner)
    if joint is None:
        return []
    skip = joint + 1 if scan.tokens[joint].folded in ("يوم", "من") else joint
    second = find_date(scan, skip)
    if second is None or (second.when is None and second.interval is None):
        bare = _bare_day(scan, joint)
        month = _month_before(scan, index, first)
        if bare is None or first.when is None or month is None:
            return []
        second = bare
    return _dates(scan, index, opening, first, second)


def _month_before(scan: Scan, index: int, first: Found) -> When | None:
    """The month of a first end that names it: «شهر نوفمبر بين 19 و20» is read elsewhere."""
    when = first.when
    return when if when is not None and when.month is not None and when.day is not None else None


def _bare_day(scan: Scan, index: int) -> Found | None:
    day = read_day_number(scan, index)
    return Found(index, day[0], When(day=day[1])) if day is not None else None


def _end_of_range(scan: Scan, index: int) -> Found | None:
    """The first end: a date, or a bare day whose month stands at the second."""
    dated = find_date(scan, index)
    if dated is not None:
        return dated
    if _two_years(scan, index + 1):
        return Found(index, index + 1, When(year=int(scan.tokens[index].text)))
    at = index + 1 if scan.tokens[index].folded == "يوم" else index
    return _bare_day(scan, at)


def _dates(scan: Scan, index: int, opening: _Open, first: Found, second: Found) -> list[Draft]:
    left, right = first.when, second.when
    if _one_day(opening, left, right):
        return []
    bare = left is not None and left.month is None and left.year is None and left.weekday is None
    if bare and (right is None or right.day is None or right.month is None):
        return []
    if left is not None and right is not None:
        if right.hijri and left.year is not None and left.month is None:
            left = left._replace(hijri=True)
        if left.day is not None and left.month is None and left.weekday is None and right.month is not None:
            left = left.with_rest_of(right)
        elif right.day is not None and right.month is None and left.month is not None:
            right = right.with_rest_of(left)
        elif left.year is None and right.year is not None and left.month is not None:
            left = left._replace(year=right.year)
        elif left.month is not None and right.turn is not None and left.turn is None and left.year is None:
            left = left._replace(turn=right.turn)
    begin = resolve(scan, first._replace(when=left))
    until = resolve(scan, second._replace(when=right))
    if begin is None or until is None or (begin.begin, begin.until) == (until.begin, until.until):
        return []  # one day told in two calendars
    if until.until <= begin.begin and right is not None and right.year is None:
        later = _next_turn(right, until)
        until = resolve(scan, second._replace(when=later)) or until
    start = index if opening.joiner else first.start
    return _interval(scan, start, second.end, begin, until)


def _one_day(opening: _Open, left: When | None, right: When | None) -> bool:
    """«الاثنين - 9 جمادى الأولى 1446 هـ»: a dash between a weekday and its date is no range."""
    if opening.joiner or left is None or right is None:
        return False
    return left.weekday is not None and left.day is None and right.day is not None and right.weekday is None


def _next_turn(when: When, interval: Interval) -> When:
    if when.weekday is not None and when.day is None:
        return when._replace(turn=1)
    return when._replace(year=interval.begin.year + 1) if not when.hijri else when


def _interval(scan: Scan, start: int, end: int, first: Interval, last: Interval) -> list[Draft]:
    if last.until <= first.begin:
        return []
    grain: Grain = min((first.grain, last.grain), key=_RANK.index)
    how = f"from {first.begin.date()} to {last.until.date()}, exclusive; {last.how}"
    return [Draft(start, end, "period", begin=first.begin, until=last.until, grain=grain, how=how)]


def _clock_range(scan: Scan, index: int, opening: _Open) -> list[Draft]:
    """«من الساعة 3 الى الساعة 4 بعد العصر», «بين الخامسة والسادسة مساء»."""
    first = _clock_end(scan, opening.at)
    if first is None:
        return []
    joint = _joint(scan, first.end, opening.joiner)
    if joint is None:
        return []
    second = _clock_end(scan, joint)
    if second is None:
        return []
    if not (_spoken_as_time(scan, first) or _spoken_as_time(scan, second)):
        return []
    if not first.sure and second.sure and first.hour < 12 <= second.hour and first.hour + 12 <= second.hour:
        first = first._replace(hour=first.hour + 12, sure=True)
    elif first.sure and not second.sure and second.hour < 12 and second.hour < first.hour <= second.hour + 12:
        second = second._replace(hour=second.hour + 12, sure=True)
    elif first.sure != second.sure:
        first, second = first._replace(sure=True), second._replace(sure=True)
    begin, until = clock_interval(scan, first, None), clock_interval(scan, second, None)
    if until.until <= begin.begin:
        day = timedelta(days=1)
        until = until._replace(begin=until.begin + day, until=until.until + day)
    return _interval(scan, index, second.end, begin, until)


def _clock_end(scan: Scan, index: int) -> Clock | None:
    clock = read_joined_clock(scan, index)
    if clock is not None:
        return clock
    ordinal = read_ordinal(scan, index) if scan.tokens[index].word.article else None
    if ordinal is not None and 1 <= ordinal[1] <= 12:
        return Clock(index, ordinal[0], ordinal[1], sure=False)
    number = read_number(scan, index)
    if number is None or not 1 <= number.value <= 24 or number.value != int(number.value):
        return None
    return Clock(index, number.end, int(number.value), sure=number.value > 12)


def _spoken_as_time(scan: Scan, clock: Clock) -> bool:
    if clock.grain != "hour" or (clock.sure and clock.hour <= 24 and clock.end > clock.start + 1):
        return True
    return any(
        scan.tokens[at].word.roles.get("time", ("",))[0] == "hour" for at in range(clock.start, clock.end)
    )


def _changes(scan: Scan, index: int) -> bool:
    """Whether a verb of change stands before: «ارتفع السعر من 40 إلى 50 دولارا»."""
    listed = words_of("context", "change")
    for at in range(index - 1, max(index - 15, -1), -1):
        if scan.tokens[at].kind == "l" or scan.is_mark(at, ".؛"):
            return False
        folded = scan.tokens[at].folded
        if folded in listed or (folded[:1] in "وف" and folded[1:] in listed):
            return True
    return False


def _amount_range(scan: Scan, index: int, opening: _Open) -> list[Draft]:
    """«من 10 الى 20 دولار», «بين 5 و8 ملايين», «10-20 يوما»: from at least the one to at most the other."""
    first = read_amount(scan, opening.at)
    number = read_number(scan, opening.at)
    if number is None or first is None:
        return []
    left_end = first.end
    either = scan.tokens[left_end].folded == "او" and opening.joiner == "" and first.kind == "number"
    out_of = (
        opening.joiner == ""
        and scan.tokens[left_end].folded == "من"
        and scan.tokens[left_end + 1].folded in _OUT_OF
    )
    joint = left_end + 2 if out_of else left_end + 1 if either else _joint(scan, left_end, opening.joiner)
    if joint is None:
        return []
    second_number = read_number(scan, joint)
    second = read_amount(scan, joint)
    if second is None or second_number is None or first.number is None or second.number is None:
        return []
    if scan.is_mark(left_end, "/"):
        return []
    if second.kind in ("date", "time", "period") or first.kind in ("date", "time", "period", "ordinal"):
        return []
    hyphen = scan.is_mark(left_end, "-–—")
    if second.kind == "number" and (hyphen or either) and not opening.joiner:
        return []
    low = first.number
    if first.kind == "number":
        scale = second_number.scale
        if scale > 1 and number.scale == 1 and low < second.number / scale * 1.0 + 1e-9:
            low *= scale
        first = first._replace(kind=second.kind, unit=second.unit, number=low)
    elif second.kind == "number" and opening.joiner:
        second = second._replace(kind=first.kind, unit=first.unit)
    if first.kind != second.kind or first.unit != second.unit:
        return []
    if out_of:  # «5 من أصل 7 متهمين»
        return [first._replace(how=f"a part of {second.number:g}"), second]
    if scan.tokens[left_end].folded in _TO and _changes(scan, index):
        how = f"a change from {first.number:g} to {second.number:g}"
        return [first._replace(how=how), second._replace(how=how)]
    if (first.number or 0) >= (second.number or 0):
        return []
    how = f"a range from {first.number:g} to {second.number:g}"
    return [
        first._replace(start=opening.at if not opening.joiner else index, comparator="at_least", how=how),
        second._replace(comparator="at_most", how=how),
    ]
