"""The order, the names and the places of findings, the same in every format."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import quote

from consistency.model import Finding, Location, Report, RuleCard, Severity
from consistency.report.safe import one_line, shorten

__all__ = [
    "all_rules",
    "end_of",
    "evidence",
    "file_path",
    "file_uri",
    "plain_fingerprint",
    "unique_fingerprints",
    "worst_first",
]

_NOT_PLAIN = re.compile(r"[^0-9A-Za-z_-]+")
_QUOTE = 240


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then confidence, then place."""
    return sorted(findings, key=_badness)


def _badness(finding: Finding) -> tuple[object, ...]:
    first = finding.locations[0]
    place = (first.document, first.start, first.end)
    others = tuple((one.document, one.start, one.end) for one in finding.locations[1:])
    names = (finding.rule, finding.fingerprint, finding.message, finding.why, others)
    return (finding.severity.rank, finding.confidence.rank, *place, *names)


def plain_fingerprint(finding: Finding) -> str:
    """The fingerprint with letters, digits, - and _ only, fit for a link."""
    return _NOT_PLAIN.sub("-", finding.fingerprint) or "finding"


def unique_fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One name for each finding, in order; a second of the same fingerprint ends in ``-2``."""
    taken: set[str] = set()
    next_number: dict[str, int] = {}
    names = []
    for finding in findings:
        plain = plain_fingerprint(finding)
        name = plain
        while name in taken:
            next_number[plain] = next_number.get(plain, 1) + 1
            name = f"{plain}-{next_number[plain]}"
        taken.add(name)
        names.append(name)
    return names


def end_of(location: Location) -> tuple[int, int]:
    """Line and column of a place's end: 1-based, code points, the column exclusive."""
    rows = location.quote.split("\n")
    if len(rows) == 1:
        return location.line, location.column + len(rows[0])
    return location.line + len(rows) - 1, len(rows[-1]) + 1


def file_path(base: str, document: str) -> str:
    """An article's file seen from the working directory, in POSIX form."""
    return posixpath.normpath(posixpath.join(base, document))


def file_uri(base: str, document: str) -> str:
    """The same as a URI reference; an absolute path becomes a ``file:`` URI."""
    path = file_path(base, document)
    escaped = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{escaped}" if path.startswith("/") else escaped


def evidence(finding: Finding) -> list[str]:
    """The places, reasons and suggestion of a finding, a line each."""
    lines = []
    for number, place in enumerate(finding.locations):
        where = f"{one_line(place.document)}:{place.line}:{place.column}"
        told = shorten(one_line(place.quote), _QUOTE)
        lines.append(f"{'compared' if number else 'flagged'} {where} «{told}»")
    lines += [f"{number}. {one_line(step)}" for number, step in enumerate(finding.why, 1)]
    if finding.suggestion:
        lines.append(one_line(finding.suggestion))
    return lines


def all_rules(report: Report) -> list[RuleCard]:
    """The rules of a report by name, and a bare card for a rule that found something without one."""
    cards = {rule.id: rule for rule in report.rules}
    for finding in worst_first([*report.findings, *report.silenced]):
        cards.setdefault(finding.rule, _bare_card(finding.rule, finding.kind, finding.severity))
    return [cards[name] for name in sorted(cards)]


def _bare_card(name: str, kind: str, severity: Severity) -> RuleCard:
    return RuleCard(name, kind, severity, title=name.replace("-", " "), why="")
