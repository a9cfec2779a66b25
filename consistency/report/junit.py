"""JUnit XML: one testcase for each rule and article."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from consistency.model import Finding, Report, Severity
from consistency.report.options import FailOn, RenderOptions
from consistency.report.order import all_rules, evidence, worst_first
from consistency.report.safe import one_line, visible

__all__ = ["render_junit"]


def render_junit(report: Report, options: RenderOptions) -> str:
    """A suite for each article; what the gate would stop is a failure, the rest is told as output."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in worst_first(report.findings):
        found.setdefault((finding.locations[0].document, finding.rule), []).append(finding)
    rules = [rule.id for rule in all_rules(report)]
    documents = sorted({article.id for article in report.articles} | {document for document, _ in found})
    root = ET.Element("testsuites", name="consistency")
    for document in documents:
        suite = ET.SubElement(root, "testsuite", name=visible(document))
        for rule in rules:
            _case(suite, document, rule, found.get((document, rule), []), options.fail_on)
        _count(suite, len(rules))
    for one in report.corpus.unreadable:
        suite = ET.SubElement(root, "testsuite", name=visible(one.document))
        case = ET.SubElement(suite, "testcase", classname=visible(one.document), name="can be read", time="0")
        ET.SubElement(case, "error", message=one_line(one.reason), type="unreadable")
        _count(suite, 1)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _case(suite: ET.Element, document: str, rule: str, findings: list[Finding], fail_on: FailOn) -> None:
    case = ET.SubElement(suite, "testcase", classname=visible(document), name=visible(rule), time="0")
    stopped = [finding for finding in findings if _stops(finding, fail_on)]
    if stopped:
        failure = ET.SubElement(
            case, "failure", message=one_line(stopped[0].message), type=stopped[0].severity.value
        )
        failure.text = _told(stopped)
    others = [finding for finding in findings if finding not in stopped]
    if others:
        ET.SubElement(case, "system-out").text = _told(others)


def _stops(finding: Finding, fail_on: FailOn) -> bool:
    return fail_on != "never" and finding.severity.rank <= Severity(fail_on).rank


def _told(findings: list[Finding]) -> str:
    blocks = []
    for finding in findings:
        head = f"{finding.severity.value}: {one_line(finding.message)}"
        blocks.append("\n".join([head, *evidence(finding), f"fingerprint {one_line(finding.fingerprint)}"]))
    return "\n\n".join(blocks)


def _count(suite: ET.Element, tests: int) -> None:
    suite.set("tests", str(tests))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    suite.set("skipped", "0")
    suite.set("time", "0")
