"""Groups of claims about one fact.

Claims of near articles are candidates when each is among the other's nearest, or when the same one does the
same in both.  A group grows from its best pair; a claim joins it only where no pair of the group is excluded
and all are alike enough, so that a chain of half-likenesses makes no group (complete linkage).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, groupby, product

import numpy as np
import numpy.typing as npt

from consistency.align.fact import Fact, days_of, fact_of
from consistency.align.judge import JOIN, KEEP, WHOLE, Verdict, apart, judge, relate
from consistency.align.mutual import mutual
from consistency.extract.world import World
from consistency.model import Claim, ClaimGroup, Comparison, PublicationDate

__all__ = ["Alignment", "align"]

_NEAREST = 3
"""Claims of the other article that each claim is compared with."""
_CANDIDATE = 0.3
"""Cosine."""
_OTHER_WORDS = WHOLE - 1e-3
"""Likeness below which two clauses are not in nearly the same words.

Many likenesses at once are sums in another order than the cosine of one pair, but near it.
"""
Vectors = npt.NDArray[np.float32]
Pair = tuple[int, int]
Acts = Mapping[tuple[str, str], list[int]]


@dataclass(frozen=True)
class Alignment:
    """Claims with their groups, and what was and was not compared."""

    claims: tuple[Claim, ...]
    groups: tuple[ClaimGroup, ...]
    compared_pairs: int
    not_comparable: dict[str, int]


def align(
    claims: Sequence[Claim],
    vectors: Vectors,
    world: World,
    published: Mapping[str, PublicationDate | None],
    near: Iterable[tuple[str, str]],
    versions: Iterable[tuple[str, str]] = (),
) -> Alignment:
    """Group claims across articles.

    :param claims: article by article.
    :param vectors: (n_claims, dim), float32, unit rows: what each claim says.
    :param published: the dates of the articles, by their identifiers.
    :param near: the pairs of articles that may share a fact.
    :param versions: those of them that are two versions of one article.
    """
    rewritten = frozenset(frozenset(pair) for pair in versions)
    days = {document: days_of(day) for document, day in published.items()}
    facts = [fact_of(claim, world, days[claim.document]) for claim in claims]
    judged = _Judged(facts, vectors, world)
    verdicts = judged.all(_candidates(facts, vectors, near))
    reasons = Counter([verdict.reason for verdict in verdicts.values() if verdict.reason])
    kept = {pair: verdict for pair, verdict in verdicts.items() if not verdict.reason}
    members = _clusters(facts, kept, judged)
    groups = _groups(facts, members, judged, rewritten)
    in_group = {name: group.id for group in groups for name in group.claims}
    told = tuple(replace(c, group=in_group[c.id]) if c.id in in_group else c for c in claims)
    return Alignment(told, groups, len(verdicts), dict(sorted(reasons.items())))


class _Judged:
    """Verdicts on pairs of claims, each given once."""

    def __init__(self, facts: Sequence[Fact], vectors: Vectors, world: World) -> None:
        self._facts, self._rows, self._world = facts, list(vectors), world
        self._known: dict[Pair, Verdict] = {}

    def all(self, likenesses: Mapping[Pair, float]) -> dict[Pair, Verdict]:
        """The verdicts on many pairs, by their likenesses, in order of the pairs.

        Most are claims in other words, which need no closer look where their events or names tell them apart.
        """
        facts, known = self._facts, self._known
        for pair in sorted(likenesses):
            told_apart = apart(facts[pair[0]], facts[pair[1]]) if likenesses[pair] < _OTHER_WORDS else None
            if told_apart is None:
                self[pair]
            else:
                known[pair] = told_apart
        return known.copy()

    def __getitem__(self, pair: Pair) -> Verdict:
        known = self._known.get(pair)
        if known is None:
            facts, (i, j) = self._facts, pair
            known = self._known[pair] = judge(facts[i], facts[j], self.cosine(pair), self._world)
        return known

    def cosine(self, pair: Pair) -> float:
        return float(self._rows[pair[0]].dot(self._rows[pair[1]]))


def _candidates(
    facts: Sequence[Fact], vectors: Vectors, near: Iterable[tuple[str, str]]
) -> dict[Pair, float]:
    """The pairs to judge, with how alike they are at most."""
    places = _places(facts)
    acts = {document: _acts(facts, own) for document, own in places.items()}
    found: dict[Pair, float] = {}
    same = {pair for own in acts.values() for some in own.values() for pair in combinations(some, 2)}
    for first, second in near:
        if first in places and second in places:
            if places[second].start < places[first].start:
                first, second = second, first
            found.update(_nearest(vectors, places[first], places[second]))
            same.update(_same_act(acts[first], acts[second]))
    return found | dict.fromkeys(same, 1.0)


def _places(facts: Sequence[Fact]) -> dict[str, range]:
    """Where the claims of each article stand."""
    found: dict[str, range] = {}
    for document, own in groupby(range(len(facts)), key=lambda index: facts[index].claim.document):
        indexes = list(own)
        found[document] = range(indexes[0], indexes[-1] + 1)
    return found


def _nearest(vectors: Vectors, rows: range, columns: range) -> Iterator[tuple[Pair, float]]:
    """Pairs in which each claim is among the other's nearest of that article, and how alike they are."""
    likeness = vectors[rows.start : rows.stop] @ vectors[columns.start : columns.stop].T
    nearest = mutual(likeness, _NEAREST, _CANDIDATE)
    return (((rows.start + row, columns.start + column), alike) for row, column, alike in nearest)


