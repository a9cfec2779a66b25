"""Points in time: a date, a time of day, or both: «مساء الخميس», «12 نوفمبر 2024، 4:23 ص», «الآن»."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from consistency.languages.arabic.values.clock import CLOCK, Clock, PartOfDay, read_clock, read_part_of_day
from consistency.languages.arabic.values.dates import DATE, read_date
from consistency.languages.arabic.values.dispatch import Choice, remembered
from consistency.languages.arabic.values.draft import Draft, dated
from consistency.languages.arabic.values.lexicon import signs
from consistency.languages.arabic.values.parts import RELATIVE, read_relative
from consistency.languages.arabic.values.place import place
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found, Interval, day_of
from consistency.languages.arabic.values.tense import tense_at
from consistency.model import Grain

__all__ = ["DATED", "POINT", "clock_interval", "find_date", "read_point", "resolve"]

_GRAINS: dict[str, tuple[Grain, timedelta]] = {
    "hour": ("hour", timedelta(hours=1)),
    "minute": ("minute", timedelta(minutes=1)),
    "second": ("second", timedelta(seconds=1)),
}


DATED = DATE | RELATIVE
"""What a date starts with, absolute or relative."""
POINT = DATED | CLOCK | signs("now", "this", "في")
"""What a point in time starts with."""


@remembered(DATED)
def find_date(scan: Scan, index: int) -> Found | None:
    """The longest date, absolute or relative, that starts here."""
    stated, relative = read_date(scan, index), read_relative(scan, index)
    if relative is None or (stated is not None and stated.end >= relative.end):
        return stated
    return relative


def resolve(scan: Scan, found: Found, plan: bool = False) -> Interval | None:
    """Where a date lies, seen from the reference and the verb of its clause.

    :param plan: read a date as a plan where no verb says otherwise: a weekday with its hour is a programme.
    """
    if found.interval is not None:
        return found.interval
    if found.when is None:
        return None
    settled = found.when.year is not None or found.when.turn is not None
    bare = found.when.weekday is not None and found.when.day is None
    tense = "" if settled else tense_at(scan, found.start, bare) or ("future" if plan else "")
    try:
        return place(found.when, scan.reference, tense)
    except (OverflowError, ValueError):
        return None


@remembered(POINT)
def read_point(scan: Scan, index: int) -> Draft | None:
    """The longest point in time that starts here."""
    return _RULES.longest(scan, index)


def _now(scan: Scan, index: int) -> Draft | None:
    """«الآن», «في هذه اللحظة»."""
    at = index
    if scan.tokens[at].folded == "في":
        at += 1
    if scan.tokens[at].text.startswith("آ") or scan.tokens[index - 1].folded in ("حتى", "وحتى", "الى", "لحد"):
        return None  # «آلان» is a man, «حتى الآن» no moment
    if "now" in scan.tokens[at].word.roles and at == index:
        end = at + 1
    elif "this" in scan.tokens[at].word.roles and scan.tokens[at + 1].folded in ("اللحظة", "اللحظات"):
        end = at + 2
    else:
        return None
    begin = scan.reference.replace(microsecond=0, tzinfo=None)
    return Draft(
        index, end, "time", begin=begin, until=begin + timedelta(seconds=1), grain="second", how="now"
    )


def _plain(scan: Scan, index: int) -> Draft | None:
    found = find_date(scan, index)
    if found is None:
        return None
    interval = resolve(scan, found)
    return dated(found.start, found.end, interval) if interval is not None else None


def _skip(scan: Scan, index: int) -> int:
    """Past what may stand between a date and a time: a comma, a dash, «في», «عند», «تمام»."""
    at = index
    for _ in range(3):
        if scan.is_mark(at, "،,-–|") or scan.tokens[at].folded in (
            "في",
            "عند",
            "على",
            "تمام",
            "من",
            "يوم",
            "T",
        ):
            at += 1
        else:
            break
    return at


def _dated_clock(scan: Scan, index: int) -> Draft | None:
    """A date, then a time: «الخميس الساعة 8», «2024-11-12 14:05», «اليوم مساء»."""
    found = find_date(scan, index)
    if found is None:
        return None
    at = _skip(scan, found.end)
    clock = read_clock(scan, at)
    timed = clock is not None and (scan.tokens[at].kind == "w" or clock.grain != "hour")
    part = read_part_of_day(scan, found.end) if scan.tokens[found.end].kind == "w" else None
    if not timed and part is None:  # most dates
        return None
    interval = resolve(scan, found, plan=True)
    if interval is None or interval.grain != "day" or interval.until - interval.begin > timedelta(days=1):
        return None
    if timed and clock is not None:
        return _at_clock(scan, found.start, clock.end, clock, interval)
    interval = resolve(scan, found)
    if part is not None and interval is not None:
        return _in_part(scan, found.start, part.end, part, interval)
    return None


def _clock_dated(scan: Scan, index: int) -> Draft | None:
    """A time, with or without a date behind it: «الثامنة مساء الخميس»."""
    clock = read_clock(scan, index)
    if clock is None:
        return None
    at = _skip(scan, clock.end)
    found = find_date(scan, at) if scan.tokens[at].kind in "wn" else None
    if found is not None and clock.hour == 0 and scan.tokens[clock.end - 1].folded in ("ليل", "الليل"):
        found = _second_day(scan, found) or found
    interval = resolve(scan, found) if found is not None and at - clock.end <= 2 else None
    if found is not None and interval is not None and interval.grain == "day" and _one_day(interval):
        return _at_clock(scan, index, found.end, clock, interval)
    if scan.tokens[clock.end].folded == "هذه" and scan.tokens[clock.end + 1].folded == "الليلة":
        late = clock._replace(hour=clock.hour + 12 if clock.hour < 12 else clock.hour, sure=True)
        return _at_clock(scan, index, clock.end + 2, late, None)
    return _at_clock(scan, index, clock.end, clock, None)


def _second_day(scan: Scan, found: Found) -> Found | None:
    """«منتصف ليل الاثنين الثلاثاء» is the first moment of Tuesday."""
    second = find_date(scan, found.end + scan.is_mark(found.end, "-/–"))
    if second is None or second.when is None or found.when is None or found.when.weekday is None:
        return None
    bare = found.when.day is None and second.when.day is None
    return second if bare and (found.when.weekday + 1) % 7 == second.when.weekday else None


def _one_day(interval: Interval) -> bool:
    return interval.until - interval.begin == timedelta(days=1)


def clock_interval(scan: Scan, clock: Clock, day: Interval | None) -> Interval:
    """The stretch that a time of day means, on its day or on the reference's."""
    reference = scan.reference
    base = day.begin if day is not None else datetime(reference.year, reference.month, reference.day)
    midnight = base.replace(hour=0, minute=0, second=0)
    moment = midnight + timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)  # 24:00 too
    how = f"time of day on {base.date()}"
    if not clock.sure and day is None:
        earlier = moment.time() < reference.time().replace(tzinfo=None)
        if earlier and clock.hour < 12:
            moment += timedelta(hours=12)
        how += "; before or after noon is not stated, the next one from the reference"
    elif not clock.sure:
        how += "; before or after noon is not stated"
    grain, step = _GRAINS[clock.grain]
    if clock.zone == "GMT":
        if reference.tzinfo is not None:
            moment = moment.replace(tzinfo=timezone.utc).astimezone(reference.tzinfo).replace(tzinfo=None)  # noqa: UP017
            grain = "minute"
        how += "; GMT"
    return Interval(moment, moment + step, grain, how)


