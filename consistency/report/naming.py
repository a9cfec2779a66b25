"""Short names for articles and readable dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from consistency.model import PublicationDate
from consistency.report.words import Words

__all__ = ["day", "period", "publication", "short_names"]

_BREAK = re.compile(r"[^\w]|_")


def short_names(documents: Sequence[str]) -> dict[str, str]:
    """For each article the fewest leading words of its file name that no other article shares."""
    stems = {document: re.sub(r"\.\w{1,5}$", "", document) for document in documents}
    taken: dict[str, int] = {}
    for stem in stems.values():
        for head in _heads(stem):
            taken[head] = taken.get(head, 0) + 1
    return {
        document: next((head for head in _heads(stem) if taken[head] == 1), document)
        for document, stem in stems.items()
    }


def _heads(stem: str) -> list[str]:
    ends = [match.start() for match in _BREAK.finditer(stem) if match.start() > 0]
    return list(dict.fromkeys(stem[:end] for end in (*ends, len(stem))))


def day(text: str, words: Words) -> str:
    """``2023-09-18`` or a longer time stamp as ``18 Sep 2023``; what has another form stays as it is."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    if not match or not 1 <= int(match[2]) <= 12:
        return text
    return f"{int(match[3])} {words.entries['months'][int(match[2]) - 1]} {match[1]}"


def period(first: str, last: str, words: Words) -> str:
    """From a first to a last day, both inclusive; whole months and years by their names."""
    whole = _whole(first, last, words)
    if whole:
        return whole
    if first[:10] == last[:10]:
        return day(first, words)
    left, right = day(first, words).split(" "), day(last, words)
    if first[:7] == last[:7]:
        return f"{left[0]}–{right}"
    return f"{' '.join(left[:2]) if first[:4] == last[:4] else ' '.join(left)} – {right}"


def _whole(first: str, last: str, words: Words) -> str:
    """``2023-03-01`` to ``2023-03-31`` as ``Mar 2023``; empty where it is no whole month or year."""
    try:
        begin, after = dt.date.fromisoformat(first[:10]), dt.date.fromisoformat(last[:10])
        after += dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return ""
    if begin.day != 1 or after.day != 1:
        return ""
    months = 12 * (after.year - begin.year) + after.month - begin.month
    if months == 1:
        return f"{words.entries['months'][begin.month - 1]} {begin.year}"
    return str(begin.year) if months == 12 and begin.month == 1 else ""


def publication(date: PublicationDate | None, words: Words) -> str:
    """When an article was published, as a reader wants it."""
    if date is None:
        return words("undated")
    told = period(date.earliest, date.latest, words)
    return told if date.explicit else words("inferred", date=told)
