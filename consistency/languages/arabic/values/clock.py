"""Times of day: «الساعة الثالثة والربع عصرا», «14:05», «4:23 ص», «منتصف الليل», «مساء»."""

from __future__ import annotations

import re
from typing import NamedTuple

from consistency.languages.arabic.values.dispatch import Choice, remembered
from consistency.languages.arabic.values.lexicon import signs
from consistency.languages.arabic.values.months import is_unit, read_month
from consistency.languages.arabic.values.numerals import counts_alone, read_number, read_ordinal
from consistency.languages.arabic.values.scan import Scan

__all__ = [
    "CLOCK",
    "PART_OF_DAY",
    "Clock",
    "PartOfDay",
    "read_clock",
    "read_joined_clock",
    "read_part_of_day",
    "read_zone",
]


_ADVERBS: dict[str, tuple[int, int, str]] = {
    "صباح": (4, 12, "am"),
    "فجر": (3, 6, "am"),
    "ظهر": (12, 15, "noon"),
    "عصر": (15, 18, "pm"),
    "الصبح": (4, 12, "am"),
}
PART_OF_DAY = signs(
    "part_of_day", "في", "من", "هذه", "هذا", "وقت", "فترة", "بعد", "قبل", "الغداء",
    *_ADVERBS, *(f"{stem}ا" for stem in _ADVERBS),
)  # fmt: skip
"""What a part of the day starts with."""
CLOCK = PART_OF_DAY | signs("digits", "number", "ordinal", "time hour", "منتصف", "نصف", "ظهيرة", "T")
"""What a time of day starts with."""


class PartOfDay(NamedTuple):
    """«صباحا», «بعد الظهر»: hours from and until, and how it turns hours 1-11."""

    end: int
    first: int
    last: int
    turn: str


class Clock(NamedTuple):
    """A time of day; ``sure`` is False where it may be before or after noon."""

    start: int
    end: int
    hour: int
    minute: int = 0
    second: int = 0
    grain: str = "hour"
    sure: bool = True
    zone: str = ""


@remembered(PART_OF_DAY, timeless=True)
def read_part_of_day(scan: Scan, index: int) -> PartOfDay | None:
    """«صباحا», «في المساء», «بعد الظهر», «قبل المغرب», «من الصباح»."""
    at = index
    folded = scan.tokens[at].folded
    if folded in ("في", "من", "هذه", "هذا", "وقت", "فترة") and not scan.tokens[at].word.conjunction:
        at += 1
        if scan.tokens[at].folded in ("وقت", "فترة", "هذه", "هذا"):
            at += 1
    side = scan.tokens[at].folded
    if (
        side in ("بعد", "قبل")
        and scan.tokens[at + 1].folded == "منتصف"
        and scan.tokens[at + 2].folded == "الليل"
    ):
        return PartOfDay(at + 3, 0, 4, "am") if side == "بعد" else PartOfDay(at + 3, 20, 24, "pm")
    if side in ("بعد", "قبل"):
        named = _part_word(scan, at + 1)
        if named is None or not scan.tokens[at + 1].word.article:
            return None
        first, _last, turn = named
        if side == "بعد":
            return PartOfDay(at + 2, 12 if turn == "noon" else first, 18 if turn == "noon" else 24, "pm")
        return PartOfDay(at + 2, 4 if turn == "noon" else 12, first, "am" if turn == "noon" else "pm")
    if scan.tokens[at].folded == "الغداء" and scan.tokens[at - 1].folded == "وقت":
        return PartOfDay(at + 1, 12, 14, "noon")
    named = _part_word(scan, at)
    return PartOfDay(at + 1, *named) if named is not None else None


def _part_word(scan: Scan, index: int) -> tuple[int, int, str] | None:
    word = scan.tokens[index].word
    stem = word.stem[:-1] if word.stem.endswith("ا") and "part_of_day" not in word.roles else word.stem
    roles = word.roles or {}
    if "part_of_day" in roles:
        first, last, turn = roles["part_of_day"]
        return first, last, turn
    return _ADVERBS.get(stem)


