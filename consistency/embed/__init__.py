"""Sentence vectors and the similarity that alignment uses."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

__all__ = ["Encoder"]


class Encoder(Protocol):
    """Turns texts into vectors."""

    name: str
    dim: int

    def encode(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """(n_texts, dim), float32, unit rows; the same text always gives the same row."""
        ...
