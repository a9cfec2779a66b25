"""Names of months and years in a text: «تشرين الأول/ أكتوبر», «شهر رمضان», «من العام الماضي», «1436هـ»."""

from __future__ import annotations

from typing import NamedTuple

from consistency.languages.arabic.values.dispatch import remembered
from consistency.languages.arabic.values.lexicon import signs, words_of
from consistency.languages.arabic.values.numerals import read_number, read_ordinal, read_small
from consistency.languages.arabic.values.scan import Scan

__all__ = ["MONTH", "Month", "Year", "is_unit", "read_month", "read_turn", "read_year"]


MONTH = signs("month", "month_head", "time month")
"""What a month starts with."""


class Month(NamedTuple):
    """A month that was read up to, not including, token ``end``."""

    end: int
    month: int
    hijri: bool
    sure: bool
    """False for a word that is also a verb or a name."""


class Year(NamedTuple):
    """A year, or a turn such as «العام الماضي» (``year`` is then counted from the reference)."""

    end: int
    year: int
    hijri: bool
    explicit: bool
    """True where «عام», «هـ» or «م» says that the number is a year."""


def is_unit(scan: Scan, index: int, unit: str, count: int = 1) -> bool:
    """Whether the word is this unit of time."""
    found: tuple[str, int] = scan.tokens[index].word.roles.get("time", ("", 0))
    return found == (unit, count)


def read_turn(scan: Scan, index: int) -> tuple[int, int] | None:
    """«الماضي», «المقبل», «الجاري» at this place: (end, -1, 1 or 0)."""
    word = scan.tokens[index].word
    if "turn" in word.roles and not word.conjunction and not word.preposition:
        return index + 1, word.roles["turn"]
    return None


@remembered(MONTH, timeless=True)
def read_month(scan: Scan, index: int) -> Month | None:
    """A month by name or, after «شهر», by number; double names are one month."""
    if is_unit(scan, index, "month"):
        return _after_shahr(scan, index)
    first = _name(scan, index)
    if first is None:
        return None
    second = _alias(scan, first)
    if second is not None:
        return Month(second, first.month, first.hijri, True)
    return first


def _after_shahr(scan: Scan, index: int) -> Month | None:
    named = None if scan.tokens[index + 1].word.conjunction else read_month(scan, index + 1)
    if named is not None:
        return named._replace(sure=True)
    if scan.tokens[index].word.article:
        ordinal = read_ordinal(scan, index + 1)
        if ordinal and ordinal[1] <= 12 and scan.tokens[index + 1].word.article:
            year = read_year(scan, ordinal[0])
            if year is not None and year.explicit:
                return Month(ordinal[0], ordinal[1], False, True)
        return None
    small = read_small(scan, index + 1, 12)
    if small is not None and small[1] >= 1:
        return Month(small[0], small[1], False, True)
    number = read_number(scan, index + 1) if scan.tokens[index + 1].kind == "w" else None
    if (
        number is not None
        and not number.shy
        and 2 <= number.value <= 12
        and number.value == int(number.value)
    ):
        return Month(number.end, int(number.value), False, True)
    return None


def _name(scan: Scan, index: int) -> Month | None:
    word = scan.tokens[index].word
    if "month_head" in word.roles:
        seconds, hijri = word.roles["month_head"]
        follower = scan.tokens[index + 1].word.folded
        if follower in seconds:
            return Month(index + 2, seconds[follower], hijri, True)
        return None
    if "month" not in word.roles or word.article:
        return None
    if word.stem == "اب" and "آ" not in scan.tokens[index].text:
        return None  # «أب» is a father, «باب» a door
    month, hijri = word.roles["month"]
    return Month(index + 1, month, hijri, "shy_month" not in word.roles)


def _alias(scan: Scan, first: Month) -> int | None:
    """The end of a second name of the same month: «/ أكتوبر», «(أكتوبر)», «أكتوبر»."""
    at = first.end
    bracket = scan.is_mark(at, "(")
    if scan.is_mark(at, "/-\\(–"):
        at += 1
    second = _name(scan, at)
    if second is None or second.month != first.month or second.hijri != first.hijri:
        return None
    if scan.tokens[at].word.conjunction or scan.tokens[at].word.preposition:
        return None
    if bracket:
        return second.end + 1 if scan.is_mark(second.end, ")") else None
    return second.end


def read_year(scan: Scan, index: int, month: Month | None = None) -> Year | None:
    """A year that belongs to the date before this place, with what leads to it."""
    at = index
    if (month is not None and scan.is_mark(at, "،,-/–.") and scan.tokens[at + 1].kind == "n") or (
        month is not None and scan.is_mark(at, "،,")
    ):
        at += 1
    if scan.tokens[at].folded in ("من", "في", "لعام") and not is_unit(scan, at, "year"):
        at += 1
    led = at > index and scan.tokens[at - 1].kind == "w"
    if scan.tokens[at].folded in ("هذا", "هذه") and is_unit(scan, at + 1, "year"):
        return Year(at + 2, scan.reference.year, False, True)
    if is_unit(scan, at, "year"):
        turn = read_turn(scan, at + 1)
        if turn is not None and scan.tokens[at].word.article:
            return Year(turn[0], scan.reference.year + turn[1], False, True)
        number = _year_number(scan, at + 1, month, explicit=True)
        return number and number._replace(explicit=True)
    if month is None or (led and scan.tokens[at - 1].folded != "من" and scan.tokens[at].kind != "n"):
        return None
    return _year_number(scan, at, month, explicit=False)


def _year_number(scan: Scan, index: int, month: Month | None, explicit: bool) -> Year | None:
    token = scan.tokens[index]
    if token.kind == "n":
        if not token.text.isdigit() or len(token.text) > 4:
            return None
        end, year = index + 1, int(token.text)
        if scan.is_mark(end, "/-") and scan.attached(end) and scan.attached(end + 1) and month is not None:
            return None
        era = _era(scan, end)
        if era is not None:
            return Year(era[0], year, era[1], True)
        if explicit:
            return Year(end, year, 1300 <= year <= 1470, True) if year > 0 else None
        hijri = month is not None and month.hijri and 1200 <= year <= 1600
        if len(token.text) == 4 and (1000 <= year <= 2200):
            return Year(end, year, hijri, False)
        return None
    if token.kind != "w" or scan.tokens[index].word.conjunction:
        return None
    number = read_number(scan, index)
    if number is None or not number.words or number.value != int(number.value):
        return None
    if 1000 <= number.value <= 2200 and (explicit or number.value % 1000):
        return Year(number.end, int(number.value), False, explicit)
    return None


def _era(scan: Scan, index: int) -> tuple[int, bool] | None:
    """The end of an era mark, and whether it is the Hijri one."""
    at = index + 1 if scan.is_mark(index, "(") else index
    word = scan.tokens[at].folded
    if word in words_of("calendar", "hijri_era"):
        return at + 1 if at == index else at + 2, True
    if at == index and word in words_of("calendar", "christian_era"):
        return at + 1, False
    return None
