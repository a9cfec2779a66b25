"""How much two texts share: bags of stems, weighted by how rare they are in news."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import NamedTuple

from consistency.languages.arabic.lexicon import idf, stem
from consistency.languages.arabic.normalise import fold_letters, written_words
from consistency.memo import Memo

__all__ = [
    "COMMONEST",
    "Bag",
    "Weighed",
    "cosine",
    "coverage",
    "overlap",
    "rare_stems",
    "stems",
    "stems_of",
    "unit_weights",
    "weighed",
]

Bag = Counter[str]
COMMONEST = 6.0
"""Stems with a smaller idf weigh nothing."""
_NO_STEM = ""


class Weighed(NamedTuple):
    """The weights of the rare stems of a bag."""

    weights: dict[str, float]
    norm: float
    """The length of the bag as a vector of its weights."""
    size: int
    """Stems, with the common ones."""


@lru_cache(maxsize=512)
def stems(text: str) -> Bag:
    """The stems of a text with their numbers; words of two letters and numerals are left out.

    The paragraphs of an article are asked for again and again; what is given is shared, not to be changed.
    """
    return stems_of(written_words(text))


def stems_of(words: Iterable[str]) -> Bag:
    """The stems of words, folded or as they are written, with their numbers, as :func:`stems` counts them."""
    bag = Counter(map(_STEMS.__getitem__, words))
    del bag[_NO_STEM]
    return bag


def _stem_of(word: str) -> str:
    folded = fold_letters(word)
    return stem(folded) if len(folded) > 2 and folded[0].isalpha() else _NO_STEM


_STEMS = Memo(_stem_of)


def weighed(bag: Bag) -> Weighed:
    """A bag for :func:`cosine`, for many pairs of few bags."""
    weights = _weights(bag)
    return Weighed(weights, math.sqrt(sum([weight**2 for weight in weights.values()])), len(bag))


def overlap(a: Bag, b: Bag) -> float:
    """Cosine of two bags, in [0, 1], weighted by rarity."""
    return cosine(weighed(a), weighed(b))


def cosine(a: Weighed, b: Weighed) -> float:
    """``overlap`` of two weighed bags."""
    if a.size > b.size:
        a, b = b, a
    others = b.weights
    product = sum([weight * others[s] for s, weight in a.weights.items() if s in others])
    return product / (a.norm * b.norm) if product else 0.0


def unit_weights(bag: Bag) -> dict[str, float]:
    """The stems of a bag with their weights, of length 1; common words weigh nothing and are left out."""
    weights = _weights(bag)
    norm = math.sqrt(sum([weight * weight for weight in weights.values()])) or 1.0
    return {s: weight / norm for s, weight in weights.items()}


def _weights(bag: Bag) -> dict[str, float]:
    """The rare stems of a bag with their weights, which grow with the logarithm of their numbers."""
    rarities = zip(bag.items(), map(_RARITIES.__getitem__, bag), strict=True)
    return {s: rarity if n == 1 else (1 + math.log(n)) * rarity for (s, n), rarity in rarities if rarity > 0}


def _rarity(stemmed: str) -> float:
    return max(0.0, idf(stemmed) - COMMONEST)


_RARITIES = Memo(_rarity)


def rare_stems(bag: Iterable[str]) -> set[str]:
    """Those stems of a bag that weigh anything."""
    return {stemmed for stemmed in bag if _RARITIES[stemmed] > 0}


def coverage(line: Bag, body: Container[str]) -> float:
    """The share of a line's weight that its body repeats, in [0, 1]; 1 for a line of common words only."""
    rarities = dict(zip(line, map(_RARITIES.__getitem__, line), strict=True))
    whole = sum(rarities.values())
    return sum([rarity for s, rarity in rarities.items() if s in body]) / whole if whole else 1.0
