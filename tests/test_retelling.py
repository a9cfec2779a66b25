"""Conflicts between claims of one event that two articles tell in words of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consistency.model import Finding

FindingsIn = Callable[..., list[Finding]]
HEAD = "تاريخ النشر: 2021-03-03\n"
ONE = (
    "زار وزير الخارجية الصيني وانغ يي مدينة {place} يوم {day} وبحث مع نظيره سيرغي لافروف ملف أوكرانيا.\n"
    "وقال إن المحادثات كانت مثمرة."
)
OTHER = (
    "وصل رئيس الدبلوماسية الصينية وانغ يي {day} إلى {place} في زيارة يلتقي خلالها سيرغي لافروف لبحث الملف الأوكراني.\n"
    "وأضاف البيان أن الجانبين ناقشا التعاون."
)
SHIPS = (
    "وقعت شركة الساحل للملاحة عقدا مع مجموعة النهضة لبناء {count} سفن شحن في أحواض ينبع.\n"
    "وقال مدير الشركة إن السفن ستعمل على خطوط البحر الأحمر."
)
FLEET = (
    "وسعت شركة الساحل للملاحة أسطولها إذ أبرمت أمس مع مجموعة النهضة عقد بناء {count} سفن شحن جديدة.\n"
    "وأوضح مدير الشركة أن أحواض ينبع ستتسلم المخططات قريبا."
)


def conflicts(found: list[Finding]) -> list[tuple[str, str]]:
    return [(f.rule, f.severity.value) for f in found if f.kind == "claims"]


def test_two_days_of_one_visit_conflict(findings_in: FindingsIn) -> None:
    one, other = ONE.format(place="موسكو", day="الاثنين"), OTHER.format(place="موسكو", day="الثلاثاء")
    assert conflicts(findings_in(HEAD + one, HEAD + other)) == [("time-conflict", "warning")]


def test_one_day_in_two_wordings_is_none(findings_in: FindingsIn) -> None:
    one, other = ONE.format(place="موسكو", day="الاثنين"), OTHER.format(place="موسكو", day="الإثنين")
    assert conflicts(findings_in(HEAD + one, HEAD + other)) == []


def test_two_counts_of_one_contract_conflict(findings_in: FindingsIn) -> None:
    found = findings_in(HEAD + SHIPS.format(count="خمس"), HEAD + FLEET.format(count="سبع"))
    assert conflicts(found) == [("number-conflict", "warning")]


@pytest.mark.parametrize(
    "more",
    [
        " وكانت الشركة تسلمت سبع سفن العام الماضي.",
        " ووصف العقد بأنه الأكبر بعد عقد لبناء سبع سفن.",
    ],
)
def test_a_number_that_the_other_article_gives_as_well_is_none(more: str, findings_in: FindingsIn) -> None:
    found = findings_in(HEAD + SHIPS.format(count="خمس") + more, HEAD + FLEET.format(count="سبع"))
    assert conflicts(found) == []


def test_a_count_of_another_day_in_other_words_is_none(findings_in: FindingsIn) -> None:
    later = "تاريخ النشر: 2021-03-04\n" + FLEET.format(count="سبع")
    assert conflicts(findings_in(HEAD + SHIPS.format(count="خمس"), later)) == []


def test_a_plan_and_what_came_of_it_are_none(findings_in: FindingsIn) -> None:
    plan = FLEET.replace("إذ أبرمت أمس", "وتعتزم أن تبرم").format(count="سبع")
    assert conflicts(findings_in(HEAD + SHIPS.format(count="خمس"), HEAD + plan)) == []


def test_order_of_sources_does_not_matter(findings_in: FindingsIn) -> None:
    one, other = HEAD + SHIPS.format(count="خمس"), HEAD + FLEET.format(count="سبع")
    there, back = (
        [{place.quote for place in f.locations} for f in findings_in(*texts) if f.kind == "claims"]
        for texts in ((one, other), (other, one))
    )
    assert there == back != []
