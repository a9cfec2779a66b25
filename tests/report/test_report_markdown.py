"""Markdown for a comment: short enough, and nothing in it is obeyed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.model import Report
from consistency.report import render
from consistency.report.markdown import BUDGET, escaped


def test_the_comment_opens_with_the_verdict(desk_report: Report) -> None:
    assert render("markdown", desk_report).startswith("## ✖ Gate fails: 2 errors, 2 warnings, 1 info\n")


def test_a_long_report_fits_and_tells_what_it_leaves_out(crowded_report: Report) -> None:
    text = render("markdown", crowded_report)
    shown = text.count("\n### ")
    assert len(text) < BUDGET + 200
    assert text.rstrip().endswith(
        f"{500 - shown} more findings are not shown here; they are in the JSON report."
    )


def test_a_short_report_leaves_nothing_out(desk_report: Report) -> None:
    text = render("markdown", desk_report)
    assert text.count("\n### ") == 5
    assert "not shown" not in text


def test_one_huge_finding_still_leaves_a_line_about_it(desk_report: Report) -> None:
    huge = replace(desk_report.findings[0], why=("word " * BUDGET,))
    text = render("markdown", replace(desk_report, findings=(huge,)))
    assert "1 more finding is not shown here; it is in the JSON report." in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](http://x)", r"\[a\](http\://x)"),
        ("`code` *x* _y_ ~z~", r"\`code\` \*x\* \_y\_ \~z\~"),
        ("@user and #12", r"\@<!-- -->user and \#<!-- -->12"),
        ("# head", r"\#<!-- --> head"),
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("two\nlines", "two lines"),
        ("a | b", r"a \| b"),
        (":smile: at 12:30", r"\:smile: at 12:30"),
        ("www.example.org", r"www\.example.org"),
        ("===", r"\==="),
        ("السيد سالم", "السيد سالم"),
    ],
)
def test_markdown_shows_a_text_as_it_is(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_no_line_of_a_hostile_report_is_markup_of_its_own(hostile_report: Report) -> None:
    lines = render("markdown", hostile_report).splitlines()
    heads = [line for line in lines if line.startswith("#")]
    assert [head[:12] for head in heads] == ["## ✖ Gate fa", "### ✖ error:", "### ✖ error:"]
    assert not [line for line in lines if line.startswith(("```", "::", "<script", "|"))]
    tags = ("<details>", "</details>", "<summary>", "</summary>", "<!-- -->")
    rest = "\n".join(lines)
    for tag in tags:
        rest = rest.replace(tag, "")
    assert "<" not in rest
