"""Dates that cannot stand in an article of its day: told as past, and yet to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from consistency.evidence import Place
from consistency.languages.arabic.normalise import tokens
from consistency.languages.arabic.values import read_values
from consistency.languages.arabic.values.tense import is_told_as_past
from consistency.model import Article, Value
from consistency.segment import OWN_KINDS

__all__ = ["dates_ahead"]

_YEAR = re.compile(r"(?<!\d)(?:19|20|٢٠|١٩)[0-9٠-٩]{2}(?!\d)")
_SENTENCE = re.compile(r"[^.؟!?؛\n]+(?:[.؟!?؛](?=\S)[^.؟!?؛\n]*)*")
_LEEWAY = timedelta(days=2)
"""Time zones, and pages that are dated on the eve of the paper."""


def dates_ahead(article: Article) -> Iterator[tuple[Place, date]]:
    """The dates to the day or month, with a year, that are told as past and lie after publication."""
    published = article.published
    if published is None or not published.explicit:
        return
    last = date.fromisoformat(published.latest) + _LEEWAY
    reference = datetime.combine(date.fromisoformat(published.latest), datetime.min.time())
    for passage in article.passages:
        text = article.text[passage.start : passage.end]
        if passage.kind in OWN_KINDS and _YEAR.search(text):
            for value in read_values(text, reference):
                first = _first_day(value)
                if first and first > last and _is_past(text, value):
                    yield (article, passage.start + value.start, passage.start + value.end), first


def _first_day(value: Value) -> date | None:
    """The day with which a date begins that states its own year and is no vaguer than a month."""
    stated = value.kind == "date" and value.begin and value.grain in ("day", "month")
    return (
        date.fromisoformat(value.begin[:10]) if stated and value.begin and _YEAR.search(value.quote) else None
    )


def _is_past(text: str, value: Value) -> bool:
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= value.start < sentence.end():
            words = tokens(text, sentence.start(), sentence.end())
            before = [word.folded for word in words if word.end <= value.start]
            around = [word.folded for word in words if not value.start <= word.start < value.end]
            return is_told_as_past(before, around)
    return False
