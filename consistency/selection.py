"""What a run tells of what was found: which rules, how bad, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from consistency.errors import UsageError
from consistency.model import Confidence, Finding, Report, RuleCard, Severity
from consistency.validation import unknown

__all__ = ["Selection"]


@dataclass(frozen=True)
class Selection:
    """A rule is named by its identifier, by the fault that it finds, or by its kind."""

    select: frozenset[str] = frozenset()
    """Where there is one, only these are told."""
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """How bad a fault is here, by its name; a finding that its rule makes milder stays at least as mild."""
    min_confidence: Confidence = Confidence.LOW

    def refuse_unknown(self, names: Iterable[str], faults: Iterable[str]) -> None:
        """A misspelt name would silently choose nothing.

        :param names: identifiers of rules, faults and kinds.
        :param faults: those that have a severity of their own.
        :raises UsageError: with all unknown names.
        """
        known, graded = set(names), set(faults)
        told = [
            f"{option}: {unknown('rule', name, known)}"
            for option, given in (("select", self.select), ("ignore", self.ignore))
            for name in sorted(given - known)
        ]
        told += [
            f"severity: {_ungraded(name, known, graded)}" for name in sorted(self.severity.keys() - graded)
        ]
        if told:
            raise UsageError("\n".join(told))

    def applied(self, report: Report) -> Report:
        """The report as it is to be told."""
        defaults = {card.id: card.severity for card in report.rules}
        graded = [self._graded(finding, defaults) for finding in report.findings]
        findings = tuple(finding for finding in graded if self._takes(finding))
        fired = {finding.rule for finding in findings}
        cards = tuple(
            replace(card, severity=self.severity.get(card.id, card.severity))
            for card in report.rules
            if card.id in fired or self._tells(card.id, card.kind)
        )
        return replace(
            report,
            findings=findings,
            silenced=tuple(self._graded(finding, defaults) for finding in report.silenced),
            rules=tuple(sorted(cards, key=_by_severity)),
        )

    def _graded(self, finding: Finding, defaults: Mapping[str, Severity]) -> Finding:
        given = self.severity.get(finding.rule)
        if given is None:
            return finding
        milder = finding.severity.rank > defaults.get(finding.rule, finding.severity).rank
        return replace(finding, severity=max(given, finding.severity, key=_rank) if milder else given)

    def _takes(self, finding: Finding) -> bool:
        sure = finding.confidence.rank <= self.min_confidence.rank
        return sure and self._tells(finding.rule, finding.kind, finding.source)

    def _tells(self, *names: str) -> bool:
        wanted = not self.select or any(name in self.select for name in names)
        return wanted and not any(name in self.ignore for name in names)


def _rank(severity: Severity) -> int:
    return severity.rank


def _by_severity(card: RuleCard) -> tuple[int, str]:
    return card.severity.rank, card.id


def _ungraded(name: str, known: set[str], graded: set[str]) -> str:
    if name in known:
        return f"`{name}` has no severity of its own; give one to a fault, such as name-misspelt"
    return unknown("rule", name, graded)
