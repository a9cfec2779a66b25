"""The report for line-wise programs: one finding a line."""

from __future__ import annotations

from consistency.model import Report
from consistency.report.json import dump, finding_object
from consistency.report.options import RenderOptions
from consistency.report.order import worst_first

__all__ = ["render_jsonl"]


def render_jsonl(report: Report, options: RenderOptions) -> str:
    """One JSON object a line, worst first; empty where nothing was found."""
    return "".join(dump(finding_object(finding)) + "\n" for finding in worst_first(report.findings))