def read_zone(scan: Scan, index: int) -> tuple[int, str] | None:
    """«بتوقيت غرينتش», «GMT», «ت غ», «بالتوقيت المحلي»."""
    at = index
    bracket = scan.is_mark(at, "(")
    if bracket:
        at += 1
    led = scan.tokens[at].folded in ("بتوقيت", "توقيت", "بالتوقيت", "حسب")
    if led:
        at += 1
    word = scan.tokens[at].folded.lower()
    if word in ("gmt", "utc", "غرينتش", "جرينتش", "جرينيتش", "غرينيتش", "العالمي"):
        zone, end = "GMT", at + 1
    elif word in ("ت", "تغ") and (
        word == "تغ" or scan.tokens[at + 1].folded == "غ" or scan.is_mark(at + 1, ".")
    ):
        end = at + 1
        while scan.is_mark(end, ".") or scan.tokens[end].folded == "غ":
            end += 1
        zone = "GMT"
    elif led and scan.tokens[at].kind == "w":
        zone, end = "local", at + 1
        if scan.tokens[end].folded.startswith("ال") and scan.tokens[at].word.stem in ("مكة", "مكه"):
            end += 1
    else:
        return None
    if bracket:
        if not scan.is_mark(end, ")"):
            return None
        end += 1
    return end, zone


_MINUTE_WORDS = {"نصف": 30, "ربع": 15, "ثلث": 20}


@remembered(CLOCK, timeless=True)
def read_clock(scan: Scan, index: int) -> Clock | None:
    """A time of day that starts here."""
    if counts_alone(scan, index):
        return None
    return _RULES.first(scan, index)


@remembered(CLOCK, timeless=True)
def read_joined_clock(scan: Scan, index: int) -> Clock | None:
    """The second time of «بين الخامسة والسادسة مساء»."""
    if counts_alone(scan, index):
        return None
    clock = read_clock(scan, index)
    word = scan.tokens[index].word
    if clock is not None or not (word.conjunction or PART_OF_DAY & word.signs):
        return clock
    return _spoken(scan, index, joined=True)


def _special(scan: Scan, index: int) -> Clock | None:
    """«منتصف الليل», «الظهيرة», «منتصف الصباح»."""
    if scan.tokens[index].folded in ("منتصف", "نصف") or scan.tokens[index].word.stem in ("منتصف",):
        at = index + 2 if scan.is_mark(index + 1, "-") else index + 1
        hour = {"الليل": 0, "الظهر": 12, "الصباح": 10, "النهار": 12, "ليل": 0}.get(scan.tokens[at].folded)
        if hour is not None and scan.tokens[index].folded != "نصف":
            return Clock(index, at + 1, hour)
    if scan.tokens[index].word.stem == "ظهيرة" and scan.tokens[index].word.article:
        return Clock(index, index + 1, 12)
    return None


def _with_part(scan: Scan, clock: Clock, before: PartOfDay | None = None) -> Clock:
    """The part of the day and the zone behind, or before, a time."""
    part = before
    end = clock.end
    if part is None:
        at = end + 1 if scan.is_mark(end, "،,") else end
        part = read_part_of_day(scan, at)
        if scan.tokens[end].folded == "منتصف" and scan.tokens[end + 1].folded == "الليل" and clock.hour == 12:
            return Clock(clock.start, end + 2, 0, clock.minute, clock.second, clock.grain)
        if part is not None:
            end = part.end
    else:
        again = read_part_of_day(scan, end)
        end = again.end if again is not None else end
    hour, sure = clock.hour, clock.sure
    if part is not None:
        sure = True
        if part.turn == "noon":
            hour = hour if hour >= 11 or part.last == 12 else hour + 12
        elif part.turn == "pm" or (part.turn == "night" and hour >= 6):
            hour = hour + 12 if hour < 12 else (0 if hour == 12 and part.turn == "night" else hour)
        elif part.turn == "am" and hour == 12:
            hour = 0 if part.last <= 12 and part.first < 4 else 12
        elif part.turn == "night" and hour == 12:
            hour = 0
    zone = read_zone(scan, end)
    if zone is not None:
        end = zone[0]
    if hour > 24:
        hour -= 12
    return Clock(
        clock.start, end, hour % 24, clock.minute, clock.second, clock.grain, sure, zone[1] if zone else ""
    )


