"""How often words stand in news, and their stems."""

from __future__ import annotations

import pytest

from consistency.languages.arabic import lexicon
from consistency.languages.arabic.lexicon import RARE, frequency, often_written, stem


def test_words_that_are_not_rare_are_all_known_as_such() -> None:
    counted = {word for word, times in lexicon._counts().items() if times >= RARE}
    assert often_written() == counted
    assert frequency("الرئيس") >= RARE > frequency("بوتن")


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("والكتاب", "كتاب"),
        ("للمدرسة", "مدرس"),
        ("مدارسها", "مدارس"),
        ("مدينتهم", "مدين"),
        ("الا", "الا"),
        ("ولد", "ولد"),
        ("بيان", "يان"),
        ("", ""),
    ],
)
def test_a_stem_keeps_three_letters(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed
