"""Ground `wording`: sentences of two articles of one story in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.checks.context import Context
from consistency.checks.told import Told
from consistency.dating import reference_of
from consistency.differences import Contrast, View, differences, view
from consistency.parallel import Sentence

__all__ = ["wording"]


def wording(context: Context) -> Iterator[Told]:
    """What parallel sentences tell differently."""
    for pair in context.parallel:
        if [word.folded for word in pair.a.words] == [word.folded for word in pair.b.words]:
            continue
        a, b = _view(pair.a, context), _view(pair.b, context)
        for found in differences(Contrast.of(a, b, pair.score, context.nested)):
            yield Told.of(pair.a.article, pair.b.article, (a, b), found, pair.score)


def _view(sentence: Sentence, context: Context) -> View:
    article = sentence.article
    return view(
        article.text,
        sentence.start,
        sentence.end,
        reference_of(article.published),
        context.hits[article.id],
        sentence.words,
    )
