"""The line in which an article states its own date."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from consistency.languages.arabic.values.clock import read_clock, read_zone
from consistency.languages.arabic.values.dates import read_date
from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.place import WEEKDAYS, place
from consistency.languages.arabic.values.scan import Scan, scan
from consistency.languages.arabic.values.span import Found
from consistency.model import PublicationDate
from consistency.wording import Wording, say, term

__all__ = ["read_dateline"]

_LONGEST = 220
_REFERENCE = datetime(2000, 1, 1)
_LATIN_MONTHS = {
    "english": "january february march april may june july august september october november december",
    "french": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_LATIN = re.compile(
    r"(?P<d>\d{1,2})(?:st|nd|rd|th|er)?,?\s+(?P<m>[^\W\d_]{3,9})\.?,?\s+(?P<y>\d{4})"
    r"|(?P<m2>[A-Za-z]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4})"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?=[T ]?\d{2}:\d{2}|(?!\d))")


def read_dateline(text: str) -> PublicationDate | None:
    """The publication date that a single line states; None where the line is no date line.

    :param text: one line; ``start`` and ``end`` of the answer are code points of it.
    """
    if not text.strip() or len(text) > _LONGEST or "\n" in text.strip("\n"):
        return None
    scanned = scan(text, _REFERENCE, "auto")
    spans: list[tuple[int, int, date, Wording]] = []
    latin = _latin(text)
    if latin is not None:
        spans.append(latin)
    iso = _iso(text)
    if iso is not None:
        spans.append(iso)
    behind = 0
    for index in scanned.heads:
        found = _full_date(scanned, index) if index >= behind else None
        if found is not None:
            start, end = scanned.starts[found[0]], scanned.ends[found[1] - 1]
            spans.append((start, end, found[2], found[3]))
            behind = found[1]
    if not spans or not _only_a_date(scanned, spans):
        return None
    start, end, day, why = min(spans, key=lambda span: (span[3].startswith("Hijri"), span[0]))
    conflict = [other for other in spans if abs((other[2] - day).days) > 2]
    if conflict:
        return None
    return PublicationDate(day.isoformat(), day.isoformat(), True, why, start, end)


def _latin(text: str) -> tuple[int, int, date, Wording] | None:
    """«18th, September 2023», «Nov 12, 2024», «12 novembre 2024»."""
    match = _LATIN.search(text)
    if match is None:
        return None
    language, month = _latin_month((match["m"] or match["m2"]).lower())
    day = _safe(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]))
    why = say("the date line, in French") if language == "french" else say("the date line, in English")
    return (*match.span(), day, why) if day else None


def _latin_month(name: str) -> tuple[str, int]:
    """The language and number of a month, whole or cut to three letters; 0 for another word."""
    for language, listed in _LATIN_MONTHS.items():
        for number, full in enumerate(listed.split(), 1):
            if name in (full, full[:3]) or (name == "sept" and number == 9):
                return language, number
    return "", 0


def _iso(text: str) -> tuple[int, int, date, Wording] | None:
    match = _ISO.search(fold_digits(text)) if "-" in text else None
    day = _safe(*map(int, match.groups())) if match else None
    return (*match.span(), day, say("the date line, ISO form")) if match and day else None


def fold_digits(text: str) -> str:
    """The text with Arabic digits as ASCII ones, of the same length."""
    return "".join(str(int(letter)) if letter.isdigit() and letter.isdecimal() else letter for letter in text)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_date(scanned: Scan, index: int) -> tuple[int, int, date, Wording] | None:
    """A date with its year at this token: (from, to, day, why)."""
    token = scanned.tokens[index]
    if (
        token.kind == "p"
        or token.kind == "l"
        or (scanned.is_mark(index - 1, "/-") and scanned.attached(index))
    ):
        return None
    found: Found | None = read_date(scanned, index)
    if found is None or found.when is None or found.when.day is None:
        return None
    when = found.when
    if when.year is None and when.month is not None:  # «GMT 10:12 2024 الثلاثاء 12 نوفمبر»
        before = scanned.tokens[index - 1].text
        when = when._replace(year=int(before) if re.fullmatch(r"(?:19|20)\d\d", before) else None)
    if when.year is None:
        return None
    if when.day is None or when.day < 1 or when.year is None or when.year < 1300:
        return None
    interval = place(when, scanned.reference, "")
    if interval is None:
        return None
    day = interval.begin.date()
    why = say("Hijri date line, Umm al-Qura") if when.hijri else say("the date line")
    if when.weekday is not None and when.weekday != day.weekday():
        if when.hijri and abs((day.weekday() - when.weekday + 3) % 7 - 3) <= 1:
            day += timedelta(days=(when.weekday - day.weekday() + 3) % 7 - 3)
            why = say("{line}, moved to its weekday {day}", line=why, day=term(WEEKDAYS[when.weekday]))
        else:
            why = say(
                "{line}; it says {said}, the day is a {day}",
                line=why,
                said=term(WEEKDAYS[when.weekday]),
                day=term(WEEKDAYS[day.weekday()]),
            )
    return found.start, found.end, day, why


_LABELS = words_of("grammar", "date_line") | {""}


def _only_a_date(scanned: Scan, spans: list[tuple[int, int, date, Wording]]) -> bool:
    """Whether a line holds, beside its dates and times, labels alone, and few other words."""
    if any(scanned.among(at, words_of("context", "law")) for at in range(min(scanned.count, 4))):
        return False
    others = 0
    labelled = False
    at = 0
    while at < scanned.count:
        token = scanned.tokens[at]
        if any(start <= scanned.starts[at] < end for start, end, *_ in spans) or token.kind == "p":
            at += 1
            continue
        clock = read_clock(scanned, at)
        zone = read_zone(scanned, at)
        if clock is not None or zone is not None:
            at = max(clock.end if clock else 0, zone[0] if zone else 0)
            continue
        if token.kind == "n":
            others += 1
        elif token.kind == "w":
            folded = token.word.folded.lower()
            labelled |= folded in (
                "نشر",
                "النشر",
                "تحديث",
                "التحديث",
                "published",
                "updated",
                "بتاريخ",
                "نشرت",
            )
            others += folded not in _LABELS and token.word.stem not in _LABELS
        at += 1
    return others <= (8 if labelled else 3) and others <= 8
