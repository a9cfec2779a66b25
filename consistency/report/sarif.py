"""SARIF 2.1.0 (OASIS), for code-scanning views."""

from __future__ import annotations

import re
from typing import Any

from consistency.model import Finding, Location, Report, RuleCard, Severity, SkippedDocument
from consistency.report.json import dump
from consistency.report.options import RenderOptions
from consistency.report.order import all_rules, end_of, evidence, file_uri, worst_first
from consistency.report.safe import one_line, visible

__all__ = ["render_sarif"]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def render_sarif(report: Report, options: RenderOptions) -> str:
    """One run with every rule; silenced findings are results with a suppression."""
    rules = all_rules(report)
    places = {rule.id: number for number, rule in enumerate(rules)}
    results = [_result(finding, places, options.base) for finding in worst_first(report.findings)]
    for finding in worst_first(report.silenced):
        suppression = {"kind": "external", "status": "accepted"}
        if finding.silence:
            suppression["justification"] = visible(finding.silence)
        results.append(_result(finding, places, options.base) | {"suppressions": [suppression]})
    driver = {"name": "consistency", "version": options.version, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.corpus.unreadable, options.base)],
        "results": results,
    }
    tree = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return dump(tree, indent=2) + "\n"


def _rule(rule: RuleCard) -> dict[str, Any]:
    title, why = rule.title or rule.id, rule.why or rule.title or rule.id
    return {
        "id": rule.id,
        "shortDescription": {"text": visible(title)},
        "fullDescription": {"text": visible(why)},
        "help": {"text": visible(_help(rule, title, why))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.kind]},
    }


def _help(rule: RuleCard, title: str, why: str) -> str:
    """What is wrong, why it matters, and an example of each kind."""
    parts = [f"{title}. {why}" if why != title else title]
    parts += [f"Flagged: {rule.flags}"] if rule.flags else []
    parts += [f"Not flagged: {rule.passes}"] if rule.passes else []
    return "\n\n".join(parts)


def _result(finding: Finding, places: dict[str, int], base: str) -> dict[str, Any]:
    flagged, *compared = finding.locations
    text = "\n".join([one_line(finding.message), *evidence(finding)])
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(text)},
        "locations": [_location(flagged, base)],
        "relatedLocations": [
            {"id": number, **_location(place, base), "message": {"text": "compared with"}}
            for number, place in enumerate(compared, 1)
        ],
        "partialFingerprints": {"consistency/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence.value, "kind": finding.kind},
    }


def _message(text: str) -> str:
    """Braces doubled and link brackets escaped: both have a meaning in SARIF messages (3.11.5, 3.11.6)."""
    return _LINK.sub(r"\\[", text.replace("{", "{{").replace("}", "}}"))


def _location(place: Location, base: str) -> dict[str, Any]:
    end_line, end_column = end_of(place)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": file_uri(base, place.document)},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": end_line,
                "endColumn": end_column,
                "snippet": {"text": place.quote},
            },
        }
    }


def _invocation(unreadable: tuple[SkippedDocument, ...], base: str) -> dict[str, Any]:
    """An article that could not be read makes the run incomplete."""
    return {
        "executionSuccessful": not unreadable,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": _message(visible(one.reason))},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": file_uri(base, one.document)}}}
                ],
            }
            for one in unreadable
        ],
    }
