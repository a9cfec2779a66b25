"""Ground `wording`: sentences of two articles of one story in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consistency.checks.context import Context
from consistency.checks.grounds.views import view_of
from consistency.checks.told import Told
from consistency.differences import Contrast, Difference, differences
from consistency.languages.arabic.mentions import Mention
from consistency.languages.arabic.normalise import fold_word
from consistency.model import Article
from consistency.parallel import Pair, Sentence
from consistency.parallel_names import NamePair, named_in, parallel_names
from consistency.wording import say

__all__ = ["wording"]

_LEAST_ALIKE = 0.6
"""Similarity of two sentences from which on two names in one place are no accident."""


def wording(context: Context) -> Iterator[Told]:
    """What parallel sentences tell differently."""
    for pair in context.parallel:
        if _same_words(pair):
            continue
        a, b = view_of(pair.a, context), view_of(pair.b, context)
        contrast = Contrast.of(a, b, pair.score, context.nested, context.country_of)
        for found in (*differences(contrast), *_persons(pair, contrast, context)):
            yield Told.of(pair.a.article, pair.b.article, (a, b), found, pair.score)


def _same_words(pair: Pair) -> bool:
    a, b = pair.a.words, pair.b.words
    return len(a) == len(b) and all(x.folded == y.folded for x, y in zip(a, b, strict=True))


def _persons(pair: Pair, contrast: Contrast, context: Context) -> Iterator[Difference]:
    """Two persons between the same words, whom the articles do not both name."""
    if pair.score < _LEAST_ALIKE or not any(all(contrast.sides(block)) for block in contrast.blocks):
        return
    named = _mentions(pair.a, context), _mentions(pair.b, context)
    for names in parallel_names(pair, *named):
        persons = names.a.kind == "person" and names.relation == "another" and names.framed
        persons = persons and names.a.quote.replace(" ", "") != names.b.quote.replace(" ", "")
        if persons and not _both_known(names, pair, context):
            reason = say("«{one}» and «{other}» are two persons", one=names.a.quote, other=names.b.quote)
            spans = (names.a.start, names.a.end), (names.b.start, names.b.end)
            said = fold_word(names.a.quote), fold_word(names.b.quote)
            yield Difference("person", *spans, said, reason)


def _both_known(names: NamePair, pair: Pair, context: Context) -> bool:
    """Whether each of the two stands in the other's article as well: they are two, in another order."""
    a, b = (_known(side.article, context.mentions(side.article), context) for side in (pair.a, pair.b))
    return named_in(names.a, b) and named_in(names.b, a)


def _mentions(sentence: Sentence, context: Context) -> Sequence[Mention]:
    """The names that a sentence mentions."""
    read = context.mentions_in(sentence.article, ((sentence.start, sentence.end),))
    return _known(sentence.article, read, context)


def _known(article: Article, read: Sequence[Mention], context: Context) -> Sequence[Mention]:
    """Mentions with the catalogued persons that the tagger overlooks, where they were read."""
    known = (
        Mention(hit.start, hit.end, "person", hit.quote)
        for hit in context.hits[article.id]
        if hit.rule.entity == "person" and not any(m.start < hit.end and hit.start < m.end for m in read)
    )
    return tuple(sorted((*read, *known), key=lambda mention: mention.start))
