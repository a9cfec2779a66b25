"""Words that are one letter apart, found without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["near_pairs"]

_WORDS = 2**16
"""Words of which the shorter spellings are kept."""


def near_pairs(words: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of different words that begin alike and may be one letter apart behind it, both ways round.

    Every two words of which a letter is lost, added, exchanged or swapped with the next are among them, by
    symmetric deletes (Garbe 2012); some others are as well.
    """
    by_shorter: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for shorter in _shorter(word):
            by_shorter[shorter].append(word)
    return {(a, b) for alike in by_shorter.values() if len(alike) > 1 for a in alike for b in alike if a != b}


@lru_cache(maxsize=_WORDS)
def _shorter(word: str) -> frozenset[str]:
    """A word, and what is left of it without one of its letters but the first."""
    return frozenset((word, *(word[:k] + word[k + 1 :] for k in range(1, len(word)))))
