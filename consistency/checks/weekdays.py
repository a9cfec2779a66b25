"""Dates that stand beside another day of the week than theirs: one of the two is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from consistency.article_values import ArticleValues
from consistency.checks.anachronism import YEAR
from consistency.dating import reference_of
from consistency.evidence import Place
from consistency.model import Value

__all__ = ["dates_of_another_weekday"]

_GOES_ON = re.compile(r"\s*(?:و|أو|إلى|-|–)\s*[0-9٠-٩]")
_LIST = re.compile(r"(?:و|أو\s|إلى\s)$")
_NEAR = timedelta(days=60)
"""Around the day of the article a date without a year is of that year."""


def dates_of_another_weekday(values: ArticleValues) -> Iterator[tuple[Place, date]]:
    """The dates to the day with a weekday that is not theirs, each with the day that it is.

    «الاثنين والثلاثاء 11 و12» are two of each, and Hijri days are a day apart from land to land: not judged.
    """
    article = values.article
    reference = reference_of(article.published)
    for value in values.compared:
        day = _day(value, reference)
        if day and not (
            _GOES_ON.match(article.text, value.end)
            or _LIST.search(article.text, max(0, value.start - 5), value.start)
        ):
            yield (article, value.start, value.end), day


def _day(value: Value, reference: datetime | None) -> date | None:
    """The day of a date with another weekday, whose year is stated, or clear from the day of the article."""
    if not value.begin or "Hijri" in value.how or "the text calls it a " not in value.how:
        return None
    day = date.fromisoformat(value.begin[:10])
    if YEAR.search(value.quote):
        return day
    return day if reference and abs(day - reference.date()) <= _NEAR else None