_DOTTED = re.compile(r"(\d{1,2})[.](\d{2})")


def _digital(scan: Scan, index: int) -> Clock | None:
    """«14:05», «7:56:35 مساء», «بعد الظهر 7:00»."""
    if scan.tokens[index].folded == "في" and scan.tokens[index + 1].folded == "وقت":
        return None
    if scan.tokens[index].kind == "n" and not scan.is_mark(index + 1, ":"):
        return None
    start, at = index, index
    part = read_part_of_day(scan, at) if scan.tokens[at].kind == "w" else None
    if part is not None:
        at = part.end
    if is_unit(scan, at, "hour"):
        at += 1
    prefix = scan.tokens[at].kind == "w" and scan.tokens[at].text == "T" and scan.attached(at + 1)
    if prefix:
        at += 1
    fields = [scan.tokens[at]]
    end = at + 1
    while len(fields) < 3 and scan.is_mark(end, ":") and scan.attached(end) and scan.attached(end + 1):
        fields.append(scan.tokens[end + 1])
        end += 2
    if len(fields) < 2 or any(field.kind != "n" or not field.text.isdigit() for field in fields):
        return None
    if len(fields[0].text) > 2 or any(len(field.text) != 2 for field in fields[1:]):
        return None
    hour, minute = int(fields[0].text), int(fields[1].text)
    second = int(fields[2].text) if len(fields) == 3 else 0
    if hour > 24 or minute > 59 or second > 59 or (scan.is_mark(end, ":") and scan.attached(end + 1)):
        return None
    sure = hour > 12 or hour == 0 or (len(fields[0].text) == 2 and fields[0].text[0] == "0") or hour == 12
    clock = Clock(start, end, hour, minute, second, "second" if len(fields) == 3 else "minute", sure)
    return _with_part(scan, clock, part)


def _spoken(scan: Scan, index: int, joined: bool = False) -> Clock | None:
    """«الساعة الثالثة والربع عصرا», «الثامنة مساء», «8 في الليل»; ``joined``: its «و» is of a range."""
    if scan.tokens[index].folded == "في" and scan.tokens[index + 1].folded == "وقت":
        return None
    at = index
    part = read_part_of_day(scan, at) if scan.tokens[at].folded not in ("من",) else None
    if part is not None:
        at = part.end
    led = (
        is_unit(scan, at, "hour")
        and (scan.tokens[at].word.article or scan.tokens[at].word.stem == "ساعة")
        and not (scan.tokens[at].word.conjunction and not scan.tokens[at].word.article)
        and not (scan.tokens[at + 1].folded == "واحدة" and not scan.tokens[at].word.article)
    )
    if led:
        at += 1
    hour = _hour(scan, at, led, joined)
    if hour is None:
        return None
    end, value, minute = hour
    grain = "hour" if minute is None else "minute"
    if minute is None:
        minutes = _minutes(scan, end, value)
        if minutes is not None:
            end, value, minute, grain = minutes[0], minutes[1], minutes[2], "minute"
    clock = Clock(index, end, value, minute or 0, 0, grain, sure=value > 12 or value == 0)
    clock = _with_part(scan, clock, part)
    if led or part is not None or clock.end > end:
        return clock
    return clock if _bare_hour(scan, index, end) else None


