"""Stretches of time told by a preposition: «منذ 2014», «قبل شهرين», «خلال أسبوعين», «السنوات الخمس الماضية»."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from consistency.languages.arabic.values.amounts import read_duration
from consistency.languages.arabic.values.draft import Draft, dated
from consistency.languages.arabic.values.months import read_turn
from consistency.languages.arabic.values.numerals import read_number
from consistency.languages.arabic.values.points import find_date, read_point, resolve
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Interval, add_months, day_of, month_of, week_of, year_of
from consistency.languages.arabic.values.tense import tense_at
from consistency.model import Grain

__all__ = ["read_period", "shift"]

_SMALL = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
_DAYS = {"day": 1, "week": 7}


def shift(moment: datetime, count: float, unit: str) -> datetime | None:
    """The moment so many units on, or back; None outside the calendar."""
    try:
        if unit in _SMALL:
            return moment + _SMALL[unit] * count
        if unit in _DAYS:
            return moment + timedelta(days=_DAYS[unit] * count)
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit] * count
        year, month = add_months(moment.year, moment.month, int(months))
        moved = moment.replace(year=year, month=month, day=min(moment.day, 28))
        moved += timedelta(days=min(moment.day, 28) and max(moment.day - 28, 0))
        if moved.month != month:
            moved = moved.replace(day=1) - timedelta(days=1)
        return moved + timedelta(days=(months - int(months)) * 30)
    except (KeyError, OverflowError, ValueError):
        return None


def read_period(scan: Scan, index: int) -> Draft | None:
    """The longest stretch that starts here."""
    readers = (
        _since,
        _ago,
        _within,
        _until,
        _many_units,
        _numbered_turn,
        _rest,
        _whole_unit,
        _plain_duration,
    )
    found = [draft for draft in (reader(scan, index) for reader in readers) if draft is not None]
    return max(found, key=lambda draft: draft.end, default=None)


def _now(scan: Scan) -> datetime:
    return scan.reference.replace(microsecond=0, tzinfo=None)


def _word(scan: Scan, index: int, *forms: str) -> bool:
    folded = scan.folded(index)
    return folded in forms or (folded[:1] in "وف" and folded[1:] in forms)


def _elsewhere(scan: Scan, end: int) -> bool:
    """Whether «من» behind «قبل أسابيع» counts it from another event than the reference."""
    return scan.folded(end) == "من" and scan.folded(end + 1) not in ("الان", "اليوم")


def _since(scan: Scan, index: int) -> Draft | None:
    """«منذ 2014», «منذ الأحد», «منذ ما يقرب من 4 سنوات»."""
    if not _word(scan, index, "منذ"):
        return None
    now = _now(scan)
    at = index + 1
    length = read_duration(scan, at)
    if length is not None and length.number is not None and length.unit is not None:
        return _reach_back(scan, index, length, now)
    found = find_date(scan, at)
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


def _reach_back(scan: Scan, index: int, length: Draft, now: datetime) -> Draft | None:
    if length.number is None or length.unit is None:
        return None
    far = 9.0 if length.how.startswith(("a few", "a plural")) else length.number
    begin = shift(now, -far, length.unit)
    if begin is None:
        return None
    if length.unit not in _SMALL:
        begin = datetime(begin.year, begin.month, begin.day)
    grain: Grain = "hour" if length.unit in _SMALL else "day" if length.unit in _DAYS else "month"
    return replace(
        length,
        start=index,
        kind="period",
        begin=begin,
        until=now,
        grain=grain,
        how=f"so long back from {now.date()}" + (f"; {length.how}" if length.how else ""),
    )


def _ago(scan: Scan, index: int) -> Draft | None:
    """«قبل شهرين», «بعد 3 أسابيع», «من أسبوع», «بعد أسبوعين من الآن»."""
    if _word(scan, index, "قبل", "منذ"):
        sign = -1
    elif _word(scan, index, "بعد"):
        sign = 1
    elif scan.folded(index) == "من" and index == 0:
        sign = -1
    else:
        return None
    length = read_duration(scan, index + 1)
    if length is None or length.number is None or length.unit is None:
        return None
    end = length.end
    if _elsewhere(scan, end):
        return (
            None
            if sign > 0 and scan.folded(end + 1) in ()
            else replace(length, how="before or after another event, not counted from the reference")
        )
    if scan.folded(end) == "من":
        end += 2
    if scan.folded(end) == "في" and scan.folded(end + 1) == "المستقبل":
        end += 2
    interval = _moved(_now(scan), sign, length)
    if interval is None:
        return None
    return replace(
        dated(index, end, interval), number=length.number, unit=length.unit, comparator=length.comparator
    )


def _moved(now: datetime, sign: int, length: Draft) -> Interval | None:
    """Where a moment so far from now lies: exact for days and weeks, the month or year for longer ones."""
    if length.number is None or length.unit is None:
        return None
    moved = shift(now, sign * length.number, length.unit)
    if moved is None or not 2 < moved.year < 9000:
        return None
    how = f"{sign * length.number:+g} {length.unit} from {now.date()}"
    if length.how.startswith(("a few", "a plural")):
        far = shift(now, sign * 9, length.unit)
        if far is None or not 2 < far.year < 9000:
            return None
        first, last = sorted((moved, far))
        return Interval(first, last, "day", how + f"; {length.how}, three to nine")
    if length.unit in _SMALL:
        return Interval(moved, moved + _SMALL["minute"], "minute", how)
    if length.unit in _DAYS:
        return day_of(moved.date(), how)
    if length.unit == "month":
        return month_of(moved.year, moved.month, how)
    return year_of(moved.year, how)


def _within(scan: Scan, index: int) -> Draft | None:
    """«خلال أسبوعين» in a plan; elsewhere the duration alone."""
    at = index
    if scan.folded(at) in ("في", "وفي") and scan.folded(at + 1) in ("غضون", "خلال"):
        at += 1
    if not _word(scan, at, "خلال", "غضون"):
        if scan.folded(at) == "في" and scan.at(at + 1).kind == "n":
            length = read_duration(scan, at + 1)
            if length is not None and length.end >= scan.count and length.unit not in (None, "second"):
                return _ahead(scan, index, length, tense_at(scan, index))
        return None
    length = read_duration(scan, at + 1)
    if length is None:
        return None
    return _ahead(scan, index, length, tense_at(scan, index))


def _ahead(scan: Scan, index: int, length: Draft, tense: str) -> Draft | None:
    if tense == "past" or length.number is None or length.unit is None:
        return replace(length, how=length.how or "a duration; its place is not stated")
    now = _now(scan)
    until = shift(now, length.number, length.unit)
    if until is None:
        return None
    if length.unit not in _SMALL:
        until = datetime(until.year, until.month, until.day)
    return replace(
        length,
        start=index,
        kind="period",
        begin=now,
        until=until,
        grain="second",
        how=f"from the reference on; {length.number:g} {length.unit}",
    )


def _until(scan: Scan, index: int) -> Draft | None:
    """«حتى الساعة 2:00», «حتى 2030»."""
    if not _word(scan, index, "حتى", "لغاية"):
        return None
    point = read_point(scan, index + 1)
    if point is None or point.begin is None or point.until is None:
        return None
    now = _now(scan)
    end = point.begin if point.kind == "time" else point.until
    if end <= now:
        return None
    return Draft(
        index,
        point.end,
        "period",
        begin=now,
        until=end,
        grain="second" if point.kind == "time" else point.grain,
        how=f"from the reference until then; {point.how}",
    )


_VAGUE_MANY = frozenset("القليلة العديدة المقبلة الاخيرة القلائل المعدودة القليلين".split())


def _many_units(scan: Scan, index: int) -> Draft | None:
    """«الأسابيع الثلاثة الماضية», «السنوات الأخيرة», «العامين الماضيين», «الأيام القليلة المقبلة», «الـ24 ساعة الماضية»."""
    start, at = index, index
    if scan.folded(at) == "في" and index + 1 < scan.count:
        at += 1
    word = scan.word(at)
    number: float | None = None
    how = ""
    if word.folded in ("ال",) and scan.at(at + 1).kind == "n":
        inner = read_number(scan, at + 1)
        if inner is None or "time" not in scan.word(inner.end).roles:
            return None
        number, unit, end = inner.value, scan.word(inner.end).roles["time"][0], inner.end + 1
    elif word.article and "time" in word.roles and word.roles["time"][1] in (0, 2):
        unit, count = word.roles["time"]
        end = at + 1
        if count == 2:
            number = 2.0
        elif scan.folded(end) == "ال" and scan.at(end + 1).kind == "n":
            inner = read_number(scan, end + 1)
            number, end = (inner.value, inner.end) if inner else (None, end)
        elif scan.word(end).article and "number" in scan.word(end).roles:
            inner = read_number(scan, end)
            number, end = (inner.value, inner.end) if inner else (None, end)
        elif scan.folded(end) in _VAGUE_MANY and read_turn(scan, end + 1):
            end += 1
    else:
        return None
    turn = read_turn(scan, end)
    first = scan.word(end).article and scan.word(end).roles.get("ordinal") == 1
    if turn is None:
        return None if not first else Draft(at, end, "duration", number=number, unit=unit) if number else None
    if number is None:
        number, how = 3.0, "; how many is not stated"
    if turn[1] == 0:
        return None
    interval = _run(scan, number, unit, turn[1])
    if interval is None:
        return None
    start = at
    return Draft(
        start,
        turn[0],
        "period",
        "at_least" if how else None,
        interval[0],
        interval[1],
        "day" if unit in _DAYS else "hour" if unit in _SMALL else "month",
        number,
        unit,
        f"{number:g} {unit} {'back' if turn[1] < 0 else 'on'} from {_now(scan).date()}{how}",
    )


def _run(scan: Scan, number: float, unit: str, turn: int) -> tuple[datetime, datetime] | None:
    """From, until: whole days before today, or after it."""
    now = _now(scan)
    if unit in _SMALL:
        other = shift(now, number * turn, unit)
        return None if other is None else (min(now, other), max(now, other))
    today = datetime(now.year, now.month, now.day)
    if turn < 0:
        begin = shift(today, -number, unit)
        return None if begin is None else (begin, today)
    tomorrow = today + timedelta(days=1)
    until = shift(tomorrow, number, unit)
    return None if until is None else (tomorrow, until)


def _numbered_turn(scan: Scan, index: int) -> Draft | None:
    """«3 أيام القادمة»."""
    length = read_duration(scan, index)
    if length is None or length.number is None or length.unit is None:
        return None
    turn = read_turn(scan, length.end)
    if turn is None or turn[1] == 0:
        return None
    interval = _run(scan, length.number, length.unit, turn[1])
    if interval is None:
        return None
    return replace(
        length,
        end=turn[0],
        kind="period",
        begin=interval[0],
        until=interval[1],
        grain="day",
        how=f"counted from {_now(scan).date()}",
    )


def _rest(scan: Scan, index: int) -> Draft | None:
    """«بقية العام», «باقي الأسبوع», «في وقت لاحق من هذا الشهر»."""
    at = index
    later = False
    if _word(scan, at, "بقية", "باقي"):
        at += 1
        later = True
    elif _word(scan, at, "في", "وقت"):
        at += 2 if _word(scan, at, "في") and scan.folded(at + 1) == "وقت" else 1
        if scan.folded(at - 1) != "وقت" or scan.folded(at) not in ("لاحق", "مبكر"):
            return None
        later = scan.folded(at) == "لاحق"
        at += 2 if scan.folded(at + 1) == "من" else 1
    else:
        return None
    interval = _holding(scan, at)
    if interval is None:
        return None
    end, whole = interval
    now = _now(scan)
    if later and whole.begin <= now < whole.until:
        whole = replace(whole, begin=now, how=f"the rest of the {whole.how}")
    elif not later:
        middle = whole.begin + (whole.until - whole.begin) / 2
        whole = replace(whole, until=middle, how=f"early in the {whole.how}")
    return replace(dated(index, end, whole), kind="period")


def _holding(scan: Scan, index: int) -> tuple[int, Interval] | None:
    word = scan.word(index)
    unit, count = word.roles.get("time", ("", 0))
    if count == 1 and unit in ("week", "month", "year") and (word.article or word.folded.endswith("ي")):
        found = find_date(scan, index)
        if found is not None and found.interval is not None:
            return found.end, found.interval
        today: date = scan.reference.date()
        how = f"{unit} that holds {today}"
        whole = {
            "week": week_of(today, how),
            "month": month_of(today.year, today.month, how),
            "year": year_of(today.year, how),
        }[unit]
        return index + 1, whole
    found = find_date(scan, index)
    if found is None or found.interval is None or found.interval.grain not in ("week", "month", "year"):
        return None
    return found.end, found.interval


def _whole_unit(scan: Scan, index: int) -> Draft | None:
    """«طوال العام», «طوال شهر»; «لمدة ساعة»: a unit alone, named as a duration."""
    if _word(scan, index, "طوال", "طيلة"):
        word = scan.word(index + 1)
        unit, count = word.roles.get("time", ("", 0))
        if count == 1 and not scan.word(index + 2).roles.get("turn"):
            return Draft(index, index + 2, "duration", number=1.0, unit=unit, how="one whole unit")
        return None
    at = index
    word = scan.word(at)
    unit, count = word.roles.get("time", ("", 0))
    if count != 1 or word.article or word.conjunction:
        return None
    before = scan.folded(at - 1)
    full = scan.folded(at + 1) in ("كامل", "كاملة", "كاملا", "واحد", "واحدة", "ونصف", "ونصفا", "وربع")
    named = before in ("لمدة", "مدة", "مدته", "مدتها", "كل", "لمده", "سأغادرلمدة")
    if not (full or named or scan.alone(at, at + 1) or (before == "في" and scan.count == 2)):
        return None
    return read_duration(scan, at)


def _plain_duration(scan: Scan, index: int) -> Draft | None:
    """A duration with its number; one unit alone is left to the rules above."""
    word = scan.word(index)
    if word.preposition == "ل" and "few" in word.roles or not word.preposition:
        length = read_duration(scan, index)
        if length is not None and not ("time" in word.roles and word.roles["time"][1] != 2):
            return length
    return None
