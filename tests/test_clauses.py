"""Sentences, cut in two ways that must agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from consistency.clauses import ends_sentence, sentences
from consistency.languages.arabic.normalise import words_of

TEXTS = st.lists(
    st.sampled_from(["قال", "د", "3.5", "مصر", ".", "؟", "…", "!", "»", ")", " ", "\n", "،", "و", '."']),
    min_size=1,
    max_size=25,
).map("".join)


@given(TEXTS)
def test_a_sentence_ends_between_two_words_where_the_sentences_are_parted(text: str) -> None:
    words = words_of(text, 0, len(text))
    spans = list(sentences(text, 0, len(text)))
    number = [next(n for n, (start, end) in enumerate(spans) if start <= at < end) for at in words.starts]
    told = [ends_sentence(words.folded[at - 1], words.gaps[at]) for at in range(1, len(number))]
    assert told == [number[at - 1] != number[at] for at in range(1, len(number))]
