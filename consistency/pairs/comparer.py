"""Whether two sentences agree, conflict, or have nothing to do with each other, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from consistency.catalogue import Catalogue
from consistency.embed import Encoder, similarity
from consistency.errors import UsageError
from consistency.pairs.alignment import Aligned, align
from consistency.pairs.atlas import Atlas
from consistency.pairs.features import features, word_features
from consistency.pairs.mismatches import Mismatch, mismatches
from consistency.pairs.reasons import Reason, reasons
from consistency.pairs.scorer import RELATIONS, Relation, Scorer, shipped_scorer
from consistency.pairs.units import Sentence, read_sentence

__all__ = ["LONGEST", "SURE", "Compared", "Comparer", "ReadPair"]

SURE = 0.8
"""Score from which on a conflict with a typed reason is worth reporting (figures: docs/figures.md)."""
LONGEST = 5_000
"""Code points of a sentence; what is longer is an article, with too many words to compare each with each."""
_BATCH = 512
"""Pairs that are read together."""


@dataclass(frozen=True)
class Compared:
    """How two sentences relate."""

    relation: Relation
    score: float
    """In [0, 1]: how sure of that relation."""
    reasons: tuple[Reason, ...]
    """The spans of side ``a`` are in the first sentence, those of ``b`` in the second."""

    @property
    def sure(self) -> bool:
        """Whether this is a conflict to report: sure enough, and for more than the wording."""
        typed = any(reason.kind != "wording" for reason in self.reasons)
        return self.relation == "conflicts" and typed and self.score >= SURE

    def as_json(self) -> dict[str, Any]:
        """The relation as an object of JSON."""
        told = [reason.as_json() for reason in self.reasons]
        return {"relation": self.relation, "score": self.score, "reasons": told}


class ReadPair(NamedTuple):
    """Two aligned sentences, what they tell differently, and their features."""

    aligned: Aligned
    mismatches: tuple[Mismatch, ...]
    features: dict[str, float]
    words: list[str]


class Comparer:
    """Compares pairs of sentences; the order of the two changes nothing but the sides of the reasons."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder, scorer: Scorer | None = None) -> None:
        """Take what is known of the world, and the encoder of sentences and words."""
        self._catalogue = catalogue
        self._encoder = encoder
        self._atlas = Atlas(catalogue)
        self._scorer = scorer or shipped_scorer()

    def compare(self, a: str, b: str) -> Compared:
        """How two sentences relate.

        :raises UsageError: one has more than LONGEST code points.
        """
        return next(self.compare_all([(a, b)]))

    def compare_all(self, pairs: Iterable[tuple[str, str]]) -> Iterator[Compared]:
        """The same for many pairs, in their order, read in batches.

        :raises UsageError: a sentence has more than LONGEST code points.
        """
        given = iter(pairs)
        while batch := list(islice(given, _BATCH)):
            yield from self._compare_batch(batch)

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[ReadPair]:
        """The pairs as the scorer sees them; the sides of a pair stand in the order of their texts."""
        longest = max((len(text) for pair in pairs for text in pair), default=0)
        if longest > LONGEST:
            raise UsageError(f"a sentence has {longest} letters; compare sentences of up to {LONGEST}")
        ordered = [(min(pair), max(pair)) for pair in pairs]
        left, right = [a for a, _ in ordered], [b for _, b in ordered]
        texts = dict.fromkeys([*left, *right])
        sentences = {text: read_sentence(text, self._catalogue.find, self._atlas) for text in texts}
        meaning = np.einsum("ij,ij->i", self._encoder.encode(left), self._encoder.encode(right))
        likeness = similarity(left, right, self._encoder)
        units = list(dict.fromkeys(unit.folded for s in sentences.values() for unit in s.units))
        vectors = dict(zip(units, self._encoder.encode(units), strict=True))
        found = []
        for (a, b), cosine, alike in zip(ordered, meaning.tolist(), likeness.tolist(), strict=True):
            aligned = align(sentences[a], sentences[b], self._nearness(sentences[a], sentences[b], vectors))
            differing = tuple(mismatches(aligned))
            row = features(aligned, differing, cosine, alike)
            found.append(ReadPair(aligned, differing, row, word_features(aligned)))
        return found

    def _nearness(self, a: Sentence, b: Sentence, vectors: dict[str, Any]) -> Any:
        """(units of a, units of b): cosines of the vectors of their words."""
        left, right = (
            np.array([vectors[unit.folded] for unit in s.units], dtype=np.float32).reshape(
                -1, self._encoder.dim
            )
            for s in (a, b)
        )
        return left @ right.T

    def _compare_batch(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Compared]:
        read = self.read(pairs)
        chances = self._scorer.chances([one.features for one in read], [one.words for one in read])
        for pair, one, row in zip(pairs, read, chances.tolist(), strict=True):
            compared = self._judge(one, row)
            if pair[0] > pair[1]:
                turned = tuple(reason.turned() for reason in compared.reasons)
                compared = Compared(compared.relation, compared.score, turned)
            yield compared

    def _judge(self, one: ReadPair, chances: list[float]) -> Compared:
        """The likeliest relation that has a reason: no conflict without a word to point at."""
        ranked = sorted(zip(chances, RELATIONS, strict=True), reverse=True)
        for chance, relation in ranked:
            why = reasons(relation, one.aligned, one.mismatches, self._scorer)
            if why:
                return Compared(relation, round(chance, 4), why)
        chance, relation = ranked[0]
        return Compared("unrelated", round(chances[RELATIONS.index("unrelated")], 4), ())
