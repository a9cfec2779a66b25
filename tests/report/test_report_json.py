"""The JSON report is a contract: these keys, no others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.model import Report
from consistency.report import RenderOptions, render
from consistency.report.json import _ESCAPED, dump
from tests.conftest import ROOT

SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))


def tree(report: Report) -> dict[str, Any]:
    return json.loads(render("json", report, RenderOptions(version="1.2.3")))  # type: ignore[no-any-return]


def test_the_top_has_four_keys_in_this_order(desk_report: Report) -> None:
    assert list(tree(desk_report)) == ["schema_version", "tool", "corpus", "findings"]


def test_the_tool_and_the_corpus_are_told_as_the_contract_says(desk_report: Report) -> None:
    told = tree(desk_report)
    assert told["tool"] == {"name": "consistency", "version": "1.2.3"}
    assert told["corpus"] == {
        "documents": 5,
        "claims": 10,
        "groups": 4,
        "unreadable": [
            {
                "document": "torn.txt",
                "reason": "is not text: it holds a NUL in its first line; export it again",
            }
        ],
        "compared_pairs": 9,
        "not_comparable": {"other_measure": 3, "other_time": 2},
    }


def test_a_finding_and_a_location_have_exactly_the_keys_of_the_contract(desk_report: Report) -> None:
    findings = tree(desk_report)["findings"]
    for finding in findings:
        assert " ".join(finding) == (
            "rule kind severity confidence message fingerprint locations why suggestion"
        )
        for location in finding["locations"]:
            assert list(location) == ["document", "start", "end", "line", "column", "quote"]


def test_a_location_leads_back_to_its_words(desk_report: Report) -> None:
    texts = {article.id: article.text for article in desk_report.articles}
    findings = tree(desk_report)["findings"]
    for place in (place for finding in findings for place in finding["locations"]):
        text = texts[place["document"]]
        assert text[place["start"] : place["end"]] == place["quote"]
        row = text.split("\n")[place["line"] - 1]
        assert row[place["column"] - 1 :].startswith(place["quote"].split("\n")[0])


def test_findings_stand_worst_first(crowded_report: Report) -> None:
    findings = tree(crowded_report)["findings"]
    ranks = [("error", "warning", "info").index(finding["severity"]) for finding in findings]
    assert ranks == sorted(ranks)
    assert len(ranks) == 500


def test_a_silenced_finding_is_no_finding(desk_report: Report) -> None:
    assert "ff06" not in render("json", desk_report)


def test_jsonl_has_a_line_for_each_finding_equal_to_the_one_in_json(desk_report: Report) -> None:
    lines = render("jsonl", desk_report).splitlines()
    assert [json.loads(line) for line in lines] == tree(desk_report)["findings"]


def test_jsonl_of_a_clean_corpus_is_empty(clean_report: Report) -> None:
    assert render("jsonl", clean_report) == ""


def test_hostile_text_comes_back_whole_and_on_one_line(hostile_report: Report) -> None:
    lines = render("jsonl", hostile_report).splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["message"] == hostile_report.findings[0].message
    assert json.loads(lines[0])["locations"][0]["document"] == hostile_report.articles[0].id


def test_a_name_of_odd_bytes_survives_as_an_escape(desk_report: Report) -> None:
    broken = replace(desk_report.findings[0], message="torn \udcff name")
    text = render("json", replace(desk_report, findings=(broken,)))
    assert r"torn \udcff name" in text
    assert json.loads(text)["findings"][0]["message"] == "torn \udcff name"


def test_the_published_schema_names_exactly_the_keys_that_are_written(desk_report: Report) -> None:
    told = tree(desk_report)
    finding, corpus = told["findings"][0], told["corpus"]
    written = [
        (SCHEMA, told),
        (SCHEMA["properties"]["tool"], told["tool"]),
        (SCHEMA["properties"]["corpus"], corpus),
        (SCHEMA["properties"]["corpus"]["properties"]["unreadable"]["items"], corpus["unreadable"][0]),
        (SCHEMA["$defs"]["finding"], finding),
        (SCHEMA["$defs"]["location"], finding["locations"][0]),
    ]
    for schema, value in written:
        assert list(schema["properties"]) == schema["required"] == list(value)
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize("name", ["desk", "clean", "empty", "crowded", "hostile"])
def test_a_report_validates_against_the_published_schema(name: str, request: pytest.FixtureRequest) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="validating needs jsonschema")
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(tree(request.getfixturevalue(f"{name}_report")))


@given(
    tree=st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53), 2**53)
        | st.text(st.characters(codec=None), max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=8,
    )
)
def test_the_indented_text_is_that_of_the_standard_library(tree: Any) -> None:
    told = json.dumps(tree, ensure_ascii=False, indent=2)
    assert json.loads(dump(tree, indent=2)) == tree
    assert dump(tree, indent=2) == _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", told)
