"""Kind `claims`: the same told differently by two articles, or by two sentences of one.

The body of a rule is a denial constraint: what is the `same` may not `differ` in this field, `unless` a
reason holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from consistency.checks.claims_rule import ClaimsRule
from consistency.checks.context import Context
from consistency.checks.facts import Fact, as_finding, as_reports
from consistency.checks.grounds import GROUNDS
from consistency.checks.reasons import REASONS
from consistency.checks.told import Side, Told
from consistency.model import Finding
from consistency.parts import Parts
from consistency.wording import Wording

__all__ = ["check"]

_SERIES = 3
"""Values of one sentence in articles that may be of different days, from which on they are no conflict."""
_REPORTS = 3
"""Facts that the same articles tell differently, all perhaps rightly, from which on they are one finding."""


def check(rules: Iterable[ClaimsRule], context: Context) -> Iterator[Finding]:
    """One finding for each fact: the side that fewer articles tell is the flagged one."""
    rules = tuple(rules)
    brought = {name: list(GROUNDS[name](context)) for name in sorted({n for r in rules for n in r.grounds})}
    if not any(brought.values()):
        return
    for rule in rules:
        doubted: dict[frozenset[str], list[Fact]] = defaultdict(list)
        for told in _facts(_broken(rule, [brought[name] for name in rule.grounds], context)):
            fact = Fact.of(told, _doubt(rule, told, context))
            if fact.doubt is None:
                yield as_finding(rule, fact)
            elif not _is_series(told):
                doubted[fact.articles].append(fact)
        for facts in doubted.values():
            if len(facts) < _REPORTS:
                yield from (as_finding(rule, fact) for fact in facts)
            else:
                yield as_reports(rule, facts)


def _broken(rule: ClaimsRule, brought: Iterable[Iterable[Told]], context: Context) -> list[Told]:
    """What breaks the rule, of what each of its grounds brings; nothing twice."""
    fields = {differ.field for differ in rule.differ}
    broken: list[Told] = []
    of_articles: dict[frozenset[str], list[Told]] = defaultdict(list)
    for ground in brought:
        denied = [told for told in ground if told.field in fields and _denied(rule, told, context)]
        fresh = [
            one for one in denied if not any(_repeats(one, other) for other in of_articles[one.articles])
        ]
        for told in fresh:
            of_articles[told.articles].append(told)
        broken += fresh
    return broken


def _denied(rule: ClaimsRule, told: Told, context: Context) -> bool:
    """Whether the rule speaks of these two sides and no reason excuses them."""
    if told.unlike and told.unlike & rule.slots:
        return False
    if rule.scope != "both" and told.within != (rule.scope == "within"):
        return False
    return not any(REASONS[name](told, context) for name in rule.unless)


def _repeats(told: Told, other: Told) -> bool:
    """Whether another ground has brought the two sides already, be it with a word more or less."""
    sides = ((told.a, other.a), (told.b, other.b)), ((told.a, other.b), (told.b, other.a))
    return told.field == other.field and any(all(_overlap(*pair) for pair in pairs) for pairs in sides)


def _overlap(one: Side, other: Side) -> bool:
    return one.article.id == other.article.id and one.start < other.end and other.start < one.end


def _facts(told: list[Told]) -> Iterator[list[Told]]:
    """Sides that share a place are about one fact: connected parts, in the order of their first member."""
    parts: Parts[tuple[str, int, int]] = Parts()
    for one in told:
        parts.join(one.a.key, one.b.key)
    facts: dict[tuple[str, int, int], list[Told]] = defaultdict(list)
    for one in told:
        facts[parts.head(one.a.key)].append(one)
    yield from facts.values()


def _doubt(rule: ClaimsRule, fact: list[Told], context: Context) -> Wording | None:
    """Why the sides may both be true; None where for one pair of them nothing says so."""
    doubts = [
        next((why for name in rule.doubt if (why := REASONS[name](told, context))), None) for told in fact
    ]
    return doubts[0] if all(doubts) else None


def _is_series(fact: list[Told]) -> bool:
    """Whether the values are those of a report that comes every day: three or more for one sentence."""
    return len({side.said for told in fact for side in (told.a, told.b)}) >= _SERIES
