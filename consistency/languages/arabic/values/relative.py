"""Days and units told from the reference: «أمس الأحد», «الشهر المقبل», «الأسبوع القادم يوم الجمعة»."""

from __future__ import annotations

from datetime import date, timedelta

from consistency.languages.arabic.values.dates import read_date
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.months import is_unit, read_turn, read_year
from consistency.languages.arabic.values.numerals import read_ordinal
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import (
    Found,
    Interval,
    add_months,
    day_of,
    month_of,
    week_of,
    year_of,
)
from consistency.languages.arabic.values.tense import tense_at

__all__ = ["read_day_word", "read_unit_turn", "read_week_day", "shifted", "shifted_from", "weekday_number"]


def _today(scan: Scan) -> date:
    return scan.reference.date()


def read_day_word(scan: Scan, index: int) -> Found | None:
    """«أمس الأحد», «أول أمس», «بعد غد», «اليوم», «يوم بعد غد»."""
    at, shift = _led_day(scan, index)
    offset = _offset(scan, at)
    if offset is None:
        return _adjacent_day(scan, index)
    end = at + 1
    numbered = scan.tokens[end].word.article or scan.tokens[end].folded == "ال"
    if offset == 0 and scan.among(at - 1, words_of("context", "that")):
        return None  # «في ذلك اليوم»
    if offset == 0 and (_names_today(scan, at) or (numbered and read_ordinal(scan, end))):
        return None  # «اليوم الـ400 للحرب»
    if offset == 0 and scan.tokens[at - 1].folded == "هذا" and scan.tokens[at - 2].folded == "مثل":
        return None  # read from «هذا» on
    if offset == -1 and shift == 0 and scan.tokens[end].folded == "الاول":
        end, shift = end + 1, -1
    turn = read_turn(scan, end) if offset == 0 else None
    if turn is not None and (_follows_another(scan, at) or scan.tokens[end].folded == "الاخير"):
        return None
    if turn is not None:  # «اليوم التالي»
        end, shift = turn
    away = offset + shift
    day = _today(scan) + timedelta(days=away)
    how = f"{scan.tokens[at].text}: {away:+d} days from {_today(scan)}" if away else f"today, {day}"
    if turn is not None:
        return Found(index, end, interval=day_of(day, how))
    return _with_weekday(scan, index, end, day, away, how) or Found(index, end, interval=day_of(day, how))


def _this_day_in(scan: Scan, index: int, at: int) -> Found | None:
    """«في مثل هذا اليوم من عام 1917»."""
    year = read_year(scan, at + 1)
    today = _today(scan)
    if year is None or year.hijri or (today.month, today.day) == (2, 29) or not 2 < year.year < 9000:
        return None
    return Found(
        index, year.end, interval=day_of(today.replace(year=year.year), f"the day of {today} in that year")
    )


def _led_day(scan: Scan, index: int) -> tuple[int, int]:
    """The place of «أمس» or «غد» behind «أول», «أول من», «قبل», «بعد», and the days that they add."""
    at = index + 1 if is_unit(scan, index, "day") and not scan.tokens[index].word.article else index
    folded = scan.tokens[at].folded
    before = folded in ("اول", "واول", "قبل", "اولة")
    if before and _offset(scan, at + 1) == -1:
        return at + 1, -1
    further = scan.tokens[at + 1].folded == "من" or is_unit(scan, at + 1, "day")
    if before and further and _offset(scan, at + 2) == -1:
        return at + 2, -1
    if folded == "بعد" and _offset(scan, at + 1) == 1:
        return at + 1, 1
    if (
        is_unit(scan, at, "day")
        and scan.tokens[at + 1].folded in ("الي", "اللي")
        and scan.tokens[at + 2].folded == "بعد"
    ):
        return at + 3, 1
    return at, 0


def _with_weekday(scan: Scan, start: int, end: int, day: date, away: int, how: str) -> Found | None:
    """The weekday, or the whole date, behind «أمس» or «اليوم»."""
    found = read_date(scan, end + 1 if scan.is_mark(end, "،,(") else end)
    when = found.when if found is not None else None
    if found is None or when is None or when.weekday is None:
        return None
    closed = found.end + 1 if scan.is_mark(end, "(") and scan.is_mark(found.end, ")") else found.end
    if when.day is not None:
        return Found(start, closed, when=when)
    if when.weekday != day.weekday():
        nearest = _nearest_weekday(day, when.weekday)
        crosses = (nearest - _today(scan)).days * away < 0
        day = day if crosses else nearest
        how += f"; the weekday beside it is another one, so {day} is taken"
    return Found(start, closed, interval=day_of(day, how))


