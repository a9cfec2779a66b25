"""The code-quality JSON that GitLab shows beside a merge request."""

from __future__ import annotations

import hashlib
from typing import Any

from consistency.model import Report, Severity
from consistency.report.json import dump
from consistency.report.options import RenderOptions
from consistency.report.order import end_of, file_path, unique_fingerprints, worst_first
from consistency.report.safe import one_line, visible

__all__ = ["render_gitlab"]

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render_gitlab(report: Report, options: RenderOptions) -> str:
    """A JSON array: the findings, worst first, and every article that could not be read."""
    findings = worst_first(report.findings)
    issues: list[dict[str, Any]] = []
    for finding, fingerprint in zip(findings, unique_fingerprints(findings), strict=True):
        place = finding.locations[0]
        issues.append(
            {
                "description": one_line(finding.message),
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": _location(options.base, place.document, place.line, end_of(place)[0]),
            }
        )
    for one in report.corpus.unreadable:
        name = one.document.encode("utf-8", "surrogateescape")
        issues.append(
            {
                "description": one_line(f"cannot be read: {one.reason}"),
                "check_name": "unreadable",
                "fingerprint": hashlib.sha256(name).hexdigest(),
                "severity": "critical",
                "location": _location(options.base, one.document, 1, 1),
            }
        )
    return dump(issues, indent=2) + "\n"


def _location(base: str, document: str, begin: int, end: int) -> dict[str, Any]:
    return {"path": visible(file_path(base, document)), "lines": {"begin": begin, "end": end}}
