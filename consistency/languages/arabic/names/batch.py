"""The least cost between many pairs of spellings at once: the same sums as ``align``, cell by cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from consistency.languages.arabic.names.align import skips
from consistency.languages.arabic.names.costs import SIZE, Costs, Model
from consistency.languages.arabic.names.letters import ALPHABET, SPACE, encode

__all__ = ["log_odds"]

_CHUNK = 8192
_ALIF, _LAM = ALPHABET.index("ا"), ALPHABET.index("ل")
Floats = NDArray[np.float32]
Codes = NDArray[np.uint8]


def log_odds(model: Model, names: list[str], left: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
    """The log odds that ``names[left]`` and ``names[right]`` are one name, (pairs,); names are cleaned."""
    sizes = np.array([len(name) for name in names], dtype=np.int64)
    spaces = np.array([name.count(SPACE) for name in names], dtype=np.int64)
    letters = sizes - spaces
    shorter = np.minimum(letters[left], letters[right])
    cost = np.empty(len(left), dtype=np.float32)
    for costs, chosen in ((model.short, shorter < model.border), (model.long, shorter >= model.border)):
        places = np.flatnonzero(chosen)
        several = spaces[left[places]] + spaces[right[places]] > 0
        order = places[
            np.lexsort((sizes[left[places]], np.maximum(sizes[left[places]], sizes[right[places]]), several))
        ]
        for start in range(0, len(order), _CHUNK):
            part = order[start : start + _CHUNK]
            cost[part] = _chunk(costs, names, left[part], right[part])
    found: Floats = model.length[np.minimum(shorter, len(model.length) - 1)] - cost
    return found


class _Side:
    """One side of a chunk: letters, drop costs and word starts, a row for each place of the name."""

    def __init__(self, costs: Costs, names: list[str], which: NDArray[np.int64]) -> None:
        unique, back = np.unique(which, return_inverse=True)
        own = [names[k] for k in unique]
        self.size = np.array([len(name) for name in own], dtype=np.int64)[back]
        self.width = int(self.size.max(initial=0))
        codes = encode(own, max(self.width, 1))
        self.codes = codes[back].T.astype(np.int64)
        self.drop = _dropping(costs, codes)[back].T
        self.skip: NDArray[np.int64] | None = None
        if any(SPACE in name for name in own):
            table = np.full((len(own), self.width + 1), -1, dtype=np.int64)
            for row, name in enumerate(own):
                table[row, : len(name) + 1] = skips(name)
            self.skip = table[back].T


def _dropping(costs: Costs, codes: Codes) -> Floats:
    """The cost of dropping each letter, (n, width)."""
    framed = np.pad(codes, ((0, 0), (1, 4))).astype(np.int64)
    width = codes.shape[1]
    found = costs.drop[framed[:, :width], framed[:, 1 : width + 1], framed[:, 2 : width + 2]]
    starts = framed[:, :width] == 0
    article = starts & (framed[:, 1 : width + 1] == _ALIF) & (framed[:, 2 : width + 2] == _LAM)
    for ahead in (3, 4, 5):
        article &= framed[:, ahead : width + ahead] != 0
    found[article] = costs.article
    second = np.zeros_like(article)
    second[:, 1:] = article[:, :-1]
    found[second] = costs.article
    return found.astype(np.float32)


def _chunk(costs: Costs, names: list[str], left: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
    a, b = _Side(costs, names, left), _Side(costs, names, right)
    rows = np.arange(len(left))
    table = np.zeros((a.width + 1, b.width + 1, len(left)), dtype=np.float32)
    flat = costs.substitution.ravel()
    for i in range(a.width + 1):
        for j in range(b.width + 1):
            if i and j:
                cell = table[i - 1, j - 1] + flat[a.codes[i - 1] * SIZE + b.codes[j - 1]]
                np.minimum(cell, table[i - 1, j] + a.drop[i - 1], out=cell)
                np.minimum(cell, table[i, j - 1] + b.drop[j - 1], out=cell)
                _swap(costs, table, a, b, i, j, cell)
            elif i:
                cell = table[i - 1, j] + a.drop[i - 1]
            elif j:
                cell = table[i, j - 1] + b.drop[j - 1]
            else:
                continue
            _skip(costs, table, a.skip, b.skip, i, j, rows, cell)
            table[i, j] = cell
    return table[a.size, b.size, rows]


def _swap(costs: Costs, table: Floats, a: _Side, b: _Side, i: int, j: int, cell: Floats) -> None:
    if i < 2 or j < 2:
        return
    swapped = (a.codes[i - 1] == b.codes[j - 2]) & (a.codes[i - 2] == b.codes[j - 1])
    swapped &= (a.codes[i - 1] != 0) & (a.codes[i - 2] != 0)
    if swapped.any():
        np.minimum(cell, table[i - 2, j - 2] + costs.swap, out=cell, where=swapped)


def _skip(
    costs: Costs,
    table: Floats,
    skip_left: NDArray[np.int64] | None,
    skip_right: NDArray[np.int64] | None,
    i: int,
    j: int,
    rows: NDArray[np.int64],
    cell: Floats,
) -> None:
    """A whole word that one of the names lacks."""
    if skip_left is not None and (there := skip_left[i] >= 0).any():
        kept = table[skip_left[i][there], j, rows[there]]
        cell[there] = np.minimum(cell[there], kept + costs.word)
    if skip_right is not None and (there := skip_right[j] >= 0).any():
        kept = table[i, skip_right[j][there], rows[there]]
        cell[there] = np.minimum(cell[there], kept + costs.word)
