"""Workflow commands, which GitHub shows as annotations on the lines of a change.

GitHub shows ten annotations of a kind for a step; the log and the other formats have them all.
"""

from __future__ import annotations

from collections.abc import Mapping

from consistency.model import Finding, Report, Severity
from consistency.report.options import RenderOptions
from consistency.report.order import end_of, evidence, file_path, worst_first
from consistency.report.safe import one_line, visible
from consistency.report.terminal import summary
from consistency.report.words import load_words

__all__ = ["render_github"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(report: Report, options: RenderOptions) -> str:
    """A command for each finding and for each article that could not be read, then the summary line."""
    lines = [_finding(finding, options.base) for finding in worst_first(report.findings)]
    for one in report.corpus.unreadable:
        properties = {"file": file_path(options.base, one.document), "title": "unreadable"}
        lines.append(_command("error", properties, one_line(one.reason)))
    lines.append(summary(report, load_words("en")))
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, base: str) -> str:
    place = finding.locations[0]
    end_line, end_column = end_of(place)
    properties: dict[str, object] = {"file": file_path(base, place.document), "line": place.line}
    properties["endLine"] = end_line
    if end_line == place.line:  # Columns have a meaning on one line only.
        properties |= {"col": place.column, "endColumn": end_column}
    properties["title"] = f"{one_line(finding.rule)} (confidence {finding.confidence.value})"
    message = "\n".join([one_line(finding.message), *evidence(finding)])
    return _command(_COMMANDS[finding.severity], properties, message)


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    told = ",".join(f"{key}={_property(visible(str(value)))}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
