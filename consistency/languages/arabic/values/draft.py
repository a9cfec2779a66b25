"""A value as a rule of the grammar hands it over: token places instead of code points."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from consistency.languages.arabic.values.lexicon import words_of
from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Interval
from consistency.model import Comparator, Grain, Value, ValueKind

__all__ = ["Draft", "dated", "finish"]


class Draft(NamedTuple):
    """Tokens ``[start, end)`` and what they are worth."""

    start: int
    end: int
    kind: ValueKind
    comparator: Comparator | None = None
    begin: datetime | None = None
    until: datetime | None = None
    grain: Grain | None = None
    number: float | None = None
    unit: str | None = None
    how: str = ""


def dated(start: int, end: int, interval: Interval, kind: ValueKind | None = None) -> Draft:
    """A draft for a stretch of time: one day is a date, anything longer a period."""
    one_day = interval.grain == "day" and interval.until - interval.begin <= timedelta(days=1)
    return Draft(
        start,
        end,
        kind or ("date" if one_day else "period"),
        begin=interval.begin,
        until=interval.until,
        grain=interval.grain,
        how=interval.how,
    )


_PERCENT = ("مئة", "مائة", "مئه", "مائه")
_OPENERS = words_of("grammar", "joined_openers")


def _particles(scan: Scan, index: int) -> int:
    """Code points of «و», «ف», «ب», «ل», «ك» before the first word: they stay outside the quote."""
    token, word = scan.tokens[index], scan.tokens[index].word
    count = int(word.conjunction) + len(word.preposition)
    if not word.roles:
        count = int(len(word.folded) > 2 and word.folded[0] in "وفبل" and word.folded[1:] in _OPENERS)
    if word.stem in _PERCENT:
        return 0
    if word.article and word.folded[count - 1 : count + 1] == "لل":
        count -= 1
    place = 0
    for _ in range(count):
        place += 1
        while place < len(token.text) and not token.text[place].isalpha():
            place += 1
    return place


def finish(scan: Scan, draft: Draft) -> Value:
    """The value of a draft, with its place in the raw text."""
    start, end = scan.starts[draft.start], scan.ends[draft.end - 1]
    if scan.tokens[draft.start].kind == "w":
        start += _particles(scan, draft.start)
    return Value(
        kind=draft.kind,
        start=start,
        end=end,
        quote=scan.text[start:end],
        comparator=draft.comparator,
        begin=draft.begin.isoformat(timespec="seconds") if draft.begin else None,
        until=draft.until.isoformat(timespec="seconds") if draft.until else None,
        grain=draft.grain,
        number=draft.number,
        unit=draft.unit,
        how=draft.how,
    )
