"""The sentences of articles as views, with the day and the names of their article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from consistency.checks.context import Context
from consistency.dating import reference_of
from consistency.differences import View, view
from consistency.differences.views import UNKNOWN_DAY
from consistency.model import Value
from consistency.parallel import Sentence

__all__ = ["view_of"]


def view_of(sentence: Sentence, context: Context) -> View:
    """What stands in a sentence of an article."""
    article = sentence.article
    reference = reference_of(article.published)
    return view(
        article.text,
        sentence.start,
        sentence.end,
        reference,
        context.hits[article.id],
        sentence.words,
        tuple(_values(sentence, reference, context)),
    )


def _values(sentence: Sentence, reference: datetime | None, context: Context) -> Iterator[Value]:
    """The values of the sentence, from those of its passage, which are read once for all its sentences."""
    article = sentence.article
    passage = next(p for p in article.passages if p.start <= sentence.start and sentence.end <= p.end)
    for value in context.values(article, passage, reference or UNKNOWN_DAY):
        if sentence.start <= value.start and value.end <= sentence.end:
            yield value
