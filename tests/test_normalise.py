"""Folding, and words where they stand in the raw text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic import normalise
from consistency.languages.arabic.normalise import (
    fold_text,
    fold_word,
    strip_proclitics,
    tokens,
    words_of,
    written_words,
)

ARABIC = st.text(alphabet=[chr(c) for c in range(0x0600, 0x0700)] + list(" \n\u200f\u0640ab1.ﻻ"), max_size=60)


@given(ARABIC)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_word(fold_word(text)) == fold_word(text)


@given(ARABIC)
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert fold_word(token.text) == token.folded


def test_marks_and_hamza_seats_fold_and_consonants_stay() -> None:
    assert fold_word("الشماليّة") == fold_word("الشمالية")
    assert fold_word("إردوغان") == fold_word("أردوغان") == "اردوغان"
    assert fold_word("تشوهاى") != fold_word("تشوهاي")
    assert fold_word("٢٠٢٣") == "2023"


def test_particles_come_off_in_every_reading() -> None:
    assert ("ول", "بوتين") in strip_proclitics("ولبوتين")
    assert strip_proclitics("بوتين")[0] == ("", "بوتين")


@given(
    st.text(alphabet="ابتة وَّـ.،\n12٣ \u200fﻻx", min_size=400, max_size=600),
    st.integers(0, 600),
    st.integers(0, 600),
)
def test_tokens_of_a_part_are_those_of_the_part_read_alone(text: str, start: int, end: int) -> None:
    alone = [(m.start(), m.end(), m[0]) for m in normalise._WORD.finditer(text, start, end)]
    assert [(t.start, t.end, t.text) for t in tokens(text, start, end)] == alone


@given(ARABIC)
def test_columns_of_words_tell_what_their_tokens_tell(text: str) -> None:
    words = words_of(text, 0, len(text))
    assert words.starts == [token.start for token in words.tokens]
    assert words.folded == [token.folded for token in words.tokens]
    ends = [0, *(token.end for token in words.tokens)]
    assert words.gaps == [text[end:start] for end, start in zip(ends, words.starts, strict=False)]


@given(ARABIC)
def test_written_words_are_those_of_the_tokens(text: str) -> None:
    assert written_words(text) == [token.text for token in tokens(text)]


@given(st.text(alphabet="اأبتة وَّـ.\u200fﻻ٣x"))
def test_fold_is_the_fold_of_each_letter(text: str) -> None:
    assert fold_text(text) == "".join(fold_word(letter) for letter in text)
