"""Bare durations put in their place: a visit «لمدة 4 أيام» that begins Monday lasts until Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.values.lexicon import words_of
from consistency.model import Value

__all__ = ["place_lengths"]

_DAYS = {"day": 1, "week": 7}
_SENTENCE_END = re.compile(r"[.؟!?\n](?!\d)")
_LED = 3
"""Words between «يبدأ» and its day."""


def place_lengths(text: str, values: Sequence[Value]) -> list[Value]:
    """The same values; durations in days or weeks have ``begin`` and ``until`` where the text tells them.

    A duration lies where its sentence says that it begins, or else where the one period of the text that has
    its length lies. A duration that neither tells of stays as it is.
    """
    periods = {
        (v.begin, v.until)
        for v in values
        if v.kind == "period" and v.grain == "day" and v.begin is not None and v.until is not None
    }
    return [_placed(text, values, value, periods) for value in values]


def _placed(text: str, values: Sequence[Value], value: Value, periods: set[tuple[str, str]]) -> Value:
    if value.kind != "duration" or value.comparator or value.unit not in _DAYS or value.number is None:
        return value
    days = value.number * _DAYS[value.unit]
    if days != int(days) or not 1 < days < 400:
        return value
    length = timedelta(days=days)
    starts = {day.begin for day in _starts(text, values, value)}
    if len(starts) == 1:
        begin = datetime.fromisoformat(starts.pop() or "")
        return _at(value, begin, begin + length, "from the day its sentence says it begins")
    fitting = [(begin, until) for begin, until in periods if _long(begin, until) == length]
    if len(fitting) != 1:
        return value
    begin, until = (datetime.fromisoformat(end) for end in fitting[0])
    return _at(value, begin, until, "the one period of the text that is so long")


def _long(begin: str, until: str) -> timedelta:
    return datetime.fromisoformat(until) - datetime.fromisoformat(begin)


def _at(value: Value, begin: datetime, until: datetime, how: str) -> Value:
    first, last = begin.isoformat(timespec="seconds"), until.isoformat(timespec="seconds")
    return replace(value, begin=first, until=last, grain="day", how=f"{value.how}; {how}".lstrip("; "))


def _starts(text: str, values: Sequence[Value], value: Value) -> Iterator[Value]:
    """The days of the same sentence that «يبدأ» or «اعتبارا من» leads to."""
    for day in values:
        if day.kind != "date" or _SENTENCE_END.search(text, *sorted((day.end, value.end))):
            continue
        before = [token.folded for token in tokens(text, max(day.start - 60, 0), day.start)][-_LED:]
        if any(word.removeprefix("و") in words_of("context", "starting") for word in before):
            yield day
