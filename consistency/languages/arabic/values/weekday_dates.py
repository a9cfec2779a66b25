"""Days of the week, alone and before a date: «الاثنين», «الأحد الماضي», «الاثنين 18 سبتمبر 2023»."""

from __future__ import annotations

from datetime import date, timedelta

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.month_dates import read_day_month, read_day_number, read_month_first
from consistency.languages.arabic.values.months import is_unit, read_turn
from consistency.languages.arabic.values.numerals import counts_something
from consistency.languages.arabic.values.numeric_dates import read_numeric
from consistency.languages.arabic.values.place import WEEKDAYS
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found, Interval, When, day_of

__all__ = ["read_weekday", "read_weekday_date"]

_EVERY = frozenset(("كل",))


def _weekday(scan: Scan, index: int) -> tuple[int, int] | None:
    word = scan.tokens[index].word
    if "weekday" in word.roles:
        if word.stem == "الاحد" and scan.tokens[index + 1].folded in ("عشر", "عشرة"):
            return None
        if scan.tokens[index + 1].folded in words_of("context", "black_friday"):
            return None
        if scan.tokens[index - 1].word.stem in words_of("context", "prayer") or _recurs(scan, index):
            return None
        return index + 1, word.roles["weekday"]
    if (
        "bare_weekday" in word.roles
        and not _recurs(scan, index)
        and (word.article or is_unit(scan, index - 1, "day"))
    ):
        return index + 1, word.roles["bare_weekday"]
    return None


def _recurs(scan: Scan, index: int) -> bool:
    """«كل جمعة», «كل يوم أحد», «أيام الجمعة»: no one day."""
    back = index - 2 if is_unit(scan, index - 1, "day") else index - 1
    if scan.among(back, _EVERY):
        return True
    several = scan.tokens[index + 1].word.conjunction or scan.tokens[index - 1].word.conjunction
    return is_unit(scan, index - 1, "day", 0) and not several and scan.tokens[index + 1].kind != "n"


def _lead(scan: Scan, index: int) -> int:
    """Past «في», «الموافق», a comma or «يوم» between a weekday and its day."""
    at = index
    for _ in range(3):
        if scan.is_mark(at, "،,(-–") or scan.tokens[at].folded in (
            "في",
            "الموافق",
            "المصادف",
            "بتاريخ",
            "الموافقة",
        ):
            at += 1
        else:
            break
    return at


def read_weekday_date(scan: Scan, index: int) -> Found | None:
    """A weekday with a date behind it."""
    at = index + 1 if is_unit(scan, index, "day") and not scan.tokens[index].word.article else index
    weekday = _weekday(scan, at)
    if weekday is None:
        return None
    lead = _lead(scan, weekday[0])
    rest = (
        read_day_month(scan, lead) or read_month_first(scan, lead, need_day=True) or read_numeric(scan, lead)
    )
    if rest is not None and rest.when is not None and rest.when.day is not None:
        end = rest.end
        if scan.is_mark(lead - 1, "(") and scan.is_mark(end, ")"):
            end += 1
        when = rest.when._replace(weekday=weekday[1])
        nth = _rather_nth(scan, lead, when)
        return Found(at, end, interval=nth) if nth is not None else Found(at, end, when)
    if lead > weekday[0] and scan.is_mark(lead - 1, "،,(-–"):
        return None
    day = read_day_number(scan, lead)
    if day is None or counts_something(scan, day[0]):
        return None
    if scan.tokens[lead].kind == "w" and day[1] <= 5 and scan.tokens[lead - 1].folded != "في":
        nth = nth_weekday(scan.reference.year, scan.reference.month, day[1], weekday[1])
        if nth is not None or day[1] < 5:
            return Found(at, day[0], interval=nth) if nth is not None else None
        return Found(at, day[0], When(day=day[1], weekday=weekday[1]))  # a month without a fifth one
    small_ordinal = scan.tokens[lead].kind == "w" and day[1] < 11 and scan.tokens[lead - 1].folded != "في"
    return None if small_ordinal else Found(at, day[0], When(day=day[1], weekday=weekday[1]))


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Interval | None:
    """The nth such weekday of a month."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return (
        day_of(day, f"{WEEKDAYS[weekday]} number {nth} of {year}-{month:02}") if day.month == month else None
    )


def _rather_nth(scan: Scan, index: int, when: When) -> Interval | None:
    """«الثلاثاء الثالث من أيلول 2014» is the third Tuesday where the third is no Tuesday."""
    if scan.tokens[index].kind != "w" or when.hijri or when.year is None or when.month is None:
        return None
    if when.day is None or when.weekday is None:
        return None
    if not (when.day <= 5 and 1 <= when.month <= 12 and 2 < when.year < 9000):
        return None
    if date(when.year, when.month, when.day).weekday() == when.weekday:
        return None
    return nth_weekday(when.year, when.month, when.day, when.weekday)


def read_weekday(scan: Scan, index: int) -> Found | None:
    weekday = _weekday(scan, index)
    if weekday is None:
        return None
    turn = read_turn(scan, weekday[0])
    if turn is not None:
        return Found(index, turn[0], When(weekday=weekday[1], turn=turn[1]))
    if scan.tokens[weekday[0]].folded == "بعد" and (read_turn(scan, weekday[0] + 1) or (0, 0))[1] == 1:
        ahead = (weekday[1] - scan.reference.weekday() - 1) % 7 + 8
        day = scan.reference.date() + timedelta(days=min(ahead, 14))
        return Found(
            index, weekday[0] + 2, interval=day_of(day, "the weekday after the next one of its name")
        )
    second = _weekday(scan, weekday[0]) if scan.tokens[weekday[0]].word.conjunction else None
    shared = read_turn(scan, second[0]) if second is not None else None
    if shared is not None and scan.tokens[shared[0] - 1].folded.endswith(
        "ين"
    ):  # «الاثنين والثلاثاء المقبلين»
        return Found(index, weekday[0], When(weekday=weekday[1], turn=shared[1]))
    return Found(index, weekday[0], When(weekday=weekday[1]))
