"""Running the examples that every rule carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from consistency.checks.gazetteer import GazetteerRule
from consistency.checks.name_rule import NameRule
from consistency.model import Severity
from consistency.pipeline import Street, findings_of
from consistency.rule import Example, Rule

__all__ = ["RuleTest", "run_rule_tests"]


@dataclass(frozen=True)
class RuleTest:
    """How the examples of one rule came out."""

    rule: str
    flags: int
    """How many flagging examples were flagged."""
    flags_of: int
    passes: int
    """How many passing examples stayed silent."""
    passes_of: int
    failures: tuple[str, ...] = field(default=())
    """The examples that came out wrong, in words."""

    @property
    def passed(self) -> bool:
        return not self.failures


def run_rule_tests(rules: Iterable[Rule], street: Street) -> Iterator[RuleTest]:
    """Run the examples of these rules, each as a corpus of its own with all rules at hand."""
    for rule in rules:
        silent = [example for example in rule.tests.flags if not _fires(rule, example, street)]
        loud = [example for example in rule.tests.passes if _fires(rule, example, street)]
        failures = [f"should flag, stays silent: {_short(example)}" for example in silent]
        failures += [f"should pass, is flagged: {_short(example)}" for example in loud]
        flags, passes = len(rule.tests.flags), len(rule.tests.passes)
        yield RuleTest(rule.id, flags - len(silent), flags, passes - len(loud), passes, tuple(failures))


def _fires(rule: Rule, example: Example, street: Street) -> bool:
    """Whether the rule speaks; house styles of a name, which are infos, do not count as its fault."""
    placed = street.rulebook.of(GazetteerRule) if isinstance(rule, NameRule) else ()
    findings = findings_of([rule, *placed], example.articles, street)
    mild = {Severity.INFO} if isinstance(rule, NameRule) and not _has_mild_forms(rule) else set()
    return any(
        rule.id in (finding.rule, finding.source) and finding.severity not in mild
        for finding in findings
        if finding.rule not in ("name-variant", "name-mixed")
    )


def _has_mild_forms(rule: NameRule) -> bool:
    return any(wrong.severity is Severity.INFO for wrong in (*rule.misspelt, *rule.nonstandard))


def _short(example: Example) -> str:
    text = " | ".join(example.articles).replace("\n", " ⏎ ")
    return text if len(text) <= 110 else f"{text[:109]}…"
