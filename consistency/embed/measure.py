"""How alike two texts are: the measure that alignment uses.

Most of it is the cosine of the encoder's vectors, which sees that two texts tell the same thing in other
words.  The rest is what they have in common letter by letter: names, numbers and inflected forms that the
vectors blur or never saw in training.  In a sentence a common letter sequence is often chance, so letters
have a fifth; in a whole article shared rare sequences are good evidence and the mean of all its tokens is a
blur, so they have half.  MODEL_CARD.md has the figures.  The shares are the same for every encoder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from consistency.embed.encoder import Encoder, Vectors
from consistency.embed.hashing import HashingEncoder

__all__ = ["LETTERS_SHARE", "LETTERS_SHARE_ARTICLE", "letter_encoder", "similarity", "similarity_matrix"]

LETTERS_SHARE = 0.2
"""The share of the letters in a sentence, in [0, 1]; the vectors have the rest."""

LETTERS_SHARE_ARTICLE = 0.5
"""The same in an article."""

_SENTENCE, _ARTICLE = 250, 1200
"""Up to how many code points a text counts as a sentence, and from how many as an article."""

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
    letters = _letters_share(texts)[:, None]
    meaning = encoder.encode(texts) * np.sqrt(1 - letters)
    common = letter_encoder().encode(texts) * np.sqrt(letters)
    return np.concatenate([meaning, common], axis=1)


def _letters_share(texts: list[str]) -> Vectors:
    """(n,), float32: the share of the letters by the length of a text."""
    lengths = np.fromiter(map(len, texts), dtype=np.float32, count=len(texts))
    grown = np.clip((lengths - _SENTENCE) / (_ARTICLE - _SENTENCE), 0, 1)
    share: Vectors = (LETTERS_SHARE + (LETTERS_SHARE_ARTICLE - LETTERS_SHARE) * grown).astype(np.float32)
    return share


def _bounded(cosines: Vectors) -> Vectors:
    """Rounding may carry a cosine a hair beyond its limits."""
    return np.clip(cosines, np.float32(-1), np.float32(1))
