"""Whether the articles pass, in a sign and a word."""

from __future__ import annotations

from typing import NamedTuple

from consistency.model import Report
from consistency.report.options import FailOn

__all__ = ["Verdict", "verdict"]


class Verdict(NamedTuple):
    """What the first line of a report says."""

    good: bool
    sign: str
    key: str
    """Of the word that says it."""


def verdict(report: Report, fail_on: FailOn) -> Verdict:
    """No article passes where none was checked."""
    if report.gate(fail_on).failed:
        return Verdict(False, "✖", "gate_fails")
    if not report.articles:
        return Verdict(False, "▲", "nothing_checked")
    return Verdict(True, "✓", "gate_passes")