def _acts(facts: Sequence[Fact], places: range) -> Acts:
    """The claims of an article by what they tell: of whom what, or of which office."""
    acts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in places:
        for key in _keys(facts[index]):
            acts[key].append(index)
    return acts


def _same_act(one: Acts, other: Acts) -> Iterator[Pair]:
    """Pairs in which the same one does the same, or one office is told of."""
    return chain.from_iterable(product(one[key], other[key]) for key in one.keys() & other.keys())


def _keys(fact: Fact) -> set[tuple[str, str]]:
    if fact.event is None:
        return set()
    keys = {(fact.event, name) for name in fact.names}
    return keys | {("office", min(fact.office))} if fact.office else keys


def _clusters(facts: Sequence[Fact], kept: Mapping[Pair, Verdict], judged: _Judged) -> list[list[int]]:
    """The members of each group; a group has claims of two articles at least."""
    cluster: dict[int, list[int]] = {}
    names = [(fact.claim.document, fact.claim.start) for fact in facts]  # hang on no order of the articles

    def worse(pair: Pair) -> tuple[float, tuple[str, int], tuple[str, int]]:
        one, other = names[pair[0]], names[pair[1]]
        return -round(kept[pair].score, 4), *((one, other) if one < other else (other, one))

    for i, j in sorted(kept, key=worse):
        one, other = cluster.get(i, [i]), cluster.get(j, [j])
        if one is other or not _may_join(one, other, judged):
            continue
        joined = [*one, *other]
        for index in joined:
            cluster[index] = joined
    found = {min(members): sorted(members) for members in cluster.values()}
    several = (m for m in found.values() if len({facts[i].claim.document for i in m}) > 1)
    return sorted(several)


def _may_join(one: Sequence[int], other: Sequence[int], judged: _Judged) -> bool:
    whole = 0.0
    for i, j in product(one, other):
        score = judged[(i, j) if i < j else (j, i)].score
        if score < KEEP:
            return False
        whole += score
    return whole / (len(one) * len(other)) >= (JOIN + KEEP) / 2


def _groups(
    facts: Sequence[Fact],
    members: Sequence[Sequence[int]],
    judged: _Judged,
    rewritten: frozenset[frozenset[str]],
) -> tuple[ClaimGroup, ...]:
    """The groups with the relation of each pair of claims of two articles."""

    def related(pair: Pair) -> Comparison:
        a, b = facts[pair[0]], facts[pair[1]]
        versions = frozenset((a.claim.document, b.claim.document)) in rewritten
        return relate(a, b, judged.cosine(pair), judged[pair].score, versions=versions)

    groups = []
    for number, indexes in enumerate(members, start=1):
        told = tuple(related(pair) for pair in combinations(indexes, 2) if _across(facts, pair))
        groups.append(ClaimGroup(f"g{number}", tuple(facts[i].claim.id for i in indexes), told))
    return tuple(groups)


def _across(facts: Sequence[Fact], pair: Pair) -> bool:
    return facts[pair[0]].claim.document != facts[pair[1]].claim.document
