"""The stories of a corpus put together as they come, so that no more of them is held than a report tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from consistency.checks.house_styles import FormUse
from consistency.model import Article, Claim, ClaimGroup, Corpus, Document, Finding, SkippedDocument
from consistency.packing import unpack
from consistency.story import StoryFacts, StoryReport

__all__ = ["Gathered", "KeptClaims"]

KeptClaims = Literal["all", "shown", "none"]
"""All, those that a page shows (in groups, or dated), or none."""
_TOO_LARGE = "articles of a story that had grown too large"


class Gathered:
    """What the stories tell, in their order."""

    def __init__(self, documents: Sequence[Document], kept: KeptClaims, left_out: int) -> None:
        """
        :param kept: which claims are held; all are counted.
        :param left_out: pairs of near articles that were not compared.
        """
        self.findings: list[Finding] = []
        self.uses: list[FormUse] = []
        self._documents = {document.id: document for document in documents}
        self._kept = kept
        self._articles: list[Article] = []
        self._failed: list[SkippedDocument] = []
        self._claims: list[Claim] = []
        self._groups: list[ClaimGroup] = []
        self._counted: Counter[str] = Counter()
        self._not_comparable: Counter[str] = Counter({_TOO_LARGE: left_out} if left_out else {})

    def add(self, story: StoryReport) -> None:
        """Take the next story."""
        self._articles += story.articles
        self._failed += story.failed
        self.findings += story.findings
        self.uses += story.uses
        self._counted.update(claims=story.claims, groups=story.groups, pairs=story.compared_pairs)
        self._not_comparable.update(story.not_comparable)
        facts = unpack(story.facts, StoryFacts) if self._kept != "none" and story.facts else None
        if facts is not None:
            self._add_facts(facts)

    def _add_facts(self, facts: StoryFacts) -> None:
        """The groups are numbered through the corpus."""
        names = {group.id: f"g{n}" for n, group in enumerate(facts.groups, start=len(self._groups) + 1)}
        self._groups += [replace(group, id=names[group.id]) for group in facts.groups]
        for claim in facts.claims:
            if claim.group:
                self._claims.append(replace(claim, group=names[claim.group]))
            elif self._kept == "all" or claim.time is not None:
                self._claims.append(claim)

    def articles(self) -> tuple[Article, ...]:
        """The articles with their texts, by name."""
        ordered = sorted(self._articles, key=lambda article: article.id)
        return tuple(replace(one, document=self._documents[one.id]) for one in ordered)

    def claims(self) -> tuple[Claim, ...]:
        """The claims that are held, in the order of their articles and places."""
        return tuple(sorted(self._claims, key=lambda claim: (claim.document, claim.start, claim.end)))

    def groups(self) -> tuple[ClaimGroup, ...]:
        """The groups of the claims that are held."""
        return tuple(self._groups)

    def corpus(self, unreadable: Iterable[SkippedDocument]) -> Corpus:
        """How much was read and compared.

        :param unreadable: the files that could not be read.
        """
        skipped = sorted((*unreadable, *self._failed), key=lambda one: one.document)
        return Corpus(
            documents=len(self._articles),
            claims=self._counted["claims"],
            groups=self._counted["groups"],
            unreadable=tuple(skipped),
            compared_pairs=self._counted["pairs"],
            not_comparable=dict(sorted(self._not_comparable.items())),
        )
