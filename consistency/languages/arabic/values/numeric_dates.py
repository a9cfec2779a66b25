"""Dates in digits: «2015-07-23», «23/7/2015», «12.3.2015», «4/22», «3/2015»."""

from __future__ import annotations

import re

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.numerals import counts_something
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Found, When

__all__ = ["read_numeric"]

_DATE = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_TWO = re.compile(r"(\d{1,4})([./])(\d{1,4})")
_NAMED_DAYS = frozenset(("9/11", "11/9", "24/7", "50/50", "7/7"))


def read_numeric(scan: Scan, index: int) -> Found | None:
    """«2015-07-23», «23/7/2015», «12.3.2015», «4/22», «3/2015»."""
    token = scan.tokens[index]
    if token.kind != "n" or (index > 0 and scan.attached(index) and scan.is_mark(index - 1, "/-.:")):
        return None
    if token.text.isdigit() and not scan.is_mark(index + 1, "/-"):
        return None
    end = index + 1
    while (
        end - index < 5
        and scan.attached(end)
        and scan.attached(end + 1)
        and scan.is_mark(end, "/-")
        and scan.tokens[end + 1].kind == "n"
        and scan.tokens[end + 1].text.isdigit()
    ):
        end += 2
    raw = scan.quote(index, end)
    raw = "".join(str(int(letter)) if letter.isdigit() else letter for letter in raw)
    if scan.is_mark(end, "/") and scan.attached(end):
        return None
    match = _DATE.fullmatch(raw)
    if match is not None:
        when = _three(int(match[1]), int(match[3]), int(match[4]), len(match[1]), len(match[4]))
        if when is None:
            return None
        era = scan.tokens[end].folded
        hijri = era in words_of("calendar", "hijri_era") or 1300 <= (when.year or 0) <= 1500
        skip = 1 if era in words_of("calendar", "hijri_era") | words_of("calendar", "christian_era") else 0
        return Found(index, end + skip, when._replace(hijri=hijri))
    return _two(scan, index, end, raw)


def _three(first: int, middle: int, last: int, first_length: int, last_length: int) -> When | None:
    if first_length == 4:
        year, month, day = first, middle, last
    elif last_length == 4:
        day, month, year = first, middle, last
    elif last_length == 2 and first_length <= 2:
        day, month, year = first, middle, 2000 + last if last < 70 else 1900 + last
    else:
        return None
    if month > 12 and day <= 12:
        day, month = month, day
    return When(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 and year else None


def _two(scan: Scan, index: int, end: int, raw: str) -> Found | None:
    match = _TWO.fullmatch(raw)
    if match is None or raw in _NAMED_DAYS:
        return None
    a, b = int(match[1]), int(match[3])
    if len(match[1]) <= 2 and len(match[3]) == 4 and 1 <= a <= 12 and 1800 <= b <= 2199 and match[2] == "/":
        return Found(index, end, When(year=b, month=a))
    if len(match[1]) == 4 and len(match[3]) <= 2 and 1 <= b <= 12 and 1800 <= a <= 2199:
        return Found(index, end, When(year=a, month=b))
    if len(match[3]) > 2 or counts_something(scan, end) or scan.alone(index, end):
        return None
    if match[2] == "." and not (scan.tokens[index - 1].folded in ("في", "عند", "يوم") and end == scan.count):
        return None
    when = When(day=a, month=b) if 1 <= b <= 12 and 1 <= a <= 31 else None
    if when is None and 1 <= a <= 12 and 12 < b <= 31:
        when = When(day=b, month=a)
    if when is None:
        return None
    if scan.is_mark(end, "،,") and scan.tokens[end + 1].kind == "n" and scan.tokens[end + 1].text.isdigit():
        year = scan.tokens[end + 1].text
        if len(year) in (2, 4) and not counts_something(scan, end + 2):
            return Found(index, end + 2, when._replace(year=int(year) + (2000 if len(year) == 2 else 0)))
    return Found(index, end, when)
