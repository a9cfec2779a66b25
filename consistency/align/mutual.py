"""Which rows and columns of a matrix of likenesses are among each other's nearest."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["mutual"]

Likenesses = npt.NDArray[np.float32]
Chosen = npt.NDArray[np.bool_]


def mutual(likeness: Likenesses, count: int, least: float) -> tuple[npt.NDArray[np.intp], ...]:
    """The places (rows, columns) that are among the highest of their row and of their column.

    :param likeness: (n_rows, n_columns).
    :param count: how many of a row, and of a column, are its highest; of equal ones the first are.
    :param least: what every place has at least; most have less, and only lines that are crowded are ordered.
    """
    near = likeness >= least
    return (_of_rows(likeness, near, count) & _of_rows(likeness.T, near.T, count).T).nonzero()


def _of_rows(likeness: Likenesses, near: Chosen, count: int) -> Chosen:
    """Those of the near ones that are among the highest of their row."""
    crowded = np.flatnonzero(np.count_nonzero(near, axis=1) > count)
    if not crowded.size:
        return near
    rows = likeness[crowded]
    bar = np.partition(rows, -count, axis=1)[:, -count, None]
    highest = rows >= bar
    surplus = np.count_nonzero(highest, axis=1) - count
    for row in np.flatnonzero(surplus):
        equal = np.flatnonzero(rows[row] == bar[row])
        highest[row, equal[-surplus[row] :]] = False
    chosen = near.copy()
    chosen[crowded] &= highest
    return chosen
