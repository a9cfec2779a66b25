"""How much two texts share: bags of stems, weighted by how rare they are in news."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from consistency.languages.arabic.lexicon import idf, stem
from consistency.languages.arabic.normalise import Token, fold_word, written_words

__all__ = ["COMMONEST", "Bag", "cosine", "coverage", "norm", "overlap", "stems", "stems_of", "unit_weights"]

Bag = Counter[str]
COMMONEST = 6.0
"""Stems with a smaller idf weigh nothing."""
_NO_STEM = ""
_WORDS = 2**16
"""Words of which the stem, and stems of which the weight, is kept."""


@lru_cache(maxsize=512)
def stems(text: str) -> Bag:
    """The stems of a text with their numbers; words of two letters and numerals are left out.

    The paragraphs of an article are asked for again and again; what is given is shared, not to be changed.
    """
    bag = Counter(map(_stem_of, written_words(text)))
    del bag[_NO_STEM]
    return bag


@lru_cache(maxsize=_WORDS)
def _stem_of(word: str) -> str:
    folded = fold_word(word)
    return stem(folded) if len(folded) > 2 and folded[0].isalpha() else _NO_STEM


def stems_of(words: Iterable[Token]) -> Bag:
    """The stems of words with their numbers, as :func:`stems` counts them."""
    bag = Counter(_stem_of(word.text) for word in words)
    del bag[_NO_STEM]
    return bag


def overlap(a: Bag, b: Bag) -> float:
    """Cosine of two bags, in [0, 1], weighted by rarity."""
    return cosine(a, b, norm(a), norm(b))


def cosine(a: Bag, b: Bag, norm_a: float, norm_b: float) -> float:
    """``overlap`` where the ``norm`` of both bags is known, as with many pairs of few bags."""
    if len(a) > len(b):
        a, b = b, a
    product = sum(_weight(s, n) * _weight(s, b[s]) for s, n in a.items() if s in b)
    return product / (norm_a * norm_b) if product else 0.0


def _weight(stemmed: str, number: int) -> float:
    rarity = _rarity(stemmed)
    return rarity if number == 1 else (1 + math.log(number)) * rarity


@lru_cache(maxsize=_WORDS)
def _rarity(stemmed: str) -> float:
    return max(0.0, idf(stemmed) - COMMONEST)


def norm(bag: Bag) -> float:
    """The length of a bag as a vector of its stems' weights."""
    return math.sqrt(sum(_weight(s, n) ** 2 for s, n in bag.items()))


def unit_weights(bag: Bag) -> dict[str, float]:
    """The stems of a bag with their weights, of length 1; common words weigh nothing and are left out."""
    weights = {s: w for s, n in bag.items() if (w := _weight(s, n)) > 0}
    norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {s: w / norm for s, w in weights.items()}


def coverage(line: Bag, body: Bag) -> float:
    """The share of a line's weight that its body repeats, in [0, 1]; 1 for a line of common words only."""
    whole = sum(_weight(s, 1) for s in line)
    return sum(_weight(s, 1) for s in line if s in body) / whole if whole else 1.0
