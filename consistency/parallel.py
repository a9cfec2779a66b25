"""Sentences of two articles that tell the same in nearly the same words.

Wire copy and press releases make most cross-source conflicts that can be proven from the texts: the words
around a number or a name are the same, and the number or name is not.  Two sentences are parallel when each
is the other's nearest and they share most of their rare words; articles are compared when they are of one
story, by shared words and by date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from consistency.clauses import sentences
from consistency.cohesion import Bag, Weighed, cosine, stems_of, unit_weights, weighed
from consistency.languages.arabic.normalise import Token, tokens, words_of
from consistency.model import Article, PassageKind
from consistency.segment import OWN_KINDS

__all__ = [
    "Pair",
    "Sentence",
    "likeness",
    "may_be_alike",
    "parallel_sentences",
    "sentences_of",
    "share",
    "story_pairs",
]

_SHARED_WORDS = 0.3
_SHARED_UNDATED = 0.5
"""Without a date the texts themselves must show that they are of one story."""
_DAYS_APART = 2
_PARALLEL = 0.5
_HELD = 0.5
_SHARE = 0.7
"""Share of a sentence from which on another one, of which it is no nearest, may hold it."""
_SHORTEST = 5
_SLACK = 1e-6
"""For what sums of floating point lose."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article: raw span and words."""

    article: Article
    start: int
    end: int
    words: tuple[Token, ...]
    kind: PassageKind

    @cached_property
    def stems(self) -> Bag:
        """The stems of its words with their numbers."""
        return stems_of([word.folded for word in self.words])

    @cached_property
    def weights(self) -> dict[str, float]:
        """Its rare words as a unit vector, read when asked for: few sentences are compared with others."""
        return unit_weights(self.stems)


@dataclass(frozen=True)
class Pair:
    """Two parallel sentences and the weighted cosine of their words, in [0, 1]."""

    a: Sentence
    b: Sentence
    score: float


def story_pairs(
    articles: Sequence[Article], near: Iterable[tuple[int, int]]
) -> Iterator[tuple[Article, Article]]:
    """Pairs of articles of one story: they share words, and are published within two days, if dated.

    :param near: the pairs to look at, as indexes into the articles.
    """
    bags: dict[int, Weighed] = {}
    for i, j in near:
        if _near_in_time(articles[i], articles[j]):
            for index in (i, j):
                if index not in bags:
                    bags[index] = _weighed(articles[index])
            dated = articles[i].published is not None and articles[j].published is not None
            if cosine(bags[i], bags[j]) >= (_SHARED_WORDS if dated else _SHARED_UNDATED):
                yield articles[i], articles[j]


def _near_in_time(a: Article, b: Article) -> bool:
    """An undated article may be of any day."""
    if a.published is None or b.published is None:
        return True
    first = date.fromisoformat(max(a.published.earliest, b.published.earliest)[:10])
    last = date.fromisoformat(min(a.published.latest, b.published.latest)[:10])
    return (first - last).days <= _DAYS_APART


def _weighed(article: Article) -> Weighed:
    """The weights of the words of an article's own text."""
    own = (passage for passage in article.passages if passage.kind in OWN_KINDS)
    return weighed(
        stems_of(chain.from_iterable(words_of(article.text, part.start, part.end).folded for part in own))
    )


def parallel_sentences(left: Sequence[Sentence], right: Sequence[Sentence]) -> Iterator[Pair]:
    """Pairs of two articles' sentences of which each is the other's nearest, or one holds the other."""
    scores = [[likeness(x.weights, y.weights) for y in right] for x in left]
    paired: set[tuple[int, int]] = set()
    for i, j in _nearest(scores):
        if (all(row[j] <= scores[i][j] for row in scores) and scores[i][j] >= _PARALLEL) or (
            scores[i][j] >= _HELD and share(left[i].weights, right[j].weights) >= _SHARE
        ):
            paired.add((i, j))
    for j, i in _nearest([list(column) for column in zip(*scores, strict=True)]):
        if scores[i][j] >= _HELD and share(right[j].weights, left[i].weights) >= _SHARE:
            paired.add((i, j))
    for i, j in sorted(paired):
        yield Pair(left[i], right[j], scores[i][j])


def _nearest(scores: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """Each row with its best column."""
    for i, row in enumerate(scores):
        if row:
            yield i, max(range(len(row)), key=row.__getitem__)


def share(short: dict[str, float], long: dict[str, float]) -> float:
    """The share of a sentence's squared weight that the other one repeats."""
    return sum(weight * weight for word, weight in short.items() if word in long)


def likeness(a: dict[str, float], b: dict[str, float]) -> float:
    """Cosine of two unit vectors of weighted words, in [0, 1]."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def may_be_alike(sentence: Sentence, other: Sentence, least: float) -> bool:
    """Whether ``other`` may share ``least`` of a sentence, or be as like it, by its stems alone.

    By the inequality of Cauchy and Schwarz the likeness is at most the root of the share, and that needs
    no weights of the other sentence.
    """
    stems = other.stems
    shared = sum([weight * weight for word, weight in sentence.weights.items() if word in stems])
    return shared >= least * least - _SLACK


def sentences_of(article: Article) -> Iterator[Sentence]:
    """The sentences of an article's own text, but for those of a few words."""
    for passage in article.passages:
        if passage.kind in OWN_KINDS:
            for start, end in sentences(article.text, passage.start, passage.end):
                words = tuple(tokens(article.text, start, end))
                if len(words) >= _SHORTEST:
                    yield Sentence(article, words[0].start, words[-1].end, words, passage.kind)
