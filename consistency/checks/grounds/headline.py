"""Ground `headline`: the headline of an article and the sentence of its text that is nearest to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from consistency.checks.context import Context
from consistency.checks.grounds.views import has_headline, view_of, whole_of
from consistency.checks.told import Told
from consistency.differences import Contrast, Difference, View, differences
from consistency.differences.retold import Whole, retold
from consistency.languages.arabic.normalise import tokens
from consistency.model import Article, PassageKind
from consistency.parallel import Sentence, likeness, may_be_alike, share
from consistency.wording import say

__all__ = ["headline"]

_LEAST_ALIKE = 0.4
_SAID = 2
"""Words of a side that tell what it says: a negation and the word that it denies."""
_EXCLUSIVE = ("number", "time", "place")
"""What the text may tell elsewhere than in the sentence nearest to the headline."""


def headline(context: Context) -> Iterator[Told]:
    """What a headline tells differently from the sentence of the text below it that repeats it."""
    for article in filter(has_headline, context.articles):
        sentences = context.sentences(article)
        heads = [one for one in sentences if one.kind is PassageKind.HEADLINE]
        body = [one for one in sentences if one.kind is not PassageKind.HEADLINE]
        if len(heads) == 1 and body:
            yield from _contrasted(article, heads[0], body, context)


def _contrasted(article: Article, head: Sentence, body: list[Sentence], context: Context) -> Iterator[Told]:
    near = [one for one in body if may_be_alike(head, one, _LEAST_ALIKE)]
    if not near:
        return
    nearest, alike = _nearest(head, near)
    if alike < _LEAST_ALIKE:  # then any sentence may be nearest
        nearest, alike = _nearest(head, body)
    alike = max(alike, share(head.weights, nearest.weights))
    if alike < _LEAST_ALIKE:
        return
    views = view_of(head, context), view_of(nearest, context)
    contrast = Contrast.of(*views, alike, context.nested, context.country_of)
    common = say(
        "the headline and the sentence nearest to it (they share {score} of 1)", score=f"{alike:.2f}"
    )
    found = [
        one
        for one in differences(contrast)
        if one.field not in _EXCLUSIVE and not _says_so_too(article, one, body)
    ]
    found += _exclusive(views, head, body, context)
    for one in found:
        yield Told.of(article, article, views, one, alike, common)


def _nearest(head: Sentence, body: list[Sentence]) -> tuple[Sentence, float]:
    """The first of the sentences that are most like the headline, and how alike they are."""
    alike = [likeness(head.weights, one.weights) for one in body]
    most = max(alike)
    return body[alike.index(most)], most


def _says_so_too(article: Article, found: Difference, body: list[Sentence]) -> bool:
    """Whether the text has the words of the headline elsewhere: the sentence tells of another thing."""
    said = " ".join(word.folded for word in tokens(article.text, *found.a)[:_SAID])
    text = " ".join(word.folded for one in body for word in one.words)
    return found.field in ("antonym", "polarity") and f" {said} " in f" {text} "


def _exclusive(
    views: tuple[View, View], head: Sentence, body: list[Sentence], context: Context
) -> Iterator[Difference]:
    """Numbers, days and places of the headline that its text gives nowhere, and gives otherwise here."""

    @cache
    def wholes() -> tuple[Whole, Whole]:
        return whole_of([head], context), whole_of(body, context)

    for found in retold(*views, wholes, context.nested):
        if found.field != "number" or not _borne_out(views[0], found, wholes()[1]):
            yield found


def _borne_out(head: View, found: Difference, body: Whole) -> bool:
    """Whether the text has the number of the headline, of another word, or two that make it up."""
    value = next(one for one in head.values if (one.start, one.end) == found.a)
    counts = [one.number for one in body.values if one.number and one.kind in (value.kind, "number")]
    return value.number in {*counts, *(one + other for one, other in combinations(counts, 2))}
