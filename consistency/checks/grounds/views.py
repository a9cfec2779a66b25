"""The sentences of articles as views, with the day and the names of their article."""

from __future__ import annotations

from collections.abc import Iterable

from consistency.checks.context import Context
from consistency.dating import reference_of
from consistency.differences import View, view
from consistency.differences.retold import Whole
from consistency.parallel import Sentence

__all__ = ["view_of", "whole_of"]


def view_of(sentence: Sentence, context: Context) -> View:
    """What stands in a sentence of an article."""
    article = sentence.article
    return view(
        article.text,
        sentence.start,
        sentence.end,
        reference_of(article.published),
        context.hits[article.id],
        sentence.words,
        tuple(context.values(article).compared_in(sentence.start, sentence.end)),
    )


def whole_of(sentences: Iterable[Sentence], context: Context) -> Whole:
    """What some sentences of an article give together: their values and places."""
    views = [view_of(sentence, context) for sentence in sentences]
    values = tuple(value for view in views for value in view.values)
    return Whole(values, frozenset(hit.rule.id for view in views for hit in view.places))
