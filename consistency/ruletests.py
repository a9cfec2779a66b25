"""Running the examples that every rule carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from consistency.checks.gazetteer import GazetteerRule
from consistency.checks.name_rule import NameRule
from consistency.errors import ModelMissing
from consistency.model import Severity
from consistency.pipeline import Street, findings_of
from consistency.report.safe import visible
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
    skipped: int = 0
    """How many examples could not be run, because something that they need is missing."""
    failures: tuple[str, ...] = field(default=())
    """The examples that came out wrong, in words."""

    @property
    def passed(self) -> bool:
        """Whether nothing came out wrong; what was skipped has not passed."""
        return not self.failures and not self.skipped


def run_rule_tests(rules: Iterable[Rule], street: Street) -> Iterator[RuleTest]:
    """Run the examples of these rules, each as a corpus of its own with all rules at hand."""
    for rule in rules:
        flags = [(example, _fires(rule, example, street)) for example in rule.tests.flags]
        passes = [(example, _fires(rule, example, street)) for example in rule.tests.passes]
        failures = [
            f"should flag, stays silent: {_short(example)}" for example, loud in flags if loud is False
        ]
        failures += [f"should pass, is flagged: {_short(example)}" for example, loud in passes if loud]
        yield RuleTest(
            rule.id,
            flags=sum(loud is True for _, loud in flags),
            flags_of=len(flags),
            passes=sum(loud is False for _, loud in passes),
            passes_of=len(passes),
            skipped=sum(loud is None for _, loud in (*flags, *passes)),
            failures=tuple(failures),
        )


def _fires(rule: Rule, example: Example, street: Street) -> bool | None:
    """Whether the rule speaks; None where a model that it needs is not on this machine."""
    try:
        return _speaks(rule, example, street)
    except ModelMissing:
        return None


def _speaks(rule: Rule, example: Example, street: Street) -> bool:
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
    text = visible(" | ".join(example.articles).replace("\n", " ⏎ "))
    return text if len(text) <= 110 else f"{text[:109]}…"
