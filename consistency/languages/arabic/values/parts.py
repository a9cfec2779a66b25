"""Parts of a larger unit: «نهاية شهر مايو», «الربع الثالث من 2016», «أول جمعة من يوليو»."""

from __future__ import annotations

from datetime import timedelta

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.ages import read_decade, read_holiday, read_season
from consistency.languages.arabic.values.dates import read_date
from consistency.languages.arabic.values.dispatch import Choice
from consistency.languages.arabic.values.lexicon import phrases, signs, words_of
from consistency.languages.arabic.values.months import is_unit, read_month
from consistency.languages.arabic.values.numerals import read_ordinal
from consistency.languages.arabic.values.place import place
from consistency.languages.arabic.values.relative import (
    read_day_word,
    read_unit_turn,
    read_week_day,
    shifted,
    weekday_number,
)
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import (
    Found,
    Interval,
    add_months,
    day_of,
    month_of,
    third,
    week_of,
    year_of,
)

__all__ = ["RELATIVE", "read_relative", "read_whole"]

_LAST = frozenset((fold_word("آخر"), "الاخير", "الاخيرة", "واخر", "اخير"))


def read_relative(scan: Scan, index: int) -> Found | None:
    """The longest relative date that starts here."""
    if scan.tokens[index].kind != "w":
        return None
    return _RULES.longest(scan, index)


def read_whole(scan: Scan, index: int) -> Found | None:
    """A month, year or week that has parts."""
    for reader in (read_unit_turn, read_decade, read_date):
        found = reader(scan, index)
        if found is not None and (found.interval or (found.when and found.when.day is None)):
            if found.when is not None and found.when.weekday is not None:
                continue
            return found
    word = scan.tokens[index].word
    unit, count = word.roles.get("time", ("", 0))
    other_year = scan.tokens[index + 1].folded in words_of("context", "other_years")
    if (
        word.article
        and count == 1
        and unit in ("week", "month", "year", "decade", "century")
        and not other_year
    ):
        interval = shifted(scan, unit, 0)
        return Found(index, index + 1, interval=interval) if interval else None
    return None


def _part_of(scan: Scan, index: int) -> Found | None:
    """«نهاية شهر مايو», «مطلع العام المقبل», «أواخر الأسبوع الماضي», «أول شباط»."""
    word = scan.tokens[index].word
    part = word.roles.get("part_of_month")
    at = index + 1
    if part is None:
        if word.folded in ("اول", "الاول", "واول") and scan.tokens[index + 1].folded != "من":
            month = read_month(scan, at)
            if month is not None and month.sure:
                found = read_date(scan, at)
                if found is not None and found.when is not None and found.when.day is None:
                    return Found(index, found.end, found.when._replace(day=1))
        return None
    if scan.tokens[at].folded == "من":
        at += 1
    if word.article:
        return None
    whole = read_whole(scan, at)
    if whole is None:
        whole = read_season(scan, at)
    if whole is None:
        return None
    if whole.when is not None:
        if part == "half" and whole.when.month is None:
            return None
        return Found(index, whole.end, whole.when._replace(part=part))
    if whole.interval is None or (part == "half" and whole.interval.grain != "month"):
        return None
    if part == "half":
        middle = (whole.interval.begin + timedelta(days=14)).date()
        return Found(index, whole.end, interval=day_of(middle, f"the middle of it; {whole.interval.how}"))
    return Found(index, whole.end, interval=third(whole.interval, part))


def _nth_in(scan: Scan, index: int) -> Found | None:
    """«أول ثلاثاء من شهر عشرة», «آخر أسبوع في سبتمبر», «الاثنين الأخير من شهر مارس», «ثالث يوم من أكتوبر»."""
    read = _nth_before(scan, index) or _nth_after(scan, index)
    if read is None:
        return None
    at, nth, weekday, unit = read
    feast = _day_of_feast(scan, index, at, nth) if unit == "day" and weekday is None else None
    if feast is not None:
        return feast
    while scan.tokens[at].folded in ("من", "في", "ب"):
        at += 1
    whole = (
        read_whole(scan, at)
        if scan.tokens[at - 1].folded in ("من", "في", "بعد", "ايام") or scan.tokens[at].word.preposition
        else None
    )
    if whole is None and scan.tokens[at].folded == "بعد":
        holiday = read_holiday(scan, at + 1)
        if holiday and holiday.interval and weekday is not None and nth > 0:
            first = holiday.interval.begin.date() + timedelta(days=1)
            first += timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
            return Found(index, holiday.end, interval=day_of(first, f"weekday number {nth} after that day"))
    if whole is None:
        return None
    interval = whole.interval
    if interval is None and whole.when is not None:
        interval = place(whole.when, scan.reference, "")
    if interval is None or interval.grain not in ("month", "year"):
        return None
    chosen = _nth_of(interval, nth, weekday, unit)
    return Found(index, whole.end, interval=chosen) if chosen else None


def _day_of_feast(scan: Scan, index: int, at: int, nth: int) -> Found | None:
    """«ثاني أيام عيد الأضحى»."""
    feast = read_holiday(scan, at) if is_unit(scan, at - 1, "day", 0) and 0 < nth <= 4 else None
    if feast is None or feast.interval is None:
        return None
    day = feast.interval.begin.date() + timedelta(days=nth - 1)
    return Found(index, feast.end, interval=day_of(day, f"day {nth} of the feast; {feast.interval.how}"))


