"""Clauses of two articles that tell one event in words of their own.

Parallel sentences (:mod:`consistency.parallel`) prove by their wording that two articles speak of one thing.
Where the wording is free, two claims are of one event when its kind is the same, they share a good part of
the rare words of the shorter one, and each is the nearest to the other among the claims of its kind.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from consistency.cohesion import stems_of, unit_weights
from consistency.languages.arabic.events import family, is_repeated
from consistency.model import Claim
from consistency.parallel import Sentence, likeness, share

__all__ = ["Clause", "Retelling", "clauses_of", "retellings"]

_ALIKE = 0.35
"""Cosine of the rare words of two clauses; they may differ in what is then compared."""
_REPEATED = 0.7
"""The same for what happens at many places on one day."""
_HELD = 0.4
"""Share of the shorter clause's rare words that the longer one repeats."""
_FEWEST_COMMON = 2
"""Rare words that both clauses have."""
_SHORTEST = 4
"""Words."""
_UNTOLD = ("hold-office",)
"""Claims that are no clauses of their own."""


@dataclass(frozen=True)
class Clause:
    """A claim with an event, and what it says as a stretch of its sentence, without who says it."""

    claim: Claim
    said: Sentence
    places: tuple[tuple[int, int], ...]
    """The places that it names, as raw spans."""
    slots: bool
    """Whether its sentence has a number, a time or a place that another clause could tell differently."""

    @cached_property
    def weights(self) -> dict[str, float]:
        """The rare words of the clause but for names of places, as a unit vector."""
        words = (
            w.folded for w in self.said.words if not any(a < w.end and w.start < b for a, b in self.places)
        )
        return unit_weights(stems_of(words))


@dataclass(frozen=True)
class Retelling:
    """Two clauses about one event, and the cosine of their rare words, in [0, 1]."""

    a: Clause
    b: Clause
    alike: float


def clauses_of(
    claims: Iterable[Claim], sentences: Sequence[Sentence], places: Iterable[tuple[int, int]]
) -> Iterator[Clause]:
    """The claims of an article that tell an event, each with its words.

    :param sentences: those of the article, in order.
    :param places: the raw spans of the names of places in it.
    """
    spans = tuple(places)
    starts = [sentence.start for sentence in sentences]
    whole: set[tuple[int, str | None]] = set()
    placed = [(bisect.bisect_right(starts, claim.start) - 1, claim) for claim in claims]
    slots = {at for at, claim in placed if _fills(claim)}
    for at, claim in placed:
        if claim.event is None or claim.event in _UNTOLD or at < 0:
            continue
        sentence = sentences[at]
        words = tuple(w for w in sentence.words if claim.said <= w.start and w.end <= claim.end)
        if len(words) >= _SHORTEST:
            said = Sentence(sentence.article, words[0].start, words[-1].end, words, sentence.kind)
            yield Clause(claim, said, _inside(said, spans), at in slots)
        if (at, family(claim.event)) not in whole and len(words) < len(sentence.words):
            whole.add((at, family(claim.event)))
            yield Clause(claim, sentence, _inside(sentence, spans), at in slots)


def _inside(said: Sentence, spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(span for span in spans if said.start <= span[0] < said.end)


def _fills(claim: Claim) -> bool:
    timed = claim.time is not None and claim.time.how == "own"
    return timed or bool(claim.quantities) or claim.place is not None


def retellings(left: Iterable[Clause], right: Iterable[Clause]) -> Iterator[Retelling]:
    """The clauses of two texts that tell one event, each the nearest of the other."""
    here, there = _by_event(left), _by_event(right)
    for event in sorted(here.keys() & there.keys()):
        yield from _nearest(here[event], there[event], _REPEATED if is_repeated(event) else _ALIKE)


def _by_event(clauses: Iterable[Clause]) -> dict[str, list[Clause]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        found[family(clause.claim.event) or ""].append(clause)
    return found


def _nearest(left: Sequence[Clause], right: Sequence[Clause], least: float) -> Iterator[Retelling]:
    if not any(a.slots for a in left) or not any(b.slots for b in right):
        return
    scores = [[likeness(a.weights, b.weights) for b in right] for a in left]
    best = [max(column) for column in zip(*scores, strict=True)]
    for a, row in zip(left, scores, strict=True):
        for b, score, highest in zip(right, row, best, strict=True):
            if (
                a.slots
                and b.slots
                and score >= least
                and score == max(row) == highest
                and _share_enough(a, b)
            ):
                yield Retelling(a, b, score)


def _share_enough(a: Clause, b: Clause) -> bool:
    common = len(a.weights.keys() & b.weights.keys())
    return common >= _FEWEST_COMMON and max(share(a.weights, b.weights), share(b.weights, a.weights)) >= _HELD
