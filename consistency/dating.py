"""When an article was published, where its page does not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.values import infer_publication
from consistency.model import Article, PublicationDate
from consistency.segment import OWN_KINDS

__all__ = ["date_articles", "own_in_place", "own_text", "reference_of"]

_ONE_STORY = 0.7
"""Cosine of two articles from which on the date of one says something of the other's."""


def own_text(article: Article) -> str:
    """The passages that carry the article's own claims, a line each."""
    own = (p for p in article.passages if p.kind in OWN_KINDS)
    return "\n".join(article.text[p.start : p.end] for p in own)


def own_in_place(article: Article) -> str:
    """The text with blanks where it is not the article's own; every place is kept."""
    parts, end = [], 0
    for passage in article.passages:
        if passage.kind in OWN_KINDS:
            parts += ["\n" * min(1, passage.start - end), " " * (passage.start - end - 1)]
            parts.append(article.text[passage.start : passage.end])
            end = passage.end
    return "".join(parts)


def date_articles(articles: Sequence[Article], vectors: npt.NDArray[np.float32]) -> tuple[Article, ...]:
    """The same articles; those without a stated date get an inferred interval where the text supports one.

    :param vectors: (n_articles, dim), float32, unit rows: the articles of one story are near each other.
    """
    undated = [index for index, article in enumerate(articles) if article.published is None]
    if not undated:
        return tuple(articles)
    likeness = vectors[undated] @ vectors.T
    dated = list(articles)
    for row, index in zip(likeness, undated, strict=True):
        neighbours = [
            date
            for other in np.flatnonzero(row >= _ONE_STORY)
            if (date := articles[int(other)].published) is not None
        ]
        inferred = infer_publication(own_in_place(articles[index]), neighbours)
        if inferred:
            dated[index] = replace(articles[index], published=replace(inferred, start=None, end=None))
    return tuple(dated)


def reference_of(published: PublicationDate | None) -> datetime | None:
    """The day to count relative dates from, where it is known to the day."""
    if published is None or published.earliest != published.latest:
        return None
    return datetime.fromisoformat(published.earliest[:10])
