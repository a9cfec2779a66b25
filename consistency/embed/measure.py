"""How alike two texts are: the measure that alignment uses.

Most of it is the cosine of the encoder's vectors, which sees that two texts tell the same thing in other
words.  A smaller share is what they have in common letter by letter: names, numbers and inflected forms
that the vectors blur or never saw in training.  The share was chosen on headline pairs (see MODEL_CARD.md);
it is the same for every encoder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from consistency.embed.encoder import Encoder, Vectors
from consistency.embed.hashing import HashingEncoder

__all__ = ["LETTERS_SHARE", "letter_encoder", "similarity", "similarity_matrix"]

LETTERS_SHARE = 0.2
"""The share of what is common letter by letter, in [0, 1]; the vectors have the rest."""

_RARITY = Path(__file__).parent / "arabic" / "rarity.npy"
_LETTER_COLUMNS = 2048


def similarity(a: list[str], b: list[str], encoder: Encoder | None = None) -> Vectors:
    """(n,), float32 in [-1, 1]: how alike `a[i]` and `b[i]` are; the order of the two does not matter.

    :raises ValueError: if the lists differ in length.
    """
    if len(a) != len(b):
        raise ValueError(f"similarity compares pairs: {len(a)} texts against {len(b)}")
    return _bounded(np.einsum("ij,ij->i", _joint(a, encoder), _joint(b, encoder)))


def similarity_matrix(a: list[str], b: list[str], encoder: Encoder | None = None) -> Vectors:
    """(n, m), float32 in [-1, 1]: the `similarity` of every text of `a` with every text of `b`."""
    return _bounded(_joint(a, encoder) @ _joint(b, encoder).T)


@cache
def letter_encoder() -> HashingEncoder:
    """Character n-grams, each weighted by how rare it is in news."""
    return HashingEncoder(_LETTER_COLUMNS, np.load(_RARITY).astype(np.float64))


def _joint(texts: list[str], encoder: Encoder | None) -> Vectors:
    """(n, dim + columns), float32, unit rows whose dot product is the similarity."""
    if encoder is None:
        from consistency.embed.load import load_encoder

        encoder = load_encoder()
    meaning = encoder.encode(texts) * np.float32(np.sqrt(1 - LETTERS_SHARE))
    letters = letter_encoder().encode(texts) * np.float32(np.sqrt(LETTERS_SHARE))
    return np.concatenate([meaning, letters], axis=1)


def _bounded(cosines: Vectors) -> Vectors:
    """Rounding may carry a cosine a hair beyond its limits."""
    return np.clip(cosines, np.float32(-1), np.float32(1))
