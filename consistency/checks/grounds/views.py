"""The sentences of articles as views, with the day and the names of their article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from consistency.checks.context import Context
from consistency.differences import View, view
from consistency.differences.retold import Whole
from consistency.model import Article, PassageKind
from consistency.parallel import Sentence

__all__ = ["has_headline", "view_of", "whole_of"]


def has_headline(article: Article) -> bool:
    """Whether a passage of an article is a headline: most articles without one need no sentences at all."""
    return any(passage.kind is PassageKind.HEADLINE for passage in article.passages)


def view_of(sentence: Sentence, context: Context) -> View:
    """What stands in a sentence of an article; looked up once."""
    article, start, end = sentence.article, sentence.start, sentence.end
    known = context.views.get((article.id, start, end))
    if known is None:
        hits = context.hits[article.id]
        first, following = (bisect_left(hits, place, key=attrgetter("start")) for place in (start, end))
        values = tuple(context.values(article).compared_in(start, end))
        known = view(article.text, start, end, hits[first:following], sentence.words, values)
        context.views[article.id, start, end] = known
    return known


def whole_of(sentences: Iterable[Sentence], context: Context) -> Whole:
    """What some sentences of an article give together: their values and places."""
    views = [view_of(sentence, context) for sentence in sentences]
    values = tuple(value for view in views for value in view.values)
    return Whole(values, frozenset(hit.rule.id for view in views for hit in view.places))
