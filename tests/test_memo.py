"""What is said of words is kept for the next article, and not without bound."""

from __future__ import annotations

from consistency.memo import Memo


def test_a_word_is_asked_once() -> None:
    asked: list[str] = []
    lengths = Memo(lambda word: len(asked.append(word) or word))  # type: ignore[func-returns-value]
    assert list(map(lengths.__getitem__, ["في", "من", "في"])) == [2, 2, 2]
    assert asked == ["في", "من"]


def test_of_a_full_one_what_is_asked_for_again_is_kept() -> None:
    asked: list[str] = []
    lengths = Memo(lambda word: len(asked.append(word) or word), words=3)  # type: ignore[func-returns-value]
    for number in range(9):
        assert lengths["في"] == 2
        assert lengths[f"{number}"] == 1
    assert asked.count("في") == 1
    assert len(lengths) <= 3


def test_a_line_without_a_blank_is_not_kept() -> None:
    lengths = Memo(len)
    assert lengths["ا" * 1_000] == 1_000
    assert not lengths


def test_new_words_of_a_text_are_asked_for_together() -> None:
    asked: list[list[str]] = []

    def lengths_of(words: list[str]) -> list[int]:
        asked.append(words)
        return list(map(len, words))

    lengths = Memo(len, together=lengths_of)
    assert lengths.of_all(["من", "مصر", "من"]) == [2, 3, 2]
    assert lengths.of_all(["من", "هنا", "هنا"]) == [2, 3, 3]
    assert [sorted(words) for words in asked] == [["مصر", "من"], ["هنا"]]


def test_what_a_full_one_held_is_not_asked_for_together_again() -> None:
    asked: list[str] = []
    lengths = Memo(lambda word: len(asked.append(word) or word), words=3)  # type: ignore[func-returns-value]
    lengths.of_all(["من", "مصر", "هنا"])
    assert lengths["هناك"] == 4
    assert lengths.of_all(["من", "مصر"]) == [2, 3]
    assert sorted(asked) == sorted(["من", "مصر", "هنا", "هناك"])


def test_a_text_of_more_new_words_than_are_kept_has_its_answers() -> None:
    lengths = Memo(len, words=3)
    words = ["ا" * number for number in range(1, 9)]
    assert lengths.of_all(words) == list(range(1, 9))
    assert len(lengths) <= 3
