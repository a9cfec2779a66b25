"""The report for programs: one JSON object (contract 1)."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from consistency.model import Corpus, Finding, Location, Report
from consistency.report.options import RenderOptions
from consistency.report.order import worst_first

__all__ = ["SCHEMA_VERSION", "dump", "finding_object", "render_json"]

SCHEMA_VERSION = 1
# A line separator or NEL inside a string would end the line for many readers of JSON lines, and an override
# of the direction would reorder what a terminal shows.
_ESCAPED = re.compile("[\ud800-\udfff\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def render_json(report: Report, options: RenderOptions) -> str:
    """One JSON object; findings worst first."""
    tree = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "consistency", "version": options.version},
        "corpus": _corpus_object(report.corpus),
        "findings": [finding_object(finding) for finding in worst_first(report.findings)],
    }
    return dump(tree, indent=2) + "\n"


def dump(tree: object, indent: int | None = None) -> str:
    """JSON with letters as they are; lone surrogates, controls and line separators stay escapes."""
    text = _indented(tree, indent) if indent else json.dumps(tree, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _indented(tree: object, indent: int) -> str:
    """The same text as the standard library gives, which indents four times as slowly."""
    try:
        return to_json(tree, indent=indent).decode("utf-8")
    except PydanticSerializationError:  # a lone surrogate, which is in no encoding
        return json.dumps(tree, ensure_ascii=False, indent=indent)


def _corpus_object(corpus: Corpus) -> dict[str, Any]:
    return {
        "documents": corpus.documents,
        "claims": corpus.claims,
        "groups": corpus.groups,
        "unreadable": [{"document": one.document, "reason": one.reason} for one in corpus.unreadable],
        "compared_pairs": corpus.compared_pairs,
        "not_comparable": dict(sorted(corpus.not_comparable.items())),
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding with the keys that the contract names, no others."""
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "locations": [_location_object(location) for location in finding.locations],
        "why": list(finding.why),
        "suggestion": finding.suggestion,
    }


def _location_object(location: Location) -> dict[str, Any]:
    return {
        "document": location.document,
        "start": location.start,
        "end": location.end,
        "line": location.line,
        "column": location.column,
        "quote": location.quote,
    }
