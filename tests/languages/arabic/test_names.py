"""Whether two spellings stand for one name."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.names import same_name, same_name_matrix, same_name_pairs

NAMES = st.text(alphabet="ابتجدرسشعغفقكلمنهوية أإ", max_size=14)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("كوبنهاغن", "كوبنهاجن"),
        ("هارولد ويلسون", "هارولد ولسون"),
        ("مارغريت تاتشر", "مارجريت تاتشر"),
        ("أنديرا غاندي", "انديرا غاندى"),
        ("هلموت كول", "هيلموت كول"),
        ("غورباتشوف", "جورباتشوف"),
        ("بريجنيف", "بريجينيف"),
        ("سان دييغو", "سان دييجو"),
        ("دينغ شياوبينغ", "دينغ شياو بينغ"),
        ("دينغ شياوبينغ", "دينج شياو بينج"),
        ("عبد الغفور", "عبدالغفور"),
        ("الزهراوي", "زهراوي"),
        ("محمد بن راشد", "محمد ابن راشد"),
        ("لي كوان يو", "لي يو"),
        ("بريجنيف", "برجينيف"),
        ("كيسنجر", "كيسنجرر"),
    ],
)
def test_spellings_of_one_name_score_half_or_more(a: str, b: str) -> None:
    assert same_name(a, b) >= 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("محمد", "محمود"),
        ("حسن", "حسين"),
        ("سعد", "سعيد"),
        ("عمر", "عمرو"),
        ("أحمد", "حمد"),
        ("سالم", "سليم"),
        ("نبيل", "نبيلة"),
        ("عباس", "عباسي"),
        ("عبد الرحمن", "عبد الرحيم"),
        ("عبدالرحمن", "عبد الرحيم"),
        ("طارق حسن", "طارق حسين"),
        ("وانغ", "كانغ"),
        ("تانغ وي", "يانغ وي"),
        ("فولوديمير", "فلاديمير"),
        ("غينيا", "غانا"),
        ("السودان", "جنوب السودان"),
        ("جون ميجور", "جون ماكين"),
        ("هلموت كول", "هلموت شميت"),
        ("كارتر", "كارفر"),
        ("محمد", "محمد الفاتح"),
        ("خالد بن يزيد", "وليد بن يزيد"),
        ("أبولو 11", "أبولو 13"),
    ],
)
def test_two_names_score_below_half(a: str, b: str) -> None:
    assert same_name(a, b) < 0.5


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(a: str, b: str) -> None:
    assert same_name(a, b) == same_name(b, a)


@given(NAMES)
def test_a_name_is_itself(a: str) -> None:
    assert same_name(a, a) == 1.0


@given(NAMES, NAMES)
def test_the_score_is_a_share(a: str, b: str) -> None:
    assert 0.0 <= same_name(a, b) <= 1.0


@given(st.lists(NAMES, max_size=5), st.lists(NAMES, max_size=5))
def test_the_matrix_holds_the_scores_of_single_pairs(a: list[str], b: list[str]) -> None:
    found = same_name_matrix(a, b)
    assert found.shape == (len(a), len(b))
    assert found.dtype == np.float32
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            assert found[i, j] == pytest.approx(same_name(x, y), abs=1e-3)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=6))
def test_pairs_hold_the_scores_of_single_pairs(pairs: list[tuple[str, str]]) -> None:
    found = same_name_pairs([a for a, _ in pairs], [b for _, b in pairs])
    assert found.dtype == np.float32
    assert found == pytest.approx([same_name(a, b) for a, b in pairs], abs=1e-3)


def test_lists_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="1 names on one side, 2 on the other"):
        same_name_pairs(["هلموت"], ["هلموت", "كول"])


def test_nothing_is_no_name() -> None:
    assert same_name("", "كول") == 0.0


def test_vowel_marks_and_stretched_letters_do_not_count() -> None:
    assert same_name("مُحَمَّد", "محمـــد") == 1.0


def test_a_matrix_is_the_same_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["كول", "كوهل", "شميت", "كوبنهاغن", "كوبنهاجن"]
    whole = same_name_matrix(names, names)
    monkeypatch.setattr("consistency.languages.arabic.names.score._AT_ONCE", 7)
    assert np.array_equal(same_name_matrix(names, names), whole)
