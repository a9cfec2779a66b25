"""One fact told in two ways: what a ground brings together and a rule of kind `claims` judges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from consistency.checks.context import Context
from consistency.differences import Difference, Field
from consistency.differences.shape import View
from consistency.evidence import Place
from consistency.model import Article
from consistency.wording import Wording, say

__all__ = ["Ground", "Side", "Told", "days_apart"]


@dataclass(frozen=True)
class Side:
    """What one article says of the fact, and the sentence that it says it in."""

    article: Article
    start: int
    end: int
    said: str
    """In a form in which equal values are equal."""
    sentence: View

    @property
    def place(self) -> Place:
        return self.article, self.start, self.end

    @property
    def key(self) -> tuple[str, int, int]:
        return self.article.id, self.start, self.end

    @property
    def quote(self) -> str:
        return self.article.text[self.start : self.end]


@dataclass(frozen=True)
class Told:
    """Two sides that tell one field of one fact differently."""

    field: Field
    a: Side
    b: Side
    reason: Wording
    alike: float
    """Similarity of the two sentences, or openings, in [0, 1]."""
    common: Wording
    """Why they are about one fact."""
    one_day: bool | None = None
    """Whether a stated day shows that they tell of one day; None where one wording takes it for granted."""
    unlike: frozenset[str] = frozenset()
    """Of two claims: the slots that they fill so that they cannot be about one event."""

    @classmethod
    def of(
        cls,
        a: Article,
        b: Article,
        views: tuple[View, View],
        found: Difference,
        alike: float,
        common: Wording | None = None,
        unlike: frozenset[str] = frozenset(),
    ) -> Told:
        """The two sides of a difference between sentences of two articles, or of one."""
        return cls(
            found.field,
            Side(a, *found.a, found.said[0], views[0]),
            Side(b, *found.b, found.said[1], views[1]),
            found.reason,
            alike,
            common or _parallel(f"{alike:.2f}"),
            unlike=unlike,
        )

    @property
    def within(self) -> bool:
        """Whether one article tells both."""
        return self.a.article.id == self.b.article.id

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that tell them, by their identifiers."""
        return frozenset((self.a.article.id, self.b.article.id))


@lru_cache
def _parallel(score: str) -> Wording:
    return say("both sentences share their other words (similarity {score} of 1)", score=score)


Ground = Callable[[Context], Iterator[Told]]
"""Brings together what is about one fact, and yields what is told differently there."""


def days_apart(a: Article, b: Article) -> int | None:
    """Days from the stated day of publication of ``a`` to that of ``b``; None where one states none."""
    one, other = a.published, b.published
    if not (one and other and one.explicit and other.explicit):
        return None
    return (date.fromisoformat(other.earliest[:10]) - date.fromisoformat(one.earliest[:10])).days
