"""Rare words and forms that are one letter away from a name, and no slips for it."""

from __future__ import annotations

import pytest

from consistency.model import Finding, Severity
from consistency.pipeline import Street, check_texts


def spelling(street: Street, *texts: str) -> list[Finding]:
    return [f for f in check_texts(list(texts), street).findings if f.kind in ("name", "spelling")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "زار الوفد أوغندا ثم عاد. وقال السفير إن في المعسكر جنديا أوغنديا واحدا.",
            id="adjective-in-accusative",
        ),
        pytest.param("سكن شمال غينيا، ثم درس الفروق بينها جينيًا في جامعة المدينة.", id="adverb-with-tanween"),
        pytest.param("رست السفينة في ميناء العقبة، ونزل الركاب إلى مدينة العقبة صباحا.", id="port-and-city"),
        pytest.param("جمع الملك أقاليم الأندلس تحت حكمه بعد حرب طويلة.", id="other-kind-of-place"),
        pytest.param("عقد اللقاء في فرنكفورت. وعاد الوفد من فرنكفورت مساء.", id="spelling-of-a-house"),
    ],
)
def test_another_word_or_form_is_no_slip_of_a_place(text: str, street: Street) -> None:
    assert [f.message for f in spelling(street, text) if f.severity != "info"] == []


def test_a_foreign_long_vowel_that_an_article_keeps_to_is_its_house_style(street: Street) -> None:
    text = "وصل الوفد إلى سبرنغفيلد مساء. وتقع سبرنغفيلد قرب النهر."
    assert {f.severity for f in spelling(street, text)} <= {Severity.INFO}


def test_a_word_behind_a_full_stop_corrects_none_before_it(street: Street) -> None:
    rain = "اشتهرت القرية بالزراعة الديمية. ونظرا لقلة المطر رحل السكان."
    faith = "وكفل الدستور حرية المعتقدات الدينية ونظرا لتنوع السكان زاد التسامح."
    assert [f.message for f in spelling(street, f"{rain}\n{faith}") if f.severity != "info"] == []


@pytest.mark.parametrize(
    "texts",
    [
        (
            "تعاون المسيحيون المشرقيون مع جيرانهم في بناء الجسر القديم.",
            "لعب المسيحيون الشرقيون دورا كبيرا في النهضة، وبنوا الجسر القديم.",
        ),
        (
            "تضع وزارة التعليم الضوابط ونشترك معها في المراقبة، كما قال رئيس الهيئة.",
            "تضع الهيئة الضوابط وتشترك معها في المراقبة أربع جامعات.",
        ),
    ],
    ids=["an ending", "another person of a verb"],
)
def test_a_rare_word_that_is_formed_from_a_known_one_is_an_info_at_most(
    texts: tuple[str, str], street: Street
) -> None:
    assert {f.severity for f in spelling(street, *texts)} <= {Severity.INFO}
