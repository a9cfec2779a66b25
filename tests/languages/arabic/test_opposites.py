"""The families of opposite words."""

from __future__ import annotations

import pytest

from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.opposites import are_opposites, say_the_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ارتفاع", "والانخفاض"),
        ("يهوي", "ستقفز"),
        ("الإفراج", "باعتقاله"),
        ("وافقت", "رفضوا"),
        ("شمالي", "جنوبي"),
    ],
)
def test_opposites_are_known_in_every_form(one: str, other: str) -> None:
    one, other = fold_word(one), fold_word(other)
    assert are_opposites(one, other)
    assert are_opposites(other, one)


@pytest.mark.parametrize(("one", "other"), [("ارتفاع", "صعود"), ("يهوي", "تراجعت"), ("بدء", "انطلقت")])
def test_words_of_one_side_say_the_same(one: str, other: str) -> None:
    one, other = fold_word(one), fold_word(other)
    assert say_the_same(one, other)
    assert not are_opposites(one, other)


def test_words_that_share_a_side_of_another_family_are_no_opposites() -> None:
    """«تراجع» is a fall and a withdrawal of one's word; beside «هبوط» it is a fall."""
    assert not are_opposites(fold_word("تراجع"), fold_word("هبوط"))


def test_a_word_of_no_family_has_no_opposite() -> None:
    assert not are_opposites(fold_word("طاولة"), fold_word("ارتفاع"))
