"""Words one letter apart, found without comparing each with each."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from consistency import near_words
from consistency.near_words import near_pairs, near_places

WORDS = st.lists(st.text("ابجد", min_size=2, max_size=5), max_size=12, unique=True)


def near(words: list[str], asked: set[str] | None = None) -> set[tuple[str, str]]:
    return set(near_pairs(words, set(words) if asked is None else asked))


def test_a_letter_lost_exchanged_or_swapped_makes_a_pair() -> None:
    pairs = near(["بوتين", "بوتن", "بوتان", "موسكو", "بتوين"])
    assert ("بوتين", "بوتن") in pairs
    assert ("بوتن", "بوتين") in pairs
    assert ("بوتين", "بوتان") in pairs
    assert ("بوتين", "بتوين") in pairs
    assert not any("موسكو" in pair for pair in pairs)


@pytest.mark.parametrize("few", [0, 2**14], ids=["hashed", "compared"])
@given(words=WORDS)
def test_the_pairs_are_all_words_one_letter_apart_that_begin_and_end_alike(
    few: int, words: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near_words, "_FEW", few)
        assert near(words) == {
            (a, b) for a in words for b in words if (a[0], a[-1]) == (b[0], b[-1]) and OSA.distance(a, b) == 1
        }


@given(WORDS)
def test_the_places_are_those_of_words_equal_without_a_letter_inside_or_but_for_the_last_two(
    words: list[str],
) -> None:
    def shorter(word: str) -> set[str]:
        inside = {word[:k] + word[k + 1 :] for k in range(1, len(word) - 1)}
        return {word, *(rest for rest in inside if rest[-1] == word[-1])}

    def swapped(a: str, b: str) -> bool:
        return len(a) > 2 and a[:-2] == b[:-2] and a[-2:] == b[:-3:-1]

    one, other = near_places(words)
    assert sorted(zip(one.tolist(), other.tolist(), strict=True)) == [
        (k, j)
        for k, a in enumerate(words)
        for j, b in enumerate(words)
        if k < j and (shorter(a) & shorter(b) or swapped(a, b))
    ]


@given(WORDS, st.sets(st.sampled_from("ابجد")))
def test_pairs_of_the_words_asked_for_are_those_that_they_begin(words: list[str], letters: set[str]) -> None:
    asked = {word for word in words if word[0] in letters}
    assert near(words, asked) == {pair for pair in near(words) if pair[0] in asked}


@pytest.mark.parametrize(
    "words",
    [["ا" * 5000, "ا" * 4999], [f"كت{chr(0x4E00 + n)}اب" for n in range(5000)]],
    ids=["one letter", "an alphabet without end"],
)
def test_hostile_words_take_no_memory_that_grows_with_the_square(words: list[str]) -> None:
    tracemalloc.start()
    one, _ = near_places(words)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(one) > 0
    assert peak < 150e6
