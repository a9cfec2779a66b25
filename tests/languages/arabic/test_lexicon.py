"""How often words stand in news, and their stems."""

from __future__ import annotations

import pytest

from consistency.languages.arabic import lexicon
from consistency.languages.arabic.lexicon import RARE, frequency, idf, often_written, rare_stems, stem


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


def test_stems_of_many_words_are_those_of_each_that_are_rare() -> None:
    words = ["والكتاب", "الرئيس", "تليفونات", "وقال", "من", "2024", "العراقية", ""]
    wanted = [
        stem(word) if len(word) > 2 and word.isalpha() and idf(stem(word)) > 6 else "" for word in words
    ]
    assert rare_stems(words, 6.0) == wanted
    assert {"", stem("تليفونات")} <= set(wanted)