def _hour(scan: Scan, index: int, led: bool, joined: bool = False) -> tuple[int, int, int | None] | None:
    if scan.tokens[index].folded == "ال" and scan.tokens[index + 1].kind == "n" and led:
        index += 1
    token = scan.tokens[index]
    dotted = _DOTTED.fullmatch(token.text) if token.kind == "n" else None
    if (
        dotted
        and int(dotted[1]) <= 24
        and int(dotted[2]) < 60
        and (led or read_part_of_day(scan, index + 1) or read_zone(scan, index + 1))
    ):
        return index + 1, int(dotted[1]), int(dotted[2])
    if token.kind == "n":
        if not token.text.isdigit() or len(token.text) > 4:
            return None
        if len(token.text) >= 3:
            hour, minute = divmod(int(token.text), 100)
            part = read_part_of_day(scan, index + 1)
            military = led and len(token.text) == 4 and (hour > 12 or read_zone(scan, index + 1) is not None)
            if military and hour <= 24 and minute < 60:
                return index + 1, hour, minute
            return (index + 1, hour, minute) if part and 1 <= hour <= 12 and minute < 60 else None
        small = int(token.text)
        if is_unit(scan, index + 1, "hour", 0) or is_unit(scan, index + 1, "day", 0):
            return None
        if read_month(scan, index + 1) is not None:
            return None  # «ليلة 15 شعبان»
        return (index + 1, small, None) if small <= 24 else None
    word = scan.tokens[index].word
    if word.conjunction and not led and not joined:
        return None
    first_hours = is_unit(scan, index - 1, "hour", 0)  # «الساعات الأولى من صباح اليوم»
    ordinal = read_ordinal(scan, index) if word.article and not first_hours else None
    if ordinal is not None and 1 <= ordinal[1] <= 12 and word.stem[-1] in "ةهىي":
        return ordinal[0], ordinal[1], None
    spoken = led or read_part_of_day(scan, index + 1) is not None
    if spoken and "number" in word.roles and word.roles["number"][0] in ("one", "ten") and not word.article:
        _group, value = word.roles["number"]
        follower = scan.tokens[index + 1].word
        if follower.roles.get("number", ("", 0))[0] == "ten" and not follower.conjunction:
            return index + 2, value + 10, None
        return index + 1, value, None
    return None


def _minutes(scan: Scan, index: int, hour: int) -> tuple[int, int, int] | None:
    """«والنصف», «و18 دقيقة», «إلا ثلثا»: (end, hour, minute)."""
    at, sign = index, 1
    word = scan.tokens[at].word
    if word.folded == "الا" and scan.tokens[at].kind == "w":
        sign, at = -1, at + 1
        word = scan.tokens[at].word
    elif word.folded == "و" and scan.tokens[at].kind == "w":
        at += 1
        word = scan.tokens[at].word
    elif not word.conjunction:
        return None
    stem = word.stem if word.stem in _MINUTE_WORDS else word.stem.rstrip("ا")
    value: float
    if stem in _MINUTE_WORDS:
        value, end = _MINUTE_WORDS[stem], at + 1
        follower = scan.tokens[end].word
        if follower.conjunction and follower.stem == "خمس":
            value, end = value + 5, end + 1
    else:
        bare_digits = scan.tokens[at].kind == "n"
        number = read_number(scan, at)
        if number is None:
            return None
        value, end = number.value, number.end
        minutes = scan.tokens[end].word.roles.get("time", ("", 0))[0] == "minute"
        if minutes:
            end += 1
        elif bare_digits or "time" in scan.tokens[end].word.roles or (sign < 0 and not minutes):
            return None
    if not 1 <= value <= 59 or value != int(value):
        return None
    if sign > 0:
        return end, hour, int(value)
    return end, (hour - 1) % 24 or (12 if hour == 1 else 0), 60 - int(value)


def _bare_hour(scan: Scan, index: int, end: int) -> bool:
    """Whether an ordinal without «الساعة» can only be an hour: «في السابعة.»."""
    before = scan.tokens[index - 1].folded
    closed = end >= scan.count or scan.is_mark(end, ".،,؟!")
    if scan.tokens[index].kind == "n":
        return before == "عند" and closed
    if scan.tokens[end - 1].word.stem in _MINUTE_WORDS and scan.tokens[index].word.article:
        return True
    if scan.tokens[index].word.article and is_unit(scan, end - 1, "minute"):
        return True
    return (
        before in ("عند", "في", "حتى", "الى")
        and closed
        and scan.tokens[index - 2].folded not in ("المركز", "المرتبة")
    )


_RULES = Choice(
    (signs("منتصف", "نصف", "ظهيرة"), _special),
    (PART_OF_DAY | signs("digits", "time hour", "T"), _digital),
    (CLOCK, _spoken),
)
