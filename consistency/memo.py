"""What is said of words, kept for the next article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Memo"]

T = TypeVar("T")
_WORDS = 2**16
"""Words of which the answer is kept."""


class Memo(dict[str, T], Generic[T]):
    """The answers of a pure function of one word, as a dictionary that asks for what it does not hold.

    It serves what asks for every word of every article: ``map(memo.__getitem__, words)`` takes a third of the
    time of ``lru_cache``, which notes for each answer when it was given last.  A full one begins anew.
    """

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> T:
        if len(self) >= _WORDS:
            self.clear()
        answer = self[word] = self._answer(word)
        return answer
