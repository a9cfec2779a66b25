"""The measure that alignment uses."""

from __future__ import annotations

import numpy as np

from consistency.embed.encoder import Encoder, Vectors

__all__ = ["similarity", "similarity_matrix"]


def similarity(a: list[str], b: list[str], encoder: Encoder | None = None) -> Vectors:
    """(n,) float32 in [-1, 1]: how alike `a[i]` and `b[i]` are.

    :raises ValueError: if the lists differ in length.
    """
    if len(a) != len(b):
        raise ValueError(f"similarity compares pairs: {len(a)} texts against {len(b)}")
    left, right = _encode(a, encoder), _encode(b, encoder)
    cosines: Vectors = np.einsum("ij,ij->i", left, right)
    return np.clip(cosines, np.float32(-1), np.float32(1))


def similarity_matrix(a: list[str], b: list[str], encoder: Encoder | None = None) -> Vectors:
    """(n, m) float32 in [-1, 1]: `similarity` of every text of `a` with every text of `b`."""
    cosines: Vectors = _encode(a, encoder) @ _encode(b, encoder).T
    return np.clip(cosines, np.float32(-1), np.float32(1))


def _encode(texts: list[str], encoder: Encoder | None) -> Vectors:
    from consistency.embed.load import load_encoder

    return (encoder or load_encoder()).encode(texts)
