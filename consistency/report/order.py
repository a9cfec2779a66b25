"""The order and the names of findings, the same in every format."""

from __future__ import annotations

import re
from collections.abc import Iterable

from consistency.model import Finding, Location

__all__ = ["end_of", "plain_fingerprint", "unique_fingerprints", "worst_first"]

_NOT_PLAIN = re.compile(r"[^0-9A-Za-z_-]+")


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then confidence, then place."""
    return sorted(findings, key=_badness)


def _badness(finding: Finding) -> tuple[object, ...]:
    first = finding.locations[0]
    place = (first.document, first.start, first.end)
    return (finding.severity.rank, finding.confidence.rank, *place, finding.rule, finding.fingerprint)


def plain_fingerprint(finding: Finding) -> str:
    """The fingerprint with letters, digits, - and _ only, fit for a link."""
    return _NOT_PLAIN.sub("-", finding.fingerprint) or "finding"


def unique_fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One name for each finding, in order; a second of the same fingerprint ends in ``-2``."""
    taken: set[str] = set()
    names = []
    for finding in findings:
        plain = plain_fingerprint(finding)
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name)
        names.append(name)
    return names


def end_of(location: Location) -> tuple[int, int]:
    """Line and column of a place's end: 1-based, code points, the column exclusive."""
    rows = location.quote.split("\n")
    if len(rows) == 1:
        return location.line, location.column + len(rows[0])
    return location.line + len(rows) - 1, len(rows[-1]) + 1
