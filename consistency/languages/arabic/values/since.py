"""Times told by their distance: «منذ 2014», «قبل شهرين», «بعد أسبوعين من الآن», «منذ اندلاع الحرب»."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta

from consistency.languages.arabic.values.amounts import read_duration
from consistency.languages.arabic.values.draft import Draft, dated
from consistency.languages.arabic.values.events import read_event
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.months import is_unit
from consistency.languages.arabic.values.numerals import read_ordinal
from consistency.languages.arabic.values.points import find_date, read_point, resolve
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import (
    Interval,
    add_months,
    day_of,
    month_of,
    year_of,
)
from consistency.languages.arabic.values.tense import tense_at
from consistency.model import Grain, ValueKind

__all__ = [
    "DAYS",
    "SMALL",
    "ago",
    "anniversary",
    "end_of_now",
    "now_of",
    "shift",
    "since",
    "since_event",
    "word_among",
]

SMALL = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}


DAYS = {"day": 1, "week": 7}
_FEW = (2.5, 9)
"""A few are three to nine; three that are told roundly are two and a half."""


def shift(moment: datetime, count: float, unit: str) -> datetime | None:
    """The moment so many units on, or back; None outside the calendar."""
    try:
        if unit in SMALL:
            return moment + SMALL[unit] * count
        if unit in DAYS:
            return moment + timedelta(days=DAYS[unit] * count)
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
        year, month = add_months(moment.year, moment.month, int(months))
        moved = moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))
        return moved + timedelta(days=(months - int(months)) * 30)
    except (KeyError, OverflowError, ValueError):
        return None


def now_of(scan: Scan) -> datetime:
    """The reference to the second, without an offset."""
    return scan.reference.replace(microsecond=0, tzinfo=None)


def end_of_now(scan: Scan) -> datetime:
    """The end of the reference: its moment, or its day where it is a date without a time."""
    now = now_of(scan)
    return now + timedelta(days=1) if now.time() == datetime.min.time() else now


def word_among(scan: Scan, index: int, *forms: str) -> bool:
    """Whether the word, with or without «و» or «ف», is one of these folded forms."""
    folded = scan.tokens[index].folded
    return folded in forms or (folded[:1] in "وف" and folded[1:] in forms)


def _elsewhere(scan: Scan, end: int) -> bool:
    """Whether «من» behind «قبل أسابيع», or «على» behind «بعد عام», counts it from another event."""
    return scan.tokens[end].folded in ("من", "على") and scan.tokens[end + 1].folded not in ("الان", "اليوم")


def since(scan: Scan, index: int) -> Draft | None:
    """«منذ 2014», «منذ الأحد», «منذ ما يقرب من 4 سنوات»."""
    if not word_among(scan, index, "منذ"):
        return None
    now = end_of_now(scan)
    at = index + 1
    length, found = read_duration(scan, at), find_date(scan, at)
    if length is None and found is None:
        return _since_hour(scan, index, now)
    longer = found is not None and length is not None and found.end > length.end
    if length is not None and length.number is not None and length.unit is not None and not longer:
        return _reach_back(scan, index, length, now_of(scan), now)
    interval = resolve(scan, found) if found is not None else None
    if found is None or interval is None or interval.begin >= now:
        return None
    until = max(now, interval.until) if interval.until > now else now
    return Draft(
        index,
        found.end,
        "period",
        begin=interval.begin,
        until=until,
        grain=interval.grain,
        how=f"from then until the reference; {interval.how}",
    )


def _since_hour(scan: Scan, index: int, now: datetime) -> Draft | None:
    """«منذ الساعة الثالثة»: the last such hour before the reference."""
    point = read_point(scan, index + 1)
    if point is None or point.kind != "time" or point.begin is None:
        return None
    back = next((hours for hours in (0, 12, 24) if point.begin - timedelta(hours=hours) < now_of(scan)), None)
    if back is None:
        return None
    begin = point.begin - timedelta(hours=back)
    return Draft(
        index,
        point.end,
        "period",
        begin=begin,
        until=max(now_of(scan), begin + timedelta(minutes=1)),
        grain=point.grain,
        how=f"from then until the reference; {point.how}",
    )


def _reach_back(scan: Scan, index: int, length: Draft, now: datetime, end: datetime) -> Draft | None:
    if length.number is None or length.unit is None:
        return None
    far = 9.0 if length.how.startswith(("a few", "a plural")) else length.number
    begin = shift(now, -far, length.unit)
    if begin is None:
        return None
    if length.unit not in SMALL:
        begin = datetime(begin.year, begin.month, begin.day)
    grain: Grain = "hour" if length.unit in SMALL else "day" if length.unit in DAYS else "month"
    return length._replace(
        start=index,
        kind="period",
        begin=begin,
        until=end,
        grain=grain,
        how=f"so long back from {now.date()}" + (f"; {length.how}" if length.how else ""),
    )


_BEGINNINGS = words_of("grammar", "beginnings")


def since_event(scan: Scan, index: int) -> Draft | None:
    """«منذ بدء الحرب في أوكرانيا», «بعد اندلاع الحرب في أوكرانيا»."""
    if word_among(scan, index, "بعد", "عقب"):
        if scan.tokens[index + 1].folded not in _BEGINNINGS:
            return None
    elif not word_among(scan, index, "منذ"):
        return None
    event = read_event(scan, index + 1)
    if event is None or (event.elsewhere and scan.tokens[index + 1].folded not in _BEGINNINGS):
        return None
    begin = datetime(event.begin.year, event.begin.month, event.begin.day)
    how = f"catalogued event: {event.name}, {event.begin}" + (
        "; the text names it elsewhere" if event.elsewhere else ""
    )
    return Draft(index, event.end, "period", begin=begin, until=end_of_now(scan), grain="day", how=how)


def anniversary(scan: Scan, index: int) -> Draft | None:
    """«الذكرى السبعين للهدنة في الحرب بين الكوريتين»: that day so many years on."""
    if scan.tokens[index].word.stem != "ذكرى" and scan.tokens[index].folded != "الذكرى":
        return None
    ordinal = read_ordinal(scan, index + 1)
    event = read_event(scan, ordinal[0]) if ordinal is not None else None
    if ordinal is None or event is None or event.elsewhere or not 0 < ordinal[1] < 1000:
        return None
    year = event.begin.year + ordinal[1]
    interval = day_of(event.begin.replace(year=year), f"{ordinal[1]} years after the catalogued {event.name}")
    return dated(index, ordinal[0], interval)._replace(number=float(ordinal[1]), unit="year")


def ago(scan: Scan, index: int) -> Draft | None:
    """«قبل شهرين», «بعد 3 أسابيع», «من أسبوع», «بعد أسبوعين من الآن»."""
    if word_among(scan, index, "قبل", "منذ"):
        sign = -1
    elif word_among(scan, index, "بعد"):
        sign = 1
    elif scan.tokens[index].folded == "من" and index == 0:
        sign = -1
    else:
        return None
    length = read_duration(scan, index + 1)
    if length is None or length.number is None or length.unit is None:
        return None
    if is_unit(scan, index - 1, length.unit):  # «يوما بعد يوم»
        return None
    end = length.end
    if _elsewhere(scan, end):
        beside = _beside_event(scan, index, sign, length)
        if beside is not None:
            return beside
        return length._replace(how="before or after another event, not counted from the reference")
    if sign > 0 and scan.tokens[end].folded != "من" and scan.count > 6 and tense_at(scan, index) == "past":
        return length._replace(how="after what was told before, not counted from the reference")
    if scan.tokens[end].folded == "من":
        end += 2
    if scan.tokens[end].folded == "في" and scan.tokens[end + 1].folded == "المستقبل":
        end += 2
    interval = _moved(now_of(scan), sign, length)
    if interval is None:
        return None
    kind: ValueKind | None = "time" if length.unit in SMALL else None
    return dated(index, end, interval, kind)._replace(
        number=length.number,
        unit=length.unit,
        comparator=length.comparator,
    )


def _beside_event(scan: Scan, index: int, sign: int, length: Draft) -> Draft | None:
    """«قبل أسابيع من إطلاق روسيا حملتها في أوكرانيا»: counted from a catalogued event."""
    event = read_event(scan, length.end + 1)
    if event is None:
        return None
    interval = _moved(datetime(event.begin.year, event.begin.month, event.begin.day), sign, length)
    if interval is None:
        return None
    how = f"{interval.how}, the catalogued {event.name}"
    end = length.end if event.elsewhere else event.end
    found = dated(index, end, interval._replace(how=how))
    return found._replace(number=length.number, unit=length.unit, comparator=length.comparator)


def _moved(now: datetime, sign: int, length: Draft) -> Interval | None:
    """Where a moment so far from now lies: exact for days and weeks, the month or year for longer ones."""
    if length.number is None or length.unit is None:
        return None
    moved = shift(now, sign * length.number, length.unit)
    if moved is None or not 2 < moved.year < 9000:
        return None
    how = f"{sign * length.number:+g} {length.unit} from {now.date()}"
    if length.how.startswith(("a few", "a plural")):
        near, far = shift(now, sign * _FEW[0], length.unit), shift(now, sign * _FEW[1], length.unit)
        if near is None or far is None or not (2 < far.year < 9000 and 2 < near.year < 9000):
            return None
        first, last = sorted((near, far))
        if length.unit not in SMALL:
            first, last = (datetime(end.year, end.month, end.day) for end in (first, last))
        return Interval(first, last, "day", how + f"; {length.how}, three to nine")
    if length.unit in SMALL:
        return Interval(moved, moved + SMALL["minute"], "minute", how)
    if length.unit in DAYS:
        return day_of(moved.date(), how)
    if length.unit == "month":
        return month_of(moved.year, moved.month, how)
    return year_of(moved.year, how)
