"""Conflicts between articles: what is one, what is none, and that the order of sources does not matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.model import Finding

FindingsIn = Callable[..., list[Finding]]
HEAD = "تاريخ النشر: 2021-03-03\n"
BODY = "أعلنت وزارة الصحة في بيان لها أن {} أصيبوا بالتسمم في مصنع النسيج بمدينة المحلة يوم {} وأن العلاج {}."


def article(count: str = "15 عاملا", day: str = "الاثنين", state: str = "بدأ", head: str = HEAD) -> str:
    return head + BODY.format(count, day, state)


def conflicts(findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if f.kind == "claims"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"count": "12 عاملا"}, "number-conflict"),
        ({"count": "اثني عشر عاملا"}, "number-conflict"),
        ({"day": "الثلاثاء"}, "time-conflict"),
        ({"state": "انتهى"}, "opposite-words"),
        ({"state": "لم يبدأ"}, "polarity-conflict"),
    ],
)
def test_one_changed_value_is_a_conflict(change: dict[str, str], rule: str, findings_in: FindingsIn) -> None:
    found = conflicts(findings_in(article(), article(**change)))
    assert [f.rule for f in found] == [rule]
    assert found[0].severity == "warning"


@pytest.mark.parametrize(
    "change",
    [{"count": "خمسة عشر عاملا"}, {"count": "أكثر من عشرة عمال"}, {"day": "الإثنين"}, {"state": "انطلق"}],
    ids=["words", "at-least", "hamza", "synonym"],
)
def test_other_wording_is_none(change: dict[str, str], findings_in: FindingsIn) -> None:
    assert conflicts(findings_in(article(), article(**change))) == []


def test_count_of_another_day_is_an_info(findings_in: FindingsIn) -> None:
    later = article(count="19 عاملا", head="تاريخ النشر: 2021-03-04\n")
    assert [f.severity for f in conflicts(findings_in(article(), later))] == ["info"]


def test_order_of_sources_does_not_matter(findings_in: FindingsIn) -> None:
    one, other = article(), article(count="12 عاملا", day="الثلاثاء")

    def told(findings: list[Finding]) -> set[tuple[str, frozenset[str]]]:
        return {(f.rule, frozenset(place.quote for place in f.locations)) for f in conflicts(findings)}

    assert told(findings_in(one, other)) == told(findings_in(other, one))


def test_odd_source_among_four_is_one_finding_and_flagged(findings_in: FindingsIn) -> None:
    texts = [article(), article(), article(count="12 عاملا"), article()]
    found = conflicts(findings_in(*texts))
    assert len(found) == 1
    assert found[0].locations[0].document == "3.txt"
