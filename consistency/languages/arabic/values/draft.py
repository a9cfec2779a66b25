"""A value as a rule of the grammar hands it over: token places instead of code points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from consistency.languages.arabic.values.scan import Scan
from consistency.languages.arabic.values.span import Interval
from consistency.model import Comparator, Grain, Value, ValueKind

__all__ = ["Draft", "dated", "finish"]


@dataclass(frozen=True, slots=True)
class Draft:
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
    skip: int = 0
    """Code points of the first token that are particles and stay outside the quote."""


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


def finish(scan: Scan, draft: Draft) -> Value:
    """The value of a draft, with its place in the raw text."""
    start, end = scan.at(draft.start).start + draft.skip, scan.at(draft.end - 1).end
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


def _unused() -> object:
    return replace
