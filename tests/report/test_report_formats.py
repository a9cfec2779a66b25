"""What holds for every format, and a golden file for each."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from consistency.errors import UsageError
from consistency.model import Report
from consistency.report import FORMATS, FailOn, Language, RenderOptions, render

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {
    "text": "txt",
    "html": "html",
    "json": "json",
    "jsonl": "jsonl",
    "markdown": "md",
    "sarif": "sarif.json",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
}
OPTIONS = RenderOptions(version="1.2.3", base="news/may")


def same_as_golden(name: str, text: str) -> None:
    """Compare with the golden file; GOLDEN=write in the environment writes it anew."""
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_bytes().decode("utf-8")


def test_every_format_has_a_golden_file() -> None:
    assert set(SUFFIXES) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_golden_file(name: str, desk_report: Report) -> None:
    same_as_golden(f"report.{SUFFIXES[name]}", render(name, desk_report, OPTIONS))


@pytest.mark.parametrize("name", ["text", "html", "markdown"])
def test_a_format_for_people_writes_its_golden_file_in_arabic(name: str, desk_report: Report) -> None:
    text = render(name, desk_report, replace(OPTIONS, language="ar"))
    same_as_golden(f"report-ar.{SUFFIXES[name]}", text)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_the_same_bytes_twice(name: str, desk_report: Report) -> None:
    assert render(name, desk_report, OPTIONS) == render(name, desk_report, OPTIONS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_in_which_findings_arrive_does_not_matter(name: str, crowded_report: Report) -> None:
    findings = list(crowded_report.findings)
    random.Random(3).shuffle(findings)
    shuffled = replace(crowded_report, findings=tuple(findings[:100]))
    assert render(name, shuffled, OPTIONS) == render(
        name, replace(shuffled, findings=shuffled.findings[::-1]), OPTIONS
    )


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("fail_on", get_args(FailOn))
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report_name", ["desk", "clean", "empty", "hostile"])
def test_every_format_takes_every_report_and_option(
    name: str, report_name: str, fail_on: FailOn, language: Language, request: pytest.FixtureRequest
) -> None:
    report = request.getfixturevalue(f"{report_name}_report")
    options = RenderOptions(fail_on, no_articles=True, colour=True, language=language, version="1.2.3")
    text = render(name, report, options)
    assert text == "" or text.endswith("\n")
    text.encode("utf-8")  # A lone surrogate would raise here.


@pytest.mark.parametrize("name", ["text", "html", "markdown", "junit", "github"])
def test_no_control_or_direction_override_reaches_a_reader(name: str, hostile_report: Report) -> None:
    text = render(name, hostile_report, RenderOptions(version="1"))
    own = {"\u2068", "\u2069"} if name == "text" else set()
    harmful = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))}
    harmful |= {chr(code) for code in (*range(0x2066, 0x206A), 0x2028, 0x2029, 0xFFFE)}
    assert not (set(text) & (harmful - {"\n"} - own))


def test_the_isolates_of_the_terminal_text_are_its_own_and_paired(hostile_report: Report) -> None:
    for line in render("text", hostile_report).splitlines():
        assert line.count("\u2068") == line.count("\u2069") <= 1
        assert "\u2068" not in line or (line.startswith("    «\u2068") and line.endswith("\u2069»"))


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"unknown format «pdf»; known are github, gitlab, html"):
        render("pdf", None)  # type: ignore[arg-type]
