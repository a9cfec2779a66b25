"""Names that no rule lists: the story itself corrects them, and tells two persons apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from consistency.catalogue import Catalogue
from consistency.checks.name_rule import NameRule
from consistency.model import Finding
from consistency.pipeline import Street, check_paths
from tests.conftest import SEEDS

FindingsIn = Callable[..., list[Finding]]
SPELLING = ("name-slip", "name-of-nobody", "name-unknown-to-news", "spelling-slip", "name-mixed")


@pytest.fixture(scope="module")
def bare_street(street: Street) -> Street:
    """The shipped rules without the people and places of the five articles."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.iterdir()))
    named = {hit.rule.id for hit in street.catalogue.find(text) if hit.rule.entity in ("person", "place")}
    left = tuple(
        rule.model_copy(update={"within": tuple(w for w in rule.within if w not in named)})
        if isinstance(rule, NameRule)
        else rule
        for rule in street.rulebook.rules
        if not (isinstance(rule, NameRule) and rule.id in named)
    )
    assert len(named) > 20
    rulebook = replace(street.rulebook, rules=left)
    return replace(street, rulebook=rulebook, catalogue=Catalogue(rulebook.of(NameRule)))


@pytest.fixture(scope="module")
def bare_findings(bare_street: Street) -> list[Finding]:
    found = check_paths([SEEDS], bare_street).findings
    return [f for f in found if f.kind in ("spelling", "name") and f.severity != "info"]


@pytest.mark.parametrize(
    ("quote", "right", "severity"),
    [
        ("بوتن", "بوتين", "warning"),
        ("بينغ يانغ", "بيونغ يانغ", "error"),
        ("فلاديفستوك", "فلاديفوستوك", "warning"),
        ("فونج", "وانغ يي", "error"),
    ],
)
def test_the_slips_of_the_five_articles_are_found_without_their_entries(
    quote: str, right: str, severity: str, bare_findings: list[Finding]
) -> None:
    found = [f for f in bare_findings if quote in f.locations[0].quote]
    assert [f.severity for f in found] == [severity]
    assert right in found[0].message


def test_nothing_else_of_the_five_articles_is_a_slip_without_their_entries(
    bare_findings: list[Finding],
) -> None:
    assert len(bare_findings) == 4


HEAD = "تاريخ النشر: 2021-03-03\n"
MEETING = HEAD + "بحث {} مع وفد التجار أسعار القمح والذرة في مبنى الوزارة صباح الأحد."
TALKS = HEAD + "قال {} إن أسعار القمح والذرة التي بحثها مع وفد التجار في الوزارة لن ترتفع."
THANKS = HEAD + "وشكر وفد التجار {} على لقاء الوزارة وعلى بحث أسعار القمح والذرة."


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [
        (f.rule, f.severity, f.locations[0].quote)
        for f in findings
        if f.rule in SPELLING and f.severity != "info"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "severity"),
    [
        ("زوران ماركوفيتش", "زوران ماركوفتيش", "error"),
        ("كويسي أمبادو", "كويسي أمباددو", "warning"),
        ("راضي السويلمي", "راضي السويملي", "warning"),
        ("خورخي رودريغيز", "خورخي روردريغيز", "error"),
        ("تشوي مين سوك", "تشوي منين سوك", None),
    ],
)
def test_the_story_corrects_a_name_of_several_words(
    right: str, wrong: str, severity: str | None, findings_in: FindingsIn
) -> None:
    found = told(
        findings_in(
            MEETING.format(f"الوزير {right}"),
            TALKS.format(f"الوزير {wrong}"),
            THANKS.format(f"الوزير {right}"),
        )
    )
    assert found == ([("name-slip", severity, wrong)] if severity else [])


def test_an_article_corrects_itself(findings_in: FindingsIn) -> None:
    text = (
        MEETING.format("الوزير كويسي أمبادو")
        + "\nوقال كويسي أمباددو إن الأسعار لن ترتفع.\nوغادر أمبادو المكان."
    )
    assert told(findings_in(text)) == [("name-slip", "warning", "كويسي أمباددو")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سالم الحمدان", "سليم الحمدان"),
        ("فهد الرشيدي", "سعد الرشدي"),
        ("تشانغ وي", "كانغ وي"),
        ("ناصر الكعبي", "نصر الكعبي"),
        ("علي الزهراني", "علي الزهران"),
        ("زوران ماركوفيتش", "زوران ماركوفيتج"),
        ("زوران ماركوفيتش", "زوران ماركوفتش"),
        ("خورخي رودريغيز", "خورخي رودريغز"),
        ("مؤيد عبد الله", "مؤيد عبدالله"),
        ("هدى شعراوى", "هدى شعراوي"),
    ],
)
def test_two_persons_and_two_houses_are_no_slip(one: str, other: str, findings_in: FindingsIn) -> None:
    texts = [MEETING.format(f"الوزير {one}"), TALKS.format(f"الوزير {other}"), THANKS.format(f"الوزير {one}")]
    assert told(findings_in(*texts)) == []


