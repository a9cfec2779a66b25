"""What every encoder promises."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

__all__ = ["Encoder", "Vectors", "blank", "nothing", "unit_rows"]

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors."""

    name: str
    dim: int

    def encode(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """(n_texts, dim), float32, unit rows; the same text always gives the same row.

        A text in which there is nothing to read has the unit row `nothing(dim)`, never a row of zeros.
        """
        ...


def nothing(dim: int) -> Vectors:
    """(dim,), float32: the unit row of a text in which there is nothing to read."""
    row = np.zeros(dim, dtype=np.float32)
    row[-1] = 1.0
    return row


def blank(texts: list[str]) -> npt.NDArray[np.bool_]:
    """(n_texts,): which texts are empty or only spaces."""
    return np.fromiter((not text.strip() for text in texts), dtype=np.bool_, count=len(texts))


def unit_rows(rows: npt.NDArray[np.floating]) -> Vectors:
    """The rows at length 1, float32; a row without a length becomes `nothing(dim)`."""
    wide = np.asarray(rows, dtype=np.float64)
    lengths = np.sqrt(np.einsum("ij,ij->i", wide, wide))[:, None]
    fine = np.isfinite(lengths) & (lengths > 0)
    scaled = np.divide(wide, lengths, out=np.zeros_like(wide), where=fine)
    return np.where(fine, scaled, nothing(wide.shape[1])).astype(np.float32)
