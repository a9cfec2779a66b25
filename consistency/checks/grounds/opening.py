"""Ground `opening`: what two articles of one event count, in any words; and a headline and its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from consistency.checks.context import Context
from consistency.checks.grounds.views import has_headline, view_of
from consistency.checks.told import Side, Told
from consistency.cohesion import overlap
from consistency.differences.values import key
from consistency.languages.arabic.values import agree
from consistency.model import Article, PassageKind
from consistency.openings import Fact, Opening, gives_age, read_opening, same_person
from consistency.wording import Wording, listed, say, term

__all__ = ["opening"]

_SENTENCES = 2
"""Sentences below the headline that give the totals."""
_ONE_EVENT = 0.45
"""Similarity of two openings from which on they tell of one event."""
_OWN_LIFE = "نتحر"
_KINDS = (PassageKind.HEADLINE, PassageKind.LEAD, PassageKind.BODY)


def opening(context: Context) -> Iterator[Told]:
    """Totals that articles of one story give differently, and totals of a headline that its text corrects."""
    read: dict[str, Opening] = {}

    def opening_of(article: Article) -> Opening:
        if article.id not in read:
            read[article.id] = _opening(article, context)
        return read[article.id]

    for article in context.articles:
        if has_headline(article):
            yield from _headline(article, opening_of(article), context)
    for a, b in context.story_pairs:
        yield from _across(a, b, opening_of(a), opening_of(b))


def _opening(article: Article, context: Context) -> Opening:
    views, below = [], 0
    for sentence in context.sentences(article):
        if sentence.kind not in _KINDS:
            continue
        below += sentence.kind is not PassageKind.HEADLINE
        if below > _SENTENCES:
            break
        views.append((sentence.kind, view_of(sentence, context)))
    ages = [(view.start, view.end) for _, view in views if gives_age(view)]
    return read_opening(views, context.mentions_in(article, ages) if ages else ())


def _headline(article: Article, read: Opening, context: Context) -> Iterator[Told]:
    """A total of the headline that the text does not bear out."""
    for fact in read.headline:
        below = [other for other in read.lead if other.measure == fact.measure and same_person(fact, other)]
        differs = below and all(agree(fact.value, other.value) == "disjoint" for other in below)
        if differs and not _borne_out(article, fact, context):
            yield _told(article, article, fact, below[0], _two_totals(fact, below[0]), 1.0)
        if len(fact.measure) > 1:
            yield from _sum(article, fact, read.lead)


def _borne_out(article: Article, fact: Fact, context: Context) -> bool:
    """Whether the text gives the headline's number somewhere, or counts of its unit that make it up."""
    views = (view_of(s, context) for s in context.sentences(article) if s.kind is not PassageKind.HEADLINE)
    counts = [
        value.number
        for view in views
        for value in view.values
        if value.number and value.kind in ("number", "quantity", "duration")
    ]
    sums = {one + other for one, other in combinations(counts, 2)}
    return fact.value.number in counts or fact.value.number in sums


def _sum(article: Article, whole: Fact, lead: Sequence[Fact]) -> Iterator[Told]:
    """«مصرع وإصابة 17» over a text of three killed and twelve injured."""
    parts = [next((f for f in lead if f.measure == (measure,)), None) for measure in whole.measure]
    facts = [fact for fact in parts if fact is not None and not fact.value.comparator]
    if len(facts) < len(whole.measure) or whole.value.comparator:
        return
    total = sum(fact.value.number or 0.0 for fact in facts)
    if total != whole.value.number and not (total + 1 == whole.value.number and _took_his_own_life(facts)):
        counts = listed([fact.value.quote for fact in facts])
        reason = say("«{whole}» is not the sum of: {parts}", whole=whole.value.quote, parts=counts)
        for fact in facts:
            yield _told(article, article, whole, fact, reason, 1.0)


def _took_his_own_life(facts: Sequence[Fact]) -> bool:
    """Whether the sentence tells of one more dead, the attacker: «قبل أن ينتحر»."""
    return any(_OWN_LIFE in word.folded for fact in facts for word in fact.sentence.words)


def _across(a: Article, b: Article, left: Opening, right: Opening) -> Iterator[Told]:
    measures = left.measures & right.measures
    alike = overlap(left.bag, right.bag) if measures else 0.0
    for measure in sorted(measures):
        if alike < _ONE_EVENT and measure != ("age",):
            continue
        facts = left.totals(measure), right.totals(measure)
        if any(len({fact.value.number for fact in side}) > 1 for side in facts):
            continue
        for one, other in product(*facts):
            if same_person(one, other) and agree(one.value, other.value) == "disjoint":
                one_day = bool(left.days & right.days)
                yield _told(a, b, one, other, _two_totals(one, other), alike, one_day=one_day)


def _two_totals(one: Fact, other: Fact) -> Wording:
    measure = listed([term(part) for part in one.measure])
    return say(
        "both give a total ({measure}): «{one}» and «{other}»",
        measure=measure,
        one=one.value.quote,
        other=other.value.quote,
    )


def _told(
    a: Article,
    b: Article,
    one: Fact,
    other: Fact,
    reason: Wording,
    alike: float,
    *,
    one_day: bool | None = None,
) -> Told:
    left, right = (
        Side(article, fact.value.start, fact.value.end, key(fact.value), fact.sentence)
        for article, fact in ((a, one), (b, other))
    )
    common = (
        say("the headline and the text below it give it")
        if a.id == b.id
        else say("both articles open with it (similarity {score} of 1)", score=f"{alike:.2f}")
    )
    return Told("number", left, right, reason, alike, common, one_day)