def _at_clock(scan: Scan, start: int, end: int, clock: Clock, day: Interval | None) -> Draft | None:
    interval = clock_interval(scan, clock, day)
    how = interval.how if day is None else f"{day.how}; {interval.how}"
    return Draft(
        start, end, "time", begin=interval.begin, until=interval.until, grain=interval.grain, how=how
    )


def _in_part(scan: Scan, start: int, end: int, part: PartOfDay, day: Interval) -> Draft:
    begin = day.begin + timedelta(hours=part.first)
    until = day.begin + timedelta(hours=part.last)
    how = f"{day.how}; a part of the day, hours {part.first}-{part.last}"
    return Draft(start, end, "time", begin=begin, until=until, grain="hour", how=how)


def _part_dated(scan: Scan, index: int) -> Draft | None:
    """«مساء الخميس», «صباح اليوم», «بعد ظهر أمس», «فجر الجمعة»."""
    at = index
    after = scan.tokens[at].folded == "بعد" and scan.tokens[at + 1].word.stem in ("ظهر", "منتصف")
    if after:
        at += 1
    if after and scan.tokens[at].word.stem == "منتصف":
        return None
    word = scan.tokens[at].word
    if "part_of_day" not in word.roles or len(word.stem) < 2:
        return None
    end = at + 1
    if word.article and not after:
        return None
    found = find_date(scan, end + 1 if scan.tokens[end].folded in ("يوم", "من") else end)
    if found is None or found.start > end + 2:
        return None
    interval = resolve(scan, found)
    if interval is None or not _one_day(interval):
        return None
    first, last, turn = word.roles["part_of_day"]
    second = find_date(scan, found.end + scan.is_mark(found.end, "-/–")) if turn == "night" else None
    if (
        second is not None
        and second.when is not None
        and second.when.weekday is not None
        and second.when.day is None
    ):
        next_day = (interval.begin + timedelta(days=1)).weekday() == second.when.weekday
        if next_day and not scan.tokens[second.start].word.conjunction:  # «ليل الخميس الجمعة»
            night = PartOfDay(end, first, last + 6, turn)
            return _in_part(scan, index, second.end, night, interval)
    part = PartOfDay(end, 12, 18, "pm") if after else PartOfDay(end, first, last, turn)
    return _in_part(scan, index, found.end, part, interval)


def _tonight(scan: Scan, index: int) -> Draft | None:
    """«الليلة», «هذه الليلة», «هذا المساء», «الليلة الماضية»."""
    this = "this" in scan.tokens[index].word.roles
    at = index + 1 if this else index
    word = scan.tokens[at].word
    if not word.article or "part_of_day" not in word.roles:
        return None
    if not this and word.stem != "ليلة":
        return None
    reference = scan.reference
    today = day_of(reference.date(), f"on {reference.date()}")
    turn = scan.tokens[at + 1].word.roles.get("turn")
    first, last, name = word.roles["part_of_day"]
    part = PartOfDay(at + 1, first, last, name)
    if turn == -1:
        begin = today.begin - timedelta(hours=6)
        return Draft(
            index,
            at + 2,
            "time",
            begin=begin,
            until=begin + timedelta(hours=12),
            grain="hour",
            how=f"the night before {reference.date()}",
        )
    return _in_part(scan, index, at + 1, part, today)


_RULES = Choice(
    (signs("now", "this", "في"), _now),
    (DATED, _dated_clock),
    (CLOCK, _clock_dated),
    (signs("part_of_day", "بعد"), _part_dated),
    (signs("part_of_day", "this"), _tonight),
    (DATED, _plain),
)
