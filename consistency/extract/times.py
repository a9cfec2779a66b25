"""When a clause says it happens: its own time, or the one that it inherits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from consistency.languages.arabic.values import Seen, place_lengths, read_values, read_values_between
from consistency.model import Article, PublicationDate, TimeSlot, Value

__all__ = ["Timed", "own_time", "published_slot", "read_times"]

_TIMES = ("date", "time", "period")
_FAR = datetime(2000, 1, 1)
"""Counts relative dates of an article without a date; what hangs on it is left out."""
_FAR_AWAY = datetime(2013, 8, 21)
_WIDEST = 45
"""Days between the first and last day an article may be of, beyond which its relative dates say nothing."""


@dataclass(frozen=True)
class Timed:
    """A time in the text, as an interval that holds whatever day the article is of."""

    value: Value
    begin: str
    until: str

    @property
    def slot(self) -> TimeSlot:
        return TimeSlot(self.begin, self.until, self.value.grain or "day", self.value.quote)


def read_times(article: Article, text: str) -> tuple[list[Timed], list[Value]]:
    """The times of an article, and its other values; a date that hangs on an unknown day is none.

    :param text: the text of the article, or one of the same length in which what is not its own is blank.

    Where the article may be of several days, a time reaches from its first to its last possible moment.
    """
    first, last = _days(article.published)
    unknown = article.published is None or (last - first).days > _WIDEST
    times, amounts = [], []
    for seen in _seen(text, first, last):
        value, other = seen.value, seen.other
        untimed = value.begin is None or value.until is None
        if (untimed and value.kind != "ordinal") or value.kind == "duration":
            amounts.append(value)
        if value.begin is None or value.until is None:
            continue
        if other is not None and other.begin and other.until and not (unknown and seen.hangs):
            times.append(Timed(value, min(value.begin, other.begin), max(value.until, other.until)))
    return times, amounts


def _seen(text: str, first: datetime, last: datetime) -> Iterable[Seen]:
    if first == last:
        return [Seen(value, value) for value in place_lengths(text, read_values(text, first))]
    return read_values_between(text, first, last)


def _days(published: PublicationDate | None) -> tuple[datetime, datetime]:
    if published is None:
        return _FAR, _FAR_AWAY
    return (
        datetime.fromisoformat(published.earliest[:10]),
        datetime.fromisoformat(published.latest[:10]),
    )


def own_time(text: str, times: Sequence[Timed]) -> TimeSlot | None:
    """The time of a clause, of those that stand in it: the first, unless a second one says more.

    «يبدأ الاثنين زيارته بين 18 و21 سبتمبر» lasts from the 18th to the 21st, «في السنوات الأخيرة، وخصوصا منذ
    بدء الحرب» begins with the war, «في 2017 و2019» are two; an anniversary dates what is remembered.
    """
    told = [time for time in times if "anniversary" not in time.value.how] or list(times)
    if not told:
        return None
    first = told[0]
    for other in told[1:]:
        if _joined(text, first, other):
            quote = text[first.value.start : other.value.end]
            return TimeSlot(
                min(first.begin, other.begin), max(first.until, other.until), first.value.grain, quote
            )
        if other.value.kind != "period":
            continue
        short = _days_long(other) <= _WIDEST
        if short and other.begin <= first.begin and first.until <= other.until:
            return other.slot
        if first.value.kind == "period" and first.begin <= other.begin and other.until >= first.until:
            return other.slot
    return first.slot


def _joined(text: str, first: Timed, other: Timed) -> bool:
    """Whether two times of one grain are joined by «و» alone."""
    between = text[first.value.end : other.value.start].strip()
    return between in ("و", "") and first.value.grain == other.value.grain and first.until <= other.begin


def _days_long(time: Timed) -> int:
    return (datetime.fromisoformat(time.until) - datetime.fromisoformat(time.begin)).days


def published_slot(article: Article) -> TimeSlot | None:
    """The day of publication, for what is told as so on that day."""
    if article.published is None:
        return None
    _, last = _days(article.published)
    until = datetime.fromordinal(last.toordinal() + 1)
    return TimeSlot(f"{article.published.earliest[:10]}T00:00:00", until.isoformat(), "day", "", "published")
