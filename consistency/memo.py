"""What is said of words, kept for the next article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar, cast

__all__ = ["Memo"]

T = TypeVar("T")
_NEW: Any = object()
"""What stands for no answer: an answer may be anything, None too."""
_WORDS = 2**15
"""Enough for the words of some hundred articles."""
_LONGEST = 64
"""Code points; what is longer is no word of news and does not come again."""


class Memo(dict[str, T], Generic[T]):
    """The answers of a pure function of one word, as a dictionary that asks for what it does not hold.

    It serves what asks for every word of every article: ``map(memo.__getitem__, words)`` takes a third of the
    time of ``lru_cache``, which notes for each answer when it was given last.  Of a full one is kept what is
    asked for before it is full again.
    """

    def __init__(
        self,
        answer: Callable[[str], T],
        words: int = _WORDS,
        together: Callable[[list[str]], Iterable[T]] | None = None,
    ) -> None:
        """
        :param words: how many words are kept, of the newer as of the older ones.
        :param together: the answers for many words, where these cost less than one by one.
        """
        super().__init__()
        self._together = together or partial(map, answer)
        self._answer, self._words = answer, words
        self._older: dict[str, T] = {}

    def of_all(self, words: Sequence[str]) -> list[T]:
        """The answers for the words of a text, none of which is None; the new ones are asked for together."""
        found = list(map(self.get, words))
        if None not in found:
            return cast("list[T]", found)
        new = {word for word, answer in zip(words, found, strict=True) if answer is None}
        if len(self) + len(new) <= self._words and max(map(len, new)) <= _LONGEST:
            known = new & self._older.keys()
            self.update(zip(known, map(self._older.__getitem__, known), strict=True))
            asked = list(new - known)
            self.update(zip(asked, self._together(asked) if asked else (), strict=True))
        return list(map(self.__getitem__, words))

    def __missing__(self, word: str) -> T:
        if len(self) >= self._words:
            self._older = dict(self)
            self.clear()
        answer: T = self._older.get(word, _NEW)
        if answer is _NEW:
            answer = self._answer(word)
        if len(word) <= _LONGEST:
            self[word] = answer
        return answer
