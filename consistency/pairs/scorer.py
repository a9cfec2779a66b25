"""How likely two sentences agree, conflict or have nothing to do with each other.

A logistic regression over three relations: a weight for each feature, for each word that only one side has,
and for some pairs of such words.  The weights ship as ``weights.json`` and are made by
``scripts/train_compare.py``; every one can be read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

__all__ = ["RELATIONS", "Relation", "Scorer", "shipped_scorer"]

Relation = Literal["agrees", "conflicts", "unrelated"]
RELATIONS: tuple[Relation, ...] = ("agrees", "conflicts", "unrelated")
Rows = npt.NDArray[np.float64]


class Scorer:
    """The weights, and the scores they give."""

    def __init__(
        self, names: Sequence[str], mean: Rows, scale: Rows, weights: Rows, bias: Rows, words: dict[str, Rows]
    ) -> None:
        """Take the weights.

        :param weights: (relations, features); features are brought to mean 0 and scale 1 first.
        :param words: (relations,) for each word feature.
        """
        self._names = tuple(names)
        self._mean, self._scale, self._weights, self._bias = mean, scale, weights, bias
        self._words = words

    @classmethod
    def of(cls, data: dict[str, Any]) -> Scorer:
        """The scorer of the data that ``scripts/train_compare.py`` writes."""
        named = data["features"]
        return cls(
            list(named),
            np.array([one["mean"] for one in named.values()]),
            np.array([one["scale"] for one in named.values()]),
            np.array([one["weights"] for one in named.values()]).T,
            np.array(data["bias"]),
            {word: np.array(weights) for word, weights in data["words"].items()},
        )

    def chances(self, rows: Sequence[dict[str, float]], words: Sequence[Sequence[str]]) -> Rows:
        """(pairs, relations): the chance of each relation, in the order of RELATIONS."""
        table = np.array([[row[name] for name in self._names] for row in rows], dtype=np.float64)
        table = table.reshape(len(rows), len(self._names))
        scores = (table - self._mean) / self._scale @ self._weights.T + self._bias
        for number, told in enumerate(words):
            for word in told:
                if word in self._words:
                    scores[number] += self._words[word]
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances: Rows = raised / raised.sum(axis=1, keepdims=True)
        return chances

    def word_weight(self, word: str, relation: Relation) -> float:
        """What a word feature adds to a relation against the mean of all; 0 for one that was never learnt."""
        if word not in self._words:
            return 0.0
        row = self._words[word]
        return float(row[RELATIONS.index(relation)] - row.mean())


@cache
def shipped_scorer() -> Scorer:
    """The scorer with the shipped weights."""
    return Scorer.of(json.loads((files(__package__) / "weights.json").read_text(encoding="utf-8")))
