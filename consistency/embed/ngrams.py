"""Hashed character n-grams: the lexical half of similarity, and vectors without any weights."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.normalise import loose, tokens

__all__ = ["SIZES", "ngram_hashes"]

SIZES = (3, 4, 5)
"""Lengths of the n-grams in code points; a word is taken with a space on either side."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Hashes = npt.NDArray[np.uint32]


def ngram_hashes(texts: list[str]) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Hashes of the n-grams of all texts, and for each the row of its text.

    The texts are folded as matching folds them (and ى/ي, ة/ه unified), so that two spellings of one
    word share their n-grams.  Both arrays have the shape (n_ngrams,); the hashes spread over 32 bits.
    """
    padded = [" " + " ".join(loose(token.folded).lower() for token in tokens(text)) + " " for text in texts]
    lengths = np.fromiter(map(len, padded), dtype=np.int64, count=len(padded))
    letters = np.frombuffer("".join(padded).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    parts = [_of_size(letters, owner, size) for size in SIZES]
    return np.concatenate([hashes for hashes, _ in parts]), np.concatenate([rows for _, rows in parts])


def _of_size(
    letters: npt.NDArray[np.uint64], owner: npt.NDArray[np.int64], size: int
) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """The n-grams of one size that lie inside one word, its two borders included."""
    count = max(len(letters) - size + 1, 0)
    rolled = np.full(count, np.uint64(size), dtype=np.uint64)
    inside = owner[:count] == owner[size - 1 : size - 1 + count]
    for place in range(size):
        part = letters[place : place + count]
        rolled = (rolled ^ part) * _MULTIPLIER
        if 0 < place < size - 1:
            inside &= part != ord(" ")
    rolled = (rolled ^ (rolled >> np.uint64(29))) * _MIX
    return (rolled >> np.uint64(32)).astype(np.uint32)[inside], owner[:count][inside]
