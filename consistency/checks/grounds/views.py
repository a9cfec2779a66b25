"""The sentences of articles as views, with the day and the names of their article."""

from __future__ import annotations

from consistency.checks.context import Context
from consistency.dating import reference_of
from consistency.differences import View, view
from consistency.parallel import Sentence

__all__ = ["view_of"]


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
