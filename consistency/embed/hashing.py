"""Vectors of hashed character n-grams: what two texts share letter by letter, without learning."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from consistency.embed.encoder import Vectors, blank, nothing, unit_rows
from consistency.embed.ngrams import ngram_hashes

__all__ = ["HashingEncoder"]

_BITS = np.uint64(16)


class HashingEncoder:
    """Folded character n-grams, hashed with a sign into `dim` columns.

    :param rarity: weights of n-grams by the low 16 bits of their hash, shape (65536,); None weighs all alike.
    """

    def __init__(self, dim: int = 512, rarity: npt.NDArray[np.floating] | None = None) -> None:
        self.dim = dim
        self.name = f"hashing-{dim}"
        self._rarity = rarity

    def encode(self, texts: list[str]) -> Vectors:
        """(n_texts, dim), float32, unit rows; a text without a word has the row `nothing(dim)`."""
        if not texts:
            return np.zeros((0, self.dim), dtype=np.float32)
        rows, hashes = ngram_hashes(texts)
        # One number for row and hash, so that counting the n-grams of every text is one sort.
        grams, counts = np.unique((rows.astype(np.uint64) << np.uint64(32)) | hashes, return_counts=True)
        weights = counts.astype(np.float64)
        if self._rarity is not None:
            weights = weights * self._rarity[grams & np.uint64(0xFFFF)]
        signs = np.where((grams >> _BITS) & np.uint64(1), 1.0, -1.0)
        column = ((grams >> np.uint64(17)) & np.uint64(0x7FFF)) % np.uint64(self.dim)
        flat = (grams >> np.uint64(32)).astype(np.int64) * self.dim + column.astype(np.int64)
        sums = np.bincount(flat, weights=signs * weights, minlength=len(texts) * self.dim)
        vectors = unit_rows(sums.astype(np.float64).reshape(len(texts), self.dim))
        vectors[blank(texts)] = nothing(self.dim)
        return vectors
