"""The families of opposite words."""

from __future__ import annotations

from importlib.resources import files

import pytest

from consistency.languages import arabic
from consistency.languages.arabic.normalise import fold_word
from consistency.languages.arabic.opposites import are_opposites, say_the_same
from consistency.yaml_places import read_plain


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


def test_no_two_words_are_opposites_and_say_the_same() -> None:
    families = read_plain((files(arabic) / "antonyms.yaml").read_text(encoding="utf-8"))
    words = [[set(map(fold_word, side)) for side in family] for family in families]
    opposite = {(x, y) for one, other in words for x in one for y in other}
    together = {(x, y) for family in words for side in family for x in side for y in side}
    assert not (opposite | {(y, x) for x, y in opposite}) & together
