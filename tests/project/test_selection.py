"""Which findings are told, and how bad they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consistency.errors import UsageError
from consistency.model import Confidence, Report, Severity
from consistency.selection import Selection


def rules_of(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(select=frozenset({"name-misspelt"})), {"name-misspelt"}),
        (Selection(select=frozenset({"gazetteer"})), {"place-misplaced"}),
        (Selection(select=frozenset({"wang-yi"}), ignore=frozenset({"name-variant"})), {"name-misspelt"}),
    ],
)
def test_select_takes_a_fault_a_kind_or_a_rule(
    seeds_report: Report, selection: Selection, wanted: set[str]
) -> None:
    assert rules_of(selection.applied(seeds_report)) == wanted


def test_ignored_kind_is_not_told(seeds_report: Report) -> None:
    told = Selection(ignore=frozenset({"name"})).applied(seeds_report)
    assert {finding.kind for finding in told.findings} == {f.kind for f in seeds_report.findings} - {"name"}
    assert not [card for card in told.rules if card.kind == "name"]


def test_min_confidence_leaves_the_less_sure_out(seeds_report: Report) -> None:
    told = Selection(min_confidence=Confidence.HIGH).applied(seeds_report)
    assert {finding.confidence for finding in told.findings} == {Confidence.HIGH}
    assert {f.fingerprint for f in told.findings} < {f.fingerprint for f in seeds_report.findings}


def test_severity_of_a_fault_is_overridden_in_findings_and_cards(seeds_report: Report) -> None:
    told = Selection(severity={"name-misspelt": Severity.INFO}).applied(seeds_report)
    assert {f.severity for f in told.findings if f.rule == "name-misspelt"} == {Severity.INFO}
    assert [card.severity for card in told.rules if card.id == "name-misspelt"] == [Severity.INFO]


def test_finding_that_its_rule_made_milder_stays_as_mild(seeds_report: Report) -> None:
    first = next(f for f in seeds_report.findings if f.rule == "missing-publication-date")
    mild = replace(seeds_report, findings=(replace(first, severity=Severity.INFO),))
    told = Selection(severity={"missing-publication-date": Severity.ERROR}).applied(mild)
    assert told.findings[0].severity is Severity.INFO


def test_misspelt_name_of_a_rule_is_refused_with_the_nearest_one() -> None:
    selection = Selection(
        select=frozenset({"name-mispelt"}), ignore=frozenset({"wang-y"}), severity={"wang-yi": Severity.INFO}
    )
    with pytest.raises(UsageError) as caught:
        selection.refuse_unknown({"name-misspelt", "wang-yi"}, {"name-misspelt"})
    assert str(caught.value).split("\n") == [
        "select: unknown rule `name-mispelt`; did you mean `name-misspelt`?",
        "ignore: unknown rule `wang-y`; did you mean `wang-yi`?",
        "severity: `wang-yi` has no severity of its own; give one to a fault, such as name-misspelt",
    ]


def test_report_touching_some_articles_keeps_whole_findings(seeds_report: Report) -> None:
    name = seeds_report.articles[0].id
    told = seeds_report.touching({name})
    assert told.findings
    assert all(any(place.document == name for place in f.locations) for f in told.findings)
    assert any(place.document != name for f in told.findings for place in f.locations)
    assert told.articles == seeds_report.articles
    assert seeds_report.touching(()).findings == ()
