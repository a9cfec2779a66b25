"""The street from paths to a report; only this module knows every stage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from consistency.align import Alignment, align
from consistency.catalogue import Catalogue
from consistency.checks.context import Context
from consistency.checks.name_rule import NameRule
from consistency.checks.registry import cards, run_checks
from consistency.corpus import Reading, read_corpus
from consistency.dating import date_articles, own_text
from consistency.embed import Encoder, Judge, load_encoder
from consistency.errors import NothingToCheck
from consistency.extract import extract
from consistency.model import Corpus, Document, Finding, Report
from consistency.rule import Rule
from consistency.rulebook import Rulebook
from consistency.scope import EVERYTHING, Scope
from consistency.second_opinion import weighed
from consistency.segment import segment
from consistency.silence import with_unique_fingerprints
from consistency.stories import near_pairs

__all__ = ["Street", "check_paths", "check_texts", "findings_of"]


@dataclass(frozen=True)
class Street:
    """What a run works with: the rules, the catalogue made from them, the encoder."""

    rulebook: Rulebook
    catalogue: Catalogue
    encoder: Encoder
    judge: Judge | None = None

    @classmethod
    def of(cls, rulebook: Rulebook, encoder: Encoder | None = None, judge: Judge | None = None) -> Street:
        """A street for these rules; the embedded encoder where none is given."""
        return cls(rulebook, Catalogue(rulebook.of(NameRule)), encoder or load_encoder(), judge)


def check_paths(paths: Iterable[str | Path], street: Street, scope: Scope = EVERYTHING) -> Report:
    """Check the articles below the paths.

    :param scope: which names count.
    :raises UsageError: a path does not exist.
    :raises NothingToCheck: there is no article.
    """
    return _report(read_corpus(paths, scope), street)


def check_texts(texts: Sequence[str], street: Street) -> Report:
    """Check articles given as texts; they are named by their number."""
    return _report(_as_read(texts), street)


def findings_of(rules: Sequence[Rule], texts: Sequence[str], street: Street) -> list[Finding]:
    """The findings of some rules alone; a single text has no claims to align."""
    reading = _as_read(texts)
    context = _read(reading, street, claims=len(texts) > 1)[0]
    return _sorted(run_checks(rules, context))


def _as_read(texts: Sequence[str]) -> Reading:
    if not texts:
        raise NothingToCheck("no text given; nothing was checked")
    documents = tuple(Document(f"{number}.txt", text) for number, text in enumerate(texts, start=1))
    return Reading(documents, (), ())


def _read(reading: Reading, street: Street, *, claims: bool = True) -> tuple[Context, Alignment]:
    """Everything the checks may look at."""
    segmented = [segment(document) for document in reading.documents]
    vectors = street.encoder.encode([own_text(article) for article in segmented])
    articles = date_articles(segmented, vectors)
    context = Context(articles, street.catalogue, near=tuple(near_pairs(vectors)))
    alignment = _align(context, street) if claims else Alignment((), (), 0, {})
    return replace(context, claims=alignment.claims, groups=alignment.groups), alignment


def _report(reading: Reading, street: Street) -> Report:
    context, alignment = _read(reading, street)
    articles = context.articles
    findings = _sorted(run_checks(street.rulebook.rules, context))
    if street.judge:
        findings = _sorted(weighed(findings, articles, street.judge))
    findings = with_unique_fingerprints(findings)
    return Report(
        corpus=Corpus(
            documents=len(articles),
            claims=len(alignment.claims),
            groups=len(alignment.groups),
            unreadable=reading.unreadable,
            compared_pairs=alignment.compared_pairs,
            not_comparable=alignment.not_comparable,
        ),
        findings=tuple(findings),
        articles=articles,
        claims=alignment.claims,
        groups=alignment.groups,
        rules=cards(street.rulebook.rules),
        encoder=street.encoder.name,
        skipped_files=reading.skipped_files,
    )


def _align(context: Context, street: Street) -> Alignment:
    articles = context.articles
    claims = [claim for article in articles for claim in extract(article, context.hits[article.id])]
    if not claims:
        return Alignment((), (), 0, {})
    vectors = street.encoder.encode([claim.quote for claim in claims])
    published = {article.id: article.published for article in articles}
    near = [(articles[i].id, articles[j].id) for i, j in context.near]
    return align(claims, vectors, context.hits, published, near)


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """Worst first, then by place; the order of the input files does not matter."""
    return sorted(
        findings,
        key=lambda f: (
            f.severity.rank,
            f.confidence.rank,
            f.locations[0].document,
            f.locations[0].start,
            f.locations[0].end,
            f.rule,
            f.message,
        ),
    )
