"""Running every check over what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from consistency.checks import document, gazetteer, name, passage, pattern
from consistency.checks.context import Context
from consistency.checks.document import DocumentRule
from consistency.checks.gazetteer import GazetteerRule
from consistency.checks.name_rule import NameRule
from consistency.checks.passage import PassageRule
from consistency.checks.pattern import PatternRule
from consistency.model import Finding, RuleCard
from consistency.rule import Rule
from consistency.rulebook import Rulebook

__all__ = ["CHECKS", "cards", "run_checks"]

Check = Callable[[Iterable[Any], Context], Iterator[Finding]]

CHECKS: dict[type[Rule], Check] = {
    DocumentRule: document.check,
    GazetteerRule: gazetteer.check,
    NameRule: name.check,
    PassageRule: passage.check,
    PatternRule: pattern.check,
}


def run_checks(rulebook: Rulebook, context: Context) -> Iterator[Finding]:
    """The findings of all rules, in no particular order."""
    for model, check in CHECKS.items():
        yield from check(rulebook.of(model), context)


def cards(rulebook: Rulebook) -> tuple[RuleCard, ...]:
    """What a report says of the rules; the name rules are told by the faults that they find."""
    told = [
        RuleCard(rule.id, rule.kind, rule.severity, rule.title or rule.id, rule.why)
        for rule in rulebook.rules
        if not isinstance(rule, NameRule)
    ]
    return tuple(sorted([*told, *name.CARDS], key=lambda card: (card.severity.rank, card.id)))
