"""Which way a text runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.report.direction import is_arabic, runs, speaks_arabic


@given(st.text(max_size=60), st.booleans())
def test_the_runs_of_a_sentence_are_the_sentence(text: str, arabic: bool) -> None:
    assert "".join(run.text for run in runs(text, arabic)) == text


def test_a_foreign_run_holds_whole_words_with_what_joins_them() -> None:
    found = [run.text for run in runs("the name «ليلى سالم» and ليلى، سالم too", arabic=False) if run.foreign]
    assert found == ["ليلى سالم", "ليلى، سالم"]


def test_a_quotation_of_the_other_direction_is_one_run_with_its_numbers() -> None:
    found = [(run.text, run.foreign) for run in runs("story: «يوم النصر.. 9 مايو» now", arabic=False)]
    assert found == [
        ("story: ", False),
        ("«", False),
        ("يوم النصر.. 9 مايو", True),
        ("»", False),
        (" now", False),
    ]


def test_a_quotation_of_the_same_direction_is_no_run() -> None:
    assert [run.text for run in runs("say «the bridge of ليلى» here", arabic=False) if run.foreign] == [
        "ليلى"
    ]


def test_letters_decide_the_direction_of_a_text() -> None:
    assert is_arabic("الجسر 12 km")
    assert not is_arabic("12 : 30")


@pytest.mark.parametrize(
    ("sentence", "language", "arabic"),
    [
        ("write «عبارة عربية طويلة جدا» here", "en", False),
        ("اكتب «a long English phrase» هنا", "ar", True),
        ("in the corpus: وانغ يي 4 · وانج يي 2 · وانغ اليي 1", "en", False),
        ("معجم الأماكن (القاعدة some-very-long-name-of-a-rule)", "ar", True),
        ("a title that a desk gave in English", "ar", False),
        ("عنوان وضعه قسم التحرير بالعربية", "en", True),
    ],
)
def test_a_sentence_of_the_tool_has_the_direction_of_its_own_words(
    sentence: str, language: str, arabic: bool
) -> None:
    assert speaks_arabic(sentence, language) == arabic  # type: ignore[arg-type]
