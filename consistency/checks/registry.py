"""The kinds of rule.

To add one: write its shape and its check in a module here, give it a line in ``KINDS``, and a cases file in
``tests/cases``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from consistency.checks import claims, document, gazetteer, name, passage, pattern, spelling, timeline
from consistency.checks.claims_rule import ClaimsRule
from consistency.checks.context import Context
from consistency.checks.message import with_message
from consistency.checks.name_rule import NameRule
from consistency.checks.passage_rule import PassageRule
from consistency.model import Finding, RuleCard
from consistency.rule import Rule

__all__ = ["KINDS", "Kind", "RuleSet", "cards", "run_checks"]


class Kind(NamedTuple):
    """The shape of a kind's rules and the check that runs them all over what was read."""

    shape: type[Rule]
    check: Callable[[Iterable[Any], Context], Iterator[Finding]]


KINDS: dict[str, Kind] = {
    "claims": Kind(ClaimsRule, claims.check),
    "document": Kind(document.DocumentRule, document.check),
    "gazetteer": Kind(gazetteer.GazetteerRule, gazetteer.check),
    "name": Kind(NameRule, name.check),
    "passage": Kind(PassageRule, passage.check),
    "pattern": Kind(pattern.PatternRule, pattern.check),
    "spelling": Kind(spelling.SpellingRule, spelling.check),
    "timeline": Kind(timeline.TimelineRule, timeline.check),
}
"""The user's word for a kind, and what it is."""


class RuleSet:
    """Rules by kind and identifier: sorted once, used for every story."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.by_id = {rule.id: rule for rule in rules}
        self.by_kind = {
            word: tuple(rule for rule in self.by_id.values() if isinstance(rule, kind.shape))
            for word, kind in KINDS.items()
        }
        self.undated = [
            rule.id
            for rule in self.by_id.values()
            if isinstance(rule, document.DocumentRule) and rule.finds == "missing-date"
        ]
        """Rules on missing dates, which a corpus may break as a whole."""


def run_checks(rules: RuleSet, context: Context) -> Iterator[Finding]:
    """The findings of all rules, in no particular order."""
    for word, kind in KINDS.items():
        for finding in kind.check(rules.by_kind[word], context):
            rule = rules.by_id.get(finding.rule)
            yield with_message(finding, rule, context) if rule else finding


def cards(rules: Iterable[Rule]) -> tuple[RuleCard, ...]:
    """What a report says of the rules; the name rules are told by the faults that they find."""
    told = [_card(rule) for rule in rules if not isinstance(rule, NameRule)]
    return tuple(sorted([*told, *name.CARDS], key=lambda card: (card.severity.rank, card.id)))


def _card(rule: Rule) -> RuleCard:
    flags, passes = ("\n---\n".join(some[0].articles) for some in (rule.tests.flags, rule.tests.passes))
    return RuleCard(rule.id, rule.kind, rule.severity, rule.title or rule.id, rule.why, flags, passes)
