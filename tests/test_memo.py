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
