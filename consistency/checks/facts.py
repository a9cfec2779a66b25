"""Facts that are told differently, as findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from consistency.checks.claims_rule import ClaimsRule
from consistency.checks.origins import origins_of
from consistency.checks.told import Side, Told
from consistency.evidence import Place, finding
from consistency.model import Finding, Severity
from consistency.wording import Wording, say

__all__ = ["Fact", "as_finding", "as_reports"]


@dataclass(frozen=True)
class Fact:
    """What is told differently, by value: the one that fewest articles tell comes first."""

    told: Sequence[Told]
    values: Mapping[str, Mapping[tuple[str, int, int], Side]]
    doubt: Wording | None

    @classmethod
    def of(cls, told: Sequence[Told], doubt: Wording | None) -> Fact:
        values: dict[str, dict[tuple[str, int, int], Side]] = defaultdict(dict)
        for one in told:
            for side in (one.a, one.b):
                values[side.said][side.key] = side
        ordered = sorted(
            values,
            key=lambda value: (
                value != told[0].a.said if told[0].within else False,
                len({key[0] for key in values[value]}),
                -min(key[1] for key in values[value]),
                value,
            ),
        )
        return cls(told, {value: values[value] for value in ordered}, doubt)

    @property
    def sides(self) -> list[Side]:
        """All sides, the flagged one first."""
        return [side for sides in self.values.values() for _, side in sorted(sides.items())]

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(side.article.id for side in self.sides)

    @property
    def nearest(self) -> Told:
        """The two sides whose sentences are most alike."""
        return _nearest(self.told)


def as_finding(rule: ClaimsRule, fact: Fact) -> Finding:
    """A fact as a finding: an info where both sides may be true."""
    flagged, *others = fact.sides
    tally = " · ".join(map(_tallied, reversed(list(fact.values.values()))))
    return finding(
        rule.id,
        "claims",
        Severity.INFO if fact.doubt else rule.severity,
        rule.confidence,
        say(
            "{fault}: «{quote}» / «{other}»",
            fault=rule.title or rule.id,
            quote=flagged.quote,
            other=others[-1].quote,
        ),
        [side.place for side in (flagged, *others)],
        [
            fact.nearest.common,
            *sorted({told.reason for told in fact.told}),
            say("articles by value: {tally}", tally=tally),
            *_copies(fact.values),
            *([fact.doubt] if fact.doubt else []),
        ],
        suggestion=say("find out at the source which of them is right"),
        sides={value: [side.place for side in sides.values()] for value, sides in fact.values.items()},
        source=rule.id,
    )


def as_reports(rule: ClaimsRule, facts: Sequence[Fact]) -> Finding:
    """Many facts that the same articles tell differently, and may all tell rightly, as one finding.

    Most often they are two issues of one report («سوق الأسهم»), of which every number is another.
    """
    facts = sorted(facts, key=lambda fact: fact.sides[0].key)
    sides = [side for fact in facts for side in fact.sides]
    nearest = _nearest([fact.nearest for fact in facts])
    values: dict[str, list[Place]] = defaultdict(list)
    for side in sides:
        values[side.said].append(side.place)
    return finding(
        rule.id,
        "claims",
        Severity.INFO,
        rule.confidence,
        say(
            "{fault} ({count} times): «{quote}» / «{other}»",
            fault=rule.title or rule.id,
            count=len(facts),
            quote=sides[0].quote,
            other=facts[0].sides[-1].quote,
        ),
        [side.place for side in sides],
        [
            nearest.common,
            *dict.fromkeys(reason for fact in facts for reason in sorted({t.reason for t in fact.told})),
            *sorted({fact.doubt for fact in facts if fact.doubt}),
        ],
        suggestion=say("find out at the source which of them is right"),
        sides=values,
        source=rule.id,
    )


def _nearest(told: Sequence[Told]) -> Told:
    return max(told, key=lambda one: (one.alike, one.a.key, one.b.key))


def _tallied(sides: Mapping[tuple[str, int, int], Side]) -> str:
    """A value as the first article writes it, and how many articles give it."""
    first = min(sides)
    return f"«{sides[first].quote}» {len({document for document, _, _ in sides})}"


def _copies(values: Mapping[str, Mapping[tuple[str, int, int], Side]]) -> Iterator[Wording]:
    """Of each value that several articles tell in one text: how many origins stand behind them."""
    for value, sides in sorted(values.items()):
        articles = {side.article.id: side.article for side in sides.values()}
        origins = len(origins_of([articles[name] for name in sorted(articles)]))
        if origins < len(articles):
            yield say(
                "«{value}»: {outlets} outlets repeat one another; origins: {origins}",
                value=value,
                outlets=len(articles),
                origins=origins,
            )
