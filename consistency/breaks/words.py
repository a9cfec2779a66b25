"""What the words on both sides of a cut between paragraphs tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from consistency.cohesion import COMMONEST, Bag, stems
from consistency.languages.arabic.discourse import (
    continues,
    is_headline_like,
    opens_with_conjunction,
)
from consistency.languages.arabic.lexicon import idf

__all__ = ["OF_WORDS", "Matrix", "cuts_that_share", "word_features"]

Matrix = npt.NDArray[np.float64]
OF_WORDS = (
    "overlap", "best_paragraph", "log_tail", "log_head", "shared", "conjunction", "continues", "headline",
    "first_line", "title_overlap", "overlap_log_tail", "own_cohesion", "new_focus", "lost_focus",
    "last",
)  # fmt: skip
_NEAR = 12  # paragraphs of the tail that are compared one by one
_RARE = 8.0  # names and topic words lie above
_FOCUS = 6  # stems that a text speaks of most


def word_features(title: str, paragraphs: Sequence[str], first: int) -> Matrix:
    """The features of the cuts before paragraphs ``first`` and following.

    :returns: (n_cuts, n_features), columns in the order of ``OF_WORDS``.
    """
    bags = [stems(paragraph) for paragraph in paragraphs]
    titled = stems(title)
    rarity, counts = _counts([titled, *bags])
    before = np.cumsum(counts, axis=0)
    cuts = np.arange(first, len(paragraphs))
    head, tail = before[cuts], before[-1] - before[cuts]
    weigh = np.maximum(0.0, rarity - COMMONEST)
    of_head, of_tail, of_all = (_weighted(part, weigh) for part in (head, tail, counts))
    of_paragraphs, of_title = of_all[1:], of_all[:1]
    near = _cosines(of_head, of_paragraphs)
    together = _row_cosines(of_head, of_tail)
    words = np.cumsum([bag.total() for bag in [titled, *bags]])
    log_tail = np.log1p(words[-1] - words[cuts])
    last = cuts + 1 == len(paragraphs)
    headlines = np.array([is_headline_like(paragraph) for paragraph in paragraphs])
    following = np.vstack([of_tail[1:], np.zeros_like(of_tail[:1])])
    rare = rarity > _RARE
    return np.column_stack(
        [
            together,
            [row[cut : cut + _NEAR].max() for cut, row in zip(cuts, near, strict=True)],
            log_tail,
            np.log1p(words[cuts]),
            np.log1p(((head > 0) & (tail > 0) & rare).sum(axis=1)),
            [opens_with_conjunction(paragraph) for paragraph in paragraphs[first:]],
            [continues(paragraph) for paragraph in paragraphs[first:]],
            headlines[cuts] & ~last,
            headlines[cuts - 1] & (cuts > 1),
            _cosines(of_tail, of_title)[:, 0],
            together * log_tail,
            _row_cosines(of_paragraphs[cuts], following),
            np.log1p(np.where((head == 0) & rare, tail, 0.0).max(axis=1, initial=0.0)),
            _lost_focus(of_head, tail),
            last,
        ]
    ).astype(float)


def cuts_that_share(title: str, paragraphs: Sequence[str]) -> set[int]:
    """The cuts on both sides of which a rare stem stands, which the feature ``shared`` counts."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for row, bag in enumerate([stems(title), *map(stems, paragraphs)]):
        last.update(dict.fromkeys(bag, row))
        for stemmed in bag.keys() - first.keys():
            first[stemmed] = row
    return {
        cut for s, row in first.items() if row < last[s] and idf(s) > _RARE for cut in range(row, last[s])
    }


def _counts(bags: Sequence[Bag]) -> tuple[Matrix, Matrix]:
    """The rarity of every stem, (n_stems), and how often each bag has it, (n_bags, n_stems)."""
    columns = {stemmed: column for column, stemmed in enumerate(dict.fromkeys(chain.from_iterable(bags)))}
    counts = np.zeros((len(bags), len(columns)))
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    places = [columns[stemmed] for bag in bags for stemmed in bag]
    counts[rows, places] = [number for bag in bags for number in bag.values()]
    return np.array([idf(stemmed) for stemmed in columns]), counts


def _weighted(counts: Matrix, weigh: Matrix) -> Matrix:
    """Each count as (1 + log n) times the weight of its stem; 0 stays 0."""
    return np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0.0) * weigh


def _cosines(a: Matrix, b: Matrix) -> Matrix:
    """Of every row of one with every row of the other, (n_a, n_b); 0 where a row is empty."""
    norms = np.linalg.norm(a, axis=1)[:, None] * np.linalg.norm(b, axis=1)
    product: Matrix = a @ b.T
    return _quotients(product, norms)


def _row_cosines(a: Matrix, b: Matrix) -> Matrix:
    """Of each row of one with the same row of the other, (n)."""
    norms = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    product: Matrix = (a * b).sum(axis=1)
    return _quotients(product, norms)


def _quotients(a: Matrix, b: Matrix) -> Matrix:
    """a / b; 0 where b is."""
    quotients: Matrix = np.divide(a, b, out=np.zeros_like(a), where=b > 0)
    return quotients


def _lost_focus(of_head: Matrix, tail: Matrix) -> Matrix:
    """The share of what the head speaks of most that the tail never names."""
    lost = []
    for weights, counts in zip(of_head, tail, strict=True):
        focus = np.argsort(-weights, kind="stable")[:_FOCUS]
        lost.append(float((counts[focus] == 0).sum()) / max(1, len(focus)))
    return np.array(lost)
