"""Kind `claims`: the same told differently by two articles, or by two sentences of one.

The body of a rule is a denial constraint: parallel sentences may not differ in this field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from consistency.checks.context import Context
from consistency.differences import Difference, Field, differences
from consistency.evidence import Place, finding
from consistency.model import Finding, Severity
from consistency.parallel import Pair
from consistency.rule import Rule

__all__ = ["ClaimsRule", "check"]


class ClaimsRule(Rule):
    """Articles of one story may not tell one fact with two values of this field."""

    kind: Literal["claims"]
    differ: Field


@dataclass(frozen=True)
class _Told:
    """A difference with the pair it stands in."""

    pair: Pair
    difference: Difference


def check(rules: Iterable[ClaimsRule], context: Context) -> Iterator[Finding]:
    """One finding for each fact: the side that fewer articles tell is the flagged one."""
    by_field: dict[str, list[_Told]] = defaultdict(list)
    for pair in context.parallel:
        for difference in differences(pair, lambda name: context.hits[name], context.nested):
            by_field[difference.field].append(_Told(pair, difference))
    for rule in rules:
        for facts in _facts(by_field[rule.differ]):
            yield _finding(rule, facts, context)


def _facts(told: list[_Told]) -> Iterator[list[_Told]]:
    """Differences that share a place are about one fact."""
    left = list(told)
    while left:
        fact = [left.pop(0)]
        places = set(_places(fact[0]))
        grown = True
        while grown:
            near = [one for one in left if places & set(_places(one))]
            left = [one for one in left if one not in near]
            fact += near
            places.update(place for one in near for place in _places(one))
            grown = bool(near)
        yield fact


def _places(told: _Told) -> tuple[tuple[str, int, int], ...]:
    pair, difference = told.pair, told.difference
    return (pair.a.article.id, *difference.a), (pair.b.article.id, *difference.b)


def _doubt(rule: ClaimsRule, days_apart: set[int | None]) -> str:
    """Why the articles may tell of two days rather than differ; empty where they are of one."""
    if days_apart == {None}:
        return "an article states no date: they may tell of two days"
    if rule.differ == "number" and 0 not in days_apart:
        return "the articles are of different days: one may be an update of the other"
    return ""


def _finding(rule: ClaimsRule, fact: list[_Told], context: Context) -> Finding:
    values: dict[str, dict[tuple[str, int, int], Place]] = defaultdict(dict)
    for told in fact:
        for said, (name, start, end) in zip(told.difference.said, _places(told), strict=True):
            values[said][name, start, end] = context.article(name), start, end
    ordered = sorted(
        values,
        key=lambda value: (len({p[0] for p in values[value]}), -min(p[1] for p in values[value]), value),
    )
    tally = " · ".join(f"{value} {len({p[0] for p in values[value]})}" for value in reversed(ordered))
    flagged, *others = [place for value in ordered for place in values[value].values()]
    doubt = _doubt(rule, {told.pair.days_apart for told in fact})
    score = max(told.pair.score for told in fact)
    quote = flagged[0].text[flagged[1] : flagged[2]]
    against = others[-1][0].text[others[-1][1] : others[-1][2]]
    return finding(
        rule.id,
        "claims",
        Severity.INFO if doubt else rule.severity,
        rule.confidence,
        f"{rule.title or rule.id}: «{quote}» / «{against}»",
        [flagged, *others],
        [
            f"both sentences share their other words (similarity {score:.2f} of 1)",
            *dict.fromkeys(told.difference.reason for told in fact),
            f"articles by value: {tally}",
            *([doubt] if doubt else []),
        ],
        suggestion="find out at the source which of them is right",
        values=sorted(values),
        source=rule.id,
    )