def _nth_before(scan: Scan, index: int) -> tuple[int, int, int | None, str] | None:
    """«أول يوم جمعة», «آخر أسبوع», «ثالث ثلاثاء»."""
    word = scan.tokens[index].word
    ordinal = word.roles.get("ordinal")
    nth = -1 if word.folded in _LAST else ordinal
    if nth is None or word.article:
        return None
    at = index + 1
    if is_unit(scan, at, "day") and weekday_number(scan, at + 1) is not None:
        at += 1
    weekday = weekday_number(scan, at)
    unit = scan.tokens[at].word.roles.get("time", ("", 0))[0]
    if weekday is None and unit not in ("day", "week"):
        return None
    return at + 1, int(nth), weekday, unit


def _nth_after(scan: Scan, index: int) -> tuple[int, int, int | None, str] | None:
    """«الثلاثاء الأولى», «الأسبوع الأخير», «اليوم الثالث»."""
    word = scan.tokens[index].word
    weekday = weekday_number(scan, index)
    unit, count = word.roles.get("time", ("", 0))
    if weekday is None and not (word.article and count == 1 and unit in ("day", "week")):
        return None
    follower = scan.tokens[index + 1].word
    if follower.folded in _LAST:
        return index + 2, -1, weekday, unit
    ordinal = read_ordinal(scan, index + 1)
    if ordinal is None or not follower.article:
        return None
    return ordinal[0], ordinal[1], weekday, unit


def _nth_of(whole: Interval, nth: int, weekday: int | None, unit: str) -> Interval | None:
    first, last = whole.begin.date(), whole.until.date() - timedelta(days=1)
    how = f"number {nth} in the {whole.how}" if nth > 0 else f"the last in the {whole.how}"
    if weekday is not None:
        if nth > 0:
            day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
        else:
            day = last - timedelta(days=(last.weekday() - weekday) % 7)
        return day_of(day, how) if first <= day <= last else None
    if unit == "day":
        day = first + timedelta(days=nth - 1) if nth > 0 else last
        return day_of(day, how) if first <= day <= last else None
    monday = first + timedelta(days=-first.weekday() % 7)
    if nth > 0:
        monday += timedelta(days=7 * (nth - 1))
    else:
        monday = last - timedelta(days=last.weekday())
        if monday + timedelta(days=6) > last:
            monday -= timedelta(days=7)
    return week_of(monday, how) if first <= monday <= last else None


def _quarter(scan: Scan, index: int) -> Found | None:
    """«الربع الثالث من عام 2016», «النصف الأول من العام الجاري»."""
    word = scan.tokens[index].word
    share = word.roles.get("fraction")
    if not word.article or share not in (0.25, 0.5, 0.333333333333):
        return None
    follower = scan.tokens[index + 1].word
    ordinal = (index + 2, round(1 / share)) if follower.folded in _LAST else read_ordinal(scan, index + 1)
    if ordinal is None or not follower.article or ordinal[1] > round(1 / share):
        return None
    at = ordinal[0] + 1 if scan.tokens[ordinal[0]].folded in ("من", "في") else ordinal[0]
    whole = read_whole(scan, at)
    if whole is None:
        return None
    interval = whole.interval or (place(whole.when, scan.reference, "") if whole.when else None)
    if (
        interval is None
        or interval.grain not in ("year", "month", "decade", "century")
        or interval.begin.day != 1
    ):
        return None
    if interval.grain in ("decade", "century"):
        years = interval.until.year - interval.begin.year
        part = years * share
        first = interval.begin.year + round(part * (ordinal[1] - 1))
        found = year_of(first, f"part {ordinal[1]} of the {interval.how}", round(part))
        return Found(index, whole.end, interval=found)
    months = round(12 * share)
    begin = interval.begin
    how = f"part {ordinal[1]} of the {interval.how}"
    if interval.grain == "year":
        found = month_of(*add_months(begin.year, begin.month, months * (ordinal[1] - 1)), how, months)
        return Found(index, whole.end, interval=found._replace(grain="quarter" if share == 0.25 else "month"))
    if share != 0.5:
        return None
    middle = begin + timedelta(days=15)
    half = (begin, middle) if ordinal[1] == 1 else (middle, interval.until)
    return Found(index, whole.end, interval=Interval(*half, "day", how))


_DAY = signs("time day")
_WEEKDAY = signs("weekday", "bare_weekday")
_RULES = Choice(
    (_DAY | signs("this", "day_words", "اول", "واول", "قبل", "اولة", "بعد"), read_day_word),
    (signs("this", "time"), read_unit_turn),
    (_WEEKDAY | signs("this", "time"), read_week_day),
    (signs("part_of_month", "اول", "الاول", "واول"), _part_of),
    (_DAY | _WEEKDAY | signs("time week", "ordinal", *_LAST), _nth_in),
    (signs("fraction"), _quarter),
    (signs("this", "season", "فصل"), read_season),
    (signs("decade", "time century"), read_decade),
    (signs(*phrases("calendar", "holiday")), read_holiday),
)
RELATIVE = _RULES.starts
"""What a relative date starts with."""
