"""The values of an article, read once for all who ask: its claims, its sentences, the checks of its dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from consistency.dating import own_in_place, reference_of
from consistency.languages.arabic.values import Seen, read_undated, read_values, read_values_between
from consistency.model import Article, Value

__all__ = ["WIDEST", "ArticleValues"]

WIDEST = 45
"""Days between the first and last day an article may be of, beyond which its relative dates say nothing."""


@dataclass(frozen=True)
class ArticleValues:
    """What the passages of an article that are its own say of times and amounts; spans are of its text."""

    article: Article

    @cached_property
    def text(self) -> str:
        """The text of the article with blanks where it is not its own."""
        return own_in_place(self.article)

    @property
    def days(self) -> tuple[datetime, datetime] | None:
        """The first and the last day the article may be of; None where that says nothing."""
        published = self.article.published
        if published is None:
            return None
        first, last = (datetime.fromisoformat(day[:10]) for day in (published.earliest, published.latest))
        return (first, last) if (last - first).days <= WIDEST else None

    @cached_property
    def seen(self) -> Sequence[Seen]:
        """From the first and the last day the article may be of, in text order."""
        if self.days is None:
            return self.undated
        first, last = self.days
        if first == last:
            return [Seen(value, value) for value in read_values(self.text, first)]
        return read_values_between(self.text, first, last)

    @cached_property
    def undated(self) -> Sequence[Seen]:
        """From two days that have nothing in common, in text order."""
        return read_undated(self.text)

    @cached_property
    def compared(self) -> Sequence[Value]:
        """From the day of the article where it is known, else from one day that all articles share."""
        known = reference_of(self.article.published) is not None
        return [seen.value for seen in (self.seen if known else self.undated)]

    def compared_in(self, start: int, end: int) -> Iterator[Value]:
        """Those that begin in a span of the article: «3.6%» ends behind the last word of its sentence."""
        at = bisect_left(self.compared, start, key=_start)
        for value in self.compared[at:]:
            if value.start >= end:
                return
            yield value


def _start(value: Value) -> int:
    return value.start
