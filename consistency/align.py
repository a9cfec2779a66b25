"""Bringing together the claims of different articles that are about one fact.

A pair is a candidate when each claim is among the other's nearest of that article and both are alike enough.
It joins a group when the claims share the event or two names and nothing says that they measure different
things; otherwise it is counted as not comparable, with the reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt

from consistency.catalogue import Hit
from consistency.model import Claim, ClaimGroup, Comparison, PublicationDate

__all__ = ["Alignment", "align"]

_CANDIDATE = 0.4
_ALIKE = 0.6
_MONTH = 31
Vectors = npt.NDArray[np.float32]


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
    hits: dict[str, tuple[Hit, ...]],
    published: dict[str, PublicationDate | None],
    near: Iterable[tuple[str, str]],
) -> Alignment:
    """Group claims across articles.

    :param vectors: (n_claims, dim), float32, unit rows.
    :param hits: the catalogued names of each article, by its identifier.
    :param published: the dates of the articles, likewise.
    :param near: the pairs of articles that may share a fact.
    """
    names = [_names_in(claim, hits) for claim in claims]
    kept: list[tuple[int, int, float]] = []
    reasons: Counter[str] = Counter()
    compared = 0
    for a, b, score in _candidates(claims, vectors, near):
        compared += 1
        far = _far_apart(published[claims[a].document], published[claims[b].document])
        reason = _incomparable(claims[a], claims[b], names[a], names[b], score, far)
        if reason:
            reasons[reason] += 1
        else:
            kept.append((a, b, score))
    return _grouped(claims, kept, compared, dict(sorted(reasons.items())))


def _names_in(claim: Claim, hits: dict[str, tuple[Hit, ...]]) -> frozenset[str]:
    inside = (h for h in hits.get(claim.document, ()) if claim.start <= h.start and h.end <= claim.end)
    return frozenset(hit.rule.id for hit in inside)


def _candidates(
    claims: Sequence[Claim], vectors: Vectors, near: Iterable[tuple[str, str]]
) -> Iterator[tuple[int, int, float]]:
    """Pairs of two articles in which each is the other's nearest, by position."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        by_document[claim.document].append(index)
    for first, second in near:
        rows, columns = by_document[first], by_document[second]
        if not rows or not columns:
            continue
        likeness = vectors[rows] @ vectors[columns].T
        nearest, back = likeness.argmax(axis=1), likeness.argmax(axis=0)
        for i, j in enumerate(nearest):
            if back[j] == i and likeness[i, j] >= _CANDIDATE:
                yield rows[i], columns[int(j)], float(likeness[i, j])


def _incomparable(
    a: Claim, b: Claim, names_a: frozenset[str], names_b: frozenset[str], score: float, far: bool
) -> str:
    """Why two claims are not about one fact; empty where they are."""
    shared = names_a & names_b
    if a.event and b.event and a.event != b.event and len(shared) < 2:
        return "other event"
    if not shared:
        return "no name in common"
    if _apart(a, b) or (far and not (a.time and b.time)):
        return "other time"
    return "" if score >= _ALIKE else "not alike enough"


def _far_apart(a: PublicationDate | None, b: PublicationDate | None) -> bool:
    """Whether two articles are of different months, so that what they tell without a date is not one fact."""
    if a is None or b is None:
        return False
    gap = date.fromisoformat(max(a.earliest, b.earliest)[:10]) - date.fromisoformat(
        min(a.latest, b.latest)[:10]
    )
    return gap.days > _MONTH


def _apart(a: Claim, b: Claim) -> bool:
    """Times that lie so far apart that the events are two."""
    first, second = a.time, b.time
    if not (first and second and first.begin and first.until and second.begin and second.until):
        return False
    return first.until <= second.begin or second.until <= first.begin


def _grouped(
    claims: Sequence[Claim], kept: list[tuple[int, int, float]], compared: int, reasons: dict[str, int]
) -> Alignment:
    root = list(range(len(claims)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for a, b, _ in kept:
        root[max(find(a), find(b))] = min(find(a), find(b))
    members: dict[int, list[int]] = defaultdict(list)
    for index in sorted({i for a, b, _ in kept for i in (a, b)}):
        members[find(index)].append(index)
    names = {head: f"g{number}" for number, head in enumerate(sorted(members), start=1)}
    groups = tuple(
        ClaimGroup(
            names[head],
            tuple(claims[i].id for i in members[head]),
            tuple(_comparison(claims, a, b, score) for a, b, score in kept if find(a) == head),
        )
        for head in sorted(members)
    )
    in_group = {i: names[head] for head, indexes in members.items() for i in indexes}
    told = tuple(replace(claim, group=in_group.get(i)) for i, claim in enumerate(claims))
    return Alignment(told, groups, compared, reasons)


def _comparison(claims: Sequence[Claim], a: int, b: int, score: float) -> Comparison:
    first, second = claims[a], claims[b]
    shared = [f"both tell «{first.event}»"] if first.event and first.event == second.event else []
    reason = "; ".join([*shared, f"similarity {score:.2f}"])
    return Comparison(first.id, second.id, "agrees", reason, round(score, 4))
