"""Every shipped rule speaks on its flagging examples and is silent on its passing ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.checks.name import CARDS
from consistency.model import Finding, RuleCard
from consistency.pipeline import Street
from consistency.ruletests import run_rule_tests


def test_examples_of_the_shipped_rules(street: Street) -> None:
    failures = [
        f"{result.rule}: {failure}"
        for result in run_rule_tests(street.rulebook.rules, street)
        for failure in result.failures
    ]
    assert failures == []


def test_catalogue_is_broad(street: Street) -> None:
    """A floor: the rules know the world's news, not these five articles."""
    by_kind = [(rule.entity, rule.level) for rule in street.catalogue.rules.values()]
    assert sum(kind == "person" for kind, _ in by_kind) >= 250
    assert sum(level == "country" for _, level in by_kind) >= 190
    assert sum(level == "city" for _, level in by_kind) >= 400


@pytest.mark.parametrize("card", [card for card in CARDS if card.flags], ids=lambda card: card.id)
def test_the_examples_of_a_fault_of_names_are_what_they_say(
    card: RuleCard, findings_in: Callable[..., list[Finding]]
) -> None:
    assert card.id in {finding.rule for finding in findings_in(card.flags)}
    assert card.id not in {finding.rule for finding in findings_in(card.passes)}
