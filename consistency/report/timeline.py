"""When the articles were published and when they say things happened, laid out on one line."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from consistency.model import Claim, Report
from consistency.report.naming import period
from consistency.report.safe import one_line, shorten
from consistency.report.words import Words

__all__ = ["Moment", "Timeline", "build_timeline"]

_GRAINS = ("second", "minute", "hour", "day", "week", "month", "quarter", "season", "year")
_LONGEST = 366
"""Days; a longer span is no moment of a story."""
_WIDTH = 15.0
"""Width of a label in per cent of the line."""
_PUBLISHED = 40
"""More publication dates than this are told at the articles only."""
_AXIS_DATES = 14
"""More distinct days than this are told as a list only."""


@dataclass(frozen=True)
class Moment:
    """A day or span of days, and who is published then or tells of it."""

    kind: str
    """``published`` or ``event``."""
    begin: dt.date
    label: str
    documents: tuple[str, ...]
    quote: str = ""
    inferred: bool = False
    left: float = 0.0
    """Where its label begins, in per cent of the line."""
    point: float = 0.0
    """Where the day itself lies, in per cent of the line."""
    lane: int = 0
    """0 is next to the line."""
    ends: bool = False
    """Whether its label ends at its day: it would not fit behind it."""


@dataclass(frozen=True)
class Timeline:
    """The moments by date, the undated articles, and what was left out."""

    moments: tuple[Moment, ...]
    undated: tuple[str, ...]
    left_out: int
    """Dates of events that are not shown."""
    published_left_out: int
    drawn: bool
    """False where there are too many days for a line, or fewer than two."""
    above: int
    below: int
    """How many lanes of labels lie above and below the line."""


def build_timeline(report: Report, words: Words, most: int) -> Timeline:
    """The timeline of a report, with the ``most`` events that most articles tell."""
    published = sorted(_published(report, words), key=lambda one: (one.begin, one.label))
    events = _events(report.claims, words)
    events.sort(key=lambda event: (-len(event.documents), event.begin, event.label))
    moments = sorted(
        [*published[:_PUBLISHED], *events[:most]], key=lambda one: (one.begin, one.kind, one.label)
    )
    days = sorted({moment.begin for moment in moments})
    drawn = 2 <= len(days) <= _AXIS_DATES
    if drawn:
        moments = _placed(moments, days)
    lanes = {
        kind: 1 + max((one.lane for one in moments if one.kind == kind), default=-1)
        for kind in ("published", "event")
    }
    return Timeline(
        moments=tuple(moments),
        undated=tuple(article.id for article in report.articles if article.published is None),
        left_out=max(0, len(events) - most),
        published_left_out=max(0, len(published) - _PUBLISHED),
        drawn=drawn,
        above=lanes["published"],
        below=lanes["event"],
    )


def _published(report: Report, words: Words) -> list[Moment]:
    """One moment for each date, with all the articles published then."""
    by_date: dict[tuple[str, str, bool], list[str]] = {}
    for article in report.articles:
        if article.published is not None:
            date = article.published
            by_date.setdefault((date.earliest, date.latest, date.explicit), []).append(article.id)
    moments = []
    for (earliest, latest, explicit), documents in by_date.items():
        begin = _date(earliest)
        if begin is not None:
            label = period(earliest, latest, words)
            moments.append(Moment("published", begin, label, tuple(documents), inferred=not explicit))
    return moments


def _events(claims: Sequence[Claim], words: Words) -> list[Moment]:
    """One moment for each span of days that claims tell; the words are those of the first claim."""
    by_span: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        slot = claim.time
        if slot is not None and slot.begin and slot.until and slot.grain in _GRAINS:
            by_span.setdefault((slot.begin, slot.until), []).append(claim)
    moments = []
    for (first, after), telling in by_span.items():
        begin, end = _date(first), _last_day(after)
        if begin is None or end is None or (end - begin).days > _LONGEST:
            continue
        documents = tuple(sorted({claim.document for claim in telling}))
        quote = shorten(one_line(min(telling, key=lambda one: (one.document, one.start)).quote), 90)
        label = period(str(begin), str(max(begin, end)), words)
        moments.append(Moment("event", begin, label, documents, quote))
    return moments


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _last_day(until: str) -> dt.date | None:
    """The last day of a span whose end is exclusive."""
    try:
        moment = dt.datetime.fromisoformat(until)
        return (moment - dt.timedelta(microseconds=1)).date()
    except (ValueError, OverflowError):
        return None


def _placed(moments: list[Moment], days: list[dt.date]) -> list[Moment]:
    """Long gaps are shortened, so that days of one story do not fall on one point beside a far year."""
    gaps = [1 + math.log2((after - before).days) for before, after in pairwise(days)]
    places = {day: 100 * sum(gaps[:number]) / sum(gaps) for number, day in enumerate(days)}
    starts: dict[str, list[float]] = {"published": [], "event": []}
    placed = []
    # From the end on, each label takes the first lane where it does not cover the one before it.
    for moment in reversed(moments):
        point = places[moment.begin]
        ends = point > 100 - _WIDTH
        left = point - _WIDTH if ends else point
        lanes = starts[moment.kind]
        lane = next((number for number, start in enumerate(lanes) if left + _WIDTH < start), len(lanes))
        lanes[lane : lane + 1] = [left]
        placed.append(replace(moment, left=round(left, 2), point=round(point, 2), lane=lane, ends=ends))
    placed.reverse()
    return placed
