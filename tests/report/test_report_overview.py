"""The matrix, the timeline and the short names."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from consistency.model import (
    Article,
    Claim,
    ClaimGroup,
    Comparison,
    Document,
    PublicationDate,
    Report,
    TimeSlot,
)
from consistency.report.naming import period, publication, short_names
from consistency.report.order import unique_fingerprints, worst_first
from consistency.report.overview import Overview, build_overview
from consistency.report.timeline import build_timeline
from consistency.report.words import load_words

ENGLISH = load_words("en")


def overview(report: Report, most: int = 40) -> Overview:
    findings = worst_first(report.findings)
    return build_overview(report, dict(zip(unique_fingerprints(findings), findings, strict=True)), most)


def states(report: Report, label: str) -> dict[str, str]:
    row = next(row for row in overview(report).rows if label in row.label)
    return {document: f"{cell.state} {cell.value}".strip() for document, cell in row.cells.items()}


def test_the_odd_article_of_a_fact_differs_with_its_value_and_the_others_agree(desk_report: Report) -> None:
    assert states(desk_report, "يوم الخميس المقبل") == {
        "coast.txt": "differs السبت 7 مايو",
        "desk-en.txt": "agrees",
        "harbour.txt": "agrees الخميس المقبل",
        "north.txt": "agrees الخميس 5 مايو",
    }


def test_a_pair_that_could_not_be_compared_says_why(desk_report: Report) -> None:
    assert states(desk_report, "كلفته")["valley.txt"] == "uncompared other_measure"


def test_a_fact_of_one_article_has_no_row(desk_report: Report) -> None:
    assert not any("الميناء بنحو ساعة" in row.label for row in overview(desk_report).rows)


def test_findings_of_one_name_share_a_row(desk_report: Report) -> None:
    rows = [row for row in overview(desk_report).rows if row.kind == "spelling"]
    assert [sorted(row.findings) for row in rows] == [["aa01", "cc03"]]
    assert rows[0].cells["harbour.txt"].value == "المنصورري"
    assert rows[0].cells["coast.txt"].state == "says"


def test_the_row_of_a_name_is_called_by_a_form_that_nobody_flags(desk_report: Report) -> None:
    finding = desk_report.findings[1]
    pair = replace(finding, locations=finding.locations[:2])
    assert [row.label for row in overview(replace(desk_report, findings=(pair,), groups=())).rows] == [
        "المنصوري"
    ]


def test_an_unrelated_passage_stands_in_its_article_only(desk_report: Report) -> None:
    assert states(desk_report, "فريق الساحل") == {"north.txt": "only"}


def test_rows_with_errors_come_first(desk_report: Report) -> None:
    ranks = [row.order for row in overview(desk_report).rows]
    assert ranks == sorted(ranks)
    assert ranks[0][0] == 0


def test_the_cap_of_rows_is_counted(desk_report: Report) -> None:
    short = overview(desk_report, most=2)
    assert (len(short.rows), short.left_out) == (2, 3)


def test_a_conflict_that_no_rule_flags_still_shows(desk_report: Report) -> None:
    report = replace(desk_report, findings=())
    assert states(report, "يوم الخميس المقبل")["coast.txt"] == "differs السبت 7 مايو"
    assert states(report, "يوم الخميس المقبل")["north.txt"] == "agrees"


def test_of_two_articles_in_conflict_only_the_flagged_one_differs(desk_report: Report) -> None:
    pair = Comparison("c1", "c2", "conflicts", "the days do not overlap", 0.81)
    report = replace(desk_report, groups=(ClaimGroup("g", ("c1", "c2"), (pair,)),))
    assert states(report, "السبت 7 مايو أمام") == {
        "coast.txt": "differs السبت 7 مايو",
        "north.txt": "says الخميس 5 مايو",
    }


def test_a_finding_about_another_fact_does_not_flag_this_one(desk_report: Report) -> None:
    finding = desk_report.findings[2]
    elsewhere = desk_report.findings[3].locations[0]
    other = replace(finding, locations=(finding.locations[0], elsewhere))
    (row,) = [r for r in overview(replace(desk_report, findings=(other,))).rows if "bb02" in r.findings]
    assert set(row.cells) == {"coast.txt", "north.txt"}
    assert row.label.startswith("قالت الوزيرة ليلى المنصوري إن جسر الوادي الكبير")


def test_articles_of_one_origin_share_a_row_that_links_to_the_finding(desk_report: Report) -> None:
    finding = replace(desk_report.findings[2], rule="shared-wire", kind="document")
    (row,) = [r for r in overview(replace(desk_report, findings=(finding,))).rows if r.kind == "origin"]
    assert {name: (cell.state, cell.finding) for name, cell in row.cells.items()} == dict.fromkeys(
        ("coast.txt", "harbour.txt", "north.txt"), ("origin", "bb02")
    )


def test_the_later_of_two_articles_updates_the_earlier_one(desk_report: Report) -> None:
    pair = Comparison("c8", "c9", "supersedes", "valley.txt is later", 0.9)
    group = replace(desk_report.groups[2], comparisons=(pair,))
    cells = states(replace(desk_report, groups=(group,)), "900")
    assert cells == {"harbour.txt": "later ويبلغ طول الجسر 900 متر", "valley.txt": "says"}


def test_a_conflict_that_no_group_tells_has_a_row_of_its_own(desk_report: Report) -> None:
    (row,) = [r for r in overview(replace(desk_report, groups=())).rows if "bb02" in r.findings]
    assert {name: (cell.state, cell.value) for name, cell in row.cells.items()} == {
        "coast.txt": ("differs", "السبت 7 مايو"),
        "harbour.txt": ("says", "الخميس المقبل"),
        "north.txt": ("says", "الخميس 5 مايو"),
    }


def test_what_a_group_is_compared_with_stands_in_its_row(desk_report: Report) -> None:
    group = replace(desk_report.groups[0], claims=("c1", "c3", "c4"))
    rows = overview(replace(desk_report, groups=(group, *desk_report.groups[1:]))).rows
    (row,) = [row for row in rows if "bb02" in row.findings]
    assert row.cells["coast.txt"].state == "differs"
    assert len(row.cells) == 4


def test_the_timeline_tells_publications_and_events_in_order(desk_report: Report) -> None:
    timeline = build_timeline(desk_report, ENGLISH, 8)
    assert [(moment.kind, moment.label, moment.documents) for moment in timeline.moments] == [
        ("published", "20 Apr – 2 May 2022", ("valley.txt",)),
        ("published", "3 May 2022", ("north.txt",)),
        ("published", "4 May 2022", ("harbour.txt",)),
        ("event", "5 May 2022", ("desk-en.txt", "harbour.txt", "north.txt")),
        ("event", "7 May 2022", ("coast.txt",)),
    ]
    assert timeline.undated == ("coast.txt", "desk-en.txt")


def test_labels_of_one_lane_never_cover_each_other(desk_report: Report) -> None:
    articles = tuple(
        Article(
            Document(f"{n}.txt", "x"),
            (),
            published=PublicationDate(f"2022-05-{n:02d}", f"2022-05-{n:02d}", True, ""),
        )
        for n in range(1, 13)
    )
    timeline = build_timeline(replace(desk_report, articles=articles), ENGLISH, 8)
    assert timeline.drawn
    for kind in ("published", "event"):
        for lane in range(12):
            lefts = sorted(one.left for one in timeline.moments if (one.kind, one.lane) == (kind, lane))
            assert all(after - before >= 15 for before, after in pairwise(lefts))
    assert all(0 <= one.left <= 85 and 0 <= one.point <= 100 for one in timeline.moments)


def test_events_beyond_the_cap_are_counted_and_the_most_told_stay(desk_report: Report) -> None:
    timeline = build_timeline(desk_report, ENGLISH, 1)
    assert timeline.left_out == 1
    assert [one.label for one in timeline.moments if one.kind == "event"] == ["5 May 2022"]


@pytest.mark.parametrize(
    "slot", [("bad", "worse"), ("2022-05-05T00:00:00", None), ("1900-01-01", "2022-01-01")]
)
def test_a_span_that_is_no_moment_is_left_out(desk_report: Report, slot: tuple[str, str | None]) -> None:
    claim = Claim("c", "north.txt", 0, 3, "افت", time=TimeSlot(slot[0], slot[1], "day", "x"))
    timeline = build_timeline(replace(desk_report, claims=(claim,)), ENGLISH, 8)
    assert all(moment.kind == "published" for moment in timeline.moments)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2023-09-18", "2023-09-18", "18 Sep 2023"),
        ("2023-09-18", "2023-09-21", "18–21 Sep 2023"),
        ("2023-09-18", "2023-10-02", "18 Sep – 2 Oct 2023"),
        ("2022-12-30", "2023-01-02", "30 Dec 2022 – 2 Jan 2023"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("9999-12-31", "9999-12-31", "31 Dec 9999"),
        ("soon", "soon", "soon"),
    ],
)
def test_a_span_of_days_is_told_shortly(first: str, last: str, told: str) -> None:
    assert period(first, last, ENGLISH) == told


def test_an_inferred_date_says_so() -> None:
    assert (
        publication(PublicationDate("2022-05-01", "2022-05-02", False, ""), ENGLISH)
        == "1–2 May 2022 (inferred)"
    )
    assert publication(None, ENGLISH) == "undated"


@pytest.mark.parametrize(
    ("documents", "names"),
    [
        (["000_c3.txt", "001_b1.txt"], ["000", "001"]),
        (["a/story-1.txt", "a/story-2.txt"], ["a/story-1", "a/story-2"]),
        (["same.txt", "same.html"], ["same.txt", "same.html"]),
        (["north.txt", "north-2.txt"], ["north.txt", "north-2"]),
        (["one.txt"], ["one"]),
    ],
)
def test_a_short_name_is_the_fewest_words_that_tell_articles_apart(
    documents: list[str], names: list[str]
) -> None:
    assert list(short_names(documents).values()) == names
