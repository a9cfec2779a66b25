"""A small encoder without weights, for tests and as a lexical baseline."""

from __future__ import annotations

import numpy as np

from consistency.embed.encoder import Vectors, unit_rows
from consistency.embed.ngrams import ngram_hashes

__all__ = ["HashingEncoder"]


class HashingEncoder:
    """Folded character n-grams hashed with a sign into `dim` columns: no weights, no learning."""

    def __init__(self, dim: int = 512) -> None:
        self.dim = dim
        self.name = f"hashing-{dim}"

    def encode(self, texts: list[str]) -> Vectors:
        """(n_texts, dim), float32, unit rows."""
        hashes, rows = ngram_hashes(texts)
        column = (hashes >> np.uint32(1)) % np.uint32(self.dim)
        sign = np.where(hashes & np.uint32(1), 1.0, -1.0)
        flat = rows * self.dim + column.astype(np.int64)
        sums = np.bincount(flat, weights=sign, minlength=len(texts) * self.dim).astype(np.float64)
        return unit_rows(sums.reshape(len(texts), self.dim))
