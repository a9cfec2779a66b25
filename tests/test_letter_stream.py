"""The letters of a text without spaces, and where its words begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.languages.arabic.normalise import fold_word
from consistency.letter_stream import STOP, name_letters, stream_of

TEXTS = st.text(alphabet="ابت12ab_-–' \u00a0\t\n.،«»\ud800\U0001f600\U00020000", max_size=40)


@given(TEXTS)
def test_every_letter_stands_where_it_says(text: str) -> None:
    stream = stream_of(text)
    for letter, place in zip(stream.letters, stream.places, strict=True):
        assert letter in (text[place], STOP)


@given(st.text(alphabet="اأبتة وَّـ.\u200fﻻ٣x-", max_size=40))
def test_the_span_of_a_letter_is_the_letter_with_its_marks(text: str) -> None:
    stream = stream_of(text)
    for at, letter in enumerate(stream.letters):
        start, end = stream.span(at, at + 1)
        assert letter in (*fold_word(text[start]), STOP)
        assert fold_word(text[start:end]) == fold_word(text[start])
        assert text[end : end + 1] == "" or fold_word(text[end]) or text[start] == "ﻻ"


@given(TEXTS)
def test_the_letters_of_a_name_are_those_of_its_stream(text: str) -> None:
    stream = stream_of(text)
    assert name_letters(text) == (stream.letters, stream.starts)


def test_words_begin_behind_spaces_and_hyphens_and_end_before_stops() -> None:
    stream = stream_of("شي جين-بينغ، قال")
    assert stream.letters == "شيجينبينغ\nقال"
    assert stream.starts == [0, 2, 5, 10]
    assert [place for place, ends in enumerate(stream.ends) if ends] == [0, 2, 5, 9, 10, 13]
    assert stream.cuts(0, 9) == [2, 5]
    assert stream.word(6) == "بينغ"
