"""Stretches of time: «خلال أسبوعين», «حتى الخميس», «السنوات الخمس الماضية», «بقية العام», «لمدة ساعة»."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from consistency.languages.arabic.values.amounts import DURATION, read_duration
from consistency.languages.arabic.values.dispatch import Choice
from consistency.languages.arabic.values.draft import Draft, dated
from consistency.languages.arabic.values.events import read_event
from consistency.languages.arabic.values.lexicon import signs, words_of
from consistency.languages.arabic.values.months import read_turn
from consistency.languages.arabic.values.numerals import read_number
from consistency.languages.arabic.values.parts import read_whole
from consistency.languages.arabic.values.points import find_date, read_point, resolve
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.since import (
    SMALL,
    ago,
    anniversary,
    now_of,
    shift,
    since,
    since_event,
    word_among,
)
from consistency.languages.arabic.values.span import (
    Interval,
    month_of,
    week_of,
    year_of,
)
from consistency.languages.arabic.values.tense import tense_at
from consistency.model import Comparator, Grain

__all__ = ["PERIOD", "read_period"]


def read_period(scan: Scan, index: int) -> Draft | None:
    """The longest stretch that starts here."""
    token = scan.tokens[index]
    if token.kind != "w":
        return _numbered_turn(scan, index)
    return _RULES.longest(scan, index)


def _within(scan: Scan, index: int) -> Draft | None:
    """«خلال أسبوعين» in a plan; elsewhere the duration alone."""
    at = index
    if scan.tokens[at].folded in ("في", "وفي") and scan.tokens[at + 1].folded in ("غضون", "خلال"):
        at += 1
    if not word_among(scan, at, "خلال", "غضون"):
        if scan.tokens[at].folded == "في" and scan.tokens[at + 1].kind == "n":
            length = read_duration(scan, at + 1)
            if length is not None and length.end >= scan.count and length.unit not in (None, "second"):
                return _ahead(scan, index, length, tense_at(scan, index))
        return None
    length = read_duration(scan, at + 1)
    if length is None:
        return None
    return _ahead(scan, index, length, tense_at(scan, index))


def _ahead(scan: Scan, index: int, length: Draft, tense: str) -> Draft | None:
    if tense == "past" or (not tense and scan.count > 6) or length.number is None or length.unit is None:
        return length._replace(how=length.how or "a duration; its place is not stated")
    now = now_of(scan)
    vague = length.how.startswith(("a few", "a plural"))
    until = shift(now, 9 if vague else length.number, length.unit)
    if until is None:
        return None
    if length.unit not in SMALL and until.date() > now.date():
        until = datetime(until.year, until.month, until.day)
    if until <= now:
        return length
    return length._replace(
        start=index,
        kind="period",
        begin=now,
        until=until,
        grain="second",
        how=f"from the reference on; {length.number:g} {length.unit}",
    )


def _until(scan: Scan, index: int) -> Draft | None:
    """«حتى الساعة 2:00», «حتى 2030»."""
    if not word_among(scan, index, "حتى", "لغاية"):
        return None
    point = read_point(scan, index + 1)
    if point is None or point.begin is None or point.until is None:
        return None
    now = now_of(scan)
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


_VAGUE_MANY = words_of("grammar", "few_units")


def _many_units(scan: Scan, index: int) -> Draft | None:
    """«الأسابيع الثلاثة الماضية», «السنوات الأخيرة», «العامين الماضيين», «الـ24 ساعة الماضية»."""
    head = _units(scan, index)
    if head is None:
        return None
    number, unit, end = head
    turn = read_turn(scan, end)
    if turn is None:
        first = scan.tokens[end].word.article and scan.tokens[end].word.roles.get("ordinal") == 1
        return _first_units(scan, index, number, unit, end) if first and number else None
    return _back_or_on(scan, index, turn[0], number, unit, turn[1]) if turn[1] else None


def _units(scan: Scan, index: int) -> tuple[float | None, str, int] | None:
    """A definite plural or dual of a unit, with its number where it has one: (number, unit, end)."""
    word, end = scan.tokens[index].word, index + 1
    if word.folded == "ال" and scan.tokens[end].kind == "n":
        inner = read_number(scan, end)
        counted = scan.tokens[inner.end].word.roles.get("time") if inner is not None else None
        return (inner.value, counted[0], inner.end + 1) if inner is not None and counted else None
    unit, count = word.roles.get("time", ("", 1))
    if not word.article or count == 1:
        return None
    if count == 2:
        return 2.0, unit, end
    behind = scan.tokens[end].word
    place = end + 1 if behind.folded == "ال" and scan.tokens[end + 1].kind == "n" else end
    if place > end or (behind.article and "number" in behind.roles):
        inner = read_number(scan, place)
        return (inner.value, unit, inner.end) if inner is not None else (None, unit, end)
    few = scan.tokens[end].folded in _VAGUE_MANY and read_turn(scan, end + 1) is not None
    return None, unit, end + 1 if few else end


def _first_units(scan: Scan, index: int, number: float, unit: str, end: int) -> Draft | None:
    """«الأشهر الستة الأولى من عام 2014», «العامين الأولين من الحرب»."""
    if scan.tokens[end + 1].folded != "من":
        return Draft(index, end, "duration", number=number, unit=unit)
    whole = read_whole(scan, end + 2)
    inside = resolve(scan, whole) if whole is not None else None
    if whole is not None and inside is not None and inside.grain in ("year", "month", "decade", "century"):
        until = shift(inside.begin, number, unit)
        how = f"the first {number:g} {unit} of the {inside.how}"
        return Draft(index, whole.end, "period", None, inside.begin, until, "month", number, unit, how)
    event = read_event(scan, end + 2)
    if event is None:
        return Draft(index, end, "duration", number=number, unit=unit)
    begin = datetime(event.begin.year, event.begin.month, event.begin.day)
    how = f"counted from the catalogued {event.name}, {event.begin}"
    until = shift(begin, number, unit)
    return Draft(index, event.end, "period", None, begin, until, "day", number, unit, how)


def _back_or_on(scan: Scan, index: int, end: int, number: float | None, unit: str, turn: int) -> Draft | None:
    count = 3.0 if number is None else number
    interval = _run(scan, count, unit, turn)
    if interval is None:
        return None
    grain: Grain = _GRAINS.get(unit, "month")
    how = f"{count:g} {unit} {'back' if turn < 0 else 'on'} from {now_of(scan).date()}"
    if number is None:
        how += "; how many is not stated"
    comparator: Comparator | None = "at_least" if number is None else None
    return Draft(index, end, "period", comparator, interval[0], interval[1], grain, count, unit, how)


_GRAINS: dict[str, Grain] = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "day",
}


def _last_units(scan: Scan, index: int) -> Draft | None:
    """«آخر 24 ساعة», «آخر ثلاثة أسابيع»."""
    if scan.tokens[index].word.stem != "اخر":
        return None
    length = read_duration(scan, index + 1)
    if length is None or length.number is None or length.unit is None or length.comparator is not None:
        return None
    if scan.tokens[length.end].folded == "من" or length.number < 2:
        return None
    return _back_or_on(scan, index, length.end, length.number, length.unit, -1)


def _run(scan: Scan, number: float, unit: str, turn: int) -> tuple[datetime, datetime] | None:
    """From, until: whole days before today, or after it."""
    if number <= 0:
        return None
    now = now_of(scan)
    if unit in SMALL:
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
    return length._replace(
        end=turn[0],
        kind="period",
        begin=interval[0],
        until=interval[1],
        grain="day",
        how=f"counted from {now_of(scan).date()}",
    )


def _rest(scan: Scan, index: int) -> Draft | None:
    """«بقية العام», «باقي الأسبوع», «في وقت لاحق من هذا الشهر»."""
    at = index
    later = earlier = False
    if word_among(scan, at, "بقية", "باقي"):
        at += 1
        later = True
    elif word_among(scan, at, "في", "وقت"):
        at += 2 if word_among(scan, at, "في") and scan.tokens[at + 1].folded == "وقت" else 1
        if scan.tokens[at - 1].folded != "وقت" or scan.tokens[at].folded not in ("لاحق", "مبكر", "سابق"):
            return None
        later, earlier = scan.tokens[at].folded == "لاحق", scan.tokens[at].folded == "سابق"
        at += 2 if scan.tokens[at + 1].folded == "من" else 1
    else:
        return None
    interval = _holding(scan, at)
    if interval is None:
        return None
    end, whole = interval
    now = now_of(scan)
    if later and whole.begin <= now < whole.until:
        whole = whole._replace(begin=now, how=f"the rest of the {whole.how}")
    elif earlier and whole.begin < now < whole.until:
        whole = whole._replace(until=now, how=f"earlier in the {whole.how}")
    elif not later and not earlier:
        middle = whole.begin + (whole.until - whole.begin) / 2
        whole = whole._replace(until=middle, how=f"early in the {whole.how}")
    return dated(index, end, whole)._replace(kind="period")


def _holding(scan: Scan, index: int) -> tuple[int, Interval] | None:
    word = scan.tokens[index].word
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
    if word_among(scan, index, "طوال", "طيلة"):
        word = scan.tokens[index + 1].word
        unit, count = word.roles.get("time", ("", 0))
        if count == 1 and not scan.tokens[index + 2].word.roles.get("turn"):
            return Draft(index, index + 2, "duration", number=1.0, unit=unit, how="one whole unit")
        return None
    at = index
    word = scan.tokens[at].word
    unit, count = word.roles.get("time", ("", 0))
    if count != 1 or word.article or word.conjunction:
        return None
    before = scan.tokens[at - 1].folded
    full = scan.tokens[at + 1].folded in ("كامل", "كاملة", "كاملا", "واحد", "واحدة", "ونصف", "ونصفا", "وربع")
    apart = scan.tokens[at + 1].folded in ("و", "الا") and "fraction" in scan.tokens[at + 2].word.roles
    full = full or apart
    joined = scan.tokens[at + 1].word
    full = full or (joined.conjunction and joined.roles.get("time", ("", 0))[1] == 2)
    named = before in ("لمدة", "مدة", "مدته", "مدتها", "كل", "لمده")
    if not (full or named or scan.alone(at, at + 1) or (before == "في" and scan.count == 2)):
        return None
    return read_duration(scan, at)


def _plain_duration(scan: Scan, index: int) -> Draft | None:
    """A duration with its number; one unit alone is left to the rules above."""
    word = scan.tokens[index].word
    if (word.preposition == "ل" and "few" in word.roles) or not word.preposition:
        length = read_duration(scan, index)
        if length is not None and not ("time" in word.roles and word.roles["time"][1] != 2):
            return length
    return None


_RULES = Choice(
    (signs("منذ"), since),
    (signs("بعد", "عقب", "منذ"), since_event),
    (signs("قبل", "منذ", "بعد", "من"), ago),
    (signs("في", "خلال", "غضون"), _within),
    (signs("حتى", "لغاية"), _until),
    (signs("اخر"), _last_units),
    (signs("بقية", "باقي", "في", "وقت"), _rest),
    (signs("ذكرى", "الذكرى"), anniversary),
    (signs("time", "ال"), _many_units),
    (DURATION, _numbered_turn),
    (signs("time", "طوال", "طيلة"), _whole_unit),
    (DURATION, _plain_duration),
)
PERIOD = _RULES.starts
"""What a stretch of time starts with."""
