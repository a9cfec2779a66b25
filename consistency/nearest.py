"""The nearest rows of every row: exact in blocks, through an index where there are very many.

Above ``EXACT`` rows an inverted file (k-means cells, Jegou et al. 2011, as faiss builds it) is searched in
place of everything: it gives the same rows for the same input, which a graph built by threads does not.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["EXACT", "nearest"]

EXACT = 40_000
"""Rows up to which every pair is looked at; 25 s of one core for 208 dimensions."""
_BLOCK = 1024
_SEED = 1
_ROWS_OF_A_CELL = 150
_PROBED = 0.08
"""The share of the cells that is searched: of near articles 98 in 100 are found (docs/figures.md)."""

Indexes = npt.NDArray[np.int64]
Cosines = npt.NDArray[np.float32]


def nearest(vectors: npt.NDArray[np.float32], k: int, *, exact: int = EXACT) -> tuple[Indexes, Cosines]:
    """The k nearest other rows of each row, nearest first.

    :param vectors: (n, dim), float32, unit rows.
    :param exact: up to how many rows every pair is looked at.
    :returns: (n, k') indexes and (n, k') cosines, k' = min(k, n - 1); index -1 where fewer were found.
    """
    k = min(k, len(vectors) - 1)
    if k < 1:
        empty = np.zeros((len(vectors), 0))
        return empty.astype(np.int64), empty.astype(np.float32)
    found = _exact(vectors, k) if len(vectors) <= exact else _through_index(vectors, k)
    return _nearest_first(*found)


def _exact(vectors: npt.NDArray[np.float32], k: int) -> tuple[Indexes, Cosines]:
    indexes = np.empty((len(vectors), k), dtype=np.int64)
    cosines = np.empty((len(vectors), k), dtype=np.float32)
    for start in range(0, len(vectors), _BLOCK):
        block = vectors[start : start + _BLOCK] @ vectors.T
        rows = np.arange(len(block))
        block[rows, rows + start] = -2.0  # no row is its own neighbour
        best = np.argpartition(block, -k, axis=1)[:, -k:]
        indexes[start : start + _BLOCK] = best
        cosines[start : start + _BLOCK] = np.take_along_axis(block, best, axis=1)
    return indexes, cosines


def _through_index(vectors: npt.NDArray[np.float32], k: int) -> tuple[Indexes, Cosines]:
    import faiss  # 0.1 s, and few corpora need it

    n, dim = vectors.shape
    cells = max(1, n // _ROWS_OF_A_CELL)
    index = faiss.IndexIVFFlat(faiss.IndexFlatIP(dim), dim, cells, faiss.METRIC_INNER_PRODUCT)
    index.cp.seed = _SEED
    index.cp.niter = 10
    index.train(vectors)
    index.add(vectors)
    index.nprobe = max(1, round(cells * _PROBED))
    cosines, indexes = index.search(vectors, k + 1)
    own = indexes == np.arange(n)[:, None]
    own[~own.any(axis=1), -1] = True  # among many equal rows a row may not find itself
    return indexes[~own].reshape(n, k), cosines[~own].reshape(n, k)


def _nearest_first(indexes: Indexes, cosines: Cosines) -> tuple[Indexes, Cosines]:
    """By cosine, equal ones by index."""
    order = np.lexsort((indexes, -cosines), axis=1)
    return np.take_along_axis(indexes, order, axis=1), np.take_along_axis(cosines, order, axis=1)
