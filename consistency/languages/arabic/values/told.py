"""Times that point back: «منذ ذلك الحين», «وقتها», «25 منه», «العام نفسه», «مؤخرا», «في وقت سابق».

What they mean stands in what was told before; a time that is only "earlier" keeps the whole of its vagueness.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from consistency.languages.arabic.values.draft import Draft, dated
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.month_dates import read_day_number
from consistency.languages.arabic.values.months import is_unit
from consistency.languages.arabic.values.points import find_date
from consistency.languages.arabic.values.relative import shifted_from
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.since import end_of_now
from consistency.languages.arabic.values.span import Interval, day_of
from consistency.languages.arabic.values.tense import tense_at

__all__ = ["read_told"]

_NEAR = 60
"""Tokens: a time further back than this is not what «وقتها» points to."""
_UNITS = ("day", "week", "month", "year")
_SELF = words_of("context", "itself")
_NEXT = words_of("context", "following")
_OF = ("من", "منه")
_NUMBERS = frozenset(("ordinal", "number"))
_SINCE = frozenset(("منذ",))
_LATELY = words_of("context", "lately")
_POINTERS = (
    _SINCE | _LATELY | words_of("context", "that") | words_of("context", "then") | {"وقت", "الاونة", "الفترة"}
)


def read_told(scan: Scan, index: int, before: Sequence[Draft]) -> Draft | None:
    """A time at this place that points to one told before, or to an earlier one that is not told.

    :param before: what was read before this place, in order.
    """
    token = scan.tokens[index]
    if token.kind == "n":
        return _day_of_that_month(scan, index, before) if scan.tokens[index + 1].folded in _OF else None
    roles = token.word.roles
    if token.word.article and not _NUMBERS.isdisjoint(roles):
        return _day_of_that_month(scan, index, before)
    if "time" in roles:
        return _that_unit(scan, index, before)
    if token.folded.lstrip("وف") in _POINTERS or token.folded in _POINTERS:
        return _since_then(scan, index, before) or _then(scan, index, before) or _earlier(scan, index)
    return None


def _last(before: Sequence[Draft]) -> Draft | None:
    return next((draft for draft in reversed(before) if draft.begin is not None), None)


def _near(index: int, before: Sequence[Draft]) -> Draft | None:
    told = _last(before)
    return told if told is not None and index - told.end <= _NEAR else None


def _that_time(scan: Scan, index: int) -> bool:
    """«ذلك الحين», «تلك الفترة»."""
    return scan.among(index, words_of("context", "that")) and scan.among(
        index + 1, words_of("context", "that_time")
    )


def _since_then(scan: Scan, index: int, before: Sequence[Draft]) -> Draft | None:
    """«منذ ذلك الحين»: from the last time told before until the reference."""
    if not scan.among(index, _SINCE) or not _that_time(scan, index + 1):
        return None
    told, now = _last(before), end_of_now(scan)
    if told is None or told.begin is None or told.begin >= now:
        return None
    how = f"from the time told before, {told.begin.date()}, until the reference"
    return told._replace(
        start=index,
        end=index + 3,
        kind="period",
        until=now,
        how=how,
        number=None,
        unit=None,
        comparator=None,
    )


def _then(scan: Scan, index: int, before: Sequence[Draft]) -> Draft | None:
    """«وقتها», «آنذاك», «في ذلك الوقت»: the last time told before."""
    end = index + 1
    if _that_time(scan, index) and scan.tokens[index - 1].folded != "منذ":
        end = index + 2
    elif not scan.among(index, words_of("context", "then")) or scan.tokens[end].word.article:
        return None
    told = _near(index, before)
    if told is None or told.begin is None:
        return None
    how = f"the time told before, {told.begin.date()}"
    return told._replace(start=index, end=end, how=how, number=None, unit=None, comparator=None)


def _day_of_that_month(scan: Scan, index: int, before: Sequence[Draft]) -> Draft | None:
    """«25 منه», «العشرين من الشهر نفسه»."""
    day = read_day_number(scan, index)
    if day is None:
        return None
    end = _that_month(scan, day[0])
    if end is None:
        return None
    told = _near(index, before)
    if told is None or told.begin is None or told.grain not in ("day", "month", "hour", "minute"):
        return None
    try:
        found = date(told.begin.year, told.begin.month, day[1])
    except ValueError:
        return None
    return dated(index, end, day_of(found, "a day of the month told before"))


def _that_month(scan: Scan, index: int) -> int | None:
    """The end of «منه», «من الشهر نفسه», «من نفس الشهر»."""
    if scan.tokens[index].folded == "منه":
        return index + 1
    if scan.tokens[index].folded != "من":
        return None
    before, behind = scan.tokens[index + 1].folded in ("نفس", "ذات"), scan.tokens[index + 2].folded in _SELF
    month = index + 2 if before else index + 1
    return index + 3 if (before or behind) and is_unit(scan, month, "month") else None


def _that_unit(scan: Scan, index: int, before: Sequence[Draft]) -> Draft | None:
    """«اليوم نفسه», «العام ذاته», and in a report «اليوم التالي»: counted from the time told before."""
    unit, count = scan.tokens[index].word.roles.get("time", ("", 0))
    if unit not in _UNITS or count != 1 or not scan.tokens[index].word.article:
        return None
    follower = scan.tokens[index + 1].folded
    next_one = follower in _NEXT and tense_at(scan, index) == "past"
    told = _near(index, before) if follower in _SELF or next_one else None
    if told is None or told.begin is None or (unit == "day" and told.grain not in ("day", "hour", "minute")):
        return None
    interval = shifted_from(told.begin.date(), unit, int(next_one))
    if interval is None:
        return None
    return dated(index, index + 2, interval._replace(how=f"{interval.how}, the time told before"))


def _earlier(scan: Scan, index: int) -> Draft | None:
    """«مؤخرا», «في الآونة الأخيرة», «في وقت سابق»: this year or the last one, up to the reference."""
    end = _vague_end(scan, index)
    if end is None or not 2 < scan.reference.year < 9000:
        return None
    if scan.tokens[end].folded == "من" or find_date(scan, end) is not None:
        return None  # «في وقت سابق اليوم», «في وقت سابق من الجلسة»
    now = end_of_now(scan)
    interval = Interval(
        datetime(now.year - 1, 1, 1), now, "year", "earlier than the reference; how much is not stated"
    )
    return dated(index, end, interval)._replace(comparator="about")


def _vague_end(scan: Scan, index: int) -> int | None:
    if scan.tokens[index].folded in _LATELY:
        return index + 1
    if scan.tokens[index].folded in ("وقت", "الاونة", "الفترة") and scan.tokens[index + 1].folded in (
        "سابق",
        "الاخيرة",
    ):
        return index + 2
    return None
