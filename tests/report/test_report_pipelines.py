"""The formats that pipelines read: SARIF, JUnit, GitHub, GitLab."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from consistency.model import Report, RuleCard, Severity
from consistency.report import FailOn, RenderOptions, render

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
NEWS = RenderOptions(base="news/may", version="1.2.3")


def sarif(report: Report, options: RenderOptions = NEWS) -> dict[str, Any]:
    """The one run of a SARIF log."""
    log = json.loads(render("sarif", report, options))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", ["desk", "clean", "empty", "hostile"])
def test_sarif_validates_against_the_official_schema(name: str, request: pytest.FixtureRequest) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="the SARIF schema needs jsonschema")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    log = json.loads(render("sarif", request.getfixturevalue(f"{name}_report"), NEWS))
    jsonschema.Draft4Validator(schema).validate(log)


def test_sarif_counts_columns_in_code_points_and_they_are_right_after_arabic_and_emoji(
    desk_report: Report,
) -> None:
    run = sarif(desk_report)
    assert run["columnKind"] == "unicodeCodePoints"
    texts = {f"news/may/{article.id}": article.text.split("\n") for article in desk_report.articles}
    places = [
        place for result in run["results"] for place in [*result["locations"], *result["relatedLocations"]]
    ]
    emoji = 0
    for place in places:
        physical = place["physicalLocation"]
        region, rows = physical["region"], texts[physical["artifactLocation"]["uri"]]
        if region["startLine"] == region["endLine"]:
            row = rows[region["startLine"] - 1]
            assert row[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]
            emoji += "🎉" in row[: region["startColumn"]]
        else:
            assert rows[region["endLine"] - 1][: region["endColumn"] - 1].endswith("الجمهور.")
    assert emoji == 1


def test_sarif_carries_our_fingerprint_and_the_other_places(desk_report: Report) -> None:
    result = sarif(desk_report)["results"][0]
    assert result["partialFingerprints"] == {"consistency/v1": "aa01"}
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2, 3, 4, 5]


def test_sarif_results_point_at_their_rules(desk_report: Report) -> None:
    run = sarif(desk_report)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(rule["help"]["text"] for rule in rules)


def test_sarif_rules_help_with_an_example_of_each_kind(desk_report: Report) -> None:
    help = {rule["id"]: rule["help"]["text"] for rule in sarif(desk_report)["tool"]["driver"]["rules"]}
    assert help["name-misspelt"] == (
        "A name is misspelt. A reader takes two spellings for two people.\n\n"
        "Flagged: افتتحت ليلى المنصورري الجسر.\n\nNot flagged: افتتحت ليلى المنصوري الجسر."
    )


def test_sarif_levels_follow_severity(desk_report: Report) -> None:
    levels = [result["level"] for result in sarif(desk_report)["results"] if "suppressions" not in result]
    assert levels == ["error", "error", "warning", "warning", "note"]


def test_a_silenced_finding_is_a_suppressed_result(desk_report: Report) -> None:
    suppressed = [result for result in sarif(desk_report)["results"] if "suppressions" in result]
    assert [result["partialFingerprints"]["consistency/v1"] for result in suppressed] == ["ff06"]


def test_an_unreadable_article_makes_the_sarif_run_unsuccessful(
    desk_report: Report, clean_report: Report
) -> None:
    invocation = sarif(desk_report)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "holds a NUL" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert sarif(clean_report)["invocations"][0]["executionSuccessful"] is True


def test_sarif_messages_cannot_hold_links_or_placeholders(hostile_report: Report) -> None:
    text = sarif(hostile_report)["results"][0]["message"]["text"]
    assert "{{0}}" in text
    assert r"\[a](http://x)" in text
    assert not re.search(r"(?<!\\)\[[^\[\]]*\]\(", text)


@pytest.mark.parametrize(
    ("base", "document", "uri"),
    [
        ("", "a b/ملف.txt", "a%20b/%D9%85%D9%84%D9%81.txt"),
        ("../news", "x:1%.txt", "../news/x%3A1%25.txt"),
        (".", "x.txt", "x.txt"),
        ("news", "/far/x.txt", "file:///far/x.txt"),
        ("", "odd\udcff.txt", "odd%FF.txt"),
    ],
)
def test_sarif_names_files_by_escaped_uri(desk_report: Report, base: str, document: str, uri: str) -> None:
    finding = desk_report.findings[4]
    moved = replace(finding, locations=(replace(finding.locations[0], document=document),))
    run = sarif(replace(desk_report, findings=(moved,)), RenderOptions(base=base))
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def junit(report: Report, fail_on: FailOn = "error") -> ET.Element:
    return ET.fromstring(render("junit", report, RenderOptions(fail_on)))


def test_junit_has_a_case_for_each_rule_and_article(desk_report: Report) -> None:
    cases = [(case.get("classname"), case.get("name")) for case in junit(desk_report).iter("testcase")]
    assert len(cases) == len(set(cases)) == 5 * 6 + 1
    assert ("valley.txt", "number-conflict") in cases


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 2), ("warning", 4), ("info", 5), ("never", 0)])
def test_junit_fails_what_the_gate_stops(desk_report: Report, fail_on: FailOn, failures: int) -> None:
    root = junit(desk_report, fail_on)
    assert len(root.findall("testsuite/testcase/failure")) == failures
    assert root.get("failures") == str(failures)
    told = len(root.findall("testsuite/testcase/system-out"))
    assert told + failures == 5


@pytest.mark.parametrize("name", ["desk", "clean", "empty", "crowded", "hostile"])
def test_junit_validates_against_its_schema(name: str, request: pytest.FixtureRequest) -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="the JUnit schema needs xmlschema")
    text = render("junit", request.getfixturevalue(f"{name}_report"), NEWS)
    xmlschema.XMLSchema(SCHEMA.parent / "junit-10.xsd").validate(text)


def test_junit_counts_add_up(desk_report: Report) -> None:
    root = junit(desk_report)
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))


def test_junit_tells_an_unreadable_article_as_an_error(desk_report: Report) -> None:
    (error,) = junit(desk_report).iter("error")
    assert "holds a NUL" in (error.get("message") or "")


def test_junit_puts_several_findings_of_a_rule_in_one_failure(crowded_report: Report) -> None:
    failures = list(junit(crowded_report).iter("failure"))
    assert len(failures) == 2
    assert (failures[0].text or "").count("fingerprint ") == 100


def test_junit_stays_well_formed_with_hostile_text(hostile_report: Report) -> None:
    (failure,) = junit(hostile_report).iter("failure")
    assert "<script>" in (failure.get("message") or "")


def commands(report: Report, options: RenderOptions = NEWS) -> list[str]:
    return render("github", report, options).splitlines()


def test_github_has_a_command_for_each_finding_and_a_plain_summary(desk_report: Report) -> None:
    lines = commands(desk_report)
    assert [line.split(" ")[0] for line in lines[:-1]] == [
        "::error", "::error", "::warning", "::warning", "::notice", "::error",
    ]  # fmt: skip
    assert lines[-1].startswith("5 articles · ")


def test_a_github_command_names_file_line_columns_and_title(desk_report: Report) -> None:
    assert commands(desk_report)[0].startswith(
        "::error file=news/may/harbour.txt,line=2,endLine=2,col=26,endColumn=35,"
        "title=name-misspelt (confidence high)::المنصورري stands where"
    )


def test_a_github_command_over_several_lines_has_no_columns(desk_report: Report) -> None:
    line = next(line for line in commands(desk_report) if "unrelated-passage" in line)
    assert "line=6,endLine=8,title=" in line


def test_hostile_text_makes_no_github_command_of_its_own(hostile_report: Report) -> None:
    lines = commands(hostile_report)
    assert [line.startswith("::error file=news/may/a<b>") for line in lines] == [True, True, True, False]
    assert not lines[-1].startswith(("::", "##["))
    properties = lines[0].split("::")[1]
    assert "%3A" in properties
    assert "%2C" in properties
    assert properties.count(",") == 5


def test_gitlab_names_rule_severity_path_and_lines(desk_report: Report) -> None:
    issues = json.loads(render("gitlab", desk_report, NEWS))
    assert issues[3] == {
        "description": "The last lines of north.txt tell another story",
        "check_name": "unrelated-passage",
        "fingerprint": "dd04",
        "severity": "major",
        "location": {"path": "news/may/north.txt", "lines": {"begin": 6, "end": 8}},
    }


def test_gitlab_fingerprints_are_unique(crowded_report: Report) -> None:
    issues = json.loads(render("gitlab", crowded_report, NEWS))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 501


def test_a_rule_without_a_card_still_stands_among_the_rules(desk_report: Report) -> None:
    card = RuleCard("zz-rule", "x", Severity.INFO, "", "")
    rules = sarif(replace(desk_report, rules=(card,)))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules][-1] == "zz-rule"
    assert {"name-misspelt", "event-date-conflict"} <= {rule["id"] for rule in rules}
