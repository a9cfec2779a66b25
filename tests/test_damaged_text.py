"""Lost spaces, copies and broken encodings: how loud each is told."""

from __future__ import annotations

import pytest

from consistency.model import Finding, Severity
from consistency.pipeline import Street, findings_of


def told(street: Street, rule: str, text: str) -> list[Finding]:
    rules = [r for r in street.rulebook.rules if r.id == rule]
    return [finding for finding in findings_of(rules, [text], street) if finding.rule == rule]


def severities(findings: list[Finding]) -> list[Severity]:
    return [finding.severity for finding in findings]


VISIT = "وصل الوزير مع وفد كبير إلى العاصمة.{gap}وقال في المطار إن الزيارة ناجحة. وغادر الوفد في المساء بعد لقاء الرئيس."


def test_a_lost_space_behind_a_full_stop_is_typesetting(street: Street) -> None:
    (finding,) = told(street, "missing-space", VISIT.format(gap=""))
    assert finding.severity is Severity.INFO
    assert finding.locations[0].quote == "العاصمة.وقال"


def test_a_lost_space_that_another_article_keeps_is_a_damaged_copy(street: Street) -> None:
    rules = [r for r in street.rulebook.rules if r.id == "missing-space"]
    (finding,) = findings_of(rules, [VISIT.format(gap=""), VISIT.format(gap="\n")], street)
    assert finding.severity is Severity.WARNING
    assert [place.quote for place in finding.locations] == ["العاصمة.وقال", "العاصمة.\nوقال"]


def test_a_lost_space_in_every_article_is_no_damage_of_one_copy(street: Street) -> None:
    rules = [r for r in street.rulebook.rules if r.id == "missing-space"]
    findings = findings_of(rules, [VISIT.format(gap=""), VISIT.format(gap="")], street)
    assert severities(findings) == [Severity.INFO, Severity.INFO]


def test_an_article_without_spaces_behind_its_stops_is_told_once(street: Street) -> None:
    text = "وصل الوزير إلى العاصمة.وقال إن الزيارة ناجحة.وأضاف أن الوفد كبير.وغادر الوفد في المساء."
    (finding,) = told(street, "missing-space", text)
    assert finding.severity is Severity.INFO
    assert len(finding.locations) == 3


def test_words_of_one_sentence_run_together_are_told_once(street: Street) -> None:
    text = "قصفت القوات المدينةفي الصباح، وقالت الوزارةإن القصف توقف، ودخلت المساعدات من بوابةالمعبر."
    (finding,) = told(street, "joined-words", text)
    assert finding.severity is Severity.INFO
    assert [place.quote for place in finding.locations] == ["المدينةفي", "الوزارةإن", "بوابةالمعبر"]
    assert told(street, "run-together-text", text) == []


@pytest.mark.parametrize("joined", ["الهوليداي", "أبلغوهم", "عبدالله", "المجرورات", "ووصلوها", "عنفوانه"])
def test_long_words_are_not_taken_apart(street: Street, joined: str) -> None:
    text = f"قال المتحدث إن {joined} في المدينة."
    assert told(street, "run-together-text", text) == []
    assert told(street, "joined-words", text) == []


LEAD = "أقر البرلمان اليوم موازنة العام الجديد بأغلبية كبيرة بعد نقاش دام أسبوعين كاملين."


def test_a_lead_below_itself_is_a_slip_and_a_standfirst_a_habit(street: Street) -> None:
    slip = f"البرلمان يقر الموازنة\n\n{LEAD}\n{LEAD}\nوقال رئيس اللجنة المالية إن العجز انخفض إلى النصف."
    habit = f"البرلمان يقر الموازنة\n\n{LEAD}\n\nالبرلمان يقر الموازنة\n\n{LEAD}\nوقال رئيس اللجنة إن العجز انخفض."
    assert severities(told(street, "repeated-paragraph", slip)) == [Severity.WARNING]
    assert told(street, "repeated-paragraph", habit) == []


def test_paragraphs_printed_twice_in_a_row_are_told_once(street: Street) -> None:
    body = [
        "وقال رئيس اللجنة المالية إن العجز انخفض إلى النصف.",
        "وأضاف النائب أن الحكومة ستقدم خطة جديدة للضرائب.",
        "ويجتمع البرلمان مرة أخرى يوم الخميس لمناقشة التعديلات.",
    ]
    text = "\n".join(["البرلمان يقر الموازنة", LEAD, *body, *body])
    (finding,) = told(street, "repeated-paragraph", text)
    assert [place.quote for place in finding.locations] == ["\n".join(body)] * 2


def test_mojibake_is_told_with_what_it_should_say(street: Street) -> None:
    right = "وصل الوزير إلى المدينة في الصباح"
    for broken in (right.encode().decode("latin-1"), right.encode("cp1256").decode("cp1252")):
        (finding,) = told(street, "broken-encoding", f"قالت الوكالة: {broken}")
        assert "وصل" in str(finding.why[0]) or "الوزير" in str(finding.why[0])
        assert finding.locations[0].quote in broken
