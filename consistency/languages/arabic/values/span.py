"""Intervals of the calendar, and dates that are not yet placed in a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from consistency.model import Grain

__all__ = [
    "Found",
    "Interval",
    "When",
    "add_months",
    "day_of",
    "days_of",
    "easter",
    "hijri_day",
    "hijri_month",
    "hijri_of",
    "month_of",
    "third",
    "week_of",
    "year_of",
]

_MIDNIGHT = datetime.min.time()


class Interval(NamedTuple):
    """A stretch of time; ``until`` is exclusive."""

    begin: datetime
    until: datetime
    grain: Grain
    how: str


class When(NamedTuple):
    """What a date says of itself; ``turn`` is -1 for «الماضي», 0 for «الجاري», 1 for «المقبل»."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    turn: int | None = None
    part: str | None = None

    def with_rest_of(self, other: When) -> When:
        """This day in the month and year that another date names."""
        mine = self
        if mine.month is None:
            mine = mine._replace(month=other.month, hijri=other.hijri)
        if mine.year is None:
            mine = mine._replace(year=other.year, turn=other.turn)
        return mine


class Found(NamedTuple):
    """A date that was read: tokens ``[start, end)``, and either what it says or where it lies."""

    start: int
    end: int
    when: When | None = None
    interval: Interval | None = None
    note: str = ""


def _start(day: date) -> datetime:
    return datetime.combine(day, _MIDNIGHT)


def day_of(day: date, how: str) -> Interval:
    """One day."""
    return Interval(_start(day), _start(day + timedelta(days=1)), "day", how)


def days_of(first: date, last: date, how: str) -> Interval:
    """Days from the first to the last, both included."""
    return Interval(_start(first), _start(last + timedelta(days=1)), "day", how)


def week_of(day: date, how: str) -> Interval:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Interval(_start(monday), _start(monday + timedelta(days=7)), "week", how)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month so many months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def month_of(year: int, month: int, how: str, count: int = 1) -> Interval:
    """A month, or several from this one on."""
    last_year, last_month = add_months(year, month, count)
    return Interval(datetime(year, month, 1), datetime(last_year, last_month, 1), "month", how)


def year_of(year: int, how: str, count: int = 1) -> Interval:
    """A year, or several from this one on."""
    return Interval(datetime(year, 1, 1), datetime(year + count, 1, 1), "year", how)


def hijri_of(day: date) -> tuple[int, int, int]:
    """Year, month and day of the Umm al-Qura calendar; of the tabular one outside its years."""
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
        return found.year, found.month, found.day
    except (OverflowError, ValueError):
        year = int((day.toordinal() - 227015) / 354.367) + 1
        return year, 1, 1


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a Hijri one; tabular outside 1343-1500, None where there is none."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 2000):
        return None
    try:
        found = Hijri(year, month, day).to_gregorian()
        return date(found.year, found.month, found.day)
    except (OverflowError, ValueError):
        if 1343 <= year <= 1500:
            return None
    days = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day - 385 + 1948440
    return date.fromordinal(days - 1721425)


def hijri_month(year: int, month: int, how: str, count: int = 1) -> Interval | None:
    """A Hijri month, or several from this one on."""
    last_year, last_month = add_months(year, month, count)
    first, after = hijri_day(year, month, 1), hijri_day(last_year, last_month, 1)
    if first is None or after is None:
        return None
    return Interval(_start(first), _start(after), "month" if count < 12 else "year", how)


def third(whole: Interval, part: str) -> Interval:
    """The early, middle or late third of an interval; of a month: 1-10, 11-20, 21 to its end."""
    length = whole.until - whole.begin
    if whole.grain == "month":
        cuts = [whole.begin, whole.begin + timedelta(days=10), whole.begin + timedelta(days=20), whole.until]
    elif whole.grain == "year" and whole.begin.month == 1 and whole.begin.day == 1:
        cuts = [whole.begin, whole.begin.replace(month=5), whole.begin.replace(month=9), whole.until]
    else:
        days = max(length.days, 3)
        cuts = [whole.begin + timedelta(days=round(days * share / 3)) for share in range(3)] + [whole.until]
    place = ("early", "middle", "late").index(part)
    grain: Grain = "day" if whole.grain in ("month", "week") else "month"
    return Interval(cuts[place], cuts[place + 1], grain, f"{whole.how}; its {part} third")


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
