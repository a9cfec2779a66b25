"""Placing a date in its year: what «الثلاثاء», «18 سبتمبر» or «مارس الماضي» is, seen from the reference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from consistency.languages.arabic.values.span import (
    Interval,
    When,
    day_of,
    hijri_day,
    hijri_month,
    hijri_of,
    month_of,
    third,
    year_of,
)

__all__ = ["WEEKDAYS", "place"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_YEAR, _LAST_YEAR = 2, 9000
_SOON = 60
"""Days: a date without a year so near ahead is rather announced than a year old, whatever the verb."""


def place(when: When, reference: datetime, tense: str) -> Interval | None:
    """The interval a date means; None for a date that does not exist.

    :param tense: "past", "future" or "" where the clause does not say.
    """
    today = reference.date()
    if when.year is not None and not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        return None
    if not _FIRST_YEAR < today.year < _LAST_YEAR - 200:
        return None
    whole = _place(when, today, tense)
    if whole is None or when.part is None:
        return whole
    if when.part == "half":
        return day_of(whole.begin.date() + timedelta(days=14), f"{whole.how}; its 15th")
    return third(whole, when.part)


def _place(when: When, today: date, tense: str) -> Interval | None:
    if when.day is not None:
        return _day(when, today, tense)
    if when.month is not None:
        return _month(when, today, tense)
    if when.year is not None:
        if when.hijri:
            return hijri_month(when.year, 1, f"the Hijri year {when.year}", 12)
        return year_of(when.year, f"the year {when.year}")
    if when.weekday is not None:
        return _weekday(when.weekday, when.turn, today, tense)
    return None


def _weekday(weekday: int, turn: int | None, today: date, tense: str) -> Interval:
    back = (today.weekday() - weekday) % 7
    name = WEEKDAYS[weekday]
    if turn == -1:
        return day_of(today - timedelta(days=back or 7), f"the last {name} before {today}")
    if turn == 1:
        return day_of(today + timedelta(days=7 - back), f"the first {name} after {today}")
    if tense == "future":
        return day_of(today + timedelta(days=-back % 7), f"a plan: {name}, {today} or the next one after it")
    return day_of(today - timedelta(days=back), f"a report: {name}, {today} or the nearest one before it")


def _candidates(when: When, today: date) -> Iterator[date]:
    """Days that fit a day of the month, with what else is known, around today."""
    if when.day is None:
        return
    years: list[int]
    if when.year is not None:
        years = [when.year]
        if when.hijri and when.year > 1600:  # a Hijri month in a Gregorian year
            years = [hijri_of(date(when.year, 1, 1))[0], hijri_of(date(when.year, 12, 31))[0]]
    else:
        middle = hijri_of(today)[0] if when.hijri else today.year
        years = [middle - 1, middle, middle + 1]
    for year in years:
        months = [when.month] if when.month is not None else range(1, 13)
        for month in months:
            found = _date(year, month, when.day, when.hijri)
            if found is not None:
                yield found


def _date(year: int, month: int, day: int, hijri: bool) -> date | None:
    if hijri:
        return hijri_day(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(when: When, today: date, tense: str) -> Interval | None:
    days = list(_candidates(when, today))
    if not days:
        return None
    calendar = "Hijri date" if when.hijri else "date"
    if len(days) == 1 and when.year is not None:
        return day_of(days[0], f"{calendar} with its year" + _weekday_note(when, days[0]))
    fitting = [day for day in days if day.weekday() == when.weekday] if when.weekday is not None else []
    near = [day for day in fitting if abs((day - today).days) <= 200]
    note = (
        f"; the year in which it is a {WEEKDAYS[when.weekday]}" if near and when.weekday is not None else ""
    )
    chosen = _nearest(near or [day for day in days if abs((day - today).days) <= 400], when, today, tense)
    if chosen is None:
        return None
    note = note or _weekday_note(when, chosen)
    return day_of(chosen, f"{calendar} without a year, counted from {today}{note}")


def _weekday_note(when: When, day: date) -> str:
    if when.weekday is None or day.weekday() == when.weekday:
        return ""
    return f"; the text calls it a {WEEKDAYS[when.weekday]}, it is a {WEEKDAYS[day.weekday()]}"


def _nearest(days: list[date], when: When, today: date, tense: str) -> date | None:
    before = [day for day in days if day < today]
    after = [day for day in days if day > today]
    if when.turn == -1:
        return max(before, default=None)
    if when.turn == 1:
        return min(after, default=None)
    if today in days:
        return today
    if when.weekday is None and when.turn is None:
        soon = [day for day in after if (day - today).days <= _SOON]
        if tense == "past" and not soon:
            return max(before, default=None)
        if tense == "future":
            return min(after, default=None)
    if when.month is None:
        same = [day for day in days if (day.year, day.month) == (today.year, today.month)]
        return same[0] if same else min(days, key=lambda day: abs((day - today).days), default=None)
    same = [day for day in days if day.year == today.year and abs((day - today).days) < 300]
    return same[0] if same else min(days, key=lambda day: abs((day - today).days), default=None)


def _month(when: When, today: date, tense: str) -> Interval | None:
    if when.month is None:
        return None
    if when.hijri:
        return _hijri_month(when, today, tense)
    if when.year is not None:
        return month_of(when.year, when.month, "month with its year")
    shift = when.month - today.month
    if when.turn == -1:
        year = today.year - (shift >= 0)
    elif when.turn == 1:
        year = today.year + (shift <= 0)
    elif when.turn == 0:
        year = today.year
    elif tense == "past":
        year = today.year - (shift > 0)
    elif tense == "future":
        year = today.year + (shift < 0)
    else:
        year = today.year - (shift >= 10) + (shift <= -10)
    turn = {None: "", -1: ", the last one", 0: ", this year's", 1: ", the next one"}[when.turn]
    return month_of(year, when.month, f"month without a year{turn}, counted from {today}")


def _hijri_month(when: When, today: date, tense: str) -> Interval | None:
    if when.month is None:
        return None
    year, month, _ = hijri_of(today)
    if when.year is not None:
        chosen = when.year
        if when.year > 1600:
            chosen = hijri_of(date(when.year, 12, 31))[0]
            if when.month > 6 and hijri_of(date(when.year, 12, 31))[1] < when.month:
                chosen -= 1
        return hijri_month(chosen, when.month, "Hijri month with its year (Umm al-Qura)")
    shift = when.month - month
    if when.turn == -1:
        year -= shift >= 0
    elif when.turn == 1:
        year += shift <= 0
    elif tense == "past":
        year -= shift > 0
    elif tense == "future":
        year += shift < 0
    return hijri_month(year, when.month, f"Hijri month without a year, counted from {today} (Umm al-Qura)")
