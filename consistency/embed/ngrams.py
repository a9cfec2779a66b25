"""Character n-grams of folded words, as hashes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consistency.languages.arabic.normalise import loose, tokens

__all__ = ["SIZES", "Hashes", "Rows", "ngram_hashes"]

SIZES = (3, 4, 5)
"""Lengths of the n-grams in code points; a word is taken with a space on either side."""

Hashes = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_HALF = np.uint64(32)


def ngram_hashes(texts: list[str]) -> tuple[Rows, Hashes]:
    """For every n-gram of every text, the row of its text and a hash below 2**32.

    Both arrays have the shape (n_ngrams,).  Texts are folded as matching folds them, ى/ي and ة/ه unified,
    so that two houses' spellings of a word share their n-grams.
    """
    padded = [f" {' '.join(loose(token.folded) for token in tokens(text))} ".lower() for text in texts]
    lengths = np.fromiter(map(len, padded), dtype=np.int64, count=len(padded))
    # A lone surrogate, left by a bad decoder upstream, is hashed like any other code point.
    raw = "".join(padded).encode("utf-32-le", "surrogatepass")
    letters = np.frombuffer(raw, dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    parts = [_of_size(letters, owner, size) for size in SIZES]
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([hashes for _, hashes in parts])


def _of_size(letters: Hashes, owner: Rows, size: int) -> tuple[Rows, Hashes]:
    """The n-grams of one size that lie inside one word, its two borders included."""
    count = max(len(letters) - size + 1, 0)
    rolled = np.full(count, np.uint64(size), dtype=np.uint64)
    inside = owner[:count] == owner[size - 1 : size - 1 + count]
    for place in range(size):
        part = letters[place : place + count]
        rolled = (rolled ^ part) * _STEP
        rolled ^= rolled >> _HALF
        if 0 < place < size - 1:
            inside &= part != ord(" ")
    return owner[:count][inside], ((rolled * _MIX) >> _HALF)[inside]
