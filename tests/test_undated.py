"""A corpus without dates: told once where most of its articles have none."""

from __future__ import annotations

import pytest

from consistency.model import Finding, Severity
from consistency.pipeline import Street, check_texts
from consistency.rulebook import load_rules

RULE = "missing-publication-date"
_TOWNS = ("المرفأ", "الجبل", "السهل", "الواحة", "النهر", "الغابة", "القلعة", "السوق", "الجسر", "المنارة")


@pytest.fixture(scope="module")
def street() -> Street:
    return Street.of(load_rules())


def undated(number: int) -> str:
    town = _TOWNS[number % len(_TOWNS)]
    return f"افتتاح مدرسة رقم {number}\n\nافتتح مدير التعليم أمس الأحد مدرسة رقم {number} في حي {town} بحضور الأهالي."


def told(texts: list[str], street: Street) -> list[Finding]:
    return [one for one in check_texts(texts, street).findings if one.rule == RULE]


def test_few_undated_articles_are_told_one_by_one(street: Street) -> None:
    assert len(told([undated(n) for n in range(5)], street)) == 5


def test_a_corpus_without_dates_is_told_once_with_every_article(street: Street) -> None:
    (found,) = told([undated(n) for n in range(30)], street)
    assert len({place.document for place in found.locations}) == 30
    assert found.severity is Severity.WARNING
    assert "30 articles" in found.message


def test_undated_articles_among_many_dated_ones_are_told_one_by_one(street: Street) -> None:
    dated = [f"{undated(n)}\n\nتاريخ النشر: 3 مارس 2021" for n in range(50)]
    assert len(told([*(undated(n) for n in range(50, 75)), *dated], street)) == 25
