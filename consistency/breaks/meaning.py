"""What the sentence vectors on both sides of a cut tell of it, and how the second side opens.

These cost more than counting words, and are asked only where the words leave a cut likely.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from consistency.breaks.words import Matrix
from consistency.embed import load_encoder
from consistency.languages.arabic.discourse import lead_likeness
from consistency.languages.arabic.normalise import tokens

__all__ = ["OF_MEANING", "meaning_features"]

OF_MEANING = (
    "meaning", "nearest_paragraph", "nearest_of_all", "before", "title_first", "title_tail", "fall",
    "own_meaning", "lead_word", "lead_words", "full_stop",
)  # fmt: skip
_NEAR = 12  # paragraphs of the tail that are compared one by one
_BEFORE = 3
_TITLE = 2.0  # the weight of the title beside paragraphs, which weigh the root of their words


def meaning_features(title: str, paragraphs: Sequence[str], first: int) -> Matrix:
    """The features of the cuts before paragraphs ``first`` and following.

    :returns: (n_cuts, n_features), columns in the order of ``OF_MEANING``.
    """
    vectors = load_encoder().encode([title, *paragraphs]).astype(np.float64)
    titled, rows = vectors[0], vectors[1:]
    lengths = np.sqrt([max(1, len(tokens(paragraph))) for paragraph in paragraphs])
    sums = np.vstack([np.zeros_like(titled), np.cumsum(rows * lengths[:, None], axis=0)])
    cuts = np.arange(first, len(paragraphs))
    heads = _unit(sums[:-1] + _TITLE * titled)  # row i: the title and what stands before paragraph i
    tails = _unit(sums[-1] - sums)
    near = heads[cuts] @ rows.T
    likeness = rows @ rows.T
    usual = np.cumsum((heads * rows).sum(axis=1)) / np.arange(1, len(rows) + 1)
    return np.column_stack(
        [
            (heads[cuts] * tails[cuts]).sum(axis=1),
            [row[cut : cut + _NEAR].max() for cut, row in zip(cuts, near, strict=True)],
            [row[cut:].max() for cut, row in zip(cuts, near, strict=True)],
            [likeness[cut, max(0, cut - _BEFORE) : cut].max() for cut in cuts],
            rows[cuts] @ titled,
            tails[cuts] @ titled,
            [usual[cut - 1] - row[cut:].mean() for cut, row in zip(cuts, near, strict=True)],
            (tails[cuts + 1] * rows[cuts]).sum(axis=1),
            *np.array([lead_likeness(paragraph) for paragraph in paragraphs[first:]]).T,
            [paragraph.rstrip()[-1:] in '.؟!»"”' for paragraph in paragraphs[first - 1 : -1]],
        ]
    ).astype(float)


def _unit(rows: Matrix) -> Matrix:
    """Rows of length 1; a row of zeros stays."""
    unit: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