def _nearest_weekday(day: date, weekday: int) -> date:
    """The day of that name nearest to a day: a paper's own date is often that of its print or upload."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back) if back <= 3 else day + timedelta(days=7 - back)


def _names_today(scan: Scan, index: int) -> bool:
    """«المصري اليوم», «اليوم العالمي»: a name, not today."""
    return scan.tokens[index - 1].folded in words_of("context", "today_name_before") or (
        scan.tokens[index + 1].folded in words_of("context", "today_name_after")
    )


def _offset(scan: Scan, index: int) -> int | None:
    word = scan.tokens[index].word
    if "day_words" in word.roles:
        return int(word.roles["day_words"])
    if word.article and word.stem == "يوم":
        return 0
    return None


def _adjacent_day(scan: Scan, index: int) -> Found | None:
    """«هذا اليوم», «مثل هذا اليوم من عام 1917»."""
    if (
        scan.tokens[index - 1].folded == "مثل"
        and "this" in scan.tokens[index].word.roles
        and _offset(scan, index + 1) == 0
    ):
        return _this_day_in(scan, index, index + 1)
    if (
        "this" in scan.tokens[index].word.roles
        and is_unit(scan, index + 1, "day")
        and scan.tokens[index + 1].word.article
    ):
        return Found(index, index + 2, interval=day_of(_today(scan), f"today, {_today(scan)}"))
    return None


def shifted(scan: Scan, unit: str, turn: int) -> Interval | None:
    """The unit that holds the reference, moved by so many of it."""
    return shifted_from(_today(scan), unit, turn)


def shifted_from(today: date, unit: str, turn: int) -> Interval | None:
    """The unit that holds a day, moved by so many of it."""
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
        return year_of(first, how, size)._replace(grain="decade" if unit == "decade" else "century")
    return None


def read_unit_turn(scan: Scan, index: int) -> Found | None:
    """«الشهر المقبل», «هذا الأسبوع», «العام الجاري», «الاسبوع بعد القادم»."""
    this = "this" in scan.tokens[index].word.roles
    at = index + 1 if this else index
    word = scan.tokens[at].word
    unit, count = word.roles.get("time", ("", 0))
    if count != 1 or not word.article or unit not in ("week", "month", "year", "decade", "century"):
        return None
    turn = read_turn(scan, at + 1)
    if turn is None and scan.tokens[at + 1].folded == "بعد" and read_turn(scan, at + 2):
        turn = (at + 3, 2)
    if turn is None:
        if not this:
            return None
        turn = (at + 1, 0)
    if _follows_another(scan, at):
        return None
    interval = shifted(scan, unit, turn[1])
    if interval is None:
        return None
    said = unit == "year" and scan.tokens[turn[0]].text == str(interval.begin.year)  # «العام الماضي 2023»
    return Found(index, turn[0] + said, interval=interval)


def _follows_another(scan: Scan, index: int) -> bool:
    """«في اليوم التالي» of a report, «اليوم التالي للهجوم»: the one after another time than the reference."""
    if scan.tokens[index + 1].folded not in words_of("context", "following"):
        return False
    return tense_at(scan, index) == "past" or scan.tokens[index + 2].word.preposition == "ل"


def read_week_day(scan: Scan, index: int) -> Found | None:
    """«الأسبوع القادم يوم الجمعة», «احد الاسبوع الماضي», «الاثنين من هذا الاسبوع»."""
    week = read_unit_turn(scan, index)
    if week is not None and week.interval is not None and week.interval.grain == "week":
        at = week.end + 1 if is_unit(scan, week.end, "day") else week.end
        day = weekday_number(scan, at)
        return Found(index, at + 1, interval=_day_in(week.interval, day)) if day is not None else None
    at = index + 1 if is_unit(scan, index, "day") else index
    day = weekday_number(scan, at)
    if day is None:
        return None
    after = at + 2 if scan.tokens[at + 1].folded in ("من", "في") else at + 1
    week = read_unit_turn(scan, after)
    if week is None or week.interval is None or week.interval.grain != "week":
        return None
    return Found(at, week.end, interval=_day_in(week.interval, day))


def weekday_number(scan: Scan, index: int) -> int | None:
    """0 for Monday to 6 for Sunday; None for another word."""
    roles = scan.tokens[index].word.roles
    found = roles.get("weekday", roles.get("bare_weekday"))
    return int(found) if found is not None else None


def _day_in(week: Interval, weekday: int) -> Interval:
    return day_of((week.begin + timedelta(days=weekday)).date(), f"the weekday in the {week.how}")
