"""Ground `headline`: the headline of an article and the sentence of its text that is nearest to it."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.checks.context import Context
from consistency.checks.grounds.views import view_of
from consistency.checks.told import Told
from consistency.differences import Contrast, differences
from consistency.model import Article, PassageKind
from consistency.parallel import Bagged, likeness, share
from consistency.wording import say

__all__ = ["headline"]

_LEAST_ALIKE = 0.4


def headline(context: Context) -> Iterator[Told]:
    """What a headline tells differently from the sentence of the text below it that repeats it."""
    for article in context.articles:
        sentences = context.sentences(article)
        heads = [one for one in sentences if one.sentence.kind is PassageKind.HEADLINE]
        body = [one for one in sentences if one.sentence.kind is not PassageKind.HEADLINE]
        if len(heads) == 1 and body:
            yield from _contrasted(article, heads[0], body, context)


def _contrasted(article: Article, head: Bagged, body: list[Bagged], context: Context) -> Iterator[Told]:
    nearest = max(body, key=lambda one: likeness(head.weights, one.weights))
    alike = max(likeness(head.weights, nearest.weights), share(head.weights, nearest.weights))
    if alike < _LEAST_ALIKE:
        return
    views = view_of(head.sentence, context), view_of(nearest.sentence, context)
    contrast = Contrast.of(*views, alike, context.nested, context.country_of)
    common = say(
        "the headline and the sentence nearest to it (they share {score} of 1)", score=f"{alike:.2f}"
    )
    for found in differences(contrast):
        yield Told.of(article, article, views, found, alike, common)
