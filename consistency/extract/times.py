"""When a clause says it happens: its own time, or the one that it inherits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from consistency.article_values import WIDEST, ArticleValues
from consistency.languages.arabic.values import Seen, place_lengths
from consistency.model import Article, TimeSlot, Value

__all__ = ["Timed", "own_time", "published_slot", "read_times"]


@dataclass(frozen=True)
class Timed:
    """A time in the text, as an interval that holds whatever day the article is of."""

    value: Value
    begin: str
    until: str

    @property
    def slot(self) -> TimeSlot:
        return TimeSlot(self.begin, self.until, self.value.grain or "day", self.value.quote)


def read_times(values: ArticleValues) -> tuple[list[Timed], list[Value]]:
    """The times of an article, and its other values; a date that hangs on an unknown day is none.

    Where the article may be of several days, a time reaches from its first to its last possible moment.
    """
    unknown = values.days is None
    times, amounts = [], []
    for seen in _placed(values):
        value, other = seen.value, seen.other
        untimed = value.begin is None or value.until is None
        if (untimed and value.kind != "ordinal") or value.kind == "duration":
            amounts.append(value)
        if value.begin is None or value.until is None:
            continue
        if other is not None and other.begin and other.until and not (unknown and seen.hangs):
            times.append(Timed(value, min(value.begin, other.begin), max(value.until, other.until)))
    return times, amounts


def _placed(values: ArticleValues) -> Sequence[Seen]:
    """With the durations in their places, where the day of the article is known."""
    if values.days is None or values.days[0] != values.days[1]:
        return values.seen
    return [Seen(value, value) for value in place_lengths(values.text, [seen.value for seen in values.seen])]


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
        short = _days_long(other) <= WIDEST
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
    last = datetime.fromisoformat(article.published.latest[:10])
    until = datetime.fromordinal(last.toordinal() + 1)
    return TimeSlot(f"{article.published.earliest[:10]}T00:00:00", until.isoformat(), "day", "", "published")
