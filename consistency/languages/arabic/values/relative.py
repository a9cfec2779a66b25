"""Dates told from the reference or from a larger unit: «أمس الأحد», «الشهر المقبل», «نهاية شهر مايو», «الربع الثالث»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.values.dates import Found, read_date
from consistency.languages.arabic.values.lexicon import phrases, words_of
from consistency.languages.arabic.values.months import is_unit, read_month, read_turn, read_year
from consistency.languages.arabic.values.numerals import read_number, read_ordinal
from consistency.languages.arabic.values.place import place
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import (
    Interval,
    When,
    add_months,
    day_of,
    easter,
    hijri_day,
    hijri_of,
    month_of,
    third,
    week_of,
    year_of,
)

__all__ = ["read_relative"]


def read_relative(scan: Scan, index: int) -> Found | None:
    """The longest relative date that starts here."""
    readers = (_day_word, _unit_turn, _week_day, _part_of, _nth_in, _quarter, _season, _decade, _holiday)
    found = [reader(scan, index) for reader in readers]
    return max((item for item in found if item), key=lambda item: item.end, default=None)


def _today(scan: Scan) -> date:
    return scan.reference.date()


def _day_word(scan: Scan, index: int) -> Found | None:
    """«أمس الأحد», «أول أمس», «بعد غد», «اليوم», «يوم بعد غد»."""
    at = index + 1 if is_unit(scan, index, "day") and not scan.word(index).article else index
    shift, start = 0, index
    folded = scan.folded(at)
    if folded in ("اول", "واول", "قبل", "اولة") and _offset(scan, at + 1) == -1:
        at, shift = at + 1, -1
    elif folded in ("اول", "واول") and scan.folded(at + 1) == "من" and _offset(scan, at + 2) == -1:
        at, shift = at + 2, -1
    elif folded == "قبل" and is_unit(scan, at + 1, "day") and _offset(scan, at + 2) == -1:
        at, shift = at + 2, -1
    elif folded == "بعد" and _offset(scan, at + 1) == 1:
        at, shift = at + 1, 1
    elif is_unit(scan, at, "day") and scan.folded(at + 1) in ("الي", "اللي") and scan.folded(at + 2) == "بعد":
        at, shift = at + 3, 1
    offset = _offset(scan, at)
    if offset is None:
        return _adjacent_day(scan, index)
    end = at + 1
    if offset == 0 and _names_today(scan, at):
        return None
    if offset == -1 and shift == 0 and scan.folded(end) == "الاول":
        end, shift = end + 1, -1
    day = _today(scan) + timedelta(days=offset + shift)
    how = (
        f"{scan.at(at).text}: {offset + shift:+d} days from {_today(scan)}"
        if offset + shift
        else f"today, {day}"
    )
    if scan.word(at).stem == "يوم" and offset == 0:
        turn = read_turn(scan, end)
        if turn is not None:
            moved = _today(scan) + timedelta(days=turn[1])
            return Found(index, turn[0], interval=day_of(moved, f"{turn[1]:+d} day from {_today(scan)}"))
        if read_ordinal(scan, end) is not None and scan.word(end).article:
            return None
    weekday = read_date(scan, end + 1 if scan.is_mark(end, "،,(") else end)
    if weekday is not None and weekday.when is not None and weekday.when.weekday is not None:
        when = weekday.when
        closed = weekday.end + 1 if scan.is_mark(end, "(") and scan.is_mark(weekday.end, ")") else weekday.end
        if when.weekday != day.weekday() and when.day is None:
            how += "; the weekday beside it does not fit"
        if when.day is None:
            return Found(start, closed, interval=day_of(day, how))
        return Found(start, closed, when=when)
    return Found(start, end, interval=day_of(day, how))


def _names_today(scan: Scan, index: int) -> bool:
    """«المصري اليوم», «اليوم العالمي»: a name, not today."""
    return scan.folded(index - 1) in words_of("context", "today_name_before") or (
        scan.folded(index + 1) in words_of("context", "today_name_after")
    )


def _offset(scan: Scan, index: int) -> int | None:
    word = scan.word(index)
    if "day_words" in word.roles:
        return int(word.roles["day_words"])
    if word.article and word.stem == "يوم":
        return 0
    return None


def _adjacent_day(scan: Scan, index: int) -> Found | None:
    """«هذا اليوم»."""
    if "this" in scan.word(index).roles and is_unit(scan, index + 1, "day") and scan.word(index + 1).article:
        return Found(index, index + 2, interval=day_of(_today(scan), f"today, {_today(scan)}"))
    return None


def _shifted(scan: Scan, unit: str, turn: int) -> Interval | None:
    today = _today(scan)
    label = {-1: "the one before", 0: "the one that holds", 1: "the one after"}.get(turn, f"{turn:+d} from")
    how = f"{unit}: {label} {today}"
    if unit == "day":
        return day_of(today + timedelta(days=turn), how)
    if unit == "week":
        return week_of(today + timedelta(days=7 * turn), how + "; weeks counted from Monday")
    if unit == "month":
        return month_of(*add_months(today.year, today.month, turn), how)
    if unit == "year":
        return year_of(today.year + turn, how)
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = today.year // size * size + size * turn
        return replace(year_of(first, how, size), grain="decade" if unit == "decade" else "century")
    return None


def _unit_turn(scan: Scan, index: int) -> Found | None:
    """«الشهر المقبل», «هذا الأسبوع», «العام الجاري», «الاسبوع بعد القادم»."""
    this = (
        "this" in scan.word(index).roles
        and not scan.word(index).conjunction
        or ("this" in scan.word(index).roles and scan.word(index).conjunction)
    )
    at = index + 1 if this else index
    word = scan.word(at)
    unit, count = word.roles.get("time", ("", 0))
    if count != 1 or not word.article or unit not in ("week", "month", "year", "decade", "century"):
        return None
    turn = read_turn(scan, at + 1)
    if turn is None and scan.folded(at + 1) == "بعد" and read_turn(scan, at + 2):
        turn = (at + 3, 2)
    if turn is None:
        if not this:
            return None
        turn = (at + 1, 0)
    if scan.folded(at + 1).startswith("الاخير") and unit == "week":
        pass
    interval = _shifted(scan, unit, turn[1])
    return Found(index, turn[0], interval=interval) if interval else None


def _week_day(scan: Scan, index: int) -> Found | None:
    """«الأسبوع القادم يوم الجمعة», «احد الاسبوع الماضي», «الاثنين من هذا الاسبوع»."""
    week = _unit_turn(scan, index)
    if week is not None and week.interval is not None and week.interval.grain == "week":
        at = week.end + 1 if is_unit(scan, week.end, "day") else week.end
        day = _weekday_number(scan, at)
        return Found(index, at + 1, interval=_day_in(week.interval, day)) if day is not None else None
    at = index + 1 if is_unit(scan, index, "day") else index
    day = _weekday_number(scan, at)
    if day is None:
        return None
    after = at + 2 if scan.folded(at + 1) in ("من", "في") else at + 1
    week = _unit_turn(scan, after)
    if week is None or week.interval is None or week.interval.grain != "week":
        return None
    return Found(at, week.end, interval=_day_in(week.interval, day))


def _weekday_number(scan: Scan, index: int) -> int | None:
    roles = scan.word(index).roles
    found = roles.get("weekday", roles.get("bare_weekday"))
    return int(found) if found is not None else None


def _day_in(week: Interval, weekday: int) -> Interval:
    return day_of((week.begin + timedelta(days=weekday)).date(), f"the weekday in the {week.how}")


def _whole(scan: Scan, index: int) -> Found | None:
    """A month, year or week that has parts."""
    for reader in (_unit_turn, read_date):
        found = reader(scan, index)
        if found is not None and (found.interval or (found.when and found.when.day is None)):
            if found.when is not None and found.when.weekday is not None:
                continue
            return found
    word = scan.word(index)
    unit, count = word.roles.get("time", ("", 0))
    if word.article and count == 1 and unit in ("week", "month", "year", "decade", "century"):
        interval = _shifted(scan, unit, 0)
        return Found(index, index + 1, interval=interval) if interval else None
    return None


def _part_of(scan: Scan, index: int) -> Found | None:
    """«نهاية شهر مايو», «مطلع العام المقبل», «أواخر الأسبوع الماضي», «أول شباط»."""
    word = scan.word(index)
    part = word.roles.get("part_of_month")
    at = index + 1
    if part is None:
        if word.folded in ("اول", "الاول", "واول") and scan.folded(index + 1) != "من":
            month = read_month(scan, at)
            if month is not None and month.sure:
                found = read_date(scan, at)
                if found is not None and found.when is not None and found.when.day is None:
                    return Found(index, found.end, replace(found.when, day=1))
        return None
    if scan.folded(at) == "من":
        at += 1
    if word.article:
        return None
    whole = _whole(scan, at)
    if whole is None:
        whole = _season(scan, at)
    if whole is None:
        return None
    if whole.when is not None:
        if part == "half" and whole.when.month is None:
            return None
        return Found(index, whole.end, replace(whole.when, part=part))
    if whole.interval is None or part == "half" and whole.interval.grain != "month":
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
    while scan.folded(at) in ("من", "في", "ب"):
        at += 1
    whole = (
        _whole(scan, at) if scan.folded(at - 1) in ("من", "في", "بعد") or scan.word(at).preposition else None
    )
    if whole is None and scan.folded(at) == "بعد":
        holiday = _holiday(scan, at + 1)
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


_LAST = frozenset((fold_word("آخر"), "الاخير", "الاخيرة", "واخر", "اخير"))


def _nth_before(scan: Scan, index: int) -> tuple[int, int, int | None, str] | None:
    """«أول يوم جمعة», «آخر أسبوع», «ثالث ثلاثاء»."""
    word = scan.word(index)
    ordinal = word.roles.get("ordinal")
    nth = -1 if word.folded in _LAST else ordinal
    if nth is None or word.article:
        return None
    at = index + 1
    if is_unit(scan, at, "day") and _weekday_number(scan, at + 1) is not None:
        at += 1
    weekday = _weekday_number(scan, at)
    unit = scan.word(at).roles.get("time", ("", 0))[0]
    if weekday is None and unit not in ("day", "week"):
        return None
    return at + 1, int(nth), weekday, unit


def _nth_after(scan: Scan, index: int) -> tuple[int, int, int | None, str] | None:
    """«الثلاثاء الأولى», «الأسبوع الأخير», «اليوم الثالث»."""
    word = scan.word(index)
    weekday = _weekday_number(scan, index)
    unit, count = word.roles.get("time", ("", 0))
    if weekday is None and not (word.article and count == 1 and unit in ("day", "week")):
        return None
    follower = scan.word(index + 1)
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
    word = scan.word(index)
    share = word.roles.get("fraction")
    if not word.article or share not in (0.25, 0.5, 0.333333333333):
        return None
    follower = scan.word(index + 1)
    ordinal = (index + 2, round(1 / share)) if follower.folded in _LAST else read_ordinal(scan, index + 1)
    if ordinal is None or not follower.article or ordinal[1] > round(1 / share):
        return None
    at = ordinal[0] + 1 if scan.folded(ordinal[0]) in ("من", "في") else ordinal[0]
    whole = _whole(scan, at)
    if whole is None:
        return None
    interval = whole.interval or (place(whole.when, scan.reference, "") if whole.when else None)
    if interval is None or interval.grain not in ("year", "month") or interval.begin.day != 1:
        return None
    months = round(12 * share)
    begin = interval.begin
    how = f"part {ordinal[1]} of the {interval.how}"
    if interval.grain == "year":
        found = month_of(*add_months(begin.year, begin.month, months * (ordinal[1] - 1)), how, months)
        return Found(index, whole.end, interval=replace(found, grain="quarter" if share == 0.25 else "month"))
    if share != 0.5:
        return None
    middle = begin + timedelta(days=15)
    half = (begin, middle) if ordinal[1] == 1 else (middle, interval.until)
    return Found(index, whole.end, interval=Interval(*half, "day", how))


def _season(scan: Scan, index: int) -> Found | None:
    """«صيف 2016», «هذا الصيف», «الشتاء الماضي», «فصل الربيع»."""
    this = "this" in scan.word(index).roles
    at = index + 1 if this else index
    if scan.word(at).stem == "فصل" and "season" in scan.word(at + 1).roles:
        at += 1
    word = scan.word(at)
    if "season" not in word.roles:
        return None
    first, after = word.roles["season"]
    today = _today(scan)
    year, end = today.year, at + 1
    turn = read_turn(scan, end)
    named = read_date(scan, end) if not scan.word(end).conjunction else None
    if named is not None and named.when is not None and named.when.year and named.when.month is None:
        year, end = named.when.year, named.end
    elif turn is not None:
        end = turn[0]
        if turn[1] == -1 and today.month < after:
            year -= 1
        elif turn[1] == 1 and today.month >= first:
            year += 1
    else:
        found = read_year(scan, end)
        if found is not None:
            year, end = found.year, found.end
        elif not (
            this
            or (
                word.article
                and scan.folded(at - 1)
                in ("في", "منتصف", "خلال", "فصل", "نهاية", "بداية", "اوائل", "اواخر", "مطلع")
            )
        ):
            return None
    if not 2 < year < 9000:
        return None
    begin = month_of(year, first, "").begin
    until = month_of(year if after > first else year + 1, after, "").begin
    if after < first and today.month < after and end == at + 1:
        begin, until = begin.replace(year=year - 1), until.replace(year=year)
    return Found(index, end, interval=Interval(begin, until, "season", f"season of {year}, by months"))


def _decade(scan: Scan, index: int) -> Found | None:
    """«السبعينيات», «تسعينيات القرن الماضي», «القرن العشرين»."""
    word = scan.word(index)
    if "decade" in word.roles:
        tens = word.roles["decade"]
        century = _century(scan, index + 1)
        end = index + 1
        if century is not None:
            first, end = century[1] + tens, century[0]
        else:
            if not word.article and scan.word(index + 1).roles.get("month") is None:
                return None
            first = 1900 + tens if 1900 + tens < _today(scan).year else 1800 + tens
            if tens == 20 and _today(scan).year > 2020:
                first = 2020
        if word.preposition == "" and scan.folded(index - 1) in ("عمره", "عمرها", "العقد"):
            return None
        how = f"decade from {first}" + ("" if century else "; the century is not stated")
        return Found(index, end, interval=replace(year_of(first, how, 10), grain="decade"))
    century = _century(scan, index)
    if century is None:
        return None
    how = f"century from {century[1] + 1}"
    return Found(index, century[0], interval=replace(year_of(century[1] + 1, how, 100), grain="century"))


def _century(scan: Scan, index: int) -> tuple[int, int] | None:
    """«القرن الماضي», «القرن العشرين»: (end, the year before its first)."""
    word = scan.word(index)
    if not (word.article and is_unit(scan, index, "century")):
        return None
    turn = read_turn(scan, index + 1)
    if turn is not None:
        return turn[0], _today(scan).year // 100 * 100 + 100 * turn[1]
    ordinal = read_ordinal(scan, index + 1)
    if ordinal is None or not scan.word(index + 1).article or not 1 <= ordinal[1] <= 22:
        return None
    end = ordinal[0]
    if scan.folded(end) in ("الهجري", "هجري", "قبل") or scan.is_mark(end, "هـ"):
        return None
    end += scan.folded(end) in ("الميلادي", "ميلادي", "للميلاد")
    return end, (ordinal[1] - 1) * 100


def _holiday(scan: Scan, index: int) -> Found | None:
    """«عيد الفطر», «رأس السنة الهجرية 1436»."""
    table = phrases("calendar", "holiday")
    word = scan.word(index)
    for first in (word.folded, word.stem):
        for rest, meaning in table.get(first, ()):
            if all(scan.folded(index + 1 + place_) == item for place_, item in enumerate(rest)):
                return _holiday_date(scan, index, index + 1 + len(rest), meaning)
    return None


def _holiday_date(scan: Scan, index: int, end: int, meaning: list[object]) -> Found | None:
    calendar, month, day = str(meaning[0]), int(str(meaning[1])), int(str(meaning[2]))
    today = _today(scan)
    named = read_date(scan, end)
    year = None
    if named is not None and named.when is not None and named.when.year and named.when.month is None:
        year, end = named.when.year, named.end
    target = year or today.year
    if not 3 < target < 8000:
        return None
    how = "feast day" + ("" if year else f", in the year of {today}")
    if calendar == "easter":
        return Found(index, end, interval=day_of(easter(target), how + " (Western computus)"))
    if calendar == "gregorian":
        return Found(index, end, interval=day_of(date(target, month, day), how))
    hijri_year = hijri_of(date(target, 7, 1))[0]
    for candidate in (hijri_year, hijri_year - 1, hijri_year + 1):
        found = hijri_day(candidate, month, day)
        if found is not None and found.year == target:
            return Found(
                index, end, interval=day_of(found, how + f": {day}/{month}/{candidate} AH, Umm al-Qura")
            )
    return None


def _unused() -> tuple[object, ...]:
    return (read_number, When)
