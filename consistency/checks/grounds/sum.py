"""Ground `sum`: a count and the parts that the same sentence tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.checks.context import Context
from consistency.checks.grounds.views import view_of
from consistency.checks.told import Side, Told
from consistency.differences import View
from consistency.differences.values import key
from consistency.languages.arabic.normalise import words_of
from consistency.model import Article
from consistency.sums import Sum, may_have_sums, wrong_sums
from consistency.wording import listed, say

__all__ = ["sum_of_parts"]

_FEWEST = 3
"""Values of a sentence that tells a count and two parts."""


def sum_of_parts(context: Context) -> Iterator[Told]:
    """Counts that their parts do not make up."""
    for article in context.articles:
        values = context.values(article)
        if len(values.compared) < _FEWEST or not may_have_sums(words_of(article.text).folded):
            continue
        for sentence in context.sentences(article):
            told = sum(1 for _ in values.compared_in(sentence.start, sentence.end))
            if told >= _FEWEST and may_have_sums([word.folded for word in sentence.words]):
                view = view_of(sentence, context)
                for found in wrong_sums(view):
                    yield from _told(article, found, view)


def _told(article: Article, found: Sum, view: View) -> Iterator[Told]:
    parts = listed([part.quote for part in found.parts])
    reason = say(
        "«{whole}» is not the sum of: {parts} (that is {total})",
        whole=found.whole.quote,
        parts=parts,
        total=f"{found.total:g}",
    )
    common = say("one sentence tells the whole and its parts")
    whole = Side(article, found.whole.start, found.whole.end, key(found.whole), view)
    for part in found.parts:
        side = Side(article, part.start, part.end, key(part), view)
        yield Told("number", whole, side, reason, 1.0, common)
