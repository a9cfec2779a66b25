"""Seasons, decades, centuries and feast days: «صيف 2016», «السبعينيات», «عيد الفطر»."""

from __future__ import annotations

from datetime import date

from consistency.languages.arabic.values.dates import read_date
from consistency.languages.arabic.values.lexicon import phrases, words_of
from consistency.languages.arabic.values.months import is_unit, read_turn, read_year
from consistency.languages.arabic.values.numerals import read_ordinal, read_small
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import (
    Found,
    Interval,
    day_of,
    easter,
    hijri_day,
    hijri_of,
    month_of,
    year_of,
)

__all__ = ["read_decade", "read_holiday", "read_season"]


def read_season(scan: Scan, index: int) -> Found | None:
    """«صيف 2016», «هذا الصيف», «الشتاء الماضي», «فصل الربيع»."""
    this = "this" in scan.tokens[index].word.roles
    at = index + 1 if this else index
    if scan.tokens[at].word.stem == "فصل" and "season" in scan.tokens[at + 1].word.roles:
        at += 1
    word = scan.tokens[at].word
    if "season" not in word.roles:
        return None
    first, after = word.roles["season"]
    today = scan.reference.date()
    year, end = today.year, at + 1
    turn = read_turn(scan, end)
    named = read_date(scan, end) if not scan.tokens[end].word.conjunction else None
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
                and scan.tokens[at - 1].folded
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


def read_decade(scan: Scan, index: int) -> Found | None:
    """«السبعينيات», «تسعينيات القرن الماضي», «القرن العشرين»."""
    word = scan.tokens[index].word
    if "decade" in word.roles:
        tens = word.roles["decade"]
        century = _century(scan, index + 2 if scan.tokens[index + 1].folded == "من" else index + 1)
        end = index + 1
        if century is not None:
            first, end = century[1] + tens, century[0]
        else:
            if not word.article and scan.tokens[index + 1].word.roles.get("month") is None:
                return None
            first = 1900 + tens if 1900 + tens < scan.reference.date().year else 1800 + tens
            if tens == 20 and scan.reference.date().year > 2020:
                first = 2020
        if scan.tokens[end].folded == "من" and scan.among(end + 1, words_of("context", "age")):
            return None  # «في الخمسينات من عمره»
        if word.preposition == "" and scan.tokens[index - 1].folded in ("عمره", "عمرها", "العقد"):
            return None
        how = f"decade from {first}" + ("" if century else "; the century is not stated")
        return Found(index, end, interval=year_of(first, how, 10)._replace(grain="decade"))
    century = _century(scan, index)
    if century is None:
        return None
    how = f"century from {century[1] + 1}"
    return Found(index, century[0], interval=year_of(century[1] + 1, how, 100)._replace(grain="century"))


def _century(scan: Scan, index: int) -> tuple[int, int] | None:
    """«القرن الماضي», «القرن العشرين»: (end, the year before its first)."""
    word = scan.tokens[index].word
    if not (word.article and is_unit(scan, index, "century")):
        return None
    turn = read_turn(scan, index + 1)
    if turn is not None:
        return turn[0], scan.reference.date().year // 100 * 100 + 100 * turn[1]
    ordinal = read_ordinal(scan, index + 1) or read_small(scan, index + 1, 22)
    definite = (
        scan.tokens[index + 1].word.article
        or scan.tokens[index + 1].folded == "ال"
        or scan.tokens[index + 1].kind == "n"
    )
    if ordinal is None or not definite or not 1 <= ordinal[1] <= 22:
        return None
    end = ordinal[0]
    if scan.tokens[end].folded in ("الهجري", "هجري", "قبل") or scan.is_mark(end, "هـ"):
        return None
    end += scan.tokens[end].folded in ("الميلادي", "ميلادي", "للميلاد")
    return end, (ordinal[1] - 1) * 100


def read_holiday(scan: Scan, index: int) -> Found | None:
    """«عيد الفطر», «رأس السنة الهجرية 1436»."""
    table = phrases("calendar", "holiday")
    word = scan.tokens[index].word
    for first in (word.folded, word.stem):
        for rest, meaning in table.get(first, ()):
            if all(scan.tokens[index + 1 + place_].folded == item for place_, item in enumerate(rest)):
                return _holiday_date(scan, index, index + 1 + len(rest), meaning)
    return None


def _holiday_date(scan: Scan, index: int, end: int, meaning: list[object]) -> Found | None:
    calendar, month, day = str(meaning[0]), int(str(meaning[1])), int(str(meaning[2]))
    today = scan.reference.date()
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
