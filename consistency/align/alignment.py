"""Groups of claims about one fact.

Claims of near articles are candidates when each is among the other's nearest, or when the same one does the
same in both.  A group grows from its best pair; a claim joins it only where no pair of the group is excluded
and all are alike enough, so that a chain of half-likenesses makes no group (complete linkage).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from consistency.align.fact import Fact, fact_of
from consistency.align.judge import JOIN, KEEP, Verdict, judge, relate
from consistency.extract.world import World
from consistency.model import Claim, ClaimGroup, Comparison, PublicationDate

__all__ = ["Alignment", "align"]

_NEAREST = 3
"""Claims of the other article that each claim is compared with."""
_CANDIDATE = 0.3
"""Cosine."""
Vectors = npt.NDArray[np.float32]
Pair = tuple[int, int]


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

    :param vectors: (n_claims, dim), float32, unit rows: what each claim says.
    :param published: the dates of the articles, by their identifiers.
    :param near: the pairs of articles that may share a fact.
    :param versions: those of them that are two versions of one article.
    """
    rewritten = frozenset(frozenset(pair) for pair in versions)
    facts = [fact_of(claim, world, published[claim.document]) for claim in claims]
    judged = _Judged(facts, vectors, world)
    reasons: Counter[str] = Counter()
    kept: dict[Pair, Verdict] = {}
    candidates = sorted(set(_candidates(facts, vectors, near)))
    for pair in candidates:
        verdict = judged[pair]
        if verdict.reason:
            reasons[verdict.reason] += 1
        else:
            kept[pair] = verdict
    members = _clusters(facts, kept, judged)
    groups = _groups(facts, members, judged, rewritten)
    in_group = {name: group.id for group in groups for name in group.claims}
    told = tuple(replace(claim, group=in_group.get(claim.id)) for claim in claims)
    return Alignment(told, groups, len(candidates), dict(sorted(reasons.items())))


class _Judged:
    """Verdicts on pairs of claims, each given once."""

    def __init__(self, facts: Sequence[Fact], vectors: Vectors, world: World) -> None:
        self._facts, self._vectors, self._world = facts, vectors, world
        self._known: dict[Pair, Verdict] = {}

    def __getitem__(self, pair: Pair) -> Verdict:
        if pair not in self._known:
            i, j = pair
            self._known[pair] = judge(self._facts[i], self._facts[j], self.cosine(pair), self._world)
        return self._known[pair]

    def cosine(self, pair: Pair) -> float:
        return float(self._vectors[pair[0]] @ self._vectors[pair[1]])


def _candidates(facts: Sequence[Fact], vectors: Vectors, near: Iterable[tuple[str, str]]) -> Iterator[Pair]:
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        by_document[fact.claim.document].append(index)
    for document in by_document.values():
        yield from _same_act(facts, document, document)
    for first, second in near:
        rows, columns = by_document[first], by_document[second]
        if rows and columns:
            yield from _nearest(vectors, rows, columns)
            yield from _same_act(facts, rows, columns)


def _nearest(vectors: Vectors, rows: Sequence[int], columns: Sequence[int]) -> Iterator[Pair]:
    """Pairs in which each claim is among the other's nearest of that article."""
    likeness = vectors[rows] @ vectors[columns].T
    forth = np.argsort(np.argsort(-likeness, axis=1, kind="stable"), axis=1) < _NEAREST
    back = np.argsort(np.argsort(-likeness, axis=0, kind="stable"), axis=0) < _NEAREST
    for i, j in zip(*np.nonzero(forth & back & (likeness >= _CANDIDATE)), strict=True):
        yield _ordered(rows[int(i)], columns[int(j)])


def _same_act(facts: Sequence[Fact], rows: Sequence[int], columns: Sequence[int]) -> Iterator[Pair]:
    """Pairs in which the same one does the same, or one office is told of."""
    acts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in columns:
        for key in _keys(facts[index]):
            acts[key].append(index)
    for index in rows:
        for key in _keys(facts[index]):
            for other in acts[key]:
                if other != index:
                    yield _ordered(index, other)


def _keys(fact: Fact) -> Iterator[tuple[str, str]]:
    if fact.event is None:
        return
    if fact.office:
        yield "office", min(fact.office)
    for name in fact.names:
        yield fact.event, name


def _ordered(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)


def _clusters(facts: Sequence[Fact], kept: Mapping[Pair, Verdict], judged: _Judged) -> list[list[int]]:
    """The members of each group; a group has claims of two articles at least."""
    cluster: dict[int, list[int]] = {}
    best = sorted(kept, key=lambda pair: (-round(kept[pair].score, 4), _names(facts, pair)))
    for i, j in best:
        one, other = cluster.get(i, [i]), cluster.get(j, [j])
        if one is other or not _may_join(one, other, judged):
            continue
        joined = [*one, *other]
        for index in joined:
            cluster[index] = joined
    found = {min(members): sorted(members) for members in cluster.values()}
    several = (m for m in found.values() if len({facts[i].claim.document for i in m}) > 1)
    return sorted(several)


def _names(facts: Sequence[Fact], pair: Pair) -> list[tuple[str, int]]:
    """A key that does not hang on the order of the articles."""
    return sorted((facts[i].claim.document, facts[i].claim.start) for i in pair)


def _may_join(one: Sequence[int], other: Sequence[int], judged: _Judged) -> bool:
    scores = [judged[_ordered(i, j)].score for i in one for j in other]
    return min(scores) >= KEEP and sum(scores) / len(scores) >= (JOIN + KEEP) / 2


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