def test_brothers_in_one_sentence_are_two(findings_in: FindingsIn) -> None:
    a = MEETING.format("التاجران كويسي أمبادو وكويسي أمباددو")
    assert told(findings_in(a, MEETING.format("التاجر كويسي أمبادو"))) == []


VISIT = HEAD + (
    "بحث وزير المالية النرويجي {person} مع محافظ المصرف المركزي أولاف هيرمانسن أسعار الفائدة في أوسلو.\n"
    "ويقوم السيد {short} بزيارة إلى البرتغال مدتها أسبوع لمناقشة صناعة السفن ومصانع الورق في الميناء.\n"
    "وقال هيرمانسن إن المصرف سيواصل التشاور{end}."
)
SAME_VISIT = HEAD + (
    "يبدأ وزير المالية النرويجي {person} زيارة إلى البرتغال مدتها أسبوع لمناقشة صناعة السفن ومصانع الورق."
)


def test_a_name_of_nobody_is_told_by_the_same_event(findings_in: FindingsIn) -> None:
    a = VISIT.format(person="باول سكرودسن", short="أوبونغا", end="")
    assert told(findings_in(a, SAME_VISIT.format(person="باول سكرودسن"))) == [
        ("name-of-nobody", "error", "أوبونغا")
    ]


def test_a_name_of_nobody_is_told_by_its_sound(findings_in: FindingsIn) -> None:
    found = told(findings_in(VISIT.format(person="وينغ هاكون", short="فينج", end="")))
    assert found == [("name-of-nobody", "error", "فينج")]


@pytest.mark.parametrize(
    ("short", "end"),
    [
        pytest.param("سكرودسن", "", id="surname"),
        pytest.param("باول", "", id="first-name"),
        pytest.param("سكروديسن", "", id="variant"),
        pytest.param("أوبونغا", " مع سكرودسن", id="minister-named-again"),
        pytest.param("أوبونغا", " مع نائبه فيليب أوبونغا", id="somebody-of-that-name"),
    ],
)
def test_a_short_form_of_somebody_is_nobody_else(short: str, end: str, findings_in: FindingsIn) -> None:
    a = VISIT.format(person="باول سكرودسن", short=short, end=end)
    found = told(findings_in(a, SAME_VISIT.format(person="باول سكرودسن")))
    assert not [one for one in found if one[0] == "name-of-nobody"]


def test_without_any_evidence_nobody_is_meant(findings_in: FindingsIn) -> None:
    assert told(findings_in(VISIT.format(person="باول سكرودسن", short="أوبونغا", end=""))) == []


def test_a_long_vowel_of_a_foreign_name_is_a_house_s_choice(findings_in: FindingsIn) -> None:
    texts = [MEETING.format("الوزير زوران ماركوفيتش"), TALKS.format("الوزير زوران ماركوفتش")]
    found = [f for f in findings_in(*texts) if f.kind == "spelling"]
    assert [(f.rule, f.severity) for f in found] == [("name-spellings", "info")]


def test_an_article_that_writes_a_foreign_name_in_two_ways_is_warned(findings_in: FindingsIn) -> None:
    text = MEETING.format("الوزير زوران ماركوفيتش") + "\nوقال زوران ماركوفتش إن الأسعار لن ترتفع."
    assert told(findings_in(text)) == [("name-slip", "warning", "زوران ماركوفتش")]


def test_the_order_of_the_articles_changes_nothing(findings_in: FindingsIn) -> None:
    texts = [
        MEETING.format("الوزير كويسي أمبادو"),
        TALKS.format("الوزير كويسي أمباددو"),
        THANKS.format("الوزير كويسي أمبادو"),
    ]
    assert told(findings_in(*texts)) == told(findings_in(*reversed(texts)))
