"""How likely two spellings are one name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from consistency.languages.arabic.names.align import align, choose, shorter
from consistency.languages.arabic.names.align import log_odds as align_odds
from consistency.languages.arabic.names.batch import log_odds
from consistency.languages.arabic.names.costs import model
from consistency.languages.arabic.names.difference import compared
from consistency.languages.arabic.names.known import canonical, known_names, slip_of_known, two_names
from consistency.languages.arabic.names.letters import SPACE, clean, clean_all

__all__ = ["same_name", "same_name_matrix", "same_name_pairs"]

_TWO = 0.1
"""What is left for two spellings that are each a name of its own."""
_SLIP = 0.6
"""The score of a spelling that no list knows and that is one slip away from a listed name."""
_AT_ONCE = 500_000
"""Pairs of a matrix that are held in memory at once."""
_TINY = 2
"""A word of so many letters is not a listed name less a letter."""
_HOPELESS = 0.002
"""Below this no word is looked at."""
_PART = 0.4
"""What is left where one spelling is a single word of the other: a surname may be another man's."""


@lru_cache(maxsize=50_000)
def same_name(a: str, b: str) -> float:
    """How likely two Arabic spellings stand for one name, in [0, 1]; 0.5 and above means one name."""
    left, right = sorted((canonical(clean(a)), canonical(clean(b))))
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    table = model()
    cost, _ = align(choose(table, left, right), left, right)
    likely = 1 / (1 + math.exp(-align_odds(left, right, cost)))
    return _mended(likely, left, right)


def _mended(likely: float, a: str, b: str) -> float:
    """The score of two cleaned spellings, for what their words say."""
    if likely >= 0.5:
        return min(likely, _most(a, b))
    return _SLIP if likely > _HOPELESS and slip_of_known(a, b) and compared(a, b).kind == "slip" else likely


def _most(a: str, b: str) -> float:
    """The most that two cleaned spellings may score, for what their words say."""
    if two_names(a, b):
        return _TWO
    if SPACE not in a and SPACE not in b:
        return _PART if shorter(a, b) <= _TINY and {a, b} & known_names().keys() else 1.0
    kind = compared(a, b).kind
    if kind == "other":
        return _TWO
    shared = min(a.count(SPACE), b.count(SPACE)) + 1
    return _PART if kind == "truncated" and shared < 2 else 1.0


def same_name_pairs(a: Sequence[str], b: Sequence[str]) -> NDArray[np.float32]:
    """``same_name`` for each place of two lists of equal length, (n,) float32."""
    if len(a) != len(b):
        raise ValueError(f"{len(a)} names on one side, {len(b)} on the other: give as many on both")
    names, left, right = _numbered(list(a), list(b))
    return _likely(names, left, right)


def same_name_matrix(a: Sequence[str], b: Sequence[str]) -> NDArray[np.float32]:
    """``same_name`` of each name of the one list with each of the other, (len(a), len(b)) float32."""
    names, left, right = _numbered(list(a), list(b))
    found = np.ones((len(left), len(right)), dtype=np.float32)
    step = max(1, _AT_ONCE // max(1, len(right)))
    for start in range(0, len(left), step):
        rows = left[start : start + step]
        likely = _likely(names, np.repeat(rows, len(right)), np.tile(right, len(rows)))
        found[start : start + step] = likely.reshape(len(rows), len(right))
    return found


def _numbered(a: list[str], b: list[str]) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
    """The distinct cleaned names, and the number of each name of the two lists."""
    given = list(dict.fromkeys([*a, *b]))
    cleaned = dict(zip(given, map(canonical, clean_all(given)), strict=True))
    numbers = {name: k for k, name in enumerate(sorted(set(cleaned.values())))}
    place = {name: numbers[form] for name, form in cleaned.items()}
    left, right = (np.array([place[name] for name in side], dtype=np.int64) for side in (a, b))
    return list(numbers), left, right


def _likely(names: list[str], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float32]:
    first, second = np.minimum(left, right), np.maximum(left, right)
    found = np.ones(len(left), dtype=np.float32)
    todo = np.flatnonzero(first != second)
    with np.errstate(over="ignore"):
        found[todo] = 1 / (1 + np.exp(-log_odds(model(), names, first[todo], second[todo])))
    for k in todo[found[todo] > _HOPELESS]:
        found[k] = _mended(float(found[k]), names[first[k]], names[second[k]])
    for k in np.flatnonzero([not name for name in names]):
        found[(first != second) & ((first == k) | (second == k))] = 0.0
    return found
