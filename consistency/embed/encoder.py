"""What every encoder promises."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

__all__ = ["Encoder", "Vectors"]

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors."""

    name: str
    dim: int

    def encode(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """(n_texts, dim), float32, unit rows; the same text always gives the same row.

        A text without anything to read (empty, only spaces) has the fixed unit row `nothing(dim)`.
        """
        ...


def nothing(dim: int) -> Vectors:
    """(dim,) float32, the unit row that stands for a text with nothing in it."""
    row = np.zeros(dim, dtype=np.float32)
    row[-1] = 1.0
    return row


def unit_rows(rows: npt.NDArray[np.floating]) -> Vectors:
    """The rows at length 1, float32; a row of zeros or of no finite length becomes `nothing(dim)`."""
    wide = np.asarray(rows, dtype=np.float64)
    lengths = np.sqrt(np.einsum("ij,ij->i", wide, wide))[:, None]
    fine = np.isfinite(lengths) & (lengths > 0)
    scaled = np.divide(wide, lengths, out=np.zeros_like(wide), where=fine)
    return np.where(fine, scaled, nothing(wide.shape[1])).astype(np.float32)
