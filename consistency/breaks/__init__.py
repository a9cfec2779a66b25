"""Where in an article another item begins.

A cut between two paragraphs is judged by what both sides share, how long they are, and how the second side
begins: a continuation of the same story repeats names and opens with a conjunction, a new item does
neither.  An item with a title of its own is told by its words alone; where a paragraph follows a paragraph,
sentence vectors and its first words are asked as well.  The weights are learnt on articles put together
from two (``scripts/train_cohesion.py``).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from consistency.breaks.meaning import OF_MEANING, meaning_features
from consistency.breaks.words import OF_WORDS, Matrix, cuts_that_share, word_features
from consistency.languages.arabic.discourse import ASKED, begins_no_item, has_own_title

__all__ = ["Break", "breaks", "cuts_that_share", "open_cuts"]

_LAST_CUTS = 60
_OVERLAP, _SHARED = OF_WORDS.index("overlap"), OF_WORDS.index("shared")
_WORTH_ASKING = 0.3  # of cuts to which the words give less, the vectors make none likely


@dataclass(frozen=True)
class Break:
    """A cut before paragraph ``index`` and how likely another item begins there."""

    index: int
    probability: float
    overlap: float
    """Weighted cosine of both sides, in [0, 1]."""
    shared: int
    """Rare stems, names and words of a topic, that stand on both sides."""
    titled: bool
    """Whether what follows the cut begins with a title of its own."""


def breaks(title: str, paragraphs: Sequence[str]) -> list[Break]:
    """The cuts of an article with the probability that another item begins there.

    Of a very long article only the last cuts are judged: an appended item stands at the end.
    """
    first = max(1, len(paragraphs) - _LAST_CUTS)
    if len(paragraphs) <= first:
        return []
    cuts = range(first, len(paragraphs))
    of_words = word_features(title, paragraphs, first)
    chances = _chances("words", OF_WORDS, of_words)
    chances[np.isin(cuts, open_cuts(paragraphs), invert=True)] = 0.0
    titled = np.array([has_own_title(paragraphs[cut : cut + ASKED]) for cut in cuts])
    chances[~titled & (chances < _WORTH_ASKING)] = 0.0
    if (~titled & (chances > 0)).any():
        both = np.hstack([of_words, meaning_features(title, paragraphs, first)])
        chances = np.where(
            titled | (chances == 0), chances, _chances("meaning", (*OF_WORDS, *OF_MEANING), both)
        )
    return [
        Break(cut, float(chance), float(row[_OVERLAP]), round(np.expm1(row[_SHARED])), bool(own))
        for cut, chance, row, own in zip(cuts, chances, of_words, titled, strict=True)
    ]


def open_cuts(paragraphs: Sequence[str]) -> list[int]:
    """The cuts among those judged where an item may begin, as far as its first words tell."""
    first = max(1, len(paragraphs) - _LAST_CUTS)
    return [
        cut
        for cut in range(first, len(paragraphs))
        if not begins_no_item(paragraphs[cut : cut + ASKED], paragraphs[cut - 1 : cut])
    ]


def _chances(name: str, columns: tuple[str, ...], features: Matrix) -> Matrix:
    weights, bias = _model(name, columns)
    chances: Matrix = 1 / (1 + np.exp(-(features @ weights + bias)))
    return chances


@cache
def _model(name: str, columns: tuple[str, ...]) -> tuple[Matrix, float]:
    data = json.loads((files("consistency.languages.arabic") / "cohesion.json").read_text(encoding="utf-8"))
    return np.array([data[name]["weights"][column] for column in columns]), float(data[name]["bias"])
