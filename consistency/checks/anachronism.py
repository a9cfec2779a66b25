"""Dates that cannot stand in an article of its day: told as past, and yet to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from consistency.article_values import ArticleValues
from consistency.evidence import Place
from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.values.tense import is_told_as_past
from consistency.model import Value

__all__ = ["YEAR", "dates_ahead"]

YEAR = re.compile(r"(?<!\d)(?:19|20|٢٠|١٩)[0-9٠-٩]{2}(?!\d)")
_SENTENCE = re.compile(r"[^.؟!?؛\n]+(?:[.؟!?؛](?=\S)[^.؟!?؛\n]*)*")
_LEEWAY = timedelta(days=2)
"""Time zones, and pages that are dated on the eve of the paper."""


def dates_ahead(values: ArticleValues) -> Iterator[tuple[Place, date]]:
    """The dates to the day or month, with a year, that are told as past and lie after publication."""
    article = values.article
    published = article.published
    if published is None or not published.explicit:
        return
    last = date.fromisoformat(published.latest) + _LEEWAY
    for value, _ in values.seen:
        first = _first_day(value)
        if first and first > last and _is_past(article.text, value):
            yield (article, value.start, value.end), first


def _first_day(value: Value) -> date | None:
    """The day with which a date begins that states its own year and is no vaguer than a month."""
    stated = value.kind == "date" and value.begin and value.grain in ("day", "month")
    return (
        date.fromisoformat(value.begin[:10]) if stated and value.begin and YEAR.search(value.quote) else None
    )


def _is_past(text: str, value: Value) -> bool:
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= value.start < sentence.end():
            words = tokens(text, sentence.start(), sentence.end())
            before = [word.folded for word in words if word.end <= value.start]
            around = [word.folded for word in words if not value.start <= word.start < value.end]
            return is_told_as_past(before, around)
    return False
