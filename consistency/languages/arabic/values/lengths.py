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
_BESIDE = 12
"""Values before and behind a duration among which the day that begins it is looked for."""
_LED = 3
"""Words between «يبدأ» and its day."""


def place_lengths(text: str, values: Sequence[Value]) -> list[Value]:
    """The same values; durations in days or weeks have ``begin`` and ``until`` where the text tells them.

    A duration lies where its sentence says that it begins, or else where the one period of the text that has
    its length lies. A duration that neither tells of stays as it is.
    """
    periods = _by_length(values)
    return [
        _placed(text, values[max(place - _BESIDE, 0) : place + _BESIDE], value, periods)
        for place, value in enumerate(values)
    ]


def _by_length(values: Sequence[Value]) -> dict[timedelta, set[datetime]]:
    """The beginnings of the periods, told to the day, of each length."""
    found: dict[timedelta, set[datetime]] = {}
    for value in values:
        if value.kind == "period" and value.grain == "day" and value.begin and value.until:
            begin, until = datetime.fromisoformat(value.begin), datetime.fromisoformat(value.until)
            found.setdefault(until - begin, set()).add(begin)
    return found


def _placed(
    text: str, beside: Sequence[Value], value: Value, periods: dict[timedelta, set[datetime]]
) -> Value:
    if value.kind != "duration" or value.comparator or value.unit not in _DAYS or value.number is None:
        return value
    days = value.number * _DAYS[value.unit]
    if days != int(days) or not 1 < days < 400:
        return value
    length = timedelta(days=days)
    starts = {datetime.fromisoformat(day.begin) for day in _starts(text, beside, value) if day.begin}
    fitting = periods.get(length, set())
    if len(starts) == 1:
        return _at(value, starts.pop(), length, "from the day its sentence says it begins")
    if len(fitting) == 1:
        return _at(value, next(iter(fitting)), length, "the one period of the text that is so long")
    return value


def _at(value: Value, begin: datetime, length: timedelta, how: str) -> Value:
    if begin > datetime.max - length:
        return value
    first, last = begin.isoformat(timespec="seconds"), (begin + length).isoformat(timespec="seconds")
    return replace(value, begin=first, until=last, grain="day", how=f"{value.how}; {how}".lstrip("; "))


def _starts(text: str, beside: Sequence[Value], value: Value) -> Iterator[Value]:
    """The days of the same sentence that «يبدأ» or «اعتبارا من» leads to."""
    for day in beside:
        if day.kind != "date" or _SENTENCE_END.search(text, *sorted((day.end, value.end))):
            continue
        before = [token.folded for token in tokens(text, max(day.start - 60, 0), day.start)][-_LED:]
        if any(word.removeprefix("و") in words_of("context", "starting") for word in before):
            yield day
