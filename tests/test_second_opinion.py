"""A model for inference may lower the confidence of a conflict; it clears none."""

from __future__ import annotations

import numpy as np
import pytest

from consistency.embed import HashingEncoder
from consistency.model import Confidence
from consistency.pipeline import Street, check_texts
from tests.test_claims import article


class Oracle:
    """Says the same of every pair."""

    name = "oracle"

    def __init__(self, *opinion: float) -> None:
        self.opinion = opinion
        self.asked: list[tuple[str, str]] = []

    def judge(self, pairs: list[tuple[str, str]]) -> np.ndarray:
        self.asked += pairs
        return np.tile(np.asarray([self.opinion], dtype=np.float32), (len(pairs), 1))


@pytest.mark.parametrize(
    ("opinion", "confidence"),
    [
        ((0.1, 0.8, 0.1), Confidence.LOW),
        ((0.8, 0.1, 0.1), Confidence.MEDIUM),
        ((0.2, 0.2, 0.6), Confidence.MEDIUM),
    ],
)
def test_opinion_lowers_the_confidence_and_clears_nothing(
    street: Street, opinion: tuple[float, ...], confidence: Confidence
) -> None:
    texts = [article(), article(count="12 عاملا")]
    oracle = Oracle(*opinion)
    judged = Street(street.rulebook, street.catalogue, HashingEncoder(), oracle)
    found = [f for f in check_texts(texts, judged).findings if f.kind == "claims"]
    assert [f.confidence for f in found] == [confidence]
    assert "oracle" in found[0].why[-1]
    assert all("عاملا" in side for side in oracle.asked[0])


def test_without_a_conflict_the_model_is_not_asked(street: Street) -> None:
    oracle = Oracle(0.0, 1.0, 0.0)
    check_texts([article()], Street(street.rulebook, street.catalogue, street.encoder, oracle))
    assert oracle.asked == []
