"""Dates of the calendar: «الاثنين 18 سبتمبر 2023», «2015-07-23», «التاسع من مايو المقبل», «عام 2017»."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.months import Month, is_unit, read_month, read_turn, read_year
from consistency.languages.arabic.values.numerals import read_ordinal, read_small
from consistency.languages.arabic.values.place import WEEKDAYS
from consistency.languages.arabic.values.scan import Scan, remembered
from consistency.languages.arabic.values.span import Interval, When, day_of

__all__ = ["Found", "bare_year", "read_date", "read_day_number"]

_DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_EVERY = frozenset(("كل",))
_ARTICLES = ("ال", "وال", "بال", "لل")
_BEFORE_MONTH = words_of("grammar", "before_month")


class Found(NamedTuple):
    """A date that was read: tokens ``[start, end)``, and either what it says or where it lies."""

    start: int
    end: int
    when: When | None = None
    interval: Interval | None = None
    note: str = ""


@remembered
def read_date(scan: Scan, index: int) -> Found | None:
    """The longest calendar date that starts here."""
    token = scan.at(index)
    if token.kind not in "nw" or (
        token.kind == "w" and not token.word.roles and token.folded not in _ARTICLES
    ):
        return None
    found = [
        reader(scan, index)
        for reader in (_weekday_date, _day_month, _month_first, _year_date, _numeric, _weekday_only)
    ]
    return max((item for item in found if item), key=lambda item: item.end, default=None)


def read_day_number(scan: Scan, index: int) -> tuple[int, int] | None:
    """A day of the month in digits or as an ordinal: (end, 1-31)."""
    small = read_small(scan, index, 31)
    if small is not None and scan.is_mark(small[0], ":") and scan.attached(small[0] + 1):
        return None  # «03:57»
    if small is not None:
        return small if small[1] >= 1 and len(scan.at(index).text) <= 2 else None
    word = scan.word(index)
    ordinal = read_ordinal(scan, index) if word.roles or word.folded in ("ال", "وال") else None
    if ordinal is not None and 1 <= ordinal[1] <= 31:
        return ordinal
    return None


def _weekday(scan: Scan, index: int) -> tuple[int, int] | None:
    word = scan.word(index)
    if "weekday" in word.roles:
        if word.stem == "الاحد" and scan.folded(index + 1) in ("عشر", "عشرة"):
            return None
        if scan.folded(index + 1) in words_of("context", "black_friday"):
            return None
        if scan.word(index - 1).stem in words_of("context", "prayer") or _recurs(scan, index):
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
    several = scan.word(index + 1).conjunction or scan.word(index - 1).conjunction
    return is_unit(scan, index - 1, "day", 0) and not several and scan.at(index + 1).kind != "n"


def _lead(scan: Scan, index: int) -> int:
    """Past «في», «الموافق», a comma or «يوم» between a weekday and its day."""
    at = index
    for _ in range(3):
        if scan.is_mark(at, "،,(-–") or scan.folded(at) in ("في", "الموافق", "المصادف", "بتاريخ", "الموافقة"):
            at += 1
        else:
            break
    return at


def _weekday_date(scan: Scan, index: int) -> Found | None:
    """A weekday with a date behind it."""
    at = index + 1 if is_unit(scan, index, "day") and not scan.word(index).article else index
    weekday = _weekday(scan, at)
    if weekday is None:
        return None
    lead = _lead(scan, weekday[0])
    rest = _day_month(scan, lead) or _month_first(scan, lead, need_day=True) or _numeric(scan, lead)
    if rest is not None and rest.when is not None and rest.when.day is not None:
        end = rest.end
        if scan.is_mark(lead - 1, "(") and scan.is_mark(end, ")"):
            end += 1
        when = replace(rest.when, weekday=weekday[1])
        nth = _rather_nth(scan, lead, when)
        return Found(at, end, interval=nth) if nth is not None else Found(at, end, when)
    if lead > weekday[0] and scan.is_mark(lead - 1, "،,(-–"):
        return None
    day = read_day_number(scan, lead)
    if day is None or _counts_something(scan, day[0]):
        return None
    if scan.at(lead).kind == "w" and day[1] <= 5 and scan.folded(lead - 1) != "في":
        nth = nth_weekday(scan.reference.year, scan.reference.month, day[1], weekday[1])
        if nth is not None or day[1] < 5:
            return Found(at, day[0], interval=nth) if nth is not None else None
        return Found(at, day[0], When(day=day[1], weekday=weekday[1]))  # a month without a fifth one
    small_ordinal = scan.at(lead).kind == "w" and day[1] < 11 and scan.folded(lead - 1) != "في"
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
    if scan.at(index).kind != "w" or when.hijri or when.year is None or when.month is None:
        return None
    if when.day is None or when.weekday is None:
        return None
    if not (when.day <= 5 and 1 <= when.month <= 12 and 2 < when.year < 9000):
        return None
    if date(when.year, when.month, when.day).weekday() == when.weekday:
        return None
    return nth_weekday(when.year, when.month, when.day, when.weekday)


def _counts_something(scan: Scan, index: int) -> bool:
    """Whether the word after a number is what it counts."""
    word = scan.word(index)
    roles = {} if word.conjunction or word.article else word.roles
    return any(role in roles for role in ("time", "money", "measure", "noun", "scale", "code"))


def _weekday_only(scan: Scan, index: int) -> Found | None:
    weekday = _weekday(scan, index)
    if weekday is None:
        return None
    turn = read_turn(scan, weekday[0])
    if turn is not None:
        return Found(index, turn[0], When(weekday=weekday[1], turn=turn[1]))
    if scan.folded(weekday[0]) == "بعد" and (read_turn(scan, weekday[0] + 1) or (0, 0))[1] == 1:
        ahead = (weekday[1] - scan.reference.weekday() - 1) % 7 + 8
        day = scan.reference.date() + timedelta(days=min(ahead, 14))
        return Found(
            index, weekday[0] + 2, interval=day_of(day, "the weekday after the next one of its name")
        )
    second = _weekday(scan, weekday[0]) if scan.word(weekday[0]).conjunction else None
    shared = read_turn(scan, second[0]) if second is not None else None
    if shared is not None and scan.folded(shared[0] - 1).endswith("ين"):  # «الاثنين والثلاثاء المقبلين»
        return Found(index, weekday[0], When(weekday=weekday[1], turn=shared[1]))
    return Found(index, weekday[0], When(weekday=weekday[1]))


def _day_month(scan: Scan, index: int) -> Found | None:
    """«18 سبتمبر», «التاسع من مايو المقبل», «20 من الشهر القادم», «يوم 27»."""
    at, led = index, False
    if is_unit(scan, index, "day"):
        at, led = index + 1, True
    day = read_day_number(scan, at)
    if day is None or (
        scan.is_mark(day[0], "/-") and scan.attached(day[0]) and scan.at(day[0] + 1).kind == "n"
    ):
        return None
    if scan.at(at).kind == "n" and at > 0 and scan.is_mark(at - 1, "/.") and scan.attached(at):
        return None
    start = at if scan.word(index).article or scan.at(at).kind == "w" else index
    start = index if led and not scan.word(index).article and scan.at(at).kind == "n" else start
    after = day[0]
    for _ in range(2):
        if scan.is_mark(after, ".-/–،,") or scan.folded(after) in ("من", "في", "th", "st", "nd", "rd", "ل"):
            after += 1
    shared = _shared_month(scan, at, day)
    if shared is not None:
        return shared
    month = read_month(scan, after)
    if month is not None:
        start = at if led else start
        return _finish(scan, start, day[1], month)
    relative = _this_month(scan, after)
    if relative is not None:
        return Found(start, relative[0], When(day=day[1], month=relative[1].month, year=relative[1].year))
    if _closing_day(scan, index, day):
        return Found(index, day[0], When(day=day[1]))
    if led and scan.at(at).kind == "n" and not _counts_something(scan, day[0]):
        turn = read_turn(scan, day[0])
        return Found(start, turn[0] if turn else day[0], When(day=day[1], turn=turn[1] if turn else None))
    return None


_PAIR_LEADS = words_of("grammar", "pair_leads")


def _shared_month(scan: Scan, index: int, day: tuple[int, int]) -> Found | None:
    """The first day of «يومي 6 و7 مارس 2016», «أيام 17 و18 و19 ماي»: its month stands behind the last one."""
    before = scan.word(index - 1)
    led = scan.among(index - 1, _PAIR_LEADS) or "weekday" in before.roles
    follows = scan.folded(index - 1) == "و" and scan.at(index - 2).kind == "n"
    if scan.at(index).kind != "n" or not (led or follows):
        return None
    at = day[0]
    for _ in range(6):
        if scan.folded(at) != "و" or read_small(scan, at + 1, 31) is None:
            return None
        at += 2
        month = read_month(scan, at)
        if month is not None:
            return _finish(scan, index, day[1], month)._replace(end=day[0])
        relative = _this_month(scan, at)
        if relative is not None:  # «يومي 20 و21 الجاري»
            return Found(index, day[0], replace(relative[1], day=day[1]))
    return None


def _closing_day(scan: Scan, index: int, day: tuple[int, int]) -> bool:
    """«عاد في الحادي والعشرين.»: an ordinal above ten behind a preposition, with no noun to it."""
    end, number = day
    word, token = scan.word(index), scan.at(index)
    if token.kind != "w" or number <= 10 or end < index + 2 or not word.article:
        return False
    led = word.preposition == "ل" or scan.folded(index - 1) in ("في", "الى", "حتى")
    return led and (end >= scan.count or scan.at(end).kind in "pl") and not scan.is_mark(end, "-/%")


def _this_month(scan: Scan, index: int) -> tuple[int, When] | None:
    """«من هذا الشهر», «من الشهر القادم», «الجاري» after a day of the month."""
    reference = scan.reference
    turn: int | None = None
    at = index
    if "this" in scan.word(at).roles and is_unit(scan, at + 1, "month"):
        at, turn = at + 2, 0
        if scan.word(at - 1).article and read_turn(scan, at):
            at += 1
    elif is_unit(scan, at, "month") and scan.word(at).article:
        found = read_turn(scan, at + 1)
        if found is not None:
            at, turn = found
    elif scan.word(at).roles.get("turn", 9) == 0 and scan.at(index - 1).kind in "nw":
        at, turn = at + 1, 0
    if turn is None:
        return None
    index_of_month = reference.year * 12 + reference.month - 1 + turn
    return at, When(year=index_of_month // 12, month=index_of_month % 12 + 1)


def _finish(scan: Scan, start: int, day: int | None, month: Month) -> Found:
    """The year or turn behind a month."""
    turn = read_turn(scan, month.end)
    year = read_year(scan, turn[0] if turn else month.end, month)
    if year is not None:
        hijri = month.hijri if not year.explicit or not year.hijri else True
        return Found(start, year.end, When(year=year.year, month=month.month, day=day, hijri=hijri))
    if turn is not None:
        return Found(start, turn[0], When(month=month.month, day=day, hijri=month.hijri, turn=turn[1]))
    return Found(start, month.end, When(month=month.month, day=day, hijri=month.hijri))


def _month_first(scan: Scan, index: int, need_day: bool = False) -> Found | None:
    """«أكتوبر المقبل», «مايو الحادي عشر», «يناير 2001»."""
    start = index
    this = "this" in scan.word(index).roles
    month = read_month(scan, index + 1 if this else index)
    if month is None:
        return None
    at = month.end
    ordinal = read_ordinal(scan, at) if scan.word(at).article and not scan.word(at).preposition else None
    if ordinal is not None and 1 <= ordinal[1] <= 31 and scan.at(at).kind == "w":
        return _finish(scan, start, ordinal[1], month._replace(end=ordinal[0]))
    small = read_small(scan, at, 31)
    if small is not None and len(scan.at(at).text) <= 2 and not _counts_something(scan, small[0]):
        year = read_year(scan, small[0], month._replace(end=small[0]))
        if year is not None or need_day:
            return _finish(scan, start, small[1], month._replace(end=small[0]))
    if need_day:
        return None
    found = _finish(scan, start, None, month)
    if this and found.when is not None and found.when.year is None:
        found = found._replace(when=replace(found.when, turn=0))
    if month.sure or found.end > month.end or this or _expects_month(scan, index):
        return found
    return None


def _expects_month(scan: Scan, index: int) -> bool:
    word = scan.word(index)
    before = scan.folded(index - 1)
    if word.stem == "صفر":
        return False  # «بهدف لصفر»
    if word.preposition and not word.article:
        return word.preposition == "ل" or "month" in word.roles
    return (
        before in _BEFORE_MONTH
        or (scan.alone(index, index + 1) and "number" not in word.roles)
        or "month" in scan.word(index - 1).roles
    )


def _year_date(scan: Scan, index: int) -> Found | None:
    """«عام 2017», «العام 2015», «سنة 1436هـ», «عامي 2017» of «عامي 2017 و2019»; «568 ميلادي»."""
    dual = is_unit(scan, index, "year", 2) and scan.word(index).stem in ("عامي", "سنتي")
    plural = is_unit(scan, index, "year", 0)
    if dual or plural:
        number = scan.at(index + 1)
        if number.kind == "n" and number.text.isdigit() and len(number.text) == 4:
            return Found(index, index + 2, When(year=int(number.text)))
        return None
    year = read_year(scan, index)
    if year is not None and scan.folded(index) not in ("من", "في", "هذا", "هذه"):
        return Found(index, year.end, When(year=year.year, hijri=year.hijri))
    return bare_year(scan, index)


def bare_year(scan: Scan, index: int) -> Found | None:
    """Four digits that can only be a year; fewer with an era behind them."""
    token = scan.at(index)
    if token.kind != "n" or not token.text.isdigit() or not 3 <= len(token.text) <= 4:
        return None
    value = int(token.text)
    era = scan.folded(index + 1)
    glued = scan.attached(index + 1) or era not in ("م", "ه") or "ـ" in scan.at(index + 1).text
    glued |= era == "م" and 1900 <= value <= 2099
    if era in words_of("calendar", "hijri_era") and 1 <= value <= 1600 and glued:
        return Found(index, index + 2, When(year=value, hijri=True))
    metres = (
        era == "م"
        and value < 1800
        and scan.folded(index - 1) not in ("عام", "سنة", "في", "منذ", "حتى", "العام")
    )
    if era in words_of("calendar", "christian_era") and glued and not metres:
        return Found(index, index + 2, When(year=value))
    before = scan.folded(index - 1)
    if 1400 <= value <= 1460 and before in words_of("context", "hijri_season"):
        return Found(index, index + 1, When(year=value, hijri=True))
    if len(token.text) != 4 or not (1900 <= value <= 2099):
        return None
    led = scan.among(index - 1, words_of("grammar", "year_leads")) and value % 100 != 0
    noun = led and "noun" in scan.word(index + 1).roles
    if (_counts_something(scan, index + 1) and not noun) or scan.is_mark(index + 1, "%٪$€£"):
        return None
    if before in words_of("context", "identifier") or scan.is_mark(index - 1, "$€£+#"):
        return None
    if before in ("رؤية", "رؤيا") or scan.folded(index - 2) in ("رؤية", "ورؤية"):
        return None
    return Found(index, index + 1, When(year=value))


def _numeric(scan: Scan, index: int) -> Found | None:
    """«2015-07-23», «23/7/2015», «12.3.2015», «4/22», «3/2015»."""
    token = scan.at(index)
    if token.kind != "n" or (index > 0 and scan.attached(index) and scan.is_mark(index - 1, "/-.:")):
        return None
    end = index + 1
    while (
        end - index < 5
        and scan.attached(end)
        and scan.attached(end + 1)
        and scan.is_mark(end, "/-")
        and scan.at(end + 1).kind == "n"
        and scan.at(end + 1).text.isdigit()
    ):
        end += 2
    raw = scan.text[token.start : scan.at(end - 1).end]
    raw = "".join(str(int(letter)) if letter.isdigit() else letter for letter in raw)
    if scan.is_mark(end, "/") and scan.attached(end):
        return None
    match = _DATE.fullmatch(raw)
    if match is not None:
        when = _three(int(match[1]), int(match[3]), int(match[4]), len(match[1]), len(match[4]))
        if when is None:
            return None
        era = scan.folded(end)
        hijri = era in words_of("calendar", "hijri_era") or 1300 <= (when.year or 0) <= 1500
        skip = 1 if era in words_of("calendar", "hijri_era") | words_of("calendar", "christian_era") else 0
        return Found(index, end + skip, replace(when, hijri=hijri))
    return _two(scan, index, end, raw)


def _three(first: int, middle: int, last: int, first_length: int, last_length: int) -> When | None:
    if first_length == 4:
        year, month, day = first, middle, last
    elif last_length == 4:
        day, month, year = first, middle, last
    elif last_length == 2 and first_length <= 2:
        day, month, year = first, middle, 2000 + last if last < 70 else 1900 + last
    else:
        return None
    if month > 12 and day <= 12:
        day, month = month, day
    return When(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 and year else None


_NAMED_DAYS = frozenset(("9/11", "11/9", "24/7", "50/50", "7/7"))


def _two(scan: Scan, index: int, end: int, raw: str) -> Found | None:
    match = re.fullmatch(r"(\d{1,4})([./])(\d{1,4})", raw)
    if match is None or raw in _NAMED_DAYS:
        return None
    a, b = int(match[1]), int(match[3])
    if len(match[1]) <= 2 and len(match[3]) == 4 and 1 <= a <= 12 and 1800 <= b <= 2199 and match[2] == "/":
        return Found(index, end, When(year=b, month=a))
    if len(match[1]) == 4 and len(match[3]) <= 2 and 1 <= b <= 12 and 1800 <= a <= 2199:
        return Found(index, end, When(year=a, month=b))
    if len(match[3]) > 2 or _counts_something(scan, end) or scan.alone(index, end):
        return None
    if match[2] == "." and not (scan.folded(index - 1) in ("في", "عند", "يوم") and end == scan.count):
        return None
    when = When(day=a, month=b) if 1 <= b <= 12 and 1 <= a <= 31 else None
    if when is None and 1 <= a <= 12 and 12 < b <= 31:
        when = When(day=b, month=a)
    if when is None:
        return None
    if scan.is_mark(end, "،,") and scan.at(end + 1).kind == "n" and scan.at(end + 1).text.isdigit():
        year = scan.at(end + 1).text
        if len(year) in (2, 4) and not _counts_something(scan, end + 2):
            return Found(index, end + 2, replace(when, year=int(year) + (2000 if len(year) == 2 else 0)))
    return Found(index, end, when)
