"""What is read from one article, and what is found in one story: the two units of work and of the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import numpy.typing as npt

from consistency.align import Alignment, align
from consistency.catalogue import Catalogue
from consistency.checks.context import Context
from consistency.checks.house_styles import FormUse, form_uses
from consistency.checks.origins import versions
from consistency.checks.registry import RuleSet, run_checks
from consistency.dating import date_articles, own_text
from consistency.embed import Encoder
from consistency.extract import extract
from consistency.extract.world import world_of
from consistency.model import Article, Claim, ClaimGroup, Document, Finding, SkippedDocument
from consistency.packing import pack
from consistency.segment import segment
from consistency.wording import Wording, say

__all__ = [
    "Reading",
    "StoryFacts",
    "StoryReport",
    "fault_of",
    "is_vector",
    "read_articles",
    "read_story",
    "report_story",
]


_ROUNDING = 1e-3
"""How far the square of a unit row may be from 1."""


@dataclass(frozen=True)
class Reading:
    """What one article tells on its own."""

    article: Article
    vector: bytes
    """(dim,), float32, a unit row: the article's own text."""
    fault: str = ""
    """Why the tool could not read it; empty where it could."""

    def without_text(self) -> Reading:
        """The reading as it is kept: its text is read again with the corpus, its vector stands apart."""
        return replace(self, article=without_text(self.article), vector=b"")


@dataclass(frozen=True)
class StoryFacts:
    """The claims of a story and the groups that they make."""

    claims: tuple[Claim, ...]
    groups: tuple[ClaimGroup, ...]


@dataclass(frozen=True)
class StoryReport:
    """What was found in one story; the articles without their texts, which the corpus holds."""

    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = ()
    uses: tuple[FormUse, ...] = ()
    """For what spans the corpus: house styles."""
    claims: int = 0
    groups: int = 0
    compared_pairs: int = 0
    not_comparable: Mapping[str, int] = field(default_factory=dict)
    facts: bytes = b""
    """A packed ``StoryFacts``: most of a story's bytes, and most reports need none of it."""
    failed: tuple[SkippedDocument, ...] = ()
    """The articles on which the tool failed."""


def read_articles(documents: Sequence[Document], encoder: Encoder) -> list[Reading]:
    """The reading of each document, encoded together."""
    told = [_segmented(document) for document in documents]
    vectors = encoder.encode([own_text(article) for article, _ in told])
    return [
        Reading(article, row.tobytes(), fault) for (article, fault), row in zip(told, vectors, strict=True)
    ]


def _segmented(document: Document) -> tuple[Article, str]:
    """The article, and the fault that left it without passages."""
    try:
        return segment(document), ""
    except Exception as error:
        return Article(document, ()), fault_of(error)


def fault_of(error: Exception) -> Wording:
    """A mistake of the tool itself, which must cost one article and not the run."""
    return say(
        "the tool failed on it ({error}); it was not checked; please report it with the article",
        error=f"{type(error).__name__}: {error}",
    )


def read_story(
    readings: Sequence[Reading],
    near: tuple[tuple[int, int], ...],
    catalogue: Catalogue,
    encoder: Encoder,
    *,
    claims: bool = True,
) -> tuple[Context, Alignment]:
    """Everything that the checks may look at.

    :param near: pairs of positions in ``readings`` that may tell of one event.
    :param claims: whether claims are extracted and aligned.
    """
    articles = date_articles([reading.article for reading in readings], rows(readings))
    context = Context(articles, catalogue, near=near)
    if not claims:
        return context, Alignment((), (), 0, {})
    alignment = _align(context, encoder)
    return context.with_claims(alignment.claims, alignment.groups), alignment


def rows(readings: Sequence[Reading]) -> npt.NDArray[np.float32]:
    """(n_readings, dim), float32, unit rows."""
    return np.stack([np.frombuffer(reading.vector, dtype=np.float32) for reading in readings])


def is_vector(data: bytes, size: int) -> bool:
    """Whether bytes that were kept are still a vector of so many bytes: a unit row."""
    if len(data) != size:
        return False
    row = np.frombuffer(data, dtype=np.float32)
    with np.errstate(all="ignore"):  # damaged bytes are any numbers
        return abs(float(row @ row) - 1.0) < _ROUNDING


def report_story(rules: RuleSet, context: Context, alignment: Alignment) -> StoryReport:
    """Run the checks."""
    return StoryReport(
        articles=tuple(without_text(article) for article in context.articles),
        findings=tuple(run_checks(rules, context)),
        uses=form_uses(context),
        claims=len(alignment.claims),
        groups=len(alignment.groups),
        compared_pairs=alignment.compared_pairs,
        not_comparable=alignment.not_comparable,
        facts=pack(StoryFacts(alignment.claims, alignment.groups)),
    )


def without_text(article: Article) -> Article:
    """The article as it is kept: its text is read again with the corpus."""
    return replace(article, document=replace(article.document, text=""))


def _align(context: Context, encoder: Encoder) -> Alignment:
    """The claims of all articles; those of an article that is near no other are not aligned."""
    articles = context.articles
    world = world_of(context.catalogue)
    near = [(articles[i].id, articles[j].id) for i, j in context.near]
    compared = frozenset(chain.from_iterable(near))
    claims = list(extract([context.values(article) for article in articles], context.hits, world))
    aligned = [claim for claim in claims if claim.document in compared]
    if not aligned:
        return Alignment(tuple(claims), (), 0, {})
    texts = {article.id: article.text for article in articles}
    vectors = encoder.encode([texts[claim.document][claim.said : claim.end] for claim in aligned])
    published = {article.id: article.published for article in articles}
    rewritten = [
        (articles[i].id, articles[j].id) for i, j in context.near if versions(articles[i], articles[j])
    ]
    alignment = align(aligned, vectors, world, published, near, rewritten)
    told = {claim.id: claim for claim in alignment.claims}
    return replace(alignment, claims=tuple(told.get(claim.id, claim) for claim in claims))
