"""Which rows and columns of a matrix of likenesses are among each other's nearest."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["mutual"]

Likenesses = npt.NDArray[np.float32]


def mutual(likeness: Likenesses, count: int, least: float) -> list[tuple[int, int, float]]:
    """Row, column and likeness of what is among the highest of its row and of its column, the highest first.

    :param likeness: (n_rows, n_columns).
    :param count: how many of a row, and of a column, are its highest; of equal ones the first are.
    :param least: what every place has at least; most have less.
    """
    rows, columns = likeness.shape
    flat = likeness.ravel()
    near = (flat >= least).nonzero()[0]
    near = near[(-flat[near]).argsort(kind="stable")]
    of_row, of_column = [count] * rows, [count] * columns
    found = []
    for place, alike in zip(near.tolist(), flat[near].tolist(), strict=True):
        row, column = divmod(place, columns)
        if of_row[row] > 0 and of_column[column] > 0:
            found.append((row, column, alike))
        of_row[row] -= 1
        of_column[column] -= 1
    return found
