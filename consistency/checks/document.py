"""Kind `document`: what an article as a whole lacks, and articles that are not independent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from consistency.article_values import ArticleValues
from consistency.checks.anachronism import dates_ahead
from consistency.checks.context import Context
from consistency.checks.shared_text import shared_texts
from consistency.checks.weekdays import dates_of_another_weekday
from consistency.evidence import Place, finding
from consistency.languages.arabic.normalise import fold_text
from consistency.languages.arabic.page import wires_in
from consistency.model import Article, Confidence, Finding, PublicationDate, Severity
from consistency.rule import Rule
from consistency.segment import OWN_KINDS
from consistency.wording import Wording, say, say_count, term

__all__ = ["DocumentRule", "check"]

Fault = Literal[
    "missing-date", "missing-headline", "date-ahead", "other-weekday", "shared-wire", "shared-text"
]


class DocumentRule(Rule):
    """One fault of whole articles."""

    kind: Literal["document"]
    finds: Fault
    """Which fault; each has one rule of its own."""


def check(rules: Iterable[DocumentRule], context: Context) -> Iterator[Finding]:
    """The faults of the articles as wholes."""
    for rule in rules:
        yield from _FAULTS[rule.finds](rule, context)


def _missing_date(rule: DocumentRule, context: Context) -> Iterator[Finding]:
    """Without relative dates in the text nothing hangs on the day of publication: then it is an info."""
    for article in context.articles:
        published = article.published
        if published and published.explicit:
            continue
        hanging = list(_hanging_dates(context.values(article)))
        yield finding(
            rule.id, "document", rule.severity if hanging else Severity.INFO, rule.confidence,
            say("the article states no publication date"),
            [_first_line(article), *hanging],
            [
                say("no line of the text is a date line"),
                _number_of(hanging),
                _inferred(published),
            ],
            suggestion=say("find the date at the source before you compare dates"), source=rule.id,
        )  # fmt: skip


def _number_of(hanging: list[Place]) -> Wording:
    if not hanging:
        return say("no dates in the text hang on it")
    return say_count("{n} dates in the text hang on it", "{n} dates in the text hang on it", len(hanging))


def _inferred(published: PublicationDate | None) -> Wording:
    if published is None:
        return say("the text does not tell the day")
    return say(
        "inferred from the text: {first} to {last}: {why}",
        first=published.earliest,
        last=published.latest,
        why=published.why,
    )


def _hanging_dates(values: ArticleValues) -> Iterator[Place]:
    """The dates that mean another day when the article is of another day."""
    for seen in values.undated:
        if seen.moves:
            yield values.article, seen.value.start, seen.value.end


def _missing_headline(rule: DocumentRule, context: Context) -> Iterator[Finding]:
    for article in context.articles:
        if article.title is None and len(article.passages) > 1:
            yield finding(
                rule.id, "document", rule.severity, rule.confidence, say("the article has no headline"),
                [_first_line(article)], [say("no line above the first paragraph is like a title")],
                suggestion=say("find the headline at the source"), source=rule.id,
            )  # fmt: skip


def _date_ahead(rule: DocumentRule, context: Context) -> Iterator[Finding]:
    for article in context.articles:
        published = article.published
        for place, first in dates_ahead(context.values(article)):
            _, start, end = place
            stated = [(article, published.start, published.end)] if published else []
            yield finding(
                rule.id, "document", rule.severity, rule.confidence,
                say(
                    "«{quote}» is told as past in an article of {day}",
                    quote=article.text[start:end], day=published.latest if published else "",
                ),
                [place, *((a, b, c) for a, b, c in stated if b is not None and c is not None)],
                [
                    say("the date begins on {first}, after the day of publication", first=first.isoformat()),
                    say("the verb of its sentence is past, and no word looks ahead"),
                ],
                suggestion=say("check the year, and the date of the article"), source=rule.id,
            )  # fmt: skip


def _other_weekday(rule: DocumentRule, context: Context) -> Iterator[Finding]:
    for article in context.articles:
        for place, day in dates_of_another_weekday(context.values(article)):
            _, start, end = place
            yield finding(
                rule.id, "document", rule.severity, rule.confidence,
                say(
                    "«{quote}»: {day} is a {weekday}",
                    quote=article.text[start:end], day=day.isoformat(), weekday=term(f"{day:%A}"),
                ),
                [place], [say("the day of the week and the date are of two days")],
                suggestion=say("find out which of the two is right"), source=rule.id,
            )  # fmt: skip


def _shared_wire(rule: DocumentRule, context: Context) -> Iterator[Finding]:
    """Articles with claims in common that name one agency are one origin, not several confirmations."""
    common = _with_common_claims(context)
    by_wire: dict[str, list[Article]] = defaultdict(list)
    for article in context.articles:
        for wire in article.wire:
            by_wire[wire].append(article)
    for wire, articles in sorted(by_wire.items()):
        related = [a for a in articles if any(b.id in common[a.id] for b in articles)]
        if len(related) > 1:
            yield finding(
                rule.id, "document", rule.severity, Confidence.MEDIUM,
                say_count(
                    "{n} articles repeat one agency, {agency}",
                    "{n} articles repeat one agency, {agency}",
                    len(related), agency=wire,
                ),
                [place for article in related for place in _wire_places(article, wire)],
                [
                    say("each names {agency} as its source", agency=wire),
                    say("they share claims: together they are one origin"),
                ],
                suggestion=say("count their agreement as one confirmation"), values=[wire], source=rule.id,
                of_corpus=True,
            )  # fmt: skip


def _shared_text(rule: DocumentRule, context: Context) -> Iterator[Finding]:
    for shared in shared_texts(context):
        yield finding(
            rule.id, "document", rule.severity, rule.confidence,
            say_count("{n} articles print one text", "{n} articles print one text", len(shared.places)),
            shared.places,
            [
                say_count(
                    "they share {n} sentences word for word", "they share {n} sentences word for word",
                    shared.sentences,
                ),
                say("the longest shared sentence of each is shown"),
            ],
            suggestion=say("count their agreement as one confirmation"), values=[shared.words],
            source=rule.id, of_corpus=True,
        )  # fmt: skip


def _with_common_claims(context: Context) -> dict[str, set[str]]:
    """For each article the others that tell a claim of it."""
    documents = {claim.id: claim.document for claim in context.claims}
    common: dict[str, set[str]] = defaultdict(set)
    for group in context.groups:
        members = {documents[claim] for claim in group.claims}
        for name in members:
            common[name] |= members - {name}
    return common


def _wire_places(article: Article, wire: str) -> Iterator[Place]:
    """The line, or the sentence part, that names the agency."""
    for passage in article.passages:
        text = article.text[passage.start : passage.end]
        if passage.kind in OWN_KINDS and wire in wires_in(" ".join(fold_text(text).split())):
            place = text.find(wire)
            if place >= 0:
                yield article, passage.start + place, passage.start + place + len(wire)
                return
    place = article.text.find(wire)
    yield (article, place, place + len(wire)) if place >= 0 else _first_line(article)


def _first_line(article: Article) -> Place:
    """The first line that has text, without its outer white space."""
    line = next(line for line in article.text.split("\n") if line.strip())
    start = article.text.index(line.strip())
    return article, start, start + len(line.strip())


_FAULTS: dict[Fault, Callable[[DocumentRule, Context], Iterator[Finding]]] = {
    "missing-date": _missing_date,
    "missing-headline": _missing_headline,
    "date-ahead": _date_ahead,
    "other-weekday": _other_weekday,
    "shared-wire": _shared_wire,
    "shared-text": _shared_text,
}
